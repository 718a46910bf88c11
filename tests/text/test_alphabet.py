"""The order of Vietnamese words and of people's names, as dictionaries and class lists have it."""

import random
import unicodedata

import pytest

from newsroom.domain.names.name_order import by_given_name
from newsroom.domain.text.alphabet import alphabetical

WORDS = {
    "the tones of one syllable": "ma mà mả mã má mạ",
    "the letters made of a": "a à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ b",
    "the letters made of d and e": "d đ e è ẻ ẽ é ẹ ê ề ể ễ ế ệ g",
    "the letters made of o": "o ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ ơ ờ ở ỡ ớ ợ p",
    "the letters made of u": "u ù ủ ũ ú ụ ư ừ ử ữ ứ ự v",
    "i and y": "h i ì ỉ ĩ í ị k … x y ỳ ỷ ỹ ý ỵ",
    "the consonants": "b c d đ g h k l m n p q r s t v x",
    "strangers in their places": "e f g … i j k … v w x y z",
    "letters before tones": "bán bàng bành cha chán chang",
    "the shorter word first": "an anh ánh ăn ân",
    "a syllable ends before the next begins": "ba|ba bị|bà|bà ba|bả",
    "numbers by their value, before words": "Tổ 1|Tổ 2|Tổ 10|Tổ 10a|Tổ Văn phòng",
    "years": "Năm học 2024-2025|Năm học 2025-2026",
    "capitals make no difference": "ĐỘI|Đội Măng non|ĐỘI NHẠC",
    "signs make no difference": "Gương “người tốt”, việc A|Gương người tốt, việc B",
    "a word alone before a word with more": "Tổ|Tổ 1|Tổ Anh",
}
PEOPLE = {
    "given name, middle, family": "Lê Văn An|Trần Văn An|Lê Xuân An|Bùi Ánh|Vũ Thị Bình",
    "a name without a middle one first": "Trần An|Lê Thị An",
    "tones last": "Lê Van|Lê Vàn|Lê Vản|Lê Vãn|Lê Ván|Lê Vạn|Lê Văn|Lê Vân",
    "d before đ": "Lê Dung|Lê Dũng|Lê Duy|Lê Đan|Lê Đạt",
    "middle names tell before the family": "Vũ Thị An|Lê Văn An",
    "family names have tones too": "Ha Văn An|Hà Văn An|Hạ Văn An",
    "titles count for nothing": "Lê An|Cô Trần An|ThS. Lê Bình|Thầy Lê Cường|Đ/c Bùi Dũng",
    "posts behind count for nothing": "Lê An - GV lớp 1A|Bùi Bình|Trần Cúc (sưu tầm)",
    "what tells namesakes apart": "Lê Văn An|Lê Văn An 2|Lê Văn An 10|Lê Văn An A|Lê Văn An B",
    "in brackets": "Lê Văn An (1A)|Lê Văn An (1B)|Lê Văn Anh",
    "one word": "An|Lê An|Bình|Lê Bình",
    "foreign names": "H'Hen Niê|John Smith|Vàng A Sùng|Lê Yên",
    "a given name of one letter": "Nguyễn Văn A|Trần Thị B|Lê Xuân|Lê Y|Vàng A Ý",
    "a body that writes": "Lê An|Ban đại diện cha mẹ học sinh|Lê Bình|Hội Khuyến học|Lê Yến",
}  # fmt: skip


def listed(text):
    return [word for word in text.split("|" if "|" in text else None) if word != "…"]


def shuffled(words, seed):
    mixed = list(words)
    random.Random(seed).shuffle(mixed)
    return mixed


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_words_stand_as_in_a_dictionary(words):
    right = listed(words)

    for seed in range(5):
        assert sorted(shuffled(right, seed), key=alphabetical) == right


@pytest.mark.parametrize("names", PEOPLE.values(), ids=PEOPLE)
def test_people_stand_as_in_a_class_list(names):
    right = listed(names)

    for seed in range(5):
        assert sorted(shuffled(right, seed), key=by_given_name) == right


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("change", [str, str.upper, str.lower, str.title])
def test_how_letters_are_stored_makes_no_difference(form, change):
    words = [word for words in WORDS.values() for word in listed(words)]
    typed = [unicodedata.normalize(form, change(word)) for word in words]
    assert [alphabetical(word)[0] for word in typed] == [alphabetical(word)[0] for word in words]
    names = listed(PEOPLE["given name, middle, family"])
    typed = [unicodedata.normalize(form, change(name)) for name in names]
    assert sorted(shuffled(typed, 2), key=by_given_name) == typed


def test_both_ways_to_place_a_tone_are_one_word():
    assert alphabetical("Hoà Bình")[0] == alphabetical("Hòa Bình")[0]
    assert sorted(["Lê Hòa", "Lê Hoá", "Lê Hoa"], key=by_given_name) == [
        *("Lê Hoa", "Lê Hòa", "Lê Hoá"),
    ]


@pytest.mark.parametrize(
    "text", ["", " ", "—", "123" * 3000, "١٢", "名前", "ß", "ǅ", "e\u0304\u0301"]
)
def test_any_text_has_a_place(text):
    assert sorted([text, "a"], key=alphabetical)
    assert sorted([text, "Lê An"], key=by_given_name)
