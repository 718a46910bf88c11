"""`check` says which hosts cannot answer an old address that a query tells."""

import pytest
from sample import article_text

QUERY = article_text().replace("---\n", "---\nđịa chỉ cũ: /?p=12\n", 1)


@pytest.mark.parametrize(
    ("blocks", "said"),
    [
        ("{}", "GitHub Pages, Cloudflare Pages, Netlify"),
        ('{"github": {}}', ": GitHub không trả lời được"),
        ('{"folder": {"path": "../w.zip", "service": "cloudflare"}}', ": Cloudflare Pages không"),
        ('{"ftp": {"host": "a.example", "user": "b"}}', ""),
    ],
)
def test_queries_are_for_hosts_that_can_read_them(site, blocks, said):
    site.write("tin-bai/mot.md", QUERY)
    conf = site.root / "publishconf.py"
    conf.write_text(f"{conf.read_text()}\nDEPLOY = {blocks}\n")

    told = site.invoke("check").stdout

    assert ("NR-ADDRESS-010" in told) is bool(said)
    assert said in told


def test_addresses_without_a_query_are_answered_everywhere(site):
    site.write("tin-bai/mot.md", QUERY.replace("/?p=12", "/bai-12.html"))

    assert "NR-ADDRESS" not in site.invoke("check").stdout
