"""The record of an item: for which days it holds, what may be shown of it, where it stands."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest
from sample import PLAN, SCHOOL, approved, day, make_article, make_evaluation, returned, withdrawn

from newsroom.domain.content.content_item import (
    NO_DATE,
    Body,
    Reference,
    ReferenceKind,
    StandingPage,
)
from newsroom.domain.content.document import Document
from newsroom.domain.content.event import CalendarEvent
from newsroom.domain.content.photo_package import Consent
from newsroom.domain.content.submission import Submission, SubmissionKind
from newsroom.domain.content.video import Video
from newsroom.domain.site.article_record import newest_first
from newsroom.domain.site.indexing import record_of
from newsroom.domain.site.publication import Newsroom, evaluate_site

TODAY = day("20/11/2024")


def record(item, today=TODAY):
    return record_of(item, [PLAN], today)


def midnight(text):
    return datetime.combine(day(text), time.min)


def reference(kind, target, line=1):
    return Reference(kind=kind, target=target, line=line)


# The days for which it holds


@pytest.mark.parametrize(
    ("today", "since", "until"),
    [
        # Its days: approved on the 10th, its own the 12th, returned on the 14th, sent on the 16th.
        ("09/11/2024", None, "10/11/2024"),
        ("10/11/2024", "10/11/2024", "12/11/2024"),
        ("11/11/2024", "10/11/2024", "12/11/2024"),
        ("12/11/2024", "12/11/2024", "14/11/2024"),
        ("13/11/2024", "12/11/2024", "14/11/2024"),
        ("14/11/2024", "14/11/2024", "16/11/2024"),
        ("15/11/2024", "14/11/2024", "16/11/2024"),
        ("16/11/2024", "16/11/2024", None),
        ("17/11/2024", "16/11/2024", None),
    ],
)
def test_a_record_holds_from_the_last_of_its_days_to_the_day_before_the_next(today, since, until):
    article = make_article(
        "12/11/2024",
        approved("Phó Mẫu", "10/11/2024"),
        returned("Phó Mẫu", "14/11/2024"),
        submissions=(
            Submission(kind=SubmissionKind.SENT, office=SCHOOL.office("so"), on=day("16/11/2024")),
        ),
    )

    found = record(article, day(today))

    assert found.since == (midnight(since) if since else datetime.min)
    assert found.until == (midnight(until) if until else datetime.max)


def test_a_decision_without_a_day_bounds_nothing():
    undated = replace(returned("Phó Mẫu", "14/11/2024"), on=None)
    article = make_article("12/11/2024", approved("Phó Mẫu", "10/11/2024"), undated)

    assert record(article).until == datetime.max


# What of it may be shown

PICTURES = (
    reference(ReferenceKind.PICTURE, "anh/b.jpg"),
    reference(ReferenceKind.FILE, "tep/a.pdf"),
    reference(ReferenceKind.PICTURE, "anh/a.jpg"),
)


@pytest.mark.parametrize(
    ("consent", "is_shown"),
    [(Consent.GIVEN, True), (Consent.NO_CHILDREN, True), (Consent.REFUSED, False)],
)
def test_pictures_and_film_go_together_and_files_stay(consent, is_shown):
    article = make_article(
        "12/11/2024",
        cover="anh/a.jpg",
        gallery=("anh/c.jpg", "anh/b.jpg"),
        video=Video(file="tin-bai/phim.mp4"),
        consent=consent,
        body=Body(PICTURES),
    )
    pictures = ("anh/a.jpg", "anh/b.jpg", "anh/c.jpg")

    found = record(article)

    assert found.pictures == (pictures if is_shown else ())
    assert found.refused == (() if is_shown else pictures)
    assert found.cover == ("anh/a.jpg" if is_shown else "")
    assert found.gallery == (article.gallery if is_shown else ())
    assert (found.video is not None) is is_shown
    assert found.files == (("tin-bai/phim.mp4", "tep/a.pdf") if is_shown else ("tep/a.pdf",))
    assert found.shared == ("anh/a.jpg" if is_shown else "")


def test_a_film_elsewhere_is_no_file_of_ours():
    article = make_article("12/11/2024", video=Video(link="https://phim.example/1"))

    assert record(article).files == ()


def test_references_are_told_apart_with_their_lines():
    body = Body(
        (
            reference(ReferenceKind.ARTICLE, "a.md", 3),
            reference(ReferenceKind.LISTING, "/to/to-1/", 5),
            reference(ReferenceKind.ARTICLE, "a.md", 7),
        )
    )

    found = record(make_article("12/11/2024", body=body))

    assert [(link.target, link.line) for link in found.links] == [("a.md", 3), ("a.md", 7)]
    assert [(link.target, link.line) for link in found.listings] == [("/to/to-1/", 5)]


@pytest.mark.parametrize(
    ("on", "approved_on", "approval"),
    [
        # Approved and out; approved and scheduled; not approved.
        ("12/11/2024", "12/11/2024", "12/11/2024"),
        ("12/12/2024", "12/11/2024", "12/11/2024"),
        ("12/11/2024", "21/11/2024", None),
    ],
)
def test_the_day_of_approval_is_known_also_while_an_article_is_scheduled(on, approved_on, approval):
    found = record(make_article(on, approved("Phó Mẫu", approved_on)))

    assert found.approved == (approval and day(approval))


def test_a_withdrawn_article_has_no_day_of_approval_and_a_day_of_removal():
    gone = make_article(
        "12/11/2024", approved("Phó Mẫu", "12/11/2024"), withdrawn("Phó Mẫu", "15/11/2024")
    )

    assert (record(gone).approved, record(gone).removed) == (None, day("15/11/2024"))
    assert record(make_article("12/11/2024")).removed is None


def test_months_are_those_of_an_articles_days_alone():
    article = make_article(
        "01/11/2024",
        approved("Phó Mẫu", "01/11/2024"),
        submitted="31/10/2024",
        submissions=(
            Submission(kind=SubmissionKind.SENT, office=SCHOOL.office("so"), on=day("02/11/2024")),
        ),
    )
    document = Document(path="a.md", slug="a", title="A", on=day("01/11/2024"))

    assert record(article).months == ("2024-10", "2024-11")
    assert record(document).months == ()
    undated = replace(make_article("01/11/2024"), on=NO_DATE, submitted=NO_DATE)
    assert "9999-12" not in record(undated).months


@pytest.mark.parametrize(
    ("on", "is_dated"), [(date.min, False), (day("01/01/2024"), True), (NO_DATE, False)]
)
def test_a_record_is_dated_where_its_text_says_a_day(on, is_dated):
    assert replace(record(make_article("12/11/2024")), on=on).is_dated is is_dated


def test_a_page_shares_no_picture_and_has_its_place():
    page = StandingPage(path="a", slug="a", title="A", order=3, body=Body(PICTURES))

    found = record(page)

    assert (found.order, found.shared, found.month) == (3, "", "1-01")
    assert record(make_article("12/11/2024")).order == 0


# Order


def test_the_newest_come_first_and_of_one_day_those_without_an_hour_last():
    plain = replace(make_article("12/11/2024"), path="b.md")
    midnight, late = replace(plain, at=time(0)), replace(plain, at=time(8))
    other, next_day = replace(plain, path="a.md"), make_article("13/11/2024")
    made = [record(item) for item in (other, plain, late, next_day, midnight)]

    found = newest_first(made)

    assert [made.index(one) for one in found] == [3, 2, 4, 1, 0]


# What the public may see


def page(slug, order=100):
    approval = make_article("12/11/2024", approved("Phó Mẫu", "12/11/2024")).decisions
    return StandingPage(
        path=f"trang/{slug}-{order}.md", slug=slug, title=slug, order=order, decisions=approval
    )


def test_pages_come_by_their_number_and_then_by_their_address():
    pages = tuple(record(one) for one in (page("c"), page("b", 5), page("a"), page("d", 5)))

    found = evaluate_site(Newsroom(school=SCHOOL, plans=(PLAN,), pages=pages), TODAY).publication

    assert [one.slug for one in found.pages] == ["b", "d", "a", "c"]


def test_the_public_sees_the_public_events_alone():
    events = tuple(
        CalendarEvent(on=TODAY, last=TODAY, what=what, is_public=what == "A") for what in "AB"
    )

    found = evaluate_site(Newsroom(school=SCHOOL, events=events), TODAY).publication

    assert [event.what for event in found.events] == ["A"]


def test_where_two_stood_at_one_address_one_word_is_left_and_none_where_another_stands_now():
    def gone(on):
        made = make_article(
            "12/11/2024", approved("Phó Mẫu", "12/11/2024"), withdrawn("Phó Mẫu", on)
        )
        return replace(made, slug="hoi-cho")

    first, second = gone("13/11/2024"), gone("15/11/2024")
    again = replace(make_article("12/11/2024"), slug="hoi-cho")

    (left,) = make_evaluation([first, second], "20/11/2024").publication.removed
    assert left.url == "tin-bai/2024/11/hoi-cho/"
    assert left.on == day("15/11/2024")
    assert make_evaluation([first, again], "20/11/2024").publication.removed == ()


def test_a_link_to_what_is_withheld_is_lost_and_one_to_what_is_public_is_not():
    public = make_article("12/11/2024")
    held = make_article("12/11/2024", approved("Ai Đó", "12/11/2024"))
    body = Body(
        (
            reference(ReferenceKind.ARTICLE, public.path, 3),
            reference(ReferenceKind.ARTICLE, f"/{public.url}", 4),
            reference(ReferenceKind.ARTICLE, held.path, 5),
        )
    )

    found = make_evaluation([public, held, make_article("13/11/2024", body=body)], "20/11/2024")

    assert [problem.line for problem in found.lost_links] == [5]


# What is shown of its ledger, and the keys


@pytest.mark.parametrize(
    ("link", "is_unshown"),
    [("", False), ("https://so.example/tin/1", False), ("https://khac.example/1", True)],
)
def test_a_link_that_leads_elsewhere_is_known_to_be_unshown(link, is_unshown):
    carried = Submission(
        kind=SubmissionKind.CARRIED, office=SCHOOL.office("so"), on=day("13/11/2024"), link=link
    )

    found = record(make_article("12/11/2024", submissions=(carried,)))

    assert found.has_unshown is is_unshown
    assert [one.link for one in found.submissions] == ["" if is_unshown else link]


def test_a_document_has_its_groups_and_is_handed_in_with_its_last_approval():
    decisions = make_article(
        "12/11/2024",
        approved("Phó Mẫu", "13/11/2024"),
        approved("Hiệu Trưởng Mẫu", "12/11/2024"),
    ).decisions
    document = Document(
        path="a.md",
        slug="a",
        title="A",
        on=day("11/11/2024"),
        groups=(PLAN.group("to-2"),),
        decisions=decisions,
    )

    found = record(document)

    assert [group.code for group in found.groups] == ["to-2"]
    assert found.submitted == day("13/11/2024")
    assert found.approved == day("12/11/2024")
    assert record(page("a")).approved is None


def test_a_page_is_made_anew_for_other_words_or_pictures_and_a_list_for_another_cover():
    article = make_article("12/11/2024", cover="anh/a.jpg", gallery=("anh/b.jpg",))

    def keys(content="1", **digests):
        made = record_of(article, [PLAN], TODAY, content=content, digests=digests)
        return made.list_key, made.tally_key, made.page_key

    same = keys(**{"anh/a.jpg": "x", "anh/b.jpg": "x"})
    words = keys("2", **{"anh/a.jpg": "x", "anh/b.jpg": "x"})
    gallery = keys(**{"anh/a.jpg": "x", "anh/b.jpg": "y"})
    cover = keys(**{"anh/a.jpg": "y", "anh/b.jpg": "x"})

    assert same == keys(**{"anh/a.jpg": "x", "anh/b.jpg": "x"})
    assert len({same[2], words[2], gallery[2], cover[2]}) == 4
    assert same[:2] == words[:2] == gallery[:2]
    assert same[0] != cover[0]
