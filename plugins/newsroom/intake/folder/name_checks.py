"""Checks of the names of files and folders: what Windows cannot hold, what nobody sees."""

import os
import posixpath
from collections.abc import Iterator

from ...domain.message import Message
from ...domain.problem import Level, Problem
from ...domain.site.file_names import (
    LONGEST_ADDRESS_PART,
    LONGEST_PATH,
    NameFault,
    alike_but_for_case,
    fault_of,
    faults_in,
)
from ...domain.text.characters import invisible_in, mend, name_of, odd_characters
from ...domain.text.vietnamese import slug
from ...vocabulary import things
from ...vocabulary.fields.shared_fields import SharedField
from ..content.item_file import ItemFile
from .content_folder import ContentFolder

SHORTER = "Đặt tên tệp, hoặc dòng slug, ngắn lại."
_SAID = {
    NameFault.DEVICE: Message(
        "NR-FILE-019", "Máy Windows không giữ được tên “{name}”: tên ấy dành riêng cho máy."
    ),
    NameFault.SIGN: Message(
        "NR-FILE-020", 'Máy Windows không giữ được tên “{name}”: có dấu < > : " | ? * hoặc \\.'
    ),
    NameFault.ENDING: Message(
        "NR-FILE-021", "Máy Windows không giữ được tên “{name}”: cuối tên có dấu chấm, dấu cách."
    ),
}


def check_slug(file: ItemFile) -> None:
    """An address that Windows cannot hold is an error: the site could not be made there."""
    entry = file.header.first(SharedField.SLUG)
    if fault_of(file.slug):
        own = things.SLUG_LINE if entry and entry.value else things.FILE_NAME
        file.problem(
            entry,
            Message(
                "NR-FILE-022",
                f"Windows không dựng được trang ở địa chỉ “{file.slug}”: tên ấy dành riêng cho"
                " máy.",
            ),
            f"Sửa {own}, ví dụ  "
            + (f"slug: bai-{file.slug}" if own == things.SLUG_LINE else f"bai-{file.slug}.md"),
        )
    elif len(file.slug) > LONGEST_ADDRESS_PART:
        file.problem(
            entry,
            Message(
                "NR-FILE-023",
                f"Địa chỉ của bài dài {len(file.slug)} chữ; nhiều máy Windows chỉ dựng được tới"
                f" {LONGEST_ADDRESS_PART}.",
            ),
            SHORTER,
            Level.WARNING,
        )


def name_problems(folder: ContentFolder) -> Iterator[Problem]:
    """A warning for each name that another machine cannot hold, or shows in another way."""
    files = list(folder.files)
    for path, name, fault in faults_in(files):
        # Whose address it is too, it is an error already.
        is_told = fault is NameFault.DEVICE and path.endswith(".md") and path.endswith(f"/{name}")
        if not is_told:
            yield _warning(
                folder,
                path,
                _SAID[fault].format(name=name),
                f"Đổi tên, ví dụ {_better(name)}",
            )
    for path, earlier in alike_but_for_case(files):
        yield _warning(
            folder,
            path,
            Message(
                "NR-FILE-024",
                f"Tên này chỉ khác “{earlier}” ở chữ hoa, chữ thường: máy Windows và máy Mac chỉ"
                " giữ được một.",
            ),
            "Đổi tên một trong hai.",
        )
    for path in files:
        if len(path) > LONGEST_PATH:
            yield _warning(
                folder,
                path,
                Message(
                    "NR-FILE-025",
                    f"Đường dẫn tới tệp dài {len(path)} chữ; nhiều máy Windows chỉ chép được tới"
                    f" {LONGEST_PATH}.",
                ),
                "Đặt tên tệp và thư mục ngắn lại.",
            )
    yield from _odd_names(folder)


def _odd_names(folder: ContentFolder) -> Iterator[Problem]:
    """A warning for each name with characters that are taken out of it, or mean nothing."""
    start = len(str(folder.scan.root)) + 1
    for path, place in folder.files.items():
        if path.isascii() and len(place) == start + len(path):
            continue
        name = place[start:].replace(os.sep, "/")
        told = tuple(one.character for one in odd_characters(name))
        if not told and mend(name) == name:
            continue
        odd = (*invisible_in(name), *told)
        if odd:
            yield _warning(
                folder,
                path,
                Message(
                    "NR-FILE-026",
                    f"Tên tệp có ký tự lạ {', '.join(map(name_of, dict.fromkeys(odd)))}; máy đọc là"
                    f" “{posixpath.basename(path)}”.",
                ),
                f"Đổi tên, ví dụ {_better(posixpath.basename(path))}",
            )


def _better(name: str) -> str:
    stem, ending = posixpath.splitext(name.rstrip(". "))
    made = slug(stem) or "tep"
    return f"{f'bai-{made}' if fault_of(made) else made}{ending.lower()}"


def _warning(folder: ContentFolder, path: str, message: Message, hint: str) -> Problem:
    return Problem(folder.label(path), 1, message, hint, Level.WARNING)
