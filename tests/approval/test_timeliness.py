"""An approval is of its time: the day before, the day, the day after. Decision 31."""

from dataclasses import replace

import pytest
from sample import PLAN, PLAN_YAML, approved, day, make_article, make_plan

from newsroom.domain.approval.blocker import BlockerKind
from newsroom.domain.approval.gate import judge
from newsroom.domain.approval.timeliness import approvable_from
from newsroom.domain.content.content_item import NO_DATE, StandingPage
from newsroom.domain.content.document import Document, DocumentType, Issuer

TODAY = day("30/11/2024")


def kinds(item, plans=(PLAN,), today=TODAY):
    return [reason.kind for reason in judge(item, plans, today).reasons]


def handed_in(on, when, by="Phó Mẫu"):
    return make_article("20/11/2024", approved(by, when), submitted=on, is_submission_dated=True)


@pytest.mark.parametrize(
    ("when", "is_public"),
    [
        ("17/11/2024", False),
        ("18/11/2024", True),
        ("19/11/2024", True),
        ("20/11/2024", True),
        ("30/11/2024", True),
    ],
)
def test_no_approval_is_older_than_the_day_on_which_the_article_was_handed_in(when, is_public):
    assert (kinds(handed_in("18/11/2024", when)) == []) is is_public


@pytest.mark.parametrize(
    ("when", "is_public"),
    [("20/10/2024", False), ("21/10/2024", True), ("22/10/2024", True), ("20/11/2024", True)],
)
def test_without_that_line_it_is_at_most_thirty_days_ahead_of_the_articles_date(when, is_public):
    assert (kinds(make_article("20/11/2024", approved("Phó Mẫu", when))) == []) is is_public


def test_handed_in_long_before_its_day_it_is_approved_from_then_on():
    assert kinds(handed_in("01/09/2024", "01/09/2024")) == []


def test_what_is_too_early_fills_no_role_and_a_later_yes_makes_up_for_it():
    early = approved("Phó Mẫu", "17/11/2024")
    article = replace(handed_in("18/11/2024", "17/11/2024"))
    later = make_article(
        "20/11/2024",
        early,
        approved("Hiệu Trưởng Mẫu", "18/11/2024", line=11),
        submitted="18/11/2024",
        is_submission_dated=True,
    )

    assert kinds(article) == [BlockerKind.TOO_EARLY, BlockerKind.MISSING_ROLE]
    assert kinds(later) == []
    assert judge(later, [PLAN], TODAY).approved_on == day("18/11/2024")


def test_a_member_of_last_years_board_does_not_sign_this_years_article_with_an_old_date():
    newer = PLAN_YAML.replace("Phó Mẫu", "Phó Mới")
    for year in (2025, 2024):
        newer = newer.replace(str(year), str(year + 1))
    plans = [PLAN, make_plan(base=newer, code="2025-2026")]

    for when in ("20/05/2025", "31/07/2025", "20/11/2025"):
        article = make_article("20/11/2025", approved("Phó Mẫu", when))
        assert kinds(article, plans, day("30/11/2025")), when


def test_at_the_turn_of_the_year_the_board_of_the_approvals_day_approves_ahead():
    newer = PLAN_YAML.replace("Phó Mẫu", "Phó Mới")
    for year in (2025, 2024):
        newer = newer.replace(str(year), str(year + 1))
    plans = [PLAN, make_plan(base=newer, code="2025-2026")]

    old = make_article("05/08/2025", approved("Phó Mẫu", "31/07/2025"))
    new = make_article("05/08/2025", approved("Phó Mới", "31/07/2025"))

    assert kinds(old, plans, day("30/08/2025")) == []
    assert BlockerKind.NOT_ON_BOARD in kinds(new, plans, day("30/08/2025"))


def test_pages_and_documents_are_approved_on_any_day():
    decisions = make_article("12/11/2024", approved("Phó Mẫu", "05/08/2024")).decisions
    page = StandingPage(path="trang/a.md", slug="a", title="Trang", decisions=decisions)
    document = Document(
        path="van-ban/a.md",
        slug="a",
        title="Kế hoạch",
        decisions=decisions,
        on=day("20/11/2024"),
        number="1/KH",
        type=DocumentType.PLAN,
        issuer=Issuer(name="Trường Mẫu"),
    )

    assert kinds(page) == kinds(document) == []
    assert approvable_from(page) is approvable_from(document) is None


def test_an_article_without_a_date_has_no_first_day():
    assert approvable_from(replace(make_article("20/11/2024"), on=NO_DATE)) is None
