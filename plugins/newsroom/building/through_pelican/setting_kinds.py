"""The kinds of values that settings may have: said in words before anything stumbles over one."""

from collections.abc import Iterator, Mapping
from os import PathLike
from typing import Any

from ...domain.message import Message

_LISTS = ("THEME_STATIC_PATHS", "THEME_TEMPLATES_OVERRIDES", "LOG_FILTER", "PAGINATION_PATTERNS")
_MAPPINGS = ("JINJA_ENVIRONMENT", "JINJA_FILTERS", "JINJA_GLOBALS", "JINJA_TESTS", "DATE_FORMATS")
_PATHS = ("PATH", "THEME", "OUTPUT_PATH", "CACHE_PATH")
# A string where a list belongs is Pelican's to mend: it takes the default, and says so.
_KINDS: Mapping[str, tuple[tuple[type, ...], str]] = {
    **dict.fromkeys(_LISTS, ((list, tuple, set, str), "một danh sách, ví dụ  []")),
    **dict.fromkeys(_MAPPINGS, ((Mapping,), "một bảng tên và giá trị, ví dụ  {}")),
    **dict.fromkeys(_PATHS, ((str, PathLike), "đường dẫn tới một thư mục")),
    "PLUGINS": ((list, tuple, str, type(None)), "một danh sách, ví dụ  [newsroom]"),
}
# What Jinja surely takes; anything else is tried before a template is.
_USUAL_OPTIONS = frozenset({"autoescape", "trim_blocks", "lstrip_blocks", "auto_reload"})


def of_wrong_kind(settings: Mapping[str, Any]) -> Iterator[Message]:
    """A message for each setting whose value nobody could use."""
    for name, (kinds, words) in _KINDS.items():
        if name in settings and not isinstance(settings[name], kinds):
            yield Message("NR-BUILD-023", f"Cài đặt {name} phải là {words} .")
    options = settings.get("JINJA_ENVIRONMENT")
    if isinstance(options, Mapping) and (reason := _refused_by_jinja(options)):
        yield Message("NR-BUILD-024", f"Jinja không nhận cài đặt JINJA_ENVIRONMENT: {reason}.")


def _refused_by_jinja(options: Mapping[str, Any]) -> str:
    if not any(value for name, value in options.items() if name not in _USUAL_OPTIONS):
        return ""
    from jinja2 import Environment

    try:
        # Ours to give, so nobody else may.
        Environment(loader=None, bytecode_cache=None, **options)
    except Exception as error:
        return str(error)
    return ""
