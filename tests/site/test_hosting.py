"""The files for the host: headers, and whom to warn of a hole in the site."""

import re
from fnmatch import fnmatch

import pytest
from sample import SCHOOL_YAML, article_text

MAIL = "thư điện tử: truong@truongmau.example\n"


@pytest.fixture
def reachable(site):
    site.write("truong.yaml", SCHOOL_YAML + MAIL)
    site.write("tin-bai/mot.md", article_text())
    assert site.publish().returncode == 0
    return site


def test_every_page_and_every_host_is_told_the_same_strict_policy(reachable):
    files = {name: text.decode() for name, text in reachable.files().items() if name[0] in "_.i4"}
    meta = re.search(r'Security-Policy" content="([^"]+)"', files["index.html"])[1]
    policy = meta.replace("&#39;", "'")

    for name in ("_headers", ".htaccess"):
        assert f"{policy}; frame-ancestors 'self'" in files[name]
    assert "unsafe" not in policy
    # Videos that somebody starts, and nothing else of another site.
    assert re.findall(r"\S*(?:https?:|\*)\S*", policy) == ["https://www.youtube-nocookie.com;"]
    assert "; frame-src https://www.youtube-nocookie.com;" in policy
    assert policy.startswith("default-src 'none'")


def test_the_policy_stands_before_anything_that_is_loaded(reachable):
    html = reachable.files()["404.html"].decode()

    assert html.index("Content-Security-Policy") < html.index("<link")


def test_what_changes_keeps_no_address_for_ever(reachable):
    """Only names that hold a digest of the content are cached: a withdrawn page is gone at once."""
    apache = reachable.files()[".htaccess"].decode()
    pattern = re.search(r'FilesMatch "(.+)"', apache)[1]

    kept = {name for name in reachable.files() if re.search(pattern, name.rpartition("/")[2])}
    assert {name for name in kept if name.endswith(".css")}
    digested = {name for name in reachable.files() if re.search(r"\.[0-9a-f]{12}\.", name)}
    assert kept == digested
    paths = re.findall(r"^/(\S+)\n  Cache-Control", reachable.files()["_headers"].decode(), re.M)
    assert all(any(fnmatch(name, path) for path in paths) for name in kept)


def test_security_txt_names_the_school_and_lasts_a_year_from_the_newest_article(reachable):
    text = reachable.files()[".well-known/security.txt"].decode()
    fields = dict(line.split(": ", 1) for line in text.splitlines())

    assert fields == {
        "Contact": "mailto:truong@truongmau.example",
        "Expires": "2025-11-11T23:59:59+07:00",
        "Preferred-Languages": "vi, en",
        "Canonical": "https://truongmau.example/.well-known/security.txt",
    }


def test_security_txt_is_left_out_where_nobody_would_look_or_nobody_answers(site):
    site.publish()
    assert ".well-known/security.txt" not in site.files()

    below = SCHOOL_YAML.replace("truongmau.example", "truongmau.example/tieu-hoc")
    site.write("truong.yaml", below + MAIL)
    site.publish()
    assert ".well-known/security.txt" not in site.files()
    assert "/tieu-hoc/theme/site.*" in site.files()["_headers"].decode()
    assert "ErrorDocument 404 /tieu-hoc/404.html" in site.files()[".htaccess"].decode()


def test_a_desk_that_came_to_a_host_is_shown_to_nobody(site):
    site.invoke("build")

    assert site.files(site.desk)[".htaccess"] == b"Require all denied\n"
    assert "_headers" not in site.files(site.desk)
