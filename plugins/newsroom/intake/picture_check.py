"""Whether a picture can be shown at all. How it is shown is decided where pages are made."""

import io
import warnings

from PIL import Image

# Twice a 50-megapixel phone picture; more is a bomb, or a scan nobody can see whole.
Image.MAX_IMAGE_PIXELS = 100_000_000


def is_sound_picture(content: bytes) -> bool:
    """Whether the bytes decode to the last line. JPEGs are decoded small, which is quick."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content)) as picture:
                picture.draft("RGB", (256, 256))
                picture.load()
    except MemoryError:
        raise
    except Exception:
        # Decoders raise nearly everything: TypeError, struct.error, SyntaxError and more.
        return False
    return True
