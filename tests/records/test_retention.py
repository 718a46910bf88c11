"""Retention: what stays for ever, and what may go at the end of its year."""

from dataclasses import replace

import pytest
from sample import PLAN, approved, day, make_article, waiting, withdrawn

from newsroom.domain.content.content_item import Body
from newsroom.domain.content.decisions import Decisions
from newsroom.domain.content.document import (
    DisclosureItem,
    Document,
    DocumentType,
    Issuer,
    Retention,
    RetentionKind,
    RetentionRule,
)
from newsroom.domain.records.retention import custody, due_for_destruction, kept_for_ever, undecided
from newsroom.domain.site.indexing import record_of

FOR_EVER = Retention(kind=RetentionKind.PERMANENT)
TO_THE_END_OF_YEAR = Retention(kind=RetentionKind.END_OF_YEAR)
RULES = (
    RetentionRule(
        name="Kế hoạch, quyết định",
        retention=FOR_EVER,
        types=frozenset({DocumentType.PLAN, DocumentType.DECISION}),
    ),
    RetentionRule(
        name="Văn bản trao đổi",
        retention=TO_THE_END_OF_YEAR,
        types=frozenset({DocumentType.LETTER}),
    ),
    RetentionRule(name="Tin bài", retention=TO_THE_END_OF_YEAR, holds_for_articles=True),
)
SAMPLE = replace(PLAN, retention=RULES)
TODAY = day("01/09/2025")


def kept(*content_items):
    records = [record_of(m, [SAMPLE], TODAY) for m in content_items]
    return custody(records, [SAMPLE], 8)


def document(kind, on="10/11/2024", **fields):
    return Document(
        path=f"van-ban/{kind.value}.md",
        slug=kind.value,
        title="Văn bản",
        body=Body(),
        fingerprint="a" * 12,
        decisions=Decisions(approvals=(approved("Phó Mẫu", on),)),
        number="1/KH",
        type=kind,
        issuer=Issuer(name="Trường Mẫu"),
        on=day(on),
        **fields,
    )


def test_plans_and_decisions_stay_for_ever():
    found = kept(document(DocumentType.PLAN), document(DocumentType.DECISION))

    assert kept_for_ever(found) == found
    assert due_for_destruction(found, day("01/01/2099")) == ()


def test_letters_and_articles_may_go_when_the_year_of_the_plan_is_over():
    letter, article = document(DocumentType.LETTER), make_article("10/09/2024")

    found = kept(letter, article)

    assert [one.due for one in found] == [day("01/08/2025")] * 2
    assert due_for_destruction(found, day("31/07/2025")) == ()
    assert {one.record.path for one in due_for_destruction(found, TODAY)} == {
        letter.path,
        article.path,
    }


def test_the_header_of_a_document_goes_before_the_plan():
    (found,) = kept(
        document(DocumentType.LETTER, retention=Retention(kind=RetentionKind.YEARS, years=10))
    )

    assert found.due == day("01/08/2035")
    assert found.rule is None


def test_what_was_disclosed_stays_its_five_years():
    item = DisclosureItem(code="thu", name="Khoản thu")

    (found,) = kept(document(DocumentType.LETTER, disclosed_under=(item,)))

    assert found.due == day("01/08/2030")


def test_what_nobody_spoke_of_is_kept_until_somebody_does():
    found = kept(document(DocumentType.GUIDE))

    assert undecided(found) == found
    assert due_for_destruction(found, day("01/01/2099")) == ()


def test_what_never_was_public_is_no_record_and_what_was_withdrawn_is():
    gone = make_article(
        "10/09/2024", approved("Phó Mẫu", "10/09/2024"), withdrawn("Phó Mẫu", "12/09/2024")
    )

    found = kept(waiting(make_article("10/09/2024")), gone)

    assert [one.record.path for one in found] == [gone.path]


@pytest.mark.parametrize(
    ("on", "due"), [("10/07/2023", "01/08/2023"), ("10/08/2023", "01/08/2024")]
)
def test_what_is_older_than_every_plan_has_the_years_of_the_school(on, due):
    old = document(DocumentType.LETTER, on, retention=TO_THE_END_OF_YEAR)

    # Put on the site when there was a board.
    (found,) = kept(
        replace(old, decisions=Decisions(approvals=(approved("Phó Mẫu", "10/11/2024"),)))
    )

    assert found.due == day(due)
