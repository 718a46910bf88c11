"""A browser shows a film without anything that was taken out of it."""

import io

import pytest
from film_samples import (
    COLOURS,
    apple_place,
    box,
    camera_places,
    element,
    fragmented,
    mp4,
    place_box,
    webm_film,
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
FILMS = {
    "index first.mp4": mp4(**RICH),
    "index last.mp4": mp4(**RICH, moov_first=False, behind=b"\0\0\0\x10SEFT12345678"),
    "fragments.mp4": fragmented(apple_place(), in_traf=(xmp_box(),)),
    "film.webm": webm_film(element("1254c367", element("7373", b"x"))),
    "live.webm": webm_film(live=True),
}
# The colour of each picture as it is shown, until the film ends.
SCRIPT = """
const [source, done] = arguments;
const film = document.createElement('video'), said = [];
film.muted = true;
film.defaultPlaybackRate = 4;
film.src = source;
film.onerror = () => done(film.error.message);
const look = () => {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const pen = canvas.getContext('2d');
  pen.drawImage(film, 0, 0, 1, 1);
  said.push([...pen.getImageData(0, 0, 1, 1).data].slice(0, 3));
  film.requestVideoFrameCallback(look);
};
film.requestVideoFrameCallback(look);
film.onended = () => done(said);
document.body.append(film);
film.play();
"""


@pytest.mark.parametrize("name", FILMS)
def test_a_film_shows_the_same_pictures_without_what_was_taken_out(
    chromium, serving, tmp_path, name
):
    with (tmp_path / "film").open("w+b") as out:
        write_stripped(io.BytesIO(FILMS[name]), out, f".{name.rpartition('.')[2]}")
    (tmp_path / "index.html").write_text("<!doctype html><title>x</title>")

    with serving(tmp_path) as address:
        chromium.get(address)
        chromium.set_script_timeout(20)
        shown = chromium.execute_async_script(SCRIPT, f"{address}film")

    assert isinstance(shown, list), shown
    seen = [nearest(colour) for colour in shown]
    assert list(dict.fromkeys(seen)) == list(COLOURS), shown


def nearest(colour):
    return min(COLOURS, key=lambda one: sum(abs(a - b) for a, b in zip(one, colour, strict=True)))
