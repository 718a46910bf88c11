"""The search as a reader meets it: typed in many ways, on a phone, with and without scripts."""

import json
import re
import shutil
import unicodedata
from pathlib import Path
from urllib.parse import quote

import pytest
from demo_content import DEMO
from sample import article_text, write_site
from search_words import pair_of

from newsroom.domain.site.search_index import bucket_of, folded, token, words_of
from newsroom.domain.text.vietnamese import clean

REPOSITORY = Path(__file__).resolve().parents[2]
ENTER = "\ue007"
VECTORS = REPOSITORY / "tests/vectors/search_words.tsv"
ARTICLES = {
    "duong": {"title": "Con đường tới trường", "ngày": "02/10/2024"},
    "duong-lieu": {"title": "Hàng dương bên sân", "ngày": "20/11/2024"},
    "trong-bai": {"title": "Tin tháng mười", "ngày": "05/10/2024", "tổ": "Tổ 2"},
    "tom-tat": {"title": "Tin ngắn", "ngày": "04/10/2024", "tóm_tắt": "Quét đường làng"},
    "trung-thu": {
        "title": "Đêm hội",
        "ngày": "10/10/2024",
        "chuyên_mục": "Gương người tốt, việc tốt",
    },
    "thu-trung": {"title": "Giữ sách", "ngày": "11/10/2024"},
}
BODIES = {
    "trong-bai": "Các em đi trên đường đê, nhặt rác và trồng hoa.",
    "trung-thu": "Cả trường vui đêm trung thu cùng đèn ông sao.",
    "thu-trung": "Tập trung đọc sách, thu vở và trung thực khi làm bài.",
}


@pytest.fixture(scope="module")
def school(tmp_path_factory):
    """A public edition with a few articles, below a folder of its host."""
    from newsroom.building.publishing import build_edition

    host = tmp_path_factory.mktemp("host")
    root = host / "site"
    root.mkdir()
    for name in ("pelicanconf.py", "publishconf.py"):
        shutil.copy(REPOSITORY / name, root)
    shutil.copytree(REPOSITORY / "theme", root / "theme")
    articles = {
        f"tin-bai/{slug}.md": article_text(BODIES.get(slug, "Nội dung."), **header)
        for slug, header in ARTICLES.items()
    }
    for n in range(25):
        articles[f"tin-bai/nhieu-{n}.md"] = article_text(title=f"Vườn số {n}", ngày="01/10/2024")
    write_site(root, articles)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEWSROOM_TODAY", "2024-11-30")
        build_edition(root / "publishconf.py", host / "truong/mau")
    return host


@pytest.fixture
def search(chromium, served, school):
    with served(school) as host:
        yield Search(chromium, f"{host}truong/mau/")


class Search:
    """The search page in the browser."""

    def __init__(self, browser, root):
        self.browser, self.root = browser, root

    def one(self, selector):
        return self.browser.find_element("css selector", selector)

    def open(self, query=""):
        self.browser.get(f"{self.root}tim-kiem/{query}")

    def wait(self, condition):
        from selenium.webdriver.support.ui import WebDriverWait

        return WebDriverWait(self.browser, 10, poll_frequency=0.02).until(lambda _: condition())

    def choose(self, name, option):
        from selenium.webdriver.support.ui import Select

        Select(self.one(f"[name={name}]")).select_by_visible_text(option)

    def status(self):
        return self.one("#tim-thay").text

    def titles(self):
        # In one go, since a later answer takes the place of the list.
        return self.browser.execute_script(
            "return [...document.querySelectorAll('.result__title')].map((e) => e.innerText)"
        )

    def ask(self, words):
        """Open the page with these words and wait for what it says; gives the titles."""
        self.open(f"?q={quote(words)}")
        self.wait(self.status)
        return self.titles()


@pytest.mark.parametrize(
    "typed", ["đường", "ĐƯỜNG", "Ðường", unicodedata.normalize("NFD", "đường")]
)
def test_typed_marks_come_first_then_title_summary_and_text(search, typed):
    assert search.ask(typed) == [
        "Con đường tới trường",
        "Tin ngắn",
        "Tin tháng mười",
        "Hàng dương bên sân",
    ]
    assert search.status() == "Tìm thấy 4 bài."


@pytest.mark.parametrize("typed", ["duong", "DUONG"])
def test_without_marks_all_are_equal_and_the_newest_title_is_first(search, typed):
    assert search.ask(typed) == [
        "Hàng dương bên sân",
        "Con đường tới trường",
        "Tin ngắn",
        "Tin tháng mười",
    ]


def test_several_words_must_all_be_there_and_stand_better_together(search):
    assert search.ask("trung thu") == ["Đêm hội", "Giữ sách"]


@pytest.mark.parametrize("typed", ['"trung thu"', "“Trung Thu”", '"TRUNG THU" den'])
def test_words_in_quotes_must_stand_together(search, typed):
    assert search.ask(typed) == ["Đêm hội"]
    assert search.status() == "Tìm thấy 1 bài."


def test_the_words_are_marked_in_title_and_snippet(search):
    search.ask("trồng hoa")
    search.wait(lambda: search.browser.find_elements("css selector", ".result__snippet mark"))

    snippet = search.one(".result__snippet")
    assert "nhặt rác và trồng hoa." in snippet.text
    assert [e.text for e in snippet.find_elements("css selector", "mark")] == ["trồng", "hoa"]


def test_lists_narrow_a_search_alone_and_together(search):
    search.ask("duong")
    search.choose("to", "Tổ 2")
    search.wait(lambda: search.status() == "Tìm thấy 1 bài.")
    assert search.titles() == ["Tin tháng mười"]
    assert search.browser.current_url.endswith("?q=duong&to=to-2")

    search.choose("chuyen-muc", "Gương người tốt, việc tốt")
    search.wait(lambda: "Không tìm thấy" in search.status())

    search.open("?chuyen-muc=guong&nam-hoc=2024-2025")
    search.wait(search.status)
    assert search.titles() == ["Đêm hội"]


def test_the_address_holds_the_search_and_the_way_back_leads_through_it(search):
    search.ask("duong")
    field = search.one("#tim-tu")
    field.clear()
    field.send_keys("trung thu" + ENTER)
    search.wait(lambda: search.titles() == ["Đêm hội", "Giữ sách"])
    assert search.browser.current_url.endswith("?q=trung+thu")

    search.browser.back()

    search.wait(lambda: len(search.titles()) == 4)
    assert search.one("#tim-tu").get_attribute("value") == "duong"


def test_more_than_twenty_come_in_turns_and_the_keyboard_goes_on_at_the_first_new_one(search):
    assert len(search.ask("vườn số")) == 20

    search.one("#xem-them").send_keys(ENTER)

    search.wait(lambda: len(search.titles()) == 25)
    assert not search.one("#xem-them").is_displayed()
    active = search.browser.switch_to.active_element
    assert active.text == search.titles()[20]
    active.send_keys(ENTER)
    search.wait(lambda: "/tin-bai/2024/10/nhieu-" in search.browser.current_url)


def test_the_form_in_the_header_leads_from_any_page_to_the_results(search):
    search.browser.get(f"{search.root}tin-bai/2024/10/duong/")
    search.one("#tim-nhanh").send_keys("den ong sao" + ENTER)

    search.wait(lambda: search.browser.current_url.endswith("/truong/mau/tim-kiem/?q=den+ong+sao"))
    search.wait(lambda: search.titles() == ["Đêm hội"])


def test_nothing_found_and_nothing_asked_are_said_kindly(search):
    assert search.ask("zzz") == []
    assert "Không tìm thấy bài nào" in search.status()

    search.one("#tim-tu").clear()
    search.one("#tim-tu").send_keys(ENTER)
    search.wait(lambda: search.status() == "")


def test_a_lost_connection_is_said_and_the_next_try_works(search):
    def set_offline(lost):
        speed = {"latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
        search.browser.execute_cdp_cmd("Network.enable", {})
        search.browser.execute_cdp_cmd(
            "Network.emulateNetworkConditions", {"offline": lost, **speed}
        )

    search.open()
    search.one("#tim-tu").send_keys("sân")
    set_offline(True)
    try:
        search.one("#tim-tu").send_keys(ENTER)
        search.wait(lambda: "Không tải được" in search.status())
    finally:
        set_offline(False)
    search.one("#tim-tu").send_keys(ENTER)

    search.wait(lambda: search.titles() == ["Hàng dương bên sân"])


def test_nothing_is_fetched_from_elsewhere_and_a_strict_policy_stops_nothing(search, school):
    page = school / "truong/mau/tim-kiem/index.html"
    html = page.read_text()
    policy = (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'"
    )
    meta = f'<head><meta http-equiv="Content-Security-Policy" content="{policy}">'
    page.write_text(html.replace("<head>", meta, 1))
    try:
        assert search.ask("den ong sao") == ["Đêm hội"]
    finally:
        page.write_text(html)
    fetched = search.browser.execute_script(
        "return performance.getEntriesByType('resource').map((entry) => entry.name)"
    )

    assert len(fetched) > 5
    assert all(address.startswith(search.root) for address in fetched), fetched


def test_without_scripts_the_page_says_how_to_find_and_leads_to_the_lists(search):
    search.browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        search.open()
        text = search.one("main").text
        assert "Ctrl+F" in text
        links = [
            e.get_attribute("href") for e in search.browser.find_elements("css selector", "main a")
        ]
    finally:
        search.browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})

    assert {
        f"{search.root}{url}" for url in ("nam-hoc/2024-2025/", "chuyen-muc/guong/", "to/to-1/")
    } <= {*links}


@pytest.mark.parametrize("width", [390, 1280])
def test_the_page_is_never_wider_than_the_screen(search, width):
    search.browser.set_window_size(width, 900)
    search.ask("duong")

    assert search.browser.execute_script(
        "return document.documentElement.scrollWidth <= window.innerWidth"
    )


def test_the_script_and_the_index_agree_on_every_word_of_the_demo(search, school):
    script = next((school / "truong/mau/theme").glob("search.*.js")).name
    typed = [line.split("\t")[0] for line in VECTORS.read_text(encoding="utf-8").splitlines()]
    demo = [p.read_text(encoding="utf-8") for p in DEMO.rglob("*.md")]
    texts = [*typed, *(unicodedata.normalize("NFD", text) for text in typed), *demo]
    # The cleaning of whole files is Python's alone.
    texts = [re.sub(r"[\x00-\x08\x0b-\x1f]", "", text) for text in texts]
    search.open()

    found = search.browser.execute_async_script(
        """
        const [script, texts, done] = arguments;
        import(script).then((search) => done(JSON.stringify(texts.map((text) => {
          const words = search.wordsOf(text);
          return words.map((word, n) => [
            word, search.spelled(word), search.folded(word),
            search.numberOf(search.folded(word)) % 128,
            search.pairOf(search.folded(word), search.folded(words[n + 1] ?? word)),
          ]);
        }))));
        """,
        f"{search.root}theme/{script}",
        texts,
    )

    for text, said in zip(texts, json.loads(found), strict=True):
        words = words_of(clean(text))
        assert said == [
            [word, token(word), folded(word), bucket_of(word), [*pair_of(word, after)]]
            for word, after in zip(words, [*words[1:], *words[-1:]], strict=True)
        ]
