"""Taking out of a video what is neither picture nor sound, without making either anew.

A plan names the bytes that go; all others stay where they are, so no address inside the file has
to be mended. Only headers are held in memory. See docs/decisions/0018-videos-and-attachments.md.
"""

from collections.abc import Iterable, Iterator
from typing import IO

from .stripping_plan import MediaFault, StrippingPlan, Unusable

# The endings of what can be stripped.
STRIPPED = (".mp4", ".webm", ".mp3")
_BLOCK = 1 << 20
_NOTHING = bytes(_BLOCK)


def plan_of(file: IO[bytes], ending: str) -> StrippingPlan:
    """The plan for a video or sound file with that ending (`.mp4`). Raises Unusable."""
    from .mp3 import plan_of_mp3
    from .mp4 import plan_of_mp4
    from .webm import EBML, plan_of_webm

    size = file.seek(0, 2)
    file.seek(0)
    head = file.read(12)
    if not size:
        raise Unusable(MediaFault.EMPTY)
    if ending == ".mp3":
        return plan_of_mp3(file, size)
    found = ".webm" if head[:4] == EBML else ".mp4" if head[4:8] == b"ftyp" else ""
    if not found:
        raise Unusable(MediaFault.NO_VIDEO)
    if found != ending:
        raise Unusable(MediaFault.OTHER_KIND)
    return plan_of_webm(file, size) if found == ".webm" else plan_of_mp4(file, size)


def fault_of(file: IO[bytes], ending: str) -> MediaFault | None:
    """The fault of a video or sound file; None where it can be shown."""
    try:
        plan_of(file, ending)
    except Unusable as unusable:
        return unusable.fault
    return None


def write_stripped(source: IO[bytes], target: IO[bytes], ending: str) -> None:
    """Copy a video to a file that can be sought in, without what is to go. Raises Unusable."""
    plan = plan_of(source, ending)
    source.seek(plan.start)
    _copy(source, target, plan.end - plan.start)
    for first, last in plan.blanks:
        target.seek(first - plan.start)
        for size in _blocks(last - first):
            target.write(_NOTHING[:size])
    for place, word in plan.words:
        target.seek(place - plan.start)
        target.write(word)


def is_stripped(file: IO[bytes], ending: str) -> bool:
    """True where there is nothing in a video that would have to go. Raises Unusable."""
    plan = plan_of(file, ending)
    if plan.start or plan.end != file.seek(0, 2):
        return False
    return all(_is(file, place, (word,)) for place, word in plan.words) and all(
        _is(file, first, (_NOTHING[:size] for size in _blocks(last - first)))
        for first, last in plan.blanks
    )


def _is(file: IO[bytes], place: int, words: Iterable[bytes]) -> bool:
    file.seek(place)
    return all(file.read(len(word)) == word for word in words)


def _blocks(size: int) -> Iterator[int]:
    while size > 0:
        yield min(size, _BLOCK)
        size -= _BLOCK


def _copy(source: IO[bytes], target: IO[bytes], size: int) -> None:
    for part in _blocks(size):
        target.write(source.read(part))
