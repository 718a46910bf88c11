"""A finished public edition, looked at as a whole: every file of it, as if it were new."""

import hashlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..buildtools.cache import build_cache_in
from ..pages.article.renditions import Renditions
from ..verification.edition import MANIFEST, files_in
from ..verification.manifest import manifest_text
from .engine import Build, notices_of
from .errors import reviewed
from .inspection import Inspection

if TYPE_CHECKING:
    from ..domain.site.publication import Review


class EditionAudit(NamedTuple):
    """The content as it stands today, and who looks over a folder with it in mind."""

    review: "Review"
    renditions: Renditions
    inspection: Inspection


@contextmanager
def auditing(build: Build) -> Iterator[EditionAudit]:
    build_cache = build_cache_in(build.cache)

    def read() -> EditionAudit:
        scan = build.scan(build_cache)
        renditions = Renditions(scan, build.cache)
        review, _ = reviewed(build.settings, scan, build.today, build_cache, renditions)
        pages, _ = build.pages(build_cache, review, renditions)
        inspection = Inspection(
            build.settings, review, scan, build_cache, renditions, pages, build.target
        )
        return EditionAudit(review, renditions, inspection)

    try:
        yield build_cache.whole(read, build.is_of_theme)
        build_cache.save()
    finally:
        build_cache.close()


def audit(build: Build, folder: Path, *, has_guests: bool = False) -> "Review":
    """Look at every file of a public edition. Raises BuildRefused where anything is wrong.

    Plugins of others may have put files of theirs into it. Returns what was held against it.
    """
    with auditing(build) as found:
        if said := found.inspection.audit(folder, has_guests=has_guests):
            print(said, file=sys.stderr)
        return found.review


def manifest_of(build: Build, folder: Path, review: "Review") -> bytes:
    """The manifest of a whole folder, hashed anew."""
    outputs = {
        path: ("", hashlib.sha256(content).hexdigest(), len(content))
        for path in files_in(folder)
        if path != MANIFEST
        for content in [(folder / path).read_bytes()]
    }
    return manifest_text(outputs, build.today, build.commit, notices_of(review))
