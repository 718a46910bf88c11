"""The rule for the end of a typed line: a break, unless an editor wrapped the text there."""

import re
from itertools import pairwise

# In characters. Editors wrap at 72 to 120; nobody's wraps at 45, a verse is shorter than that.
_NARROWEST, _WIDEST, LONGEST_VERSE, _LONGEST_LABEL = 60, 120, 45, 50
_AROUND = "*_~\"'“”‘’«»()[]"
_SENTENCE_ENDS = (".", "!", "?", "…", "。")
# a) b. c/ ii) at the start of a line: a sign of an enumeration, although it is a small letter.
_SIGN = re.compile(r"(?:[a-zđ]|[ivx]{1,4})[.)/]\s")
# Nobody's sentence goes on with a box to be ticked.
_BOX = re.compile(r"\[[ xXvV✓]?\]\s")
_IN_BRACKETS = re.compile(r"[*_]{0,3}\([^()]{1,40}\)[*_]{0,3}")
_LABEL = re.compile(r"[^\W\d][^:.!?;,\n]{0,30}:\s")
_ADDRESS = re.compile(r"(?:https?://|www\.)|\S+@\S", re.IGNORECASE)
# A path of Windows may end in the same sign as a break.
_FOLDER = re.compile(r"(?:^|[\s(“\"])(?:[A-Za-z]:\\|\\\\\w)(?:[^.!?]*\\)?$")
_BLOCK_TAG = (
    r"</?(?:p|div|table|thead|tbody|tr|td|th|ul|ol|li|dl|dt|dd|br|hr|h[1-6]|blockquote|figure"
    r"|figcaption|img|section|article|center|pre|iframe|video)\b[^<>]*>"
)
_ENDS_APART = re.compile(rf"(?:{_BLOCK_TAG}|\x03)$", re.IGNORECASE)
_STARTS_APART = re.compile(rf"(?:{_BLOCK_TAG}|\x02wz)", re.IGNORECASE)
# A tag or code that goes on below is one thing.
_IN_TAG, _TICKS = re.compile(r"</?[a-zA-Z][^<>]*>"), re.compile("`+")
_TAGS = re.compile(r"(?:</?[a-zA-Z][^<>]*>\s*)+")
_ATTRIBUTES = re.compile(r"\{(?=:|\s*[.#][\w-]|\s*[^\s}=]+=)[^\n]*\}")
_PICTURE = re.compile(r"!\[[^]]*\]\([^)]*\)|!\[[^]]*\]\[[^]]*\]")


def with_breaks(paragraph: str) -> str:
    """The paragraph, two blanks at the end of each line that was broken by hand.

    >>> with_breaks("Thời gian: 7 giờ\\nĐịa điểm: sân trường\\nvà vườn trường")
    'Thời gian: 7 giờ  \\nĐịa điểm: sân trường\\nvà vườn trường'
    """
    if "\n" not in paragraph:
        return paragraph
    lines = paragraph.split("\n")
    is_kept, undivided = _kept(lines), _undivided(paragraph)
    for n in range(len(lines) - 1):
        line = lines[n]
        if n in undivided or line.endswith("  "):
            continue
        if _ends_in_backslash(line):
            lines[n] = f"{line[:-1].rstrip()}  "
        elif is_kept[n]:
            lines[n] = f"{line.rstrip()}  "
        else:
            continue
        lines[n + 1] = lines[n + 1].lstrip()
    return "\n".join(lines)


def _undivided(paragraph: str) -> set[int]:
    """The lines whose end lies within a tag or code."""
    spans = [tag.span() for tag in _IN_TAG.finditer(paragraph) if "\n" in tag[0]]
    spans += _code_spans(paragraph) if "`" in paragraph else []
    return {
        n
        for start, end in spans
        for n in range(paragraph.count("\n", 0, start), paragraph.count("\n", 0, end))
    }


def _code_spans(paragraph: str) -> list[tuple[int, int]]:
    """The places where code begins and ends: from some backticks to the next that are as many."""
    ticks = [found.span() for found in _TICKS.finditer(paragraph)]
    following: dict[int, int] = {}
    ends = [0] * len(ticks)
    for n in range(len(ticks) - 1, -1, -1):
        length = ticks[n][1] - ticks[n][0]
        ends[n] = following.get(length, 0)
        following[length] = n
    spans, n = [], 0
    while n < len(ticks):
        if ends[n]:
            spans.append((ticks[n][0], ticks[ends[n]][1]))
        n = max(n, ends[n]) + 1
    return [(start, end) for start, end in spans if "\n" in paragraph[start:end]]


def is_wrapped(line: str, below: str) -> bool:
    """True where the next line goes on with the sentence of this one: only an editor breaks so."""
    return starts_small(below) and not ends_sentence(line) and not _is_of_signature(line, below)


def _is_of_signature(line: str, below: str) -> bool:
    """“(đã ký)” under a title, or small letters under a line of capitals: nobody's wrapping."""
    is_title = len(line) < LONGEST_VERSE and line.isupper() and " " in line.strip()
    return is_title or (
        len(line) < LONGEST_VERSE and _IN_BRACKETS.fullmatch(below.strip()) is not None
    )


def starts_small(line: str) -> bool:
    start = (_TAGS.sub("", line) if "<" in line else line).lstrip()
    if _BOX.match(start):
        return False
    start = start.lstrip(_AROUND)
    return start[:1].islower() and not _SIGN.match(start) and not _ADDRESS.match(start)


def ends_sentence(line: str) -> bool:
    end = (_TAGS.sub("", line) if "<" in line else line).rstrip().rstrip(_AROUND)
    is_label = end.endswith((":", ";")) and len(end) < _LONGEST_LABEL
    return is_label or end.endswith(_SENTENCE_ENDS)


def _kept(lines: list[str]) -> list[bool]:
    """For each line but the last, whether its end was typed."""
    pairs = list(pairwise(lines))
    wrapped = [is_wrapped(line, below) for line, below in pairs]
    if _is_verse(lines):
        wrapped = [False] * len(pairs)
    elif any(wrapped) and _are_labelled(lines):
        wrapped = [
            is_joined and not _LABEL.match(below.lstrip())
            for is_joined, (_, below) in zip(wrapped, pairs, strict=True)
        ]
    elif any(wrapped) and not all(wrapped) and _is_set_by_an_editor(lines):
        wrapped = [True] * len(pairs)
    return [
        not is_joined and not _stand_apart(line, below)
        for is_joined, (line, below) in zip(wrapped, pairs, strict=True)
    ]


def _are_labelled(lines: list[str]) -> bool:
    """True where short lines begin with labels: “địa điểm: sân trường”."""
    return (
        max(map(len, lines)) < _NARROWEST
        and sum(_LABEL.match(line.lstrip()) is not None for line in lines) > 1
    )


def _is_verse(lines: list[str]) -> bool:
    """Short lines that begin small, as poems have them, and no editor would leave."""
    if len(lines) < 3 or max(map(len, lines)) > LONGEST_VERSE:
        return False
    if starts_small(lines[0]) and all(" " in line.strip() for line in lines):
        return True
    return len(lines) > 3 and (not _is_filled(lines) or _has_metre(lines))


def _has_metre(lines: list[str]) -> bool:
    """As many syllables in each line, or six and eight by turns."""
    counts = [len(line.split()) for line in lines]
    return len({*counts[::2]}) == len({*counts[1::2]}) == 1 and (
        counts[0] == counts[1] > 3 or (counts[0], counts[1]) == (6, 8)
    )


def _is_set_by_an_editor(lines: list[str]) -> bool:
    """True where long lines are as full as can be; then a name that begins one begins no line."""
    width = max(len(line.rstrip()) for line in lines[:-1])
    return len(lines) > 2 and _NARROWEST <= width <= _WIDEST and _is_filled(lines)


def _is_filled(lines: list[str]) -> bool:
    """True where no line's first word would have fitted at the end of the line above."""
    width = max(len(line.strip()) for line in lines)
    return all(
        len(line.strip()) + 1 + len((below.split() or [""])[0]) > width
        for line, below in pairwise(lines)
    )


def _stand_apart(line: str, below: str) -> bool:
    """True where HTML or a picture separates the lines already, or there is nothing to part."""
    line, below = line.strip(), below.strip()
    return bool(
        not (line and below)
        or _TAGS.fullmatch(line)
        or _TAGS.fullmatch(below)
        or _ENDS_APART.search(line)
        or _STARTS_APART.match(below)
        or _ATTRIBUTES.fullmatch(below)
        or _PICTURE.fullmatch(line)
        or _PICTURE.fullmatch(below)
    )


def _ends_in_backslash(line: str) -> bool:
    backslashes = len(line) - len(line.rstrip("\\"))
    return backslashes % 2 == 1 and not _FOLDER.search(line)
