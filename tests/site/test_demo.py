"""The demo school that comes with the repository: complete, natural, and right."""

import re
from collections import Counter

import pytest
from demo_content import DEMO, ROOT
from sample import day

from newsroom.domain.approval.blocker import BlockerKind
from newsroom.domain.plan.calendar import SchoolYear
from newsroom.domain.records.disclosure import by_year, obligations
from newsroom.domain.site.publication import evaluate_site
from newsroom.domain.tally.contributions import EventLog
from newsroom.domain.tally.tally import tally
from newsroom.domain.tally.verdict import VerdictKind
from newsroom.intake.folder.content_folder import ContentFolder
from newsroom.intake.folder.loader import load

TODAY = day("21/11/2026")


@pytest.fixture(scope="module")
def demo():
    return evaluate_site(load(ContentFolder(DEMO), TODAY), TODAY)


def test_the_demo_has_no_problem(demo):
    assert demo.newsroom.all_problems == ()
    assert demo.blocking_errors == ()


def test_the_demo_has_sixty_articles_by_every_group_over_two_years(demo):
    articles = demo.newsroom.articles
    per_year = Counter(SchoolYear.of(article.on, 8).code for article in articles)
    writing = {group.code for article in articles for group in article.groups}

    assert len(articles) >= 60
    assert min(per_year["2025-2026"], per_year["2026-2027"]) >= 20
    assert writing == {group.code for plan in demo.newsroom.plans for group in plan.groups}


def test_the_demo_shows_every_state_that_is_no_mistake(demo):
    kinds = {reason.kind for held in demo.withheld for reason in held.reasons}

    assert kinds == {
        BlockerKind.WAITING,
        BlockerKind.RETURNED,
        BlockerKind.WITHDRAWN,
        BlockerKind.EDITED,
        BlockerKind.SELF_APPROVED,
        BlockerKind.MISSING_ROLE,
        BlockerKind.NO_CONSENT,
        BlockerKind.SCHEDULED,
    }
    assert any(a.corrections for a in demo.publication.articles)
    assert sum(bool(a.submissions) for a in demo.publication.articles) >= 20


def test_the_demo_shows_closed_running_and_coming_months_met_short_and_over(demo):
    ledger = EventLog.of(demo)
    kinds = {
        cell.verdict.kind
        for plan in demo.newsroom.plans
        for row in tally(plan, ledger).rows
        for cell in row.cells.values()
    }

    assert kinds == set(VerdictKind) - {VerdictKind.NO_TARGET}


def test_the_demo_has_documents_of_two_years_and_one_that_waits(demo):
    documents = demo.newsroom.documents
    years = by_year(demo.publication.documents, demo.newsroom.school.year_starts_in)

    assert len(documents) >= 10
    assert [year.code for year in years] == ["2026-2027", "2025-2026"]
    assert any(record.reasons for record in documents)
    assert any(record.document.replaces for record in demo.publication.documents)


def test_the_demo_owes_a_disclosure_that_is_overdue_and_one_still_to_come(demo):
    plan = demo.newsroom.plan_on(TODAY)
    left = [one.days_left(TODAY) for one in obligations(plan, demo.publication.documents)]

    assert min(filter(None, left)) < 0 < max(filter(None, left))
    assert None in left


def test_the_demos_files_are_small_documents(demo):
    files = [file for d in demo.newsroom.documents for file in d.document.files]

    for file in files:
        content = (DEMO / file).read_bytes()
        assert content.startswith(b"%PDF")
        assert len(content) < 20_000


def test_the_demos_calendar_has_public_and_internal_events_before_and_behind_today(demo):
    events = demo.newsroom.events

    assert {event.is_over(TODAY) for event in events} == {True, False}
    assert {event.is_public for event in events} == {True, False}


def test_every_name_in_the_demo_is_obviously_a_sample(demo):
    people = {person.name for plan in demo.newsroom.plans for person in plan.people}

    assert [n for n in people if "Mẫu" not in n] == ["Ban đại diện cha mẹ học sinh"]


def test_the_article_that_the_handbook_selects_is_public(demo):
    page = (ROOT / "docs/huong-dan/duyet-va-dang.md").read_text()
    (path,) = re.findall(r"tasks.py select content/(\S+)", page)

    assert path in {article.path for article in demo.publication.articles}
