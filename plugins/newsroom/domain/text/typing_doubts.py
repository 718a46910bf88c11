"""Probable typing mistakes: marks that are not closed, shouting, a paragraph twice.

Only likely, so each is advice; the text is that of an article, without code and remarks.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest
from typing import NamedTuple

from ..message import Message
from .vietnamese import fold_key
from .wording import in_sentence_case

# In letters, and in words.
LONGEST_SHOUT, SHORTEST_PARAGRAPH = 20, 8
_LINK = re.compile(
    r"!?\[[^][\n]*\]\([^)\n]{0,500}\)|<[^<>\n]{0,500}>|(?:https?://|www\.)[^\s“”\]]+|\\."
)
_MARKS = re.compile(r"[*\[“`]")
_ITEM = re.compile(r"^[ \t]*(?:[-*+•]|\d{1,9}[.)/]|>)[ \t]", re.MULTILINE)
# Behind a blank and before a letter a star can only open.
_OPENING_STAR = re.compile(r"(?<=[\s(“])\*(?=[^\W\d_])")
_STRESS = re.compile(r"\*\*\s*([^*\n]{1,60})")
_STYLING = re.compile(r"<(/?)(b|i|u|s|em|strong|mark|sub|sup)(?:\s[^<>]*)?>", re.IGNORECASE)
_WITH_BLANKS = re.compile(r"\*\*(?P<words>[^*\n]*[^\W\d_][^*\n]*)\*\*")
# Papers of the state open with it so.
_HEAD_OF_PAPERS = re.compile(r"CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM")
_SHOUT = re.compile(r"[^\W\d_](?:[\W\d_]*[^\W\d_])*")
# Four in a row are quickly looked for.
_CAPITALS = re.compile(r"[A-ZÀ-ÖØ-ÞĂĐĨŨƠƯẠ-Ỹ](?:[\W\d_]{0,3}[A-ZÀ-ÖØ-ÞĂĐĨŨƠƯẠ-Ỹ]){3}")
_LETTER = re.compile(r"[^\W\d_]")


class Doubt(NamedTuple):
    """A line of the text, from 0, what is likely wrong there, and what to type."""

    line: int
    message: Message
    hint: str


def typing_doubts(words: str) -> Iterator[Doubt]:
    """Every doubt about a text, block by block."""
    yield from _unclosed_tags(words)
    plain = _LINK.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), words).split("\n")
    typed = words.split("\n")
    seen: dict[str, int] = {}
    blocks = [*_blocks(plain)]
    for (start, end), following in zip_longest(blocks, blocks[1:]):
        block = "\n".join(plain[start:end])
        # Of a saying of several paragraphs only the last one closes.
        goes_on = following and plain[following[0]].lstrip().startswith("“")
        yield from _unclosed(block.replace("“", " ") if goes_on else block, start)
        yield from _shouted(block, start)
        whole = " ".join(" ".join(typed[start:end]).split())
        if whole.count(" ") + 1 >= SHORTEST_PARAGRAPH and "|" not in whole:
            key = fold_key(whole)
            if key in seen:
                yield Doubt(
                    start,
                    Message(
                        "NR-TEXT-001", f"Đoạn “{_briefly(whole)}” có hai lần (lần đầu ở trên)."
                    ),
                    "Xóa một đoạn đi.",
                )
            seen.setdefault(key, start)


def _blocks(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The beginning and end of each run of lines that hold anything."""
    start = None
    for n, line in enumerate((*lines, "")):
        if line.strip():
            start = n if start is None else start
        elif start is not None:
            yield start, n
            start = None


def _unclosed_tags(words: str) -> Iterator[Doubt]:
    """Tags of letters that are opened and not closed: all below becomes bold."""
    still_open: dict[str, list[int]] = {}
    for tag in _STYLING.finditer(words):
        places = still_open.setdefault(tag[2].lower(), [])
        if not tag[1]:
            places.append(tag.start())
        elif places:
            places.pop()
    for name, places in still_open.items():
        for place in places[:1]:
            yield Doubt(
                words.count("\n", 0, place),
                Message(
                    "NR-TEXT-002",
                    f"Thẻ <{name}> mở mà không đóng, nên chữ từ đây đến cuối bài đều đổi kiểu.",
                ),
                f"Thêm </{name}> vào chỗ kết thúc, hoặc xóa <{name}> đi.",
            )


def _unclosed(block: str, start: int) -> Iterator[Doubt]:
    """Marks that are opened and not closed: within a block, and of a list within its item."""
    if not _MARKS.search(block):
        return
    line = start
    cuts = [0, *(item.start() for item in _ITEM.finditer(block) if item.start()), len(block)]
    for begin, end in pairwise(cuts):
        part = block[begin:end]
        yield from (Doubt(line + below, said, hint) for below, said, hint in _unclosed_in(part))
        line += part.count("\n")


def _unclosed_in(part: str) -> Iterator[tuple[int, Message, str]]:
    def line_of(place: int) -> int:
        return part.count("\n", 0, place)

    if part.count("**") % 2 and "***" not in part:
        place = part.rfind("**")
        # Behind a letter and before none it can only close.
        is_end = place > 0 and not part[place - 1].isspace() and not part[place + 2 :][:1].isalnum()
        found = None if is_end else _STRESS.match(part, place)
        words = " ".join(found[1].split()) if found else ""
        yield (
            line_of(place),
            Message(
                "NR-TEXT-003", "Dấu ** mở mà không đóng (hoặc đóng mà không mở), nên hiện ra trang."
            ),
            f"Ghi:  **{words}**" if words else "Thêm ** ở đầu kia chữ in đậm, hoặc xóa đi.",
        )
    elif "***" not in part:
        yield from _with_blanks(part)
    single = _ITEM.sub(lambda item: " " * len(item[0]), part).replace("**", "  ")
    if single.count("*") == 1 and (star := _OPENING_STAR.search(single)):
        yield (
            line_of(star.start()),
            Message("NR-TEXT-004", "Dấu * mở chữ nghiêng mà không đóng, nên hiện ra trang."),
            "Thêm * vào cuối chữ in nghiêng, hoặc xóa đi.",
        )
    for opener, closer in (("[", "]"), ("“", "”")):
        if part.count(opener) > part.count(closer):
            place = _last_open(part, opener, closer)
            yield (
                line_of(place),
                Message(
                    "NR-TEXT-005", f"Dấu {opener} ở “{_briefly(part[place:])}” mở mà không đóng."
                ),
                f"Thêm {closer} vào chỗ kết thúc, hoặc xóa {opener} đi.",
            )
    if part.count("`") % 2:
        place = part.rfind("`")
        yield (
            line_of(place),
            Message("NR-TEXT-006", "Dấu ` đứng một mình, nên hiện ra trang."),
            "Xóa dấu ` đi.",
        )


def _with_blanks(part: str) -> Iterator[tuple[int, Message, str]]:
    """Words to be bold with a blank beside their signs: then these are none."""
    for found in _WITH_BLANKS.finditer(part):
        words = found["words"]
        if words != words.strip():
            yield (
                part.count("\n", 0, found.start()),
                Message(
                    "NR-TEXT-007",
                    "Dấu ** cách chữ một dấu cách, nên hiện ra trang mà chữ không đậm.",
                ),
                f"Ghi:  **{words.strip()}**",
            )


def _last_open(part: str, opener: str, closer: str) -> int:
    """The place of the first bracket that nothing closes."""
    open_ones: list[int] = []
    for place, sign in enumerate(part):
        if sign == opener:
            open_ones.append(place)
        elif sign == closer and open_ones:
            open_ones.pop()
    return open_ones[0] if open_ones else part.find(opener)


def _shouted(block: str, start: int) -> Iterator[Doubt]:
    """A run of capitals, whatever stands between them."""
    if not _CAPITALS.search(block):
        return
    run: list[int] = []
    block = _HEAD_OF_PAPERS.sub(lambda found: re.sub(r"\S", ".", found[0]), block)
    for letter in _LETTER.finditer(f"{block} a"):
        if letter[0].isupper() and letter.start() < len(block):
            run.append(letter.start())
            continue
        # A capital that begins a word in small letters belongs to that word.
        if run and run[-1] == letter.start() - 1:
            run.pop()
        if len(run) >= LONGEST_SHOUT:
            words = " ".join(block[run[0] : run[-1] + 1].split())
            quiet = in_sentence_case(words)
            if quiet == words:
                # Abbreviations in a row.
                return
            yield Doubt(
                start + block.count("\n", 0, run[0]),
                Message("NR-TEXT-008", f"“{_briefly(words)}” viết toàn chữ hoa nên khó đọc."),
                f"Ghi:  {quiet}  (rồi viết hoa lại tên riêng)",
            )
            return
        run = []


def _briefly(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= 50 else f"{plain[:49].rstrip()}…"
