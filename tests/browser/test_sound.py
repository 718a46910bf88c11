"""The site as programs see it: valid HTML, links that lead somewhere, nothing from elsewhere."""

import json
import re
import subprocess
from html.parser import HTMLParser
from itertools import chain
from pathlib import PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import pytest

from browser.page_kinds import address_of, kind_of_page
from browser.tools import nu_checker
from browser.visitor import DESKTOP, PHONE


def test_the_nu_checker_finds_no_error_on_any_page(demo, addresses):
    # By address, not as files: it holds what a page loads against the page's policy.
    pages = [
        f"{addresses[edition]}{path.relative_to(folder).as_posix()}"
        for edition, folder in demo.folders.items()
        for path in sorted(folder.rglob("*.html"))
    ]

    said = subprocess.run(
        [*nu_checker(), "--format", "json", "--no-langdetect", *pages],
        capture_output=True,
        text=True,
        check=False,
    )

    messages = json.loads(said.stderr)["messages"]
    found = {
        f"{m['message']}: {m.get('extract', '').strip()} ({m['url']})"
        for m in messages
        if m["type"] == "error" or m.get("subType") == "warning"
    }
    assert not found, "\n".join(sorted(found))


class Addresses(HTMLParser):
    """The addresses that a page names, and the names in it that a fragment may mean."""

    def __init__(self, html):
        super().__init__()
        self.named, self.ids = set(), set()
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.named |= {given[key] for key in ("href", "src", "action") if given.get(key)}
        self.named |= {part.split()[0] for part in (given.get("srcset") or "").split(",") if part}
        self.ids |= {given[key] for key in ("id", "name") if given.get(key)}


@pytest.mark.parametrize("edition", ["public", "desk"])
def test_every_link_of_every_page_leads_somewhere(demo, edition):
    folder, host = demo.folders[edition], "https://saomau.example/"
    pages = {
        path.relative_to(folder).as_posix(): Addresses(path.read_text("utf-8"))
        for path in folder.rglob("*.html")
    }
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    dead = []
    for name, page in pages.items():
        for address in page.named:
            target, _, fragment = urljoin(f"{host}{name}", address).partition("#")
            if not target.startswith(host):
                continue
            path = unquote(urlsplit(target).path.lstrip("/"))
            file = f"{path}index.html" if not path or path.endswith("/") else path
            # The desk's pages name their public address as the canonical one.
            if file not in files and not (edition == "desk" and address.startswith(host)):
                dead.append(f"{name}: {address}")
            elif fragment and file in pages and fragment not in pages[file].ids:
                dead.append(f"{name}: {address} (no such place)")

    assert dead == []


@kind_of_page()
def test_a_page_makes_no_error_and_fetches_nothing_from_elsewhere(visitor, demo, addresses, kind):
    address = address_of(kind, demo, addresses)
    host = urlsplit(address).netloc

    visitor.goes_to(address)

    assert visitor.heard() == []
    fetched = [urlsplit(found) for found, _ in visitor.fetched()]
    assert {found.netloc for found in fetched if found.scheme != "data"} == {host}


def test_the_front_page_is_light(visitor, demo, addresses):
    """Without the pictures of articles. Our test server compresses nothing; hosts do."""
    visitor.driver.execute_cdp_cmd("Network.setCacheDisabled", {"cacheDisabled": True})
    visitor.goes_to(addresses["public"])
    fetched = {urlsplit(found).path: size for found, size in visitor.fetched()}
    visitor.driver.execute_cdp_cmd("Network.setCacheDisabled", {"cacheDisabled": False})

    ours = {path: size for path, size in fetched.items() if not path.startswith("/anh/")}
    kinds = [PurePosixPath(path).suffix for path in ours]
    assert sum(ours.values()) <= 120_000, ours
    assert kinds.count(".css") == 1
    assert sum(size for path, size in ours.items() if path.endswith(".js")) <= 10_000


def test_search_engines_are_told_what_each_page_is(demo):
    for url in chain.from_iterable(demo.pages["public"].values()):
        if url.endswith("/") and url not in demo.pages["public"].get("removed", ()):
            html = (demo.folders["public"] / url / "index.html").read_text("utf-8")
            assert re.search(r'<meta name="description" content="[^"]{12,}">', html), url


def test_every_script_waits_and_no_page_has_one_of_its_own(demo):
    for folder in demo.folders.values():
        for path in folder.rglob("*.html"):
            html = path.read_text("utf-8")
            for tag in re.findall(r"<script[^>]*>", html):
                waits = "src=" in tag and re.search(r'defer|type="module"', tag)
                assert waits or "application/ld+json" in tag, path
            assert not re.search(r"<style|<[^>]+\s(style|on\w+)=", html), path


SHIFTS = """
const answer = arguments[0]; let sum = 0;
new PerformanceObserver(list => list.getEntries().forEach(shift => sum += shift.value))
  .observe({type: "layout-shift", buffered: true});
setTimeout(() => answer(sum), 300);
"""


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
@pytest.mark.parametrize("template", ["home", "article", "tally_year"])
def test_nothing_shifts_while_a_page_loads_over_a_slow_line(
    visitor, demo, addresses, template, size
):
    slow = {"offline": False, "latency": 60, "downloadThroughput": 4e5, "uploadThroughput": 4e5}
    free = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
    visitor.sees(size)
    visitor.driver.execute_cdp_cmd("Network.setCacheDisabled", {"cacheDisabled": True})
    visitor.driver.execute_cdp_cmd("Network.emulateNetworkConditions", slow)
    try:
        visitor.goes_to(f"{addresses['public']}{demo.pages['public'][template][0]}")
        shifted = visitor.driver.execute_async_script(SHIFTS)
    finally:
        visitor.driver.execute_cdp_cmd("Network.emulateNetworkConditions", free)
        visitor.driver.execute_cdp_cmd("Network.setCacheDisabled", {"cacheDisabled": False})

    assert shifted < 0.02


ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00")


def test_every_feed_is_what_rfc_4287_asks_for(demo):
    root = demo.folders["public"]
    feeds = sorted(root.glob("feeds/**/*.xml"))
    assert len(feeds) > 20
    for path in feeds:
        feed = ElementTree.parse(path).getroot()
        whole = {
            name: feed.findall(f"{ATOM}{name}") for name in ("id", "title", "updated", "author")
        }
        assert all(len(found) == 1 for found in whole.values()), path
        links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
        assert links["self"] == f"https://saomau.example/{path.relative_to(root).as_posix()}"
        entries = feed.findall(f"{ATOM}entry")
        ids = [entry.find(f"{ATOM}id").text for entry in entries]
        assert len(ids) == len(set(ids)), path
        for entry in entries:
            assert entry.find(f"{ATOM}title").text
            assert len(entry.findall(f"{ATOM}link[@rel='alternate']")) == 1
            published, updated = (entry.find(f"{ATOM}{n}").text for n in ("published", "updated"))
            assert MOMENT.fullmatch(published)
            assert MOMENT.fullmatch(updated)
            assert published <= updated <= feed.find(f"{ATOM}updated").text


def test_the_map_for_search_engines_names_each_page_once_with_the_day_of_its_content(demo):
    root = demo.folders["public"]
    text = (root / "sitemap.xml").read_text("utf-8")
    named = re.findall(r"<loc>https://saomau\.example/([^<]*)</loc>", text)

    assert len(named) == len(set(named))
    assert all((root / url / "index.html").is_file() for url in named)
    assert max(re.findall(r"<lastmod>([^<]+)</lastmod>", text)) <= "2026-11-21"
    for url in named:
        canonical = f'<link rel="canonical" href="https://saomau.example/{url}">'
        assert canonical in (root / url / "index.html").read_text("utf-8")


def test_the_site_is_whole_below_another_path_too(visitor, demo, served):
    folder = demo.folders["public"]
    with served(folder.parent) as address:
        visitor.goes_to(f"{address}{folder.name}/{demo.pages['public']['article'][0]}")

        assert visitor.heard() == []
        assert visitor.asks("document.fonts.check('700 20px \"Be Vietnam Pro\"', 'ệ')")
        fetched = [urlsplit(found).path for found, size in visitor.fetched() if size]
        assert all(path.startswith(f"/{folder.name}/") for path in fetched)
        assert [path for path in fetched if path.endswith(".woff2")]
