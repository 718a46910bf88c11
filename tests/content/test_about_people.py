"""Advice on what a text and its files tell of children: in tables, in lists, in attachments."""

import pytest
from office_samples import docx, xlsx
from sample import article_text, day, write_file, write_site

from newsroom.commands.checking.check import findings_of
from newsroom.domain.problem import Level
from newsroom.intake.content.advice.about_people import AboutPeople
from newsroom.intake.content.advice.advice import advise_on_children
from newsroom.intake.folder.content_folder import ContentFolder
from newsroom.intake.folder.loader import load
from newsroom.office_files.words import words_of_file as office_text

TODAY = day("30/11/2024")
ABOUT = AboutPeople(TODAY, ("0912 000 111",))
PRIVATE = ("Nguyễn Mẫu An", "12/03/2016", "0912345678", "912345678", "001216012345", "8,5")
LIST = [
    ["DANH SÁCH LỚP 4A"],
    ["TT", "Họ và tên", "Ngày sinh", "SĐT phụ huynh", "Điểm"],
    [1, "Nguyễn Mẫu An", "12/03/2016", 912345678, "8,5"],
    [2, "Lê Mẫu Bình", "01/02/2015", 987654321, "9"],
]


def told(tmp_path, body, **files):
    content = write_site(tmp_path, {"tin-bai/bai.md": article_text(body, duyet=None)})
    for name, made in files.items():
        write_file(content, f"tin-bai/{name.replace('_', '.')}", made)
    newsroom = load(ContentFolder(content), TODAY)
    found = list(advise_on_children("tin-bai/bai.md", newsroom, TODAY))
    said = " ".join(problem.message + problem.hint for problem in found)
    assert not any(secret in said for secret in PRIVATE)
    assert all(problem.level is Level.ADVICE for problem in found)
    return [(problem.line, problem.message) for problem in found]


@pytest.mark.parametrize(
    "table",
    [
        "| Họ và tên | Ngày sinh |\n|---|---|\n| Nguyễn Mẫu An | 12/03/2016 |",
        "Họ và tên\tNgày sinh\nNguyễn Mẫu An\t12/03/2016",
        "<table><tr><td>Họ và tên</td><td>Ngày sinh</td></tr>\n"
        "<tr><td>Nguyễn Mẫu An</td><td>12/03/2016</td></tr></table>",
    ],
)
def test_a_column_of_birthdays_is_told_however_the_table_is_typed(tmp_path, table):
    assert told(tmp_path, f"Danh sách:\n\n{table}") == [
        (10, "Cột “Ngày sinh” của bảng có 1 ô là ngày sinh của trẻ em.")
    ]


def test_a_pupil_in_an_item_of_a_list_is_told_with_her_mark(tmp_path):
    found = told(tmp_path, "Kết quả:\n- Em Nguyễn Mẫu An: 8,5 điểm Toán\n- Cả lớp vui")

    assert found == [(9, "Dòng này nêu tên một em cùng điểm hoặc xếp loại của em ấy.")]


def test_every_number_of_a_line_is_counted_not_only_the_first():
    (message, _), *others = ABOUT.line("Gọi 0912 000 111, 0912 345 678 hoặc 0987 654 321.")

    assert message.startswith("Dòng này có 2 số điện thoại")
    assert not others


@pytest.mark.parametrize(
    "made",
    [
        {"ds_xlsx": xlsx({"Lớp 4A": LIST})},
        {"ds_docx": docx("Danh sách", rows=[[str(c) for c in r] for r in LIST[1:]])},
    ],
    ids=["xlsx", "docx"],
)
def test_a_list_of_a_class_that_is_offered_is_told_by_its_columns(tmp_path, made):
    (name,) = made
    file = name.replace("_", ".")

    ((line, message),) = told(tmp_path, f"Xem [danh sách]({file}).", **made)

    assert line == 8
    assert message.startswith(f"Tệp “{file}” có 2 ô ở cột “Ngày sinh” là ngày sinh của trẻ em (")
    assert "2 ô ở cột “SĐT phụ huynh” là số điện thoại" in message
    assert "2 ô ở cột “Điểm” là điểm, xếp loại bên cạnh họ tên" in message


def test_a_table_with_semicolons_is_read_like_a_workbook(tmp_path):
    place = tmp_path / "ds.csv"
    place.write_text("\n".join(";".join(map(str, row)) for row in LIST[1:]), "utf-8-sig")

    ((message, _),) = ABOUT.file("ds.csv", place)

    assert "2 ô ở cột “SĐT phụ huynh” là số điện thoại" in message


def test_a_paragraph_of_a_file_is_read_as_a_line_is(tmp_path):
    made = docx("Em Nguyễn Mẫu An, mồ côi cha.", "Mẹ em: 0912345678.")

    ((_, message),) = told(tmp_path, "Xem [bài](bai-viet.docx).", **{"bai-viet_docx": made})

    assert "1 chỗ nêu tên một em cùng hoàn cảnh khó khăn (đoạn 1)" in message
    assert "1 số điện thoại (đoạn 2)" in message


def test_a_file_of_no_children_and_one_that_is_torn_get_no_advice(tmp_path):
    good = xlsx({"Chi": [["Nội dung", "Số tiền"], ["Ghế", 100]]})

    assert told(tmp_path, "[a](a.xlsx) [b](b.pdf)", a_xlsx=good, b_pdf=b"%PDF-1.4 torn") == []


def test_a_file_that_told_something_once_is_not_opened_again_that_day(tmp_path, monkeypatch):
    path, kept = tmp_path / "danh-sach.xlsx", {}
    path.write_bytes(xlsx({"Lớp 4A": LIST}))
    once = list(AboutPeople(TODAY, (), kept).file("danh-sach.xlsx", path))

    opened = []
    monkeypatch.setattr(office_text, "words_of", lambda content: opened.append(content) or ())
    again = list(AboutPeople(TODAY, (), kept).file("danh-sach.xlsx", path))
    assert (again, opened) == (once, [])
    assert once

    # Another day counts other birthdays as a child's, and another file is another.
    list(AboutPeople(day("01/12/2024"), (), kept).file("danh-sach.xlsx", path))
    path.write_bytes(b"khac")
    list(AboutPeople(TODAY, (), kept).file("danh-sach.xlsx", path))
    assert len(opened) == 2


def test_a_check_without_change_opens_no_attachment_of_an_article_that_waits(tmp_path, monkeypatch):
    content = write_site(
        tmp_path, {"tin-bai/bai.md": article_text("[Danh sách](ds.xlsx)", duyet=None)}
    )
    write_file(content, "tin-bai/ds.xlsx", xlsx({"Lớp 4A": LIST}))
    once = findings_of(content, tmp_path / ".cache")

    opened = []
    monkeypatch.setattr(office_text, "words_of", lambda content: opened.append(content) or ())

    assert findings_of(content, tmp_path / ".cache") == once
    assert not opened
    assert any("ds.xlsx" in problem.message for problem in once.problems)
