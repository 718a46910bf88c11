"""The audit of the school file: offices and a head of papers that are no more."""

import re
from collections.abc import Iterator
from datetime import date

from ...message import Message
from ...names.dated_fact import gaps
from ...text.dates import in_numbers
from ...text.vietnamese import strip_marks
from ..school import OfficeLevel, School
from .destinations import DISTRICTS_ENDED
from .finding import PlanFinding, day_after

# A city may be one of a province still; a rural district, an urban one and a town are none.
_OF_A_DISTRICT = re.compile(
    r"phong (?:giao duc|gd)|(?:uy ban nhan dan|ubnd) (?:huyen|quan|thi xa)\b"
)


def school_findings(school: School, today: date) -> Iterator[PlanFinding]:
    """A finding for each thing of the school file that is no more, with nothing after it."""
    yield from _facts_without_a_day(school, today)
    if today <= DISTRICTS_ENDED:
        return
    ended = in_numbers(DISTRICTS_ENDED)
    for n, office in enumerate(school.offices):
        is_open = office.last is None or office.last > DISTRICTS_ENDED
        if office.level is OfficeLevel.DISTRICT and is_open:
            yield PlanFinding(
                place=("offices", n),
                message=Message(
                    "NR-AUDIT-014",
                    f"{office.name} ghi cấp phòng, huyện: cấp ấy đã kết thúc ngày {ended} trên"
                    " cả nước.",
                ),
                hint=f"Ghi:  đến: {ended}  và  kế tục: [{_heirs(school, office.code)}]",
            )
    dated = {fact.field for fact in school.facts}
    for field, text, what in (
        ("name", school.name, "Tên"),
        ("parent", school.parent, "Cơ quan chủ quản"),
    ):
        if is_of_a_district(text) and field not in dated:
            yield PlanFinding(
                place=(field,),
                message=Message(
                    "NR-AUDIT-018",
                    f"{what} “{text}” là của cấp huyện, đã kết thúc ngày {ended}, mà vẫn đứng"
                    " đầu văn bản hôm nay.",
                ),
                hint="Ghi hai dòng, mỗi dòng một thời gian:"
                f"  - {{tên: {text}, đến: {ended}}}"
                f"  - {{tên: …, từ: {in_numbers(day_after(DISTRICTS_ENDED))}}}",
            )


def _facts_without_a_day(school: School, today: date) -> Iterator[PlanFinding]:
    """Names, addresses and heads of papers that end before today, or leave days between them."""
    fields = dict.fromkeys(fact.field for fact in school.facts)
    for field in fields:
        of_field = [fact for fact in school.facts if fact.field == field]
        for earlier, later in gaps(of_field):
            if earlier.last and later.first:
                yield PlanFinding(
                    place=(field, of_field.index(later)),
                    message=Message(
                        "NR-AUDIT-019",
                        f"Giữa “{earlier.text}” (đến {in_numbers(earlier.last)}) và"
                        f" “{later.text}” (từ {in_numbers(later.first)}) có ngày không thuộc dòng"
                        " nào.",
                    ),
                    hint=f"Ghi:  từ: {in_numbers(day_after(earlier.last))}",
                )
        last = max(of_field, key=lambda fact: fact.ends)
        if last.ends < today:
            yield PlanFinding(
                place=(field, of_field.index(last)),
                message=Message(
                    "NR-AUDIT-020",
                    f"“{last.text}” chỉ đến {in_numbers(last.ends)}, sau đó chưa ghi gì, nên"
                    " hôm nay vẫn dùng.",
                ),
                hint=f"Thêm một dòng  - {{tên: …, từ: {in_numbers(day_after(last.ends))}}}",
            )


def is_of_a_district(name: str) -> bool:
    """True for an education office or a people's committee of a district, by its name."""
    return _OF_A_DISTRICT.match(" ".join(strip_marks(name).casefold().split())) is not None


def _heirs(school: School, code: str) -> str:
    """The codes of what took over, or of what is there today and is no newspaper."""
    there = [
        office.code
        for office in school.offices
        if office.level in (OfficeLevel.COMMUNE, OfficeLevel.PROVINCE)
    ]
    return ", ".join(school.office(code).successors or there) or "…"
