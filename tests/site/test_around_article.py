"""The surroundings of an article: the way to it, what to read next, ways to pass it on."""

import json
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from sample import article_text

from newsroom.pages.article.around_article import json_ld


def number(n, **header):
    return article_text(f"Chữ {n}.", title=f"Bài {n}", ngày=f"{n:02}/10/2024", **header)


@pytest.fixture
def five(site):
    for n in range(1, 6):
        site.write(f"tin-bai/bai-{n}.md", number(n))
    site.publish()
    return site


def page(site, n):
    return site.files()[f"tin-bai/2024/10/bai-{n}/index.html"].decode()


def read_on(html):
    part = html.partition('id="doc-them"')[2].partition("</aside>")[0]
    return re.findall(r">(Bài \d)</a>", part)


def things(html):
    text = re.search(r'<script type="application/ld\+json">(.+?)</script>', html)[1]
    return {thing["@type"]: thing for thing in json.loads(text)["@graph"]}


def test_an_article_leads_on_to_older_ones_of_its_category_and_group(five):
    # The one just before is a step away in any case.
    assert read_on(page(five, 5)) == ["Bài 3", "Bài 2", "Bài 1"]
    assert read_on(page(five, 3)) == ["Bài 1"]
    assert read_on(page(five, 1)) == []


def test_a_new_article_changes_no_older_page_but_its_neighbour(five):
    before = five.files()
    five.write("tin-bai/bai-6.md", number(6))
    five.publish()

    after = five.files()

    pages = [name for name in before if re.match(r"tin-bai/.*html", name)]
    assert [n for n in pages if after[n] != before[n]] == ["tin-bai/2024/10/bai-5/index.html"]


def test_an_older_article_of_another_category_and_group_is_not_offered(site):
    site.write("tin-bai/bai-1.md", number(1, chuyên_mục="Gương người tốt, việc tốt", tổ="Tổ 2"))
    site.write("tin-bai/bai-2.md", number(2))
    site.write("tin-bai/bai-3.md", number(3))
    site.write(
        "tin-bai/bai-4.md",
        number(4, chuyên_mục="Tài chính", tổ="Tổ 1", duyet="Kế Toán Mẫu, 05/10/2024"),
    )
    site.publish()

    assert read_on(page(site, 3)) == []


def test_machines_read_who_wrote_what_when_and_where_it_stands(five):
    found = things(page(five, 5))

    article = found["NewsArticle"]
    assert article["headline"] == "Bài 5"
    assert article["datePublished"] == "2024-10-05T00:00:00+07:00"
    assert article["author"] == [
        {
            "@type": "Person",
            "name": "Lan Mẫu",
            "url": "https://truongmau.example/tac-gia/lan-mau/",
        }
    ]
    assert article["publisher"]["name"] == "Trường Mẫu"
    steps = [step["name"] for step in found["BreadcrumbList"]["itemListElement"]]
    assert steps == ["Trang chủ", "Hoạt động", "Bài 5"]


def test_no_title_ends_the_data_and_begins_a_script(site):
    title = "</script><script>alert(1)</script> & <!-- x"
    site.write("tin-bai/bai-1.md", number(1).replace("Bài 1", title))
    site.publish()

    html = page(site, 1)

    assert "<script>" not in html
    assert things(html)["NewsArticle"]["headline"] == title


def test_data_for_machines_leaves_out_what_is_not_known():
    assert json_ld({"@type": "Person", "name": "Lan", "url": ""}) == (
        '{"@context":"https://schema.org","@graph":[{"@type":"Person","name":"Lan"}]}'
    )


def test_an_article_is_passed_on_by_plain_links_that_name_its_whole_address(five):
    html = page(five, 5)
    address = "https://truongmau.example/tin-bai/2024/10/bai-5/"
    links = re.findall(r'class="share__link" href="([^"]+)"', html)

    assert [urlsplit(link).hostname or urlsplit(link).scheme for link in links] == [
        "button-share.zalo.me",
        "www.facebook.com",
        "mailto",
    ]
    assert parse_qs(urlsplit(links[1]).query) == {"u": [address]}
    assert f'<meta property="og:url" content="{address}">' in html


def test_a_preview_is_not_passed_on(site):
    site.write("tin-bai/cho.md", article_text(duyet=None))
    site.invoke("build")

    files = site.files(site.desk)
    preview = next(c.decode() for n, c in files.items() if n.startswith("cho-duyet/"))
    assert "share" not in preview
    assert "ld+json" not in preview
