"""Old addresses of what is withheld, returned or taken down leave nothing in the public edition."""

import shutil

import pytest
from sample import article_text

OLD = """\
địa chỉ cũ: /vi/news/chuyen-rieng-cua-lop-hoc-7.html
địa chỉ cũ: /?p=4711
địa chỉ cũ: /tin-bai/2024/10/bai-mot/
"""
TRACES = ("chuyen-rieng-cua-lop-hoc", "4711", "tin-bai/2024/10")
DECISIONS = {
    "never approved": {"duyet": None},
    "returned": {"trả_lại": "Phó Mẫu, 20/11/2024, Thiếu ảnh"},
    "taken down": {"gỡ": "Phó Mẫu, 20/11/2024, Gia đình đề nghị"},
}


def moved(**header):
    return article_text("Chữ.", **header).replace("---\n", f"---\n{OLD}", 1)


@pytest.fixture
def site_with_old(site):
    site.write("tin-bai/bai-hai.md", article_text("Khác.", title="Bài hai"))
    site.write("tin-bai/bai-mot.md", moved())
    assert site.publish().returncode == 0
    return site


def traces_in(files):
    return {
        (trace, path)
        for path, content in files.items()
        for trace in TRACES
        if trace.encode() in content or trace in path
        if path != "manifest.json"
    }


@pytest.mark.parametrize("header", DECISIONS.values(), ids=DECISIONS)
def test_its_old_addresses_go_with_the_article(site_with_old, header):
    site = site_with_old
    assert traces_in(site.files())

    site.write("tin-bai/bai-mot.md", moved(**header))
    made = site.publish("--verify-all")

    assert made.returncode == 0, made.stderr
    files = site.files()
    assert traces_in(files) == set()
    assert "_redirects" not in files
    assert "chuyen-huong.nginx.conf" not in files
    assert [path for path in files if path.endswith(".htaccess")] == [".htaccess"]
    assert b"redirects" not in files["manifest.json"]


def test_a_fresh_clone_takes_them_from_a_host_whose_list_is_lost(site_with_old):
    site = site_with_old
    conf = site.root / "publishconf.py"
    conf.write_text(conf.read_text() + '\nDEPLOY = {"folder": {"path": "../www"}}\n')
    site.invoke("deploy", "--to", "folder")
    www = site.root.parent / "www"
    assert traces_in(site.files(www))
    shutil.rmtree(site.root / ".cache")
    (www / ".ht-newsroom.json").unlink()

    site.write("tin-bai/bai-mot.md", moved(trả_lại="Phó Mẫu, 20/11/2024, Nhầm"))
    made = site.invoke("deploy", "--to", "folder")

    assert made.returncode == 0, made.stderr
    there = site.files(www)
    assert traces_in(there) == set()
    assert {path for path in there if path.startswith((".ht", "_"))} == {
        *(".htaccess", ".ht-newsroom.json", "_headers"),
    }


def test_what_answers_at_an_old_address_goes_by_an_everyday_publication(site):
    """Pages that only lead on are no articles: nobody is asked whether they may go."""
    for n in range(8):
        text = article_text("Chữ.", title=f"Bài {n}")
        site.write(f"tin-bai/bai-{n}.md", text.replace("---\n", f"---\nđịa chỉ cũ: /cu-{n}/\n", 1))
    site.publish()
    assert "cu-7/index.html" in site.files()

    for n in range(8):
        site.write(f"tin-bai/bai-{n}.md", article_text("Chữ.", title=f"Bài {n}"))
    made = site.publish()

    assert made.returncode == 0, made.stderr
    assert "cu-7/index.html" not in site.files()


def test_articles_that_moved_with_their_old_addresses_are_an_everyday_publication(site):
    for n in range(8):
        site.write(f"tin-bai/bai-{n}.md", article_text("Chữ.", title=f"Bài {n}"))
    site.publish()

    for n in range(8):
        (site.content / f"tin-bai/bai-{n}.md").unlink()
        line = f"---\nđịa chỉ cũ: /tin-bai/2024/11/bai-{n}/\n"
        text = article_text("Chữ.", title=f"Bài {n}").replace("---\n", line, 1)
        site.write(f"tin-bai/ten-moi-{n}.md", text)
    made = site.publish()

    assert made.returncode == 0, made.stderr
    assert b'content="newsroom redirect"' in site.files()["tin-bai/2024/11/bai-3/index.html"]


def test_a_rule_of_a_host_that_leads_nowhere_stops_the_publication(site_with_old):
    from newsroom.verification.redirect_check import (
        faults_of_redirect_page,
        rules_leading_nowhere,
    )

    files = site_with_old.files()
    for path in ("vi/news/.htaccess", "_redirects", "chuyen-huong.nginx.conf"):
        assert [*rules_leading_nowhere(path, files[path], "/", files)] == []
        broken = files[path].replace(b"/tin-bai/2024/11/bai-mot", b"/tin-bai/2024/11/khac")
        assert [*rules_leading_nowhere(path, broken, "/", files)]
    page = files["vi/news/chuyen-rieng-cua-lop-hoc-7.html"].decode()
    assert [*faults_of_redirect_page(page)] == []
    assert [*faults_of_redirect_page(page.replace('<a href="', '<a href="x'))]
    assert [*faults_of_redirect_page(page.replace("noindex", "all"))]
