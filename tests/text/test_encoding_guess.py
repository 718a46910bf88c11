"""Old encodings are recognised in sentences, and in no real text."""

import unicodedata
from pathlib import Path

import pytest
from demo_content import DEMO
from legacy_samples import WAYS

from newsroom.domain.text.encodings.encoding_guess import encoding_of, legacy_lines
from newsroom.domain.text.encodings.legacy_encodings import decode_tcvn3, decode_vni
from newsroom.domain.text.encodings.misread_bytes import (
    decode_utf8_as_vietnamese,
    decode_utf8_as_western,
    decode_vietnamese_as_western,
)
from newsroom.domain.text.encodings.viqr import decode_viqr
from newsroom.domain.text.syllables import is_syllable

ROOT = Path(__file__).parents[2]
REAL = [*DEMO.glob("**/*.md"), *DEMO.glob("**/*.yaml")]
HANDBOOK = [path for path in ROOT.glob("docs/huong-dan/*.md") if path.stem != "ma-chu-cu"]
SENTENCES = [
    line
    for path in sorted(DEMO.glob("**/*.md"))
    for line in unicodedata.normalize("NFC", path.read_text("utf-8")).split("\n")
    if len(line.split()) >= 6 and not line.startswith(("|", "- ", "#")) and not line.isascii()
][::3]
CLEAR = ("TCVN3", "VNI", "UTF-8 as 1252", "UTF-8 as Latin-1", "UTF-8 as 1258")
MOTTO = "Cộng hòa xã hội chủ nghĩa Việt Nam, độc lập, tự do, hạnh phúc; Trường Tiểu học Mẫu"


@pytest.mark.parametrize(
    ("decode", "typed", "meant"),
    [
        (decode_tcvn3, "Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        (decode_tcvn3, "§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"),
        (decode_tcvn3, "Tr\xadêng TiÓu häc MÉu", "Trường Tiểu học Mẫu"),
        (decode_vni, "Coäng hoøa xaõ hoäi chuû nghóa", "Cộng hòa xã hội chủ nghĩa"),
        (decode_vni, "ÑOÄC LAÄP - TÖÏ DO - HAÏNH PHUÙC", "ĐỘC LẬP - TỰ DO - HẠNH PHÚC"),
        (decode_vni, "Ñöôøng saét, baèng, caèn caåu, yù, kyõ", "Đường sắt, bằng, cằn cẩu, ý, kỹ"),
        (decode_viqr, "DDa.i ho.c Vie^.t Nam", "Đại học Việt Nam"),
        (decode_viqr, "Ba.n kho?e kho^ng? To^i kho?e.", "Bạn khỏe không? Tôi khỏe."),
        (decode_viqr, r"ta\. la\?", "ta. la?"),
        (decode_utf8_as_western, "Tiá»ƒu há»\x8dc", "Tiểu học"),
        (decode_utf8_as_western, "â€œChÃ\xa0oâ€\x9d", "“Chào”"),
        (decode_utf8_as_vietnamese, "hĂ¬nh Ä‘áº§u", "hình đầu"),
        (decode_vietnamese_as_western, "TrýõÌng TiêÒu hoòc", "Trường Tiểu học"),
    ],
)
def test_each_encoding_is_decoded(decode, typed, meant):
    assert decode(typed) == meant


@pytest.mark.parametrize("way", [way for way in WAYS if not way.startswith("TCVN3")])
def test_every_letter_of_the_motto_comes_back(way):
    lines = legacy_lines(WAYS[way](MOTTO))

    assert [line.decoded for line in lines] == [MOTTO]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.exhaustive
def test_nearly_every_sentence_of_the_demo_is_recognised_in_each(way):
    missed = [line for line in SENTENCES if not legacy_lines(WAYS[way](line))]

    assert len(SENTENCES) > 100
    assert len(missed) <= len(SENTENCES) * (0.02 if way in CLEAR else 0.05), missed[:5]


@pytest.mark.parametrize("way", WAYS)
def test_a_title_and_a_line_of_a_header_are_recognised(way):
    title = "Trường Tiểu học Mẫu tổ chức Ngày hội đọc sách"

    assert len(legacy_lines(WAYS[way](title))) == 1
    assert len(legacy_lines(f"tiêu đề: {WAYS[way](title)}")) == 1


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.exhaustive
def test_no_real_text_is_taken_for_one(form):
    texts = {
        path: unicodedata.normalize(form, path.read_text("utf-8")) for path in (*REAL, *HANDBOOK)
    }

    found = {path.name: legacy_lines(text) for path, text in texts.items()}

    assert len(found) > 80
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    "line",
    [
        "Où est le garçon? À l'école, il étudie à côté du théâtre où il a été élève.",
        "Le père Noël préfère l'été à Évian; la forêt, l'hôtel, l'île, les œuvres, l'âme.",
        "Déjà vu, pâté, crème brûlée, façade, naïveté, Zoé, Chloé, Loïc, août, goût, mûr",
        "Müller, Köln, Straße, Mädchen, für, schön, größte Übung, äußern",
        "El niño pequeño; mañana, España, señor, años, él está aquí, más fácil",
        "São Paulo, não, coração, ações, lições, avó",
        "½ giờ, 3×4=12, 25°C, ±5, µm, ©2024, Windows®, §1, ¼, ¾, 1½ cốc; 20¢; £5; ¥300",
        "«Học, học nữa, học mãi» – «Bắt cá» và «chả»",
        "Hoà bình, toà nhà, hoá học, thuý, khoẻ, xoã tóc, loà xoà, quả, oà",
        "Ðội viên, Ðức, ðường: chữ Đ của bàn phím cũ",
        "x^2 + y^2 = z^2; a^n + b^n; o+ u+ ; f(a)=a(b+c); the a^ and o^ signs",
        "I'm sure he's here. Who is he? Let me be. Don't go!",
        "Beyoncé, Pelé, Renée, Björk, Håkon, Ångström, Øresund, Curaçao",
        "Là, và, cá, bà, má, thì, mà, có, cô, bé; giò, giòn, quì",
        "Chữ cũ `Tr\xadêng TiÓu häc` nằm giữa hai dấu nháy ngược",
        "Tr\xadường có dấu ngắt từ ẩn, Tiể\xadu học cũng vậy",
        "",
    ],
)
def test_other_languages_and_signs_are_left_alone(line):
    assert legacy_lines(line) == ()


@pytest.mark.parametrize(
    "title",
    [
        *(
            "Th«ng b¸o",
            "Ngµy héi",
            "Nhµ tr\xadêng",
            "| STT | Hä vµ tªn | Líp |",
            "**Th«ng b¸o** vÒ",
        ),
        *("TRÖÔØNG TIEÅU HOÏC", "Thoâng baùo", "Hoïc sinh gioûi", "HÃ´m nay", "KÃ\xadnh gá»\xadi"),
    ],
)
def test_short_titles_are_recognised(title):
    assert legacy_lines(title)


@pytest.mark.parametrize(
    "line",
    [
        "Ê Đê, Gia Rai, Ba Na, Krông Pắk, Đắk Lắk, M'Nông, H'Mông, K'Ho",
        "Příliš žluťoučký kůň úpěl ďábelské ódy; zażółć gęślą jaźń; árvíztűrő tükörfúrógép",
        "Kæmi ný öxi hér, ykist þjófum nú bæði víl; jordbær med fløde; hwila på mjuka tuvor",
        "Luís argüia à Júlia que brações, fé, chá, óxido, pôr, zângão; ¿Cómo estás? ¡Él sí!",
        "S = a^2 + b^2; e^x; a(b+c) = ab + ac; http://a.vn/?q=a+b+co+khong&x=o^2; Ca²⁺; SO₄²⁻",
        "Ò à, ờ, ừ, ê, ô hô, é é! Quân, tuân, xuân, luân; où, août, aù",
    ],
)
def test_neither_are_these(line):
    assert legacy_lines(line) == ()


def test_words_pasted_into_a_real_sentence_are_recognised():
    line = "Sáng nay, thầy cô và học sinh cả trường dự, Tr\xadêng TiÓu häc MÉu tæ chøc lÔ, rất vui."

    assert [found.encoding.name for found in legacy_lines(line)] == ["TCVN3 (phông .VnTime)"]


def test_a_short_line_is_what_its_neighbours_are():
    text = "Tr\xadêng TiÓu häc MÉu tæ chøc lÔ khai gi¶ng\n\nNhÊt\n\nLớp 5B"

    assert [found.decoded for found in legacy_lines(text)][1:] == ["Nhất"]


def test_a_text_in_two_encodings_is_in_doubt():
    one, other = (WAYS[way](MOTTO) for way in ("TCVN3", "VNI"))

    assert encoding_of(f"{one}\n{one}").name.startswith("TCVN3")
    assert encoding_of(f"{one}\n{other}") is None
    assert encoding_of(f"{one}\n{MOTTO}") is None
    assert encoding_of(MOTTO) is None


@pytest.mark.parametrize(
    "word", ["Trường", "nghiêng", "quyển", "giếng", "gì", "khuỷu", "hoà", "hòa", "ngoẹo"]
)
def test_vietnamese_syllables_are_told(word):
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["häc", "élève", "hòc", "ôê", "", "tiếngg", "đ\u0303a", "tườ̀ng"])
def test_other_strings_are_no_syllables(word):
    assert not is_syllable(word)
