"""The files that the header of a document names."""

import posixpath
from collections.abc import Iterator

from ..domain.article import ReferenceKind
from .content_folder import ContentFolder
from .header_lines import split_list
from .manuscript_file import ManuscriptFile
from .targets import explain_missing, resolve

_FAR_ENOUGH = 1024


def read_attached(file: ManuscriptFile, folder: ContentFolder) -> Iterator[str]:
    """The paths of the files under `tệp`, each once; a problem for what is no file of ours."""
    entry = file.header.first("files")
    if entry is None or not entry.value:
        return
    whole = resolve(entry.value, file.path, folder)
    names = [entry.value] if whole else split_list(entry.value)
    seen: set[str] = set()
    for name in names:
        found = whole or resolve(name, file.path, folder)
        if found is None:
            message, hint = explain_missing(name, file.path, folder)
            file.problem(entry, message.replace("bài hoặc tệp", "tệp"), hint)
        elif found.kind is ReferenceKind.PICTURE:
            file.problem(
                entry,
                f"Tệp “{name}” là ảnh; văn bản phải đọc và tìm chữ được.",
                "Lưu văn bản thành .pdf từ máy soạn thảo (hoặc máy quét), rồi ghi tên tệp ấy.",
            )
        elif found.kind is not ReferenceKind.FILE:
            file.problem(
                entry,
                f"“{name}” không phải là tệp của văn bản.",
                f"Ghi tên tệp .pdf đặt cạnh tệp này, ví dụ  {file.key_of('files')}:"
                f" {posixpath.splitext(posixpath.basename(file.path))[0]}.pdf",
            )
        elif found.target not in seen:
            seen.add(found.target)
            yield found.target


def check_attached(file: ManuscriptFile, folder: ContentFolder) -> None:
    """Note a problem for each of these files that holds nothing, or not what its name says."""
    for path in file.attached:
        if fault := _fault(posixpath.basename(path), folder.read(path)):
            file.problem(file.header.first("files"), *fault)


def _fault(name: str, content: bytes) -> tuple[str, str] | None:
    if not content:
        return f"Tệp “{name}” rỗng.", "Chép lại tệp từ máy đã soạn văn bản."
    if name.lower().endswith(".pdf") and b"%PDF" not in content[:_FAR_ENOUGH]:
        return (
            f"Tệp “{name}” không phải là PDF (có thể là tệp Word đổi đuôi).",
            "Mở tệp gốc, chọn “Lưu thành PDF”, rồi chép đè lên.",
        )
    return None
