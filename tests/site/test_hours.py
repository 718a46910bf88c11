"""An hour in `ngày` on whole small sites: pages, cache, desk, check and serve. Decision 36."""

import pytest
from sample import article_text, document_text, pdf

from newsroom.building.built_state import SpanWatch
from newsroom.intake import clock

EARLY, LATE = "2024-11-21T18:00", "2024-11-21T23:30"
HOUR = "23:30 ngày 21/11/2024"


@pytest.fixture
def evening(site):
    """An article, and a document, of 21 November at half past eleven in the evening."""
    site.write("tin-bai/som.md", article_text(title="Bài sớm", ngày="21/11/2024"))
    site.write("tin-bai/dem.md", article_text(title="Hoa quỳnh nở", ngày="21/11/2024 23:30"))
    site.write("van-ban/tep.pdf", pdf())
    site.write("van-ban/giay.md", document_text(ngày="21/11/2024, 11 giờ rưỡi đêm"))
    return site


def published(site, now):
    site.today = now
    run = site.publish()
    assert run.returncode == 0, run.stderr
    return site.files()


def shown(files):
    return {name for name in files if name.startswith(("tin-bai/", "van-ban/2024"))}


ALL = {
    "tin-bai/2024/11/som/index.html",
    "tin-bai/2024/11/dem/index.html",
    "van-ban/2024/giay/index.html",
}


@pytest.mark.parametrize("now", ["2024-11-21", "21/11/2024", "2024-11-21T00:00", EARLY,
                                 "2024-11-21 23:29"])  # fmt: skip
def test_before_its_hour_there_is_no_trace_of_it(evening, now):
    files = published(evening, now)

    assert shown(files) == {"tin-bai/2024/11/som/index.html"}
    for name, content in files.items():
        assert "quỳnh".encode() not in content, name
        assert b"dem/" not in content, name


def test_at_its_hour_it_is_everywhere(evening):
    files = published(evening, LATE)

    assert shown(files) == ALL
    for name in ("index.html", "sitemap.xml", "feeds/all.atom.xml", "thang/2024/11/index.html"):
        assert b"tin-bai/2024/11/dem/" in files[name], name
    assert b"<published>2024-11-21T23:30:00+07:00</published>" in files["feeds/all.atom.xml"]


def test_whatever_was_built_before_a_moment_makes_the_same_bytes(evening, site_at, tmp_path):
    """The cache notices that an hour has passed, and that the clock went back."""
    clean = {}
    for now in (EARLY, LATE):
        other = site_at(tmp_path / f"once {now[-5:-3]}")
        for path in evening.content.rglob("*.*"):
            other.write(path.relative_to(evening.content).as_posix(), path.read_bytes())
        clean[now] = published(other, now)

    for now in (EARLY, LATE, LATE, EARLY, LATE):
        assert published(evening, now) == clean[now], now
    # Without anything to do in between.
    assert published(evening, "2024-11-21T23:59") == clean[LATE]


def test_the_desk_and_the_commands_say_when_it_will_be_seen(evening):
    evening.today = EARLY
    run = evening.invoke("build")
    desk = (evening.root / "desk/index.html").read_text("utf-8")
    checked, told = evening.invoke("check"), evening.publish()

    assert f"Hẹn đăng {HOUR}" in desk
    assert f"Bài hẹn giờ gần nhất: {HOUR}" in run.stderr
    assert f"Bài hẹn giờ gần nhất: {HOUR}" in told.stderr
    assert f"content/tin-bai/dem.md:3: gợi ý: Hẹn đăng {HOUR}." in checked.stdout
    assert "content/van-ban/giay.md:5: gợi ý: Hẹn đăng" in checked.stdout
    assert "lúc 0:05 mỗi đêm" in checked.stdout

    evening.today = LATE
    assert "Hẹn đăng" not in evening.invoke("check").stdout
    assert "hẹn giờ" not in evening.publish().stderr


@pytest.mark.parametrize(
    ("typed", "before", "after"),
    [
        ("21/11/2024 24:00", "2024-11-21T23:59", "2024-11-22T00:00"),
        ("21/11/2024 0:00", "2024-11-20T23:59", "2024-11-21T00:00"),
        ("2024-11-21T16:30:00Z", "2024-11-21T23:29", "2024-11-21T23:30"),
        ("8 giờ tối ngày 21/11/2024", "2024-11-21T19:59", "2024-11-21T20:00"),
        ("21/11/2024 07.30", "2024-11-21T07:29", "2024-11-21T07:30"),
    ],
)
def test_every_way_to_write_an_hour_is_kept_to(site, typed, before, after):
    site.write("tin-bai/som.md", article_text(title="Bài sớm"))
    site.write("tin-bai/hen.md", article_text(title="Bài hẹn", ngày=typed))

    assert "tin-bai/2024/11/hen/index.html" not in published(site, before)
    assert "tin-bai/2024/11/hen/index.html" in published(site, after)


def test_numbers_that_may_be_an_hour_are_told_and_a_wrong_hour_withholds(site):
    site.write("tin-bai/la.md", article_text(title="Bài lạ", ngày="21/11/2024 lúc 23"))
    site.write("tin-bai/sai.md", article_text(title="Bài sai", ngày="21/11/2024 25:00"))
    site.today = "2024-11-30"

    said = site.invoke("check").stdout

    assert "la.md:3: cảnh báo: Không đọc được “lúc 23” ở dòng ngày" in said
    assert "sai.md:3: lỗi: Giờ ở “21/11/2024 25:00” không có thật." in said
    assert "ngày: 21/11/2024 7:30" in said


def test_an_hour_that_passed_is_told_once(evening, monkeypatch):
    evening.today = EARLY
    evening.invoke("build")
    watch = SpanWatch(evening.cache, evening.root / "desk")

    def told_at(now):
        monkeypatch.setenv("NEWSROOM_TODAY", now)
        return watch.has_ended()

    assert [told_at(EARLY), told_at("2024-11-21T23:29")] == [False, False]
    # A build that is refused leaves the state as it was, and is not tried again and again.
    assert [told_at(LATE), told_at("2024-11-21T23:31")] == [True, False]
    evening.today = LATE
    evening.invoke("build")
    assert [told_at("2024-11-21T23:59"), told_at("2024-11-22"), told_at("2024-11-22")] == [
        *(False, True, False)
    ]


@pytest.mark.parametrize("given", ["hôm nay", "2024-11-21T25:00", "7:30", "2024-02-31"])
def test_a_time_that_is_none_is_refused(evening, given):
    evening.today = given

    run = evening.publish()

    assert run.returncode == 1
    assert f"NEWSROOM_TODAY={given} không phải là một ngày" in run.stderr
    assert not evening.output.exists()


@pytest.mark.parametrize(
    ("fixed", "moment"),
    [
        ("2024-11-21", "2024-11-21 00:00"),
        ("2024-11-21T18:00", "2024-11-21 18:00"),
        ("2024-11-21T18:00:00+07:00", "2024-11-21 18:00"),
        ("2024-11-21T24:00", "2024-11-22 00:00"),
        ("2024-11-21T18", None),
        ("2024-11-21T1800", None),
        ("2024-11-21T25:00", None),
        ("hôm nay", None),
    ],
)
def test_an_hour_that_is_set_and_not_understood_is_never_midnight(monkeypatch, fixed, moment):
    monkeypatch.setenv("NEWSROOM_TODAY", fixed)

    if moment is None:
        with pytest.raises(ValueError, match="NR-TASK-005"):
            clock.now()
    else:
        assert f"{clock.now():%Y-%m-%d %H:%M}" == moment
