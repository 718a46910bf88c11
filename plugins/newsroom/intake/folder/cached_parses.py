"""Parses of each item, kept between builds: its header, and its text apart."""

from collections.abc import Callable
from typing import TypeVar

from ...buildtools.cache.build_cache import BuildCache
from ...buildtools.cache.cache_forms import Damaged
from ...domain.content.content_item import Body
from ..content.item_cache import BODY, HEAD, head_of
from ..content.item_file import ItemFile
from ..content.item_reader import read_item
from .content_folder import ContentFolder

T = TypeVar("T")


def parse_of(file: ItemFile, digest: bytes) -> tuple[bytes, bytes]:
    """Head and body of a file with that digest, packed for the records."""
    return (
        HEAD.packed((digest, head_of(file)), file.path),
        BODY.packed((digest, file.body), file.path),
    )


class CachedParses:
    """Gives what was read of an item, and reads it anew where that is gone or another's.

    Each is asked for with the digest of the file by which it was judged: what was approved must
    not be shown with other words. All raise Damaged where the file has other words by now.
    """

    def __init__(self, build_cache: BuildCache, folder: ContentFolder, site_url: str) -> None:
        self._build_cache, self._folder, self._site_url = build_cache, folder, site_url

    def head(self, path: str, digest: bytes) -> ItemFile:
        """The file; its body holds references only."""
        file = self._part(path, digest, lambda: self._build_cache.head(HEAD, path))
        if file.path != path:
            raise Damaged(path)
        file.label = self._folder.label(path)
        return file

    def text(self, path: str, digest: bytes) -> Body:
        return self._part(path, digest, lambda: self._build_cache.body(BODY, path))

    def _part(self, path: str, digest: bytes, kept: Callable[[], tuple[bytes, T] | None]) -> T:
        found = kept()
        if found is None or found[0] != digest:
            if self._folder.scan.digest_now(path) != digest:
                raise Damaged(path)
            file = read_item(path, self._folder, self._site_url)
            self._build_cache.store_parse(path, parse_of(file, digest))
            found = kept()
        assert found is not None
        return found[1]
