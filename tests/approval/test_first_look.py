"""The head's first look: its place among the approvals is advice."""

from dataclasses import replace

import pytest
from sample import PLAN, PLAN_YAML, approved, day, make_article, make_plan

from newsroom.domain.approval.first_look import comes_before_the_head, late_first_look
from newsroom.domain.content.content_item import StandingPage
from newsroom.domain.content.decisions import Decisions

HEAD_FIRST = make_plan(
    base=PLAN_YAML.replace("tên: Hoạt động}", "tên: Hoạt động, cần duyệt: [tổ trưởng]}")
)
ON, TODAY = "12/11/2024", day("30/11/2024")
HEAD, BOARD = "Lan Mẫu", "Phó Mẫu"


def article(*decisions, plan=HEAD_FIRST, authors=("Lân Mẫu 2",)):
    made = make_article(ON, authors=authors, plan=plan)
    return replace(made, decisions=Decisions(approvals=decisions))


@pytest.mark.parametrize(
    ("decisions", "authors", "expected"),
    [
        ([], ["Lân Mẫu 2"], True),
        ([approved(BOARD, ON)], ["Lân Mẫu 2"], True),
        ([approved(HEAD, ON)], ["Lân Mẫu 2"], False),
        # By the head as an author nobody is asked for the look.
        ([], ["Lan Mẫu"], False),
        # Of no effect: the head's look lies ahead.
        ([approved(HEAD, "01/12/2024")], ["Lân Mẫu 2"], True),
    ],
)
def test_the_board_would_come_before_the_head_where_the_look_is_asked_for_and_not_given(
    decisions, authors, expected
):
    found = comes_before_the_head(article(*decisions, authors=authors), [HEAD_FIRST], TODAY)

    assert found is expected


def test_where_no_category_asks_the_board_comes_before_nobody():
    page = StandingPage(path="trang/a.md", slug="a", title="A")

    assert comes_before_the_head(article(plan=PLAN), [PLAN], TODAY) is False
    assert comes_before_the_head(page, [HEAD_FIRST], TODAY) is False
    assert late_first_look(article(approved(BOARD, ON), plan=PLAN), [PLAN], TODAY) is None


@pytest.mark.parametrize(
    ("head", "board", "is_late"),
    [
        (("11/11/2024", 10), ("12/11/2024", 11), False),
        (("12/11/2024", 10), ("12/11/2024", 11), False),
        (("12/11/2024", 11), ("12/11/2024", 10), True),
        (("13/11/2024", 10), ("12/11/2024", 11), True),
        (("13/11/2024", 10), None, False),
        (None, ("12/11/2024", 10), False),
    ],
)
def test_the_look_is_late_where_it_stands_behind_the_boards_yes(head, board, is_late):
    given = [
        approved(name, when[0], line=when[1])
        for name, when in ((HEAD, head), (BOARD, board))
        if when
    ]

    found = late_first_look(article(*given), [HEAD_FIRST], TODAY)

    assert (found and found.by) == (HEAD if is_late else None)
