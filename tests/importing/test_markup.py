"""HTML of editors to Markdown: what comes out, what is asked of the caller, what is told."""

import pytest
from typed_html import to_html

from newsroom.importing.markup.conversion import converted, escaped, inline_markdown


def test_a_text_of_an_editor_becomes_markdown_in_the_hand_of_this_house():
    made = converted(
        "<p>Xin <b>chào</b>&nbsp;các <i>em</i>!</p><ul><li>Bút</li><li>Vở<ul><li>ô li</li></ul>"
        '</ul><p><img src="a.jpg" alt="Sân trường"></p><h1>Mục</h1><hr>'
    )

    assert made.markdown == (
        "Xin **chào** các *em*!\n\n- Bút\n- Vở\n  - ô li\n\n![Sân trường](a.jpg)\n\n## Mục\n\n---"
    )
    assert made.kept_as_html == ()


def test_the_caller_gives_pictures_and_links_their_new_addresses():
    made = converted(
        '<p><a href="/uploads/a.jpg"><img src="/uploads/a-300x200.jpg" alt="Cây"></a></p>'
        '<p><a href="/uploads/b.pdf">Kế hoạch</a> <a href="/mat">mất</a></p><img src="x.gif">',
        picture=lambda old: old.leads_to.rpartition("/")[2] or None,
        link=lambda address: (
            address.rpartition("/")[2]
            if address.endswith(".pdf")
            else address
            if address.endswith(".jpg")
            else None
        ),
    )

    assert made.markdown == "![Cây](a.jpg)\n\n[Kế hoạch](b.pdf) mất"
    assert [picture.address for picture in made.pictures] == ["a.jpg"]
    assert made.links == ("b.pdf",)
    assert [(left.kind, left.detail) for left in made.left] == [
        ("link", "/mat"),
        ("picture", "x.gif"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "2*3*4 và *.jpg",
        "_gạch_ `máy` [x](y) ![x] {.a}",
        "# không phải đề mục",
        "1. một\n- hai\n+ ba\n> bốn\n| năm |",
        "<b>đậm</b> &lt; &amp; a < b",
        r"C:\tap\_anh và \* một",
        "[x]: https://vidu.example",
        "[^1]: ghi chú[^1]",
        "---",
        "***",
        "~~gạch~~ và ===",
        "duyệt: Nguyễn Thị Mẫu An, 20/11/2026",
        "một dòng\nhai dòng",
    ],
)
def test_escaped_text_shows_every_sign_as_it_was_typed(text):
    shown = to_html(escaped(text))

    plain = shown.removeprefix("<p>").removesuffix("</p>").replace("<br>", "")
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&#58;", ":"), ("&#126;", "~"),
                         ("&#61;", "="), ("&quot;", '"'), ("&amp;", "&")):  # fmt: skip
        plain = plain.replace(entity, sign)
    assert plain.replace('<a href="https://vidu.example">', "").replace("</a>", "") == text


def test_one_paragraph_is_written_on_one_line():
    assert inline_markdown("Ngày <b>hội</b><br>đọc <i>sách</i> m<sup>2</sup>") == (
        "Ngày **hội** đọc *sách* m<sup>2</sup>"
    )
