"""A text that was handed in, understood: the article, and everything that stood around it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ..block import Block, BlockKind
from .bylines import byline
from .closing import take_closing
from .decision_words import sounds_like_decision
from .known_names import KnownNames
from .lines import joined, lines_of
from .opening import take_opening
from .taken_off import TakenOff, Tells


@dataclass(frozen=True, kw_only=True)
class Understood:
    """The article's blocks, what was taken off with its facts, and what sounds like a decision."""

    blocks: tuple[Block, ...]
    taken: tuple[TakenOff, ...] = ()
    decisions: tuple[str, ...] = ()

    def first(self, tells: Tells) -> str:
        """The first fact of that kind, the weak ones last; empty where nothing tells it."""
        told = self.all(tells)
        return told[0] if told else ""

    def all(self, tells: Tells) -> tuple[str, ...]:
        """Every fact of that kind; the weak ones only where there is no other."""
        found = [one for one in self.taken if one.tells is tells and one.value]
        strong = [one for one in found if not one.is_weak]
        return tuple(dict.fromkeys(one.value for one in strong or found))

    @property
    def credit(self) -> str:
        """The people who took the pictures, as the text names them."""
        return ", ".join(self.all(Tells.CREDIT))

    @property
    def words(self) -> str:
        """The article as plain text."""
        return "\n".join(block.text for block in self.blocks)

    @property
    def removed(self) -> tuple[str, ...]:
        """The words of each piece that was taken off, once, in order."""
        return tuple(dict.fromkeys(one.words for one in self.taken if one.words))


def understand(
    blocks: Sequence[Block], known: KnownNames, around: Iterable[TakenOff] = ()
) -> Understood:
    """The article among these blocks. `around` is what its source had taken off already."""
    lines = lines_of(blocks)
    lines, closing = take_closing(lines, known.is_person, known.is_group)
    opening = take_opening(lines, known)
    decisions = tuple(line.text.strip() for line in lines if sounds_like_decision(line.text))
    return Understood(
        blocks=joined(opening.blocks),
        taken=(*opening.taken, *_of_use(closing), *around),
        decisions=decisions,
    )


def _of_use(closing: Sequence[TakenOff]) -> list[TakenOff]:
    return [one for one in closing if re.search(r"\w", one.words)]


def with_credit(understood: Understood) -> Understood:
    """The same, the credit of the pictures back at its end: where no picture could bear it."""
    credits = [one for one in understood.taken if one.tells is Tells.CREDIT]
    # A line that tells more than the credit stays taken off.
    alone = {one.words for one in credits if len(byline(one.words)) == 1}
    lines = dict.fromkeys(
        one.words if one.words in alone else f"Ảnh: {one.value}" for one in credits
    )
    blocks = (Block(kind=BlockKind.PARAGRAPH, html="", text=words) for words in lines)
    kept = tuple(one for one in understood.taken if one.words not in alone)
    return replace(understood, blocks=(*understood.blocks, *blocks), taken=kept)
