"""The addresses of links and pictures in HTML that nobody has sanitised yet."""

from collections.abc import Iterator
from html.parser import HTMLParser


def addresses_in_html(html: str) -> Iterator[tuple[str, str]]:
    """The name of each <a> and <img> and its address, in their order; empty where it has none.

    What only names a place (<a id="…">) is left out.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    yield from reader.found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if name := {"a": "href", "img": "src"}.get(tag):
            given = dict(attrs)
            if name in given or not {"id", "name"} & given.keys():
                self.found.append((tag, given.get(name) or ""))
