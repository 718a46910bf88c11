"""The newsroom's own way to build an edition: only what changed. See publishing.py.

Two processes begin: this one lists the sources, hashes some of them and loads what is remembered of
them; the other hashes the rest and compares the output with what was left there. Where nothing
changed that is all.
"""

import hashlib
import sys
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, cached_property, partial
from pathlib import Path
from typing import Any

from ..buildtools.cache.build_cache import BuildCache, build_cache_in
from ..buildtools.cache.cache_forms import Damaged
from ..buildtools.parallel import in_background
from ..domain.message import Message
from ..intake.folder.cached_records import KEPT_RECORDS
from ..intake.folder.scan import Scan
from ..pages.build.output_files import OUTPUT_FILES, Damage, damage
from ..pages.build.theme import (
    blamed,
    is_unreadable,
    key_of_templates,
    key_of_theme,
    plain_settings,
)
from ..pages.build.writer import ChangeSet, IncrementalWriter
from .atomic_output import changed_as_one, filled_up, replace_output, staging_folder_for
from .built_state import built_state_of, state_built
from .composition import Composition, compose, is_desk, own_redirects_in, scan_of
from .errors import BuildRefused, now_or_refused


class Build:
    """One build of an edition into its folder."""

    def __init__(self, settings: Mapping[str, Any], target: Path) -> None:
        self.settings, self.target = settings, target
        self.cache = Path(settings["CACHE_PATH"])
        self.now = now_or_refused()
        self.has_spoken = False
        self._built = built_state_of(target)
        self._remembered = OUTPUT_FILES.of(str(target))

    def run(self) -> None:
        build_cache = build_cache_in(self.cache)
        try:
            self._run_whole(build_cache)
        finally:
            build_cache.close()

    def _run_whole(self, build_cache: BuildCache) -> None:
        try:
            build_cache.whole(lambda: self._run(build_cache), self.is_of_theme)
        except Exception as error:
            if isinstance(error, OSError) or is_unreadable(error) or not build_cache.has_read:
                raise
            # A template met something that it does not know: of the theme, or of the cache?
            self._run(BuildCache(None, ""))
            build_cache.forget()

    def _run(self, build_cache: BuildCache) -> None:
        scan = scan_of(self.settings, build_cache)
        others = [path for n, path in enumerate(scan.texts) if n % 3]
        hashed, damage_found = in_background(lambda: scan.digests(others), self._damage)
        compared = cache(damage_found)
        try:
            scan.digests(scan.texts[::3])
            # Loaded while the other process still hashes: as long as hashing a third.
            build_cache.cached_rows(KEPT_RECORDS)
            scan.take(others, hashed())
            self._bring_up_to_date(build_cache, scan, compared)
        finally:
            # Also where nobody asked for it: the other process must have ended.
            compared()

    def is_of_theme(self, error: Exception) -> bool:
        return blamed(error, Path(self.settings["THEME"])) is not None

    def _bring_up_to_date(
        self, build_cache: BuildCache, scan: Scan, compared: Callable[[], Damage | None]
    ) -> None:
        state = self._state(scan)
        built = build_cache.fact(self._built)
        is_same = built and built.state == state and built.holds_at(self.now)
        if built and is_same and (found := compared()) and found.is_none:
            self._say(built.said)
            return
        edition = compose(self.settings, scan, self.now, build_cache, self.target)
        said = edition.said
        # What is lost is not remembered with the rest: the next edition has lost nothing.
        self._say("\n".join(filter(None, (said, edition.lost))))
        if more := self._write(edition, compared):
            print(more, file=sys.stderr)
            said = f"{said}\n{more}"
        edition.renditions.tidy_up()
        build_cache.set_fact(self._built, state_built(state, said, edition.evaluation))
        build_cache.save()

    @property
    def today(self) -> date:
        return self.now.date()

    @cached_property
    def commit(self) -> str:
        """The commit of the content, where that is what was built."""
        folder = Path(self.settings["PATH"])
        if not any((place / ".git").exists() for place in folder.resolve().parents):
            return ""
        from ..provenance.git import Git, NoHistory

        try:
            git = Git(folder)
        except NoHistory:
            return ""
        changed = git.ask("status", "--porcelain", "-z", "--", str(folder.resolve()))
        return "" if changed else git.commit("HEAD") or ""

    def _say(self, said: str) -> None:
        """Once, also when damaged records make us begin again."""
        if not self.has_spoken:
            print(said, file=sys.stderr)
        self.has_spoken = True

    def _damage(self) -> Damage | None:
        """The damage to what we left in the target; None where nothing is known of it."""
        try:
            build_cache = build_cache_in(self.cache, only_read=True)
            remembered = build_cache.cached_rows(self._remembered)
            return damage(self.target, remembered) if remembered and self.target.is_dir() else None
        except (Damaged, OSError):
            return None

    def _state(self, scan: Scan) -> str:
        """Everything that the edition is made from, in one digest."""
        commit = "" if is_desk(self.settings) else self.commit
        theme = key_of_theme(self.settings)
        settings = plain_settings(self.settings), own_redirects_in(self.settings)
        parts = (scan.state(), theme, self.today, settings, commit)
        return hashlib.sha256(repr(parts).encode()).hexdigest()

    def _write(self, edition: Composition, compared: Callable[[], Damage | None]) -> str:
        """Make and deliver every page that has to be made; what is to be said of it."""
        from ..pages.build.page import key_of

        pages, shared, is_desk = edition.pages, edition.shared, edition.is_desk
        common = {**self.settings, **shared}
        files = edition.renditions.files.are_cleaned
        templates, plain = key_of_templates(self.settings), plain_settings(self.settings)
        base = key_of(templates, plain, shared, files)
        remembered, found = edition.build_cache.cached_rows(self._remembered), compared()
        if not remembered or found is None:
            # Nothing is known of what stands there, so all of it is replaced.
            remembered.clear()
            found = None
        if is_desk:
            writer = IncrementalWriter(remembered, lambda: self._renderer(common), base)
        else:
            from ..verification.edition import MANIFEST
            from ..verification.manifest import manifest_text
            from .inspection import Inspection
            from .kept_editions import keep_before, paths_to_change

            inspection = Inspection.of(edition, self.target)
            look = inspection.inspector.look
            writer = IncrementalWriter(
                remembered, lambda: self._renderer(common), base, look, MANIFEST
            )
        said = ""
        with staging_folder_for(self.target) as staging:
            changes = writer.stage(pages, found or Damage(frozenset(), ()), staging)
            if not is_desk:
                said = inspection.judge(changes, staging, writer.unchanged(changes))
                make = partial(
                    manifest_text, today=self.today, commit=self.commit, **of_no_item(edition)
                )
                changes = writer.finish(changes, staging, make)
                if found and MANIFEST not in found.changed:
                    going = [*changes.made, *changes.gone, *changes.strays]
                    keep_before(self.target, going, remembered)
                else:
                    keep_before(self.target, paths_to_change(self.target, staging), None)
            try:
                self._deliver(writer, changes, staging)
            except OSError as error:
                # What was written is not remembered, so the next build mends it.
                raise BuildRefused(
                    Message(
                        "NR-BUILD-003",
                        f"Không ghi được vào {self.target.name}: {error}. Đóng chương trình đang mở"
                        " tệp đó, hoặc xin quyền ghi, rồi chạy lại.",
                    )
                ) from error
        writer.remember(changes)
        if not is_desk:
            inspection.remember()
        return said

    def _deliver(self, writer: IncrementalWriter, changes: ChangeSet, staging: Path) -> None:
        """Put what was made into the target, the public edition in one step."""
        old = [*writer.unchanged(changes), *changes.same]
        if len(old) <= len(changes.made) and filled_up(staging, self.target, old):
            replace_output(staging, self.target)
            return
        change = partial(changes.put_in_place, staging)
        if not (writer.last and changed_as_one(self.target, writer.last, change)):
            change(self.target)

    def _renderer(self, common: Mapping[str, Any]) -> Any:
        # Templates are imported only when there is a page to make.
        from ..pages.build.renderer import Renderer, environment_of

        theme = Path(self.settings["THEME"])
        return Renderer(environment_of(self.settings), common, theme)


def of_no_item(edition: Composition) -> dict[str, Any]:
    """The files at addresses of items that show none, as the manifest names them.

    They say that something was taken down, or lead on from an old address.
    """
    removed = [f"{gone.url}index.html" for gone in edition.evaluation.publication.removed]
    return {"removed": removed, "redirects": edition.redirect_pages}
