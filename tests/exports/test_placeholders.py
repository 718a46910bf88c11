"""Templates that a school changed in Word are filled all the same, or refused in words."""

import docx
import pytest

from newsroom.exports.office.placeholders import UnknownPlace, fill


def test_a_place_that_word_cut_into_pieces_is_filled_in_the_form_of_its_first_letter():
    paper = docx.Document()
    line = paper.add_paragraph("Trường ")
    line.add_run("{{tên").bold = True
    line.add_run(" trư")
    line.add_run("ờng}} báo cáo")

    fill(paper, {"tên trường": "Sao Mẫu"}, {})

    assert line.text == "Trường Sao Mẫu báo cáo"
    assert [run.text for run in line.runs if run.bold] == ["Sao Mẫu"]


def test_places_are_found_in_tables_and_at_the_head_of_pages():
    paper = docx.Document()
    cell = paper.add_table(1, 1).rows[0].cells[0]
    cell.text = "{{TEN TRUONG}}"
    paper.sections[0].header.paragraphs[0].text = "{{Tên trường}}"

    fill(paper, {"tên trường": "Sao Mẫu"}, {})

    assert cell.text == "SAO MẪU"
    assert paper.sections[0].header.paragraphs[0].text == "Sao Mẫu"


def test_a_block_stands_where_its_place_stood():
    paper = docx.Document()
    for words in ("trước", "{{bảng}}", "sau"):
        paper.add_paragraph(words)

    fill(paper, {}, {"bảng": lambda at: at.add_paragraph("một") and at.add_paragraph("hai")})

    assert [line.text for line in paper.paragraphs] == ["trước", "một", "hai", "sau"]


def test_words_that_look_like_a_place_stay_words():
    paper = docx.Document()
    line = paper.add_paragraph("{{về việc}}")

    fill(paper, {"về việc": "Bài {{về việc}}"}, {})

    assert line.text.replace("\u2060", "") == "Bài {{về việc}}"


def test_an_unknown_place_is_named_with_the_one_that_was_meant():
    paper = docx.Document()
    paper.add_paragraph("{{tên trườn}}")

    with pytest.raises(UnknownPlace, match=r"đoạn 1: .*{{tên trườn}}.*\n.*{{tên trường}}"):
        fill(paper, {"tên trường": "Sao Mẫu"}, {})
