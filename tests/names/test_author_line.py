"""Authors as people type them: understood where there is one reading, else answered for everybody.

Inputs of `shared/cases/40-authors-as-typed` and others of its kind, on the demo's plan.
"""

from functools import cache

import pytest
from demo_content import DEMO

from newsroom.buildtools.cache.build_cache import BuildCache
from newsroom.intake.folder.content_folder import ContentFolder
from newsroom.intake.names.author_line import read_authors
from newsroom.intake.names.typed_names import groups_in
from newsroom.intake.names.typed_people import writers_typed
from newsroom.intake.plan.site_config import read_site_config

HA, PHUC, HANH = "Bùi Thị Mẫu Hà", "Đinh Văn Mẫu Phúc", "Đỗ Thị Mẫu Hạnh"


@cache
def plan():
    site_config = read_site_config(ContentFolder(DEMO), BuildCache(None, ""))
    return max(site_config.plans, key=lambda one: one.code)


def read(value):
    """The names understood, the messages and the remedies."""
    people, doubts = read_authors(value, "tác giả", plan())
    return [person.name for person in people], doubts


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Cô Bùi Thị Mẫu Hà", [HA]),
        ("Cô giáo Bùi Thị Mẫu Hà", [HA]),
        ("ThS. Bùi Thị Mẫu Hà", [HA]),
        ("ThS Bùi Thị Mẫu Hà", [HA]),
        ("Đ/c Bùi Thị Mẫu Hà", [HA]),
        ("GV lớp 1A Bùi Thị Mẫu Hà", [HA]),
        ("Bùi Thị Mẫu Hà - GV lớp 1A", [HA]),
        ("Bùi Thị Mẫu Hà-GV lớp 1A", [HA]),
        ("Bùi thị mẫu hà, GV lớp 1A", [HA]),
        ("Bùi Thị Mẫu Hà - Tổ 1", [HA]),
        ("Bùi Thị Mẫu Hà (Tổ 1)", [HA]),
        ("Bùi Thị Mẫu Hà (sưu tầm)", [HA]),
        ("Bùi Thị Mẫu Hà (sưu tầm, biên soạn)", [HA]),
        ("Bùi Thị Mẫu Hà, Trường TH Sao Mẫu", [HA]),
        ("BÙI THỊ MẪU HÀ", [HA]),
        ("Bài và ảnh: Bùi Thị Mẫu Hà", [HA]),
        ("Tin, ảnh: Bùi Thị Mẫu Hà", [HA]),
        ("Ảnh: Bùi Thị Mẫu Hà", [HA]),
        ("Người viết: Bùi Thị Mẫu Hà", [HA]),
        ("Bài: Bùi Thị Mẫu Hà - Ảnh: Đinh Văn Mẫu Phúc", [HA, PHUC]),
        ("Bùi Thị Mẫu Hà / Đinh Văn Mẫu Phúc", [HA, PHUC]),
        ("Bùi Thị Mẫu Hà/Đinh Văn Mẫu Phúc", [HA, PHUC]),
        ("Bùi Thị Mẫu Hà + Đinh Văn Mẫu Phúc", [HA, PHUC]),
        ("Bùi Thị Mẫu Hà; Đinh Văn Mẫu Phúc", [HA, PHUC]),
        ("Bùi Thị Mẫu Hà – Đinh Văn Mẫu Phúc", [HA, PHUC]),
        ("Bùi Thị Mẫu Hà và thầy Đinh Văn Mẫu Phúc", [HA, PHUC]),
        ("Bùi Thị Mẫu Hà cùng Đinh Văn Mẫu Phúc", [HA, PHUC]),
        ("Bùi Thị Mẫu Hà\nThầy Đinh Văn Mẫu Phúc", [HA, PHUC]),
        ('["Bùi Thị Mẫu Hà", "Đinh Văn Mẫu Phúc"]', [HA, PHUC]),
        ("Hội phụ huynh", ["Ban đại diện cha mẹ học sinh"]),
    ],
)
def test_one_reading_is_understood_without_a_word(value, names):
    assert read(value) == (names, [])


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("Bui Thi Mau Ha", f"tác giả: {HA}"),
        ("cô Hà", f"tác giả: {HA}"),
        ("BTMH", f"tác giả: {HA}"),
        ("Mẫu Hà / Đinh Văn Mẫu Phúc", f"tác giả: {HA}, {PHUC}"),
        ("Bài và ảnh: Bùi Mẫu Hà", f"tác giả: {HA}"),
        ("Đinh Văn Mẫu Phúc + Đỗ T. M. Hạnh", f"tác giả: {PHUC}, {HANH}"),
        ("Bui Thi Mau Ha, Dinh Van Mau Phuc", f"tác giả: {HA}, {PHUC}"),
        ("Bùi Thị Mẫu Hà, lớp 1A", f"tác giả: {HA}"),
        ("Bùi Thị Mẫu Hà và các em lớp 1A", f"tác giả: {HA}"),
    ],
)
def test_what_is_not_certain_is_answered_with_the_whole_line(value, line):
    _, doubts = read(value)

    assert doubts
    assert all(f"Ghi:  {line}" in hint for _, hint in doubts)
    assert read(line.partition(": ")[2])[1] == []


@pytest.mark.parametrize(
    "value",
    [
        *("Em Lê Mẫu, lớp 5A", "Em Nguyễn Ví Dụ (lớp 5A)", "Em Bùi Thị Mẫu Hà (lớp 5A)"),
        *("Theo Báo Ví Dụ", "Nguồn: Internet", "Ban biên tập", "Tổ 1", "GV lớp 1A"),
        *("Nguyễn Thị Mẫu Hoa", "Lê Mẫu, lớp 5A", ",", "-", "(sưu tầm)"),
    ],
)
def test_who_is_not_in_the_plan_is_nobody_and_no_other_name_is_offered(value):
    found, doubts = read(value)

    assert found == []
    assert len(doubts) == 1
    assert "Có phải là" not in doubts[0][1]
    assert "Ghi:  tác giả" not in doubts[0][1]


def test_every_name_of_a_line_is_a_writer_for_the_history_title_or_not():
    names = set(writers_typed("Bài và ảnh: Cô Bùi Thị Mẫu Hà – GV lớp 1A / Đ/c Đinh Văn Mẫu Phúc"))

    assert {HA, PHUC} <= names


@pytest.mark.parametrize(
    ("value", "codes"),
    [
        ("Khối 4,5", ["to-4-5"]),
        ("Tổ 4, 5", ["to-4-5"]),
        ("Khối 4 và 5", ["to-4-5"]),
        ("Tổ 2 – 3", ["to-2-3"]),
        ("Tổ 1 / Công đoàn", ["to-1", "cong-doan"]),
        ("Tổ 1 + Công đoàn", ["to-1", "cong-doan"]),
        ("Tổ 1 - Công đoàn", ["to-1", "cong-doan"]),
        ("khối 4,5, công đoàn", ["to-4-5", "cong-doan"]),
        ("Tổ 4, Công đoàn", [None, "cong-doan"]),
        ("Tổ 1, 2, 3", [None]),
    ],
)
def test_groups_are_read_whatever_stands_between_them(value, codes):
    read = groups_in(value, plan().group_register)

    assert [found[0].code if found else None for _, found in read] == codes
