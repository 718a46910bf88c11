import re
import unicodedata
from itertools import product
from pathlib import Path

import pytest

from newsroom.domain.text.vietnamese import clean, fold, fold_key, slug

NAMES = [
    line.split("\t")
    for line in (Path(__file__).parents[1] / "vectors/names_folding.tsv")
    .read_text(encoding="utf-8")
    .splitlines()
]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Hoà", "Hòa"),
        ("THUỶ", "thủy"),
        ("Quý", "Qúy"),
        ("Khoẻ", "Khỏe"),
        ("toán", "tóan"),
        ("Tổ  2 – 3", "tổ 2-3"),
        ("Ðội viên", "đội viên"),
        ("Nguyễn\u00a0Thị\u200b Lan", "Nguyễn Thị Lan"),
        (unicodedata.normalize("NFD", "Đặng Thị Hường"), "đặng thị hường"),
    ],
)
def test_one_name_typed_in_two_ways_is_one_name(one, two):
    assert fold(one) == fold(two)


@pytest.mark.parametrize(
    ("one", "two"),
    [("Lan", "Lân"), ("Tổ Toán", "Tổ Toàn"), ("Hoa", "Hòa"), ("Đội", "Doi"), ("C++", "C#")],
)
def test_two_names_that_differ_in_a_mark_stay_two(one, two):
    assert fold(one) != fold(two)


def test_folding_keeps_all_names_of_the_list_apart_that_people_keep_apart():
    # Cleaned and lower-cased they are what a reader sees; folding may only join tone placements.
    seen = {clean(name).casefold() for name, _ in NAMES}

    assert len({fold(name) for name in seen}) >= 0.995 * len(seen)


def test_slugs_of_all_names_of_the_list_are_as_written_without_marks():
    wrong = [(name, slug(name)) for name, bare in NAMES if slug(name) != slug(bare)]

    assert wrong == []


@pytest.mark.parametrize(
    "emoji", ["👨‍👩‍👧", "🏳️‍🌈", "👩🏽‍🚀", "❤️‍🔥", "🏃‍♀️", "🙂‍↔️", "👩🏿‍❤️‍💋‍👨🏻", "🐦‍⬛"]
)
def test_emoji_that_are_joined_stay_joined(emoji):
    assert "\u200d" in emoji
    assert clean(emoji) == emoji
    assert clean(f"Ðội\u200b{emoji}\u200b!\n{emoji}") == f"Đội{emoji}!\n{emoji}"


@pytest.mark.parametrize(
    "text",
    [
        *("Lan\u200dAnh", "\u200dLan", "Lan\u200d", "👧\u200d", "\u200d👧", "1\u200d2"),
        *("👧\u200dLan", "Lan\u200d👧"),
        *("👧\u200d 👧", "👧 \u200d👧", "👧\u200d\u200d👧", "👧\u200b\u200d👧", "👧\u200d\ufeff👧"),
        *("a\ufe0f\u200d👧", "\ufe0f\u200d👧", "🏳\u200d\ufe0f🌈", "👧\u200d\n👧"),
    ],
    ids=ascii,
)
def test_any_other_joiner_is_invisible_and_goes(text):
    bare = re.sub("[\u200b\u200d\ufeff]", "", text)

    assert clean(text) == re.sub("^\ufe0f|(?<=a)\ufe0f", "", bare)


@pytest.mark.exhaustive
def test_what_is_clean_stays_as_it_is():
    parts = ("👧", "\u200d", "🏽", "\ufe0f", "a", "\u200b", "\u0338", "↔", "⛔", "\n", "\u0301")
    texts = ("".join(some) for some in product(parts, repeat=4))

    assert [text for text in texts if clean(clean(text)) != clean(text)] == []


def test_keys_are_compared_without_case_marks_spaces_and_joiners():
    keys = ("Tiêu đề", "tieu_de", "TIÊU-ĐỀ", "tiêu  đề", unicodedata.normalize("NFD", "Tiêu đề"))

    assert {fold_key(key) for key in keys} == {"tieude"}
