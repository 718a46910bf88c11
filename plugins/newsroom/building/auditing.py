"""A finished public edition, looked at as a whole: every file of it, as if it were new."""

import hashlib
import sys
from pathlib import Path

from ..buildtools.cache.build_cache import build_cache_in
from ..verification.edition import MANIFEST, files_in
from ..verification.manifest import manifest_text
from .composition import Composition, compose, scan_of
from .engine import Build, of_no_item
from .inspection import Inspection


def audit(build: Build, folder: Path, *, has_guests: bool = False) -> None:
    """Look at every file of a public edition. Raises BuildRefused where anything is wrong.

    Plugins of others may have put files of theirs into it.
    """
    build_cache = build_cache_in(build.cache)

    def composed() -> Composition:
        scan = scan_of(build.settings, build_cache)
        return compose(build.settings, scan, build.now, build_cache, build.target)

    try:
        edition = build_cache.whole(composed, build.is_of_theme)
        audit_edition_in(folder, edition, build.target, has_guests=has_guests)
        build_cache.save()
    finally:
        build_cache.close()


def audit_edition_in(
    folder: Path, edition: Composition, target: Path, *, has_guests: bool = False
) -> None:
    """The same of an edition that is composed already, and is to stand in `target`."""
    of_guests = files_in(folder) if has_guests else []
    if said := Inspection.of(edition, target, of_guests).audit(folder):
        print(said, file=sys.stderr)


def manifest_of(build: Build, folder: Path, edition: Composition) -> bytes:
    """The manifest of a whole folder, hashed anew."""
    outputs = {
        path: ("", hashlib.sha256(content).hexdigest(), len(content))
        for path in files_in(folder)
        if path != MANIFEST
        for content in [(folder / path).read_bytes()]
    }
    return manifest_text(outputs, build.today, build.commit, **of_no_item(edition))
