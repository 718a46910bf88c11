"""The forms in which the words around a text are compared: without marks, dashes made alike."""

import re
from functools import lru_cache

from ...domain.text.vietnamese import clean, strip_marks

# Also the lines of which tables are drawn.
_DASHES = re.compile("[‐‑‒–—―−─━═╌┄]")
# As chats have them around a line: 📸 Ảnh: …
_PICTOGRAMS = "\u2600-\u27bf\u2b00-\u2bff\u200d\ufe0e\ufe0f\U0001f000-\U0001faff"
_ORNAMENT = re.compile(r"^[\s>*_#~•·]+|[\s*_~]+$")
_PICTURED = re.compile(rf"^[\s{_PICTOGRAMS}]+|[\s{_PICTOGRAMS}]+$")


@lru_cache(maxsize=4_000)
def plain(line: str) -> str:
    """The line in small letters without any mark, single blanks, without stars around it.

    >>> plain("**ĐỘC LẬP – TỰ DO**")
    'doc lap - tu do'
    """
    words = _DASHES.sub("-", without_pictograms(bare(line)))
    return " ".join(strip_marks(words).casefold().split())


def bare(line: str) -> str:
    """The words of a line without Markdown's signs around the whole of it."""
    return _ORNAMENT.sub("", clean(line))


def without_pictograms(words: str) -> str:
    """The words without the little pictures before and behind them."""
    return _PICTURED.sub("", words)


def cells_in(line: str) -> list[str]:
    """The pieces of a line that stand beside one another: parted by tabs or a row of blanks."""
    return [cell for part in re.split(r"\t+|\s{3,}|\s\|\s", line.strip()) if (cell := bare(part))]


def is_rule(line: str) -> bool:
    """True for a line of dashes, stars or dots across the page; so is `o0o` and `***`.

    >>> [is_rule(line) for line in ("----------", "—o0o—", "_ _ _ _", "- Một", "…")]
    [True, True, True, False, False]
    """
    packed = re.sub(r"\s", "", _DASHES.sub("-", clean(line)))
    return bool(re.fullmatch(r"(?:[-_=*~.]{3,}|[-_=*~.]*[o0O]{2,4}[-_=*~.]*|-)", packed)) and (
        len(packed) > 2
    )
