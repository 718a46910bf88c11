"""Footnotes and endnotes."""

from importing_word_case import word_case
from importing_word_xml import para, run, word_file


def _sign(kind: str, id: int, more: str = "") -> str:
    raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    return f'<w:r>{raised}<w:{kind}Reference{more} w:id="{id}"/></w:r>'


@word_case("Word")
def footnotes():
    """Footnotes and endnotes, counted as they come in the text."""
    return word_file(
        para("Theo báo cáo", _sign("footnote", 2), " của trường", _sign("endnote", 1), "."),
        para("Và một nữa", _sign("footnote", 3), "."),
        footnotes={2: "Báo cáo năm 2026.", 3: run("Sổ ") + run("truyền thống", italic=True)},
        endnotes={1: "Trường Tiểu học Mẫu."},
    )


@word_case("Word")
def footnote_with_a_sign_of_its_own():
    """A note marked by a star is counted like the others."""
    own = _sign("footnote", 2, ' w:customMarkFollows="1"').replace("</w:r>", "<w:t>*</w:t></w:r>")
    return word_file(para("Có chú thích", own, " ở đây."), footnotes={2: "Lời chú."})


@word_case("Word")
def footnote_that_is_not_there():
    """A sign whose note the file has not leaves nothing."""
    return word_file(para("Không có", _sign("footnote", 9), " chú thích."), footnotes={2: "Khác."})


@word_case("Word")
def footnote_without_words():
    """A note without words is none."""
    return word_file(para("Có dấu", _sign("footnote", 2), " mà không có lời."), footnotes={2: " "})
