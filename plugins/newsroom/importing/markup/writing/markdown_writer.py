"""The blocks of a page as Markdown, in the hand of this house: see docs/huong-dan/viet-bai.md."""

import re
from collections.abc import Iterable, Sequence

from ....intake.typed_text import addresses
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
from .escaping import Care, escaped_start, escaped_words, with_line_ends

_SIGNS = {"strong": "**", "em": "*", "del": "~~"}
_TICKS = re.compile("`+")
_NEEDS_POINTS = re.compile(r"[\s()<>]|^$")
_ADDRESS = re.compile(addresses.PATTERN, re.DOTALL)


class NoMarkdown(Exception):
    """There is no Markdown for a block: joined cells, a list within a cell."""


def markdown_of(block: PageBlock, care: Care = Care.LIGHT, mark: str = ".") -> str:
    """The block as Markdown; `mark` stands behind the numbers of a list. Raises NoMarkdown."""
    match block:
        case WordsBlock():
            if block.tag == "p":
                return paragraph(block.runs, care)
            words = inline(block.runs, care)
            # Signs at the end of a heading are none of its words.
            words = f"{words[:-1]}\\#" if words.endswith("#") else words
            return f"{'#' * int(block.tag[1])} {words}"
        case PageList():
            return _list(block, care, mark)
        case Quotation():
            within = markdown_of_all(block.blocks, care)
            return "\n".join(f"> {line}" if line else ">" for line in within.split("\n"))
        case Grid():
            return _table(block, care)
        case PictureBlock():
            return _picture(block, care)
        case Divider():
            return "---"
        case SetAsTyped():
            fence = "`" * max([3, *(len(ticks) + 1 for ticks in _TICKS.findall(block.text))])
            return f"{fence}\n{block.text}\n{fence}"
        case PageNotes():
            return "\n\n".join(
                f"[^{n}]: {_set_in(markdown_of_all(note, care), 4)}"
                for n, note in enumerate(block.notes, start=1)
            )
        case OtherBlock():
            raise NoMarkdown


def markdown_of_all(blocks: Sequence[PageBlock], care: Care = Care.LIGHT) -> str:
    """Blocks one below the other. Raises NoMarkdown."""
    written: list[str] = []
    mark = "."
    for n, block in enumerate(blocks):
        mark = mark_below(blocks[n - 1] if n else None, block, mark)
        written.append(markdown_of(block, care, mark))
    return "\n\n".join(written)


def mark_below(before: PageBlock | None, block: PageBlock, mark: str) -> str:
    """The sign behind the numbers of a list: another than above begins another list."""
    are_lists = isinstance(before, PageList) and isinstance(block, PageList)
    return ")" if are_lists and before.kind == block.kind == "ol" and mark == "." else "."  # type: ignore[union-attr]


def paragraph(runs: Sequence[Run], care: Care) -> str:
    lines = [inline(line, care) for line in _lines(runs)]
    is_alone = len(lines) == 1 and not care
    lines = [escaped_start(line, care, is_alone) for line in lines]
    return with_line_ends(lines)


def _lines(runs: Sequence[Run]) -> Iterable[list[Run]]:
    line: list[Run] = []
    for run in runs:
        if run.kind is RunKind.BREAK:
            yield line
            line = []
        else:
            line.append(run)
    yield line


def inline(runs: Sequence[Run], care: Care) -> str:
    """The runs within one line; the end of a line as a tag."""
    return "".join(_spans(nested(runs), care))


def _spans(spans: Sequence[FormatSpan | Run], care: Care) -> Iterable[str]:
    for n, span in enumerate(spans):
        if isinstance(span, Run):
            written = _run(span, care)
            below = spans[n + 1] if n + 1 < len(spans) else None
            if written.endswith("!") and isinstance(below, FormatSpan) and below.tag == "a":
                written = f"{written[:-1]}\\!"
            yield written
            continue
        within = "".join(_spans(span.within, care))
        if span.tag == "a":
            yield _link(span, within, care)
        elif care < Care.TAGS and (sign := _SIGNS.get(span.tag)):
            yield f"{sign}{within}{sign}"
        else:
            yield f"<{span.tag}>{within}</{span.tag}>"


def _run(run: Run, care: Care) -> str:
    match run.kind:
        case RunKind.BREAK:
            return "<br>"
        case RunKind.NOTE:
            return f"[^{run.text}]"
        case RunKind.PICTURE:
            return f"![{escaped_words(run.text, care)}]({_address(run.source)})"
    if "code" in run.formats:
        ticks = "`" * (max([0, *map(len, _TICKS.findall(run.text))]) + 1)
        blank = " " if run.text.startswith("`") or run.text.endswith("`") else ""
        return f"{ticks}{blank}{run.text}{blank}{ticks}"
    return escaped_words(run.text, care)


def _link(link: FormatSpan, within: str, care: Care) -> str:
    only = link.within[0] if len(link.within) == 1 else None
    if not care and isinstance(only, Run) and only.kind is RunKind.WORDS:
        found = _ADDRESS.fullmatch(only.text)
        if found and (address := addresses.address_in(found)) == (only.text, link.href):
            return address.words
    return f"[{within}]({_address(link.href)})"


def _address(address: str) -> str:
    return f"<{address}>" if _NEEDS_POINTS.search(address) else address


def _picture(block: PictureBlock, care: Care) -> str:
    caption = f' "{block.caption}"' if block.caption else ""
    return f"![{escaped_words(block.description, care)}]({_address(block.source)}{caption})"


def _list(block: PageList, care: Care, mark: str) -> str:
    written: list[str] = []
    is_loose = False
    for item in block.items:
        first, *others = item.blocks
        sign = {"ul": "- ", "ol": f"{item.number}{mark} ", "lettered": ""}[block.kind]
        width = len(sign) or 3
        if block.kind == "lettered":
            if not (isinstance(first, WordsBlock) and first.tag == "p"):
                raise NoMarkdown
            words = with_line_ends([inline(line, care) for line in _lines(first.runs)])
        else:
            words = markdown_of(first, care)
        lines = [f"{sign}{_set_in(words, width)}"]
        is_tight = isinstance(first, WordsBlock) and all(isinstance(o, PageList) for o in others)
        before, inner = first, "."
        for other in others:
            inner = mark_below(before, other, inner)
            within = f"{' ' * width}{_set_in(markdown_of(other, care, inner), width)}"
            lines += [within] if is_tight else ["", within]
            before = other
        if written and (is_loose or not is_tight):
            written.append("")
        written += lines
        is_loose = not is_tight
    return "\n".join(written)


def _set_in(text: str, blanks: int) -> str:
    """The text, all lines but the first set in."""
    return re.sub(r"\n(?=[^\n])", f"\n{' ' * blanks}", text)


def _table(grid: Grid, care: Care) -> str:
    head, *rows = grid.rows
    is_plain = all(
        len(row) == len(head) > 1
        and all(not cell.blocks and cell.rows == cell.columns == 1 for cell in row)
        for row in grid.rows
    )
    if not (is_plain and rows and all(cell.is_head for cell in head)):
        raise NoMarkdown
    if any(cell.is_head for row in rows for cell in row):
        raise NoMarkdown
    rule = "|".join(["---"] * len(head))
    return "\n".join([_row(head, care), f"|{rule}|", *(_row(row, care) for row in rows)])


def _row(row: Sequence[GridCell], care: Care) -> str:
    cells = (inline(cell.runs, care) for cell in row)
    bare = (re.sub(r"(?<!\\)\|", r"\\|", cell) for cell in cells)
    return f"| {' | '.join(bare)} |"
