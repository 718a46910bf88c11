"""Photos that leave the school: upright, whole, and silent about where they were taken."""

import io

import pytest
from PIL import Image

from newsroom.exports.packages.clean_image import clean_picture


def photo(form="JPEG", size=(300, 200), **how):
    out = io.BytesIO()
    Image.new("RGB", size, "green").save(out, form, **how)
    return out.getvalue()


def test_a_photo_held_sideways_stands_upright_and_says_nothing():
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = 6, "Nhà em Lan"

    made = Image.open(io.BytesIO(clean_picture(photo(exif=exif))))

    assert made.size == (200, 300)
    assert not made.getexif()


@pytest.mark.parametrize("form", ["PNG", "WEBP"])
def test_whatever_comes_in_a_jpeg_goes_out_whole(form):
    made = Image.open(io.BytesIO(clean_picture(photo(form, (301, 97)))))

    assert (made.format, made.size) == ("JPEG", (301, 97))


def test_a_large_one_is_made_smaller():
    assert Image.open(io.BytesIO(clean_picture(photo(size=(900, 300)), 300))).size == (300, 100)


@pytest.mark.parametrize("content", [b"", b"no picture", photo()[:300]])
def test_what_cannot_be_decoded_is_left_out(content):
    assert clean_picture(content) is None
