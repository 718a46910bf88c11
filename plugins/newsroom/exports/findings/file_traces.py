"""Traces in Vietnamese: what files tell besides what they show, what could not be looked at."""

from collections.abc import Iterable

from ...buildtools.terminal import printed_briefly
from ...domain.message import Message
from ...office_files.trace import Trace, TraceKind
from ...office_files.words.passage import Gap

_NAMED = {
    TraceKind.AUTHOR: "người soạn",
    TraceKind.SAVED_BY: "người sửa cuối",
    TraceKind.COMPANY: "cơ quan",
    TraceKind.HIDDEN_SHEETS: "trang tính ẩn",
}
_COUNTED = {
    TraceKind.PROPERTIES: "{} thuộc tính riêng",
    TraceKind.COMMENTS: "{} lời nhận xét",
    TraceKind.CHANGES: "{} chỗ sửa còn theo dõi",
    TraceKind.HIDDEN_TEXT: "{} chỗ chữ ẩn",
    TraceKind.HIDDEN_ROWS: "{} dòng ẩn",
    TraceKind.HIDDEN_COLUMNS: "{} cột ẩn",
    TraceKind.HIDDEN_SLIDES: "{} trang chiếu ẩn",
    TraceKind.HIDDEN_LAYERS: "{} lớp ẩn",
    TraceKind.NOTES: "ghi chú dưới {} trang chiếu",
    TraceKind.PIVOT: "số liệu gốc của {} bảng tổng hợp (pivot)",
    TraceKind.LINKED: "đường dẫn tới {} tệp trên máy soạn",
    TraceKind.ATTACHED: "{} tệp nhúng bên trong",
    TraceKind.SCRIPT: "{} mã lệnh chạy được",
    TraceKind.THUMBNAIL: "{} hình thu nhỏ của bản cũ",
    TraceKind.PICTURE_PLACE: "nơi chụp trong {} ảnh",
    TraceKind.PICTURE_OTHER: "thông tin máy chụp trong {} ảnh",
}
GAPS = {
    Gap.LOCKED: (
        Message(
            "NR-FILE-005",
            "Tệp “{name}” có mật khẩu, hoặc bị khóa quyền sửa, nên máy không soát được bên trong.",
        ),
        "Bỏ mật khẩu, lưu lại rồi chép đè lên.",
    ),
    Gap.BROKEN: (
        Message(
            "NR-FILE-006",
            "Tệp “{name}” bị hỏng hoặc chép chưa hết: máy không đọc được bên trong nên không soát"
            " được.",
        ),
        "Mở thử tệp; không mở được thì chép lại từ máy đã soạn, hoặc xuất lại rồi chép đè lên.",
    ),
    Gap.OLD: (
        Message(
            "NR-FILE-007",
            "Tệp “{name}” thuộc kiểu Office cũ nên máy không soát được tên người soạn, nhận xét,"
            " phần ẩn.",
        ),
        "Mở ra, lưu thành .docx, .xlsx hay .pptx, hoặc PDF, rồi dùng tệp ấy.",
    ),
    Gap.TOO_LARGE: (
        Message("NR-FILE-008", "Tệp “{name}” quá lớn nên máy chỉ soát được một phần."),
        "Chia nhỏ, hoặc giảm cỡ ảnh bên trong, rồi chép đè lên.",
    ),
    Gap.TOO_LONG: (
        Message("NR-FILE-009", "Tệp “{name}” phức tạp quá nên máy chỉ soát được một phần."),
        "Xuất lại từ tệp gốc, hoặc chia nhỏ, rồi chép đè lên.",
    ),
}
_BY_HAND = {
    ".pdf": "Xuất lại PDF từ tệp gốc đã bỏ các thứ ấy (Word: Lưu thành PDF, Tùy chọn, bỏ dấu ở"
    " “Thuộc tính tài liệu”)",
    ".zip": "Bỏ các thứ ấy khỏi từng tệp rồi nén lại",
}
_INSPECT = (
    "Word, Excel, PowerPoint: Tệp, Thông tin, Kiểm tra Sự cố, Kiểm tra Tài liệu, rồi bấm Loại bỏ"
    " (Word còn chỗ sửa: Xem lại, Chấp nhận Tất cả)"
)


def remedy_by_hand(ending: str) -> str:
    """The way to take it out of a file with that ending; without a full stop."""
    return _BY_HAND.get(ending, _INSPECT)


def traces_in_words(traces: Iterable[Trace]) -> str:
    """As a list: `người soạn “Mẫu Lan”; 2 lời nhận xét`."""
    return "; ".join(map(_in_words, traces))


def _in_words(trace: Trace) -> str:
    names = ", ".join(f"“{printed_briefly(name, 60)}”" for name in trace.names[:3])
    if what := _NAMED.get(trace.kind):
        return f"{what} {names}"
    where = f" ({names})" if names else ""
    return _COUNTED[trace.kind].format(trace.times) + where
