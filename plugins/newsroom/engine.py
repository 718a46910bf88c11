"""The newsroom's own way to build an edition: only what changed. See publishing.py.

Two processes begin: this one lists the sources, hashes some of them and loads what is remembered of
them; the other hashes the rest and compares the output with what was left there. Where nothing
changed that is all.
"""

import hashlib
import sys
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .intake.scan import Scan
from .machinery.both_cores import beside
from .machinery.records import Damaged, Records, records_in
from .pages.press import Damage, Press, damage
from .pages.theme import key_of_templates, key_of_theme
from .refusal import Refused, reviewed, today_or_refused
from .workshop import swap_in, workshop_for

if TYPE_CHECKING:
    from .domain.newsroom import Review
    from .pages.page import Page
    from .pages.pictures import PictureShop


class Build:
    """One build of an edition into its folder."""

    def __init__(self, settings: Mapping[str, Any], target: Path) -> None:
        self.settings, self.target = settings, target
        self.cache = Path(settings["CACHE_PATH"])
        self.today = today_or_refused()
        self.has_spoken = False

    def run(self) -> None:
        records = records_in(self.cache)
        try:
            records.whole(lambda: self._run(records))
        finally:
            records.close()

    def _run(self, records: Records) -> None:
        files, pictures = records.shelf("files"), records.shelf("pictures")
        scan = Scan(Path(self.settings["PATH"]), files, pictures)
        others = [path for n, path in enumerate(scan.texts) if n % 3]
        hashed, damage_found = beside(lambda: scan.digests(others), self._damage)
        compared = cache(damage_found)
        try:
            scan.digests(scan.texts[::3])
            # Loaded while the other process still hashes: as long as hashing a third.
            records.shelf("dockets")
            scan.take(others, hashed())
            self._bring_up_to_date(records, scan, compared)
        finally:
            # Also where nobody asked for it: the other process must have ended.
            compared()

    def _bring_up_to_date(
        self, records: Records, scan: Scan, compared: Callable[[], Damage | None]
    ) -> None:
        state = self._state(scan)
        built = records.fact(f"built {self.target}")
        if built and built[0] == state and (found := compared()) and found.is_none:
            self._say(built[1])
            return
        from .pages.pictures import PictureShop

        shop = PictureShop(scan, self.cache)
        review, said = reviewed(self.settings, scan, self.today, records, shop)
        self._say(said)
        self._print(records, review, shop, compared)
        shop.tidy_up()
        records.set_fact(f"built {self.target}", (state, said))
        records.save()

    def _say(self, said: str) -> None:
        """Once, also when damaged records make us begin again."""
        if not self.has_spoken:
            print(said, file=sys.stderr)
        self.has_spoken = True

    def _damage(self) -> Damage | None:
        """How the target differs from what we left there; None where nothing is known of it."""
        try:
            records = records_in(self.cache, only_read=True)
            prints = records.shelf(f"prints {self.target}")
            return damage(self.target, prints) if prints and self.target.is_dir() else None
        except (Damaged, OSError):
            return None

    def _state(self, scan: Scan) -> str:
        """Everything that the edition is made from, in one digest."""
        parts = (scan.state(), key_of_theme(self.settings), self.today, _plain(self.settings))
        return hashlib.sha256(repr(parts).encode()).hexdigest()

    def _print(
        self,
        records: Records,
        review: "Review",
        shop: "PictureShop",
        compared: Callable[[], Damage | None],
    ) -> None:
        from .pages.chrome import chrome
        from .pages.concordances import Concordances
        from .pages.edition import pages_of
        from .pages.page import key_of
        from .pages.site import Site
        from .pages.theme import made_files, static_files

        is_desk = self.settings["NEWSROOM_EDITION"] == "desk"
        site = Site(review, shop, Concordances(records), is_desk=is_desk)
        made, named = made_files(Path(self.settings["THEME"]))
        pages: list[Page] = [*pages_of(site, review), *made, *static_files(self.settings)]
        shared = {**chrome(site), **named}
        common = {**self.settings, **shared}
        base = key_of(key_of_templates(self.settings), _plain(self.settings), shared)
        prints, found = records.shelf(f"prints {self.target}"), compared()
        if not prints or found is None:
            # Nothing is known of what stands there, so all of it is replaced.
            prints.clear()
            found = None
        press = Press(prints, lambda: self._renderer(common, records), base)
        with workshop_for(self.target) as workshop:
            delivery = press.stage(pages, found or Damage(frozenset(), ()), workshop)
            try:
                if found is None:
                    swap_in(workshop, self.target)
                else:
                    delivery.put_in_place(workshop, self.target)
            except OSError as error:
                # What was written is not remembered, so the next build mends it.
                raise Refused(
                    f"Không ghi được vào {self.target.name}: {error}. Đóng chương trình đang mở tệp"
                    " đó, hoặc xin quyền ghi, rồi chạy lại."
                ) from error
        press.remember(delivery)

    def _renderer(self, common: Mapping[str, Any], records: Records) -> Any:
        # Templates are imported only when there is a page to make.
        from .pages.renderer import Renderer, environment_of

        theme = Path(self.settings["THEME"])
        return Renderer(environment_of(self.settings, records), common, theme)


def _plain(settings: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The settings that can be compared from build to build: all but objects."""
    return [
        (name, repr(value))
        for name, value in sorted(settings.items())
        if " at 0x" not in repr(value)
    ]
