"""The attachments that a public edition may hold, and the words in them."""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable
from contextlib import suppress
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from ..buildtools.store import Store
from ..domain.site.held_words import HeldWords, held_words, may_quote, squeezed
from ..domain.site.publication import Evaluation
from ..verification.edition import Offered

if TYPE_CHECKING:
    from ..domain.site.article_record import ArticleRecord
    from ..intake.folder.scan import Scan
    from ..pages.article.offered_files import OfferedFiles

_WORDS = "words 1"


class FileWords:
    """The words of files, squeezed, each read once in its life."""

    def __init__(self, cache: Path) -> None:
        self._store = Store(cache / "chu")

    def of(self, digest: str, content: Path | bytes) -> str:
        """Those of a file with that SHA-256. A file that cannot be read has none."""
        name = f"{_key(digest)}-chu.txt"
        if (kept := self._store.get(name)) is not None:
            return kept.decode("utf-8", "replace")
        from ..office_files.words.words_of_file import words_of

        text = "".join(squeezed(passage.text) for passage in words_of(content))
        with suppress(OSError):
            # A disk that takes no files costs time, and no more.
            self._store.put(name, text.encode("utf-8", "replace"))
        return text

    def tidy_up(self, digests: Iterable[str]) -> None:
        self._store.prune({_key(digest) for digest in digests})


def said_in_public(found: Evaluation, scan: "Scan", sentences: Collection[str]) -> set[str]:
    """Those of the sentences that an approved item says too."""
    said = set[str]()
    for record in found.publication.content_items if sentences else ():
        text = scan.read(record.path)
        # Reading ten thousand texts letter by letter takes seconds: few hold a sentence's word.
        if alike := [s for s in sentences if max(s.split(), key=len).encode() in text]:
            whole = squeezed(text.decode("utf-8", "replace"))
            said.update(sentence for sentence in alike if squeezed(sentence) in whole)
    return said


def _key(digest: str) -> str:
    return hashlib.sha256(f"{digest} {_WORDS}".encode()).hexdigest()[:16]


class Approved:
    """The attachments that the edition may hold, for its inspection."""

    def __init__(self, found: Evaluation, scan: "Scan", files: "OfferedFiles", cache: Path) -> None:
        self._evaluation, self._scan, self._files, self._words = (
            found,
            scan,
            files,
            FileWords(cache),
        )

    def __call__(self, path: str, digest: str) -> Offered | None:
        """The attachment at that path of the edition, whose SHA-256 is this; None for no such."""
        sources = self._originals.get(digest) or self._copies(path, digest)
        if not sources:
            return None
        offering = [record for source in sources for record in self._offering[source]]
        label = self._evaluation.newsroom.label
        digests = {self._scan.digest_of_large(source) for source in sources}
        return Offered(
            tuple(dict.fromkeys(label(record.path) for record in offering)),
            tuple(
                (label(record.path), words)
                for record, words, own in self._held
                if not own & digests and not may_quote(record, offering)
            ),
            partial(self._words.of, digest),
            partial(said_in_public, self._evaluation, self._scan),
        )

    @cached_property
    def _originals(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for path in self._offering:
            found[self._scan.digest_of_large(path)].append(path)
        return dict(found)

    @cached_property
    def _offering(self) -> dict[str, list["ArticleRecord"]]:
        """The public items that offer each file."""
        found: dict[str, list[ArticleRecord]] = defaultdict(list)
        for record in self._evaluation.publication.content_items:
            for path in record.files:
                if path in self._scan.files:
                    found[path].append(record)
        return dict(found)

    @cached_property
    def _by_url(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for path in self._offering:
            found[self._files.url(path)].append(path)
        return dict(found)

    def _copies(self, path: str, digest: str) -> list[str]:
        """The files of which the cleaned copy with that digest was made."""
        sources = self._by_url.get(path, [])
        copy = self._files.copy(sources[0]) if sources else None
        if copy is None or hashlib.sha256(copy.read_bytes()).hexdigest() != digest:
            return []
        return sources

    @cached_property
    def _held(self) -> list[tuple["ArticleRecord", HeldWords, set[str]]]:
        return [
            (
                one.record,
                held_words(one.record, self._evaluation.newsroom.text(one.record.path)),
                {self._scan.digest_of_large(p) for p in one.record.files if p in self._scan.files},
            )
            for one in self._evaluation.withheld
        ]
