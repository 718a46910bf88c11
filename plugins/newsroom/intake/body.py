"""The text of an article: Markdown to clean HTML, cut open where it points to something of ours."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
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

# Between these signs, which no text can hold, stands the number of a reference.
_MARK = "\ue010{}\ue011"
_NO_MARKS = dict.fromkeys(map(ord, "\ue010\ue011"))
_CUT = re.compile('(?:href|src)="\ue010(\\d+)\ue011"')
_TAG = re.compile(r"<([a-zA-Z][\w-]*)")
_TAGS = nh3.ALLOWED_TAGS - {"map", "area"} | {"figure", "figcaption", "mark"}
_ATTRIBUTES: Mapping[str, set[str]] = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title"},
    "ol": {"start"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan", "scope"},
    "*": {"lang"},
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
        self.site_url = site_url
        self.text, self.first_line = clean(text).translate(_NO_MARKS), line
        self.path, self.label, self.folder = path, folder.label(path), folder
        self.references: list[Reference] = []
        self.problems: list[Problem] = []

    def read(self) -> Body:
        rendered = _markdown().reset().convert(self.text)
        for tag in sorted({t.lower() for t in _TAG.findall(rendered)} - _TAGS):
            self._problem(
                f"<{tag}",
                f"Thẻ <{tag}> không được dùng trong bài nên sẽ bị bỏ.",
                "Viết bằng Markdown, hoặc đặt liên kết tới nội dung đó.",
                Level.WARNING,
            )
        cleaned = nh3.clean(
            rendered,
            tags=_TAGS,
            attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
            attribute_filter=self._attribute,
            url_schemes={"http", "https", "mailto", "tel"},
            link_rel=None,
        )
        return Body(tuple(self._parts(cleaned)))

    def _parts(self, html: str) -> Iterator[str | Reference]:
        for n, piece in enumerate(_CUT.split(html)):
            if n % 2:
                yield self.references[int(piece)]
            elif piece:
                yield piece

    def _attribute(self, tag: str, name: str, value: str) -> str | None:
        """Called for every attribute that stays; what points inside becomes a reference."""
        if (tag, name) not in (("a", "href"), ("img", "src")):
            return value
        address = urlsplit(self._from_our_root(value))
        if address.scheme or address.netloc:
            return self._outside(tag, value)
        target = clean(unquote(address.path))
        if not target:
            return value if tag == "a" and address.fragment else None
        found = resolve(target, self.path, self.folder)
        if found is None:
            self._missing(target, value)
            return None
        if tag == "img" and found.kind is not ReferenceKind.PICTURE:
            self._problem(
                value, f"“{target}” không phải là ảnh.", "Chọn tệp ảnh .jpg, .png hoặc .webp."
            )
            return None
        fragment = address.fragment if found.kind is ReferenceKind.ARTICLE else ""
        self.references.append(replace(found, fragment=fragment, line=self._line(value)))
        return _MARK.format(len(self.references) - 1)

    def _from_our_root(self, value: str) -> str:
        """An article of ours named by its whole address, as an address from the site's root."""
        ours = f"{self.site_url}/tin-bai/"
        is_ours = self.site_url and value.startswith(ours)
        return value.removeprefix(self.site_url) if is_ours else value

    def _outside(self, tag: str, value: str) -> str | None:
        if tag == "img":
            self._problem(
                value,
                f"Ảnh “{value}” nằm ở trang khác.",
                "Tải ảnh về, đặt cạnh bài rồi ghi tên tệp ảnh.",
            )
            return None
        return value

    def _missing(self, target: str, written: str) -> None:
        self._problem(written, *explain_missing(target, self.path, self.folder))

    def _line(self, near: str) -> int:
        """The line of the file on which these words first stand."""
        for words in (near, unquote(near)):
            before, found, _ = self.text.partition(words)
            if found:
                return self.first_line + before.count("\n")
        return self.first_line

    def _problem(self, near: str, message: str, hint: str, level: Level = Level.ERROR) -> None:
        self.problems.append(Problem(self.label, self._line(near), message, hint, level))


def explain_missing(target: str, path: str, folder: ContentFolder) -> tuple[str, str]:
    """What to say, and the remedy, when nothing can be shown for a path in the file at `path`."""
    here, ending = posixpath.dirname(path), posixpath.splitext(target)[1]
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
