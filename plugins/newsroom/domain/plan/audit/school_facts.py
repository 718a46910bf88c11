"""The audit of the school file: offices and a head of papers that are no more."""

import re
from collections.abc import Iterator
from datetime import date

from ...text.dates import in_numbers
from ...text.vietnamese import fold, strip_marks
from ..school import OfficeLevel, School
from .destinations import DISTRICTS_ENDED
from .finding import PlanFinding, day_after

# A city may be one of a province still; a rural district, an urban one and a town are none.
_OF_A_DISTRICT = re.compile(
    r"phong (?:giao duc|gd)|(?:uy ban nhan dan|ubnd) (?:huyen|quan|thi xa)\b"
)


def school_findings(school: School, today: date) -> Iterator[PlanFinding]:
    """A finding for each thing of the school file that ended with the districts."""
    if today <= DISTRICTS_ENDED:
        return
    ended = in_numbers(DISTRICTS_ENDED)
    for n, office in enumerate(school.offices):
        is_open = office.last is None or office.last > DISTRICTS_ENDED
        if office.level is OfficeLevel.DISTRICT and is_open:
            yield PlanFinding(
                place=("offices", n),
                message=f"{office.name} ghi cấp phòng, huyện: cấp ấy đã kết thúc ngày {ended} trên"
                " cả nước.",
                hint=f"Ghi:  đến: {ended}  và  kế tục: [{_heirs(school, office.code)}]",
            )
    if is_of_a_district(school.parent):
        yield PlanFinding(
            place=("parent",),
            message=f"Cơ quan chủ quản “{school.parent}” đã kết thúc ngày {ended}, mà vẫn đứng đầu"
            " văn bản hôm nay.",
            hint="Ghi hai dòng, mỗi dòng một thời gian:"
            f"  - {{tên: {school.parent}, đến: {ended}}}"
            f"  - {{tên: Ủy ban nhân dân xã …, từ: {in_numbers(day_after(DISTRICTS_ENDED))}}}",
        )


def is_of_a_district(name: str) -> bool:
    """True for an education office or a people's committee of a district, by its name."""
    return _OF_A_DISTRICT.match(strip_marks(fold(name))) is not None


def _heirs(school: School, code: str) -> str:
    """The codes of what took over, or of what is there today and is no newspaper."""
    there = [
        office.code
        for office in school.offices
        if office.code != code and office.level in (OfficeLevel.COMMUNE, OfficeLevel.PROVINCE)
    ]
    return ", ".join(school.office(code).successors or there) or "…"
