"""An hour in an article's date: the edges of time, held against the gate. Decision 36."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest
from sample import PLAN, SCHOOL, approved, day, make_article, withdrawn

from newsroom.domain.approval.blocker import BlockerKind
from newsroom.domain.approval.gate import judge, removed_on
from newsroom.domain.content.content_item import StandingPage
from newsroom.domain.content.document import Document
from newsroom.domain.plan.calendar import Period
from newsroom.domain.plan.measure import Measure
from newsroom.domain.plan.school import PublisherKind
from newsroom.domain.site.indexing import record_of
from newsroom.domain.site.publication import Newsroom, evaluate_site
from newsroom.domain.tally.contributions import EventLog
from newsroom.vocabulary.approval import reason_in_words
from newsroom.vocabulary.publisher import NOUNS

DAY = "21/11/2024"
NOUNS_OF_A_SCHOOL = NOUNS[PublisherKind.SCHOOL]


def moment(text):
    return datetime.fromisoformat(text)


def dated(hour, on=DAY, **more):
    return make_article(on, approved("Phó Mẫu", "12/11/2024"), at=hour, **more)


@pytest.mark.parametrize(
    ("hour", "now", "is_public"),
    [
        # The minute before, the minute, the minute after.
        (time(23, 30), "2024-11-21T18:00", False),
        (time(23, 30), "2024-11-21T23:29", False),
        (time(23, 30), "2024-11-21T23:30", True),
        (time(23, 30), "2024-11-21T23:31", True),
        (time(23, 30), "2024-11-22T00:00", True),
        (time(23, 30), "2024-11-20T23:59", False),
        # Midnight begins the day.
        (time(0, 0), "2024-11-20T23:59", False),
        (time(0, 0), "2024-11-21T00:00", True),
        (time(0, 1), "2024-11-21T00:00", False),
        (time(0, 1), "2024-11-21T00:01", True),
        # Without an hour it is there from the first minute of its day.
        (None, "2024-11-20T23:59", False),
        (None, "2024-11-21T00:00", True),
        (None, "2024-11-21T18:00", True),
    ],
)
def test_an_article_is_public_from_its_minute_on(hour, now, is_public):
    article = dated(hour)

    assert (judge(article, [PLAN], moment(now)).reasons == ()) is is_public
    record = record_of(article, [PLAN], moment(now))
    assert record.is_public is is_public
    assert record.is_due_by_the_hour is (hour is not None and not is_public)


@pytest.mark.parametrize(
    ("hour", "is_public"), [(None, True), (time(0), True), (time(7, 30), False)]
)
def test_of_a_day_without_an_hour_no_hour_has_come(hour, is_public):
    assert (judge(dated(hour), [PLAN], day(DAY)).reasons == ()) is is_public
    assert judge(dated(hour), [PLAN], date(2024, 11, 22)).reasons == ()


def test_the_reason_names_the_hour():
    (reason,) = judge(dated(time(7, 5)), [PLAN], day(DAY)).reasons

    assert reason.kind is BlockerKind.SCHEDULED
    assert reason_in_words(reason, NOUNS_OF_A_SCHOOL) == "Hẹn đăng 07:05 ngày 21/11/2024"
    (reason,) = judge(dated(None), [PLAN], date(2024, 11, 20)).reasons
    assert reason_in_words(reason, NOUNS_OF_A_SCHOOL) == "Hẹn đăng ngày 21/11/2024"


@pytest.mark.parametrize("kind", ["document", "page"])
def test_a_document_keeps_to_its_hour_and_a_page_has_none(kind):
    decisions = dated(None).decisions
    item = (
        Document(path="a", slug="a", title="A", on=day(DAY), at=time(9), decisions=decisions)
        if kind == "document"
        else StandingPage(path="a", slug="a", title="A", decisions=decisions)
    )

    early = judge(item, [PLAN], moment("2024-11-21T08:59")).reasons
    late = judge(item, [PLAN], moment("2024-11-21T09:00")).reasons

    assert ([r.kind for r in early], late) == (
        ([BlockerKind.SCHEDULED], ()) if kind == "document" else ([], ())
    )


@pytest.mark.parametrize("now", ["2024-11-21T00:00", "2024-11-21T10:00", "2024-11-21T23:59"])
def test_an_approval_is_of_a_day_and_counts_from_its_first_minute(now):
    today = make_article(DAY, approved("Phó Mẫu", DAY))
    tomorrow = make_article("20/11/2024", approved("Phó Mẫu", "22/11/2024"))

    assert judge(today, [PLAN], moment(now)).reasons == ()
    kinds = [reason.kind for reason in judge(tomorrow, [PLAN], moment(now)).reasons]
    assert BlockerKind.FUTURE_APPROVAL in kinds


@pytest.mark.parametrize(
    ("hour", "gone", "notice"),
    [
        (None, DAY, True),
        (time(0), DAY, True),
        # Had it stood there at 8:00? Nobody can tell, so there is no trace of it.
        (time(7, 30), DAY, False),
        (time(7, 30), "22/11/2024", True),
        (None, "20/11/2024", False),
    ],
)
def test_only_what_surely_stood_in_public_leaves_a_notice(hour, gone, notice):
    article = make_article(
        DAY, approved("Phó Mẫu", "12/11/2024"), withdrawn("Phó Mẫu", gone), at=hour
    )

    found = removed_on(article, [PLAN], date(2024, 11, 30))

    assert (found is not None) is notice


@pytest.mark.parametrize("hour", [None, time(0), time(7, 30), time(23, 59)])
@pytest.mark.parametrize(
    "now",
    ["2024-11-11T12:00", "2024-11-12T00:00", "2024-11-21T00:00", "2024-11-21T07:30",
     "2024-11-21T23:59", "2024-12-01T00:00"],
)  # fmt: skip
def test_a_record_holds_as_long_as_it_would_be_made_alike(hour, now):
    article = replace(dated(hour), path="a.md")
    record = record_of(article, [PLAN], moment(now))

    assert record.since <= moment(now) < record.until
    turns = [datetime(2024, 11, d, h, m) for d in (11, 12, 13, 20, 21, 22, 30)
             for h, m in ((0, 0), (7, 29), (7, 30), (23, 58), (23, 59))]  # fmt: skip
    for turn in turns:
        if record.since <= turn < record.until:
            again = record_of(article, [PLAN], turn)
            assert replace(again, since=record.since, until=record.until) == record


def test_what_waits_for_its_hour_is_not_counted_as_published():
    article = dated(time(23, 30))
    every = Period(code="x", name="x", first=date(2024, 8, 1), last=date(2025, 7, 31))

    def counted(now, measure):
        records = (record_of(article, [PLAN], moment(now)),)
        found = evaluate_site(Newsroom(school=SCHOOL, plans=(PLAN,), articles=records), moment(now))
        return len(EventLog.of(found).within(measure, every))

    assert counted("2024-11-21T18:00", Measure.PUBLISHED) == 0
    assert counted("2024-11-21T23:30", Measure.PUBLISHED) == 1
    assert counted("2024-11-21T18:00", Measure.APPROVED) == 1
    assert counted("2024-11-21T18:00", Measure.SUBMITTED) == 1
