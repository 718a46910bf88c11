"""Words to paste into Zalo: who still owes what by when. Groups only, and always kindly."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from ...domain.plan.calendar import Month
from ...domain.plan.deadline import Deadline
from ...domain.plan.plan import Plan
from ...domain.plan.school import School
from ...domain.records.agenda import called
from ...domain.site.publication import Evaluation
from ...domain.tally.contributions import EventLog
from ...domain.tally.reminders import Debt, MonthOfDebts, debts_of, plan_of_month
from ...domain.tally.tally import tally
from ...domain.text.dates import in_numbers
from ...vocabulary.measures import unit_of
from ...vocabulary.publisher import PublisherNouns, nouns_of
from .periods import no_plan_of

ALL = "Nhóm chung"


def reminders(evaluation: Evaluation, month: Month) -> list[tuple[str, str]]:
    """The message for everybody, then one for each group: its name and the text.

    A group of which the month asks nothing gets none. Requirement D5. Raises NoSuchPeriod.
    """
    plan = plan_of_month(evaluation.newsroom.plans, month)
    if plan is None:
        raise no_plan_of(month.code, evaluation.newsroom.plans)
    debts = debts_of(tally(plan, EventLog.of(evaluation)), month)
    school = evaluation.newsroom.school
    messages = [(ALL, _text(_to_all(debts, plan, school)))]
    for group in plan.groups:
        own = debts.of_group(group)
        if own.debts or own.tasks:
            messages.append((group.name, _text(_to_group(own, plan, group.name, school))))
    return messages


def reminders_in_one(messages: Iterable[tuple[str, str]]) -> str:
    """All messages below one another, each under the name of whom it is for."""
    return "\n\n".join(f"===== {name} =====\n\n{text}" for name, text in messages)


def _text(paragraphs: Iterable[str]) -> str:
    return "\n\n".join(paragraphs)


def _to_all(debts: MonthOfDebts, plan: Plan, school: School) -> Iterator[str]:
    month, nouns = debts.month.name.lower(), nouns_of(school)
    yield f"Kính gửi quý {nouns.colleagues},"
    if debts.owed:
        yield (
            f"Ban biên tập xin gửi tình hình tin bài {month}, tính đến ngày"
            f" {in_numbers(debts.today)}. Còn mấy việc sau:"
        )
        yield from _owed(debts, nouns)
    elif debts.debts:
        yield (
            f"Mọi chỉ tiêu tin bài {month} đã hoàn thành. Ban biên tập trân trọng cảm ơn"
            f" {nouns.everybody}!"
        )
    else:
        yield f"Kế hoạch không có chỉ tiêu nào tới hạn trong {month}."
    yield from _tasks(debts, plan)
    if debts.owed and debts.settled:
        names = ", ".join(plan.group(code).name for code in debts.settled)
        yield f"Xin cảm ơn {names} đã hoàn thành phần việc của mình."
    if debts.owed or debts.tasks:
        yield (
            f"Nơi nào gặp khó, xin cứ nhắn để cùng tháo gỡ. Trân trọng cảm ơn {nouns.colleagues}!"
        )
    yield f"Ban biên tập – {school.short_name}"


def _to_group(debts: MonthOfDebts, plan: Plan, name: str, school: School) -> Iterator[str]:
    yield f"Kính gửi {name},"
    month, nouns = debts.month.name.lower(), nouns_of(school)
    if debts.owed:
        yield f"Phần việc {month} của {name} còn:"
        yield from _owed(debts, nouns, is_own=True)
    elif debts.debts:
        yield f"{name} đã hoàn thành chỉ tiêu tin bài {month}. Ban biên tập trân trọng cảm ơn!"
    yield from _tasks(debts)
    if debts.owed:
        yield (
            "Cần thêm thời gian hay cần giúp phần nào, xin nhắn Ban biên tập. Cảm ơn"
            f" {nouns.colleagues}!"
        )
    yield f"Ban biên tập – {school.short_name}"


def _owed(debts: MonthOfDebts, nouns: PublisherNouns, *, is_own: bool = False) -> Iterator[str]:
    """A paragraph for each day by which something is owed; what is one's own needs no name."""
    for due, of_day in groupby(debts.owed, key=lambda debt: debt.due):
        lines = [f"Hạn {in_numbers(due)} ({_days_left(due, debts.today)}):"]
        for _, of_quota in groupby(of_day, key=lambda debt: debt.quota.code):
            lines.append(_line(list(of_quota), nouns, is_own=is_own))
        yield "\n".join(lines)


def _line(debts: list[Debt], nouns: PublisherNouns, *, is_own: bool) -> str:
    parts = (
        f"{_whose(debt, is_own, nouns)}còn {debt.missing} {unit_of(debt.quota)}" for debt in debts
    )
    return f"• {debts[0].quota.name}: {'; '.join(parts)}."


def _whose(debt: Debt, is_own: bool, nouns: PublisherNouns) -> str:
    if debt.group is None:
        return f"{nouns.whole} "
    return "" if is_own else f"{debt.group.name} "


def _tasks(debts: MonthOfDebts, plan: Plan | None = None) -> Iterator[str]:
    """The other tasks that are due; with a plan also whose they are."""
    if not debts.tasks:
        return
    lines = (
        f"• {in_numbers(task.on)} ({_days_left(task.on, debts.today)}),"
        f" {called(task)}{_by_whom(task, plan)}."
        for task in debts.tasks
    )
    yield "\n".join(["Việc tới hạn:", *lines])


def _by_whom(task: Deadline, plan: Plan | None) -> str:
    groups = task.rule.groups if task.rule and plan else ()
    return f": {', '.join(plan.group(code).name for code in groups)}" if plan and groups else ""


def _days_left(day: date, today: date) -> str:
    days = (day - today).days
    if days == 0:
        return "hôm nay"
    return f"còn {days} ngày" if days > 0 else f"đã qua {-days} ngày"
