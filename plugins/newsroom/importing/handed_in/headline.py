"""The headline of a paper, told by how it is set, and the lines that stand below it."""

import re
from collections.abc import Sequence

from ..block import Alignment, Block, BlockKind
from .bylines import byline
from .closing import looks_like_name
from .decision_words import sounds_like_decision
from .known_names import KnownNames
from .letterhead import kind_label, letterhead_cell
from .lines import is_all_capitals
from .plain_words import bare, is_rule, plain, without_pictograms
from .taken_off import TakenOff, Tells

_LONGEST_HEADLINE, _LONGEST_LINE = 170, 60
# Thời gian: 7 giờ 30
_LABELLED = re.compile(r"[^\W\d][^:.!?;,\n]{1,30}:\s\S")
# (20/11/1982 – 20/11/2026), 2026 - 2027
_YEARS = re.compile(r"\(?(?=[^\d]*\d)[\d/. –-]{4,30}\)?")
_NUMBERED_GROUP = re.compile(r"(?:to|khoi)(?: chuyen mon| cm| khoi)?:? ?\d[\d ,+&-]*")
_OF_TEXT = (
    BlockKind.PARAGRAPH,
    BlockKind.HEADING,
    BlockKind.LIST,
    BlockKind.QUOTE,
    BlockKind.TABLE,
)


class PaperLines:
    """The lines of a paper by their numbers, and the part that each of them may have."""

    def __init__(self, blocks: Sequence[Block], known: KnownNames) -> None:
        self.blocks, self.known = blocks, known

    def is_words(self, number: int) -> bool:
        """False for pictures, and for lines that stay where they are whatever goes."""
        block = self.blocks[number]
        return block.kind is not BlockKind.PICTURE and not sounds_like_decision(block.text)

    def next_line(self, number: int) -> int | None:
        """The next line of words, be it only one of dashes."""
        later = range(number + 1, len(self.blocks))
        return next((n for n in later if self.is_words(n)), None)

    def next_words(self, number: int) -> int | None:
        """The next line of words below that one."""
        later = range(number + 1, len(self.blocks))
        return next(
            (n for n in later if self.is_words(n) and not is_rule(self.blocks[n].text)), None
        )

    def below_headline(self, number: int) -> Sequence[TakenOff]:
        """The facts of a line that stands below a headline; empty for the text."""
        block = self.blocks[number]
        line = block.text
        if block.kind is not BlockKind.PARAGRAPH or "\n" in line or number + 1 >= len(self.blocks):
            return ()
        facts = byline(line)
        if facts and facts[0].tells is not Tells.CREDIT:
            return facts
        if _NUMBERED_GROUP.fullmatch(plain(line)):
            return (TakenOff(words=bare(line), tells=Tells.GROUP, value=bare(line)),)
        if label := kind_label(line):
            return (label,)
        found = letterhead_cell(line, (), beside_motto=False)
        if found:
            return (found,)
        words = bare(line).strip(" ()")
        if self.known.is_person(words):
            return (TakenOff(words=bare(line), tells=Tells.AUTHOR, value=words),)
        if block.alignment is Alignment.RIGHT and looks_like_name(words):
            return (TakenOff(words=bare(line), tells=Tells.AUTHOR, value=words),)
        if self.known.is_group(words):
            return (TakenOff(words=bare(line), tells=Tells.GROUP, value=words),)
        return ()

    def continues_headline(self, first: Block, number: int) -> bool:
        """True where the line is set as the first line of the headline is."""
        block = self.blocks[number]
        if not self.next_words(number) or block.kind is not first.kind or byline(block.text):
            return False
        if self.known.is_person(bare(block.text)) or self.known.is_group(bare(block.text)):
            return False
        if first.style and block.style == first.style and _is_title_style(first.style):
            return True
        if is_all_capitals(first.text) and _YEARS.fullmatch(block.text.strip()):
            return True
        if is_all_capitals(first.text):
            return is_all_capitals(block.text) and len(block.text) <= _LONGEST_HEADLINE
        is_set_alike = first.bold and first.alignment is Alignment.CENTRE
        return (
            is_set_alike
            and block.bold
            and block.alignment is Alignment.CENTRE
            and not bare(block.text).endswith(".")
        )

    def is_headline(self, number: int) -> bool:
        """True where the line is set or typed as headlines are, and a text follows."""
        block = self.blocks[number]
        words = bare(block.text)
        is_line = block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING) and "\n" not in block.text
        if not is_line or not re.search(r"[^\W\d_]", words) or len(words) > _LONGEST_HEADLINE:
            return False
        below = self.next_words(number)
        if self.known.is_person(words) or self.known.is_group(words):
            return False
        ends = (".", ";", ",", ":")
        # A dot behind a headline in capitals is a habit; elsewhere it ends a sentence.
        if is_all_capitals(words) and len(words.split()) > 2 and not words.endswith(".."):
            words = words.removesuffix(".")
        if below is None or words.endswith(ends) or sounds_like_decision(words):
            return False
        is_set = block.kind is BlockKind.HEADING or _is_title_style(block.style)
        if is_set or is_all_capitals(words) or block.bold or block.alignment is Alignment.CENTRE:
            return True
        words = without_pictograms(words)
        if not words[0].isupper() and not words[0].isdigit() and words[0] not in "“\"'‘«":
            return False
        following = self.blocks[below]
        if self.below_headline(below):
            return len(words.split()) > 1
        if following.goes_on and _LABELLED.match(following.text) and ":" not in words:
            return True
        if following.goes_on:
            # The line of an editor is as long as those below it.
            return len(words) < _LONGEST_LINE < len(following.text)
        return len(words.split()) > 1 and len(words) <= 130 and following.kind in _OF_TEXT


def _is_title_style(style: str) -> bool:
    return bool(re.match(r"(?:title|heading ?1|tieu de|ten bai)", plain(style)))
