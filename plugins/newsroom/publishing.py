"""Building an edition into its folder: only what changed, and never half of it.

An edition is built by the newsroom's own engine, or through Pelican where a plugin of somebody
else wants to see Pelican's objects. Both render the same pages with the same templates.
See docs/decisions/0005-what-a-build-remembers.md.
"""

import gc
import hashlib
import sys
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .intake.clock import today
from .intake.scan import Scan
from .machinery.both_cores import beside
from .machinery.records import Damaged, Records
from .machinery.version import version
from .pages.press import Damage, Press, damage
from .pages.theme import ThemeError, blamed, key_of_templates, key_of_theme
from .refusal import Refused, refuse_open_doors, reviewed
from .workshop import swap_in, tidy_up, workshop_for

if TYPE_CHECKING:
    from .domain.newsroom import Review
    from .pages.page import Page

__all__ = ["Refused", "build_edition"]

RECORDS = "newsroom.sqlite"


def build_edition(settings_file: Path, target: Path, *, keep_going: bool = False) -> None:
    """Bring the edition of a settings file up to date in `target`.

    Everything new is made in a folder beside it and moved there only when whole. Raises Refused,
    with `target` untouched, when the content or the theme does not allow it.
    """
    settings = {**_settings(settings_file), "NEWSROOM_KEEP_GOING": keep_going}
    # A link to the web server's folder stays a link.
    target = target.resolve()
    tidy_up(target)
    try:
        if _has_guests(settings):
            _build_through_pelican(settings_file, settings, target)
        else:
            refuse_open_doors(settings)
            # Thousands of small values live to the end: looking for garbage finds none.
            gc.disable()
            _Build(settings, target).run()
    except Exception as error:
        mistake = blamed(error, Path(settings["THEME"]))
        if mistake is None:
            raise
        raise Refused(_said_of(mistake)) from error
    finally:
        gc.enable()


def review_content(content: Path, cache: Path) -> "Review":
    """The content as it stands today, held against the gate; what is read is kept. May refuse."""
    from .domain.newsroom import review
    from .intake.content_folder import ContentFolder
    from .intake.loader import load

    records = Records(cache / RECORDS, version())
    try:
        day = today()
    except ValueError as error:
        raise Refused(str(error)) from None
    scan = Scan(content, records.shelf("files"))
    found = review(records.whole(lambda: load(ContentFolder(scan), day, records)), day)
    records.save()
    return found


def _settings(file: Path) -> dict[str, Any]:
    """The upper-case names of a settings file, as Pelican takes them."""
    path, modules = sys.path[:], set(sys.modules)
    try:
        found: dict[str, Any] = {"__name__": file.stem, "__file__": str(file)}
        exec(compile(file.read_bytes(), file, "exec"), found)
    finally:
        # Read anew each time, so that `serve` sees an edited file.
        sys.path[:] = path
        for name in set(sys.modules) - modules:
            if Path(getattr(sys.modules[name], "__file__", None) or ".").parent == file.parent:
                del sys.modules[name]
    settings = {name: value for name, value in found.items() if name.isupper()}
    if not Path(settings["THEME"], "templates").is_dir():
        raise Refused(f"Không tìm thấy thư mục giao diện (theme): {settings['THEME']}.")
    return settings


def _has_guests(settings: Mapping[str, Any]) -> bool:
    """Whether anything but the newsroom is to be told of the build by Pelican's signals."""
    names = [getattr(plugin, "__name__", plugin) for plugin in settings.get("PLUGINS") or ()]
    return names != ["newsroom.plugin"]


class _Build:
    """One build by our own engine."""

    def __init__(self, settings: Mapping[str, Any], target: Path) -> None:
        self.settings, self.target = settings, target
        self.cache = Path(settings["CACHE_PATH"])
        self.version = version()
        self.has_spoken = False
        try:
            self.today = today()
        except ValueError as error:
            raise Refused(str(error)) from None

    def run(self) -> None:
        records = Records(self.cache / RECORDS, self.version)
        try:
            records.whole(lambda: self._run(records))
        finally:
            records.close()

    def _run(self, records: Records) -> None:
        scan = Scan(Path(self.settings["PATH"]), records.shelf("files"))
        half = scan.texts[1::2]
        hashed, damage_found = beside(lambda: scan.digests(half), self._damage)
        compared = cache(damage_found)
        try:
            scan.digests(scan.texts[::2])
            scan.take(half, hashed())
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
        review, said = reviewed(self.settings, scan, self.today, records)
        self._say(said)
        self._print(records, review, scan, compared)
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
            records = Records(self.cache / RECORDS, self.version, only_read=True)
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
        scan: Scan,
        compared: Callable[[], Damage | None],
    ) -> None:
        from .pages.chrome import chrome
        from .pages.edition import pages_of
        from .pages.page import key_of
        from .pages.pictures import PictureShop
        from .pages.site import Site
        from .pages.theme import static_files, stylesheet

        shop = PictureShop(scan, records.shelf("pictures"), self.cache)
        site = Site(review, shop, is_desk=self.settings["NEWSROOM_EDITION"] == "desk")
        style = stylesheet(Path(self.settings["THEME"]))
        pages: list[Page] = [*pages_of(site, review), style, *static_files(self.settings)]
        common = {**self.settings, **chrome(site), "stylesheet": style.url}
        base = key_of(
            key_of_templates(self.settings), _plain(self.settings), chrome(site), style.url
        )
        prints, found = records.shelf(f"prints {self.target}"), compared()
        if not prints or found is None:
            # Nothing is known of what stands there, so all of it is replaced.
            prints.clear()
            found = None
        press = Press(prints, lambda: self._renderer(common, records), base)
        with workshop_for(self.target) as workshop:
            delivery = press.stage(pages, found or Damage(frozenset(), ()), workshop)
            if found is None:
                swap_in(workshop, self.target)
            else:
                delivery.put_in_place(workshop, self.target)
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


def _build_through_pelican(settings_file: Path, settings: Mapping[str, Any], target: Path) -> None:
    """Build everything through Pelican, so that its signals reach every plugin."""
    from pelican import Pelican
    from pelican.log import console
    from pelican.settings import read_settings

    with workshop_for(target) as workshop:
        override = {
            "OUTPUT_PATH": str(workshop),
            "NEWSROOM_KEEP_GOING": settings["NEWSROOM_KEEP_GOING"],
        }
        # Pelican's closing line counts only its own objects; ours has been said.
        console.quiet = True
        Pelican(read_settings(str(settings_file), override=override)).run()
        if not (workshop / "index.html").is_file():
            raise Refused("Trang dựng ra không có trang chủ, nên giữ nguyên bản cũ.")
        swap_in(workshop, target)


def _said_of(mistake: ThemeError) -> str:
    from .domain.problem import Problem
    from .exports.terminal import problem_lines

    problem = Problem(
        mistake.path,
        mistake.line,
        f"Giao diện có lỗi: {mistake.reason}.",
        "Sửa tệp này, hoặc lấy lại bản cũ của thư mục theme.",
    )
    return f"{problem_lines([problem])}\nChưa đăng gì cả."
