"""The photo package of a semester: full size, nothing in it but the pictures, cut for the mail."""

import io
import zipfile

import pytest
from paper_readers import Office, cells_of
from PIL import Image
from sample import article_text

from newsroom.building.errors import BuildRefused
from newsroom.commands.papers.photos import span_of, write_package

LIST, SHEET = "danh-sach-anh.xlsx", "to-anh.html"
SECRET = b"GPS-BI-MAT"


def photo(shade, *, size=(900, 600), turned=1):
    """A phone's: lying on its side, with words and a place in it."""
    exif = Image.Exif()
    exif[0x0112] = turned
    exif[0x010E] = SECRET.decode()
    exif[0x8825] = {1: "N", 2: (10.0, 46.0, 0.0)}
    out = io.BytesIO()
    made = Image.effect_noise(size, 60).convert("RGB")
    Image.blend(made, Image.new("RGB", size, (shade, 90, 90)), 0.5).save(
        out, "JPEG", exif=exif, quality=90
    )
    return out.getvalue()


@pytest.fixture
def office(site):
    for n in range(1, 4):
        site.write(f"anh/khai-giang/Ảnh {n}.JPG", photo(n * 60, turned=6))
    site.write("anh/rieng.jpg", photo(10))
    site.write("anh/cam.jpg", photo(20))
    site.write("anh/cho.jpg", photo(30))
    site.write(
        "tin-bai/khai-giang.md",
        article_text(
            "![=SUM(1;2)](/anh/rieng.jpg '+84 lời chú')\n",
            title="=Khai giảng",
            thư_viện="khai-giang",
            đồng_ý_hình_ảnh="có",
        ),
    )
    later = {"ngày": "13/11/2024", "duyet": "Phó Mẫu, 13/11/2024"}
    site.write(
        "tin-bai/hai.md", article_text(tổ="Tổ 2", tác_giả="Hòa Mẫu", ảnh="rieng.jpg", **later)
    )
    site.write("tin-bai/cho.md", article_text(title="Bài bí mật", duyet=None, ảnh="cho.jpg"))
    site.write(
        "tin-bai/cam.md", article_text(title="Bài cấm", ảnh="cam.jpg", đồng_ý_hình_ảnh="không")
    )
    return Office(site)


def package(office, **asked):
    """The files of the package by their names, the pictures in its zips, and what was said."""
    said = []
    reports = office.site.root / "reports"
    evaluation = office.evaluation
    files = write_package(evaluation, span_of(evaluation), reports, said.append, **asked)
    made = {file.name: file.read_bytes() for file in files}
    pictures = {}
    for name, content in made.items():
        if name.endswith(".zip"):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                pictures |= {n: archive.read(n) for n in archive.namelist() if n.endswith(".jpg")}
    return made, pictures, "\n".join(said)


def test_pictures_are_whole_upright_named_and_say_nothing_else(office):
    made, pictures, _ = package(office)

    assert set(made) == {"anh_2024-2025-hk1.zip", LIST, SHEET}
    event = "to-1/2024-11-12_khai-giang/to-1_2024-11-12_khai-giang"
    assert list(pictures) == [f"{event}_0{n}.jpg" for n in (1, 2, 3, 4)]
    sizes = {Image.open(io.BytesIO(content)).size for content in pictures.values()}
    assert sizes == {(900, 600), (600, 900)}
    for content in pictures.values():
        opened = Image.open(io.BytesIO(content))
        assert opened.format == "JPEG"
        assert dict(opened.getexif()) == {}
        assert b"Exif" not in content
    assert not any(SECRET in content for content in (*made.values(), *pictures.values()))


def test_the_list_tells_of_every_picture_and_its_words_are_no_formulas(office):
    made, pictures, _ = package(office)

    cells = cells_of(made[LIST])
    assert {"=SUM(1;2)", "+84 lời chú", "=Khai giảng", "có", "đã đăng"} <= {c.value for c in cells}
    assert not [cell for cell in cells if cell.data_type == "f"]
    names = {name.rpartition("/")[2] for name in pictures}
    assert names <= {cell.value for cell in cells}
    sheet = made[SHEET].decode()
    assert all(f">{name}" in sheet for name in names)
    assert sheet.count("<img") == len(names)
    assert "=Khai giảng" in sheet


def test_refused_and_withheld_pictures_are_left_out_and_counted(office):
    made, _, said = package(office)

    assert "Bỏ 1 ảnh của 1 bài vì gia đình không đồng ý." in said
    assert "Bỏ ảnh của 1 bài chưa đăng" in said
    assert "bí mật" not in made[SHEET].decode()

    made, pictures, said = package(office, with_withheld=True)

    assert "Bỏ 1 ảnh của 1 bài vì gia đình không đồng ý." in said
    assert len(pictures) == 5
    assert "Bài bí mật" in made[SHEET].decode()
    assert "Bài cấm" not in made[SHEET].decode()


def test_a_refused_picture_is_left_out_also_where_another_article_shows_it(office):
    office.site.write("tin-bai/them.md", article_text(ảnh="cam.jpg", đồng_ý_hình_ảnh="có"))

    _, pictures, _ = package(office)

    assert len(pictures) == 4


def test_a_group_gets_its_own_and_the_lines_that_make_it_count(office):
    _, pictures, said = package(office, group="Tổ 2")

    assert list(pictures) == ["to-2/2024-11-13_hai/to-2_2024-11-13_hai_01.jpg"]
    assert "- tổ: Tổ 2\n  ngày: 30/11/2024\n  số ảnh: 1" in said
    with pytest.raises(BuildRefused, match="Không có tổ “Tổ 9”"):
        package(office, group="Tổ 9")


def test_a_package_is_cut_into_mails_none_larger_than_asked(office):
    for n in range(4, 8):
        office.site.write(f"anh/khai-giang/Ảnh {n}.JPG", photo(n * 30, size=(2400, 1600)))

    made, pictures, said = package(office, size="4")

    zips = [name for name in made if name.endswith(".zip")]
    assert zips == [f"anh_2024-2025-hk1_phan-{n}-{len(zips)}.zip" for n in range(1, len(zips) + 1)]
    assert len(zips) > 1
    assert max(len(made[name]) for name in zips) <= 4_000_000
    assert len(pictures) == 8
    assert f"chia thành {len(zips)} tệp" in said
    # The next, smaller package leaves nothing of this one.
    assert set(package(office, group="to-2")[0]) & set(zips) == set()
    office.site.write("tin-bai/khai-giang.md", article_text(duyet=None))
    package(office)
    left = {file.name for file in (office.site.root / "reports/anh_2024-2025-hk1").iterdir()}
    assert left == {"anh_2024-2025-hk1.zip", LIST, SHEET}


def test_the_same_package_twice_is_the_same_to_the_byte(office):
    first, _, _ = package(office)
    again, _, _ = package(office)

    assert first == again


def test_a_broken_picture_is_named_and_the_others_come(office):
    whole = photo(200)
    office.site.write("anh/khai-giang/Ảnh 2.JPG", whole[: len(whole) // 2])
    office.site.write("tin-bai/khai-giang.md", article_text(ảnh="rieng.jpg"))
    office.site.write("tin-bai/xau.md", article_text(thư_viện="khai-giang", duyet=None))

    _, pictures, said = package(office, with_withheld=True)

    assert "Bỏ ảnh không mở được: anh/khai-giang/Ảnh 2.JPG" in said
    assert len(pictures) == 4


def test_where_there_is_no_picture_nothing_is_written(office):
    with pytest.raises(BuildRefused, match="Không có ảnh nào của doi trong Học kỳ I"):
        package(office, group="doi")

    assert not (office.site.root / "reports").exists()


def test_the_command_says_what_it_made(office):
    made = office.site.invoke("photos", "--semester", "1", "--year", "2024-2025", "--size", "20")

    assert made.returncode == 0, made.stderr
    assert "Gói ảnh Học kỳ I: 4 ảnh của 1 sự kiện." in made.stdout
    assert "Đã ghi reports/anh_2024-2025-hk1/anh_2024-2025-hk1.zip" in made.stdout
    wrong = office.site.invoke("photos", "--size", "nhiều")
    assert "“nhiều” không phải là cỡ tệp" in wrong.stderr
    assert "Traceback" not in wrong.stderr
