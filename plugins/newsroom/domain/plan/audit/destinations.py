"""The audit of destinations: is there an office to take the articles in every period?

District offices ended on one day in the whole country; that day stands here, all else about
offices in the school file.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from ...message import Message
from ...text.dates import in_numbers
from ..calendar import Period
from ..deadline import deadlines_of
from ..plan import Plan
from ..school import OfficeLevel, ParentOffice, School
from .finding import Place, PlanFinding, asked_periods

# The last day of the districts and of all their offices (Luật Tổ chức chính quyền địa phương,
# số 72/2025/QH15): from the day after there are communes and provinces.
DISTRICTS_ENDED = date(2025, 6, 30)


def last_day_of(office: ParentOffice) -> date | None:
    """The last day on which an office takes anything: as the file says, and as the law does."""
    if office.level is not OfficeLevel.DISTRICT:
        return office.last
    return min(office.last or DISTRICTS_ENDED, DISTRICTS_ENDED)


def destination_findings(plan: Plan, school: School) -> Iterator[PlanFinding]:
    """A finding for each quota, deadline and point whose articles have nowhere to go."""
    offices = {office.code: office for office in school.offices}
    for n, quota in enumerate(plan.quotas):
        place = ("quotas", n, "destinations")
        periods = asked_periods(plan, quota)
        yield from _of(place, f"Chỉ tiêu “{quota.name}”", quota.destinations, periods, offices)
    for n, deadline in enumerate(plan.deadlines):
        days = [_day(found.on) for found in deadlines_of(deadline, plan)]
        place = ("deadlines", n, "destinations")
        yield from _of(
            place,
            f"Hạn “{deadline.name}”",
            deadline.offices,
            days,
            offices,
        )
    for n, rule in enumerate(plan.points):
        place = ("points", n, "destinations")
        yield from _of(
            place,
            f"Điểm “{rule.name}”",
            rule.destinations,
            [plan.term],
            offices,
        )


def _of(
    place: Place,
    what: str,
    codes: Collection[str],
    periods: Sequence[Period],
    offices: dict[str, ParentOffice],
) -> Iterator[PlanFinding]:
    named = [office for code, office in offices.items() if code in codes]
    if not named:
        return
    closed = [period for period in periods if not any(_takes(o, period) for o in named)]
    if closed:
        whole = len(closed) == len(periods)
        when = "" if whole else f" trong {_named(closed)}"
        reasons = ", ".join(_why(office, closed[0]) for office in named)
        yield PlanFinding(
            place=place,
            message=Message("NR-AUDIT-007", f"{what} không có nơi nào nhận{when}: {reasons}."),
            hint=_instead(named, closed[-1], offices),
        )
        return
    for office in named:
        last = last_day_of(office)
        if last is None or last >= periods[-1].first:
            # It is there at the end; or not yet, and then it is heir to another.
            continue
        if not {heir.code for heir in _heirs(office, periods[-1], offices)} & set(codes):
            yield PlanFinding(
                place=place,
                message=Message(
                    "NR-AUDIT-008", f"{what} gửi {office.name}, nơi đã thôi từ {in_numbers(last)}."
                ),
                hint=_instead(named, periods[-1], offices),
            )


def _takes(office: ParentOffice, period: Period) -> bool:
    last = last_day_of(office)
    return (office.first is None or office.first <= period.last) and (
        last is None or period.first <= last
    )


def _why(office: ParentOffice, period: Period) -> str:
    last = last_day_of(office)
    if last and last < period.first:
        return f"{office.name} đã thôi từ {in_numbers(last)}"
    first = in_numbers(office.first) if office.first else "?"
    return f"{office.name} đến {first} mới có"


def _instead(
    named: Iterable[ParentOffice], period: Period, offices: dict[str, ParentOffice]
) -> str:
    """The line to type: those that still take articles, and the heirs of the others."""
    codes: dict[str, None] = {}
    for office in named:
        takers = [office] if _takes(office, period) else _heirs(office, period, offices)
        codes |= dict.fromkeys(taker.code for taker in takers)
    if codes:
        return f"Ghi:  nơi: [{', '.join(codes)}]"
    open_ones = [office.code for office in offices.values() if _takes(office, period)]
    if open_ones:
        return f"Ghi một nơi còn hoạt động, ví dụ  nơi: [{open_ones[0]}]"
    return "Thêm nơi tiếp nhận vào mục “cấp trên” của truong.yaml, rồi ghi mã nơi ấy ở dòng “nơi”."


def _heirs(
    office: ParentOffice, period: Period, offices: dict[str, ParentOffice]
) -> list[ParentOffice]:
    """Those that took over from an office, and from these in turn, as far as they are there."""
    found: dict[str, ParentOffice] = {}
    asked = list(office.successors)
    seen: set[str] = set()
    while asked:
        code = asked.pop(0)
        if code in seen or code not in offices:
            continue
        seen.add(code)
        if _takes(offices[code], period):
            found[code] = offices[code]
        else:
            asked += offices[code].successors
    return list(found.values())


def _named(periods: Sequence[Period]) -> str:
    if len(periods) == 1:
        return _small(periods[0].name)
    return f"{_small(periods[0].name)} đến {_small(periods[-1].name)}"


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def _day(day: date) -> Period:
    return Period(code=f"{day}", name=f"Ngày {in_numbers(day)}", first=day, last=day)
