"""Published pictures are made, never copied, so that nothing but the picture itself goes out."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple, Protocol

from ..domain.docket import Docket
from ..domain.vietnamese import slug
from ..machinery.darkroom import RECIPE, Copy, Job, copies, develop, develop_all, shared_copy
from ..machinery.picture_file import Fault, Look
from ..machinery.progress import teller
from ..machinery.store import Store
from .page import Page

# The longer sides, in pixels, in which a picture of an article goes out; a cover has one more,
# for the lists. Two points of a screen for each of the column's 640, and a little to look closer.
IN_ARTICLES, OF_COVERS = (480, 960, 1600), (320, 480, 960, 1600)


class MadeCopy(NamedTuple):
    """One file of a picture: its address from the root of the site, its width in pixels."""

    url: str
    width: int


class MadePicture(NamedTuple):
    """A picture as it goes out: its files, smallest first, and the size of the largest."""

    copies: tuple[MadeCopy, ...]
    width: int
    height: int

    @property
    def url(self) -> str:
        """The largest."""
        return self.copies[-1].url

    @property
    def plain_url(self) -> str:
        """For a reader that cannot choose."""
        return self.copies[-2].url if len(self.copies) > 2 else self.copies[-1].url

    @property
    def small(self) -> tuple[MadeCopy, ...]:
        """Those for a list."""
        return self.copies[:2]


class Source(Protocol):
    """Where the files that people put beside their texts come from."""

    @property
    def known(self) -> Mapping[str, Any]: ...

    def read(self, path: str) -> bytes: ...
    def digest_of_large(self, path: str) -> str: ...
    def size(self, path: str) -> int: ...
    def look(self, path: str) -> Look: ...
    def note_fault(self, path: str, fault: Fault) -> None: ...


class PictureShop:
    """Makes each copy of a picture once in its life, and only those that a page asks for.

    Addresses come from the source's content and the recipe, so they never tell a file name and
    never change. `cache` is the folder in which made pictures wait to be copied into an edition.
    """

    def __init__(self, source: Source, cache: Path) -> None:
        self._source, self._store = source, Store(cache / "anh")

    def picture(self, path: str) -> MadePicture | None:
        """A picture as articles show it; None where it cannot be shown (desk previews)."""
        return self._made(path, IN_ARTICLES)

    def cover(self, path: str) -> MadePicture | None:
        """The same for a cover, which stands in lists too."""
        return self._made(path, OF_COVERS)

    def shared(self, path: str) -> MadePicture | None:
        """What other sites show beside a link: one JPEG, cut to their shape."""
        seen = self._source.look(path)
        if seen.fault:
            return None
        copy = shared_copy(seen)
        made = MadeCopy(self._url(path, copy), copy.width)
        return MadePicture((made,), copy.width, copy.height)

    def develop(self, shown: Iterable[Docket]) -> list[str]:
        """Make what is missing of all that these manuscripts show; the pictures that cannot be.

        Their fault is noted, so that they are a problem of their manuscripts from now on.
        """
        jobs: dict[str, Job] = {}
        for path, wanted in self._wanted(shown).items():
            missing = tuple(c for c in wanted if self._name(path, c) not in self._store)
            if missing:
                read = partial(self._source.read, path)
                # Two files of one content are one picture.
                jobs[self._key(path)] = Job(path, read, self._source.look(path), missing)
        if not jobs:
            return []
        broken = develop_all(list(jobs.values()), self._keep, teller(len(jobs)))
        for path in broken:
            self._source.note_fault(path, Fault.UNDECODABLE)
        return broken

    def tidy_up(self) -> None:
        """Forget what was made of pictures that are in the content folder no more."""
        digests = (digest for _, digest in self._source.known.values())
        self._store.prune({key_of_picture(digest) for digest in digests})

    def urls_of(self, docket: Docket) -> Mapping[str, Sequence[str]]:
        """Every address that was made for a manuscript, by the picture it was made of."""
        return {
            path: [self._url(path, copy) for copy in wanted]
            for path, wanted in self._wanted([docket]).items()
        }

    def kept(self, url: str) -> bytes | None:
        """The file of an address, if it was made."""
        return self._store.get(url.removeprefix("anh/"))

    def url_of_file(self, path: str) -> str:
        """Where an attachment stands, under a readable name."""
        name = PurePosixPath(path)
        digest = self._source.digest_of_large(path)[:12]
        return f"tep/{digest}/{slug(name.stem) or 'tep'}{name.suffix.lower()}"

    def size_of_file(self, path: str) -> int:
        """In bytes."""
        return self._source.size(path)

    def files_of(self, shown: Sequence[Docket]) -> Iterator[Page]:
        """The pictures and attachments that these manuscripts show, each once."""
        made = {
            self._url(path, copy): (path, copy)
            for path, wanted in self._wanted(shown).items()
            for copy in wanted
        }
        for url, (path, copy) in made.items():
            yield Page(url, "", partial(self._content, path, copy))
        files = dict.fromkeys(path for docket in shown for path in docket.files)
        by_url = {self.url_of_file(path): path for path in files}
        for url, path in by_url.items():
            yield Page(url, "", partial(self._source.read, path))

    def _wanted(self, shown: Iterable[Docket]) -> dict[str, dict[Copy, None]]:
        """The copies of each picture that these manuscripts show."""
        wanted: dict[str, dict[Copy, None]] = defaultdict(dict)
        for docket in shown:
            for path in docket.pictures:
                seen = self._source.look(path)
                if seen.fault:
                    continue
                sides = OF_COVERS if path == docket.cover else IN_ARTICLES
                wanted[path].update(dict.fromkeys(copies(seen, sides)))
                if path == docket.shared:
                    wanted[path][shared_copy(seen)] = None
        return wanted

    def _made(self, path: str, sides: Sequence[int]) -> MadePicture | None:
        seen = self._source.look(path)
        if seen.fault:
            return None
        forms = copies(seen, sides)
        made = tuple(MadeCopy(self._url(path, copy), copy.width) for copy in forms)
        return MadePicture(made, forms[-1].width, forms[-1].height)

    def _key(self, path: str) -> str:
        return key_of_picture(self._source.digest_of_large(path))

    def _name(self, path: str, copy: Copy) -> str:
        return f"{self._key(path)}-{copy.tag}"

    def _url(self, path: str, copy: Copy) -> str:
        return f"anh/{self._name(path, copy)}"

    def _keep(self, path: str, copy: Copy, content: bytes) -> None:
        self._store.put(self._name(path, copy), content)

    def _content(self, path: str, copy: Copy) -> bytes:
        """The file from the store, made again where it is gone or damaged."""
        content = self._store.get(self._name(path, copy))
        if content is None:
            ((_, content),) = develop(self._source.read(path), [copy])
            self._keep(path, copy, content)
        return content


@cache
def key_of_picture(digest: str) -> str:
    """What the names of all copies of a picture begin with, from the SHA-256 of its file."""
    return hashlib.sha256(f"{digest} {RECIPE}".encode()).hexdigest()[:16]
