"""Rows of one kind, kept column by column: what thousands say alike is read and held once."""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from functools import cache
from itertools import repeat
from typing import Any, TypeVar, get_type_hints

from .cache_forms import CacheForm, Damaged, parts_of

T = TypeVar("T")
# A byte tells which of its values a row has; a column of more is kept as it is.
_MOST = 256
_Column = tuple[tuple[Any, ...], bytes]


class ColumnForm(CacheForm[dict[str, T]]):
    """The form of a mapping whose rows are cut into columns, one a field.

    `row` is a dataclass with slots; a field of it whose name is `inner` is such a value too, and
    cut up itself. The types of the fields are the types of the columns. Each column is its
    different values, and a byte a row that tells which; without these bytes there is a value for
    each row. Values are alike where they are written alike: that two compare as equal says less.
    """

    def __init__(self, row: type[T], inner: str = "") -> None:
        self._row, self._inner = row, inner
        self._own = [name for name in _types_of(row) if name != inner]
        types = _types_of(row)
        self._parts: Mapping[str, Any] = _types_of(types[inner]) if inner else {}
        self._inner_row = types.get(inner)
        columns = [*map(types.__getitem__, self._own), *self._parts.values()]
        self._width = len(columns)
        kept = (tuple[str, ...], *map(_column_of, columns))
        self._kept = CacheForm[tuple[Any, ...]](tuple.__class_getitem__(kept))

    def packed(self, value: dict[str, T], place: str) -> bytes:
        from msgspec import Raw
        from msgspec.msgpack import Encoder

        encode = Encoder(enc_hook=parts_of).encode
        rows = [*value.values()]
        whole = [getattr(row, self._inner) for row in rows] if self._inner else []
        columns = [_column([encode(getattr(row, name)) for row in rows], Raw) for name in self._own]
        columns += [
            _column([encode(getattr(row, name)) for row in whole], Raw) for name in self._parts
        ]
        if not rows:
            columns = [((), b"")] * self._width
        return self._kept.packed((tuple(value), *columns), place)

    def unpacked(self, content: object, place: str) -> dict[str, T]:
        keys, *columns = self._kept.unpacked(content, place)
        try:
            whole = [_whole(column, len(keys)) for column in columns]
        except IndexError as error:
            raise Damaged(place) from error
        found = dict(zip(keys, self._rows(whole, len(keys)), strict=True))
        if len(found) != len(keys):
            raise Damaged(f"{place}: a key stands twice")
        return found

    def _rows(self, columns: Sequence[Sequence[Any]], height: int) -> list[T]:
        own = dict(zip(self._own, columns, strict=False))
        if self._inner:
            parts = dict(zip(self._parts, columns[len(self._own) :], strict=True))
            own[self._inner] = _joined(self._inner_row, parts, height)
        return _joined(self._row, own, height)


def _types_of(row: Any) -> dict[str, Any]:
    """The types of the fields of a dataclass, all of which a caller gives."""
    hints = get_type_hints(row)
    if hasattr(row, "__post_init__") or not hasattr(row, "__slots__"):
        raise TypeError(f"{row} cannot be put together from columns")
    return {field.name: hints[field.name] for field in fields(row)}


def _joined(row: Any, columns: Mapping[str, Sequence[Any]], height: int) -> list[Any]:
    """A value for each line of the columns. Set by the slots: twice as fast as by its function."""
    made = [*map(object.__new__, repeat(row, height))]
    for name, column in columns.items():
        _run(map(_setter(row, name), made, column))
    return made


# Without a step of Python for each value.
_run = deque[Any](maxlen=0).extend


@cache
def _setter(row: Any, name: str) -> Callable[[Any, Any], None]:
    setter: Callable[[Any, Any], None] = getattr(row, name).__set__
    return setter


def _column_of(kind: Any) -> Any:
    """The type of a column of such values."""
    return tuple.__class_getitem__((tuple.__class_getitem__((kind, ...)), bytes))


def _column(values: Sequence[bytes], raw: Any) -> _Column:
    """The column of values that are encoded already."""
    numbers: Mapping[bytes, int] = {value: n for n, value in enumerate(dict.fromkeys(values))}
    if len(numbers) == len(values) or len(numbers) > _MOST:
        return tuple(map(raw, values)), b""
    return tuple(map(raw, numbers)), bytes(map(numbers.__getitem__, values))


def _whole(column: _Column, height: int) -> Sequence[Any]:
    values, numbers = column
    if len(numbers or values) != height:
        raise IndexError("a row too many or too few")
    if not numbers:
        return values
    # Most columns say nothing of any row.
    return values * height if len(values) == 1 else [*map(values.__getitem__, numbers)]
