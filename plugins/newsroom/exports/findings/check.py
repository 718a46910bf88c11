"""Everything that `check` says: what is wrong, and what was written without effect."""

from collections.abc import Iterator
from datetime import date, timedelta

from ...domain.approval.blocker import Blocker, BlockerFamily, BlockerKind
from ...domain.approval.first_look import late_first_look
from ...domain.approval.gate import sound_corrections
from ...domain.approval.ledger import ledger_fault
from ...domain.content.content_item import Article, ContentItem
from ...domain.content.decisions import Decision, DecisionKind
from ...domain.message import Message
from ...domain.plan.board import HEAD
from ...domain.problem import Level, Problem
from ...domain.records.disclosure import KEPT_YEARS, taken_down_early
from ...domain.site.publication import Evaluation
from ...domain.text.dates import in_numbers
from ...vocabulary.approval import reason_in_words
from ...vocabulary.publisher import nouns_of
from .remedies import fault_of_line, remedy

_SAID_OF_A_TEXT = (BlockerKind.EDITED, BlockerKind.IMPORT_EDITED, BlockerKind.IMPORT_AHEAD)


def _is_of_a_line(kind: BlockerKind) -> bool:
    """True for a reason that comes from a line somebody wrote, and so can be pointed at."""
    if kind is BlockerKind.IMPORT_VOID:
        # That is told once, where its decision stands, and not at each of its articles.
        return False
    return kind.family is BlockerFamily.VOID_APPROVAL or kind in _SAID_OF_A_TEXT


def all_problems(evaluation: Evaluation) -> tuple[Problem, ...]:
    """The problems of the content, links that are lost for now, and approvals without effect."""
    if evaluation.newsroom.config_problems:
        # Behind a broken plan every approval would seem to be by a stranger.
        return evaluation.newsroom.all_problems
    found = {
        *evaluation.newsroom.all_problems,
        *evaluation.blocking_errors,
        *evaluation.lost_links,
        *_idle_approvals(evaluation),
        *_unshown(evaluation),
        *_taken_down_early(evaluation),
    }
    return tuple(sorted(found, key=lambda problem: problem.place))


def returned_articles(evaluation: Evaluation) -> Iterator[Problem]:
    """A piece of advice for each article that was given back: who, when and why, at that line."""
    for held in evaluation.withheld:
        kinds = {reason.kind for reason in held.reasons}
        if BlockerKind.RETURNED in kinds and BlockerKind.WITHDRAWN not in kinds:
            reason = next(r for r in held.reasons if r.kind is BlockerKind.RETURNED)
            decision = evaluation.newsroom.read(held.record.path).decisions.standing_return
            said = reason_in_words(reason, nouns_of(evaluation.newsroom.school))
            yield Problem(
                evaluation.newsroom.label(held.record.path),
                decision.line if decision else 1,
                said.reworded(f"{said.rstrip('.')}."),
                _after_a_return(decision, evaluation.publication.today),
                Level.ADVICE,
            )


def _after_a_return(decision: Decision | None, today: date) -> str:
    if decision and decision.on and decision.on > today:
        return (
            "Ngày ở dòng này chưa tới, nên trước ngày ấy không lời duyệt nào thay được nó. Người"
            " trả lại sửa ngày ở dòng này; sửa bài xong thì báo người duyệt."
        )
    return "Sửa xong, báo người duyệt; giữ nguyên dòng này."


def late_first_looks(evaluation: Evaluation) -> Iterator[Problem]:
    """A piece of advice where the head of a group looked at an article after the board.

    Only under the plan in force, and only where a category asks for that look: what is long over
    teaches nobody.
    """
    newsroom, today = evaluation.newsroom, evaluation.publication.today
    plan = newsroom.plan_on(today)
    head = nouns_of(newsroom.school).head
    asking = {c.code for c in plan.categories if HEAD in c.extra_roles} if plan else set()
    for record in newsroom.articles if plan and asking else ():
        if record.category.code not in asking or newsroom.plan_on(record.on) != plan:
            continue
        if late := late_first_look(newsroom.read(record.path), newsroom.plans, today):
            yield Problem(
                newsroom.label(record.path),
                late.line,
                Message(
                    "NR-GATE-021",
                    f"Lời duyệt của {head} đứng sau ban biên tập, trong khi kế hoạch giao {head}"
                    " xem trước. Hai lời duyệt vẫn có hiệu lực.",
                ),
                f"Bài này không phải làm gì; lần sau nhờ {head} xem trước rồi mới trình.",
                Level.ADVICE,
            )


def _idle_approvals(evaluation: Evaluation) -> Iterator[Problem]:
    """A warning for each approval that keeps its article waiting because it does not count."""
    nouns = nouns_of(evaluation.newsroom.school)
    for held in evaluation.withheld:
        path = held.record.path
        # Of a file that cannot be read the name and the seal of a line are a guess.
        for reason in held.reasons if held.record.fingerprint else ():
            if _is_of_a_line(reason.kind):
                plans, today = evaluation.newsroom.plans, evaluation.publication.today
                item = evaluation.newsroom.read(path)
                said = reason_in_words(reason, nouns)
                yield Problem(
                    evaluation.newsroom.label(path),
                    _line(item, reason),
                    said.reworded(f"Lần duyệt này chưa có hiệu lực: {said}."),
                    remedy(item, plans, reason, today),
                    Level.WARNING,
                )


def _unshown(evaluation: Evaluation) -> Iterator[Problem]:
    """A warning for each correction that no board member signed, and for dates that lie ahead."""
    newsroom, today = evaluation.newsroom, evaluation.publication.today
    for record in newsroom.content_items:
        if not record.has_unshown:
            continue
        item = newsroom.read(record.path)
        sound = sound_corrections(item, newsroom.plans, today)
        for correction in item.decisions.of(DecisionKind.CORRECTED):
            if correction not in sound and correction.on:
                yield Problem(
                    newsroom.label(item.path),
                    correction.line,
                    Message(
                        "NR-GATE-001",
                        "Đính chính này chưa hiện: người ký không thuộc ban biên tập của ngày đó,"
                        " có nhiều người cùng tên ấy, hoặc ngày chưa tới.",
                    ),
                    "Ghi tên (hoặc mã) một người trong ban biên tập và ngày đã qua.",
                    Level.WARNING,
                )
        if isinstance(item, Article):
            for dispatch in item.submissions:
                if fault := ledger_fault(dispatch, item, newsroom.plans, today):
                    message, hint = fault_of_line(fault, dispatch, item.slug)
                    label = newsroom.label(item.path)
                    yield Problem(label, dispatch.line, message, hint, Level.WARNING)


def _taken_down_early(evaluation: Evaluation) -> Iterator[Problem]:
    """A warning for each disclosed document that left the site before its five years were over."""
    newsroom = evaluation.newsroom
    starts_in = newsroom.school.year_starts_in
    documents = newsroom.documents
    for record, until in taken_down_early(documents, evaluation.publication.today, starts_in):
        withdrawals = newsroom.read(record.path).decisions.of(DecisionKind.WITHDRAWN)
        yield Problem(
            newsroom.label(record.path),
            withdrawals[0].line,
            Message(
                "NR-DOCUMENT-001", f"Nội dung công khai này bị gỡ khi chưa đủ {KEPT_YEARS} năm."
            ),
            f"Xóa dòng gỡ để giữ trên trang đến hết ngày {in_numbers(until - timedelta(days=1))};"
            " nếu có bản thay thế thì ghi bản ấy bằng dòng  thay thế: …",
            Level.WARNING,
        )


def _line(item: ContentItem, reason: Blocker) -> int:
    return next(
        (
            approval.line
            for approval in item.decisions.approvals
            if (approval.by, approval.on) == (reason.who, reason.on)
        ),
        1,
    )
