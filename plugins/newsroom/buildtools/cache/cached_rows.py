"""A mapping that is kept in pieces, so that a small change writes little."""

import zlib
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

T = TypeVar("T")
PIECES = 64


class CachedRows(dict[str, T]):
    """A mapping of which only those pieces are written that changed.

    A dict, so that asking it thousands of times costs nothing; whatever changes it goes through
    the methods below.
    """

    def __init__(self, pieces: Iterable[tuple[int, dict[str, T]]]) -> None:
        self._pieces = dict(pieces)
        for piece in self._pieces.values():
            super().update(piece)
        self._touched: set[int] = set()

    def __setitem__(self, key: str, value: T) -> None:
        super().__setitem__(key, value)
        self._piece_of(key)[key] = value

    def update(self, *given: Any, **named: Any) -> None:
        # The dict's own would not tell the pieces, and what was made would be made again.
        for key, value in dict(*given, **named).items():
            self[key] = value

    def __delitem__(self, key: str) -> None:
        super().__delitem__(key)
        del self._piece_of(key)[key]

    def clear(self) -> None:
        super().clear()
        self._touched.update(self._pieces)
        for piece in self._pieces.values():
            piece.clear()

    def _piece_of(self, key: str) -> dict[str, T]:
        number = zlib.crc32(key.encode("utf-8", "surrogatepass")) % PIECES
        self._touched.add(number)
        return self._pieces.setdefault(number, {})

    def changed(self) -> Iterator[tuple[int, dict[str, T]]]:
        """The pieces that hold something new or have lost something."""
        return ((number, self._pieces[number]) for number in sorted(self._touched))
