"""At what stage a withheld article stands, and who has to act."""

from dataclasses import replace

import pytest
from sample import PLAN, PLAN_YAML, approved, day, make_article, make_plan, returned, withdrawn

from newsroom.domain.approval.gate import judge
from newsroom.domain.content.decisions import Decisions
from newsroom.domain.content.import_decision import ImportDecision, Imported
from newsroom.domain.desk.queue import Act, Stage, next_steps, stage_of
from newsroom.domain.message import Message
from newsroom.domain.problem import Problem
from newsroom.domain.site.indexing import record_of
from newsroom.domain.tally.quota_deadlines import next_deadlines

TODAY = day("20/11/2024")
_TERMS = PLAN_YAML[PLAN_YAML.index("học kỳ:") : PLAN_YAML.index("ban biên tập:")]


def draft(*decisions, **fields):
    article = make_article("12/11/2024", *decisions, **fields)
    return article if decisions else replace(article, decisions=Decisions())


STAGES = {
    Stage.WAITING: draft(),
    Stage.IMPORT: draft(imported=Imported(decision=ImportDecision(path="nhap/a.yaml"))),
    Stage.HALF_APPROVED: draft(approved("Phó Mẫu", "12/11/2024"), category="tai-chinh"),
    Stage.EDITED: draft(approved("Phó Mẫu", "12/11/2024", seal="b" * 12)),
    Stage.VOID: draft(approved("Lan Mẫu", "12/11/2024")),
    Stage.RETURNED: draft(approved("Phó Mẫu", "12/11/2024"), returned("Phó Mẫu", "13/11/2024")),
    Stage.BROKEN: replace(
        draft(), problems=(Problem("a.md", 1, Message("NR-TEST-001", "Bài chưa ghi tổ."), "…"),)
    ),
    Stage.NO_CONSENT: draft(approved("Phó Mẫu", "12/11/2024"), cover="anh/a.jpg"),
    Stage.SCHEDULED: make_article("12/12/2024", approved("Phó Mẫu", "12/11/2024")),
    Stage.WITHDRAWN: draft(approved("Phó Mẫu", "12/11/2024"), withdrawn("Phó Mẫu", "13/11/2024")),
}


def steps(article):
    return next_steps(record_of(article, [PLAN], TODAY), [PLAN], TODAY)


@pytest.mark.parametrize("stage", Stage)
def test_each_withheld_article_stands_at_one_stage(stage):
    plan = replace(PLAN, consent_required=True)

    assert stage_of(record_of(STAGES[stage], [plan], TODAY)) is stage


def test_a_waiting_article_waits_for_everybody_who_may_approve_it():
    (step,) = steps(STAGES[Stage.WAITING])

    assert step.act is Act.APPROVE
    assert step.who == ("Hiệu Trưởng Mẫu", "Phó Mẫu")
    assert [approval.seal for approval in step.approvals] == ["a" * 12] * 2


def test_a_finance_article_waits_for_two():
    board, finance = steps(draft(category="tai-chinh"))

    assert board.who == ("Hiệu Trưởng Mẫu", "Phó Mẫu")
    assert finance.who == ("Kế Toán Mẫu",)
    assert finance.approvals[0].role.name == "tài chính"


def test_a_first_look_that_nobody_can_give_any_more_is_told():
    base = PLAN_YAML.replace("tên: Hoạt động}", "tên: Hoạt động, cần duyệt: [tổ trưởng]}")
    then = make_plan(base=base.replace("31/07/2025", "17/11/2024").replace(_TERMS, ""))
    now = make_plan(
        base=base.replace("01/08/2024", "18/11/2024")
        .replace("tổ trưởng: Lan Mẫu, ", "")
        .replace("thành viên: [Hòa Mẫu]", "tổ trưởng: Hòa Mẫu")
        .replace(_TERMS, ""),
        code="sau",
    )
    article = draft(authors=["Hòa Mẫu"], plan=then)

    board, head = next_steps(record_of(article, [then, now], TODAY), [then, now], TODAY)

    assert (board.role.name, head.role.name, head.who) == ("ban biên tập", "tổ trưởng", ())


def test_only_the_role_that_is_lacking_has_to_act():
    (step,) = steps(STAGES[Stage.HALF_APPROVED])

    assert (step.role.name, step.who) == ("tài chính", ("Kế Toán Mẫu",))


def test_an_author_on_the_board_is_not_asked():
    (step,) = steps(draft(authors=["Phó Mẫu"]))

    assert step.who == ("Hiệu Trưởng Mẫu",)


def test_an_author_whom_the_plan_of_today_calls_by_another_code_is_not_asked():
    then = make_plan(base=PLAN_YAML.replace("31/07/2025", "17/11/2024").replace(_TERMS, ""))
    now = make_plan(
        base=PLAN_YAML.replace("01/08/2024", "18/11/2024")
        .replace("{tên: Phó Mẫu,", "{mã: pho-moi, tên: Phó Mẫu,")
        .replace(_TERMS, ""),
        code="sau",
    )
    article = draft(authors=["Phó Mẫu"], plan=then)

    (step,) = next_steps(record_of(article, [then, now], TODAY), [then, now], TODAY)

    assert step.who == ("Hiệu Trưởng Mẫu",)


@pytest.mark.parametrize(
    ("stage", "category"),
    [
        (Stage.WAITING, "hoat-dong"),
        (Stage.WAITING, "tai-chinh"),
        (Stage.HALF_APPROVED, "tai-chinh"),
        (Stage.EDITED, "hoat-dong"),
        (Stage.EDITED, "tai-chinh"),
    ],
)
def test_the_desk_asks_for_the_roles_that_the_gate_has_open(stage, category):
    article = replace(STAGES[stage], category=PLAN.category_register.find(category)[0], authors=())

    asked = [step.role for step in steps(article)]

    assert asked == list(judge(article, [PLAN], TODAY).open_roles)


def test_an_edited_article_waits_for_the_board_again():
    (step,) = steps(STAGES[Stage.EDITED])

    assert (step.act, step.role.name) == (Act.APPROVE, "ban biên tập")


@pytest.mark.parametrize(("stage", "act"), [(Stage.RETURNED, Act.REVISE), (Stage.BROKEN, Act.MEND)])
def test_the_writer_has_to_mend(stage, act):
    (step,) = steps(STAGES[stage])

    assert (step.act, step.who) == (act, ("Lan Mẫu",))


@pytest.mark.parametrize("stage", [Stage.SCHEDULED, Stage.WITHDRAWN])
def test_nobody_has_to_act_on_what_is_settled(stage):
    assert steps(STAGES[stage]) == ()


def test_the_next_deadlines_are_the_ends_of_periods_with_a_quota():
    plan = make_plan(
        "  - {mã: a, nội dung: A, ai: toàn trường, ít nhất: 1, mỗi: tháng, tính theo: nộp}\n"
        "  - {mã: b, nội dung: B, ai: toàn trường, ít nhất: 1, mỗi: học kỳ, tính theo: ảnh}\n"
    )

    found = next_deadlines(plan, TODAY)

    assert [(d.on, d.quotas[0].code, d.days_left(TODAY)) for d in found] == [
        (day("30/11/2024"), "a", 10),
        (day("17/01/2025"), "b", 58),
    ]
    assert next_deadlines(plan, day("10/07/2025")) == ()


ACCOUNTANT_WRITES = make_plan(
    base=PLAN_YAML.replace("thành viên: [Hòa Mẫu]", "thành viên: [Hòa Mẫu, Kế Toán Mẫu]")
)


def finance_steps(*decisions):
    article = draft(
        *decisions,
        groups=["to-2"],
        authors=["Kế Toán Mẫu"],
        category="tai-chinh",
        plan=ACCOUNTANT_WRITES,
    )
    plans = [ACCOUNTANT_WRITES]
    return next_steps(record_of(article, plans, TODAY), plans, TODAY)


def test_where_the_accountant_is_the_author_the_queue_names_who_stands_in():
    board, finance = finance_steps()

    assert (board.is_stand_in, finance.is_stand_in) == (False, True)
    assert finance.who == ("Hiệu Trưởng Mẫu", "Phó Mẫu")


def test_whoever_gave_the_first_of_two_is_not_asked_for_the_second():
    (finance,) = finance_steps(approved("Phó Mẫu", "12/11/2024"))

    assert (finance.role.name, finance.who) == ("tài chính", ("Hiệu Trưởng Mẫu",))
    assert finance.approvals[0].role.name == "tài chính"


def test_the_queue_names_the_principal_for_the_last_word():
    plan = make_plan(base=PLAN_YAML + "hiệu trưởng duyệt cuối: có\n")
    article = draft(approved("Phó Mẫu", "12/11/2024"), plan=plan)
    record = record_of(article, [plan], TODAY)

    (step,) = next_steps(record, [plan], TODAY)

    assert stage_of(record) is Stage.HALF_APPROVED
    assert (step.act, step.who) == (Act.APPROVE_LAST, ("Hiệu Trưởng Mẫu",))
    assert step.approvals[0].role is None


@pytest.mark.parametrize("decisions", [(), (approved("Phó Mẫu", "01/11/2024"),)])
@pytest.mark.parametrize(
    "early",
    [{"on": "21/12/2024"}, {"on": "21/11/2024", "submitted": "21/11/2024"}],
)
def test_nobody_is_asked_for_an_approval_that_would_be_too_early(decisions, early):
    dated = {"is_submission_dated": "submitted" in early}
    article = make_article(early["on"], *decisions, submitted=early.get("submitted", early["on"]))
    article = replace(article, **dated)
    article = article if decisions else replace(article, decisions=Decisions())

    (step,) = steps(article)

    assert step.act is Act.HAND_IN
    assert step.who == ("Lan Mẫu",)
    assert steps(replace(article, submitted=TODAY, is_submission_dated=True))[0].act is Act.APPROVE
