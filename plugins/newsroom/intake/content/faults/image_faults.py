"""Faults of a picture that cannot be shown, and what to do about each."""

from ....domain.message import Message
from ....domain.problem import Problem
from ....images.image_file import ImageFault

SMALLER = "Thu nhỏ còn 4000 điểm mỗi chiều rồi chép đè lên."
_AGAIN = "Chép lại ảnh từ điện thoại, hoặc mở ra rồi lưu lại thành .jpg."
_SAID = {
    ImageFault.EMPTY: (
        Message("NR-IMAGE-005", "Ảnh “{picture}” rỗng (0 byte)."),
        "Chép lại ảnh từ điện thoại.",
    ),
    ImageFault.DRAWING: (
        Message(
            "NR-IMAGE-006",
            "Ảnh “{picture}” là hình vẽ SVG, có thể mang mã chạy được nên không dùng.",
        ),
        "Mở ra, lưu thành .png rồi dùng tệp ấy.",
    ),
    ImageFault.NO_DECODER: (
        Message(
            "NR-IMAGE-007",
            "Ảnh “{picture}” là ảnh HEIC của iPhone, mà máy này chưa có bộ đọc pi-heif.",
        ),
        "Lưu lại thành .jpg (iPhone: Cài đặt, Camera, Định dạng, Tương thích nhất).",
    ),
    ImageFault.NO_PICTURE: (
        Message("NR-IMAGE-008", "Ảnh “{picture}” bị hỏng hoặc không phải là ảnh."),
        _AGAIN,
    ),
    ImageFault.TOO_LARGE: (
        Message("NR-IMAGE-009", "Ảnh “{picture}” quá lớn: hơn 100 triệu điểm ảnh."),
        SMALLER,
    ),
    ImageFault.CUT_SHORT: (
        Message("NR-IMAGE-010", "Ảnh “{picture}” chép chưa hết, tệp bị cụt."),
        "Chép lại ảnh từ điện thoại; gửi qua Zalo thì gửi dạng tệp.",
    ),
    ImageFault.UNDECODABLE: (
        Message("NR-IMAGE-011", "Ảnh “{picture}” bị hỏng bên trong nên không mở được."),
        _AGAIN,
    ),
}


def problem_of(fault: str, picture: str, label: str, line: int) -> Problem:
    """A value of ImageFault as an error of the file that shows the picture, at that line."""
    message, remedy = _SAID[ImageFault(fault)]
    return Problem(label, line, message.format(picture=picture), remedy)
