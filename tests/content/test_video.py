"""A video is known by its address, however people copy it."""

import pytest

from newsroom.domain.content.video import Video, video_at

YOUTUBE = Video(link="https://www.youtube.com/watch?v=abcDEF_-123", youtube="abcDEF_-123")


@pytest.mark.parametrize(
    "address",
    [
        "https://www.youtube.com/watch?v=abcDEF_-123",
        "https://youtube.com/watch?feature=share&v=abcDEF_-123&t=10s",
        "http://m.youtube.com/watch?v=abcDEF_-123",
        "https://youtu.be/abcDEF_-123?si=xyz",
        "https://www.youtube.com/shorts/abcDEF_-123",
        "https://www.youtube.com/embed/abcDEF_-123",
        "https://www.youtube.com/live/abcDEF_-123?feature=share",
        "https://www.youtube-nocookie.com/embed/abcDEF_-123",
    ],
)
def test_a_video_on_youtube_is_known_by_its_code(address):
    assert video_at(address) == YOUTUBE


@pytest.mark.parametrize(
    "address",
    [
        "https://phim.example/abc",
        "https://youtube.com/@truongmau",
        "https://www.youtube.com/embed",
        "https://www.youtube.com/embed/",
        "https://www.youtube.com/c/abcDEF_-123",
        "https://youtu.be/",
        "https://www.youtube.com/watch?v=ngan",
        "https://youtube.com.example/watch?v=abcDEF_-123",
        "https://youtu.be/abcDEF_-123%22%3E",
    ],
)
def test_any_other_page_is_only_a_link(address):
    assert video_at(address) == Video(link=address)


@pytest.mark.parametrize(
    "text",
    ["phim.mp4", "", "javascript:alert(1)", "https://", "http://[x", "https://@/", "https://a b"],
)
def test_what_is_no_address_is_none(text):
    assert video_at(text) is None


def test_a_link_names_its_host():
    assert video_at("https://anh@www.Phim.example:8443/x").host == "phim.example"
