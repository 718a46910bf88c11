"""A document's header: what it means, and what is said of every slip."""

import pytest
from sample import PLAN_YAML, article_text, day, document_text, pdf, write_site

from newsroom.domain.content.document import DocumentType, Retention, RetentionKind
from newsroom.intake.folder.content_folder import ContentFolder
from newsroom.intake.folder.loader import load

TODAY = day("30/11/2024")
PATH = "van-ban/2024/a.md"
ITEMS = "công khai:\n  - {mã: thu, nội dung: 'Các khoản thu, chi', hạn: 30/9}\n"


def newsroom(tmp_path, text, **others):
    files = {"van-ban/2024/tep.pdf": pdf(), PATH: text, **others}
    return load(ContentFolder(write_site(tmp_path, files)), TODAY)


def document(tmp_path, **header):
    return newsroom(tmp_path, document_text(**header)).read(PATH)


def said(found):
    return [(p.path.removeprefix("content/"), p.line, p.message, p.hint) for p in found]


def test_a_whole_document_has_every_fact_and_no_problem(tmp_path):
    found = document(
        tmp_path,
        loại="QĐ",
        lĩnh_vực="Tài chính",
        người_ký="Hiệu Trưởng Mẫu",
        lưu="vĩnh viễn",
        hiệu_lực="từ 15/11/2024 đến hết ngày 31/05/2025",
        thay_thế="3/QĐ-TM, 4/QĐ-TM",
        tổ="Tổ 1",
    )

    assert found.problems == ()
    assert (found.title, found.number) == ("Kế hoạch mẫu", "12/KH-TM")
    assert found.type is DocumentType.DECISION
    assert (found.valid_from, found.ends) == (day("15/11/2024"), day("01/06/2025"))
    assert found.replaces == ("3/QĐ-TM", "4/QĐ-TM")
    assert found.retention == Retention(kind=RetentionKind.PERMANENT)
    assert [group.code for group in found.groups] == ["to-1"]
    assert found.files == ("van-ban/2024/tep.pdf",)
    assert found.url == "van-ban/2024/a/"


@pytest.mark.parametrize(
    ("words", "retention"),
    [
        ("10 năm", Retention(kind=RetentionKind.YEARS, years=10)),
        ("hủy cuối năm", Retention(kind=RetentionKind.END_OF_YEAR)),
        ("Hủy khi kết thúc năm", Retention(kind=RetentionKind.END_OF_YEAR)),
    ],
)
def test_how_long_it_is_kept(tmp_path, words, retention):
    assert document(tmp_path, lưu=words).retention == retention


@pytest.mark.parametrize(
    ("typed", "issuer"),
    [
        ("trường mẫu", "Trường Mẫu"),
        ("Phòng", "Phòng GD&ĐT Mẫu"),
        ("Ủy ban nhân dân xã Mẫu", "Ủy ban nhân dân xã Mẫu"),
    ],
)
def test_the_issuer_bears_its_full_name_of_that_day(tmp_path, typed, issuer):
    assert document(tmp_path, cơ_quan_ban_hành=typed).issuer.name == issuer


SLIPS = {
    "no number": ({"số_ký_hiệu": None}, 1, "Văn bản chưa ghi số ký hiệu.", "số ký hiệu: 12/"),
    "a number without digits": ({"số_ký_hiệu": "KH-TM"}, 2, "chưa có số.", "12/KH-TM"),
    "no abstract": ({"trích_yếu": None}, 1, "Văn bản chưa có trích yếu.", "trích yếu: …"),
    "no type": ({"loại": None}, 1, "Văn bản chưa ghi loại.", "Thêm dòng  loại: kế hoạch"),
    "unknown type": (
        {"loại": "kế hoạh"},
        3,
        "Không có loại văn bản “kế hoạh”.",
        "Có phải là “kế hoạch”?  Ghi:  loại: kế hoạch",
    ),
    "a type that is like none": ({"loại": "xyz"}, 3, "Không có loại văn bản", "Chọn một trong:"),
    "no issuer": (
        {"cơ_quan_ban_hành": None},
        1,
        "Văn bản chưa ghi cơ quan ban hành.",
        "Thêm dòng  cơ quan ban hành: Trường Mẫu",
    ),
    "no date": ({"ngày": None}, 1, "Văn bản chưa ghi ngày.", "Thêm dòng  ngày: 20/11/2024"),
    "no real date": ({"ngày": "31/11/2024"}, 5, "không phải là một ngày", "ngày: 30/11/2024"),
    "no file": ({"tệp": None}, 1, "Văn bản chưa ghi tệp.", "Thêm dòng  tệp: a.pdf"),
    "a file that is not there": (
        {"tệp": "tap.pdf"},
        7,
        "Không tìm thấy tệp “tap.pdf”.",
        "Có phải là “tep.pdf”?",
    ),
    "a picture for a file": ({"tệp": "anh.jpg"}, 7, "là ảnh", "Lưu văn bản thành .pdf"),
    "an empty file": ({"tệp": "rong.pdf"}, 7, "Tệp “rong.pdf” rỗng.", "Chép lại tệp"),
    "Word by another name": ({"tệp": "gia.pdf"}, 7, "không phải là PDF", "Lưu thành PDF"),
    "unknown retention": ({"lưu": "mãi"}, 9, "Không hiểu thời hạn lưu “mãi”.", "lưu: vĩnh viễn"),
    "validity without a date": ({"hiệu_lực": "từ nay"}, 9, "không phải là một ngày", "hiệu lực:"),
    "validity that ends first": (
        {"hiệu_lực": "từ 12/11/2024 đến 10/11/2024"},
        9,
        "kết thúc (10/11/2024) trước khi bắt đầu",
        "Ghi:  hiệu lực: từ 10/11/2024 đến 12/11/2024",
    ),
    "a key of articles": (
        {"chuyên_mục": "Hoạt động"},
        9,
        "Không có khóa “chuyên mục”.",
        "Khóa này chỉ dùng cho tin bài",
    ),
    "a slip in a key": ({"người_kí_": "A"}, 9, "Không có khóa", "Có phải là “người ký:”?"),
    "a due day without an item": (
        {"hạn_công_khai": "30/09/2024"},
        1,
        "Văn bản chưa ghi công khai.",
        "Thêm dòng  công khai:",
    ),
}


@pytest.mark.parametrize("slip", SLIPS, ids=SLIPS)
def test_each_slip_is_said_with_its_line_and_its_remedy(tmp_path, slip):
    header, line, message, hint = SLIPS[slip]
    found = newsroom(
        tmp_path,
        document_text(**header),
        **{
            "van-ban/2024/anh.jpg": b"x",
            "van-ban/2024/rong.pdf": b"",
            "van-ban/2024/gia.pdf": b"PK\x03\x04",
        },
    )

    (problem,) = found.all_problems
    assert (problem.path, problem.line) == (f"content/{PATH}", line)
    assert message in problem.message
    assert hint in problem.hint
    assert found.documents[0].reasons


def test_one_number_of_one_issuer_stands_in_one_file_and_both_are_named(tmp_path):
    found = newsroom(
        tmp_path,
        document_text(),
        **{
            "van-ban/2024/b.md": document_text(số_ký_hiệu="12 / kh-tm"),
            "van-ban/2024/c.md": document_text(cơ_quan_ban_hành="Sở"),
        },
    )

    (problem,) = found.all_problems
    assert problem.path == "content/van-ban/2024/b.md"
    assert "12 / kh-tm của Trường Mẫu với content/van-ban/2024/a.md" in problem.message


def test_a_newcomer_with_a_taken_number_takes_nothing_off_the_site(tmp_path):
    found = newsroom(tmp_path, document_text(), **{"van-ban/2024/0.md": document_text(duyet=None)})

    (problem,) = found.all_problems
    assert problem.path == "content/van-ban/2024/0.md"


@pytest.mark.parametrize("key", ["số ký hiệu", "tệp", "lưu", "hết hiệu lực", "công khai"])
def test_an_article_takes_no_key_of_a_document(tmp_path, key):
    text = article_text(**{key: "1/KH"})

    found = newsroom(tmp_path, document_text(), **{"tin-bai/a.md": text})

    (problem,) = found.all_problems
    assert f"Không có khóa “{key}”." in problem.message
    assert "chỉ dùng cho văn bản" in problem.hint


def test_an_item_is_one_of_the_plan_of_its_day(tmp_path):
    plan = {"ke-hoach/2024-2025.yaml": PLAN_YAML + ITEMS}
    good = newsroom(tmp_path / "1", document_text(công_khai="các khoản thu, chi"), **plan)
    bad = newsroom(tmp_path / "2", document_text(công_khai="Các khoảng thu, chi"), **plan)

    assert [item.code for item in good.read(PATH).disclosed_under] == ["thu"]
    (problem,) = bad.all_problems
    assert "Không có mục công khai" in problem.message


def test_without_a_list_in_the_plan_an_item_is_what_somebody_wrote(tmp_path):
    found = document(tmp_path, công_khai="Các khoản thu, chi")

    assert [item.name for item in found.disclosed_under] == ["Các khoản thu, chi"]


def test_the_seal_covers_the_file_and_what_stands_on_the_paper(tmp_path):
    first = document(tmp_path / "1").fingerprint
    others = [
        document(tmp_path / f"{n}", **header).fingerprint
        for n, header in enumerate(
            ({"số_ký_hiệu": "13/KH-TM"}, {"trích_yếu": "Khác"}, {"ngày": "11/11/2024"}), start=2
        )
    ]
    file = newsroom(tmp_path / "9", document_text(), **{"van-ban/2024/tep.pdf": pdf("y")}).read(
        PATH
    )

    assert len({first, *others, file.fingerprint}) == 5
    assert document(tmp_path / "8", hết_hiệu_lực="01/01/2025").fingerprint == first


@pytest.mark.parametrize("due", ["hôm nào", "31/2", "45/9"])
def test_a_plan_says_on_what_day_an_item_is_due(tmp_path, due):
    text = PLAN_YAML + ITEMS.replace("30/9", due)

    found = newsroom(tmp_path, document_text(), **{"ke-hoach/2024-2025.yaml": text})

    assert any("không phải là một ngày trong năm" in p.message for p in found.all_problems)
