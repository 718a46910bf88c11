"""Templates to bytes."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    Template,
)
from markupsafe import Markup

from ...buildtools.cache.cache_forms import Damaged
from .compiled_templates import CompiledTemplates
from .page import Page
from .theme import blamed, template_folders


class Frame:
    """The frame of every page: what all pages share, and the parts above and below its own.

    These are the same for thousands of pages, so they are rendered once for each way to the root
    of the site, and once more for each page that a menu marks as the present one.
    """

    def __init__(self, template: Callable[[str], Template], common: Mapping[str, Any]) -> None:
        self._template, self._common = template, common
        self._in_menus = {
            link.url
            for name in ("menu", "pages_menu", "groups_menu", "desk_menu")
            for link in common[name]
        }
        self._known: dict[tuple[str, str | None], dict[str, Markup]] = {}

    def around(self, page: Page, context: Mapping[str, Any]) -> dict[str, Any]:
        """The whole context of a page, from its own."""
        # The host shows 404.html at any address, so its links start from the root of the host.
        root = self._common["school"].base_path if page.url == "404.html" else page.root
        root = root.rstrip("/")
        present = page.url if page.url in self._in_menus else None
        if (root, present) not in self._known:
            inside = {**self._common, "root": root, "page_url": present}
            self._known[root, present] = {
                part: Markup(self._template(f"partials/{part}.html").render(inside))
                for part in ("head", "top", "bottom")
            }
        parts = self._known[root, present]
        if taken := parts.keys() & context.keys():
            raise ValueError(f"{page.url}: {taken} names a part of the frame, not of a page")
        # Pelican's names for the file, and for a root of its own, which our pages have not.
        named = {"output_file": page.save_as, "localsiteurl": ""}
        return {**self._common, **named, **parts, **context, "root": root, "page_url": page.url}


class Renderer:
    """Renders pages with the theme's templates. `common` is what all pages share."""

    def __init__(self, environment: Environment, common: Mapping[str, Any], theme: Path) -> None:
        self._environment, self._theme = environment, theme
        self._frame = Frame(environment.get_template, common)

    def content(self, page: Page) -> bytes | Path:
        """The bytes of a page's file, or the file that is to be copied. Raises ThemeError."""
        made = page.make()
        if not isinstance(made, Mapping):
            return made.encode() if isinstance(made, str) else made
        try:
            whole = self._frame.around(page, made)
            return self._environment.get_template(page.template_file).render(whole).encode()
        except Damaged:
            raise
        except Exception as error:
            raise blamed(error, self._theme) or error from error


class Once:
    """`once(macro, …)` in a template: what the macro makes of these values, made once.

    An article's card stands in the lists of its month, category, groups and authors.
    """

    def __init__(self) -> None:
        self._made: dict[object, object] = {}

    def __call__(self, macro: Callable[..., object], *values: object) -> object:
        if (macro, values) not in self._made:
            self._made[macro, values] = macro(*values)
        return self._made[macro, values]


def environment_of(settings: Mapping[str, Any]) -> Environment:
    """The environment that Pelican would make from these settings; compiled templates are kept."""
    options = {"undefined": StrictUndefined, **settings["JINJA_ENVIRONMENT"]}
    theme, simple = FileSystemLoader(template_folders(settings)[-1]), _simple_theme()
    made = Environment(
        loader=ChoiceLoader(
            [
                FileSystemLoader(template_folders(settings)),
                simple,
                PrefixLoader({"!simple": simple, "!theme": theme}),
            ]
        ),
        bytecode_cache=CompiledTemplates.here(options),
        **options,
    )
    made.globals["once"] = Once()
    made.filters["strftime"] = _strftime
    made.filters.update(settings.get("JINJA_FILTERS", {}))
    made.globals.update(settings.get("JINJA_GLOBALS", {}))
    enabled: Any = partial(_is_enabled, settings)
    made.tests.update({"plugin_enabled": enabled, **settings.get("JINJA_TESTS", {})})
    return made


def _simple_theme() -> FileSystemLoader:
    """The templates that every theme of Pelican may build upon. Pelican is found, not imported."""
    found = find_spec("pelican")
    places = found.submodule_search_locations if found else None
    return FileSystemLoader([Path(place, "themes/simple/templates") for place in places or ()])


def _strftime(day: datetime, form: str) -> str:
    """Pelican's filter of that name, imported by the first template that asks for it."""
    from pelican.utils import DateFormatter

    return str(DateFormatter()(day, form))


def _is_enabled(settings: Mapping[str, Any], name: str) -> bool:
    from pelican.plugins._utils import plugin_enabled

    names = [getattr(plugin, "__name__", plugin) for plugin in settings["PLUGINS"]]
    return bool(plugin_enabled(name, plugin_list=names))
