"""A video on the page of its article, and what is published of it."""

import json
import re

import pytest
from sample import article_text, webm
from video_samples import PLACE, apple_place, box, camera_places, mp4, place_box

from newsroom.intake.content.item_reader import read_item
from newsroom.intake.folder.content_folder import ContentFolder

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


def test_a_video_of_youtube_is_a_link_until_somebody_starts_it(published):
    html = published(video="https://youtu.be/abcDEF_-123?si=x", ảnh="bia.png")[PAGE].decode()

    assert 'href="https://www.youtube.com/watch?v=abcDEF_-123"' in html
    assert 'data-player="https://www.youtube-nocookie.com/embed/abcDEF_-123?autoplay=1"' in html
    assert "Xem video (YouTube)" in html
    assert "<iframe" not in html
    assert not re.search(r'src="https?:', html)
    assert re.search(r'<script defer src="[./]+/theme/video\.[0-9a-f]{12}\.js">', html)
    # Nobody told us on which day it came out there.
    assert video_of(html) is None


def test_a_video_of_ours_is_offered_with_its_size_and_told_to_machines(published):
    files = published(video="phim.webm", ảnh="bia.png")

    html = files[PAGE].decode()
    [video] = [name for name in files if name.startswith("tep/")]
    assert files[video] == webm()
    assert re.search(rf'<source src="[./]+/{video}" type="video/webm">', html)
    assert re.search(r'<video [^>]*controls preload="none"[^>]* poster="[./]+/anh/', html)
    assert "(WebM, 1 KB)" in html
    assert video_of(html)["contentUrl"] == f"https://truongmau.example/{video}"
    assert video_of(html)["uploadDate"] == "2024-11-12T00:00:00+07:00"
    assert "/video." not in html


def test_any_other_video_is_a_link_that_names_its_site(published):
    html = published(video="https://www.phim.example/x?a=1&b=2")[PAGE].decode()

    assert (
        '<a href="https://www.phim.example/x?a=1&amp;b=2">Xem video ở trang phim.example</a>'
        in html
    )
    assert "/video." not in html


def test_lists_say_that_an_article_has_a_video_and_no_other_does(published, site):
    home = published(video="phim.webm")["index.html"].decode()
    assert home.count('<span class="card__film">Video</span>') >= 1

    assert "card__film" not in published()["index.html"].decode()


@pytest.mark.parametrize("video", ["phim.webm", "https://youtu.be/abcDEF_-123"])
def test_a_refused_consent_takes_the_video_away_too(published, video):
    files = published(video=video, đồng_ý_hình_ảnh="không")

    html = files[PAGE].decode()
    assert "phim" not in html
    assert "youtube" not in html.partition("<body")[2]
    assert not [name for name in files if name.startswith("tep/")]
    assert "card__film" not in files["index.html"].decode()


def test_an_approval_with_a_seal_does_not_hold_for_another_video(published, site):
    published(video="phim.webm", duyet=None)
    file = read_item("tin-bai/a.md", ContentFolder(site.content))
    sealed = f"Phó Mẫu, 12/11/2024 dấu {file.fingerprint}"
    site.write("tin-bai/a.md", article_text(video="phim.webm", duyet=sealed))
    site.publish()
    assert PAGE in site.files()

    site.write("tin-bai/phim.webm", webm("khac"))
    site.publish()

    assert PAGE not in site.files()
    assert not [name for name in site.files() if name.startswith("tep/")]


RECORDED = mp4(moov=(box(b"udta", place_box()), apple_place()), places=camera_places())


def test_a_video_goes_out_without_the_place_and_the_day_on_which_it_was_made(site):
    site.write("tin-bai/phim.mp4", RECORDED)
    site.write("tin-bai/a.md", article_text("[Tải về](phim.mp4)", video="phim.mp4"))
    assert site.publish().returncode == 0
    first = site.files()

    [name] = [name for name in first if name.startswith("tep/")]
    assert PLACE in RECORDED
    assert PLACE not in first[name]
    assert len(first[name]) == len(RECORDED)
    assert first[PAGE].decode().count(name) >= 2
    # The seal stays over what was approved, and the copy is made once.
    made = next((site.root / ".cache/tep").iterdir())
    before = made.stat().st_mtime_ns
    site.write("tin-bai/b.md", article_text("[Tải về](phim.mp4)"))
    assert site.publish().returncode == 0
    assert made.stat().st_mtime_ns == before
    assert site.files()[name] == first[name]


def test_a_copy_that_the_cache_lost_or_changed_is_made_again(site):
    site.write("tin-bai/phim.mp4", RECORDED)
    site.write("tin-bai/a.md", article_text(video="phim.mp4"))
    site.publish()
    [name] = [name for name in site.files() if name.startswith("tep/")]
    content = site.files()[name]
    [kept] = (site.root / ".cache/tep").iterdir()

    kept.write_bytes(RECORDED)
    (site.output / name).unlink()
    made = site.publish()

    assert made.returncode == 0, made.stderr
    assert site.files()[name] == content


def test_a_video_that_is_torn_stops_its_article_and_no_other(site):
    site.write("tin-bai/phim.mp4", RECORDED[:-9])
    site.write("tin-bai/a.md", article_text(video="phim.mp4"))
    site.write("tin-bai/b.md", article_text())

    made = site.publish()
    urgent = site.publish("--keep-going")

    assert made.returncode == 1
    assert "content/tin-bai/a.md:8: lỗi: Tệp “phim.mp4” chép chưa hết" in made.stderr
    assert urgent.returncode == 0
    assert PAGE not in site.files()
    assert not [name for name in site.files() if name.startswith("tep/")]
    assert site.invoke("build").returncode == 0


def test_a_video_put_into_a_built_site_is_found(site, monkeypatch):
    from newsroom.building.publishing import BuildRefused, audit_edition

    site.write("tin-bai/phim.mp4", RECORDED)
    site.write("tin-bai/a.md", article_text(video="phim.mp4"))
    site.publish()
    [name] = [name for name in site.files() if name.startswith("tep/")]
    (site.output / name).write_bytes(RECORDED)
    monkeypatch.setenv("NEWSROOM_TODAY", site.today)

    with pytest.raises(BuildRefused, match="còn thông tin ghi kèm"):
        audit_edition(site.root / "publishconf.py", site.output)


def test_every_address_of_a_video_is_known_whatever_the_cache_forgot(site):
    from newsroom.intake.folder.scan import Scan
    from newsroom.pages.article.offered_files import OfferedFiles

    site.write("tin-bai/phim.mp4", RECORDED)
    site.write("tin-bai/a.md", article_text(video="phim.mp4"))
    site.publish()
    [name] = [name for name in site.files() if name.startswith("tep/")]

    files = OfferedFiles(Scan(site.content), site.root / "elsewhere")

    assert name in files.every_url("tin-bai/phim.mp4")
    assert name != files.url("tin-bai/phim.mp4")
