"""A decision that stands already: a command that is run twice writes once."""

from ...domain.content.decisions import DecisionKind
from ...domain.plan.board import BoardMember
from ...domain.site.article_record import ArticleRecord
from ...domain.text.vietnamese import fold
from ...intake.header.lines import split_names
from .board_desk import Desk


def is_decided(
    desk: Desk, kind: DecisionKind, record: ArticleRecord, member: BoardMember, reason: str
) -> bool:
    """True where the same person's decision of today, for the same reason, holds already."""
    newsroom = desk.evaluation.newsroom
    plan = newsroom.plan_on(desk.today)
    decisions = newsroom.read(record.path).decisions
    # A return that was answered holds no longer: the same words below the answer are new.
    returned = decisions.standing_return
    given = decisions.of(kind) if kind is not DecisionKind.RETURNED else filter(None, (returned,))
    meant = _meant(desk, kind, reason)
    return any(
        one.on == desk.today
        and _meant(desk, kind, one.reason) == meant
        and plan is not None
        and plan.member(one.by, desk.today) == member
        for one in given
    )


def _meant(desk: Desk, kind: DecisionKind, reason: str) -> object:
    """The meaning of the words behind the date, spaced in any way; of a selection, the offices."""
    if kind is not DecisionKind.SELECTED:
        return fold(reason)
    offices = desk.evaluation.newsroom.school.office_register
    names = split_names(reason, lambda name: bool(offices.find(name)))
    return {
        office.code
        for name in names
        for office in offices.find(name)
        if office.exists_on(desk.today)
    }
