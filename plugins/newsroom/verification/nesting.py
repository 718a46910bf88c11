"""Whether the tags of a page close in the order in which they opened."""

from html.parser import HTMLParser

from .page_check import VOID


def nesting_fault(text: str) -> str:
    """The first tag that does not; empty if all do."""
    reader = _Nesting()
    reader.feed(text)
    reader.close()
    if not reader.fault and reader.open:
        reader.fault = f"thẻ <{reader.open[-1]}> không đóng"
    return reader.fault


class _Nesting(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.fault = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Closed at once."""

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()
        elif tag not in VOID:
            inside = f" trong <{self.open[-1]}>" if self.open else ""
            self.fault = self.fault or f"thẻ </{tag}> đóng sai chỗ{inside}"
