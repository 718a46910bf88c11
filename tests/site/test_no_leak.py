"""Withheld means no trace: a word planted in every corner of every kind of withheld article."""

import io

import pytest
from PIL import Image, ImageDraw
from sample import PLAN_YAML, article_text, document_text, webm

KINDS = {
    "waiting": {"duyet": None},
    "returned": {"duyet": None, "trả_lại": "Phó Mẫu, 13/11/2024, Lý do {}"},
    "returned-after": {"trả_lại": "Phó Mẫu, 13/11/2024, Lý do {}"},
    "withdrawn": {"gỡ": "Hiệu Trưởng Mẫu, 13/11/2024, Lý do {}"},
    "edited": {"duyet": "Phó Mẫu, 12/11/2024, dấu 0123456789ab"},
    "self-approved": {"tác_giả": "Phó Mẫu"},
    "not-on-board": {"duyet": "Hòa Mẫu, 12/11/2024"},
    "no-second": {"chuyên_mục": "Tài chính"},
    "same-person-twice": {
        "chuyên_mục": "Tài chính",
        "duyet": "Phó Mẫu, 12/11/2024\nduyệt: Phó Mẫu, 12/11/2024, tài chính",
    },
    "future-approval": {"duyet": "Phó Mẫu, 01/12/2025"},
    "future-date": {"ngày": "01/12/2025", "duyet": "Phó Mẫu, 12/11/2024"},
    "no-group": {"tổ": None, "duyet": None},
    "broken-date": {"ngày": "31/02/2024", "duyet": None},
    "broken-approval": {"duyet": "rồi"},
    "unknown-key": {"save_as": "index.html", "duyet": None},
    "video-elsewhere": {"video": "https://phim.example/{}", "duyet": None},
}


def picture(words: str, colour: tuple[int, int, int]) -> bytes:
    image = Image.new("RGB", (60, 40), colour)
    ImageDraw.Draw(image).text((2, 10), "x", fill="white")
    exif = Image.Exif()
    exif[0x010E] = words
    exif[0x8825] = {1: "N", 2: (10.0, 46.0, 0.0)}
    out = io.BytesIO()
    image.save(out, "JPEG", exif=exif)
    return out.getvalue()


def plant(site, kind, header, number):
    """An article of that kind with the word in every field, its pictures, attachment and video."""
    word = f"zqx{number:02}w"
    fields = {key: value and value.format(word) for key, value in header.items()}
    fields.setdefault("tóm_tắt", f"Tóm tắt {word}")
    fields.setdefault("từ_khóa", f"thẻ {word}, khác")
    fields.setdefault("chủ_đề", f"zqxchude, {word}")
    fields.setdefault("ảnh", f"bia-{word}.jpg")
    fields.setdefault("video", f"phim-{word}.webm")
    fields.setdefault("thư_viện", f"thu-vien-{word}")
    fields.setdefault("gửi", "Phòng, 14/11/2024")
    fields.setdefault("được_đăng", f"Sở, 15/11/2024, https://so.example/{word}")
    fields.setdefault("đính_chính", f"Phó Mẫu, 15/11/2024, Sửa {word}")
    body = (
        f"Đoạn {word}.\n\n## Mục {word}\n\n![Mô tả {word}](trong-{word}.jpg 'Chú {word}')\n\n"
        f"[Tệp {word}](tep-{word}.pdf)\n\n<b title='{word}'>{word}</b>\n"
    )
    folder = f"tin-bai/{kind}"
    site.write(f"{folder}/bai-{word}.md", article_text(body, title=f"Tiêu đề {word}", **fields))
    site.write(f"{folder}/bia-{word}.jpg", picture(word, (number * 9, 0, 0)))
    site.write(f"{folder}/trong-{word}.jpg", picture(word, (0, number * 9, 0)))
    site.write(f"anh/thu-vien-{word}/{word}.jpg", picture(word, (0, 0, number * 9)))
    site.write(f"{folder}/tep-{word}.pdf", f"%PDF {word}".encode())
    site.write(f"{folder}/phim-{word}.webm", webm(word))
    return word


DOCUMENTS = {
    "waiting": {"duyet": None},
    "returned": {"trả_lại": "Phó Mẫu, 13/11/2024, Lý do {}"},
    "edited": {"duyet": "Phó Mẫu, 12/11/2024, dấu 0123456789ab"},
    "not-on-board": {"duyet": "Hòa Mẫu, 12/11/2024"},
    "future": {"ngày": "01/12/2025"},
    "no-type": {"loại": "zqxloai", "duyet": None},
    "no-issuer": {"cơ_quan_ban_hành": None, "duyet": None},
    "unknown-key": {"chuyên_mục": "{}", "duyet": None},
    "never-public": {"duyet": None, "gỡ": "Phó Mẫu, 13/11/2024, Lý do {}"},
}


def plant_document(site, kind, header):
    """A document of that kind with the word in every field, its file and its attachment."""
    word = f"zqxvb-{kind}"
    fields = {
        "số_ký_hiệu": f"9/{word}",
        "trích_yếu": f"Trích yếu {word}",
        "cơ_quan_ban_hành": f"Sở {word}",
        "lĩnh_vực": word,
        "người_ký": word,
        "thay_thế": "1/KH-CONG-KHAI",
        "công_khai": f"Mục {word}",
        "tệp": f"{word}.pdf",
        **{key: value and value.format(word) for key, value in header.items()},
    }
    site.write(f"van-ban/{word}.md", document_text(f"Chữ {word}, [phụ](phu-{word}.pdf)", **fields))
    site.write(f"van-ban/{word}.pdf", f"%PDF {word}".encode())
    site.write(f"van-ban/phu-{word}.pdf", f"%PDF phu {word}".encode())
    return word


TOPICS = """\
chủ đề:
  - {mã: zqxchude, nội dung: Nội dung zqxchude, khi: tháng 11, ai: to-1,
     đối tượng: zqxdoituong, hình thức: zqxhinhthuc}
  - {mã: zqxcon, nội dung: zqxcon, khi: tháng 10}
"""


@pytest.fixture
def planted(site):
    site.write("ke-hoach/2024-2025.yaml", PLAN_YAML + TOPICS)
    words = {
        kind: plant(site, kind, header, number)
        for number, (kind, header) in enumerate(KINDS.items(), start=1)
    }
    for kind, header in DOCUMENTS.items():
        plant_document(site, kind, header)
    site.write("tin-bai/utf16.md", "\ufeff" + article_text("zqxutf16", duyet=None))
    site.write("tin-bai/utf16.md", article_text("zqxutf16", duyet=None).encode("utf-16"))
    site.write("tin-bai/nhap.MD", article_text("zqxmd", title="zqxmd", duyet=None))
    site.write("trang/zqxtrang.md", "---\ntiêu đề: zqxtrang\n---\nzqxtrang\n")
    links = "\n\n".join(f"[Chữ giữ lại]({kind}/bai-{word}.md)" for kind, word in words.items())
    site.write("tin-bai/duoc.md", article_text(f"Bài đã duyệt.\n\n{links}", chủ_đề="zqxchude"))
    return site, words


def test_no_withheld_word_name_or_picture_is_anywhere_in_the_public_site(planted):
    site, words = planted

    made = site.publish()

    assert made.returncode == 0, made.stderr
    files = site.files()
    assert "tin-bai/2024/11/duoc/index.html" in files
    # What stood in public and was taken down says so at its address, which the world knows.
    del files["manifest.json"]  # It is never sent to a host.
    gone = files.pop(f"tin-bai/2024/11/bai-{words['withdrawn']}/index.html")
    assert b"zqx" not in gone
    for name, content in files.items():
        assert "zqx" not in name
        assert b"zqx" not in content, name
    assert [name for name in files if name.startswith(("anh/", "tep/"))] == []


def test_the_same_articles_are_public_once_nothing_is_wrong_so_the_test_can_fail(planted):
    site, _ = planted
    word = plant(site, "fine", {}, 77)

    site.publish()

    found = [name for name, content in site.files().items() if word.encode() in content]
    assert f"tin-bai/2024/11/bai-{word}/index.html" in found
    assert len(found) > 8
    assert "thu-vien-anh/2024-2025/index.html" in found


def test_a_withheld_document_leaves_no_trace_beside_a_public_one_that_it_names(planted):
    site, words = planted
    site.write("van-ban/tep.pdf", b"%PDF cong khai")
    links = "".join(f"[Giữ](zqxvb-{kind}.md) " for kind in DOCUMENTS)
    site.write("van-ban/duoc.md", document_text(links, số_ký_hiệu="1/KH-CONG-KHAI"))

    site.publish()

    files = site.files()
    said = files["van-ban/2024/duoc/index.html"].decode()
    assert said.count("Giữ") == len(DOCUMENTS)
    # It waits to be replaced, but the world does not know yet.
    assert "Còn hiệu lực" in said
    assert [name.rpartition("/")[2] for name in files if name.startswith("tep/")] == ["tep.pdf"]
    del files["manifest.json"], files[f"tin-bai/2024/11/bai-{words['withdrawn']}/index.html"]
    for name, content in files.items():
        assert b"zqx" not in content, name
        assert "zqx" not in name


def test_the_same_document_is_public_once_nothing_is_wrong_so_the_test_can_fail(planted):
    site, _ = planted
    word = plant_document(site, "fine", {})

    site.publish()

    found = [name for name, content in site.files().items() if word.encode() in content]
    assert f"van-ban/2024/{word}/index.html" in found
    assert sum(name.startswith("tep/") for name in found) == 2
    assert len(found) >= 7


def test_a_link_to_a_withheld_article_keeps_its_words_and_loses_the_link(planted):
    site, words = planted

    made = site.publish()

    page = site.files()["tin-bai/2024/11/duoc/index.html"].decode()
    assert page.count("Chữ giữ lại") == len(words)
    assert "Chữ giữ lại</a>" not in page
    # One line for all of one article, with the number of the others.
    assert made.stderr.count("tạm bỏ, vì bài đó chưa được đăng") == 1
    assert f"Còn {len(words) - 1} chỗ như vậy" in made.stderr


def test_published_pictures_carry_no_metadata_and_no_name(site):
    site.write("tin-bai/duoc.md", article_text("![Mô tả](ten-rieng.jpg)", ảnh="ten-rieng.jpg"))
    site.write("tin-bai/ten-rieng.jpg", picture("GPS-BI-MAT", (200, 10, 10)))

    site.publish()

    pictures = {n: c for n, c in site.files().items() if n.startswith("anh/")}
    assert {name.rpartition(".")[2] for name in pictures} == {"webp", "jpg"}
    for name, content in pictures.items():
        assert "ten-rieng" not in name
        assert b"GPS-BI-MAT" not in content
        assert dict(Image.open(io.BytesIO(content)).getexif()) == {}
    assert not any(b"ten-rieng" in content for content in site.files().values())


def test_a_picture_shared_with_a_withheld_article_is_published_through_the_approved_one(site):
    site.write("tin-bai/anh.jpg", picture("x", (1, 2, 3)))
    site.write("tin-bai/cho.md", article_text("![Mô tả](anh.jpg)", duyet=None))
    site.publish()
    assert not [name for name in site.files() if name.startswith("anh/")]

    site.write("tin-bai/duoc.md", article_text("![Mô tả](anh.jpg)"))
    site.publish()

    # The picture, and its copy for other sites.
    assert len([name for name in site.files() if name.startswith("anh/")]) == 2


def test_the_desk_shows_each_withheld_article_with_its_reason_and_a_preview(planted):
    site, words = planted

    made = site.invoke("build")

    assert made.returncode == 0, made.stderr
    files = site.files(site.desk)
    queue = files["index.html"].decode()
    topics = files["noi-dung/2024-2025/index.html"].decode()
    for planted_word in ("Nội dung zqxchude", "zqxdoituong", "zqxhinhthuc", "zqxcon"):
        assert planted_word in topics
    assert f"Tiêu đề {words['waiting']}" in topics
    for word in words.values():
        assert f"Tiêu đề {word}" in queue
    for reason in (
        "Chờ ban biên tập duyệt",
        "trả lại ngày 13/11/2024: Lý do",
        "Đã gỡ bởi Hiệu Trưởng Mẫu",
        "Đã sửa sau khi Phó Mẫu duyệt",
        "Phó Mẫu là tác giả nên không được tự duyệt",
        "không có tên trong ban biên tập",
        "Còn thiếu người duyệt “tài chính”",
        "Hẹn đăng ngày 01/12/2025",
        "Có lỗi phải sửa",
    ):
        assert reason in queue
    previews = [name for name in files if name.startswith("cho-duyet/")]
    assert len(previews) == len(words) + len(DOCUMENTS) + 3
    assert all("chưa được đăng" in files[name].decode() for name in previews)
