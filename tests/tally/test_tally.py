"""Every quota sentence of the five plans, as a plan fragment with articles and verdicts."""

import pytest
from sample import (
    PLAN,
    PLAN_YAML,
    SCHOOL,
    approved,
    day,
    make_article,
    make_evaluation,
    make_plan,
    returned,
    tally_rows,
    waiting,
    withdrawn,
)

from newsroom.domain.content.photo_package import PhotoPackage
from newsroom.domain.content.submission import Submission, SubmissionKind
from newsroom.domain.plan.category import Genre
from newsroom.domain.plan.measure import Measure
from newsroom.domain.tally.contributions import EventLog
from newsroom.domain.tally.tally import tally_of_people
from newsroom.vocabulary.tally import count_in_words, periods_met_in_words, verdict_in_words


def quota(code, who, per="tháng", measure="nộp", at_least="ít nhất: 1, ", **more):
    extra = "".join(f", {key.replace('_', ' '):s}: {value}" for key, value in more.items())
    return (
        f"  - {{mã: {code}, nội dung: {code}, ai: {who}, {at_least}"
        f"mỗi: {per}, tính theo: {measure}{extra}}}\n"
    )


def said(row, period):
    """The cell as people read it: "1/1 đạt"."""
    cell = row.cell(period)
    return cell and f"{count_in_words(cell)} {verdict_in_words(cell.verdict)}"


def sent_to(code, on, kind=SubmissionKind.SENT):
    return Submission(kind=kind, office=SCHOOL.office(code), on=day(on))


def carried_by(code, on):
    return sent_to(code, on, SubmissionKind.CARRIED)


# The sentences


def test_q1_the_principals_office_sends_one_a_month_to_the_phong_and_publishes_it_here():
    # S0 III.1: “mỗi tháng ít nhất một bài để tổ chức tuyên truyền trên website của Phòng và trên
    # các báo, đài địa phương, và đăng trên trang website của nhà trường”
    quotas = quota("gui", "BGH", measure="gửi", nơi="[Phòng, báo]") + quota(
        "dang", "BGH", measure="đăng"
    )
    articles = [
        make_article(
            "10/09/2024",
            groups=["bgh"],
            authors=["Hiệu Trưởng Mẫu"],
            submissions=(sent_to("phong", "12/09/2024"),),
        ),
        make_article(
            "10/10/2024",
            groups=["bgh"],
            authors=["Hiệu Trưởng Mẫu"],
            submissions=(sent_to("bao", "12/10/2024"),),
        ),
        make_article("10/11/2024", groups=["bgh"], authors=["Hiệu Trưởng Mẫu"]),
    ]

    rows = tally_rows(quotas, articles, "05/12/2024")

    assert [said(rows["gui--bgh"], m) for m in ("2024-09", "2024-10", "2024-11")] == [
        "1/1 đạt",
        "1/1 đạt",
        "0/1 thiếu 1",
    ]
    assert said(rows["dang--bgh"], "2024-11") == "1/1 đạt"


def test_q2_each_group_hands_in_one_a_month_and_gets_it_approved():
    # S0 III.2: “mỗi tháng ít nhất 1 bài về bộ phận chuyên môn của nhà trường để duyệt, đăng”
    quotas = quota("nop", "mỗi tổ chuyên môn") + quota(
        "duyet", "mỗi tổ chuyên môn", measure="duyệt"
    )
    articles = [
        make_article("10/09/2024", approved("Phó Mẫu", "11/09/2024")),
        waiting(make_article("10/09/2024", groups=["to-2"], authors=["Hòa Mẫu"])),
    ]

    rows = tally_rows(quotas, articles, "05/10/2024")

    assert said(rows["nop--to-1"], "2024-09") == "1/1 đạt"
    assert said(rows["nop--to-2"], "2024-09") == "1/1 đạt"
    assert said(rows["duyet--to-1"], "2024-09") == "1/1 đạt"
    assert said(rows["duyet--to-2"], "2024-09") == "0/1 thiếu 1"


def test_q3_short_news_is_counted_apart_from_articles():
    # S0 III.2: “Định kỳ hàng tháng cung cấp thông tin về hoạt động … tại tổ mình”
    quotas = quota("tin", "mỗi tổ chuyên môn", thể_loại="[tin]")
    articles = [
        make_article("10/09/2024", genre=Genre.NEWS),
        make_article("12/09/2024", genre=Genre.ARTICLE),
    ]

    rows = tally_rows(quotas, articles, "05/10/2024")

    assert said(rows["tin--to-1"], "2024-09") == "1/1 đạt"
    assert said(rows["tin--to-2"], "2024-09") == "0/1 thiếu 1"


def test_q4_one_article_a_month_about_good_people():
    # S3 III: “hàng tháng xây dựng 01 bài viết về tấm gương người tốt, việc tốt … đăng tải lên
    # trang Webesit của đơn vị”
    quotas = quota("guong", "toàn trường", "hàng tháng", "đăng", chuyên_mục="[Điển hình tiên tiến]")
    articles = [
        make_article("10/09/2024", category="guong"),
        make_article("10/10/2024", category="hoat-dong"),
        waiting(make_article("10/11/2024", category="guong")),
        make_article("02/12/2024", category="guong"),
        make_article("03/12/2024", category="guong"),
    ]

    rows = tally_rows(quotas, articles, "15/01/2025")

    assert [said(rows["guong"], f"2024-{m}") for m in ("09", "10", "11", "12")] == [
        "1/1 đạt",
        "0/1 thiếu 1",
        "0/1 thiếu 1",
        "2/1 vượt 1",
    ]
    assert said(rows["guong"], "2025-01") == "0/1 đang tính"
    assert said(rows["guong"], "2025-02") == "0/1 chưa tới"


@pytest.mark.parametrize(
    ("who", "row"), [("mỗi tổ chuyên môn", "nop--to-1"), ("mỗi đoàn thể", "nop--doi")]
)
def test_q5_q6_each_group_of_a_kind_hands_in_news_or_an_article(who, row):
    # S4 III.4b, III.5b: “Hằng tháng tuyển chọn và nộp về cho bộ phận phụ trách truyền thông của
    # nhà trường ít nhất 1 tin, bài”
    quotas = quota("nop", who, "hằng tháng", thể_loại="[tin, bài]")
    group = row.split("--")[1]
    articles = [
        waiting(make_article("03/10/2024", groups=[group], submitted="30/09/2024")),
        make_article("10/11/2024", groups=[group], genre=Genre.NEWS),
        make_article("11/11/2024", groups=[group], genre=Genre.VIDEO),
    ]

    rows = tally_rows(quotas, articles, "05/12/2024")

    assert [said(rows[row], m) for m in ("2024-09", "2024-10", "2024-11")] == [
        "1/1 đạt",
        "0/1 thiếu 1",
        "1/1 đạt",
    ]


def test_q7_the_schools_own_floor_of_people_and_activities():
    # S4 III.6: “Đăng các bài viết về con người và hoạt động của nhà trường, ít nhất 1 bài/tháng”
    quotas = quota(
        "con-nguoi", "toàn trường", measure="đăng", chuyên_mục="[Người tốt việc tốt, Hoạt động]"
    )
    articles = [
        make_article("10/09/2024", category="hoat-dong"),
        make_article("10/10/2024", category="guong"),
        make_article(
            "10/11/2024",
            approved("Phó Mẫu", "10/11/2024"),
            approved("Kế Toán Mẫu", "10/11/2024"),
            category="tai-chinh",
        ),
    ]

    rows = tally_rows(quotas, articles, "05/12/2024")

    assert [said(rows["con-nguoi"], m) for m in ("2024-09", "2024-10", "2024-11")] == [
        "1/1 đạt",
        "1/1 đạt",
        "0/1 thiếu 1",
    ]


def test_q8_two_sent_a_month_and_two_carried():
    # S4 III.6: “Gửi bài về Phòng ít nhất 2 bài/tháng, phần đầu có 2 bài đăng trên trang website
    # của Phòng GDDT và Sở GDDT”
    quotas = quota(
        "gui", "toàn trường", measure="gửi", at_least="ít nhất: 2, ", nơi="[phong]"
    ) + quota(
        "dang", "toàn trường", measure="được đăng", at_least="ít nhất: 2, ", nơi="[Phòng, Sở]"
    )
    articles = [
        make_article(
            "10/09/2024",
            submissions=(sent_to("phong", "12/09/2024"), carried_by("so", "02/10/2024")),
        ),
        make_article("11/09/2024", submissions=(sent_to("phong", "30/09/2024"),)),
        make_article("12/09/2024", submissions=(sent_to("so", "13/09/2024"),)),
    ]

    rows = tally_rows(quotas, articles, "05/11/2024")

    assert said(rows["gui"], "2024-09") == "2/2 đạt"
    assert said(rows["gui"], "2024-10") == "0/2 thiếu 2"
    assert said(rows["dang"], "2024-09") == "0/2 thiếu 2"
    assert said(rows["dang"], "2024-10") == "1/2 thiếu 1"


def test_q9_two_a_month_on_the_sectors_pages():
    # S4 IV.1b: “Tin và bài của nhà trường đưa lên Website của ngành: mỗi tháng 02 tin bài”
    quotas = quota("nganh", "toàn trường", measure="gửi", at_least="ít nhất: 02, ", nơi="[ngành]")
    articles = [
        make_article("10/09/2024", submissions=(sent_to("phong", "12/09/2024"),)),
        make_article("11/09/2024", submissions=(sent_to("so", "12/09/2024"),)),
        make_article("12/09/2024", submissions=(sent_to("bao", "12/09/2024"),)),
    ]

    rows = tally_rows(quotas, articles, "05/10/2024")

    assert said(rows["nganh"], "2024-09") == "2/2 đạt"


def test_q10_encouragement_has_a_count_and_no_target():
    # S1: “Khuyến khích cán bộ, giáo viên chủ động viết tin bài”
    quotas = quota("khuyen-khich", "toàn trường", at_least="")
    articles = [make_article("10/09/2024"), make_article("11/09/2024")]

    rows = tally_rows(quotas, articles, "05/10/2024")
    people = tally_of_people(PLAN, EventLog.of(make_evaluation(articles, "05/10/2024")))

    assert said(rows["khuyen-khich"], "2024-09") == "2 khuyến khích"
    assert {p.person.name: p.counts[Measure.SUBMITTED] for p in people}["Lan Mẫu"] == 2


def test_p1_choosing_what_to_forward_is_a_second_decision():
    # S0 III.2: “để duyệt, đăng trên website của nhà trường và phê duyệt những bài chất lượng gửi
    # về Phòng và trên các báo, đài địa phương”
    quotas = quota("dang", "mỗi tổ chuyên môn", measure="đăng") + quota(
        "gui", "toàn trường", measure="gửi", nơi="[Phòng, báo, đài]"
    )
    articles = [
        make_article("10/09/2024", submissions=(sent_to("phong", "12/09/2024"),)),
        make_article("11/09/2024", groups=["to-2"], authors=["Hòa Mẫu"]),
    ]

    rows = tally_rows(quotas, articles, "05/10/2024")

    assert said(rows["dang--to-2"], "2024-09") == "1/1 đạt"
    assert said(rows["gui"], "2024-09") == "1/1 đạt"


def test_p2_nothing_counts_as_sent_before_it_is_approved():
    # S1: “Thẩm định nội dung … trước khi gửi về Trung tâm Truyền thông của Bộ GD&ĐT”
    quotas = quota("bo", "toàn trường", measure="gửi", nơi="[bộ]")
    sent = make_article("10/09/2024", submissions=(sent_to("bo", "12/09/2024"),))

    assert said(tally_rows(quotas, [sent], "05/10/2024")["bo"], "2024-09") == "1/1 đạt"
    assert said(tally_rows(quotas, [waiting(sent)], "05/10/2024")["bo"], "2024-09") == "0/1 thiếu 1"


def test_p4_p5_an_article_without_its_second_approval_is_handed_in_but_not_published():
    quotas = quota("nop", "mỗi tổ chuyên môn") + quota("dang", "mỗi tổ chuyên môn", measure="đăng")
    article = make_article("10/09/2024", approved("Phó Mẫu", "10/09/2024"), category="tai-chinh")

    rows = tally_rows(quotas, [article], "05/10/2024")

    assert said(rows["nop--to-1"], "2024-09") == "1/1 đạt"
    assert said(rows["dang--to-1"], "2024-09") == "0/1 thiếu 1"
    assert rows["nop--to-1"].cell("2024-09").articles == ()
    assert rows["nop--to-1"].cell("2024-09").unseen == 1


def test_d1_d3_destinations_are_named_by_name_alias_level_or_the_sector():
    # S3 II: “Báo Sơn La, Đài …, Phòng Giáo dục và Đào tạo huyện”; S1: “Trung tâm … của Bộ”
    plan = make_plan(
        quota("ten", "toàn trường", measure="gửi", nơi="[Báo Mẫu]")
        + quota("cap", "toàn trường", measure="gửi", nơi="[bộ, báo]")
        + quota("bi-danh", "toàn trường", measure="gửi", nơi="[Phòng]")
    )

    assert [set(q.destinations) for q in plan.quotas] == [
        {"bao"},
        {"bo", "bao"},
        # Both offices that bore the name: the district's until 30/6/2025 and its successor.
        {"phong", "xa"},
    ]


def test_d2_sent_and_carried_count_each_in_its_own_month():
    # S1: “gửi đăng trên Website Ngành …” – gửi ngày, đăng ngày, link
    quotas = quota("gui", "toàn trường", measure="gửi") + quota(
        "dang", "toàn trường", measure="được đăng"
    )
    article = make_article(
        "30/09/2024",
        submissions=(sent_to("so", "01/10/2024"), carried_by("so", "02/11/2024")),
    )

    rows = tally_rows(quotas, [article], "05/12/2024")

    assert said(rows["gui"], "2024-10") == "1/1 đạt"
    assert said(rows["dang"], "2024-11") == "1/1 đạt"
    assert rows["gui"].cell("2024-09").count == 0


# The rules behind them


def test_an_article_of_two_groups_counts_for_each_and_once_for_the_school():
    quotas = quota("to", "mỗi tổ chuyên môn") + quota("truong", "toàn trường")

    rows = tally_rows(quotas, [make_article("10/09/2024", groups=["to-1", "to-2"])], "05/10/2024")

    assert rows["to--to-1"].cell("2024-09").count == 1
    assert rows["to--to-2"].cell("2024-09").count == 1
    assert rows["truong"].cell("2024-09").count == 1


def test_sent_to_two_offices_it_is_still_one_article():
    quotas = quota("gui", "toàn trường", measure="gửi")
    article = make_article(
        "10/09/2024", submissions=(sent_to("so", "12/09/2024"), sent_to("phong", "13/09/2024"))
    )

    assert tally_rows(quotas, [article], "05/10/2024")["gui"].cell("2024-09").count == 1


def test_months_that_the_plan_leaves_out_carry_no_quota():
    rows = tally_rows(quota("to", "mỗi tổ chuyên môn"), [make_article("10/06/2025")], "30/07/2025")

    assert rows["to--to-1"].cell("2025-06") is None
    assert rows["to--to-1"].cell("2024-08") is None
    assert len(rows["to--to-1"].cells) == 9


def test_a_group_owes_nothing_before_it_exists_or_after():
    base = PLAN_YAML.replace("{mã: to-2, tên: Tổ 2,", "{mã: to-2, tên: Tổ 2, từ: 01/02/2025,")

    rows = tally_rows(quota("to", "mỗi tổ chuyên môn"), [], "30/07/2025", base=base)

    assert list(rows["to--to-2"].cells) == ["2025-02", "2025-03", "2025-04", "2025-05"]


def test_a_rich_month_does_not_make_up_for_an_empty_one():
    articles = [make_article(f"{n:02}/09/2024") for n in range(10, 15)]

    row = tally_rows(quota("to", "mỗi tổ chuyên môn"), articles, "01/02/2025")["to--to-1"]

    assert said(row, "2024-09") == "5/1 vượt 4"
    assert said(row, "2024-2025-hk1") == "5/5 thiếu 4"
    assert periods_met_in_words(row.cell("2024-2025-hk1")) == "đạt 1/5 tháng"


def test_a_month_belongs_to_the_semester_that_holds_most_of_its_days():
    january = next(month for month in PLAN.months if month.number == 1)

    assert PLAN.semester_of(january).name == "Học kỳ I"


def test_a_running_total_says_short_only_of_months_that_are_over():
    articles = [make_article("10/09/2024"), make_article("10/10/2024")]

    row = tally_rows(quota("to", "mỗi tổ chuyên môn"), articles, "15/11/2024")["to--to-1"]

    assert said(row, "2024-11") == "0/1 đang tính"
    assert said(row, "2024-2025-hk1") == "2/5 đang tính"
    assert said(row, "2024-2025-hk2") == "0/4 chưa tới"


def test_a_semester_quota_has_a_cell_a_semester_and_a_year_total():
    row = tally_rows(
        quota("hk", "toàn trường", "học kỳ", "đăng", at_least="ít nhất: 2, "),
        [make_article("10/09/2024"), make_article("10/10/2024")],
        "01/06/2025",
    )["hk"]

    assert said(row, "2024-2025-hk1") == "2/2 đạt"
    assert said(row, "2024-2025-hk2") == "0/2 thiếu 2"
    assert said(row, "2024-2025") == "2/4 thiếu 2"


def test_photo_packages_count_once_for_each_time_they_are_handed_in():
    # H2 (S0 III.2): “… gửi file điện tử về bộ phận chuyên môn của nhà trường vào cuối mỗi học kì”
    packages = [PhotoPackage(group="to-1", on=day("10/01/2025"), pictures=20)]

    rows = tally_rows(
        quota("anh", "mỗi tổ chuyên môn", "học kỳ", "ảnh"), [], "01/02/2025", packages=packages
    )

    assert said(rows["anh--to-1"], "2024-2025-hk1") == "1/1 đạt"
    assert said(rows["anh--to-2"], "2024-2025-hk1") == "0/1 thiếu 1"
    assert said(rows["anh--to-1"], "2024-2025-hk2") == "0/1 đang tính"


@pytest.mark.parametrize("decision", [returned, withdrawn])
def test_what_was_taken_back_stays_handed_in_and_is_no_longer_published(decision):
    quotas = quota("nop", "toàn trường") + quota("dang", "toàn trường", measure="đăng")
    article = make_article(
        "10/09/2024", approved("Phó Mẫu", "10/09/2024"), decision("Phó Mẫu", "12/09/2024")
    )

    rows = tally_rows(quotas, [article], "05/10/2024")

    assert rows["nop"].cell("2024-09").count == 1
    assert rows["dang"].cell("2024-09").count == 0


def test_an_approved_article_counts_as_approved_before_its_day_comes():
    quotas = quota("duyet", "toàn trường", measure="duyệt") + quota(
        "dang", "toàn trường", measure="đăng"
    )
    article = make_article("10/12/2024", approved("Phó Mẫu", "20/11/2024"))

    rows = tally_rows(quotas, [article], "30/11/2024")

    assert said(rows["duyet"], "2024-11") == "1/1 đạt"
    assert rows["dang"].cell("2024-12").count == 0


def test_a_plan_of_several_years_counts_by_year_and_term():
    # T6 (S2): “Truyền thông về giáo dục và đào tạo giai đoạn 2017 – 2020”
    base = (
        PLAN_YAML.replace("từ: 01/08/2024\nđến: 31/07/2025", "từ: 01/09/2017\nđến: 31/08/2020")
        .replace("  - {tên: Học kỳ I, từ: 05/09/2024, đến: 17/01/2025}\n", "")
        .replace("  - {tên: Học kỳ II, từ: 20/01/2025, đến: 30/05/2025}\n", "")
        .replace("học kỳ:\n", "kỳ: giai đoạn\n")
    )
    quotas = quota("nam", "toàn trường", "năm", at_least="ít nhất: 2, ") + quota(
        "ky", "toàn trường", "cả kỳ", at_least="ít nhất: 3, "
    )
    plan = make_plan(base=base)
    articles = [
        make_article(on, approved("Phó Mẫu", on), plan=plan)
        for on in ("10/09/2017", "10/10/2017", "10/11/2018")
    ]

    rows = tally_rows(quotas, articles, "01/09/2020", base=base)

    assert [said(rows["nam"], y) for y in ("2017-2018", "2018-2019", "2019-2020")] == [
        "2/2 đạt",
        "1/2 thiếu 1",
        "0/2 thiếu 2",
    ]
    assert said(rows["nam"], "2024-2025") == "3/6 thiếu 3"
    assert said(rows["ky"], "2024-2025") == "3/3 đạt"


def test_every_article_behind_a_number_is_named_and_public():
    public, unseen = make_article("10/09/2024"), waiting(make_article("11/09/2024"))

    cell = tally_rows(quota("to", "mỗi tổ chuyên môn"), [public, unseen], "05/10/2024")[
        "to--to-1"
    ].cell("2024-09")

    assert cell.count == 2
    assert [article.path for article in cell.articles] == [public.path]


def test_a_school_year_from_any_day_to_any_day_is_one_year():
    base = PLAN_YAML.replace("từ: 01/08/2024", "từ: 29/08/2024").replace(
        "đến: 31/07/2025", "đến: 28/08/2025"
    )

    assert make_plan(base=base).years == (make_plan(base=base).term,)


def test_what_happened_before_the_plan_began_counts_in_no_month_of_it():
    base = PLAN_YAML.replace("từ: 01/08/2024", "từ: 05/09/2024")
    before = make_article("04/09/2024")

    rows = tally_rows(quota("to", "mỗi tổ chuyên môn"), [before], "05/10/2024", base=base)

    assert said(rows["to--to-1"], "2024-09") == "0/1 thiếu 1"
