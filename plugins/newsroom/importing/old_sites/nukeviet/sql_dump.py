"""The rows of a database's backup, as mysqldump, phpMyAdmin, Adminer and NukeViet itself write it.

Only what such files hold is read: CREATE TABLE for the names of columns, INSERT and REPLACE for
the rows. Nothing of it is carried out.
"""

import gzip
import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from ....domain.message import Message
from ..old_site import OldSiteRefused
from .backup_file import is_packed
from .sql_values import Value, meant_by

# In bytes. A backup of ten years of news has 1 GB; no value of MySQL's text columns that a news
# module uses comes near the second figure.
LONGEST_DUMP, LONGEST_VALUE = 8 << 30, 64 << 20
_PIECE = 1 << 20
_BLANK = rb"(?:[\s;]+|--[ \t\r\n][^\n]*\n|--\n|#[^\n]*\n|/\*.*?\*/)*"
_BETWEEN = re.compile(_BLANK, re.DOTALL)
_NAME = rb"(?:`(?:[^`]|``)*`|\"[^\"]*\"|\[[^\]]*\]|[\w$.]+)"
_FULL_NAME = rb"%b(?:\s*\.\s*%b)?" % (_NAME, _NAME)
_CREATE = re.compile(
    rb"CREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?(%b)\s*\(" % _FULL_NAME, re.IGNORECASE
)
_INSERT = re.compile(
    rb"(?:INSERT|REPLACE)\s+(?:(?:LOW_PRIORITY|DELAYED|HIGH_PRIORITY|IGNORE)\s+)*(?:INTO\s+)?"
    rb"(%b)\s*(?:\(((?:\s*%b\s*,?)+)\)\s*)?VALUES?\s*" % (_FULL_NAME, _NAME),
    re.IGNORECASE,
)
_STRING = rb"'(?:[^'\\]++|\\.|'')*+'|\"(?:[^\"\\]++|\\.|\"\")*+\""
# All that may stand before the sign that ends a statement; strings, names and comments hold more of
# it. What could go on in the next piece is not taken: a quote behind a string belongs to it.
_PASSED = re.compile(
    rb"(?:[^'\"`;/#-]++|(?:%b|`[^`]*+`)(?=.)|/\*.*?\*/|--[ \t][^\n]*+\n|#[^\n]*+\n|[/#-](?=..))*+"
    % _STRING,
    re.DOTALL,
)
_VALUE = re.compile(
    rb"\s*(?:_\w+\s*(?=['\"])|N(?='))?(%b|[xX]'[0-9a-fA-F]*'|0[xX][0-9a-fA-F]+|[^'\",()]*+(?:\([^()]*\))?)\s*([,)])"
    % _STRING,
    re.DOTALL,
)
_COMMAS = re.compile(rb"[\s,]*")
_LINES = re.compile(rb"\n|,\s*(?=`)")
_COLUMN = re.compile(rb"\s*(`(?:[^`]|``)+`|\"[^\"]+\")\s+\w")


@dataclass(frozen=True, kw_only=True)
class DumpedRow:
    """One row: the table it stands in, and its values by the names of columns; None is NULL."""

    table: str
    values: Mapping[str, Value]


def dumped_rows(
    place: Path, wanted: Callable[[str, tuple[str, ...]], tuple[str, ...]]
) -> Iterator[DumpedRow]:
    """The rows of those tables of which `wanted(table, columns)` names columns, only with these.

    Reads a piece at a time, also of a file packed with gzip. Raises OldSiteRefused for a file that
    breaks off, for values of another number than columns, and for one without end.
    """
    with closing(_opened(place)) as file:
        yield from _Dump(file, place.name, wanted).rows()


def _opened(place: Path) -> IO[bytes]:
    return cast(IO[bytes], gzip.open(place, "rb")) if is_packed(place) else place.open("rb")


class _Dump:
    """The state of reading: what was read and not yet understood, and the columns of tables."""

    def __init__(
        self,
        file: IO[bytes],
        name: str,
        wanted: Callable[[str, tuple[str, ...]], tuple[str, ...]],
    ) -> None:
        self.file, self.name, self.wanted = file, name, wanted
        self.text, self.at, self.read = b"", 0, 0
        self.is_whole = False
        self.columns: dict[str, tuple[str, ...]] = {}

    def rows(self) -> Iterator[DumpedRow]:
        self._fill()
        self.text = self.text.removeprefix(b"\xef\xbb\xbf")
        while self._is_more():
            self._skip(_BETWEEN)
            if found := self._match(_INSERT):
                yield from self._inserted(found)
            elif found := self._match(_CREATE):
                self._created(found)
            elif self.at < len(self.text):
                self._pass_statement()

    def _is_more(self) -> bool:
        if self.at >= len(self.text):
            self._fill()
        return self.at < len(self.text)

    def _fill(self) -> bool:
        """Read another piece; False where there is none."""
        if self.is_whole:
            return False
        try:
            piece = self.file.read(_PIECE)
        except (OSError, EOFError, zlib.error) as error:
            raise _broken_off(self.name) from error
        self.is_whole = not piece
        self.read += len(piece)
        self.text, self.at = self.text[self.at :] + piece, 0
        if len(self.text) > LONGEST_VALUE or self.read > LONGEST_DUMP:
            raise OldSiteRefused(
                Message(
                    "NR-IMPORT-036",
                    f"{self.name} quá lớn, hoặc có dấu nháy mở mà không đóng.\n    → Sao lưu lại"
                    " cơ sở dữ liệu từ trang cũ, chỉ chọn các bảng của mô-đun tin.",
                )
            )
        return bool(piece)

    def _match(self, pattern: re.Pattern[bytes]) -> re.Match[bytes] | None:
        """The beginning of a statement, of which enough was read."""
        while len(self.text) - self.at < 65_536 and self._fill():
            pass
        found = pattern.match(self.text, self.at)
        if found:
            self.at = found.end()
        return found

    def _skip(self, pattern: re.Pattern[bytes]) -> None:
        """Go past what the pattern takes, however many pieces that is."""
        while True:
            found = pattern.match(self.text, self.at)
            self.at = found.end() if found else self.at
            if len(self.text) - self.at > 4_096 or not self._fill():
                return

    def _pass_statement(self) -> None:
        """Go past the rest of a statement, up to its end."""
        while True:
            found = _PASSED.match(self.text, self.at)
            self.at = found.end() if found else self.at
            if self.text[self.at : self.at + 1] == b";":
                self.at += 1
                return
            if not self._fill():
                # The last statement of a file may want its semicolon; an open quote is too much.
                if re.match(rb"%b\s*\Z" % _STRING, self.text[self.at :], re.DOTALL) is None:
                    self._refuse_open_quote()
                self.at = len(self.text)
                return

    def _refuse_open_quote(self) -> None:
        """Raise OldSiteRefused where a string was begun that nothing ends."""
        if self.text[self.at : self.at + 1] in (b"'", b'"', b"`"):
            raise _broken_off(self.name)

    def _created(self, found: re.Match[bytes]) -> None:
        """Keep the names of a table's columns."""
        table = _plain(found[1])
        while True:
            body = _PASSED.match(self.text, self.at)
            end = body.end() if body else self.at
            if self.text[end : end + 1] == b";" or not self._fill():
                break
        columns = (_COLUMN.match(line) for line in _LINES.split(self.text[self.at : end]))
        self.columns[table] = tuple(_plain(column[1]) for column in columns if column)
        self.at = end

    def _inserted(self, found: re.Match[bytes]) -> Iterator[DumpedRow]:
        table = _plain(found[1])
        named = tuple(_plain(name) for name in re.findall(_NAME, found[2])) if found[2] else ()
        columns = named or self.columns.get(table, ())
        wanted = self.wanted(table, columns)
        if not wanted:
            return self._pass_statement()
        places = [(columns.index(name), name) for name in wanted]
        while self._next_row():
            values = self._row()
            if len(values) != len(columns):
                raise OldSiteRefused(
                    Message(
                        "NR-IMPORT-037",
                        f"{self.name}: một dòng của bảng {table} có {len(values)} ô mà bảng có"
                        f" {len(columns)} cột.\n    → Sao lưu lại từ trang cũ, chọn xuất cả cấu"
                        " trúc bảng và dữ liệu, đừng sửa tệp bằng tay.",
                    )
                )
            yield DumpedRow(table=table, values={name: meant_by(values[n]) for n, name in places})

    def _next_row(self) -> bool:
        """Go to the bracket that opens the next row; False at the end of the statement."""
        while True:
            found = _COMMAS.match(self.text, self.at)
            self.at = found.end() if found else self.at
            if self.at < len(self.text):
                break
            if not self._fill():
                # The last statement of a file may want its semicolon.
                return False
        if self.text[self.at : self.at + 1] == b"(":
            self.at += 1
            return True
        self._pass_statement()
        return False

    def _row(self) -> list[bytes]:
        values: list[bytes] = []
        while True:
            found = _VALUE.match(self.text, self.at)
            if found is None:
                if self._fill():
                    continue
                raise _broken_off(self.name)
            self.at = found.end()
            values.append(found[1])
            if found[2] == b")":
                return values


def _plain(name: bytes) -> str:
    """The name of a table or a column, without its database and its quotes."""
    last = re.findall(_NAME, name)[-1] if b"." in name else name
    return last.strip(b'`"[] ').rpartition(b".")[2].decode("utf-8", "replace")


def _broken_off(name: str) -> OldSiteRefused:
    return OldSiteRefused(
        Message(
            "NR-IMPORT-038",
            f"{name} bị cắt giữa chừng: lệnh cuối chưa hết.\n    → Sao lưu và tải lại từ trang cũ;"
            " đừng đóng trình duyệt khi tệp đang tải.",
        )
    )
