"""Capitals of TCVN3: its fonts have none with a tone, but those of capitals only (.VnTimeH).

In a heading typed in capitals the letters with tones come out small: “TRườNG TIểU HọC”. What else
of the word or of the line is capital tells that they are too.
"""

import re

_WORD = re.compile(r"[^\W\d_]+")
_CAPITALS, _SMALL = re.compile(r"[A-Z]"), re.compile(r"[a-z]")


def with_even_capitals(text: str) -> str:
    """The text with letters with tones in capitals where the letters around them are.

    It has the length that it had.

    >>> with_even_capitals("TRườNG TIểU HọC\\nVề việc lập UBND xã")
    'TRƯỜNG TIỂU HỌC\\nVề việc lập UBND xã'
    """
    return "\n".join(map(_even, text.split("\n")))


def _even(line: str) -> str:
    if line.isascii() or not _CAPITALS.search(line):
        return line
    are_all = not _SMALL.search(line) and len(_CAPITALS.findall(line)) >= 4
    return _WORD.sub(lambda word: _raised(word[0], are_all), line)


def _raised(word: str, are_all: bool) -> str:
    is_alone = len(_CAPITALS.findall(word)) >= 2 and not _SMALL.search(word)
    if word.isascii() or not (are_all or is_alone):
        return word
    return "".join(upper if len(upper := letter.upper()) == 1 else letter for letter in word)
