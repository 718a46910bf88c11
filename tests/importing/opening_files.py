"""Files as people hand them in, and as nobody should: made by hand, byte by byte."""

import io
import zipfile

TYPES = "[Content_Types].xml"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def types(main: str = _MAIN.format("document.main")) -> str:
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
    )


def relationships(*rows: tuple[str, str, bool]) -> str:
    """Each row a kind, a target, and True where it lies elsewhere."""
    inside = "".join(
        f'<Relationship Id="r{n}" Type="{KINDS}/{kind}" Target="{target}"'
        + ' TargetMode="External"' * outside
        + "/>"
        for n, (kind, target, outside) in enumerate(rows)
    )
    return f'<Relationships xmlns="{RELATIONSHIPS}">{inside}</Relationships>'


def document(body: str = "<w:p><w:r><w:t>Ngày hội Mẫu</w:t></w:r></w:p>", before: str = "") -> str:
    return f'{before}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'


USUAL: dict[str, str | bytes] = {
    TYPES: types(),
    "_rels/.rels": relationships(("officeDocument", "word/document.xml", False)),
    "word/document.xml": document(),
}


def packed(
    parts: dict[str, str | bytes], *also: tuple[str | zipfile.ZipInfo, str | bytes]
) -> bytes:
    """A .zip of these parts, and of entries that no mapping could hold."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in [*parts.items(), *also]:
            known = isinstance(name, zipfile.ZipInfo)
            entry = name if known else zipfile.ZipInfo(name, (2026, 11, 21, 8, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(entry, content)
    return made.getvalue()


def docx(*also: tuple[str | zipfile.ZipInfo, str | bytes], **parts: str | bytes) -> bytes:
    return packed({**USUAL, **parts}, *also)


def macro_document() -> bytes:
    return packed({**USUAL, TYPES: types("application/vnd.ms-word.document.macroEnabled.main+xml")})


def template() -> bytes:
    return packed({**USUAL, TYPES: types(_MAIN.format("template.main"))})


def old_office(stream: str) -> bytes:
    return OLE + b"\0" * 504 + stream.encode("utf-16-le") + b"\0" * 600


def open_document(kind: str) -> bytes:
    return packed({"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": "<a/>"})


def patched(content: bytes, name: str, field: int, value: bytes) -> bytes:
    """A .zip whose directory claims something else of an entry."""
    found = content.rfind(b"PK\x01\x02")
    while found >= 0 and content[found + 46 :].startswith(name.encode()) is False:
        found = content.rfind(b"PK\x01\x02", 0, found)
    place = found + field
    return content[:place] + value + content[place + len(value) :]
