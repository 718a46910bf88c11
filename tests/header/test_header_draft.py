"""A file without a header is told once, with a whole header to copy."""

from functools import cache

import pytest
from demo_content import DEMO

from newsroom.buildtools.cache.build_cache import BuildCache
from newsroom.intake.folder.content_folder import ContentFolder
from newsroom.intake.header.draft import draft_of
from newsroom.intake.header.header import read_header
from newsroom.intake.plan.site_config import read_site_config

PATH = "tin-bai/2026-11/bai.md"


@cache
def plans():
    return read_site_config(ContentFolder(DEMO), BuildCache(None, "")).plans


def drafted(text, path=PATH, email=""):
    """The facts of the header that is offered, read as its writer would paste it."""
    _, header = draft_of(path, text, plans(), email).split("\n", 1)
    read = read_header(f"{header}\n{text}", path)
    assert read.problems == []
    assert read.body.strip() == text.strip()
    return {entry.field: entry.value for entry in read.entries}


def test_the_first_line_is_the_title_and_the_byline_the_author():
    facts = drafted("# Lễ khai giảng: vui!\n\nSáng 15/11/2026, cả trường dự lễ.\n\nBài và ảnh: Cô"
                    " Phan Thị Mẫu Nga")  # fmt: skip

    assert facts == {
        "title": "Lễ khai giảng: vui!",
        "date": "15/11/2026",
        "groups": "Tổ 4-5",
        "authors": "Phan Thị Mẫu Nga",
        "category": "Chuyên môn",
    }


@pytest.mark.parametrize(
    ("text", "path", "email", "field", "value"),
    [
        ("Một", "tin-bai/2026-10/bai.md", "", "date", "20/10/2026"),
        ("Một", "tin-bai/2026-11-03-bai.md", "", "date", "03/11/2026"),
        ("Một", "tin-bai/2026-11/cong-doan/bai.md", "", "groups", "Công đoàn"),
        ("Một", PATH, "truyenthong@saomau.example", "authors", "Lê Thị Mẫu Chi"),
        ("Một", PATH, "truyenthong@saomau.example", "groups", "Bộ phận thường trực truyền thông"),
        ("**Tiêu đề:** Hội thi\nTổ 2-3", PATH, "", "title", "Hội thi"),
        ("Tổ Tổ 2-3\nMột", PATH, "", "groups", "Tổ 2-3"),
        ('title = "Hội thi"', PATH, "", "title", "Hội thi"),
        ("'Con muốn đi học'", PATH, "", "title", "'Con muốn đi học'"),
        ("null", PATH, "", "title", "null"),
        ("Sáng nay trời đẹp. " + "Cả lớp ra sân. " * 20, PATH, "", "title", "Sáng nay trời đẹp"),
    ],
)
def test_what_can_be_known_is_filled_in(text, path, email, field, value):
    assert drafted(text, path, email)[field] == value
