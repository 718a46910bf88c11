"""The end of a paper: signatures, receivers, credits, greetings. Read from below, as a whole.

A line is taken only where every line below it is of the same kind, so that nothing within the text
can go. Pictures, footnotes and lines that sound like a decision are passed over and stay.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from ...domain.names.titles import without_titles
from ...domain.text.vietnamese import clean
from ..block import Alignment, Block, BlockKind
from .bylines import byline, contact
from .decision_words import sounds_like_decision
from .letterhead import day_in, is_office
from .plain_words import bare, cells_in, is_rule, plain
from .table_cells import rows_of
from .taken_off import TakenOff, Tells

_WRITER = re.compile(
    r"(?:nhom (?:tac gia|giao vien|thuc hien|viet bai)|cac tac gia"
    r"|nguoi (?:viet(?: bai| tin)?|thuc hien|soan|lam bai|nop|tong hop|bao cao"
    r"|lap(?: bang| bieu| danh sach| bao cao)?)|tac gia|giao vien(?: chu nhiem)?"
    r"|gvcn|cong tac vien)\W*"
)
_SIGNER = re.compile(
    r"(?:(?:kt|tm|tl|t/m|k/t)\.? ?[\w .&]{2,40}|(?:pho )?hieu truong|(?:pho )?hieu pho"
    r"|to (?:truong|pho)(?: chuyen mon)?|khoi truong|thu truong(?: don vi)?|bi thu[\w ]{0,20}"
    r"|chu tich[\w ]{0,20}|tong phu trach(?: doi)?|ban giam hieu|bgh"
    r"|(?:ky )?duyet(?: cua)?(?: (?:bgh|ban giam hieu|to|to truong|to chuyen mon|hieu truong"
    r"|lanh dao|ban bien tap|nha truong))?"
    r"|(?:bgh|ban giam hieu|hieu truong|to truong) (?:ky )?duyet"
    r"|xac nhan(?: cua [\w &]{2,40})?|y kien(?: cua [\w &]{2,40})?|nguoi duyet)\W*"
)
_SIGNED = re.compile(
    r"\(?(?:da ky|(?:ky|chu ky)(?:,? ?(?:ten|ghi ro ho ten|va ghi ro ho ten|dong dau|ho ten"
    r"|ten va dong dau|ghi ro ho va ten|va dong dau))*)\)?[.!]?"
)
_RECEIVERS = re.compile(r"noi nhan ?:?.*")
_RECEIVER = re.compile(
    r"(?:[-+*•]\s*.{1,80}|(?:nhu tren|luu ?:?.{0,40}"
    r"|(?:ubnd|phong|so|bgh|ban|to|website|trang) .{1,60})[;.]?)"
)
_END = re.compile(r"\W*(?:het|\./\.)\W*|\./\.")
_GREETING = re.compile(
    r"(?:(?:xin )?(?:tran trong|kinh chao|than ai|kinh thu)"
    r"|(?:xin |em |toi )?(?:chan thanh )?cam on"
    r"|best regards|kind regards|regards|thanks|thank you)(?: (?:cam on|kinh chao|va cam on|quy bao"
    r"|ban bien tap|thay co|anh chi|co|thay|a|nhieu|anh|chi|nhe))*\W*"
)
# Nguyễn Thị Mẫu An – Lớp 5A
_WHERE = re.compile(
    r"\s*[-–—,(]\s*(?:lớp|học sinh|hs|tổ|khối|trường|chi đội|liên đội|gvcn|gv|giáo viên)(?!\w).*$",
    re.IGNORECASE,
)
_EDITORS = re.compile(r"(?:theo )?(?:bbt|ban bien tap)(?: [\w .]{2,40})?")
_POST = re.compile(
    r"(?:gv|gvcn|giao vien|nhan vien|(?:pho )?hieu truong|to (?:truong|pho)|khoi truong|tpt"
    r"|tong phu trach|bi thu|chu tich|ke toan|thu vien|phu trach)(?! \w+ (?:da|se|dang) )"
    r"[\w ,&-]{0,60}"
)
_TAGS = re.compile(r"(?:#[^\W\d]\w*[\s,;]*)+|[^.]{0,60}https?://\S+")
_NAME_WORD = re.compile(r"[^\W\d_]+\.?")
_MOST_LINES = 24
# Lower-case words between the parts of a name there are none.
_FEWEST, _MOST_WORDS = 2, 6


def take_closing(
    blocks: Sequence[Block], find_person: Callable[[str], bool], find_group: Callable[[str], bool]
) -> tuple[list[Block], list[TakenOff]]:
    """The text without its closing lines, and these; `find_…` tell the names of the plan."""
    start = max(1, len(blocks) - _MOST_LINES)
    for first in range(start, len(blocks)):
        if _stays(blocks[first]):
            continue
        if (found := _Closing(blocks[first:], find_person, find_group).read()) is not None:
            kept = [replace(block, goes_on=False) for block in blocks[first:] if _stays(block)]
            return [*blocks[:first], *kept], found
    return list(blocks), []


def _stays(block: Block) -> bool:
    """True for what may stand below a signature and is of the article: pictures, footnotes.

    So are the tags, and the address of more, that a message ends with.
    """
    is_of_article = block.kind in (BlockKind.PICTURE, BlockKind.FOOTNOTES)
    is_of_article |= _TAGS.fullmatch(clean(block.text).strip()) is not None
    return is_of_article or sounds_like_decision(block.text)


class _Closing:
    def __init__(
        self,
        blocks: Sequence[Block],
        find_person: Callable[[str], bool],
        find_group: Callable[[str], bool],
    ) -> None:
        self.blocks = [block for block in blocks if not _stays(block)]
        self.find_person, self.find_group = find_person, find_group
        self.found: list[TakenOff] = []
        # The kind of signature that is open: its name is still to come. Of each column, where
        # signatures stand beside one another.
        self.open: Tells | None = None
        self.columns: list[Tells | None] = []
        self.in_receivers = False

    def read(self) -> list[TakenOff] | None:
        """Everything of these lines, taken off; None where one of them may be of the text."""
        if not self.blocks:
            return None
        for number, block in enumerate(self.blocks):
            taken = self._table(block) if block.kind is BlockKind.TABLE else self._line(block)
            if not taken or (number == 0 and not self._may_begin(block)):
                return None
            self.found += taken
        return self.found

    def _may_begin(self, block: Block) -> bool:
        """True where a closing can begin so: thanks alone may end an article."""
        is_greeting = _GREETING.fullmatch(plain(block.text)) is not None
        return not is_greeting or len(self.blocks) > 1

    def _line(self, block: Block) -> list[TakenOff]:
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST):
            return []
        taken: list[TakenOff] = []
        for line in block.text.split("\n"):
            cells = cells_in(line) or [line]
            ones = [self._cell_of(number, cell, cells, block) for number, cell in enumerate(cells)]
            if not all(ones):
                return []
            taken += [one for some in ones for one in some]
        return taken

    def _cell_of(
        self, number: int, cell: str, cells: Sequence[str], block: Block
    ) -> tuple[TakenOff, ...]:
        """A cell of a line; a name below a heading of its own column."""
        if len(cells) == 1:
            # The name of the only signature that still lacks one, whichever column it is of.
            waiting = [n for n, tells in enumerate(self.columns) if tells is not None]
            if self.open is None and len(waiting) == 1:
                self.open, self.columns[waiting[0]] = self.columns[waiting[0]], None
            return self._cell(cell, block)
        if number == 0 and len(self.columns) != len(cells):
            self.columns = [None] * len(cells)
        self.open = self.columns[number]
        ones = self._cell(cell, block)
        self.columns[number], self.open = self.open, None
        return ones

    def _cell(self, cell: str, block: Block) -> tuple[TakenOff, ...]:
        words = bare(cell)
        said = plain(words)
        if _RECEIVERS.fullmatch(said):
            self.in_receivers = True
            return (TakenOff(words=words),)
        if facts := byline(cell):
            return facts
        if heading := self._heading(words, said):
            return (heading,)
        if is_rule(cell) or _END.fullmatch(said) or _SIGNED.fullmatch(said):
            return (TakenOff(words=words),)
        if self.in_receivers and (block.kind is BlockKind.LIST or _RECEIVER.fullmatch(plain(cell))):
            return (TakenOff(words=words),)
        if day := day_in(words):
            return (TakenOff(words=words, tells=Tells.DAY, value=day),)
        if _GREETING.fullmatch(said):
            return (TakenOff(words=words),)
        if one := contact(cell):
            return (one,)
        if _EDITORS.fullmatch(said.strip("() ")):
            return (
                TakenOff(words=words, tells=Tells.AUTHOR, value=words.strip("()"), is_weak=True),
            )
        return self._name(words, block) or self._post(words, said)

    def _post(self, words: str, said: str) -> tuple[TakenOff, ...]:
        """The post, or the school, of whoever was named in the line above."""
        is_named = any(one.tells is Tells.AUTHOR for one in self.found[-2:])
        is_one = is_named and (_POST.fullmatch(said) or is_office(words))
        return (TakenOff(words=words),) if is_one else ()

    def _heading(self, words: str, said: str) -> TakenOff | None:
        if _WRITER.fullmatch(said):
            self.open = Tells.AUTHOR
        elif _SIGNER.fullmatch(said):
            self.open = Tells.NOTHING
        else:
            return None
        return TakenOff(words=words)

    def _name(self, words: str, block: Block) -> tuple[TakenOff, ...]:
        """A name below a signature's heading, or one of the plan's that stands alone."""
        name = without_titles(_WHERE.sub("", words.strip(" ()./")))
        if self.find_group(words) or self.find_group(name):
            return (TakenOff(words=words, tells=Tells.GROUP, value=words, is_weak=True),)
        if self.open is not None and looks_like_name(name):
            tells, self.open = self.open, None
            value = name if tells is Tells.AUTHOR else ""
            return (TakenOff(words=words, tells=tells, value=value),)
        stands_apart = block.alignment is Alignment.RIGHT and looks_like_name(name)
        if self.find_person(name) or self.find_person(words) or stands_apart:
            # With the class of a pupil, who is no member of the staff.
            value = name if self.find_person(name) else words.strip(" ()./")
            return (TakenOff(words=words, tells=Tells.AUTHOR, value=value),)
        return ()

    def _table(self, block: Block) -> list[TakenOff]:
        """A table of signatures: by columns, for a name stands below its heading."""
        rows = rows_of(block)
        taken: list[TakenOff] = []
        for column in range(max(map(len, rows), default=0)):
            self.open, self.in_receivers = None, False
            for row in rows:
                for line in row[column].split("\n") if column < len(row) else ():
                    ones = self._cell(line, block) if line.strip() else ()
                    if line.strip() and not ones:
                        return []
                    taken += ones
        self.in_receivers = False
        return taken if any(one.words for one in taken) else []


def looks_like_name(words: str) -> bool:
    """True for a few words that each begin with a capital: Nguyễn Thị Mẫu.

    >>> looks_like_name("Nguyễn Thị Mẫu"), looks_like_name("Chúc mừng năm mới")
    (True, False)
    """
    parts = words.split()
    return _FEWEST <= len(parts) <= _MOST_WORDS and all(
        part[0].isupper() and _NAME_WORD.fullmatch(part) for part in parts
    )
