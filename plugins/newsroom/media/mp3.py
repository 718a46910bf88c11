"""The parts of an MP3 file that go: what is written before the sound and behind it."""

from typing import IO

from .stripping_plan import MediaFault, StrippingPlan, Unusable

_FAR_ENOUGH = 8192


def plan_of_mp3(file: IO[bytes], size: int) -> StrippingPlan:
    """Cuts off what ID3 (versions 1 and 2), APE and Lyrics3 write. Raises Unusable."""
    start, end = 0, size
    while (head := _read(file, start, 10))[:3] == b"ID3" and len(head) == 10:
        # Seven bits a byte count; a footer is as long as the header.
        length = sum((byte & 127) << shift for byte, shift in zip(head[6:], (21, 14, 7, 0),
                                                                  strict=True))  # fmt: skip
        start += 10 + length + (10 if head[5] & 16 else 0)
        if start > size:
            raise Unusable(MediaFault.TORN)
    while True:
        before = end
        if _read(file, end - 128, 3) == b"TAG":
            end -= 128
        foot = _read(file, end - 32, 32)
        if foot[:8] == b"APETAGEX":
            end -= int.from_bytes(foot[12:16], "little") + (32 if foot[23] & 128 else 0)
        foot = _read(file, end - 15, 15)
        if foot[6:] == b"LYRICS200" and foot[:6].isdigit():
            end -= int(foot[:6]) + 15
        if end == before or end <= start:
            break
    sound = _read(file, start, _FAR_ENOUGH)
    silence = len(sound) - len(sound.lstrip(b"\0"))
    begins = sound[silence : silence + 2]
    if end <= start or len(begins) < 2 or begins[0] != 0xFF or begins[1] & 0xE6 not in _LAYERS:
        raise Unusable(MediaFault.NO_VIDEO)
    return StrippingPlan(start, end)


# Eleven bits that are set, then the version, then the layer: 3, or 2 and 1 of old.
_LAYERS = (0xE2, 0xE4, 0xE6)


def _read(file: IO[bytes], at: int, size: int) -> bytes:
    if at < 0:
        return b""
    file.seek(at)
    return file.read(size)
