"""A year of invented articles for a sample plan, and all that the plan makes of it, in short words.

The tables of the tests are written by hand from the sentences of the plans, never copied from what
the software says. A cell is its count and its verdict: `1=` met, `0-1` one short, `2+1` one more,
`2^` an aim reached, `1v` not yet, `3.` without a number; `8/8=` is a sum.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from paper_readers import tables_of, words_of
from plan_samples import SEAL, Sample

from newsroom.domain.content.content_item import Article
from newsroom.domain.content.decisions import Approval, Decisions
from newsroom.domain.content.submission import Selection, Submission, SubmissionKind
from newsroom.domain.plan.board import BOARD, HEAD, Role
from newsroom.domain.plan.calendar import Month, Period, PeriodKind
from newsroom.domain.plan.category import Genre
from newsroom.domain.plan.deadline import deadlines
from newsroom.domain.site.publication import Evaluation
from newsroom.domain.tally.cell import Cell
from newsroom.domain.tally.contributions import EventLog
from newsroom.domain.tally.points_tally import scores_of_groups
from newsroom.domain.tally.reporting import Span
from newsroom.domain.tally.tally import tally
from newsroom.domain.tally.verdict import VerdictKind
from newsroom.exports.reports.reminder import ALL, reminders
from newsroom.exports.reports.report import report

_MARKS = {
    VerdictKind.MET: "=",
    VerdictKind.SHORT: "-",
    VerdictKind.OVER: "+",
    VerdictKind.RUNNING: "~",
    VerdictKind.AHEAD: "?",
    VerdictKind.REACHED: "^",
    VerdictKind.NOT_REACHED: "v",
    VerdictKind.NO_TARGET: ".",
}


@dataclass(frozen=True)
class Written:
    """The articles of one group: a digit for each month from `start` on, handed in on that day.

    Approved on the day itself by all whom the category asks for (`approved` False: by nobody),
    selected then for each office of `sent` and sent three days later, carried after another four.
    """

    by: str
    group: str
    category: str
    genre: Genre
    months: str
    day: int = 10
    sent: tuple[str, ...] = ()
    carried: tuple[str, ...] = ()
    start: str = ""
    approved: bool = True
    selected: bool = True
    sent_after: int = 3


def articles_of(mau: Sample, *streams: Written) -> list[Article]:
    """The articles of all streams, in their order."""
    return [one for number, w in enumerate(streams) for one in _articles(mau, w, number)]


def _articles(mau: Sample, w: Written, number: int) -> Iterator[Article]:
    plan = mau.plan
    months = [m for m in plan.months if m.code >= w.start]
    category = plan.category_register.find(w.category)[0]
    (author,) = plan.people.find(w.by)
    for month, digit in zip(months, w.months, strict=False):
        for n in range(int(digit)):
            on = month.first + timedelta(days=w.day - 1 + n)
            slug = f"bai-{number}-{month.code}-{n}"
            yield Article(
                path=f"tin-bai/{slug}.md",
                slug=slug,
                title=f"{plan.group(w.group).name}, {month.name.lower()}, bài {n + 1}",
                fingerprint=SEAL,
                on=on,
                submitted=on,
                is_submission_dated=True,
                groups=(plan.group(w.group),),
                authors=(author,),
                category=category,
                genre=w.genre,
                decisions=Decisions(approvals=tuple(approvals(mau, w, on)) if w.approved else ()),
                selections=tuple(
                    Selection(office=mau.school.office(code), by=plan.board[0].person.name, on=on)
                    for code in w.sent
                    if w.selected
                ),
                submissions=tuple(_submissions(mau, w, slug, on)),
            )


def approvals(mau: Sample, w: Written, on: date) -> Iterator[Approval]:
    """All that the category asks for, each by another person, the board's last; as the gate has it.

    Where the author alone holds a role a second member of the board writes for it (decision 33).
    """
    plan, group = mau.plan, mau.plan.group(w.group)
    (author,) = plan.people.find(w.by)
    taken = {author.code}
    roles = plan.category_register.find(w.category)[0].required_roles
    for line, role in enumerate(reversed(roles), start=1):
        if role == HEAD and (group.head is None or group.head.code in taken):
            continue
        able = [group.head] if role == HEAD else _holders(plan, role, on, taken)
        if role == BOARD and plan.principal_approves_last:
            able = [member.person for member in plan.principals]
        by = next(person for person in able if person and person.code not in taken)
        taken.add(by.code)
        yield Approval(by=by.name, on=on, role=role, seal=SEAL, line=line)


def _holders(plan, role: Role, on: date, taken: set[str]) -> list:
    held = [m.person for m in plan.board if m.may_approve_as(role, on)]
    if all(person.code in taken for person in held):
        return [m.person for m in reversed(plan.board) if m.may_approve_as(BOARD, on)]
    return held


def _submissions(mau: Sample, w: Written, slug: str, on: date) -> Iterator[Submission]:
    for kind, codes, days in (
        (SubmissionKind.SENT, w.sent, w.sent_after),
        (SubmissionKind.CARRIED, w.carried, 7),
    ):
        for code in codes:
            line = Submission(
                kind=kind, office=mau.school.office(code), on=on + timedelta(days=days)
            )
            yield replace(line, seal=line.seal_for(slug))


def figures(evaluation: Evaluation) -> dict[str, str]:
    """Every row of the tally: the cells of its periods in order, then its sums behind a bar."""
    (plan,) = evaluation.newsroom.plans
    return {
        row.code: " ".join(map(_cell, row.cells.values()))
        + "".join(f" | {_sum(cell)}" for cell in row.totals.values())
        for row in tally(plan, EventLog.of(evaluation)).rows
    }


def _cell(cell: Cell) -> str:
    by = cell.verdict.by or ""
    return f"{cell.count}{_MARKS[cell.verdict.kind]}{by}"


def _sum(cell: Cell) -> str:
    of = cell.aim if cell.target is None else cell.target
    return (
        _cell(cell)
        if of is None
        else _cell(cell).replace("", f"{cell.count}/{of}", 1)[:0]
        + (f"{cell.count}/{of}{_MARKS[cell.verdict.kind]}{cell.verdict.by or ''}")
    )


def due_days(mau: Sample) -> dict[str, list[str]]:
    """The days of each deadline of the plan, as 25/10/2024."""
    found: dict[str, list[str]] = {}
    for deadline in deadlines(mau.plan):
        found.setdefault(deadline.rule.code, []).append(f"{deadline.on:%d/%m/%Y}")
    return found


def reminded(evaluation: Evaluation, month: str) -> list[str]:
    """The lines of the month's message to everybody that name a day or something owed."""
    text = dict(reminders(evaluation, Month.parse(month)))[ALL]
    return [line for line in text.split("\n") if line.startswith(("Hạn", "•"))]


def points(evaluation: Evaluation, period: Period) -> dict[str, str]:
    """The points of each group that has any."""
    (plan,) = evaluation.newsroom.plans
    scores = scores_of_groups(plan, EventLog.of(evaluation), period)
    return {score.who.code: str(score.points) for score in scores if score.terms}


@dataclass(frozen=True)
class PaperOfYear:
    """A report as it reads: its text, and the rows of its table of quotas as “Tổ 1: 8/8 đạt”."""

    text: str
    quotas: list[str]

    @property
    def numbers(self) -> tuple[int, ...]:
        """Handed in, approved, published, sent, carried: as its sentence says it."""
        found = re.search(
            r"nhận (\d+) tin, bài; duyệt (\d+); đăng (\d+) .* gửi cấp trên (\d+) bài, được đăng"
            r" (\d+)",
            self.text,
        )
        assert found, self.text
        return tuple(map(int, found.groups()))


def paper(evaluation: Evaluation, period: Period, kind: PeriodKind) -> PaperOfYear:
    """The report of a period."""
    (plan,) = evaluation.newsroom.plans
    made = report(evaluation, Span(plan=plan, period=period, kind=kind))
    (table,) = (t for t in tables_of(made) if t[0][0] == "Chỉ tiêu")
    return PaperOfYear(words_of(made), [f"{row[1]}: {row[2]} {row[3]}" for row in table[1:]])
