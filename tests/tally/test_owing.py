"""The time of owing: a table a rule, with the day before, the day and the day after."""

import pytest
from sample import PLAN_YAML, SCHOOL_YAML, make_plan

from newsroom.domain.tally.owing import owed_periods
from newsroom.intake.plan.plan_file import read_plan
from newsroom.intake.plan.school_file import read_school

EVERY_MONTH = [*(f"2024-{n:02}" for n in range(9, 13)), *(f"2025-{n:02}" for n in range(1, 6))]
SEMESTERS = ["2024-2025-hk1", "2024-2025-hk2"]


def owed(per="tháng", plan="", quota="", base=PLAN_YAML):
    """The codes of the periods that a quota asks something of."""
    line = f"  - {{mã: q, nội dung: Q, ai: toàn trường, ít nhất: 1, mỗi: {per}, {quota}"
    made = make_plan(
        f"{line}tính theo: nộp}}\n", base=base.replace("từ: 01/08", f"{plan}từ: 01/08")
    )
    return [period.code for period in owed_periods(made, made.quotas[0])]


@pytest.mark.parametrize(
    ("issued", "first"),
    [
        ("30/08/2024", "2024-09"),
        ("14/09/2024", "2024-09"),
        ("15/09/2024", "2024-09"),
        ("16/09/2024", "2024-10"),
        ("30/09/2024", "2024-10"),
        ("01/10/2024", "2024-10"),
        ("15/10/2024", "2024-10"),
        ("16/10/2024", "2024-11"),
        ("02/11/2024", "2024-11"),
    ],
)
def test_a_month_owes_where_the_plan_was_issued_by_its_15th(issued, first):
    assert owed(plan=f"ngày ban hành: {issued}\n") == EVERY_MONTH[EVERY_MONTH.index(first) :]


@pytest.mark.parametrize(
    ("issued", "semesters"),
    [
        ("02/11/2024", SEMESTERS),
        ("16/01/2025", SEMESTERS),
        ("17/01/2025", SEMESTERS[1:]),
        ("18/01/2025", SEMESTERS[1:]),
        ("30/05/2025", []),
    ],
)
def test_a_semester_owes_whole_where_it_ends_after_the_issue(issued, semesters):
    assert owed("học kỳ", plan=f"ngày ban hành: {issued}\n") == semesters


@pytest.mark.parametrize("per", ["năm", "cả kỳ"])
@pytest.mark.parametrize(
    ("issued", "is_owed"), [("30/07/2025", True), ("31/07/2025", False), ("01/08/2025", False)]
)
def test_a_year_owes_whole_where_it_ends_after_the_issue(per, issued, is_owed):
    assert owed(per, plan=f"ngày ban hành: {issued}\n") == (["2024-2025"] if is_owed else [])


@pytest.mark.parametrize(
    ("start", "first"),
    [("31/08/2024", "2024-09"), ("30/09/2024", "2024-09"), ("01/10/2024", "2024-10")],
)
def test_the_plan_may_say_from_when_its_quotas_count_whatever_its_day_of_issue(start, first):
    found = owed(plan=f"ngày ban hành: 20/11/2024\nchỉ tiêu từ: {start}\n")

    assert found == EVERY_MONTH[EVERY_MONTH.index(first) :]


@pytest.mark.parametrize(
    ("first", "month"),
    [("15/08/2024", "2024-08"), ("16/08/2024", "2024-09"), ("01/08/2024", "2024-08")],
)
def test_without_a_day_of_issue_the_first_day_of_the_plan_counts(first, month):
    base = PLAN_YAML.replace("từ tháng 9", "từ tháng 8").replace("từ: 01/08", f"từ: {first[:5]}")

    assert owed(base=base)[0] == month


@pytest.mark.parametrize(
    ("dates", "months"),
    [
        ("từ: 31/12/2024", EVERY_MONTH[3:]),
        ("từ: 01/01/2025", EVERY_MONTH[4:]),
        ("đến: 01/10/2024", EVERY_MONTH[:2]),
        ("đến: 30/09/2024", EVERY_MONTH[:1]),
        ("từ: 01/11/2024, đến: 31/12/2024", EVERY_MONTH[2:4]),
        ("từ: 20/11/2024, đến: 20/11/2024", EVERY_MONTH[2:3]),
    ],
)
def test_a_quota_may_have_days_of_its_own(dates, months):
    assert owed(quota=f"{dates}, ") == months


def test_the_days_of_a_quota_go_before_the_day_of_issue():
    found = owed(plan="ngày ban hành: 20/11/2024\n", quota="từ: 01/09/2024, ")

    assert found == EVERY_MONTH


@pytest.mark.parametrize(
    ("replaced", "last"),
    [
        ("14/03/2025", "2025-02"),
        ("15/03/2025", "2025-02"),
        ("16/03/2025", "2025-03"),
        ("31/03/2025", "2025-03"),
        ("01/04/2025", "2025-03"),
    ],
)
def test_after_another_plan_took_over_nothing_is_owed(replaced, last):
    found = owed(plan=f"được thay từ: {replaced}\n")

    assert found == EVERY_MONTH[: EVERY_MONTH.index(last) + 1]


@pytest.mark.parametrize(
    ("replaced", "semesters"),
    [
        ("17/01/2025", []),
        ("18/01/2025", SEMESTERS[:1]),
        ("30/05/2025", SEMESTERS[:1]),
        ("31/05/2025", SEMESTERS),
    ],
)
def test_a_semester_that_was_not_over_when_the_plan_was_replaced_owes_nothing(replaced, semesters):
    assert owed("học kỳ", plan=f"được thay từ: {replaced}\n") == semesters
    assert owed("năm", plan=f"được thay từ: {replaced}\n") == []


@pytest.mark.parametrize(("until", "number"), [("31/12/2024", 4), ("01/01/2025", 5)])
def test_where_its_last_destination_is_gone_nothing_is_owed(until, number):
    school, problems = read_school("s", SCHOOL_YAML.replace("30/06/2025", until))
    assert problems == []
    text = (
        f"{PLAN_YAML}chỉ tiêu:\n"
        "  - {mã: q, nội dung: Q, ai: toàn trường, ít nhất: 1, mỗi: tháng, nơi: [phong],"
        " tính theo: gửi}\n"
        "  - {mã: s, nội dung: S, ai: toàn trường, ít nhất: 1, mỗi: tháng, nơi: [phong, so],"
        " tính theo: gửi}\n"
    )
    plan, problems = read_plan("2024-2025.yaml", text, school.offices)
    assert problems == []

    ended, lives_on = ([p.code for p in owed_periods(plan, quota)] for quota in plan.quotas)

    assert ended == EVERY_MONTH[:number]
    assert lives_on == EVERY_MONTH


SEVERAL_YEARS = PLAN_YAML.replace("31/07/2025", "31/07/2027").replace(
    "tháng tính", "kỳ: giai đoạn\ntháng tính"
)


@pytest.mark.parametrize(
    ("replaced", "years"),
    [
        # The second year short of its last day, whole, and the third begun.
        ("31/07/2026", ["2024-2025"]),
        ("01/08/2026", ["2024-2025", "2025-2026"]),
        ("01/06/2027", ["2024-2025", "2025-2026"]),
    ],
)
def test_a_year_that_was_whole_when_the_plan_was_replaced_is_owed_and_the_term_never(
    replaced, years
):
    line = f"được thay từ: {replaced}\n"

    assert owed("năm", plan=line, base=SEVERAL_YEARS) == years
    assert owed("cả kỳ", plan=line, base=SEVERAL_YEARS) == []
