"""An article: its header held against the plan of its day."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, time
from typing import TypeVar

from ..domain.article import NO_DATE, Article
from ..domain.category import NO_CATEGORY, Category, Genre
from ..domain.dates import NotADate, in_numbers, parse_date, parse_moment
from ..domain.group import Group, Person
from ..domain.matching import Register, T, nearest
from ..domain.photo import Consent
from ..domain.plan import Plan, plan_on
from ..domain.problem import Level
from ..domain.school import School, Superior
from ..domain.vietnamese import fold
from ..vocabulary import CONSENTS, GENRES, Words, all_words, lookup, shown
from .date_slips import explain_date
from .dispatch_lines import read_dispatches, read_selections
from .header import Entry, key_of
from .header_lines import split_list, split_names
from .manuscript_file import ManuscriptFile

W = TypeVar("W")


def article_of(
    file: ManuscriptFile,
    plans: Sequence[Plan],
    school: School | None,
    *,
    plans_are_sound: bool = True,
) -> Article:
    """The article in a file, with stand-ins and a problem for whatever is missing or unknown.

    Where a plan could not be read, names are not held against the plans at all.
    """
    superiors = school.superior_register if school else Register[Superior](())
    return _ArticleReader(file, plans, superiors, plans_are_sound).read()


class _ArticleReader:
    def __init__(
        self,
        file: ManuscriptFile,
        plans: Sequence[Plan],
        superiors: Register[Superior],
        plans_are_sound: bool,
    ) -> None:
        self.file, self.header = file, file.header
        self.plans, self.superiors = plans, superiors
        # A file that could not be decoded has said so; what its guess lacks is no news.
        self.is_readable = bool(file.fingerprint)
        self.on, self.at = self._moment()
        self.plan = plan_on(plans, self.on) if self.on != NO_DATE else None
        if self.plan is None and self.on != NO_DATE and plans_are_sound:
            self._problem(
                self.header.first("date"),
                f"Chưa có kế hoạch nào cho ngày {in_numbers(self.on)}.",
                "Sửa ngày của bài, hoặc thêm tệp kế hoạch của năm đó vào thư mục ke-hoach.",
            )

    def read(self) -> Article:
        header = self.header
        return Article(
            path=self.file.path,
            slug=self.file.slug,
            title=header.text("title"),
            summary=header.text("summary"),
            body=self.file.body,
            decisions=self.file.decisions,
            fingerprint=self.file.fingerprint,
            on=self.on,
            at=self.at,
            groups=self._groups(),
            authors=self._authors(),
            category=self._category(),
            genre=self._genre(),
            cover=self.file.cover,
            tags=tuple(split_list(header.text("tags"))),
            submitted=self._submitted(),
            dispatches=tuple(read_dispatches(self.file, self.superiors, self.on)),
            selections=tuple(read_selections(self.file, self.superiors, self.on)),
            pinned_until=self._day("pinned", "Ngày ghim"),
            consent=self._consent(),
            # Last: reading the fields above is what finds the problems.
            problems=tuple(self.file.problems),
        )

    def _problem(
        self, entry: Entry | None, message: str, hint: str, level: Level = Level.ERROR
    ) -> None:
        if self.is_readable:
            self.file.problem(entry, message, hint, level)

    def _missing(self, field: str, example: str) -> None:
        if self.header.nearly(field):
            return
        key = key_of(field)
        self._problem(None, f"Bài chưa ghi {key}.", f"Thêm dòng  {key}: {example}")

    def _moment(self) -> tuple[date, time | None]:
        entry = self.header.first("date")
        if entry is None or not entry.value:
            self._missing("date", "20/11/2026")
            return NO_DATE, None
        try:
            return parse_moment(entry.value)
        except NotADate:
            self._problem(
                entry, *explain_date(entry.value, key_of("date"), self.file.path, self.plans)
            )
            return NO_DATE, None

    def _submitted(self) -> date:
        return self._day("submitted", "Ngày nộp") or self.on

    def _day(self, field: str, name: str) -> date | None:
        """The day in a field that may be missing; a problem where it is none."""
        entry = self.header.first(field)
        if entry is None or not entry.value:
            return None
        try:
            return parse_date(entry.value)
        except NotADate:
            message, hint = explain_date(entry.value, key_of(field), self.file.path, self.plans)
            self._problem(entry, f"{name} {message}", hint)
            return None

    def _groups(self) -> tuple[Group, ...]:
        register = self.plan.group_register if self.plan else Register[Group](())
        groups = tuple(self._named("groups", register, "tổ", self._group_of_the_author()))
        for group in groups:
            if not group.exists_on(self.on):
                self._problem(
                    self.header.first("groups"),
                    f"“{group.name}” không hoạt động vào ngày {in_numbers(self.on)}.",
                    "Sửa tổ hoặc ngày của bài; ngày của tổ ghi ở kế hoạch.",
                )
        return groups

    def _group_of_the_author(self) -> str:
        """A group to which somebody named as author belongs, for an example."""
        names = {fold(name) for name in split_list(self.header.text("authors"))}
        groups = self.plan.groups if self.plan else ()
        return next(
            (g.name for g in groups for p in (g.head, *g.members) if p and fold(p.name) in names),
            "",
        )

    def _authors(self) -> tuple[Person, ...]:
        register = self.plan.people if self.plan else Register[Person](())
        return tuple(self._named("authors", register, "người"))

    def _category(self) -> Category:
        register = self.plan.category_register if self.plan else Register[Category](())
        return next(self._named("category", register, "chuyên mục"), NO_CATEGORY)

    def _named(
        self, field: str, register: Register[T], what: str, example: str = ""
    ) -> Iterator[T]:
        """Everything of the plan that a field names, each once."""
        entry = self.header.first(field)
        if field == "category" and entry and entry.value and self.plan:
            # The field names one; what is not known whole is one unknown name.
            names = [entry.value]
        else:
            names = split_names(entry.value, lambda n: bool(register.find(n))) if entry else []
        if not names:
            self._missing(field, example or self._example(register))
        seen: set[str] = set()
        for name in names if self.plan else ():
            found = register.find(name)
            if len(found) > 1:
                codes = " hoặc ".join(one.code for one in found)
                self._problem(entry, f"Có nhiều {what} tên “{name}”.", f"Ghi mã: {codes}.")
            elif not found:
                self._unknown(entry, field, what, name, register)
            for one in found[:1]:
                if one.code not in seen:
                    seen.add(one.code)
                    yield one

    def _unknown(
        self, entry: Entry | None, field: str, what: str, name: str, register: Register[T]
    ) -> None:
        path = self.plan.path if self.plan else "kế hoạch"
        if like := register.nearest(name):
            written = entry.value.replace(name, like) if entry else like
            line = "" if "\n" in written else f"  Ghi:  {key_of(field)}: {written}"
            hint = f"Có phải là “{like}”?{line}"
        elif what == "người":
            hint = f"Kiểm tra họ tên, hoặc thêm người này vào {path}."
        else:
            hint = f"Chọn một trong: {'; '.join(one.name for one in register)}."
        self._problem(entry, f"Không có {what} “{name}” trong {path}.", hint)

    def _example(self, register: Register[T]) -> str:
        return next((entry.name for entry in register), "…")

    def _genre(self) -> Genre:
        return self._word("genre", GENRES, "Không có thể loại “{}”.") or Genre.ARTICLE

    def _consent(self) -> Consent:
        meant = self._word("consent", CONSENTS, "Không hiểu “{}” ở dòng đồng ý hình ảnh.")
        is_stated = bool(self.header.text("consent"))
        # What could not be read may have been a no.
        return meant or (Consent.REFUSED if is_stated else Consent.UNSTATED)

    def _word(self, field: str, words: Words[W], message: str) -> W | None:
        """The meaning of a field that holds one word of a list; a problem for another word."""
        entry = self.header.first(field)
        if entry is None or not entry.value:
            return None
        meaning = lookup(words, re.sub(r"\(.*\)", "", entry.value))
        if meaning is None:
            like = lookup(words, nearest(entry.value, all_words(words)) or "")
            self._problem(
                entry,
                message.format(entry.value),
                f"Có phải là “{shown(words, like)}”?  Ghi:  {key_of(field)}: {shown(words, like)}"
                if like
                else f"Chọn một trong: {', '.join(shown(words, word) for word in words)}.",
            )
        return meaning
