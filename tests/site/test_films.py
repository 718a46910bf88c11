"""A film on the page of its article, and what is published of it."""

import json
import re

import pytest
from sample import article_text, webm

from newsroom.intake.content_folder import ContentFolder
from newsroom.intake.manuscript_reader import read_manuscript

PAGE = "tin-bai/2024/11/a/index.html"
# A picture small enough to stand here: one white point.
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63f8ffff3f0005fe02fe0def46b80000000049454e44ae426082"
)


@pytest.fixture
def published(site):
    def publish(**header):
        site.write("tin-bai/bia.png", PNG)
        site.write("tin-bai/phim.webm", webm())
        site.write("tin-bai/a.md", article_text(**header))
        made = site.publish()
        assert made.returncode == 0, made.stderr
        return site.files()

    return publish


def video_of(html):
    text = re.search(r'<script type="application/ld\+json">(.+?)</script>', html)[1]
    [article] = [t for t in json.loads(text)["@graph"] if t["@type"] == "NewsArticle"]
    return article.get("video")


def test_a_film_of_youtube_is_a_link_until_somebody_starts_it(published):
    html = published(video="https://youtu.be/abcDEF_-123?si=x", ảnh="bia.png")[PAGE].decode()

    assert 'href="https://www.youtube.com/watch?v=abcDEF_-123"' in html
    assert 'data-player="https://www.youtube-nocookie.com/embed/abcDEF_-123?autoplay=1"' in html
    assert "Xem video (YouTube)" in html
    assert "<iframe" not in html
    assert not re.search(r'src="https?:', html)
    assert re.search(r'<script defer src="[./]+/theme/video\.[0-9a-f]{12}\.js">', html)
    # Nobody told us on which day it came out there.
    assert video_of(html) is None


def test_a_film_of_ours_is_offered_with_its_size_and_told_to_machines(published):
    files = published(video="phim.webm", ảnh="bia.png")

    html = files[PAGE].decode()
    [film] = [name for name in files if name.startswith("tep/")]
    assert files[film] == webm()
    assert re.search(rf'<source src="[./]+/{film}" type="video/webm">', html)
    assert re.search(r'<video [^>]*controls preload="none"[^>]* poster="[./]+/anh/', html)
    assert "(WebM, 1 KB)" in html
    assert video_of(html)["contentUrl"] == f"https://truongmau.example/{film}"
    assert video_of(html)["uploadDate"] == "2024-11-12T00:00:00+07:00"
    assert "/video." not in html


def test_any_other_film_is_a_link_that_names_its_site(published):
    html = published(video="https://www.phim.example/x?a=1&b=2")[PAGE].decode()

    assert (
        '<a href="https://www.phim.example/x?a=1&amp;b=2">Xem video ở trang phim.example</a>'
        in html
    )
    assert "/video." not in html


def test_lists_say_that_an_article_has_a_film_and_no_other_does(published, site):
    home = published(video="phim.webm")["index.html"].decode()
    assert home.count('<span class="card__film">Video</span>') >= 1

    assert "card__film" not in published()["index.html"].decode()


@pytest.mark.parametrize("video", ["phim.webm", "https://youtu.be/abcDEF_-123"])
def test_a_refused_consent_takes_the_film_away_too(published, video):
    files = published(video=video, đồng_ý_hình_ảnh="không")

    html = files[PAGE].decode()
    assert "phim" not in html
    assert "youtube" not in html.partition("<body")[2]
    assert not [name for name in files if name.startswith("tep/")]
    assert "card__film" not in files["index.html"].decode()


def test_an_approval_with_a_seal_does_not_hold_for_another_film(published, site):
    published(video="phim.webm", duyet=None)
    file = read_manuscript("tin-bai/a.md", ContentFolder(site.content))
    sealed = f"Phó Mẫu, 12/11/2024 dấu {file.fingerprint}"
    site.write("tin-bai/a.md", article_text(video="phim.webm", duyet=sealed))
    site.publish()
    assert PAGE in site.files()

    site.write("tin-bai/phim.webm", webm("khac"))
    site.publish()

    assert PAGE not in site.files()
    assert not [name for name in site.files() if name.startswith("tep/")]
