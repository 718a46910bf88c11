"""The desk's queue: at what stage each withheld item stands, and who has to act."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from ..approval.approvers import is_vacant, who_has_the_last_word, who_may_fill
from ..approval.blocker import BlockerKind
from ..approval.deciding import name_to_write
from ..approval.import_approval import who_may_approve_imports
from ..content.decisions import Approval
from ..names.name_order import people_in_order
from ..plan.board import BOARD, Role
from ..plan.group import Person
from ..plan.plan import Plan, plan_on
from ..site.article_record import ArticleRecord


class Stage(Enum):
    """The stage of an item, in the order in which the board wants to see the stages."""

    WAITING = "waiting"
    IMPORT = "import waiting"
    HALF_APPROVED = "half approved"
    EDITED = "edited"
    VOID = "approved without effect"
    RETURNED = "returned"
    BROKEN = "broken"
    NO_CONSENT = "no consent"
    SCHEDULED = "scheduled"
    WITHDRAWN = "withdrawn"


_STAGES = {
    BlockerKind.WITHDRAWN: Stage.WITHDRAWN,
    BlockerKind.BROKEN: Stage.BROKEN,
    BlockerKind.RETURNED: Stage.RETURNED,
    BlockerKind.EDITED: Stage.EDITED,
    BlockerKind.MISSING_ROLE: Stage.HALF_APPROVED,
    BlockerKind.NO_LAST_WORD: Stage.HALF_APPROVED,
    BlockerKind.IMPORT_VOID: Stage.IMPORT,
    BlockerKind.IMPORT_WAITING: Stage.IMPORT,
    BlockerKind.IMPORT_EDITED: Stage.EDITED,
    BlockerKind.IMPORT_AHEAD: Stage.WAITING,
    BlockerKind.WAITING: Stage.WAITING,
    BlockerKind.NO_CONSENT: Stage.NO_CONSENT,
    BlockerKind.SCHEDULED: Stage.SCHEDULED,
}


def stage_of(record: ArticleRecord) -> Stage:
    """The stage that the first of its reasons makes. The record must be withheld."""
    return _STAGES.get(record.reasons[0].kind, Stage.VOID)


class Act(Enum):
    """An act that somebody has to do next."""

    MEND = "mend the errors"
    REVISE = "revise as asked"
    ASK = "ask for the consent to its pictures"
    HAND_IN = "say when it was handed in, for nobody can approve it yet"
    APPROVE = "approve"
    APPROVE_LAST = "give the last approval"
    APPROVE_IMPORT = "approve the import that brought it"


@dataclass(frozen=True, kw_only=True)
class NextStep:
    """A step that has to be done, and by whom: any one of `who`.

    For an approval `role` is the one to be filled and `approvals` what each of them would write;
    `is_stand_in` tells that nobody but authors holds it, so that a second member of the board has
    to fill it.
    """

    act: Act
    who: tuple[str, ...]
    role: Role | None = None
    approvals: tuple[Approval, ...] = ()
    is_stand_in: bool = False


def next_steps(record: ArticleRecord, plans: Sequence[Plan], today: date) -> tuple[NextStep, ...]:
    """The steps that move a withheld item on; none where only time or nobody can."""
    match stage_of(record):
        case Stage.WITHDRAWN | Stage.SCHEDULED:
            return ()
        case Stage.BROKEN:
            return (NextStep(act=Act.MEND, who=_writers(record)),)
        case Stage.NO_CONSENT:
            return (NextStep(act=Act.ASK, who=_writers(record)),)
        case Stage.IMPORT:
            plan = plan_on(plans, today)
            people = who_may_approve_imports(plan, today) if plan else ()
            names = tuple(person.name for person in people_in_order(people))
            return (NextStep(act=Act.APPROVE_IMPORT, who=names),)
        case Stage.RETURNED:
            return (NextStep(act=Act.REVISE, who=_writers(record)),)
        case _ if record.approvable_from and today < record.approvable_from:
            return (NextStep(act=Act.HAND_IN, who=_writers(record)),)
        case _:
            return tuple(_approvals(record, plans, today))


def _writers(record: ArticleRecord) -> tuple[str, ...]:
    return tuple(ref.name for ref in record.authors or record.groups)


def _approvals(record: ArticleRecord, plans: Sequence[Plan], today: date) -> Iterator[NextStep]:
    plan, authors = plan_on(plans, today), tuple(_authors(record, plans))
    groups = [group.code for group in record.groups]

    def step(act: Act, role: Role, people: Sequence[Person], *, is_stand_in: bool) -> NextStep:
        return NextStep(
            act=act,
            role=role,
            who=tuple(person.name for person in people),
            approvals=tuple(
                Approval(
                    by=name_to_write(person, plans, today),
                    on=today,
                    role=None if role == BOARD else role,
                    seal=record.fingerprint,
                )
                for person in people
            ),
            is_stand_in=is_stand_in,
        )

    for role in record.open_roles:
        people = people_in_order(who_may_fill(role, authors, groups, plan, today)) if plan else ()
        # Two roles take two people; who holds this one alone may give the other one up.
        others = tuple(person for person in people if person.code not in record.approved_by)
        is_vacant_role = plan is not None and is_vacant(role, authors, groups, plan, today)
        yield step(Act.APPROVE, role, others or people, is_stand_in=is_vacant_role)
    last = who_has_the_last_word(authors, plan, today) if plan else ()
    if last:
        yield step(Act.APPROVE_LAST, BOARD, last, is_stand_in=False)


def _authors(record: ArticleRecord, plans: Sequence[Plan]) -> Iterator[Person]:
    """The authors as the plan of its day knows them: today's may call them by another code."""
    plan, codes = plan_on(plans, record.on), {author.code for author in record.authors}
    return (person for person in plan.people if person.code in codes) if plan else iter(())
