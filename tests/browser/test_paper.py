"""Pages on paper: A4, without what paper cannot do."""

import base64
import re

import pytest

A4 = (595, 842)
ARTICLE, MATRIX = "tin-bai/2026/02/cong-khai-thu-chi-hoc-ky-1/", "chi-tieu/2026-2027/"


def printed(visitor, address):
    """The sheets that come out of the printer, in points."""
    visitor.goes_to(address)
    pdf = visitor.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})["data"]
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", base64.b64decode(pdf))
    return [(round(float(width)), round(float(height))) for width, height in boxes]


def shown_on_paper(visitor, selector):
    visitor.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    found = visitor.driver.find_elements("css selector", selector)
    shown = [element for element in found if element.is_displayed()]
    visitor.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    return shown


@pytest.mark.parametrize(
    ("url", "sheet"), [(ARTICLE, A4), (MATRIX, A4[::-1])], ids=["article", "matrix"]
)
def test_an_article_and_the_quotas_of_a_year_each_fill_one_sheet(visitor, addresses, url, sheet):
    assert printed(visitor, f"{addresses['public']}{url}") == [pytest.approx(sheet, abs=1)]


def test_paper_has_the_address_of_an_article_and_no_menus(visitor, addresses):
    visitor.goes_to(f"{addresses['public']}{ARTICLE}")

    assert shown_on_paper(visitor, "h1, .prose table, .article__source")[2:]
    assert not shown_on_paper(visitor, ".menu, .footer, .share, .alike, .pager, .skip-link")
    assert not visitor.driver.find_element("css selector", ".article__source").is_displayed()
