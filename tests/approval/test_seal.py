import sys
from hashlib import sha256

import pytest

from newsroom.domain.content.seal import seal

BLANKS = [chr(c) for c in range(0x3001) if chr(c).isspace() and chr(c) != "\n"]


def of(text):
    return seal("Tên bài", "Tóm tắt", text, [])


@pytest.mark.parametrize("blank", BLANKS, ids=ascii)
def test_no_blank_at_a_line_end_breaks_the_seal(blank):
    lines = ("Một", "", "hai ba", "bốn")

    assert of((blank + "\n").join(lines)) == of("\n".join(lines))
    assert of("\n".join(lines) + blank) == of("\n".join(lines))


@pytest.mark.exhaustive
def test_there_is_no_other_blank():
    assert not any(chr(c).isspace() for c in range(0x3001, sys.maxunicode + 1))


@pytest.mark.parametrize("ends", ["\r\n", " \r\n", "\u200b\n", "\t \u00a0\n"], ids=ascii)
def test_line_ends_of_any_system_bear_one_seal(ends):
    assert of(f"Một{ends}{ends}hai{ends}") == of("Một\n\nhai")


def test_a_joiner_within_an_emoji_is_not_of_the_seal():
    # What such a text was sealed with while every joiner was still taken out.
    assert of("Gia đình 👨\u200d👩\u200d👧") == of("Gia đình 👨👩👧") == "74141ddfc0b3"
    assert of("Gia đình 👨👩👧") != of("Gia đình 👨👩")


def test_a_blank_within_a_line_is_of_the_words():
    assert of("Một\n  hai") != of("Một\nhai")
    assert of("Một hai") != of("Một  hai")


def test_a_video_is_sealed_by_its_address_or_its_bytes_and_none_changes_nothing():
    def with_video(video):
        return seal(
            "Tên bài", "Tóm tắt", "Một", [sha256(b"anh").digest()], [sha256(b"tep").digest()], video
        )

    seals = {
        with_video(video) for video in ("", "https://a.example/1", "https://a.example/2", b"x")
    }

    assert len(seals) == 4
    # What was sealed before there were videos.
    assert with_video("") == "85dfe7743f7a"
