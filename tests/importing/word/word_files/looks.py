"""Looks of words: bold, capitals, what is hidden, signs, and the styles that they come from."""

from importing_word_case import word_case
from importing_word_xml import bold, para, run, style, word_file


@word_case("Word")
def emphasis():
    """Bold, italic and struck words keep their marks, blanks at the edge of a run none."""
    return word_file(
        para(
            run("Cô "), run("Lan Mẫu ", bold=True), run("đọc ", italic=True),
            run("sách", style="<w:strike/>"), run(" báo", style="<w:dstrike/>"), ".",
        )
    )  # fmt: skip


@word_case("Word")
def emphasis_cut_into_runs():
    """Word cuts words into runs as they are edited; they are one again."""
    return word_file(
        para(*(run(part, bold=True) for part in ("Trường T", "iểu học", " ", "Mẫ", "u")), " vui.")
    )


@word_case("Word")
def raised_and_lowered():
    """Figures above and below the line."""
    up, down = '<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="subscript"/>'
    return word_file(
        para("Sân rộng 300 m", run("2", style=up), ", nước là H", run("2", style=down), "O.")
    )


@word_case("Word", "NR-WORD-013")
def hidden_words():
    """Hidden text is left out and counted, whether a run or a style hides it."""
    return word_file(
        para("Thấy được", run(" không thấy", style="<w:vanish/>"), "."),
        para(run("Ghi chú riêng.", style='<w:rStyle w:val="An"/>')),
        styles=style("An", "Chữ ẩn", kind="character", of_runs="<w:vanish/>"),
    )


@word_case("Word")
def capitals_by_a_switch():
    """Words that a switch shows in capitals are so in a sentence."""
    caps = "<w:caps/>"
    return word_file(para("Theo ", run("ubnd xã Mẫu", style=caps), ", lễ hội hoãn."))


@word_case("Word")
def headline_in_capitals_by_a_switch():
    """A line that a switch shows in capitals keeps the letters that were typed."""
    return word_file(
        para(run("Lễ khai giảng ở Trường Mẫu", bold=True, style="<w:caps/>"), side="center"),
        para("Sáng nay trời đẹp."),
    )


@word_case("Word")
def bold_by_style():
    """Bold of a style of words counts, and is off where two styles say it."""
    return word_file(
        para(run("Đậm", style='<w:rStyle w:val="Strong"/>'), " và thường."),
        para(run("Không đậm", style='<w:rStyle w:val="Strong"/>'), " rồi đậm.", style="Dam"),
        styles=style("Strong", "Strong", kind="character", of_runs="<w:b/>")
        + style("Dam", "Đoạn đậm", of_runs="<w:b/>"),
    )


@word_case("Word")
def signs():
    """Signs of Wingdings and Symbol, hyphens that do not break, soft ones, fixed blanks."""
    wing = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
    return word_file(
        para(
            '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', " Đạt ",
            '<w:r><w:sym w:font="Symbol" w:char="F0AE"/></w:r>', " tốt ",
            run("ü", style=wing), "\N{NO-BREAK SPACE}xong \uf0e0 hết",
        ),
        para(
            "<w:r><w:t>Thư</w:t><w:noBreakHyphen/><w:t>viện mở c</w:t><w:softHyphen/>"
            "<w:t>\u00adửa\u200b.</w:t></w:r>"
        ),
    )  # fmt: skip


@word_case("Word")
def breaks_and_tabs():
    """Typed line breaks stay, tabs are blanks, pages end nowhere, two breaks part paragraphs."""
    return word_file(
        para(
            "<w:r><w:tab/></w:r>", "Thơ một\N{NO-BREAK SPACE} câu",
            "<w:r><w:br/></w:r>", "Câu hai", "<w:r><w:tab/><w:tab/></w:r>", "cách xa",
        ),
        para("Trang một", '<w:r><w:br w:type="page"/></w:r>', "Trang hai"),
        para('<w:r><w:br w:type="page"/></w:r>'),
        para("Đoạn đầu", "<w:r><w:br/><w:br/></w:r>", "Đoạn hai"),
    )  # fmt: skip


@word_case("Word")
def what_markdown_would_read():
    """Signs that Markdown reads are words here."""
    return word_file(
        para("# Không phải đầu đề *sao* _gạch_ [ngoặc](x) `nhọn` <b>thẻ</b> & co"),
        para("Điểm 5*6 và 2_3, a < b, giá 20$"),
        para("Lớp 5A"), para("==="), para("---"),
    )  # fmt: skip


@word_case("Word")
def all_in_bold():
    """A line says nothing by being bold where all is."""
    return word_file(
        bold("Đoạn thứ nhất của bài, viết rất đậm."), bold("Đoạn hai"),
        bold("Đoạn thứ ba của bài, viết rất đậm."), bold("Đoạn tư"), bold("Đoạn năm dài."),
    )  # fmt: skip


@word_case("WPS")
def two_spellings_of_one_letter():
    """Letters typed in two signs are one (NFC)."""
    import unicodedata

    return word_file(para(unicodedata.normalize("NFD", "Trường Tiểu học Mẫu, Ðội viên.")))


@word_case("Word")
def large_first_letter():
    """A large first letter belongs to the word that it begins."""
    drop = '<w:framePr w:dropCap="drop" w:lines="3"/>'
    return word_file(
        para(run("S", bold=True, style='<w:sz w:val="96"/>'), properties=drop),
        para("áng nay toàn trường dự lễ khai giảng."),
    )
