"""The video that the header of an article names. Requirement K2 (S1)."""

import posixpath
import re

from ...domain.content.content_item import ReferenceKind
from ...domain.content.video import Video, video_at
from ...domain.message import Message
from ...domain.text.address import fault_of_address, normal
from ...vocabulary import things
from ...vocabulary.fields.article_fields import ArticleField
from ..content.faults.video_faults import EXPORT, problems_of_video
from ..content.item_file import ItemFile
from ..folder.content_folder import VIDEO_ENDINGS, ContentFolder
from ..text.targets import explain_missing, resolve
from .header import HeaderEntry
from .lines import split_list

_SEVERAL = re.compile(r"[,;，\s]\s*https?://")
_ADDRESS = re.compile(r"https?://[^\s\"'<>]+")
_ONE_ONLY = (
    Message("NR-VIDEO-011", "Dòng video ghi nhiều video; mỗi bài chỉ có một."),
    "Giữ lại một; video khác thì đặt liên kết trong bài.",
)


def read_video(file: ItemFile, folder: ContentFolder) -> Video | None:
    """The video under `video`; None and a problem where it is neither an address nor a video."""
    entry = file.header.first(ArticleField.VIDEO)
    if entry is None or not entry.value:
        return None
    if "://" in entry.value:
        video, fault = video_at(normal(entry.value)), _fault_of_address(file, entry)
    else:
        video, fault = _in_folder(file, entry, folder)
    if fault:
        file.problem(entry, *fault)
        return None
    return video


def _fault_of_address(file: ItemFile, entry: HeaderEntry) -> tuple[Message, str] | None:
    value = normal(entry.value)
    found = video_at(value)
    if _SEVERAL.search(value):
        return _ONE_ONLY
    if (wrong := fault_of_address(value)) and not wrong.is_read and (found or wrong.right):
        right = f"Ghi:  {file.key_of(ArticleField.VIDEO)}: {wrong.right}"
        return wrong.message, right if wrong.right else wrong.remedy
    if found is None:
        within = next((video for a in _ADDRESS.findall(value) if (video := video_at(a))), None)
        return (
            Message("NR-VIDEO-012", "Dòng video không phải là một địa chỉ."),
            _write(file, within)
            if within and within.youtube
            else "Mở video trong trình duyệt rồi chép cả địa chỉ, từ https:// trở đi.",
        )
    if not found.link.startswith("https://"):
        return (
            Message("NR-VIDEO-013", f"Địa chỉ video “{value}” không bắt đầu bằng https://."),
            "Thử mở video bằng https://; không được thì đưa video lên YouTube.",
        )
    return None


def _in_folder(
    file: ItemFile, entry: HeaderEntry, folder: ContentFolder
) -> tuple[Video | None, tuple[Message, str] | None]:
    value, here = entry.value, posixpath.dirname(file.path)
    found = resolve(value, file.path, folder)
    if found and found.kind is ReferenceKind.FILE and found.target.lower().endswith(VIDEO_ENDINGS):
        return Video(file=found.target), None
    if found or folder.holds_unusable(value, here):
        return None, (
            Message(
                "NR-VIDEO-014", f"“{value}” không phải là tệp .mp4 hay .webm nên không xem được."
            ),
            EXPORT,
        )
    if (wrong := fault_of_address(value)) and not wrong.is_read:
        right = f"Ghi:  {file.key_of(ArticleField.VIDEO)}: {wrong.right}"
        return None, (wrong.message, right if wrong.right else wrong.remedy)
    if (video := video_at(f"https://{value}")) and video.youtube:
        return None, (
            Message("NR-VIDEO-015", f"Địa chỉ video “{value}” thiếu https:// ở đầu."),
            _write(file, video),
        )
    if len(split_list(value)) > 1:
        return None, _ONE_ONLY
    message, hint = explain_missing(value, file.path, folder)
    return None, (message.replace(things.ARTICLE_OR_FILE, "video"), hint)


def _write(file: ItemFile, video: Video) -> str:
    return f"Ghi:  {file.key_of(ArticleField.VIDEO)}: {video.link}"


def check_video(file: ItemFile, folder: ContentFolder) -> None:
    """Note a problem for a file that holds nothing, or no video."""
    if file.video and file.video.file:
        line, path = file.header.line(ArticleField.VIDEO), file.video.file
        file.problems += problems_of_video(file.label, line, folder, path, is_shown=True)
