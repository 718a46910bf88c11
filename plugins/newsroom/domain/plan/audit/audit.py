"""The audit of plans: everything that they ask for and that cannot be so, with the line to type.

Only a deadlock of today is an error: an article that nobody may approve. All else is advice, and
so is everything about years gone by (decision 34).
"""

from collections.abc import Iterator, Sequence
from datetime import date

from ...problem import Level, Problem
from ..plan import Plan, plan_on
from ..school import School
from .approvability import approval_findings
from .bodies import body_findings
from .destinations import destination_findings
from .finding import PlanFinding
from .periods import period_findings
from .quotas import quota_findings
from .school_facts import school_findings
from .succession import end_findings, gap_findings


def audit_of(plan: Plan, school: School) -> Iterator[PlanFinding]:
    """The findings within one plan."""
    yield from period_findings(plan)
    yield from quota_findings(plan)
    yield from _approval_findings(plan)
    yield from body_findings(plan)
    yield from destination_findings(plan, school)


def audited(plans: Sequence[Plan], school: School, today: date) -> tuple[Problem, ...]:
    """The problems of all plans and of the school file, in the order of place."""
    found = [_said(plan, finding, today) for plan in plans for finding in audit_of(plan, school)]
    beside = (*gap_findings(plans), *end_findings(plans, today))
    found += [_said(plan, finding, today) for plan, finding in beside]
    found += [
        finding.as_problem(school.path, school.line(*finding.place), today)
        for finding in school_findings(school, today)
    ]
    return tuple(sorted(found, key=lambda problem: problem.place))


def deadlocks(plans: Sequence[Plan], today: date) -> tuple[Problem, ...]:
    """The errors among them, without asking for all else: whatever is built asks for these."""
    plan = plan_on(plans, today)
    found = _approval_findings(plan) if plan else ()
    return tuple(
        _said(plan, finding, today)
        for finding in found
        if plan and finding.level_on(today) is Level.ERROR
    )


def _approval_findings(plan: Plan) -> Iterator[PlanFinding]:
    """The findings of a board that is whole. Of one that is not, its open places are told."""
    return iter(()) if plan.waits_for("board") else approval_findings(plan)


def _said(plan: Plan, finding: PlanFinding, today: date) -> Problem:
    return finding.as_problem(plan.path, plan.line(*finding.place), today)
