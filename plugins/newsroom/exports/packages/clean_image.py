"""A picture for others: the picture itself, and nothing that a camera wrote beside it."""

from ...images.image_file import look
from ...images.image_processing import render_renditions
from ...images.rendition import Rendition

LONGEST = 2400


def clean_picture(content: bytes, longest: int = LONGEST) -> bytes | None:
    """The picture as JPEG, upright and without metadata, its longer side at most that long.

    None where it cannot be decoded: `check` has told the writer.
    """
    seen = look(content)
    if seen.fault:
        return None
    scale = min(1.0, longest / max(seen.width, seen.height))
    size = max(1, round(seen.width * scale)), max(1, round(seen.height * scale))
    try:
        # A shared copy is a JPEG cut to its size; in the picture's own shape nothing is cut off.
        [(_, made)] = render_renditions(content, [Rendition(*size, is_shared=True)])
    except MemoryError:
        raise
    except Exception:
        # Decoders raise nearly everything.
        return None
    return made
