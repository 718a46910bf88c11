"""A video of another site comes when somebody starts it, and nothing of it before."""

from urllib.parse import urlsplit

import pytest

from browser.page_kinds import address_of

PLAYER = "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ?autoplay=1"


@pytest.fixture
def address(demo, addresses):
    return address_of("an article with a video", demo, addresses)


def hosts(visitor):
    found = [urlsplit(address) for address, _ in visitor.fetched()]
    return {one.netloc for one in found if one.scheme in ("http", "https")}


def poster(visitor):
    return visitor.driver.find_element("css selector", ".film__poster")


@pytest.mark.parametrize("way", ["mouse", "keyboard"])
def test_nothing_leaves_the_host_before_the_press_and_the_player_has_focus_after(
    visitor, address, way
):
    visitor.goes_to(address)
    assert hosts(visitor) == {urlsplit(address).netloc}
    box = "document.querySelector('.film__frame').getBoundingClientRect().toJSON()"
    before = visitor.asks(box)

    if way == "mouse":
        poster(visitor).click()
    else:
        while "film__poster" not in visitor.asks("document.activeElement.className"):
            visitor.tabs()
        visitor.presses("ENTER")

    assert visitor.asks("location.href") == address
    assert visitor.asks("document.activeElement.src") == PLAYER
    assert visitor.asks("document.activeElement.title").startswith("Video: Giờ Tin học")
    assert visitor.asks(box) == before
    # This machine reaches nobody, so it is enough that the browser went to ask.
    assert "www.youtube-nocookie.com" in hosts(visitor)
    assert not [said for said in visitor.heard() if "Content Security Policy" in said]


def test_the_policy_lets_no_other_site_into_a_frame(visitor, address):
    visitor.goes_to(address)
    visitor.asks("""(document.querySelector('.film__poster').dataset.player
      = 'https://www.youtube.com/embed/aqz-KE-bpKQ', 0)""")

    poster(visitor).click()

    assert [said for said in visitor.heard() if "frame-src" in said]


def test_without_scripts_there_is_the_link(visitor, address):
    visitor.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        visitor.goes_to(address)
        link = poster(visitor)

        assert link.get_dom_attribute("href") == "https://www.youtube.com/watch?v=aqz-KE-bpKQ"
        assert "Xem video (YouTube)" in visitor.reads()
    finally:
        visitor.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
