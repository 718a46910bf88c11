"""The beginnings of `start` hang together, with their names still to come and with them."""

import re
from datetime import date
from itertools import count

import pytest
from demo_content import ROOT

from newsroom.buildtools.cache.build_cache import BuildCache
from newsroom.commands.starting.answers import StartAnswers
from newsroom.commands.starting.beginning import BEGINNINGS_AT, files_of
from newsroom.domain.plan.audit.audit import audited
from newsroom.domain.plan.school import PublisherKind
from newsroom.domain.unfilled import asked_by_mark
from newsroom.intake.folder.content_folder import ContentFolder
from newsroom.intake.folder.loader import load
from newsroom.intake.plan.site_config import read_site_config
from newsroom.vocabulary.publisher import BEGINNINGS

NAMES = {
    "phong": "Phòng Văn hóa - Xã hội phường Hoa Mai",
    "so": "Sở Giáo dục và Đào tạo tỉnh Hoa Mai",
}
KINDS = {"phong": PublisherKind.DIVISION, "so": PublisherKind.DEPARTMENT}
CASES = [(kind, year) for kind in BEGINNINGS for year in (2025, 2026, 2030)]


def begun(folder, kind, year, **answers):
    """The content of a site as `start` lays it."""
    name = NAMES.get(kind, "Trường Hoa Mai")
    known = StartAnswers(name=name, beginning=kind, first_year=year, **answers)
    for path, text in files_of(ROOT, known, date(year, 11, 21)).items():
        place = folder / "content" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    return folder / "content"


def config_of(content):
    return read_site_config(ContentFolder(content), BuildCache(None, ""))


def days_of(plan):
    first, last = plan.term.first, plan.term.last
    return first, first + (last - first) / 3, last


@pytest.mark.parametrize(("kind", "year"), CASES)
def test_nothing_is_wrong_with_a_plan_that_waits_for_its_names(kind, year, tmp_path):
    config = config_of(begun(tmp_path, kind, year))
    (plan,) = config.plans

    assert config.problems == config.ledger_problems == ()
    assert (plan.term.first, plan.term.last) == (date(year, 8, 1), date(year + 1, 7, 31))
    assert plan.title.endswith(f"{year}-{year + 1}")
    assert config.school.kind is KINDS.get(kind, PublisherKind.SCHOOL)
    assert [audited(config.plans, config.school.on(day), day) for day in days_of(plan)] == [()] * 3
    assert plan.board == ()


@pytest.mark.parametrize(("kind", "year"), CASES)
def test_every_mark_of_its_files_is_counted_with_its_line(kind, year, tmp_path):
    content = begun(tmp_path, kind, year)
    config = config_of(content)

    found = {
        (f"content/{path.relative_to(content).as_posix()}", n)
        for path in content.rglob("*")
        if path.is_file()
        for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if asked_by_mark(line)
    }
    counted = [*config.school.unfilled, *config.plans[0].unfilled]
    assert len(counted) == len(found) > 20
    assert {(place.path, place.line) for place in counted} == found


def filled(text, number):
    """The text with something of the right kind in every place."""

    def value(asked):
        if "địa chỉ trang" in asked:
            return f"https://hoamai{next(number)}.edu.vn"
        if "hộp thư" in asked:
            return "truong@hoamai.edu.vn"
        return "20/09/2026" if asked.startswith("ngày") else f"Hoa Mai {next(number)}"

    return re.sub(r"…\(điền ([^)]*)\)", lambda found: value(found[1]), text)


@pytest.mark.parametrize("kind", BEGINNINGS)
def test_once_every_place_is_filled_in_the_audit_has_nothing_to_say(kind, tmp_path):
    content, number = begun(tmp_path, kind, 2026), count(1)
    for path in content.rglob("*.yaml"):
        path.write_text(filled(path.read_text(encoding="utf-8"), number), encoding="utf-8")

    config = config_of(content)

    (plan,) = config.plans
    assert config.problems == config.ledger_problems == ()
    assert (*config.school.unfilled, *plan.unfilled) == ()
    assert [audited(config.plans, config.school.on(day), day) for day in days_of(plan)] == [()] * 3


@pytest.mark.parametrize(("kind", "year"), CASES)
def test_the_first_article_waits_and_has_nothing_wrong(kind, year, tmp_path):
    newsroom = load(ContentFolder(begun(tmp_path, kind, year)), date(year, 11, 21))

    (article,) = newsroom.articles
    assert newsroom.all_problems == ()
    assert article.reasons
    assert NAMES.get(kind, "Trường Hoa Mai") in article.title


def test_what_was_answered_is_filled_in(tmp_path):
    content = begun(
        tmp_path, "thcs", 2026, address="https://hoamai.edu.vn/tin", head='Lê "Ba": Hoa'
    )

    config = config_of(content)

    assert config.problems == ()
    assert config.school.site_url == "https://hoamai.edu.vn/tin"
    assert [member.person.name for member in config.plans[0].board] == ['Lê "Ba": Hoa']


def test_no_sample_name_stands_in_a_beginning():
    for path in (ROOT / BEGINNINGS_AT).rglob("*.*"):
        text = path.read_text(encoding="utf-8").replace("Tổ Mẫu giáo", "").replace("[Mẫu giáo]", "")

        assert "Mẫu" not in text
        assert ".example" not in text
