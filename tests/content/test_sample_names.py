"""A sample site may be published, and a real one; a mixture of both never is."""

from dataclasses import replace

import pytest
from demo_content import DEMO
from plan_samples import NAMES, sample
from sample import (
    PLAN,
    PLAN_YAML,
    SCHOOL,
    SCHOOL_YAML,
    article_text,
    day,
    make_plan,
    write_site,
)

from newsroom.buildtools.cache.build_cache import BuildCache
from newsroom.domain.content.event import CalendarEvent
from newsroom.domain.sample_names import (
    is_sample_address,
    is_sample_body,
    is_sample_person,
    sample_problems,
)
from newsroom.intake.content.item_reader import read_item
from newsroom.intake.folder.content_folder import ContentFolder
from newsroom.intake.plan.school_file import read_school
from newsroom.intake.plan.site_config import read_site_config

REAL_YAML = """\
tên: Trường Tiểu học Hoa Mai
địa chỉ trang: https://hoamai.edu.vn
"""
INVENTED = "Nguyễn Thị Mẫu An"


def school(extra="", base=REAL_YAML):
    read, problems = read_school("content/truong.yaml", base + extra)
    assert problems == []
    return read


def told(school, plans=(), files=()):
    return [(p.path, p.line, p.message) for p in sample_problems(school, plans, files)]


@pytest.mark.parametrize(
    ("address", "is_sample"),
    [
        ("https://saomau.example", True),
        ("https://saomau.example/tin/", True),
        ("https://www.Example.com", True),
        ("http://localhost:8000", True),
        ("truong@saomau.example", True),
        ("https://hoamai.edu.vn", False),
        ("https://example.edu.vn", False),
        ("truong@notexample.com", False),
        ("", False),
    ],
)
def test_a_domain_that_is_nobodys_is_a_sample(address, is_sample):
    assert is_sample_address(address) is is_sample


@pytest.mark.parametrize(
    ("name", "is_sample"),
    [
        ("Nguyễn Thị Mẫu An", True),
        ("Giàng A Mẫu Tính", True),
        ("Nguyễn Văn Mẫu", False),
        ("Nguyễn Mẫu Đơn", False),
        ("Mẫu Thị An", False),
        ("Trần Thị Hoa", False),
    ],
)
def test_a_name_that_people_bear_is_no_sample(name, is_sample):
    assert is_sample_person(name) is is_sample


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("tên ngắn: Tiểu học Sao Mẫu", "Tiểu học Sao Mẫu"),
        ("địa chỉ: XÃ HẢI MẪU", "XÃ HẢI MẪU"),
        ("giới thiệu: Tin của Trường Tiểu học Sao Mẫu.", "Tin của Trường Tiểu học Sao Mẫu."),
        ("bản đồ: https://saomau.example/ban-do", "https://saomau.example/ban-do"),
    ],
)
def test_every_line_of_a_real_school_file_is_looked_at(line, named):
    ((path, number, message),) = told(school(f"{line}\n"))

    assert (path, number) == ("content/truong.yaml", 3)
    assert message.startswith(f"“{named}”")


def test_a_name_in_capitals_is_told_as_well():
    assert is_sample_person("NGUYỄN THỊ MẪU AN")
    assert not is_sample_person("NGUYỄN VĂN MẪU")


def test_an_event_of_the_demo_is_told_with_its_day():
    event = CalendarEvent(on=day("05/12/2026"), last=day("05/12/2026"), what="Họp ở xã Hải Mẫu")

    (problem,) = sample_problems(school(), (), (), [event], "content/lich.yaml")

    assert problem.path == "content/lich.yaml"
    assert "05/12/2026" in problem.hint


@pytest.mark.parametrize(
    ("words", "site_url", "is_told"),
    [
        ("Trường Tiểu học Sao Mẫu khai giảng.", "https://hoamai.edu.vn", True),
        ("Viết về TRUONG@SAOMAU.EXAMPLE nhé.", "https://hoamai.edu.vn", True),
        ("Thầy Mẫu ở Mẫu Sơn trồng hoa mẫu đơn.", "https://hoamai.edu.vn", False),
        ("Trường Tiểu học Sao Mẫu khai giảng.", "https://saomau.example", False),
    ],
)
def test_a_name_of_the_demo_left_in_a_text_is_told_at_its_line(words, site_url, is_told, tmp_path):
    text = article_text(words)
    path = "tin-bai/2024-11/bai.md"
    content = ContentFolder(write_site(tmp_path, {path: text}))

    problems = read_item(path, content, site_url).problems

    found = [problem for problem in problems if "là tên của trang mẫu" in problem.message]
    at = [text.split("\n").index(words) + 1]
    assert [problem.line for problem in found] == (at if is_told else [])


@pytest.mark.parametrize(
    "name",
    [
        "Trường Mẫu giáo Hoa Hồng",
        "Trường Mầm non Mẫu Đơn",
        "Ủy ban nhân dân xã Mẫu Sơn",
        "Tổ Mẫu giáo",
    ],
)
def test_a_real_body_with_the_word_in_its_name_is_real(name):
    real = REAL_YAML.replace("Trường Tiểu học Hoa Mai", name)

    assert not is_sample_body(name)
    assert told(school(base=real)) == []


def test_every_person_and_nearly_every_body_of_the_demo_and_the_samples_is_known():
    demo = read_site_config(ContentFolder(DEMO), BuildCache(None, ""))
    every = [(demo.school, plan) for plan in demo.plans]
    every += [(sample(name).school, sample(name).plan) for name in NAMES]
    members = [m.person.name for _, plan in every for m in plan.board]
    members += [p.name for _, plan in every for group in plan.groups for p in group.members]
    schools = [school.name for school, _ in every]

    assert [name for name in members if not is_sample_person(name)] == []
    assert [name for name in schools if not is_sample_body(name)] == []
    assert all(is_sample_address(school.site_url) for school, _ in every)


def test_a_sample_may_be_published_as_it_is():
    demo = read_site_config(ContentFolder(DEMO), BuildCache(None, ""))

    assert told(demo.school, demo.plans) == []
    assert told(SCHOOL, [PLAN]) == []


def test_a_real_site_has_nothing_to_mend():
    plan = make_plan(base=PLAN_YAML.replace("Mẫu", "Mai"))

    assert told(school("thư điện tử: truong@hoamai.edu.vn\n"), [plan]) == []


def test_a_site_whose_address_is_still_to_be_filled_in_is_no_sample():
    base = REAL_YAML.replace("https://hoamai.edu.vn", "…(điền địa chỉ trang)")

    assert told(school(base=base)) == []


@pytest.mark.parametrize(
    ("extra", "line"),
    [
        ("thư điện tử: truong@saomau.example\n", 3),
        ("kênh:\n  - {tên: Zalo, liên kết: 'https://zalo.example/x'}\n", 4),
        ("cấp trên:\n  - {tên: Sở, cấp: sở, cổng: 'https://so.example'}\n", 4),
        ("cấp trên:\n  - {tên: Sở GD&ĐT tỉnh Minh Họa, cấp: sở}\n", 4),
        ("cơ quan chủ quản: Ủy ban nhân dân xã Hải Mẫu\n", 3),
        (f"người ký: {INVENTED}\n", 3),
    ],
)
def test_each_sample_of_a_real_schools_file_is_told_with_its_line(extra, line):
    ((path, at, message),) = told(school(extra))

    assert (path, at) == ("content/truong.yaml", line)
    assert "trang mẫu" in message


def test_a_sample_address_beside_a_real_name_is_told_and_a_sample_name_beside_a_real_address():
    real_name = REAL_YAML.replace("https://hoamai.edu.vn", "https://hoamai.example")
    real_address = REAL_YAML.replace("Hoa Mai", "Sao Mẫu")

    assert [line for _, line, _ in told(school(base=real_name))] == [2]
    assert [line for _, line, _ in told(school(base=real_address))] == [1]


def test_sample_people_and_their_mail_on_a_real_schools_plan_are_told():
    base = PLAN_YAML.replace("tên: Hiệu Trưởng Mẫu,", f"tên: {INVENTED},").replace(
        "thành viên: [Hòa Mẫu]", "thành viên: [{tên: Hòa, thư điện tử: hoa@truong.example}]"
    )
    plan = make_plan(base=base, code="thu")

    found = told(school(), [plan])

    assert [line for _, line, _ in found] == [plan.line("board", 0), plan.line("groups", 2)]
    assert all(path == plan.path for path, _, _ in found)


def test_a_name_that_somebody_really_bears_can_be_said_to_be_real():
    plan = make_plan(
        base=PLAN_YAML.replace("tên: Hiệu Trưởng Mẫu,", f"tên: {INVENTED},"), code="thu"
    )
    own = school(f"tên thật: {INVENTED}\n")

    assert told(own, [plan]) == []
    assert told(replace(own, real_names=()), [plan])


def test_files_of_the_demo_are_told_on_a_real_site_only():
    file = "content/lich.yaml"

    assert [(path, line) for path, line, _ in told(school(), files=[file])] == [(file, 1)]
    assert told(read_school("t.yaml", SCHOOL_YAML)[0], files=[file]) == []
