"""Sent means approved, selected, then sent; a carrying needs no sending."""

from dataclasses import replace

import pytest
from sample import (
    PLAN,
    SCHOOL,
    approved,
    day,
    make_article,
    make_evaluation,
    returned,
    tally_rows,
    waiting,
)

from newsroom.domain.content.submission import (
    ForwardingFault,
    Selection,
    Submission,
    SubmissionKind,
)

COUNTS, BEFORE = None, ForwardingFault.BEFORE_APPROVAL
NOT_APPROVED, NOT_SELECTED = ForwardingFault.NOT_APPROVED, ForwardingFault.NOT_SELECTED
ASKS = replace(PLAN, sending_needs_selection=True)
TODAY = "31/12/2024"


def sent(on, office="so", kind=SubmissionKind.SENT):
    return Submission(kind=kind, office=SCHOOL.office(office), on=day(on))


def carried(on):
    return sent(on, kind=SubmissionKind.CARRIED)


def selected(on, office="so", by="Phó Mẫu"):
    return Selection(office=SCHOOL.office(office), by=by, on=day(on))


def faults(*decisions, way, selections=(), plan=PLAN, **fields):
    article = make_article(
        "10/11/2024", *decisions, submissions=(way,), selections=tuple(selections), **fields
    )
    (record,) = make_evaluation([article], TODAY, [plan]).newsroom.articles
    return [one.fault for one in record.submissions]


@pytest.mark.parametrize(
    ("on", "fault"), [("11/11/2024", BEFORE), ("12/11/2024", COUNTS), ("13/11/2024", COUNTS)]
)
@pytest.mark.parametrize("way", [sent, carried], ids=["sent", "carried"])
def test_what_went_before_the_approval_does_not_count(way, on, fault):
    assert faults(approved("Phó Mẫu", "12/11/2024"), way=way(on)) == [fault]


@pytest.mark.parametrize(
    ("on", "fault"), [("15/11/2024", BEFORE), ("16/11/2024", COUNTS), ("17/11/2024", COUNTS)]
)
def test_the_last_approval_that_it_needs_comes_first(on, fault):
    both = approved("Phó Mẫu", "12/11/2024"), approved("Kế Toán Mẫu", "16/11/2024", line=11)

    assert faults(*both, way=sent(on), category="tai-chinh") == [fault]
    assert faults(*both, way=carried(on), category="tai-chinh") == [fault]


@pytest.mark.parametrize(
    ("on", "fault"), [("13/11/2024", BEFORE), ("15/11/2024", BEFORE), ("16/11/2024", COUNTS)]
)
def test_a_return_takes_the_sending_before_it_back_and_no_carrying(on, fault):
    history = (
        approved("Phó Mẫu", "12/11/2024", line=10),
        returned("Phó Mẫu", "14/11/2024", line=11),
        approved("Phó Mẫu", "16/11/2024", line=12),
    )

    assert faults(*history, way=sent(on)) == [fault]
    assert faults(*history, way=carried(on)) == [COUNTS]


def test_edited_and_approved_anew_it_stays_carried_and_has_to_be_sent_anew():
    history = (
        approved("Phó Mẫu", "12/11/2024", seal="b" * 12, line=10),
        approved("Phó Mẫu", "20/11/2024", seal="a" * 12, line=11),
    )

    assert faults(*history, way=carried("15/11/2024")) == [COUNTS]
    assert faults(*history, way=carried("11/11/2024")) == [BEFORE]
    assert faults(*history, way=sent("15/11/2024")) == [BEFORE]
    assert faults(*history, way=sent("20/11/2024")) == [COUNTS]


def test_nothing_of_an_article_that_nobody_approved_counts():
    article = waiting(make_article("10/11/2024", submissions=(sent("12/11/2024"),)))
    (record,) = make_evaluation([article], TODAY).newsroom.articles

    assert [one.fault for one in record.submissions] == [NOT_APPROVED]
    assert record.sent(SubmissionKind.SENT) == ()


@pytest.mark.parametrize(
    ("selections", "fault"),
    [
        ([], NOT_SELECTED),
        ([selected("11/11/2024")], NOT_SELECTED),
        ([selected("12/11/2024")], COUNTS),
        ([selected("14/11/2024")], COUNTS),
        ([selected("15/11/2024")], COUNTS),
        ([selected("16/11/2024")], NOT_SELECTED),
        ([selected("14/11/2024", "bao")], NOT_SELECTED),
        ([selected("14/11/2024", by="Lan Mẫu")], NOT_SELECTED),
        ([selected("11/11/2024"), selected("13/11/2024")], COUNTS),
    ],
)
def test_a_plan_may_ask_that_the_board_selects_before_it_goes(selections, fault):
    approval = approved("Phó Mẫu", "12/11/2024")

    assert faults(approval, way=sent("15/11/2024"), selections=selections, plan=ASKS) == [fault]
    assert faults(approval, way=sent("15/11/2024"), selections=selections) == [COUNTS]
    assert faults(approval, way=carried("15/11/2024"), selections=selections, plan=ASKS) == [COUNTS]


def test_a_sending_that_does_not_count_is_in_no_number_and_leaves_the_article_to_be_sent():
    article = make_article(
        "10/11/2024",
        approved("Phó Mẫu", "12/11/2024"),
        submissions=(sent("11/11/2024"),),
        selections=(selected("12/11/2024"),),
    )
    quotas = "  - {mã: gui, nội dung: G, ai: toàn trường, ít nhất: 1, mỗi: tháng, tính theo: gửi}\n"

    rows = tally_rows(quotas, [article], TODAY)
    (record,) = make_evaluation([article], TODAY).newsroom.articles

    assert rows["gui"].cell("2024-11").count == 0
    assert [office.code for office in record.to_send] == ["so"]
