"""Word files from the XML that an office writes: paragraphs, runs and parts by hand, packed."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from functools import cache
from html import escape

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    }.items()
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
SECTION = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'


def run(text: str, *, bold: bool = False, italic: bool = False, style: str = "") -> str:
    """A run as Word writes it; `style` are further properties."""
    looks = "<w:b/>" * bold + "<w:i/>" * italic + style
    properties = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def para(*runs: str, side: str = "", style: str = "", properties: str = "") -> str:
    """A paragraph of runs; what is no XML is a plain run."""
    inside = (f'<w:pStyle w:val="{style}"/>' if style else "") + properties
    inside += f'<w:jc w:val="{side}"/>' if side else ""
    words = "".join(one if one.startswith("<") else run(one) for one in runs)
    return f"<w:p>{f'<w:pPr>{inside}</w:pPr>' if inside else ''}{words}</w:p>"


def bold(text: str, **more: str) -> str:
    return para(run(text, bold=True), **more)


def numbered(text: str, list_id: int, level: int = 0, **more: str) -> str:
    mark = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return para(text, properties=mark, **more)


def table(*rows: Sequence[str], before: str = "") -> str:
    """A table of cells; a cell that is no `<w:tc>` is one paragraph."""
    written = "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows)
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>{before}{written}</w:tbl>'


def cell(content: str, properties: str = "") -> str:
    if content.startswith("<w:tc>"):
        return content
    inside = content if content.startswith(("<w:p", "<w:tbl")) else para(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def abstract_list(id: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{id}">{"".join(levels)}</w:abstractNum>'


def level(at: int, form: str, text: str, start: int = 1, left: int = 0, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/><w:pPr><w:ind w:left="{left or 720 * (at + 1)}"'
        f' w:hanging="360"/></w:pPr></w:lvl>'
    )


def list_number(id: int, abstract: int, more: str = "") -> str:
    return f'<w:num w:numId="{id}"><w:abstractNumId w:val="{abstract}"/>{more}</w:num>'


def style(
    id: str, name: str, *, of_runs: str = "", of_paragraphs: str = "", based_on: str = "",
    kind: str = "paragraph", more: str = "",
) -> str:  # fmt: skip
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{id}"{more}><w:name w:val="{name}"/>{base}'
        f"<w:pPr>{of_paragraphs}</w:pPr><w:rPr>{of_runs}</w:rPr></w:style>"
    )


def picture(id: str, *, description: str = "", name: str = "Picture 1", crop: str = "",
            turned: int = 0, floating: bool = False, place: str = "") -> str:  # fmt: skip
    """A run with a picture, in the line or floating beside it."""
    told = f' descr="{escape(description)}"' if description else ""
    rot = f' rot="{turned}"' if turned else ""
    kind = "anchor" if floating else "inline"
    return (
        f'<w:r><w:drawing><wp:{kind}>{place}<wp:extent cx="3000000" cy="2000000"/>'
        f'<wp:docPr id="1" name="{name}"{told}/><a:graphic><a:graphicData uri="pic"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="0" name="{name}"/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="{id}"/>{crop}</pic:blipFill><pic:spPr><a:xfrm{rot}/></pic:spPr>'
        f"</pic:pic></a:graphicData></a:graphic></wp:{kind}></w:drawing></w:r>"
    )


def text_box(*paragraphs: str, place: str = "", fallback: bool = True) -> str:
    """A run with a text box as Word 2010 and later write it: twice."""
    words = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    old = (
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{words}</v:textbox></v:shape></w:pict>"
        "</mc:Fallback>"
    )
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>'
        f'{place}<a:graphic><a:graphicData uri="wps"><wps:wsp><wps:txbx>{words}</wps:txbx>'
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"{old if fallback else ''}</mc:AlternateContent></w:r>"
    )


def field(asks: str, result: str) -> str:
    """A field in its long form, its result already runs."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{escape(asks)}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


@cache
def photo(colour: str = "red", form: str = "JPEG", size: tuple[int, int] = (24, 16)) -> bytes:
    """A drawn picture, as small as they come."""
    from PIL import Image

    made = io.BytesIO()
    Image.new("RGB", size, colour).save(made, form)
    return made.getvalue()


def word_file(
    *body: str,
    styles: str = "",
    numbering: str = "",
    footnotes: Mapping[int, str] | None = None,
    endnotes: Mapping[int, str] | None = None,
    media: Mapping[str, bytes] | None = None,
    links: Mapping[str, str] | None = None,
    outside: Mapping[str, str] | None = None,
    parts: Mapping[str, tuple[str, str]] | None = None,
    main: str = "word/document.xml",
) -> bytes:
    """The bytes of a .docx.

    `media` are pictures by their names, which are their ids too; `links` addresses by ids,
    `outside` linked pictures by ids, `parts` further parts by name: their kind and XML.
    """
    made = io.BytesIO()
    rows = [_row(name.replace(".", "-"), "image", f"media/{name}") for name in media or {}]
    rows += [_row(id, "hyperlink", target, "External") for id, target in (links or {}).items()]
    rows += [_row(id, "image", target, "External") for id, target in (outside or {}).items()]
    given = {
        "styles": f"<w:styles {NAMESPACES}>{styles}</w:styles>" if styles else "",
        "numbering": f"<w:numbering {NAMESPACES}>{numbering}</w:numbering>" if numbering else "",
        "footnotes": _notes("footnote", footnotes),
        "endnotes": _notes("endnote", endnotes),
    }
    further = {f"{kind}.xml": (kind, text) for kind, text in given.items() if text}
    further.update(parts or {})
    rows += [_row(f"part{n}", kind, name) for n, (name, (kind, _)) in enumerate(further.items())]
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        folder, _, name = main.rpartition("/")
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr("_rels/.rels", _relationships([_row("rId1", "officeDocument", main)]))
        file.writestr(main, f"<w:document {NAMESPACES}><w:body>{''.join(body)}{SECTION}</w:body>"
                            "</w:document>")  # fmt: skip
        file.writestr(f"{folder}/_rels/{name}.rels", _relationships(rows))
        for name, (_, text) in further.items():
            file.writestr(f"{folder}/{name}", text)
        for name, content in (media or {}).items():
            file.writestr(f"{folder}/media/{name}", content)
    return made.getvalue()


def _row(id: str, kind: str, target: str, mode: str = "") -> str:
    outside = f' TargetMode="{mode}"' if mode else ""
    return (
        f'<Relationship Id="{id}" Type="{_OFFICE}/{kind}" Target="{escape(target)}"{outside}/>'
    )  # fmt: skip


def _relationships(rows: Sequence[str]) -> str:
    return f'<Relationships xmlns="{_PACKAGE}">{"".join(rows)}</Relationships>'


def _notes(kind: str, notes: Mapping[int, str] | None) -> str:
    if not notes:
        return ""
    sign = f"<w:r><w:{kind}Ref/></w:r>"
    lines = "".join(
        f'<w:{kind} w:id="{id}">{para(sign, words)}</w:{kind}>' for id, words in notes.items()
    )
    line = "<w:p><w:r><w:separator/></w:r></w:p>"
    apart = f'<w:{kind} w:type="separator" w:id="-1">{line}</w:{kind}>'
    return f"<w:{kind}s {NAMESPACES}>{apart}{lines}</w:{kind}s>"
