"""Addresses typed as they are: where one ends, and where it leads."""

import re
from collections import Counter
from typing import NamedTuple

_NOT_IN = r"\s<>\"\x02\x03“”„«»`"
_NAME = r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
_FIND = re.compile(
    # What stands within a tag, or is a link already, is nobody's bare address.
    r"<[aA]\b[^<>]*>(?:(?!</?[aA]\b).)*+</[aA]\s*>|</?[a-zA-Z][^<>]*>"
    rf"|(?P<page>(?<![^\W_])(?:[hH][tT]{{2}}[pP][sS]?://|(?:www|Www|WWW)\.)"
    # Two with a comma between them are two.
    rf"(?:(?![,;](?:https?://|www\.))[^{_NOT_IN}])+)"
    r"|(?P<mail>(?<![\w.+/-])[A-Za-z0-9](?:[A-Za-z0-9._+-]*[A-Za-z0-9_])?@"
    rf"{_NAME}(?:\.{_NAME})+(?![\w@-]))",
    re.DOTALL,
)
PATTERN = _FIND.pattern
# What ends the sentence, or closes what was opened before the address.
_AFTER = ".,;:!?…'’‘*_~|–—。，、"
_PAIRS = {")": "(", "]": "[", "}": "{"}
_HOST = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)*\.?(?::\d+)?(?:[/?#]|$)", re.IGNORECASE)


class Address(NamedTuple):
    """An address as it was typed, and where the link leads."""

    words: str
    target: str


def address_in(found: re.Match[str]) -> Address | None:
    """The address of a match of PATTERN; None if it is none after all.

    >>> text = "(xem https://x.example/a_(b))."
    >>> address_in(next(_FIND.finditer(text)))
    Address(words='https://x.example/a_(b)', target='https://x.example/a_(b)')
    """
    if mail := found["mail"]:
        return Address(mail, f"mailto:{mail}")
    if not found["page"]:
        return None
    words = _trimmed(found["page"])
    if not _HOST.match(words):
        return None
    scheme, colon, rest = words.partition("://")
    if not colon:
        return Address(words, f"http://{words}") if words.count(".") > 1 else None
    return Address(words, f"{scheme.lower()}://{rest}")


def _trimmed(words: str) -> str:
    end = len(words)
    left = Counter(sign for sign in words if sign in "()[]{}")
    while end:
        last = words[end - 1]
        opener = _PAIRS.get(last)
        if not (last in _AFTER or (opener and left[last] > left[opener])):
            break
        left[last] -= 1
        end -= 1
    return words[:end]
