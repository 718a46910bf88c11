"""Advice that nobody wants to hear: named by its id, in the school file or for one `check`."""

import pytest
from sample import SCHOOL_YAML, article_text, write_site

from newsroom.buildtools.cache.build_cache import BuildCache
from newsroom.commands.checking.check import CannotCheck, findings_of, said
from newsroom.domain.message import Message
from newsroom.domain.problem import Level, Problem, silenced
from newsroom.intake.folder.content_folder import ContentFolder
from newsroom.intake.plan.site_config import read_site_config

SHORT, NO_SUMMARY, NO_GROUP = "NR-TEXT-013", "NR-TEXT-010", "NR-HEADER-011"


def test_only_advice_is_silenced():
    every = [Problem("a.md", 1, Message(SHORT, "Ngắn."), "Viết.", level) for level in Level]

    kept = silenced(every, {SHORT})

    assert [problem.level for problem in kept] == [Level.ERROR, Level.WARNING]
    assert silenced(every, {NO_SUMMARY}) == tuple(every)


@pytest.fixture
def school(tmp_path):
    """A school with one article that is short, has no summary, and lacks its group."""
    text = article_text("Ngắn quá.", duyet=None, tổ=None)
    write_site(tmp_path, {"tin-bai/2024/11/bai.md": text})
    return tmp_path


def check(school, **options):
    return findings_of(school / "content", school / ".cache", **options)


def test_the_school_file_says_which_advice_check_leaves_out(school):
    before = {problem.id for problem in check(school).problems}
    (school / "content/truong.yaml").write_text(
        f"{SCHOOL_YAML}\ntắt gợi ý: [{SHORT}, {NO_GROUP}]\n", encoding="utf-8"
    )

    found = check(school)

    assert {SHORT, NO_SUMMARY, NO_GROUP} <= before
    assert before - {problem.id for problem in found.problems} == {SHORT}
    assert found.silenced == 1
    assert said(found, "text", school).endswith("gợi ý (tắt 1 gợi ý).")


@pytest.mark.parametrize("typed", [f"{SHORT},{NO_SUMMARY}", f"[{SHORT}] {NO_SUMMARY.lower()}"])
def test_an_option_leaves_it_out_for_once(school, typed):
    found = check(school, silence=typed)

    assert {SHORT, NO_SUMMARY}.isdisjoint(problem.id for problem in found.problems)
    assert found.silenced == 2


def test_what_is_no_id_is_told_and_not_passed_over(school):
    with pytest.raises(CannotCheck, match="“TEXT-13” không phải là mã"):
        check(school, silence="TEXT-13")


def test_so_is_it_in_the_school_file_at_its_line(school):
    (school / "content/truong.yaml").write_text(
        f"{SCHOOL_YAML}\ntắt gợi ý: [{SHORT}, bài ngắn]\n", encoding="utf-8"
    )

    config = read_site_config(ContentFolder(school / "content"), BuildCache(None, ""))

    assert [p.message for p in config.problems] == ["“bài ngắn” không phải là mã của một lời nhắn."]
    assert config.problems[0].line == SCHOOL_YAML.count("\n") + 2
