"""The Vietnamese text of real files: cleaned, compared, shortened to addresses.

People type one word in many ways (NFD, `Ð` for `Đ`, `hoà` and `hòa`, stray zero-width marks).
These functions say which of them are the same word.
"""

import re
import unicodedata
from functools import lru_cache

from .characters import mend

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_TONE_SIGNS = "\ue000\ue001\ue002\ue003\ue004"
_SYLLABLE = re.compile(r"[^\W\d_][^\W\d_\u0300-\u036f]*(?:[\u0300-\u036f][^\W\d_]*)*")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_QUOTES = {**dict.fromkeys(map(ord, "“”„‟«»"), '"'), **dict.fromkeys(map(ord, "‘’‚‛"), "'")}


def clean(text: str) -> str:
    """The text as it was meant: NFC, `Đ` for `Ð`, plain spaces, nothing invisible or forbidden.

    Only the joiner of two emoji stays, which shows.

    >>> clean("Ðội\\u200b viên")
    'Đội viên'
    """
    return unicodedata.normalize("NFC", mend(text))


@lru_cache(maxsize=4)
def clean_whole(text: str) -> str:
    """The same of a whole article, whose text is asked for more than once while it is read."""
    return clean(text)


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """The form in which two names are compared: equal means the same name.

    Case, spacing, dashes, quotes and the place of the tone mark do not count; the marks do.
    The tone of each syllable is moved behind it, so `Hoà` and `Hòa` meet while `Lan` and `Lân`
    stay apart. The result is for comparing, never for showing.

    >>> fold("Hoà  Bình") == fold("hòa bình")
    True
    >>> fold("Lan") == fold("Lân")
    False
    """
    plain = clean(text).translate(_DASHES).translate(_QUOTES).casefold()
    plain = re.sub(r"\s*-\s*", "-", re.sub(r"\s+", " ", plain).strip())
    return unicodedata.normalize(
        "NFC", _SYLLABLE.sub(_tone_last, unicodedata.normalize("NFD", plain))
    )


def _tone_last(syllable: re.Match[str]) -> str:
    letters = syllable.group()
    tones = "".join(mark for mark in letters if mark in _TONES)
    if not tones:
        return letters
    bare = "".join(letter for letter in letters if letter not in _TONES)
    # A sign of our own: NFC would put a real tone mark back on the last letter.
    return bare + _TONE_SIGNS[_TONES.index(tones[0])]


def strip_marks(text: str) -> str:
    """The text without any Vietnamese mark: `Đường` becomes `Duong`."""
    bare = "".join(
        letter
        for letter in unicodedata.normalize("NFD", clean(text))
        if not unicodedata.combining(letter)
    )
    return bare.replace("đ", "d").replace("Đ", "D")


@lru_cache(maxsize=20_000)
def slug(text: str) -> str:
    """An address part: ASCII, lower case, words joined by hyphens. Never used to tell names apart.

    >>> slug("Ngày hội Đọc sách: khối 4-5")
    'ngay-hoi-doc-sach-khoi-4-5'
    """
    return re.sub(r"[^a-z0-9]+", "-", strip_marks(text).casefold()).strip("-")


@lru_cache(maxsize=2_000)
def fold_key(text: str) -> str:
    """The form in which header and plan keys are compared: letters and digits only, no marks.

    >>> fold_key("Tiêu đề") == fold_key("tieu_de") == fold_key("TIÊU-ĐỀ")
    True
    """
    return re.sub(r"[\s_\-]+", "", strip_marks(text).casefold())


def size_in_words(size: int) -> str:
    """Bytes as people say them.

    >>> size_in_words(800), size_in_words(240_000), size_in_words(1_234_567)
    ('1 KB', '240 KB', '1,2 MB')
    """
    if size < 999_500:
        return f"{max(1, round(size / 1000))} KB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")
