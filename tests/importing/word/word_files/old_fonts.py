"""Texts in fonts of before Unicode: the right value of each is the Unicode text."""

from importing_word_case import word_case
from importing_word_xml import para, run, style, word_file
from old_encoders import write_tcvn3, write_tcvn3_capitals, write_viqr, write_vni

_TEXT = "Trường Tiểu học Mẫu tổ chức lễ khai giảng năm học mới, thầy cô phấn khởi."


def _font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:cs="{name}"/>'


@word_case("Word", "NR-WORD-022")
def tcvn3():
    """.VnTime, and .VnTimeH, which shows capitals."""
    return word_file(
        para(run(write_tcvn3_capitals("Lễ khai giảng"), style=_font(".VnTimeH"))),
        para(run(write_tcvn3(_TEXT), style=_font(".VnTime"))),
    )


@word_case("Word", "NR-WORD-022")
def vni():
    """VNI-Times, a letter of two signs cut by two runs."""
    typed = write_vni(_TEXT)
    cut = typed.index("öôø") + 2
    font = _font("VNI-Times")
    return word_file(para(run(typed[:cut], style=font), run(typed[cut:], bold=True, style=font)))


@word_case("Word", "NR-WORD-022")
def old_font_by_style():
    """The old font is that of the style, or of the document's defaults."""
    default = f"<w:rPrDefault><w:rPr>{_font('.VnTime')}</w:rPr></w:rPrDefault>"
    default = f"<w:docDefaults>{default}</w:docDefaults>"
    return word_file(
        para(write_tcvn3(_TEXT)), para(write_vni("Cô giáo Mẫu."), style="Vni"),
        styles=default + style("Vni", "Chữ VNI", of_runs=_font("VNI-Times")),
    )  # fmt: skip


@word_case("Word", "NR-WORD-022")
def mixed_fonts():
    """A file in which only some runs are in an old font; Unicode in an old font stays."""
    return word_file(
        para(run(write_tcvn3("Lễ khai giảng"), style=_font(".VnArial")), run(" tại Xã Mẫu")),
        para(run("Gõ Unicode giữa phông cũ.", style=_font(".VnTime"))),
    )


@word_case("Google Docs", "NR-WORD-022")
def old_letters_without_their_font():
    """Letters of TCVN3 that were pasted into another font are known by what they spell."""
    return word_file(para(write_tcvn3(_TEXT)), para("Đoạn Unicode thường."))


@word_case("Word", "NR-WORD-022")
def viqr():
    """VIQR, typed where nobody had a Vietnamese keyboard."""
    return word_file(para(write_viqr(_TEXT)))
