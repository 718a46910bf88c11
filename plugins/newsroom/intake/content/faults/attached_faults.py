"""Faults of a file that is offered and is not what its name says."""

import posixpath
from collections.abc import Iterator

from ....domain.message import Message
from ....domain.problem import Problem
from ....media.stripping import STRIPPED
from ....vocabulary import things
from ...folder.content_folder import ContentFolder
from .video_faults import problems_of_video, said_of_copy

_OLD = (".doc", ".xls", ".ppt")
_CALLED = {
    ".pdf": "PDF",
    ".docx": "tệp Word .docx",
    ".xlsx": "tệp Excel .xlsx",
    ".pptx": "tệp PowerPoint .pptx",
    ".doc": "tệp Word .doc",
    ".xls": "tệp Excel .xls",
    ".ppt": "tệp PowerPoint .ppt",
    ".zip": "tệp nén .zip",
    "old": "tệp Office đời cũ (.doc, .xls, .ppt)",
    "locked": "tệp Office có mật khẩu",
    "rtf": "tệp RTF",
    "page": "trang web lưu lại",
    "picture": things.IMAGE,
    "video": "video",
    "item": "tệp bài viết",
}
_AGAIN = "Mở bằng Word, Excel hay PowerPoint, chọn “Lưu thành” (Save As) {}, rồi chép đè lên."


def problems_of_file(label: str, line: int, folder: ContentFolder, path: str) -> Iterator[Problem]:
    """An error for a file that is empty, broken, or not of the kind that its ending says.

    `label` and `line` are where it is named.
    """
    name, ending = posixpath.basename(path), posixpath.splitext(path)[1].lower()
    if ending in STRIPPED:
        yield from problems_of_video(label, line, folder, path, is_shown=False)
        return
    from ....office_files.kind import fits, kind_of_file

    with folder.open(path) as file:
        is_empty = not file.seek(0, 2)
        file.seek(0)
        kind = kind_of_file(file)
    if is_empty:
        fault = (
            Message("NR-FILE-011", f"Tệp “{name}” rỗng."),
            "Chép lại tệp từ máy đã soạn văn bản.",
        )
    elif fits(kind, ending):
        return
    elif copied := folder.manuscript_like(path):
        fault = said_of_copy(name, folder.label(copied))
    elif ending == ".pdf":
        found = f"thật ra là {_CALLED[kind]}" if kind in _CALLED else "có thể là tệp Word đổi đuôi"
        fault = (
            Message("NR-FILE-012", f"Tệp “{name}” không phải là PDF ({found})."),
            "Mở tệp gốc, chọn “Lưu thành PDF”, rồi chép đè lên.",
        )
    else:
        found = f": thật ra là {_CALLED[kind]}" if kind in _CALLED else ""
        wanted = f"{ending}x" if ending in _OLD else ending
        fault = (
            Message(
                "NR-FILE-013", f"Tệp “{name}” không phải là {_CALLED.get(ending, ending)}{found}."
            ),
            "Nén lại thành .zip rồi chép đè lên." if ending == ".zip" else _AGAIN.format(wanted),
        )
    yield Problem(label, line, *fault)
