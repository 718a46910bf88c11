"""Pictures brought to eight bits a channel in sRGB, the colours of the web."""

import io
from typing import Any


def scalable(picture: Any) -> Any:
    """The first frame in a mode that can be scaled down."""
    mode = picture.mode
    if mode in ("I;16", "I", "F", "CMYK"):
        return picture
    if mode.startswith("I;16"):
        return picture.convert("I")
    if mode in ("LA", "La", "PA", "RGBA", "RGBa") or "transparency" in picture.info:
        return picture.convert("RGBA") if mode != "La" else picture.convert("LA").convert("RGBA")
    return picture if mode in ("L", "RGB") else picture.convert("L" if mode == "1" else "RGB")


def eight_bits(picture: Any) -> Any:
    """With eight bits a channel; sixteen fill their range, other numbers are stretched over it."""
    if picture.mode not in ("I;16", "I", "F"):
        return picture.convert("RGB") if picture.mode == "L" else picture
    low, high = picture.getextrema()
    if picture.mode != "F" and 0 <= low <= high <= 65535:
        low, high = 0, 255 if high < 256 else 65535
    scale = 255 / ((high - low) or 1)
    wide = picture if picture.mode == "F" else picture.convert("I")
    return wide.point(lambda value: value * scale - low * scale).convert("L").convert("RGB")


def in_srgb(picture: Any, profile: bytes | None) -> Any:
    """The picture in the colours of the web; a profile that makes no sense is passed over."""
    if profile:
        from PIL import ImageCms

        try:
            given = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            spaces = {"RGB": "RGB", "RGBA": "RGB", "CMYK": "CMYK"}
            fits = given.profile.xcolor_space.strip() == spaces[picture.mode]
            if fits and "sRGB" not in (given.profile.profile_description or ""):
                flat = picture.convert("RGB") if picture.mode == "RGBA" else picture
                made: Any = ImageCms.profileToProfile(
                    flat, given, ImageCms.createProfile("sRGB"), outputMode="RGB"
                )
                if picture.mode == "RGBA":
                    made.putalpha(picture.getchannel("A"))
                return made
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            pass
    return picture.convert("RGB") if picture.mode == "CMYK" else picture


def on_white(picture: Any) -> Any:
    from PIL import Image

    if picture.mode != "RGBA":
        return picture
    white = Image.new("RGB", picture.size, "white")
    white.paste(picture, mask=picture.getchannel("A"))
    return white
