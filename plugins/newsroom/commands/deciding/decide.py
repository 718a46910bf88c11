"""approve, return, withdraw, correct, select: a decision, written into the header."""

from collections.abc import Iterable, Iterator, Sequence

from ...building.errors import BuildRefused
from ...domain.approval.blocker import Blocker, BlockerKind
from ...domain.approval.deciding import approval_or_reason, is_given, with_approval
from ...domain.approval.first_look import comes_before_the_head
from ...domain.approval.gate import judge
from ...domain.content.content_item import ContentItem
from ...domain.content.decisions import Approval, DecisionKind
from ...domain.message import Message
from ...domain.plan.board import BoardMember, Role
from ...domain.plan.school import ParentOffice
from ...domain.site.article_record import ArticleRecord
from ...domain.text.dates import in_numbers
from ...domain.text.vietnamese import clean
from ...exports.findings.terminal import problem_lines
from ...intake.header.lines import split_names
from ...vocabulary.approval import approval_in_words, reason_in_words, role_named
from ...vocabulary.fields.board_fields import BoardField
from ...vocabulary.header import FIELD_OF_DECISION, HEADER
from ...vocabulary.words import shown
from ..papers.parent_offices import several_offices
from .board_desk import Desk
from .decision_words import DONE, UNDONE, words_of
from .item_files import HeaderEdit, header_edit, write_fact
from .repeated import is_decided
from .several import each_in_turn, each_or_none

__all__ = ["Desk", "approve", "decide", "select", "write_decision"]


def approve(desk: Desk, paths: Iterable[str], by: str, role: str = "") -> None:
    """Seal and write one person's yes into each of these. Raises BuildRefused.

    All are looked at before the first is written: where one is refused, none is.
    """
    desk.named(by)
    wanted = role_named(role) if role else None
    records = desk.records(paths, UNDONE)
    planned = each_or_none(
        records,
        lambda record: _planned_approval(desk, record, by, wanted),
        desk.label,
        UNDONE,
    )
    for record, _, _ in planned:
        for line in told_of_children(desk, record):
            desk.say(line)
    each_in_turn(
        planned,
        lambda plan: write_decision(desk, *plan),
        lambda plan: desk.label(plan[0]),
        UNDONE,
    )


def told_of_children(desk: Desk, record: ArticleRecord) -> Iterator[str]:
    """Lines on what an article tells of children: whoever approves is to know before the yes."""
    from ...intake.content.advice.advice import advise_on_children

    found = advise_on_children(record.path, desk.evaluation.newsroom, desk.today)
    if lines := problem_lines(found):
        yield f"Trước khi duyệt, xin xem lại:\n{lines}"


def _planned_approval(
    desk: Desk, record: ArticleRecord, by: str, role: Role | None
) -> tuple[ArticleRecord, ContentItem, Approval]:
    item, approval = _approval(desk, record, by, role)
    if not is_given(approval, item, desk.evaluation.newsroom.plans, desk.today):
        # Where no line can be put in, none of the others is written.
        header_edit(
            desk.evaluation.newsroom, record, BoardField.APPROVED, _approval_words(desk, approval)
        )
    return record, item, approval


def _approval_words(desk: Desk, approval: Approval) -> str:
    desk.sure_of(approval.by)
    return approval_in_words(approval, desk.nouns)


def _approval(
    desk: Desk, record: ArticleRecord, by: str, role: Role | None
) -> tuple[ContentItem, Approval]:
    newsroom = desk.evaluation.newsroom
    item, label = newsroom.read(record.path), desk.label(record)
    if record.problems and any(p.is_error for p in record.problems):
        errors = problem_lines(p for p in record.problems if p.is_error)
        raise BuildRefused(
            errors,
            Message(
                "NR-DECIDE-005", f"{label}: bài còn lỗi nên chưa duyệt được. Sửa xong rồi duyệt."
            ),
        )
    if any(reason.kind is BlockerKind.WITHDRAWN for reason in record.reasons):
        raise BuildRefused(
            Message(
                "NR-DECIDE-006", f"{label}: bài đã gỡ. Muốn đăng lại thì xóa dòng “gỡ:” rồi duyệt."
            )
        )
    _refuse_before_a_return_ahead(desk, item, label)
    found = approval_or_reason(item, newsroom.plans, desk.today, by=by, role=role)
    if isinstance(found, Blocker):
        refusal = desk.refusal(found, item)
        raise BuildRefused(refusal.reworded(f"{label}: {refusal}"))
    return item, found


def _refuse_before_a_return_ahead(desk: Desk, item: ContentItem, label: str) -> None:
    """No yes of today answers a return of a day to come."""
    back = item.decisions.standing_return
    if back and back.on and back.on > desk.today:
        raise BuildRefused(
            Message(
                "NR-DECIDE-019",
                f"{label}:{back.line}: dòng trả lại ghi ngày {in_numbers(back.on)} chưa tới, nên"
                " lời duyệt hôm nay không thay được nó.\n    → Nhờ người trả lại sửa ngày ở dòng ấy"
                " rồi duyệt.",
            )
        )


def write_decision(
    desk: Desk, record: ArticleRecord, item: ContentItem, approval: Approval
) -> None:
    """Write an approval that counts, and say what the article still lacks."""
    plans, label = desk.evaluation.newsroom.plans, desk.label(record)
    if is_given(approval, item, plans, desk.today):
        desk.say(f"{label}: {approval.by} đã duyệt rồi, không ghi thêm.")
    else:
        words = _approval_words(desk, approval)
        write_fact(desk.evaluation.newsroom, record, BoardField.APPROVED, words)
        desk.say(f"{DONE} {label}\n    {shown(HEADER, BoardField.APPROVED)}: {words}")
        if approval.role is None and comes_before_the_head(item, plans, desk.today):
            head = desk.nouns.head
            desk.say(
                f"    Kế hoạch giao {head} xem trước, mà {head} chưa xem; lời duyệt này vẫn tính."
            )
        item = with_approval(item, approval)
    reasons = judge(item, plans, desk.now).reasons
    if reasons:
        desk.say(
            "\n".join(f"    Còn: {reason_in_words(reason, desk.nouns)}." for reason in reasons)
        )
    else:
        desk.say("    Bài đã đủ lời duyệt: lần publish tới sẽ lên trang.")


def decide(desk: Desk, kind: DecisionKind, paths: Iterable[str], by: str, why: str) -> None:
    """Write `Name, date, reason` under the key of that decision into each file.

    Where that very line stands already none is added. Raises BuildRefused.
    """
    member, reason = desk.member(by), " ".join(clean(why).split())
    if not reason:
        raise BuildRefused(
            Message(
                "NR-DECIDE-007",
                f'Thiếu lý do.\n    → Thêm  --why "…"; lý do được ghi vào dòng {_key(kind)}.',
            )
        )
    records = desk.records(paths, words_of(kind).undone)
    _write_decision(desk, kind, records, member, reason)


def _write_decision(
    desk: Desk,
    kind: DecisionKind,
    records: Sequence[ArticleRecord],
    member: BoardMember,
    reason: str,
) -> None:
    words = f"{desk.name(member)}, {in_numbers(desk.today)}, {reason}"

    def looked_at(record: ArticleRecord) -> HeaderEdit | str:
        """The edit to make, or the label of a file that needs none."""
        if is_decided(desk, kind, record, member, reason):
            return desk.label(record)
        if kind is DecisionKind.RETURNED:
            _refuse_approvals_ahead(desk, record)
        if kind is DecisionKind.CORRECTED and not record.is_public:
            raise BuildRefused(
                Message(
                    "NR-DECIDE-008",
                    f"{desk.label(record)}: bài chưa đăng nên không cần đính chính; cứ sửa trong"
                    " bài.",
                )
            )
        return header_edit(desk.evaluation.newsroom, record, FIELD_OF_DECISION[kind], words)

    def done(edit: HeaderEdit | str) -> None:
        if isinstance(edit, str):
            desk.say(f"{edit}: đã có dòng này, không ghi thêm.\n    {_key(kind)}: {words}")
            return
        edit.write()
        desk.say(f"{words_of(kind).done} {edit.label}\n    {_key(kind)}: {words}")

    edits = each_or_none(records, looked_at, desk.label, words_of(kind).undone)
    each_in_turn(
        edits,
        done,
        lambda edit: edit if isinstance(edit, str) else edit.label,
        words_of(kind).undone,
    )
    desk.say(words_of(kind).afterwards)


def _refuse_approvals_ahead(desk: Desk, record: ArticleRecord) -> None:
    """An approval of a day to come would answer today's return when that day is there."""
    approvals = desk.evaluation.newsroom.read(record.path).decisions.approvals
    ahead = next((approval for approval in approvals if approval.on > desk.today), None)
    if ahead:
        raise BuildRefused(
            Message(
                "NR-DECIDE-009",
                f"{desk.label(record)}:{ahead.line}: dòng duyệt ghi ngày {in_numbers(ahead.on)}"
                f" chưa tới; để lại thì tới ngày ấy bài tự lên trang.\n    → Xóa dòng ấy rồi trả"
                " lại.",
            )
        )


def select(desk: Desk, paths: Iterable[str], by: str, to: str) -> None:
    """Select approved articles for offices, as the school file names them. Raises BuildRefused."""
    offices = desk.evaluation.newsroom.school.office_register
    today = [office for office in offices if office.exists_on(desk.today)]
    names = split_names(to, lambda name: bool(offices.find(name)))

    def meant(name: str) -> list[ParentOffice]:
        return [office for office in offices.find(name) if office in today]

    for name in names:
        if len(meant(name)) > 1:
            raise several_offices(name, meant(name))
    found = [office for name in names for office in meant(name)]
    if not names or len(found) < len(names):
        known = ", ".join(office.short_name for office in today)
        raise BuildRefused(
            Message("NR-DECIDE-010", f'Gửi cho ai? Thêm  --to "…", một hay nhiều trong: {known}.')
        )

    def fit(record: ArticleRecord) -> ArticleRecord:
        if not record.is_article:
            raise BuildRefused(
                Message(
                    "NR-DECIDE-011",
                    f"{desk.label(record)}: chỉ tin, bài mới chọn gửi cấp trên được.",
                )
            )
        if not record.is_public:
            raise BuildRefused(
                Message(
                    "NR-DECIDE-012",
                    f"{desk.label(record)}: bài chưa được đăng nên chưa chọn gửi được.",
                )
            )
        return record

    undone = words_of(DecisionKind.SELECTED).undone
    records = each_or_none(desk.records(paths, undone), fit, desk.label, undone)
    written = (s.short_name if meant(s.short_name) == [s] else s.code for s in found)
    _write_decision(desk, DecisionKind.SELECTED, records, desk.member(by), ", ".join(written))


def _key(kind: DecisionKind) -> str:
    return shown(HEADER, FIELD_OF_DECISION[kind])
