"""Building an edition into its folder: only what changed, and never half of it.

An edition is built by the newsroom's own engine, or through Pelican where a plugin of somebody
else wants to see Pelican's objects. Both render the same pages with the same templates.
See docs/decisions/0005-what-a-build-remembers.md.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..buildtools.cache.build_cache import build_cache_in
from ..domain.message import Message
from ..intake.folder.scan import FILES, LOOKS, Scan
from ..pages.build.theme import blamed
from .atomic_output import build_lock, tidy_up
from .engine import Build
from .errors import BuildRefused, not_written, now_or_refused, theme_refused
from .settings import has_newsroom, plugin_names, settings_in
from .through_pelican.accepted_settings import accept, is_newsroom_theme

if TYPE_CHECKING:
    from ..domain.site.publication import Evaluation

__all__ = ["BuildRefused", "build_edition"]
_OF_WHO_BUILDS = ("NEWSROOM_KEEP_GOING", "NEWSROOM_ALLOW_REMOVALS", "NEWSROOM_COMMAND")


def build_edition(
    settings_file: Path,
    target: Path,
    *,
    keep_going: bool = False,
    allow_removals: bool = False,
    command: str = "",
) -> None:
    """Bring the edition of a settings file up to date in `target`.

    Everything new is made in a folder beside it and moved there only when whole. Raises
    BuildRefused, with `target` untouched, when the content or the theme does not allow it, or where
    nearly everything would go and nobody said that it may; `command` is the line to type for that.
    """
    settings = {
        **settings_in(settings_file),
        "NEWSROOM_KEEP_GOING": keep_going,
        "NEWSROOM_ALLOW_REMOVALS": allow_removals,
        "NEWSROOM_COMMAND": command,
    }
    if not has_newsroom(settings):
        # Pelican would run without the gate, and write an empty site over the one that stands.
        raise BuildRefused(
            Message(
                "NR-BUILD-022",
                "pelicanconf.py: lỗi: PLUGINS không có newsroom, nên không có cổng duyệt."
                "\n    → Ghi lại  PLUGINS = [newsroom]  như trong bản mẫu.",
            )
        )
    # A link to the web server's folder stays a link.
    target = target.resolve()
    try:
        with build_lock(Path(settings["CACHE_PATH"])):
            tidy_up(target)
            _build(settings_file, settings, target)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise not_written(error, target) from error


def _build(settings_file: Path, settings: dict[str, Any], target: Path) -> None:
    try:
        if _has_guests(settings):
            _build_through_pelican(settings_file, settings, target)
        else:
            accept(settings)
            _build_by_ourselves(settings, target)
    except Exception as error:
        mistake = blamed(error, Path(settings["THEME"]))
        if mistake is None:
            raise
        raise theme_refused(mistake) from error


def audit_edition(settings_file: Path, target: Path) -> None:
    """Look at every file of the public edition that stands in `target`, as if it were new.

    A build looks only at what it makes. Raises BuildRefused.
    """
    from ..verification.manifest import NotVerified, verified_edition
    from .auditing import audit

    settings, target = settings_in(settings_file), target.resolve()
    audit(Build(settings, target), target, has_guests=_has_guests(settings))
    try:
        verified_edition(target)
    except NotVerified as error:
        raise BuildRefused(str(error)) from None


def evaluate_content(content: Path, cache: Path) -> "Evaluation":
    """The content as it stands today, held against the gate; what is read is kept. May refuse."""
    from .offered_words import load_and_evaluate

    build_cache, now = build_cache_in(cache), now_or_refused()

    def read() -> "Evaluation":
        scan = Scan(content, build_cache.cached_rows(FILES), build_cache.cached_rows(LOOKS))
        return load_and_evaluate(scan, now, build_cache, cache)

    found = build_cache.whole(read)
    build_cache.save()
    return found


def _has_guests(settings: Mapping[str, Any]) -> bool:
    """True where anything but the newsroom is to be told of the build by Pelican's signals."""
    return len(plugin_names(settings)) != 1 or not is_newsroom_theme(settings)


def _build_by_ourselves(settings: Mapping[str, Any], target: Path) -> None:
    build = Build(settings, target)
    try:
        build.run()
    except FileNotFoundError:
        # Editors save by putting a new file in the place of the old one, maybe while we read.
        build.run()


def _build_through_pelican(settings_file: Path, settings: Mapping[str, Any], target: Path) -> None:
    """Build everything through Pelican, so that its signals reach every plugin."""
    from pelican import Pelican
    from pelican.log import console
    from pelican.settings import read_settings

    override = {
        "OUTPUT_PATH": str(target),
        "NEWSROOM_HAS_LOCK": True,
        **{name: settings[name] for name in _OF_WHO_BUILDS},
    }
    # Pelican's closing line counts only its own objects; ours has been said.
    console.quiet = True
    pelican = Pelican(read_settings(str(settings_file), override=override))
    try:
        pelican.run()
    except Exception as error:
        if blamed(error, Path(settings["THEME"])):
            raise
        raise BuildRefused(
            Message(
                "NR-BUILD-019",
                f"Pelican dừng giữa chừng: {type(error).__name__}: {error}. Trang cũ còn nguyên."
                "\n    → Thử bớt từng plugin của người khác trong PLUGINS để biết của ai, rồi báo"
                " người giữ plugin ấy.",
            )
        ) from error
