"""Text whose font nobody knows is decoded line by line, by evidence, and nothing else changes."""

import re
import unicodedata
from pathlib import Path

import pytest
from demo_content import DEMO
from hypothesis import given, settings
from hypothesis import strategies as st
from legacy_samples import WAYS
from old_encoders import write_tcvn3, write_viqr, write_vni

from newsroom.domain.text.encodings.likeness import by_likeness
from newsroom.domain.text.encodings.viqr import decode_viqr

ROOT = Path(__file__).parents[2]
MOTTO = "Trường Tiểu học Mẫu tổ chức lễ khai giảng năm học mới; các em đều vui, phụ huynh cũng vậy."


def misread(text):
    return WAYS["UTF-8 as 1252"](text)


WRITERS = {
    **{way: WAYS[way] for way in WAYS if not way.startswith("TCVN3")},
    "TCVN3": write_tcvn3,
    "VNI by the standard": write_vni,
    "VIQR by the standard": write_viqr,
    "UTF-8 twice as 1252": lambda text: misread(misread(text)),
    "UTF-8 twice as Latin-1": lambda text: (
        text.encode().decode("latin-1").encode().decode("latin-1")
    ),
    "TCVN3 in misread UTF-8": lambda text: misread(write_tcvn3(text)),
    "VNI in misread UTF-8": lambda text: misread(write_vni(text)),
    "blanks of à lost": lambda text: misread(text).replace("\xa0", " "),
}


@pytest.mark.parametrize("way", WRITERS)
def test_a_sentence_in_each_encoding_comes_back(way):
    decoded = by_likeness(WRITERS[way](MOTTO))

    assert decoded.text == MOTTO
    assert decoded.sure
    assert decoded.encoding


SENTENCES = [
    line
    for path in sorted(DEMO.glob("**/*.md"))
    for line in unicodedata.normalize("NFC", path.read_text("utf-8")).split("\n")
    if len(line.split()) >= 8 and not line.startswith(("|", "- ", "#")) and not line.isascii()
]


_ENDS_SENTENCE = re.compile(r"[.?]\W*$")


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6))
@settings(max_examples=40, deadline=None)
@pytest.mark.parametrize("write", [write_tcvn3, write_vni, write_viqr, misread])
def test_whole_passages_come_back_or_are_left(write, sentences):
    text = "\n\n".join(sentences)
    if write is write_tcvn3:
        text = "".join(letter if write_tcvn3(letter) != letter or letter.isascii()
                       else letter.lower() for letter in text)  # fmt: skip

    typed = write(text)

    decoded = by_likeness(typed).text

    for before, after, meant in zip(*(t.split("\n") for t in (typed, decoded, text)), strict=True):
        words = [
            pair
            for pair in zip(after.split(), meant.split(), strict=False)
            # In VIQR the end of a sentence is a tone as well: co^? is cổ and cô?.
            if write is not write_viqr or not _ENDS_SENTENCE.search(pair[1])
        ]
        wrong = sum(one != other for one, other in words)
        assert after == before or wrong <= max(1, 0.1 * len(words))


@pytest.mark.parametrize(
    "text",
    [
        "Où est le garçon? À l'école, il étudie à côté du théâtre où il a été élève.",
        "Le père Noël préfère l'été à Évian; la forêt, l'hôtel, l'île, les œuvres, l'âme.",
        "Müller, Köln, Straße, Mädchen, für, schön, größte Übung; El niño pequeño; São Paulo",
        "½ giờ, 3×4=12, 6÷2, 25°C, ±5, 5 µm, ©2024, Windows®, §1, ¼, 20¢; £5; ¥300; a²+b²; x¹",
        "S = ½·a·h; ¬p ∨ q; 5 µm × 3 µm = 15 µm²; ≥ ≤ ≠ √2 π ∑ ∞; ±½",
        "«Học, học nữa, học mãi» – “Bắt cá” và ‘chả’; Hoà bình, thuý, khoẻ, Ðội viên",
        "x^2 + y^2 = z^2; a^n; f(a)=a(b+c); C++ o+ u+; it's; don't; www.mau.edu.vn; a.b@c.vn",
        "The quick brown fox doesn't jump. e.g. this, i.e. that? Yes! résumé, naïve, façade",
        "Xem https://a.vn/?q=a+b+co+khong&x=o^2 và bai.docx",
        "Ê Đê, Gia Rai, M'Nông, H'Mông, Krông Pắk, Đắk Lắk, Ca²⁺, SO₄²⁻, H₂O",
        "Trường Tiểu học Mẫu ạ, à, ơi, ô, ê, ừ, ờ, ý, ì ạch",
        "Kæmi ný öxi hér; Příliš žluťoučký kůň; jordbær med fløde; Łódź",
        "",
    ],
)
def test_unicode_of_any_language_and_arithmetic_are_not_touched(text):
    decoded = by_likeness(text)

    assert decoded.text == unicodedata.normalize("NFC", text)
    assert decoded.encoding == ""


def test_nothing_of_the_demo_and_the_handbook_is_touched():
    paths = [*DEMO.glob("**/*.md"), *ROOT.glob("docs/huong-dan/*.md")]
    texts = [path.read_text("utf-8") for path in paths if path.stem != "ma-chu-cu"]

    assert [t for t in texts if by_likeness(t).text != unicodedata.normalize("NFC", t)] == []


def test_a_text_of_many_languages_is_left_where_it_is_in_doubt():
    text = "Libra në klasa të vjetra, ndryshëm\nCarte în casă"

    decoded = by_likeness(text)

    assert (decoded.text, decoded.sure) == (text, False)


def test_lines_of_several_encodings_among_unicode():
    text = "\n".join(
        [write_tcvn3(MOTTO[:40]), "", "Ngày hội đọc sách ±5 µm", write_vni(MOTTO), "l'élève"]
    )

    decoded = by_likeness(text)

    assert decoded.text.split("\n") == [MOTTO[:40], "", "Ngày hội đọc sách ±5 µm", MOTTO, "l'élève"]
    assert decoded.encoding == "TCVN3 (phông .VnTime) và VNI (phông VNI-Times)"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            f"Sáng nay, các em và {write_tcvn3('Trường Tiểu học Mẫu tổ chức')} cùng đi, rất vui",
            "Sáng nay, các em và Trường Tiểu học Mẫu tổ chức cùng đi, rất vui",
        ),
        ("TR¦êNG TIÓU HäC MÉU\nLÔ KHAI GI¶NG", "TRƯỜNG TIỂU HỌC MẪU\nLỄ KHAI GIẢNG"),
        ("Th«ng b¸o: 3 × 4, 1½ giê, «häc»", "Thông báo: 3 × 4, 1½ giờ, «học»"),
        ("\uf054r\uf0ad\uf0eang \uf054i\uf0d3u h\uf0e4c", "Trường Tiểu học"),
        (
            "Tru+o+`ng Tie^?u ho.c\nNha^'t\nxem www.mau.edu.vn, bai.docx, thu@mau.edu.vn",
            "Trường Tiểu học\nNhất\nxem www.mau.edu.vn, bai.docx, thu@mau.edu.vn",
        ),
    ],
)
def test_mixed_lines(text, meant):
    assert by_likeness(text).text == meant


@given(st.text(max_size=80))
@settings(max_examples=150, deadline=None)
def test_nothing_stops_it_and_what_it_made_it_leaves(text):
    made = by_likeness(text)

    assert unicodedata.is_normalized("NFC", made.text)
    assert by_likeness(made.text).text == made.text


@pytest.mark.exhaustive
@pytest.mark.parametrize(
    ("write", "most"),
    [(write_tcvn3, 0.002), (write_vni, 0.002), (write_viqr, 0.03), (misread, 0), ("mixed", 0)],
)
def test_nearly_every_line_of_the_demo_comes_back(write, most):
    paths = sorted(DEMO.glob("tin-bai/**/*.md"))
    text = "\n".join(path.read_text("utf-8") for path in paths)
    # A TCVN3 font has no capitals with tones.
    text = "".join(letter if write_tcvn3(letter) != letter or letter.isascii() else letter.lower()
                   for letter in unicodedata.normalize("NFC", text))  # fmt: skip
    typed = f"Trường\n{misread(text)}" if write == "mixed" else write(text)

    lines = by_likeness(typed).text.split("\n")

    meant = f"Trường\n{text}".split("\n") if write == "mixed" else text.split("\n")
    missed = [(one, other) for one, other in zip(lines, meant, strict=True) if one != other]
    assert len(missed) <= most * len(meant), missed[:5]


@pytest.mark.parametrize(
    ("viqr", "meant"),
    [
        ("Me. ga(.p chi. Ma^~u va` co^ Ta. Thi. Ma^~u An.", "Mẹ gặp chị Mẫu và cô Tạ Thị Mẫu An."),
        (
            "DDo^.c gia? nho?. Ai kho?e? Nghi? 5 nga`y, lo+'p 4A.",
            "Độc giả nhỏ. Ai khỏe? Nghỉ 5 ngày, lớp 4A.",
        ),
        ("Tru+o+`ng [o+? dda^y](/anh/trong-cay.jpg)", "Trường [ở đây](/anh/trong-cay.jpg)"),
    ],
)
def test_a_full_stop_and_a_question_mark_are_told_from_tones(viqr, meant):
    assert decode_viqr(viqr) == meant
