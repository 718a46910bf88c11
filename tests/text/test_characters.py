"""Every code point has one sort: meant, mended, invisible, private, lost or forbidden."""

import sys
import unicodedata
from functools import cache
from xml.etree.ElementTree import fromstring

import pytest

from newsroom.domain.text.characters import (
    CharacterKind,
    invisible_in,
    is_forbidden,
    mend,
    name_of,
    odd_characters,
)
from newsroom.domain.text.vietnamese import clean


@cache
def every():
    return [chr(code) for code in range(sys.maxunicode + 1)]


WALES = "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"


def kinds(text):
    return [(one.place, one.kind) for one in odd_characters(text)]


@pytest.mark.exhaustive
def test_what_is_mended_is_mended_once_and_holds_nothing_that_xml_forbids():
    mended = mend("\ue000".join(every()))

    assert mend(mended) == mended
    assert not any(map(is_forbidden, map(ord, set(mended))))
    assert fromstring(f"<a>{mended.replace('&', '').replace('<', '')}</a>").text


@pytest.mark.exhaustive
def test_forbidden_is_what_xml_does_not_allow_and_what_is_never_a_character():
    def is_allowed(code):
        is_control = code < 0x20 or 0x7F <= code <= 0x9F
        is_none = 0xD800 <= code < 0xE000 or 0xFDD0 <= code < 0xFDF0 or code & 0xFFFE == 0xFFFE
        return not (is_control or is_none) or chr(code) in "\t\n\v\f\r\x85"

    told = {
        one.character for one in odd_characters("".join(every()))
        if one.kind is CharacterKind.FORBIDDEN
    }  # fmt: skip

    assert told == {character for character in every() if not is_allowed(ord(character))}


@pytest.mark.exhaustive
def test_every_private_character_is_mended_or_told_and_only_these():
    private = [character for character in every() if unicodedata.category(character) == "Co"]
    told = {
        one.character
        for one in odd_characters("".join(every()))
        if one.kind is CharacterKind.PRIVATE
    }

    assert {c for c in private if mend(c) == c} == told
    assert told <= set(private)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        *(("\uf0b7", "•"), ("\uf0a7", "▪"), ("\uf0d8", "➢"), ("\uf0fc", "✓"), ("\uf0e0", "→")),
        *(("\uf076", "❖"), ("\uf0a8", "◻"), ("\uf0fe", "☑"), ("\uf06f", "□"), ("\uf02d", "-")),
        *(("\uf04a", "☺"), ("\uf0b3", "≥"), ("\uf0d6", "√"), ("\uf070", "π"), ("\uf0b0", "°")),
        *(("２０／１１／２０２６", "20/11/2026"), ("７：３０", "7:30"), ("Ｔổ １", "Tổ 1")),
        *(("Thời gian：８ giờ，thứ hai", "Thời gian: 8 giờ, thứ hai"), ("a：", "a:")),
        *(("５０％", "50%"), ("＝＃＊", "＝＃＊")),
        *(("https：／／a.vn", "https://a.vn"), ("中文：你好，（一）", "中文：你好，（一）")),
        *(("Ðội ðường", "Đội đường"), ("Ɖội", "Đội"), ("ﬁle ﬂash", "file flash")),
        *(("Tie\u0302\u0301ng Vie\u0323\u0302t", "Tiếng Việt"), ("a\u00a0b\u3000c\vd", "a b c d")),
        *(("Ng\u00ad\u200buy\u200cễn\ufeff", "Nguyễn"), ("a\u202eb\u2066c", "abc")),
        *(("a\ufffcb\u2063\u3164c", "abc"), ("a\x00\x1b\uffff\ufdd0\U0001fffeb", "ab")),
        *(("❤️ 1️⃣ ©️", "❤️ 1️⃣ ©️"), (WALES, WALES)),
        *(("𝐓𝐡𝐨\u0302𝐧𝐠 𝑏𝑎\u0301𝑜 𝑝ℎ𝑜\u0300𝑛𝑔 𝟐𝟎/𝟏𝟏", "Thông báo phòng 20/11"), ("№ ℓ™", "№ ℓ™")),
        *(("a\ufe0f\U000e0067b", "ab"), ("“…”, ‘a’ – —", "“…”, ‘a’ – —")),
    ],
)  # fmt: skip
def test_what_only_looks_right_becomes_what_was_meant(typed, meant):
    assert clean(typed) == meant
    assert clean(f"Trước {typed} sau") == f"Trước {meant} sau"


def test_the_places_and_kinds_of_what_has_to_be_replaced_are_told():
    found = kinds("a\uffffb\ufffdc\uf8ffd\uf0b7e\x1b")

    assert found == [
        (1, CharacterKind.FORBIDDEN),
        (3, CharacterKind.LOST),
        (5, CharacterKind.PRIVATE),
        (9, CharacterKind.FORBIDDEN),
    ]
    assert kinds("Chữ thường “…”\t\n\u00a0👨‍👩‍👧") == []


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\uffff", "U+FFFF (NONCHARACTER)"),
        ("\U0010fffe", "U+10FFFE (NONCHARACTER)"),
        ("\x00", "U+0000 (NULL)"),
        ("\x1b", "U+001B (ESCAPE)"),
        ("\x9d", "U+009D (CONTROL)"),
        ("\ud800", "U+D800 (SURROGATE)"),
        ("\uf8ff", "U+F8FF (PRIVATE USE)"),
        ("\u200b", "U+200B (ZERO WIDTH SPACE)"),
        ("\ufffd", "U+FFFD (REPLACEMENT CHARACTER)"),
    ],
)
def test_a_character_is_called_by_its_name(character, name):
    assert name_of(character) == name


def test_invisible_characters_are_named_once_but_not_those_of_emoji():
    assert invisible_in("a\u200bb\u200b\u00adc ❤️") == ("\u200b", "\u00ad")
