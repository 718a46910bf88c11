"""Advice on lines of “gửi” and “được đăng” that count nowhere, because of the order of events."""

from collections.abc import Iterator

from ...domain.approval.blocker import BlockerKind
from ...domain.approval.ledger import sound_submissions
from ...domain.content.content_item import Article
from ...domain.content.submission import ForwardingFault, Submission, SubmissionKind
from ...domain.message import Message
from ...domain.problem import Level, Problem
from ...domain.site.article_record import ArticleRecord
from ...domain.site.publication import Evaluation
from ...domain.text.dates import in_numbers
from ...vocabulary.fields.board_fields import BoardField
from ...vocabulary.header import FIELD_OF_SUBMISSION, HEADER
from ...vocabulary.words import shown

# Of what was taken down or given back, or is broken, something else has to be said first.
_SETTLED = {BlockerKind.WITHDRAWN, BlockerKind.RETURNED, BlockerKind.BROKEN}


def uncounted_submissions(evaluation: Evaluation) -> Iterator[Problem]:
    """A piece of advice at each such line, with the line to type instead."""
    newsroom = evaluation.newsroom
    for record in newsroom.articles:
        faults = [sent.fault for sent in record.submissions]
        if not any(faults) or not _SETTLED.isdisjoint(reason.kind for reason in record.reasons):
            continue
        item = newsroom.read(record.path)
        if not isinstance(item, Article):
            continue
        written = sound_submissions(item, newsroom.plans, evaluation.publication.today)
        for sent, fault in zip(written, faults, strict=True):
            if fault:
                message, hint = _words(sent, fault, record)
                label = newsroom.label(record.path)
                yield Problem(label, sent.line, message, hint, Level.ADVICE)


def _words(sent: Submission, fault: ForwardingFault, record: ArticleRecord) -> tuple[Message, str]:
    key = shown(HEADER, FIELD_OF_SUBMISSION[sent.kind])
    line = f"“{key}: {sent.office.short_name}, {in_numbers(sent.on)}”"
    name = sent.office.short_name
    approved = in_numbers(record.approved) if record.approved else ""
    match fault:
        case ForwardingFault.NOT_APPROVED:
            return (
                Message("NR-SEND-024", f"Dòng {line} chưa được tính: bài chưa đủ lời duyệt."),
                f"Duyệt xong mới gửi, rồi ghi ngày gửi ấy:  {key}: {name}, ngày/tháng/năm",
            )
        case ForwardingFault.NOT_SELECTED:
            selected = shown(HEADER, BoardField.SELECTED)
            return (
                Message(
                    "NR-SEND-025",
                    f"Dòng {line} không được tính: kế hoạch ghi “gửi cần chọn”, mà từ khi duyệt tới"
                    " ngày gửi chưa ai chọn bài này cho nơi ấy.",
                ),
                f"Nếu ban biên tập đã chọn thì nhờ người chọn ghi:  {selected}: Họ và tên,"
                f" {in_numbers(sent.on)}, {name}",
            )
        case ForwardingFault.BEFORE_APPROVAL if sent.kind is SubmissionKind.CARRIED:
            return (
                Message(
                    "NR-SEND-026", f"Dòng {line} không được tính: ngày ấy bài chưa được duyệt."
                ),
                f"Ghi nhầm ngày thì sửa:  {key}: {name}, ngày/tháng/năm",
            )
        case ForwardingFault.BEFORE_APPROVAL:
            return (
                Message(
                    "NR-SEND-027",
                    f"Dòng {line} không được tính: lời duyệt cuối cùng là ngày {approved}, sau ngày"
                    " gửi.",
                ),
                f"Gửi lại bản đã duyệt rồi ghi thêm dòng  {key}: {name}, ngày/tháng/năm  ; nếu chỉ"
                " ghi nhầm ngày thì sửa dòng này.",
            )
