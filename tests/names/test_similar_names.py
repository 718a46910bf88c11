"""The nearest name among thousands: found, the same each time, and without comparing each."""

import time
from difflib import SequenceMatcher

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.domain.names import similar_names
from newsroom.domain.names.similar_names import LIKENESS, SimilarNames

WORDS = ("hoi-thi", "ngay-hoi", "khai-giang", "viet-chu-dep", "doc-sach", "trong-cay", "ve-tranh")
NAMES = [f"{a}-{b}-{n}.md" for n in range(400) for a in WORDS for b in WORDS]
MANY = SimilarNames(NAMES)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hoi-thi-viet-chu-dpe-7.md", "hoi-thi-viet-chu-dep-7.md"),
        ("Hội-thi-viết-chữ-đẹp-12.md", "hoi-thi-viet-chu-dep-12.md"),
        ("khai-giag-doc-sach-399.md", "khai-giang-doc-sach-399.md"),
        ("ve-tranh-trong-cay-50", "ve-tranh-trong-cay-50.md"),
    ],
)
def test_a_slip_of_the_finger_is_understood_among_thousands(typed, meant):
    assert MANY.nearest(typed) == meant


@pytest.mark.parametrize("typed", ["", "x", "zzzzzzzz.qqq", "9" * 5_000, "hoi-thi " * 4_000])
def test_what_is_like_nothing_has_no_answer(typed):
    assert MANY.nearest(typed) is None


def test_few_and_short_names_are_found_too():
    assert SimilarNames(["a.md", "bai.md"]).nearest("bao.md") == "bai.md"
    assert SimilarNames([]).nearest("bao.md") is None


def test_addresses_that_share_only_what_all_share_are_not_alike():
    similar = SimilarNames(["/tin-bai/2026/11/goc-doc-sach/", "/tin-bai/2026/11/hoi-xuan/"])

    assert similar.nearest("/tin-bai/2026/10/goc-doc-sach/") == "/tin-bai/2026/11/goc-doc-sach/"
    assert similar.nearest("/tin-bai/2026/11/khong-co/") is None


def test_the_answer_depends_on_no_order_and_no_earlier_question():
    questions = [f"{name[:-5]}x{name[-5:]}" for name in NAMES[::1997]]

    other = SimilarNames(reversed(NAMES))

    there = [MANY.nearest(question) for question in questions]
    back = [other.nearest(question) for question in questions[::-1]]

    assert there == back[::-1]


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(NAMES), st.data())
def test_a_name_with_one_letter_lost_has_an_answer_that_is_like_it(name, data):
    at = data.draw(st.integers(0, len(name) - 1))
    typed = name[:at] + name[at + 1 :]

    found = MANY.nearest(typed)

    assert found
    assert SequenceMatcher(None, typed, found).ratio() >= LIKENESS


def test_a_search_compares_a_handful_however_many_there_are(monkeypatch):
    compared = []

    def counted(text, names, **how):
        compared.append(len(names))
        return []

    monkeypatch.setattr(similar_names, "get_close_matches", counted)
    similar = SimilarNames(NAMES)
    for n in range(500):
        similar.nearest(f"hoi-thi-lạ-{n}.md")

    assert max(compared) <= similar_names.COMPARED


def test_thousands_of_searches_take_seconds():
    began = time.process_time()

    for n in range(2_000):
        MANY.nearest(f"khai-giang-viet-chu-{n}-lạ.md")

    # Comparing each with each took ten minutes.
    assert time.process_time() - began < 15
