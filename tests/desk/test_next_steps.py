"""The next to act: also where no plan runs, nobody is named, or one holds two roles."""

from dataclasses import replace

import pytest
from sample import PLAN, PLAN_YAML, approved, day, make_article, make_plan, waiting

from newsroom.domain.desk.queue import Act, next_steps
from newsroom.domain.problem import Problem
from newsroom.domain.site.indexing import record_of

TODAY = day("20/11/2024")


def steps(article, plan=PLAN, today=TODAY):
    return next_steps(record_of(article, [plan], today), [plan], today)


def test_the_writers_ask_the_families_where_pictures_lack_consent():
    plan = replace(PLAN, consent_required=True)

    (step,) = steps(make_article("12/11/2024", cover="anh/a.jpg"), plan)

    assert (step.act, step.who) == (Act.ASK, ("Lan Mẫu",))
    assert (step.role, step.approvals, step.is_stand_in) == (None, (), False)


def test_where_no_author_is_known_the_groups_have_to_act():
    broken = (Problem("a.md", 1, "Sai."),)
    article = make_article("12/11/2024", authors=(), groups=("to-1", "to-2"), problems=broken)

    (step,) = steps(article)

    assert (step.act, step.who) == (Act.MEND, ("Tổ 1", "Tổ 2"))


@pytest.mark.parametrize(
    ("today", "who"),
    [("31/07/2025", ("Kế Toán Mẫu",)), ("01/08/2025", ())],
)
def test_behind_the_last_day_of_the_plan_nobody_can_be_named(today, who):
    article = waiting(make_article("12/11/2024", category="tai-chinh"))

    board, finance = steps(article, today=day(today))

    assert finance.who == who
    assert bool(board.who) is bool(who)
    assert not finance.is_stand_in


def test_whoever_alone_holds_both_roles_is_named_all_the_same():
    # Two people have to sign; where only one could, the desk says at least who that is.
    base = PLAN_YAML.replace("quyền: [tài chính]", "quyền: [duyệt, tài chính]")
    plan = make_plan(base=base)
    article = make_article(
        "12/11/2024", approved("Kế Toán Mẫu", "12/11/2024"), category="tai-chinh", plan=plan
    )

    (finance,) = steps(article, plan)

    assert (finance.role.name, finance.who) == ("tài chính", ("Kế Toán Mẫu",))


def test_the_last_word_is_nobodys_to_stand_in_for():
    plan = make_plan(base=PLAN_YAML + "hiệu trưởng duyệt cuối: có\n")
    article = make_article("12/11/2024", approved("Phó Mẫu", "12/11/2024"), plan=plan)

    (step,) = steps(article, plan)

    assert (step.act, step.who, step.is_stand_in) == (
        Act.APPROVE_LAST,
        ("Hiệu Trưởng Mẫu",),
        False,
    )
