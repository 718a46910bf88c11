"""One run of Pelican: its pages are made beside the target, verified, and put in place whole.

Whoever starts Pelican, the result is what `tasks.py publish` makes. A run that fails leaves the
site that stands.
"""

import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...buildtools.cache.build_cache import build_cache_in
from ...domain.message import Message
from ...verification.edition import MANIFEST
from ..atomic_output import build_lock, replace_output, staging_folder_for, tidy_up
from ..auditing import audit_edition_in, manifest_of
from ..composition import Composition, compose, scan_of
from ..engine import Build
from ..errors import BuildRefused, now_or_refused
from ..kept_editions import keep_before, paths_to_change
from .accepted_settings import is_newsroom_theme


@contextmanager
def pelican_build(settings: Mapping[str, Any]) -> "Iterator[PelicanBuild]":
    """One run, from the reading of the content on; it leaves nothing beside the target.

    Raises BuildRefused where the content does not allow an edition.
    """
    target, cache = Path(settings["OUTPUT_PATH"]).resolve(), Path(settings["CACHE_PATH"])
    with ExitStack() as opened:
        if not settings.get("NEWSROOM_HAS_LOCK"):
            opened.enter_context(build_lock(cache))
            tidy_up(target)
        build_cache, now = build_cache_in(cache), now_or_refused()

        def composed() -> Composition:
            return compose(settings, scan_of(settings, build_cache), now, build_cache, target)

        edition = build_cache.whole(composed)
        print("\n".join(filter(None, (edition.said, edition.lost))), file=sys.stderr)
        staging = opened.enter_context(staging_folder_for(target))
        yield PelicanBuild(settings=settings, target=target, staging=staging, edition=edition)


@dataclass(frozen=True, kw_only=True)
class PelicanBuild:
    """The edition that Pelican makes in `staging`, to be put in the place of `target`."""

    settings: Mapping[str, Any]
    target: Path
    staging: Path
    edition: Composition

    @property
    def has_guests(self) -> bool:
        """True where anybody but the newsroom looks at Pelican's objects."""
        return len(self.settings["PLUGINS"]) > 1 or not self.has_own_theme

    @property
    def has_own_theme(self) -> bool:
        return is_newsroom_theme(self.settings)

    def deliver(self) -> None:
        """Verify what Pelican made and put it in the place of the target. Raises BuildRefused."""
        edition, staging, target = self.edition, self.staging, self.target
        if not (staging / "index.html").is_file():
            raise BuildRefused(
                Message("NR-BUILD-014", "Trang dựng ra không có trang chủ, nên giữ nguyên bản cũ.")
            )
        if not edition.is_desk:
            audit_edition_in(staging, edition, target, has_guests=self.has_guests)
            manifest = manifest_of(Build(self.settings, target), staging, edition)
            (staging / MANIFEST).write_bytes(manifest)
            keep_before(target, paths_to_change(target, staging), None)
        replace_output(staging, target)
        edition.build_cache.save()
