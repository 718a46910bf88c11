"""A document: its number, issuer, files, validity and place in the disclosure."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from ...domain.content.content_item import NO_DATE
from ...domain.content.document import (
    DisclosureItem,
    Document,
    DocumentType,
    Issuer,
    Retention,
    RetentionKind,
)
from ...domain.message import Message
from ...domain.names.register import Register
from ...domain.plan.plan import Plan, plan_on
from ...domain.plan.school import School
from ...domain.text.dates import NotADate, find_date, in_numbers
from ...domain.text.vietnamese import fold, slug
from ...vocabulary import things
from ...vocabulary.content import DOCUMENT_TYPES, RETENTIONS
from ...vocabulary.fields.document_fields import DocumentField
from ...vocabulary.fields.shared_fields import SharedField
from ...vocabulary.publisher import OURSELVES, nouns_of
from ...vocabulary.words import lookup, shown
from ..header.dates.date_slips import explain_date
from ..header.fact_reader import FactReader
from ..header.lines import split_list
from ..names.typed_names import whole_names_in
from .item_file import ItemFile

_YEARS = re.compile(r"(\d{1,3})\s*năm", re.IGNORECASE)
_NO_DIGIT = re.compile(r"^\D*$")


def document_of(
    file: ItemFile,
    plans: Sequence[Plan],
    school: School | None,
    *,
    plans_are_sound: bool = True,
) -> Document:
    """The document in a file, with stand-ins and a problem for whatever is missing or unknown."""
    return _DocumentReader(file, plans, school, plans_are_sound).read()


class _DocumentReader(FactReader):
    def __init__(
        self,
        file: ItemFile,
        plans: Sequence[Plan],
        school: School | None,
        plans_are_sound: bool,
    ) -> None:
        super().__init__(file, plans)
        self.school, self.plans_are_sound = school, plans_are_sound

    def read(self) -> Document:
        header = self.header
        valid_from, ends = self._validity()
        due = self.day(DocumentField.DUE, things.DAY_OF_DISCLOSURE)
        return Document(
            path=self.file.path,
            slug=self.file.slug,
            title=header.text(SharedField.TITLE),
            body=self.file.body,
            decisions=self.file.decisions,
            former_addresses=self.file.former_addresses,
            number=self._number(),
            type=self._type(),
            issuer=self._issuer(),
            on=self.on,
            at=self.at,
            field=header.text(DocumentField.FIELD),
            signer=header.text(DocumentField.SIGNER),
            groups=self.groups() if header.text(SharedField.GROUPS) else (),
            files=self._files(),
            retention=self._retention(),
            valid_from=valid_from,
            ends=ends,
            replaces=tuple(split_list(header.text(DocumentField.REPLACES))),
            disclosed_under=self._disclosed_under(due),
            due=due,
            # Last: reading the fields above is what finds the problems.
            problems=tuple(self.file.problems),
        )

    def _number(self) -> str:
        entry = self.header.first(DocumentField.NUMBER)
        number = entry.value if entry else ""
        if not number:
            self.missing(DocumentField.NUMBER, "12/KH-THVD")
        elif _NO_DIGIT.match(number):
            self.problem(
                entry,
                Message("NR-DOCUMENT-002", f"Số, ký hiệu “{number}” chưa có số."),
                f"Ghi cả số lẫn ký hiệu, ví dụ  {self.key_of(DocumentField.NUMBER)}:"
                f" 12/{number.lstrip('/')}",
            )
        return number

    def _type(self) -> DocumentType:
        if not self.header.text(DocumentField.TYPE):
            self.missing(DocumentField.TYPE, shown(DOCUMENT_TYPES, DocumentType.PLAN))
        found = self.word(
            DocumentField.TYPE,
            DOCUMENT_TYPES,
            Message("NR-DOCUMENT-003", "Không có loại văn bản “{}”."),
        )
        return found or DocumentType.OTHER

    def _issuer(self) -> Issuer:
        """The issuer, by its full name where the school file knows it."""
        name = self.header.text(DocumentField.ISSUER)
        if not name:
            self.missing(
                DocumentField.ISSUER, self.school.name if self.school else things.AN_OFFICE
            )
        if self.school is None:
            return Issuer(name=name)
        own = (*self.school.called, nouns_of(self.school).itself, *OURSELVES)
        if fold(name) in map(fold, own):
            # Under the name that the school had then, whichever of them was typed.
            then = self.school if self.on == NO_DATE else self.school.on(self.on)
            return Issuer(name=then.name)
        above = self.school.office_register.find(name)
        of_the_day = [one for one in above if self.on != NO_DATE and one.exists_on(self.on)]
        if len(of_the_day) > 1:
            codes = " hoặc ".join(office.code for office in of_the_day)
            self.problem(
                self.header.first(DocumentField.ISSUER),
                Message("NR-DOCUMENT-008", f"Có nhiều nơi tên “{name}”."),
                f"Ghi mã: {codes}.",
            )
        known = of_the_day or above
        return Issuer(name=known[0].name if len(known) == 1 else name)

    def _files(self) -> tuple[str, ...]:
        if not self.header.text(DocumentField.FILES):
            self.missing(DocumentField.FILES, f"{self.file.slug or 'van-ban'}.pdf")
        return self.file.attached

    def _retention(self) -> Retention | None:
        entry = self.header.first(DocumentField.RETENTION)
        if entry is None or not entry.value:
            return None
        if years := _YEARS.search(entry.value):
            return Retention(kind=RetentionKind.YEARS, years=int(years[1]))
        kind = lookup(RETENTIONS, entry.value)
        if kind is None:
            key = self.key_of(DocumentField.RETENTION)
            self.problem(
                entry,
                Message("NR-DOCUMENT-004", f"Không hiểu thời hạn lưu “{entry.value}”."),
                f"Ghi một trong:  {key}: vĩnh viễn,  {key}: 10 năm,  {key}: hủy cuối năm",
            )
            return None
        return Retention(kind=kind)

    def _validity(self) -> tuple[date | None, date | None]:
        """The first day on which it holds, and the first on which it no longer does."""
        ended = self.day(DocumentField.ENDED, things.DAY_OF_END)
        entry = self.header.first(DocumentField.VALID)
        if entry is None or not entry.value:
            return None, ended
        start, last = None, None
        try:
            first_day, begin, end = find_date(entry.value)
            if "đến" in entry.value[:begin].casefold():
                last = first_day
            else:
                start = first_day
                if "đến" in entry.value[end:].casefold():
                    last = find_date(entry.value[end:])[0]
        except NotADate:
            self.problem(
                entry,
                *explain_date(
                    entry.value, self.key_of(DocumentField.VALID), self.file.path, self.plans
                ),
            )
        if start and last and last < start:
            self.problem(
                entry,
                Message(
                    "NR-DOCUMENT-005",
                    f"Hiệu lực kết thúc ({in_numbers(last)}) trước khi bắt đầu"
                    f" ({in_numbers(start)}).",
                ),
                f"Ghi:  {self.key_of(DocumentField.VALID)}: từ {in_numbers(last)} đến"
                f" {in_numbers(start)}",
            )
        ends = [day for day in (ended, last + timedelta(days=1) if last else None) if day]
        return start, min(ends, default=None)

    def _disclosed_under(self, due: date | None) -> tuple[DisclosureItem, ...]:
        """The items of the plan of the day by which it was due, or of its own day.

        Where that plan lists none, an item is what somebody wrote.
        """
        entry = self.header.first(DocumentField.DISCLOSURE)
        if entry is None or not entry.value:
            if due:
                self.missing(
                    DocumentField.DISCLOSURE,
                    self._example(DocumentField.DISCLOSURE, self._items(due)),
                )
            return ()
        day = due or (self.on if self.on != NO_DATE else None)
        items = self._items(day)
        if not items.entries:
            return tuple(_unlisted(entry.value)) if self.plans_are_sound else ()
        self.plan = plan_on(self.plans, day) if day else None
        return tuple(
            self.named(DocumentField.DISCLOSURE, items, things.DISCLOSURE, read=whole_names_in)
        )

    def _items(self, day: date | None) -> Register[DisclosureItem]:
        plan = plan_on(self.plans, day) if day else None
        return Register(plan.disclosures if plan else ())


def _unlisted(value: str) -> Iterator[DisclosureItem]:
    for name in re.split("[\n;]", value):
        if slug(name):
            yield DisclosureItem(code=slug(name), name=name.strip())
