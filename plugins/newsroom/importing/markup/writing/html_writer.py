"""The blocks of a page as clean HTML: the elements that the text rules let stand in an article."""

from collections.abc import Iterable, Sequence
from html import escape

from ....intake.text.credit import parted
from ....intake.typed_text import LETTERED
from ..page.blocks import (
    Divider,
    Grid,
    GridCell,
    OtherBlock,
    PageBlock,
    PageList,
    PageNotes,
    PictureBlock,
    Quotation,
    Run,
    RunKind,
    SetAsTyped,
    WordsBlock,
)
from ..page.nesting_of_runs import FormatSpan, nested


def html_of(block: PageBlock) -> str:
    """The block as HTML without an empty line, which would end it for Markdown."""
    match block:
        case WordsBlock():
            return f"<{block.tag}>{inline_html(block.runs)}</{block.tag}>"
        case PageList():
            return _list(block)
        case Quotation():
            return f"<blockquote>\n{_all(block.blocks)}\n</blockquote>"
        case Grid():
            return _table(block)
        case PictureBlock():
            return _figure(block)
        case Divider():
            return "<hr>"
        case SetAsTyped():
            return f"<pre>{_text(block.text)}</pre>"
        case PageNotes():
            items = "\n".join(f"<li>{_within(note)}</li>" for note in block.notes)
            return f"<ol>\n{items}\n</ol>"
        case OtherBlock():
            return f"<{block.tag}>{_within(block.blocks)}</{block.tag}>"


def _all(blocks: Iterable[PageBlock]) -> str:
    return "\n".join(map(html_of, blocks))


def _within(blocks: Sequence[PageBlock]) -> str:
    """Blocks in an item or cell: a paragraph alone needs no element of its own."""
    first, *others = blocks
    if (
        isinstance(first, WordsBlock)
        and first.tag == "p"
        and not any(isinstance(other, WordsBlock) for other in others)
    ):
        return "\n".join([inline_html(first.runs), *map(html_of, others)])
    return _all(blocks)


def inline_html(runs: Sequence[Run]) -> str:
    return "".join(_spans(nested(runs)))


def _spans(spans: Sequence[FormatSpan | Run]) -> Iterable[str]:
    for span in spans:
        if isinstance(span, Run):
            yield _run(span)
        elif span.tag == "a":
            yield f'<a href="{_text(span.href)}">{"".join(_spans(span.within))}</a>'
        else:
            yield f"<{span.tag}>{''.join(_spans(span.within))}</{span.tag}>"


def _run(run: Run) -> str:
    match run.kind:
        case RunKind.BREAK:
            return "<br>"
        case RunKind.NOTE:
            return f"<sup>[{run.text}]</sup>"
        case RunKind.PICTURE:
            return f'<img src="{_text(run.source)}" alt="{_text(run.text)}">'
    words = _text(run.text)
    return f"<code>{words}</code>" if "code" in run.formats else words


def _text(words: str) -> str:
    return escape(words, quote=True).replace("&#x27;", "'")


def _figure(block: PictureBlock) -> str:
    picture = f'<img src="{_text(block.source)}" alt="{_text(block.description)}">'
    if not block.caption:
        return f"<figure>{picture}</figure>"
    seen, credit = parted(block.caption)
    said = f"<small>{_text(credit)}</small>" if credit else ""
    words = " ".join(filter(None, (_text(seen), said)))
    return f"<figure>{picture}<figcaption>{words}</figcaption></figure>"


def _list(block: PageList) -> str:
    tag = "ol" if block.kind == "ol" else "ul"
    of_class = f' class="{LETTERED}"' if block.kind == "lettered" else ""
    start, items = "", []
    expected = block.items[0].number
    if tag == "ol" and expected != 1:
        start = f' start="{expected}"'
    for item in block.items:
        value = f' value="{item.number}"' if tag == "ol" and item.number != expected else ""
        items.append(f"<li{value}>{_within(item.blocks)}</li>")
        expected = item.number + 1
    return "\n".join([f"<{tag}{of_class}{start}>", *items, f"</{tag}>"])


def _table(grid: Grid) -> str:
    rows = [f"<tr>{''.join(map(_cell, row))}</tr>" for row in grid.rows]
    return "\n".join(["<table>", *rows, "</table>"])


def _cell(cell: GridCell) -> str:
    tag = "th" if cell.is_head else "td"
    columns = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    rows = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    within = _within(cell.blocks) if cell.blocks else inline_html(cell.runs)
    return f"<{tag}{columns}{rows}>{within}</{tag}>"
