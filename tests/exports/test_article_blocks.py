"""The text of an article as paper takes it."""

from newsroom.domain.content.content_item import Body, Reference, ReferenceKind
from newsroom.exports.office.article_blocks import PaperTable, Shown, Text, blocks_of


def blocks(*parts):
    return blocks_of(Body(parts))


def test_paragraphs_headings_and_items_keep_their_order_and_their_stress():
    found = blocks(
        "<h2>Mở đầu</h2><p>Một <strong>hai</strong>\n<em>ba</em> &amp; bốn.</p>"
        "<ul><li>năm</li><li><p>sáu</p></li></ul>"
    )

    assert [(block.kind, block.words) for block in found] == [
        ("heading", "Mở đầu"),
        ("p", "Một hai ba & bốn."),
        ("item", "năm"),
        ("item", "sáu"),
    ]
    assert [p.words for p in found[1].pieces if p.is_bold] == ["hai"]
    assert [p.words for p in found[1].pieces if p.is_italic] == ["ba"]


def test_a_picture_stands_between_its_neighbours_with_its_caption():
    picture = Reference(kind=ReferenceKind.PICTURE, target='anh/a"b.jpg', attribute="src")

    found = blocks("<p>Trước</p><figure><img ", picture, ' alt="Cô và trò"><figcaption>')
    found += blocks("Chú thích</figcaption></figure>")

    assert found == (
        *blocks("<p>Trước</p>"),
        Shown('anh/a"b.jpg', "Cô và trò"),
        *(Text("p", block.pieces) for block in blocks("Chú thích")),
    )


def test_a_link_keeps_its_words():
    link = Reference(kind=ReferenceKind.ARTICLE, target="tin-bai/a.md")

    [found] = blocks("<p>Xem <a ", link, ">bài này</a>.</p>")

    assert found.words == "Xem bài này."


def test_a_table_is_its_rows():
    [found] = blocks(
        "<table><thead><tr><th>Việc</th><th>Số</th></tr></thead>"
        "<tbody><tr><td><strong>Góp</strong> sách</td><td></td></tr></tbody></table>"
    )

    assert found == PaperTable((("Việc", "Số"), ("Góp sách", "")))
