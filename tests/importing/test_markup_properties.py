"""Properties of any HTML: the words, their looks and their places are those that went in."""

import re
from html import escape, unescape

from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html
from typed_html import to_html

from newsroom.domain.text.vietnamese import clean
from newsroom.importing.markup.conversion import converted, escaped, inline_markdown

LOOKS = {"b": "strong", "strong": "strong", "i": "em", "em": "em", "s": "del", "del": "del",
         "sup": "sup", "sub": "sub", "code": "code", "mark": "mark"}  # fmt: skip
PLACES = {"li", "ul", "ol", "blockquote", "td", "th", "h2", "h3", "h4", "pre"}
# Signs of Markdown, of our own rules, of HTML, and words that begin like something else.
WORDS = [
    *(
        "Sáng",
        "trường",
        "*",
        "**",
        "_x_",
        "`m`",
        "[a](b)",
        "![x]",
        "<b>",
        "&nbsp;",
        "\\*",
        "~~",
        "~",
    ),
    *(
        "5*",
        "a_b",
        "(*)",
        "{.x}",
        "C:\\tap\\_a",
        "#",
        "##",
        ">",
        "|",
        "1.",
        "3)",
        "a)",
        "[^1]",
        "[1]:",
    ),
    *(
        "===",
        "---",
        "<!--",
        "-->",
        "duyệt:",
        "An,",
        "20/11/2026",
        "“x”",
        '"y"',
        "=",
        "!",
        "e\u0301",
    ),
    *("Ð", "\u200b", "<họ", "tên>"),
]
# Of which broken and hostile HTML is made.
PIECES = [
    *("<", ">", "</", "p", "b>", "ul>", "li", "table><tr><td>", "&", "#1;", '"', "'", "=", "<!--"),
    *("<![CDATA[", " ", "Lớp", "\0", "\ufffe", "<script>", "<svg>", "<img src=x onerror=y>"),
    *("<br>", "\n\n", "<iframe src='//a.example'>", "<a href=javascript:x>"),
]
words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join).map(escape)
# Without a letter a paragraph could be typed as a list or a line: those have tests of their own.
begun = words.map(lambda some: f"Lớp {some}")


def _within(inner):
    looked = st.builds("<{0}>{1}</{0}>".format, st.sampled_from([*LOOKS]), inner)
    linked = words.map('<a href="https://vidu.example/x_(y)">{}</a>'.format)
    spaced = st.builds("{} {}".format, inner, inner)
    joined = st.builds("{}{}".format, inner, inner)
    return st.one_of(
        looked, linked, spaced, joined, st.builds("{}<br>Dòng {}".format, inner, inner)
    )


inline = st.recursive(words, _within, max_leaves=4).map("Lớp {}".format)
rows = st.lists(st.tuples(inline, inline), min_size=1, max_size=3).map(
    lambda some: "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in some)
)
simple = st.one_of(
    inline.map("<p>{}</p>".format),
    st.builds("<{0}>{1}</{0}>".format, st.sampled_from(["h2", "h3", "h4"]), begun),
    rows.map("<table><tr><th>Lớp</th><th>Điểm</th></tr>{}</table>".format),
    begun.map("<pre>{}</pre>".format),
    st.just('<figure><img src="a.jpg" alt="Cây"></figure>'),
)


def _blocks_within(inner):
    items = st.lists(inner.map("<li>{}</li>".format), min_size=1, max_size=3).map("".join)
    return st.one_of(
        st.builds("<{0}>{1}</{0}>".format, st.sampled_from(["ul", "ol"]), items),
        st.builds("<{0}>{1}</{0}>".format, st.sampled_from(["blockquote", "div"]), inner),
        st.builds("{}{}".format, inner, inner),
    )


# A text of nothing but code is none.
texts = st.recursive(simple, _blocks_within, max_leaves=5).map("<p>Lớp</p>{}".format)


def seen(html):
    """The words of some HTML: with their looks, links and the elements around them; in one line."""
    root = lxml_html.fragment_fromstring(html, create_parent="div")
    found = []
    for text in root.xpath(".//text()"):
        element = text.getparent() if text.is_text else text.getparent().getparent()
        around = [element, *element.iterancestors()]
        tags = [one.tag for one in around]
        places = tuple(tag for tag in reversed(tags) if tag in PLACES)
        # Headings are bold, and all of a block of code is code.
        taken = {"strong"} if {"h2", "h3", "h4", "th"} & {*tags} else set()
        taken |= {"code"} if "pre" in tags else set()
        looks = {LOOKS[tag] for tag in tags if tag in LOOKS} - taken
        link = next((one.get("href") for one in around if one.tag == "a"), "")
        found += [(word, (looks, link, places)) for word in clean(str(text)).split()]
    return _joined(found), _on_one_line(html)


def _joined(found):
    """Words in a row that look alike as one text: a tag between two letters parts no word."""
    texts = []
    for word, look in found:
        if texts and texts[-1][1] == look:
            texts[-1] = (texts[-1][0] + word, look)
        else:
            texts.append((word, look))
    return texts


def _on_one_line(html):
    """The words with a blank wherever readers see them apart."""
    parted = re.sub(r"<(?=/?(?:p|h\d|li|ul|ol|td|th|tr|table|pre|br|blockquote|div)\b)", " <", html)
    root = lxml_html.fragment_fromstring(parted, create_parent="div")
    return " ".join(clean(root.text_content()).split())


@settings(max_examples=120, deadline=None)
@given(texts)
@example("<p>Lớp <b>a<i>b</i></b><i>c</i> *d*</p><ul><li>Lớp</li></ul><ul><li>Lớp</li></ul>")
def test_readers_see_the_same_words_in_the_same_look_and_place(html):
    shown = to_html(converted(html).markdown)

    assert seen(shown) == seen(html)


@settings(max_examples=80, deadline=None)
@given(inline)
def test_one_line_of_markdown_shows_the_same_words(html):
    html = html.replace("<br>", " ")

    assert seen(to_html(f"Lớp {inline_markdown(html)}")) == seen(f"Lớp {html}")


@settings(max_examples=120, deadline=None)
@given(st.lists(words.map(unescape), min_size=1, max_size=4).map("\n".join))
@example("1. một\n2. hai\n\n- ba\n\n---")
def test_escaped_text_shows_every_sign_of_it(text):
    shown = to_html(escaped(text))

    assert _on_one_line(shown) == " ".join(clean(text).split())
    assert {word for word, (looks, *_) in seen(shown)[0] if looks} == set()


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_whatever_is_given_becomes_a_text_without_anything_dangerous(html):
    shown = to_html(converted(html).markdown).lower()

    assert "<script" not in shown
    assert "onerror=" not in re.sub("&lt;.*?&gt;|<[^>]*alt=[^>]*>", "", shown)
    assert "<iframe" not in shown
    assert 'href="javascript' not in shown
