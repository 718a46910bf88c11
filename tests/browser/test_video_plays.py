"""A browser shows a video without anything that was taken out of it."""

import io

import pytest
from video_samples import (
    COLOURS,
    apple_place,
    box,
    camera_places,
    element,
    fragmented,
    mp4,
    place_box,
    webm_video,
    xmp_box,
)

from newsroom.media.stripping import write_stripped

RICH = {
    "moov": (box(b"udta", place_box()), apple_place()),
    "trak": (box(b"udta", place_box()),),
    "before": (xmp_box(),),
    "places": camera_places(),
    "slack": b"ghi chu",
}
VIDEOS = {
    "index first.mp4": mp4(**RICH),
    "index last.mp4": mp4(**RICH, moov_first=False, behind=b"\0\0\0\x10SEFT12345678"),
    "fragments.mp4": fragmented(apple_place(), in_traf=(xmp_box(),)),
    "video.webm": webm_video(element("1254c367", element("7373", b"x"))),
    "live.webm": webm_video(live=True),
}
# The colour of each picture as it is shown, until the video ends.
SCRIPT = """
const [source, done] = arguments;
const video = document.createElement('video'), said = [];
video.muted = true;
video.defaultPlaybackRate = 4;
video.src = source;
video.onerror = () => done(video.error.message);
const look = () => {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const pen = canvas.getContext('2d');
  pen.drawImage(video, 0, 0, 1, 1);
  said.push([...pen.getImageData(0, 0, 1, 1).data].slice(0, 3));
  video.requestVideoFrameCallback(look);
};
video.requestVideoFrameCallback(look);
video.onended = () => done(said);
document.body.append(video);
video.play();
"""


@pytest.mark.parametrize("name", VIDEOS)
def test_a_video_shows_the_same_pictures_without_what_was_taken_out(
    chromium, serving, tmp_path, name
):
    with (tmp_path / "video").open("w+b") as out:
        write_stripped(io.BytesIO(VIDEOS[name]), out, f".{name.rpartition('.')[2]}")
    (tmp_path / "index.html").write_text("<!doctype html><title>x</title>")

    with serving(tmp_path) as address:
        chromium.get(address)
        chromium.set_script_timeout(20)
        shown = chromium.execute_async_script(SCRIPT, f"{address}video")

    assert isinstance(shown, list), shown
    seen = [nearest(colour) for colour in shown]
    assert list(dict.fromkeys(seen)) == list(COLOURS), shown


def nearest(colour):
    return min(COLOURS, key=lambda one: sum(abs(a - b) for a, b in zip(one, colour, strict=True)))
