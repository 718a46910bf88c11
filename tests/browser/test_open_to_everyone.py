"""Every kind of page, for every eye and hand: WCAG 2.2 AA, any screen, keyboard, own colours."""

import pytest

from browser.page_kinds import address_of, kind_of_page
from browser.tools import axe
from browser.visitor import DESKTOP, PHONE, ZOOMED

# WCAG 2.2 AA, and what axe holds to be good beyond it.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
LOOK = """
const [rules, answer] = arguments;
axe.run(document, {runOnly: rules, resultTypes: ["violations"]}).then(found => answer(
  found.violations.flatMap(rule => rule.nodes.map(
    node => `${rule.id}: ${node.target.join(" ")}: ${node.failureSummary}`))));
"""


@kind_of_page()
def test_axe_finds_nothing_and_no_page_is_wider_than_the_screen(visitor, demo, addresses, kind):
    source = axe()
    visitor.goes_to(address_of(kind, demo, addresses))
    visitor.driver.execute_script(source)

    found = []
    # The schemes differ in colours and in nothing else. 400 % of zoom leaves little room.
    for size, scheme, rules in (
        (DESKTOP, "light", RULES),
        (DESKTOP, "dark", COLOURS),
        (PHONE, "light", RULES),
        (ZOOMED, "light", None),
    ):
        visitor.sees(size, prefers_color_scheme=scheme)
        violations = visitor.driver.execute_async_script(LOOK, rules) if rules else []
        found += [f"{size} {scheme}: {violation}" for violation in violations]
        if visitor.asks("document.documentElement.scrollWidth") > size[0]:
            found.append(f"{size}: wider than the screen")

    assert not found, "\n".join(found)


def test_axe_would_see_a_picture_without_words_and_letters_too_pale(visitor, addresses):
    visitor.goes_to(addresses["public"])
    visitor.driver.execute_script(axe())
    visitor.driver.execute_script("""
      document.querySelector('.card__picture img').removeAttribute('alt');
      document.documentElement.style.setProperty('--ink-2', '#bbb');
    """)

    found = " ".join(visitor.driver.execute_async_script(LOOK, RULES))

    assert "image-alt" in found
    assert "color-contrast" in found


@kind_of_page()
def test_every_stop_of_the_tab_key_is_seen(visitor, demo, addresses, kind):
    # Smooth scrolling would still be on its way when we look.
    visitor.sees(PHONE, prefers_reduced_motion="reduce")
    visitor.goes_to(address_of(kind, demo, addresses))

    # What stands above the content is the same everywhere; the front page shows it.
    if kind != "home":
        visitor.driver.execute_script("document.getElementById('noi-dung').focus()")
    stops = [visitor.tabs() for _ in range(25 if kind == "home" else 10)]

    unseen = [stop for stop in stops if not stop["is_outlined"] or not stop["is_in_view"]]
    assert not unseen, unseen


def test_the_first_stop_leads_past_the_menu(visitor, addresses):
    visitor.goes_to(addresses["public"])
    assert visitor.tabs()["words"] == "Tới nội dung chính"

    visitor.presses("ENTER")

    assert visitor.asks("document.activeElement.id") == "noi-dung"
    menu = visitor.driver.find_element("css selector", ".menu__list a")
    assert visitor.tabs()["words"] not in ("", menu.text)


def test_no_page_asks_for_scripts_to_be_read(visitor, demo, addresses):
    visitor.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        for edition, template in (("public", "home"), ("public", "article"), ("desk", "desk")):
            url = demo.pages[edition][template][0]
            visitor.goes_to(f"{addresses[edition]}{url}")
            assert len(visitor.reads()) > 1000
    finally:
        visitor.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_the_browsers_own_text_size_is_obeyed(visitor, addresses):
    """Twice the text, set in the browser: letters double and nothing is cut off. WCAG 1.4.4."""
    size = "parseFloat(getComputedStyle(document.querySelector('.front__latest h3')).fontSize)"
    visitor.goes_to(addresses["public"])
    before = visitor.asks(size)

    visitor.driver.execute_script("document.documentElement.style.fontSize = '200%'")

    assert visitor.asks(size) == pytest.approx(2 * before)
    assert visitor.asks("document.documentElement.scrollWidth <= innerWidth")


def test_nothing_moves_for_those_who_want_stillness(visitor, addresses):
    moving = """[...document.querySelectorAll('*')].filter(e => {
      const s = getComputedStyle(e);
      return s.scrollBehavior == 'smooth' || s.animationName != 'none'
        || parseFloat(s.transitionDuration) > 0;
    }).map(e => e.tagName)"""
    visitor.sees(DESKTOP, prefers_reduced_motion="reduce")
    visitor.goes_to(addresses["public"])

    assert visitor.asks(moving) == []


@pytest.mark.parametrize("media", [{"forced_colors": "active"}, {"prefers_contrast": "more"}])
def test_focus_and_the_present_page_are_told_without_our_colours(visitor, addresses, media):
    visitor.sees(DESKTOP, **media)
    visitor.goes_to(addresses["public"])

    weight = "getComputedStyle(document.querySelector('.menu [aria-current]')).fontWeight"
    assert visitor.asks(weight) == "700"
    assert all(visitor.tabs()["is_outlined"] for _ in range(12))
