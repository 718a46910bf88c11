"""The audit of plans beside one another: they follow without a shared day and without a gap."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, pairwise

from ...message import Message
from ...text.dates import in_numbers
from ..calendar import Month
from ..plan import Plan
from .finding import PlanFinding, day_after

# In days: fifteen months, and what is longer is no plan of one year.
LONGEST_YEAR = 460


def in_succession(plans: Sequence[Plan]) -> tuple[Plan, ...]:
    """The plans in order of time; the month of a change of plans is one's only (decision 28).

    It is the new plan's where that one could ask it; else the old one's, and then not the new's.
    """
    found = list(_in_order(plans))
    for n, (one, other) in enumerate(pairwise(found), start=1):
        month = Month.of(other.term.first)
        if one.replaced == other.term.first and month in one.months:
            found[n] = replace(other, month_of_another=month)
    return tuple(found)


def overlap_findings(plans: Sequence[Plan]) -> Iterator[tuple[Plan, PlanFinding]]:
    """Plans that share a day, a counted month or an address; each with the later of the two.

    By which of them a day is judged nobody could tell, so this keeps both from being read.
    """
    for earlier, later in combinations(_in_order(plans), 2):
        shared = set(earlier.months) & set(later.months)
        if earlier.term.overlap(later.term):
            yield (
                later,
                PlanFinding(
                    place=("first",),
                    message=Message(
                        "NR-PLAN-002", f"Thời gian của kế hoạch này trùng với {earlier.path}."
                    ),
                    hint=_apart(earlier, later),
                ),
            )
        elif shared:
            yield (
                later,
                PlanFinding(
                    place=("counted_months",),
                    message=Message(
                        "NR-PLAN-003",
                        f"{min(shared).name} tính chỉ tiêu ở cả kế hoạch này và {earlier.path}.",
                    ),
                    hint="Bỏ tháng đó khỏi “tháng tính” của một kế hoạch.",
                ),
            )
        if earlier.code == later.code:
            yield (
                later,
                PlanFinding(
                    place=(),
                    message=Message(
                        "NR-PLAN-004",
                        f"Tên tệp trùng với {earlier.path}, nên hai kế hoạch chung một địa chỉ.",
                    ),
                    hint="Đổi tên một trong hai tệp.",
                ),
            )


def _apart(earlier: Plan, later: Plan) -> str:
    start = in_numbers(day_after(earlier.term.last))
    if earlier.term.first < later.term.first:
        return (
            f"Nếu kế hoạch này thay kế hoạch kia, thêm vào {earlier.path} dòng"
            f"  được thay từ: {in_numbers(later.term.first)}  ; nếu không, ghi  từ: {start}"
        )
    return f"Sửa dòng “từ”, “đến” để hai kế hoạch nối nhau, ví dụ  từ: {start}"


def gap_findings(plans: Sequence[Plan]) -> Iterator[tuple[Plan, PlanFinding]]:
    """Days between two plans that belong to neither; with the later of the two."""
    for earlier, later in pairwise(_in_order(plans)):
        first = day_after(earlier.term.last)
        if first < later.term.first:
            last = later.term.first - timedelta(days=1)
            yield (
                later,
                PlanFinding(
                    place=("first",),
                    message=Message(
                        "NR-AUDIT-016",
                        f"Từ {in_numbers(first)} đến {in_numbers(last)} không có kế hoạch nào:"
                        f" {earlier.path} đã hết, kế hoạch này chưa bắt đầu.",
                    ),
                    hint=f"Ghi:  từ: {in_numbers(first)}"
                    if (later.term.last - first).days <= LONGEST_YEAR
                    else "Thêm vào ke-hoach/ tệp kế hoạch của thời gian ấy.",
                ),
            )


def end_findings(plans: Sequence[Plan], today: date) -> Iterator[tuple[Plan, PlanFinding]]:
    """The last plan is over and none follows it."""
    if plans and (last := _in_order(plans)[-1]).term.last < today:
        yield (
            last,
            PlanFinding(
                place=("last",),
                message=Message(
                    "NR-AUDIT-017",
                    f"Kế hoạch mới nhất đã hết ngày {in_numbers(last.term.last)}: bài mới"
                    " không thuộc kế hoạch nào.",
                ),
                hint="Soạn kế hoạch tiếp theo:  python3 tasks.py new-year",
            ),
        )


def _in_order(plans: Sequence[Plan]) -> list[Plan]:
    return sorted(plans, key=lambda plan: plan.term.first)
