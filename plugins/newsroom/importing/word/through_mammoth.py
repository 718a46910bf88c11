"""The plain document as HTML, by mammoth: an extra that only those install who take in Word files.

Each paragraph is a `<p>` that begins with `<a id="pN">`; a picture is `<img src="N">`, counted from
1 as it was placed.
"""

import io
import sys
import zipfile
from collections.abc import Mapping
from importlib.util import find_spec
from typing import Any
from xml.sax.saxutils import quoteattr

from ...domain.message import Message
from ...office_files.words.passage import Gap
from .package import UnreadableWord, refused
from .preparing.plain_document import NOTES, PlainDocument
from .xml_names import Element

_TYPES = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
<Default Extension="xml" ContentType="application/xml"/>\
<Default Extension="png" ContentType="image/png"/></Types>"""
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
# As the text rules write words that are struck out.
_STYLE_MAP = "strike => del"


def is_mammoth_there() -> bool:
    """True where the extra of requirements-word.txt is installed."""
    return find_spec("mammoth") is not None


def html_of(plain: PlainDocument, name: str) -> str:
    """The document as HTML, its notes at the end; `name` is the file's. Raises UnreadableWord."""
    try:
        import mammoth
    except ImportError:
        raise UnreadableWord(
            Message(
                "NR-WORD-021",
                "Chưa cài phần đọc tệp Word (mammoth). Gõ:\n"
                f"    {sys.executable} -m pip install --require-hashes -r requirements-word.txt",
            )
        ) from None
    try:
        made = mammoth.convert_to_html(
            io.BytesIO(_package(plain)),
            style_map=_STYLE_MAP,
            convert_image=mammoth.images.img_element(_number),
            include_embedded_style_map=False,
        )
    except (ValueError, LookupError, AttributeError, RecursionError) as error:
        # What it asks for without looking, in a file that somebody damaged.
        raise refused(name, Gap.BROKEN) from error
    return str(made.value)


def _number(image: Any) -> dict[str, str]:
    with image.open() as content:
        return {"src": content.read().decode("ascii")}


def _package(plain: PlainDocument) -> bytes:
    """A .docx that holds the plain document, with the number of each picture in its place."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        file.writestr("[Content_Types].xml", _TYPES)
        file.writestr("word/document.xml", _xml(plain.body))
        for kind in NOTES:
            if kind in plain.notes:
                file.writestr(f"word/{kind}.xml", _xml(plain.notes[kind]))
        pictures = {f"picture{n}": n for n in range(1, len(plain.pictures) + 1)}
        for kind, links in plain.links.items():
            file.writestr(f"word/_rels/{kind}.xml.rels", _relations(links, pictures))
        for n in pictures.values():
            file.writestr(f"word/media/{n}.png", str(n))
    return made.getvalue()


def _xml(root: Element) -> bytes:
    from lxml import etree

    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True))


def _relations(links: Mapping[str, str], pictures: Mapping[str, int]) -> str:
    rows = [
        f'<Relationship Id="{id}" Type="{_RELATIONS}/hyperlink" TargetMode="External"'
        f" Target={quoteattr(address)}/>"
        for id, address in links.items()
    ]
    rows += [
        f'<Relationship Id="{id}" Type="{_RELATIONS}/image" Target="media/{n}.png"/>'
        for id, n in pictures.items()
    ]
    return f'<Relationships xmlns="{_PACKAGE}">{"".join(rows)}</Relationships>'
