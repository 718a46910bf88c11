"""Old sites of thirty articles, from their exports to the pages, as a school types it."""

import os
import re
import sys
from pathlib import Path

import pytest
from sample import without_ids

sys.path.insert(0, str(Path(__file__).parents[1] / "importing/old_sites"))
from old_school import jpeg
from thirty_articles import as_blogger, as_nukeviet, as_wordpress

CHIEF = "Hiệu Trưởng Mẫu"


@pytest.fixture(scope="module")
def moved_in(module_site):
    """The site after both imports, and what was said."""
    site = module_site
    uploads = site.root / "uploads/2019/09"
    uploads.mkdir(parents=True)
    for name in (*(f"a{n}" for n in range(1, 31)), "bia1", "bia2", "bia3"):
        (uploads / f"{name}.jpg").write_bytes(jpeg(name))
    (uploads / "ke-hoach.pdf").write_bytes(b"%PDF-1.4 x\n%%EOF\n")
    (site.root / "wp.xml").write_text(as_wordpress(), encoding="utf-8")
    (site.root / "blog.xml").write_text(as_blogger(), encoding="utf-8")
    (site.root / "nv.sql").write_text(as_nukeviet(), encoding="utf-8")
    options = ("--files", "uploads", "--yes", "--by", CHIEF)
    said = [
        site.invoke("import", "wordpress", "wp.xml", *options, "--old-pictures"),
        site.invoke("import", "blogger", "blog.xml", *options),
        site.invoke("import", "nukeviet", "nv.sql", *options[:3]),
        site.invoke("approve", "--import", "content/nhap/2024-11-30-3.yaml", "--by", CHIEF),
    ]
    said += [site.invoke("check"), site.publish()]
    return site, said


def test_every_article_is_written_checked_and_published(moved_in):
    site, said = moved_in

    assert [done.returncode for done in said] == [0] * 6, [d.stdout + d.stderr for d in said]
    assert "90 bài: 0 lỗi" in said[-2].stdout
    articles = {path.parent for path in site.output.glob("tin-bai/2019/*/*/index.html")}
    assert len(articles) == 90


def test_every_old_address_leads_on(moved_in):
    site, _ = moved_in

    for number in range(1, 31):
        category = "hoat-dong" if number % 3 else "tin-tuc"
        nukeviet = f"vi/news/{category}/bai-{number}-{number}.html"
        for old in (
            nukeviet,
            f"2019/09/tin-so-{number}/index.html",
            f"2019/09/tin-so-{number}.html",
        ):
            page = (site.output / old).read_text(encoding="utf-8")
            target = re.search(r'url=([^"]+)"', page)[1]
            there = os.path.normpath(site.output / os.path.dirname(old) / target)
            assert (Path(there) / "index.html").is_file(), (old, target)
    by_number = (site.output / "chuyen-huong/.htaccess").read_text(encoding="utf-8")
    for number in range(1, 31):
        line = f'/chuyen-huong/0/{number}" "/tin-bai/2019/09/tin-so-{number}/"'
        assert line in by_number


def test_old_pictures_are_shown_only_where_the_decision_says_so(moved_in):
    site, _ = moved_in
    first, second = (
        (site.output / f"tin-bai/2019/09/{name}/index.html").read_text(encoding="utf-8")
        for name in ("tin-so-4", "tin-so-4-2")
    )

    assert "Sân trường" in first
    assert "<img" in first.partition("<main")[2].partition("</article>")[0]
    assert "<img" not in second.partition("<main")[2].partition("</article>")[0]


def test_a_second_run_of_both_changes_no_byte(moved_in):
    site, _ = moved_in
    before = site.files(site.content)

    for kind, name in (("wordpress", "wp.xml"), ("blogger", "blog.xml"), ("nukeviet", "nv.sql")):
        again = site.invoke("import", kind, name, "--files", "uploads", "--yes", "--by", CHIEF)
        assert "Đã có từ trước: 30 bài" in without_ids(again.stdout)

    assert site.files(site.content) == before
