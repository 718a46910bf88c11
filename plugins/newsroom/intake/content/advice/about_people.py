"""Advice on what a text and its files tell of people, in words without what was found.

What `check` says may land in a public log, so no number and no name is said again.
"""

import hashlib
import posixpath
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from ....buildtools.cache.cache_forms import CachedTable
from ....domain.message import Message
from ....domain.text.privacy import births_of_children, citizen_numbers, phone_numbers
from ....domain.text.private_columns import ColumnKind, private_columns
from ....domain.text.pupil_facts import PupilFact, pupil_facts

if TYPE_CHECKING:
    from ....office_files.words.passage import Passage

OPENED = (".pdf", ".docx", ".xlsx", ".pptx", ".csv", ".txt", ".zip")
# In bytes: a larger one is a book or a scan, and would hold up every check.
LARGEST = 20_000_000
_NUMBERS = ("phone", "birth", "citizen")
_LINE: Mapping[str, tuple[str, str, str]] = {
    "phone": (
        "số điện thoại",
        "có thể của học sinh hoặc gia đình",
        "Xóa số ấy đi; cần liên lạc thì ghi số máy chung của nơi làm việc.",
    ),
    "birth": (
        "ngày hoặc năm sinh",
        "có thể của một học sinh",
        "Xóa ngày sinh đi; ghi lớp là đủ, ví dụ “em Mẫu An, lớp 4A”.",
    ),
    "citizen": (
        "dãy 12 chữ số giống số căn cước hay mã định danh",
        "",
        "Xóa số ấy đi: trang tin không cần, mà kẻ xấu thì cần.",
    ),
}
_FACTS: Mapping[PupilFact, tuple[str, str]] = {
    PupilFact.MARK: ("điểm hoặc xếp loại", "Bỏ điểm đi, hoặc không nêu tên em."),
    PupilFact.ADDRESS: ("chỗ ở", "Bỏ chỗ ở đi; ghi lớp là đủ."),
    PupilFact.ILLNESS: ("bệnh hoặc khuyết tật", "Hỏi gia đình; viết “một em học sinh” là đủ."),
    PupilFact.HARDSHIP: (
        "hoàn cảnh khó khăn",
        "Hỏi gia đình; viết “một em học sinh” là đủ.",
    ),
}
_COLUMNS: Mapping[ColumnKind, str] = {
    ColumnKind.PHONE: "số điện thoại",
    ColumnKind.BIRTH: "ngày sinh của trẻ em",
    ColumnKind.CITIZEN: "số căn cước hay mã định danh",
    ColumnKind.FAMILY: "tên cha mẹ, người thân",
    ColumnKind.MARK: "điểm, xếp loại bên cạnh họ tên",
    ColumnKind.ADDRESS: "chỗ ở bên cạnh họ tên",
    ColumnKind.ILLNESS: "sức khỏe, khuyết tật bên cạnh họ tên",
    ColumnKind.HARDSHIP: "hoàn cảnh gia đình bên cạnh họ tên",
}
_OF_A_FILE = "Bỏ phần ấy khỏi tệp rồi chép đè lên, hoặc gửi riêng cho gia đình thay vì đăng."
# What files tell, remembered from check to check.
Told = MutableMapping[str, tuple[str, ...]]
# By the digest of a file, the day and the school's own numbers: in words, what it tells.
TOLD_OF_PEOPLE = CachedTable[tuple[str, ...]]("told of people", tuple[str, ...])


@dataclass(frozen=True)
class AboutPeople:
    """The rules on one day, at a school whose own telephone numbers may be told.

    `kept` remembers what files told: opening a PDF takes longer than all the rest of a check.
    """

    today: date
    own: Collection[str] = ()
    kept: Told = field(default_factory=dict)

    def line(self, text: str) -> Iterator[tuple[Message, str]]:
        """Message and remedy for each kind of thing that a line tells."""
        for kind, count in self._numbers(text).items():
            what, whose, hint = _LINE[kind]
            times = f"{count} " if count > 1 else ""
            yield (
                Message(
                    "NR-PEOPLE-003", f"Dòng này có {times}{what}{f', {whose}' if whose else ''}."
                ),
                hint,
            )
        for fact in pupil_facts(text):
            what, hint = _FACTS[fact]
            yield Message("NR-PEOPLE-004", f"Dòng này nêu tên một em cùng {what} của em ấy."), hint

    def table(self, rows: Sequence[Sequence[str]]) -> Iterator[tuple[int, Message, str]]:
        """The row of the heading, message and remedy for each private column of a table."""
        for kind, heading, head, cells in private_columns(rows, self.today):
            yield (
                head,
                Message(
                    "NR-PEOPLE-005",
                    f"Cột “{heading[:40]}” của bảng có {cells} ô là {_COLUMNS[kind]}.",
                ),
                "Bỏ cột ấy khỏi bảng; danh sách riêng thì gửi cho gia đình, không đăng.",
            )

    def file(self, path: str, place: Path) -> Iterator[tuple[Message, str]]:
        """Message and remedy for a file that tells anything of people; one for all of it."""
        if not path.lower().endswith(OPENED) or place.stat().st_size > LARGEST:
            return
        content = place.read_bytes()
        asked = hashlib.sha256(repr((self.today, sorted(self.own))).encode()).hexdigest()[:16]
        key = f"{hashlib.sha256(content).hexdigest()} {asked}"
        told = self.kept.get(key)
        if told is None:
            # Imported where there is a new file: it takes longer than a whole check.
            from ....office_files.words.words_of_file import words_of

            told = self.kept[key] = tuple(self._told_by(words_of(content)))
        if told:
            yield (
                Message("NR-PEOPLE-006", f"Tệp “{posixpath.basename(path)}” có {'; '.join(told)}."),
                _OF_A_FILE,
            )

    def _told_by(self, passages: Sequence["Passage"]) -> list[str]:
        """Each kind of thing that a file tells, with its count and its first place."""
        found: Counter[str] = Counter()
        places: dict[str, str] = {}
        for place, words, count in self._found_in(passages):
            found[words] += count
            places.setdefault(words, place)
        return [f"{count} {words} ({places[words]})" for words, count in found.items()]

    def _found_in(self, passages: Sequence["Passage"]) -> Iterator[tuple[str, str, int]]:
        """Place, kind in words and count of all that passages tell."""
        for is_table, run in groupby(passages, key=lambda passage: bool(passage.cells)):
            rows, said = list(run), set[str]()
            if is_table:
                for column in private_columns([row.cells for row in rows], self.today):
                    words = f"ô ở cột “{column.heading[:40]}” là {_COLUMNS[column.kind]}"
                    yield rows[column.head].place, words, column.cells
                    said.add(column.kind.value)
            for passage in rows:
                for kind, count in self._numbers(passage.text).items():
                    # A column of them has been said.
                    if kind not in said:
                        yield passage.place, _LINE[kind][0], count
                for fact in pupil_facts(passage.text) if not is_table else ():
                    yield passage.place, f"chỗ nêu tên một em cùng {_FACTS[fact][0]}", 1

    def _numbers(self, text: str) -> dict[str, int]:
        counts = (
            phone_numbers(text, self.own),
            births_of_children(text, self.today),
            citizen_numbers(text),
        )
        return {kind: count for kind, count in zip(_NUMBERS, counts, strict=True) if count}
