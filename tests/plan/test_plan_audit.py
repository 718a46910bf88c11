"""The audit of a plan: can what it asks for be done? Each finding with line, reason and remedy."""

from dataclasses import replace

import pytest
from sample import PLAN_YAML, SCHOOL, SCHOOL_YAML, day, make_plan

from newsroom.domain.plan.audit.audit import audit_of, audited
from newsroom.domain.problem import Level
from newsroom.intake.plan.school_file import read_school

ISSUED = PLAN_YAML.replace("từ: 01/08/2024", "ngày ban hành: 10/09/2024\ntừ: 01/08/2024")
TODAY = day("20/11/2024")


def plan_of(*lines, base=ISSUED, **changes):
    """The sample plan, issued on 10 September, with these lines behind it."""
    return make_plan(base=base + "".join(f"{line}\n" for line in lines), **changes)


def school_of(text):
    school, problems = read_school("content/truong.yaml", text)
    assert problems == []
    return school


def found(plan, *, school=SCHOOL, today=TODAY):
    return [(p.level, p.message, p.hint) for p in audited([plan], school, today)]


def only(plan, **given):
    (one,) = found(plan, **given)
    return one


def line_of(text, words):
    return next(n for n, line in enumerate(text.split("\n"), 1) if words in line)


def test_a_plan_that_can_be_kept_has_nothing_said_of_it():
    assert found(plan_of()) == []


def test_a_name_in_capitals_is_shown_as_pages_should_have_it():
    base = ISSUED.replace("[Hòa Mẫu]", "[TRẦN THỊ ĐÀO]")

    assert only(plan_of(base=base)) == (
        Level.ADVICE,
        "Tên “TRẦN THỊ ĐÀO” viết toàn chữ hoa, và lên trang đúng như thế.",
        "Ghi:  Trần Thị Đào",
    )


def quota(what="tính theo: nộp", per="tháng", at_least="ít nhất: 1, ", who="mỗi tổ chuyên môn"):
    return f"  - {{mã: q, nội dung: Q, ai: {who}, {at_least}mỗi: {per}, {what}}}"


@pytest.mark.parametrize(
    ("when", "said", "hint"),
    [
        ("31/07/2025", None, None),
        ("01/08/2025", "không có ngày nào", "khi: 31/07/2025"),
        ("01/08/2024", "01/08/2024 đứng trước ngày ban hành kế hoạch (10/09/2024)", "31/07/2025"),
        ("09/09/2024", "đứng trước ngày ban hành", "khi: 31/07/2025"),
        ("10/09/2024", None, None),
        ("trước ngày 10/09/2024", "09/09/2024 đứng trước ngày ban hành", None),
        ("15/10/2023", "không có ngày nào", "Ghi:  khi: 15/10/2024"),
        ("31/05/2026", "không có ngày nào", "Ghi:  khi: 31/05/2025"),
        ("trước ngày 31/05/2026", "không có ngày nào", "Ghi:  khi: trước ngày 31/05/2025"),
        ("5/8", "05/08/2024 đứng trước", None),
        ("31/5", None, None),
        ("ngày 9 hằng tháng", None, None),
        ("cuối học kỳ", None, None),
    ],
)
def test_a_deadline_lies_within_the_plan_and_not_before_it_was_issued(when, said, hint):
    plan = plan_of("hạn:", f"  - {{việc: Báo cáo, khi: {when}}}")

    every = found(plan)

    assert [said in message for _, message, _ in every] == ([True] if said else [])
    assert all((hint or "") in remedy for *_, remedy in every)
    assert {level for level, *_ in every} <= {Level.ADVICE}


def test_a_semester_deadline_or_quota_needs_semesters():
    base = ISSUED[: ISSUED.index("học kỳ:")] + ISSUED[ISSUED.index("ban biên tập:") :]
    plan = plan_of(
        "hạn:",
        "  - {việc: A, khi: cuối học kỳ}",
        "chỉ tiêu:",
        quota(per="học kỳ"),
        base=base,
    )

    assert [message for _, message, _ in found(plan)] == [
        "Hạn “A” không có ngày nào trong thời gian của kế hoạch.",
        "Chỉ tiêu tính theo học kỳ, nhưng kế hoạch chưa ghi học kỳ nào.",
    ]


@pytest.mark.parametrize(
    ("issued", "line", "hint"),
    [
        ("31/08/2024", None, None),
        ("30/09/2024", None, None),
        ("01/10/2024", "Kế hoạch tính tháng 9/2024, ", "tháng tính: từ tháng 10 đến tháng 5"),
        (
            "02/11/2024",
            "Kế hoạch tính tháng 9/2024, tháng 10/2024, nhưng đến 02/11/2024 mới ban hành",
            "tháng tính: từ tháng 11 đến tháng 5",
        ),
        ("02/05/2025", "tháng 9/2024", "tháng tính: [5]"),
        ("02/08/2025", "sau khi đã hết thời gian của nó (31/07/2025)", "ngày ban hành"),
    ],
)
def test_a_month_that_was_over_when_the_plan_came_out_is_not_counted(issued, line, hint):
    plan = plan_of("chỉ tiêu:", quota(), base=ISSUED.replace("10/09/2024", issued))

    every = found(plan)

    assert [line in message for _, message, _ in every] == ([True] if line else [])
    assert all(hint in remedy for *_, remedy in every)


def test_a_monthly_deadline_of_the_month_of_issue_that_was_over_is_said_once():
    base = ISSUED.replace("10/09/2024", "26/09/2024")
    plan = plan_of("hạn:", "  - {việc: Nộp bài, khi: ngày 25 hằng tháng}", base=base)

    assert [message for _, message, _ in found(plan)] == [
        "Kế hoạch tính tháng 9/2024, nhưng đến 26/09/2024 mới ban hành: những tháng ấy không ai"
        " phải nộp."
    ]


def test_a_plan_with_duties_says_when_it_was_issued():
    silent, asking = plan_of(base=PLAN_YAML), plan_of("chỉ tiêu:", quota(), base=PLAN_YAML)

    assert found(silent) == []
    level, message, hint = only(asking)
    assert (level, message.split(",")[0]) == (Level.ADVICE, "Kế hoạch chưa ghi ngày ban hành")
    assert "ngày ban hành: 01/08/2024" in hint
    assert found(plan_of("chỉ tiêu:", quota(at_least=""), base=PLAN_YAML)) == []


def test_whoever_says_from_when_quotas_count_is_not_asked_again():
    base = ISSUED.replace("10/09/2024", "02/11/2024\nchỉ tiêu từ: 01/09/2024")

    assert found(plan_of("chỉ tiêu:", quota(), base=base)) == []


@pytest.mark.parametrize(
    ("days", "is_told"),
    [
        ("từ: 31/05/2025, ", False),
        ("từ: 01/06/2025, ", True),
        ("đến: 01/09/2024, ", False),
        ("đến: 31/08/2024, ", True),
    ],
)
def test_a_quota_has_a_period_between_its_own_days(days, is_told):
    plan = plan_of("chỉ tiêu:", quota(f"{days}tính theo: nộp"))

    said = [message for _, message, _ in found(plan)]

    assert ["không có kỳ nào phải làm" in message for message in said] == [True] * is_told


@pytest.mark.parametrize(
    ("days", "remedy"),
    [
        ("từ: 01/06/2025", "Ghi:  từ: 01/09/2024"),
        ("đến: 31/08/2024", "Ghi:  đến: 31/05/2025"),
        ("từ: 01/06/2025, đến: 30/06/2025", "Ghi:  từ: 01/09/2024"),
        ("từ: 01/08/2024, đến: 31/08/2024", "Ghi:  đến: 31/05/2025"),
    ],
)
def test_the_day_that_leaves_a_quota_no_period_is_the_one_to_change(days, remedy):
    line = quota(f"tính theo: nộp, {days}")

    _, message, hint = only(plan_of("chỉ tiêu:", line))
    key = remedy.split()[1]
    mended = ", ".join(
        remedy.removeprefix("Ghi:  ") if day.startswith(key) else day for day in days.split(", ")
    )

    assert "không có kỳ nào" in message
    assert hint == remedy
    assert found(plan_of("chỉ tiêu:", quota(f"tính theo: nộp, {mended}"))) == []


def test_a_line_that_leaves_every_quota_without_a_period_is_told_once():
    quotas = [quota(), quota(per="học kỳ").replace("mã: q, nội dung: Q", "mã: r, nội dung: R")]

    _, message, hint = only(plan_of("chỉ tiêu từ: 01/07/2025", "chỉ tiêu:", *quotas))

    assert "Chỉ tiêu “Q”, “R” không có kỳ nào" in message
    assert hint == "Ghi:  chỉ tiêu từ: 01/09/2024"


@pytest.mark.parametrize(
    ("levels", "said", "hint"),
    [
        ("ít nhất: 2, phấn đấu: 3, ", None, None),
        ("ít nhất: 2, phấn đấu: 2, ", "phấn đấu 2, không hơn mức ít nhất (2)", "phấn đấu: 3"),
        ("ít nhất: 2, phấn đấu: 1, ", "phấn đấu 1, không hơn mức ít nhất (2)", "phấn đấu: 3"),
        ("ít nhất: 0, ", "ghi số 0", "bỏ dòng này"),
        ("phấn đấu: 0, ", "ghi số 0", "bỏ dòng này"),
        ("", None, None),
    ],
)
def test_what_is_striven_for_is_more_than_what_is_asked(levels, said, hint):
    told = found(plan_of("chỉ tiêu:", quota(at_least=levels)))

    assert [(said in message, hint in remedy) for _, message, remedy in told] == [(True, True)] * (
        said is not None
    )


def test_semesters_cover_the_months_that_count():
    plan = plan_of(base=ISSUED.replace("đến tháng 5", "đến tháng 7"))

    (problem,) = audited([plan], SCHOOL, TODAY)

    assert problem.line == line_of(ISSUED, "tháng tính")
    assert "tháng 6/2025, tháng 7/2025, nhưng không học kỳ nào có" in problem.message
    assert "tháng tính: từ tháng 9 đến tháng 5" in problem.hint


def test_disclosures_and_topics_lie_within_the_plan():
    plan = plan_of(
        "công khai:",
        "  - {nội dung: Thu, hạn: 30/09/2026}",
        "  - {nội dung: Chi, hạn: 30/9}",
        "chủ đề:",
        "  - {nội dung: Đọc sách, khi: tháng 9}",
        base=ISSUED.replace("01/08/2024", "01/09/2024").replace("31/07/2025", "31/05/2025"),
    )
    beyond = replace(plan, topics=(replace(plan.topics[0], months=(7, 9)),))

    assert [message for _, message, _ in found(plan)] == [
        "Hạn của “Thu” không rơi vào thời gian của kế hoạch."
    ]
    assert (
        "Chủ đề “Đọc sách” ghi tháng 7, nằm ngoài thời gian của kế hoạch.",
        "Ghi:  khi: [9]",
    ) in [(message, hint) for _, message, hint in found(beyond)]


# --- Destinations -------------------------------------------------------------------------------

LATER = ISSUED
for years in ((2025, 2026), (2024, 2025)):
    LATER = LATER.replace(f"/{years[0]}", f"/{years[1]}")


def sent(places, per="tháng", measure="gửi"):
    return quota(f"tính theo: {measure}, nơi: {places}", per=per, who="toàn trường")


def test_a_destination_that_ended_is_replaced_by_its_heirs():
    plan = plan_of("chỉ tiêu:", sent("[phong, so]"), base=LATER)

    assert only(plan, today=day("20/11/2025")) == (
        Level.ADVICE,
        "Chỉ tiêu “Q” gửi Phòng GD&ĐT Mẫu, nơi đã thôi từ 30/06/2025.",
        "Ghi:  nơi: [xa, so]",
    )


@pytest.mark.parametrize("places", ["[phong, xa]", "[Phòng]", "[cấp trên]", "[xã, sở]", "[sở]"])
def test_an_heir_among_the_destinations_is_enough(places):
    assert found(plan_of("chỉ tiêu:", sent(places), base=LATER), today=day("20/11/2025")) == []


def test_a_quota_whose_only_destination_is_gone_has_nowhere_to_go():
    plan = plan_of("chỉ tiêu:", sent("[phong]"), base=LATER)

    _, message, hint = only(plan, today=day("20/11/2025"))

    assert message == "Chỉ tiêu “Q” không có nơi nào nhận: Phòng GD&ĐT Mẫu đã thôi từ 30/06/2025."
    assert hint == "Ghi:  nơi: [xa]"


def test_one_that_ends_in_mid_plan_is_asked_of_each_period():
    summer = ISSUED.replace("đến tháng 5", "đến tháng 7").replace("30/05/2025", "31/07/2025")
    plan = plan_of("chỉ tiêu:", sent("[phong]"), base=summer)

    assert only(plan)[1].startswith("Chỉ tiêu “Q” không có nơi nào nhận trong tháng 7/2025: ")
    assert found(plan_of("chỉ tiêu:", sent("[phong]"))) == []
    assert found(plan_of("chỉ tiêu:", sent("[phong]", per="năm"))) == []


def test_one_that_is_not_there_yet_takes_nothing_yet():
    plan = plan_of("chỉ tiêu:", sent("[xa]"))

    assert only(plan)[1] == (
        "Chỉ tiêu “Q” không có nơi nào nhận: Phòng VH-XH xã Mẫu đến 01/07/2025 mới có."
    )


def test_a_district_office_without_an_end_ended_all_the_same():
    school = school_of(SCHOOL_YAML.replace(", đến: 30/06/2025,\n     kế tục: [xa]", ""))
    plan = plan_of("chỉ tiêu:", sent("[phong, so]"), base=LATER)

    assert found(plan, school=school, today=day("30/06/2025"))[0][1:] == (
        "Chỉ tiêu “Q” gửi Phòng GD&ĐT Mẫu, nơi đã thôi từ 30/06/2025.",
        "Ghi:  nơi: [so]",
    )
    told = audited([plan], school, day("01/07/2025"))[-1]
    assert (told.path, told.line) == ("content/truong.yaml", 4)
    assert told.hint == "Ghi:  đến: 30/06/2025  và  kế tục: [xa, so]"


def test_deadlines_and_points_have_living_destinations_too():
    plan = plan_of(
        "hạn:",
        "  - {việc: Báo cáo, khi: 31/5, nơi: [phong]}",
        "điểm:",
        "  - {nội dung: Được Phòng đăng, tính theo: được đăng, nơi: [phong], điểm: 2}",
        base=LATER,
    )

    said = [message.split(":")[0] for _, message, _ in found(plan, today=day("20/11/2025"))]
    assert said == [
        "Hạn “Báo cáo” không có nơi nào nhận",
        "Điểm “Được Phòng đăng” không có nơi nào nhận",
    ]


def test_a_group_that_has_nobody_or_no_day_in_the_plan_is_said():
    nobody = plan_of(base=ISSUED.replace(", thành viên: [Hòa Mẫu]", ""))
    gone = plan_of(base=ISSUED.replace("thành viên: [Hòa Mẫu]", "đến: 31/07/2024, thành viên: [H]"))

    assert only(nobody)[1:] == (
        "Tổ 2 chưa có ai: không biết ai viết bài của tổ.",
        "Thêm dòng  thành viên: [Họ Và Tên]",
    )
    assert "Tổ 2 không có ngày nào trong thời gian của kế hoạch (đến 31/07/2024)" in only(gone)[1]


def test_a_quota_has_a_living_group_in_every_period():
    base = ISSUED.replace("thành viên: [Đội Mẫu]", "đến: 15/01/2025, thành viên: [Đội Mẫu]")
    plan = plan_of("chỉ tiêu:", quota(who="mỗi đoàn thể"), base=base)

    _, message, hint = only(plan)

    assert message == ("Chỉ tiêu “Q” không giao cho tổ nào trong tháng 2/2025 đến tháng 5/2025.")
    assert "ai: bgh" in hint


def test_a_member_of_the_board_serves_on_a_day_of_the_plan():
    plan = plan_of(base=ISSUED.replace("quyền: [kiểm định]", "quyền: [kiểm định], đến: 01/07/2024"))

    said = [message for _, message, _ in found(plan)]

    assert any("Kiểm Tra Mẫu không ở ban biên tập ngày nào" in message for message in said)


def test_a_right_written_in_two_ways_is_one_slip_and_its_remedy_ends_it():
    slip = ISSUED.replace("cần duyệt: [tài chính]", "cần duyệt: [tài chánh]")
    both = slip.replace("quyền: [tài chính]", "quyền: [duyệt, tài chính]")

    _, message, hint = only(plan_of(base=both))

    assert message == "Quyền “tài chính” của Kế Toán Mẫu không chuyên mục nào cần."
    assert hint == "Có phải là “tài chánh”? Ghi:  quyền: [duyệt, tài chánh]"
    typed = hint.partition("Ghi:  ")[2]
    assert found(plan_of(base=both.replace("quyền: [duyệt, tài chính]", typed))) == []


def test_a_right_that_nobody_has_is_a_slip_in_its_category():
    more = ISSUED.replace("cần duyệt: [kiểm định]", "cần duyệt: [tổ trưởng, tài chánh, kiểm định]")

    told = {message: hint for _, message, hint in found(plan_of(base=more))}

    (hint,) = (hint for message, hint in told.items() if "cần người duyệt “tài chánh”" in message)
    assert hint == "Có phải là “tài chính”? Ghi:  cần duyệt: [tổ trưởng, tài chính, kiểm định]"


def test_of_a_plan_that_came_out_when_it_was_over_only_that_is_said():
    late = ISSUED.replace("ban hành: 10/09/2024", "ban hành: 10/09/2025")

    _, message, _ = only(plan_of("hạn:", "  - {việc: H, khi: 31/05/2025}", base=late))

    assert "sau khi đã hết thời gian" in message


@pytest.mark.parametrize(
    ("begins", "gap"),
    [("01/08/2025", None), ("02/08/2025", "01/08/2025 đến 01/08/2025"), ("01/09/2025", "31/08")],
)
def test_two_plans_follow_without_a_gap(begins, gap):
    later = LATER.replace("từ: 01/08/2025", f"từ: {begins}")
    plans = [plan_of(), plan_of(base=later, code="2025-2026")]

    told = audited(plans, SCHOOL, TODAY)

    assert [gap in problem.message for problem in told] == ([True] if gap else [])
    for problem in told:
        assert problem.path == "content/ke-hoach/2025-2026.yaml"
        assert problem.line == line_of(later, "từ: ")
        assert problem.hint == "Ghi:  từ: 01/08/2025"
        assert problem.level is Level.ADVICE


def test_a_gap_of_years_is_not_filled_by_one_plan():
    much_later = LATER.replace("/2026", "/2029").replace("/2025", "/2028")
    plans = [plan_of(), plan_of(base=much_later, code="2028-2029")]

    (problem,) = audited(plans, SCHOOL, TODAY)

    assert problem.hint == "Thêm vào ke-hoach/ tệp kế hoạch của thời gian ấy."


@pytest.mark.parametrize(("today", "is_told"), [("31/07/2025", False), ("01/08/2025", True)])
def test_the_end_of_the_last_plan_is_said(today, is_told):
    told = audited([plan_of()], SCHOOL, day(today))

    assert bool(told) is is_told
    assert all("python3 tasks.py new-year" in problem.hint for problem in told)


def test_what_a_plan_says_is_said_at_its_own_line():
    text = ISSUED + "hạn:\n  - việc: Báo cáo\n    khi: 31/05/2030\n"

    (problem,) = audited([make_plan(base=text)], SCHOOL, TODAY)

    assert problem.line == line_of(text, "khi: 31/05/2030")
    assert len(list(audit_of(make_plan(base=text), SCHOOL))) == 1
