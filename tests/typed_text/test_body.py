"""Texts: clean HTML, and every way of pointing at something of ours."""

import pytest
from sample import write_site

from newsroom.buildtools.time_limit import TookTooLong, no_longer_than
from newsroom.domain.content.content_item import Reference, ReferenceKind
from newsroom.intake.folder.content_folder import ContentFolder
from newsroom.intake.text import body as body_module
from newsroom.intake.text.body import read_body


@pytest.fixture
def folder(tmp_path):
    files = {
        "tin-bai/a.md": "x",
        "tin-bai/khac/b.md": "x",
        "tin-bai/anh1.jpg": "x",
        "tin-bai/Ảnh lớp #2.JPG": "x",
        "tin-bai/ke-hoach.pdf": "x",
        "anh/c.png": "x",
        "trang/gioi-thieu.md": "x",
        "tin-bai/nhap.yaml": "bí mật",
    }
    return ContentFolder(write_site(tmp_path, files))


def read(text, folder):
    body, problems = read_body(text, "tin-bai/a.md", 10, folder)
    return body, [(p.line, p.message) for p in problems]


def html(text, folder):
    return "".join(str(part) for part in read(text, folder)[0].parts)


PICTURE, ARTICLE, FILE = ReferenceKind.PICTURE, ReferenceKind.ARTICLE, ReferenceKind.FILE


@pytest.mark.parametrize(
    ("text", "kind", "target"),
    [
        ("![x](anh1.jpg)", PICTURE, "tin-bai/anh1.jpg"),
        ('![x](anh1.jpg "Chú thích")', PICTURE, "tin-bai/anh1.jpg"),
        ("![x](./anh1.jpg)", PICTURE, "tin-bai/anh1.jpg"),
        ("![x](/anh/c.png)", PICTURE, "anh/c.png"),
        ("![x](c.png)", PICTURE, "anh/c.png"),
        ("![x](ANH1.JPG)", PICTURE, "tin-bai/anh1.jpg"),
        ("![x](<Ảnh lớp %232.JPG>)", PICTURE, "tin-bai/Ảnh lớp #2.JPG"),
        ("![x]({static}/anh/c.png)", PICTURE, "anh/c.png"),
        ("![x][1]\n\n[1]: anh1.jpg", PICTURE, "tin-bai/anh1.jpg"),
        ('<img src="anh1.jpg">', PICTURE, "tin-bai/anh1.jpg"),
        ("<IMG SRC='anh1.jpg'>", PICTURE, "tin-bai/anh1.jpg"),
        ("<img src=anh1.jpg>", PICTURE, "tin-bai/anh1.jpg"),
        ("[x](khac/b.md)", ARTICLE, "tin-bai/khac/b.md"),
        ("[x]({filename}khac/b.md)", ARTICLE, "tin-bai/khac/b.md"),
        ("[x]({filename}/tin-bai/khac/b.md)", ARTICLE, "tin-bai/khac/b.md"),
        ('<a href="khac/b.md">x</a>', ARTICLE, "tin-bai/khac/b.md"),
        ("[x](/tin-bai/2024/11/b/)", ARTICLE, "/tin-bai/2024/11/b/"),
        ("[x](../trang/gioi-thieu.md)", ARTICLE, "trang/gioi-thieu.md"),
        ("[x](ke-hoach.pdf)", FILE, "tin-bai/ke-hoach.pdf"),
    ],
)
def test_every_way_of_pointing_at_a_file_is_found(text, kind, target, folder):
    body, problems = read(text, folder)

    assert [(r.kind, r.target) for r in body.references] == [(kind, target)]
    assert problems == []


@pytest.mark.parametrize(
    "text",
    [
        "![x](khong-co.jpg)",
        "[x](khong-co.md)",
        "[x](../../../etc/passwd)",
        "[x](nhap.yaml)",
        "![x](khac/b.md)",
        "![x](https://elsewhere.example/a.jpg)",
    ],
)
def test_what_is_not_there_or_not_ours_to_show_is_a_problem_at_its_line(text, folder):
    body, problems = read(f"Một\n\n{text}\n", folder)

    assert list(body.references) == []
    assert [line for line, _ in problems] == [12]


def test_a_picture_with_a_wrong_name_gets_the_right_one_suggested(folder):
    _, problems = read_body("![x](anh2.jpg)", "tin-bai/a.md", 1, folder)

    assert problems[0].hint == "Có phải là “anh1.jpg”?"


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        '<img src="anh1.jpg" onerror="alert(1)">',
        "[x](javascript:alert)",
        '<a href="java&#10;script:alert(1)">x</a>',
        "<iframe src='https://x.example'></iframe>",
        '<p style="x">a</p><form action="/x"></form>',
        "<svg onload=alert(1)>",
        '<a href="data:text/html,<script>1</script>">x</a>',
    ],
)
def test_nothing_that_runs_comes_through(text, folder):
    made = html(text, folder).lower()

    assert not any(
        word in made for word in ("alert", "<script", "<iframe", "style=", "<form", "<svg", "data:")
    )


def test_a_tag_that_is_dropped_is_said(folder):
    assert read("<iframe src='https://x.example'></iframe>", folder)[1][0][1].startswith(
        "Thẻ <iframe>"
    )


def test_a_picture_alone_becomes_a_figure_with_its_caption(folder):
    made = html('![Mô tả](anh1.jpg "Chú thích")', folder)

    assert made.startswith("<figure>")
    assert "<figcaption>Chú thích</figcaption></figure>" in made


def test_a_caption_ends_with_who_took_the_picture(folder):
    made = html('![Mô tả](anh1.jpg "Giờ ra chơi (Ảnh: Lan Mẫu)")', folder)

    assert "<figcaption>Giờ ra chơi <small>Ảnh: Lan Mẫu</small></figcaption>" in made


def test_headings_leave_the_first_level_to_the_title(folder):
    assert "<h2>A</h2>" in html("# A\n\n## B", folder)
    assert "<h3>B</h3>" in html("# A\n\n## B", folder)
    assert "<h2>B</h2>" in html("## B", folder)


def test_a_reference_cannot_be_forged_from_the_text(folder):
    text = '<p>href="&#xE010;0&#xE011;" src="\ue0107\ue011" src="0123-7"</p>\n\n![x](anh1.jpg)'

    body, _ = read(text, folder)

    assert list(body.references) == [
        Reference(kind=PICTURE, target="tin-bai/anh1.jpg", attribute="src", line=12)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[x](https://Truong.example/tin-bai/2024/11/b/)",
        "[x](//truong.example/tin-bai/2024/11/b/)",
        "<https://truong.example/tin-bai/2024/11/b/>",
    ],
)
def test_an_article_named_by_its_whole_address_is_ours(text, folder):
    body, _ = read_body(text, "tin-bai/a.md", 1, folder, "https://truong.example")

    assert [r.target for r in body.references] == ["/tin-bai/2024/11/b/"]


@pytest.mark.parametrize("address", ["http://[x", "//[x", "http:b.md", "https:/tin-bai/x/"])
def test_an_address_that_is_none_is_a_problem_and_no_link(address, folder):
    body, problems = read(f'<a href="{address}">x</a>', folder)

    assert "href" not in "".join(map(str, body.parts))
    # nh3 itself drops an address that it cannot read.
    assert problems or address == "http://[x"


def test_a_link_to_a_listing_of_the_site_is_allowed(folder):
    body, problems = read("[x](/lien-ket/) [y](/chi-tieu/2024/11/#a)", folder)

    assert [(r.kind, r.target, r.fragment) for r in body.references] == [
        (ReferenceKind.LISTING, "/lien-ket/", ""),
        (ReferenceKind.LISTING, "/chi-tieu/2024/11/", "a"),
    ]
    assert problems == []


def test_a_link_to_a_picture_stays_a_link(folder):
    assert [r.attribute for r in read("[x](anh1.jpg)", folder)[0].references] == ["href"]


def test_footnotes_lead_to_their_notes_and_back(folder):
    made = html("Một[^1].\n\n[^1]: Chú.", folder)

    assert 'id="fn:1"' in made
    assert 'href="#fn:1"' in made


def test_the_same_slip_twice_has_two_lines(folder):
    _, problems = read("[a](x.pdf)\n\nax.pdf\n\n[b](x.pdf)", folder)

    assert [line for line, _ in problems] == [10, 14]


def test_a_text_that_breaks_markdown_spoils_no_other(folder):
    deep = "\n".join("    " * n + "- a" for n in range(400))

    _, problems = read(deep, folder)

    assert [message[:12] for _, message in problems] == ["Nội dung bài"]
    assert "<p>Bình thường</p>" in html("Bình thường", folder)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('<p style="color:red">x</p>', ["Thuộc tính style của thẻ <p>"]),
        ("<P STYLE='a' onclick=\"b()\">x</P>", ["Thuộc tính style của", "Thuộc tính onclick của"]),
        ('<p style="a">x</p>\n\n<p style="b">y</p>', ["Thuộc tính style của thẻ <p>"]),
        ('<a href="https://a.example" title="style=1">x</a>', []),
        ('`<p style="a">`', []),
        ("1 < 2, style=3 và a > b", []),
        ("[x][^1] style=1\n\n[^1]: chân <b>x</b>", []),
    ],
)
def test_an_attribute_that_is_taken_away_is_told(folder, text, said):
    found = [message for _, message in read(text, folder)[1]]

    assert len(found) == len(said)
    assert all(part in message for part, message in zip(said, found, strict=True))


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("[x](khac/b.md)\n", 0),
        ("[x](khac/b.md)\n\n*a_b*\n\n", 0),
        ("<p a{n}=1>x</p>\n", 6000),
        ("<a href='x{n}:1'>x</a>\n", 6000),
        ("<x{n}>", 6000),
    ],
)
def test_thousands_of_links_and_tags_are_read_in_linear_time(folder, line, found):
    text = "".join(line.replace("{n}", str(n)) for n in range(6000))

    # Quadratic reading took minutes; the limit is ten times what is needed.
    with no_longer_than(8):
        _, problems = read(text, folder)

    assert len(problems) == found


def test_what_is_raised_while_a_text_is_sanitised_is_not_swallowed(folder, monkeypatch):
    def took_too_long(*_):
        raise TookTooLong

    monkeypatch.setattr(body_module, "resolve", took_too_long)

    with pytest.raises(TookTooLong):
        read("[x](khac/b.md)", folder)


@pytest.mark.parametrize(
    "text",
    [
        "![Mô tả](anh1.jpg “Chú thích”)",
        "![Mô tả](anh1.jpg ”Chú thích“)",
        "<figure><img src=“anh1.jpg” alt=“Mô tả”><figcaption>Chú thích</figcaption></figure>",
    ],
)
def test_quotes_of_markup_that_a_phone_made_curly_are_straight(text, folder):
    body, problems = read(text, folder)

    assert problems == []
    assert [r.target for r in body.references] == ["tin-bai/anh1.jpg"]
    assert "<figcaption>Chú thích</figcaption>" in html(text, folder)
    assert "“Học”" in html(f"“Học” {text}", folder)


@pytest.mark.parametrize(
    ("entity", "name"),
    [
        ("&#xFFFF;", "U+FFFF"),
        ("&#65535", "U+FFFF"),
        ("&#x1b;", "U+001B"),
        ("&#0;", "U+FFFD"),
        ("&#xD800;", "U+FFFD"),
        ("&#x110000;", "U+FFFD"),
        ("&#xfdd0;", "U+FDD0"),
    ],
)
def test_a_character_that_is_spelt_by_number_and_cannot_be_shown_is_told(entity, name, folder):
    body, problems = read(f'Một\n\nhai {entity} ba [x](khac/b.md "{entity}")', folder)

    made = "".join(str(part) for part in body.parts)
    assert [line for line, _ in problems] == [12]
    assert name in problems[0][1]
    assert entity.rstrip(";") in problems[0][1]
    assert all(letter.isprintable() or letter == "\n" for letter in made)


def test_numbers_that_spell_letters_are_read_and_code_is_left(folder):
    made = html("&#x110;&#7897;i &#xF0B7; &nbsp;&amp; `&#xFFFF;` &#x80;&#xF03C;b>", folder)

    assert made == "<p>Đội • &nbsp;&amp; <code>&amp;#xFFFF;</code> €\uf03cb&gt;</p>"


def test_of_many_numbers_that_spell_nothing_a_few_are_named(folder):
    text = " ".join(f"&#{0xFDD0 + n};" for n in range(32))

    assert len(read(text, folder)[1]) == 5


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("www.truong.example/a", "https://www.truong.example/a"),
        ("facebook.com/truong", "https://facebook.com/truong"),
        ("van-thu@truong.example", "mailto:van-thu@truong.example"),
        ("02003123456", "tel:02003123456"),
    ],
)
def test_an_address_without_its_beginning_is_given_whole(typed, right, folder):
    _, problems = read_body(f"[x]({typed})", "tin-bai/a.md", 1, folder)

    assert problems[0].hint.endswith(f"ghi địa chỉ là  {right}")
    assert read_body(f"[x]({right})", "tin-bai/a.md", 1, folder)[1] == []


def test_a_note_that_nothing_in_the_text_calls_is_told_as_one(folder):
    _, (problem,) = read_body("Sách hay.\n\n[^3]: Sách ba.", "tin-bai/a.md", 1, folder)

    assert problem.line == 3
    assert "Chú thích [^3]" in problem.message
    assert problem.hint.startswith("Ghi [^3] vào ngay sau")
