"""The reader of a header against the plan of its day: what articles and documents share."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, time
from functools import cached_property
from typing import TypeVar

from ...domain.content.content_item import NO_DATE, ContentKind
from ...domain.message import Message
from ...domain.names.register import Register, T, nearest
from ...domain.plan.group import Group
from ...domain.plan.plan import Plan, plan_on
from ...domain.problem import Level
from ...domain.text.dates import (
    NotADate,
    in_numbers,
    moment_in_numbers,
    parse_date,
    parse_moment,
    unread_part,
)
from ...domain.text.vietnamese import fold
from ...vocabulary import things
from ...vocabulary.fields.article_fields import ArticleField
from ...vocabulary.fields.declaration import HeaderField
from ...vocabulary.fields.shared_fields import SharedField
from ...vocabulary.words import Words, all_words, asked_in_words, lookup, shown
from ..content.item_file import ItemFile
from ..names.typed_names import Reading, groups_in, names_in
from .dates.date_slips import explain_date, likely_day
from .header import HeaderEntry
from .lines import split_list

W = TypeVar("W")
# What is said once, with a whole header to copy, in place of a message for each of its facts.
ABSENT = {
    ContentKind.ARTICLE: Message("NR-HEADER-009", "Bài chưa có phần đầu bài."),
    ContentKind.DOCUMENT: Message("NR-HEADER-010", "Văn bản chưa có phần đầu."),
}


class FactReader:
    """Reads the fields of one header; for whatever is missing or unknown it notes a problem.

    `plan` is the plan of the item's own day, None where there is none.
    """

    def __init__(self, file: ItemFile, plans: Sequence[Plan]) -> None:
        self.file, self.header, self.plans = file, file.header, plans
        self.key_of = file.key_of
        self.called = (
            things.DOCUMENT_FILE if file.kind is ContentKind.DOCUMENT else things.ARTICLE_FILE
        )
        # A file that could not be decoded has said so; what its guess lacks is no news.
        self.is_readable = bool(file.fingerprint)
        if self.header.is_absent and file.kind in ABSENT:
            from .draft import draft_of

            self.problem(None, ABSENT[file.kind], draft_of(file.path, self.header.body, plans))
        self.on, self.at = self.moment()
        self.plan = plan_on(plans, self.on) if self.on != NO_DATE else None

    def problem(
        self, entry: HeaderEntry | None, message: Message, hint: str, level: Level = Level.ERROR
    ) -> None:
        if self.is_readable:
            self.file.problem(entry, message, hint, level)

    def missing(self, field: HeaderField, example: str) -> None:
        if self.header.nearly(field) or self.header.is_absent:
            return
        key = self.key_of(field)
        self.problem(
            None,
            Message("NR-HEADER-011", f"{self.called} chưa ghi {key}."),
            f"Thêm dòng  {key}: {example}",
        )

    def moment(self) -> tuple[date, time | None]:
        entry = self.header.first(SharedField.DATE)
        if entry is None or not entry.value:
            if not self.header.is_absent:
                day = likely_day(self.file.path, self.header.body, self.plans)
                self.missing(SharedField.DATE, in_numbers(day))
            return NO_DATE, None
        try:
            moment = parse_moment(entry.value)
            self._doubt_the_hour(entry, moment)
            return moment
        except NotADate:
            self.problem(
                entry,
                *explain_date(
                    entry.value, self.key_of(SharedField.DATE), self.file.path, self.plans
                ),
            )
            return NO_DATE, None

    def _doubt_the_hour(self, entry: HeaderEntry, moment: tuple[date, time | None]) -> None:
        """A warning where part of the date may be an hour that was not understood."""
        if not (unread := unread_part(entry.value)):
            return
        day, at = moment
        key = self.key_of(SharedField.DATE)
        self.problem(
            entry,
            Message(
                "NR-DATE-004",
                f"Không đọc được “{unread}” ở dòng {key}: {self.called.lower()} được hiểu là của"
                f" {moment_in_numbers(day, at)}.",
            ),
            f"Ghi ngày rồi giờ, ví dụ  {key}: {in_numbers(day)} 7:30  ; không hẹn giờ thì"
            f"  {key}: {in_numbers(day)}",
            Level.WARNING,
        )

    def day(self, field: HeaderField, name: str) -> date | None:
        """The day in a field that may be missing; a problem where it is none."""
        entry = self.header.first(field)
        if entry is None or not entry.value:
            return None
        try:
            return parse_date(entry.value)
        except NotADate:
            message, hint = explain_date(
                entry.value, self.key_of(field), self.file.path, self.plans
            )
            self.problem(entry, message.reworded(f"{name} {message}"), hint)
            return None

    def groups(self) -> tuple[Group, ...]:
        register = self.plan.group_register if self.plan else Register[Group](())
        groups = tuple(
            self.named(
                SharedField.GROUPS,
                register,
                things.GROUP,
                self._group_of_the_author(),
                read=groups_in,
            )
        )
        for group in groups:
            if not group.exists_on(self.on):
                self.problem(
                    self.header.first(SharedField.GROUPS),
                    Message(
                        "NR-HEADER-012",
                        f"“{group.name}” không hoạt động vào ngày {in_numbers(self.on)}.",
                    ),
                    "Sửa tổ hoặc ngày của bài; ngày của tổ ghi ở kế hoạch.",
                )
        return groups

    def _group_of_the_author(self) -> str:
        """A group to which somebody named as author belongs, for an example."""
        names = {fold(name) for name in split_list(self.header.text(ArticleField.AUTHORS))}
        groups = self.plan.groups if self.plan else ()
        return next(
            (g.name for g in groups for p in (g.head, *g.members) if p and fold(p.name) in names),
            "",
        )

    def named(
        self,
        field: HeaderField,
        register: Register[T],
        what: str,
        example: str = "",
        level: Level = Level.ERROR,
        read: Reading[T] = names_in,
    ) -> Iterator[T]:
        """Everything of `self.plan` that a field names and one alone bears, each once.

        `read` cuts the line into its names, each with whatever bears it.
        """
        entry = self.header.first(field)
        names = read(entry.value, register) if entry and entry.value else []
        if not names:
            self.missing(field, example or self._example(field, register))
        line = self._corrected(field, names, register)
        seen: set[str] = set()
        for name, found in names if self.plan else ():
            if len(found) > 1:
                codes = " hoặc ".join(one.code for one in found)
                self.problem(
                    entry,
                    Message("NR-HEADER-013", f"Có nhiều {what} tên “{name}”."),
                    f"Ghi mã: {codes}.",
                    level,
                )
            elif not found:
                self._unknown(entry, line, what, name, register, level)
            # What two bear is neither's.
            for one in found if len(found) == 1 else ():
                if one.code not in seen:
                    seen.add(one.code)
                    yield one

    def _unknown(
        self,
        entry: HeaderEntry | None,
        line: str,
        what: str,
        name: str,
        register: Register[T],
        level: Level,
    ) -> None:
        path = self.plan.path if self.plan else things.PLAN
        if asked := asked_in_words(register.near(name)):
            hint = f"{asked}{line}"
        elif names := "; ".join(one.name for one in register):
            hint = f"Chọn một trong: {names}."
        else:
            hint = f"Bỏ dòng này, hoặc thêm mục “{what}” vào {path}."
        self.problem(
            entry, Message("NR-HEADER-014", f"Không có {what} “{name}” trong {path}."), hint, level
        )

    def _corrected(
        self, field: HeaderField, names: Sequence[tuple[str, tuple[T, ...]]], register: Register[T]
    ) -> str:
        """The whole line to type; nothing where one of its names is not known for certain."""
        right: dict[str, str] = {}
        for name, found in names:
            near = name if register.find(name) else found[0].name if found else None
            near = near or register.nearest(name)
            if near is None:
                return ""
            right.setdefault(register.find(near)[0].code, near)
        return f"  Ghi:  {self.key_of(field)}: {', '.join(right.values())}" if right else ""

    def _example(self, field: HeaderField, register: Register[T]) -> str:
        """A name for an example, where the day is missing from the plan of a likely day."""
        plan = self.plan or self.likely_plan
        of_field = {
            "groups": plan.groups if plan else (),
            "category": plan.categories if plan else (),
        }
        return next((one.name for one in (*register, *of_field.get(field, ()))), "…")

    @cached_property
    def likely_plan(self) -> Plan | None:
        """The plan from which examples are taken where the item names no day."""
        return plan_on(self.plans, likely_day(self.file.path, self.header.body, self.plans))

    def word(self, field: HeaderField, words: Words[W], message: Message) -> W | None:
        """The meaning of a field that holds one word of a list; a problem for another word."""
        entry = self.header.first(field)
        if entry is None or not entry.value:
            return None
        meaning = lookup(words, re.sub(r"\(.*\)", "", entry.value))
        if meaning is None:
            like = lookup(words, nearest(entry.value, all_words(words)) or "")
            self.problem(
                entry,
                message.format(entry.value),
                f"Có phải là “{shown(words, like)}”?"
                f"  Ghi:  {self.key_of(field)}: {shown(words, like)}"
                if like
                else f"Chọn một trong: {', '.join(shown(words, word) for word in words)}.",
            )
        return meaning
