"""VIQR (RFC 1456), the signs of mail and of typewriters, turned into Unicode."""

import re
import unicodedata

from ..syllables import is_syllable

_VIQR = re.compile(
    r"\\(?P<plain>.)|(?P<d>dd)|(?P<vowel>[aeiouy])(?P<mark>[(^+]?)(?P<tone>['`?~.]?)",
    re.IGNORECASE | re.DOTALL,
)
# Behind a word, where a sentence ends; a tone is followed by its word or by the next one.
_SENTENCE_END = re.compile(
    r"""(?:["')\]”»*_]+[.,;:]?)?(?:\s*\Z|\s*\n|\s+[^\s\w]*[A-Z])|\s+\d(?<=\.\s\d)|(?<=\.)\.\.(?!\.)"""
)
# “Chị” before a name, “Thị” within the name of a woman, “Tạ” before that.
_IN_A_NAME = re.compile(r"\b(?:[A-Z]\S*\s+(?:Thi|THI)|[Cc]hi|CHI)\.\Z")
_BEFORE_THI = re.compile(r"\s+(?:Thi|THI)\.")
_LONGEST_NAME = 40
_VIQR_MARKS = {"(": "\u0306", "^": "\u0302", "+": "\u031b"}
VIQR_TONES = {"'": "\u0301", "`": "\u0300", "?": "\u0309", "~": "\u0303", ".": "\u0323"}
_MARKED = {"(": "a", "^": "aeo", "+": "ou"}
_VIQR_MARK = re.compile(r"[aeo]\^|[ou]\+|a\(|dd|\\", re.IGNORECASE)
# Also the name of a class: 4A.
_ADDRESS = re.compile(r"://|^www\.|\w@\w|^\d|^/", re.IGNORECASE)
# The address of a Markdown link is a chunk of its own.
_CHUNK = re.compile(r"(?<=\]\()\S+|(?:(?!\]\()\S)+")
_WORD = re.compile(r"[^\W\d_]+")


def decode_viqr(text: str) -> str:
    """The text as mail and Usenet wrote it, in plain ASCII; a backslash takes a sign as it is.

    A full stop or question mark behind a bare vowel is read as one where a sentence may end. What
    has no mark and would be no syllable (an address, “edu.vn”) stays.

    >>> decode_viqr("Cu?a ta, mau.edu.vn. Tru+o+`ng Tie^?u ho.c chu? nha` Ma^~u?")
    'Của ta, mau.edu.vn. Trường Tiểu học chủ nhà Mẫu?'
    """
    return _CHUNK.sub(_viqr_chunk, text)


def _viqr_chunk(chunk: re.Match[str]) -> str:
    made, place = [], chunk.start()
    # The text goes on behind the chunk: it tells where a sentence ends.
    for found in _VIQR.finditer(chunk.string, chunk.start(), chunk.end()):
        made += [chunk.string[place : found.start()], _viqr_letter(found)]
        place = found.end()
    decoded = "".join([*made, chunk.string[place : chunk.end()]])
    if _ADDRESS.search(chunk[0]):
        return chunk[0]
    words = [word for word in _WORD.findall(decoded) if not word.isascii()]
    return decoded if _VIQR_MARK.search(chunk[0]) or all(map(is_syllable, words)) else chunk[0]


def _viqr_letter(found: re.Match[str]) -> str:
    if found["plain"]:
        return found["plain"]
    if found["d"]:
        return "Đ" if found["d"][0] == "D" else "đ"
    vowel, mark, tone = found["vowel"], found["mark"], found["tone"]
    rest = ""
    if mark and vowel.lower() not in _MARKED[mark]:
        return found[0]
    if tone and tone in ".?" and not mark and _may_end_a_sentence(found):
        tone, rest = "", tone
    letter = vowel + _VIQR_MARKS.get(mark, "") + VIQR_TONES.get(tone, "")
    return unicodedata.normalize("NFC", letter) + rest


def _may_end_a_sentence(found: re.Match[str]) -> bool:
    text, end = found.string, found.end()
    is_name = _IN_A_NAME.search(text, max(0, end - _LONGEST_NAME), end)
    return not (is_name or _BEFORE_THI.match(text, end)) and bool(_SENTENCE_END.match(text, end))
