"""The forms of what is kept between builds. What is not of its form is damaged, and made anew.

A cache is a claim: it may be of another machine, cut short, or written by somebody who means harm.
So each kind of value is declared with its type, and MessagePack is read against that type by
msgspec, in one step: numbers, texts, bytes, days and the values of our own classes, never code.
"""

import zlib
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from msgspec.msgpack import Decoder

T = TypeVar("T")
_CHECKSUM = 4


class Damaged(ValueError):
    """A value is not what was written, or nothing that we would write."""


class CacheForm(Generic[T]):
    """The form of kept values of one kind. `shape` is their type, as msgspec understands types."""

    def __init__(self, shape: Any) -> None:
        self._shape = shape

    @cached_property
    def _decoder(self) -> "Decoder[T]":
        # A hundredth of a second to import.
        from msgspec.msgpack import Decoder

        return Decoder(self._shape, dec_hook=_from_parts)

    def packed(self, value: T, place: str) -> bytes:
        """The value as bytes for that place of the cache, their checksum in front.

        Raises ValueError for what cannot be kept: half a character, a number beyond 64 bits.
        """
        from msgspec.msgpack import encode

        try:
            content = encode(value, enc_hook=parts_of)
        except OverflowError as error:
            raise ValueError(str(error)) from error
        return _checksum(content, place) + content

    def unpacked(self, content: object, place: str) -> T:
        """The value of `packed`, if it was packed for that place. Raises Damaged."""
        from msgspec import MsgspecError

        if not isinstance(content, bytes) or not content.startswith(
            _checksum(memoryview(content)[_CHECKSUM:], place)
        ):
            raise Damaged(f"{place}: checksum")
        try:
            return self._decoder.decode(memoryview(content)[_CHECKSUM:])
        except (MsgspecError, ValueError, TypeError, RecursionError) as error:
            raise Damaged(f"{place}: {error}") from error


class CachedValue(CacheForm[T]):
    """A single value and its name in the cache."""

    def __init__(self, name: str, shape: Any) -> None:
        super().__init__(shape)
        self.name = name


class CachedTable(Generic[T]):
    """A mapping from texts, its name in the cache, and the type of its values.

    `is_sound` is asked about the whole mapping where a type cannot say all of it; `piece` is the
    form of a part of it, where its rows are not kept one by one.
    """

    def __init__(
        self,
        name: str,
        row: Any,
        is_sound: Callable[[Mapping[str, T]], bool] = lambda found: True,
        piece: CacheForm[dict[str, T]] | None = None,
    ) -> None:
        self.name, self._is_sound = name, is_sound
        self.piece: CacheForm[dict[str, T]] = piece or CacheForm(dict[str, row])

    def of(self, part: str) -> "CachedTable[T]":
        """The same form under a name of its own, for one of several."""
        return CachedTable[T](f"{self.name} {part}", None, self._is_sound, self.piece)

    def check(self, found: Mapping[str, T]) -> None:
        """Raises Damaged where the mapping is not sound."""
        try:
            is_sound = self._is_sound(found)
        except (ValueError, TypeError, LookupError) as error:
            raise Damaged(f"{self.name}: {error}") from error
        if not is_sound:
            raise Damaged(self.name)


def parts_of(value: Any) -> Any:
    """The parts of a value that is more than msgspec knows: its class tells them, and reads them.

    Its `kept_parts` are a tuple of plain values, which its classmethod `from_parts` takes.
    """
    if not hasattr(value, "kept_parts"):
        raise TypeError(f"{type(value)} cannot be kept")
    return value.kept_parts


def _from_parts(shape: Any, parts: Any) -> Any:
    return shape.from_parts(parts)


def _checksum(content: bytes | memoryview, place: str) -> bytes:
    begun = zlib.crc32(place.encode("utf-8", "surrogatepass"))
    return zlib.crc32(content, begun).to_bytes(_CHECKSUM, "big")
