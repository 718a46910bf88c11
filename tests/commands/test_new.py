"""`new`: the questions, the answers, and the file that is written."""

import inspect
import json
import unicodedata
from pathlib import Path

import pytest
from conversation import Visitor
from sample import PLAN_YAML, article_text, write_file, write_site

from newsroom.building.errors import BuildRefused
from newsroom.buildtools.cache.build_cache import BuildCache
from newsroom.commands.writing.new import write_article
from newsroom.commands.writing.questions import Given
from newsroom.domain.content.content_item import ContentKind
from newsroom.domain.content.photo_package import Consent
from newsroom.domain.plan.category import Genre
from newsroom.domain.text.dates import in_numbers
from newsroom.intake.content.article_file import article_of
from newsroom.intake.content.item_reader import read_item
from newsroom.intake.folder.content_folder import ContentFolder
from newsroom.intake.plan.site_config import read_site_config
from newsroom.tasks.writing import new
from newsroom.vocabulary.fields.declaration import InNew
from newsroom.vocabulary.header import FIELDS

NEXT_PLAN = """\
tên: Kế hoạch năm sau
từ: 01/08/2025
đến: 31/07/2026
ban biên tập:
  - {tên: Hiệu Trưởng Mẫu, chức vụ: Hiệu trưởng, quyền: [duyệt]}
tổ:
  - {mã: to-moi, tên: Tổ Mới, loại: tổ chuyên môn, thành viên: [Người Mới Mẫu]}
chuyên mục:
  - {mã: hoat-dong, tên: Hoạt động}
"""
WHOLE = Given("Ngày hội sách", "Tổ 1", "Lan Mẫu", "Hoạt động", "tin", "12/11/2024")


@pytest.fixture
def content(tmp_path, monkeypatch):
    monkeypatch.setenv("NEWSROOM_TODAY", "2024-11-21")
    return write_site(tmp_path)


def converse(content, *answers, given=None, may_ask=True):
    """The exit code and the visitor, after a conversation with these answers."""
    visitor = Visitor(answers)
    given = given or Given()
    code = write_article(content, content.parent / ".cache", given, visitor.talk, may_ask=may_ask)
    return code, visitor


def articles(content):
    """The files of articles, by their paths in the content folder."""
    return sorted(p.relative_to(content).as_posix() for p in content.rglob("tin-bai/**/*.md"))


def read_back(content, path):
    folder = ContentFolder(content)
    plans = read_site_config(folder, BuildCache(None, "")).plans
    return article_of(read_item(path, folder), plans, None)


def test_answers_by_number_name_alias_and_code_make_an_article(content):
    code, visitor = converse(
        content, "Ngày hội đọc sách", "20/11/2024", "3, doi", "Lan Mẫu", "Điển hình tiên tiến", "1"
    )

    article = read_back(content, "tin-bai/2024-11/ngay-hoi-doc-sach.md")
    assert code == 0
    assert article.title == "Ngày hội đọc sách"
    assert in_numbers(article.on) == "20/11/2024"
    assert in_numbers(article.submitted) == "21/11/2024"
    assert [group.code for group in article.groups] == ["to-1", "doi"]
    assert [author.name for author in article.authors] == ["Lan Mẫu"]
    assert article.category.code == "guong"
    assert article.genre is Genre.NEWS
    assert article.consent is Consent.UNSTATED
    assert not visitor.left


def test_only_the_text_is_missing_from_what_is_written(content):
    converse(content, given=WHOLE, may_ask=False)

    article = read_back(content, "tin-bai/2024-11/ngay-hoi-sach.md")

    assert [problem.message for problem in article.problems] == ["Bài chưa có nội dung."]


def test_a_text_between_the_prompts_is_enough_and_no_prompt_is_printed(content):
    converse(content, given=WHOLE, may_ask=False)
    path = content / "tin-bai/2024-11/ngay-hoi-sach.md"
    path.write_text(path.read_text() + "\nSáng nay, cả lớp ra sân.\n")

    article = read_back(content, "tin-bai/2024-11/ngay-hoi-sach.md")

    assert not article.problems
    assert "".join(article.body.parts).strip() == "<p>Sáng nay, cả lớp ra sân.</p>"


@pytest.mark.parametrize("genre", Genre)
@pytest.mark.parametrize("category", ["Hoạt động", "Gương người tốt, việc tốt"])
def test_every_skeleton_counts_as_empty(content, genre, category):
    from newsroom.vocabulary.genres import GENRES
    from newsroom.vocabulary.words import shown

    given = Given("Bài", "Tổ 1", "Lan Mẫu", category, shown(GENRES, genre), "12/11/2024")
    converse(content, given=given, may_ask=False)

    article = read_back(content, "tin-bai/2024-11/bai.md")

    assert article.genre is genre
    assert [problem.message for problem in article.problems] == ["Bài chưa có nội dung."]


@pytest.mark.parametrize(
    "title",
    [
        'Cô Mai: người "gieo chữ" #1',
        '"Cả tiêu đề trong ngoặc"',
        '"Ngoặc" ở cả hai "đầu"',
        "“Rung chuông nhỏ”",
        "'nháy đơn'",
        "«Ngoặc kép kiểu Pháp»",
        'Gạch chéo \\ và \\" ngoặc \\',
        '"chéo ở cuối \\"',
        "- gạch đầu dòng",
        "[trong ngoặc vuông 1]",
        "| 3",
        "|2",
        "--- 1 ---",
        "# thăng",
        "duyệt: Phó Mẫu, 12/11/2024",
        "🎉 Hội xuân 🌸",
        "Dài " * 100 + "hết",
        unicodedata.normalize("NFD", "Tiếng Việt tổ hợp: Đường về trường"),
        "CHỮ HOA CẢ DÒNG",
    ],
)
def test_any_title_is_read_back_as_it_was_typed(content, title):
    given = Given(title, "Tổ 1", "Lan Mẫu", "Hoạt động", "bài", "12/11/2024", title)
    converse(content, given=given, may_ask=False)

    [path] = articles(content)
    article = read_back(content, path)
    raw = (content / path).read_bytes()

    meant = unicodedata.normalize("NFC", title)
    assert article.title == article.summary == meant
    assert [problem.message for problem in article.problems] == ["Bài chưa có nội dung."]
    assert len(Path(path).stem) <= 60
    assert b"\r" not in raw
    assert unicodedata.is_normalized("NFC", raw.decode())


def test_a_title_in_capitals_is_kept_with_a_remark(content):
    _, visitor = converse(content, "HỘI XUÂN")

    assert "chữ thường dễ đọc hơn" in visitor.said


def test_a_title_without_letters_is_asked_for_again(content):
    _, visitor = converse(content, "???", "", "Được", given=WHOLE._replace(title=""))

    assert articles(content) == ["tin-bai/2024-11/duoc.md"]
    assert "ít nhất một chữ cái" in visitor.said
    assert "Bài cần một tiêu đề." in visitor.said


def test_a_name_that_windows_cannot_write_is_avoided(content):
    converse(content, given=WHOLE._replace(title="Con"), may_ask=False)

    assert articles(content) == ["tin-bai/2024-11/bai-con.md"]


def test_an_unmarked_name_is_taken_only_after_asking(content):
    given = WHOLE._replace(group="")
    _, visitor = converse(content, "to 2", "k", "to 2", "c", given=given)

    article = read_back(content, "tin-bai/2024-11/ngay-hoi-sach.md")
    assert visitor.said.count("Có phải là “Tổ 2”?") == 2
    assert [group.code for group in article.groups] == ["to-2"]


def test_an_unknown_answer_is_asked_again(content):
    given = WHOLE._replace(category="", genre="")
    code, visitor = converse(content, "99", "xyz", "Tài chính", "thơ", "", given=given)

    assert code == 0
    assert "Không có chuyên mục “99”" in visitor.said
    assert "Không có chuyên mục “xyz”" in visitor.said
    assert "Không có thể loại “thơ”" in visitor.said
    assert "Chuyên mục này cần thêm “tài chính”: Kế Toán Mẫu." in visitor.said


def test_a_wrong_option_becomes_a_question(content):
    code, visitor = converse(content, "Tổ 1", given=WHOLE._replace(group="Tổ 9 rưỡi"))

    assert code == 0
    assert "--group: Không có tổ “Tổ 9 rưỡi”." in visitor.said


def test_people_of_the_chosen_group_come_first(content):
    given = WHOLE._replace(group="Tổ 2", author="")
    converse(content, "1", given=given)

    article = read_back(content, "tin-bai/2024-11/ngay-hoi-sach.md")
    assert [author.name for author in article.authors] == ["Hòa Mẫu"]


TOPICS = """\
chủ đề:
  - {mã: khai-giang, nội dung: Lễ khai giảng, khi: tháng 9}
  - {mã: sach, nội dung: Đọc sách, khi: tháng 11, ai: to-1}
  - {mã: tri-an, nội dung: Tri ân thầy cô, khi: tháng 11, ai: to-2}
"""


@pytest.fixture
def with_topics(content):
    write_file(content, "ke-hoach/2024-2025.yaml", PLAN_YAML + TOPICS)
    return content


def topics_written(content):
    return read_back(content, "tin-bai/2024-11/ngay-hoi-sach.md").topics


def test_this_months_topics_of_the_group_are_offered_and_the_chosen_one_is_written(with_topics):
    code, visitor = converse(with_topics, "2", given=WHOLE)

    assert code == 0
    assert "Đọc sách" in visitor.said
    assert "Lễ khai giảng" not in visitor.said
    assert "Tri ân" not in visitor.said
    assert topics_written(with_topics) == ("sach",)
    text = (with_topics / "tin-bai/2024-11/ngay-hoi-sach.md").read_text()
    assert "\nthể loại: tin\nchủ đề: sach\n" in text


def declared(*parts):
    return [
        declaration
        for declaration in FIELDS[ContentKind.ARTICLE].values()
        if declaration.in_new in parts
    ]


def test_the_questions_and_their_order_are_those_of_the_declarations(with_topics):
    answers = ("Ngày hội sách", "", "Tổ 1", "Lan Mẫu", "Hoạt động", "tin", "2")

    code, visitor = converse(with_topics, *answers)

    assert code == 0
    headings = [one.heading for one in declared(InNew.ASKED, InNew.ASKED_IF_ANY)]
    places = [visitor.said.find(f"\n{heading}") for heading in headings]
    assert len(headings) == len(answers)
    assert places == sorted(places)
    assert min(places) > 0


def test_the_lines_of_a_new_file_are_those_of_the_declarations(with_topics):
    converse(with_topics, "2", given=WHOLE)

    text = (with_topics / "tin-bai/2024-11/ngay-hoi-sach.md").read_text()
    keys = [line.partition(":")[0] for line in text.split("---")[1].strip().split("\n")]
    assert keys == [one.key for one in declared(*(set(InNew) - {InNew.ABSENT}))]


def test_each_option_of_new_answers_a_declared_field():
    options = {one.option for one in declared(*InNew)} - {""}

    assert set(Given._fields) == options
    assert set(inspect.signature(new).parameters) == {"yes", "from_", "photos", *options}


@pytest.mark.parametrize("answer", ["", "1", "không theo chủ đề nào"])
def test_an_article_may_be_about_something_else(with_topics, answer):
    converse(with_topics, answer, given=WHOLE)

    assert topics_written(with_topics) == ()
    assert "chủ đề" not in (with_topics / "tin-bai/2024-11/ngay-hoi-sach.md").read_text()


@pytest.mark.parametrize("given", [WHOLE._replace(group="Đội Thiếu niên"), WHOLE])
def test_nothing_is_asked_where_the_plan_has_no_topic_for_the_group(content, with_topics, given):
    if given is WHOLE:
        write_file(content, "ke-hoach/2024-2025.yaml", PLAN_YAML)

    code, visitor = converse(content, given=given)

    assert code == 0
    assert "Chủ đề" not in visitor.said


def test_a_topic_of_another_month_or_group_can_be_named_as_an_option(with_topics):
    code, _ = converse(with_topics, given=WHOLE._replace(topic="Lễ khai giảng"), may_ask=False)

    assert code == 0
    assert topics_written(with_topics) == ("khai-giang",)


def test_an_unknown_topic_is_named_and_nothing_is_written(with_topics):
    code, visitor = converse(with_topics, given=WHOLE._replace(topic="sac"), may_ask=False)

    assert code == 2
    assert "--topic: Không có chủ đề “sac”." in visitor.said
    assert articles(with_topics) == []


def test_namesakes_are_told_apart_by_their_codes(content):
    two = PLAN_YAML.replace(
        "Lan Mẫu, Lân Mẫu 2", "{tên: Hà Mẫu, mã: ha-1}, {tên: Hà Mẫu, mã: ha-2}"
    ).replace("tổ trưởng: Lan Mẫu, ", "")
    write_file(content, "ke-hoach/2024-2025.yaml", two)

    _, visitor = converse(content, "Hà Mẫu", "ha-2", given=WHOLE._replace(author=""))

    article = read_back(content, "tin-bai/2024-11/ngay-hoi-sach.md")
    assert "Có nhiều người tên “Hà Mẫu”. Xin ghi mã: ha-1 hoặc ha-2." in visitor.said
    assert [author.code for author in article.authors] == ["ha-2"]


def test_a_group_that_does_not_exist_on_the_day_cannot_be_chosen(content):
    ended = PLAN_YAML.replace("tên: Tổ 2, loại", "tên: Tổ 2, đến: 01/10/2024, loại")
    write_file(content, "ke-hoach/2024-2025.yaml", ended)

    _, visitor = converse(content, "Tổ 2", "Tổ 1", given=WHOLE._replace(group=""))

    assert "“Tổ 2” không hoạt động vào ngày 12/11/2024." in visitor.said
    assert "Tổ 2\n" not in visitor.said.split("Số hoặc tên")[0]


def test_the_plan_of_the_date_is_the_one_that_is_asked_about(content):
    write_file(content, "ke-hoach/2025-2026.yaml", NEXT_PLAN)

    code, _ = converse(content, "Năm mới", "1/9/2025", "1", "", "1", "")

    assert code == 0
    article = read_back(content, "tin-bai/2025-09/nam-moi.md")
    assert article.groups[0].code == "to-moi"
    # The only member of the group is offered.
    assert article.authors[0].name == "Người Mới Mẫu"


def test_a_date_without_plan_or_year_is_talked_about(content):
    given = WHOLE._replace(date="")
    _, visitor = converse(content, "12/11/1999", "31/2/2024", "12/11", "c", given=given)

    assert "Chưa có kế hoạch nào cho ngày 12/11/1999." in visitor.said
    assert "“31/2/2024” không phải là một ngày có thật." in visitor.said
    assert "Có phải là ngày 12/11/2024?" in visitor.said
    assert articles(content) == ["tin-bai/2024-11/ngay-hoi-sach.md"]


def test_today_is_the_default(content):
    converse(content, "", given=WHOLE._replace(date=""))

    assert in_numbers(read_back(content, articles(content)[0]).on) == "21/11/2024"


def test_a_day_without_plan_is_no_default(content, monkeypatch):
    monkeypatch.setenv("NEWSROOM_TODAY", "2026-11-21")
    code, visitor = converse(content, given=WHOLE._replace(date=""), may_ask=False)

    assert code == 2
    assert "--date: chưa có ngày đăng." in visitor.said


def test_nothing_is_ever_written_over(content):
    first = "tin-bai/2024-11/ngay-hoi-sach.md"
    converse(content, given=WHOLE, may_ask=False)
    before = (content / first).read_bytes()

    converse(content, given=WHOLE, may_ask=False)
    converse(content, given=WHOLE, may_ask=False)

    assert (content / first).read_bytes() == before
    assert articles(content) == [
        "tin-bai/2024-11/ngay-hoi-sach-2.md",
        "tin-bai/2024-11/ngay-hoi-sach-3.md",
        first,
    ]


def test_an_address_that_another_folder_holds_is_not_taken(content):
    write_file(content, "tin-bai/cu/ngay-hoi-sach.md", article_text())
    write_file(content, "tin-bai/cu/b.md", article_text(slug="ngay-hoi-sach-2"))

    converse(content, given=WHOLE, may_ask=False)

    assert "tin-bai/2024-11/ngay-hoi-sach-3.md" in articles(content)


def test_missing_and_unknown_options_are_all_named_at_once(content):
    code, visitor = converse(
        content, given=Given(author="Ai Đó Lạ", category="chuyen muc"), may_ask=False
    )

    assert code == 2
    assert "--title: chưa có tiêu đề." in visitor.said
    assert "--group: chưa có tổ." in visitor.said
    assert "--author: Không có người “Ai Đó Lạ”." in visitor.said
    assert "--category: Không có chuyên mục “chuyen muc”." in visitor.said
    assert articles(content) == []


def test_a_number_is_no_name_in_an_option(content):
    code, visitor = converse(content, given=WHOLE._replace(group="1"), may_ask=False)

    assert code == 2
    assert "--group: Không có tổ “1”." in visitor.said


@pytest.mark.parametrize("leaves", [EOFError(), KeyboardInterrupt()])
@pytest.mark.parametrize("after", range(6))
def test_leaving_at_any_question_writes_nothing(content, leaves, after):
    answers = ["Tựa", "", "1", "1", "1", ""][:after]

    code, visitor = converse(content, *answers, leaves)

    assert code == 130
    assert visitor.heard[-1] == "\nĐã dừng, chưa ghi gì."
    assert articles(content) == []
    assert not (content.parent / ".cache/last-answers.json").exists()


def test_the_last_answers_are_offered_again_but_never_the_title(content):
    converse(content, given=WHOLE, may_ask=False)

    code, _ = converse(content, "Bài hai", "", "", "", "", "")

    article = read_back(content, "tin-bai/2024-11/bai-hai.md")
    assert code == 0
    assert article.groups[0].code == "to-1"
    assert article.authors[0].name == "Lan Mẫu"
    assert article.category.code == "hoat-dong"
    assert article.genre is Genre.NEWS
    kept = (content.parent / ".cache/last-answers.json").read_text()
    assert "Ngày hội" not in kept


def test_nobody_is_answered_for_when_nobody_may_be_asked(content):
    converse(content, given=WHOLE, may_ask=False)

    code, visitor = converse(content, given=Given("Bài hai"), may_ask=False)

    assert code == 2
    assert "--author: chưa có tác giả." in visitor.said


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"\xff\xfe",
        b"[1, 2]",
        b'{"groups": "to-1", "authors": [1], "category": null}',
        b"[" * 100_000,
        json.dumps({"groups": ["het-roi"], "genre": ["opera"], "category": []}).encode(),
    ],
)
def test_damaged_or_outdated_memories_are_no_default(content, damage):
    write_file(content.parent, ".cache/last-answers.json", damage)
    given = WHOLE._replace(group="", category="", genre="")

    code, visitor = converse(content, "", "1", "", "2", "", given=given)

    assert code == 0
    assert visitor.said.count("Xin chọn") == 2
    assert read_back(content, articles(content)[0]).genre is Genre.ARTICLE


def test_a_memory_that_cannot_be_kept_stops_nothing(content):
    (content.parent / ".cache").mkdir(exist_ok=True)
    (content.parent / ".cache/last-answers.json").mkdir()

    code, _ = converse(content, given=WHOLE, may_ask=False)

    assert code == 0


def test_bytes_that_are_no_text_are_asked_for_again(content):
    broken = UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad")
    code, visitor = converse(content, broken, "a\udcff", "Được", given=WHOLE._replace(title=""))

    assert code == 0
    assert visitor.said.count("máy không đọc được") == 2


def test_a_folder_that_cannot_be_made_is_said_in_words(content):
    (content / "tin-bai").write_text("không phải thư mục")

    code, visitor = converse(content, given=WHOLE, may_ask=False)

    assert code == 1
    assert "Không ghi được tệp bài" in visitor.said


def test_a_broken_plan_is_named_instead_of_asked_about(content):
    write_file(content, "ke-hoach/2024-2025.yaml", "tên: [")

    with pytest.raises(BuildRefused, match=r"content/ke-hoach/2024-2025\.yaml"):
        converse(content, "Tựa")


def test_it_ends_with_what_to_do_next(content):
    given = WHOLE._replace(author="Phó Mẫu")
    _, visitor = converse(content, given=given, may_ask=False)

    assert "Đã ghi content/tin-bai/2024-11/ngay-hoi-sach.md" in visitor.said
    assert "python3 tasks.py check content/tin-bai/2024-11/ngay-hoi-sach.md" in visitor.said
    # The author is not among those who may approve.
    assert "Người duyệt: Hiệu Trưởng Mẫu." in visitor.said
