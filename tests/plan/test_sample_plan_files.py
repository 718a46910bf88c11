"""The sample plans of the handbook are whole: each folder is the beginning of a site."""

import re

import pytest
from plan_samples import FOLDER, NAMES, PLAN_FILES, sample

from newsroom.buildtools.cache import BuildCache
from newsroom.intake.folder.content_folder import ContentFolder
from newsroom.intake.plan.plan_file import read_plan
from newsroom.intake.plan.site_config import SITE_CONFIG, read_site_config


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_is_a_content_folder_without_a_problem(name):
    site_config = read_site_config(ContentFolder(FOLDER / name), BuildCache(None, ""))

    assert site_config.problems == ()
    assert [plan.term for plan in site_config.plans] == [sample(name).plan.term]


def test_there_are_five_and_the_page_of_the_folder_names_each():
    page = (FOLDER / "README.md").read_text(encoding="utf-8")

    assert len(PLAN_FILES) == 5
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
