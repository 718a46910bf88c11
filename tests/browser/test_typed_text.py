"""An article pasted from Word and Excel, read on a telephone."""

import pytest
from sample import article_text

from browser.test_open_to_everyone import LOOK, RULES
from browser.tools import axe

NARROW = (375, 800)
ADDRESS = "tin-bai/2024/11/dan-tu-word/"
SUBJECTS = ("Tiếng Việt", "Toán", "Tự nhiên xã hội", "Mĩ thuật", "Giáo dục thể chất", "Âm nhạc")
PASTED = "\n".join(
    (
        "\tSáng nay học sinh khối Một ra vườn trường tập làm quen với cây xanh cùng cô giáo.",
        "",
        "Thời gian: 7 giờ 30 phút\nĐịa điểm: vườn trường\nThành phần: bốn lớp khối Một",
        "",
        "Đồ dùng cần mang:",
        "•\tBút chì, thước kẻ, vở ô li\no\tBút chì loại mềm\n•\tMũ",
        "a) Một việc rất dài, dài hơn một dòng của điện thoại, để xem chữ có thẳng cột hay không",
        "b) Hai",
        "",
        "Kết quả học kỳ:",
        "\t".join(("Lớp", *SUBJECTS)),
        "\t".join(("1A", *["hoàn thành tốt"] * 6)),
        "\t".join(("1B", *["hoàn thành"] * 6)),
        "Xem https://thuvien.example/" + "mot-dia-chi-rat-dai-khong-co-dau-cach/" * 4,
        "",
        "```\n" + "một dòng mã rất dài không xuống dòng " * 5 + "\n```",
        "",
        "| Lớp | Điểm |\n|---|---|\n| 1A | 10 |",
    )
)


@pytest.fixture(scope="module")
def pasted(module_site, serving):
    module_site.write("tin-bai/dan-tu-word.md", article_text(PASTED, title="Dán từ Word"))
    published = module_site.publish()
    assert published.returncode == 0, published.stdout
    with serving(module_site.output) as root:
        yield root + ADDRESS


def test_a_page_pasted_from_word_is_no_wider_than_a_telephone(visitor, pasted):
    visitor.sees(NARROW, prefers_color_scheme="light")
    visitor.goes_to(pasted)

    assert visitor.asks("document.documentElement.scrollWidth") <= NARROW[0]
    assert visitor.asks("document.querySelectorAll('.prose table').length") == 2


def test_a_wide_table_is_moved_within_itself_also_by_the_keyboard(visitor, pasted):
    visitor.sees(NARROW, prefers_color_scheme="light")
    visitor.goes_to(pasted)
    visitor.driver.execute_script(axe())

    wide = "document.querySelector('.prose table').parentElement"

    assert visitor.asks(f"{wide}.scrollWidth > {wide}.clientWidth")
    assert visitor.asks(f"{wide}.tabIndex") == 0
    assert visitor.driver.execute_async_script(LOOK, RULES) == []
