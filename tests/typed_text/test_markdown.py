"""Markdown: what is read without Python-Markdown comes out as if Python-Markdown had read it."""

import re
from collections import Counter

import markdown
import pytest
from markdown.extensions import Extension
from markdown_texts import SNIPPETS, altered, glued, stirred
from sample import write_site
from typed_html import to_html

from newsroom.intake.folder.content_folder import ContentFolder
from newsroom.intake.text import body
from newsroom.intake.text import python_markdown as python_markdown_of_ours
from newsroom.intake.text.body import read_body
from newsroom.intake.text.everyday_markdown import PLAIN, pieces_of
from newsroom.intake.text.markdown_text import BrokenMarkdown, render, render_whole
from newsroom.intake.typed_text.extension import TypedText


class Newsroom(Extension):
    def extendMarkdown(self, md):  # noqa: N802
        md.treeprocessors.register(python_markdown_of_ours._Figures(md), "figures", 5)
        md.treeprocessors.register(python_markdown_of_ours._Headings(md), "headings", 5)


@pytest.fixture(scope="module")
def python_markdown():
    return markdown.Markdown(
        extensions=[TypedText(), Newsroom()],
        output_format="html",
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    files = ("tin-bai/a.md", "tin-bai/khac/b.md", "tin-bai/anh1.jpg", "anh/c.png")
    return ContentFolder(write_site(tmp_path_factory.mktemp("site"), dict.fromkeys(files, "x")))


def read_whole(text, folder):
    """The slow way: Python-Markdown and the sanitiser see all of the text."""
    reader = body._BodyReader(text, "tin-bai/a.md", 10, folder, "https://vi-du.example")
    return reader.read(render_whole), reader.problems


def texts():
    yield from SNIPPETS
    yield from (f"Đoạn đầu.\n\n{snippet}\n\nĐoạn cuối." for snippet in SNIPPETS)
    yield from glued(1000, seed=2026)
    yield from altered(1500, seed=2026)
    yield from stirred(1500, seed=2026)


def test_every_text_gives_the_html_that_python_markdown_gives(python_markdown):
    for text in texts():
        assert to_html(text) == python_markdown.reset().convert(text), text


def test_every_text_gives_the_same_body_and_problems_as_when_read_whole(folder):
    for text in texts():
        made = read_body(text, "tin-bai/a.md", 10, folder, "https://vi-du.example")
        assert made == read_whole(text, folder), text


def test_the_texts_go_every_way():
    """Otherwise the comparisons above would prove nothing."""
    ways = Counter(
        "everyday"
        if pieces_of(text) is not None
        else "in part"
        if render(text).finished
        else "whole"
        for text in texts()
    )

    assert min(ways[way] for way in ("everyday", "in part", "whole")) > 300


def test_no_character_of_a_plain_paragraph_means_anything(folder):
    inert = [sign for sign in map(chr, range(0x10000)) if PLAIN.fullmatch(f"a{sign}b")]
    assert 800 < len(inert) < 1000

    for sign in inert:
        text = f"a {sign} b{sign}{sign}c {sign}d{sign} {sign}{sign} e\na{sign}"
        text += f"\n\n**{sign}a{sign}** [a{sign}](b.md)\n\n# a{sign}\n\n- a{sign}a\n- b"
        if PLAIN.fullmatch(sign):
            text += f"\n\n{sign}{sign} a\n{sign} b\n\n> {sign}"
        made = read_body(text, "tin-bai/a.md", 10, folder, "https://vi-du.example")
        assert made == read_whole(text, folder), text


@pytest.mark.parametrize(
    "block",
    [
        "Một câu, hai câu (ba câu): “bốn” – năm.",
        "12 em đi\ntừ 6 giờ",
        "[x](a.md) và **đậm [y](b.md)** *z*",
        "## 1. Đề mục *nghiêng*",
        "- một\n- **hai**: [ba](c.md)",
        "1. một\n2. hai",
        "> một\n> *hai*",
        '![Ảnh](anh.jpg "Chú thích (cô Lan)")',
    ],
)
def test_an_everyday_block_is_read_at_once(block, python_markdown):
    pieces = pieces_of(block)

    assert pieces is not None
    assert [piece.html for piece in pieces] == [python_markdown.reset().convert(block)]


@pytest.mark.parametrize(
    "block",
    [
        *("a_b_c", "a * b", "*a**b*", "***a***", "** a**", "*a **b** c*", "a\\*", "a `b`"),
        *("a  \nb", "a ", " a", "a\tb", "a\n===", "a\n- b", "1. a", "- a", "+ a", "a\n1. b", "#a"),
        *("a & b", "a < b", "a > b", "a | b", "a {b}", "a [b]", "a [b][c]", "a![b](c)", "a=b"),
        *("a\x02b", "a\u00a0b", "a\u2028b", "a\rb", "a\x00b", "", "\n", "a\n", "\na"),
    ],
)
def test_what_could_mean_more_is_no_plain_paragraph(block):
    assert not PLAIN.fullmatch(block)


def test_texts_without_a_sign_are_not_tried_against_the_patterns(monkeypatch):
    tried = []
    monkeypatch.setattr(
        "markdown.inlinepatterns.EscapeInlineProcessor.getCompiledRegExp",
        lambda pattern: tried.append(pattern) or pattern.compiled_re,
    )

    assert "<td>b</td>" in to_html("| a | a |\n|---|---|\n| b | **b** |")

    assert len(tried) == 1


def test_lists_and_quotes_in_a_row_are_left_to_python_markdown():
    assert pieces_of("- a\n\n- b") is None
    assert pieces_of("- a\n\n* b") is None
    assert pieces_of("> a\n\n> b") is None
    assert pieces_of("- a\n\n\n\n- b") is None
    assert pieces_of("- a\n\nb\n\n- c") is not None


def test_sentences_are_not_sanitised_and_what_has_an_address_is(monkeypatch, folder):
    seen = []
    sanitiser = body._SANITISER

    class Watched:
        def clean(self, html):
            seen.append(html)
            return sanitiser.clean(html)

    monkeypatch.setattr(body, "_SANITISER", Watched())

    read_body("## A\n\nMột *hai*.", "tin-bai/a.md", 1, folder)
    assert seen == []
    read_body("## A\n\nMột *hai*.\n\n[x](a.md)", "tin-bai/a.md", 1, folder)
    assert re.fullmatch(r'<p>\w+</p>\n<p><a href="a.md">x</a></p>', seen[0])


def test_a_place_that_the_sanitiser_loses_has_the_text_read_whole(monkeypatch, folder):
    text = "Một.\n\n[x](a.md)\n\nHai."
    right = read_whole(text, folder)

    class Careless:
        def __init__(self, sanitiser):
            self.clean_one, self.sanitiser = iter([""]), sanitiser

        def clean(self, html):
            return next(self.clean_one, None) or self.sanitiser.clean(html)

    monkeypatch.setattr(body, "_SANITISER", Careless(body._SANITISER))

    assert read_body(text, "tin-bai/a.md", 10, folder, "https://vi-du.example") == right


@pytest.mark.parametrize("sign", ["[", "![", "[a]("])
def test_thousands_of_brackets_are_refused_and_not_worked_on_for_minutes(sign):
    with pytest.raises(BrokenMarkdown):
        to_html(sign * 100_000)


def test_a_long_list_of_links_is_no_such_thing():
    assert to_html("- [Một](mot.md)\n" * 1500).count("<a ") == 1500


def test_a_text_nested_too_deeply_is_broken_and_spoils_no_other():
    deep = "Bình thường\n\n" + "\n".join("    " * n + "- a" for n in range(400))

    with pytest.raises(BrokenMarkdown, match="Bình thường"):
        to_html(deep)

    assert to_html("- Bình\n\n    thường").startswith("<ul>")
