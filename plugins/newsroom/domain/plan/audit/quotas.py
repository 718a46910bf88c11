"""The audit of quotas: do their own days leave a period, and can their numbers be missed?"""

from collections.abc import Iterator, Sequence

from ...message import Message
from ...text.dates import in_numbers
from ..plan import Plan
from ..quota import Quota
from .finding import Place, PlanFinding


def quota_findings(plan: Plan) -> Iterator[PlanFinding]:
    """A finding for each quota that asks for nothing, by its days or its numbers."""
    yield from _of_no_period(plan)
    yield from _levels(plan)


def _of_no_period(plan: Plan) -> Iterator[PlanFinding]:
    """Quotas whose own days leave them no period of the plan; those of one line together."""
    of_plan: list[Quota] = []
    for n, quota in enumerate(plan.quotas):
        first, periods = quota.first or plan.quotas_from, plan.periods(quota.per)
        is_asked = any(
            (first is None or first <= period.last)
            and (quota.last is None or period.first <= quota.last)
            for period in periods
        )
        if is_asked or not periods:
            continue
        begins, ends = periods[0].first, periods[-1].last
        # The plan's own line comes too late: no day of the quota's would help.
        is_of_plan = not quota.first and first is not None and first > ends
        if is_of_plan:
            of_plan.append(quota)
        lines = {}
        if quota.last and (quota.last < begins or not (quota.first or is_of_plan)):
            lines["last"] = f"đến: {in_numbers(ends)}"
        if quota.first and (quota.first > ends or not lines):
            lines["first"] = f"từ: {in_numbers(begins)}"
        if lines:
            place = ("quotas", n, min(lines))
            yield _of_no_day([quota], plan, place, "  và  ".join(lines.values()))
    if of_plan:
        begins = min(plan.periods(quota.per)[0].first for quota in of_plan)
        line = f"chỉ tiêu từ: {in_numbers(begins)}"
        yield _of_no_day(of_plan, plan, ("quotas_from",), line)


def _of_no_day(quotas: Sequence[Quota], plan: Plan, place: Place, lines: str) -> PlanFinding:
    periods = [period for quota in quotas for period in plan.periods(quota.per)]
    names = ", ".join(f"“{quota.name}”" for quota in quotas)
    return PlanFinding(
        place=place,
        message=Message(
            "NR-AUDIT-021",
            f"Chỉ tiêu {names} không có kỳ nào phải làm: những ngày ghi cho nó nằm ngoài các kỳ"
            f" của kế hoạch (từ {in_numbers(min(period.first for period in periods))} đến"
            f" {in_numbers(max(period.last for period in periods))}).",
        ),
        hint=f"Ghi:  {lines}",
    )


def _levels(plan: Plan) -> Iterator[PlanFinding]:
    for n, quota in enumerate(plan.quotas):
        for field, level in (("at_least", quota.at_least), ("aim", quota.aim)):
            if level == 0:
                yield PlanFinding(
                    place=("quotas", n, field),
                    message=Message(
                        "NR-AUDIT-027", f"Chỉ tiêu “{quota.name}” ghi số 0: lúc nào cũng đạt."
                    ),
                    hint="Ghi số từ 1 trở lên, hoặc bỏ dòng này: khi ấy chỉ đếm.",
                )
        if quota.aim and quota.at_least and quota.aim <= quota.at_least:
            yield PlanFinding(
                place=("quotas", n, "aim"),
                message=Message(
                    "NR-AUDIT-028",
                    f"Chỉ tiêu “{quota.name}” phấn đấu {quota.aim}, không hơn mức ít nhất"
                    f" ({quota.at_least}).",
                ),
                hint=f"Ghi số lớn hơn, ví dụ  phấn đấu: {quota.at_least + 1}  , hoặc bỏ dòng này.",
            )
