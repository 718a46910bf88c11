"""What people read in the terminal."""

import unicodedata
from collections.abc import Iterable

from ..domain.calendar import Month, Period, PeriodKind
from ..domain.counting import Ledger
from ..domain.dates import in_numbers
from ..domain.newsroom import Review
from ..domain.plan import Plan
from ..domain.problem import Findings, Problem
from ..domain.tally import tally
from ..vocabulary import LEVEL_NAMES, count_in_words, verdict_in_words


class NoSuchPeriod(Exception):
    """No plan has the month, semester or year asked for; the message says which there are."""


def problem_lines(problems: Iterable[Problem]) -> str:
    """Every problem as `path:line: level: message`, the remedy below it."""
    return "\n".join(
        f"{p.path}:{p.line}: {LEVEL_NAMES[p.level]}: {p.message}"
        + (f"\n    → {p.hint}" if p.hint else "")
        for p in problems
    )


def findings_in_words(findings: Findings) -> str:
    """Every problem, and below them how many there are of each level."""
    lines = (problem_lines(findings.problems), findings_counted(findings))
    return "\n".join(filter(None, lines))


def findings_counted(findings: Findings) -> str:
    """Đã kiểm tra 73 bài: 0 lỗi, 2 cảnh báo, 5 gợi ý."""
    counts = ", ".join(f"{findings.count(level)} {name}" for level, name in LEVEL_NAMES.items())
    return f"Đã kiểm tra {findings.checked} bài: {counts}."


def counts_in_words(review: Review) -> str:
    """What goes out and what stays, in one line."""
    public = review.publication
    return (
        f"Đăng {len(public.articles)} bài, {len(public.pages)} trang"
        + (f", {len(public.documents)} văn bản;" if public.documents else ";")
        + f" giữ lại {len(review.withheld)}."
    )


def quota_table(review: Review, month: str = "", semester: str = "", year: str = "") -> str:
    """The tally of one month, one semester or a plan's whole term, this month by default.

    `month` is 2026-11, `semester` counts from 1, `year` is a plan's code. Raises NoSuchPeriod.
    """
    today = review.publication.today
    plan = _plan(review, month, year)
    if semester:
        period = _nth_semester(plan, semester)
    elif month or not year:
        period = _month(month, Month.of(today)).period
    else:
        period = plan.term
    result = tally(plan, Ledger.of(review))
    lines = [f"{plan.title} – {period.name}, tính đến ngày {in_numbers(today)}"]
    for quota in plan.quotas:
        cells = [
            (row.group.name if row.group else "Toàn trường", cell)
            for row in result.rows
            if row.quota is quota and (cell := row.cell(period.code))
        ]
        if cells:
            lines += ["", quota.name]
            lines += [
                f"  {_padded(who, 28)} {_padded(count_in_words(cell), 7)}"
                f" {verdict_in_words(cell.verdict)}"
                for who, cell in cells
            ]
    if len(lines) == 1:
        lines.append("Kế hoạch không đặt chỉ tiêu cho thời gian này.")
    return "\n".join(lines)


def _plan(review: Review, month: str, year: str) -> Plan:
    plans = review.newsroom.plans
    day = _month(month, Month.of(review.publication.today)).first
    found = [p for p in plans if (p.code == year if year else p.term.contains(day))]
    if not found:
        have = ", ".join(plan.code for plan in plans) or "chưa có kế hoạch nào"
        raise NoSuchPeriod(f"Không có kế hoạch cho {year or month or day}. Đang có: {have}.")
    return found[0]


def _month(code: str, default: Month) -> Month:
    try:
        return Month.parse(code) if code else default
    except ValueError:
        raise NoSuchPeriod(f"“{code}” không phải là một tháng; ghi như 2026-11.") from None


def _nth_semester(plan: Plan, number: str) -> Period:
    semesters = plan.periods(PeriodKind.SEMESTER)
    if number not in map(str, range(1, len(semesters) + 1)):
        raise NoSuchPeriod(f"Kế hoạch {plan.code} có {len(semesters)} học kỳ; ghi 1 hoặc 2.")
    return semesters[int(number) - 1]


def _padded(text: str, width: int) -> str:
    """The text filled up to a width in the terminal, where marks take no room."""
    shown = sum(not unicodedata.combining(letter) for letter in text)
    return text + " " * (width - shown)
