"""Finding by name: none, one, two candidates; two are never one."""

import pytest

from newsroom.domain.names.register import BodyRegister, Register, StaffRegister, nearest
from newsroom.domain.plan.group import Group, Person


def person(code, name, *aliases):
    return Person(code=code, name=name, aliases=aliases)


def group(code, name, *aliases):
    return Group(code=code, name=name, kind="tổ", aliases=aliases)


PEOPLE = StaffRegister(
    [
        person("an", "Nguyễn Mẫu An", "cô An"),
        person("an-2", "Nguyễn Mẫu An", "thầy An"),
        person("binh", "Trần Mẫu Bình", "cô Bình"),
        # Somebody's alias is somebody else's code: the code goes before.
        person("chi", "Lê Mẫu Chi", "binh"),
    ]
)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Nguyễn Mẫu An", ["an", "an-2"]),
        ("nguyễn  mẫu AN", ["an", "an-2"]),
        ("cô An", ["an"]),
        ("THẦY AN", ["an-2"]),
        ("an", ["an"]),
        ("an-2", ["an-2"]),
        ("Trần Mẫu Bình", ["binh"]),
        ("binh", ["binh"]),
        ("cô Binh", []),
        ("nguyen mau an", []),
        ("", []),
    ],
)
def test_a_name_finds_all_who_bear_it_and_a_code_the_one(text, codes):
    assert [one.code for one in PEOPLE.find(text)] == codes


def test_two_of_one_code_are_still_two():
    twice = Register([group("a", "Tổ A"), group("a", "Tổ B")])

    assert [one.name for one in twice.find("a")] == ["Tổ A", "Tổ B"]


def test_a_register_has_its_entries_in_order_and_an_empty_name_finds_nothing():
    nameless = Register([group("", "", ""), group("b", "Tổ B")])

    assert [one.code for one in nameless] == ["", "b"]
    assert nameless.find("") == ()


@pytest.mark.parametrize(
    ("typed", "near", "one"),
    [
        ("Trần Mẫu Bìn", ("Trần Mẫu Bình",), "Trần Mẫu Bình"),
        ("tran mau binh", ("Trần Mẫu Bình",), "Trần Mẫu Bình"),
        # Two bear it: neither is named by the name alone, and none is the nearest.
        ("nguyen mau an", ("an", "an-2"), None),
        ("Phạm Mẫu Hoa", (), None),
        ("", (), None),
    ],
)
def test_what_nobody_is_called_has_those_near_it(typed, near, one):
    assert PEOPLE.near(typed) == near
    assert PEOPLE.nearest(typed) == one


@pytest.mark.parametrize(("count", "is_said"), [(1, True), (2, True), (3, True), (4, False)])
def test_three_are_a_suggestion_and_four_a_list(count, is_said):
    many = StaffRegister([person(f"p{n}", "Nguyễn Mẫu An") for n in range(count)])

    found = many.near("nguyen mau an")

    assert len(found) == (count if is_said else 0)


def test_of_one_entry_only_one_name_is_said():
    groups = Register([group("tt", "Tổ Tiếng Anh khối lớn", "Tổ Tiếng Anh")])

    assert len(groups.near("Tổ Tieng Anh")) <= 1


GROUPS = BodyRegister(
    [
        group("k1", "Tổ khối 1"),
        group("k45", "Khối 4-5"),
        group("ta", "Tổ Tiếng Anh"),
        group("doi", "Liên đội", "Đội Thiếu niên"),
    ]
)


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("Khối 4,5", ("Khối 4-5",)),
        ("tổ tieng anh", ("Tổ Tiếng Anh",)),
        ("Đội thieu nien", ("Đội Thiếu niên",)),
        ("Khối 2", ()),
        ("Khối 4", ("Khối 4-5",)),
    ],
)
def test_a_group_is_near_by_its_number_or_its_own_words(typed, near):
    assert GROUPS.near(typed) == near


def test_a_body_that_writes_is_found_among_people():
    staff = StaffRegister(
        [person("an", "Nguyễn Mẫu An"), person("bdd", "Ban đại diện cha mẹ học sinh")]
    )

    assert staff.near("ban dai dien cha me hoc sinh") == ("Ban đại diện cha mẹ học sinh",)


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("tin bai", ["tin bài", "tin"], "tin bài"),
        ("Ảnh", ["anh"], "anh"),
        ("xyz", ["anh"], None),
        ("anh", [], None),
        # Of two that are bare alike the first is meant.
        ("to", ["tổ", "tờ"], "tổ"),
    ],
)
def test_the_word_most_like_the_text_or_none(text, words, found):
    assert nearest(text, words) == found


@pytest.mark.parametrize(("likeness", "found"), [(0.65, "abcd"), (0.75, "abcd"), (0.76, None)])
def test_a_word_has_to_be_like_enough(likeness, found):
    assert nearest("abcx", ["abcd"], likeness) == found
