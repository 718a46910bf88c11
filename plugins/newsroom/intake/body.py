"""The text of an article: Markdown to clean HTML, cut open where it points to something of ours."""

import hashlib
import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from html import escape
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element, SubElement

import markdown
import nh3
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from ..domain.article import Body, Reference, ReferenceKind
from ..domain.problem import Level, Problem
from ..domain.vietnamese import clean
from .content_folder import PICTURE_ENDINGS, ContentFolder

_SCHEMES = {"http", "https", "mailto", "tel"}
_SCHEME = re.compile(r"""(?:href|src)\s*=\s*["']?\s*([a-z][\w+.-]*):([^"'>\s]*)""", re.IGNORECASE)
_TAG = re.compile(r"<([a-zA-Z][\w-]*)")
_OUTSIDE = re.compile(r"^(?:www\.|[\w-]+\.(?:vn|com|me|net|org|edu)\b|[^/]+@[^/]+\.|\+?\d{8,}$)")
_TAGS = nh3.ALLOWED_TAGS - {"map", "area"} | {"figure", "figcaption", "mark"}
_ATTRIBUTES: Mapping[str, set[str]] = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title"},
    "ol": {"start"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan", "scope"},
    "*": {"lang", "id"},
}


def read_body(
    text: str, path: str, line: int, folder: ContentFolder, site_url: str = ""
) -> tuple[Body, list[Problem]]:
    """The Markdown of one file as HTML in parts, with the problems of its links and pictures.

    `path` is the file's path in the content folder, `line` that of the text's first line. A whole
    address that begins with `site_url` is one of our own.
    """
    reader = _BodyReader(text, path, line, folder, site_url)
    return reader.read(), reader.problems


class _BodyReader:
    def __init__(
        self, text: str, path: str, line: int, folder: ContentFolder, site_url: str
    ) -> None:
        self.site = urlsplit(site_url)
        self.text, self.first_line = clean(text), line
        self.path, self.label, self.folder = path, folder.label(path), folder
        self.references: list[Reference] = []
        self.problems: list[Problem] = []
        self._seen: Counter[str] = Counter()
        # A sign that the text cannot hold, since it is made from all of it.
        self._mark = hashlib.sha256(self.text.encode()).hexdigest()[:32]

    def read(self) -> Body:
        try:
            rendered = _markdown().reset().convert(self.text)
        except Exception:
            # Markdown fails on some texts with RecursionError and others, and stays broken.
            _markdown.cache_clear()
            self._problem(
                "",
                "Nội dung bài có chỗ lồng quá sâu hoặc viết sai, nên không đọc được.",
                "Bỏ bớt danh sách lồng nhau hoặc dấu lạ, rồi thử lại.",
            )
            return Body()
        for tag in sorted({t.lower() for t in _TAG.findall(rendered)} - _TAGS):
            self._problem(
                f"<{tag}",
                f"Thẻ <{tag}> không được dùng trong bài nên sẽ bị bỏ.",
                "Viết bằng Markdown, hoặc đặt liên kết tới nội dung đó.",
                Level.WARNING,
            )
        for scheme, rest in _SCHEME.findall(rendered):
            if scheme.lower() not in _SCHEMES:
                self._problem(
                    f"{scheme}:{rest}",
                    f"Địa chỉ “{(scheme + ':' + rest)[:60]}” không dùng được trên trang.",
                    "Đặt tệp hoặc ảnh cạnh bài rồi ghi tên tệp; liên kết thì bắt đầu bằng https://.",
                )
        cleaned = nh3.clean(
            rendered,
            tags=_TAGS,
            attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
            attribute_filter=self._attribute,
            url_schemes=_SCHEMES,
            link_rel=None,
        )
        return Body(tuple(self._parts(cleaned)))

    def _parts(self, html: str) -> Iterator[str | Reference]:
        if not self.references:
            yield html
            return
        for n, piece in enumerate(re.split(rf'(?:href|src)="{self._mark}-(\d+)"', html)):
            if n % 2:
                yield self.references[int(piece)]
            elif piece:
                yield piece

    def _attribute(self, tag: str, name: str, value: str) -> str | None:
        """Called for every attribute that stays; what points inside becomes a reference."""
        if name == "id":
            # Only footnotes need one; others could stand in the way of the page's own.
            return value if value.startswith("fn") else None
        if (tag, name) not in (("a", "href"), ("img", "src")):
            return value
        self._seen[value] += 1
        try:
            address = urlsplit(value)
            is_ours = _host(address.netloc) == _host(self.site.netloc) != ""
        except ValueError:
            self._problem(value, f"Không hiểu địa chỉ “{value}”.", "Chép lại đường liên kết.")
            return None
        path = address.path.removeprefix(self.site.path)
        if is_ours and address.path.startswith(self.site.path) and self.folder.address(path):
            address = address._replace(scheme="", netloc="", path=path)
        if address.scheme in ("http", "https") and not address.netloc:
            self._problem(value, f"Địa chỉ “{value}” thiếu tên trang.", "Chép lại đường liên kết.")
            return None
        if address.scheme or address.netloc:
            return self._outside(tag, value)
        target = clean(unquote(address.path))
        if not target:
            return value if tag == "a" and address.fragment else None
        return self._inside(tag, name, value, target, address.fragment)

    def _inside(self, tag: str, name: str, value: str, target: str, fragment: str) -> str | None:
        found = resolve(target, self.path, self.folder)
        if found is None:
            self._problem(value, *explain_missing(target, self.path, self.folder))
            return None
        if tag == "img" and found.kind is not ReferenceKind.PICTURE:
            self._problem(
                value, f"“{target}” không phải là ảnh.", "Chọn tệp ảnh .jpg, .png hoặc .webp."
            )
            return None
        keeps = found.kind in (ReferenceKind.ARTICLE, ReferenceKind.LISTING)
        self.references.append(
            replace(
                found,
                attribute=name,
                fragment=fragment if keeps else "",
                line=self._line(value),
            )
        )
        return f"{self._mark}-{len(self.references) - 1}"

    def _outside(self, tag: str, value: str) -> str | None:
        if tag == "img":
            self._problem(
                value,
                f"Ảnh “{value}” nằm ở trang khác.",
                "Tải ảnh về, đặt cạnh bài rồi ghi tên tệp ảnh.",
            )
            return None
        return value

    def _line(self, near: str) -> int:
        """The line of the file on which these words stand, the n-th time they are met."""
        for words in dict.fromkeys((near, unquote(near), escape(near, quote=False))):
            whole = re.compile(rf"(?<![\w./%-]){re.escape(words)}") if words else None
            places = list(whole.finditer(self.text)) if whole else []
            if places:
                place = places[min(max(self._seen[near], 1), len(places)) - 1].start()
                return self.first_line + self.text.count("\n", 0, place)
        return self.first_line

    def _problem(self, near: str, message: str, hint: str, level: Level = Level.ERROR) -> None:
        self.problems.append(Problem(self.label, self._line(near), message, hint, level))


def _host(netloc: str) -> str:
    """The host without what makes no difference: www, port, a dot at the end, capitals."""
    return netloc.lower().split(":")[0].rstrip(".").removeprefix("www.")


def explain_missing(target: str, path: str, folder: ContentFolder) -> tuple[str, str]:
    """What to say, and the remedy, when nothing can be shown for a path in the file at `path`."""
    here, ending = posixpath.dirname(path), posixpath.splitext(target)[1]
    if _OUTSIDE.match(target):
        return (
            f"“{target}” không phải là tên tệp của bài.",
            "Trang mạng thì thêm https:// ở đầu, thư điện tử thêm mailto:, điện thoại thêm tel:.",
        )
    if folder.holds_unusable(target, here):
        return (
            f"Tệp “{target}” thuộc loại {ending or 'không rõ'} nên chưa dùng được trong bài.",
            "Ảnh: lưu lại thành .jpg; văn bản: lưu thành .pdf.",
        )
    like = folder.nearest(target, here)
    what = "ảnh" if target.lower().endswith(PICTURE_ENDINGS) else "bài hoặc tệp"
    return (
        f"Không tìm thấy {what} “{target}”.",
        f"Có phải là “{like}”?" if like else "Kiểm tra tên tệp; đặt tệp cạnh bài.",
    )


def resolve(target: str, path: str, folder: ContentFolder) -> Reference | None:
    """What a path written in the file at `path` points to; None where there is nothing.

    Pelican's {filename}, {static} and {attach} in front are understood and not needed.
    """
    plain = re.sub(r"^\{(?:filename|static|attach)\}", "", clean(target).strip())
    if found := folder.address(plain):
        return found
    found_path = folder.find(plain, posixpath.dirname(path))
    return Reference(kind=_kind(found_path), target=found_path) if found_path else None


def _kind(path: str) -> ReferenceKind:
    if path.endswith(".md"):
        return ReferenceKind.ARTICLE
    return ReferenceKind.PICTURE if path.lower().endswith(PICTURE_ENDINGS) else ReferenceKind.FILE


class _Figures(Treeprocessor):
    """A picture alone in its paragraph becomes a figure, its title the caption."""

    def run(self, root: Element) -> None:
        for paragraph in root.iter("p"):
            pictures = list(paragraph)
            alone = len(pictures) == 1 and pictures[0].tag == "img"
            if (
                alone
                and not (paragraph.text or "").strip()
                and not (pictures[0].tail or "").strip()
            ):
                paragraph.tag = "figure"
                if caption := pictures[0].attrib.pop("title", ""):
                    SubElement(paragraph, "figcaption").text = caption


class _Headings(Treeprocessor):
    """A text that uses `#` headings has them one step lower: the page's h1 is its title."""

    def run(self, root: Element) -> None:
        headings = [element for element in root.iter() if re.fullmatch("h[1-5]", element.tag)]
        if any(heading.tag == "h1" for heading in headings):
            for heading in headings:
                heading.tag = f"h{int(heading.tag[1]) + 1}"


class _Newsroom(Extension):
    def extendMarkdown(self, md: Any) -> None:  # noqa: N802
        md.treeprocessors.register(_Figures(md), "newsroom-figures", 5)
        md.treeprocessors.register(_Headings(md), "newsroom-headings", 5)


@cache
def _markdown() -> markdown.Markdown:
    return markdown.Markdown(
        extensions=["tables", "sane_lists", "footnotes", "attr_list", _Newsroom()],
        output_format="html",
    )
