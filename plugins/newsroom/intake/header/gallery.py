"""The gallery of an article: a folder of pictures named in its header (thư viện)."""

import posixpath
import re

from ...domain.message import Message
from ...domain.problem import Level
from ...domain.text.vietnamese import clean, slug
from ...vocabulary.fields.article_fields import ArticleField
from ..content.item_file import ItemFile
from ..folder.content_folder import ContentFolder

# Windows and macOS leave these in every folder of pictures.
_LITTER = frozenset({"thumbs.db", "desktop.ini", "ehthumbs.db"})
_NUMBER = re.compile(r"(\d+)")


def read_gallery(file: ItemFile, folder: ContentFolder) -> tuple[str, ...]:
    """The pictures of the folder that the header names, in their order."""
    entry = file.header.first(ArticleField.GALLERY)
    if entry is None or not entry.value:
        return ()
    target = clean(entry.value).strip().replace("\\", "/")
    place = folder.find_folder(target, file.path)
    if place is None:
        file.problem(
            entry,
            Message("NR-IMAGE-012", f"Không tìm thấy thư mục ảnh “{entry.value}”."),
            "Đặt các ảnh vào một thư mục riêng cạnh bài hoặc trong anh/, rồi ghi tên thư mục ấy.",
        )
        return ()
    inside = folder.inside(place)
    pictures = [path for path in inside if folder.is_picture(path)]
    if any(path.endswith(".md") for path in inside):
        file.problem(
            entry,
            Message(
                "NR-IMAGE-013",
                f"Thư mục “{entry.value}” có cả tệp bài, nên không dùng làm thư viện ảnh.",
            ),
            "Chuyển các ảnh của sự kiện này vào một thư mục riêng.",
        )
        return ()
    if not pictures:
        file.problem(
            entry,
            Message("NR-IMAGE-014", f"Thư mục “{entry.value}” chưa có ảnh nào."),
            "Chép ảnh vào, hoặc bỏ dòng này.",
        )
    others = [posixpath.basename(path) for path in inside if path not in pictures]
    if others := [name for name in others if name.casefold() not in _LITTER]:
        file.problem(
            entry,
            Message(
                "NR-IMAGE-015", f"Thư viện ảnh bỏ qua tệp không phải ảnh: {', '.join(others[:5])}."
            ),
            "Ảnh: lưu thành .jpg hay .png; tệp khác thì chuyển đi.",
            Level.WARNING,
        )
    return tuple(sorted(pictures, key=_as_people_count))


def _as_people_count(path: str) -> tuple[object, ...]:
    """anh 2 before anh 10, đẹp before lớp, whatever the case; total."""
    parts = _NUMBER.split(slug(posixpath.basename(path)))
    return (*((n % 2, int(p) if n % 2 else p) for n, p in enumerate(parts)), path)
