"""Targets of the paths written in a text, and what to say where a path points nowhere."""

import posixpath
import re

from ...domain.content.content_item import Reference, ReferenceKind
from ...domain.message import Message
from ...domain.text.address import fault_of_address
from ...domain.text.vietnamese import clean
from ...vocabulary import things
from ..folder.content_folder import PICTURE_ENDINGS, ContentFolder

_OUTSIDE = re.compile(
    r"^(?:www\.|[\w-]+\.(?:vn|com|me|net|org|edu)\b|[^/]+@[^/]+\.|\+?\d{8,}$"
    r"|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/(?!\.))",
    re.IGNORECASE,
)


def resolve(target: str, path: str, folder: ContentFolder) -> Reference | None:
    """The target of a path written in the file at `path`; None where there is nothing.

    Pelican's {filename}, {static} and {attach} in front are understood and not needed.
    """
    plain = re.sub(r"^\{(?:filename|static|attach)\}", "", clean(target).strip())
    if found := folder.address(plain):
        return found
    found_path = folder.find(plain, path)
    return Reference(kind=_kind(found_path), target=found_path) if found_path else None


def explain_missing(target: str, path: str, folder: ContentFolder) -> tuple[Message, str]:
    """The message and the remedy when nothing can be shown for a path in the file at `path`."""
    if fault := fault_of_address(target):
        return fault.message, fault.remedy
    here, ending = posixpath.dirname(path), posixpath.splitext(target)[1]
    if _OUTSIDE.match(target):
        return (
            Message("NR-FILE-030", f"“{target}” không phải là tên tệp của bài."),
            "Trang mạng thì thêm https:// ở đầu, thư điện tử thêm mailto:, điện thoại thêm tel:."
            f" Ở đây ghi địa chỉ là  {_scheme_of(target)}{target}",
        )
    if folder.holds_unusable(target, here):
        return (
            Message(
                "NR-FILE-031",
                f"Tệp “{target}” thuộc loại {ending or 'không rõ'} nên chưa dùng được trong bài.",
            ),
            "Ảnh: lưu lại thành .jpg; văn bản: lưu thành .pdf.",
        )
    like = folder.nearest(target, here)
    what = things.IMAGE if target.lower().endswith(PICTURE_ENDINGS) else things.ARTICLE_OR_FILE
    return (
        Message("NR-FILE-032", f"Không tìm thấy {what} “{target}”."),
        f"Có phải là “{like}”?" if like else "Kiểm tra tên tệp; đặt tệp cạnh bài.",
    )


def _scheme_of(target: str) -> str:
    """The beginning that an address outside lacks."""
    if "@" in target.partition("/")[0]:
        return "mailto:"
    return "tel:" if target.lstrip("+").isdecimal() else "https://"


def _kind(path: str) -> ReferenceKind:
    if path.endswith(".md"):
        return ReferenceKind.ARTICLE
    return ReferenceKind.PICTURE if path.lower().endswith(PICTURE_ENDINGS) else ReferenceKind.FILE
