"""Captions: which line below a picture says what is to be seen on it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....intake.text.credit import parted
from ...block import Alignment
from ..looks.style_sheet import StyleRole
from .piece import Line, PictureHere, Piece

# In letters: what is longer tells a story.
LONGEST_CAPTION = 200
_SAYS_SO = re.compile(
    r"\(?\s*(?:ảnh|hình|hình ảnh|bức ảnh|tranh|ảnh minh h[oọ]ạ?|hình minh h[oọ]ạ?|chú thích ảnh)"
    r"(?: chụp| tư liệu| trên| dưới| trái| phải| bên trái| bên phải)?"
    r"(?:\s*\d{1,3}\s*(?:[:.)–—-]|$)|\s*:)",
    re.IGNORECASE,
)
# Who wrote it, or took all the photos: not what is to be seen on one of them.
_SIGNED = re.compile(
    r"\(?\s*(?:người (?:viết|thực hiện|đưa tin|gửi)|tác giả|thực hiện|cộng tác viên|ctv|biên tập"
    r"|(?:tin|bài|tin bài)(?:,| và|, và)? ảnh|tin|bài|nguồn(?: ảnh| tin)?|nơi nhận|tổ|ngày)\b"
    r"[^:]*:",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\([^()]+\)\.?")
_FULL_SENTENCE = re.compile(r"[.!?]\s+\S.*[.!?]$")


def with_captions(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, captions taken to their pictures."""
    found: list[Piece] = []
    of_all = _credit_of_all(pieces)
    n = 0
    while n < len(pieces):
        piece = pieces[n]
        if not isinstance(piece, PictureHere):
            above = _caption_above(pieces, n, found)
            if above:
                found.append(above)
                n += 2
                continue
            found.append(piece)
            n += 1
            continue
        start = n
        while n < len(pieces) and isinstance(pieces[n], PictureHere):
            n += 1
        group = [one for one in pieces[start:n] if isinstance(one, PictureHere)]
        lines = [line for line in _captions_at(pieces, n, len(group)) if line is not of_all]
        n += len(lines)
        found += _given(group, lines)
    return found


def _credit_of_all(pieces: Sequence[Piece]) -> Line | None:
    """The one line that names a photographer, below the last of several pictures."""
    if sum(isinstance(one, PictureHere) for one in pieces) < 2:
        return None
    credits = [one for one in pieces if isinstance(one, Line) and not parted(one.text)[0].strip()]
    last = max(n for n, one in enumerate(pieces) if isinstance(one, PictureHere))
    is_last = len(credits) == 1 and any(one is credits[0] for one in pieces[last:])
    return credits[0] if is_last else None


def _captions_at(pieces: Sequence[Piece], start: int, most: int) -> Iterator[Line]:
    """The captions that stand there: one, or one for each of the pictures above."""
    for count, piece in enumerate(pieces[start : start + most]):
        if not isinstance(piece, Line) or not is_caption(piece):
            return
        if count and not _is_alike(piece, pieces[start]):
            return
        yield piece


def _is_alike(line: Line, first: Piece) -> bool:
    return isinstance(first, Line) and line.known.style == first.known.style


def _given(pictures: list[PictureHere], lines: list[Line]) -> Iterator[PictureHere]:
    """The pictures with their captions; one for several stands under the last."""
    captions = [_bare(line) for line in lines]
    if len(captions) < len(pictures):
        captions = [""] * (len(pictures) - 1) + ["<br>".join(captions)]
    for picture, caption in zip(pictures, captions, strict=True):
        yield replace(picture, caption=caption)


def _caption_above(
    pieces: Sequence[Piece], n: int, found: Sequence[Piece]
) -> PictureHere | None:  # fmt: skip
    """The picture below a line that its style calls a caption, where none above wants it."""
    line, below = pieces[n], pieces[n + 1] if n + 1 < len(pieces) else None
    if not isinstance(line, Line) or line.known.role is not StyleRole.CAPTION:
        return None
    behind = pieces[n + 2] if n + 2 < len(pieces) else None
    has_own = isinstance(behind, Line) and behind.known.role is StyleRole.CAPTION
    if isinstance(below, PictureHere) and not has_own:
        return replace(below, caption=_bare(line))
    return None


def is_caption(line: Line) -> bool:
    """True for a line that, below a picture, is its caption."""
    known, text = line.known, line.text
    if known.role is StyleRole.CAPTION:
        return True
    if known.role is not StyleRole.BODY or known.counted or len(text) > LONGEST_CAPTION:
        return False
    if _SIGNED.match(text):
        return False
    if _SAYS_SO.match(text):
        return True
    if known.alignment is Alignment.RIGHT or known.capitals or (known.bold and not known.italic):
        return False
    is_set_apart = known.italic or known.alignment is Alignment.CENTRE
    return (is_set_apart or bool(_IN_BRACKETS.fullmatch(text))) and not _FULL_SENTENCE.search(text)


def _bare(line: Line) -> str:
    """A caption's words without the brackets and marks that are around all of it."""
    from .inline import without_marks

    inner = without_marks(line.inner)
    return inner[1:-1].strip() if re.fullmatch(r"\([^()]*\)", inner) else inner
