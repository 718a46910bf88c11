"""A picture for others: the picture itself, and nothing that a camera wrote beside it."""

import io

WIDEST = 2400


def clean_picture(content: bytes) -> bytes | None:
    """The picture as JPEG, upright and without metadata; None where it cannot be decoded."""
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(content)) as opened:
            upright = ImageOps.exif_transpose(opened).convert("RGBA")
    except MemoryError:
        raise
    except Exception:
        # Decoders raise nearly everything; `check` has told the writer.
        return None
    upright.thumbnail((WIDEST, WIDEST), Image.Resampling.LANCZOS)
    # A new image has no metadata: camera GPS would tell where the children were.
    clean = Image.new("RGB", upright.size, "white")
    clean.paste(upright, mask=upright.getchannel("A"))
    out = io.BytesIO()
    clean.save(out, "JPEG", quality=90, optimize=True)
    return out.getvalue()


def thumbnail(content: bytes, widest: int) -> bytes | None:
    """A small one, for a sheet of paper."""
    from PIL import Image

    clean = clean_picture(content)
    if clean is None:
        return None
    with Image.open(io.BytesIO(clean)) as opened:
        opened.thumbnail((widest, widest), Image.Resampling.LANCZOS)
        out = io.BytesIO()
        opened.save(out, "JPEG", quality=82, optimize=True)
    return out.getvalue()
