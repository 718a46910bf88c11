"""The settings of an edition, as Pelican reads them from its file."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from traceback import extract_tb
from typing import Any

from ..domain.message import Message
from .errors import BuildRefused
from .through_pelican.accepted_settings import MUST_BE_EMPTY, READ, set_by_the_newsroom
from .through_pelican.defaults import DEFAULTS
from .through_pelican.setting_kinds import of_wrong_kind

_SETTINGS_FILES = ("pelicanconf", "publishconf")
_PATHS = ("PATH", "OUTPUT_PATH", "THEME", "CACHE_PATH")
# Names that Pelican had once and still understands.
_OF_OLD = frozenset(
    {
        *("PLUGIN_PATH", "JINJA_EXTENSIONS", "ARTICLE_DIR", "PAGE_DIR", "EXTRA_TEMPLATES_PATHS"),
        *("MD_EXTENSIONS", "LESS_GENERATOR", "FILES_TO_COPY", "PAGINATED_DIRECT_TEMPLATES"),
        *("SLUG_SUBSTITUTIONS", "CATEGORY_SUBSTITUTIONS", "TAG_SUBSTITUTIONS"),
        *("AUTHOR_SUBSTITUTIONS", "CLEAN_URLS", "AUTORELOAD_IGNORE_CACHE", "WRITE_SELECTED"),
        *("FEED", "TAG_FEED", "CATEGORY_FEED", "TRANSLATION_FEED"),
    }
)
# What read_settings takes as it stands, besides names that are none of Pelican's.
_PLAIN = READ - {"PLUGIN_PATHS"}


def settings_in(file: Path) -> dict[str, Any]:
    """All settings: Pelican's defaults, and those of the file. What is not read, `accept` refuses.

    The same as `pelican.settings.read_settings` makes of the file, which is asked where the file
    sets anything out of the ordinary: importing it takes longer than a build without change.
    """
    own = _upper_case_names(file)
    if unusable := [*of_wrong_kind(own)]:
        raise BuildRefused(*unusable)
    settings = {**DEFAULTS, **own}
    for name in _PATHS:
        if name in settings:
            settings[name] = str((file.parent / settings[name]).absolute())
    if "THEME" not in own or any(_is_special(name, settings) for name in own):
        from pelican.settings import read_settings

        try:
            with _imports_of_its_own(file.parent):
                return dict(read_settings(str(file)))
        except (ValueError, KeyError) as error:
            raise BuildRefused(
                Message("NR-BUILD-016", f"{file.name}: Pelican không nhận cài đặt này: {error}.")
            ) from None
    settings["JINJA_ENVIRONMENT"] = {
        **DEFAULTS["JINJA_ENVIRONMENT"],
        **settings["JINJA_ENVIRONMENT"],
    }
    if not Path(settings["THEME"], "templates").is_dir():
        raise BuildRefused(
            Message(
                "NR-BUILD-013", f"Không tìm thấy thư mục giao diện (theme): {settings['THEME']}."
            )
        )
    sheet = settings["CSS_FILE"]
    static = [Path(settings["THEME"], part, "css") for part in settings["THEME_STATIC_PATHS"]]
    if sheet and not any((folder / sheet).is_file() for folder in static):
        settings["CSS_FILE"] = ""
    return {"FEED_DOMAIN": settings["SITEURL"], **settings}


def _said_of(error: Exception, file: Path) -> Message:
    """The line of a settings file on which Python gave up, and why."""
    places = [(frame.filename, frame.lineno) for frame in extract_tb(error.__traceback__)]
    if isinstance(error, SyntaxError):
        places.append((error.filename or str(file), error.lineno or 1))
    own = [(name, line) for name, line in places if Path(name).parent == file.parent]
    name, line = own[-1] if own else (str(file), 1)
    return Message(
        "NR-BUILD-020",
        f"{Path(name).name}:{line}: lỗi: Không đọc được tệp cài đặt:"
        f" {type(error).__name__}: {error}"
        "\n    → Sửa dòng này, hoặc lấy lại bản trước của tệp. Plugin của người khác thì cài vào"
        " .venv trước:  .venv/bin/pip install …",
    )


def plugin_names(settings: Mapping[str, Any]) -> list[str]:
    """The names of the enabled plugins, which stand there by name or as modules."""
    return [getattr(plugin, "__name__", plugin) for plugin in settings["PLUGINS"] or ()]


def has_newsroom(settings: Mapping[str, Any]) -> bool:
    """True where the gate stands in PLUGINS, under any of its names."""
    names = (name.removeprefix("pelican.plugins.") for name in plugin_names(settings))
    return any(name in ("newsroom", "newsroom.plugin") for name in names)


def _is_special(name: str, settings: dict[str, Any]) -> bool:
    """True for a setting that `read_settings` might change, or that only Pelican knows."""
    if name not in DEFAULTS:
        return name in _OF_OLD
    usual = (DEFAULTS[name], set_by_the_newsroom(settings).get(name, DEFAULTS[name]))
    if isinstance(settings[name], str) and isinstance(DEFAULTS[name], list):
        return True
    is_closed = name in MUST_BE_EMPTY and not settings[name]
    return name not in _PLAIN and not is_closed and settings[name] not in usual


def _upper_case_names(file: Path) -> dict[str, Any]:
    """The settings that the file itself makes."""
    found: dict[str, Any] = {"__name__": file.stem, "__file__": str(file)}
    try:
        with _imports_of_its_own(file.parent):
            exec(compile(file.read_bytes(), file, "exec"), found)
    except Exception as error:
        raise BuildRefused(_said_of(error, file)) from error
    return {name: value for name, value in found.items() if name.isupper()}


@contextmanager
def _imports_of_its_own(folder: Path) -> Iterator[None]:
    """Reads anew what a settings file imports from its folder: `serve` sees an edited file.

    Nor are settings taken from another folder that this process has read.
    """
    for name in _SETTINGS_FILES:
        sys.modules.pop(name, None)
    path, modules = sys.path[:], set(sys.modules)
    try:
        yield
    finally:
        sys.path[:] = path
        for name in set(sys.modules) - modules:
            if Path(getattr(sys.modules[name], "__file__", None) or ".").parent == folder:
                del sys.modules[name]
