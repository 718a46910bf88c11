"""Everything that `check` says: what is wrong, and what was written without effect."""

from collections.abc import Iterator

from ..domain.approval import DecisionKind
from ..domain.article import Article, Manuscript
from ..domain.dates import in_numbers
from ..domain.gate import sound_corrections
from ..domain.newsroom import Review
from ..domain.problem import Level, Problem
from ..domain.reason import Reason, ReasonKind
from ..vocabulary import reason_in_words

# Reasons that come from a line somebody wrote, and so can be pointed at.
_OF_A_LINE = (
    ReasonKind.AMBIGUOUS,
    ReasonKind.NOT_ON_BOARD,
    ReasonKind.NO_RIGHT,
    ReasonKind.SELF_APPROVED,
    ReasonKind.FUTURE_APPROVAL,
    ReasonKind.NO_SEAL,
    ReasonKind.EDITED,
)


def all_problems(review: Review) -> tuple[Problem, ...]:
    """The problems of the content, links that are lost for now, and approvals without effect."""
    if review.newsroom.foundation_problems:
        # Behind a broken plan every approval would seem to be by a stranger.
        return review.newsroom.all_problems
    found = {
        *review.newsroom.all_problems,
        *review.lost_links,
        *_idle_approvals(review),
        *_unshown(review),
    }
    return tuple(sorted(found, key=lambda problem: problem.place))


def _idle_approvals(review: Review) -> Iterator[Problem]:
    """A warning for each approval that keeps its article waiting because it does not count."""
    for held in review.withheld:
        path = held.docket.path
        for reason in held.reasons:
            if reason.kind in _OF_A_LINE:
                yield Problem(
                    review.newsroom.label(path),
                    _line(review.newsroom.read(path), reason),
                    f"Lần duyệt này chưa có hiệu lực: {reason_in_words(reason)}.",
                    _remedy(review, reason),
                    Level.WARNING,
                )


def _unshown(review: Review) -> Iterator[Problem]:
    """A warning for each correction that no board member signed, and for dates that lie ahead."""
    newsroom, today = review.newsroom, review.publication.today
    for docket in (*newsroom.articles, *newsroom.pages):
        if not docket.has_unshown:
            continue
        manuscript = newsroom.read(docket.path)
        sound = sound_corrections(manuscript, newsroom.plans, today)
        for correction in manuscript.decisions.of(DecisionKind.CORRECTED):
            if correction not in sound and correction.on:
                yield Problem(
                    newsroom.label(manuscript.path),
                    correction.line,
                    "Đính chính này chưa hiện: người ký không thuộc ban biên tập của ngày đó,"
                    " hoặc ngày chưa tới.",
                    "Ghi tên một người trong ban biên tập và ngày đã qua.",
                    Level.WARNING,
                )
        if isinstance(manuscript, Article):
            for dispatch in manuscript.dispatches:
                if dispatch.on > today:
                    yield Problem(
                        newsroom.label(manuscript.path),
                        1,
                        f"Ngày {in_numbers(dispatch.on)} ở dòng gửi/được đăng chưa tới.",
                        "Sửa lại ngày.",
                        Level.WARNING,
                    )


def _line(manuscript: Manuscript, reason: Reason) -> int:
    return next(
        (
            approval.line
            for approval in manuscript.decisions.approvals
            if (approval.by, approval.on) == (reason.who, reason.on)
        ),
        1,
    )


def _remedy(review: Review, reason: Reason) -> str:
    plan = review.newsroom.plan_on(reason.on) if reason.on else None
    if reason.kind is ReasonKind.AMBIGUOUS and plan:
        codes = " hoặc ".join(person.code for person in plan.people.find(reason.who))
        return f"Ghi mã thay cho tên: {codes}."
    if reason.kind is ReasonKind.NOT_ON_BOARD and plan:
        like = plan.board_register.nearest(reason.who)
        return f"Có phải là “{like}”?" if like else "Nhờ một người trong ban biên tập duyệt."
    if reason.kind is ReasonKind.NO_RIGHT and plan:
        member = plan.member(reason.who, reason.on) if reason.on else None
        roles = ", ".join(role.name for role in member.roles) if member else ""
        return f"Người này được duyệt: {roles}. Sửa vai trò ghi sau ngày, hoặc bỏ đi."
    return "Nhờ người khác trong ban biên tập duyệt, hoặc duyệt lại."
