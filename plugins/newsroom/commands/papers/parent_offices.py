"""The superior that somebody names, and how a line of a header names it."""

from datetime import date

from ...building.errors import Refused
from ...domain.plan.school import School, Superior
from ...domain.text.dates import in_numbers
from ...domain.text.vietnamese import fold
from ...intake.header.decision_line import read_decision


def superior_named(name: str, school: School, day: date, option: str) -> Superior:
    """The one superior of that name on that day. Raises Refused, naming the option to mend."""
    found = [s for s in school.superior_register.find(name) if s.exists_on(day)]
    if len(found) > 1:
        codes = " hoặc ".join(superior.code for superior in found)
        raise Refused(f"Có nhiều nơi tên “{name}”. Ghi mã: {codes}.")
    if not found:
        known = ", ".join(s.short_name for s in school.superiors if s.exists_on(day))
        what = f"Không có cơ quan “{name}” vào ngày {in_numbers(day)}." if name else "Thiếu nơi."
        raise Refused(f'{what}\n    → Ghi  {option} "…", một trong: {known}.')
    return found[0]


def name_to_write(superior: Superior, school: School, day: date) -> str:
    """The name by which a line will be read as this superior and no other."""
    for name in (superior.short_name, superior.name):
        then = [s for s in school.superior_register.find(name) if s.exists_on(day)]
        if then == [superior] and fold(read_decision(f"{name}, {in_numbers(day)}").name) == fold(
            name
        ):
            return name
    return superior.code
