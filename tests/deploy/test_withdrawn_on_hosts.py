"""Withheld files go from a host whose list is lost, also by a machine that knows nothing."""

import shutil

import pytest
from hosts import tree
from sample import article_text

LIST = ".ht-newsroom.json"
OLD_PAGE = b'<html><link href="/theme/site.css"></html>'


def pdf(number):
    return b"%%PDF-1.4\n%d\n%%%%EOF\n" % number


@pytest.fixture
def deployed(site):
    """A site of two articles, deployed into a folder beside it; the folder."""
    site.write("tin-bai/mot.md", article_text("Một.\n\n[Tệp](mot.pdf)", tác_giả="Lân Mẫu 2"))
    site.write("tin-bai/hai.md", article_text("Hai.\n\n[Tệp](hai.pdf)"))
    site.write("tin-bai/mot.pdf", pdf(1))
    site.write("tin-bai/hai.pdf", pdf(2))
    conf = site.root / "publishconf.py"
    conf.write_text(conf.read_text() + '\nDEPLOY = {"folder": {"path": "../www"}}\n')
    made = site.invoke("deploy", "--to", "folder")
    assert made.returncode == 0, made.stderr
    return site.root.parent / "www"


@pytest.mark.parametrize("spoil", ["broken", "gone"])
def test_a_fresh_clone_removes_what_was_returned_though_the_list_is_lost(site, deployed, spoil):
    before = tree(deployed)
    shutil.rmtree(site.root / ".cache")
    (deployed / LIST).unlink()
    if spoil == "broken":
        (deployed / LIST).write_bytes(b"{")
    site.write(
        "tin-bai/mot.md",
        article_text(
            "Một.\n\n[Tệp](mot.pdf)", tác_giả="Lân Mẫu 2", trả_lại="Phó Mẫu, 20/11/2024, Nhầm"
        ),
    )
    # An old site of the school's has a page where a page of ours is still being written.
    site.write("trang/lien-he.md", "---\ntiêu đề: Liên hệ\n---\nĐang viết.\n")
    (deployed / "lien-he").mkdir()
    (deployed / "lien-he/index.html").write_bytes(OLD_PAGE)

    made = site.invoke("deploy", "--to", "folder")

    assert made.returncode == 0, made.stderr
    expected = site.files()
    del expected["manifest.json"]
    assert tree(deployed) == {**expected, "lien-he/index.html": OLD_PAGE}
    gone = before.keys() - expected.keys()
    assert "tin-bai/2024/11/mot/index.html" in gone
    assert any(path.endswith("/mot.pdf") for path in gone)
    assert any(path.startswith("tac-gia/") for path in gone)


def test_a_withdrawal_needs_no_list_to_take_the_attachment_along(site, deployed):
    shutil.rmtree(site.root / ".cache")
    (deployed / LIST).write_bytes(b"[]")
    site.write(
        "tin-bai/hai.md",
        article_text("Hai.\n\n[Tệp](hai.pdf)", gỡ="Phó Mẫu, 20/11/2024, Gia đình đề nghị"),
    )

    made = site.invoke("deploy", "--to", "folder")

    assert made.returncode == 0, made.stderr
    assert not [path for path in tree(deployed) if path.endswith("hai.pdf")]
    assert b"Hai." not in (deployed / "tin-bai/2024/11/hai/index.html").read_bytes()
