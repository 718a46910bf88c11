"""Approvals that do not count: stale, faulty, or under a name that two bear."""

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
    returned,
)

from newsroom.domain.approval.blocker import BlockerKind
from newsroom.domain.approval.deciding import (
    approval_or_reason,
    member_or_reason,
    name_to_write,
)
from newsroom.domain.approval.gate import (
    is_of_the_board,
    judge,
    sound_corrections,
)
from newsroom.domain.content.decisions import Decision, DecisionKind
from newsroom.domain.content.submission import Selection
from newsroom.domain.site.indexing import record_of

TODAY = day("30/11/2024")
ON = "12/11/2024"


def kinds(article, plan=PLAN, today=TODAY):
    return [reason.kind for reason in judge(article, [plan], today).reasons]


# Stale and faulty approvals


@pytest.mark.parametrize(
    ("later", "is_healed"),
    [
        # A sound yes of the board to the text as it stands.
        (approved("Phó Mẫu", "14/11/2024", seal="b" * 12), True),
        (approved("Hiệu Trưởng Mẫu", "14/11/2024"), True),
        # Older, above it on its day, ahead, over another text, in another role, by an author, by
        # a stranger, in a role that is not theirs; and once below it on its day.
        (approved("Hiệu Trưởng Mẫu", "09/11/2024"), False),
        (approved("Hiệu Trưởng Mẫu", ON, line=9), False),
        (approved("Hiệu Trưởng Mẫu", ON, line=11), True),
        (approved("Phó Mẫu", "01/12/2024", seal="b" * 12), False),
        (approved("Phó Mẫu", "14/11/2024", seal="c" * 12), False),
        (approved("Kế Toán Mẫu", "14/11/2024"), False),
        (approved("Lan Mẫu", "14/11/2024"), False),
        (approved("Ai Đó", "14/11/2024"), False),
        (approved("Hiệu Trưởng Mẫu", "14/11/2024", "tài chính"), False),
    ],
)
def test_a_stale_approval_is_healed_by_a_later_sound_one_of_its_role_alone(later, is_healed):
    article = make_article(
        ON,
        approved("Hiệu Trưởng Mẫu", "08/11/2024"),
        approved("Phó Mẫu", ON, seal="a" * 12, line=10),
        later,
        fingerprint="b" * 12,
    )

    assert set(kinds(article)) == (set() if is_healed else {BlockerKind.EDITED})


def test_a_stale_approval_by_an_author_is_not_healed_by_their_next():
    article = make_article(
        ON,
        approved("Hiệu Trưởng Mẫu", "08/11/2024"),
        approved("Phó Mẫu", ON, seal="a" * 12),
        approved("cô Phó", "14/11/2024"),
        authors=["Lan Mẫu", "Phó Mẫu"],
        fingerprint="b" * 12,
    )

    assert kinds(article) == []
    assert kinds(replace(article, authors=article.authors[:1])) == []


# Two who bear one name

NAMESAKES = make_plan(
    base=PLAN_YAML.replace("{tên: Phó Mẫu, chức vụ", "{tên: Phó Mẫu, mã: pho-1, chức vụ")
    .replace("[Hiệu Trưởng Mẫu, Phó Mẫu]", "[Hiệu Trưởng Mẫu]")
    .replace("[Hòa Mẫu]", "[{tên: Phó Mẫu, mã: pho-2}]")
)


@pytest.mark.parametrize(
    ("name", "counts"), [("Phó Mẫu", False), ("pho-1", True), ("cô Phó", True), ("pho-2", False)]
)
def test_a_name_that_two_bear_decides_nothing_and_a_code_does(name, counts):
    correction = Decision(kind=DecisionKind.CORRECTED, by=name, on=day(ON), reason="Sửa")
    selection = Selection(office=SCHOOL.office("so"), by=name, on=day(ON))
    article = make_article(ON, approved(name, ON), plan=NAMESAKES)
    decided = make_article(
        ON,
        approved("Hiệu Trưởng Mẫu", ON),
        correction,
        plan=NAMESAKES,
        selections=(selection,),
    )

    assert (kinds(article, NAMESAKES) == []) is counts
    assert is_of_the_board(name, day(ON), [NAMESAKES], TODAY) is counts
    assert bool(sound_corrections(decided, [NAMESAKES], TODAY)) is counts
    assert bool(record_of(decided, [NAMESAKES], TODAY).to_send) is counts


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Phó Mẫu", BlockerKind.AMBIGUOUS),
        ("pho-1", None),
        ("pho-2", BlockerKind.NOT_ON_BOARD),
        ("Ai Đó", BlockerKind.NOT_ON_BOARD),
    ],
)
def test_nobody_is_asked_under_a_name_that_two_bear(name, kind):
    found = member_or_reason([NAMESAKES], name, TODAY)
    given = approval_or_reason(make_article(ON, plan=NAMESAKES), [NAMESAKES], TODAY, by=name)

    assert getattr(found, "kind", None) is kind
    assert getattr(given, "kind", None) is kind


def test_a_namesake_signs_with_the_code_and_everybody_else_with_the_name():
    first, vice = NAMESAKES.board[0].person, NAMESAKES.board[1].person

    assert name_to_write(vice, [NAMESAKES], TODAY) == "pho-1"
    assert name_to_write(first, [NAMESAKES], TODAY) == "Hiệu Trưởng Mẫu"
    # No plan of the day tells two apart.
    assert name_to_write(vice, [NAMESAKES], day("01/01/2030")) == "Phó Mẫu"


def test_a_return_without_a_day_disagrees_with_no_line_and_withholds_all_the_same():
    undated = replace(returned("Phó Mẫu", ON, line=9), on=None)
    article = make_article(ON, approved("Phó Mẫu", ON, line=10), undated)

    assert article.decisions.out_of_order == ()
    assert kinds(article) == [BlockerKind.RETURNED]


@pytest.mark.parametrize(("role", "open_role"), [("", "ban biên tập"), ("tài chính", "tài chính")])
def test_whose_yes_fell_has_to_look_again_in_that_role(role, open_role):
    by = "Kế Toán Mẫu" if role else "Phó Mẫu"
    article = make_article(
        ON,
        approved("Phó Mẫu", "08/11/2024"),
        approved("Kế Toán Mẫu", "08/11/2024", "tài chính"),
        approved(by, ON, role, seal="a" * 12),
        category="tai-chinh",
        fingerprint="b" * 12,
    )

    found = judge(article, [PLAN], TODAY)

    assert [one.kind for one in found.reasons] == [BlockerKind.EDITED]
    assert [one.name for one in found.open_roles] == [open_role]
    assert found.stand_ins == ()
