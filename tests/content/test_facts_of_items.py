"""The facts of items: addresses, first days, links that may be shown."""

from dataclasses import replace
from datetime import date, time

import pytest
from sample import SCHOOL, day, make_article

from newsroom.domain.content.content_item import (
    NO_DATE,
    Body,
    Reference,
    ReferenceKind,
    StandingPage,
)
from newsroom.domain.content.decisions import Approval, Decision, DecisionKind
from newsroom.domain.content.document import (
    Document,
    DocumentType,
    Issuer,
    Retention,
    RetentionKind,
    Validity,
    by_number,
    number_key,
    paper_of,
    replacements,
    validity,
)
from newsroom.domain.content.event import CalendarEvent, codes_of
from newsroom.domain.content.photo_package import Consent
from newsroom.domain.content.submission import Submission, SubmissionKind
from newsroom.domain.content.video import Video, video_alone
from newsroom.domain.problem import Level, Problem

FAIR = CalendarEvent(on=day("20/11/2026"), last=day("21/11/2026"), what="Hội chợ")


def document(**fields):
    made = {"path": "a.md", "slug": "ke-hoach", "title": "A", "on": day("31/12/2024"), **fields}
    return Document(**made)


# Addresses and days


def test_each_kind_of_item_has_its_address_and_its_first_day():
    article = replace(make_article("01/02/2024"), slug="hoi-cho")
    page = StandingPage(path="trang/a.md", slug="gioi-thieu", title="A")

    assert (article.url, article.appears) == ("tin-bai/2024/02/hoi-cho/", day("01/02/2024"))
    assert (document().url, document().appears) == ("van-ban/2024/ke-hoach/", day("31/12/2024"))
    assert (page.url, page.appears) == ("gioi-thieu/", date.min)


def test_an_item_without_a_date_never_appears():
    assert replace(make_article("01/02/2024"), on=NO_DATE).appears == date.max


def test_standing_pages_without_a_number_come_behind_those_with_a_small_one():
    assert StandingPage(path="a", slug="a", title="A").order == 100


def test_the_references_of_a_text_are_without_its_words():
    link = Reference(kind=ReferenceKind.ARTICLE, target="a.md")

    assert list(Body(("Một ", link, " hai")).references) == [link]
    assert (link.line, link.attribute) == (1, "href")


def test_a_decision_that_was_not_read_stands_in_no_line():
    approval = Approval(by="An", on=day("01/02/2024"))
    decision = Decision(kind=DecisionKind.RETURNED, by="An", on=None, reason="")

    assert (approval.line, decision.line) == (0, 0)
    assert approval.order == (day("01/02/2024"), 0)
    assert decision.order == (date.max, 0)


def test_an_error_is_an_error_and_advice_is_none():
    error = Problem("a.md", 1, "Sai.", "Sửa.")
    advice = Problem("a.md", 2, "Nên.", "Xem.", Level.ADVICE)

    assert replace(make_article("01/02/2024"), problems=(advice, error)).errors == (error,)


@pytest.mark.parametrize("consent", Consent)
def test_only_a_refused_consent_takes_the_pictures_away(consent):
    article = replace(make_article("01/02/2024"), consent=consent)

    assert article.shows_pictures is (consent is not Consent.REFUSED)


# Documents


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("31/12/2024", Validity.AHEAD),
        ("01/01/2025", Validity.IN_FORCE),
        ("02/01/2025", Validity.IN_FORCE),
        ("30/06/2025", Validity.IN_FORCE),
        ("01/07/2025", Validity.ENDED),
        ("02/07/2025", Validity.ENDED),
    ],
)
def test_a_document_is_in_force_from_its_first_day_to_the_day_before_its_end(today, expected):
    paper = paper_of(document(valid_from=day("01/01/2025"), ends=day("01/07/2025")))

    assert validity(paper, day(today), is_replaced=False) is expected
    assert validity(paper, day(today), is_replaced=True) is Validity.REPLACED


def test_a_document_without_days_is_in_force_on_every_day():
    assert validity(paper_of(document()), date.max, is_replaced=False) is Validity.IN_FORCE
    assert validity(paper_of(document()), date.min, is_replaced=False) is Validity.IN_FORCE


def test_the_paper_of_a_document_says_what_it_is_and_how_long_it_is_kept():
    years = Retention(kind=RetentionKind.YEARS, years=10)
    paper = paper_of(document(retention=years, type=DocumentType.PLAN))

    assert (paper.retention, paper.type) == (years, DocumentType.PLAN)
    assert paper_of(document()).retention is None
    assert Retention(kind=RetentionKind.PERMANENT).years == 0


@pytest.mark.parametrize(
    ("one", "other", "are_one"),
    [
        ("52/KH-THSM", "52 / kh-thsm", True),
        ("52/KH-THSM", "52/KH-THCSM", False),
        ("52/KH", "53/KH", False),
        ("Đ1", "đ1", True),
    ],
)
def test_two_numbers_are_one_however_they_are_spaced(one, other, are_one):
    assert (number_key(one) == number_key(other)) is are_one


def test_a_document_is_told_by_number_and_issuer():
    ours, theirs = (
        paper_of(document(number="1 / QĐ", issuer=Issuer(name=name))) for name in ("Tr", "Ph")
    )

    assert ours.key == (number_key("1/qđ"), "tr")
    assert ours.key != theirs.key
    assert by_number({"a": ours, "b": theirs}) == {number_key("1/QĐ"): ("a", "b")}


@pytest.mark.parametrize(
    ("olds", "meant"),
    [
        # By issuer: none, the own one, another's alone, two of others, two of one's own.
        ([], ()),
        (["Trường"], ("old-0",)),
        (["Phòng"], ("old-0",)),
        (["Phòng", "Sở"], ()),
        (["Phòng", "Trường"], ("old-1",)),
        (["Trường", "Trường"], ("old-0", "old-1")),
    ],
)
def test_a_number_that_two_offices_gave_is_nobodys(olds, meant):
    papers = {
        f"old-{n}": paper_of(document(number="1/QĐ", issuer=Issuer(name=name)))
        for n, name in enumerate(olds)
    }
    papers["new"] = paper_of(
        document(number="2/QĐ", issuer=Issuer(name="Trường"), replaces=("1/QĐ",))
    )

    assert replacements(papers) == {"new": meant}


# The way up


@pytest.mark.parametrize(
    ("office", "link", "is_shown"),
    [
        ("so", "https://so.example/tin/1", True),
        ("so", "https://khac.example/tin/1", False),
        ("phong", "https://so.example/tin/1", False),
        ("so", "", False),
    ],
)
def test_a_link_is_shown_where_it_leads_to_the_offices_own_pages(office, link, is_shown):
    sent = Submission(
        kind=SubmissionKind.CARRIED, office=SCHOOL.office(office), on=day("20/11/2024"), link=link
    )

    assert sent.shown_link == (link if is_shown else "")
    assert sent.line == 0


# The calendar


@pytest.mark.parametrize(
    ("today", "is_over"),
    [
        ("19/11/2026", False),
        ("20/11/2026", False),
        ("21/11/2026", False),
        ("22/11/2026", True),
    ],
)
def test_an_event_is_over_behind_its_last_day(today, is_over):
    assert FAIR.is_over(day(today)) is is_over


def test_events_come_by_day_hour_and_name_and_those_without_an_hour_first():
    late = replace(FAIR, on=day("21/11/2026"))
    at_eight, at_nine = replace(FAIR, start=time(8)), replace(FAIR, start=time(9))
    other = replace(FAIR, what="A")

    found = sorted([late, at_nine, at_eight, FAIR, other], key=lambda event: event.order)

    assert found == [other, FAIR, at_eight, at_nine, late]
    assert FAIR.is_public


def test_events_alike_in_a_year_are_numbered_from_the_second_on():
    days = ("20/11/2026", "20/12/2026", "20/01/2027", "20/11/2027")
    events = [replace(FAIR, on=day(text), last=day(text)) for text in days]

    codes = codes_of(reversed(events), 8)

    first, second, third, next_year = (codes[event] for event in events)
    assert len(first) == 16
    assert (second, third) == (f"{first}-2", f"{first}-3")
    assert next_year not in {first, second, third}
    assert len(next_year) == 16


@pytest.mark.parametrize(("on", "is_same"), [("31/07/2027", True), ("01/08/2027", False)])
def test_the_year_of_an_event_is_the_schools(on, is_same):
    codes = codes_of([FAIR], 8)
    moved = replace(FAIR, on=day(on), last=day(on))

    assert (codes_of([moved], 8)[moved] == codes[FAIR]) is is_same


# Videos


@pytest.mark.parametrize(
    ("line", "is_video"),
    [
        ("https://youtu.be/aqz-KE-bpKQ", True),
        ("Video: youtu.be/aqz-KE-bpKQ.", True),
        ("<https://vimeo.com/12345>", True),
        ("phim : https://www.facebook.com/watch?v=1", True),
        ("https://vimeo.com/", False),
        ("https://truongmau.example/tin", False),
        ("Xem https://youtu.be/aqz-KE-bpKQ", False),
        ("youtu.be", False),
        ("", False),
    ],
)
def test_a_line_is_a_video_where_its_address_is_all_that_it_holds(line, is_video):
    assert (video_alone(line) is not None) is is_video


def test_a_video_without_a_link_has_no_host():
    assert Video(file="tin-bai/a.mp4").host == ""
