"""The check of a packed file before anything reads it: what it claims, and what it really holds.

A package comes from anybody's mail. Its sizes are counted while it is unpacked, in memory; no name
in it is ever a place on the disk, and nothing that it points to elsewhere is fetched.
"""

import re
import stat
from collections import Counter
from collections.abc import Iterator
from zipfile import ZipInfo

from ...domain.message import Message
from ...domain.text.vietnamese import clean
from ...office_files.parts import RELATIONSHIPS, Parts, parsed
from ...office_files.words.passage import Allowance, Gap, Unread
from .handed_format import HandedFormat
from .refusals import FileNotTaken, refused_format

#: Of one article, in its file or beside it.
MOST_PICTURES = 100
_MOST_PARTS = 2_000
# In bytes, unpacked: the text of a book; an article has a hundredth of it.
_LARGEST_XML = 12_000_000
# Zeros pack a thousand times; pictures and the longest texts not a hundred times.
_MOST_RATIO, _SMALL_ENOUGH = 300, 10_000_000
_XML = (".xml", ".rels", ".vml")
_UNSAFE_NAME = re.compile(r"(?:^|/)\.\.(?:/|$)|^/|^[A-Za-z]:|[\x00-\x1f\x7f]")
_DECLARED = tuple(
    mark.encode(codec)
    for mark in ("<!DOCTYPE", "<!ENTITY")
    for codec in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
)
# What a template of one's own machine is attached by is no place elsewhere.
_ELSEWHERE = re.compile(r"^(?:https?|ftp):|^(?:file:)?(?://|\\\\)[^/\\]", re.IGNORECASE)
_SAID_BY_READER = frozenset({"hyperlink", "image"})
_PICTURE = re.compile(r"(?:^|/)media/[^/]+\.(?!wmf|emf|svg|bin)\w+$", re.IGNORECASE)


class Room(Allowance):
    """The most that a paper with its photos may unpack to, and take."""

    LARGEST, LONGEST = 400_000_000, 60.0


def check_word(content: bytes, name: str) -> tuple[Message, ...]:
    """Sentences on what a .docx points to elsewhere. Raises FileNotTaken for an unsafe one."""
    try:
        parts = Parts(content, Room())
        check_names(parts.listed, name, most=_MOST_PARTS)
        _check_macros(parts, name)
        _check_pictures(parts, name)
        for part in parts:
            _check_part(parts, part, name)
        return tuple(_elsewhere(parts))
    except Unread as error:
        raise refused_gap(error.gap, name) from error


def check_names(listed: tuple[ZipInfo, ...], name: str, *, most: int) -> None:
    """Raises FileNotTaken for names that lead out of the file, for links, and for twins."""
    if len(listed) > most:
        raise _too_large(name)
    for entry in listed:
        path = entry.orig_filename.replace("\\", "/")
        is_link = stat.S_ISLNK(entry.external_attr >> 16)
        if is_link or _UNSAFE_NAME.search(path):
            shown = clean(path)[:80]
            raise FileNotTaken(
                Message(
                    "NR-OPEN-001",
                    f"“{name}” có phần mang tên không an toàn (“{shown}”), nên máy không mở. Mở"
                    " bằng chương trình đã làm ra nó, lưu thành tệp mới rồi đưa tệp ấy.",
                )
            )
    names = (entry.filename.replace("\\", "/").casefold() for entry in listed)
    if twins := [path for path, times in Counter(names).items() if times > 1]:
        raise FileNotTaken(
            Message(
                "NR-OPEN-002",
                f"“{name}” có hai phần cùng tên (“{clean(twins[0])[:80]}”): mỗi chương trình sẽ đọc"
                " ra một bài khác. Xin lưu thành tệp mới rồi đưa tệp ấy.",
            )
        )


def refused_gap(gap: Gap, name: str) -> FileNotTaken:
    """The error for a packed file that could not be read to its end."""
    match gap:
        case Gap.LOCKED:
            return refused_format(HandedFormat.LOCKED, name)
        case Gap.TOO_LARGE | Gap.TOO_LONG:
            return _too_large(name)
        case Gap.BROKEN | Gap.OLD:
            return refused_format(HandedFormat.BROKEN, name)


def _too_large(name: str) -> FileNotTaken:
    return FileNotTaken(
        Message(
            "NR-OPEN-003",
            f"“{name}” mở ra quá lớn so với một bài viết, nên máy không mở. Chép phần của bài và"
            " ảnh của bài sang một tệp Word mới.",
        )
    )


def _check_macros(parts: Parts, name: str) -> None:
    if any(part.lower().endswith(("vbaproject.bin", "vbadata.xml")) for part in parts):
        raise refused_format(HandedFormat.DOCM, name)


def _check_pictures(parts: Parts, name: str) -> None:
    if (count := sum(map(bool, map(_PICTURE.search, parts)))) > MOST_PICTURES:
        raise FileNotTaken(
            Message(
                "NR-OPEN-004",
                f"“{name}” có {count} ảnh; một bài nhận nhiều nhất {MOST_PICTURES}. Chọn những ảnh"
                " đẹp nhất, xóa bớt trong Word rồi lưu lại; hoặc chia thành nhiều bài.",
            )
        )


def _check_part(parts: Parts, part: str, name: str) -> None:
    content = parts.read(part)
    packed = max(1, parts.entries[part].compress_size)
    is_xml = part.lower().endswith(_XML)
    if len(content) > (_LARGEST_XML if is_xml else _SMALL_ENOUGH) and (
        is_xml or len(content) > _MOST_RATIO * packed
    ):
        raise _too_large(name)
    if is_xml and any(mark in content for mark in _DECLARED):
        # Entities make a small text a large one, or fetch files; no office writes any.
        raise FileNotTaken(
            Message(
                "NR-OPEN-005",
                f"“{name}” có khai báo DOCTYPE trong phần “{clean(part)[:80]}”, điều Word không bao"
                " giờ ghi: có thể là tệp cố ý phá. Máy không mở. Xin tác giả gửi lại bản gốc.",
            )
        )
    if part.endswith(("word/document.xml", ".rels")):
        # The reader stops at 256 elements within one another.
        parsed(content)


def _elsewhere(parts: Parts) -> Iterator[Message]:
    found: dict[str, None] = {}
    for part in parts:
        if part.endswith(".rels"):
            for one in parsed(parts.read(part)).iter(RELATIONSHIPS):
                kind, target = one.get("Type", "").rpartition("/")[2], one.get("Target", "")
                is_outside = one.get("TargetMode") == "External" and _ELSEWHERE.search(target)
                if is_outside and kind not in _SAID_BY_READER:
                    found[clean(target)[:120]] = None
    if found:
        shown = ", ".join(f"“{target}”" for target in [*found][:3])
        yield Message(
            "NR-OPEN-006",
            f"Tài liệu trỏ tới tệp ở nơi khác ({shown}{'…' if len(found) > 3 else ''}): máy không"
            " mở, không tải về.",
        )
