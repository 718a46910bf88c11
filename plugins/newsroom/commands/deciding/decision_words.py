"""The words with which a command says that a decision was written, was not, and what follows."""

from dataclasses import dataclass
from typing import assert_never

from ...domain.content.decisions import DecisionKind


@dataclass(frozen=True, kw_only=True)
class DecisionWords:
    """The words for one kind of decision, each before the name of a file, and one sentence."""

    done: str
    undone: str
    afterwards: str


DONE, UNDONE = "Đã duyệt", "Chưa duyệt"


def words_of(kind: DecisionKind) -> DecisionWords:
    """The words for a decision other than an approval, whose words are DONE and UNDONE."""
    match kind:
        case DecisionKind.RETURNED:
            return DecisionWords(
                done="Đã trả lại",
                undone="Chưa trả lại",
                afterwards="Bài rời trang từ lần publish tới; người viết thấy lý do ở bàn biên tập"
                " và ở lệnh check.",
            )
        case DecisionKind.WITHDRAWN:
            return DecisionWords(
                done="Đã gỡ",
                undone="Chưa gỡ",
                afterwards="Bài rời trang từ lần publish tới. Gấp thì chạy ngay:"
                " python3 tasks.py publish --keep-going",
            )
        case DecisionKind.CORRECTED:
            return DecisionWords(
                done="Đã ghi đính chính",
                undone="Chưa ghi đính chính cho",
                afterwards="Lời đính chính hiện ở đầu bài từ lần publish tới. Nếu sửa cả chữ trong"
                " bài đã có dấu, phải duyệt lại.",
            )
        case DecisionKind.SELECTED:
            return DecisionWords(
                done="Đã chọn gửi",
                undone="Chưa chọn gửi",
                afterwards="Bài nằm ở mục “Đã chọn gửi” của bàn biên tập cho tới khi có dòng gửi.",
            )
        case _:
            assert_never(kind)
