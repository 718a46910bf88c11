"""The sample plans of the handbook are whole: each folder is the beginning of a site."""

import re

import pytest
from plan_samples import FOLDER, NAMES, PLAN_FILES, sample

from newsroom.buildtools.cache.build_cache import BuildCache
from newsroom.domain.plan.audit.audit import audited
from newsroom.domain.plan.school import OfficeLevel
from newsroom.intake.folder.content_folder import ContentFolder
from newsroom.intake.plan.plan_file import read_plan
from newsroom.intake.plan.site_config import SITE_CONFIG, read_site_config


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_is_a_content_folder_without_a_problem(name):
    site_config = read_site_config(ContentFolder(FOLDER / name), BuildCache(None, ""))

    assert site_config.problems == ()
    assert [plan.term for plan in site_config.plans] == [sample(name).plan.term]


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_passes_its_own_audit(name):
    mau = sample(name)
    first, last = mau.plan.term.first, mau.plan.term.last

    for day in (first, first + (last - first) / 2, last):
        assert audited([mau.plan], mau.school.on(day), day) == ()


# The papers leave these out, or say what cannot be; the samples say so in a note and mend it.
AS_ON_PAPER = {
    "truong-mam-non": [("từ tháng 11 đến", "từ tháng 9 đến")],
    "so-giao-duc": [("ngày ban hành: 15/10/2020\n", "")],
    "phong-giao-duc-mam-non": [
        ("tháng tính: từ tháng 9 đến tháng 12\n", ""),
        ("khi: 31/10", "khi: 15/1"),
        ("khi: 31/12", "khi: 31/5"),
    ],
    "truong-tieu-hoc": [("ngày ban hành: 25/09/2024\n", "")],
}


@pytest.mark.parametrize("name", AS_ON_PAPER)
def test_the_audit_finds_what_the_paper_left_out(name):
    mau = sample(name)
    (file,) = (FOLDER / name / "ke-hoach").glob("*.yaml")
    text = file.read_text(encoding="utf-8")
    for mended, paper in AS_ON_PAPER[name]:
        assert mended in text
        text = text.replace(mended, paper)

    plan, problems = read_plan(f"{name}.yaml", text, mau.school.offices)

    assert problems == []
    assert audited([plan], mau.school.on(plan.term.last), plan.term.last)


@pytest.mark.parametrize("name", ["truong-tieu-hoc-2026", "truong-thpt-2026"])
def test_todays_samples_stand_below_a_commune_and_a_province_and_no_district(name):
    school, plan = sample(name).school, sample(name).plan

    alive = {office.level for office in school.offices if office.exists_on(plan.term.first)}
    assert {OfficeLevel.COMMUNE, OfficeLevel.PROVINCE} <= alive
    assert OfficeLevel.DISTRICT not in alive
    named = {code for quota in plan.quotas for code in quota.destinations}
    assert all(school.office(code).exists_on(plan.term.first) for code in named)
    assert "Phòng" not in school.on(plan.term.first).parent


def test_there_are_seven_and_the_page_of_the_folder_names_each():
    page = (FOLDER / "README.md").read_text(encoding="utf-8")

    assert len(PLAN_FILES) == 7
    for file in PLAN_FILES:
        assert f"({file.relative_to(FOLDER).as_posix()})" in page


@pytest.mark.parametrize("name", NAMES)
def test_everybody_in_them_is_invented(name):
    plan = sample(name).plan

    assert [person.name for person in plan.people if "Mẫu" not in person.name] == []


@pytest.mark.parametrize("file", PLAN_FILES, ids=lambda file: file.parent.parent.name)
def test_every_quota_topic_deadline_and_point_names_its_paragraph(file):
    plan = sample(file.parent.parent.name).plan

    for entry in (*(*plan.quotas, *plan.topics, *plan.deadlines, *plan.points, *plan.retention),):
        assert re.match(r"[IVX]+\b", entry.source), entry.name


HANDBOOK = FOLDER.parent / "huong-dan/han-va-nhac-viec.md"
BLOCKS = re.findall(r"```yaml\n(.*?)```", HANDBOOK.read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.split(":")[0])
def test_what_the_handbook_says_to_copy_fits_into_a_plan(block):
    (file,) = (FOLDER / "truong-tieu-hoc/ke-hoach").glob("*.yaml")
    plan, _ = file.read_text(encoding="utf-8").split("\nhạn:\n")

    offices = sample("truong-tieu-hoc").school.offices
    read, problems = read_plan("x.yaml", f"{plan}\n{block}", offices)

    assert problems == []
    assert read.deadlines or read.points or read.retention


def test_a_foundation_whose_registers_were_asked_is_taken_from_the_records_again():
    site_config = read_site_config(ContentFolder(FOLDER / NAMES[0]), BuildCache(None, ""))
    (plan,) = site_config.plans
    assert plan.people.near("không ai") == plan.group_register.near("không đâu") == ()

    packed = SITE_CONFIG.packed(("", site_config), "")
    assert SITE_CONFIG.unpacked(packed, "")[1].plans == (plan,)
