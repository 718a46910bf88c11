"""Text of old fonts comes out as its font shows it, run by run, and nothing else is touched."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from legacy_samples import read_as
from old_encoders import ALPHABET, LOWER, write_tcvn3, write_tcvn3_capitals, write_viqr, write_vni

from newsroom.domain.text.encodings.legacy_encodings import decode_tcvn3, decode_vni
from newsroom.domain.text.encodings.old_fonts import by_font, old_font, runs_by_font
from newsroom.domain.text.encodings.viqr import decode_viqr

CAPITALS_OF_TCVN3 = "ĂÂÊÔƠƯĐ"
WORDS = str.split(
    "Trường Tiểu học Mẫu tổ chức lễ khai giảng năm học mới với sự tham gia của các em học sinh "
    "và đông đảo phụ huynh thầy cô giáo chủ nhiệm khối Năm được nhận giấy khen nghĩa tình ấm áp"
)
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)


def test_the_alphabet_has_every_letter_in_both_cases():
    assert len(ALPHABET) == 178
    assert len([letter for letter in ALPHABET if not letter.isascii()]) == 134


@pytest.mark.parametrize("letter", ALPHABET)
def test_every_letter_of_vni_and_viqr_comes_back(letter):
    assert decode_vni(write_vni(letter)) == letter
    assert decode_viqr(f"{write_viqr(letter)} va`")[0] == letter
    assert by_font(f"baùo {write_vni(letter)}n", "VNI-Times") == f"báo {letter}n"


@pytest.mark.parametrize("letter", LOWER + CAPITALS_OF_TCVN3)
def test_every_letter_of_tcvn3_comes_back(letter):
    assert decode_tcvn3(write_tcvn3(letter)) == letter
    assert by_font(f"b¸o {write_tcvn3(letter)}n", ".VnTime") == f"báo {letter}n"


@pytest.mark.parametrize("letter", ALPHABET)
def test_a_font_of_capitals_shows_capitals_only(letter):
    typed = write_tcvn3_capitals(letter)

    assert by_font(f"b¸o m{typed}n", ".VnTimeH") == f"BÁO M{letter.upper()}N"


@pytest.mark.parametrize(
    ("name", "encoding", "capitals"),
    [
        *(
            (name, "TCVN3", False)
            for name in (".VnTime", ".VnArial Narrow", ".vntime", "'.VnTime'")
        ),
        *((name, "TCVN3", True) for name in (".VnTimeH", ".VnArial NarrowH", ".VNTIMEH")),
        *((name, "TCVN3", True) for name in (".vntimeh", "ABCDEF+.VnAvantH", ".VnTimeH, serif")),
        *((name, "VNI", False) for name in ("VNI-Times", "vni-helve", "VNI Times", "VNI-Thufap3H")),
    ],
)
def test_old_fonts_are_known_by_their_names(name, encoding, capitals):
    font = old_font(name)

    assert font.encoding.name.startswith(encoding)
    assert font.has_capitals_only == capitals


@pytest.mark.parametrize(
    "name",
    ["Times New Roman", "", "Arial", "Symbol", "VNF-Comic Sans", "Vni", "Calibri", "Cambria"],
)
def test_a_text_in_any_other_font_is_what_it_seems(name):
    text = "Tr\xadêng ±5 µm × ® aù\uf0b7 a\u0301"

    assert by_font(text, name) == text


@given(SENTENCES, st.data())
@settings(max_examples=60, deadline=None)
@pytest.mark.parametrize(
    ("write", "font"), [(write_tcvn3, ".VnTime"), (write_vni, "VNI-Times")], ids=["tcvn3", "vni"]
)
def test_runs_may_end_anywhere_also_within_a_letter(write, font, sentence, data):
    typed = write(sentence)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(typed)), max_size=5)))
    ends = [0, *cuts, len(typed)]
    runs = [(typed[a:b], font) for a, b in pairwise(ends)]

    made = runs_by_font(runs)

    assert "".join(made) == sentence
    assert len(made) == len(runs)


@given(SENTENCES)
@settings(max_examples=60, deadline=None)
def test_unicode_typed_in_an_old_font_stays(sentence):
    for font in (".VnTime", "VNI-Times"):
        assert by_font(f"Thầy cô {sentence}", font) == f"Thầy cô {sentence}"


@pytest.mark.parametrize(
    ("text", "font", "meant"),
    [
        ("\uf054r\uf0ad\uf0eang", ".VnTime", "Trường"),
        ("\x93Häc\x94 – “tèt”", ".VnTime", "“Học” – “tốt”"),
        (
            "3 × 4 = 12; 2×3; 6 ÷ 2; 1½ giê; 5 μm; 25°C",
            ".VnTime",
            "3 × 4 = 12; 2×3; 6 ÷ 2; 1½ giờ; 5 µm; 25°C",
        ),
        (
            "«Häc, häc n÷a»; Windows®; ©2004; 5.000®",
            ".VnTime",
            "«Học, học nữa»; Windows®; ©2004; 5.000đ",
        ),
        ("« t« cña «ng", ".VnTime", "ô tô của ông"),
        ("§¾k L¾k, Kr«ng P¾k", ".VnTime", "Đắk Lắk, Krông Pắk"),
        ("các em", ".VnTime", "các em"),
        ("TR¦êNG TIÓU HäC vµ THCS", ".VnTime", "TRƯỜNG TIỂU HỌC và THCS"),
        ("LÔ KHAI GI¶NG", ".VnTime", "LỄ KHAI GIẢNG"),
        ("Tr\x1f\xeang", ".VnTime", "Trường"),
        ("Tröôøng", "VNI-Times", "Trường"),
        ("café, Noël", "VNI-Times", "café, Noël"),
    ],
)
def test_signs_and_words_of_others_within_an_old_font(text, font, meant):
    assert by_font(text, font) == meant


@pytest.mark.parametrize(
    ("write", "font"), [(write_tcvn3, ".VnTime"), (write_vni, "VNI-Times")], ids=["tcvn3", "vni"]
)
def test_what_a_vietnamese_windows_took_for_its_own_code_page_is_read(write, font):
    sentence = " ".join(WORDS)

    assert by_font(read_as("cp1258", write(sentence).encode("latin-1")), font) == sentence


def test_capitals_in_a_font_of_their_own_within_a_word():
    runs = [("TR", ".VnTime"), ("\xadê", ".VnTimeH"), ("NG ", ".VnTime"), ("Mẫu", "Arial")]

    assert runs_by_font(runs) == ("TR", "ƯỜ", "NG ", "Mẫu")
    assert runs_by_font([("b»", ".VnTime"), ("ng", "Arial")]) == ("bằ", "ng")


def test_a_paragraph_may_have_several_fonts():
    runs = [("Tr\xadêng ", ".VnTime"), ("Tieåu ", "VNI-Times"), ("học", "Arial"), ("", ".VnTime")]

    assert runs_by_font(runs) == ("Trường ", "Tiểu ", "học", "")
    assert runs_by_font([]) == ()
