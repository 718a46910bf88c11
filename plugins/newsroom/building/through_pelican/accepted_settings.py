"""Pelican's settings as this site takes them: read, set by the newsroom itself, or refused.

None is silently dead: what neither Pelican nor the newsroom would look at is refused with words.
See docs/decisions/0037-pelican-and-our-engine.md.
"""

from collections.abc import Iterator, Mapping, MutableMapping
from pathlib import Path
from typing import Any

from ...domain.message import Message
from ..errors import BuildRefused
from .defaults import DEFAULTS
from .setting_kinds import of_wrong_kind

# Content is read by the newsroom and held against the gate. What Pelican would read by itself, or
# keep of what it read, would come past it.
MUST_BE_EMPTY = ("ARTICLE_PATHS", "PAGE_PATHS", "STATIC_PATHS", "TEMPLATE_PAGES", "OUTPUT_SOURCES")
# The theme of a newsroom has the templates of its pages; Pelican's own pages and feeds are off.
_OFF: Mapping[str, Any] = {
    **dict.fromkeys(
        (
            *("ARTICLE_SAVE_AS", "DRAFT_SAVE_AS", "PAGE_SAVE_AS", "DRAFT_PAGE_SAVE_AS"),
            *("AUTHOR_SAVE_AS", "CATEGORY_SAVE_AS", "TAG_SAVE_AS"),
        ),
        "",
    ),
    **dict.fromkeys(
        (
            *("FEED_ALL_ATOM", "CATEGORY_FEED_ATOM", "TRANSLATION_FEED_ATOM"),
            *("AUTHOR_FEED_ATOM", "AUTHOR_FEED_RSS"),
        )
    ),
    "DIRECT_TEMPLATES": [],
}
# Set by the newsroom under any theme, so that addresses, order and time are the same everywhere.
_OURS: Mapping[str, Any] = {
    "ARTICLE_TRANSLATION_ID": None,
    "PAGE_TRANSLATION_ID": None,
    "ARTICLE_URL": "tin-bai/{date:%Y}/{date:%m}/{slug}/",
    "CATEGORY_URL": "chuyen-muc/{slug}/",
    "AUTHOR_URL": "tac-gia/{slug}/",
    "READERS": {"rst": None, "html": None},
    "RELATIVE_URLS": True,
    "TIMEZONE": "Asia/Ho_Chi_Minh",
    "DEFAULT_LANG": "vi",
    # Names of months in the language of the machine would make other bytes on another one.
    "LOCALE": ["C"],
}
_OURS_IN_ANOTHER_THEME: Mapping[str, Any] = {
    "CATEGORY_SAVE_AS": "chuyen-muc/{slug}/index.html",
    "AUTHOR_SAVE_AS": "tac-gia/{slug}/index.html",
}
# Read by both entry points, or by whoever shows the page.
READ = frozenset(
    {
        *("PATH", "THEME", "OUTPUT_PATH", "CACHE_PATH", "PLUGINS", "PLUGIN_PATHS"),
        *("DELETE_OUTPUT_DIRECTORY", "THEME_STATIC_PATHS", "THEME_TEMPLATES_OVERRIDES"),
        *("JINJA_ENVIRONMENT", "JINJA_FILTERS", "JINJA_GLOBALS", "JINJA_TESTS"),
        # For templates, and for plugins of others.
        *("SITENAME", "DEFAULT_DATE_FORMAT", "DATE_FORMATS"),
        *("DISPLAY_PAGES_ON_MENU", "DISPLAY_CATEGORIES_ON_MENU", "CSS_FILE"),
        # Of Pelican's log, and of its own server (pelican --listen).
        *("LOG_FILTER", "PORT", "BIND"),
    }
)
# Read by Pelican where it writes with a theme of its own kind.
READ_IN_ANOTHER_THEME = frozenset(
    {
        *_OFF.keys() - {"ARTICLE_SAVE_AS", "DRAFT_SAVE_AS", "PAGE_SAVE_AS", "DRAFT_PAGE_SAVE_AS"},
        *("INDEX_SAVE_AS", "TAG_URL", "PAGINATION_PATTERNS", "PAGINATED_TEMPLATES"),
        *("DEFAULT_PAGINATION", "DEFAULT_ORPHANS", "NEWEST_FIRST_ARCHIVES"),
        *("REVERSE_CATEGORY_ORDER", "FEED_MAX_ITEMS", "RSS_FEED_SUMMARY_ONLY", "FEED_APPEND_REF"),
        *("YEAR_ARCHIVE_URL", "YEAR_ARCHIVE_SAVE_AS", "MONTH_ARCHIVE_URL"),
        *("MONTH_ARCHIVE_SAVE_AS", "DAY_ARCHIVE_URL", "DAY_ARCHIVE_SAVE_AS"),
        *("TEMPLATE_EXTENSIONS", "THEME_STATIC_DIR", "ARTICLE_ORDER_BY"),
        *("PAGE_ORDER_BY", "SUMMARY_END_SUFFIX", "SUMMARY_MAX_LENGTH"),
    }
)
# What Pelican itself adds, so that it does not read a page as an article, is nobody's setting.
_FOLLOWS_FROM = {"ARTICLE_EXCLUDES": "PAGE_PATHS", "PAGE_EXCLUDES": "ARTICLE_PATHS"}
_WHY = {
    "SITEURL": "địa chỉ trang ghi ở dòng “địa chỉ trang” của truong.yaml",
    **dict.fromkeys(
        ("TIMEZONE", "LOCALE", "DEFAULT_LANG"), "trang luôn theo giờ Việt Nam và tiếng Việt"
    ),
    "RELATIVE_URLS": "liên kết trong trang luôn là liên kết tương đối",
    "OUTPUT_RETENTION": "trang đã gỡ không được ở lại",
    "PELICAN_CLASS": "trang dựng bằng chính Pelican hoặc bằng máy dựng của tòa soạn",
}
_NOT_READ = "bài, ảnh, tệp do tòa soạn đọc và đặt tên, không phải Pelican"
_NOT_WRITTEN = "với giao diện này, mọi trang và nguồn tin do tòa soạn dựng, không phải Pelican"
EDITIONS = ("public", "desk")


def is_newsroom_theme(settings: Mapping[str, Any]) -> bool:
    """True for a theme with a newsroom's templates, false for one of Pelican's own kind."""
    folders = [*settings["THEME_TEMPLATES_OVERRIDES"], Path(settings["THEME"], "templates")]
    return any(Path(folder, "partials/top.html").is_file() for folder in folders)


def set_by_the_newsroom(settings: Mapping[str, Any]) -> dict[str, Any]:
    """The settings that the newsroom gives a value of its own, with this theme."""
    return {**_OURS, **(_OFF if is_newsroom_theme(settings) else _OURS_IN_ANOTHER_THEME)}


def accept(settings: MutableMapping[str, Any]) -> None:
    """Set what is the newsroom's to set; raise BuildRefused for all that it would pass over."""
    if unusable := [*of_wrong_kind(settings)]:
        raise BuildRefused(*unusable)
    ours = set_by_the_newsroom(settings)
    if refused := [*_open_doors(settings), *_dead(settings, ours)]:
        raise BuildRefused(*refused)
    settings.update(ours)


def _dead(settings: Mapping[str, Any], ours: Mapping[str, Any]) -> Iterator[Message]:
    """A message for each setting with a value that nobody would look at."""
    has_own = is_newsroom_theme(settings)
    read = READ if has_own else READ | READ_IN_ANOTHER_THEME
    for name, default in DEFAULTS.items():
        if name in read or name in MUST_BE_EMPTY or name not in settings:
            continue
        value = settings[name]
        if value == default or (name in ours and value == ours[name]):
            continue
        if name in _FOLLOWS_FROM and value == settings[_FOLLOWS_FROM[name]]:
            continue
        why = _WHY.get(name) or (_NOT_WRITTEN if name in READ_IN_ANOTHER_THEME else _NOT_READ)
        yield Message(
            "NR-BUILD-017",
            f"pelicanconf.py: lỗi: Cài đặt {name} không có tác dụng ở trang này: {why}."
            "\n    → Xóa dòng ấy (hoặc bỏ  -e  ở lệnh pelican).",
        )


def _open_doors(settings: Mapping[str, Any]) -> Iterator[Message]:
    """The settings by which Pelican would publish past the gate or keep what was withdrawn."""
    if open_doors := [name for name in MUST_BE_EMPTY if settings.get(name)]:
        names = ", ".join(open_doors)
        yield Message(
            "NR-BUILD-006", f"Cài đặt {names} phải để trống: mọi thứ chỉ được đăng qua cổng duyệt."
        )
    edition = settings.get("NEWSROOM_EDITION")
    if edition not in EDITIONS:
        yield Message("NR-BUILD-007", "NEWSROOM_EDITION phải là “public” hoặc “desk”.")
    elif edition == "desk" and not is_newsroom_theme(settings):
        yield Message(
            "NR-BUILD-018",
            "Bản của ban biên tập cần giao diện của tòa soạn: đặt THEME là thư mục theme/.",
        )
    # A function could say no for any template.
    if settings["JINJA_ENVIRONMENT"].get("autoescape") is not True:
        yield Message("NR-BUILD-008", "JINJA_ENVIRONMENT phải bật autoescape (ghi True).")
    if not settings["DELETE_OUTPUT_DIRECTORY"]:
        yield Message(
            "NR-BUILD-009", "DELETE_OUTPUT_DIRECTORY phải là True: trang đã gỡ không được ở lại."
        )
    if any(".." in Path(p).parts or Path(p).is_absolute() for p in settings["THEME_STATIC_PATHS"]):
        yield Message("NR-BUILD-010", "THEME_STATIC_PATHS chỉ được trỏ vào trong thư mục theme.")
