"""Approvals that can be given today, and sendings and carryings that count."""

from dataclasses import replace

import pytest
from sample import (
    PLAN,
    SCHOOL,
    approved,
    day,
    make_article,
    waiting,
)

from newsroom.domain.approval.blocker import Blocker, BlockerKind
from newsroom.domain.approval.deciding import (
    approval_or_reason,
    is_given,
    name_to_write,
)
from newsroom.domain.approval.forwarding import forwarding_fault
from newsroom.domain.approval.gate import (
    judge,
)
from newsroom.domain.content.decisions import Decisions
from newsroom.domain.content.submission import (
    ForwardingFault,
    Selection,
    Submission,
    SubmissionKind,
)
from newsroom.domain.plan.board import BOARD, Role

FINANCE = Role("tài chính")
TODAY = day("30/11/2024")
ON = "12/11/2024"
THREE_DAYS = [("11/11/2024", -1), (ON, 0), ("13/11/2024", 1)]


def kinds(article, plan=PLAN, today=TODAY):
    return [reason.kind for reason in judge(article, [plan], today).reasons]


def with_member(name, **fields):
    """The sample plan, in which one member of the board serves for a time."""
    board = (replace(m, **fields) if m.person.name == name else m for m in PLAN.board)
    return replace(PLAN, board=tuple(board))


# What can be given today


@pytest.mark.parametrize(
    ("on", "kind"),
    [
        ("31/07/2024", BlockerKind.NOT_ON_BOARD),
        ("01/11/2024", None),
        ("31/07/2025", None),
        ("01/08/2025", BlockerKind.NOT_ON_BOARD),
    ],
)
def test_without_a_plan_of_the_day_nobody_approves(on, kind):
    article = waiting(make_article("01/11/2024"))

    given = approval_or_reason(article, [PLAN], day(on), by="Phó Mẫu")

    assert getattr(given, "kind", None) is kind
    assert name_to_write(PLAN.board[1].person, [PLAN], day(on)) == "Phó Mẫu"


@pytest.mark.parametrize(
    ("roles", "role", "given_as"),
    [
        ((), None, BlockerKind.NO_RIGHT),
        ((), BOARD, BlockerKind.NO_RIGHT),
        ((FINANCE,), None, FINANCE),
        ((FINANCE,), FINANCE, FINANCE),
        ((FINANCE,), BOARD, BlockerKind.NO_RIGHT),
        # The board's is needed first; who names a right that is theirs means that one.
        ((BOARD, FINANCE), None, None),
        ((BOARD, FINANCE), FINANCE, FINANCE),
        ((BOARD, FINANCE), BOARD, None),
    ],
)
def test_an_approval_is_given_in_a_role_that_one_has(roles, role, given_as):
    plan = with_member("Kế Toán Mẫu", roles=roles)
    article = waiting(make_article(ON, category="tai-chinh"))

    given = approval_or_reason(article, [plan], TODAY, by="Kế Toán Mẫu", role=role)

    assert (given.kind if isinstance(given, Blocker) else given.role) == given_as


@pytest.mark.parametrize(
    ("standing", "expected"),
    [
        ([], False),
        ([approved("Phó Mẫu", ON, seal="a" * 12)], True),
        # By another, over another text, without a seal; and beside the same yes.
        ([approved("Hiệu Trưởng Mẫu", ON, seal="a" * 12)], False),
        ([approved("Phó Mẫu", ON, seal="b" * 12)], False),
        ([approved("Phó Mẫu", ON)], False),
        ([approved("Phó Mẫu", ON, seal="a" * 12),
          approved("Hiệu Trưởng Mẫu", ON, seal="a" * 12)], True),
        ([approved("Kế Toán Mẫu", ON, seal="a" * 12)], False),
    ],
)  # fmt: skip
def test_the_same_yes_stands_already_where_the_same_person_gave_it_to_this_text(standing, expected):
    article = replace(
        make_article(ON),
        decisions=Decisions(approvals=tuple(standing)),
    )
    mine = approved("Phó Mẫu", "30/11/2024", seal="a" * 12, line=99)

    assert is_given(mine, article, [PLAN], TODAY) is expected


# Sent, and taken


@pytest.mark.parametrize("kind", SubmissionKind)
@pytest.mark.parametrize(("on", "offset"), THREE_DAYS)
def test_what_went_before_the_last_approval_does_not_count(kind, on, offset):
    article = make_article("10/11/2024", approved("Phó Mẫu", ON))
    sent = Submission(kind=kind, office=SCHOOL.office("so"), on=day(on))

    fault = forwarding_fault(sent, article, day(ON), [PLAN], TODAY)

    assert fault == (ForwardingFault.BEFORE_APPROVAL if offset < 0 else None)
    assert forwarding_fault(sent, article, None, [PLAN], TODAY) is ForwardingFault.NOT_APPROVED


def test_what_was_carried_stays_carried_when_the_text_was_approved_anew():
    article = make_article(
        "10/11/2024",
        approved("Phó Mẫu", "11/11/2024", seal="b" * 12),
        approved("Phó Mẫu", "20/11/2024", seal="a" * 12),
    )
    carried = Submission(
        kind=SubmissionKind.CARRIED, office=SCHOOL.office("so"), on=day("11/11/2024")
    )

    assert forwarding_fault(carried, article, day("20/11/2024"), [PLAN], TODAY) is None
    early = replace(carried, on=day("10/11/2024"))
    assert forwarding_fault(early, article, day("20/11/2024"), [PLAN], TODAY)


@pytest.mark.parametrize(
    ("office", "by", "selected", "sent", "counts"),
    [
        ("so", "Phó Mẫu", "13/11/2024", "15/11/2024", True),
        # Another office; somebody else; the day before the approval, that day; the day of the
        # sending, the day behind it.
        ("bo", "Phó Mẫu", "13/11/2024", "15/11/2024", False),
        ("so", "Lan Mẫu", "13/11/2024", "15/11/2024", False),
        ("so", "Phó Mẫu", "11/11/2024", "15/11/2024", False),
        ("so", "Phó Mẫu", "12/11/2024", "15/11/2024", True),
        ("so", "Phó Mẫu", "15/11/2024", "15/11/2024", True),
        ("so", "Phó Mẫu", "16/11/2024", "15/11/2024", False),
        # No plan of that day asks for it.
        ("bo", "Phó Mẫu", "13/11/2024", "01/08/2025", True),
        ("bo", "Phó Mẫu", "13/11/2024", "31/07/2025", False),
    ],
)
def test_where_the_plan_asks_for_it_an_article_is_selected_before_it_is_sent(
    office, by, selected, sent, counts
):
    plan = replace(PLAN, sending_needs_selection=True)
    article = make_article(
        "10/11/2024",
        approved("Phó Mẫu", ON),
        selections=(Selection(office=SCHOOL.office(office), by=by, on=day(selected)),),
    )
    line = Submission(kind=SubmissionKind.SENT, office=SCHOOL.office("so"), on=day(sent))
    today = day("30/08/2025")

    fault = forwarding_fault(line, article, day(ON), [plan], today)

    assert fault == (None if counts else ForwardingFault.NOT_SELECTED)
    assert forwarding_fault(line, article, day(ON), [PLAN], today) is None


@pytest.mark.parametrize(
    ("name", "served_until", "last", "has_it"),
    [
        ("Hiệu Trưởng Mẫu", "12/11/2024", "12/11/2024", False),
        ("Hiệu Trưởng Mẫu", "11/11/2024", "12/11/2024", True),
    ],
)
def test_the_last_word_is_asked_of_a_principal_who_serves_that_day(
    name, served_until, last, has_it
):
    plan = replace(with_member(name, last=day(served_until)), principal_approves_last=True)
    article = make_article(ON, approved("Phó Mẫu", last))

    assert (kinds(article, plan) == []) is has_it


def test_a_yes_in_one_role_is_no_yes_in_another():
    plan = with_member("Kế Toán Mẫu", roles=(BOARD, FINANCE))
    article = make_article(
        ON, approved("Kế Toán Mẫu", ON, "tài chính", seal="a" * 12), category="tai-chinh", plan=plan
    )

    assert not is_given(approved("Kế Toán Mẫu", ON, seal="a" * 12), article, [plan], TODAY)
    finance = approved("Kế Toán Mẫu", ON, "tài chính", seal="a" * 12)
    assert is_given(finance, article, [plan], TODAY)


def test_the_principal_says_the_last_word_again_behind_what_was_approved_since():
    plan = replace(PLAN, principal_approves_last=True)
    mine = approved("Hiệu Trưởng Mẫu", ON, seal="a" * 12)
    again = approved("Hiệu Trưởng Mẫu", "30/11/2024", seal="a" * 12, line=99)
    alone = make_article(ON, mine)
    answered = make_article(ON, mine, approved("Phó Mẫu", "13/11/2024"))

    assert is_given(again, alone, [plan], TODAY)
    assert not is_given(again, answered, [plan], TODAY)
