"""The parts of a .docx from which a text is read."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from ...domain.message import Message, UserFacingError
from ...office_files.parts import Parts, parsed
from ...office_files.words.passage import Gap, Unread
from ..opening.package_check import Room
from .xml_names import Element, W, transitional

# In bytes, unpacked: the text of a book. An article has a hundredth of it.
LARGEST_TEXT = 12_000_000


class UnreadableWord(UserFacingError):
    """A file that is no Word file whose text can be read (tệp Word không đọc được)."""


class WordPackage:
    """A Word file's parts. Raises UnreadableWord, also while they are read."""

    def __init__(self, content: bytes, name: str) -> None:
        self.name = name
        try:
            self._parts = Parts(content, Room())
            self.main = self._main()
            self.relations = {part: self._parts.related(part) for part in self._stories()}
        except Unread as error:
            raise refused(name, error.gap) from error
        if self.main not in self._parts:
            raise refused(name, Gap.BROKEN)

    def _main(self) -> str:
        targets = [at for kind, at in self._parts.related("").values() if kind == "officeDocument"]
        return next((at for at in targets if at in self._parts), "word/document.xml")

    def _stories(self) -> list[str]:
        """The parts that hold text: the document and its notes."""
        return [self.main, *(at for at in map(self.place, ("footnotes", "endnotes")) if at)]

    def place(self, kind: str) -> str:
        """The part of that kind that the document names; empty where there is none."""
        return next(iter(self.places(kind)), "")

    def places(self, kind: str) -> list[str]:
        return [
            at for one, at in self._of_main.values() if one == kind and at in self._parts
        ]  # fmt: skip

    @cached_property
    def _of_main(self) -> Mapping[str, tuple[str, str]]:
        return self._parts.related(self.main)

    def tree(self, part: str) -> Element | None:
        """The root of a part; None where there is none."""
        try:
            content = self._parts.read(part) if part else b""
            if len(content) > LARGEST_TEXT:
                raise Unread(Gap.TOO_LARGE)
            return parsed(transitional(content)) if content.strip() else None
        except Unread as error:
            raise refused(self.name, error.gap) from error

    def read(self, part: str) -> bytes:
        """A part as it is; empty where there is none, or it is torn."""
        try:
            return self._parts.read(part)
        except Unread as error:
            if error.gap in (Gap.TOO_LARGE, Gap.TOO_LONG):
                raise refused(self.name, error.gap) from error
            return b""

    def body(self) -> Element:
        """The document, down to its body."""
        root = self.tree(self.main)
        if root is None or root.find(f"{W}body") is None:
            raise refused(self.name, Gap.BROKEN)
        return root


def content_of(path: Path) -> bytes:
    """The bytes of a file. Raises UnreadableWord."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableWord(
            Message("NR-WORD-017", f"Không mở được tệp {path.name}: {error.strerror}.")
        ) from error


def refused(name: str, gap: Gap) -> UnreadableWord:
    """The error for a file that has such a gap."""
    match gap:
        case Gap.LOCKED:
            return UnreadableWord(
                Message(
                    "NR-WORD-018",
                    f"Tệp {name} có mật khẩu: mở bằng Word, bỏ mật khẩu (Tệp, Thông tin, Bảo vệ"
                    " tài liệu), lưu lại rồi gửi.",
                )
            )
        case Gap.TOO_LARGE | Gap.TOO_LONG:
            return UnreadableWord(
                Message(
                    "NR-WORD-019",
                    f"Tệp {name} mở ra quá lớn so với một bài viết: chép phần của bài sang một"
                    " tệp Word mới.",
                )
            )
        case Gap.BROKEN | Gap.OLD:
            return UnreadableWord(
                Message(
                    "NR-WORD-020",
                    f"Tệp {name} không phải là tệp Word (.docx) còn nguyên: mở bằng Word, chọn"
                    " Lưu thành (Save As), kiểu .docx, rồi gửi lại.",
                )
            )
