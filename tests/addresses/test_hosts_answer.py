"""Every old address is answered, by each kind of host: a real Apache, a real nginx, small pages.

Where the machine has neither of them, their files are held to the same table line by line.
"""

import json
import os
import re
from html.parser import HTMLParser
from posixpath import normpath
from urllib.parse import unquote

import pytest
from sample import SCHOOL_YAML, article_text, document_text, pdf
from web_servers import apache, nginx

ARTICLE, PAGE, DOCUMENT = "tin-bai/2024/11/mot/", "gioi-thieu/", "van-ban/2024/ke-hoach/"
# What was typed, and every way in which a reader may come by it.
OLD = {
    "mot": {
        "/tin-bai/2024/09/mot/": ["/tin-bai/2024/09/mot/", "/tin-bai/2024/09/mot"],
        "/tin-bai/2024/10/mot/": ["/tin-bai/2024/10/mot/", "/tin-bai/2024/10/mot/index.html"],
        "http://truongcu.example/vi/news/Tin-tuc/Bai-mot-12.html": [
            "/vi/news/Tin-tuc/Bai-mot-12.html",
            "/vi/news/Tin-tuc/Bai-mot-12.html?fbclid=abc",
        ],
        "/tin%20t%E1%BB%A9c/B%C3%A0i.html": [
            "/tin tức/Bài.html",
            "/tin%20t%E1%BB%A9c/B%C3%A0i.html",
        ],
        "/bai-mot/": ["/bai-mot", "/bai-mot/"],
        "/bai-mot/luu-tru/": ["/bai-mot/luu-tru"],
        "/2019/05/": ["/2019/05/"],
        "/bai.php": ["/bai.php"],
    },
    "gioi-thieu": {"/about.html": ["/about.html"], "/bai.php/gioi-thieu": ["/bai.php/gioi-thieu/"]},
    "ke-hoach": {"/van-ban/12-kh.html": ["/van-ban/12-kh.html"]},
}
# Only what runs on a server can tell these.
ON_SERVERS = {
    "mot": {
        "/?p=123": ["/?p=123", "/?fbclid=a&p=123", "/index.php?p=123&x=1"],
        "/index.php?nv=news&op=view&id=5": [
            "/index.php?nv=news&op=view&id=5",
            "/index.php?id=5&op=view&nv=news",
        ],
        "/index.php?language=vi&nv=news&op=Tin-tuc/bai-12": [
            "/index.php?language=vi&nv=news&op=Tin-tuc/bai-12",
            "/index.php?language=vi&nv=news&op=Tin-tuc%2Fbai-12",
        ],
        "/tim?q=có dấu": ["/tim?q=c%C3%B3%20d%E1%BA%A5u"],
        "/con/bai:1.html": ["/con/bai:1.html"],
        '/a"b$c{1}/': ['/a"b$c{1}/', '/a"b$c{1}'],
    },
    "gioi-thieu": {"/Gioi-Thieu/": ["/Gioi-Thieu/", "/Gioi-Thieu"]},
    "ke-hoach": {"/van-ban/?id=7": []},
}
URLS = {"mot": ARTICLE, "gioi-thieu": PAGE, "ke-hoach": DOCUMENT}
EVERY = [
    pytest.param(asked, URLS[name], id=asked)
    for table in (OLD, ON_SERVERS)
    for name, typed in table.items()
    for ways in typed.values()
    for asked in ways
]
NOT_OURS = [
    "/?p=124",
    "/index.php?nv=news&op=view&id=6",
    "/vi/news/",
    "/bai-mot-hai/",
    "/khac.html",
]


def lines(name):
    typed = [*OLD.get(name, ()), *ON_SERVERS.get(name, ())]
    return "".join(f"địa chỉ cũ: {one}\n" for one in typed)


def with_lines(text, name):
    return text.replace("---\n", f"---\n{lines(name)}", 1)


@pytest.fixture(scope="module", params=["", "/truong-mau"], ids=["root", "sub-path"])
def served(request, site_at, tmp_path_factory):
    """A site whose items have moved, and the folder that a host serves it from."""
    base = request.param
    site = site_at(tmp_path_factory.mktemp("addresses") / "trang")
    site.write("truong.yaml", SCHOOL_YAML.replace("truongmau.example", f"truongmau.example{base}"))
    site.write("tin-bai/mot.md", with_lines(article_text(title="Bài một của trường"), "mot"))
    page = "---\ntiêu đề: Giới thiệu\nduyệt: Phó Mẫu, 12/11/2024\n---\nLời.\n"
    site.write("trang/gioi-thieu.md", with_lines(page, "gioi-thieu"))
    site.write("van-ban/ke-hoach.md", with_lines(document_text(), "ke-hoach"))
    site.write("van-ban/tep.pdf", pdf())
    made = site.publish("--verify-all")
    assert made.returncode == 0, made.stderr
    root = tmp_path_factory.mktemp("www")
    for folder in (root, *root.parents, site.output, *site.output.parents):
        _let_servers_through(folder)
    (root / "www").mkdir()
    place = root / "www" / base.strip("/") if base else root / "www"
    if base:
        place.symlink_to(site.output)
    else:
        place.rmdir()
        place.symlink_to(site.output)
    return site, root, base


def _let_servers_through(folder):
    """Apache reads as another user than root: the folders of tests are closed to it."""
    stat = folder.stat()
    if stat.st_uid == os.getuid() and stat.st_mode & 0o555 != 0o555:
        folder.chmod(stat.st_mode | 0o555)


@pytest.fixture(scope="module")
def asked_of_apache(served):
    _, root, base = served
    with apache(root / "www", root / "apache") as asked:
        yield asked, base


@pytest.fixture(scope="module")
def asked_of_nginx(served):
    site, root, base = served
    with nginx(root / "www", root / "nginx", site.output / "chuyen-huong.nginx.conf") as asked:
        yield asked, base


@pytest.mark.parametrize(("asked", "to"), EVERY)
def test_apache_leads_from_every_old_address_to_the_page(asked_of_apache, asked, to):
    server, base = asked_of_apache
    first = server(f"{base}{asked}")

    assert first.status == 301
    assert server.followed(f"{base}{asked}").partition("?")[0] in (
        f"{base}/{to}",
        f"{base}/{to}index.html",
    )


@pytest.mark.parametrize(("asked", "to"), EVERY)
def test_nginx_leads_from_every_old_address_to_the_page(asked_of_nginx, asked, to):
    server, base = asked_of_nginx
    answer = server(f"{base}{asked}")

    if asked.endswith("index.html"):
        # The map has it without; the small page of that name leads on.
        assert answer.status == 200
        assert 'http-equiv="refresh"' in answer.body
    else:
        assert (answer.status, answer.to) == (301, f"{base}/{to}")


@pytest.mark.parametrize("asked", [*NOT_OURS, "/", f"/{ARTICLE}", f"/{PAGE}", "/tin-bai/2024/11/"])
def test_servers_answer_whatever_is_no_old_address_as_before(
    asked_of_apache, asked_of_nginx, asked
):
    for server, base in (asked_of_apache, asked_of_nginx):
        answer = server(f"{base}{asked}")
        # The front page of Apache is asked once more without the query that nobody knows.
        assert answer.status in (200, 404, 403) or answer.to == f"{base}/"
        assert ARTICLE not in answer.to


class Tags(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.found, self.words = [], ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words += data


@pytest.mark.parametrize(
    ("typed", "to"),
    [(typed, URLS[name]) for name, every in OLD.items() for typed in every],
)
def test_a_small_page_leads_on_where_the_host_knows_no_rules(served, typed, to):
    site, _, base = served
    path = unquote(typed.partition("truongcu.example")[2] or typed).strip("/")
    file = site.output / path
    file = file if file.is_file() else file / "index.html"
    tags = Tags(file.read_text())

    place = file.relative_to(site.output).parent.as_posix()
    [refresh] = [a["content"] for t, a in tags.found if a.get("http-equiv") == "refresh"]
    way = refresh.removeprefix("0; url=")
    assert f"{normpath(f'{place}/{way}')}/" == to
    assert [a["href"] for t, a in tags.found if t == "a"] == [way]
    metas = {
        a.get("name") or a.get("http-equiv"): a["content"]
        for t, a in tags.found
        if t == "meta" and len(a) > 1
    }
    assert metas["robots"] == "noindex"
    assert metas["Content-Security-Policy"].startswith("default-src 'none'")
    [canonical] = [a["href"] for t, a in tags.found if a.get("rel") == "canonical"]
    assert canonical == f"https://truongmau.example{base}/{to}"
    assert ("html", {"lang": "vi"}) in tags.found
    # What the page is called stands on the page itself, and there alone.
    assert "Bài một" not in tags.words


def test_lists_and_indexes_know_nothing_of_old_addresses(served):
    site, *_ = served
    files = site.files()
    pages = {path for path, text in files.items() if b'content="newsroom redirect"' in text}

    assert len(pages) == sum(map(len, OLD.values()))
    told = {"sitemap.xml", "so-do-trang/index.html"} | {
        path for path in files if path.startswith(("feeds/", "tim-kiem/"))
    }
    for path in told:
        for page in pages:
            assert page.removesuffix("index.html").encode() not in files[path].replace(b"\\/", b"/")
    assert set(json.loads(files["manifest.json"])["redirects"]) == pages


def test_the_files_for_servers_lead_to_pages_only_line_by_line(served):
    """The same table, on a machine that has no server to ask."""
    site, _, base = served
    files = {path: text.decode() for path, text in site.files().items() if path.endswith(
        (".htaccess", "_redirects", ".nginx.conf"))}  # fmt: skip
    rules = files["_redirects"].splitlines()[1:]
    nginx_keys = dict(
        re.findall(r'^    "((?:[^"\\]|\\.)+)" "([^"]+)";$', files["chuyen-huong.nginx.conf"], re.M)
    )
    redirect = re.compile(r'^Redirect 301 "((?:[^"\\]|\\.)*)" "([^"]+)"$', re.M)
    apache = dict(pair for text in files.values() for pair in redirect.findall(text))

    for name, typed in OLD.items():
        for ways in typed.values():
            for way in ways:
                asked = unquote(f"{base}{way}").partition("?")[0].removesuffix("index.html")
                target = f"{base}/{URLS[name]}"
                assert apache[asked.rstrip("/")].rstrip("/") == target.rstrip("/")
                assert nginx_keys[asked.replace('"', '\\"')] == target
    assert {rule.split()[1] for rule in rules} == {f"{base}/{url}" for url in URLS.values()}
    assert len(rules) == len({rule.split()[0] for rule in rules})


def test_pelican_writes_the_same_bytes(served):
    site, _, base = served
    if base:
        pytest.skip("one is enough")
    before = site.files()

    made = site.pelican()

    assert made.returncode == 0, made.stderr
    assert site.files() == before
