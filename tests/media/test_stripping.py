"""Everything that cameras write into videos beside picture and sound goes; the video stays."""

import io
import json
import shutil
import struct
import subprocess
import time
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from video_samples import (
    PLACE,
    _av1,
    apple_place,
    box,
    camera_places,
    element,
    fragmented,
    full,
    mp4,
    place_box,
    track,
    unsigned,
    webm_video,
    xmp_box,
)

from newsroom.media.stripping import is_stripped, plan_of, write_stripped
from newsroom.media.stripping_plan import MediaFault, Unusable

SECRET = b"Co Mau Lan"


def stripped(content, ending=".mp4"):
    out = io.BytesIO()
    write_stripped(io.BytesIO(content), out, ending)
    assert is_stripped(io.BytesIO(out.getvalue()), ending)
    return out.getvalue()


def fault(content, ending=".mp4"):
    with pytest.raises(Unusable) as raised:
        plan_of(io.BytesIO(content), ending)
    return raised.value.fault


EVERYTHING = {
    "moov": (box(b"udta", place_box()), apple_place(), box(b"gps ", SECRET)),
    "trak": (box(b"udta", place_box()), box(b"meta", SECRET)),
    "before": (xmp_box(), box(b"free", SECRET), box(b"skip", SECRET), box(b"wide")),
    "places": camera_places(),
    "slack": SECRET,
}
CAPTIONS = [b"[latitude: 21.028511] [longitude: 105.854167]"]
MP4S = {
    "user data": mp4(moov=(box(b"udta", place_box()),)),
    "keys of Apple": mp4(moov=(apple_place(),)),
    "user data of a track": mp4(trak=(box(b"udta", place_box()),)),
    "XMP": mp4(before=(xmp_box(),)),
    "filled free space": mp4(before=(box(b"free", SECRET),)),
    "among the pictures": mp4(slack=SECRET),
    "behind the end": mp4(behind=b"\x7f\xff\xff\xffSEFT" + SECRET),
    "a box behind the end": mp4(behind=box(b"SEFT", SECRET)),
    "a track of places": mp4(places=camera_places()),
    "captions that tell places": mp4(places=CAPTIONS).replace(b"meta", b"sbtl"),
    "everything": mp4(**EVERYTHING),
    "everything, index last": mp4(**EVERYTHING, moov_first=False),
    "everything, QuickTime": mp4(**EVERYTHING, brand=b"qt  "),
    "fragments": fragmented(apple_place(), in_traf=(xmp_box(),)),
}
OLD_DAY = struct.pack(">I", 3878064000)


@pytest.mark.parametrize("name", MP4S)
def test_nothing_is_left_but_the_video(name):
    content = stripped(MP4S[name])

    for trace in (PLACE, SECRET, OLD_DAY, b"Dien thoai Mau", b"MAUZ", b"lop-4A", b"latitude",
                  struct.pack("<d", 21.0285), b"ISO6709", b"xmpmeta"):  # fmt: skip
        assert trace not in content, trace
    assert all(picture in content for picture in _av1()[0])


def test_every_picture_stays_where_it_was():
    before = mp4(**EVERYTHING)

    after = stripped(before)

    assert [after.index(picture) for picture in _av1()[0]] == [
        before.index(picture) for picture in _av1()[0]
    ]
    assert stripped(after) == after
    assert stripped(before) == after


def test_a_video_without_anything_besides_loses_only_its_day_and_maker():
    before = mp4()

    after = stripped(before)

    assert len(after) == len(before)
    assert sum(a != b for a, b in zip(before, after, strict=True)) < 80


def test_captions_that_tell_no_place_stay():
    video = mp4(places=["Xin chào".encode()]).replace(b"meta", b"sbtl")

    assert "Xin chào".encode() in stripped(video)


def test_sound_that_quicktime_counts_in_its_own_way_stays_whole():
    """Its table says one byte a sample where there are four."""
    sound, places = bytes(range(1, 101)), SECRET * 3
    entry = box(b"sowt", struct.pack(">6xH", 1), bytes(8), struct.pack(">HHHHI", 2, 16, 0, 0, 0))
    at = 2000
    tables = (
        full(b"stsc", struct.pack(">IIII", 1, 1, 25, 1)),
        full(b"stsz", struct.pack(">II", 1, 50)),
        full(b"stco", struct.pack(">III", 2, at, at + len(sound) + len(places))),
    )
    movie = box(
        b"moov",
        full(b"mvhd", bytes(96)),
        track(1, b"soun", entry, [50], at, tables=tables),
        track(2, b"meta", box(b"gpmd", struct.pack(">6xH", 1)), [len(places)], at + len(sound)),
    )
    head = box(b"ftyp", b"qt  ", bytes(4))
    filled = box(b"free", bytes(at - 8 - 8 - len(head) - len(movie)))

    content = stripped(head + movie + filled + box(b"mdat", sound, places, sound))

    assert content.count(sound) == 2
    assert SECRET not in content


WEBMS = {
    "tags": webm_video(element("1254c367", element("7373", SECRET))),
    "an attachment": webm_video(element("1941a469", element("61a7", SECRET))),
    "chapters": webm_video(element("1043a770", SECRET)),
    "what stands above": webm_video(
        info=(element("4461", bytes(8)), element("7ba9", SECRET), element("7384", SECRET))
    ),
    "the name of a track": webm_video(entry=(element("536e", SECRET),)),
    "what is empty": webm_video(element("ec", SECRET)),
    "live": webm_video(element("1254c367", element("7373", SECRET)), live=True),
    "small": webm_video(b"\x12\x54\xc3\x67\x8a" + SECRET),
}


@pytest.mark.parametrize("name", WEBMS)
def test_nothing_is_left_but_the_video_in_webm(name):
    content = stripped(WEBMS[name], ".webm")

    assert SECRET not in content
    assert b"Ung dung Mau" not in content
    assert b"Lavf" not in content
    assert len(content) == len(WEBMS[name])
    assert stripped(content, ".webm") == content


def test_other_tracks_of_webm_go_with_what_they_say():
    entry = element("ae", unsigned("d7", 2), unsigned("83", 0x11))
    block = element("a3", b"\x82\0\0\x80", SECRET)
    video = webm_video().replace(element("1654ae6b"), b"")
    at = video.index(bytes.fromhex("1f43b675"))
    made = video[:at] + element("1654ae6b", entry) + video[at:] + block

    # The last block lies in the cluster only where its size says so.
    whole = webm_video(element("1654ae6b", entry), live=True) + block

    assert SECRET not in stripped(whole, ".webm")
    assert fault(made, ".webm") is MediaFault.TORN or SECRET not in stripped(made, ".webm")


MP3 = b"\xff\xfb\x90\x00" + bytes(range(1, 100)) * 4


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        (b"ID3\x04\0\0\0\0\0\x0a" + SECRET, b""),
        (b"ID3\x04\0\0\0\0\0\x0a" + SECRET + b"ID3\x03\0\0\0\0\0\x0a" + SECRET, b""),
        (b"", b"TAG" + SECRET.ljust(125)),
        (b"", SECRET + b"APETAGEX" + struct.pack("<4I8x", 2000, 42, 1, 0) + b"TAG" + bytes(125)),
        (b"", b"LYRICSBEGIN" + SECRET + b"000021LYRICS200" + b"TAG" + bytes(125)),
    ],
)
def test_what_is_written_around_sound_is_cut_off(before, behind):
    assert stripped(before + MP3 + behind, ".mp3") == MP3


@pytest.mark.parametrize(
    ("content", "ending", "what"),
    [
        (b"", ".mp4", MediaFault.EMPTY),
        (b"%PDF-1.4", ".mp4", MediaFault.NO_VIDEO),
        (webm_video(), ".mp4", MediaFault.OTHER_KIND),
        (mp4(), ".webm", MediaFault.OTHER_KIND),
        (b"\0\0\0\x18ftypmp42", ".mp4", MediaFault.TORN),
        (mp4()[:-20], ".mp4", MediaFault.TORN),
        (mp4(moov_first=False)[:-20], ".mp4", MediaFault.TORN),
        (box(b"ftyp", b"heic", bytes(4)) + box(b"meta", bytes(9)), ".mp4", MediaFault.NO_VIDEO),
        (mp4(kind=b"encv"), ".mp4", MediaFault.LOCKED),
        (
            mp4(media=box(b"dinf", full(b"dref", struct.pack(">I", 1), full(b"url ", b"x\0")))),
            ".mp4",
            MediaFault.ELSEWHERE,
        ),
        (mp4().replace(b"vide", b"meta"), ".mp4", MediaFault.NOTHING_TO_SEE),
        (webm_video()[:-20], ".webm", MediaFault.TORN),
        (b"\x1a\x45\xdf\xa3x", ".webm", MediaFault.TORN),
        (b"ID3\x04\0\0\0\0\x7f\x7f", ".mp3", MediaFault.TORN),
        (b"PK\3\4", ".mp3", MediaFault.NO_VIDEO),
    ],
)
def test_what_is_no_whole_video_is_refused(content, ending, what):
    assert fault(content, ending) is what


def test_a_video_cut_short_whose_index_comes_first_is_refused_whatever_its_last_box_says():
    whole = mp4()
    at = whole.index(b"mdat") - 4

    cut = whole[:at] + struct.pack(">I", 0) + whole[at + 4 : -20]

    assert fault(cut) is MediaFault.TORN


def test_a_large_video_needs_little_memory(tmp_path):
    place = tmp_path / "phim.mp4"
    with place.open("wb") as file:
        file.write(mp4(moov_first=True))
        file.write(struct.pack(">I4s", 200_000_000, b"mdat"))
        file.truncate(len(mp4()) + 200_000_000)

    tracemalloc.start()
    with place.open("rb") as source, (tmp_path / "out").open("w+b") as target:
        write_stripped(source, target, ".mp4")
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert most < 20_000_000


@settings(max_examples=150, deadline=None)
@given(st.sampled_from([*MP4S.values(), *WEBMS.values(), MP3]), st.data())
def test_a_hostile_video_is_refused_or_stripped_soon(content, draw):
    ending = ".mp3" if content is MP3 else ".webm" if content[:1] == b"\x1a" else ".mp4"
    place = draw.draw(st.integers(0, len(content) - 1))
    altered = content[:place] + draw.draw(st.binary(max_size=8)) + content[place + 4 :]
    started = time.process_time()

    try:
        made = stripped(altered, ending)
        assert stripped(made, ending) == made
    except Unusable:
        pass

    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.mp4", MP4S["everything"]), ("b.mp4", MP4S["fragments"]), ("c.mov", MP4S["everything"]),
     ("d.mp4", MP4S["behind the end"])],
)  # fmt: skip
def test_exiftool_finds_no_place_day_or_name(tmp_path, name, content):
    program = shutil.which("exiftool")
    if not program:
        pytest.skip("cần exiftool: apt-get install libimage-exiftool-perl")
    (tmp_path / name).write_bytes(stripped(content))

    asked = [program, "-json", "-ee", "-a", "-u", "-U", "-G1", "-n", str(tmp_path / name)]
    [told] = json.loads(subprocess.run(asked, capture_output=True, check=True).stdout)

    words = {key: str(value) for key, value in told.items() if not key.startswith("System:")}
    assert not [key for key in words if "GPS" in key or "Make" in key or "XMP" in key]
    assert not [key for key, value in words.items() if "Mau" in value or "2026" in value]
    days = [value for key, value in words.items() if key.endswith("Date")]
    assert set(days) <= {"0000:00:00 00:00:00"}


def test_exiftool_would_have_found_them(tmp_path):
    program = shutil.which("exiftool")
    if not program:
        pytest.skip("cần exiftool: apt-get install libimage-exiftool-perl")
    (tmp_path / "a.mp4").write_bytes(MP4S["everything"])

    told = subprocess.run([program, "-ee", "-n", tmp_path / "a.mp4"], capture_output=True).stdout

    assert b"21.0285" in told
    assert SECRET in told
