"""JSON that somebody else wrote: read whole and unambiguous, or not at all."""

import json
from collections.abc import Iterable
from typing import Any, NoReturn


def read_strict_json(content: bytes, largest: int) -> Any:
    """The value. Raises ValueError, and nothing else.

    Refused besides what is no JSON: more than `largest` bytes, other encodings than UTF-8, a key
    twice in one object (each reader takes another), NaN and Infinity, nesting without end.
    """
    if len(content) > largest:
        raise ValueError(f"more than {largest} bytes")
    try:
        return json.loads(
            content.decode("utf-8"), object_pairs_hook=_each_once, parse_constant=_no_number
        )
    except RecursionError:
        raise ValueError("nested too deeply") from None


def _each_once(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    pairs = list(pairs)
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _no_number(word: str) -> NoReturn:
    raise ValueError(f"{word} is no number")
