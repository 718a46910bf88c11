"""Pictures of every kind come out upright, in sRGB, small, and with nothing but the picture."""

import io
import itertools
import shutil
import struct
import subprocess
import threading
import warnings
import zlib

import pytest
from images.heic_sample import HEIC
from PIL import Image, ImageCms, PngImagePlugin

from newsroom.images import image_file as picture_file
from newsroom.images.image_file import ImageFault, Look, look
from newsroom.images.image_processing import render_renditions
from newsroom.images.render_jobs import Budget, Job, render_all
from newsroom.images.rendition import Rendition, copies, shared_rendition

RED, BLUE, GREEN, WHITE = (220, 30, 30), (30, 30, 220), (30, 180, 30), (240, 240, 240)
CORNERS = {"upper left": RED, "upper right": BLUE, "lower left": GREEN, "lower right": WHITE}
# What undoes each orientation, so that a picture made upright is stored as a camera stores it.
AS_STORED = {1: None, 2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}


def upright(size=(80, 60)):
    width, height = size
    image = Image.new("RGB", size, WHITE)
    image.paste(RED, (0, 0, width // 2, height // 2))
    image.paste(BLUE, (width // 2, 0, width, height // 2))
    image.paste(GREEN, (0, height // 2, width // 2, height))
    return image


def saved(image, form="JPEG", **how):
    out = io.BytesIO()
    image.save(out, form, **({"quality": 95} if form == "JPEG" else {}) | how)
    return out.getvalue()


def exif(orientation=1, **more):
    made = Image.Exif()
    made[0x0112] = orientation
    made[0x010E] = "BI-MAT"
    made.get_ifd(0x8825).update({1: "N", 2: (10.0, 46.0, 0.0), 3: "E", 4: (106.0, 40.0, 0.0)})
    return made


def developed(content, sides=(480,), with_shared=False):
    seen = look(content)
    assert not seen.fault
    wanted = (*copies(seen, sides), *((shared_rendition(seen),) if with_shared else ()))
    return dict(render_renditions(content, wanted))


def one(content):
    *_, made = developed(content).values()
    return Image.open(io.BytesIO(made))


def corners(picture):
    picture = picture.convert("RGB")
    width, height = picture.size
    near, far_x, far_y = 5, width - 6, height - 6
    places = [(near, near), (far_x, near), (near, far_y), (far_x, far_y)]
    return dict(zip(CORNERS, (picture.getpixel(place) for place in places), strict=True))


def assert_upright(picture, slack=40):
    for name, colour in corners(picture).items():
        assert all(abs(a - b) < slack for a, b in zip(colour, CORNERS[name], strict=True)), name


@pytest.mark.parametrize("form", ["JPEG", "WEBP", "PNG", "TIFF", "AVIF"])
@pytest.mark.parametrize("orientation", AS_STORED)
def test_every_way_of_holding_the_camera_comes_out_upright(orientation, form):
    turn = AS_STORED[orientation]
    stored = upright() if turn is None else upright().transpose(turn)
    content = saved(stored, form, exif=exif(orientation))

    assert look(content)[:2] == (80, 60)
    picture = one(content)
    assert picture.size == (80, 60)
    assert_upright(picture)


@pytest.mark.parametrize("orientation", [0, 9, 255])
def test_an_orientation_that_does_not_exist_is_none(orientation):
    assert_upright(one(saved(upright(), exif=exif(orientation))))


def test_a_picture_of_an_iphone_is_turned_once():
    picture = one(HEIC).convert("RGB")

    assert picture.size == (48, 64)
    assert picture.getpixel((40, 5))[2] > 150
    assert picture.getpixel((5, 5))[0] > 150


def with_everything():
    """A JPEG with EXIF, GPS, a thumbnail, XMP, IPTC, a comment and a profile, each telling."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    plain = saved(
        upright((1300, 800)),
        exif=exif(),
        icc_profile=profile,
        comment=b"BI-MAT comment",
        xmp=b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>BI-MAT xmp</x:xmpmeta>",
    )
    iptc = b"Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00\x0b\x1c\x02\x78\x00\x06BI-MAT\x00"
    thumbnail = b"JFXX\x00\x10" + saved(upright((40, 30)), comment=b"BI-MAT thumb")
    segments = b"".join(
        struct.pack(">BBH", 0xFF, marker, len(words) + 2) + words
        for marker, words in ((0xED, iptc), (0xE0, thumbnail), (0xEC, b"BI-MAT maker note"))
    )
    return plain[:2] + segments + plain[2:]


def test_nothing_but_the_picture_comes_out(tmp_path):
    content = with_everything()
    assert content.count(b"BI-MAT") >= 6

    made = developed(content, (320, 480, 960, 1600), with_shared=True)

    assert [copy.tag for copy in made] == [
        "1200.jpg",
        "1300.webp",
        "960.webp",
        "480.webp",
        "320.webp",
    ]
    for copy, file in made.items():
        assert b"BI-MAT" not in file
        picture = Image.open(io.BytesIO(file))
        assert picture.size == (copy.width, copy.height)
        assert not dict(picture.getexif())
        assert set(picture.info) <= {
            *("jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"),
            *("loop", "background", "timestamp", "duration"),
        }
        (tmp_path / copy.tag).write_bytes(file)
    if tool := shutil.which("exiftool"):
        told = subprocess.run(
            [tool, "-a", "-G1", "-s", *(str(tmp_path / copy.tag) for copy in made)],
            capture_output=True, text=True, check=True,
        ).stdout  # fmt: skip
        groups = {line.split("]")[0][1:] for line in told.splitlines() if line.startswith("[")}
        assert groups <= {"ExifTool", "System", "File", "JFIF", "RIFF", "Composite"}


def test_colours_of_a_wide_profile_become_those_of_the_web():
    lab = ImageCms.createProfile("LAB")
    srgb = ImageCms.createProfile("sRGB")
    # A profile with red and blue changed about: what is read through it must change too.
    swapped = bytearray(ImageCms.ImageCmsProfile(srgb).tobytes())
    for a, b in ((b"rXYZ", b"bXYZ"),):
        first, second = swapped.index(a), swapped.index(b)
        swapped[first : first + 4], swapped[second : second + 4] = b, a
    at = swapped.index(b"s\x00R\x00G\x00B") if b"s\x00R\x00G\x00B" in swapped else None
    if at:
        swapped[at : at + 6] = b"x\x00Y\x00Z\x00"[:6]
    plain = Image.new("RGB", (40, 40), (200, 40, 40))

    read = one(saved(plain, icc_profile=bytes(swapped))).convert("RGB").getpixel((20, 20))
    nonsense = one(saved(plain, icc_profile=b"no profile")).convert("RGB").getpixel((20, 20))
    foreign = one(saved(plain, icc_profile=ImageCms.ImageCmsProfile(lab).tobytes()))

    assert read[2] > 150 > read[0]
    assert nonsense[0] > 180 > nonsense[2]
    assert foreign.convert("RGB").getpixel((20, 20))[0] > 180


def deep(form="PNG"):
    wide = Image.new("I;16", (80, 60))
    for x, y in itertools.product(range(80), range(60)):
        wide.putpixel((x, y), x * 800)
    return saved(wide, form)


def animated(form):
    frames = [upright(), Image.new("RGB", (80, 60), BLUE)]
    return saved(frames[0], form, save_all=True, append_images=frames[1:], duration=100)


MODES = {
    "CMYK JPEG": saved(upright().convert("CMYK")),
    "CMYK TIFF": saved(upright().convert("CMYK"), "TIFF"),
    "palette PNG": saved(upright().quantize(16), "PNG"),
    "palette GIF": saved(upright().quantize(16), "GIF"),
    "PNG named as it likes": saved(upright(), "PNG"),
    "BMP": saved(upright(), "BMP"),
    "progressive JPEG": saved(upright(), progressive=True),
    "RGBA": saved(upright().convert("RGBA"), "PNG"),
    "YCbCr TIFF": saved(upright().convert("YCbCr"), "TIFF"),
    "animated GIF": animated("GIF"),
    "animated WebP": animated("WEBP"),
    "animated PNG": animated("PNG"),
}


@pytest.mark.parametrize("mode", MODES)
def test_every_mode_is_made_right_and_of_an_animation_the_first_frame(mode):
    picture = one(MODES[mode])

    assert getattr(picture, "n_frames", 1) == 1
    assert_upright(picture, slack=60)


@pytest.mark.parametrize("form", ["PNG", "TIFF"])
def test_sixteen_bits_keep_their_shades(form):
    picture = one(deep(form)).convert("L")

    shades = [picture.getpixel((x, 30)) for x in (5, 40, 75)]
    assert shades == sorted(shades)
    assert 5 < shades[0] < 30
    assert 110 < shades[1] < 140
    assert shades[2] > 220


@pytest.mark.parametrize("mode", ["1", "L", "LA", "F", "I"])
def test_grey_pictures_are_made(mode):
    picture = one(saved(upright().convert("L").convert(mode), "PNG" if mode in "1LA" else "TIFF"))

    assert corners(picture)["lower right"][0] > 200


def test_what_is_clear_stays_clear_and_is_white_where_it_cannot():
    clear = Image.new("RGBA", (1200, 700), (0, 0, 0, 0))
    clear.paste((*RED, 255), (0, 0, 600, 350))

    made = developed(saved(clear, "PNG"), with_shared=True)

    webp = next(Image.open(io.BytesIO(f)) for c, f in made.items() if not c.is_shared)
    jpeg = next(Image.open(io.BytesIO(f)) for c, f in made.items() if c.is_shared)
    assert webp.mode == "RGBA"
    assert webp.getpixel((webp.width - 5, webp.height - 5))[3] == 0
    assert jpeg.getpixel((jpeg.width - 5, jpeg.height - 5)) == (255, 255, 255)


def test_a_panorama_of_twenty_thousand_points_is_made():
    content = saved(Image.new("RGB", (20_000, 3_000), RED), quality=50)

    made = developed(content, (480, 1600))

    assert [(c.width, c.height) for c in made] == [(1600, 240), (480, 72)]


def bomb():
    """A PNG of a few hundred bytes that says it is 50,000 points each way."""
    head = struct.pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + PngChunk(b"IHDR", head) + PngChunk(b"IDAT", b"x") + PngChunk(b"IEND")
    )


def PngChunk(name, words=b""):  # noqa: N802
    out = io.BytesIO()
    PngImagePlugin.putchunk(out, name, words)
    return out.getvalue()


def broken_inside(*, has_sound_checksum=True):
    whole = bytearray(saved(upright((400, 300)), "PNG"))
    start = whole.index(b"IDAT")
    whole[start + 20 : start + 60] = b"\xff" * 40
    if has_sound_checksum:
        end = start + 4 + int.from_bytes(whole[start - 4 : start], "big")
        whole[end : end + 4] = zlib.crc32(whole[start:end]).to_bytes(4, "big")
    return bytes(whole)


GOOD = saved(upright((400, 300)))
FAULTS = {
    "nothing": (b"", ImageFault.EMPTY),
    "a PNG that a copy damaged": (broken_inside(has_sound_checksum=False), ImageFault.UNDECODABLE),
    "no picture": (b"khong phai anh", ImageFault.NO_PICTURE),
    "a page": (b"<!doctype html><html></html>", ImageFault.NO_PICTURE),
    "a cut JPEG": (GOOD[: len(GOOD) // 2], ImageFault.CUT_SHORT),
    "a cut JPEG whose thumbnail is whole": (with_everything()[:9_000], ImageFault.CUT_SHORT),
    "a cut PNG": (saved(upright((400, 300)), "PNG")[:-20], ImageFault.CUT_SHORT),
    "a cut WebP": (saved(upright((400, 300)), "WEBP")[:-20], None),
    "a bomb": (bomb(), ImageFault.TOO_LARGE),
    "a drawing": (b"<svg xmlns='x'><script>alert(1)</script></svg>", ImageFault.DRAWING),
    "a drawing behind its prologue": (
        b"\xef\xbb\xbf<?xml version='1.0'?>\n<svg/>",
        ImageFault.DRAWING,
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_what_cannot_be_shown_is_told_without_decoding(name):
    content, fault = FAULTS[name]

    assert look(content).fault in ([fault.value] if fault else [f.value for f in ImageFault])


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("start", range(0, 40, 3))
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP", "AVIF"])
def test_whatever_is_damaged_never_raises_when_looked_at(form, start):
    content = bytearray(saved(upright(), form))
    content[start : start + 3] = b"\xff\x00\xff"

    assert isinstance(look(bytes(content)), Look)
    assert isinstance(look(bytes(content[: start + 30])), Look)


def test_an_iphones_picture_without_its_decoder_says_so(monkeypatch):
    monkeypatch.setattr(picture_file, "_has_heif", lambda: False)

    assert look(HEIC).fault == ImageFault.NO_DECODER.value


def test_what_breaks_while_it_is_decoded_is_named_and_the_rest_is_made():
    contents = {"good": GOOD, "broken": broken_inside(), "also good": MODES["RGBA"]}
    jobs = [
        Job(name, lambda c=content: c, look(content), copies(look(content), (480,)))
        for name, content in contents.items()
    ]
    made = {}

    broken = render_all(jobs, lambda name, copy, file: made.setdefault(name, file), [].append)

    assert not look(contents["broken"]).fault
    assert broken == ["broken"]
    assert made.keys() == {"good", "also good"}


def test_a_copy_is_the_same_whatever_else_is_made_with_it():
    content = saved(Image.effect_noise((2000, 1500), 90).convert("RGB"))
    together = developed(content, (320, 480, 960, 1600), with_shared=True)

    for copy, made in together.items():
        assert list(render_renditions(content, [copy])) == [(copy, made)]


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((4000, 3000), [(480, 360), (960, 720), (1600, 1200)]),
        ((3000, 4000), [(360, 480), (720, 960), (1200, 1600)]),
        ((1000, 750), [(480, 360), (1000, 750)]),
        ((300, 200), [(300, 200)]),
        ((20_000, 10), [(480, 1), (960, 1), (1600, 1)]),
    ],
)
def test_copies_are_never_larger_than_the_picture(size, expected):
    assert [(c.width, c.height) for c in copies(Look(*size), (480, 960, 1600))] == expected


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((4000, 3000), (1200, 630)),
        ((800, 600), (800, 420)),
        ((1200, 100), (190, 100)),
        ((20_000, 4000), (610, 320)),
    ],
)
def test_the_shared_copy_has_one_shape(size, expected):
    assert shared_rendition(Look(*size)) == Rendition(*expected, is_shared=True)


def test_no_more_is_decoded_at_once_than_memory_allows():
    budget, together, most = Budget(100), [], []
    lock = threading.Lock()

    def work(cost):
        with budget.of(cost):
            with lock:
                together.append(cost)
                most.append(tuple(together))
            threading.Event().wait(0.005)
            with lock:
                together.remove(cost)

    threads = [threading.Thread(target=work, args=(c,)) for c in (40, 60, 70, 300, 20, 50, 90)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert all(sum(costs) <= 100 or len(costs) == 1 for costs in most)


def test_no_warning_of_pillow_reaches_a_terminal():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        look(saved(Image.new("L", (12_000, 9_000)), quality=20))
