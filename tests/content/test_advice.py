"""Advice to a writer: where it stands, whom it reaches, and what it leaves alone."""

import io

import pytest
from PIL import Image
from sample import article_text, day, write_file, write_site

from newsroom.commands.checking.check import findings_of
from newsroom.domain.problem import Level
from newsroom.intake.content.advice.advice import advise
from newsroom.intake.folder.content_folder import ContentFolder
from newsroom.intake.folder.loader import load

TODAY = day("30/11/2024")
LONG = "Sáng nay các em lớp Một mang sách ra gốc bàng, đọc từng trang rồi kể lại cho bạn. " * 3
GOOD = {
    "duyet": None,
    "tóm_tắt": "Các em lớp Một đọc sách dưới gốc bàng mỗi sáng.",
    "đồng_ý_hình_ảnh": "có",
}


def picture(width=40, height=30, weight=0):
    file = io.BytesIO()
    Image.new("RGB", (width, height)).save(file, "JPEG")
    # What stands behind a JPEG's end is no part of the picture.
    return file.getvalue() + b"\0" * weight


def advice(tmp_path, text, path="tin-bai/bai.md"):
    content = write_site(tmp_path, {path: text})
    if not (content / "tin-bai/a.jpg").exists():
        write_file(content, "tin-bai/a.jpg", picture())
    newsroom = load(ContentFolder(content), TODAY)
    found = list(advise(path, newsroom, TODAY))
    assert all(problem.level is Level.ADVICE for problem in found)
    return [(problem.line, problem.message, problem.hint) for problem in found]


def test_a_good_article_gets_no_advice(tmp_path):
    text = article_text(
        f"{LONG}\n\nChiều về, {LONG}\n\n![Các em đọc sách](a.jpg)", ảnh="a.jpg", **GOOD
    )

    assert advice(tmp_path, text) == []


ADVICE = {
    "no summary": (
        article_text(LONG, duyet=None),
        2,
        "Bài chưa có tóm tắt.",
        "Thêm dòng  tóm tắt: …",
    ),
    "an empty summary": (
        article_text(LONG, duyet=None, tóm_tắt=""),
        7,
        "Bài chưa có tóm tắt.",
        "Thêm dòng  tóm tắt: …",
    ),
    "a long summary": (
        article_text(LONG, duyet=None, tóm_tắt="Các em vui. " * 30),
        7,
        "Tóm tắt dài 359 ký tự nên trang chủ khó đọc.",
        "dưới 300 ký tự",
    ),
    "a summary copied from the hint": (
        article_text(LONG, duyet=None, tóm_tắt="…"),
        7,
        "Còn chỗ viết dở: “…”.",
        "Viết tiếp",
    ),
    "a title in capitals": (
        article_text(LONG, title="HỘI THI VIẾT CHỮ ĐẸP", **GOOD),
        2,
        "Tiêu đề viết toàn chữ hoa nên khó đọc.",
        "Ghi:  tiêu đề: Hội thi viết chữ đẹp  (rồi viết hoa lại tên riêng)",
    ),
    "a video of which nobody was asked": (
        article_text(LONG, video="https://phim.example/a", tóm_tắt="Ngắn."),
        8,
        "Bài có video nhưng chưa ghi gia đình các em đã đồng ý hay chưa.",
        "Hỏi gia đình rồi thêm vào đầu bài dòng  đồng ý hình ảnh: có",
    ),
    "a picture without words": (
        article_text(f"{LONG}\n\n![](a.jpg)", **GOOD),
        12,
        "Ảnh “a.jpg” chưa có mô tả cho người không nhìn thấy ảnh.",
        "![Cô giáo giảng bài bên bảng](a.jpg)",
    ),
    "raw HTML without words": (
        article_text(f'{LONG}\n\n<img src="a.jpg" alt="IMG_1234">', **GOOD),
        12,
        "Ảnh “a.jpg” chưa có mô tả cho người không nhìn thấy ảnh.",
        "![Cô giáo",
    ),
    "no consent stated": (
        article_text(f"{LONG}\n\n![Các em đọc](a.jpg)", **{**GOOD, "đồng_ý_hình_ảnh": None}),
        11,
        "Bài có ảnh nhưng chưa ghi gia đình các em đã đồng ý hay chưa.",
        "đồng ý hình ảnh: có  hoặc  đồng ý hình ảnh: không có trẻ em",
    ),
    "no consent to the cover": (
        article_text(LONG, ảnh="a.jpg", **{**GOOD, "đồng_ý_hình_ảnh": None}),
        7,
        "Bài có ảnh nhưng chưa ghi gia đình các em đã đồng ý hay chưa.",
        "đồng ý hình ảnh: có",
    ),
    "a phone number": (
        article_text(f"{LONG}\n\nGọi mẹ em: 0912 345 678", **GOOD),
        12,
        "Dòng này có số điện thoại, có thể của học sinh hoặc gia đình.",
        "Xóa số ấy đi",
    ),
    "a phone number in the summary": (
        article_text(LONG, **{**GOOD, "tóm_tắt": "Gọi 0912 345 678."}),
        7,
        "Dòng này có số điện thoại, có thể của học sinh hoặc gia đình.",
        "Xóa số ấy đi",
    ),
    "a day of birth": (
        article_text(f"{LONG}\nEm Mẫu An sinh ngày 12/03/2015.", **GOOD),
        11,
        "Dòng này có ngày hoặc năm sinh, có thể của một học sinh.",
        "Xóa ngày sinh đi",
    ),
    "a citizen number": (
        article_text(f"{LONG}\n\nMã định danh 001216012345", **GOOD),
        12,
        "Dòng này có dãy 12 chữ số giống số căn cước hay mã định danh.",
        "Xóa số ấy đi",
    ),
    "an unfinished place": (
        article_text(f"{LONG}\n\n...", **GOOD),
        12,
        "Còn chỗ viết dở: “...”.",
        "Viết tiếp cho đủ",
    ),
    "no paragraphs": (
        article_text((LONG + "\n") * 3, **GOOD),
        10,
        "Cả bài 171 chữ liền một đoạn nên khó đọc.",
        "Để một dòng trống giữa hai đoạn",
    ),
    "few words": (
        article_text("Sáng nay trường em vui.", **GOOD),
        10,
        "Bài rất ngắn: chỉ có 5 chữ.",
        "Viết thêm: ai",
    ),
}


@pytest.mark.parametrize("name", ADVICE)
def test_advice_stands_at_its_line_with_what_to_type(tmp_path, name):
    text, line, message, hint = ADVICE[name]

    found = advice(tmp_path, text)

    assert [(n, said) for n, said, _ in found] == [(line, message)], found
    assert hint in found[0][2]


NO_ADVICE = {
    "consent refused": article_text(
        f"{LONG}\n\n![](a.jpg)", **{**GOOD, "đồng_ý_hình_ảnh": "không"}
    ),
    "pictures alone": article_text("![Các em đọc sách](a.jpg)", thể_loại="ảnh", **GOOD),
    "paragraphs": article_text("\n\n".join(f"Hàng {n}: {LONG}" for n in "abcd"), **GOOD),
    "a long list": article_text("\n".join(f"- {LONG}" for _ in range(5)), **GOOD),
    "a picture in code": article_text(f"{LONG}\n\n`![](a.jpg)`", **GOOD),
    "UTF-16": article_text(LONG, duyet=None).encode("utf-16"),
    "nothing": b"",
}


@pytest.mark.parametrize("name", NO_ADVICE)
def test_what_is_well_as_it_is_gets_no_advice(tmp_path, name):
    assert advice(tmp_path, NO_ADVICE[name]) == []


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (picture(weight=13_200_000), "nặng 13,2 MB, rộng 40 điểm"),
        (picture(12_200, 10), "nặng 0,0 MB, rộng 12200 điểm"),
        (picture(10, 12_200), "nặng 0,0 MB, rộng 12200 điểm"),
        (picture(4000, 10, weight=4_000_000), None),
    ],
)
def test_a_picture_larger_than_any_screen_is_said_with_its_size(tmp_path, file, said):
    write_file(tmp_path / "content", "tin-bai/a.jpg", file)

    found = advice(tmp_path, article_text(f"{LONG}\n\n![Các em đọc](a.jpg)", **GOOD))

    assert [said in message for _, message, _ in found] == ([True] if said else [])


def test_a_standing_page_needs_no_summary_and_may_tell_phone_numbers(tmp_path):
    text = "---\ntiêu đề: Liên hệ\n---\nGọi cô Mẫu: 0912 345 678\n\nTODO\n\n![](a.jpg)\n"

    found = advice(tmp_path, text, "trang/lien-he.md")

    assert [line for line, _, _ in found] == [6]


BARE = article_text(LONG)


@pytest.mark.parametrize(
    ("text", "is_advised"),
    [
        (article_text(LONG, duyet=None), True),
        (article_text(LONG, duyet="Phó Mâu, 12/11/2024"), True),
        (article_text(LONG, trả_lại="Phó Mẫu, 13/11/2024, thiếu ảnh"), True),
        (BARE, False),
        (article_text(LONG, gỡ="Phó Mẫu, 13/11/2024, gia đình đề nghị"), False),
        (article_text(LONG, duyet=None, gỡ="Phó Mẫu, 13/11/2024, lỗi"), False),
        (article_text(LONG, ngày="10/12/2024"), False),
    ],
)
def test_advice_reaches_what_is_still_being_written(tmp_path, monkeypatch, text, is_advised):
    monkeypatch.setenv("NEWSROOM_TODAY", "30/11/2024")
    content = write_site(tmp_path, {"tin-bai/bai.md": text})

    found = findings_of(content, tmp_path / ".cache")

    assert any("tóm tắt" in problem.message for problem in found.problems) is is_advised


def test_an_approved_article_gets_advice_when_somebody_names_it_itself(tmp_path, monkeypatch):
    monkeypatch.setenv("NEWSROOM_TODAY", "30/11/2024")
    content = write_site(tmp_path, {"tin-bai/bai.md": BARE, "tin-bai/hai.md": BARE})

    def advised(*paths):
        found = findings_of(content, tmp_path / ".cache", [str(content / p) for p in paths])
        return found.checked, [problem.path for problem in found.problems]

    assert advised("tin-bai/bai.md") == (1, ["content/tin-bai/bai.md"])
    assert advised("tin-bai") == (2, [])


def test_a_returned_article_tells_its_author_who_when_and_why(tmp_path, monkeypatch):
    monkeypatch.setenv("NEWSROOM_TODAY", "30/11/2024")
    lines = {"duyet": None, "trả_lại": "Phó Mẫu, 13/11/2024, thiếu số liệu."}
    content = write_site(tmp_path, {"tin-bai/bai.md": article_text(LONG, **lines)})

    found = findings_of(content, tmp_path / ".cache").problems

    assert [(p.line, p.message, p.hint) for p in found if "trả lại" in p.message] == [
        (
            7,
            "Phó Mẫu trả lại ngày 13/11/2024: thiếu số liệu.",
            "Sửa xong, báo người duyệt; giữ nguyên dòng này.",
        )
    ]


def test_a_return_that_an_approval_answered_is_not_told_again(tmp_path, monkeypatch):
    monkeypatch.setenv("NEWSROOM_TODAY", "30/11/2024")
    lines = "trả lại: Phó Mẫu, 13/11/2024, thiếu số liệu.\nduyệt: Phó Mẫu, 14/11/2024"
    text = article_text(LONG).replace("duyệt: Phó Mẫu, 12/11/2024", lines)
    content = write_site(tmp_path, {"tin-bai/bai.md": text})

    assert findings_of(content, tmp_path / ".cache").problems == ()


def test_a_dispatch_of_a_day_to_come_is_pointed_at(tmp_path, monkeypatch):
    monkeypatch.setenv("NEWSROOM_TODAY", "30/11/2024")
    text = article_text(LONG, gửi="Sở, 25/12/2024").replace(
        "\n---\n", "\nđược đăng: Sở, 26/12/2024, https://so.example/a\n---\n"
    )
    content = write_site(tmp_path, {"tin-bai/bai.md": text})

    found = findings_of(content, tmp_path / ".cache").problems

    assert [(p.line, p.level) for p in found] == [(8, Level.WARNING)]
    assert found[0].message.endswith("Còn 1 chỗ như vậy: dòng 9.")


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("https://youtu.be/aqz-KE-bpKQ?si=x", "https://www.youtube.com/watch?v=aqz-KE-bpKQ"),
        ("  <https://www.youtube.com/shorts/aqz-KE-bpKQ>", "watch?v=aqz-KE-bpKQ"),
        ("Video: https://m.youtube.com/watch?v=aqz-KE-bpKQ.", "watch?v=aqz-KE-bpKQ"),
        ("youtube.com/watch?v=aqz-KE-bpKQ", "watch?v=aqz-KE-bpKQ"),
        ("https://www.facebook.com/truongmau/videos/12345/", "truongmau/videos/12345/"),
        ("https://vimeo.com/12345", "https://vimeo.com/12345"),
        ("https://www.tiktok.com/@truongmau/video/1", "@truongmau/video/1"),
    ],
)
def test_a_video_address_alone_on_a_line_is_offered_for_the_header(tmp_path, line, offered):
    found = advice(tmp_path, article_text(f"{LONG}\n\n{line}\n\n{LONG}", **GOOD))

    [(number, message, hint)] = [said for said in found if "video" in said[1].lower()]

    assert (number, "đứng riêng một dòng" in message) == (12, True)
    assert hint.startswith("Thêm vào đầu bài dòng  video: https://")
    assert offered in hint


@pytest.mark.parametrize(
    "line",
    [
        "Xem https://youtu.be/aqz-KE-bpKQ nhé",
        "https://thuvien.example/sach",
        "https://www.youtube.com/@truongmau",
        "https://www.facebook.com/truongmau",
        "bao-cao/video.docx",
    ],
)
def test_no_other_line_is_taken_for_a_video(tmp_path, line):
    found = advice(tmp_path, article_text(f"{LONG}\n\n{line}", **GOOD))

    assert not [said for said in found if "video" in said[1].lower()]


def test_an_article_that_has_a_video_is_offered_none(tmp_path):
    text = article_text(
        f"{LONG}\n\nhttps://youtu.be/aqz-KE-bpKQ", video="https://phim.example/a", **GOOD
    )

    assert not [said for said in advice(tmp_path, text) if "đứng riêng" in said[1]]
