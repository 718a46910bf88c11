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
from .footnotes import Footnotes, footnotes_of
from .html_tree import HtmlElement, names_in, tree_of
from .page_lists import list_of
from .page_tables import blocks_of_table
from .paragraphs import LinesLook, blocks_of_runs, classes_of, word_sign
from .sources import AddressesAsTheyAre, PageSources
from .styles import formats_within, is_centred, is_hidden

_BLOCKS = names_in(
    "address article aside blockquote body caption center dd dir div dl dt details"
    " fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main"
    " menu nav ol p pre section summary table tbody td tfoot th thead tr ul iframe video"
    " audio embed object"
)
_BUTTON = "wp-block-file__button"
_EMBEDS = frozenset({"iframe", "video", "audio", "embed", "object"})
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def page_of(html: str, sources: PageSources | None = None) -> tuple[PageBlock, ...]:
    """The page that a piece of HTML shows. Pictures and links are what `sources` makes of them."""
    tree = tree_of(html)
    notes = footnotes_of(tree)
    # The page's own title is its h1: a text that has some has all a level lower.
    has_first = any(element.tag == "h1" for element in tree.descendants())
    reader = PageReader(sources or AddressesAsTheyAre(), notes, int(has_first))
    blocks = reader.blocks_of(tree.children)
    if notes:
        written = tuple(reader.blocks_of(note.children) for note in notes.elements)
        blocks = (*blocks, PageNotes(notes=tuple(note for note in written)))
    return blocks


@dataclass(frozen=True, kw_only=True)
class _Look:
    """The look and the link that words inherit from the elements around them."""

    formats: frozenset[str] = frozenset()
    href: str = ""
    is_centred: bool = False


class PageReader:
    """Reads elements into blocks; gathers what is left out in its sources."""

    def __init__(
        self, sources: PageSources, notes: Footnotes | None = None, lower: int = 0
    ) -> None:
        self.sources, self.notes, self.lower = sources, notes, lower

    def tag_of(self, tag: str) -> str:
        """A paragraph's tag, or that of a heading on the level that it gets."""
        return tag if tag == "p" else f"h{min(int(tag[1]) + self.lower, 6)}"

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
            elif _BUTTON in child.classes:
                # It leads where the name of the file before it leads.
                continue
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
            self.read(element.children, replace(look, formats=formats, href=href or look.href))
        elif "mso-list:ignore" in element.style.replace(" ", ""):
            self.runs.append(Run(RunKind.WORDS, f"{word_sign(element.words)} ", look.formats))
        elif tag == "q":
            self.read(["“", *element.children, "”"], look)
        elif tag == "input":
            reader.sources.leave(element)
        else:
            formats = formats_within(element, look.formats)
            self.read(element.children, replace(look, formats=formats))

    def _read_block(self, element: HtmlElement, look: _Look) -> None:
        tag, reader = element.tag, self.reader
        look = replace(
            look,
            formats=formats_within(element, look.formats),
            is_centred=look.is_centred or is_centred(element),
        )
        self.end_paragraph()
        if reader.notes and reader.notes.holds(element):
            return
        if tag in ("p", *_HEADINGS):
            self.tag, self.of = reader.tag_of(tag), element
            was, self.look = self.look, look
            self.read(element.children, look)
            self.end_paragraph()
            self.look = was
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
            lines = [line.rstrip() for line in element.words.expandtabs(4).split("\n")]
            if words := "\n".join(lines).strip("\n"):
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
        captions: list[HtmlElement] = []
        rest: list[HtmlElement | str] = []
        for one in element.children:
            if isinstance(one, HtmlElement) and one.tag == "figcaption":
                captions.append(one)
            else:
                rest.append(one)
        within = [*self.reader.blocks_of(rest, look)]
        caption = [block for one in captions for block in self.reader.blocks_of(one.children, look)]
        text = " ".join(
            " ".join(block.text.split()) for block in caption if isinstance(block, WordsBlock)
        )
        for n, block in reversed([*enumerate(within)]) if text else ():
            if isinstance(block, PictureBlock):
                if not block.caption:
                    within[n] = replace(block, caption=text)
                    caption = []
                break
        self.blocks += [*within, *caption]

    def end_paragraph(self) -> None:
        """Makes blocks of the runs that were read."""
        runs, tag, of = self.runs, self.tag, self.of
        self.runs, self.tag, self.of = [], "p", None
        if not runs:
            return
        look = LinesLook(
            tag=tag,
            is_centred=self.look.is_centred,
            classes=classes_of(of) if of else frozenset(),
        )
        self.blocks += blocks_of_runs(runs, look)
