"""HTML of any editor as Markdown that reads back to the same page, block by block."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ...domain.content.video import video_at
from ...domain.text.vietnamese import clean
from .meaning.meant import meant
from .old_addresses import FoundPicture, NotTaken, OldAddresses, PictureAddress
from .page.blocks import PageBlock, Run, RunKind, WordsBlock
from .page.run_order import in_order
from .reading.page_reader import page_of
from .writing.checked_writing import joined, read_back, written
from .writing.escaping import Care
from .writing.html_writer import html_of
from .writing.markdown_writer import inline


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
    blocks = meant(page_of(html, addresses))
    found = written(blocks)
    return Converted(
        markdown=clean(joined(found)),
        pictures=tuple(addresses.pictures),
        links=tuple(dict.fromkeys(addresses.links)),
        videos=tuple(dict.fromkeys(_videos(blocks, addresses.videos))),
        kept_as_html=tuple(block.text for block in found if block.is_html),
        left=addresses.left_out(),
    )


def _videos(blocks: Sequence[PageBlock], embedded: Sequence[str]) -> Iterator[str]:
    """The addresses of videos, as they come: those that were embedded or stand on their own."""
    for block in blocks:
        if isinstance(block, WordsBlock) and len(block.runs) == 1 and (to := block.runs[0].href):
            video = video_at(to)
            if to in embedded:
                yield to
            elif video and video.youtube:
                yield video.link
    yield from embedded


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
        if read_back(text) == wanted:
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
    return clean(joined(written(tuple(blocks))))


def _html_of_runs(runs: Sequence[Run]) -> str:
    return html_of(WordsBlock(tag="p", runs=tuple(runs))).removeprefix("<p>").removesuffix("</p>")
