"""The files that the header of a document names."""

import posixpath
from collections.abc import Iterator

from ...domain.content.content_item import ReferenceKind
from ...domain.message import Message
from ...vocabulary import things
from ...vocabulary.fields.document_fields import DocumentField
from ..content.faults.attached_faults import problems_of_file
from ..content.item_file import ItemFile
from ..folder.content_folder import ContentFolder
from ..text.targets import explain_missing, resolve
from .lines import split_list


def read_attached(file: ItemFile, folder: ContentFolder) -> Iterator[str]:
    """The paths of the files under `tệp`, each once; a problem for what is no file of ours."""
    entry = file.header.first(DocumentField.FILES)
    if entry is None or not entry.value:
        return
    whole = resolve(entry.value, file.path, folder)
    names = [entry.value] if whole else split_list(entry.value)
    seen: set[str] = set()
    for name in names:
        found = whole or resolve(name, file.path, folder)
        if found is None:
            message, hint = explain_missing(name, file.path, folder)
            file.problem(entry, message.replace(things.ARTICLE_OR_FILE, things.FILE), hint)
        elif found.kind is ReferenceKind.PICTURE:
            file.problem(
                entry,
                Message(
                    "NR-DOCUMENT-006", f"Tệp “{name}” là ảnh; văn bản phải đọc và tìm chữ được."
                ),
                "Lưu văn bản thành .pdf từ máy soạn thảo (hoặc máy quét), rồi ghi tên tệp ấy.",
            )
        elif found.kind is not ReferenceKind.FILE:
            file.problem(
                entry,
                Message("NR-DOCUMENT-007", f"“{name}” không phải là tệp của văn bản."),
                f"Ghi tên tệp .pdf đặt cạnh tệp này, ví dụ  {file.key_of(DocumentField.FILES)}:"
                f" {posixpath.splitext(posixpath.basename(file.path))[0]}.pdf",
            )
        elif found.target not in seen:
            seen.add(found.target)
            yield found.target


def check_attached(file: ItemFile, folder: ContentFolder) -> None:
    """Note a problem for each file that it offers and that holds nothing, or not what it says."""
    lines = {r.target: r.line for r in reversed(list(file.body.references))}
    for path in file.attachments:
        line = file.header.line(DocumentField.FILES) if path in file.attached else lines[path]
        file.problems += problems_of_file(file.label, line, folder, path)
