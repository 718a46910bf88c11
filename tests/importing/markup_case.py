"""The table of cases: what editors write, and the Markdown and the HTML that must come out.

One file for each kind of origin, in `markup_cases/`. A case is `=== name`, the HTML as it was
found, `--- Markdown` and `--- HTML` with what comes out.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).with_name("markup_cases")
_CASE = re.compile(
    r"^=== (?P<name>.+)\n(?P<html>(?s:.*?))\n--- Markdown\n(?P<markdown>(?s:.*?))\n--- HTML\n"
    r"(?P<shown>(?s:.*?))\n*(?=^=== |\Z)",
    re.MULTILINE,
)


class MarkupCase(NamedTuple):
    """One case; `shown` is the HTML that our text rules make of the Markdown."""

    name: str
    html: str
    markdown: str
    shown: str


def markup_cases() -> Iterator[MarkupCase]:
    for path in sorted(FOLDER.glob("*.txt")):
        for found in _CASE.finditer(path.read_text(encoding="utf-8")):
            yield MarkupCase(*found.groups())
