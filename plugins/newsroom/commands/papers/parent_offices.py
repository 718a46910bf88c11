"""The parent office that somebody names, and how a line of a header names it."""

from collections.abc import Iterable
from datetime import date

from ...building.errors import BuildRefused
from ...domain.message import Message
from ...domain.plan.school import ParentOffice, School
from ...domain.text.dates import in_numbers
from ...domain.text.vietnamese import fold
from ...intake.header.decisions.decision_line import read_decision


def office_named(name: str, school: School, day: date, option: str) -> ParentOffice:
    """The one parent office of that name on that day. Raises BuildRefused with the remedy."""
    found = [s for s in school.office_register.find(name) if s.exists_on(day)]
    if len(found) > 1:
        raise several_offices(name, found)
    if not found:
        known = ", ".join(s.short_name for s in school.offices if s.exists_on(day))
        what = (
            Message("NR-SEND-011", f"Không có cơ quan “{name}” vào ngày {in_numbers(day)}.")
            if name
            else Message("NR-SEND-012", "Thiếu nơi.")
        )
        raise BuildRefused(what, f'    → Ghi  {option} "…", một trong: {known}.')
    return found[0]


def several_offices(name: str, found: Iterable[ParentOffice]) -> BuildRefused:
    """The refusal of a name that several offices bear."""
    codes = " hoặc ".join(office.code for office in found)
    return BuildRefused(Message("NR-SEND-013", f"Có nhiều nơi tên “{name}”. Ghi mã: {codes}."))


def name_to_write(office: ParentOffice, school: School, day: date) -> str:
    """The name by which a line will be read as this parent office and no other."""
    for name in (office.short_name, office.name):
        then = [s for s in school.office_register.find(name) if s.exists_on(day)]
        if then == [office] and fold(read_decision(f"{name}, {in_numbers(day)}").name) == fold(
            name
        ):
            return name
    return office.code
