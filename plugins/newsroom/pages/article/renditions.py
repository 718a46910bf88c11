"""Published pictures are made, never copied, so that nothing but the picture itself goes out."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple, Protocol

from ...buildtools.progress import teller
from ...buildtools.store import Store
from ...domain.section import Section
from ...domain.site.article_record import ArticleRecord
from ...images.image_file import ImageFault, Look
from ...images.image_processing import RECIPE, render_renditions
from ...images.render_jobs import Job, render_all
from ...images.rendition import Rendition, copies, shared_rendition
from ...images.rendition_file import is_rendition
from ..build.page import Page
from . import offered_files
from .offered_files import OfferedFiles

# The longer sides, in pixels, in which a picture of an article goes out; a cover has one more,
# for the lists. Two points of a screen for each of the column's 640, and a little to look closer.
IN_ARTICLES, OF_COVERS = (480, 960, 1600), (320, 480, 960, 1600)


class MadeRendition(NamedTuple):
    """One file of a picture: its address from the root of the site, its width in pixels."""

    url: str
    width: int


class MadePicture(NamedTuple):
    """A picture as it goes out: its files, smallest first, and the size of the largest."""

    copies: tuple[MadeRendition, ...]
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
    def small(self) -> tuple[MadeRendition, ...]:
        """Those for a list."""
        return self.copies[:2]


class ImageSource(offered_files.FileSource, Protocol):
    """The same for pictures, of which more is known."""

    def look(self, path: str) -> Look: ...
    def note_fault(self, path: str, fault: ImageFault) -> None: ...


class Renditions:
    """Makes each copy of a picture once in its life, and only those that a page asks for.

    Addresses come from the source's content and the recipe, so they never tell a file name and
    never change. `cache` is the folder in which made pictures wait to be copied into an edition.
    """

    def __init__(self, source: ImageSource, cache: Path) -> None:
        self._source, self._store = source, Store(cache / "anh")
        self.files = OfferedFiles(source, cache)
        # Thousands of pictures are asked for several times in a build.
        self._keys: dict[str, str] = {}
        self._forms: dict[tuple[str, Sequence[int]], dict[Rendition, str]] = {}

    def picture(self, path: str) -> MadePicture | None:
        """A picture as articles show it; None where it cannot be shown (desk previews)."""
        return self._made(path, IN_ARTICLES)

    def cover(self, path: str) -> MadePicture | None:
        """The same for a cover, which stands in lists too."""
        return self._made(path, OF_COVERS)

    def shared(self, path: str) -> MadePicture | None:
        """The picture that other sites show beside a link: one JPEG, cut to their shape."""
        seen = self._source.look(path)
        if seen.fault:
            return None
        copy = shared_rendition(seen)
        made = MadeRendition(self._url(path, copy), copy.width)
        return MadePicture((made,), copy.width, copy.height)

    def render(self, shown: Iterable[ArticleRecord]) -> list[str]:
        """Make what is missing of all that these items show; the pictures that cannot be.

        Their fault is noted, so that they are a problem of their items from now on.
        """
        shown = [*shown]
        self.files.prepare(shown)
        jobs: dict[str, Job] = {}
        for path, wanted in self._wanted(shown).items():
            missing = tuple(copy for copy, name in wanted.items() if name not in self._store)
            if missing:
                read = partial(self._source.read, path)
                # Two files of one content are one picture.
                jobs[self._key(path)] = Job(path, read, self._source.look(path), missing)
        if not jobs:
            return []
        broken = render_all(list(jobs.values()), self._keep, teller(len(jobs)))
        for path in broken:
            self._source.note_fault(path, ImageFault.UNDECODABLE)
        if broken:
            self._forms.clear()
        return broken

    def tidy_up(self) -> None:
        """Forget what was made of pictures that are in the content folder no more."""
        digests = (digest for _, digest in self._source.known.values())
        self._store.prune({key_of_picture(digest) for digest in digests})
        self.files.tidy_up()

    def urls_of(self, record: ArticleRecord) -> Mapping[str, Sequence[str]]:
        """Every address that was made for an item, by the picture it was made of."""
        return {
            path: [f"{Section.IMAGES}/{name}" for name in wanted.values()]
            for path, wanted in self._wanted([record]).items()
        }

    def kept(self, url: str) -> bytes | None:
        """The picture of an address, if it was made."""
        return self._store.get(url.removeprefix(Section.IMAGES.front))

    def files_of(self, shown: Sequence[ArticleRecord]) -> Iterator[Page]:
        """The pictures and attachments that these items show, each once."""
        made = {
            f"{Section.IMAGES}/{name}": (path, copy)
            for path, wanted in self._wanted(shown).items()
            for copy, name in wanted.items()
        }
        for url, (path, copy) in made.items():
            yield Page(url, "", partial(self._content, path, copy))
        yield from self.files.pages(shown)

    def _wanted(self, shown: Iterable[ArticleRecord]) -> dict[str, dict[Rendition, str]]:
        """The copies of each picture that these items show, and what each is called."""
        wanted: dict[str, dict[Rendition, str]] = defaultdict(dict)
        for record in shown:
            cover, shared = record.cover, record.shared
            for path in record.pictures:
                forms = self._forms_of(path, OF_COVERS if path == cover else IN_ARTICLES)
                if not forms:
                    continue
                wanted[path].update(forms)
                if path == shared:
                    copy = shared_rendition(self._source.look(path))
                    wanted[path][copy] = self._name(path, copy)
        return wanted

    def _forms_of(self, path: str, sides: Sequence[int]) -> Mapping[Rendition, str]:
        """The copies with these longer sides and their names; none where it cannot be shown."""
        found = self._forms.get((path, sides))
        if found is None:
            seen = self._source.look(path)
            forms = () if seen.fault else copies(seen, sides)
            found = {copy: self._name(path, copy) for copy in forms}
            self._forms[path, sides] = found
        return found

    def _made(self, path: str, sides: Sequence[int]) -> MadePicture | None:
        forms = self._forms_of(path, sides)
        if not forms:
            return None
        *_, largest = forms
        made = tuple(
            MadeRendition(f"{Section.IMAGES}/{name}", copy.width) for copy, name in forms.items()
        )
        return MadePicture(made, largest.width, largest.height)

    def _key(self, path: str) -> str:
        if path not in self._keys:
            self._keys[path] = key_of_picture(self._source.digest_of_large(path))
        return self._keys[path]

    def _name(self, path: str, copy: Rendition) -> str:
        return f"{self._key(path)}-{copy.tag}"

    def _url(self, path: str, copy: Rendition) -> str:
        return f"{Section.IMAGES}/{self._name(path, copy)}"

    def _keep(self, path: str, copy: Rendition, content: bytes) -> None:
        self._store.put(self._name(path, copy), content)

    def _content(self, path: str, copy: Rendition) -> bytes:
        """The file from the store, made again where it is gone, damaged, or none of ours."""
        name = self._name(path, copy)
        content = self._store.get(name)
        if content is not None and is_rendition(content, copy.width, copy.height):
            return content
        self._store.discard(name)
        ((_, content),) = render_renditions(self._source.read(path), [copy])
        self._keep(path, copy, content)
        return content


@cache
def key_of_picture(digest: str) -> str:
    """The beginning of the names of all copies of a picture, from the SHA-256 of its file."""
    return hashlib.sha256(f"{digest} {RECIPE}".encode()).hexdigest()[:16]
