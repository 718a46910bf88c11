"""The approvers, and those who are asked: by role and day, never an author, never one of two."""

from dataclasses import replace

import pytest
from sample import PLAN, PLAN_YAML, approved, day, make_article, make_plan

from newsroom.domain.approval.approvers import (
    approvers,
    asks_for_head,
    groups_of,
    heads_of,
    near_approvers,
    who_has_the_last_word,
    who_may_fill,
)
from newsroom.domain.approval.blocker import BlockerKind
from newsroom.domain.approval.gate import judge, roles_missing
from newsroom.domain.content.content_item import StandingPage
from newsroom.domain.plan.board import BOARD, HEAD, Role

ON = day("12/11/2024")
FINANCE, INSPECTION = Role("tài chính"), Role("kiểm định")
PAGE = StandingPage(path="trang/a.md", slug="a", title="A")


def names(people):
    return [person.name for person in people]


def plan_with(name, **bounds):
    board = (replace(m, **bounds) if m.person.name == name else m for m in PLAN.board)
    return replace(PLAN, board=tuple(board))


def people(*wanted):
    return [PLAN.people.find(name)[0] for name in wanted]


@pytest.mark.parametrize(
    ("role", "authors", "expected"),
    [
        (BOARD, [], ["Hiệu Trưởng Mẫu", "Phó Mẫu"]),
        (BOARD, ["Phó Mẫu"], ["Hiệu Trưởng Mẫu"]),
        (BOARD, ["Phó Mẫu", "Hiệu Trưởng Mẫu"], []),
        (FINANCE, [], ["Kế Toán Mẫu"]),
        # Nobody but the author holds it: the board stands in.
        (FINANCE, ["Kế Toán Mẫu"], ["Hiệu Trưởng Mẫu", "Phó Mẫu"]),
        (FINANCE, ["Kế Toán Mẫu", "Phó Mẫu"], ["Hiệu Trưởng Mẫu"]),
        (HEAD, [], ["Lan Mẫu"]),
        (HEAD, ["Lan Mẫu"], []),
    ],
)
def test_a_role_is_filled_by_its_holders_and_never_by_an_author(role, authors, expected):
    assert names(who_may_fill(role, people(*authors), ["to-1"], PLAN, ON)) == expected


@pytest.mark.parametrize(
    ("bounds", "on", "expected"),
    [
        ({"first": day("01/11/2024")}, "31/10/2024", False),
        ({"first": day("01/11/2024")}, "01/11/2024", True),
        ({"last": day("30/11/2024")}, "30/11/2024", True),
        ({"last": day("30/11/2024")}, "01/12/2024", False),
    ],
)
def test_a_holder_may_fill_a_role_while_they_serve(bounds, on, expected):
    plan = plan_with("Kế Toán Mẫu", **bounds)

    found = names(who_may_fill(FINANCE, [], [], plan, day(on)))

    # Behind their time nobody holds it, and the board stands in.
    assert found == (["Kế Toán Mẫu"] if expected else ["Hiệu Trưởng Mẫu", "Phó Mẫu"])


@pytest.mark.parametrize(
    ("groups", "expected"),
    [([], []), (["to-1"], ["Lan Mẫu"]), (["to-2"], []), (["to-1", "to-2", "bgh"], ["Lan Mẫu"])],
)
def test_the_heads_of_groups_are_each_there_once(groups, expected):
    assert names(heads_of(groups, PLAN, ON)) == expected
    twice = tuple(replace(g, head=PLAN.group("to-1").head) for g in PLAN.groups)
    of_all = replace(PLAN, groups=twice)
    assert len(heads_of([g.code for g in PLAN.groups], of_all, ON)) == 1


def test_each_role_of_a_category_has_its_own_people():
    finance = PLAN.category_register.find("tai-chinh")[0]

    found = approvers(finance, people("Phó Mẫu"), ["to-1"], PLAN, ON)

    assert {role: names(who) for role, who in found.items()} == {
        BOARD: ["Hiệu Trưởng Mẫu"],
        FINANCE: ["Kế Toán Mẫu"],
    }


@pytest.mark.parametrize(
    ("bounds", "authors", "on", "expected"),
    [
        ({}, [], "12/11/2024", ["Hiệu Trưởng Mẫu"]),
        ({}, ["Hiệu Trưởng Mẫu"], "12/11/2024", []),
        ({"last": day("12/11/2024")}, [], "12/11/2024", ["Hiệu Trưởng Mẫu"]),
        ({"last": day("12/11/2024")}, [], "13/11/2024", []),
    ],
)
def test_the_last_word_is_the_principals_where_the_plan_keeps_it_for_them(
    bounds, authors, on, expected
):
    keeping = replace(plan_with("Hiệu Trưởng Mẫu", **bounds), principal_approves_last=True)

    assert names(who_has_the_last_word(people(*authors), keeping, day(on))) == expected
    assert who_has_the_last_word([], PLAN, day(on)) == ()


# Names nobody bears


@pytest.mark.parametrize(
    ("typed", "role", "category", "authors", "expected"),
    [
        ("Pho Mau", None, "hoat-dong", [], ("Phó Mẫu",)),
        ("Ke Toan Mau", None, "hoat-dong", [], ()),
        ("Ke Toan Mau", None, "tai-chinh", [], ("Kế Toán Mẫu",)),
        ("Ke Toan Mau", BOARD, "tai-chinh", [], ()),
        ("Ke Toan Mau", FINANCE, "hoat-dong", [], ("Kế Toán Mẫu",)),
        # An author has no right to approve, and nobody else is meant.
        ("Pho Mau", None, "hoat-dong", ["Phó Mẫu"], ()),
        ("Xyz", None, "hoat-dong", [], ()),
    ],
)
def test_a_name_near_one_who_may_approve_is_offered(typed, role, category, authors, expected):
    article = make_article("12/11/2024", category=category, authors=authors or ["Lan Mẫu"])

    assert near_approvers(typed, article, PLAN, ON, role) == expected


def test_nobody_is_offered_where_somebody_without_the_right_is_as_near():
    base = PLAN_YAML.replace("[Hòa Mẫu]", "[{tên: Phó Mẫu, mã: pho-2}]").replace(
        "{tên: Phó Mẫu, chức vụ", "{tên: Phó Mẫu, mã: pho-1, chức vụ"
    )
    plan = make_plan(base=base.replace("[Hiệu Trưởng Mẫu, Phó Mẫu]", "[Hiệu Trưởng Mẫu]"))

    assert near_approvers("Pho Mau", make_article("12/11/2024"), plan, ON) == ()
    assert near_approvers("Hieu Truong Mau", make_article("12/11/2024"), plan, ON)


@pytest.mark.parametrize(
    ("role", "typed", "expected"),
    [
        (None, "Pho Mau", ("Phó Mẫu",)),
        (BOARD, "Pho Mau", ("Phó Mẫu",)),
        (None, "Ke Toan Mau", ()),
        (FINANCE, "Ke Toan Mau", ("Kế Toán Mẫu",)),
    ],
)
def test_a_page_is_the_boards_to_approve_unless_a_role_is_named(role, typed, expected):
    assert near_approvers(typed, PAGE, PLAN, ON, role) == expected


def test_a_page_has_no_group_and_no_head():
    assert groups_of(PAGE) == ()
    assert not asks_for_head(PAGE)
    assert groups_of(make_article("12/11/2024", groups=("to-1", "doi"))) == ("to-1", "doi")


# As many people as roles

TWO_ROLES = PLAN_YAML.replace(
    "tên: Tài chính, cần duyệt: [tài chính]", "tên: Tài chính, cần duyệt: [tài chính, kiểm định]"
)


@pytest.mark.parametrize(
    ("rights", "signers", "missing"),
    [
        # Who may do more than one thing is given what nobody else can do.
        ({"Phó Mẫu": "duyệt, tài chính"}, ["Phó Mẫu", "Hiệu Trưởng Mẫu"], {INSPECTION}),
        ({}, ["Phó Mẫu", "Kế Toán Mẫu", "Kiểm Tra Mẫu"], set()),
        ({}, ["Phó Mẫu", "Kế Toán Mẫu"], {INSPECTION}),
        ({}, ["Kế Toán Mẫu", "Kiểm Tra Mẫu"], {BOARD}),
        ({}, ["Phó Mẫu"], {FINANCE, INSPECTION}),
        ({"Kế Toán Mẫu": "tài chính, kiểm định"}, ["Phó Mẫu", "Kế Toán Mẫu"], 1),
        ({"Kế Toán Mẫu": "tài chính, kiểm định"}, ["Phó Mẫu", "Kế Toán Mẫu", "Kiểm Tra Mẫu"],
         set()),
    ],
)  # fmt: skip
def test_roles_are_filled_as_well_as_can_be_each_by_another(rights, signers, missing):
    base = TWO_ROLES
    for name, right in rights.items():
        i = base.index(f"tên: {name}")
        start, end = base.index("quyền: [", i), base.index("]", i)
        base = f"{base[:start]}quyền: [{right}{base[end:]}"
    plan = make_plan(base=base)
    decisions = [
        approved(name, "12/11/2024", "tài chính" if "tài chính" in rights.get(name, "") else "")
        for name in signers
    ]
    article = make_article("12/11/2024", *decisions, category="tai-chinh", plan=plan)

    found = roles_missing(article, [plan], ON)

    assert (len(found) if isinstance(missing, int) else set(found)) == missing
    told = [
        reason.role
        for reason in judge(article, [plan], ON).reasons
        if reason.kind is BlockerKind.MISSING_ROLE
    ]
    assert tuple(told) == found
