"""The pieces of a document as blocks."""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...block import Block, BlockKind
from ..looks.style_sheet import StyleRole
from .captions import with_captions
from .heading_levels import with_even_levels
from .headings import label_of, typed_headings, without_star
from .inline import text_of
from .lists import html_of_lists, items_at, split_typed_lines
from .piece import Line, NotesHere, PictureHere, Piece, TableHere

# In letters: somebody gave the style of a heading to a paragraph.
_LONGEST_HEADING = 250


def blocks_of(pieces: Sequence[Piece]) -> list[Block]:
    """The blocks that the pieces of a document make."""
    return with_even_levels([*_blocks(pieces)])


def _blocks(pieces: Sequence[Piece]) -> Iterator[Block]:
    pieces = with_captions([*_cut(pieces)])
    headings = typed_headings(pieces)
    n = 0
    while n < len(pieces):
        piece = pieces[n]
        if items := items_at(pieces, n, headings):
            is_boxed = isinstance(piece, Line) and piece.known.in_text_box
            for made, text in html_of_lists(items):
                yield Block(kind=BlockKind.LIST, html=made, text=text, in_text_box=is_boxed)
            n += len(items)
            continue
        quoted = _quoted(pieces, n)
        if quoted:
            yield _quote(quoted)
            n += len(quoted)
            continue
        yield _block(piece, headings.get(n))
        n += 1


def _cut(pieces: Sequence[Piece]) -> Iterator[Piece]:
    for piece in pieces:
        match piece:
            case Line():
                yield from split_typed_lines(piece)
            case _:
                yield piece


def _block(piece: Piece, typed_level: int | None) -> Block:
    match piece:
        case Line():
            is_typed = typed_level is not None
            return _of_line(without_star(piece) if is_typed else piece, typed_level)
        case PictureHere():
            return _picture(piece)
        case TableHere():
            is_boxed = piece.known.in_text_box
            return Block(
                kind=BlockKind.TABLE, html=piece.html, text=piece.text, in_text_box=is_boxed
            )
        case NotesHere():
            return _notes(piece)


def _of_line(line: Line, typed_level: int | None) -> Block:
    known = line.known
    block = Block(
        kind=BlockKind.PARAGRAPH,
        html=f"<p>{_labelled(line)}</p>",
        text=label_of(line) if known.counted else line.columns or line.text,
        alignment=known.alignment,
        bold=known.bold,
        italic=known.italic,
        capitals=known.capitals,
        style=known.style,
        in_text_box=known.in_text_box,
    )
    level = typed_level
    if known.role is StyleRole.TITLE:
        level = 0
    elif known.role is StyleRole.HEADING and len(line.text) <= _LONGEST_HEADING:
        level = known.level
    if level is None:
        return block
    inner = re.sub("</?strong>", "", _labelled(line)).replace("<br>", " ")
    name = f"h{min(level + 1, 6)}"
    return replace(
        block, kind=BlockKind.HEADING, level=level, html=f"<{name}>{inner}</{name}>"
    )  # fmt: skip


def _labelled(line: Line) -> str:
    """The words with the number that Word counted, where that is no list."""
    counted = line.known.counted
    if counted is None or not counted.label:
        return line.inner
    return f"{html.escape(counted.label, quote=False)} {line.inner}"


def _picture(picture: PictureHere) -> Block:
    words = html.escape(picture.description)
    image = f'<img src="{html.escape(picture.name)}" alt="{words}">'
    below = f"<figcaption>{picture.caption}</figcaption>" if picture.caption else ""
    return Block(
        kind=BlockKind.PICTURE,
        html=f"<figure>{image}{below}</figure>",
        text=text_of(picture.caption),
        alignment=picture.known.alignment,
        in_text_box=picture.known.in_text_box,
    )


def _quoted(pieces: Sequence[Piece], start: int) -> list[Line]:
    lines: list[Line] = []
    for piece in pieces[start:]:
        if not isinstance(piece, Line) or piece.known.role is not StyleRole.QUOTE:
            break
        lines.append(piece)
    return lines


def _quote(lines: list[Line]) -> Block:
    inner = "".join(f"<p>{_labelled(line)}</p>" for line in lines)
    return Block(
        kind=BlockKind.QUOTE,
        html=f"<blockquote>{inner}</blockquote>",
        text="\n".join(line.text for line in lines),
        italic=all(line.known.italic for line in lines),
        style=lines[0].known.style,
    )


def _notes(notes: NotesHere) -> Block:
    items = "".join(
        f'<li id="fn:{n}"><p>{words} <a class="footnote-backref" href="#fnref:{n}">↩</a></p></li>'
        for n, words in enumerate(notes.notes, start=1)
    )
    return Block(
        kind=BlockKind.FOOTNOTES,
        html=f'<div class="footnote"><hr><ol>{items}</ol></div>',
        text="\n".join(text_of(words) for words in notes.notes),
    )
