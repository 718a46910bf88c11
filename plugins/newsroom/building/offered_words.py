"""Public items that offer a file with the words of a withheld one. See decision 0018.

Said where the content is held against the gate, so that `check` and `publish` judge alike: such a
file is a fault of whoever offers it, and with --keep-going only that one waits.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from ..buildtools.cache.build_cache import BuildCache
from ..buildtools.cache.cache_forms import CachedTable
from ..domain.message import Message
from ..domain.problem import Level, Problem
from ..domain.site.held_words import Found, HeldWords, found_in, held_words, may_quote
from ..domain.site.indexing import record_of
from ..domain.site.publication import Evaluation, Newsroom, evaluate_site
from ..intake.content.file_lines import lines_of_files
from .approved_files import FileWords, said_in_public

if TYPE_CHECKING:
    from ..domain.site.article_record import ArticleRecord
    from ..intake.folder.scan import Scan

READ = (".pdf", ".docx", ".xlsx", ".pptx", ".doc", ".xls", ".ppt", ".zip")
# In bytes. Larger ones are not opened: `check` says so.
LARGEST = 100_000_000


def load_and_evaluate(
    scan: "Scan", now: datetime, build_cache: BuildCache, cache: Path
) -> Evaluation:
    """The content of that moment held against the gate, with what only the files in it show.

    Raises Damaged where the records prove so.
    """
    from ..intake.folder.content_folder import ContentFolder
    from ..intake.folder.loader import load

    found = evaluate_site(load(ContentFolder(scan), now, build_cache), now)
    if found.newsroom.config_problems or not found.withheld:
        return found
    problems = dict(_Asked(found, scan, build_cache, cache).problems())
    if not problems:
        return found
    return evaluate_site(_with(found.newsroom, problems, scan, now), now)


# Under the path of a withheld item: its key, the digests asked about, what was found there.
_HeldWords = tuple[str, tuple[str, ...], tuple[tuple[str, int, tuple[str, ...], bool], ...]]
_HELD_WORDS = CachedTable[_HeldWords]("held words", _HeldWords)


class _Asked:
    """The record of which file holds words of which withheld item; asked once for each two.

    The table has for each item its key, the digests asked about, and what was found in them.
    """

    def __init__(
        self, found: Evaluation, scan: "Scan", build_cache: BuildCache, cache: Path
    ) -> None:
        self._evaluation, self._scan, self._words = found, scan, FileWords(cache)
        self._kept = build_cache.cached_rows(_HELD_WORDS)
        self._offering: dict[str, list[ArticleRecord]] = defaultdict(list)
        self._places: dict[str, str] = {}
        for record in found.publication.content_items:
            for path in record.files:
                if _is_read(path) and path in scan.files and scan.size(path) <= LARGEST:
                    digest = scan.digest_of_large(path)
                    self._offering[digest].append(record)
                    self._places[digest] = path

    def problems(self) -> Iterator[tuple[str, list[Problem]]]:
        """By the path of the item that offers the file."""
        held = {one.record.path: one.record for one in self._evaluation.withheld}
        for path in [path for path in self._kept if path not in held]:
            del self._kept[path]
        if not self._offering:
            return
        told: dict[str, list[Problem]] = defaultdict(list)
        hits = [*self._found(held)]
        every = {sentence for _, _, found in hits for sentence in found.sentences}
        public = said_in_public(self._evaluation, self._scan, every)
        for digest, path, whole in hits:
            found = whole.without(public)
            own = {self._scan.digest_of_large(p) for p in held[path].files if p in self._scan.files}
            if (
                not found.sentences
                or digest in own
                or may_quote(held[path], self._offering[digest])
            ):
                continue
            for record in self._offering[digest]:
                told[record.path].append(self._problem(record, digest, path, found))
        yield from told.items()

    def _found(self, held: "Mapping[str, ArticleRecord]") -> Iterator[tuple[str, str, Found]]:
        new: dict[str, list[str]] = defaultdict(list)
        rows = {path: self._row(record) for path, record in held.items()}
        for path, (_, asked, _) in rows.items():
            for digest in self._offering.keys() - asked:
                new[digest].append(path)
        sentences: dict[str, HeldWords] = {}
        for digest, paths in new.items():
            text = self._words.of(digest, Path(self._scan.files[self._places[digest]]))
            for path in paths:
                if path not in sentences:
                    body = self._evaluation.newsroom.text(path)
                    sentences[path] = held_words(held[path], body)
                hit = found_in(text, sentences[path])
                _, asked, hits = rows[path]
                asked.add(digest)
                if hit.sentences:
                    hits[digest] = hit
        if new:
            self._words.tidy_up(digest for _, digest in self._scan.known.values())
        for path in {path for paths in new.values() for path in paths}:
            key, asked, hits = rows[path]
            plain = tuple((digest, *hit) for digest, hit in sorted(hits.items()))
            self._kept[path] = (key, tuple(sorted(asked & self._offering.keys())), plain)
        for path, (_, _, hits) in rows.items():
            yield from ((d, path, hit) for d, hit in sorted(hits.items()) if d in self._offering)

    def _row(self, record: "ArticleRecord") -> tuple[str, set[str], dict[str, Found]]:
        """The known row of a withheld item as it is now."""
        parts = (record.fingerprint, record.title, record.summary)
        key = hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()[:24]
        was, asked, hits = self._kept.get(record.path, ("", (), ()))
        if was != key:
            return key, set(), {}
        found = {digest: Found(of, there, title) for digest, of, there, title in hits}
        return key, {*asked}, found

    def _problem(self, record: "ArticleRecord", digest: str, path: str, found: Found) -> Problem:
        own = [p for p in record.files if p in self._scan.files]
        file = next(p for p in own if self._scan.digest_of_large(p) == digest)
        name, label = PurePosixPath(file).name, self._evaluation.newsroom.label
        line = lines_of_files(self._evaluation.newsroom, record)[file]
        if found.is_leak:
            return Problem(
                label(record.path),
                line,
                Message(
                    "NR-FILE-001",
                    f"Tệp “{name}” chứa bài chưa được đăng {label(path)}: “{found.example}”.",
                ),
                "Bỏ phần ấy khỏi tệp rồi chép đè lên, hoặc chờ bài kia được duyệt.",
            )
        return Problem(
            label(record.path),
            line,
            Message(
                "NR-FILE-002",
                f"Tệp “{name}” có {len(found.sentences)} câu cũng nằm trong bài chưa được đăng"
                f" {label(path)}: “{found.example}”.",
            ),
            "Xem câu ấy có được đăng không; không thì bỏ khỏi tệp rồi chép đè lên.",
            Level.WARNING,
        )


def _is_read(path: str) -> bool:
    return path.lower().endswith(READ)


def _with(
    newsroom: Newsroom, problems: Mapping[str, Sequence[Problem]], scan: "Scan", now: datetime
) -> Newsroom:
    """The newsroom with these problems, each judged anew."""

    def worse(record: "ArticleRecord") -> "ArticleRecord":
        if record.path not in problems:
            return record
        found = (*record.problems, *problems[record.path])
        shown: Any = (*record.pictures, *record.refused, *record.files)
        return record_of(
            replace(newsroom.read(record.path), problems=found),
            newsroom.plans,
            now,
            content=scan.digest(record.path).hex(),
            digests={path: scan.digest_of_large(path) for path in shown if path in scan.files},
        )

    return replace(
        newsroom,
        articles=tuple(map(worse, newsroom.articles)),
        pages=tuple(map(worse, newsroom.pages)),
        documents=tuple(map(worse, newsroom.documents)),
    )
