"""The people that a name not in the plan means, by table: nobody, one of them, two alike."""

import pytest

from newsroom.domain.names.near_people import near_people

STAFF = [
    "Bùi Thị Mẫu Hà",
    "Đỗ Thị Mẫu Hạnh",
    "Nguyễn Văn Phương",
    "Trần Thị Phương",
    "Lê Thị Mai",
    "Trần Thị Mai",
    "Phạm Hồng Nhung",
    "Hoàng Văn Khoa",
]
# Everybody bears the last word: it tells nobody apart.
SHARED = ["Lan Mẫu", "Hòa Mẫu", "Hiệu Trưởng Mẫu"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("cô Hà", ["Bùi Thị Mẫu Hà"]),
        ("thầy Hà", []),
        ("Hà", ["Bùi Thị Mẫu Hà"]),
        ("mẹ em Hà", []),
        ("Bùi Hà", ["Bùi Thị Mẫu Hà"]),
        ("Mẫu Hà", ["Bùi Thị Mẫu Hà"]),
        ("Thị Hà", ["Bùi Thị Mẫu Hà"]),
        ("cô Mai", ["Lê Thị Mai", "Trần Thị Mai"]),
        ("Lê Mai", ["Lê Thị Mai"]),
        ("Trần Mai", ["Trần Thị Mai"]),
        ("Phương", ["Nguyễn Văn Phương", "Trần Thị Phương"]),
        ("cô Phương", ["Trần Thị Phương"]),
        ("thầy Phương", ["Nguyễn Văn Phương"]),
        ("thầy Nguyễn Phương", ["Nguyễn Văn Phương"]),
        ("Nhung Phạm", ["Phạm Hồng Nhung"]),
        ("Nhung Phạm Hồng", ["Phạm Hồng Nhung"]),
        ("Hồng Nhung Phạm", []),
        ("PHN", ["Phạm Hồng Nhung"]),
        ("P. H. Nhung", ["Phạm Hồng Nhung"]),
        ("P H N", ["Phạm Hồng Nhung"]),
        ("Phạm Hồng Nhungg", ["Phạm Hồng Nhung"]),
        ("Phạm Hồngg Nhungg", []),
        ("Phạm Hoàng Nhung", ["Phạm Hồng Nhung"]),
        ("Phạm Hồng Nhum", []),
        ("PhạmHồng Nhung", ["Phạm Hồng Nhung"]),
        ("PhamHongNhung", ["Phạm Hồng Nhung"]),
        ("cô Nhung 4A", ["Phạm Hồng Nhung"]),
        ("cô Nhung CĐ", ["Phạm Hồng Nhung"]),
        ("Nhung (TPT)", ["Phạm Hồng Nhung"]),
        ("Nhung - Tổ 1", ["Phạm Hồng Nhung"]),
        ("Nhung, lớp 2A", []),
        ("cô Nhug", ["Phạm Hồng Nhung"]),
        ("cô Haf", ["Bùi Thị Mẫu Hà"]),
        ("cô Haà", []),
        ("Lê Thị Mái", ["Lê Thị Mai"]),
        ("Vũ Thị Mai", []),
        ("Lê Thị Mận", []),
        ("thầy Khoa", ["Hoàng Văn Khoa"]),
        ("thầy Kha", ["Hoàng Văn Khoa"]),
        ("cô Khoa", []),
        ("Hoàng Khoaa", ["Hoàng Văn Khoa"]),
        ("Hoàng Van Khoa", ["Hoàng Văn Khoa"]),
        ("Hoang V. Khoa", ["Hoàng Văn Khoa"]),
        ("H. V. Khoa", ["Hoàng Văn Khoa"]),
        ("HV Khoa", ["Hoàng Văn Khoa"]),
        ("HVK", ["Hoàng Văn Khoa"]),
        ("Ng. Văn Phương", ["Nguyễn Văn Phương"]),
        ("Tr Thị Mai", ["Trần Thị Mai"]),
        ("BTMH", ["Bùi Thị Mẫu Hà"]),
        ("B T M H", ["Bùi Thị Mẫu Hà"]),
        ("Bùi T M Hà", ["Bùi Thị Mẫu Hà"]),
        ("Bùi TM Hà", ["Bùi Thị Mẫu Hà"]),
        ("", []),
        ("Thị", []),
        ("Thị Mẫu", []),
        ("cô Thị", []),
        ("xyz", []),
        ("Phạm Hồng Nhung Anh", []),
        ("Nhung Hồng", []),
        ("Nguyễn Văn Phươngg", ["Nguyễn Văn Phương"]),
        ("Nguyên Van Phuong", ["Nguyễn Văn Phương"]),
        ("Văn Khoa", ["Hoàng Văn Khoa"]),
        ("Thị Mai", ["Lê Thị Mai", "Trần Thị Mai"]),
        ("Phạm H Nhung", ["Phạm Hồng Nhung"]),
        ("Phạm Hg Nhung", []),
        ("N V Phương", ["Nguyễn Văn Phương"]),
        ("NVP", ["Nguyễn Văn Phương"]),
        ("TTP", ["Trần Thị Phương"]),
        ("Đ T M H", ["Đỗ Thị Mẫu Hạnh"]),
        ("ĐTMH", ["Đỗ Thị Mẫu Hạnh"]),
        ("P N", []),
        ("KHV", []),
        ("Khoa Hoàng Văn", ["Hoàng Văn Khoa"]),
        ("Hoàng", []),
    ],
)
def test_a_name_means_whoever_its_own_words_tell(typed, meant):
    assert [STAFF[place] for place in near_people(typed, STAFF)] == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("cô Lan", ["Lan Mẫu"]),
        ("Lan", ["Lan Mẫu"]),
        ("Mẫu", []),
        ("cô Mẫu", []),
        ("Hoà", ["Hòa Mẫu"]),
        ("Hòa Mâu", ["Hòa Mẫu"]),
        ("Trưởng", ["Hiệu Trưởng Mẫu"]),
        ("Lan Hòa", []),
    ],
)
def test_what_all_share_means_nobody(typed, meant):
    assert [SHARED[place] for place in near_people(typed, SHARED)] == meant


def test_among_nobody_nobody_is_meant():
    assert near_people("cô Lan", []) == []


def test_two_of_one_name_are_both_meant():
    names = ["Nguyễn Văn Phương", "Lê Thị Mai", "Nguyễn Văn Phương"]

    assert near_people("thầy Phương", names) == [0, 2]
    assert near_people("Nguyễn Văn Phuơng", names) == [0, 2]
