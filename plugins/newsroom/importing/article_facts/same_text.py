"""A text that was handed in before: found among the articles there are."""

import re
from collections.abc import Iterable, Sequence

# Of the letters of a text, the part that makes it the same one, some words corrected since.
_SAME, _SHORTEST = 0.6, 15
_SENTENCES = re.compile(r"(?<=[.!?…])\s+")
_SIGNS = re.compile(r"[\\*_#>\[\]()`~|\s]+")


def same_text(paragraphs: Sequence[str], articles: Iterable[tuple[str, bytes]]) -> str:
    """The first article, by its name, that has most of these sentences; empty where none has.

    Signs of Markdown and blanks do not count.
    """
    sentences = [one for words in paragraphs for one in _SENTENCES.split(words)]
    wanted = [one for one in map(_packed, sentences) if len(one) > _SHORTEST]
    if not wanted:
        return ""
    letters = sum(map(len, wanted))
    # Most files are told apart by one look.
    longest = sorted(wanted, key=len, reverse=True)[:3]
    probes = [max(re.findall(r"\w+", one), key=len, default="") for one in paragraphs]
    probe = max(probes, key=len, default="").encode()
    for name, content in articles:
        if probe not in content:
            continue
        text = _packed(content.decode("utf-8", errors="replace"))
        if not any(one in text for one in longest):
            continue
        if sum(len(one) for one in wanted if one in text) >= _SAME * letters:
            return name
    return ""


def _packed(text: str) -> str:
    return _SIGNS.sub("", text)
