"""The forms in which a picture goes out, and their sizes."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from .image_file import Look

# The longer sides, in pixels, in which a picture can go out.
SIDES = (320, 480, 960, 1600)
SHARED_WIDTH, SHARED_HEIGHT = 1200, 630


class Rendition(NamedTuple):
    """One form in which a picture goes out, with its size. Shared ones are JPEGs cut to size."""

    width: int
    height: int
    is_shared: bool = False

    @property
    def tag(self) -> str:
        """The ending that tells it from other copies of the same picture: `960.webp`."""
        return f"{self.width}.jpg" if self.is_shared else f"{self.width}.webp"


@cache
def copies(seen: Look, sides: Sequence[int] = SIDES) -> tuple[Rendition, ...]:
    """Copies with these longer sides (of SIDES), smallest first, none larger than the picture.

    The largest is always among them; a side that is nearly its own is left out.
    """
    whole = max(seen.width, seen.height)
    largest = min(SIDES[-1], whole)
    return tuple(
        Rendition(
            max(1, round(seen.width * side / whole)), max(1, round(seen.height * side / whole))
        )
        for side in (*(side for side in SIDES if side in sides and side < 0.85 * largest), largest)
    )


def shared_rendition(seen: Look) -> Rendition:
    """The copy that other sites show beside a link: 1200 by 630, or smaller in that shape."""
    largest = copies(seen)[-1]
    scale = min(1.0, largest.width / SHARED_WIDTH, largest.height / SHARED_HEIGHT)
    return Rendition(
        max(1, round(SHARED_WIDTH * scale)), max(1, round(SHARED_HEIGHT * scale)), is_shared=True
    )
