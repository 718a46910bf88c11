"""The decisions that the board may take today, before it is written."""

from dataclasses import replace

import pytest
from sample import PLAN, PLAN_YAML, approved, day, make_article, make_plan, returned

from newsroom.domain.approval.blocker import BlockerKind
from newsroom.domain.approval.deciding import (
    approval_or_reason,
    is_given,
    is_needed,
    member_or_reason,
    name_to_write,
    with_approval,
)
from newsroom.domain.approval.gate import judge
from newsroom.domain.content.decisions import Approval
from newsroom.domain.plan.board import BOARD, Role

TODAY = day("20/11/2024")
FINANCE = Role("tài chính")


def offer(article, by, role=None, plan=PLAN):
    return approval_or_reason(article, [plan], TODAY, by=by, role=role)


def draft(**fields):
    article = make_article("12/11/2024", **fields)
    return replace(article, decisions=type(article.decisions)())


def test_a_board_member_gives_a_sealed_approval_that_lets_the_article_out():
    article = draft()

    given = offer(article, "phó mẫu")

    assert given == Approval(by="Phó Mẫu", on=TODAY, seal=article.fingerprint, line=given.line)
    assert judge(with_approval(article, given), [PLAN], TODAY).reasons == ()


def test_an_alias_is_written_as_the_name():
    assert offer(draft(), "cô Phó").by == "Phó Mẫu"


@pytest.mark.parametrize(
    ("by", "role", "kind"),
    [
        ("Lan Mẫu", None, BlockerKind.NOT_ON_BOARD),
        ("Ai Đó", None, BlockerKind.NOT_ON_BOARD),
        ("Phó Mẫu", FINANCE, BlockerKind.NO_RIGHT),
        ("Kế Toán Mẫu", BOARD, BlockerKind.NO_RIGHT),
    ],
)
def test_nobody_decides_without_the_right(by, role, kind):
    assert offer(draft(category="tai-chinh"), by, role).kind is kind


@pytest.mark.parametrize("by", ["Phó Mẫu", "Kế Toán Mẫu"])
def test_the_first_of_two_approvals_is_needed(by):
    article = draft(category="tai-chinh")

    assert is_needed(offer(article, by), article, [PLAN], TODAY)


def test_an_author_cannot_approve_their_own_article():
    assert offer(draft(authors=["Phó Mẫu"]), "Phó Mẫu").kind is BlockerKind.SELF_APPROVED


def test_after_its_term_a_plan_lets_nobody_decide():
    found = member_or_reason([PLAN], "Phó Mẫu", day("20/11/2030"))

    assert found.kind is BlockerKind.NOT_ON_BOARD


def test_two_people_of_one_name_need_a_code():
    plan = make_plan(
        base=PLAN_YAML.replace("quyền: [duyệt], bí danh: [cô Phó]}", "quyền: [duyệt], mã: pho-1}")
        .replace("thành viên: [Hòa Mẫu]", "thành viên: [{tên: Phó Mẫu, mã: pho-2}]")
        .replace("thành viên: [Hiệu Trưởng Mẫu, Phó Mẫu]", "thành viên: [Hiệu Trưởng Mẫu]")
    )
    article = draft(plan=plan)

    assert offer(article, "Phó Mẫu", plan=plan).kind is BlockerKind.AMBIGUOUS
    assert offer(article, "pho-1", plan=plan).by == "pho-1"
    assert name_to_write(plan.board[0].person, [plan], TODAY) == "Hiệu Trưởng Mẫu"


def test_the_role_that_is_lacking_is_given_and_named():
    both = make_plan(base=PLAN_YAML.replace("quyền: [tài chính]", "quyền: [duyệt, tài chính]"))
    article = draft(category="tai-chinh", plan=both)
    half = with_approval(article, offer(article, "Phó Mẫu", plan=both))

    assert offer(article, "Kế Toán Mẫu", plan=both).role is None
    assert offer(half, "Kế Toán Mẫu", plan=both).role == FINANCE


def test_the_same_yes_is_not_given_twice():
    article = draft()
    once = offer(article, "Phó Mẫu")
    after = with_approval(article, once)

    assert not is_given(once, article, [PLAN], TODAY)
    assert is_given(offer(after, "Phó Mẫu"), after, [PLAN], TODAY)
    assert not is_given(offer(after, "Hiệu Trưởng Mẫu"), after, [PLAN], TODAY)


def test_an_approval_without_seal_may_be_sealed_later():
    article = make_article("12/11/2024")

    again = offer(article, "Phó Mẫu")

    assert not is_given(again, article, [PLAN], TODAY)
    assert not is_needed(again, article, [PLAN], TODAY)


def test_what_was_returned_or_edited_needs_a_new_yes():
    back = make_article(
        "12/11/2024", approved("Phó Mẫu", "12/11/2024"), returned("Phó Mẫu", "13/11/2024")
    )
    edited = make_article("12/11/2024", approved("Phó Mẫu", "12/11/2024", seal="b" * 12))

    for article in (back, edited):
        given = offer(article, "Phó Mẫu")
        assert not is_given(given, article, [PLAN], TODAY)
        assert is_needed(given, article, [PLAN], TODAY)
        assert judge(with_approval(article, given), [PLAN], TODAY).reasons == ()


def test_a_head_gives_the_first_look_and_the_role_is_written():
    asking = "tên: Hoạt động, cần duyệt: [tổ trưởng]}"
    plan = make_plan(base=PLAN_YAML.replace("tên: Hoạt động}", asking))
    article = draft(plan=plan, authors=["Lân Mẫu 2"])

    given = offer(article, "Lan Mẫu", plan=plan)

    assert given.role.name == "tổ trưởng"
    assert offer(article, "Lan Mẫu", BOARD, plan=plan).kind is BlockerKind.NO_RIGHT
    assert offer(draft(authors=["Lân Mẫu 2"]), "Lan Mẫu").kind is BlockerKind.NOT_ON_BOARD
