"""Markdown as Python-Markdown reads it, with what a newsroom's texts need beside."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from .everyday_markdown import PLAIN, MarkdownPiece, broken, means_more, pieces_of

_SIGN = "zqxplainzqx"
_PLACE = f"<p>{_SIGN}</p>"
# What could swallow or change a paragraph that stands elsewhere: raw HTML, an entity that spells
# the sign, the place for footnotes, and what Python-Markdown drops or reads as a line's end.
_FAR_REACHING = ("<", "&#", "///", "\x02", "\x03", "\r")


class BrokenMarkdown(ValueError):
    """The text is nested so deeply, or so oddly, that Markdown gave up."""


@dataclass(frozen=True, kw_only=True)
class Rendered:
    """A text as HTML, not yet sanitised, with the places of what is finished already.

    `finished` holds whole elements without attributes and entities, which no sanitiser would
    change.
    """

    html: str
    finished: tuple[str, ...] = ()

    @property
    def is_finished(self) -> bool:
        """True where the places of what is finished are all there is."""
        return self.html in ("", _PLACE)

    def fits(self, html: str) -> bool:
        """True where every place is there, in the same or changed HTML, and no false one."""
        places = len(self.finished)
        return not places or html.count(_SIGN) == html.count(_PLACE) == places


def fill(html: str, finished: Iterator[str]) -> str:
    """Rendered HTML, or the next part of it, with as much of what is finished as it has places."""
    first, *others = html.split(_PLACE)
    return first + "".join(next(finished, _PLACE) + other for other in others)


def render(text: str) -> Rendered:
    """The text as HTML of which as little as possible is left to do. Raises BrokenMarkdown."""
    if _SIGN in text:
        return render_whole(text)
    pieces = pieces_of(text)
    if pieces is not None:
        return _joined(pieces)
    if any(sign in text for sign in _FAR_REACHING):
        return render_whole(text)
    left, finished = _plain_taken_out(text.split("\n\n"))
    rendered = Rendered(html=_convert(left, text), finished=finished)
    return rendered if rendered.fits(rendered.html) else render_whole(text)


def render_whole(text: str) -> Rendered:
    """The text as Python-Markdown alone makes it. Raises BrokenMarkdown."""
    return Rendered(html=_convert(text, text))


def _joined(pieces: list[MarkdownPiece]) -> Rendered:
    html, finished = [], []
    for is_finished, group in groupby(pieces, lambda piece: piece.is_finished):
        joined = "\n".join(piece.html for piece in group)
        html.append(_PLACE if is_finished else joined)
        if is_finished:
            finished.append(joined)
    return Rendered(html="\n".join(html), finished=tuple(finished))


def _plain_taken_out(blocks: list[str]) -> tuple[str, tuple[str, ...]]:
    """The text with one word for each run of plain paragraphs, and the HTML of these runs."""
    left, runs = [], []
    for is_plain, run in groupby(blocks, _is_plain):
        if is_plain:
            left.append(_SIGN)
            runs.append("\n".join(f"<p>{broken(block)}</p>" for block in run))
        else:
            left.extend(run)
    return "\n\n".join(left), tuple(runs)


def _is_plain(block: str) -> bool:
    return bool(PLAIN.fullmatch(block)) and not means_more(block)


def _convert(text: str, of: str) -> str:
    from .python_markdown import convert

    try:
        return convert(text)
    except Exception as error:
        raise BrokenMarkdown(of[:40]) from error
