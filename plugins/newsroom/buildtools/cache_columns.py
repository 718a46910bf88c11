"""Rows of one kind, kept column by column: what thousands say alike is read and held once."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from .cache_forms import CacheForm, Damaged

T = TypeVar("T")
# A byte tells which of its values a row has; a column of more is kept as it is.
_MOST = 256
_Column = tuple[tuple[Any, ...], bytes]


class ColumnForm(CacheForm[dict[str, T]]):
    """The form of a mapping whose rows are cut into columns of these `types`.

    `part` gives the parts of a row, `join` the rows of such columns. Each column is its different
    values, and a byte a row that tells which; without these bytes there is a value for each row.
    """

    def __init__(
        self,
        types: Sequence[Any],
        part: Callable[[T], Iterable[Any]],
        join: Callable[[Sequence[Sequence[Any]]], Iterable[T]],
    ) -> None:
        kept = [tuple[str, ...], *map(_column_of, types)]
        self._kept = CacheForm[tuple[Any, ...]](tuple.__class_getitem__(tuple(kept)))
        self._part, self._join, self._width = part, join, len(types)

    def packed(self, value: dict[str, T], place: str) -> bytes:
        rows = zip(*map(self._part, value.values()), strict=True)
        columns = [*map(_column, rows)] or [((), b"")] * self._width
        return self._kept.packed((tuple(value), *columns), place)

    def unpacked(self, content: object, place: str) -> dict[str, T]:
        keys, *columns = self._kept.unpacked(content, place)
        try:
            whole = [_whole(column, len(keys)) for column in columns]
        except IndexError as error:
            raise Damaged(place) from error
        found = dict(zip(keys, self._join(whole), strict=True)) if keys else {}
        if len(found) != len(keys):
            raise Damaged(f"{place}: a key stands twice")
        return found


def _column_of(kind: Any) -> Any:
    """The type of a column of such values."""
    return tuple.__class_getitem__((tuple.__class_getitem__((kind, ...)), bytes))


def _column(values: Sequence[Any]) -> _Column:
    numbers: Mapping[Any, int] = {value: n for n, value in enumerate(dict.fromkeys(values))}
    if len(numbers) == len(values) or len(numbers) > _MOST:
        return tuple(values), b""
    return tuple(numbers), bytes(map(numbers.__getitem__, values))


def _whole(column: _Column, height: int) -> Sequence[Any]:
    values, numbers = column
    if len(numbers or values) != height:
        raise IndexError("a row too many or too few")
    if not numbers:
        return values
    # Most columns say nothing of any row.
    return values * height if len(values) == 1 else [*map(values.__getitem__, numbers)]
