"""approve --all-waiting: the queue, one article after the other, each shown before it is asked."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from ...building.errors import BuildRefused
from ...buildtools.terminal import printed
from ...domain.approval.approvers import heads_of
from ...domain.approval.blocker import Blocker, BlockerKind
from ...domain.approval.deciding import approval_or_reason, is_needed, member_or_reason
from ...domain.content.content_item import ContentItem
from ...domain.content.decisions import Approval, DecisionKind
from ...domain.message import Message
from ...domain.site.article_record import ArticleRecord
from ...intake.header.header import read_header
from ...intake.text.text_file import decode
from ...vocabulary.approval import reason_in_words
from .decide import Desk, decide, told_of_children, write_decision

ASKED = "[d] duyệt   [t] trả lại   [Enter] để sau   [x] thôi: "


def walk(desk: Desk, by: str, ask: Callable[[str], str] = input) -> None:
    """Show each article that this person can act on and ask; the end of input ends it.

    Raises BuildRefused where nobody of that name may ever approve anything, and at the end where an
    approval could not be written, with the articles that therefore still wait.
    """
    plan = desk.evaluation.newsroom.plan_on(desk.today)
    heads = heads_of([group.code for group in plan.groups], plan, desk.today) if plan else ()
    if not plan or not set(heads) & set(plan.people.find(by)):
        desk.member(by)
    waiting = list(_waiting(desk, by))
    approved = returned = 0
    failed: list[str] = []
    try:
        for number, (record, item, approval) in enumerate(waiting, 1):
            desk.say(
                f"\n{'─' * 60}\nBài {number}/{len(waiting)}\n{_shown(desk, record)}\n{'─' * 60}"
            )
            answer = ask(ASKED).strip().casefold()
            if answer in ("d", "đ", "duyệt", "y"):
                if _recorded(desk, record, item, approval):
                    approved += 1
                else:
                    failed.append(desk.label(record))
            elif answer in ("t", "trả lại"):
                returned += _returned(desk, record, by, ask)
            elif answer in ("x", "thôi", "q"):
                break
    except (EOFError, KeyboardInterrupt):
        desk.say("")
    left = len(waiting) - approved - returned
    desk.say(f"Đã duyệt {approved} bài, trả lại {returned}, còn {left} bài chờ {by}.")
    if failed:
        raise BuildRefused(
            Message(
                "NR-DECIDE-001",
                "Chưa duyệt được:" + "".join(f"\n      {label}" for label in failed),
            )
        )


def _recorded(desk: Desk, record: ArticleRecord, item: ContentItem, approval: Approval) -> bool:
    """True where the approval was written; where it could not be, the walk goes on."""
    try:
        write_decision(desk, record, item, approval)
    except BuildRefused as error:
        desk.say(f"{error}\nĐể sau.")
        return False
    return True


def _waiting(desk: Desk, by: str) -> Iterator[tuple[ArticleRecord, ContentItem, Approval]]:
    newsroom = desk.evaluation.newsroom
    for held in sorted(
        desk.evaluation.withheld, key=lambda held: held.record.submitted or date.min
    ):
        kinds = {reason.kind for reason in held.reasons}
        # What an import brought is approved as one; nobody is walked through an archive.
        if kinds & {
            *(BlockerKind.WITHDRAWN, BlockerKind.BROKEN, BlockerKind.RETURNED),
            *(BlockerKind.IMPORT_WAITING, BlockerKind.IMPORT_VOID),
        }:
            continue
        item = newsroom.read(held.record.path)
        found = approval_or_reason(item, newsroom.plans, desk.today, by=by)
        if isinstance(found, Approval) and is_needed(found, item, newsroom.plans, desk.today):
            yield held.record, item, found


def _shown(desk: Desk, record: ArticleRecord) -> str:
    """The article as it stands in its file, under what a reader would want to know of it."""
    file = Path(desk.evaluation.newsroom.place(record.path))
    text = read_header(decode(file.read_bytes()), "", record.kind).body.strip()
    names = [", ".join(ref.name for ref in labels) for labels in (record.authors, record.groups)]
    whose = [record.document.number, record.document.issuer.name] if record.paper else names
    subject = () if record.paper else (record.category.name,)
    told = [
        record.title,
        " · ".join((*filter(None, whose), *subject, desk.label(record))),
        *(f"({reason_in_words(reason, desk.nouns)})" for reason in record.reasons),
        *([record.summary] if record.summary else []),
    ]
    shown = [
        *(f"Ảnh: {path}" for path in record.pictures),
        *(f"Tệp đính kèm: {path}" for path in record.files),
        *([f"Video: {video.link or video.file}"] if (video := record.video) else []),
    ]
    advice = told_of_children(desk, record)
    return "\n".join([*map(printed, told), "", text, *map(printed, shown), *advice])


def _returned(desk: Desk, record: ArticleRecord, by: str, ask: Callable[[str], str]) -> int:
    if isinstance(member_or_reason(desk.evaluation.newsroom.plans, by, desk.today), Blocker):
        desk.say("Chỉ ban biên tập trả lại được bài: nhờ ban biên tập. Để sau.")
        return 0
    try:
        reason = ask("Lý do trả lại: ").strip()
        if not reason:
            desk.say("Chưa ghi lý do, nên để sau.")
            return 0
        decide(desk, DecisionKind.RETURNED, [str(desk.content / record.path)], by, reason)
    except BuildRefused as error:
        desk.say(f"{error}\nĐể sau.")
        return 0
    return 1
