"""Entries whose words are in an old encoding, or in UTF-8 that was read as something else."""

import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape

from ...domain.text.encodings.encoding_guess import encoding_of
from ..old_article import OldArticle

_TAGS = re.compile(r"<[^<>]*>")
# In letters: enough to be certain.
_LOOKED_AT = 3_000


def as_unicode(article: OldArticle) -> tuple[OldArticle, str]:
    """The entry as it was meant, and the name of the encoding it was in; empty where in none.

    Only what is beyond doubt is changed.
    """
    text = unescape(_TAGS.sub(" ", f"{article.title}\n{article.body[:_LOOKED_AT]}"))
    if text.isascii():
        return article, ""
    encoding = encoding_of(text)
    if encoding is None:
        return article, ""
    meant = _once(encoding.decode)
    return (
        replace(
            article,
            title=meant(article.title),
            summary=meant(article.summary),
            body=_in_html(article.body, meant),
            authors=tuple(map(meant, article.authors)),
            tags=tuple(map(meant, article.tags)),
            categories=tuple(replace(one, name=meant(one.name)) for one in article.categories),
        ),
        encoding.name,
    )


def _once(decode: Callable[[str], str]) -> Callable[[str], str]:
    """The same for words that may be ASCII, or right already."""

    def meant(words: str) -> str:
        if words.isascii() or (len(words) < _LOOKED_AT and _is_sound(words, decode)):
            return words
        return decode(words)

    return meant


def _is_sound(words: str, decode: Callable[[str], str]) -> bool:
    return "\ufffd" in decode(words)


def _in_html(html: str, meant: Callable[[str], str]) -> str:
    """The words between the tags as they were meant; addresses stay."""
    place, made = 0, []
    for tag in _TAGS.finditer(html):
        made += [meant(html[place : tag.start()]), tag[0]]
        place = tag.end()
    return "".join([*made, meant(html[place:])])
