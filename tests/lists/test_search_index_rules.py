"""The index of a text: its words, whatever their marks, and which stand together."""

import unicodedata
from pathlib import Path

import pytest
from search_words import pair_of

from newsroom.domain.site.search_index import (
    BUCKETS,
    SIGNS,
    IndexedText,
    bucket_of,
    folded,
    label,
    search_index,
    shards_for,
    token,
    words_of,
)
from newsroom.domain.text.vietnamese import clean, strip_marks

VECTORS = [
    line.split("\t")
    for line in (Path(__file__).parents[1] / "vectors/search_words.tsv")
    .read_text(encoding="utf-8")
    .splitlines()
]


def line_of(word, found):
    """The index on a spelling: the masks of all, of summaries and of titles."""
    lines = dict(line.split(" ") for line in found.words[bucket_of(word)].splitlines())
    return lines.get(token(word), "")


def stand_together(word, after, found):
    bucket, sign = pair_of(word, after)
    mark = chr(sign + (48 if sign < 64 else 128))
    return [mark in signs for signs in found.pairs[bucket].rstrip("\n").split(" ")[1:]]


@pytest.mark.parametrize(("typed", "spellings", "bare"), VECTORS)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_words_are_split_and_folded_alike_however_they_were_typed(typed, spellings, bare, form):
    words = words_of(clean(unicodedata.normalize(form, typed)))

    assert [token(word) for word in words] == spellings.split()
    assert [folded(word) for word in words] == bare.split()


def test_a_word_without_its_marks_is_what_addresses_are_made_of():
    assert folded("đường") == strip_marks("đường")


def test_each_word_says_in_which_texts_it_stands_and_where():
    found = search_index(
        [
            IndexedText("Đường làng", "", "sân trường"),
            IndexedText("Tin", "con đường", "dương liễu"),
            IndexedText("Tin", "", "đường"),
        ]
    )

    assert line_of("đường", found) == "7.2!1"
    assert line_of("dương", found) == "2"
    assert line_of("duong", found) == ""
    assert bucket_of("đường") == bucket_of("dương") == bucket_of("duong")


def test_two_ways_to_place_the_tone_are_one_word():
    found = search_index([IndexedText("hoà", "", ""), IndexedText("", "", "hòa")])

    assert line_of("hòa", found) == "3!1"


def test_neighbours_are_known_in_their_order_and_within_one_field():
    found = search_index(
        [IndexedText("Trung thu", "bóng", "đá cầu"), IndexedText("Thu trung", "", "")]
    )

    assert stand_together("trung", "thu", found) == [True, False]
    assert stand_together("thu", "trung", found) == [False, True]
    assert stand_together("đá", "cầu", found) == [True, False]
    assert stand_together("bóng", "đá", found) == [False, False]


def test_the_lists_of_an_article_are_words_that_no_text_can_hold():
    found = search_index([IndexedText("to to-1", "", "", (label("to", "to-1"),))])

    assert line_of("to:to-1", found) == "1"
    assert line_of("to", found) == "1!1"
    assert not [word for word in words_of("to:to-1") if ":" in word]


def test_signs_never_look_like_what_parts_them():
    words = [f"t{n}" for n in range(300)]
    signs = {pair_of(word, "sau")[1] for word in words}
    found = search_index([IndexedText("", "", " ".join(words))])

    assert max(signs) < SIGNS
    assert len(found.words) == len(found.pairs) == BUCKETS
    assert all(line.count("\n") == 1 and "#" not in line for line in found.pairs)


def test_same_texts_same_bytes():
    texts = [IndexedText(f"Bài {n}", "tóm tắt", "một hai ba bốn năm") for n in range(9)]

    assert search_index(texts) == search_index(list(texts))


@pytest.mark.parametrize("texts", [0, 1, 5, 499, 100_000])
def test_buckets_are_shared_out_evenly(texts):
    assert BUCKETS % shards_for(texts) == 0
