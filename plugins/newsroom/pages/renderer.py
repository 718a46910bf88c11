"""Templates to bytes."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, ChoiceLoader, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket

from ..machinery.records import Damaged, Records
from .page import Page
from .theme import blamed, template_folders


class Renderer:
    """Renders pages with the theme's templates. `common` is what all pages show around theirs."""

    def __init__(self, environment: Environment, common: Mapping[str, Any], theme: Path) -> None:
        self._environment, self._common, self._theme = environment, common, theme

    def content(self, page: Page) -> bytes | Path:
        """The bytes of a page's file, or the file that is to be copied. Raises ThemeError."""
        made = page.make()
        if not isinstance(made, Mapping):
            return made.encode() if isinstance(made, str) else made
        try:
            template = self._environment.get_template(f"{page.template}.html")
            return template.render(around(page, self._common, made)).encode()
        except Damaged:
            raise
        except Exception as error:
            raise blamed(error, self._theme) or error from error


def around(page: Page, common: Mapping[str, Any], context: Mapping[str, Any]) -> dict[str, Any]:
    """The whole context of a page: its own, and what it shares with all."""
    # The host shows 404.html at any address, so its links start from the root of the host.
    root = common["school"].base_path if page.url == "404.html" else page.root
    return {**common, **context, "root": root.rstrip("/"), "page_url": page.url}


def environment_of(settings: Mapping[str, Any], records: Records) -> Environment:
    """The environment that Pelican would make from these settings; compiled templates are kept."""
    made = Environment(
        loader=ChoiceLoader([FileSystemLoader(f) for f in template_folders(settings)]),
        bytecode_cache=_Compiled(records),
        **{"undefined": StrictUndefined, **settings["JINJA_ENVIRONMENT"]},
    )
    made.filters.update(settings.get("JINJA_FILTERS", {}))
    made.globals.update(settings.get("JINJA_GLOBALS", {}))
    made.tests.update(settings.get("JINJA_TESTS", {}))
    return made


class _Compiled(BytecodeCache):
    """Compiled templates among the records: compiling takes longer than rendering a few pages."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def load_bytecode(self, bucket: Bucket) -> None:
        if code := self._records.fact(f"template {bucket.key}"):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._records.set_fact(f"template {bucket.key}", bucket.bytecode_to_string())
