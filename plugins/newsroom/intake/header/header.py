"""The header of an article: one fact a line, read as a person would read it.

Our own reader, because the stock ones lose Vietnamese keys and YAML breaks on a quarter of
Vietnamese headlines. See docs/decisions/0003-own-header-reader.md.
"""

from collections.abc import Iterator

from ...domain.content.content_item import ContentKind
from ...domain.message import Message
from ...domain.names.register import nearest
from ...domain.problem import Problem
from ...vocabulary.fields.article_fields import ArticleField
from ...vocabulary.fields.declaration import HeaderField, Need
from ...vocabulary.fields.shared_fields import SharedField
from ...vocabulary.header import (
    DECISIONS,
    FIELDS,
    HEADERS,
    LISTS,
    REPEATABLE,
    field_named,
    header_field,
)
from ...vocabulary.words import shown
from .extent import extent_of
from .facts import NEARLY, Header, HeaderEntry, key_of
from .lines import (
    BLOCK,
    ITEM,
    KEY,
    is_meant,
    known_key,
    like_key,
    names_who_and_when,
)
from .slips import (
    CLOSING,
    about_embedded,
    about_indented,
    about_no_key,
    instead_of,
    is_near_key,
    short,
)
from .values import has_open_quote, tidy, unquoted, without_emphasis

__all__ = ["Header", "HeaderEntry", "key_of", "read_header"]

# Words for readers, not names: a saying is a headline with its quotes.
_TEXTS: frozenset[str] = frozenset({SharedField.TITLE, ArticleField.SUMMARY})
# The fields whose absence is told.
_MISSED = frozenset(
    field
    for declared in FIELDS.values()
    for field, declaration in declared.items()
    if declaration.need in (Need.REQUIRED, Need.ADVISED)
)


def read_header(text: str, path: str, kind: ContentKind = ContentKind.ARTICLE) -> Header:
    """Split a file into its header and its text. `path` is only for the problems."""
    return _Reader(path, text.split("\n"), kind).read()


class _Reader:
    def __init__(self, path: str, raw: list[str], kind: ContentKind) -> None:
        self.path = path
        self.kind, self.words = kind, HEADERS[kind]
        self.raw = raw
        self.header = Header()
        # The entry that continuation lines and list items belong to; None after a bad line.
        self.open: HeaderEntry | None = None
        self.block = ""
        # Where the dash of the open list stands; None outside of one.
        self.dash: int | None = None
        self.is_mapping = False
        self.key_lines: dict[HeaderField, int] = {}
        # How this writer sets off keys: behind bullets, with a margin. Told by the first one.
        self.bulleted, self.margin = False, 0
        self.is_closed = True

    def read(self) -> Header:
        extent = extent_of(self.raw, self.kind)
        self.is_closed = extent.is_closed
        if extent.is_fenced and not extent.is_closed:
            self._problem(
                extent.end,
                Message("NR-HEADER-015", "Phần đầu bài mở bằng --- nhưng chưa đóng."),
                "Thêm một dòng --- vào ngay sau dòng này.",
            )
        for number in range(extent.first, extent.end):
            self._take(number + 1, extent.lines[number])
        for entry in self.header.entries:
            is_text = entry.field in _TEXTS
            entry.value = tidy(entry.value, is_text=is_text, is_list=entry.field in LISTS)
        told = (n for n in reversed(range(extent.first, extent.end)) if extent.lines[n].strip())
        self.header.end_line = next(told, extent.first - 1) + 2
        self.header.body = "\n".join(self.raw[extent.body :])
        self.header.body_line = extent.body + 1
        return self.header

    def _take(self, number: int, line: str) -> None:
        line = line.rstrip()
        stripped, depth = line.strip(), len(line) - len(line.lstrip())
        known = known_key(line, self.kind)
        if self.block and self.open and (not stripped or depth > self.margin):
            if known in DECISIONS and is_meant(known, stripped):
                # A decision stands in the header itself. Here it is text, and doubtful text.
                self._problem(number, *self._embedded(known, stripped))
            self.open.value += "\n" + stripped
        elif not stripped or (stripped.startswith("#") and not known):
            return
        elif (item := ITEM.match(line)) and known and self._is_key_behind_bullet(known):
            self._take_behind_bullet(number, ITEM.sub(r"\1", stripped), known, depth)
        elif item and self.open and (self.dash is not None or not self.open.value):
            self._take_item(number, item[1], depth)
        elif depth and self.open and not self._is_indented_key(line, known, depth):
            self.open.value += (" " if self.open.value else "") + stripped
        else:
            self._take_fact(number, stripped, known, depth)

    def _is_key_behind_bullet(self, name: HeaderField) -> bool:
        """True if “- khóa: …” is a key: of a bulleted header, or a decision slipped into a list."""
        in_list = self.open is not None and (self.dash is not None or not self.open.value)
        if not self.key_lines:
            self.bulleted = True
        return self.bulleted or name in DECISIONS or not in_list

    def _take_behind_bullet(self, number: int, line: str, name: HeaderField, depth: int) -> None:
        """Take a key behind a bullet; in the list of another field a yes counts for nothing."""
        around = self.open.field if self.open and not self.bulleted else ""
        if name in CLOSING or name not in DECISIONS or not around or around in REPEATABLE:
            self._take_fact(number, line, name, depth)
        elif depth > self.margin:
            self._take_indented_decision(number, line, name)
        else:
            self._problem(number, *self._embedded(name, line))

    def _embedded(self, name: HeaderField, line: str) -> tuple[Message, str]:
        around = field_named(self.open.field) if self.open else None
        return about_embedded(name, around, line, self.kind)

    def _is_indented_key(self, line: str, name: HeaderField | None, depth: int) -> bool:
        """True where an indented line is a key of its own and no continuation of the one above.

        Below an item of the kind `- người: An`, and below a decision that says nothing yet, it is
        a part of that; within quotes that are still open it is text.
        """
        above = self.open
        if above is None or has_open_quote(above.value):
            return False
        if name is None:
            return is_near_key(line, self.kind)
        if name in DECISIONS:
            return True
        is_of_item = self.dash is not None and depth > self.dash and self.is_mapping
        if is_of_item or (above.field in REPEATABLE and not above.value):
            return False
        return name not in REPEATABLE or names_who_and_when(line.partition(":")[2])

    def _take_item(self, number: int, item: str, dash: int) -> None:
        if self.open is None:
            return
        if self.open.field in REPEATABLE and self.dash is not None:
            # Each decision keeps its own line: it says which of two came last.
            self.open = HeaderEntry(self.open.field, item, number)
            self.header.entries.append(self.open)
        elif self.open.field in REPEATABLE:
            self.open.value, self.open.line = item, number
        else:
            self.open.value += "\n" + item
        self.dash, self.is_mapping = dash, like_key(item)

    def _take_fact(self, number: int, line: str, name: HeaderField | None, depth: int) -> None:
        if not self.key_lines:
            self.margin = depth
        if depth > self.margin and name in DECISIONS:
            self._take_indented_decision(number, line, name)
        else:
            self._take_key(number, line, name)

    def _take_indented_decision(self, number: int, line: str, name: HeaderField) -> None:
        """Take the families' answer; a decision of the board counts for nothing there.

        Its problem keeps the item from the public, whatever it meant.
        """
        if name == ArticleField.CONSENT:
            self._take_key(number, line, name)
            return
        self._problem(number, *about_indented(name, line))
        self.open, self.block, self.dash = HeaderEntry("", "", number), "", None

    def _take_key(self, number: int, line: str, name: HeaderField | None) -> None:
        self.open, self.block, self.dash = None, "", None
        parts = KEY.match(line)
        if parts is None:
            missed, message, hint = about_no_key(line, self.kind)
            self._problem(number, message, hint)
            self._note_nearly(missed, number)
            return
        key, value = without_emphasis(parts[1].strip(), parts[2].strip())
        # A long indent can have hidden a key.
        name = name or header_field(unquoted(key), self.kind)
        if name is None:
            like = header_field(nearest(key, self._usable_keys(), 0.75) or "", self.kind)
            self._problem(
                number,
                Message("NR-HEADER-016", f"Không có khóa “{short(key)}”."),
                instead_of(key, value, like, self.kind, is_closed=self.is_closed),
            )
            self._note_nearly(like, number)
            # Its continuation lines go the same way, unread.
            self.open = HeaderEntry("", value, number)
            self.block = value if BLOCK.match(value) else ""
            return
        if name in self.key_lines and name not in REPEATABLE:
            self._problem(
                number,
                Message(
                    "NR-HEADER-017",
                    f"Khóa “{shown(self.words, name)}” ghi hai lần (lần đầu ở dòng"
                    f" {self.key_lines[name]}).",
                ),
                f"Ghi gộp một dòng:  {shown(self.words, name)}: {self.header.text(name)}, {value}"
                if name in LISTS and "\n" not in self.header.text(name)
                else "Giữ lại một dòng.",
            )
        self.key_lines.setdefault(name, number)
        if BLOCK.match(value):
            self.block, value = value, ""
        self.open = HeaderEntry(name, value, number)
        self.header.entries.append(self.open)

    def _usable_keys(self) -> Iterator[str]:
        for declaration in FIELDS[self.kind].values():
            yield from declaration.keys

    def _note_nearly(self, name: HeaderField | None, number: int) -> None:
        if name in _MISSED:
            self.header.entries.append(HeaderEntry(NEARLY + name, "", number))

    def _problem(self, line: int, message: Message, hint: str) -> None:
        self.header.problems.append(Problem(self.path, max(line, 1), message, hint))
