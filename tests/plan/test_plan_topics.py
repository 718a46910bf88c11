"""Topics of a plan file, and the line of an article that names them. Requirement N10 (S1, II.4)."""

import pytest
from sample import PLAN_YAML, SCHOOL, article_text, write_site

from newsroom.domain.plan.topic import Topic
from newsroom.domain.problem import Level
from newsroom.intake.content.article_file import article_of
from newsroom.intake.content.item_reader import read_item
from newsroom.intake.folder.content_folder import ContentFolder
from newsroom.intake.plan.plan_file import read_plan
from newsroom.intake.writing.next_plan import next_plan

TWO = ("mã: khai-giang, nội dung: Lễ khai giảng, khi: 9", "mã: sach, nội dung: Sách, khi: 10")


def text_of(*topics, base=PLAN_YAML):
    return base + "chủ đề:\n" + "".join(f"  - {{{topic}}}\n" for topic in topics)


def read(*topics, base=PLAN_YAML):
    text = text_of(*topics, base=base)
    plan, problems = read_plan("ke-hoach/x.yaml", text, SCHOOL.offices)
    return plan, [(p.line - text.count("\n") + len(topics), p.message, p.hint) for p in problems]


def test_a_topic_says_when_what_who_to_whom_and_how():
    plan, problems = read(
        "mã: khai-giang, nội dung: Lễ khai giảng, khi: tháng 9, ai: [to-1, Đội Thiếu niên],"
        " đối tượng: phụ huynh và học sinh, hình thức: bài, chuyên mục: hoat-dong, căn cứ: II.4"
    )

    assert problems == []
    assert plan.topics == (
        Topic(
            code="khai-giang",
            name="Lễ khai giảng",
            months=(9,),
            groups=("to-1", "doi"),
            audience="phụ huynh và học sinh",
            form="bài",
            categories=("hoat-dong",),
            source="II.4",
        ),
    )


def test_what_and_when_are_enough():
    plan, problems = read("nội dung: Lễ khai giảng, khi: tháng 9")

    assert problems == []
    assert plan.topics == (Topic(code="le-khai-giang", name="Lễ khai giảng", months=(9,)),)


@pytest.mark.parametrize(
    ("written", "months"),
    [
        ("tháng 9", (9,)),
        ("9", (9,)),
        ("tháng 9 và tháng 12", (9, 12)),
        ('"tháng 9, 10"', (9, 10)),
        ("[tháng 9, tháng 12, tháng 9]", (9, 12)),
        ("từ tháng 11 đến tháng 2", (11, 12, 1, 2)),
    ],
)
def test_months_are_written_as_people_write_them(written, months):
    plan, problems = read(f"nội dung: A, khi: {written}")

    assert problems == []
    assert plan.topics[0].months == months


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ("nội dung: A", "Thiếu khóa “khi”.", "Thêm dòng  khi: …"),
        ("khi: tháng 9", "Thiếu khóa “nội dung”.", "Thêm dòng  nội dung: …"),
        ("nội dung: A, khi: mùa thu", "“mùa thu” không phải là các tháng.", "Ghi: tháng 9, hoặc"),
        ("nội dung: A, khi: tháng 13", "“tháng 13” không phải là các tháng.", "Ghi: tháng 9"),
        (
            "nội dung: A, khi: tháng 9, ai: Tổ 11",
            "Chủ đề nói tới tổ “Tổ 11”, nhưng không có tổ nào tên đó.",
            "Có phải là “Tổ 1”?",
        ),
        (
            "nội dung: A, khi: tháng 9, chuyên mục: Hoạt độn",
            "Chủ đề nói tới chuyên mục “Hoạt độn”, nhưng không có chuyên mục nào tên đó.",
            "Có phải là “Hoạt động”?",
        ),
        (
            "nội dung: A, khi: tháng 9, đối tượg: ai",
            "Không có khóa “đối tượg” ở đây.",
            "Có phải là “đối tượng”?",
        ),
    ],
)
def test_a_wrong_topic_is_said_with_its_line_and_remedy(line, message, hint):
    _, found = read(TWO[0], line)

    (at, said, remedy) = found[-1]
    assert (at, said) == (2, message)
    assert remedy.startswith(hint)


def test_two_topics_do_not_share_a_code():
    _, found = read("nội dung: Sách, khi: 9", "nội dung: Khác, mã: sach, khi: 10")

    assert found == [(2, "Mã của chủ đề “Khác” dùng hai lần.", "Đặt mã khác.")]


def test_the_last_year_of_the_calendar_is_a_problem_and_no_crash():
    far = PLAN_YAML.replace("đến: 31/07/2025", "đến: 31/12/9999")

    _, found = read(*TWO, base=far)

    assert [said for _, said, _ in found] == ["Năm của kế hoạch phải từ 1990 đến 2100."]


def test_topics_go_on_into_the_plan_of_the_next_year_as_they_are():
    text = text_of(*TWO)
    plan, _ = read_plan("ke-hoach/2024-2025.yaml", text, SCHOOL.offices)

    made = next_plan("ke-hoach/2024-2025.yaml", text, plan)
    new, problems = read_plan(made.name, made.text, SCHOOL.offices)

    assert problems == []
    assert new.topics == plan.topics
    assert made.still_old == ()


def article(tmp_path, line, *topics):
    content = write_site(tmp_path, {"tin-bai/a.md": article_text(chủ_đề=line)})
    plan, problems = read(*topics) if topics else read_plan("x.yaml", PLAN_YAML, SCHOOL.offices)
    assert problems == []
    return article_of(read_item("tin-bai/a.md", ContentFolder(content)), [plan], SCHOOL)


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("khai-giang", ("khai-giang",)),
        ("Lễ Khai giảng", ("khai-giang",)),
        ("sach, khai-giang", ("sach", "khai-giang")),
        ("\n- sach\n- khai-giang", ("sach", "khai-giang")),
        ("", ()),
    ],
)
def test_an_article_names_one_or_several_by_code_or_name(tmp_path, line, codes):
    found = article(tmp_path, line, *TWO)

    assert found.problems == ()
    assert found.topics == codes


def test_an_unknown_topic_is_a_warning_with_the_nearest_one(tmp_path):
    found = article(tmp_path, "sach, Lễ khai gian", *TWO)

    (problem,) = found.problems
    assert found.topics == ("sach",)
    assert (problem.level, problem.line) == (Level.WARNING, 8)
    assert problem.message == "Không có chủ đề “Lễ khai gian” trong ke-hoach/x.yaml."
    assert problem.hint.startswith("Có phải là “Lễ khai giảng”?  Ghi:  chủ đề: sach, Lễ khai giảng")


def test_a_topic_where_the_plan_has_none_is_a_warning(tmp_path):
    (problem,) = article(tmp_path, "khai-giang").problems

    assert problem.level is Level.WARNING
    assert problem.hint == "Bỏ dòng này, hoặc thêm mục “chủ đề” vào x.yaml."
