"""The gate by table: the day before, the day, the day after."""

from dataclasses import replace

import pytest
from sample import (
    PLAN,
    PLAN_YAML,
    SCHOOL,
    approved,
    day,
    make_article,
    make_plan,
)
from sample import withdrawn as withdrawn_on

from newsroom.domain.approval.blocker import BlockerKind
from newsroom.domain.approval.gate import (
    is_of_the_board,
    judge,
    removed_on,
    required_roles,
    sound_corrections,
)
from newsroom.domain.content.content_item import NO_DATE
from newsroom.domain.content.decisions import Decision, DecisionKind
from newsroom.domain.content.submission import Selection, Submission, SubmissionKind
from newsroom.domain.plan.board import BOARD, HEAD
from newsroom.domain.problem import Problem
from newsroom.domain.site.indexing import record_of

TODAY = day("30/11/2024")
ON = "12/11/2024"
THREE_DAYS = [("11/11/2024", -1), (ON, 0), ("13/11/2024", 1)]


def kinds(article, plan=PLAN, today=TODAY):
    return [reason.kind for reason in judge(article, [plan], today).reasons]


def with_member(name, **fields):
    """The sample plan, in which one member of the board serves for a time."""
    board = (replace(m, **fields) if m.person.name == name else m for m in PLAN.board)
    return replace(PLAN, board=tuple(board))


# Days


@pytest.mark.parametrize(("today", "is_public"), [
    ("11/11/2024", False), ("12/11/2024", True), ("13/11/2024", True),
])  # fmt: skip
def test_an_article_is_public_from_its_own_day_on(today, is_public):
    article = make_article(ON, approved("Phó Mẫu", "10/11/2024"))

    assert (kinds(article, today=day(today)) == []) is is_public
    assert kinds(article, today=day(today)) == ([] if is_public else [BlockerKind.SCHEDULED])


@pytest.mark.parametrize(("today", "counts"), [
    ("11/11/2024", False), ("12/11/2024", True), ("13/11/2024", True),
])  # fmt: skip
def test_an_approval_counts_from_its_own_day_on(today, counts):
    article = make_article("10/11/2024", approved("Phó Mẫu", ON))

    found = kinds(article, today=day(today))

    assert (BlockerKind.FUTURE_APPROVAL not in found) is counts
    assert (found == []) is counts


@pytest.mark.parametrize(
    ("bounds", "on", "counts"),
    [
        ({"first": day(ON)}, "11/11/2024", False),
        ({"first": day(ON)}, ON, True),
        ({"last": day(ON)}, ON, True),
        ({"last": day(ON)}, "13/11/2024", False),
    ],
)
def test_a_member_approves_and_corrects_from_their_first_day_to_their_last(bounds, on, counts):
    plan = with_member("Phó Mẫu", **bounds)
    article = make_article(ON, approved("Phó Mẫu", on))
    correction = Decision(kind=DecisionKind.CORRECTED, by="Phó Mẫu", on=day(on), reason="Sửa")

    assert (kinds(article, plan) == []) is counts
    assert is_of_the_board("Phó Mẫu", day(on), [plan], TODAY) is counts
    corrected = make_article(ON, approved("Hiệu Trưởng Mẫu", ON), correction)
    assert bool(sound_corrections(corrected, [plan], TODAY)) is counts


@pytest.mark.parametrize(("on", "offset"), THREE_DAYS)
def test_a_correction_and_a_selection_hold_from_their_day_on(on, offset):
    correction = Decision(kind=DecisionKind.CORRECTED, by="Phó Mẫu", on=day(on), reason="Sửa")
    selection = Selection(office=SCHOOL.office("so"), by="Phó Mẫu", on=day(on))
    article = make_article(
        "10/11/2024", approved("Phó Mẫu", "10/11/2024"), correction, selections=(selection,)
    )

    record = record_of(article, [PLAN], day(ON))

    assert bool(record.corrections) is (offset <= 0)
    assert bool(record.to_send) is (offset <= 0)
    assert record.has_unshown is (offset > 0)


@pytest.mark.parametrize(("on", "offset"), THREE_DAYS)
def test_a_sending_dated_ahead_is_not_shown_and_takes_no_office_off_the_list(on, offset):
    office = SCHOOL.office("so")
    article = make_article(
        "10/11/2024",
        approved("Phó Mẫu", "10/11/2024"),
        selections=(Selection(office=office, by="Phó Mẫu", on=day("10/11/2024")),),
        submissions=(Submission(kind=SubmissionKind.SENT, office=office, on=day(on)),),
    )

    record = record_of(article, [PLAN], day(ON))

    assert bool(record.submissions) is (offset <= 0)
    assert bool(record.to_send) is (offset > 0)
    assert record.has_unshown is (offset > 0)


@pytest.mark.parametrize(
    ("withdrawn", "approved_on", "appears", "removed"),
    [
        # The day of the article: the day before the withdrawal, that day, the day after.
        ("12/11/2024", "10/11/2024", "11/11/2024", "12/11/2024"),
        ("12/11/2024", "10/11/2024", "12/11/2024", "12/11/2024"),
        ("12/11/2024", "10/11/2024", "13/11/2024", None),
        # The day of its approval, likewise.
        ("12/11/2024", "11/11/2024", "10/11/2024", "12/11/2024"),
        ("12/11/2024", "12/11/2024", "10/11/2024", "12/11/2024"),
        ("12/11/2024", "13/11/2024", "10/11/2024", None),
        # The withdrawal against today, which is the 30th.
        ("29/11/2024", "11/11/2024", "10/11/2024", "29/11/2024"),
        ("30/11/2024", "11/11/2024", "10/11/2024", "30/11/2024"),
        ("01/12/2024", "11/11/2024", "10/11/2024", None),
    ],
)
def test_what_stood_in_public_on_the_day_of_its_withdrawal_was_removed_then(
    withdrawn, approved_on, appears, removed
):
    article = make_article(
        appears, approved("Phó Mẫu", approved_on), withdrawn_on("Phó Mẫu", withdrawn)
    )

    assert removed_on(article, [PLAN], TODAY) == (removed and day(removed))


def test_of_two_withdrawals_the_first_took_it_down_and_one_without_a_day_tells_none():
    first, second = withdrawn_on("Phó Mẫu", "13/11/2024"), withdrawn_on("Phó Mẫu", "15/11/2024")
    undated = replace(second, on=None)
    approval = approved("Phó Mẫu", ON)

    twice = make_article(ON, approval, second, first)
    assert removed_on(twice, [PLAN], TODAY) == day("13/11/2024")
    assert removed_on(make_article(ON, approval, undated), [PLAN], TODAY) is None
    assert BlockerKind.WITHDRAWN in kinds(make_article(ON, approval, undated))


def test_a_withdrawal_dated_ahead_withholds_at_once():
    article = make_article(ON, approved("Phó Mẫu", ON), withdrawn_on("Phó Mẫu", "01/01/2025"))

    assert kinds(article) == [BlockerKind.WITHDRAWN]


# The head's first look

HEAD_FIRST = make_plan(
    base=PLAN_YAML.replace("tên: Hoạt động}", "tên: Hoạt động, cần duyệt: [tổ trưởng]}")
)


def closing(**bounds):
    groups = (replace(g, **bounds) if g.code == "to-1" else g for g in HEAD_FIRST.groups)
    return replace(HEAD_FIRST, groups=tuple(groups))


@pytest.mark.parametrize(
    ("bounds", "looked_on", "counts"),
    [
        ({"last": day("13/11/2024")}, "12/11/2024", True),
        ({"last": day("13/11/2024")}, "13/11/2024", True),
        # The group has closed: it has no head any more.
        ({"last": day("13/11/2024")}, "14/11/2024", False),
        ({"first": day("12/11/2024")}, "11/11/2024", False),
        ({"first": day("12/11/2024")}, "12/11/2024", True),
    ],
)
def test_the_head_looks_while_the_group_exists(bounds, looked_on, counts):
    plan = closing(**bounds)
    article = make_article(
        ON,
        approved("Phó Mẫu", ON),
        approved("Lan Mẫu", looked_on),
        authors=["Lân Mẫu 2"],
        plan=plan,
    )

    assert (kinds(article, plan) == []) is counts


@pytest.mark.parametrize(
    ("last", "is_asked"), [("11/11/2024", False), (ON, True), ("13/11/2024", True)]
)
def test_a_first_look_is_asked_for_where_the_group_had_a_head_on_the_articles_day(last, is_asked):
    plan = closing(last=day(last))
    article = make_article(ON, authors=["Lân Mẫu 2"], plan=plan)

    assert required_roles(article, [plan]) == ((BOARD, HEAD) if is_asked else (BOARD,))


def test_kept_for_the_principal_an_article_is_approved_on_the_day_of_their_word():
    plan = replace(PLAN, principal_approves_last=True)
    article = make_article(
        "20/11/2024",
        approved("Phó Mẫu", "12/11/2024"),
        approved("Hiệu Trưởng Mẫu", "14/11/2024"),
        # Of no effect: by somebody who is not on the board.
        approved("Ai Đó", "15/11/2024"),
        plan=plan,
    )

    assert judge(article, [plan], TODAY).approved_on == day("14/11/2024")
    assert judge(article, [PLAN], TODAY).approved_on == day("12/11/2024")


@pytest.mark.parametrize(
    ("on", "kind"),
    [
        ("29/11/2024", BlockerKind.NOT_ON_BOARD),
        ("30/11/2024", BlockerKind.NOT_ON_BOARD),
        ("01/12/2024", BlockerKind.FUTURE_APPROVAL),
    ],
)
def test_of_a_stranger_whose_day_has_not_come_the_day_is_told(on, kind):
    article = make_article("29/11/2024", approved("Ai Đó", on))

    assert kind in kinds(article)


@pytest.mark.parametrize(
    ("on", "expected"),
    [("31/07/2024", False), ("01/08/2024", True), ("31/07/2025", True), ("01/08/2025", False)],
)
def test_nobody_is_of_the_board_where_there_is_no_plan(on, expected):
    assert is_of_the_board("Phó Mẫu", day(on), [PLAN], day("30/08/2025")) is expected


def test_what_has_no_date_is_broken_and_waits_for_no_day():
    article = replace(
        make_article(ON), on=NO_DATE, problems=(Problem("a.md", 1, "Bài chưa ghi ngày."),)
    )

    assert BlockerKind.SCHEDULED not in kinds(article)
    assert BlockerKind.BROKEN in kinds(article)


@pytest.mark.parametrize(
    ("appears", "approved_on", "removed"),
    [
        ("10/11/2024", "10/11/2024", "11/11/2024"),
        # Out only between the two withdrawals, or approved only then: it never was in public.
        ("12/11/2024", "10/11/2024", None),
        ("10/11/2024", "12/11/2024", None),
    ],
)
def test_of_two_withdrawals_the_first_counts_for_what_stood_in_public(
    appears, approved_on, removed
):
    article = make_article(
        appears,
        approved("Phó Mẫu", approved_on),
        withdrawn_on("Phó Mẫu", "15/11/2024"),
        withdrawn_on("Phó Mẫu", "11/11/2024"),
    )

    assert removed_on(article, [PLAN], TODAY) == (removed and day(removed))


def test_an_article_may_have_the_name_of_a_list_below_its_own_month():
    gone = replace(
        make_article(ON, approved("Phó Mẫu", ON), withdrawn_on("Phó Mẫu", "13/11/2024")),
        slug="lich",
    )

    assert removed_on(gone, [PLAN], TODAY) == day("13/11/2024")


@pytest.mark.parametrize(("by", "removed"), [("Hiệu Trưởng Mẫu", "13/11/2024"), ("Phó Mẫu", None)])
def test_without_the_principals_word_nothing_stood_in_public_that_needs_it(by, removed):
    plan = replace(PLAN, principal_approves_last=True)
    gone = make_article(ON, approved(by, ON), withdrawn_on("Phó Mẫu", "13/11/2024"))

    assert removed_on(gone, [plan], TODAY) == (removed and day(removed))
    assert removed_on(gone, [PLAN], TODAY) == day("13/11/2024")
