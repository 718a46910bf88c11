"""A phone takes the small copy of a picture, a large or dense screen a large one."""

import re

import pytest

from browser.visitor import DESKTOP, PHONE

ARTICLE = "tin-bai/2026/09/trong-khai-giang-giua-mua-rao/"
CHOSEN = "[...document.querySelectorAll(arguments[0])].map(e => e.currentSrc).filter(Boolean)"


def taken(visitor, selector):
    """The width of the copy that the browser chose, by its file's name."""
    from selenium.webdriver.support.ui import WebDriverWait

    # What is lazy is chosen a moment after the page is there.
    chosen = WebDriverWait(visitor.driver, 10).until(lambda _: visitor.asks(CHOSEN, selector))
    return [int(re.search(r"-(\d+)\.webp$", address)[1]) for address in chosen]


def at(visitor, size, density):
    visitor.driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": size[0], "height": size[1], "deviceScaleFactor": density, "mobile": False},
    )


@pytest.mark.parametrize(
    ("size", "density", "cover", "thumbnail"),
    [(PHONE, 1, 480, 480), (PHONE, 2, 960, 480), (DESKTOP, 1, 960, 480), (DESKTOP, 2, 1200, 480)],
)
def test_the_browser_takes_the_smallest_copy_that_is_wide_enough(
    visitor, addresses, size, density, cover, thumbnail
):
    # A copy that the cache holds already would be taken again, though it is too large.
    visitor.driver.execute_cdp_cmd("Network.clearBrowserCache", {})
    visitor.goes_to("about:blank")
    at(visitor, size, density)

    visitor.goes_to(addresses["public"] + ARTICLE)

    assert taken(visitor, ".article__cover img") == [cover]
    visitor.driver.execute_script("document.querySelector('.gallery').scrollIntoView()")
    assert set(taken(visitor, ".gallery img")) <= {thumbnail}


def test_lists_take_the_smallest(visitor, addresses):
    visitor.driver.execute_cdp_cmd("Network.clearBrowserCache", {})
    visitor.goes_to("about:blank")
    at(visitor, DESKTOP, 1)

    visitor.goes_to(f"{addresses['public']}thang/2026/09/")

    assert set(taken(visitor, ".card__picture img")) == {320}


def test_a_picture_of_a_gallery_is_a_plain_link_to_its_largest_copy(visitor, addresses):
    visitor.goes_to(addresses["public"] + ARTICLE)

    links = visitor.asks("[...document.querySelectorAll('.gallery__link')].map(e => e.href)")

    assert len(links) == 4
    assert all(link.endswith("-1200.webp") for link in links)
    visitor.goes_to(links[0])
    assert visitor.asks("document.images[0].naturalWidth") == 1200
