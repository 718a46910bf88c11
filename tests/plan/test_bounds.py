"""Existence between two days: a group, an office, a member of the board."""

from dataclasses import replace

import pytest
from sample import PLAN, SCHOOL, day

from newsroom.domain.plan.board import BOARD, HEAD, BoardMember, Role
from newsroom.domain.plan.due import DueKind, DueRule, DueTime
from newsroom.domain.plan.group import Group, Person, exists_between
from newsroom.domain.plan.measure import Measure, measures_by_author
from newsroom.domain.plan.school import DatedFact, OfficeLevel, ParentOffice, School
from newsroom.domain.plan.topic import Topic

AN = Person(code="an", name="An Mẫu", emails=("An@mau.example",))
BOUNDS = [
    ((None, None), "01/01/1990", True),
    (("01/09/2024", None), "31/08/2024", False),
    (("01/09/2024", None), "01/09/2024", True),
    (("01/09/2024", None), "02/09/2024", True),
    ((None, "30/06/2025"), "29/06/2025", True),
    ((None, "30/06/2025"), "30/06/2025", True),
    ((None, "30/06/2025"), "01/07/2025", False),
    (("01/09/2024", "01/09/2024"), "31/08/2024", False),
    (("01/09/2024", "01/09/2024"), "01/09/2024", True),
    (("01/09/2024", "01/09/2024"), "02/09/2024", False),
]


def between(bounds):
    first, last = (day(text) if text else None for text in bounds)
    return {"first": first, "last": last}


@pytest.mark.parametrize(("bounds", "on", "expected"), BOUNDS)
def test_a_group_an_office_and_a_member_are_there_on_their_first_day_and_their_last(
    bounds, on, expected
):
    group = Group(code="to-9", name="Tổ 9", kind="tổ", **between(bounds))
    office = ParentOffice(
        code="x", name="X", short_name="X", level=OfficeLevel.OTHER, **between(bounds)
    )
    member = BoardMember(person=AN, title="", duty="", roles=(BOARD,), **between(bounds))

    assert group.exists_on(day(on)) is expected
    assert office.exists_on(day(on)) is expected
    assert member.serves_on(day(on)) is expected
    assert member.may_approve_as(BOARD, day(on)) is expected
    assert not member.may_approve_as(HEAD, day(on))


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("01/08/2024", "31/08/2024", False),
        ("01/08/2024", "01/09/2024", True),
        ("10/09/2024", "11/09/2024", True),
        ("01/08/2024", "31/12/2024", True),
        ("30/09/2024", "31/12/2024", True),
        ("01/10/2024", "31/12/2024", False),
    ],
)
def test_a_group_meets_a_period_with_a_single_day(start, end, expected):
    september = day("01/09/2024"), day("30/09/2024")
    group = Group(code="x", name="X", kind="tổ", first=september[0], last=september[1])

    assert exists_between(*september, day(start), day(end)) is expected
    assert group.exists_between(day(start), day(end)) is expected


def test_two_roles_are_one_where_their_names_fold_alike():
    assert Role("Ban  Biên tập") == BOARD
    assert Role("tài chính") != BOARD


def test_an_email_is_anybodys_in_capitals_or_not_and_only_their_own():
    assert AN.has_email("an@MAU.example")
    assert not AN.has_email("binh@mau.example")
    assert not Person(code="b", name="B").has_email("")


@pytest.mark.parametrize(
    ("name", "aliases", "expected"),
    [
        ("An Mẫu", (), True),
        ("an  mẫu", (), True),
        ("Bình Mẫu", ("An Mẫu",), True),
        ("Bình Mẫu", ("cô An",), True),
        ("Bình Mẫu", (), False),
        ("Ân Mẫu", (), False),
    ],
)
def test_two_people_share_a_name_by_any_of_their_names(name, aliases, expected):
    one = Person(code="an", name="An Mẫu", aliases=("Cô An",))
    other = Person(code="x", name=name, aliases=aliases)

    assert one.shares_a_name_with(other) is other.shares_a_name_with(one) is expected


@pytest.mark.parametrize(
    ("topic_groups", "asked", "expected"),
    [
        ((), {"to-1"}, True),
        ((), set(), True),
        (("to-1", "to-2"), {"to-2"}, True),
        (("to-1",), {"to-2"}, False),
        (("to-1",), set(), False),
    ],
)
def test_a_topic_is_for_the_groups_it_names_or_for_all(topic_groups, asked, expected):
    topic = Topic(code="t", name="T", months=(9,), groups=topic_groups)

    assert topic.is_for(frozenset(asked)) is expected
    assert topic.aliases == ()


def test_addresses_come_from_codes():
    assert PLAN.url == "chi-tieu/2024-2025/"
    assert PLAN.group("to-1").url == "to/to-1/"
    assert PLAN.category_register.find("guong")[0].url == "chuyen-muc/guong/"
    assert AN.url == "tac-gia/an/"


def test_an_office_is_found_by_its_code_and_stands_for_its_first_portal():
    two = replace(SCHOOL.office("so"), portals=("https://a.example", "https://b.example"))

    assert two.portal == "https://a.example"
    assert SCHOOL.office("phong").portal == ""


def test_a_name_that_two_offices_bear_finds_both():
    # Phòng GD&ĐT and who took over from it are both called “Phòng”.
    assert [office.code for office in SCHOOL.office_register.find("Phòng")] == ["phong", "xa"]
    assert [office.code for office in SCHOOL.office_register.find("xa")] == ["xa"]


def test_what_nobody_said_of_a_deadline_or_a_member():
    time = DueTime(kind=DueKind.END_OF_MONTH)
    rule = DueRule(code="h", name="H", when=time)
    member = BoardMember(person=AN, title="", duty="", roles=())

    assert (time.day, time.month, time.on, time.is_before) == (0, 0, None, False)
    assert (rule.notice_days, rule.is_public) == (3, False)
    assert not member.is_editor_in_chief


def test_two_people_are_equal_whatever_their_emails():
    assert replace(AN, emails=()) == AN
    assert hash(replace(AN, emails=())) == hash(AN)
    assert "ban biên tập" in repr(BOARD)
    assert "code" not in repr(BOARD)


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("https://truongmau.example", "/"),
        ("https://truongmau.example/", "/"),
        ("https://so.example/truong/mau", "/truong/mau/"),
        ("https://so.example/truong/mau/", "/truong/mau/"),
        ("", "/"),
    ],
)
def test_the_site_is_served_under_the_path_of_its_address(address, path):
    assert replace(SCHOOL, site_url=address).base_path == path


def test_a_school_year_begins_in_august_unless_the_school_says_otherwise():
    assert School(name="A", short_name="A", site_url="").year_starts_in == 8


def test_a_school_is_called_by_every_name_that_it_bears_or_bore():
    facts = (
        DatedFact(field="name", text="Trường Cũ", last=day("31/07/2024")),
        DatedFact(field="short_name", text="Cũ", last=day("31/07/2024")),
        DatedFact(field="address", text="Số 1", last=day("31/07/2024")),
    )
    school = School(name="Trường Mẫu", short_name="Mẫu", site_url="", facts=facts)

    assert school.called == ("Trường Mẫu", "Mẫu", "Trường Cũ", "Cũ")


def test_each_person_has_a_count_of_what_has_authors():
    assert Measure.PHOTOS not in measures_by_author()
    assert measures_by_author()[:2] == (Measure.SUBMITTED, Measure.APPROVED)
