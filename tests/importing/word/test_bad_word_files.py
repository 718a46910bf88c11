"""Word files that are torn, locked or hostile: a sentence, never a traceback, nothing fetched."""

import io
import random
import zipfile

import pytest
from importing_word_case import all_cases
from importing_word_xml import NAMESPACES, para, photo, picture, run, word_file

pytest.importorskip("mammoth", reason="mammoth: requirements-dev.txt")

from newsroom.importing.word.package import UnreadableWord
from newsroom.importing.word.read_word import read_word, read_word_content


def refused(content):
    with pytest.raises(UnreadableWord) as error:
        read_word_content(content, "bai.docx")
    return str(error.value)


def with_part(name, content):
    """A usual file, one part of it replaced."""
    source = zipfile.ZipFile(io.BytesIO(word_file(para("Lời bài."))))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for part in source.namelist():
            if part != name:
                file.writestr(part, source.read(part))
        if content is not None:
            file.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\3\4 and nothing behind it",
        b"a text",
        word_file(para("Lời bài."))[:300],
        with_part("word/document.xml", None),
        with_part("word/document.xml", b"<w:document"),
        with_part("word/document.xml", f"<w:document {NAMESPACES}/>".encode()),
    ],
    ids=["empty", "head alone", "text", "cut", "no document", "torn xml", "no body"],
)
def test_what_is_no_word_file_is_refused_in_words(content):
    assert "bai.docx" in refused(content)


def test_entities_are_refused():
    bomb = (
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
        f"<w:document {NAMESPACES}><w:body>{para('x')}</w:body></w:document>"
    )

    assert "bai.docx" in refused(with_part("word/document.xml", bomb))


def test_a_text_that_unpacks_to_a_whole_library_is_refused():
    long = f"<w:document {NAMESPACES}><w:body>{para('x')}{' ' * 13_000_000}</w:body></w:document>"

    assert "quá lớn" in refused(with_part("word/document.xml", long))


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(UnreadableWord, match=r"khong-co\.docx"):
        read_word(tmp_path / "khong-co.docx")


def test_a_file_on_the_disk_is_looked_at_before_it_is_read(tmp_path):
    from newsroom.importing.opening.refusals import FileNotTaken

    (tmp_path / "bai.docx").write_bytes(word_file(para("Lời bài.")))
    (tmp_path / "macro.docx").write_bytes(with_part("word/vbaProject.bin", b"x"))
    (tmp_path / "bai.txt").write_text("Lời bài.", encoding="utf-8")

    assert [block.text for block in read_word(tmp_path / "bai.docx").blocks] == ["Lời bài."]
    with pytest.raises(FileNotTaken, match=r"macro\.docx"):
        read_word(tmp_path / "macro.docx")
    with pytest.raises(UnreadableWord, match=r"bai\.txt"):
        read_word(tmp_path / "bai.txt")


def test_a_style_that_stands_on_itself_ends():
    circle = (
        '<w:style w:styleId="A" w:type="paragraph"><w:name w:val="A"/><w:basedOn w:val="B"/>'
        '</w:style><w:style w:styleId="B" w:type="paragraph"><w:name w:val="B"/>'
        '<w:basedOn w:val="A"/></w:style>'
    )

    assert read_word_content(word_file(para("Lời.", style="A"), styles=circle), "a").blocks


@pytest.mark.parametrize("target", ["../../../../etc/passwd", "/etc/passwd", "..\\..\\x.png"])
def test_no_picture_comes_from_outside_the_package(target):
    content = with_part(
        "word/_rels/document.xml.rels",
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="http://x/image" Target="' + target + '"/></Relationships>',
    )
    shown = f"<w:document {NAMESPACES}><w:body>{para('x', picture('rId1'))}</w:body></w:document>"
    source = zipfile.ZipFile(io.BytesIO(content))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for part in source.namelist():
            file.writestr(part, shown if part == "word/document.xml" else source.read(part))

    handed = read_word_content(made.getvalue(), "bai.docx")

    assert handed.pictures == ()
    assert [sentence.id for sentence in handed.left] == ["NR-WORD-011"]


def test_a_name_of_a_picture_is_a_plain_name():
    content = word_file(para(picture("a b-png")), media={"a b.png": photo("blue", "PNG")})

    assert [one.name for one in read_word_content(content, "a").pictures] == ["a-b.png"]


def test_a_cropped_picture_holds_only_what_its_document_shows():
    """A part that somebody cut off a photo may be a child."""
    from PIL import Image

    crop = '<a:srcRect l="25000" t="50000" r="25000"/>'
    content = word_file(
        para(picture("image1-png", crop=crop)),
        para(picture("image1-png")),
        media={"image1.png": photo("blue", "PNG", (40, 20))},
    )

    handed = read_word_content(content, "bai.docx")

    sizes = [Image.open(io.BytesIO(one.content)).size for one in handed.pictures]
    assert sizes == [(20, 10), (40, 20)]
    assert [one.name for one in handed.pictures] == ["image1.png", "image1-2.png"]


def test_a_picture_that_was_turned_is_turned():
    from PIL import Image

    content = word_file(
        para(picture("image1-jpeg", turned=5_400_000)), media={"image1.jpeg": photo()}
    )

    (turned,) = read_word_content(content, "bai.docx").pictures

    assert Image.open(io.BytesIO(turned.content)).size == (16, 24)


def test_files_that_somebody_damaged_are_read_or_refused():
    """A few hundred small damages: a part cut short, a tag, an attribute or a number changed."""
    chance = random.Random(20)
    sources = [case.make() for case in list(all_cases().values())[::6]]
    sources.append(word_file(para(run("x", bold=True)), para("- y")))
    for _ in range(60):
        parts = _unpacked(chance.choice(sources))
        name = chance.choice([part for part in parts if part.endswith((".xml", ".rels"))])
        parts[name] = _damaged(parts[name], chance)
        try:
            read_word_content(_packed(parts), "bai.docx")
        except UnreadableWord:
            continue


def _unpacked(content):
    file = zipfile.ZipFile(io.BytesIO(content))
    return {part: file.read(part) for part in file.namelist()}


def _packed(parts):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for part, content in parts.items():
            file.writestr(part, content)
    return made.getvalue()


def _damaged(content, chance):
    """The same with elements taken out, doubled or emptied, so that it is still XML."""
    from lxml import etree

    try:
        root = etree.fromstring(content)
    except etree.XMLSyntaxError:
        return content
    for _ in range(3):
        element = chance.choice(list(root.iter()))
        if element is root:
            continue
        match chance.randrange(4):
            case 0:
                element.getparent().remove(element)
            case 1:
                element.attrib.clear()
            case 2:
                for name in element.attrib:
                    element.set(name, chance.choice(["-1", "99999999999", "", "x"]))
            case 3:
                other = chance.choice(list(root.iter()))
                if other is not element and element not in other.iterancestors():
                    other.append(element)
    return etree.tostring(root)
