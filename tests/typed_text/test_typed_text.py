"""Texts as people type them, by the rules of the handbook's page on it (go-chu.md).

typed_texts/ holds them, each with the HTML it becomes: ⇥ is a tab, ␣ a blank that does not break
(Word's), ␠ a blank at the end of a line.
"""

import re
from pathlib import Path

import pytest
from sample import write_site
from typed_html import to_html

from newsroom.domain.text.vietnamese import clean
from newsroom.intake.folder.content_folder import ContentFolder
from newsroom.intake.text.body import read_body
from newsroom.intake.text.markdown_text import BrokenMarkdown, render_whole
from newsroom.intake.text.rendered_text import rendered_text
from newsroom.intake.typed_text.line_breaks import with_breaks

TEXTS = Path(__file__).parent / "typed_texts"
SHOWN = {"⇥": "\t", "␣": "\u00a0", "␠": " "}


def typed_texts():
    for file in sorted(TEXTS.glob("*.txt")):
        for sample in re.split(r"^=== ", file.read_text("utf-8"), flags=re.MULTILINE)[1:]:
            title, _, rest = sample.partition("\n")
            typed, _, html = rest.partition("\n--->\n")
            for sign, meant in SHOWN.items():
                typed = typed.replace(sign, meant)
            yield pytest.param(clean(typed), html.strip("\n"), id=f"{file.stem}: {title}")


@pytest.mark.parametrize(("typed", "html"), list(typed_texts()))
def test_a_typed_text_becomes_what_was_meant(typed, html):
    assert to_html(typed).strip("\n") == html
    # The fast path and Python-Markdown are of one mind.
    assert render_whole(typed).html.strip("\n") == html


def test_there_are_enough_texts_of_every_rule():
    names = [sample.id.split(":")[0] for sample in typed_texts()]

    assert len(names) > 200
    assert {name[0] for name in names} == set("1234568")


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_typed_text_reads_alike_between_paragraphs(ends):
    """Text before and after it does not change how it is read."""
    for sample in typed_texts():
        typed, html = sample.values
        if "[^" in typed or typed.endswith("\\"):
            continue
        around = to_html(f"Đoạn đầu.\n\n{typed}\n\nĐoạn cuối.".replace("\n", ends))
        # Behind a block of HTML stands one more line end.
        around = re.sub(r"\n\n(?=<p>Đoạn cuối)", "\n", around)
        assert around == f"<p>Đoạn đầu.</p>\n{html}\n<p>Đoạn cuối.</p>", typed


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    root = write_site(tmp_path_factory.mktemp("site"), {"tin-bai/a.md": "x"})
    return ContentFolder(root)


def body_of(text, folder):
    body, _ = read_body(text, "tin-bai/a.md", 10, folder, "https://vi-du.example")
    return body, "".join(
        part if isinstance(part, str) else f"[{part.target}]" for part in body.parts
    )


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a) Một\nb) Hai", '<ul class="lettered">'),
        ("1. Một\n5. Năm", '<li value="5">'),
        ("3) Ba", '<ol start="3">'),
        ("~~cũ~~", "<del>cũ</del>"),
        ("Xem www.a.example.", '<a href="http://www.a.example">www.a.example</a>.'),
        ("Thư a@b.example", '<a href="mailto:a@b.example">a@b.example</a>'),
        ("```\n<b>\n```", "<pre><code>&lt;b&gt;\n</code></pre>"),
        ("[^1]\n\n[^1]: A.", 'title="Trở lại chỗ có chú thích 1 trong bài"'),
        ("Kính gửi <họ tên>", "&lt;họ tên&gt;"),
        ("A\nB", "A<br>\nB"),
        ("Lớp\tĐiểm\n1A\t10", "<td>10</td>"),
    ],
)
def test_what_typed_text_needs_passes_the_sanitiser(text, kept, folder):
    assert kept in body_of(text, folder)[1]


def test_no_other_class_passes(folder):
    assert "class" not in body_of('<ul class="masthead"><li>a</li></ul>', folder)[1]
    assert "class" not in body_of('<p class="lettered">a</p>', folder)[1]


def test_a_bare_address_of_the_site_is_one_of_ours(folder):
    body, _ = body_of("Xem https://vi-du.example/tin-bai/2026/10/a/ nhé", folder)

    assert [reference.target for reference in body.references] == ["/tin-bai/2026/10/a/"]


def test_lines_that_were_broken_are_counted_as_words_of_their_own(folder):
    body, _ = body_of("Một<br>hai\nBa", folder)

    assert rendered_text(body).words == 3


def test_nobody_can_type_a_place_holder():
    assert "typed" in to_html("\x02typed:0\x03 a\tb")
    assert to_html("- a\n\n\x02typed:0\x03").count("<ul>") == 1


@pytest.mark.parametrize(
    "lines",
    [
        "Sáng nay\nkhối Một ra vườn",
        "một\nhai",
        "Sân trường rộng, các em\nchạy nhảy rất vui\nrồi về lớp.",
        "Theo lời cô giáo\n(người dạy lớp 1A),\nhôm nay vui.",
    ],
)
def test_a_sentence_that_goes_on_below_is_joined_as_before(lines):
    assert with_breaks(lines) == lines


def test_a_long_text_of_any_kind_is_read_in_good_time():
    """Nothing is worse than linear but what nests."""
    for line in (
        "- a",
        "1. a",
        "a) b",
        "• a",
        "| a | b |",
        "a\tb",
        "> a",
        "A",
        "  - a",
        "5. x",
        "-",
    ):
        to_html("\n".join([line] * 1000))
    to_html("\n".join(f"{' ' * (n % 30)}- a" for n in range(1000)))
    to_html("*" * 1000 + "a" + "https://" * 1000 + "~~" * 1000 + "<a " * 2000 + "a@" * 1000)
    for signs in (
        "<a>x ",
        "~~a ",
        "`a ``b\nC ",
        " ```\n",
        "```a\n",
        "^_^ ",
        "C:\\a",
        "_a ",
        "(*) ",
    ):
        to_html(signs * 800)
    to_html("https://a.example/" + ")" * 5_000)
    to_html("".join("`" * (n % 50 + 1) + "a\n" for n in range(800)))


@pytest.mark.parametrize("sign", ["- ", "> ", "1) "])
def test_a_text_that_nests_beyond_reading_is_refused(sign):
    with pytest.raises(BrokenMarkdown):
        to_html(sign * 60 + "a")

    assert "a</" in to_html(sign * 20 + "a")
