"""The ledger of an article: to whom it was sent (gửi) and who carried it (được đăng)."""

from collections.abc import Iterator
from datetime import date

from ....domain.content.decisions import DecisionKind
from ....domain.content.submission import Selection, Submission, SubmissionKind
from ....domain.message import Message
from ....domain.names.register import Register
from ....domain.plan.portal import as_link
from ....domain.plan.school import ParentOffice
from ....domain.text.address import fault_of_address
from ....domain.text.dates import in_numbers
from ....vocabulary.fields.board_fields import BoardField
from ....vocabulary.header import FIELD_OF_SUBMISSION
from ....vocabulary.words import asked_in_words
from ...content.item_file import ItemFile
from ..header import HeaderEntry, key_of
from ..lines import split_names
from .decision_line import UnreadableLine, UnreadableSeal, read_submission


def read_submissions(
    file: ItemFile, offices: Register[ParentOffice] | None, on: date
) -> Iterator[Submission]:
    """Every dispatch that can be read; a problem of the file for each that cannot.

    `offices` is None where the school file could not be read: no name is held against them then.

    `on` is the article's date: examples in messages name an office that existed then.
    """
    reader = _SubmissionReader(file, offices, on)
    for kind in SubmissionKind:
        for entry in file.header.all(FIELD_OF_SUBMISSION[kind]):
            if dispatch := reader.read(kind, entry):
                yield dispatch


def read_selections(
    file: ItemFile, offices: Register[ParentOffice] | None, on: date
) -> Iterator[Selection]:
    """To whom the board selected the article to go; a problem for each name that is no office."""
    reader = _SubmissionReader(file, offices, on)
    for decision in file.decisions.of(DecisionKind.SELECTED):
        if decision.on is None:
            # Its line has a problem already.
            continue
        entry = next(e for e in file.header.all(BoardField.SELECTED) if e.line == decision.line)
        names = split_names(decision.reason, reader.knows)
        if not names:
            file.problem(
                entry,
                Message(
                    "NR-SEND-015",
                    f"Dòng “{key_of(BoardField.SELECTED)}: {entry.value}” chưa ghi gửi cho ai.",
                ),
                f"Ghi:  {key_of(BoardField.SELECTED)}: {decision.by}, {in_numbers(decision.on)},"
                f" {reader.office_of_the_day()}",
            )
        for name in names:
            if office := reader.office(entry, name, decision.on):
                yield Selection(office=office, by=decision.by, on=decision.on)


class _SubmissionReader:
    def __init__(self, file: ItemFile, offices: Register[ParentOffice] | None, on: date) -> None:
        self.file, self.on = file, on
        self.offices: Register[ParentOffice] = Register(()) if offices is None else offices
        self._holds_names = offices is not None

    def knows(self, name: str) -> bool:
        return bool(self.offices.find(name))

    def read(self, kind: SubmissionKind, entry: HeaderEntry) -> Submission | None:
        key = key_of(FIELD_OF_SUBMISSION[kind])
        try:
            line = read_submission(entry.value)
        except UnreadableSeal:
            self.file.problem(
                entry,
                Message("NR-SEND-023", f"Dấu ở dòng “{key}: {entry.value}” không đủ 12 chữ số."),
                "Chép lại dòng như lệnh dispatch hay carried đã ghi; không có dấu thì bỏ chữ"
                " “dấu …” đi.",
            )
            return None
        except UnreadableLine:
            self.file.problem(
                entry,
                Message("NR-SEND-016", f"Dòng “{key}: {entry.value}” thiếu nơi nhận hoặc ngày."),
                f"Ghi:  {key}: {self.office_of_the_day()}, 20/11/2026",
            )
            return None
        office = self.office(entry, line.name, line.on)
        link = as_link(line.rest)
        if line.rest and (link or kind is SubmissionKind.CARRIED):
            # With a name before the host it may be a stranger's: kept, and shown to nobody.
            has_name = "@" in link.partition("//")[2].partition("/")[0]
            fault = None if has_name else fault_of_address(line.rest)
            if fault or not link:
                right = fault.right if fault else _with_scheme(line.rest)
                self.file.problem(
                    entry,
                    fault.message
                    if fault and (link or right)
                    else Message("NR-SEND-017", f"“{line.rest}” không phải là một đường liên kết."),
                    f"Ghi:  {key}: {line.name}, {in_numbers(line.on)}, {right or 'https://…'}",
                )
        if office is None:
            return None
        note = "" if link else line.rest
        return Submission(
            kind=kind,
            office=office,
            on=line.on,
            link=link,
            note=note,
            seal=line.seal,
            line=entry.line,
        )

    def office(self, entry: HeaderEntry, name: str, on: date) -> ParentOffice | None:
        """The one office of that name on that day; a problem where there is none, or several."""
        found = self.offices.find(name)
        then = [office for office in found if office.exists_on(on)]
        if not self._holds_names:
            return None
        if not found:
            self._unknown_superior(entry, name)
        elif not then:
            self._ended(entry, found[0], on)
        elif len(then) > 1:
            codes = " hoặc ".join(office.code for office in then)
            self.file.problem(
                entry, Message("NR-SEND-018", f"Có nhiều nơi tên “{name}”."), f"Ghi mã: {codes}."
            )
        return then[0] if len(then) == 1 else None

    def office_of_the_day(self) -> str:
        """An office that exists on the article's day, for an example."""
        return next((s.short_name for s in self.offices if s.exists_on(self.on)), "…")

    def _unknown_superior(self, entry: HeaderEntry, name: str) -> None:
        self.file.problem(
            entry,
            Message("NR-SEND-019", f"Không có cơ quan “{name}” trong truong.yaml."),
            asked_in_words(self.offices.near(name)) or "Thêm cơ quan đó vào mục “cấp trên”.",
        )

    def _ended(self, entry: HeaderEntry, office: ParentOffice, on: date) -> None:
        successors = [s.short_name for s in self.offices if s.code in office.successors]
        self.file.problem(
            entry,
            Message("NR-SEND-020", f"“{office.name}” không hoạt động vào ngày {in_numbers(on)}."),
            f"Nơi kế tục: {', '.join(successors)}." if successors else "Sửa nơi nhận hoặc ngày.",
        )


def _with_scheme(text: str) -> str:
    """The address that was typed without https://; empty for what is none."""
    address = f"https://{text}"
    is_host = "." in text and not any(map(str.isspace, text))
    return address if is_host and fault_of_address(address) is None else ""
