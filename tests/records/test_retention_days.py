"""Retention by table: the day before something may go, the day, the day after."""

from dataclasses import replace

import pytest
from sample import PLAN, PLAN_YAML, approved, day, make_article, make_plan, withdrawn

from newsroom.domain.content.content_item import NO_DATE, StandingPage
from newsroom.domain.content.decisions import Decisions
from newsroom.domain.content.document import (
    DisclosureItem,
    Document,
    DocumentType,
    Retention,
    RetentionKind,
    RetentionRule,
)
from newsroom.domain.records.retention import custody, due_for_destruction, kept_for_ever, undecided
from newsroom.domain.site.indexing import record_of

END_OF_YEAR = Retention(kind=RetentionKind.END_OF_YEAR)
TODAY = day("01/09/2025")


def years(number):
    return Retention(kind=RetentionKind.YEARS, years=number)


def document(on="10/11/2024", **fields):
    return Document(
        path=f"van-ban/{on}.md",
        slug="a",
        title="A",
        decisions=Decisions(approvals=(approved("Phó Mẫu", "10/11/2024"),)),
        type=fields.pop("type", DocumentType.LETTER),
        on=day(on),
        **fields,
    )


def kept(*items, plans=(PLAN,)):
    return custody([record_of(item, plans, TODAY) for item in items], plans, 8)


@pytest.mark.parametrize(
    ("retention", "on", "due"),
    [
        (END_OF_YEAR, "31/07/2024", "01/08/2024"),
        (END_OF_YEAR, "01/08/2024", "01/08/2025"),
        (END_OF_YEAR, "31/07/2025", "01/08/2025"),
        (years(1), "01/08/2024", "01/08/2026"),
        (years(5), "31/07/2025", "01/08/2030"),
        (Retention(kind=RetentionKind.PERMANENT), "01/08/2024", None),
    ],
)
def test_something_may_go_behind_the_year_of_its_making_and_its_years(retention, on, due):
    (found,) = kept(document(on, retention=retention))

    assert found.due == (due and day(due))
    assert found.is_for_ever is (due is None)
    assert kept_for_ever([found]) == (() if due else (found,))


@pytest.mark.parametrize(
    ("on", "may_go"),
    [("31/07/2025", False), ("01/08/2025", True), ("02/08/2025", True)],
)
def test_it_may_go_from_its_day_on(on, may_go):
    found = kept(document(retention=END_OF_YEAR))

    assert due_for_destruction(found, day(on)) == (found if may_go else ())


@pytest.mark.parametrize(
    ("retention", "due"), [(years(4), "01/08/2030"), (years(5), "01/08/2030"),
                           (years(6), "01/08/2031")],
)  # fmt: skip
def test_what_was_disclosed_stays_the_longer_of_the_two(retention, due):
    item = DisclosureItem(code="thu", name="Khoản thu")

    (found,) = kept(document(retention=retention, disclosed_under=(item,)))

    assert found.due == day(due)


def test_a_plan_of_calendar_years_keeps_by_calendar_years():
    base = PLAN_YAML.replace("31/07/2025", "31/12/2025").replace("01/08/2024", "01/01/2024")
    base = base.replace("tháng tính", "kỳ: giai đoạn\ntháng tính")
    plan = make_plan(base=base)

    first, second = kept(
        document("31/12/2024", retention=END_OF_YEAR),
        document("01/01/2025", retention=END_OF_YEAR),
        plans=[plan],
    )

    assert [year.last for year in plan.years] == [day("31/12/2024"), day("31/12/2025")]
    assert (first.due, second.due) == (day("01/01/2025"), day("01/01/2026"))


def test_the_first_sentence_of_the_plan_that_speaks_of_it_holds():
    rules = (
        RetentionRule(name="A", retention=years(2), types=frozenset({DocumentType.PLAN})),
        RetentionRule(name="B", retention=years(3), types=frozenset({DocumentType.LETTER})),
        RetentionRule(name="C", retention=years(4), types=frozenset({DocumentType.LETTER})),
        RetentionRule(name="D", retention=years(5), holds_for_articles=True),
    )
    plan = replace(PLAN, retention=rules)

    found = kept(document(), make_article("11/11/2024"), plans=[plan])

    assert [one.rule.name for one in found] == ["B", "D"]
    assert [one.due for one in found] == [day("01/08/2028"), day("01/08/2030")]


def test_a_rule_for_articles_says_nothing_of_documents_and_none_of_pages():
    rule = RetentionRule(name="D", retention=years(5), holds_for_articles=True)

    found = kept(document(), plans=[replace(PLAN, retention=(rule,))])

    assert undecided(found) == found
    assert (found[0].due, found[0].rule, found[0].is_for_ever) == (None, None, False)


def test_only_what_no_plan_and_no_header_speaks_of_is_undecided():
    decided, article = kept(document(retention=years(2)), make_article("11/11/2024"))

    assert undecided([decided, article]) == (article,)


def test_what_stays_for_ever_has_no_day_also_where_it_was_disclosed():
    item = DisclosureItem(code="thu", name="Khoản thu")
    for_ever = Retention(kind=RetentionKind.PERMANENT)

    (found,) = kept(document(retention=for_ever, disclosed_under=(item,)))

    assert (found.due, found.is_for_ever) == (None, True)


def test_what_has_no_date_and_what_is_a_page_is_no_record():
    undated = replace(document(retention=END_OF_YEAR), on=NO_DATE)
    page = StandingPage(
        path="trang/a.md",
        slug="a",
        title="A",
        decisions=Decisions(approvals=(approved("Phó Mẫu", "10/11/2024"),)),
    )

    assert record_of(page, [PLAN], TODAY).is_public
    assert kept(undated, page) == ()


def test_records_come_by_day_and_then_by_path():
    late, b, a = (
        replace(make_article(on), path=path)
        for on, path in (("12/11/2024", "a.md"), ("11/11/2024", "b.md"), ("11/11/2024", "a2.md"))
    )

    assert [one.record.path for one in kept(late, b, a)] == ["a2.md", "b.md", "a.md"]


@pytest.mark.parametrize(
    ("withdrawn_on", "is_record"),
    [
        # Withdrawn before it was ever seen, on its day, behind it.
        ("09/11/2024", False),
        ("11/11/2024", True),
    ],
)
def test_only_what_stood_in_public_is_a_record(withdrawn_on, is_record):
    gone = make_article(
        "10/11/2024", approved("Phó Mẫu", "08/11/2024"), withdrawn("Phó Mẫu", withdrawn_on)
    )

    assert bool(kept(gone)) is is_record
