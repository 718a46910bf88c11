"""The audit of the board: is there, for each category and group, somebody left who may approve?"""

import pytest
from sample import SCHOOL, day
from test_plan_audit import ISSUED, TODAY, line_of, plan_of

from newsroom.domain.plan.audit.audit import audited, deadlocks
from newsroom.domain.problem import Level

ALONE = ISSUED.replace(
    "  - {tên: Phó Mẫu, chức vụ: Phó hiệu trưởng, quyền: [duyệt], bí danh: [cô Phó]}\n", ""
).replace("thành viên: [Hiệu Trưởng Mẫu, Phó Mẫu]", "thành viên: [Hiệu Trưởng Mẫu]")


def test_a_group_whose_only_writer_is_the_only_approver_is_locked_out():
    (problem,) = audited([plan_of(base=ALONE)], SCHOOL, TODAY)

    assert problem.level is Level.ERROR
    assert problem.line == line_of(ALONE, "mã: bgh")
    assert problem.message == (
        "Bài của BGH trường Mẫu không ai duyệt được: người viết cũng là người duyệt “ban biên tập”"
        " duy nhất."
    )
    assert "- {tên: …, chức vụ: …, quyền: [duyệt]}" in problem.hint
    assert deadlocks([plan_of(base=ALONE)], TODAY) == (problem,)


@pytest.mark.parametrize(
    ("today", "level"),
    [
        ("31/07/2024", Level.ADVICE),
        ("01/08/2024", Level.ERROR),
        ("31/07/2025", Level.ERROR),
        ("01/08/2025", Level.ADVICE),
    ],
)
def test_only_a_deadlock_of_a_plan_that_runs_today_is_an_error(today, level):
    plan, now = plan_of(base=ALONE), day(today)

    told = [p for p in audited([plan], SCHOOL, now) if "không ai duyệt được" in p.message]

    assert [problem.level for problem in told] == [level]
    assert bool(deadlocks([plan], now)) is (level is Level.ERROR)


@pytest.mark.parametrize(
    ("today", "level"), [("01/01/2025", Level.ADVICE), ("02/01/2025", Level.ERROR)]
)
def test_a_deadlock_begins_when_the_last_other_approver_leaves(today, level):
    base = ISSUED.replace("quyền: [duyệt], bí danh: [cô Phó]", "quyền: [duyệt], đến: 01/01/2025")
    base = base.replace("thành viên: [Hiệu Trưởng Mẫu, Phó Mẫu]", "thành viên: [Hiệu Trưởng Mẫu]")

    (problem,) = audited([plan_of(base=base)], SCHOOL, day(today))

    assert problem.level is level
    assert "không ai duyệt được từ 02/01/2025: " in problem.message


def test_somebody_of_a_group_who_finds_no_approver_is_advice():
    base = ALONE.replace("thành viên: [Hiệu Trưởng Mẫu]", "thành viên: [Hiệu Trưởng Mẫu, Ba Mẫu]")

    (problem,) = audited([plan_of(base=base)], SCHOOL, TODAY)

    assert problem.level is Level.ADVICE
    assert problem.line == line_of(base, "chức vụ: Hiệu trưởng")
    assert "Bài do Hiệu Trưởng Mẫu viết không còn ai khác duyệt: " in problem.message


def test_a_board_without_the_right_of_the_board_locks_everybody_out():
    base = ISSUED.replace("quyền: [duyệt]", "quyền: [tài chính]")

    (problem,) = audited([plan_of(base=base)], SCHOOL, TODAY)

    assert problem.level is Level.ERROR
    assert problem.message == (
        "Ban biên tập không ai có quyền “duyệt”, nên không bài nào đăng được."
    )


ACCOUNTANT = ISSUED.replace(
    "chuyên mục:\n",
    "  - {mã: tai-vu, tên: Tài vụ, loại: bộ phận, thành viên: [Kế Toán Mẫu]}\nchuyên mục:\n",
    1,
)


def test_whoever_writes_and_approves_alone_is_stood_in_for_by_the_board():
    # S4, III.2: “a) Đưa tin bài … b) Duyệt các tin bài”. Decision 33.
    assert audited([plan_of(base=ACCOUNTANT)], SCHOOL, TODAY) == ()


def test_a_board_of_one_cannot_stand_in_for_a_second_person():
    alone = ACCOUNTANT.replace(", thành viên: [Hiệu Trưởng Mẫu, Phó Mẫu]", "")
    alone = alone.replace("thành viên: [Hiệu Trưởng Mẫu, Phó Mẫu]", "thành viên: [Ba Mẫu]")
    alone = alone.replace(
        "  - {tên: Phó Mẫu, chức vụ: Phó hiệu trưởng, quyền: [duyệt], bí danh: [cô Phó]}\n", ""
    )

    (problem,) = audited([plan_of(base=alone)], SCHOOL, TODAY)

    assert problem.level is Level.ERROR
    assert problem.message.startswith("Bài của Tài vụ ở chuyên mục “Tài chính” không ai duyệt")


def test_a_category_with_two_rights_of_one_person_is_never_approved():
    base = ISSUED.replace("quyền: [tài chính]", "quyền: [tài chính, kiểm định]")
    base = base.replace("quyền: [kiểm định]}", "quyền: [duyệt]}")
    base = base.replace("cần duyệt: [tài chính]", "cần duyệt: [tài chính, kiểm định]")

    (problem,) = audited([plan_of(base=base)], SCHOOL, TODAY)

    assert problem.level is Level.ERROR
    assert problem.line == line_of(base, "cần duyệt: [tài chính, kiểm định]")
    assert "“Tài chính” không ai duyệt cho đủ được" in problem.message
    assert "mỗi quyền phải do một người khác" in problem.message


def test_a_principal_who_approves_last_has_a_right_to():
    last = ISSUED.replace("từ: 01/08/2024", "hiệu trưởng duyệt cuối: có\ntừ: 01/08/2024", 1)
    third = "  - {tên: Ba Mẫu, chức vụ: Giáo viên, quyền: [duyệt]}\ntổ:\n"
    without = last.replace("Hiệu trưởng, quyền: [duyệt]", "Hiệu trưởng, quyền: []")

    said = audited([plan_of(base=without.replace("tổ:\n", third, 1))], SCHOOL, TODAY)

    assert audited([plan_of(base=last)], SCHOOL, TODAY) == ()
    (error,) = [problem for problem in said if problem.is_error]
    assert "Kế hoạch để Hiệu Trưởng Mẫu duyệt cuối" in error.message
    assert error.hint == "Ghi cho Hiệu Trưởng Mẫu:  quyền: [duyệt]"


def served(*times):
    """Everybody but the principal writes; others approve beside her in these times alone."""
    base = ISSUED.replace(
        "thành viên: [Hiệu Trưởng Mẫu, Phó Mẫu]", "thành viên: [Hiệu Trưởng Mẫu]"
    ).replace("loại: đoàn thể,", "loại: đoàn thể, đến: 31/01/2025,")
    line = "  - {tên: Phó Mẫu, chức vụ: Phó hiệu trưởng, quyền: [duyệt], bí danh: [cô Phó]}\n"
    lines = (
        line.replace("Phó Mẫu", f"Phó Mẫu {n}").replace("bí danh: [cô Phó]", time)
        for n, time in enumerate(times)
    )
    return base.replace(line, "".join(lines))


@pytest.mark.parametrize(
    ("times", "days"),
    [
        (["từ: 01/08/2024"], []),
        # A group that ends within it does not cut the time in two.
        (["đến: 01/01/2025", "từ: 01/03/2025"], ["từ 02/01/2025 đến 28/02/2025"]),
        (["đến: 28/02/2025", "từ: 01/03/2025"], []),
        (["đến: 27/02/2025", "từ: 01/03/2025"], ["từ 28/02/2025 đến 28/02/2025"]),
        (
            ["đến: 01/10/2024", "từ: 01/11/2024, đến: 01/01/2025", "từ: 01/03/2025"],
            ["từ 02/01/2025 đến 28/02/2025", "từ 02/10/2024 đến 31/10/2024"],
        ),
    ],
)
def test_each_time_in_which_nobody_may_approve_is_told_whole(times, days):
    told = [
        problem.message
        for problem in audited([plan_of(base=served(*times))], SCHOOL, TODAY)
        if "không ai duyệt được" in problem.message
    ]

    assert len(told) == len(days)
    assert all(f" {period}:" in message for period, message in zip(days, told, strict=True))


@pytest.mark.parametrize(
    ("today", "blocks"),
    [
        ("01/01/2025", False),
        ("02/01/2025", True),
        ("28/02/2025", True),
        ("01/03/2025", False),
    ],
)
def test_a_deadlock_stops_a_build_only_while_it_lasts(today, blocks):
    plan = plan_of(base=served("đến: 01/01/2025", "từ: 01/03/2025"))

    assert bool(deadlocks([plan], day(today))) is blocks
