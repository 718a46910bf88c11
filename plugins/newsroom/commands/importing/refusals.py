"""The words for an import that could not go on to its end."""

from pathlib import Path

from ...building.errors import BuildRefused
from ...domain.message import Message


def stopped(written: int, command: str) -> BuildRefused:
    return BuildRefused(
        Message(
            "NR-IMPORT-002",
            f"Đã dừng giữa chừng: {written} bài đã ghi trọn, không bài nào ghi dở."
            f"\n    → Gõ lại để nhập tiếp:  {command}",
        )
    )


def not_written(error: OSError, place: Path) -> BuildRefused:
    return BuildRefused(
        Message(
            "NR-IMPORT-003",
            f"Không ghi được: {error.strerror or error} ({error.filename or place})."
            "\n    → Xem đĩa còn chỗ không và thư mục có cho ghi không, rồi gõ lại lệnh: bài đã"
            " nhập trọn được giữ, máy nhập tiếp phần còn lại.",
        )
    )
