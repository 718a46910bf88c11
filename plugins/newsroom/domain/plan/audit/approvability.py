"""The audit of the board: is there, for each category and group, somebody left who may approve?

It asks the gate itself, with an article that everybody who may has approved. So no rule about
roles stands here, and a rule that changes in the gate changes here.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from ...approval.approvers import heads_of
from ...approval.blocker import BlockerKind
from ...approval.gate import judge
from ...content.content_item import Article
from ...content.decisions import Approval, Decisions
from ..board import BOARD, HEAD, Role
from ..calendar import Period
from ..category import Category
from ..group import Group, Person
from ..plan import Plan
from .approval_lock import LAST_WORD, ApprovalLock
from .finding import PlanFinding, day_after

_SEAL = "0" * 12
# Somebody whom the plan does not name, for a group that names nobody.
_STRANGER = Person(code="", name="")


def approval_findings(plan: Plan) -> Iterator[PlanFinding]:
    """A finding for all that nobody may approve, with the days on which that is so."""
    days: dict[ApprovalLock, list[Period]] = defaultdict(list)
    for stretch in _stretches(plan):
        for lock in _locks_on(plan, stretch.first):
            known = days[lock]
            if known and day_after(known[-1].last) == stretch.first:
                known[-1] = _days(known[-1].first, stretch.last)
            else:
                known.append(stretch)
    for lock, found in days.items():
        for period in found:
            yield lock.finding(plan, period)


def _stretches(plan: Plan) -> Iterator[Period]:
    """The term, cut wherever somebody begins or ends on the board, or a group does."""
    bounds = [(body.first, body.last) for body in plan.board]
    bounds += [(body.first, body.last) for body in plan.groups]
    starts = {first for first, _ in bounds if first}
    starts |= {day_after(last) for _, last in bounds if last}
    cuts = sorted({plan.term.first, *filter(plan.term.contains, starts)})
    for first, following in zip(cuts, [*cuts[1:], day_after(plan.term.last)], strict=True):
        yield _days(first, date.fromordinal(following.toordinal() - 1))


def _days(first: date, last: date) -> Period:
    return Period(code=f"{first}", name=f"{first}", first=first, last=last)


def _locks_on(plan: Plan, day: date) -> Iterator[ApprovalLock]:
    """Everything that nobody may approve on that day, said as widely as it holds."""
    asked = _Asked(plan, day)
    groups = [group for group in plan.groups if group.exists_on(day)]
    found = {
        (n, group.code): asked.missing(category, group)
        for n, category in enumerate(plan.categories)
        for group in groups
    }
    dead = {key: roles[0] for key, roles in found.items() if all(roles)}
    yield from _of_groups(plan, dead, [group.code for group in groups])
    yield from _of_authors(plan, asked, groups, {key for key in found if key not in dead})


def _of_groups(
    plan: Plan, dead: Mapping[tuple[int, str], tuple[Role, ...]], groups: list[str]
) -> Iterator[ApprovalLock]:
    """Each combination of roles that stays empty: for all groups, or for those of whom it holds."""
    by_category: dict[tuple[tuple[str, ...], tuple[Role, ...]], list[int]] = defaultdict(list)
    for n in range(len(plan.categories)):
        of_roles: dict[tuple[Role, ...], list[str]] = defaultdict(list)
        for code in groups:
            if roles := dead.get((n, code)):
                of_roles[roles].append(code)
        for roles, codes in of_roles.items():
            by_category[() if len(codes) == len(groups) else tuple(codes), roles].append(n)
    for (whose, roles), categories in by_category.items():
        yield ApprovalLock(groups=whose, categories=tuple(categories), missing=roles)


def _of_authors(
    plan: Plan, asked: "_Asked", groups: list[Group], alive: set[tuple[int, str]]
) -> Iterator[ApprovalLock]:
    """People who cannot be published though others of their group can."""
    stuck: dict[tuple[str, tuple[Role, ...]], tuple[Person, str, dict[int, None]]] = {}
    for n, category in enumerate(plan.categories):
        for group in groups:
            for author in asked.writers(group) if (n, group.code) in alive else ():
                if roles := asked.missing_of(category, group, author):
                    known = stuck.setdefault((author.code, roles), (author, group.code, {}))
                    known[2][n] = None
    for (_, roles), (author, code, categories) in stuck.items():
        yield ApprovalLock(
            groups=(code,), categories=tuple(categories), missing=roles, author=author
        )


class _Asked:
    """The gate's answers of one day: the roles that stay empty for an article, each asked once."""

    def __init__(self, plan: Plan, day: date) -> None:
        self._plan, self._day = plan, day
        self._serving = [member for member in plan.board if member.serves_on(day)]
        self._known: dict[tuple[tuple[Role, ...], str, str], tuple[Role, ...]] = {}

    def writers(self, group: Group) -> tuple[Person, ...]:
        people = (*((group.head,) if group.head else ()), *group.members) or (_STRANGER,)
        return tuple({person.code: person for person in people}.values())

    def missing(self, category: Category, group: Group) -> list[tuple[Role, ...]]:
        """The roles that stay empty, for each of the group's people as the author."""
        return [self.missing_of(category, group, author) for author in self.writers(group)]

    def missing_of(self, category: Category, group: Group, author: Person) -> tuple[Role, ...]:
        roles = category.required_roles
        heads = heads_of([group.code], self._plan, self._day) if HEAD in roles else ()
        # People with no right of their own are all alike.
        approves = [*(member.person for member in self._serving), *heads]
        is_one = any(self._plan.are_one(author, person) for person in approves)
        key = (roles, heads[0].code if heads else "", author.code if is_one else "")
        if key not in self._known:
            self._known[key] = self._ask(category, group, author, heads)
        return self._known[key]

    def _ask(
        self, category: Category, group: Group, author: Person, heads: Iterable[Person]
    ) -> tuple[Role, ...]:
        given: list[tuple[Person, Role | None]] = [(head, HEAD) for head in heads]
        for member in self._serving:
            # Without a role a yes is for the board and whatever it stands in for, or for all else.
            of_another = [role for role in member.roles if role != BOARD]
            given += [(member.person, None)]
            given += [(member.person, role) for role in of_another if BOARD in member.roles]
        # The principal may have the last word.
        last = {member.person.code for member in self._plan.principals}
        given.sort(key=lambda pair: pair[0].code in last)
        approvals = (
            Approval(by=person.code, on=self._day, role=role, seal=_SEAL, line=line)
            for line, (person, role) in enumerate(given)
            if not self._plan.are_one(person, author)
        )
        article = Article(
            path="",
            slug="",
            title="",
            fingerprint=_SEAL,
            on=self._day,
            submitted=self._day,
            groups=(group,),
            authors=(author,),
            category=category,
            decisions=Decisions(approvals=tuple(approvals)),
        )
        judged = judge(article, [self._plan], self._day)
        lacks_last_word = any(r.kind is BlockerKind.NO_LAST_WORD for r in judged.reasons)
        return judged.open_roles or ((LAST_WORD,) if lacks_last_word else ())
