"""`new --from`: folders and archives, photos beside a text, refusals, nothing by halves."""

import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest
from handed_pictures import picture
from handed_sources import TODAY, hand_in, write_school

TEXT = """\
Đọc sách dưới gốc bàng

Sáng 17/11, thầy và trò khối 1 ra gốc bàng giữa sân trường đọc sách. Mỗi em một cuốn.

Em nào cũng háo hức kể lại cho bạn nghe câu chuyện vừa đọc, rồi đổi sách cho nhau.

Người viết: Bùi Thị Mẫu Hà
"""
OPTIONS = "--category=Chuyên môn"
STEM = "2026-11/doc-sach-duoi-goc-bang"
OTHER = TEXT.replace("Đọc sách", "Kể chuyện").replace("đọc sách", "kể chuyện").replace(
    "Em nào cũng háo hức kể lại cho bạn nghe câu chuyện vừa đọc, rồi đổi sách cho nhau.",
    "Chuyện con rùa dạy các em đi chậm mà chắc, cả lớp cười vang dưới bóng cây bàng già.",
)  # fmt: skip


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setenv("NEWSROOM_TODAY", TODAY)


@pytest.fixture
def content(tmp_path):
    return write_school(tmp_path)


def folder_of(root: Path, files: dict[str, str | bytes], name: str = "goi") -> Path:
    for path, held in files.items():
        place = root / name / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(held.encode() if isinstance(held, str) else held)
    return root / name


def archive_of(root: Path, files: dict[str, str | bytes]) -> Path:
    place = root / "goi.zip"
    with zipfile.ZipFile(place, "w") as archive:
        for path, held in files.items():
            archive.writestr(path, held)
    return place


PHOTOS = {"bai.txt": TEXT, "IMG_1.jpg": picture(1), "IMG_2.JPG": picture(2, 600, 900)}


def test_photos_beside_a_text_become_its_cover_and_its_gallery(content, tmp_path):
    found = hand_in(content, folder_of(tmp_path, PHOTOS), options=OPTIONS)

    assert found.header["ảnh"] == "doc-sach-duoi-goc-bang-01.jpg"
    assert found.header["thư viện"] == "doc-sach-duoi-goc-bang/bo-anh/"
    assert found.header["đồng ý hình ảnh"] == ""
    assert [*found.files] == [
        f"{STEM}.md",
        f"{STEM}/bo-anh/doc-sach-duoi-goc-bang-02.jpg",
        f"{STEM}/doc-sach-duoi-goc-bang-01.jpg",
    ]
    assert ": 0 lỗi" in found.said


def test_an_archive_makes_what_its_folder_makes(content, tmp_path):
    one = hand_in(content, folder_of(tmp_path, PHOTOS), options=OPTIONS)
    other = hand_in(write_school(tmp_path / "hai"), archive_of(tmp_path, PHOTOS), options=OPTIONS)

    assert other.files == one.files


def test_photos_may_lie_in_a_folder_of_their_own(content, tmp_path):
    files = {"anh/b 10.jpg": picture(10), "anh/b 2.jpg": picture(2)}
    place = tmp_path / "bai.txt"
    place.write_text(TEXT, encoding="utf-8")

    found = hand_in(content, place, options=OPTIONS, photos=str(folder_of(tmp_path, files) / "anh"))

    assert found.files[f"{STEM}/doc-sach-duoi-goc-bang-01.jpg"] == picture(10)
    assert "Ảnh: 0 trong bài, 2 kèm theo." in found.said


@pytest.mark.parametrize("name", ["bia.jpg", "Ảnh bìa.JPG", "cover.jpeg"])
def test_a_picture_that_is_called_cover_is_the_cover(content, tmp_path, name):
    files = {"bai.txt": TEXT, "a.jpg": picture(1), name: picture(3, 500, 700)}

    found = hand_in(content, folder_of(tmp_path, files), options=OPTIONS)

    assert found.files[f"{STEM}/{found.header['ảnh']}"] == picture(3, 500, 700)


def test_only_upright_pictures_make_no_cover(content, tmp_path):
    files = {"bai.txt": TEXT, "a.jpg": picture(1, 600, 900)}

    found = hand_in(content, folder_of(tmp_path, files), options=OPTIONS)

    assert found.header["ảnh"] == ""
    assert [*found.files] == [f"{STEM}.md", f"{STEM}/bo-anh/doc-sach-duoi-goc-bang-01.jpg"]


def test_a_picture_that_is_there_twice_is_kept_once(content, tmp_path):
    files = {
        "bai.txt": TEXT,
        "a.png": picture(1, form="PNG"),
        "b.png": picture(1, form="PNG"),
        "c.bmp": picture(1, form="BMP"),
        "d.png": picture(4, form="PNG"),
    }

    found = hand_in(content, folder_of(tmp_path, files), options=OPTIONS)

    assert len([name for name in found.files if not name.endswith(".md")]) == 2
    assert "Ảnh “b.png” trùng với “a.png”: chỉ giữ một." in found.said
    assert "Ảnh “c.bmp” trùng với “a.png”: chỉ giữ một." in found.said


def test_a_turned_picture_is_seen_upright_and_kept_as_it_came(content, tmp_path):
    from PIL import Image

    file, image = io.BytesIO(), Image.open(io.BytesIO(picture(5, 600, 900)))
    exif = image.getexif()
    exif[0x0112] = 6
    image.save(file, "JPEG", exif=exif)

    found = hand_in(
        content, folder_of(tmp_path, {"bai.txt": TEXT, "a.jpg": file.getvalue()}), options=OPTIONS
    )

    assert found.files[f"{STEM}/{found.header['ảnh']}"] == file.getvalue()


def test_small_broken_and_odd_files_are_named(content, tmp_path):
    told = ("hong.jpg", "phim.mov", "clip.mp4", "danh-sach.xlsx", "la.bin")
    passed_over = ("Thumbs.db", ".DS_Store", "~$bai.docx", "__MACOSX/a.jpg")
    files = {"bai.txt": TEXT, "nho.png": picture(1, 120, 90, "PNG")}
    files |= dict.fromkeys((*told, *passed_over), b"x")

    said = hand_in(content, folder_of(tmp_path, files), options=OPTIONS).said

    assert "Ảnh “nho.png” nhỏ (120 × 90 điểm)" in said
    assert [name for name in told if f"“{name}”" not in said] == []
    assert [name for name in passed_over if name in said] == []


def test_a_text_names_its_pictures(content, tmp_path):
    text = TEXT.replace(
        "\n\nEm nào",
        "\n\n(Ảnh 2: Cả lớp dưới gốc bàng)\n\n[IMG_9.jpg]\n\n"
        '![Cô giáo đọc sách](Ảnh cô.png "Cô giáo (Ảnh: Lan Mẫu)")\n\n(Ảnh 7: không có)\n\nEm nào',
    ).replace("Người viết:", "Nguồn ảnh: Đội\nNgười viết:")
    files = {
        "bai.txt": text,
        "2.jpg": picture(2),
        "IMG_9.jpg": picture(9),
        "Ảnh cô.png": picture(3, form="PNG"),
        "le.jpg": picture(4),
    }

    found = hand_in(content, folder_of(tmp_path, files), options=OPTIONS)

    assert "\n".join(
        line for line in found.text.split("\n") if "!" in line or "(Ảnh 7" in line
    ) == (
        '![](doc-sach-duoi-goc-bang-01.jpg "Cả lớp dưới gốc bàng (Ảnh: Đội)")\n'
        '![](doc-sach-duoi-goc-bang-02.jpg "Ảnh: Đội")\n'
        '![Cô giáo đọc sách](doc-sach-duoi-goc-bang-03.png "Cô giáo (Ảnh: Lan Mẫu)")\n'
        "(Ảnh 7: không có)"
    )
    assert found.files[f"{STEM}/doc-sach-duoi-goc-bang-02.jpg"] == picture(9)
    assert found.files[f"{STEM}/bo-anh/doc-sach-duoi-goc-bang-04.jpg"] == picture(4)


def test_a_file_beside_never_takes_the_place_of_a_picture(content, tmp_path):
    beside = content / "tin-bai/2026-11/doc-sach-duoi-goc-bang-01.jpg"
    beside.parent.mkdir(parents=True)
    beside.write_bytes(picture(8))

    found = hand_in(content, folder_of(tmp_path, PHOTOS), options=OPTIONS)

    assert found.header["ảnh"] == "doc-sach-duoi-goc-bang/doc-sach-duoi-goc-bang-01.jpg"


def test_a_saved_mail_gives_its_text_its_writer_and_what_is_attached(content, tmp_path):
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Bùi Thị Mẫu Hà <ha@saomau.example>", "Đọc sách"
    mail["Date"] = "Wed, 18 Nov 2026 10:32:11 +0700"
    mail.set_content(TEXT.replace("Người viết: Bùi Thị Mẫu Hà\n", ""))
    mail.add_attachment(picture(1), maintype="image", subtype="jpeg", filename="Ảnh 1.jpg")
    place = tmp_path / "thu.eml"
    place.write_bytes(mail.as_bytes())

    found = hand_in(content, place, options=OPTIONS)

    assert (found.header["tác giả"], found.header["nộp"]) == ("Bùi Thị Mẫu Hà", "18/11/2026")
    assert found.header["tiêu đề"] == "Đọc sách dưới gốc bàng"
    assert found.header["ảnh"] == "doc-sach-duoi-goc-bang-01.jpg"


def test_the_text_of_a_mail_may_be_attached_to_it(content, tmp_path):
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Lê Thị Mẫu Chi <chi@saomau.example>", "Bài tổ 1"
    mail.set_content("Em gửi bài ạ.")
    mail.add_attachment(TEXT.encode(), maintype="text", subtype="plain", filename="bai.txt")
    place = tmp_path / "thu.eml"
    place.write_bytes(mail.as_bytes())

    found = hand_in(content, place, options=OPTIONS)

    assert found.header["tác giả"] == "Bùi Thị Mẫu Hà"
    assert "Em gửi bài ạ." in found.said
    assert "Em gửi bài ạ." not in found.article


def test_who_sent_a_mail_and_when_count_for_what_is_attached_to_it(content, tmp_path):
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Bùi Thị Mẫu Hà <ha@saomau.example>", "Bài tổ 1"
    mail["Date"] = "Wed, 18 Nov 2026 10:32:11 +0700"
    mail.set_content("Em gửi bài ạ.")
    text = TEXT.replace("Người viết: Bùi Thị Mẫu Hà\n", "")
    mail.add_attachment(text.encode(), maintype="text", subtype="plain", filename="bai.txt")
    place = tmp_path / "thu.eml"
    place.write_bytes(mail.as_bytes())

    found = hand_in(content, place, options=OPTIONS)

    assert (found.header["tác giả"], found.header["nộp"]) == ("Bùi Thị Mẫu Hà", "18/11/2026")
    assert found.header["tiêu đề"] == "Đọc sách dưới gốc bàng"


REFUSED = [
    ({"bai.txt": TEXT, "bai-2.txt": OTHER}, "có 2 bài: bai-2.txt, bai.txt"),
    ({"a.jpg": picture(1)}, "không có bài nào"),
    ({"bai.txt": TEXT, **{f"{n}.jpg": b"x" for n in range(500)}}, "Có 500 ảnh"),
    ({"bai.txt": TEXT, **{f"{n}.bin": b"x" for n in range(2500)}}, "tệp"),
    ({"bai.txt": "   \n\n"}, ""),
]


@pytest.mark.parametrize(("files", "said"), REFUSED, ids=["two", "none", "500", "2500", "empty"])
@pytest.mark.parametrize("packed", [folder_of, archive_of], ids=["folder", "archive"])
def test_what_is_no_one_article_is_refused_and_nothing_written(
    content, tmp_path, files, said, packed
):
    found = hand_in(content, packed(tmp_path, files), options=OPTIONS)

    assert found.code == 1
    assert said in found.said
    assert "Chưa ghi gì." in found.said
    assert not (content / "tin-bai").exists()


@pytest.mark.parametrize(
    ("name", "held"),
    [
        ("khong-co.txt", None),
        ("bai.pdf", b"%PDF-1.7 ..."),
        ("bai.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
        ("bai.rtf", b"{\\rtf1 Xin chao}"),
        ("bai.docx", b"PK\x03\x04 cut short"),
        ("bai.txt", b"\x00\x01\x02\x03\xff" * 90),
        ("goi.zip", b"PK\x03\x04 cut short"),
        ("bai.txt", b""),
    ],
)
def test_a_file_that_nobody_can_read_is_refused_with_words(content, tmp_path, name, held):
    if held is not None:
        (tmp_path / name).write_bytes(held)

    found = hand_in(content, tmp_path / name)

    assert found.code == 1
    assert "[NR-" in found.said
    assert not (content / "tin-bai").exists()


def test_an_address_is_not_fetched(content):
    from newsroom.commands.writing.asking import Talk
    from newsroom.commands.writing.from_source import FromSource, write_from_source
    from newsroom.commands.writing.questions import Given

    heard: list[str] = []
    code = write_from_source(
        content,
        content.parent / ".cache",
        Given(),
        FromSource(source="https://docs.google.com/document/d/abc/edit"),
        Talk(ask=input, say=heard.append),
        may_ask=False,
    )

    assert code == 1
    assert ".docx" in heard[0]


def test_names_in_an_archive_are_no_places_on_the_disk(content, tmp_path):
    files = {"bai.txt": TEXT, "../../ra-ngoai.jpg": picture(1), "/goc.jpg": picture(2)}

    before = {path for path in tmp_path.rglob("*") if "content" not in path.parts}
    place = archive_of(tmp_path, files)
    hand_in(content, place, options=OPTIONS)

    after = {path for path in tmp_path.rglob("*") if "content" not in path.parts}
    assert {path.name for path in after - before} <= {"goi.zip", ".cache"} | {
        path.name for path in (content.parent / ".cache").rglob("*")
    }


def test_the_same_text_again_is_refused_and_says_where_it_is(content, tmp_path):
    hand_in(content, TEXT.encode(), options=OPTIONS)
    again = hand_in(content, TEXT.encode(), options="--title=Tên khác --category=Chuyên môn")

    assert again.code == 1
    assert f"content/tin-bai/{STEM}.md" in again.said
    assert [*again.files] == [f"{STEM}.md"]


def test_a_text_that_was_corrected_since_is_still_the_same(content):
    first = hand_in(content, TEXT.encode(), options=OPTIONS)
    place = content / f"tin-bai/{STEM}.md"
    place.write_text(first.article.replace("Mỗi em một cuốn.", "Mỗi em **hai** cuốn."), "utf-8")

    assert hand_in(content, TEXT.encode(), options=OPTIONS).code == 1


def test_another_text_of_the_same_title_gets_another_name(content, tmp_path):
    hand_in(content, TEXT.encode(), options=OPTIONS)
    other = OTHER.replace("Kể chuyện dưới", "Đọc sách dưới")

    found = hand_in(content, other.encode(), options=OPTIONS)

    assert found.code == 0
    assert [*found.files] == [f"{STEM}-2.md", f"{STEM}.md"]


def test_a_folder_of_that_name_is_not_written_into(content, tmp_path):
    taken = content / f"tin-bai/{STEM}/cua-ai.jpg"
    taken.parent.mkdir(parents=True)
    taken.write_bytes(b"x")

    found = hand_in(content, folder_of(tmp_path, PHOTOS), options=OPTIONS)

    assert f"{STEM}-2.md" in found.files
    assert [*taken.parent.iterdir()] == [taken]


@pytest.mark.parametrize("step", ["rename", "named_if_free"])
def test_a_disk_that_fails_leaves_nothing_behind(content, tmp_path, monkeypatch, step):
    from newsroom.intake.writing import staged_article

    def fails(*_):
        raise OSError(28, "đĩa đầy")

    place = staged_article.os if step == "rename" else staged_article
    monkeypatch.setattr(place, step, fails)

    found = hand_in(content, folder_of(tmp_path, PHOTOS), options=OPTIONS)

    assert found.code == 1
    assert "đĩa đầy" in found.said
    assert [*(content / "tin-bai").rglob("*")] == []


def test_a_wrong_option_is_refused_and_nothing_written(content):
    found = hand_in(content, TEXT.encode(), options="--category=Không có --group=Tổ 99")

    assert found.code == 2
    assert "--category" in found.said
    assert "--group" in found.said
    assert not (content / "tin-bai").exists()


def test_on_a_terminal_only_what_is_not_known_is_asked(content, tmp_path):
    place = tmp_path / "bai.txt"
    place.write_text(TEXT, encoding="utf-8")

    found = hand_in(content, place, "", "Chuyên môn", "tin", "", may_ask=True)

    assert found.code == 0
    assert (found.header["chuyên mục"], found.header["thể loại"]) == ("Chuyên môn", "tin")
    assert "Tiêu đề:" not in found.said
    assert "Tác giả:" not in found.said


def test_on_a_terminal_a_headline_in_capitals_with_an_unknown_name_is_offered(content, tmp_path):
    place = tmp_path / "bai.txt"
    place.write_text(
        TEXT.replace("Đọc sách dưới gốc bàng", "BÉ MI LANH ĐỌC SÁCH"), encoding="utf-8"
    )

    found = hand_in(content, place, "Bé Mi Lanh đọc sách", "", "1", "", "", may_ask=True)

    assert "Tiêu đề [Bé mi lanh đọc sách]: " in found.said
    assert found.header["tiêu đề"] == "Bé Mi Lanh đọc sách"


def test_whoever_leaves_at_a_question_has_written_nothing(content, tmp_path):
    place = tmp_path / "bai.txt"
    place.write_text(TEXT, encoding="utf-8")

    found = hand_in(content, place, may_ask=True)

    assert found.code == 130
    assert not (content / "tin-bai").exists()


def test_a_day_that_no_plan_holds_leaves_the_names_open(content, monkeypatch):
    monkeypatch.setenv("NEWSROOM_TODAY", "2028-01-05")

    found = hand_in(content, TEXT.encode())

    assert found.code == 0
    assert (found.header["ngày"], found.header["tổ"]) == ("05/01/2028", "")


def test_a_letter_from_the_future_was_handed_in_today(content):
    found = hand_in(content, f"Hải Mẫu, ngày 1 tháng 12 năm 2026\n{TEXT}".encode())

    assert found.header["nộp"] == "21/11/2026"
