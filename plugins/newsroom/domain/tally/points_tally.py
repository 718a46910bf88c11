"""Points for what was written (điểm thi đua). Requirements E1 to E5.

Pure sums: every score is a tuple of terms, and every term names what earned it. Groups' scores
may be shown wherever their tallies are; those of individuals are for the desk alone.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Generic, TypeVar

from ..plan.calendar import Period
from ..plan.group import Group, Person
from ..plan.measure import Sum, declaration_of
from ..plan.plan import Plan
from ..plan.points import PointRule
from .arrivals import Arrivals, arrivals_of
from .contributions import Contribution, EventLog

W = TypeVar("W", Group, Person)


@dataclass(frozen=True, kw_only=True)
class Term:
    """One summand of a score: the rule that paid, and for what it did.

    The article of the event may be withheld from the public (broken, or approved and due later):
    show its title only where `article.is_public`, or at the desk.
    """

    rule: PointRule
    event: Contribution

    @property
    def points(self) -> Decimal:
        return self.rule.points * self.event.amount


@dataclass(frozen=True, kw_only=True)
class Score(Generic[W]):
    """The points of a group or a person in a period: the sum of its terms, oldest first."""

    who: W
    period: Period
    terms: tuple[Term, ...]

    @property
    def points(self) -> Decimal:
        return sum((term.points for term in self.terms), Decimal(0))


@dataclass(frozen=True, kw_only=True)
class Placed(Generic[W]):
    """A score with its place (hạng), counted from 1; equal scores share one (1, 2, 2, 4)."""

    place: int
    score: Score[W]


def scores_of_groups(plan: Plan, ledger: EventLog, period: Period) -> tuple[Score[Group], ...]:
    """The score of every group of the plan that exists in the period, in the plan's order.

    An article of two groups pays for both, as it counts for both in the tally.
    """
    groups = [g for g in plan.groups if g.exists_between(period.first, period.last)]
    terms = _terms_by(plan, ledger, period, lambda event: event.groups, are_groups=True)
    return tuple(Score(who=g, period=period, terms=terms.get(g.code, ())) for g in groups)


def scores_of_people(plan: Plan, ledger: EventLog, period: Period) -> tuple[Score[Person], ...]:
    """The score of everybody whom the plan names, by given name. Desk only.

    Each of several authors gets the whole points.
    """
    terms = _terms_by(plan, ledger, period, lambda event: event.authors, are_groups=False)
    return tuple(
        Score(who=p, period=period, terms=terms.get(p.code, ())) for p in plan.people_in_order
    )


def ranking(scores: Iterable[Score[W]]) -> tuple[Placed[W], ...]:
    """Best first; equal ones as they come: groups in the plan's order, people by given name."""
    in_order = sorted(scores, key=lambda score: -score.points)
    points = [score.points for score in in_order]
    return tuple(Placed(place=points.index(s.points) + 1, score=s) for s in in_order)


def _terms_by(
    plan: Plan,
    ledger: EventLog,
    period: Period,
    whose: Callable[[Contribution], Iterable[str]],
    *,
    are_groups: bool,
) -> dict[str, tuple[Term, ...]]:
    """The terms of each group or person, by code. A group is on time by its own duties."""
    needs_arrivals = any(rule.is_punctual is not None for rule in plan.points)
    arrivals = arrivals_of(plan, ledger) if needs_arrivals else Arrivals({})
    found: dict[str, dict[tuple[int, str, str], Term]] = defaultdict(dict)
    for n, rule in enumerate(plan.points):
        for event in _paid(rule, plan, ledger, period):
            term = Term(rule=rule, event=event)
            # Sent twice to one office, it is still sent once: the first time pays.
            by_place = declaration_of(rule.measure).sum is Sum.POINTS_BY_DESTINATION
            once = (n, event.thing, event.destination if by_place else "")
            for code in whose(event):
                was_on_time = arrivals.is_on_time(event, code if are_groups else None)
                if rule.is_punctual in (None, was_on_time):
                    found[code].setdefault(once, term)
    return {code: tuple(sorted(terms.values(), key=_age)) for code, terms in found.items()}


def _paid(rule: PointRule, plan: Plan, ledger: EventLog, period: Period) -> Iterator[Contribution]:
    """The contributions that a rule pays for in a period: none without all its approvals.

    Nobody is paid for what an import brought from the years before.
    """
    for event in ledger.within(rule.measure, period):
        is_approved = event.article is None or event.article.approved
        is_imported = event.article is not None and event.article.import_file
        if is_imported:
            continue
        if plan.term.contains(event.on) and is_approved and event.answers(rule):
            yield event


def _age(term: Term) -> tuple[date, str, str]:
    return term.event.on, term.event.thing, term.event.destination
