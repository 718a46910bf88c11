"""Thirty articles of each old site become exactly these files; hundreds in little memory."""

import tracemalloc
from pathlib import Path

import pytest
from thirty_articles import as_blogger, as_wordpress
from write_expected import expected_of

from newsroom.importing.old_sites.blogger.blogger_site import BloggerSite
from newsroom.importing.old_sites.left_out import LeftLog
from newsroom.importing.old_sites.wordpress.wordpress_site import WordPressSite


@pytest.mark.parametrize("kind", ["wordpress", "blogger", "nukeviet"])
def test_each_article_becomes_the_file_that_is_expected(school, kind):
    expected = Path(__file__).with_name(f"thirty_{kind}.txt").read_text(encoding="utf-8")

    assert expected_of(school, kind) == expected


@pytest.mark.parametrize(
    ("site", "made"), [(WordPressSite, as_wordpress), (BloggerSite, as_blogger)]
)
def test_five_hundred_articles_are_read_one_by_one(tmp_path, site, made):
    place = tmp_path / "lon.xml"
    place.write_text(made(500).replace("</title>", "</title><x>" + "y" * 20_000 + "</x>"), "utf-8")
    tracemalloc.start()

    read = sum(1 for _ in site(place).entries(LeftLog()))

    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert read == 500
    assert place.stat().st_size > 10_000_000
    assert peak < 5_000_000
