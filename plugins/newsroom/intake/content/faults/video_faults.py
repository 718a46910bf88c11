"""Faults of a video or a piece of sound that cannot be shown, and what to do about each."""

import posixpath
from collections.abc import Iterator

from ....domain.message import Message
from ....domain.problem import Level, Problem
from ....domain.text.vietnamese import size_in_words
from ....media.stripping import fault_of
from ....media.stripping_plan import MediaFault
from ....vocabulary import things
from ...folder.content_folder import ContentFolder

# In bytes: three minutes as a phone videos them. On a village's network more takes minutes to open.
HEAVY = 20_000_000
EXPORT = "Mở bằng ứng dụng sửa video, xuất lại thành .mp4, đặt cạnh bài rồi ghi tên tệp ấy."
_AGAIN = "Chép lại từ điện thoại hoặc thẻ nhớ; vẫn vậy thì xuất lại thành .mp4."
_NO_VIDEO = Message("NR-VIDEO-002", "Tệp “{name}” bị hỏng hoặc không phải là video.")
_SAID = {
    MediaFault.EMPTY: (Message("NR-VIDEO-003", "Tệp “{name}” rỗng."), EXPORT),
    MediaFault.NO_VIDEO: (_NO_VIDEO, EXPORT),
    MediaFault.OTHER_KIND: (_NO_VIDEO, EXPORT),
    MediaFault.TORN: (
        Message("NR-VIDEO-004", "Tệp “{name}” chép chưa hết hoặc bị hỏng bên trong."),
        _AGAIN,
    ),
    MediaFault.LOCKED: (
        Message("NR-VIDEO-005", "Tệp “{name}” bị khóa bản quyền nên không ai xem được."),
        "Dùng bản video không khóa.",
    ),
    MediaFault.ELSEWHERE: (
        Message("NR-VIDEO-006", "Tệp “{name}” chỉ trỏ tới một video khác, không chứa hình."),
        EXPORT,
    ),
    MediaFault.NOTHING_TO_SEE: (
        Message("NR-VIDEO-007", "Tệp “{name}” không có hình hay tiếng nào xem được."),
        EXPORT,
    ),
    MediaFault.TOO_LARGE: (
        Message(
            "NR-VIDEO-008", "Tệp “{name}” có cấu trúc lạ nên máy không xóa được thông tin ghi kèm."
        ),
        EXPORT,
    ),
}
_SOUND = "Mở bằng ứng dụng ghi âm, xuất lại thành .mp3 rồi chép đè lên."


def said_of_copy(name: str, item: str) -> tuple[Message, str]:
    """The message for a file that is an item under another name, and what to do."""
    return (
        Message("NR-VIDEO-009", f"Tệp “{name}” chính là tệp bài {item} (chép hoặc liên kết cứng)."),
        "Bỏ liên kết tới tệp này; muốn dẫn tới bài thì ghi tên tệp .md của bài.",
    )


def said_of_fault(fault: MediaFault, name: str) -> tuple[Message, str]:
    """The message for a film that cannot be shown, and what to do about it."""
    message, remedy = _SAID[fault]
    return message.format(name=name), remedy


def problems_of_video(
    label: str, line: int, folder: ContentFolder, path: str, *, is_shown: bool
) -> Iterator[Problem]:
    """An error for a file that is no whole video or sound, a warning for a heavy video.

    `label` and `line` are where it is named. `is_shown` tells a video that readers see in the page
    from a file that they may take.
    """
    name, ending = posixpath.basename(path), posixpath.splitext(path)[1].lower()
    with folder.open(path) as video:
        fault = fault_of(video, ending)
        size = video.seek(0, 2)
    if fault and (copied := folder.manuscript_like(path)):
        yield Problem(label, line, *said_of_copy(name, folder.label(copied)))
    elif fault:
        message, remedy = _SAID[fault]
        if fault is MediaFault.OTHER_KIND:
            other = ".mp4" if ending == ".webm" else ".webm"
            stem = posixpath.splitext(name)[0]
            remedy = f"Đây là video {other}: đổi tên thành {stem}{other}, hoặc xuất lại thành .mp4."
        if ending == ".mp3":
            message, remedy = message.replace("video", things.SOUND_FILE), _SOUND
        yield Problem(label, line, message.format(name=name), remedy)
    elif is_shown and size > HEAVY:
        yield Problem(
            label,
            line,
            Message(
                "NR-VIDEO-010",
                f"Video “{name}” nặng {size_in_words(size)}: mạng yếu thì người đọc chờ rất lâu.",
            ),
            "Xuất lại cỡ 720p, cắt ngắn; hoặc đưa lên YouTube rồi ghi địa chỉ vào dòng video.",
            Level.WARNING,
        )
