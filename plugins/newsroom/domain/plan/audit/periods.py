"""The audit of days: deadlines, semesters and months against the term and the day of issue."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from ...message import Message
from ...records.disclosure import due_in
from ...text.dates import in_numbers
from ..calendar import Month, PeriodKind, asks_its_month
from ..deadline import deadlines_of
from ..due import DueKind, DueRule
from ..plan import Plan
from .finding import Place, PlanFinding

_MONTHLY = (DueKind.DAY_OF_MONTH, DueKind.END_OF_MONTH)


def period_findings(plan: Plan) -> Iterator[PlanFinding]:
    """A finding for everything that the plan's own days make impossible."""
    yield from _day_of_issue(plan)
    yield from _months_before_issue(plan)
    yield from _semesters(plan)
    yield from _deadlines(plan)
    yield from _disclosures(plan)
    yield from _topics(plan)


def _day_of_issue(plan: Plan) -> Iterator[PlanFinding]:
    if plan.waits_for("issued"):
        return
    if plan.issued is None:
        if plan.deadlines or (not plan.quotas_from and any(q.at_least for q in plan.quotas)):
            yield PlanFinding(
                place=("title",),
                message=Message(
                    "NR-AUDIT-009",
                    "Kế hoạch chưa ghi ngày ban hành, nên không biết từ ngày nào thì phải nộp.",
                ),
                hint=f"Thêm dòng  ngày ban hành: {in_numbers(plan.term.first)}"
                "  (thay bằng ngày ký).",
            )
    elif plan.issued > plan.term.last:
        yield PlanFinding(
            place=("issued",),
            message=Message(
                "NR-AUDIT-010",
                f"Kế hoạch ban hành ngày {in_numbers(plan.issued)}, sau khi đã hết thời gian"
                f" của nó ({in_numbers(plan.term.last)}).",
            ),
            hint="Sửa dòng “ngày ban hành”, hoặc “từ”, “đến”.",
        )


def _months_before_issue(plan: Plan) -> Iterator[PlanFinding]:
    """Months that count though they, or their deadline, were over when the plan came out."""
    early = [month for month in plan.months if _is_early(month, plan)]
    is_monthly = any(quota.per is PeriodKind.MONTH for quota in plan.quotas) or any(
        rule.when.kind in _MONTHLY for rule in plan.deadlines
    )
    left = [month for month in plan.months if month not in early]
    # Whoever says from when the quotas count has thought of it.
    if not (plan.issued and early and is_monthly and left) or plan.quotas_from:
        return
    names = ", ".join(f"tháng {month.number}/{month.year}" for month in early)
    numbers = {month.number for month in left}
    gone = [month for month in early if month.number not in numbers]
    yield PlanFinding(
        place=_counted(plan),
        message=Message(
            "NR-AUDIT-011",
            f"Kế hoạch tính {names}, nhưng đến {in_numbers(plan.issued)} mới ban hành: những"
            " tháng ấy không ai phải nộp.",
        ),
        hint=f"Ghi:  tháng tính: {_months_in_words(left)}"
        if gone == early
        else f"Thêm dòng  chỉ tiêu từ: {in_numbers(left[0].first)}",
    )


def _counted(plan: Plan) -> Place:
    return ("counted_months",) if "counted_months" in plan.lines else ("first",)


def _is_early(month: Month, plan: Plan) -> bool:
    if plan.issued is None:
        return False
    if month.last < plan.issued:
        return True
    days = [
        deadline.on
        for rule in plan.deadlines
        if rule.when.kind in _MONTHLY
        for deadline in deadlines_of(rule, plan)
        if deadline.period == month.period
    ]
    return (
        month == Month.of(plan.issued)
        and not asks_its_month(plan.issued)
        and any(day < plan.issued for day in days)
    )


def _months_in_words(months: list[Month]) -> str:
    numbers = list(dict.fromkeys(month.number for month in months))
    follow = all(b == a % 12 + 1 for a, b in pairwise(numbers))
    if follow and len(numbers) > 1:
        return f"từ tháng {numbers[0]} đến tháng {numbers[-1]}"
    return f"[{', '.join(map(str, numbers))}]"


def _semesters(plan: Plan) -> Iterator[PlanFinding]:
    if not plan.semesters:
        for n, quota in enumerate(plan.quotas):
            if quota.per is PeriodKind.SEMESTER:
                yield PlanFinding(
                    place=("quotas", n, "per"),
                    message=Message(
                        "NR-PLAN-017",
                        "Chỉ tiêu tính theo học kỳ, nhưng kế hoạch chưa ghi học kỳ nào.",
                    ),
                    hint="Thêm mục “học kỳ”, ví dụ"
                    f"  - {{tên: Học kỳ I, từ: 05/09/{plan.term.first.year}, đến: …}}",
                )
        return
    outside = [month for month in plan.months if plan.semester_of(month) is None]
    if outside:
        names = ", ".join(f"tháng {month.number}/{month.year}" for month in outside)
        numbers = {month.number for month in outside}
        left = [month for month in plan.months if month.number not in numbers]
        yield PlanFinding(
            place=_counted(plan),
            message=Message(
                "NR-AUDIT-012",
                f"Kế hoạch tính {names}, nhưng không học kỳ nào có tháng ấy, nên tổng học kỳ"
                " thiếu.",
            ),
            hint=f"Ghi:  tháng tính: {_months_in_words(left)}  hoặc kéo dài học kỳ."
            if left
            else "Sửa ngày của học kỳ.",
        )


def _deadlines(plan: Plan) -> Iterator[PlanFinding]:
    # Of a plan that came out when it was over every day is before it: that is said of the issue.
    issued = plan.issued if plan.issued and plan.term.contains(plan.issued) else None
    for n, rule in enumerate(plan.deadlines):
        days = [deadline.on for deadline in deadlines_of(rule, plan)]
        if not days:
            yield PlanFinding(
                place=("deadlines", n, "when"),
                message=Message(
                    "NR-PLAN-021",
                    f"Hạn “{rule.name}” không có ngày nào trong thời gian của kế hoạch.",
                ),
                hint="Thêm mục “học kỳ” vào kế hoạch."
                if rule.when.kind is DueKind.END_OF_SEMESTER
                else _another_day(rule, plan),
            )
        elif issued and days[-1] < issued:
            yield PlanFinding(
                place=("deadlines", n, "when"),
                message=Message(
                    "NR-AUDIT-013",
                    f"Hạn “{rule.name}” ngày {in_numbers(days[-1])} đứng trước ngày ban hành"
                    f" kế hoạch ({in_numbers(issued)}).",
                ),
                hint=_another_day(rule, plan),
            )


def _another_day(rule: DueRule, plan: Plan) -> str:
    """A line to type: the same day of another year, or else a day that the plan has."""
    when, first = rule.when, max(plan.term.first, plan.issued or plan.term.first)
    month, number = (when.on.month, when.on.day) if when.on else (when.month, when.day)
    for year in range(first.year, plan.term.last.year + 1) if month else ():
        try:
            day = date(year, month, number)
        except ValueError:
            continue
        # “Before” that day: the one before it is the last.
        if first <= day - timedelta(days=when.is_before) and day <= plan.term.last:
            before = "trước ngày " if when.is_before else ""
            return f"Ghi:  khi: {before}{in_numbers(day)}"
    return (
        f"Ghi một ngày từ {in_numbers(first)} đến {in_numbers(plan.term.last)}, ví dụ"
        f"  khi: {in_numbers(plan.term.last)}  , hoặc bỏ hạn này."
    )


def _disclosures(plan: Plan) -> Iterator[PlanFinding]:
    for n, item in enumerate(plan.disclosures):
        days = [day for year in plan.years if (day := due_in(item, year))]
        if (item.due_day or item.due_on) and not any(map(plan.term.contains, days)):
            yield PlanFinding(
                place=("disclosures", n, "due"),
                message=Message(
                    "NR-PLAN-019", f"Hạn của “{item.name}” không rơi vào thời gian của kế hoạch."
                ),
                hint="Ghi ngày và tháng, ví dụ  hạn: 30/6  , hoặc sửa lại năm.",
            )


def _topics(plan: Plan) -> Iterator[PlanFinding]:
    for n, topic in enumerate(plan.topics):
        there = {month.number for month in plan.months_of(topic)}
        inside = [number for number in topic.months if number in there]
        if outside := [f"tháng {number}" for number in topic.months if number not in there]:
            yield PlanFinding(
                place=("topics", n, "months"),
                message=Message(
                    "NR-PLAN-023",
                    f"Chủ đề “{topic.name}” ghi {', '.join(outside)}, nằm ngoài thời gian của"
                    " kế hoạch.",
                ),
                hint=f"Ghi:  khi: [{', '.join(map(str, inside))}]"
                if inside
                else "Ghi một tháng của kế hoạch, ví dụ"
                f"  khi: tháng {plan.term.first.month}  , hoặc bỏ chủ đề này.",
            )
