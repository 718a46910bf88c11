"""The words of a name, compared as fingers type them: marks left out, one key beside the right one.

Cases: `Bui Thi Mau Ha` without marks, `Buif Thij` whose marks stayed letters (Telex) or digits
(VNI), `Hàa` with a key too many.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable

from ..text.vietnamese import clean, fold, strip_marks

# The key that Telex takes for a tone stands behind the vowel, often at the end of the syllable.
_TELEX_TONE = re.compile(r"(?<=[aeiouy])([a-z]*?)[sfrxj](?=[a-z]?[a-z]?$)")
_TELEX_DOUBLE = re.compile(r"(dd|aa|ee|oo)")
_VNI = re.compile(r"(?<=[a-z])[0-9]")
SAME, MARKS, SLIP = 0, 1, 4


def words_of(text: str) -> list[str]:
    """The words of a name, as typed; dots, dashes and brackets part them."""
    return [word for word in re.split(r"[\s.,;:()\[\]“”\"'‘’/\\+\-–—_|]+", clean(text)) if word]


def bare(word: str) -> str:
    """The word in small letters without any mark."""
    return strip_marks(word).casefold()


def is_unmarked(text: str) -> bool:
    """True where somebody typed it without a single Vietnamese mark."""
    return strip_marks(text) == clean(text)


def skeletons(word: str) -> frozenset[str]:
    """The bare words that may be meant, were its marks left over as letters or digits."""
    plain = bare(word)
    if not is_unmarked(word):
        return frozenset({plain})
    digits_off = _VNI.sub("", plain)
    single = _TELEX_DOUBLE.sub(lambda double: double[0][0], digits_off).replace("w", "")
    toneless = _TELEX_TONE.sub(r"\1", single, count=1)
    return frozenset({plain, digits_off, single, toneless, toneless.replace("w", "u")})


def is_one_slip(typed: str, meant: str) -> bool:
    """True where one key more, fewer, other or exchanged with its neighbour parts two bare words.

    >>> is_one_slip("hahn", "hanh"), is_one_slip("gang", "giang"), is_one_slip("lan", "long")
    (True, True, False)
    """
    if typed == meant or abs(len(typed) - len(meant)) > 1:
        return False
    start = next((n for n, (a, b) in enumerate(zip(typed, meant, strict=False)) if a != b), None)
    if start is None:
        return True
    rest, other = typed[start:], meant[start:]
    return (
        rest[1:] == other[1:]
        or rest[1:] == other
        or rest == other[1:]
        or (rest[1::-1] == other[:2] and rest[2:] == other[2:])
    )


def cost_of_word(typed: str, meant: str, unmarked: bool) -> int | None:
    """SAME, MARKS or SLIP: how far a typed word is from the one meant; None where it is another.

    In a text without any mark (`unmarked`) their absence tells nothing.
    """
    if fold(typed) == fold(meant):
        return SAME
    plain = bare(meant)
    if bare(typed) == plain:
        return SAME if unmarked else MARKS
    if plain in skeletons(typed):
        return MARKS
    return SLIP if any(is_one_slip(one, plain) for one in skeletons(typed)) else None


def shared_words(names: Iterable[str], form: Callable[[str], str] = bare) -> frozenset[str]:
    """The words that tell nobody apart: those that a third of the names have, and three.

    In the form in which words are to be compared: bare, or folded with their marks.
    """
    all_names = [{form(word) for word in words_of(name)} for name in names]
    counts = Counter(word for words in all_names for word in words)
    most = max(3, len(all_names) / 3)
    return frozenset(word for word, count in counts.items() if count >= most)
