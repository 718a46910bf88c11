"""The blocks of a page from its HTML: the same for what an editor wrote and for what we render."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from ..page.blocks import (
    Divider,
    OtherBlock,
    PageBlock,
    PageNotes,
    PictureBlock,
    Quotation,
    Run,
    RunKind,
    SetAsTyped,
    WordsBlock,
)
from ..page.run_order import in_order
from .footnotes import Footnotes, footnotes_of
from .html_tree import HtmlElement, names_in, tree_of
from .page_lists import list_of
from .page_tables import blocks_of_table
from .sources import AddressesAsTheyAre, PageSources
from .styles import formats_within, is_centred, is_hidden

_BLOCKS = names_in(
    "address article aside blockquote body caption center dd dir div dl dt details"
    " fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main"
    " menu nav ol p pre section summary table tbody td tfoot th thead tr ul iframe video"
    " audio embed object"
)
_EMBEDS = frozenset({"iframe", "video", "audio", "embed", "object"})
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def page_of(html: str, sources: PageSources | None = None) -> tuple[PageBlock, ...]:
    """The page that a piece of HTML shows. Pictures and links are what `sources` makes of them."""
    tree = tree_of(html)
    notes = footnotes_of(tree)
    reader = PageReader(sources or AddressesAsTheyAre(), notes)
    blocks = reader.blocks_of(tree.children)
    if notes:
        written = tuple(reader.blocks_of(note.children) for note in notes.elements)
        blocks = (*blocks, PageNotes(notes=tuple(note for note in written)))
    return _one_lower(blocks) if any(is_first(block) for block in blocks) else blocks


def is_first(block: PageBlock) -> bool:
    return isinstance(block, WordsBlock) and block.tag == "h1"


def _one_lower(blocks: tuple[PageBlock, ...]) -> tuple[PageBlock, ...]:
    """The blocks, headings a level lower: the page's own title is its h1."""
    return tuple(
        replace(block, tag=_HEADINGS[min(_HEADINGS.index(block.tag) + 1, 5)])
        if isinstance(block, WordsBlock) and block.tag in _HEADINGS
        else block
        for block in blocks
    )


@dataclass(frozen=True, kw_only=True)
class _Look:
    """The look and the link that words inherit from the elements around them."""

    formats: frozenset[str] = frozenset()
    href: str = ""
    is_centred: bool = False


class PageReader:
    """Reads elements into blocks; gathers what is left out in its sources."""

    def __init__(self, sources: PageSources, notes: Footnotes | None = None) -> None:
        self.sources, self.notes = sources, notes

    def blocks_of(
        self, children: Iterable[HtmlElement | str], look: "_Look | None" = None
    ) -> tuple[PageBlock, ...]:
        """The blocks of what an element holds."""
        gathering = _Gathering(self, look or _Look())
        gathering.read(children, gathering.look)
        gathering.end_paragraph()
        return tuple(gathering.blocks)


@dataclass
class _Gathering:
    """The blocks read so far, and the runs of the paragraph that is being read."""

    reader: PageReader
    look: _Look
    blocks: list[PageBlock] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    of: HtmlElement | None = None
    tag: str = "p"

    def read(self, children: Iterable[HtmlElement | str], look: _Look) -> None:
        for child in children:
            if isinstance(child, str):
                if child:
                    self.runs.append(Run(RunKind.WORDS, child, look.formats, look.href))
            elif is_hidden(child):
                self.reader.sources.leave_hidden(child)
            elif child.tag in _BLOCKS:
                self._read_block(child, look)
            else:
                self._read_inline(child, look)

    def _read_inline(self, element: HtmlElement, look: _Look) -> None:
        tag, reader = element.tag, self.reader
        if tag == "br":
            self.runs.append(Run(RunKind.BREAK))
        elif reader.notes and (number := reader.notes.number_of(element)):
            self.runs.append(Run(RunKind.NOTE, str(number)))
        elif reader.notes and reader.notes.leads_back(element):
            return
        elif tag == "img":
            self.runs += reader.sources.picture(element, look.formats, look.href)
        elif tag == "a":
            href = reader.sources.link(element)
            formats = formats_within(element, look.formats)
            formats = formats - {"u"} if href else formats
            self.read(element.children, replace(look, formats=formats, href=href or look.href))
        elif tag == "q":
            self.read(["“", *element.children, "”"], look)
        elif tag == "input":
            reader.sources.leave(element)
        else:
            formats = formats_within(element, look.formats)
            formats = formats - {"u"} if look.href else formats
            self.read(element.children, replace(look, formats=formats))

    def _read_block(self, element: HtmlElement, look: _Look) -> None:
        tag, reader = element.tag, self.reader
        look = replace(
            look,
            formats=formats_within(element, look.formats),
            is_centred=look.is_centred or is_centred(element),
        )
        self.end_paragraph()
        if tag in ("p", *_HEADINGS):
            self.tag, self.of = tag, element
            was, self.look = self.look, look
            self.read(element.children, look)
            self.end_paragraph()
            self.look = was
        elif reader.notes and reader.notes.holds(element):
            return
        elif tag in ("ul", "ol", "menu", "dir"):
            self.blocks += list_of(element, lambda of: reader.blocks_of(of, look))
        elif tag == "blockquote":
            if within := reader.blocks_of(element.children, _Look(href=look.href)):
                self.blocks.append(Quotation(blocks=within))
        elif tag == "table":
            self.blocks += blocks_of_table(element, lambda of: reader.blocks_of(of, look))
        elif tag == "figure":
            self._read_figure(element, look)
        elif tag == "hr":
            self.blocks.append(Divider())
        elif tag == "pre":
            words = element.words.strip("\n").rstrip()
            if words.strip():
                self.blocks.append(SetAsTyped(text=words))
        elif tag in _EMBEDS:
            self.runs += reader.sources.embedded(element)
            self.end_paragraph()
        elif tag in ("dl", "dt", "dd", "details", "summary"):
            if within := reader.blocks_of(element.children, look):
                self.blocks.append(OtherBlock(tag=tag, blocks=within))
        else:
            was, self.look = self.look, look
            self.read(element.children, look)
            self.end_paragraph()
            self.look = was

    def _read_figure(self, element: HtmlElement, look: _Look) -> None:
        """A figure: its caption goes to the picture before it, or the last one after."""
        captions = [one for one in element.children
                    if isinstance(one, HtmlElement) and one.tag == "figcaption"]  # fmt: skip
        rest = [one for one in element.children if not any(one is c for c in captions)]
        within = [*self.reader.blocks_of(rest, look)]
        caption = [block for one in captions for block in self.reader.blocks_of(one.children, look)]
        text = " ".join(
            " ".join(block.text.split()) for block in caption if isinstance(block, WordsBlock)
        )
        pictures = [n for n, block in enumerate(within) if isinstance(block, PictureBlock)]
        if text and pictures and not (last := within[pictures[-1]]).caption:  # type: ignore[union-attr]
            within[pictures[-1]] = replace(last, caption=text)  # type: ignore[arg-type]
            caption = []
        self.blocks += [*within, *caption]

    def end_paragraph(self) -> None:
        """Makes blocks of the runs that were read."""
        runs, tag, of = self.runs, self.tag, self.of
        self.runs, self.tag, self.of = [], "p", None
        if not runs:
            return
        centred = self.look.is_centred
        classes = frozenset(of.classes) if of else frozenset()
        for lines in _paragraphs(in_order(runs)):
            if tag != "p":
                lines = in_order(
                    run._replace(formats=run.formats - {"strong", "u"})
                    if run.kind is not RunKind.BREAK
                    else Run(RunKind.WORDS, " ")
                    for run in lines
                )
            elif all("u" in run.formats for run in lines if run.kind is RunKind.WORDS):
                lines = in_order(run._replace(formats=run.formats - {"u"}) for run in lines)
            for part in _pictures_apart(lines):
                if isinstance(part, Run):
                    self.blocks.append(
                        PictureBlock(source=part.source, description=part.text, is_centred=centred)
                    )
                else:
                    self.blocks.append(
                        WordsBlock(tag=tag, runs=part, is_centred=centred, classes=classes)
                    )


def _paragraphs(runs: tuple[Run, ...]) -> Iterable[tuple[Run, ...]]:
    """The runs as paragraphs: where two lines end at once, a paragraph does."""
    paragraph: list[Run] = []
    ends = 0
    for run in runs:
        if run.kind is RunKind.BREAK:
            ends += 1
            continue
        if ends > 1 and paragraph:
            yield tuple(paragraph)
            paragraph = []
        elif ends and paragraph:
            paragraph.append(Run(RunKind.BREAK))
        paragraph.append(run)
        ends = 0
    if paragraph:
        yield tuple(paragraph)


def _pictures_apart(runs: tuple[Run, ...]) -> Iterable[Run | tuple[Run, ...]]:
    """Each picture of a paragraph by itself, where no link needs it, and the words between.

    A picture in the middle of a sentence comes after it.
    """
    words: list[Run] = []
    waiting: list[Run] = []
    for n, run in enumerate(runs):
        if run.kind is not RunKind.PICTURE or run.href:
            words.append(run)
            continue
        starts_line = not words or words[-1].kind is RunKind.BREAK
        ends_line = n + 1 == len(runs) or runs[n + 1].kind is RunKind.BREAK
        if starts_line or ends_line:
            yield from _without_edges(words)
            yield from waiting
            yield run
            words, waiting = [], []
        else:
            waiting.append(run)
    yield from _without_edges(words)
    yield from waiting


def _without_edges(words: list[Run]) -> Iterable[tuple[Run, ...]]:
    kept = in_order(words)
    start, end = 0, len(kept)
    while start < end and kept[start].kind is RunKind.BREAK:
        start += 1
    while end > start and kept[end - 1].kind is RunKind.BREAK:
        end -= 1
    if start < end:
        yield kept[start:end]
