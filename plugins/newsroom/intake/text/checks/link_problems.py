"""Problems of the links of one text, each with its line and the line to type."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cached_property
from html import escape, unescape
from urllib.parse import unquote

from ....domain.message import Message
from ....domain.problem import Level, Problem
from ....domain.text.address import NOT_UNDERSTOOD, AddressFault, fault_of_address, normal
from ....vocabulary import things
from ..addresses_in_html import addresses_in_html
from ..text_places import TextPlaces

_TYPED_ADDRESS = re.compile(
    r"""(?:\]\(\s*<?|(?:href|src)\s*=\s*["']?)((?:[^\s()<>"']|&#\w+;)+)""", re.IGNORECASE
)
_NO_ADDRESS = re.compile(
    r"""\]\(\s*(?:#|<\s*>)?\s*(?:"[^"\n]*")?\)|\]:\s*<>"""
    r"""|<(?:a|img)\b(?![^>]*(?:href|src)\s*=\s*["']?[^"'\s>#])""",
    re.IGNORECASE,
)
_EMPTY = frozenset({"", "#"})
_LEADING = re.compile(r"<(?:a|img)\b", re.IGNORECASE)


class LinkProblems:
    """Finds the links of a text again where they were typed.

    `asked` counts the addresses that the sanitiser asked for, as they were typed; `sought` are the
    places in the text that links lead to, with such an address.
    """

    def __init__(self, text: str, label: str, first_line: int) -> None:
        self.text, self.label, self.first_line = text, label, first_line
        self.asked: Counter[str] = Counter()
        self.sought: dict[str, str] = {}
        self._places = TextPlaces(text)

    def problem(self, tag: str, value: str, fault: AddressFault) -> Problem:
        """A problem of an address, with the line to type where the right one is known."""
        remedy, line = fault.remedy, self._line_of_address(value)
        if fault.right:
            # Of two backslashes Markdown makes one.
            written = re.escape(value.strip()).replace(r"\\", r"\\+")
            typed = re.search(
                rf"!?\[[^][\n]*\]\(\s*<?{written}", self._lines[line - self.first_line]
            )
            words = typed[0].partition("](")[0] if typed else ""
            remedy = f"Ghi:  {words}]({fault.right})" if words else f"Ghi:  {fault.right}"
        message = (
            fault.message.replace(things.LINK_ITSELF, things.IMAGE_ITSELF)
            if tag == "img"
            else fault.message
        )
        level = Level.WARNING if fault.is_read else Level.ERROR
        return Problem(self.label, line, message, remedy, level)

    def not_asked(self, html: str) -> Iterator[Problem]:
        """Addresses that the sanitiser took away before it asked: it knows no such, or none."""
        if len(_LEADING.findall(html)) <= self.asked.total():
            return
        asked = frozenset(self.asked)
        for tag, address in addresses_in_html(html):
            if address not in asked:
                self.asked[address] += 1
                yield self.problem(tag, address, fault_of_address(address) or NOT_UNDERSTOOD)

    def without_a_place(self, html: str) -> Iterator[Problem]:
        """Links to places in the text that its HTML does not have."""
        for place, value in self.sought.items():
            if f'id="{place}"' not in html and place.startswith("fnref:"):
                yield self._uncalled_note(f"[^{place.removeprefix('fnref:')}]")
            elif f'id="{place}"' not in html and place != "top":
                yield Problem(
                    self.label,
                    self.line(value),
                    Message("NR-LINK-026", f"Trong bài không có chỗ nào tên “#{place}”."),
                    "Bỏ liên kết, để chữ lại; hoặc dẫn tới một bài, một trang khác.",
                )

    def _uncalled_note(self, note: str) -> Problem:
        return Problem(
            self.label,
            self.line(f"{note}:"),
            Message(
                "NR-LINK-027",
                f"Chú thích {note} ở cuối bài mà trong bài không có chỗ nào ghi {note}.",
            ),
            f"Ghi {note} vào ngay sau chữ cần chú thích, hoặc xóa dòng chú thích này đi.",
        )

    def line(self, near: str) -> int:
        """The line of the file on which these words stand, the n-th time they are met."""
        for words in dict.fromkeys((near, unquote(near), escape(near, quote=False))):
            line = self._places.line(words, self.asked[near])
            if line is not None:
                return self.first_line + line
        return self.first_line

    def _line_of_address(self, value: str) -> int:
        """The same as `_line` of an address, also of one that is empty or written otherwise."""
        number = self.asked[value]
        if value.strip() in _EMPTY:
            number = sum(times for seen, times in self.asked.items() if seen.strip() in _EMPTY)
            places = self._empty_addresses
        elif self._places.of(value):
            return self.line(value)
        else:
            places = self._typed_addresses.get(normal(value), [])
        if not places:
            return self.line(value)
        place = places[min(number, len(places)) - 1]
        return self.first_line + self.text.count("\n", 0, place)

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.split("\n")

    @cached_property
    def _empty_addresses(self) -> list[int]:
        return [found.start() for found in _NO_ADDRESS.finditer(self.text)]

    @cached_property
    def _typed_addresses(self) -> dict[str, list[int]]:
        """Places of each address, as browsers read it: HTML may spell any letter by a number."""
        found: dict[str, list[int]] = defaultdict(list)
        for typed in _TYPED_ADDRESS.finditer(self.text):
            address = unescape(typed[1]).replace("\\\\", "\\")
            found[normal(address)].append(typed.start(1))
        return found
