"""The families' consent, and all reasons in the order in which they are told."""

from dataclasses import replace

import pytest
from sample import PLAN, approved, day, make_article, returned
from sample import withdrawn as withdrawn_on

from newsroom.domain.approval.blocker import BlockerKind
from newsroom.domain.approval.consent import has_pictures, lacks_consent
from newsroom.domain.approval.gate import (
    judge,
    required_roles,
)
from newsroom.domain.content.content_item import (
    Body,
    Reference,
    ReferenceKind,
    StandingPage,
)
from newsroom.domain.content.photo_package import Consent
from newsroom.domain.content.video import Video
from newsroom.domain.plan.board import BOARD
from newsroom.domain.problem import Problem

TODAY = day("30/11/2024")
ON = "12/11/2024"


def kinds(article, plan=PLAN, today=TODAY):
    return [reason.kind for reason in judge(article, [plan], today).reasons]


# Consent

WITH_CONSENT = replace(PLAN, consent_required=True)
PICTURE = Reference(kind=ReferenceKind.PICTURE, target="anh/a.jpg")
ATTACHMENT = Reference(kind=ReferenceKind.FILE, target="a.pdf")


@pytest.mark.parametrize(
    ("shown", "has"),
    [
        ({}, False),
        ({"body": Body(("Một", ATTACHMENT))}, False),
        ({"body": Body(("Một", ATTACHMENT, PICTURE))}, True),
        ({"cover": "anh/a.jpg"}, True),
        ({"gallery": ("anh/a.jpg",)}, True),
        ({"video": Video(link="https://phim.example/1")}, True),
    ],
)
def test_pictures_of_any_kind_ask_for_the_families_consent(shown, has):
    article = make_article(ON, **shown)

    assert has_pictures(article) is has
    assert lacks_consent(article, [WITH_CONSENT]) is has
    assert not lacks_consent(article, [PLAN])


@pytest.mark.parametrize("consent", Consent)
def test_only_an_article_that_says_nothing_waits_for_consent(consent):
    article = make_article(ON, cover="anh/a.jpg", consent=consent)

    assert lacks_consent(article, [WITH_CONSENT]) is (consent is Consent.UNSTATED)
    assert (BlockerKind.NO_CONSENT in kinds(article, WITH_CONSENT)) is (consent is Consent.UNSTATED)


@pytest.mark.parametrize(
    ("on", "lacks"),
    [("31/07/2024", False), ("01/08/2024", True), ("31/07/2025", True), ("01/08/2025", False)],
)
def test_the_plan_of_the_articles_day_asks_for_consent(on, lacks):
    assert lacks_consent(make_article(on, cover="anh/a.jpg"), [WITH_CONSENT]) is lacks


def test_every_reason_is_told_the_gravest_first():
    article = make_article(
        "01/12/2024",
        withdrawn_on("Phó Mẫu", "13/11/2024", "Gia đình"),
        cover="anh/a.jpg",
        problems=(Problem("a.md", 1, "Sai."),),
    )

    reasons = judge(article, [WITH_CONSENT], TODAY).reasons

    assert [reason.kind for reason in reasons] == [
        BlockerKind.WITHDRAWN,
        BlockerKind.BROKEN,
        BlockerKind.WAITING,
        BlockerKind.NO_CONSENT,
        BlockerKind.SCHEDULED,
    ]
    assert (reasons[0].who, reasons[0].on, reasons[0].text) == (
        "Phó Mẫu",
        day("13/11/2024"),
        "Gia đình",
    )
    assert reasons[1].text == "Sai."
    assert reasons[-1].on == day("01/12/2024")


def test_a_return_tells_who_when_and_why():
    article = make_article(ON, approved("Phó Mẫu", ON), returned("Phó Mẫu", "13/11/2024", "Ảnh mờ"))

    (reason,) = judge(article, [PLAN], TODAY).reasons

    assert (reason.who, reason.on, reason.text) == ("Phó Mẫu", day("13/11/2024"), "Ảnh mờ")


def test_a_standing_page_is_approved_by_the_board_alone_and_needs_no_consent():
    page = StandingPage(
        path="trang/a.md",
        slug="a",
        title="A",
        body=Body(("Một", PICTURE)),
        decisions=make_article(ON, approved("Phó Mẫu", ON)).decisions,
    )

    assert required_roles(page, [WITH_CONSENT]) == (BOARD,)
    assert kinds(page, WITH_CONSENT) == []
    by_accountant = make_article(ON, approved("Kế Toán Mẫu", ON)).decisions
    assert BlockerKind.MISSING_ROLE in kinds(replace(page, decisions=by_accountant))


def test_faults_are_told_in_the_order_of_their_weight_and_not_of_their_days():
    article = make_article(
        ON,
        approved("Ai Đó", "10/11/2024"),
        approved("Phó Mẫu", "11/11/2024"),
        authors=["Phó Mẫu"],
    )

    assert kinds(article) == [
        BlockerKind.SELF_APPROVED,
        BlockerKind.NOT_ON_BOARD,
        BlockerKind.MISSING_ROLE,
    ]
