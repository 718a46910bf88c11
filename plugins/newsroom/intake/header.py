"""The header of an article: one fact a line, read as a person would read it.

Our own reader, because the stock ones lose Vietnamese keys and YAML breaks on a quarter of
Vietnamese headlines. See docs/decisions/0003-own-header-reader.md.
"""

from dataclasses import dataclass, field

from ..domain.article import ManuscriptKind
from ..domain.matching import nearest
from ..domain.problem import Problem
from ..domain.vietnamese import clean
from ..vocabulary import DECISIONS, HEADERS, LISTS, REPEATABLE, all_words, header_field, shown
from .header_lines import (
    BLOCK,
    ITEM,
    KEY,
    continues,
    is_fence,
    known_key,
    like_key,
    reads_as_text,
    unquoted,
)


@dataclass
class Entry:
    """One value of the header. `line` counts from 1 in the file."""

    field: str
    value: str
    line: int


@dataclass
class Header:
    """What the header of a file says, and where the text begins.

    `body_line` is the file's line on which `body` starts, `end_line` the one just behind the
    header's last fact: where another one would be put in.
    """

    entries: list[Entry] = field(default_factory=list)
    body: str = ""
    body_line: int = 1
    end_line: int = 1
    problems: list[Problem] = field(default_factory=list)

    def all(self, name: str) -> list[Entry]:
        """Every entry of that field, in the order of the file."""
        return [entry for entry in self.entries if entry.field == name]

    def first(self, name: str) -> Entry | None:
        return next((entry for entry in self.entries if entry.field == name), None)

    def text(self, name: str) -> str:
        entry = self.first(name)
        return entry.value if entry else ""

    def nearly(self, name: str) -> Entry | None:
        """Where a misspelt key probably means that field; its value is not kept.

        So that nobody is told, too, that the line is missing.
        """
        return self.first(_NEARLY + name)

    def line(self, name: str) -> int:
        entry = self.first(name)
        return entry.line if entry else 1


_NEARLY = "?"
# The fields whose absence is told.
_MISSED = frozenset(
    {
        *("title", "date", "groups", "authors", "category", "summary"),
        *("number", "type", "issuer", "files"),
    }
)
_OTHERS = {
    ManuscriptKind.ARTICLE: (ManuscriptKind.DOCUMENT, "văn bản, trong thư mục van-ban"),
    ManuscriptKind.PAGE: (ManuscriptKind.DOCUMENT, "văn bản, trong thư mục van-ban"),
    ManuscriptKind.DOCUMENT: (ManuscriptKind.ARTICLE, "tin bài, trong thư mục tin-bai"),
}


def read_header(text: str, path: str, kind: ManuscriptKind = ManuscriptKind.ARTICLE) -> Header:
    """Split a file into its header and its text. `path` is only for the problems."""
    return _Reader(path, text.split("\n"), kind).read()


class _Reader:
    def __init__(self, path: str, raw: list[str], kind: ManuscriptKind) -> None:
        self.path = path
        self.kind, self.words = kind, HEADERS[kind]
        self.raw = raw
        # The first of them, cleaned: as far as the header may reach.
        self.lines: list[str] = []
        self.header = Header()
        # The entry that continuation lines and list items belong to; None after a bad line.
        self.open: Entry | None = None
        self.block = ""
        self.listing = False
        self.key_lines: dict[str, int] = {}
        # How this writer writes keys: behind bullets, indented. Told by the first one.
        self.bulleted = self.indented = False
        self.is_closed = True

    def read(self) -> Header:
        every = range(len(self.raw))
        start = next((n for n in every if self._line(n).strip()), 0)
        fenced = is_fence(self._line(start))
        first = start + fenced
        if fenced and first < len(self.raw) and is_fence(self._line(first)):
            first += 1
        closing = next((n for n in every[first:] if is_fence(self._line(n))), None)
        end, body = self._end(first, closing, fenced)
        for number in range(first, end):
            self._take(number + 1, self.lines[number])
        for entry in self.header.entries:
            entry.value = _tidy(entry)
        facts = (number for number in reversed(range(first, end)) if self.lines[number].strip())
        self.header.end_line = next(facts, first - 1) + 2
        self.header.body = "\n".join(self.raw[body:])
        self.header.body_line = body + 1
        return self.header

    def _line(self, number: int) -> str:
        """The line, cleaned. Each is cleaned once, and those below the header not at all."""
        while len(self.lines) <= number:
            self.lines.append(clean(self.raw[len(self.lines)]))
        return self.lines[number]

    def _end(self, start: int, closing: int | None, fenced: bool) -> tuple[int, int]:
        """Where the header's lines end and where the text begins."""
        lines = self.lines[start:closing]
        if fenced and closing is not None and all(line.strip() for line in lines):
            # Between fences, only a blank line can begin the text.
            return closing, closing + 1
        stop = self._stop(start)
        between = self.lines[stop : closing or stop]
        if closing is not None and (
            not any(line.strip() for line in between)
            or (fenced and not reads_as_text(between, self.kind))
        ):
            return closing, closing + 1
        if fenced:
            self._problem(
                stop,
                "Phần đầu bài mở bằng --- nhưng chưa đóng.",
                "Thêm một dòng --- vào ngay sau dòng này.",
            )
        self.is_closed = False
        return stop, stop

    def _stop(self, start: int) -> int:
        """Behind the last line that reads as a header: keys, their continuations, near-keys."""
        stop, after_blank = start, False
        for number, line in enumerate(self.lines[start:], start):
            if not line.strip():
                after_blank = True
                continue
            if stop == start and line.startswith("#"):
                continue
            is_near = number > start and not after_blank
            is_known = known_key(line, self.kind)
            if not is_known and not (is_near and (continues(line) or like_key(line))):
                break
            stop, after_blank = number + 1, False
        return stop

    def _take(self, number: int, line: str) -> None:
        line = line.rstrip()
        stripped = line.strip()
        known = known_key(line, self.kind)
        in_block = self.block and self.open and (not stripped or line[0] in " \t")
        if in_block and self.open and known not in DECISIONS:
            self.open.value += "\n" + stripped
        elif not stripped or (stripped.startswith("#") and not known):
            return
        elif (item := ITEM.match(line)) and known and self._is_key_behind_bullet(known):
            self._take_key(number, ITEM.sub(r"\1", stripped), known)
        elif item and self.open and (self.listing or not self.open.value):
            self._take_item(number, item[1])
        elif line[0] in " \t" and self.open and not self._is_indented_key(known):
            self.open.value += (" " if self.open.value else "") + stripped
        else:
            self._take_key(number, stripped, known)

    def _is_key_behind_bullet(self, name: str) -> bool:
        """Whether “- khóa: …” is a key: of a bulleted header, or a decision slipped into a list."""
        in_list = self.open is not None and (self.listing or not self.open.value)
        if not self.key_lines:
            self.bulleted = True
        return self.bulleted or name in DECISIONS or not in_list

    def _is_indented_key(self, name: str | None) -> bool:
        """Whether an indented “khóa: …” is a key and no continuation of the line above."""
        return name is not None and (self.indented or name in DECISIONS)

    def _take_item(self, number: int, item: str) -> None:
        if self.open is None:
            return
        if self.open.field in REPEATABLE and self.listing:
            # Each decision keeps its own line: it says which of two came last.
            self.open = Entry(self.open.field, item, number)
            self.header.entries.append(self.open)
        elif self.open.field in REPEATABLE:
            self.open.value, self.open.line = item, number
        else:
            self.open.value += "\n" + item
        self.listing = True

    def _take_key(self, number: int, line: str, name: str | None) -> None:
        if not self.key_lines:
            self.indented = self.raw[number - 1][:1] in (" ", "\t")
        self.open, self.block, self.listing = None, "", False
        parts = KEY.match(line)
        if parts is None:
            self._problem(
                number,
                f"Dòng “{_short(line)}” không có dạng “khóa: giá trị”.",
                "Nếu là phần tiếp của dòng trên, lùi vào hai dấu cách;"
                " nếu là nội dung bài, chuyển xuống dưới dòng ---.",
            )
            return
        key, value = parts[1].strip(), parts[2].strip()
        # A long indent can have hidden a key.
        name = name or header_field(unquoted(key), self.kind)
        if name is None:
            like = header_field(nearest(key, all_words(self.words), 0.75) or "", self.kind)
            self._problem(
                number, f"Không có khóa “{_short(key)}”.", self._instead_of(key, value, like)
            )
            if like in _MISSED:
                self.header.entries.append(Entry(_NEARLY + like, "", number))
            # Its continuation lines go the same way, unread.
            self.open = Entry("", value, number)
            self.block = value if BLOCK.match(value) else ""
            return
        if name in self.key_lines and name not in REPEATABLE:
            self._problem(
                number,
                f"Khóa “{shown(self.words, name)}” ghi hai lần (lần đầu ở dòng"
                f" {self.key_lines[name]}).",
                f"Ghi gộp một dòng:  {shown(self.words, name)}: {self.header.text(name)}, {value}"
                if name in LISTS and "\n" not in self.header.text(name)
                else "Giữ lại một dòng.",
            )
        self.key_lines.setdefault(name, number)
        if BLOCK.match(value):
            self.block, value = value, ""
        self.open = Entry(name, value, number)
        self.header.entries.append(self.open)

    def _instead_of(self, key: str, value: str, like: str | None) -> str:
        """What to do about a key that this kind of file does not have."""
        other, place = _OTHERS[self.kind]
        if header_field(unquoted(key), other):
            return f"Khóa này chỉ dùng cho {place}; xóa dòng này, hoặc chuyển tệp sang đó."
        if like:
            meant = shown(self.words, like)
            return f"Có phải là “{meant}:”?" + (f"  Ghi:  {meant}: {value}" if value else "")
        if self.is_closed:
            keys = ", ".join(shown(self.words, name) for name in self.words)
            return f"Các khóa dùng được: {keys}."
        return "Nếu nội dung bài bắt đầu ở đây, thêm một dòng --- ngay phía trên."

    def _problem(self, line: int, message: str, hint: str) -> None:
        self.header.problems.append(Problem(self.path, max(line, 1), message, hint))


def _tidy(entry: Entry) -> str:
    if "\n" not in entry.value:
        return unquoted(entry.value)
    lines = [unquoted(line) for line in entry.value.split("\n")]
    joined = "\n".join(lines).strip("\n")
    return joined if entry.field in LISTS else " ".join(joined.split())


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"


def key_of(name: str, kind: ManuscriptKind = ManuscriptKind.ARTICLE) -> str:
    """The key under which a field is written, for messages."""
    return shown(HEADERS[kind], name)
