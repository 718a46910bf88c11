"""Whether the tags of a page close in the order in which they opened."""

from collections.abc import Container
from html.parser import HTMLParser


def nesting_fault(text: str, void: Container[str]) -> str:
    """The first tag that does not; empty if all do. Those of `void` have no end."""
    reader = _Nesting(void)
    reader.feed(text)
    reader.close()
    if not reader.fault and reader.open:
        reader.fault = f"thẻ <{reader.open[-1]}> không đóng"
    return reader.fault


class _Nesting(HTMLParser):
    def __init__(self, void: Container[str]) -> None:
        super().__init__()
        self.void = void
        self.open: list[str] = []
        self.fault = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.void:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Closed at once."""

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()
        elif tag not in self.void:
            inside = f" trong <{self.open[-1]}>" if self.open else ""
            self.fault = self.fault or f"thẻ </{tag}> đóng sai chỗ{inside}"
