"""The pages that the tests of this folder look at: one of every template, and what differs within.

A new template is looked at without being named here. A line below is for pages of a template
that is there already, if they show something that its first page does not.
"""

import re
from pathlib import Path

import pytest

TEMPLATES = Path(__file__).resolve().parents[2] / "theme/templates"

# Edition, template, and how to know the page: a part of its address.
SPECIAL = {
    "an article with pictures": ("public", "article", "chum-anh-gieo-luong-cai"),
    "an article with a gallery": ("public", "article", "trong-khai-giang-giua-mua-rao"),
    "an article without a picture": ("public", "article", "thong-bao-kham-suc-khoe-hoc-sinh"),
    "an article with a table": ("public", "article", "cong-khai-thu-chi-hoc-ky-1"),
    "an article with a video": ("public", "article", "gio-tin-hoc-lop-ba-lop-bon"),
    "a corrected article": ("public", "article", "lop-mot-di-nhat-chu"),
    "a preview": ("desk", "article", "cho-duyet/"),
    "the board with its decisions": ("desk", "audit", "ban-bien-tap/"),
}


def templates_of_pages():
    """The theme's page templates: all but those that others stand on."""
    texts = {file.stem: file.read_text("utf-8") for file in sorted(TEMPLATES.glob("*.html"))}
    stood_on = set(re.findall(r'{% extends "(\w+)\.html" %}', "".join(texts.values())))
    return [name for name in texts if name not in stood_on]


def kind_of_page():
    """A mark that runs a test once for each kind of page; its `kind` goes to `address_of`."""
    return pytest.mark.parametrize("kind", [*templates_of_pages(), *SPECIAL])


def address_of(kind, demo, addresses):
    """The address of a page of that kind: in public if there is one, else on the desk."""
    if kind in SPECIAL:
        edition, template, part = SPECIAL[kind]
        return next(
            f"{addresses[edition]}{url}" for url in demo.pages[edition][template] if part in url
        )
    for edition, root in addresses.items():
        if urls := demo.pages[edition].get(kind):
            return f"{root}{urls[0]}"
    pytest.fail(f"no page of the demo is made from {kind}.html: give it one, or list it above")
