"""Hostile but human headers, each read as a person would read it."""

import unicodedata

import pytest

from newsroom.domain.content.content_item import ContentKind
from newsroom.domain.problem import Level
from newsroom.intake.header.header import read_header
from newsroom.intake.header.lines import split_list, split_names
from newsroom.vocabulary.header import HEADERS, header_field

TITLE = 'Cô Mai: người "gieo chữ" #1'


def values(text):
    return {entry.field: entry.value for entry in read_header(text, "a.md").entries}


def messages(text):
    return [(p.line, p.message) for p in read_header(text, "a.md").problems]


def fenced(lines, body="Thân bài."):
    return f"---\n{lines}\n---\n{body}\n"


AS_MEANT = {
    "a plain header": (fenced("tiêu đề: A\ntổ: Tổ 1"), {"title": "A", "groups": "Tổ 1"}),
    "colon, quotes and hash in a title": (fenced(f"tiêu đề: {TITLE}"), {"title": TITLE}),
    "keys in capitals": (fenced("TIÊU ĐỀ: A"), {"title": "A"}),
    "keys without marks": (fenced("tieu de: A\nto: B"), {"title": "A", "groups": "B"}),
    "keys with underscores": (fenced("tiêu_đề: A"), {"title": "A"}),
    "keys with hyphens": (fenced("Tiêu-đề: A"), {"title": "A"}),
    "keys in NFD": (unicodedata.normalize("NFD", fenced("tiêu đề: Đọc")), {"title": "Đọc"}),
    "Pelican's English keys": (fenced("Title: A\nAuthors: B"), {"title": "A", "authors": "B"}),
    "a full-width colon": (fenced("tiêu đề：A"), {"title": "A"}),
    "a space before the colon": (fenced("tiêu đề : A"), {"title": "A"}),
    "no space after the colon": (fenced("tiêu đề:A"), {"title": "A"}),
    "eth for Đ in the key": (fenced("tiêu Ðề: A"), {"title": "A"}),
    "eth for Đ in the value": (fenced("tiêu đề: Ðội"), {"title": "Đội"}),
    "a zero-width space in the key": (fenced("tiêu\u200b đề: A"), {"title": "A"}),
    "no-break spaces": (fenced("tiêu\u00a0đề:\u00a0A"), {"title": "A"}),
    "no fences, a blank line": ("tiêu đề: A\ntổ: B\n\nThân bài.", {"title": "A", "groups": "B"}),
    "no opening fence": ("tiêu đề: A\ntổ: B\n---\nThân", {"title": "A", "groups": "B"}),
    "no fences, text at once": ("tiêu đề: A\nThân bài ở ngay đây.", {"title": "A"}),
    "blank lines before": ("\n\n---\ntiêu đề: A\n---\n", {"title": "A"}),
    "blank lines within": (fenced("tiêu đề: A\n\ntổ: B"), {"title": "A", "groups": "B"}),
    "a doubled fence": ("---\n---\ntiêu đề: A\n---\nThân", {"title": "A"}),
    "a fence that Word joined": ("—\ntiêu đề: A\n—\nThân", {"title": "A"}),
    "en dashes for a fence": ("–––\ntiêu đề: A\n–––\nThân", {"title": "A"}),
    "a long fence": ("----------\ntiêu đề: A\n----------\nThân", {"title": "A"}),
    "blanks behind the fence": ("---  \ntiêu đề: A\n---\t\nThân", {"title": "A"}),
    "every line indented": ("---\n  tiêu đề: A\n  tổ: B\n---\n", {"title": "A", "groups": "B"}),
    "tabs before values": (fenced("tiêu đề:\tA"), {"title": "A"}),
    "YAML quotes": (fenced('title: "Cô Mai: \\"gieo chữ\\""'), {"title": 'Cô Mai: "gieo chữ"'}),
    "YAML single quotes": (fenced("title: 'Ngày ''hội'' đọc'"), {"title": "Ngày 'hội' đọc"}),
    "curly quotes around a name": (fenced("tác giả: “Cô Mai”"), {"authors": "Cô Mai"}),
    "a saying in curly quotes": (fenced("tiêu đề: “Con muốn đi học”"),
                                 {"title": "“Con muốn đi học”"}),
    "a saying in single curly quotes": (fenced("tiêu đề: ‘Mẹ ơi!’"), {"title": "‘Mẹ ơi!’"}),
    "a saying in angle quotes": (fenced("tiêu đề: «Mẹ ơi!»"), {"title": "«Mẹ ơi!»"}),
    "a saying in straight single quotes": (fenced("tiêu đề: 'Con muốn đi học'"),
                                           {"title": "'Con muốn đi học'"}),
    "a saying in quotes of both kinds": (fenced('tiêu đề: "‘Con muốn đi học’"'),
                                         {"title": "‘Con muốn đi học’"}),
    "single quotes that YAML needs": (fenced("tiêu đề: 'Cô Mai: người gieo chữ'"),
                                      {"title": "Cô Mai: người gieo chữ"}),
    "single quotes before a hash": (fenced("tiêu đề: '#20-11'"), {"title": "#20-11"}),
    "a number that YAML keeps as text": (fenced("tiêu đề: '2026'"), {"title": "2026"}),
    "escapes of YAML": (fenced('title: "Tho\\u00E1t \\\\ m\\u1EDF"'), {"title": "Thoát \\ mở"}),
    "null": (fenced("tiêu đề: null\nảnh: ~\ntừ khóa: []\ntóm tắt: \"   \"\nvideo: NULL"),
             {"title": "", "cover": "", "tags": "", "summary": "", "video": ""}),
    "a title that is the word Không": (fenced("tiêu đề: Không"), {"title": "Không"}),
    "bold keys": (fenced("**Tiêu đề:** A\n**Tổ**: B\n*Ngày:* C\n__Tác giả:__ D\n**Thể loại: E**"),
                  {"title": "A", "groups": "B", "date": "C", "authors": "D", "genre": "E"}),
    "a key behind a tab": (fenced("tổ: Tổ 1\n\tchuyên mục: Chuyên môn"),
                           {"groups": "Tổ 1", "category": "Chuyên môn"}),
    "a key behind blanks": (fenced("tóm tắt: Một\n   ngày: 20/11/2026\ntổ: B"),
                            {"summary": "Một", "date": "20/11/2026", "groups": "B"}),
    "a key behind a tab below an empty one": (fenced("tóm tắt:\n\ttác giả: A"),
                                              {"summary": "", "authors": "A"}),
    "a key behind a tab below a list": (fenced("tags:\n- a\n- b\n\tngày: C"),
                                        {"tags": "a\nb", "date": "C"}),
    "a quoted text over two lines": (fenced('tiêu đề: "Một\n  ngày: hai"'),
                                     {"title": "Một ngày: hai"}),
    "quotes at both ends, not around": (
        fenced('tiêu đề: "Gieo chữ" và "trồng người"'),
        {"title": '"Gieo chữ" và "trồng người"'},
    ),
    "a YAML list": (fenced("tags:\n  - đọc sách\n  - thư viện"), {"tags": "đọc sách\nthư viện"}),
    "a YAML list not indented": (fenced("tags:\n- a\n- b\ntổ: C"), {"tags": "a\nb", "groups": "C"}),
    "a list with other dashes": (fenced("tác giả:\n– Lan\n• Mai"), {"authors": "Lan\nMai"}),
    "a folded block": (fenced("tóm tắt: >-\n  Dòng một\n  dòng hai: có"),
                       {"summary": "Dòng một dòng hai: có"}),
    "a literal block": (fenced("tóm tắt: |\n  Một\n  ngày: hai\ntổ: B"),
                        {"summary": "Một ngày: hai", "groups": "B"}),
    "an indented continuation": (fenced("tóm tắt: Một\n  hai"), {"summary": "Một hai"}),
    "a value on the next line": (fenced("tác giả:\n  Lan Mẫu"), {"authors": "Lan Mẫu"}),
    "a comment": (fenced("# ghi chú\ntiêu đề: A"), {"title": "A"}),
    "an empty value": (fenced("tiêu đề: A\ntóm tắt:"), {"title": "A", "summary": ""}),
    "bullets before keys": (fenced("- tiêu đề: A\n- tổ: B"), {"title": "A", "groups": "B"}),
    "a time in a value": (fenced("ngày: 20/11/2024 7:30"), {"date": "20/11/2024 7:30"}),
    "a link in a value": (
        fenced("được đăng: Sở, 2/2/2025, https://a.example/b:c"),
        {"carried": "Sở, 2/2/2025, https://a.example/b:c"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", AS_MEANT)
def test_a_header_is_read_as_a_person_would_read_it(name):
    text, expected = AS_MEANT[name]

    assert values(text) == expected
    assert messages(text) == []


@pytest.mark.parametrize("name", AS_MEANT)
def test_line_endings_of_windows_make_no_difference(name):
    text, expected = AS_MEANT[name]
    from newsroom.intake.text.text_file import decode

    for mark in ("", "\ufeff", "\ufeff\ufeff"):
        assert values(decode((mark + text.replace("\n", "\r\n")).encode())) == expected


def test_the_text_begins_behind_the_header():
    header = read_header("---\ntiêu đề: A\n---\nMột\n\n---\nHai", "a.md")

    assert (header.body, header.body_line) == ("Một\n\n---\nHai", 4)


def test_a_rule_in_the_text_does_not_end_a_header_without_fences():
    header = read_header("tiêu đề: A\n\nMột đoạn văn.\n\n---\n\nHai", "a.md")

    assert header.body.strip().startswith("Một đoạn văn.")
    assert header.problems == []


def test_a_header_that_never_closes_is_a_problem_at_its_last_line():
    text = "---\ntiêu đề: A\ntổ: B\n\nThân bài dài.\n\n---\n\nHết."

    assert values(text) == {"title": "A", "groups": "B"}
    assert messages(text) == [(3, "Phần đầu bài mở bằng --- nhưng chưa đóng.")]


@pytest.mark.parametrize("key", ["save_as", "template", "status", "_content", "url", "lang"])
def test_a_key_that_pelican_would_obey_is_unknown_here(key):
    text = fenced(f"tiêu đề: A\n{key}: ../../x")

    assert values(text) == {"title": "A"}
    assert messages(text) == [(3, f"Không có khóa “{key}”.")]


def test_no_key_means_two_fields():
    for kind, words in HEADERS.items():
        for field, forms in words.items():
            assert {header_field(form, kind) for form in forms} == {field}


def test_an_unknown_key_gets_a_suggestion():
    problem = read_header(fenced("tiêu đề: A\nchuyên mụt: B"), "a.md").problems[-1]

    assert (problem.line, problem.hint) == (
        3,
        "Có phải là “chuyên mục:”?  Ghi:  chuyên mục: B",
    )


def test_a_key_given_twice_is_a_problem_that_names_both_lines():
    assert messages(fenced("tiêu đề: A\nngày: 1/1/2025\ntitle: B")) == [
        (4, "Khóa “tiêu đề” ghi hai lần (lần đầu ở dòng 2).")
    ]


def test_decisions_may_repeat_and_each_keeps_its_line():
    header = read_header(fenced("duyệt: A, 1/1/2025\nduyệt: B, 2/1/2025\ngửi:\n- C\n- D"), "a.md")

    assert [(e.field, e.value, e.line) for e in header.entries] == [
        ("approved", "A, 1/1/2025", 2),
        ("approved", "B, 2/1/2025", 3),
        ("sent", "C", 5),
        ("sent", "D", 6),
    ]
    assert header.problems == []


def test_a_line_that_is_no_key_is_a_problem_at_its_line():
    assert messages(fenced("tiêu đề: A\nđây là một câu\ntổ: B"))[0][0] == 3


@pytest.mark.parametrize(
    ("value", "parts"),
    [
        ("Lan, Mai", ["Lan", "Mai"]),
        ("Lan; Mai", ["Lan", "Mai"]),
        ('["Lan", "Mai"]', ["Lan", "Mai"]),
        ("Lan\nMai", ["Lan", "Mai"]),
        ("Lan,", ["Lan"]),
    ],
)
def test_a_value_may_name_several_things(value, parts):
    assert split_list(value) == parts


@pytest.mark.parametrize("list_key", ["duyệt", "từ khóa"])
def test_a_decision_that_slipped_into_a_list_is_still_a_decision(list_key):
    header = read_header(fenced(f"{list_key}:\n- An, 10/11/2026\n- gỡ: An, 11/11/2026"), "a.md")

    assert [e.value for e in header.all("withdrawn")] == ["An, 11/11/2026"]


def test_an_item_of_a_list_that_looks_like_a_key_stays_an_item():
    assert values(fenced("từ khóa:\n  - Ảnh: mùa xuân\n  - Ngày: hội")) == {
        "tags": "Ảnh: mùa xuân\nNgày: hội"
    }


def test_an_indented_continuation_that_looks_like_a_key_stays_a_continuation():
    assert values(fenced("tóm tắt: Thư\n  gửi: các bạn")) == {"summary": "Thư gửi: các bạn"}


def test_a_heading_above_a_header_without_fences_does_not_hide_it():
    assert values("# Bài của tôi\ntiêu đề: A\n\nThân bài.") == {"title": "A"}


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Tổ Sử, Địa, Tổ 1", ["Tổ Sử, Địa", "Tổ 1"]),
        ("Tổ Văn và Sử và Tổ 1", ["Tổ Văn và Sử", "Tổ 1"]),
        ("Tổ 1 VÀ Tổ 2 & Đội", ["Tổ 1", "Tổ 2", "Đội"]),
        ("Tổ 1; Ai Đó", ["Tổ 1", "Ai Đó"]),
        ("- x\nTổ 1", ["- x", "Tổ 1"]),
    ],
)
def test_known_names_may_hold_commas_and_and(value, names):
    known = {"Tổ Sử, Địa", "Tổ 1", "Tổ 2", "Đội", "Tổ Văn và Sử"}

    assert split_names(value, known.__contains__) == names


LINES_OF_DECISIONS = [
    *("duyệt: An, 20/11/2026", "trả lại: An, 20/11/2026, x", "gỡ: An, 20/11/2026, x"),
    *("đính chính: An, 20/11/2026, x", "chọn gửi: An, 20/11/2026, Sở"),
    *("đồng ý hình ảnh: có", "approved: An, 20/11/2026", "DUYỆT： An, 20/11/2026"),
]


@pytest.mark.parametrize("block", ["|", ">", "|-", ">+", "|2", "|2-", ">-2", "| # lời dẫn"])
@pytest.mark.parametrize("line", LINES_OF_DECISIONS)
def test_no_decision_is_read_from_inside_a_block_and_it_is_said(block, line):
    header = read_header(fenced(f"tóm tắt: {block}\n  Một\n  {line}\n\n  hai\ntổ: B"), "a.md")

    assert {entry.field for entry in header.entries} == {"summary", "groups"}
    assert header.text("summary").startswith("Một")
    assert header.text("summary").endswith("hai")
    assert [(p.line, p.level) for p in header.problems] == [(4, Level.ERROR)]
    assert "nằm giữa các dòng của “tóm tắt” nên không có hiệu lực" in header.problems[0].message


@pytest.mark.parametrize("line", LINES_OF_DECISIONS)
def test_prose_in_a_block_that_begins_like_a_decision_is_prose(line):
    prose = f"{line.partition(':')[0].partition('：')[0]}: các em nhỏ"
    header = read_header(fenced(f"tóm tắt: |\n  Một\n  {prose}"), "a.md")

    assert {entry.field for entry in header.entries} == {"summary"}


@pytest.mark.parametrize("line", [line for line in LINES_OF_DECISIONS if "ảnh" not in line])
def test_no_decision_is_read_from_an_indented_continuation(line):
    header = read_header(fenced(f"tóm tắt: Một\n  {line}\ntổ: B"), "a.md")

    assert [(e.field, e.value) for e in header.entries] == [("summary", "Một"), ("groups", "B")]
    assert [(p.line, p.level) for p in header.problems] == [(3, Level.ERROR)]


def test_a_yes_in_the_list_of_another_field_counts_for_nothing():
    header = read_header(fenced("từ khóa:\n- a\n- duyệt: An, 20/11/2026\ntổ: B"), "a.md")

    assert header.all("approved") == []
    assert header.text("groups") == "B"
    assert [problem.line for problem in header.problems] == [4]


@pytest.mark.parametrize(
    ("lines", "approved"),
    [
        ("tổ: A\n  duyệt: An, 20/11/2026", []),
        ("tổ: A\n\tduyệt: An, 20/11/2026", []),
        ("tóm tắt: |\n  Một\n  duyệt: An, 20/11/2026", []),
        ("từ khóa:\n  - a\n  - duyệt: An, 20/11/2026", []),
        ("trả lại: An, 19/11/2026, x\n  duyệt: An, 20/11/2026", []),
        ("duyệt:\n  - An, 20/11/2026", ["An, 20/11/2026"]),
        ("duyệt:\n  An, 20/11/2026", ["An, 20/11/2026"]),
    ],
)
def test_an_indented_approval_is_none_and_is_said_to_be_indented(lines, approved):
    header = read_header(fenced(f"tiêu đề: A\n{lines}"), "a.md")

    assert [entry.value for entry in header.all("approved")] == approved
    assert any("không có hiệu lực" in problem.message for problem in header.problems) != bool(
        approved
    )


def test_an_indented_withdrawal_is_an_error_with_the_line_to_type():
    header = read_header(fenced("tổ: A\n  gỡ: An, 20/11/2026, sai"), "a.md")

    assert header.all("withdrawn") == []
    assert [problem.hint for problem in header.problems] == [
        "Bỏ khoảng trắng ở đầu dòng.  Ghi:  gỡ: An, 20/11/2026, sai"
    ]


def test_decisions_in_the_margin_of_an_indented_header_are_read():
    header = read_header("---\n  tiêu đề: A\n  duyệt: An, 20/11/2026\n---\n", "a.md")

    assert [entry.value for entry in header.all("approved")] == ["An, 20/11/2026"]
    assert header.problems == []


def test_a_mapping_below_a_decision_sets_no_fact_of_the_article():
    text = fenced("ngày: 1/9/2026\nduyệt:\n  - người: An\n    ngày: 20/11/2026")

    assert values(text)["date"] == "1/9/2026"


@pytest.mark.parametrize(
    ("line", "hint", "field"),
    [
        ("tiêu đề Lễ khai giảng", "Ghi:  tiêu đề: Lễ khai giảng", "title"),
        ("tổ Tổ 1", "Ghi:  tổ: Tổ 1", "groups"),
        ("Ngày 20/11/2026", "Ghi:  ngày: 20/11/2026", "date"),
        ("tác giả Bùi Thị Mẫu Hà", "Ghi:  tác giả: Bùi Thị Mẫu Hà", "authors"),
        ("Chuyên mục Chuyên môn", "Ghi:  chuyên mục: Chuyên môn", "category"),
    ],
)
def test_a_key_without_its_colon_is_recognised(line, hint, field):
    header = read_header(fenced(f"thể loại: tin\n{line}"), "a.md")

    assert [(p.line, p.hint) for p in header.problems] == [(3, hint)]
    assert header.nearly(field)


@pytest.mark.parametrize("line", ["ngày hội đọc sách", "gửi các em", "Tổ ấm của em", "duyệt chưa"])
def test_a_sentence_that_begins_like_a_key_is_no_key_without_colon(line):
    (problem,) = read_header(fenced(f"tiêu đề: A\n{line}"), "a.md").problems

    assert "không có dạng" in problem.message


@pytest.mark.parametrize("around", ["tệp:\n- a.pdf\n- ", "lưu: |\n  ", "lĩnh vực: |\n  "])
def test_a_decision_among_the_lines_of_a_documents_field_is_told_by_that_fields_key(around):
    text = fenced(f"trích yếu: A\n{around}duyệt: Phó Mẫu, 20/11/2026")

    [problem] = read_header(text, "a.md", ContentKind.DOCUMENT).problems

    assert f"giữa các dòng của “{around.partition(':')[0]}”" in problem.message


def test_a_near_key_on_a_page_is_only_one_that_a_page_has():
    text = fenced("tiêu đề: A\nthứ tựu: 2\nchuyên mụcs: B")

    near, unknown = read_header(text, "a.md", ContentKind.PAGE).problems

    assert "thứ tự: 2" in near.hint
    assert unknown.hint.startswith("Các khóa dùng được: tiêu đề, tóm tắt, slug, địa chỉ cũ, duyệt,")
