"""A text that was handed in before: found among the articles there are."""

import re
from collections.abc import Iterable, Sequence

# Of the letters of a text, the part that makes it the same one, some words corrected since.
_SAME, _SHORTEST = 0.6, 15
_SENTENCES = re.compile(r"(?<=[.!?…])\s+")
_RUN = re.compile(r"\w+(?: \w+){3}")
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
    longest = sorted(wanted, key=len, reverse=True)[:3]
    # Most files are told apart by one look: some words in a row, no sign among them.
    runs = [run for one in sentences for run in _RUN.findall(one)]
    probes = [run.encode() for run in sorted(runs, key=len, reverse=True)[:8]]
    for name, content in articles:
        if not any(probe in content for probe in probes):
            continue
        text = _packed(content.decode("utf-8", errors="replace"))
        if not any(one in text for one in longest):
            continue
        if sum(len(one) for one in wanted if one in text) >= _SAME * letters:
            return name
    return ""


def _packed(text: str) -> str:
    return _SIGNS.sub("", text)
