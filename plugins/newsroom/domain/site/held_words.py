"""Words of withheld items that stand in a file that readers may take."""

import re
import unicodedata
from collections.abc import Container, Iterable
from html import unescape
from typing import NamedTuple

from ..content.content_item import NO_DATE, Body
from .article_record import ArticleRecord

_TAG = re.compile(r"<[^>]*>")
_SENTENCE_ENDS = re.compile(r"(?<=[.!?…;])\s+|\n+")
# Shorter ones stand in many a text by chance: in characters, and in words.
_SENTENCE, _TITLE = (40, 6), (15, 4)


class HeldWords(NamedTuple):
    """The words of a withheld item: its title and sentences, each as read and squeezed."""

    title: str
    sentences: tuple[tuple[str, str], ...]


class Found(NamedTuple):
    """The words of it that a file holds: which sentences of how many, and whether the title too."""

    of: int
    sentences: tuple[str, ...]
    has_title: bool

    @property
    def example(self) -> str:
        """The beginning of one of the sentences."""
        return self.sentences[0][:80]

    def without(self, public: Container[str]) -> "Found":
        """The same, but for sentences that somebody says in public."""
        return self._replace(sentences=tuple(s for s in self.sentences if s not in public))

    @property
    def is_leak(self) -> bool:
        """True where the file holds the item, and does not only say a thing that it says too.

        One sentence in common may be a quotation of either; with the title above it, or beside
        half of all the others, it is none.
        """
        count = len(self.sentences)
        return count > 0 and (self.has_title or 2 * count >= self.of)


def squeezed(text: str) -> str:
    """Letters and digits only, in small: however a file parts its lines and words.

    >>> squeezed("Trường A1, lớp\\n 4-B")
    'trườnga1lớp4b'
    """
    plain = unicodedata.normalize("NFC", text).casefold()
    return "".join(filter(str.isalnum, plain))


def held_words(record: ArticleRecord, body: Body) -> HeldWords:
    """The sentences of an item that are long enough to be its own."""
    html = "".join(part if isinstance(part, str) else 'href=""' for part in body.parts)
    texts = (unescape(part) for part in (*_TAG.split(html), record.summary))
    sentences = dict.fromkeys(s for text in texts for s in _SENTENCE_ENDS.split(text))
    plain = (" ".join(sentence.split()) for sentence in sentences)
    return HeldWords(
        squeezed(record.title) if _is_own(record.title, _TITLE) else "",
        tuple((one, squeezed(one)) for one in plain if _is_own(one, _SENTENCE)),
    )


def _is_own(text: str, at_least: tuple[int, int]) -> bool:
    return len(text) >= at_least[0] and len(text.split()) >= at_least[1]


def found_in(text: str, held: HeldWords) -> Found:
    """The words of a withheld item that stand in a file, whose words are squeezed."""
    there = [(plain, short) for plain, short in held.sentences if short in text]
    rest = text
    for _, short in there:
        # A sentence may say the title too.
        rest = rest.replace(short, "\n")
    return Found(
        of=len(held.sentences),
        sentences=tuple(plain for plain, _ in there),
        has_title=bool(there and held.title and held.title in rest),
    )


def may_quote(held: ArticleRecord, offering: Iterable[ArticleRecord]) -> bool:
    """True where the item says it after the file was approved: then it repeats public words.

    `offering` are the public items that offer the file. What the withheld one offers itself
    is not asked about here.
    """
    days = (held.on, held.submitted, held.approved)
    known = min((day for day in days if day and day != NO_DATE), default=None)
    approved = [record.approved or record.submitted for record in offering]
    return known is not None and any(day and day < known for day in approved)
