"""`check` says which hosts cannot answer an old address that a query tells."""

import pytest
from sample import article_text

from newsroom.building.publishing import build_edition
from newsroom.domain.site import host_limits
from newsroom.domain.site.host_limits import HostLimit, RedirectLimit, own_redirects

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


ADDRESSES = "".join(f"địa chỉ cũ: /bai-{n}.html\n" for n in range(3))


def with_service(site, service):
    site.write("tin-bai/mot.md", article_text().replace("---\n", f"---\n{ADDRESSES}", 1))
    conf = site.root / "publishconf.py"
    text = conf.read_text().partition("\nDEPLOY")[0]
    conf.write_text(f'{text}\nDEPLOY = {{"folder": {{"path": "w", "service": "{service}"}}}}\n')
    made = site.publish("--verify-all")
    assert made.returncode == 0, made.stderr
    return site.files()


def test_a_host_with_rules_of_its_own_gets_no_page_that_would_stand_before_them(site):
    """Netlify and GitLab give a file that is there, and only else look at their rules."""
    files = with_service(site, "netlify")

    assert "bai-1.html" not in files
    assert b"/bai-1.html /tin-bai/2024/11/mot/ 301\n" in files["_redirects"]

    # Another host is another edition, though the content is the same.
    files = with_service(site, "github")

    assert b'content="newsroom redirect"' in files["bai-1.html"]


@pytest.mark.parametrize(
    ("ways", "rules"),
    [
        ([], None),
        ([("ftp", "")], None),
        ([("folder", "")], None),
        ([("github", "")], None),
        ([("folder", "netlify")], 10_000),
        ([("folder", "cloudflare")], 2_000),
        ([("folder", "netlify"), ("folder", "gitlab")], 1_000),
        ([("folder", "netlify"), ("ftp", "")], None),
    ],
)
def test_rules_alone_answer_only_where_every_host_reads_them(ways, rules):
    limit = own_redirects(ways)

    assert (limit and limit.rules) == rules


def test_what_is_beyond_a_hosts_limit_has_a_small_page(site, monkeypatch):
    monkeypatch.setattr(
        host_limits,
        "SERVICES",
        {
            "netlify": HostLimit(
                service="Netlify", redirects=RedirectLimit(rules=2, largest_file=999)
            )
        },
    )
    site.write("tin-bai/mot.md", article_text().replace("---\n", f"---\n{ADDRESSES}", 1))
    conf = site.root / "publishconf.py"
    conf.write_text(
        f'{conf.read_text()}\nDEPLOY = {{"folder": {{"path": "w", "service": "netlify"}}}}\n'
    )
    monkeypatch.setenv("NEWSROOM_TODAY", site.today)

    build_edition(conf, site.output)

    files = site.files()
    assert files["_redirects"].count(b"\n") == 3
    assert [path for path in files if path.startswith("bai-")] == ["bai-2.html"]
