"""An attachment of the edition: whether it is what its name says, and holds nothing withheld."""

import hashlib
from collections.abc import Iterator
from html import escape
from io import BytesIO
from pathlib import Path

from ..domain.message import Message
from ..domain.site.held_words import found_in
from ..media.stripping import is_stripped
from ..media.stripping_plan import Unusable
from .edition import Offered
from .page_check import ending, size_fault

OFFICE = (".pdf", ".docx", ".xlsx", ".pptx", ".doc", ".xls", ".ppt", ".zip")


def faults_of_offered(offered: Offered, kind: str, content: bytes) -> Iterator[Message]:
    """The faults of an approved attachment; `kind` is its ending."""
    from ..office_files.kind import fits, kind_of_file

    by = ", ".join(offered.by)
    if kind in OFFICE and not fits(kind_of_file(BytesIO(content)), kind):
        yield Message("NR-VERIFY-025", f"Tệp của {by} không phải là {kind} như tên nói.")
    if not offered.held or kind not in OFFICE:
        return
    text = offered.words(content)
    for owner, held in offered.held:
        found = found_in(text, held)
        found = found.without(offered.said_in_public(found.sentences))
        if found.is_leak:
            yield Message(
                "NR-VERIFY-026", f"Tệp của {by} chứa bài chưa được đăng {owner}: “{found.example}”."
            )


def look_at_video(path: str, content: bytes | Path) -> tuple[str, str, list[Message]]:
    """The SHA-256 of a video, what there is to say of its weight, and what is wrong with it."""
    with BytesIO(content) if isinstance(content, bytes) else content.open("rb") as video:
        weighs = size_fault(path, video.seek(0, 2))
        video.seek(0)
        digest = hashlib.file_digest(video, "sha256").hexdigest()
        try:
            if is_stripped(video, ending(path)):
                return digest, weighs, []
            return (
                digest,
                weighs,
                [Message("NR-VERIFY-027", "Video hoặc tệp âm thanh còn thông tin ghi kèm.")],
            )
        except Unusable:
            return (
                digest,
                weighs,
                [Message("NR-VERIFY-028", "Video hoặc tệp âm thanh không đọc được.")],
            )


def words_of_office(content: bytes) -> bytes:
    """The words as a page would show them, to be searched for leaks."""
    from ..office_files.words.words_of_file import words_of

    said = "\n".join(passage.text for passage in words_of(content))
    return escape(said).encode("utf-8", "surrogatepass")
