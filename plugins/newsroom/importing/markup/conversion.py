"""HTML of any editor as Markdown that reads back to the same page, block by block."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ...domain.text.vietnamese import clean
from ...intake.text.markdown_text import BrokenMarkdown, fill, render
from ...intake.typed_text.typed_signs import straightened
from .old_addresses import FoundPicture, NotTaken, OldAddresses, PictureAddress
from .page.blocks import PageBlock, PageNotes, Run, RunKind, WordsBlock
from .page.run_order import in_order
from .reading.page_reader import page_of
from .writing.escaping import Care
from .writing.html_writer import html_of
from .writing.markdown_writer import NoMarkdown, inline, mark_below, markdown_of

# In letters: no file of an article may be longer, so nobody has to know how it would read.
_LONGEST = 1_000_000
_MOST_ROUNDS = 8


@dataclass(frozen=True, kw_only=True)
class Converted:
    """A text as Markdown, and what was met on the way.

    `pictures` and `links` are what the Markdown refers to, in their order, under their new
    addresses; `videos` are addresses of videos that were in the text. `kept_as_html` are the
    blocks that no Markdown says, `left` is what was left out.
    """

    markdown: str
    pictures: tuple[FoundPicture, ...] = ()
    links: tuple[str, ...] = ()
    videos: tuple[str, ...] = ()
    kept_as_html: tuple[str, ...] = ()
    left: tuple[NotTaken, ...] = ()


def converted(
    html: str,
    *,
    picture: Callable[[PictureAddress], str | None] | None = None,
    link: Callable[[str], str | None] | None = None,
) -> Converted:
    """The HTML as Markdown, or a block of it as clean HTML where Markdown would read otherwise.

    `picture` gives the new address of a picture and `link` that of a link, as the article is to
    have them; None takes the picture out, and from a link leaves its words.
    """
    addresses = OldAddresses(picture, link)
    blocks = page_of(html, addresses)
    written = _written(blocks)
    return Converted(
        markdown=clean("\n\n".join(text for text, _ in written)),
        pictures=tuple(addresses.pictures),
        links=tuple(dict.fromkeys(addresses.links)),
        videos=tuple(dict.fromkeys(addresses.videos)),
        kept_as_html=tuple(text for text, is_html in written if is_html),
        left=addresses.left_out(),
    )


def inline_markdown(
    html: str,
    *,
    picture: Callable[[PictureAddress], str | None] | None = None,
    link: Callable[[str], str | None] | None = None,
) -> str:
    """The words of one paragraph, item or cell as Markdown on one line."""
    runs: list[Run] = []
    for block in page_of(html, OldAddresses(picture, link)):
        if isinstance(block, WordsBlock):
            runs += [Run(RunKind.WORDS, " "), *block.runs] if runs else block.runs
    one_line = [Run(RunKind.WORDS, " ") if run.kind is RunKind.BREAK else run for run in runs]
    wanted = page_of(f"<p>{_html_of_runs(one_line)}</p>")
    for care in Care:
        text = inline(one_line, care)
        if _reads(text) == wanted:
            return text
    return text


def escaped(text: str) -> str:
    """Plain text as Markdown that shows each of its lines and signs as they were typed."""
    blocks: list[PageBlock] = []
    for paragraph in re.split(r"\n\s*\n", clean(text.replace("\r\n", "\n"))):
        lines = [line.strip() for line in paragraph.split("\n") if line.strip()]
        runs: list[Run] = []
        for line in lines:
            runs += [*([Run(RunKind.BREAK)] if runs else []), Run(RunKind.WORDS, line)]
        if runs:
            blocks.append(WordsBlock(tag="p", runs=in_order(runs)))
    return clean(_joined(_written(tuple(blocks))))


def _html_of_runs(runs: Sequence[Run]) -> str:
    return html_of(WordsBlock(tag="p", runs=tuple(runs))).removeprefix("<p>").removesuffix("</p>")


def _written(blocks: tuple[PageBlock, ...]) -> list[tuple[str, bool]]:
    """Each block as it is written, and whether that is HTML."""
    choices = [0] * len(blocks)
    written = _write(blocks, choices)
    if _fits(written, blocks):
        return written
    for n, block in enumerate(blocks):
        if not isinstance(block, PageNotes):
            choices[n] = _choice(block)
    for _ in range(_MOST_ROUNDS):
        written = _write(blocks, choices)
        read = _reads(_joined(written))
        if read == blocks:
            return written
        first = next(
            (n for n, (a, b) in enumerate(zip(read, blocks, strict=False)) if a != b),
            min(len(read), len(blocks)) - 1,
        )
        around = [n for n in (first - 1, first, first + 1) if 0 <= n < len(blocks)]
        for n in around:
            choices[n] = min(choices[n] + 2, _HTML)
    return _write(blocks, [_HTML] * len(blocks))


_HTML = len(Care)


def _choice(block: PageBlock) -> int:
    for care in Care:
        try:
            text = markdown_of(block, care)
        except NoMarkdown:
            return _HTML
        if _reads(text) == (block,):
            return care
    return _HTML


def _write(blocks: Sequence[PageBlock], choices: Sequence[int]) -> list[tuple[str, bool]]:
    written: list[tuple[str, bool]] = []
    mark = "."
    for n, (block, choice) in enumerate(zip(blocks, choices, strict=True)):
        mark = mark_below(blocks[n - 1] if n else None, block, mark)
        try:
            if choice == _HTML:
                raise NoMarkdown
            written.append((markdown_of(block, Care(choice), mark), False))
        except NoMarkdown:
            written.append((html_of(block), True))
    return written


def _joined(written: Sequence[tuple[str, bool]]) -> str:
    return "\n\n".join(text for text, _ in written)


def _fits(written: Sequence[tuple[str, bool]], blocks: tuple[PageBlock, ...]) -> bool:
    text = _joined(written)
    return len(text) > _LONGEST or _reads(text) == blocks


def _reads(text: str) -> tuple[PageBlock, ...]:
    """The page that our own text rules make of Markdown."""
    try:
        rendered = render(straightened(clean(text)))
    except BrokenMarkdown:
        return ()
    return page_of(fill(rendered.html, iter(rendered.finished)))
