"""Lists: counted by the office, typed by hand, and dialogues, which are none."""

from importing_word_case import word_case
from importing_word_xml import (
    abstract_list,
    bold,
    level,
    list_number,
    numbered,
    para,
    run,
    style,
    word_file,
)

_BULLETS = abstract_list(0, *(level(at, "bullet", sign) for at, sign in enumerate("\uf0b7o\uf0a7")))
_FIGURES = abstract_list(
    1, level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)"), level(2, "lowerRoman", "%3.")
)
_PARTS = abstract_list(2, level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2."))
_LISTS = _BULLETS + _FIGURES + _PARTS


@word_case("Word")
def counted_bullets():
    """Bullets of three levels."""
    return word_file(
        numbered("Cờ", 1), numbered("Cờ Đội", 1, 1), numbered("Cờ nhỏ", 1, 2), numbered("Hoa", 1),
        numbering=_LISTS + list_number(1, 0),
    )  # fmt: skip


@word_case("Word")
def counted_figures_and_letters():
    """Figures with letters below them."""
    return word_file(
        numbered("Phần lễ", 2), numbered("Chào cờ", 2, 1), numbered("Diễn văn", 2, 1),
        numbered("Phần hội", 2), numbering=_LISTS + list_number(2, 1),
    )  # fmt: skip


@word_case("Word")
def counted_letters_alone():
    """A list whose signs are letters."""
    return word_file(
        para("Gồm:"), numbered("Sách", 4), numbered("Vở", 4),
        numbering=abstract_list(4, level(0, "lowerLetter", "%1)")) + list_number(4, 4),
    )  # fmt: skip


@word_case("Word")
def list_that_goes_on():
    """A list that a paragraph interrupts goes on counting; one that starts at 5 starts at 5."""
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    return word_file(
        numbered("Một", 2), para("Lời giữa danh sách."), numbered("Hai", 2),
        para("Danh sách khác:"), numbered("Năm", 3), numbered("Sáu", 3),
        numbering=_LISTS + list_number(2, 1) + list_number(3, 1, again),
    )  # fmt: skip


@word_case("Word")
def two_lists_that_begin_anew():
    """Two lists of one kind, one below the other, both begin at 1."""
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    return word_file(
        para("Sáng:"), numbered("Chào cờ", 2), numbered("Học", 2), para("Chiều:"),
        numbered("Thể dục", 3), numbered("Ra về", 3),
        numbering=_LISTS + list_number(2, 1) + list_number(3, 1, anew),
    )  # fmt: skip


@word_case("Word")
def bullets_of_another_list_below_figures():
    """Bullets that Word counts apart stand below the figure that they are set in under."""
    return word_file(
        numbered("Khối 4", 2), numbered("Lớp 4A", 1, 1), numbered("Lớp 4B", 1, 1),
        numbered("Khối 5", 2), numbered("Lớp 5A", 1, 1),
        numbering=_LISTS + list_number(1, 0) + list_number(2, 1),
    )  # fmt: skip


@word_case("Word")
def numbers_of_parts():
    """Roman figures and 1.1 are words: no list of the web counts so."""
    return word_file(
        numbered("Mục đích", 5), numbered("Để vui chơi.", 5, 1), numbered("Để học tập.", 5, 1),
        numbered("Yêu cầu", 5), numbered("Đúng giờ.", 5, 1),
        numbering=_LISTS + list_number(5, 2),
    )  # fmt: skip


@word_case("Word")
def list_by_style():
    """A list whose style has the number (List Bullet)."""
    mark = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    return word_file(
        para("Sách", style="ListBullet"), para("Vở", style="ListBullet"),
        styles=style("ListBullet", "List Bullet", of_paragraphs=mark),
        numbering=_LISTS + list_number(1, 0),
    )  # fmt: skip


@word_case("Word")
def typed_list_of_two_levels():
    """Signs typed by hand: `-`, below it `+`."""
    return word_file(
        para("Chuẩn bị gồm có:"),
        *(para(f"<w:r><w:tab/></w:r>{run(words)}") for words in ("- Cờ, hoa", "+ Hoa giấy",
          "+ Hoa tươi", "- Loa đài")),
        para("Sau đó các em ra về."),
    )  # fmt: skip


@word_case("Word")
def typed_numbers_letters_dashes():
    """`1.`, below it `a)`, below it `-`, as papers nest them without setting in."""
    return word_file(
        *map(para, ("1. Phần lễ", "a) Chào cờ", "- Đội nghi lễ", "- Toàn trường", "b) Diễn văn")),
        *map(para, ("2. Phần hội", "a) Kéo co", "b) Nhảy dây")),
    )


@word_case("WPS")
def typed_signs_of_all_kinds():
    """`•`, `*`, en dashes, `1)`, signs without a blank behind them."""
    return word_file(
        *map(para, ("• Một", "• Hai")), para("Rồi:"), *map(para, ("* Ba", "* Bốn")), para("Rồi:"),
        *map(para, ("– Năm", "– Sáu")), para("Rồi:"), *map(para, ("1) Bảy", "2) Tám")),
        para("Rồi:"), *map(para, ("-Chín", "-Mười")),
    )  # fmt: skip


@word_case("Word")
def typed_list_in_one_paragraph():
    """Lines broken by hand in one paragraph, each with a sign."""
    return word_file(
        para(*(f"{run(one)}<w:r><w:br/></w:r>" for one in ("Gồm:", "- Sách", "- Vở", "- Bút")))
    )


@word_case("Word")
def dialogue():
    """Words that people say behind a dash are no list, nor are a date, an hour and a score."""
    return word_file(
        para("– Con chào cô ạ!"), para("– Cô chào con."), para("– Con quên vở rồi!"),
        para("20. 11. 2026 là ngày vui."), para("-5 độ là rất lạnh."),
        para("a. Một chữ cái đứng một mình."),
    )  # fmt: skip


@word_case("Word")
def bold_sign_and_words():
    """A sign in bold before words, and a list item all in bold."""
    return word_file(
        para(run("- ", bold=True), run("Lớp 5A:", bold=True), " giải Nhất"),
        para(run("- Lớp 5B", bold=True)), para("Lời kết của bài."),
    )  # fmt: skip


@word_case("LibreOffice")
def numbers_of_libreoffice():
    """LibreOffice writes each list whole, with a blank level text where nothing shows."""
    lists = abstract_list(
        1, level(0, "decimal", "%1."), level(1, "bullet", "◦"), level(2, "none", "")
    )
    return word_file(
        numbered("Một", 1), numbered("Chấm", 1, 1), numbered("Không số", 1, 2), numbered("Hai", 1),
        numbering=lists + list_number(1, 1),
    )  # fmt: skip


@word_case("Word")
def bold_numbers_over_text():
    """Bold lines that Word counts, each above text, are headings with their number."""
    mark = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'
    return word_file(
        para("Chương trình hôm ấy có hai phần, ai cũng mong chờ."),
        bold("Phần lễ", properties=mark), para("Toàn trường chào cờ."),
        bold("Phần hội", properties=mark), para("Các lớp kéo co."),
        numbering=_LISTS + list_number(2, 1),
    )  # fmt: skip
