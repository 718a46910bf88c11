"""The facts that the header of a file says, each with its line."""

from dataclasses import dataclass, field

from ...domain.content.content_item import ContentKind
from ...domain.problem import Problem
from ...vocabulary.fields.declaration import HeaderField
from ...vocabulary.header import HEADERS
from ...vocabulary.words import shown

# Before the name of a field that a misspelt key probably means.
NEARLY = "?"


@dataclass
class HeaderEntry:
    """One value of the header. `line` counts from 1 in the file."""

    field: str
    value: str
    line: int


@dataclass
class Header:
    """The header of a file: what it says, and where the text begins.

    `body_line` is the file's line on which `body` starts, `end_line` the one just behind the
    header's last fact: where another one would be put in.
    """

    entries: list[HeaderEntry] = field(default_factory=list)
    body: str = ""
    body_line: int = 1
    end_line: int = 1
    problems: list[Problem] = field(default_factory=list)

    def all(self, name: HeaderField) -> list[HeaderEntry]:
        """Every entry of that field, in the order of the file."""
        return [entry for entry in self.entries if entry.field == name]

    def first(self, name: HeaderField) -> HeaderEntry | None:
        return next((entry for entry in self.entries if entry.field == name), None)

    def text(self, name: HeaderField) -> str:
        entry = self.first(name)
        return entry.value if entry else ""

    def nearly(self, name: HeaderField) -> HeaderEntry | None:
        """The entry of a misspelt key that probably means that field; its value is not kept.

        So that nobody is told, too, that the line is missing.
        """
        return next((entry for entry in self.entries if entry.field == NEARLY + name), None)

    @property
    def is_absent(self) -> bool:
        """True where the file begins with its text: there is no header, not even a broken one."""
        return not self.entries and not self.problems

    def line(self, name: HeaderField) -> int:
        entry = self.first(name)
        return entry.line if entry else 1


def key_of(name: HeaderField, kind: ContentKind = ContentKind.ARTICLE) -> str:
    """The key under which a field is written, for messages."""
    return shown(HEADERS[kind], name)
