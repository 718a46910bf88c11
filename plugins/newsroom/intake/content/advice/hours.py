"""Advice on what waits for nothing but its hour: when readers will see it."""

from collections.abc import Iterator
from pathlib import Path

from ....domain.message import Message
from ....domain.problem import Level, Problem
from ....domain.site.article_record import ArticleRecord
from ....domain.site.publication import Newsroom
from ....domain.text.dates import moment_in_numbers
from ....vocabulary.fields.shared_fields import SharedField
from ...header.header import read_header
from ...text.text_file import UnreadableText, decode

_WHEN = (
    "Hiện ở lần dựng trang đầu tiên từ giờ ấy: máy tự dựng lúc 0:05 mỗi đêm; cần đúng giờ thì chạy"
    " lại publish, deploy từ giờ ấy."
)


def advise_on_hours(newsroom: Newsroom) -> Iterator[Problem]:
    """An advice for each item that is approved and whose hour has not come, on its date."""
    for record in newsroom.content_items:
        if record.is_due_by_the_hour:
            yield Problem(
                newsroom.label(record.path),
                _line_of_date(record, newsroom),
                Message("NR-DATE-005", f"Hẹn đăng {moment_in_numbers(record.on, record.at)}."),
                _WHEN,
                Level.ADVICE,
            )


def _line_of_date(record: ArticleRecord, newsroom: Newsroom) -> int:
    try:
        text = decode(Path(newsroom.place(record.path)).read_bytes())
    except UnreadableText:
        return 1
    header = read_header(text, newsroom.label(record.path), record.kind)
    return header.line(SharedField.DATE)
