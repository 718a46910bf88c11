"""The light box: pictures large, by keyboard, finger and mouse; plain links without scripts."""

import re

import pytest

from browser.page_kinds import address_of
from browser.test_open_to_everyone import LOOK, RULES
from browser.tools import axe
from browser.visitor import DESKTOP, PHONE

# One of the five links, that of the cover, leads to a picture of the gallery.
HOW_MANY = 4
SEEN = "document.querySelector('.lightbox__picture').src"
OPEN = "document.querySelector('.lightbox').open"
PLACE = "document.querySelector('.lightbox__place').textContent"
FOCUSED = "document.activeElement"
SCRIPT = re.compile(r'<script defer src="([^"]+)"')


@pytest.fixture
def article(visitor, demo, addresses):
    """The visitor is at an article with a gallery, with the second picture in focus."""
    visitor.goes_to(address_of("an article with a gallery", demo, addresses))
    visitor.asks(f"document.querySelector(`{link_to(large_files(visitor)[1])}`).focus()")
    return visitor


def link_to(file):
    return f".gallery__link[href$='{file}']"


def wait_for_large(visitor, name):
    """Until the large copy has taken the place of the small one."""
    look = f"{SEEN}.endsWith(wanted) ? done() : setTimeout(look, 20)"
    visitor.driver.execute_async_script(
        f"const [wanted, done] = arguments; (function look() {{ {look} }})()", name
    )


def large_files(visitor):
    return visitor.asks(
        "[...new Set([...document.querySelectorAll('a[data-photo]')]"
        ".map(a => a.href.split('/').pop()))]"
    )


def test_it_opens_with_enter_is_turned_with_keys_and_gives_the_focus_back(article):
    cover, second = large_files(article)[:2]
    address = article.asks("location.href")

    article.presses("ENTER")
    assert article.asks(OPEN)
    opened_at = article.asks(PLACE)
    wait_for_large(article, second)
    article.presses("HOME")
    assert article.asks(PLACE) == f"1 / {HOW_MANY}"
    wait_for_large(article, cover)
    article.presses("ARROW_RIGHT")
    assert article.asks(PLACE) == f"2 / {HOW_MANY}"
    wait_for_large(article, second)
    article.presses("END")
    assert article.asks(PLACE) == f"{HOW_MANY} / {HOW_MANY}"
    article.presses("ARROW_RIGHT")
    assert article.asks(PLACE) == f"1 / {HOW_MANY}"
    article.presses("ARROW_LEFT")
    assert article.asks(PLACE) == f"{HOW_MANY} / {HOW_MANY}"
    article.presses("ESCAPE")

    assert opened_at == f"2 / {HOW_MANY}"
    assert not article.asks(OPEN)
    assert article.asks(f"{FOCUSED}.className") == "gallery__link"
    assert article.asks(f"{FOCUSED}.href").endswith(second)
    assert article.asks("location.href") == address
    assert [said for said in article.heard() if "favicon" not in said] == []


def test_a_screen_reader_hears_the_place_and_the_words_of_each_picture(visitor, demo, addresses):
    visitor.goes_to(address_of("an article with pictures", demo, addresses))
    told = "document.querySelector('.lightbox [role=status]').textContent"
    visitor.asks("document.querySelector('.prose .photo').focus()")
    visitor.presses("ENTER")

    assert visitor.asks(told).startswith("Ảnh 1 trong 1. Một em xúc đất, một em cầm bình tưới")
    assert visitor.asks(told).endswith("Buổi ra vườn sáng 26/10")
    caption = visitor.asks("document.querySelector('.lightbox__caption').textContent")
    assert caption == "Buổi ra vườn sáng 26/10"
    # One picture has no next.
    assert visitor.asks(f"{FOCUSED}.getAttribute('aria-label')") == "Đóng"


def test_its_buttons_are_large_seen_and_keep_the_focus_inside(article):
    article.sees(PHONE)
    article.presses("ENTER")

    sizes = article.asks(
        "[...document.querySelectorAll('.lightbox button')].map(b => b.getBoundingClientRect())"
        ".map(r => Math.min(r.width, r.height))"
    )
    stops = [article.tabs() for _ in range(6)]

    assert len(sizes) == 3
    assert min(sizes) >= 44
    assert all(stop["is_outlined"] and stop["is_in_view"] for stop in stops)
    assert {stop["tag"] for stop in stops} <= {"BUTTON", "BODY", "HTML"}


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_the_picture_fills_the_screen_and_is_never_cut(article, size):
    article.sees(size)
    article.presses("ENTER")
    wait_for_large(article, large_files(article)[1])

    box = article.asks(
        "document.querySelector('.lightbox__picture').getBoundingClientRect().toJSON()"
    )

    assert box["left"] >= 0
    assert box["right"] <= size[0]
    assert box["bottom"] <= size[1]
    assert box["width"] > 0.9 * size[0] or box["height"] > 0.7 * size[1]
    assert article.asks("getComputedStyle(document.documentElement).overflow") == "hidden"


@pytest.mark.parametrize(("way", "place"), [(-200, "3"), (200, "1")])
def test_a_finger_turns_to_the_next_and_the_one_before(article, way, place):
    article.sees(PHONE)
    article.presses("ENTER")

    swipe(article, way, 10)

    assert article.asks(PLACE) == f"{place} / {HOW_MANY}"


def test_a_finger_that_moves_down_turns_nothing(article):
    article.sees(PHONE)
    article.presses("ENTER")

    swipe(article, 60, 200)

    assert article.asks(PLACE) == f"2 / {HOW_MANY}"
    assert article.asks(OPEN)


def swipe(visitor, across, down):
    def touch(kind, *points):
        visitor.driver.execute_cdp_cmd(
            "Input.dispatchTouchEvent",
            {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in points]},
        )

    touch("touchStart", (200, 400))
    for part in (0.5, 1):
        touch("touchMove", (200 + across * part, 400 + down * part))
    touch("touchEnd")


def test_a_press_beside_the_picture_closes_it(article):
    article.presses("ENTER")
    article.driver.execute_cdp_cmd("Input.dispatchMouseEvent", press("mousePressed"))
    article.driver.execute_cdp_cmd("Input.dispatchMouseEvent", press("mouseReleased"))

    assert not article.asks(OPEN)


def press(kind):
    return {"type": kind, "x": 8, "y": 450, "button": "left", "clickCount": 1}


@pytest.mark.parametrize(
    "media", [{"prefers_color_scheme": "light"}, {"prefers_color_scheme": "dark"}]
)
def test_axe_finds_nothing_while_it_is_open(article, media):
    article.sees(PHONE, **media)
    article.driver.execute_script(axe())
    article.presses("ENTER")

    assert article.driver.execute_async_script(LOOK, RULES) == []


def test_its_buttons_have_edges_where_the_system_sets_the_colours(article):
    article.sees(DESKTOP, forced_colors="active")
    article.presses("ENTER")

    edge = "getComputedStyle(document.querySelector('.lightbox__next')).borderTopColor"
    behind = "getComputedStyle(document.querySelector('.lightbox')).backgroundColor"
    assert article.asks(edge) != article.asks(behind)


def test_without_scripts_each_picture_leads_to_its_largest_file(visitor, demo, addresses):
    visitor.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        visitor.goes_to(address_of("an article with a gallery", demo, addresses))
        link = visitor.driver.find_element("css selector", ".gallery__link")
        leads_to = link.get_attribute("href")
        while visitor.driver.switch_to.active_element != link:
            visitor.presses("TAB")
        visitor.presses("ENTER")

        assert leads_to.endswith("-1200.webp")
        assert visitor.driver.current_url == leads_to
    finally:
        visitor.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_all_scripts_of_a_page_with_pictures_weigh_less_than_ten_kilobytes(demo):
    for url in demo.pages["public"]["article"]:
        page = demo.folders["public"] / url
        names = set(SCRIPT.findall((page / "index.html").read_text("utf-8")))
        assert sum((page / name).stat().st_size for name in names) <= 10_000, url
