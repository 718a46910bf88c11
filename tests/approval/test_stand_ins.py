"""Nobody is locked out by the plan: who fills a role that only authors hold. Decision 33."""

from itertools import product

import pytest
from sample import PLAN_YAML, approved, day, make_article, make_plan

from newsroom.domain.approval.approvers import approvers, holder
from newsroom.domain.approval.blocker import BlockerKind
from newsroom.domain.approval.deciding import approval_or_reason, is_needed, with_approval
from newsroom.domain.approval.gate import judge
from newsroom.domain.content.decisions import Approval, Decisions
from newsroom.domain.plan.board import BOARD, Role

TODAY = day("30/11/2024")
FINANCE = Role("tài chính")
# Plan S4, III.2: the accountant writes about finance, and approves what is written about it.
PLAN = make_plan(
    base=PLAN_YAML.replace(
        "  - {mã: doi, tên: Đội", "  - {mã: tai-vu, tên: Tài vụ, loại: bộ phận, thành viên:"
        " [Kế Toán Mẫu, Hòa Mẫu]}\n  - {mã: doi, tên: Đội"
    )
)  # fmt: skip
BY = {"chief": "Hiệu Trưởng Mẫu", "vice": "Phó Mẫu", "accountant": "Kế Toán Mẫu"}


def finance(*decisions, authors=("Kế Toán Mẫu",), plan=PLAN):
    article = make_article(
        "12/11/2024", *decisions, groups=["tai-vu"], authors=authors, category="tai-chinh",
        plan=plan,
    )  # fmt: skip
    return article if decisions else waiting_of(article)


def waiting_of(article):
    from dataclasses import replace

    return replace(article, decisions=Decisions())


def kinds(item, plan=PLAN):
    return [reason.kind for reason in judge(item, [plan], TODAY).reasons]


def yes(who, role="", line=10):
    return approved(BY[who], "12/11/2024", role, line=line)


def is_public(author, first, second):
    """The reference: two people, none of them the author, one for the board and one for finance,
    for which the board stands in where the accountant is the author."""
    people = {first, second} - {author, None}
    board = people & {"chief", "vice"}
    for_finance = {"accountant"} - {author} or {"chief", "vice"}
    return any(a != b for a in board for b in people & for_finance)


def test_every_pair_of_signatures_under_every_author_is_public_as_the_reference_says():
    wrong = []
    for author, first, second in product([*BY, "other"], [*BY], [*BY, None]):
        given = [yes(first), *([yes(second, line=11)] if second else [])]
        article = finance(*given, authors=[BY.get(author, "Hòa Mẫu")])
        if (kinds(article) == []) is not is_public(author, first, second):
            wrong.append((author, first, second))

    assert wrong == []


@pytest.mark.parametrize("role", ["", "tài chính"])
def test_a_second_member_of_the_board_fills_the_role_with_or_without_naming_it(role):
    assert kinds(finance(yes("chief"), yes("vice", role, line=11))) == []
    assert kinds(finance(yes("chief", role), yes("vice", line=11))) == []


def test_one_person_does_not_fill_both():
    article = finance(yes("chief"), yes("chief", "tài chính", line=11))

    assert kinds(article) == [BlockerKind.MISSING_ROLE]


def test_where_somebody_else_holds_the_role_nobody_stands_in():
    plan = make_plan(
        base=PLAN_YAML.replace(
            "  - {tên: Kiểm Tra Mẫu",
            "  - {tên: Thủ Quỹ Mẫu, chức vụ: Thủ quỹ, quyền: [tài chính]}\n  - {tên: Kiểm Tra Mẫu",
        ).replace("[Hòa Mẫu]}", "[Hòa Mẫu, Kế Toán Mẫu]}")
    )
    article = make_article(
        "12/11/2024", yes("chief"), yes("vice", line=11), groups=["to-2"], authors=["Kế Toán Mẫu"],
        category="tai-chinh", plan=plan,
    )  # fmt: skip

    assert kinds(article, plan) == [BlockerKind.MISSING_ROLE]
    assert holder("Phó Mẫu", article, plan, TODAY).stands_in_for == ()


def test_the_days_of_office_tell_who_holds_a_role():
    left = make_plan(
        base=PLAN_YAML.replace("quyền: [tài chính]}", "quyền: [tài chính], đến: 11/11/2024}")
    )

    def given(first, second):
        return make_article(
            "12/11/2024",
            approved("Phó Mẫu", first),
            approved("Hiệu Trưởng Mẫu", second, line=11),
            category="tai-chinh",
            plan=left,
        )

    # While the accountant served, nobody stood in for her.
    assert kinds(given("11/11/2024", "11/11/2024"), left) == [BlockerKind.MISSING_ROLE]
    assert kinds(given("11/11/2024", "12/11/2024"), left) == []


def test_the_missing_role_is_the_one_stood_in_for_and_names_whoever_gave_the_other():
    judgement = judge(finance(yes("chief")), [PLAN], TODAY)

    assert [reason.role for reason in judgement.reasons] == [FINANCE]
    assert judgement.open_roles == (FINANCE,)
    assert judgement.approved_by == ("hieu-truong-mau",)


def test_the_second_member_is_asked_and_writes_the_role():
    article = finance()
    first = approval_or_reason(article, [PLAN], TODAY, by="Phó Mẫu")
    half = with_approval(article, first)
    second = approval_or_reason(half, [PLAN], TODAY, by="Hiệu Trưởng Mẫu")

    assert isinstance(first, Approval)
    assert (first.role, second.role) == (None, FINANCE)
    assert is_needed(second, half, [PLAN], TODAY)
    assert judge(with_approval(half, second), [PLAN], TODAY).reasons == ()
    assert approvers(article.category, article.authors, ["tai-vu"], PLAN, TODAY) == {
        BOARD: tuple(PLAN.people.find(BY[who])[0] for who in ("chief", "vice")),
        FINANCE: tuple(PLAN.people.find(BY[who])[0] for who in ("chief", "vice")),
    }


LAST = make_plan(base=PLAN_YAML + "hiệu trưởng duyệt cuối: có\n")


@pytest.mark.parametrize(
    ("signatures", "is_kept"),
    [
        ([("chief", 12)], True),
        ([("vice", 12)], False),
        ([("vice", 12), ("chief", 13)], True),
        ([("chief", 12), ("vice", 13)], False),
        ([("chief", 12), ("vice", 13), ("chief", 14)], True),
        ([("vice", 12), ("chief", 12)], True),
        ([("chief", 12), ("vice", 12)], False),
    ],
)
def test_the_principal_approves_last_where_the_plan_says_so(signatures, is_kept):
    given = [
        approved(BY[who], f"{on}/11/2024", line=line)
        for line, (who, on) in enumerate(signatures, 10)
    ]
    article = make_article("12/11/2024", *given, plan=LAST)

    assert (kinds(article, LAST) == []) is is_kept
    if not is_kept:
        assert kinds(article, LAST) == [BlockerKind.NO_LAST_WORD]


def test_the_principals_word_is_last_of_every_role():
    early = [yes("chief"), approved("Kế Toán Mẫu", "13/11/2024", line=11)]
    late = [*early, approved("Hiệu Trưởng Mẫu", "14/11/2024", line=12)]

    def finance_under(given):
        return make_article("12/11/2024", *given, category="tai-chinh", plan=LAST)

    assert kinds(finance_under(early), LAST) == [BlockerKind.NO_LAST_WORD]
    assert kinds(finance_under(late), LAST) == []
    assert judge(finance_under(late), [LAST], TODAY).approved_on == day("14/11/2024")


def test_whoever_has_the_last_word_is_asked_to_say_it_again():
    article = make_article("12/11/2024", yes("chief"), yes("vice", line=11), plan=LAST)

    again = approval_or_reason(article, [LAST], TODAY, by="Hiệu Trưởng Mẫu")

    assert is_needed(again, article, [LAST], TODAY)
    assert kinds(with_approval(article, again), LAST) == []


def test_what_the_principal_wrote_the_board_approves():
    article = make_article(
        "12/11/2024", yes("vice"), groups=["bgh"], authors=["Hiệu Trưởng Mẫu"], plan=LAST
    )

    assert kinds(article, LAST) == []
