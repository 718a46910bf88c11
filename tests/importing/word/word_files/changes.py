"""Tracked changes and comments."""

from importing_word_case import word_case
from importing_word_xml import cell, para, run, table, word_file

_BY = 'w:id="1" w:author="Mẫu" w:date="2026-11-20T08:00:00Z"'


def _deleted(text: str) -> str:
    return f'<w:del {_BY}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def _inserted(text: str) -> str:
    return f"<w:ins {_BY}>{run(text)}</w:ins>"


@word_case("Word")
def changes_in_a_sentence():
    """Deleted words are gone, inserted ones are there."""
    return word_file(
        para(run("Có "), _deleted("ba mươi"), _inserted("bốn mươi"), run(" học sinh dự lễ."))
    )


@word_case("Word")
def deleted_end_of_a_paragraph():
    """Two paragraphs that somebody joined are one."""
    end = f"<w:rPr><w:del {_BY}/></w:rPr>"
    return word_file(
        para("Lễ khai giảng ", properties=end), para("bắt đầu lúc 7 giờ."), para("Đoạn sau.")
    )


@word_case("Word")
def deleted_paragraph():
    """A paragraph whose words and end were deleted leaves nothing, a bullet neither."""
    end = f"<w:rPr><w:del {_BY}/></w:rPr>"
    return word_file(para("Trước."), para(_deleted("Bỏ đoạn này."), properties=end), para("Sau."))


@word_case("Word")
def moved_paragraph():
    """A paragraph that was moved stands in its new place alone."""
    gone = f"<w:rPr><w:moveFrom {_BY}/></w:rPr>"
    return word_file(
        '<w:moveFromRangeStart w:id="5" w:name="move1"/>',
        para(f"<w:moveFrom {_BY}>{run('Đoạn được dời.')}</w:moveFrom>", properties=gone),
        '<w:moveFromRangeEnd w:id="5"/>',
        para("Đoạn đứng yên."),
        para(f"<w:moveTo {_BY}>{run('Đoạn được dời.')}</w:moveTo>"),
    )


@word_case("Word")
def deleted_row_and_cell():
    """Rows and cells that were deleted leave the table, inserted ones stay."""
    rows = table(("Lớp", "Giải"), ("5A", "Nhất"), ("5B", "Nhì"), ("5C", "Ba"))
    rows = rows.replace("<w:tr>", f"<w:tr><w:trPr><w:del {_BY}/></w:trPr>", 3)
    rows = rows.replace(f"<w:trPr><w:del {_BY}/></w:trPr>", "", 2)
    rows = rows.replace("<w:tr><w:tc><w:tcPr></w:tcPr><w:p><w:r><w:t xml:space=\"preserve\">5C",
                        f"<w:tr><w:trPr><w:ins {_BY}/></w:trPr><w:tc><w:tcPr></w:tcPr>"
                        "<w:p><w:r><w:t xml:space=\"preserve\">5C")  # fmt: skip
    return word_file(rows, table(("Một", cell("Hai", f"<w:cellDel {_BY}/>"), "Ba")))


@word_case("Word")
def changed_looks():
    """A look that was changed counts as it is now, not as it was."""
    before = f"<w:rPrChange {_BY}><w:rPr><w:b/></w:rPr></w:rPrChange>"
    return word_file(para(run("Không còn đậm.", style=before)))


@word_case("Google Docs")
def suggestions():
    """Suggestions of Google Docs come as insertions and deletions within links and lists too."""
    link = '<w:hyperlink r:id="rId7">' + _inserted("trang của trường") + "</w:hyperlink>"
    return word_file(
        para(run("Xem ", style='<w:rtl w:val="0"/>'), link, _deleted(" cũ"), "."),
        links={"rId7": "https://truongmau.example/"},
    )


@word_case("Word", "NR-WORD-001")
def comments():
    """Comments are left out and counted; the words that they are on stay."""
    return word_file(
        para(
            '<w:commentRangeStart w:id="0"/>', "Bốn mươi học sinh", '<w:commentRangeEnd w:id="0"/>',
            '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>'
            '<w:commentReference w:id="0"/></w:r>', " dự lễ.",
        ),
        parts={"comments.xml": ("comments", "<x/>")},
    )  # fmt: skip
