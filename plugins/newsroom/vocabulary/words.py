"""Word lists: a meaning, and the words by which people type and read it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from ..domain.text.vietnamese import fold_key

T = TypeVar("T")

Words = Mapping[T, tuple[str, ...]]

YES_NO: Words[bool] = {
    True: ("có", "bắt buộc", "yes", "true"),
    False: ("không", "không bắt buộc", "no", "false"),
}


def lookup(words: Words[T], text: str) -> T | None:
    """The meaning of the text by one of these word lists; None for an unknown word."""
    key = fold_key(text)
    return next((m for m, forms in words.items() if key in map(fold_key, forms)), None)


def shown(words: Words[T], meaning: T) -> str:
    """The word by which we show a meaning."""
    return words[meaning][0]


def all_words(words: Words[T]) -> Iterable[str]:
    return (form for forms in words.values() for form in forms)


def asked_in_words(names: Sequence[str]) -> str:
    """Có phải là “A” hay “B”? Nothing where no name is near."""
    return f"Có phải là {' hay '.join(f'“{name}”' for name in names)}?" if names else ""
