"""Pictures and their captions."""

from importing_word_case import word_case
from importing_word_xml import para, photo, picture, run, style, table, word_file

_RED = {"image1.jpeg": photo()}
_TWO = {"image1.jpeg": photo(), "image2.png": photo("blue", "PNG")}
_TEXT = "Các em trồng hai mươi cây bàng quanh sân trường."


@word_case("Word")
def caption_by_style():
    """The style Caption, its number a field."""
    count = '<w:fldSimple w:instr=" SEQ Hình \\* ARABIC "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    return word_file(
        para(_TEXT), para(picture("image1-jpeg", description="Học sinh trồng cây")),
        para("Hình ", count, ". Trồng cây", style="Chuthich"), para(_TEXT),
        styles=style("Chuthich", "caption", of_runs="<w:i/>"), media=_RED,
    )  # fmt: skip


@word_case("Word")
def captions_by_their_looks():
    """The italic or centred short line below a picture, and one that says Ảnh."""
    one = para(picture("image1-jpeg"), side="center")
    return word_file(
        para(_TEXT), one, para(run("Giờ ra chơi", italic=True)), para(_TEXT),
        para(picture("image2-png")), para("Đội văn nghệ", side="center"), para(_TEXT),
        para(picture("image3-jpeg")), para("(Ảnh: Lan Mẫu)"), para(_TEXT),
        para(picture("image4-jpeg")), para("Hình 4: Lễ bế giảng"), para(_TEXT),
        media={**_TWO, "image3.jpeg": photo("green"), "image4.jpeg": photo("pink")},
    )  # fmt: skip


@word_case("Word")
def line_below_a_picture_that_is_text():
    """A paragraph below a picture is no caption, however short."""
    return word_file(
        para(picture("image1-jpeg")), para("Sau đó cả lớp ra về."), para(_TEXT), media=_RED
    )


@word_case("Word")
def picture_and_caption_in_one_paragraph():
    """The caption below the picture after a typed break."""
    return word_file(
        para(_TEXT),
        para(picture("image1-jpeg"), "<w:r><w:br/></w:r>", run("Trồng cây", italic=True)),
        para(_TEXT), media=_RED,
    )  # fmt: skip


@word_case("Word")
def pictures_side_by_side_in_a_table():
    """A table that only places pictures, the captions in a row below or in their cells."""
    return word_file(
        para(_TEXT),
        table((para(picture("image1-jpeg")), para(picture("image2-png"))),
              (para("Lớp 5A", side="center"), para("Lớp 5B", side="center"))),
        para(_TEXT), media=_TWO,
    )  # fmt: skip


@word_case("Word")
def two_pictures_in_a_paragraph():
    """Two pictures beside one another with one caption: it stands under the second."""
    return word_file(
        para(picture("image1-jpeg"), " ", picture("image2-png"), side="center"),
        para(run("Hai lớp thi kéo co", italic=True), side="center"), para(_TEXT), media=_TWO,
    )  # fmt: skip


@word_case("Word")
def floating_picture():
    """A picture beside the text stands at the paragraph that it hangs on."""
    return word_file(
        para(picture("image1-jpeg", floating=True), "Đoạn có ảnh ở đầu."),
        para("Đoạn có ảnh ", picture("image2-png", floating=True), "ở giữa."), media=_TWO,
    )  # fmt: skip


@word_case("Word")
def description_by_a_machine():
    """A description by Word or a camera describes nothing."""
    said = "A group of children\n\nDescription automatically generated"
    return word_file(
        para(picture("image1-jpeg", description=said)),
        para(picture("image2-png", description="D:\\Anh\\IMG_2032.JPG")), media=_TWO,
    )  # fmt: skip


@word_case("Word")
def same_picture_twice():
    """One part shown twice, and a second part with the same bytes, are one picture."""
    return word_file(
        para(picture("image1-jpeg")), para(_TEXT), para(picture("image1-jpeg")), para(_TEXT),
        para(picture("image2-jpeg")), media={"image1.jpeg": photo(), "image2.jpeg": photo()},
    )  # fmt: skip


@word_case("Word", "NR-WORD-009")
def drawing_of_windows():
    """An EMF shows nowhere on the web: named, its place empty."""
    emf = b"\x01\0\0\0" + b"\0" * 36 + b" EMF" + b"\0" * 40
    return word_file(para(_TEXT), para(picture("image1-emf")), media={"image1.emf": emf})


@word_case("Word")
def svg_with_its_picture():
    """Word keeps a PNG beside each SVG: the PNG is shown."""
    more = (
        '<a:extLst><a:ext uri="svg"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/'
        'drawing/2016/SVG/main" r:embed="image2-svg"/></a:ext></a:extLst>'
    )
    one = picture("image1-png").replace('r:embed="image1-png"/>',
                                        f'r:embed="image1-png">{more}</a:blip>')  # fmt: skip
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"/>'
    return word_file(
        para(one), media={"image1.png": photo("blue", "PNG"), "image2.svg": svg}
    )  # fmt: skip


@word_case("Word", "NR-WORD-010")
def picture_elsewhere():
    """A picture that is only linked is named and never fetched."""
    linked = picture("x").replace('r:embed="x"', 'r:link="rId9"')
    return word_file(para(_TEXT), para(linked), outside={"rId9": "http://192.0.2.7/anh/le-hoi.jpg"})


@word_case("Word", "NR-WORD-011")
def picture_that_is_not_there():
    """A place whose picture the file has not."""
    return word_file(para(_TEXT), para(picture("image1-jpeg")), media={"image1.jpeg": b""})


@word_case("Word 2003 và trước")
def picture_in_vml():
    """Old files hold pictures as VML, with the words for those who do not see."""
    shape = '<v:shape alt="Cổng trường"><v:imagedata r:id="image1-jpeg" o:title=""/></v:shape>'
    return word_file(para(f"<w:r><w:pict>{shape}</w:pict></w:r>"), para(_TEXT), media=_RED)


@word_case("LibreOffice")
def picture_of_libreoffice():
    """LibreOffice writes alternatives, and the caption in a frame around the picture."""
    from importing_word_xml import text_box

    frame = text_box(
        para(picture("image1-jpeg", name="Hình1"), run("Hình 1: Cổng trường"), style="Hnh")
    )
    return word_file(
        para(_TEXT, frame), para(_TEXT), styles=style("Hnh", "Hình", of_runs="<w:i/>"), media=_RED
    )


@word_case("Word")
def picture_in_a_group():
    """Two pictures that were grouped."""
    pics = "".join(
        f'<pic:pic><pic:blipFill><a:blip r:embed="{id}"/></pic:blipFill></pic:pic>'
        for id in ("image1-jpeg", "image2-png")
    )
    group = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing><wp:inline><a:graphic>'
        f'<a:graphicData uri="wpg"><wpg:wgp>{pics}</wpg:wgp></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:group><v:shape>"
        '<v:imagedata r:id="image1-jpeg"/></v:shape></v:group></w:pict></mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )
    return word_file(para(group), para(_TEXT), media=_TWO)


@word_case("Word")
def signatures_below_a_picture():
    """A writer's name is a line and no caption, italic as it is."""
    return word_file(
        para(_TEXT), para(picture("image1-jpeg")), para(run("Người viết: Lan Mẫu", italic=True)),
        media=_RED,
    )  # fmt: skip
