"""The distance of a typed word from the one meant: the same, without marks, one slip, another."""

import pytest

from newsroom.domain.names.name_words import (
    MARKS,
    SAME,
    SLIP,
    bare,
    cost_of_word,
    is_one_slip,
    is_unmarked,
    shared_words,
    skeletons,
    words_of,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bùi Thị Mẫu Hà", ["Bùi", "Thị", "Mẫu", "Hà"]),
        (" Đỗ T.M. Hạnh-Lê (GV) ", ["Đỗ", "T", "M", "Hạnh", "Lê", "GV"]),
        ("“Hà”, 'An'/Bình", ["Hà", "An", "Bình"]),
        (" .,- ", []),
    ],
)
def test_dots_dashes_and_brackets_part_words(text, words):
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("word", "plain", "has_none"),
    [("Hà", "ha", False), ("ĐỖ", "do", False), ("Ha", "ha", True), ("", "", True)],
)
def test_a_word_may_be_typed_without_any_mark(word, plain, has_none):
    assert bare(word) == plain
    assert is_unmarked(word) is has_none


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Hà", {"ha"}),
        ("thij", {"thij", "thi"}),
        ("buif", {"buif", "bui"}),
        ("ddoo", {"ddoo", "do"}),
        ("thuwf", {"thuwf", "thuf", "thu"}),
        ("ha2", {"ha2", "ha"}),
        ("lan", {"lan"}),
    ],
)
def test_marks_may_have_stayed_letters_or_digits(typed, meant):
    assert skeletons(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant", "is_slip"),
    [
        ("hanh", "hanh", False),
        # A key more, fewer, other, exchanged: at the beginning, inside, at the end.
        *(("xhanh", "hanh", True), ("haanh", "hanh", True), ("hanhh", "hanh", True)),
        *(("anh", "hanh", True), ("hah", "hanh", True), ("han", "hanh", True)),
        *(("canh", "hanh", True), ("honh", "hanh", True), ("hanx", "hanh", True)),
        *(("ahnh", "hanh", True), ("hnah", "hanh", True), ("hahn", "hanh", True)),
        # Two of them.
        *(("hn", "hanh", False), ("hanhhh", "hanh", False), ("hoxh", "hanh", False)),
        *(("nhah", "hanh", False), ("ahhn", "hanh", False), ("cahn", "hanh", False)),
        *(("", "h", True), ("h", "", True), ("", "ha", False)),
    ],
)
def test_a_slip_is_one_key(typed, meant, is_slip):
    assert is_one_slip(typed, meant) is is_slip


@pytest.mark.parametrize(
    ("typed", "meant", "unmarked", "cost"),
    [
        ("HÀ", "Hà", False, SAME),
        ("hoà", "hòa", False, SAME),
        ("Ha", "Hà", False, MARKS),
        ("Ha", "Hà", True, SAME),
        ("Há", "Hà", False, MARKS),
        ("Haf", "Hà", False, MARKS),
        ("Haf", "Hà", True, MARKS),
        ("Hàn", "Hà", False, SLIP),
        ("Hnah", "Hạnh", False, SLIP),
        # One of the readings is a slip away, not each.
        ("hanhfs", "Hạnh", True, SLIP),
        ("Lan", "Hà", False, None),
        ("Long", "Hạnh", True, None),
    ],
)
def test_a_word_costs_what_it_is_away(typed, meant, unmarked, cost):
    assert cost_of_word(typed, meant, unmarked) == cost


def test_marks_cost_less_than_a_slip_and_a_slip_more_than_three_marks():
    assert SAME < MARKS < 3 * MARKS < SLIP


@pytest.mark.parametrize(
    ("bearers", "others", "is_shared"),
    [
        # Three bear it; a third of all do.
        *((2, 0, False), (3, 0, True), (3, 6, True), (3, 7, False), (4, 8, True), (4, 9, False)),
    ],
)
def test_a_word_of_a_third_of_the_names_and_three_tells_nobody_apart(bearers, others, is_shared):
    names = [f"Thị A{n}" for n in range(bearers)] + [f"B{n} C{n}" for n in range(others)]

    assert ("thi" in shared_words(names)) is is_shared
