"""Videos and attachments as they go out: of videos and sound nothing but what is seen and heard.

What is written into them besides may tell where and when children were filmed, and by whom. Other
attachments are cleaned where the plan says so.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO, Any, Protocol

from ...buildtools.store import Store
from ...domain.section import Section
from ...domain.site.article_record import ArticleRecord
from ...domain.site.file_names import file_slug
from ...media.stripping import STRIPPED, write_stripped
from ...media.stripping_plan import Unusable
from ...office_files.cleaning.recipe import CLEANED, RECIPE
from ..build.page import Page

# Every change of what is taken out needs another number: it is part of every name.
STRIPPING = "film 1"
# In bytes: what is held in memory to be cleaned.
_LARGEST = 100_000_000


class FileSource(Protocol):
    """A source of the files that people put beside their texts."""

    @property
    def known(self) -> Mapping[str, Any]: ...

    def read(self, path: str) -> bytes: ...
    def open(self, path: str) -> IO[bytes]: ...
    def digest_of_large(self, path: str) -> str: ...
    def size(self, path: str) -> int: ...


class OfferedFiles:
    """Makes the copy of each file that may not go out as it is, once in its life.

    Addresses come from the source's content and from what was taken out of it. `cache` is the
    folder in which copies wait for an edition. `are_cleaned` is what the plan says of attachments.
    """

    def __init__(self, source: FileSource, cache: Path) -> None:
        self._source, self._store = source, Store(cache / "tep")
        self.are_cleaned = False

    def prepare(self, shown: Iterable[ArticleRecord]) -> None:
        """Make what is missing of all that these items offer.

        Of what is no video there is no copy: its item has an error.
        """
        for path in dict.fromkeys(path for record in shown for path in record.files):
            name = self._name(path)
            if name and name not in self._store and _as_it_is(name) not in self._store:
                self._make(path, name)

    def url(self, path: str) -> str:
        """The address of a file, under a readable name."""
        return _url(path, self._copy(path) or self._source.digest_of_large(path))

    def every_url(self, path: str) -> tuple[str, ...]:
        """Every address at which a file may stand in some edition, as it is or as a copy."""
        digest, ending = self._source.digest_of_large(path), PurePosixPath(path).suffix.lower()
        recipes = [STRIPPING] if ending in STRIPPED else [RECIPE] if ending in CLEANED else []
        return tuple(_url(path, code) for code in (digest, *(_key(digest, r) for r in recipes)))

    def size(self, path: str) -> int:
        """In bytes, of what readers get."""
        copy = self._copy(path)
        return self._store.size(copy) if copy else self._source.size(path)

    def pages(self, shown: Iterable[ArticleRecord]) -> Iterator[Page]:
        """The files that these items offer, each once."""
        files = dict.fromkeys(path for record in shown for path in record.files)
        by_url = {self.url(path): path for path in files}
        for url, path in by_url.items():
            yield Page(url, "", partial(self._content, path))

    def copy(self, path: str) -> Path | None:
        """The copy that goes out in the place of a file; None where the file itself does."""
        name = self._copy(path)
        return self._store.place(name) if name else None

    def tidy_up(self) -> None:
        """Forget what was made of files that are in the content folder no more."""
        if self._store:
            digests = {digest for _, digest in self._source.known.values()}
            self._store.prune({_key(d, recipe) for d in digests for recipe in (STRIPPING, RECIPE)})

    def _name(self, path: str) -> str:
        """The name of the copy of a file; empty where there is to be none."""
        ending = PurePosixPath(path).suffix.lower()
        is_video = ending in STRIPPED
        if not is_video and not (self.are_cleaned and ending in CLEANED):
            return ""
        key = _key(self._source.digest_of_large(path), STRIPPING if is_video else RECIPE)
        return f"{key}-{'film' if is_video else 'tep'}{ending}"

    def _copy(self, path: str) -> str:
        """The same, where the copy was made."""
        name = self._name(path)
        return name if name in self._store else ""

    def _make(self, path: str, name: str) -> None:
        ending = PurePosixPath(path).suffix.lower()
        if ending not in STRIPPED:
            self._clean(path, name)
            return

        def write(target: IO[bytes]) -> None:
            with self._source.open(path) as source:
                write_stripped(source, target, ending)

        try:
            self._store.put_made(name, write)
        except Unusable:
            return

    def _clean(self, path: str, name: str) -> None:
        """Keep the cleaned copy, or that there is none: `check` says why."""
        from ...office_files.cleaning.clean import clean

        made = clean(self._source.read(path)) if self._source.size(path) <= _LARGEST else None
        if made is None:
            self._store.put(_as_it_is(name), b"")
        else:
            self._store.put(name, made)

    def _content(self, path: str) -> bytes | Path:
        """The file, made again where the store lost or changed it."""
        name = self._copy(path)
        if not name:
            return self._source.read(path)
        place = self._store.place(name)
        if place is None:
            self._make(path, name)
            place = self._store.place(name)
        if place is None:
            raise FileNotFoundError(path)
        return place


def _url(path: str, code: str) -> str:
    place = PurePosixPath(path)
    return f"{Section.FILES}/{code[:12]}/{file_slug(place.stem, 'tep')}{place.suffix.lower()}"


def _as_it_is(name: str) -> str:
    """The name that tells that a file goes out as it is, although it was to be cleaned."""
    return f"{name.partition('.')[0]}.as-it-is"


def _key(digest: str, recipe: str) -> str:
    return hashlib.sha256(f"{digest} {recipe}".encode()).hexdigest()[:16]
