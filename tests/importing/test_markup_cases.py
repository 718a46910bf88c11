"""Every case of the table, and what holds for all of them."""

import nh3
import pytest
from markup_case import markup_cases
from typed_html import to_html

from newsroom.importing.markup.conversion import converted
from newsroom.intake.text.allowed_html import ALLOWED_ATTRIBUTES, ALLOWED_TAGS

CASES = [*markup_cases()]
each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


def test_the_table_holds_what_real_editors_write():
    assert len(CASES) >= 80
    assert len({case.name for case in CASES}) == len(CASES)


@each_case
def test_each_case_becomes_the_markdown_of_the_table(case):
    assert converted(case.html).markdown == case.markdown


@each_case
def test_the_text_rules_make_the_page_of_the_table_of_it(case):
    assert to_html(case.markdown) == case.shown


@each_case
def test_the_page_that_came_out_comes_out_the_same_again(case):
    assert to_html(converted(case.shown).markdown) == case.shown


@each_case
def test_what_is_kept_as_html_is_all_allowed_in_an_article(case):
    kept = "\n".join(converted(case.html).kept_as_html)

    cleaned = nh3.clean(
        kept,
        tags=set(ALLOWED_TAGS),
        attributes={tag: set(names) for tag, names in ALLOWED_ATTRIBUTES.items()},
        link_rel=None,
    )
    # The sanitiser writes the body of a table where HTML lets it be left out.
    assert _plain(cleaned) == _plain(kept)


def _plain(html: str) -> str:
    for part in ("<tbody>", "</tbody>", "\n"):
        html = html.replace(part, "")
    return html
