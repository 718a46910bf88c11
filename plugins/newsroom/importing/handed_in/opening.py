"""The beginning of a paper: letterhead, headline, bylines and the leading paragraph.

Read from above, and no further than the first paragraph of the text.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from ..block import Block, BlockKind
from .bylines import byline, contact
from .closing import looks_like_name
from .decision_words import sounds_like_decision
from .headline import PaperLines
from .known_names import KnownNames
from .letterhead import (
    begins_with_happening,
    is_motto,
    is_office,
    is_subject,
    kind_label,
    letterhead,
    letterhead_cell,
    letterhead_cells,
)
from .lines import is_all_capitals
from .plain_words import bare, is_rule, plain
from .table_cells import rows_of
from .taken_off import TakenOff, Tells

# The summary stands under the title of the page; longer, the front page could not be read.
LONGEST_SUMMARY, _SHORTEST_SUMMARY = 300, 25
_MOST_OF_HEADLINE, _MOST_LINES, _LONGEST_CELL = 4, 30, 12
_KIND_OF = re.compile(r"(?:bai (?:viet|du thi|tuyen truyen)|tin,? bai|bai|tin)(?: ve)?:? ")
_ADDRESS = re.compile(r"kinh gui ?:?.*|kinh thua .*|dear .*")
_HANDING_IN = re.compile(
    r"(?:(?:chi|co|thay|anh|em|ban)(?: \w+){0,3} (?:oi|a)[,!. ]+)?"
    r"(?:da |vang )?(?:(?:em|chi|co|thay|minh|toi|con|to \S+|lop \S+) )?(?:xin )?"
    r"(?:chao (?!mung|don|xuan|nam|tet).{0,40}"
    r"|(?:gui|nop) (?:\w+ ){0,6}?(?:bai|tin|anh|hinh|bao cao)\b.{0,60})[.!a ]*"
)


@dataclass(kw_only=True)
class Opening:
    """The blocks that are left, what was taken off, and the headline as it stood."""

    blocks: list[Block]
    taken: list[TakenOff] = field(default_factory=list)
    headline: str = ""


def take_opening(blocks: Sequence[Block], known: KnownNames) -> Opening:
    """The text without what stands above it."""
    return _Opening(list(blocks), known).read()


class _Opening:
    def __init__(self, blocks: list[Block], known: KnownNames) -> None:
        self.blocks, self.known = blocks, known
        self.paper = PaperLines(blocks, known)
        self.taken: list[TakenOff] = []
        # Pictures and lines that stay although they stand among what is taken.
        self.kept: list[Block] = []
        self.at = 0
        self.is_form = False
        self.has_motto = any(is_motto(cell) for block in blocks[:12] for cell in self._cells(block))

    def read(self) -> Opening:
        self._take_while(self._above_headline)
        headline = self._headline()
        if self.has_motto:
            # The mark of the school, or the rules below the motto as a drawing.
            self.kept = [block for block in self.kept if block.kind is not BlockKind.PICTURE]
        if headline:
            self._take_while(self._below_headline)
            self._take_leading_paragraph()
            self._take_while(self._below_headline)
        rest = self.blocks[self.at :]
        if not any(block.text.strip() for block in rest if block.kind is not BlockKind.PICTURE):
            # Nothing would be left: then all of it is the text.
            return Opening(blocks=self.blocks)
        return Opening(blocks=[*self.kept, *rest], taken=self.taken, headline=headline)

    def _take_while(self, read: Callable[[int], Sequence[TakenOff]]) -> None:
        while self.at < min(len(self.blocks), _MOST_LINES):
            block = self.blocks[self.at]
            if block.kind is BlockKind.PICTURE or sounds_like_decision(block.text):
                later = self.paper.next_line(self.at)
                if later is None or not read(later):
                    return
                self.kept.append(block)
                self.at += 1
                continue
            taken = read(self.at)
            if not taken:
                return
            self.taken += [one for one in taken if one.words and not is_rule(one.words)]
            self.at += 1

    def _above_headline(self, number: int) -> Sequence[TakenOff]:
        block = self.blocks[number]
        if block.kind is BlockKind.TABLE:
            return self._letterhead_table(block)
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING):
            return ()
        line = block.text
        if "\n" in line:
            return ()
        if taken := letterhead(line, self.known.offices, beside_motto=self.has_motto):
            is_name = any(one.tells is Tells.GROUP for one in taken)
            return taken if not is_name or self._is_headed(number) else ()
        if label := kind_label(line):
            return (label,) if self._goes_on_behind(number) else ()
        if facts := byline(line):
            return facts if self._is_of_paper(facts) else ()
        if self.known.is_person(bare(line)) and self._is_headed(number):
            return (TakenOff(words=bare(line), tells=Tells.AUTHOR, value=bare(line)),)
        if self.known.is_group(bare(line)) and self._is_headed(number):
            words = bare(line)
            return (TakenOff(words=words, tells=Tells.GROUP, value=words, is_weak=True),)
        if self.known.is_category(bare(line)) and self._is_headed(number):
            return (TakenOff(words=bare(line), tells=Tells.CATEGORY, value=bare(line)),)
        if is_office(line) and is_all_capitals(line) and self._is_headed(number):
            return (TakenOff(words=bare(line), tells=Tells.GROUP, value=bare(line), is_weak=True),)
        said = plain(line)
        if one := self._of_subject(number) or self._of_category(number, said):
            return (one,)
        is_note = _ADDRESS.fullmatch(said) or _HANDING_IN.fullmatch(said)
        is_typed = len(said) <= 120 and not is_all_capitals(line)
        if is_note and is_typed and self._goes_on_behind(number):
            return (TakenOff(words=bare(line)),)
        if self.taken and (one := contact(line)):
            return (one,)
        return ()

    def _of_subject(self, number: int) -> TakenOff | None:
        """The subject of a letter (V/v …) above the headline of the article itself."""
        below = self.paper.next_words(number)
        if below is None or not is_subject(self.blocks[number].text):
            return None
        line = self.blocks[below].text
        is_above = kind_label(line) or (is_all_capitals(line) and self.paper.is_headline(below))
        return TakenOff(words=bare(self.blocks[number].text)) if is_above else None

    def _of_category(self, number: int, said: str) -> TakenOff | None:
        """A label that names the category with the kind of paper: BÀI VIẾT GƯƠNG NGƯỜI TỐT."""
        kind, words = _KIND_OF.match(said), bare(self.blocks[number].text)
        category = " ".join(words.split()[len(kind[0].split()) :]) if kind else ""
        if not self.known.is_category(category) or not self._is_headed(number):
            return None
        return TakenOff(words=words, tells=Tells.CATEGORY, value=category)

    def _below_headline(self, number: int) -> Sequence[TakenOff]:
        """The facts of a line below the headline; of a form, whose first line names its writer."""
        line = self.blocks[number].text
        if self.is_form and (one := contact(line)):
            return (one,)
        facts = self.paper.below_headline(number)
        self.is_form |= any(one.tells is Tells.AUTHOR and ":" in one.words for one in facts)
        return facts

    def _is_of_paper(self, facts: Sequence[TakenOff]) -> bool:
        """False for “Ảnh: Ngày hội sách”, which is a headline: behind a credit stands a name."""
        credits = [one.value for one in facts if one.tells is Tells.CREDIT]
        return all(self.known.is_person(one) or looks_like_name(one) for one in credits)

    def _letterhead_table(self, block: Block) -> Sequence[TakenOff]:
        cells = [line for row in rows_of(block) for cell in row for line in cell.split("\n")]
        taken = []
        has_motto = any(map(is_motto, cells))
        for cell in filter(None, map(str.strip, cells)):
            one = letterhead_cell(cell, self.known.offices, beside_motto=has_motto)
            if one is None and has_motto and len(cell.split()) <= _LONGEST_CELL:
                one = TakenOff(words=cell, tells=Tells.GROUP, value=cell, is_weak=True)
            if one is None:
                return ()
            taken.append(one)
        return taken

    def _cells(self, block: Block) -> list[str]:
        if block.kind is BlockKind.TABLE:
            return [line for row in rows_of(block) for cell in row for line in cell.split("\n")]
        return [cell for line in block.text.split("\n") for cell in letterhead_cells(line)]

    def _is_headed(self, number: int) -> bool:
        """True where a headline still follows: what stands here is not the headline itself."""
        following = self.paper.next_words(number)
        if following is None:
            return False
        # A rule between the two: the office is not what did it.
        is_next = self.paper.next_line(number) == following
        if is_next and begins_with_happening(self.blocks[following].text):
            return False
        line = self.blocks[following].text
        if any(one.tells is Tells.TITLE for one in byline(line)):
            return True
        is_more = (
            letterhead(line, self.known.offices, beside_motto=self.has_motto)
            or kind_label(line)
            or byline(line)
            or contact(line)
            or self.known.is_group(bare(line))
            or (is_office(line) and is_all_capitals(line))
            or self.blocks[following].kind is BlockKind.TABLE
        )
        return self._is_headed(following) if is_more else self.paper.is_headline(following)

    def _goes_on_behind(self, number: int) -> bool:
        return self.paper.next_words(number) is not None

    def _headline(self) -> str:
        told = next((one for one in self.taken if one.tells is Tells.TITLE), None)
        if told:
            return told.value
        n = self.at
        while n < len(self.blocks) and not self.paper.is_words(n):
            n += 1
        if n >= len(self.blocks) or not self.paper.is_headline(n):
            return ""
        self.kept += self.blocks[self.at : n]
        first, words = self.blocks[n], [bare(self.blocks[n].text)]
        n += 1
        while n < len(self.blocks) and len(words) < _MOST_OF_HEADLINE:
            if not self.paper.continues_headline(first, n):
                break
            words.append(bare(self.blocks[n].text))
            n += 1
        self.at = n
        headline = " ".join(" ".join(words).split())
        if is_all_capitals(headline) and not headline.endswith(".."):
            headline = headline.removesuffix(".")
        # Weak: a form may name the title in a line of its own.
        self.taken.append(TakenOff(words=headline, tells=Tells.TITLE, value=headline, is_weak=True))
        return headline

    def _take_leading_paragraph(self) -> None:
        """The bold or slanted paragraph below the headline, as the summary, if it is no longer."""
        if self.at + 1 >= len(self.blocks):
            return
        block = self.blocks[self.at]
        words = bare(block.text)
        is_set_apart = (block.bold or block.italic) and block.kind is BlockKind.PARAGRAPH
        has_summary = any(one.tells is Tells.SUMMARY for one in self.taken)
        following = self.blocks[self.at + 1]
        is_alone = not following.goes_on and not (following.bold and block.bold)
        is_sentence = words.endswith((".", "!", "…", "”", '"')) and "\n" not in words
        is_short = _SHORTEST_SUMMARY <= len(words) <= LONGEST_SUMMARY
        if is_set_apart and is_alone and not has_summary and is_sentence and is_short:
            self.taken.append(TakenOff(words=words, tells=Tells.SUMMARY, value=words))
            self.at += 1
