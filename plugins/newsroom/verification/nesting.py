"""The tags of a page as a real reader finds them: whether they close in their order, and where."""

from collections.abc import Container, Sequence
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


def start_tags(text: str) -> Sequence[str]:
    """The tags that open or stand alone, as they are written, in their order."""
    reader = _Starts()
    reader.feed(text)
    reader.close()
    return reader.found


class _Starts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(self.get_starttag_text() or "")
