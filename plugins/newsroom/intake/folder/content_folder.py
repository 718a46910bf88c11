"""The content folder: which files it holds, and which of them a text means."""

import posixpath
import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import IO

from ...domain.content.content_item import Reference, ReferenceKind
from ...domain.names.similar_names import SimilarNames
from ...domain.section import FRONT_LISTINGS, LISTINGS, RESERVED_SLUGS
from ...images.image_file import Look
from .scan import ITEMS, PAGES, PICTURES, Scan

PICTURE_ENDINGS = (
    *(".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".gif", ".heic", ".heif", ".hif"),
    *(".avif", ".bmp", ".tif", ".tiff"),
)
VIDEO_ENDINGS = (".mp4", ".webm")
FILE_ENDINGS = (
    *(".pdf", ".docx", ".doc", ".xlsx", ".xls", ".pptx", ".ppt", ".zip", ".mp3"),
    *VIDEO_ENDINGS,
)
_ARTICLE = re.compile(r"^/?(?:tin-bai/\d{4}/\d{2}|van-ban/\d{4})/[^/.]+/?$")
_SITE_PAGE = re.compile(r"^/([a-z0-9-]+)(/[a-z0-9/-]*)?$")


def is_linkable(path: str) -> bool:
    """True where a text can point to such a file."""
    return path.lower().endswith((*PICTURE_ENDINGS, *FILE_ENDINGS)) or (
        path.endswith(".md") and path.startswith(tuple(f"{folder}/" for folder in ITEMS))
    )


def own_folder(text: str) -> str:
    """The folder in which a text keeps what is its own: `tin-bai/2026-11/a` of `a.md` there."""
    return posixpath.splitext(text)[0]


def _places(target: str, text: str, *common: str) -> list[str]:
    """The paths that a target in the text at `text` may mean, first those beside the text.

    Steps upward count from the text itself, never from the folder named like it.
    """
    near = [] if target.startswith("/") else [posixpath.dirname(text), own_folder(text)]
    plain = target.lstrip("/")
    if posixpath.normpath(plain).startswith(".."):
        near = near[:1]
    return [posixpath.normpath(posixpath.join(start, plain)) for start in (*near, "", *common)]


class ContentFolder:
    """The files below one folder, by their paths in it, with `/` and in NFC.

    `name` is how the folder is called in messages (content).
    """

    def __init__(self, scanned: Scan | Path) -> None:
        self.scan = scanned if isinstance(scanned, Scan) else Scan(scanned)
        self.name = self.scan.root.name

    @property
    def files(self) -> Mapping[str, str]:
        return self.scan.files

    def below(self, folder: str, *endings: str) -> list[str]:
        """The files in a folder and below it; if endings are given, with one of these."""
        return self.scan.below(folder, *endings)

    def read(self, path: str) -> bytes:
        return self.scan.read(path)

    def open(self, path: str) -> IO[bytes]:
        """A file that is too large to be held."""
        return self.scan.open(path)

    def manuscript_like(self, path: str) -> str:
        """The text or plan that holds the very bytes of a file; empty where none does.

        Two names of one file (a hard link) do, and so does a copy.
        """
        digest = self.digest(path)
        return next((text for text in self.scan.texts if self.scan.digest(text) == digest), "")

    def look(self, path: str) -> Look:
        """The look of a picture: what is to be seen of it without decoding it."""
        return self.scan.look(path)

    def digest(self, path: str) -> bytes:
        """The SHA-256 of a picture or attachment."""
        return bytes.fromhex(self.scan.digest_of_large(path))

    def label(self, path: str) -> str:
        """The path as messages name it: content/tin-bai/a.md."""
        return f"{self.name}/{path}"

    def find(self, target: str, text: str) -> str | None:
        """The file meant by a path in the text at `text`.

        Looked for beside the text, then in the folder that is named like it, then from the content
        folder, then among the pictures and standing pages; last without regard to case, for
        Windows and phones do not mind it.
        """
        places = _places(target, text, PICTURES, PAGES)
        exact = (place for place in places if self.holds(place))
        loose = (file for place in places if (file := self.holds_alike(place)))
        return next(exact, None) or next(loose, None)

    def find_folder(self, target: str, text: str) -> str | None:
        """The folder of pictures meant by a path in the text at `text`, looked for alike.

        The folder of all pictures is not one; nor is what lies outside.
        """
        places = _places(target.rstrip("/") or "/", text, PICTURES)
        places = [place for place in places if place not in (".", PICTURES)]
        exact = (place for place in places if self.inside(place))
        loose = (alike for place in places if (alike := self._folders.get(place.casefold())))
        return next(exact, None) or next(loose, None)

    def inside(self, place: str) -> list[str]:
        """The files in a folder itself."""
        return [file for file in self.below(place) if posixpath.dirname(file) == place]

    def is_picture(self, path: str) -> bool:
        return path.lower().endswith(PICTURE_ENDINGS)

    @cached_property
    def _folders(self) -> Mapping[str, str]:
        folders = dict.fromkeys(posixpath.dirname(file) for file in sorted(self.files))
        return {folder.casefold(): folder for folder in reversed(list(folders))}

    def holds(self, path: str) -> bool:
        """True where there is such a file, of a kind that a text can point to."""
        return path in self._linkable

    def holds_alike(self, path: str) -> str | None:
        """The first such file whose path is the same but for case."""
        return self._lower.get(path.casefold())

    @cached_property
    def _linkable(self) -> set[str]:
        return set(filter(is_linkable, self.files))

    @cached_property
    def _lower(self) -> dict[str, str]:
        return {file.casefold(): file for file in sorted(self._linkable, reverse=True)}

    def address(self, target: str) -> Reference | None:
        """A page of ours named by its address on the site: an article, a listing, a page."""
        target = target.removesuffix("index.html")
        if target == "/":
            return Reference(kind=ReferenceKind.LISTING, target="/")
        page = _SITE_PAGE.match(target)
        is_front = page is not None and not (page[2] or "").strip("/")
        if page and (page[1] in LISTINGS or (is_front and page[1] in FRONT_LISTINGS)):
            return Reference(kind=ReferenceKind.LISTING, target=f"/{target.strip('/')}/")
        is_standing_page = page is not None and is_front and page[1] not in RESERVED_SLUGS
        if _ARTICLE.match(target) or is_standing_page:
            return Reference(kind=ReferenceKind.ARTICLE, target=f"/{target.strip('/')}/")
        return None

    def nearest(self, target: str, folder: str) -> str | None:
        """The file whose name is most like the target's, as a text of that folder writes it."""
        ending = posixpath.splitext(target)[1].lower()
        files = self._by_ending.get(ending)
        if not files:
            return None
        if ending not in self._similar:
            self._similar[ending] = SimilarNames(files)
        like = self._similar[ending].nearest(posixpath.basename(target))
        if like is None:
            return None
        is_near = posixpath.dirname(files[like]) in (folder, PICTURES)
        return like if is_near else f"/{files[like]}"

    @cached_property
    def _by_ending(self) -> Mapping[str, dict[str, str]]:
        """The first file of each name by the names' endings, and all of them under none."""
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for file in sorted(self._linkable, reverse=True):
            name = posixpath.basename(file)
            found[posixpath.splitext(name)[1].lower()][name] = found[""][name] = file
        return found

    @cached_property
    def _similar(self) -> dict[str, SimilarNames]:
        """The same for searching, as far as anybody asked."""
        return {}

    def holds_unusable(self, target: str, folder: str) -> bool:
        """True where such a file is there, but of a kind that a text cannot point to."""
        starts = (folder, "", PICTURES)
        return any(
            posixpath.normpath(posixpath.join(start, target.lstrip("/"))) in self.files
            for start in starts
        )
