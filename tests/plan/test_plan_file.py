"""Plans and the school file: what is wrong, in which line, and the nearest right word."""

import pytest
from sample import PLAN, PLAN_YAML, SCHOOL, SCHOOL_YAML, day, make_plan

from newsroom.intake.plan.checks.plan_checks import check_namesakes, check_overlaps
from newsroom.intake.plan.plan_file import read_plan
from newsroom.intake.plan.school_file import read_school

QUOTA = "  - {mã: a, nội dung: b, ai: mỗi tổ chuyên môn, ít nhất: 1, mỗi: tháng, tính theo: nộp}\n"


def problems(text):
    plan, found = read_plan("ke-hoach/x.yaml", text, SCHOOL.offices)
    assert (plan is None) is bool(found)
    return [(p.line, p.message, p.hint) for p in found]


def line_of(text, words):
    return next(n for n, line in enumerate(text.split("\n"), 1) if words in line)


def only(text):
    found = problems(text)
    assert len(found) == 1, found
    return found[0]


def test_the_sample_plan_is_read_whole():
    assert [group.code for group in PLAN.groups] == ["bgh", "to-1", "to-2", "doi"]
    assert PLAN.group("to-1").head.name == "Lan Mẫu"
    assert PLAN.term.first == day("01/08/2024")
    assert [month.code for month in PLAN.months][::8] == ["2024-09", "2025-05"]


def test_a_person_in_a_group_and_on_the_board_is_one_person_with_all_aliases():
    assert PLAN.people.find("cô Phó") == PLAN.people.find("Phó Mẫu")
    assert len(PLAN.people.find("Phó Mẫu")) == 1


CASES = {
    "an unknown key": (
        PLAN_YAML.replace("tháng tính:", "thang tin:"),
        "thang tin:",
        "Không có khóa “thang tin” ở đây.",
        "Có phải là “tháng tính”?",
    ),
    "a key twice": (
        PLAN_YAML + "tên: Lần hai\n",
        "tên: Lần hai",
        "Khóa “tên” ghi hai lần (lần đầu ở dòng 1).",
        "Giữ lại một.",
    ),
    "an impossible date": (
        PLAN_YAML.replace("từ: 01/08/2024", "từ: 31/02/2024"),
        "31/02/2024",
        "“31/02/2024” không phải là một ngày có thật.",
        "Ghi ngày trước: 20/11/2026.",
    ),
    "a list in the place of a day": (
        PLAN_YAML.replace("từ: 01/08/2024", "từ: [01/08/2024]"),
        "[01/08/2024]",
        "“[01/08/2024]” không phải là một ngày có thật.",
        "Ghi ngày trước: 20/11/2026.",
    ),
    "a list in the place of a number": (
        PLAN_YAML + "chỉ tiêu:\n" + QUOTA.replace("ít nhất: 1", "phấn đấu: [3]"),
        "phấn đấu: [3]",
        "“[3]” không phải là một số.",
        "Ghi bằng chữ số, ví dụ 2.",
    ),
    "a mapping in the place of a word": (
        PLAN_YAML + "gửi cần chọn: {a: b}\n",
        "gửi cần chọn",
        "Không hiểu “{…}”.",
        None,
    ),
    "a quota that ends before it begins": (
        PLAN_YAML
        + "chỉ tiêu:\n"
        + QUOTA.replace("ít nhất: 1", "ít nhất: 1, từ: 01/03/2025, đến: 28/02/2025"),
        "01/03/2025",
        "Ngày kết thúc đứng trước ngày bắt đầu.",
        "Sửa dòng “từ” hoặc “đến”.",
    ),
    "a group that ends before it begins": (
        PLAN_YAML.replace("{mã: doi,", "{mã: doi, từ: 01/03/2025, đến: 28/02/2025,"),
        "mã: doi",
        "Ngày kết thúc đứng trước ngày bắt đầu.",
        "Sửa dòng “từ” hoặc “đến”.",
    ),
    "a member of the board who ends before beginning": (
        PLAN_YAML.replace(
            "quyền: [kiểm định]}", "quyền: [kiểm định], từ: 2/2/2025, đến: 1/2/2025}"
        ),
        "Kiểm Tra Mẫu",
        "Ngày kết thúc đứng trước ngày bắt đầu.",
        "Sửa dòng “từ” hoặc “đến”.",
    ),
    "a person twice in a group": (
        PLAN_YAML.replace("[Hòa Mẫu]", "[Hòa Mẫu, Hoà Mẫu]"),
        "Hoà Mẫu",
        "“Hoà Mẫu” ghi hai lần trong một danh sách.",
        None,
    ),
    "a quota for a group that does not exist": (
        PLAN_YAML + "chỉ tiêu:\n" + QUOTA.replace("mỗi tổ chuyên môn", "Tổ 11"),
        "ai: Tổ 11",
        "Chỉ tiêu nói tới tổ “Tổ 11”, nhưng không có tổ nào tên đó.",
        "Có phải là “Tổ 1”?",
    ),
    "a quota for a kind that does not exist": (
        PLAN_YAML + "chỉ tiêu:\n" + QUOTA.replace("mỗi tổ chuyên môn", "mỗi tổ chuyên mon"),
        "ai: mỗi",
        "Không có tổ nào thuộc loại “tổ chuyên mon”.",
        "Có phải là “tổ chuyên môn”?",
    ),
    "a quota for a superior that does not exist": (
        PLAN_YAML + "chỉ tiêu:\n" + QUOTA.replace("tính theo: nộp", "tính theo: gửi, nơi: Báo Mâu"),
        "nơi: Báo Mâu",
        "Chỉ tiêu nói tới cơ quan cấp trên “Báo Mâu”, nhưng không có cơ quan cấp trên nào tên đó.",
        "Có phải là “Báo Mẫu”?",
    ),
    "an unknown measure": (
        PLAN_YAML + "chỉ tiêu:\n" + QUOTA.replace("tính theo: nộp", "tính theo: nọp bài"),
        "nọp bài",
        "Không hiểu “nọp bài”.",
        None,
    ),
    "two people of one address": (
        PLAN_YAML.replace("Lân Mẫu 2", "Lân Mẫu"),
        "Lân Mẫu",
        "“Lan Mẫu” và “Lân Mẫu” trùng địa chỉ trang tác giả “lan-mau”.",
        "Thêm mã cho một người: {tên: Lân Mẫu, mã: lan-mau-2}.",
    ),
    "two groups of one address": (
        PLAN_YAML.replace("{mã: to-2, tên: Tổ 2", "{mã: To-1, tên: Tổ 2"),
        "tên: Tổ 2",
        "Tổ “Tổ 2” và “Tổ 1” trùng địa chỉ “to-1”.",
        None,
    ),
    "two groups of one alias": (
        PLAN_YAML.replace("tên: Tổ 2, loại", "tên: Tổ 2, bí danh: [BGH], loại"),
        "tên: Tổ 2",
        "Tổ “Tổ 2” và “BGH trường Mẫu” có chung một tên hoặc bí danh.",
        None,
    ),
    "an end before the beginning": (
        PLAN_YAML.replace("đến: 17/01/2025", "đến: 17/01/2023"),
        "17/01/2023",
        "Học kỳ I kết thúc trước khi bắt đầu.",
        "Sửa ngày.",
    ),
    "replaced before it began": (
        PLAN_YAML + "được thay từ: 01/08/2024\n",
        "được thay từ",
        "Ngày kế hoạch được thay (01/08/2024) không đứng sau ngày nó bắt đầu (01/08/2024).",
        None,
    ),
    "a missing section": (
        PLAN_YAML.replace("tên: Kế hoạch mẫu\n", ""),
        "từ:",
        "Thiếu khóa “tên”.",
        "Thêm dòng  tên: …",
    ),
    "a colon in a value": (
        PLAN_YAML.replace("tên: Kế hoạch mẫu", "tên: Kế hoạch: năm học"),
        "tên: Kế hoạch",
        None,
        'Giá trị có dấu hai chấm thì đặt trong ngoặc kép. Ghi:  tên: "Kế hoạch: năm học"',
    ),
    "names that are no list": (
        PLAN_YAML.replace("thành viên: [Hòa Mẫu]", "thành viên: Hòa Mẫu"),
        "thành viên: Hòa Mẫu",
        None,
        "Đặt trong ngoặc vuông, cách nhau bằng dấu phẩy. Ghi:  thành viên: [Hòa Mẫu]",
    ),
    "the bracket of a mark that was left": (
        PLAN_YAML.replace("tên: Phó Mẫu", "tên: Phó Mẫu)"),
        "tên: Phó Mẫu)",
        "Tên “Phó Mẫu)” thừa hoặc thiếu một dấu ngoặc.",
        "Ghi:  Phó Mẫu",
    ),
    "a list where a word is expected": (
        PLAN_YAML.replace("tên: Kế hoạch mẫu", "tên: [a, b]"),
        "tên: [a",
        None,
        None,
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_slip_in_a_plan_is_said_with_its_line_and_remedy(name):
    text, words, message, hint = CASES[name]

    line, said, remedy = only(text)

    assert line == line_of(text, words)
    assert message in (None, said)
    assert hint in (None, remedy)
    assert remedy


def test_all_slips_are_found_at_once():
    text = (
        PLAN_YAML.replace("tháng tính:", "thang tin:")
        .replace("từ: 01/08/2024", "từ: 31/02/2024")
        .replace("chức vụ: Kế toán", "chức vụ: Kế toán, chuc: x")
    )

    assert len(problems(text)) == 3


@pytest.mark.parametrize(
    "text",
    ["a: [", "\tx: 1", "- 1\n- 2", "chỉ là chữ", "a: &x [*x]", "? [a]: b", "", "tên: |\n a\n"],
)
def test_what_is_no_plan_at_all_is_said_and_raises_nothing(text):
    assert problems(text)
    assert all(message and hint for _, message, hint in problems(text))


def test_two_people_of_one_name_need_codes_and_are_then_told_apart():
    coded = "[{tên: Lan Mẫu, mã: lan-a}, {tên: Lan Mẫu, mã: lan-b}]"
    plan = make_plan(
        base=PLAN_YAML.replace("tổ trưởng: Lan Mẫu, ", "").replace("[Lan Mẫu, Lân Mẫu 2]", coded)
    )

    assert [p.code for p in plan.people.find("Lan Mẫu")] == ["lan-a", "lan-b"]
    assert [p.code for p in plan.people.find("lan-b")] == ["lan-b"]


def test_plans_that_overlap_are_a_problem_of_the_later_one():
    other = make_plan(base=PLAN_YAML.replace("từ: 01/08/2024", "từ: 01/09/2024"), code="2024-b")

    found = list(check_overlaps([PLAN, other]))

    assert [(p.path, p.line) for p in found] == [("content/ke-hoach/2024-b.yaml", 2)]
    assert "được thay từ: 01/09/2024" in found[0].hint
    assert found[0].hint.endswith("từ: 01/08/2025")


def test_namesakes_of_two_years_do_not_share_a_page_silently():
    later = PLAN_YAML.replace("01/08/2024", "01/08/2025").replace("31/07/2025", "31/07/2026")
    later = later[: later.index("học kỳ:")] + later[later.index("ban biên tập:") :]
    other = make_plan(base=later.replace("Hòa Mẫu", "Họa Mẫu"), code="2025-2026")
    same = make_plan(base=later.replace("Hòa Mẫu", "Hoà Mẫu"), code="2025-2026")

    assert ["Hòa Mẫu" in p.message for p in check_namesakes([PLAN, other])] == [True]
    assert list(check_namesakes([PLAN, same])) == []


def test_a_category_with_a_comma_in_its_name_is_one_category():
    quota = QUOTA.replace("tính theo", 'chuyên mục: "Gương người tốt, việc tốt", tính theo')

    assert make_plan(quota).quotas[0].categories == {"guong"}


def test_yaml_never_turns_words_into_other_things():
    plan = make_plan(
        base=PLAN_YAML.replace("tên: Hoạt động", "tên: no").replace("hoat-dong", "012")
    )

    assert [(c.code, c.name) for c in plan.categories][1] == ("012", "no")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("https://truongmau.example", "truongmau.example", "thiếu https://"),
        ("kế tục: [xa]", "kế tục: [xã]", "kế tục"),
        ("kế tục: [xa]", "kế tục: [phong]", "kế tục chính nơi ấy"),
        ("cấp: sở,", "cấp: sở, từ: 01/01/2025, đến: 31/12/2024,", "đứng trước ngày bắt đầu"),
        ("mã: so,", "mã: xa,", "dùng hai lần"),
        ("cấp: sở", "cấp: sơ", None),
        ("tên: Trường Mẫu\n", "", "Thiếu khóa “tên”"),
    ],
)
def test_a_slip_in_the_school_file_is_said(old, new, words):
    school, found = read_school("truong.yaml", SCHOOL_YAML.replace(old, new))

    if words is None:
        assert school
    else:
        assert [words in p.message for p in found] == [True]


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("https://truongmau.", "truongmau.", "Ghi:  địa chỉ trang: https://truongmau.example"),
        (
            "cấp trên:",
            "thư điện tử: mailto:a@truongmau.example\ncấp trên:",
            "Ghi:  thư điện tử: a@truongmau.example",
        ),
    ],
)
def test_an_address_that_is_nearly_right_is_shown_as_it_should_be(old, new, hint):
    _, (problem,) = read_school("truong.yaml", SCHOOL_YAML.replace(old, new))

    assert problem.hint == hint


def test_an_heir_called_by_its_name_is_shown_its_code():
    text = SCHOOL_YAML.replace("kế tục: [xa]", "kế tục: [Phòng VH-XH xã Mẫu]")

    _, (problem,) = read_school("truong.yaml", text)

    assert problem.hint == "Ghi mã:  xa"


FRAGMENTS = {
    "a level that no superior has": (
        QUOTA.replace("tính theo: nộp", "tính theo: gửi, nơi: [khác]"),
        "không có nơi nào ở cấp đó",
    ),
    "nobody": (QUOTA.replace("ai: mỗi tổ chuyên môn", "ai: []"), "chưa ghi giao cho ai"),
    "the school among groups": (
        QUOTA.replace("ai: mỗi tổ chuyên môn", "ai: [toàn trường, Tổ 1]"),
        "không ghi chung",
    ),
    "less than nothing": (QUOTA.replace("ít nhất: 1", "ít nhất: -2"), "không phải là một số"),
    "half an article": (QUOTA.replace("ít nhất: 1", 'ít nhất: "1,5"'), "không phải là một số"),
    "photos of a genre": (
        QUOTA.replace("tính theo: nộp", "tính theo: ảnh, thể loại: tin"),
        "Gói ảnh không có thể loại",
    ),
    "handed in somewhere": (
        QUOTA.replace("tính theo: nộp", "tính theo: nộp, nơi: [sở]"),
        "“nơi” chỉ dùng khi",
    ),
}


@pytest.mark.parametrize("name", FRAGMENTS)
def test_a_quota_that_could_be_misread_is_a_problem(name):
    fragment, words = FRAGMENTS[name]

    assert words in only(PLAN_YAML + "chỉ tiêu:\n" + fragment)[1]


def test_a_short_name_that_is_somebodys_alias_is_that_somebody():
    plan = make_plan(base=PLAN_YAML.replace("[Hòa Mẫu]", "[cô Phó]"))

    assert [p.name for p in plan.people.find("cô Phó")] == ["Phó Mẫu"]


def test_plans_that_share_a_counted_month_or_a_file_name_are_a_problem():
    first = make_plan(base=PLAN_YAML.replace("31/07/2025", "15/05/2025").replace("30/05", "15/05"))
    second = make_plan(
        base=PLAN_YAML.replace("từ: 01/08/2024", "từ: 16/05/2025")
        .replace("31/07/2025", "31/07/2026")
        .replace("05/09/2024", "05/09/2025")
        .replace("17/01/2025", "17/01/2026")
        .replace("20/01/2025", "20/01/2026")
        .replace("30/05/2025", "30/05/2026")
    )

    said = [p.message for p in check_overlaps([first, second])]

    assert any("Tháng 5/2025 tính chỉ tiêu ở cả" in message for message in said)
    assert any("Tên tệp trùng" in message for message in said)


@pytest.mark.parametrize("deep", ["[" * 900 + "]" * 900, "{a: " * 900 + "1" + "}" * 900])
def test_a_file_nested_without_end_is_said_and_raises_nothing(deep):
    assert problems(f"tên: {deep}\n")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("https://truongmau.example", "'https://[t'"),
        ("https://so.example", "'https://[t'"),
        ("cấp trên:", "kênh:\n  - {tên: Zalo, liên kết: 'javascript:alert(1)'}\ncấp trên:"),
    ],
)
def test_an_address_that_is_none_is_refused_in_the_school_file(old, new):
    school, found = read_school("truong.yaml", SCHOOL_YAML.replace(old, new))

    assert school is None
    assert found


def test_one_code_on_two_people_is_a_slip_of_copying():
    twice = "[{tên: Lam Mẫu, mã: gv-1}, {tên: Hoa Mẫu, mã: GV_1}]"

    assert "cùng mang mã" in only(PLAN_YAML.replace("[Hòa Mẫu]", twice))[1]


def test_a_person_is_found_by_the_code_as_written():
    plan = make_plan(base=PLAN_YAML.replace("[Hòa Mẫu]", "[{tên: Hòa Mẫu, mã: GV_01}]"))

    assert [p.name for p in plan.people.find("GV_01")] == ["Hòa Mẫu"]


def test_a_plan_of_several_years_says_so():
    text = PLAN_YAML.replace("đến: 31/07/2025", "đến: 31/07/2027")

    assert "kỳ: giai đoạn" in only(text)[2]


PHO = "{tên: Phó Mẫu, chức vụ: Phó hiệu trưởng, quyền: [duyệt]"


@pytest.mark.parametrize(
    ("written", "emails"),
    [
        ("pho@mau.example", ("pho@mau.example",)),
        ("[pho@mau.example, p@users.example]", ("pho@mau.example", "p@users.example")),
    ],
)
def test_a_board_member_has_one_address_or_several(written, emails):
    plan = make_plan(base=PLAN_YAML.replace(PHO, f"{PHO}, thư điện tử: {written}"))

    member = plan.board[1]
    assert member.person.emails == emails
    assert member.person.has_email("PHO@mau.example")
    assert not member.person.has_email("")


@pytest.mark.parametrize(
    ("written", "editors"),
    [
        (f"{PHO}, nhiệm vụ: Tổng biên tập", ["Phó Mẫu"]),
        (f"{PHO}, nhiệm vụ: tổng Biên Tập; phụ trách chung", ["Phó Mẫu"]),
        (PHO.replace("Phó hiệu trưởng", "Trưởng ban biên tập"), ["Phó Mẫu"]),
        (f"{PHO}, nhiệm vụ: Phó tổng biên tập", ["Hiệu Trưởng Mẫu"]),
        (PHO, ["Hiệu Trưởng Mẫu"]),
    ],
)
def test_the_editor_in_chief_is_who_the_plan_says_or_the_first_of_the_board(written, editors):
    plan = make_plan(base=PLAN_YAML.replace(PHO, written))

    assert [member.person.name for member in plan.editors_in_chief] == editors
