"""The text of an article: Markdown to clean HTML, cut open where it points to something of ours."""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from dataclasses import replace
from functools import cached_property
from itertools import islice
from urllib.parse import unquote, urlsplit

import nh3

from ...domain.content.content_item import Body, Reference, ReferenceKind
from ...domain.message import Message
from ...domain.problem import Level, Problem
from ...domain.text.address import NO_ADDRESS, SCHEMES, fault_of_address, normal
from ...domain.text.characters import mend
from ...domain.text.vietnamese import clean, clean_whole
from ..folder.content_folder import ContentFolder
from ..typed_text import LETTERED
from ..typed_text.typed_signs import spelt_by_number, straightened, typed_attributes
from .allowed_html import ALLOWED_ATTRIBUTES, ALLOWED_TAGS
from .checks.link_problems import LinkProblems
from .checks.text_bounds import excess_of
from .checks.typing_faults import typing_faults
from .markdown_text import BrokenMarkdown, Rendered, fill, render, render_whole
from .targets import explain_missing, resolve

# Of slips of typing in one text: nobody mends more at once.
_TOLD = 100
_TAG = re.compile(r"<([a-zA-Z][\w-]*)")


def read_body(
    text: str, path: str, line: int, folder: ContentFolder, site_url: str = ""
) -> tuple[Body, list[Problem]]:
    """The Markdown of one file as HTML in parts, with the problems of its links and pictures.

    `path` is the file's path in the content folder, `line` that of the text's first line. A whole
    address that begins with `site_url` is one of our own.
    """
    reader = _BodyReader(text, path, line, folder, site_url)
    body = reader.read(render)
    if body is None:
        reader = _BodyReader(text, path, line, folder, site_url)
        body = reader.read(render_whole) or Body()
    return body, reader.problems


class _BodyReader:
    def __init__(
        self, text: str, path: str, line: int, folder: ContentFolder, site_url: str
    ) -> None:
        self.site = urlsplit(site_url)
        self.text, self.first_line = straightened(clean_whole(text)), line
        self.path, self.label, self.folder = path, folder.label(path), folder
        self.references: list[Reference] = []
        self.problems: list[Problem] = []
        self._links = LinkProblems(self.text, self.label, line)
        self._raised: BaseException | None = None

    @cached_property
    def _mark(self) -> str:
        """A sign that the text cannot hold, since it is made from all of it."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:32]

    def read(self, render: Callable[[str], Rendered]) -> Body | None:
        """The text; None if it came back from the sanitiser in another shape than it went."""
        if excess := excess_of(self.text, self.label, self.first_line):
            self.problems.append(excess)
            return Body()
        try:
            rendered = render(self.text)
        except BrokenMarkdown:
            self._problem(
                "",
                Message(
                    "NR-TEXT-018",
                    "Nội dung bài có chỗ lồng quá sâu hoặc viết sai, nên không đọc được.",
                ),
                "Bỏ bớt danh sách lồng nhau hoặc dấu lạ, rồi thử lại.",
            )
            return Body()
        tags = Counter(tag.lower() for tag in _TAG.findall(rendered.html))
        for tag in sorted(tags.keys() - ALLOWED_TAGS):
            places = f" (ở {tags[tag]} chỗ)" if tags[tag] > 1 else ""
            self._problem(
                f"<{tag}",
                Message(
                    "NR-TEXT-019", f"Thẻ <{tag}>{places} không được dùng trong bài nên sẽ bị bỏ."
                ),
                "Viết bằng Markdown, hoặc đặt liên kết tới nội dung đó.",
                Level.WARNING,
            )
        for tag, name in typed_attributes(self.text, rendered.html):
            if (
                tag in ALLOWED_TAGS
                and name not in ALLOWED_ATTRIBUTES.get(tag, set()) | ALLOWED_ATTRIBUTES["*"]
            ):
                self._problem(
                    f"{name}=",
                    Message(
                        "NR-TEXT-020",
                        f"Thuộc tính {name} của thẻ <{tag}> không được dùng trong bài nên sẽ bị"
                        " bỏ.",
                    ),
                    "Bỏ thuộc tính ấy đi; màu và cỡ chữ do giao diện của trang lo.",
                    Level.WARNING,
                )
        cleaned = self._clean(rendered)
        self.problems += self._links.not_asked(rendered.html)
        self.problems += self._links.without_a_place(cleaned)
        for place, message, hint in islice(typing_faults(self.text, rendered.html), _TOLD):
            line = self.first_line + self.text.count("\n", 0, place)
            self.problems.append(Problem(self.label, line, message, hint))
        if "&" in self.text:
            self.problems += spelt_by_number(cleaned, self.text, self.label, self.first_line)
            # Not to NFC: a mark behind a tag would join its bracket.
            cleaned = mend(cleaned)
        if not rendered.fits(cleaned):
            return None
        finished = iter(rendered.finished)
        return Body(
            tuple(
                fill(part, finished) if isinstance(part, str) else part
                for part in self._parts(cleaned)
            )
        )

    def _clean(self, rendered: Rendered) -> str:
        if rendered.is_finished:
            return rendered.html
        _reader.set(self)
        cleaned = _SANITISER.clean(rendered.html)
        if self._raised:
            raise self._raised
        return cleaned

    def _parts(self, html: str) -> Iterator[str | Reference]:
        if not self.references:
            yield html
            return
        for n, piece in enumerate(re.split(rf'(?:href|src)="{self._mark}-(\d+)"', html)):
            if n % 2:
                yield self.references[int(piece)]
            elif piece:
                yield piece

    def attribute(self, tag: str, name: str, value: str) -> str | None:
        """Called by the sanitiser for every attribute that stays.

        The sanitiser swallows whatever is raised here: it is kept, and raised when that is done.
        """
        if self._raised:
            return None
        try:
            return self._attribute(tag, name, value)
        except BaseException as error:
            self._raised = error
            return None

    def _attribute(self, tag: str, name: str, value: str) -> str | None:
        """The attribute as it stays; what points inside becomes a reference."""
        if name == "id":
            # Only footnotes need one; others could stand in the way of the page's own.
            return value if value.startswith("fn") else None
        if name == "class":
            return value if value == LETTERED else None
        if (tag, name) not in (("a", "href"), ("img", "src")):
            return value
        self._links.asked[value] += 1
        typed, value = value, normal(value)
        if fault := fault_of_address(value):
            if own := self._copied_from_serve(value):
                fault = fault._replace(right=own)
            self.problems.append(self._links.problem(tag, typed, fault))
            if not fault.is_read:
                return None
            value = fault.right
        address = urlsplit(value)
        is_ours = _host(address.netloc) == _host(self.site.netloc) != ""
        path = address.path.removeprefix(self.site.path)
        if is_ours and address.path.startswith(self.site.path) and self.folder.address(path):
            address = address._replace(scheme="", netloc="", path=path)
        if address.scheme in SCHEMES or address.netloc:
            return self._outside(tag, value)
        target = clean(unquote(address.path))
        if whole := self._whole_name(value, target):
            return self._inside(tag, name, typed, whole, "")
        if not target:
            return self._place(tag, typed, address.fragment)
        return self._inside(tag, name, typed, target, address.fragment)

    def _copied_from_serve(self, value: str) -> str:
        """The way on the site that an address of `serve` shows; empty for any other address."""
        own = re.match(r"https?://(?:localhost|127\.0\.0\.1)(?::\d+)?(/[^?#]*)", value)
        return own[1] if own and self.folder.address(own[1]) else ""

    def _whole_name(self, value: str, target: str) -> str | None:
        """The name of a file that holds signs of an address: phones write “anh #1.jpg”."""
        if not any(sign in value for sign in "#?%"):
            return None
        if target and resolve(target, self.path, self.folder):
            return None
        names = (clean(unquote(value)), clean(value))
        return next((n for n in names if resolve(n, self.path, self.folder)), None)

    def _inside(self, tag: str, name: str, value: str, target: str, fragment: str) -> str | None:
        found = resolve(target, self.path, self.folder)
        if found is None:
            self._problem(value, *explain_missing(target, self.path, self.folder))
            return None
        if tag == "img" and found.kind is not ReferenceKind.PICTURE:
            self._problem(
                value,
                Message("NR-IMAGE-016", f"“{target}” không phải là ảnh."),
                "Chọn tệp ảnh .jpg, .png hoặc .webp.",
            )
            return None
        keeps = found.kind in (ReferenceKind.ARTICLE, ReferenceKind.LISTING)
        self.references.append(
            replace(
                found,
                attribute=name,
                fragment=fragment if keeps else "",
                line=self._links.line(value),
            )
        )
        return f"{self._mark}-{len(self.references) - 1}"

    def _place(self, tag: str, value: str, place: str) -> str | None:
        """A link to a place in the same text; whether there is one shows when all is read."""
        if tag != "a" or not place:
            self.problems.append(self._links.problem(tag, value, NO_ADDRESS))
            return None
        self._links.sought.setdefault(unquote(place), value)
        return f"#{place}"

    def _outside(self, tag: str, value: str) -> str | None:
        if tag == "img":
            self._problem(
                value,
                Message("NR-IMAGE-017", f"Ảnh “{value}” nằm ở trang khác."),
                "Tải ảnh về, đặt cạnh bài rồi ghi tên tệp ảnh.",
            )
            return None
        return value

    def _problem(self, near: str, message: Message, hint: str, level: Level = Level.ERROR) -> None:
        self.problems.append(Problem(self.label, self._links.line(near), message, hint, level))


def _host(netloc: str) -> str:
    """The host without what makes no difference: www, port, a dot at the end, capitals."""
    return netloc.lower().split(":")[0].rstrip(".").removeprefix("www.")


# Making a sanitiser takes longer than cleaning an article, so all readers share one.
_reader: ContextVar[_BodyReader] = ContextVar("reader")
_SANITISER = nh3.Cleaner(
    tags=ALLOWED_TAGS,
    attributes={tag: set(names) for tag, names in ALLOWED_ATTRIBUTES.items()},
    attribute_filter=lambda tag, name, value: _reader.get().attribute(tag, name, value),
    url_schemes=set(SCHEMES),
    link_rel=None,
)
