"""The traces that cameras and programs write into a picture besides it, and taking them out.

For pictures that lie in other files and must stay what they are: nothing is decoded or made anew.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

_GPS, _ORIENTATION = 0x8825, 0x0112
_JPEG, _PNG = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"
_EXIF = b"Exif\0\0"
# Text, EXIF and the day of the last change.
_TOLD_IN_PNG = frozenset({b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"})
_TOLD_IN_WEBP = frozenset({b"EXIF", b"XMP "})


class PictureTraces(NamedTuple):
    """The traces of a picture, besides the picture itself: a place, or anything else."""

    has_place: bool = False
    has_other: bool = False


def traces_of_picture(content: bytes) -> PictureTraces:
    """Never raises; a file that is no picture tells nothing."""
    told = [part for part, is_told in _parts(content) if is_told]
    if content[:2] in (b"II", b"MM") and content[2:4] in (b"*\0", b"\0*"):
        # A TIFF is one block of tags itself, of which the picture is one.
        return PictureTraces(has_place=_GPS in _tags(content))
    place = any(_tells_a_place(part) for part in told)
    return PictureTraces(place, any(not _is_plain(part) for part in told))


def without_traces(content: bytes) -> bytes:
    """A JPEG, PNG or WebP picture without them; of a JPEG it stays how the camera was held."""
    if not any(is_told for _, is_told in _parts(content)):
        return content
    kept = [part for part, is_told in _parts(content) if not is_told]
    if content.startswith(_JPEG):
        turned = next((t for part, told in _parts(content) if told and (t := _turned(part))), 1)
        if turned != 1:
            kept.insert(1, _upright_note(turned))
    made = b"".join(kept)
    if content[:4] == b"RIFF":
        made = made[:4] + (len(made) - 8).to_bytes(4, "little") + made[8:]
        if made[12:16] == b"VP8X":
            # The flags of EXIF and XMP, which are no more.
            made = made[:20] + bytes([made[20] & ~0x0C]) + made[21:]
    return made


def _parts(content: bytes) -> Iterator[tuple[bytes, bool]]:
    """A picture in parts, which make it up again, and of each whether it tells something."""
    if content.startswith(_JPEG):
        yield from _segments(content)
    elif content.startswith(_PNG):
        yield from _chunks(content, 8, _TOLD_IN_PNG, is_png=True)
    elif content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        yield from _chunks(content, 12, _TOLD_IN_WEBP, is_png=False)
    else:
        yield content, False


def _segments(content: bytes) -> Iterator[tuple[bytes, bool]]:
    yield content[:2], False
    at = 2
    while content[at : at + 1] == b"\xff" and at + 4 <= len(content):
        kind = content[at + 1]
        if kind == 0xDA:
            break
        size = 2 + int.from_bytes(content[at + 2 : at + 4], "big")
        # APP0 and APP14 say how to decode, APP2 which colours; COM is a comment.
        yield content[at : at + size], kind == 0xFE or (0xE1 <= kind <= 0xEF and kind not in
                                                        (0xE2, 0xEE))  # fmt: skip
        at += size
    # Phones append videos and second pictures behind the end.
    end = content.rfind(b"\xff\xd9")
    rest = content[at : end + 2] if end > at else content[at:]
    yield rest, False
    if end > at and content[end + 2 :]:
        yield content[end + 2 :], True


def _chunks(
    content: bytes, at: int, told: frozenset[bytes], *, is_png: bool
) -> Iterator[tuple[bytes, bool]]:
    yield content[:at], False
    while at + 8 <= len(content):
        if is_png:
            size, kind = int.from_bytes(content[at : at + 4], "big") + 12, content[at + 4 : at + 8]
        else:
            length = int.from_bytes(content[at + 4 : at + 8], "little")
            size, kind = 8 + length + length % 2, content[at : at + 4]
        yield content[at : at + size], kind in told
        at += size
        if kind == b"IEND":
            break
    if content[at:]:
        yield content[at:], is_png


def _tells_a_place(part: bytes) -> bool:
    if b"GPSL" in part or b"exif:GPS" in part:
        return True
    at = part.find(_EXIF)
    block = part[at + 6 :] if at >= 0 else part[8:]
    return _GPS in _tags(block)


def _is_plain(part: bytes) -> bool:
    """True where a part is what `without_traces` itself writes."""
    return part.startswith(b"\xff\xe1") and _tags(part[10:]).keys() == {_ORIENTATION}


def _turned(part: bytes) -> int:
    at = part.find(_EXIF)
    said = _tags(part[at + 6 :]).get(_ORIENTATION, 1) if at >= 0 else 1
    return said if 1 <= said <= 8 else 1


def _tags(block: bytes) -> dict[int, int]:
    """The tags of the first directory of EXIF with the first two bytes of each value."""
    if block[:2] not in (b"II", b"MM"):
        return {}
    order: Literal["little", "big"] = "little" if block[:2] == b"II" else "big"
    at = int.from_bytes(block[4:8], order)
    count = int.from_bytes(block[at : at + 2], order)
    entries = (block[at + 2 + 12 * n : at + 14 + 12 * n] for n in range(min(count, 500)))
    return {
        int.from_bytes(entry[:2], order): int.from_bytes(entry[8:10], order)
        for entry in entries
        if len(entry) == 12
    }


def _upright_note(turned: int) -> bytes:
    """EXIF that says nothing but how the camera was held."""
    block = b"MM\0*\0\0\0\x08\0\1\x01\x12\0\3\0\0\0\1" + bytes([0, turned, 0, 0]) + bytes(4)
    return b"\xff\xe1" + (len(block) + 8).to_bytes(2, "big") + _EXIF + block
