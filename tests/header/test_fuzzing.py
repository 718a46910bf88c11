"""Whatever a file holds, its reader returns or reports; and what we write is read back equal."""

import pytest
from sample import PLAN, PLAN_YAML, SCHOOL, SCHOOL_YAML, article_text, day

hypothesis = pytest.importorskip("hypothesis", reason="hypothesis: requirements-dev.txt")

from hypothesis import given, settings  # noqa: E402
from hypothesis import strategies as st  # noqa: E402

from newsroom.domain.plan.category import Genre  # noqa: E402
from newsroom.intake.header.decisions.decision_line import UnreadableLine, read_approval  # noqa: E402
from newsroom.intake.header.edit import CannotInsert, with_fact  # noqa: E402
from newsroom.intake.header.header import read_header  # noqa: E402
from newsroom.intake.plan.plan_file import read_plan  # noqa: E402
from newsroom.intake.plan.school_file import read_school  # noqa: E402
from newsroom.intake.text.text_file import UnreadableText, decode  # noqa: E402
from newsroom.intake.writing.new_article import NewArticle, one_line, text_of  # noqa: E402

quick = settings(max_examples=80, deadline=None, derandomize=True, database=None)
HEADER_LINES = st.one_of(
    st.sampled_from(
        [
            *("---", "tiêu đề: a", "ngày: 1/1/2024", "duyệt: Phó Mẫu, 1/1/2024", "- x", "  y"),
            *("|", ">", ":", "", "tác giả:", "tóm tắt: |", "\ufeff---", "…", "tổ： 1", "\t- z"),
        ]
    ),
    st.text(max_size=30),
)
HEADERS = st.lists(HEADER_LINES, max_size=14).map("\n".join)


def cut_up(whole):
    """A file that somebody cut up: its lines lost, doubled, changed, in another order."""
    signs = st.sampled_from(["- ", ": ", "{", "}", "[", "]", "&a ", "*a", "!!x ", "'", "? ", "\t"])
    line = st.one_of(st.sampled_from(whole.split("\n")), signs, st.text(max_size=12))
    return st.lists(st.tuples(line, signs, st.booleans()), max_size=40).map(
        lambda lines: "\n".join(text + (sign if odd else "") for text, sign, odd in lines)
    )


@quick
@given(HEADERS)
def test_any_header_is_read_or_its_lines_are_named(text):
    header = read_header(text, "a.md")

    last = text.count("\n") + 2
    assert all(1 <= entry.line <= last for entry in header.entries)
    assert all(1 <= problem.line <= last and problem.message for problem in header.problems)


@quick
@given(st.one_of(cut_up(PLAN_YAML), st.text(max_size=200)))
def test_any_plan_is_read_or_its_lines_are_named(text):
    plan, problems = read_plan("content/ke-hoach/2024-2025.yaml", text, SCHOOL.offices)

    assert plan or problems
    assert all(problem.line >= 1 and problem.message for problem in problems)


@quick
@given(st.one_of(cut_up(SCHOOL_YAML), st.text(max_size=200)))
def test_any_school_file_is_read_or_its_lines_are_named(text):
    school, problems = read_school("content/truong.yaml", text)

    assert school or problems


@quick
@given(st.binary(max_size=300))
def test_any_bytes_are_a_text_or_said_to_be_none(content):
    try:
        read_header(decode(content), "a.md")
    except UnreadableText:
        return


@quick
@given(st.text(max_size=80), st.text(max_size=80))
def test_what_new_writes_is_read_back_equal(title, summary):
    title, summary = one_line(title) or "A", one_line(summary)
    article = NewArticle(
        title=title,
        on=day("20/11/2024"),
        submitted=day("20/11/2024"),
        groups=(PLAN.groups[1],),
        authors=(PLAN.groups[1].members[0],),
        category=PLAN.categories[0],
        genre=Genre.ARTICLE,
        summary=summary,
    )

    header = read_header(text_of(article, PLAN), "a.md")

    assert header.text("title") == title
    assert header.text("summary") == summary
    assert header.problems == []


@quick
@given(HEADERS, st.sampled_from(["Phó Mẫu", "Nguyễn Thị Mẫu An", "cô Phó"]))
def test_what_approve_writes_is_read_back_or_not_written(text, name):
    line = f"{name}, 21/11/2024 dấu 0123456789ab"
    content = text.encode("utf-8", "replace")
    try:
        made = with_fact(content, "approved", line)
    except (CannotInsert, UnreadableText):
        return

    before, after = read_header(decode(content), ""), read_header(decode(made), "")
    assert [e.value for e in after.all("approved")] == [
        *(e.value for e in before.all("approved")), line,
    ]  # fmt: skip
    assert read_approval(line).name == name


@quick
@given(st.text(max_size=60))
def test_any_decision_is_read_or_refused(text):
    try:
        read_approval(text)
    except UnreadableLine:
        return


def test_the_sample_itself_is_read_so_the_tests_can_fail():
    assert read_header(article_text(), "a.md").problems == []
    assert read_plan("content/ke-hoach/2024-2025.yaml", PLAN_YAML, SCHOOL.offices)[1] == []
