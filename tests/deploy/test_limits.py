"""A file above a host's limit: told by check and doctor, refused by deploy before anything goes."""

import json

import pytest
from sample import article_text

from newsroom.commands.upkeep.doctor import said, signs
from newsroom.deploy.hosts.host import CannotDeploy

MIB = 1024 * 1024


def heavy(place, size):
    """A PDF of so many bytes, of which the disk keeps almost nothing."""
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("wb") as file:
        file.write(b"%PDF-1.4\n")
        file.truncate(size)


def findings(site, *arguments):
    made = site.invoke("check", "--format", "json", *arguments)
    return json.loads(made.stdout)["problems"], made.returncode


def test_check_advises_on_the_line_of_the_article_that_offers_the_file(site):
    site.write("tin-bai/r01.md", article_text("Mở đầu.\n\n[Tệp](to-lon.pdf)"))
    site.write("tin-bai/r02.md", article_text("Mở đầu.\n\n[Tệp](vua.pdf)"))
    heavy(site.content / "tin-bai/to-lon.pdf", 30 * MIB)
    heavy(site.content / "tin-bai/vua.pdf", 25 * MIB)

    problems, code = findings(site)
    (advice,) = [one for one in problems if "25 MiB" in one["message"]]

    assert code == 0
    assert (advice["path"], advice["line"], advice["level"]) == (
        "content/tin-bai/r01.md",
        11,
        "advice",
    )
    assert "to-lon.pdf" in advice["message"]
    assert "Cloudflare Pages 25 MiB" in advice["message"]
    assert "GitHub" not in advice["message"]

    conf = site.root / "publishconf.py"
    conf.write_text(conf.read_text() + '\nDEPLOY = {"ftp": {"host": "a", "user": "b"}}\n')
    assert not [one for one in findings(site)[0] if "25 MiB" in one["message"]]


def test_deploy_refuses_before_it_sends_anything(sent, edition, tmp_path):
    (tmp_path / "www").mkdir()
    edition.files["tep/0123456789ab/to-lon.pdf"] = bytes(25 * MIB + 1)
    edition.write()
    block = {"path": str(tmp_path / "www")}

    with pytest.raises(CannotDeploy, match=r"(?s)to-lon\.pdf nặng 26,2 MB.*Chưa gửi gì cả"):
        sent("folder", {**block, "service": "cloudflare"})

    assert list((tmp_path / "www").iterdir()) == []
    assert sent("folder", block)[-1].startswith("Đã gửi")


def test_the_doctor_tells_what_no_host_or_not_this_host_would_take(edition, tmp_path):
    edition.files["tep/0123456789ab/to-lon.pdf"] = bytes(25 * MIB + 1)
    edition.write()

    def told(settings):
        seen = [s for s in signs(tmp_path, settings) if "to-lon.pdf" in s.what]
        return said(seen), [sign.is_grave for sign in seen]

    words, grave = told({})
    assert "output/tep/0123456789ab/to-lon.pdf nặng 26,2 MB; Cloudflare Pages" in words
    assert grave == [False]
    assert told({"DEPLOY": {"folder": {"path": "w", "service": "cloudflare"}}})[1] == [True]
    assert told({"DEPLOY": {"github": {}}})[1] == []
