"""The papers of a year: what held in it, what was issued in it, what had ended."""

from dataclasses import replace

import pytest
from sample import PLAN, approved, day, make_article

from newsroom.domain.content.content_item import Body
from newsroom.domain.content.decisions import Decisions
from newsroom.domain.content.document import Document, DocumentType, Issuer
from newsroom.domain.plan.calendar import Period, PeriodKind
from newsroom.domain.records.dossier import by_group, documents_of
from newsroom.domain.site.indexing import record_of
from newsroom.domain.tally.reporting import Span

YEAR = Span(
    plan=PLAN,
    period=Period(code="n", name="N", first=day("01/08/2024"), last=day("31/07/2025")),
    kind=PeriodKind.YEAR,
)


def document(kind, on="10/11/2024", **fields):
    made = Document(
        path=fields.pop("path", f"van-ban/{kind.value}-{on}.md"),
        slug="a",
        title="A",
        body=Body(),
        decisions=Decisions(approvals=(approved("Phó Mẫu", on),)),
        type=kind,
        issuer=Issuer(name="Trường Mẫu"),
        on=day(on),
        number=fields.pop("number", "1/QĐ"),
        **fields,
    )
    return record_of(made, [PLAN], day("30/07/2025"))


def is_in(record, *others):
    return record in documents_of(YEAR, [record, *others])


@pytest.mark.parametrize("kind", [DocumentType.PLAN, DocumentType.REPORT])
@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("31/07/2024", False),
        ("01/08/2024", True),
        ("31/07/2025", True),
        ("01/08/2025", False),
    ],
)
def test_plans_and_reports_are_of_the_year_that_issued_them(kind, on, expected):
    assert is_in(document(kind, on)) is expected


@pytest.mark.parametrize("kind", [DocumentType.DECISION, DocumentType.STATUTE, DocumentType.RULES])
@pytest.mark.parametrize(
    ("on", "expected"),
    [("01/01/2015", True), ("31/07/2025", True), ("01/08/2025", False)],
)
def test_decisions_and_regulations_are_of_every_year_in_which_they_hold(kind, on, expected):
    assert is_in(document(kind, on)) is expected


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        ("31/07/2024", False),
        # Ended with the day before: it held on no day of the year.
        ("01/08/2024", False),
        ("02/08/2024", True),
        ("31/07/2025", True),
    ],
)
def test_what_had_ended_before_the_year_is_not_of_it(ends, expected):
    assert is_in(document(DocumentType.RULES, "01/01/2020", ends=day(ends))) is expected


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        # Replaced before the year began, or on its first day: it held on no day of it.
        ("31/07/2024", False),
        ("01/08/2024", False),
        ("02/08/2024", True),
    ],
)
def test_what_was_replaced_before_the_year_is_not_of_it(on, expected):
    old = document(DocumentType.RULES, "01/01/2020")
    new = document(DocumentType.RULES, on, number="2/QĐ", replaces=("1/QĐ",))

    assert is_in(old, new) is expected
    assert is_in(new, old)


@pytest.mark.parametrize(
    "kind",
    [DocumentType.LETTER, DocumentType.NOTICE, DocumentType.GUIDE, DocumentType.FORM],
)
def test_other_papers_are_not_in_the_dossier(kind):
    assert not is_in(document(kind))


def test_papers_come_by_their_day_and_then_by_their_path():
    late, b, a = (
        document(DocumentType.PLAN, on, path=path)
        for on, path in (("02/12/2024", "a.md"), ("01/12/2024", "b.md"), ("01/12/2024", "a2.md"))
    )

    assert documents_of(YEAR, [late, b, a]) == (a, b, late)


def test_each_group_has_its_articles_and_one_without_any_is_there_too():
    both, one = (
        record_of(make_article("20/11/2024", groups=codes), [PLAN], day("30/11/2024"))
        for codes in (("to-1", "to-2"), ("to-1",))
    )

    found = by_group(YEAR, [both, one])

    assert found == {"bgh": (), "to-1": (both, one), "to-2": (both,), "doi": ()}
    assert by_group(replace(YEAR, plan=replace(PLAN, groups=())), [one]) == {}
