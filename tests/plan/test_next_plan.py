"""The plan of the next year: comments stay, years move on, nothing that had ended begins again."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from plan_samples import FOLDER, NAMES, sample
from sample import PLAN_YAML, SCHOOL, day

from newsroom.intake.plan.checks.plan_checks import check_overlaps
from newsroom.intake.plan.plan_file import read_plan
from newsroom.intake.writing.next_plan import next_plan

HEAD = """\
# Kế hoạch năm 2024-2025, dạng máy đọc.
tên: Kế hoạch năm học 2024 – 2025 theo Nghị quyết 2013
số: 12/KH-TM
ngày ban hành: 14/09/2024
"""
TEXT = (
    HEAD
    + PLAN_YAML.removeprefix("tên: Kế hoạch mẫu\n").replace(
        "chức vụ: Kế toán, quyền: [tài chính]",
        "chức vụ: Kế toán, quyền: [tài chính], đến: 31/12/2024",
    )
    + """\
# Hạn theo mục III.
hạn:
  - {mã: a, việc: Báo cáo 2018, khi: trước ngày 31/5/2025}
  - {mã: b, việc: Nộp bài, khi: ngày 25 hằng tháng}
  - mã: c
    việc: Sơ kết
    khi: ngày 15 tháng 1 năm 2025
công khai:
  - {nội dung: Thu, hạn: 30/9}
  - {nội dung: Chi, hạn: 2024-10-31}
"""
)


def read(text, path="content/ke-hoach/x.yaml"):
    plan, problems = read_plan(path, text, SCHOOL.offices)
    assert problems == []
    return plan


def following(text=TEXT, path="content/ke-hoach/2024-2025.yaml"):
    return next_plan(path, text, read(text, path))


def test_the_term_semesters_and_days_with_a_year_are_a_year_later():
    new = read(following().text)

    assert (new.term.first, new.term.last) == (day("01/08/2025"), day("31/07/2026"))
    assert [s.first for s in new.semesters] == [day("05/09/2025"), day("20/01/2026")]
    assert [rule.when.on for rule in new.deadlines] == [
        day("31/05/2026"),
        None,
        day("15/01/2026"),
    ]
    assert [item.due_on for item in new.disclosures] == [None, day("31/10/2025")]
    assert new.title == "Kế hoạch năm học 2025 – 2026 theo Nghị quyết 2013"


def test_number_and_day_of_issue_wait_to_be_filled_in():
    text = following().text

    assert "# số: 12/KH-TM (năm trước)\n# ngày ban hành: 14/09/2024 (năm trước)\n" in text
    assert (read(text).number, read(text).issued) == ("", None)


def test_comments_and_all_other_lines_stay_as_they_are():
    old, new = TEXT.split("\n"), following().text.split("\n")

    assert len(old) == len(new)
    changed = [line for line, other in zip(old, new, strict=True) if line != other]
    assert len(changed) == 1 + 2 + 2 + 2 + 2 + 1
    assert all("#" not in line for line in changed)


def test_whoever_left_does_not_get_a_right_back():
    (accountant,) = (m for m in read(following().text).board if m.title == "Kế toán")

    assert accountant.last == day("31/12/2024")


def test_lines_that_still_speak_of_the_old_years_are_named():
    made = following()

    said = [made.text.split("\n")[number - 1] for number in made.still_old]
    assert [line[:20] for line in said] == ["# Kế hoạch năm 2024-", "  - {tên: Kế Toán Mẫ"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("2024-2025.yaml", "2025-2026.yaml"),
        ("truyen-thong-2024.yml", "truyen-thong-2025.yml"),
        ("ke-hoach.yaml", "2025-2026.yaml"),
    ],
)
def test_the_file_is_named_for_the_years_it_is_of(name, expected):
    assert following(path=f"content/ke-hoach/{name}").name == expected


@pytest.mark.parametrize(
    ("last", "expected"),
    [("28/02/2025", "28/02/2026"), ("29/02/2024", "28/02/2025"), ("28/02/2023", "29/02/2024")],
)
def test_the_end_of_february_stays_the_end_of_february(last, expected):
    plan = read(PLAN_YAML)
    ending = replace(
        plan, term=replace(plan.term, first=day(last) - timedelta(360), last=day(last))
    )

    assert next_plan("x.yaml", PLAN_YAML, ending).last == day(expected)


@pytest.mark.parametrize("name", NAMES)
def test_every_sample_plan_has_a_sound_next_one_that_follows_without_a_gap(name):
    mau = sample(name)
    (file,) = (FOLDER / name / "ke-hoach").glob("*.yaml")
    text = file.read_text(encoding="utf-8")

    made = next_plan(file.name, text, mau.plan)
    new, problems = read_plan(made.name, made.text, mau.school.offices)

    assert problems == []
    assert new.term.first == mau.plan.term.last + timedelta(days=1)
    assert made.name != file.name
    assert list(check_overlaps([mau.plan, new])) == []
    comments = re.compile(r"^\s*#.*$", re.MULTILINE)
    assert set(comments.findall(text)) <= set(comments.findall(made.text))
    assert [q.code for q in new.quotas] == [q.code for q in mau.plan.quotas]


def test_the_days_of_a_quota_move_on_and_those_of_the_plans_quotas_are_typed_anew():
    quotas = (
        "chỉ tiêu:\n  - {mã: q, nội dung: Q, ai: toàn trường, ít nhất: 1, mỗi: tháng,"
        " tính theo: nộp, từ: 01/01/2025, đến: 2025-03-31}\n"
    )
    head = HEAD + "chỉ tiêu từ: 01/10/2024\nđược thay từ: 01/06/2025\n"

    text = following(TEXT.replace(HEAD, head) + quotas).text

    new = read(text)
    (quota,) = new.quotas
    assert (quota.first, quota.last) == (day("01/01/2026"), day("31/03/2026"))
    assert (new.quotas_from, new.replaced) == (None, None)
    assert "# chỉ tiêu từ: 01/10/2024 (năm trước)" in text
