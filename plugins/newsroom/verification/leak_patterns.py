"""The leak patterns: words, names and files of withheld items, never to be in a public edition."""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence, Set
from contextlib import suppress
from functools import cached_property
from html import unescape
from pathlib import Path, PurePosixPath
from typing import NamedTuple, Protocol

from ..buildtools.cache.cache_forms import CachedTable
from ..domain.content.content_item import Body
from ..domain.site.article_record import ArticleRecord
from ..domain.site.publication import Evaluation
from .reading import as_line, line_of, words_in

_TAG = re.compile(r"<[^>]*>")
_SHOWN_IN_TAGS = re.compile(r'\s(?:alt|title)="([^"]+)"')
_SENTENCE_ENDS = re.compile(r"(?<=[.!?…;])\s+|\n+")
_ESCAPED = re.compile(r"[&<>\"']")
# Shorter ones stand in many a text by chance: in characters, and in words.
SENTENCE, TITLE, NAME = (40, 6), (15, 4), (9, 3)
# A file name or address that nobody writes by chance.
DISTINCT_NAME = re.compile(r"^(?=.{8})[\w-]*(?:\d|-[\w-]*-)[\w-]*$|^[\w-]{16,}$", re.ASCII)
KINDS = {
    "title": "tiêu đề",
    "words": "một câu",
    "why": "lý do giữ lại",
    "person": "tên tác giả",
    "name": "tên tệp",
}
Trigram = tuple[bytes, ...]


class LeakPattern(NamedTuple):
    """Something that tells a withheld item: what it is, as people read it, whose it is.

    `line` is how a file says it (reading.as_line); `key` are three words of it that stand side by
    side however the text is marked up, or the one word of a name.
    """

    kind: str
    text: str
    owner: str
    line: bytes
    key: Trigram


# An item's own leak patterns without their owner, under a key of what they come from.
KeptPatterns = tuple[str, tuple[tuple[str, str, bytes, Trigram], ...]]
KEPT_PATTERNS = CachedTable[KeptPatterns](
    "leak_patterns",
    KeptPatterns,
    lambda found: all(kind in KINDS and key for _, all_of in found.values()
                      for kind, _, _, key in all_of),
)  # fmt: skip


class Files(Protocol):
    """The files that go out in the place of videos and attachments."""

    def every_url(self, path: str) -> tuple[str, ...]: ...
    def copy(self, path: str) -> Path | None: ...


class Pictures(Protocol):
    """The renditions of pictures and the copies of other files."""

    @property
    def files(self) -> Files: ...

    def urls_of(self, record: ArticleRecord) -> Mapping[str, Sequence[str]]: ...
    def kept(self, url: str) -> bytes | None: ...


class LeakPatterns:
    """All leak patterns of one day, ready to be looked for in thousands of files.

    `kept` remembers the leak patterns of each item from build to build.
    """

    def __init__(
        self,
        evaluation: Evaluation,
        kept: MutableMapping[str, KeptPatterns],
        digest_of: Callable[[str], str],
        pictures: Pictures,
    ) -> None:
        self._evaluation, self._kept = evaluation, kept
        self._digest_of, self._pictures = digest_of, pictures
        self._known_authors = {
            ref.code for record in evaluation.publication.articles for ref in record.authors
        }
        self.of: dict[str, list[LeakPattern]] = {}
        self.by_key: dict[Trigram, list[LeakPattern]] = {}
        self.by_name: dict[bytes, list[LeakPattern]] = {}
        withheld = {held.record.path: held.record for held in evaluation.withheld}
        for path, record in withheld.items():
            self.of[path] = [*self._patterns_of(record)]
        for path in [path for path in kept if path not in withheld]:
            del kept[path]
        for leak_pattern in (
            leak_pattern for leak_patterns in self.of.values() for leak_pattern in leak_patterns
        ):
            if len(leak_pattern.key) == 1:
                self.by_name.setdefault(leak_pattern.key[0], []).append(leak_pattern)
            else:
                self.by_key.setdefault(leak_pattern.key, []).append(leak_pattern)

    def found_in(self, content: bytes) -> Iterator[LeakPattern]:
        """The leak patterns that a file holds."""
        if not self.by_key and not self.by_name:
            return
        words = words_in(content)
        line = b""
        if not self.by_key.keys().isdisjoint(zip(words, words[1:], words[2:], strict=False)):
            line = as_line(words)
            for three in {*zip(words, words[1:], words[2:], strict=False)} & self.by_key.keys():
                yield from (
                    leak_pattern for leak_pattern in self.by_key[three] if leak_pattern.line in line
                )
        if not self.by_name.keys().isdisjoint(words):
            for word in {*words} & self.by_name.keys():
                yield from self.by_name[word]

    def telling(self, path: str) -> Iterator[bytes]:
        """The texts that lists and cards would show of an item, to be found byte by byte."""
        for leak_pattern in self.of[path]:
            if leak_pattern.kind in ("title", "name", "person"):
                yield (
                    leak_pattern.line.strip()
                    if leak_pattern.kind == "name"
                    else leak_pattern.text.encode()
                )

    @cached_property
    def files(self) -> dict[str, str]:
        """The owner of each picture and attachment that only withheld items show: by its
        SHA-256, and for what was made of a picture by that of each copy and its address."""
        public = {
            code
            for record in self._evaluation.publication.content_items
            for path in (*record.pictures, *record.files)
            for code in self._digests([path])
        }
        found: dict[str, str] = {}
        for held in self._evaluation.withheld:
            record = held.record
            codes = self._digests((*record.pictures, *record.files))
            if record.pictures and (secret := {*self._digests(record.pictures)} - public):
                codes += self._of_copies(record, secret)
            for path in record.files:
                if not public.issuperset(self._digests([path])):
                    codes += self._of_offered(path)
            found.update((code, record.path) for code in codes if code not in public)
        return found

    def _digests(self, paths: Iterable[str]) -> list[str]:
        found = []
        for path in paths:
            with suppress(KeyError, OSError):
                found.append(self._digest_of(path))
        return found

    def _of_copies(self, record: ArticleRecord, secret: Set[str]) -> Iterator[str]:
        """Addresses of copies of its pictures that only it shows, and digests of their bytes."""
        for path, urls in self._pictures.urls_of(record).items():
            if secret.isdisjoint(self._digests([path])):
                continue
            for url in urls:
                yield url
                content = self._pictures.kept(url)
                if content is not None:
                    yield hashlib.sha256(content).hexdigest()

    def _of_offered(self, path: str) -> Iterator[str]:
        """The addresses of a file that only it offers, and the digest of what goes out for it."""
        files = self._pictures.files
        with suppress(KeyError, OSError):
            yield from files.every_url(path)
            if copy := files.copy(path):
                with copy.open("rb") as file:
                    yield hashlib.file_digest(file, "sha256").hexdigest()

    def _patterns_of(self, record: ArticleRecord) -> Iterator[LeakPattern]:
        kept = self._kept.get(record.path)
        key = _key(record)
        if kept is None or kept[0] != key:
            found = _of_text(record, self._evaluation.newsroom.text(record.path))
            kept = self._kept[record.path] = (key, tuple(found))
        for kind, text, line, three in kept[1]:
            yield LeakPattern(kind, text, record.path, line, three)
        for author in record.authors:
            if author.code not in self._known_authors:
                yield from _leak_pattern("person", author.name, record.path, NAME)


def _key(record: ArticleRecord) -> str:
    parts = (record.fingerprint, record.title, record.summary, record.reasons, record.removed,
             record.pictures, record.files, record.slug, record.former)  # fmt: skip
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()[:24]


def _of_text(record: ArticleRecord, body: Body) -> Iterator[tuple[str, str, bytes, Trigram]]:
    """The leak patterns of an item that come from it alone."""
    found: dict[tuple[str, bytes], LeakPattern] = {}
    html = "".join(part if isinstance(part, str) else 'href=""' for part in body.parts)
    shown = [*_TAG.split(html), *_SHOWN_IN_TAGS.findall(html), record.summary]
    sentences = (s for text in shown for s in _SENTENCE_ENDS.split(unescape(text)))
    reasons = (reason.text for reason in record.reasons)
    for kind, texts, at_least in (
        ("title", [record.title], TITLE),
        ("words", sentences, SENTENCE),
        ("why", reasons, TITLE),
    ):
        for text in texts:
            for leak_pattern in _leak_pattern(kind, text, record.path, at_least):
                found[kind, leak_pattern.line] = leak_pattern
    for name in _names(record):
        line = name.encode()
        found["name", line] = LeakPattern("name", name, record.path, b" %b " % line, (line,))
    for leak_pattern in found.values():
        yield leak_pattern.kind, leak_pattern.text, leak_pattern.line, leak_pattern.key


def _names(record: ArticleRecord) -> Iterator[str]:
    """File names that tell it. What was taken down leaves a notice at its own address."""
    paths = [*record.pictures, *record.files]
    names = [PurePosixPath(path).stem for path in paths]
    own = [record.slug, PurePosixPath(record.path).stem]
    names += [PurePosixPath(former.path).stem for former in record.former]
    if record.removed:
        names = [name for name in names if name not in own]
    else:
        names += own
    yield from dict.fromkeys(name for name in names if DISTINCT_NAME.match(name))


def _leak_pattern(
    kind: str, text: str, owner: str, at_least: tuple[int, int]
) -> Iterator[LeakPattern]:
    text = " ".join(text.split())
    line = line_of(text)
    if len(text) < at_least[0] or line.count(b" ") - 1 < at_least[1]:
        return
    # Where a sign is escaped, some files have a word more than others.
    threes = [three for part in _ESCAPED.split(text) for three in _threes(part)]
    if threes:
        yield LeakPattern(kind, text, owner, line, max(threes, key=lambda t: sum(map(len, t))))


def _threes(text: str) -> Iterable[Trigram]:
    words = words_in(text.encode("utf-8", "surrogatepass"))
    return zip(words, words[1:], words[2:], strict=False)
