"""The keys of a record: each field moves those that it says, and no page shows more than its key.

A field that stands in no key of a page that shows it leaves the old page standing.
"""

from dataclasses import dataclass, fields, replace

import pytest
from record_samples import OTHERS, PAPER
from sample import PLAN, SCHOOL, day, make_article

from newsroom.domain.content.submission import Submission, SubmissionKind
from newsroom.domain.plan.measure import Measure, Unit, declaration_of
from newsroom.domain.site.article_record import (
    ArticleRecord,
)
from newsroom.domain.site.indexing import record_of, with_keys
from newsroom.domain.site.record_keys import Listed, RecordKey, keys_moved
from newsroom.domain.tally.contributions import EventLog

TODAY = day("30/11/2024")
DIGESTS = {"a.jpg": "1", "b.jpg": "2", "c.pdf": "3"}
ALL = RecordKey.LIST | RecordKey.TALLY | RecordKey.PAGE


def keyed(record, digests=DIGESTS, content="0"):
    return with_keys(record, content, digests)


def moved(before, after):
    """The keys that differ."""
    names = {"list_key": RecordKey.LIST, "tally_key": RecordKey.TALLY, "page_key": RecordKey.PAGE}
    found = RecordKey(0)
    for name, key in names.items():
        if getattr(before, name) != getattr(after, name):
            found |= key
    return found


@pytest.fixture(scope="module")
def sample():
    return keyed(replace(record_of(make_article("20/11/2024"), [PLAN], TODAY), cover="a.jpg"))


def test_every_field_has_another_value_to_be_tried():
    assert list(OTHERS) == [field.name for field in fields(ArticleRecord)]


@pytest.mark.parametrize("name", OTHERS)
def test_a_field_that_changes_moves_the_keys_that_it_says_and_no_other(sample, name):
    told = keys_moved(ArticleRecord)[name]
    changed = replace(sample, **{name: OTHERS[name]})

    assert getattr(changed, name) != getattr(sample, name)
    # What a list shows of it, tallies and its own page show too.
    assert moved(sample, keyed(changed)) == (ALL if RecordKey.LIST in told else told)


@pytest.mark.parametrize(
    ("fields_changed", "expected"),
    [
        ({}, RecordKey.LIST | RecordKey.TALLY | RecordKey.PAGE),
        ({"cover": "", "pictures": ("a.jpg",)}, RecordKey.PAGE),
        ({"cover": "", "files": ("a.jpg",)}, RecordKey.PAGE),
        ({"cover": "", "files": ("a.jpg",), "paper": PAPER}, ALL),
        ({"cover": ""}, RecordKey(0)),
    ],
)
def test_a_file_that_changes_moves_the_keys_of_what_shows_it(sample, fields_changed, expected):
    shown = replace(sample, **fields_changed)

    assert moved(keyed(shown), keyed(shown, {**DIGESTS, "a.jpg": "9"})) == expected


def test_another_text_moves_the_key_of_its_own_page(sample):
    assert moved(sample, keyed(sample, content="1")) == RecordKey.PAGE


def test_a_field_that_says_no_key_is_refused_at_once():
    @dataclass(frozen=True, kw_only=True, slots=True)
    class Forgetful:
        title: Listed[str]
        byline: str

    with pytest.raises(TypeError, match="byline"):
        keys_moved(Forgetful)


@pytest.mark.parametrize("measure", [m for m in Measure if declaration_of(m).unit is Unit.ARTICLE])
def test_whatever_counts_counts_in_one_of_the_months_of_its_record(measure):
    office = SCHOOL.office("so")
    article = replace(
        make_article("20/11/2024", submitted="05/10/2024"),
        submissions=tuple(
            Submission(kind=kind, office=office, on=day(on), link="https://so.example/1")
            for kind, on in (
                (SubmissionKind.SENT, "02/12/2024"),
                (SubmissionKind.CARRIED, "03/01/2025"),
            )
        ),
    )
    today = day("30/05/2025")
    record = record_of(article, [PLAN], today)

    events = EventLog(today, (record,)).within(measure, PLAN.term)

    assert events
    assert {f"{event.on:%Y-%m}" for event in events} <= set(record.months)
