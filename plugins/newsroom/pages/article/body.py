"""The text of an item as the reader of one page gets it: references become links."""

import re
from collections.abc import Iterator
from functools import partial
from html import escape
from itertools import chain, count, repeat

from markupsafe import Markup

from ...domain.content.content_item import Body, Reference, ReferenceKind
from ...domain.site.article_record import ArticleRecord
from ..build.site import Site
from .renditions import MadePicture

# How wide a picture stands in the column of an article (theme: --measure, and the page's margins).
IN_COLUMN = "(min-width: 42rem) 40rem, calc(100vw - 2rem)"
# Inside a tag: anything but its end, which may stand within quotes.
_INSIDE = r'(?:[^">]|"[^"]*")*'
_DEAD_LINK = re.compile(rf"<a {_INSIDE}\x00{_INSIDE}>(.*?)</a>", re.DOTALL)
_DEAD_PICTURE = re.compile(
    rf"<figure>\s*<img {_INSIDE}\x00{_INSIDE}>.*?</figure>|<img {_INSIDE}\x00{_INSIDE}>", re.DOTALL
)
# A picture that stands alone, and the last, largest, of its files.
_PICTURE_ALONE = re.compile(
    rf'(?<=<figure>)\s*(<img {_INSIDE}srcset="(?:[^" ]+ \d+w, )*([^" ]+) \d+w"{_INSIDE}>)'
)
_TABLE = re.compile(r"<table\b[^>]*>|</table>")


def body_html(
    body: Body, site: Site, root: str, *, with_pictures: bool = True, leads: bool = False
) -> Markup:
    """The text as HTML for a page from which `root` leads to the root of the site.

    Its first picture is wanted at once if it `leads` the page, with none above it.

    A link to what is not public, or not there, loses the link and keeps its words. A picture that
    stands alone becomes a link to its largest file. A table is moved within a frame of its own.
    """
    loadings = chain(("eager",) if leads else (), repeat("lazy"))
    html = "".join(
        part if isinstance(part, str) else _attribute(part, site, root, with_pictures, loadings)
        for part in body.parts
    )
    if "\x00" in html:
        html = _DEAD_PICTURE.sub("", _DEAD_LINK.sub(r"\1", html))
    if "<table" in html:
        html = _TABLE.sub(partial(_framed, count(1)), html)
    return Markup(_PICTURE_ALONE.sub(_linked, html))


def _framed(numbers: Iterator[int], tag: re.Match[str]) -> str:
    """A wide table is moved from side to side, by the keyboard too, and the page stays."""
    if tag[0] == "</table>":
        return "</table></div>"
    name = f"Bảng {next(numbers)} trong bài"
    return f'<div class="table-scroll" tabindex="0" role="region" aria-label="{name}">{tag[0]}'


def _linked(found: re.Match[str]) -> str:
    """The light box of the theme takes these links over (data-photo)."""
    picture, largest = found.groups()
    # Where the picture has words, they are those of the link.
    name = ' aria-label="Xem ảnh lớn"' if ' alt="' not in picture or ' alt=""' in picture else ""
    return f'<a class="photo" href="{largest}" data-photo=""{name}>{picture}</a>'


def addresses_in(record: ArticleRecord, site: Site) -> list[str | None]:
    """The addresses of the links of an item today; None for what is not public or not there."""
    return [
        *(site.publication.addresses.get(to.target) for to in record.links),
        *(_list_address(to.target, site) for to in record.listings),
    ]


def _list_address(target: str, site: Site) -> str | None:
    address = target.removeprefix("/")
    return address if address in site.lists else None


def _attribute(
    reference: Reference, site: Site, root: str, with_pictures: bool, loadings: Iterator[str]
) -> str:
    match reference.kind:
        case ReferenceKind.ARTICLE:
            url = site.publication.addresses.get(reference.target)
            # Articles have no places inside that a link could mean.
            return "\x00" if url is None else f'href="{escape(f"{root}/{url}")}"'
        case ReferenceKind.LISTING:
            url = _list_address(reference.target, site)
            fragment = f"#{reference.fragment}" if reference.fragment else ""
            return "\x00" if url is None else f'href="{escape(f"{root}/{url}{fragment}")}"'
        case ReferenceKind.FILE:
            return f'href="{root}/{site.pictures.files.url(reference.target)}"'
        case ReferenceKind.PICTURE:
            picture = site.picture(reference.target) if with_pictures else None
            if picture is None:
                return "\x00"
            if reference.attribute == "href":
                return f'href="{root}/{picture.url}"'
            return _sources(picture, root, next(loadings))


def _sources(picture: MadePicture, root: str, loading: str) -> str:
    """The attributes of <img> by which a browser chooses the file that fits."""
    files = ", ".join(f"{root}/{copy.url} {copy.width}w" for copy in picture.copies)
    urgent = ' fetchpriority="high"' if loading == "eager" else ""
    return (
        f'src="{root}/{picture.plain_url}" srcset="{files}" sizes="{IN_COLUMN}"'
        f' width="{picture.width}" height="{picture.height}" loading="{loading}"{urgent}'
        ' decoding="async"'
    )
