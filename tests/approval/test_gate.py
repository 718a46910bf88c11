"""The gate: who may let an article out, and what keeps it in. Requirements P1 to P5."""

from dataclasses import replace

import pytest
from sample import (
    PLAN,
    PLAN_YAML,
    approved,
    day,
    make_article,
    make_plan,
    returned,
    waiting,
    withdrawn,
)

from newsroom.domain.approval.blocker import BlockerKind
from newsroom.domain.approval.gate import judge, removed_on, sound_corrections
from newsroom.domain.content.content_item import NO_DATE, StandingPage
from newsroom.domain.content.decisions import DecisionKind
from newsroom.domain.message import Message
from newsroom.domain.problem import Level, Problem

TODAY = day("30/11/2024")


def kinds(article, plans=(PLAN,), today=TODAY):
    return [reason.kind for reason in judge(article, plans, today).reasons]


def test_an_article_approved_by_the_board_is_public():
    article = make_article("12/11/2024", approved("Phó Mẫu", "12/11/2024"))

    assert kinds(article) == []


def test_an_article_without_approval_waits():
    # P3 (S3): “các bài viết phải được thẩm định nội dung … trước khi công bố”
    assert kinds(waiting(make_article("12/11/2024"))) == [BlockerKind.WAITING]


@pytest.mark.parametrize("name", ["cô Phó", "PHÓ MẪU", "phó  mẫu"])
def test_a_board_member_is_known_by_every_way_of_writing_the_name(name):
    article = make_article("12/11/2024", approved(name, "12/11/2024"))

    assert kinds(article) == []


def test_somebody_not_on_the_board_cannot_approve():
    article = make_article("12/11/2024", approved("Hòa Mẫu", "12/11/2024"))

    assert BlockerKind.NOT_ON_BOARD in kinds(article)


@pytest.mark.parametrize("name", ["Phó Mẫu", "cô Phó", "PHÓ MẪU"])
def test_an_author_cannot_approve_their_own_article(name):
    article = make_article("12/11/2024", approved(name, "12/11/2024"), authors=["Phó Mẫu"])

    assert BlockerKind.SELF_APPROVED in kinds(article)


def test_one_of_two_authors_cannot_approve_either():
    article = make_article(
        "12/11/2024", approved("Phó Mẫu", "12/11/2024"), authors=["Lan Mẫu", "Phó Mẫu"]
    )

    assert BlockerKind.SELF_APPROVED in kinds(article)


def test_another_members_approval_makes_up_for_ones_own():
    article = make_article(
        "12/11/2024",
        approved("Phó Mẫu", "12/11/2024"),
        approved("Hiệu Trưởng Mẫu", "12/11/2024"),
        authors=["Phó Mẫu"],
    )

    assert kinds(article) == []


def test_an_approval_dated_in_the_future_does_not_count():
    article = make_article("12/11/2024", approved("Phó Mẫu", "01/12/2024"))

    assert BlockerKind.FUTURE_APPROVAL in kinds(article)
    assert kinds(article, today=day("01/12/2024")) == []


def test_an_article_whose_day_has_not_come_waits_for_it():
    article = make_article("01/12/2024", approved("Phó Mẫu", "20/11/2024"))

    assert kinds(article) == [BlockerKind.SCHEDULED]
    assert kinds(article, today=day("01/12/2024")) == []


def test_an_article_without_a_date_never_comes():
    article = replace(
        make_article("12/11/2024"),
        on=NO_DATE,
        problems=(Problem("a.md", 1, Message("NR-TEST-001", "Bài chưa ghi ngày.")),),
    )

    assert kinds(article, today=NO_DATE) == [BlockerKind.BROKEN]


def test_finance_articles_need_the_accountant_too():
    # P4 (S4, III.2b): “Duyệt các tin bài có liên quan đến công tác tài chính (nếu có)”
    by_board = approved("Phó Mẫu", "12/11/2024")
    by_accountant = approved("Kế Toán Mẫu", "12/11/2024", "tài chính")

    assert kinds(make_article("12/11/2024", by_board, category="tai-chinh")) == [
        BlockerKind.MISSING_ROLE
    ]
    assert kinds(make_article("12/11/2024", by_accountant, category="tai-chinh")) == [
        BlockerKind.MISSING_ROLE
    ]
    assert kinds(make_article("12/11/2024", by_board, by_accountant, category="tai-chinh")) == []


def test_inspection_articles_need_the_inspector_too():
    # P5 (S4, III.3c): “Duyệt các tin bài có liên quan đến … kiểm định chất lượng giáo dục”
    by_board = approved("Phó Mẫu", "12/11/2024")
    by_inspector = approved("Kiểm Tra Mẫu", "12/11/2024", "kiểm định")

    assert kinds(make_article("12/11/2024", by_board, by_inspector, category="kiem-dinh")) == []
    assert kinds(make_article("12/11/2024", by_board, category="kiem-dinh"))


def test_the_accountant_who_just_signs_means_the_finance():
    article = make_article(
        "12/11/2024",
        approved("Phó Mẫu", "12/11/2024"),
        approved("Kế Toán Mẫu", "12/11/2024"),
        category="tai-chinh",
    )

    assert kinds(article) == []


def test_nobody_approves_in_a_role_they_do_not_have():
    article = make_article(
        "12/11/2024",
        approved("Phó Mẫu", "12/11/2024"),
        approved("Hiệu Trưởng Mẫu", "12/11/2024", "tài chính"),
        category="tai-chinh",
    )

    assert BlockerKind.NO_RIGHT in kinds(article)


BOTH_RIGHTS = PLAN_YAML.replace(
    "Hiệu trưởng, quyền: [duyệt]", "Hiệu trưởng, quyền: [duyệt, tài chính]"
)


def test_two_roles_take_two_people():
    plan = make_plan(base=BOTH_RIGHTS)
    build_lock = make_article(
        "12/11/2024",
        approved("Hiệu Trưởng Mẫu", "12/11/2024"),
        approved("Hiệu Trưởng Mẫu", "12/11/2024", "tài chính"),
        category="tai-chinh",
        plan=plan,
    )
    together = make_article(
        "12/11/2024",
        approved("Hiệu Trưởng Mẫu", "12/11/2024"),
        approved("Hiệu Trưởng Mẫu", "12/11/2024", "tài chính"),
        approved("Phó Mẫu", "12/11/2024"),
        category="tai-chinh",
        plan=plan,
    )

    assert kinds(build_lock, [plan]) == [BlockerKind.MISSING_ROLE]
    assert kinds(together, [plan]) == []


def test_a_member_approves_only_while_serving():
    plan = make_plan(
        base=PLAN_YAML.replace("bí danh: [cô Phó]}", "bí danh: [cô Phó], đến: 31/10/2024}")
    )
    before = make_article("12/11/2024", approved("Phó Mẫu", "31/10/2024"), plan=plan)
    after = make_article("12/11/2024", approved("Phó Mẫu", "01/11/2024"), plan=plan)

    assert kinds(before, [plan]) == []
    assert BlockerKind.NOT_ON_BOARD in kinds(after, [plan])


def test_the_plan_of_the_approvals_date_decides_who_may_give_it():
    newer = make_plan(
        base=PLAN_YAML.replace("2024", "2025")
        .replace("/07/2025", "/07/2026")
        .replace("17/01/2025", "17/01/2026")
        .replace("20/01/2025", "20/01/2026")
        .replace("30/05/2025", "30/05/2026")
        .replace("Phó Mẫu", "Phó Mới"),
        code="2025-2026",
    )
    article = make_article("12/11/2024", approved("Phó Mẫu", "12/11/2025"))

    assert BlockerKind.NOT_ON_BOARD in kinds(article, [PLAN, newer], day("30/11/2025"))


def test_a_returned_article_is_withheld_until_approved_again():
    back = make_article(
        "12/11/2024", approved("Phó Mẫu", "12/11/2024"), returned("Phó Mẫu", "13/11/2024")
    )
    again = make_article(
        "12/11/2024",
        approved("Phó Mẫu", "12/11/2024"),
        returned("Phó Mẫu", "13/11/2024"),
        approved("Phó Mẫu", "14/11/2024"),
    )

    assert kinds(back) == [BlockerKind.RETURNED]
    assert kinds(again) == []


def test_of_two_decisions_on_one_day_the_lower_line_came_last():
    approval = approved("Phó Mẫu", "12/11/2024", line=8)

    assert kinds(make_article("12/11/2024", approval, returned("Phó Mẫu", "12/11/2024", line=9)))
    assert not kinds(
        make_article("12/11/2024", approval, returned("Phó Mẫu", "12/11/2024", line=7))
    )


def test_a_return_undoes_every_earlier_approval_and_all_roles_are_needed_again():
    article = make_article(
        "12/11/2024",
        approved("Phó Mẫu", "12/11/2024"),
        approved("Kế Toán Mẫu", "12/11/2024", "tài chính"),
        returned("Hiệu Trưởng Mẫu", "13/11/2024"),
        approved("Phó Mẫu", "14/11/2024"),
        category="tai-chinh",
    )

    assert kinds(article) == [BlockerKind.MISSING_ROLE]


def test_a_withdrawn_article_stays_withdrawn_whoever_approves():
    article = make_article(
        "12/11/2024",
        approved("Phó Mẫu", "12/11/2024"),
        withdrawn("Hiệu Trưởng Mẫu", "13/11/2024"),
        approved("Phó Mẫu", "14/11/2024"),
    )

    assert kinds(article) == [BlockerKind.WITHDRAWN]


@pytest.mark.parametrize("decision", [returned, withdrawn])
def test_a_decision_whose_date_cannot_be_read_holds_all_the_same(decision):
    unreadable = replace(decision("Phó Mẫu", "13/11/2024"), by="", on=None)
    article = make_article("12/11/2024", approved("Phó Mẫu", "14/11/2024"), unreadable)

    assert kinds(article)


def test_a_seal_that_matches_counts_and_one_that_does_not_withholds():
    sealed = approved("Phó Mẫu", "12/11/2024", seal="a" * 12)

    assert kinds(make_article("12/11/2024", sealed, fingerprint="a" * 12)) == []
    assert BlockerKind.EDITED in kinds(make_article("12/11/2024", sealed, fingerprint="b" * 12))


def test_an_older_unsealed_approval_does_not_cover_for_a_broken_seal():
    article = make_article(
        "12/11/2024",
        approved("Hiệu Trưởng Mẫu", "11/11/2024"),
        approved("Phó Mẫu", "12/11/2024", seal="a" * 12),
        fingerprint="b" * 12,
    )

    assert kinds(article) == [BlockerKind.EDITED]


def test_a_new_approval_after_the_edit_puts_the_broken_seal_right():
    article = make_article(
        "12/11/2024",
        approved("Phó Mẫu", "12/11/2024", seal="a" * 12),
        approved("Phó Mẫu", "14/11/2024", seal="b" * 12),
        fingerprint="b" * 12,
    )

    assert kinds(article) == []


def test_a_plan_can_make_seals_obligatory():
    plan = make_plan(base=PLAN_YAML + "dấu duyệt: bắt buộc\n")
    bare = make_article("12/11/2024", approved("Phó Mẫu", "12/11/2024"), plan=plan)
    sealed = make_article("12/11/2024", approved("Phó Mẫu", "12/11/2024", seal="a" * 12), plan=plan)

    assert BlockerKind.NO_SEAL in kinds(bare, [plan])
    assert kinds(sealed, [plan]) == []


def test_an_article_is_approved_on_the_day_of_the_last_approval_it_needed():
    article = make_article(
        "20/11/2024",
        approved("Phó Mẫu", "12/11/2024"),
        approved("Kế Toán Mẫu", "15/11/2024", "tài chính"),
        approved("Hiệu Trưởng Mẫu", "18/11/2024"),
        category="tai-chinh",
    )

    assert judge(article, [PLAN], TODAY).approved_on == day("15/11/2024")


def test_an_error_withholds_and_a_warning_does_not():
    article = make_article("12/11/2024")
    error = replace(article, problems=(Problem("a.md", 1, Message("NR-TEST-001", "Lỗi")),))
    warning = replace(
        article, problems=(Problem("a.md", 1, Message("NR-TEST-001", "Nhắc"), level=Level.WARNING),)
    )

    assert kinds(error) == [BlockerKind.BROKEN]
    assert kinds(warning) == []


def later_plan(base=PLAN_YAML):
    """The sample plan a year later."""
    for old, new in (("2025", "2026"), ("2024", "2025")):
        base = base.replace(f"/{old}", f"/{new}")
    return make_plan(base=base, code="2025-2026")


def test_an_author_with_another_code_next_year_still_cannot_approve():
    newer = later_plan(
        PLAN_YAML.replace("{tên: Phó Mẫu, chức vụ", "{tên: Phó Mẫu, mã: pho-moi, chức vụ")
    )
    article = make_article("30/07/2025", approved("Phó Mẫu", "02/08/2025"), authors=["Phó Mẫu"])

    assert BlockerKind.SELF_APPROVED in kinds(article, [PLAN, newer], day("30/08/2025"))


def test_one_person_with_two_codes_is_still_one_of_two():
    newer = later_plan(
        PLAN_YAML.replace(
            "quyền: [duyệt], bí danh", "mã: pho-moi, quyền: [duyệt, tài chính], bí danh"
        )
    )
    article = make_article(
        "30/07/2025",
        approved("Phó Mẫu", "30/07/2025"),
        approved("Phó Mẫu", "02/08/2025", "tài chính"),
        category="tai-chinh",
    )

    assert kinds(article, [PLAN, newer], day("30/08/2025")) == [BlockerKind.MISSING_ROLE]


def test_two_people_of_one_name_whom_the_plan_tells_apart_may_approve_each_other():
    plan = make_plan(
        base=PLAN_YAML.replace("{tên: Phó Mẫu, chức vụ", "{tên: Phó Mẫu, mã: pho-1, chức vụ")
        .replace("[Hiệu Trưởng Mẫu, Phó Mẫu]", "[Hiệu Trưởng Mẫu]")
        .replace("[Hòa Mẫu]", "[{tên: Phó Mẫu, mã: pho-2}]")
    )
    article = make_article(
        "12/11/2024", approved("pho-1", "12/11/2024"), authors=["pho-2"], plan=plan
    )

    assert kinds(article, [plan]) == []


def test_a_broken_seal_is_put_right_only_by_an_approval_in_its_own_role():
    article = make_article(
        "12/11/2024",
        approved("Hiệu Trưởng Mẫu", "09/11/2024"),
        approved("Phó Mẫu", "10/11/2024", seal="a" * 12),
        approved("Kế Toán Mẫu", "12/11/2024", "tài chính"),
        category="tai-chinh",
        fingerprint="b" * 12,
    )

    assert kinds(article) == [BlockerKind.EDITED]


def test_a_correction_is_shown_when_a_board_member_signed_it_and_its_day_has_come():
    def corrected(by, on):
        return replace(returned(by, on, "Sửa số"), kind=DecisionKind.CORRECTED)

    approval = approved("Phó Mẫu", "12/11/2024")
    shown = {
        name: bool(sound_corrections(make_article("12/11/2024", approval, c), [PLAN], TODAY))
        for name, c in {
            "board": corrected("Phó Mẫu", "13/11/2024"),
            "stranger": corrected("Người Lạ", "13/11/2024"),
            "future": corrected("Phó Mẫu", "01/12/2024"),
        }.items()
    }

    assert shown == {"board": True, "stranger": False, "future": False}


def test_a_name_that_an_author_bears_too_cannot_approve_for_them():
    plan = make_plan(
        base=PLAN_YAML.replace("[Hòa Mẫu]", "[{tên: Trần Phó, mã: tp, bí danh: [cô Phó]}]")
    )
    by_author = make_article(
        "12/11/2024", approved("cô Phó", "12/11/2024"), authors=["tp"], plan=plan
    )
    by_other = make_article("12/11/2024", approved("cô Phó", "12/11/2024"), plan=plan)

    assert BlockerKind.SELF_APPROVED in kinds(by_author, [plan])
    assert BlockerKind.AMBIGUOUS in kinds(by_other, [plan])


def test_a_members_own_title_behind_the_date_names_no_role():
    article = make_article("12/11/2024", approved("Phó Mẫu", "12/11/2024", "Phó hiệu trưởng"))

    assert kinds(article) == []


REMOVED = {
    "taken down after it was out": ("13/11/2024", "12/11/2024", "13/11/2024"),
    "taken down on its day": ("12/11/2024", "12/11/2024", "12/11/2024"),
    "never approved": ("13/11/2024", None, None),
    "taken down before its date": ("11/11/2024", "10/11/2024", None),
    "approved only after it was taken down": ("13/11/2024", "14/11/2024", None),
    "taken down tomorrow": ("21/11/2024", "12/11/2024", None),
}


@pytest.mark.parametrize("case", REMOVED)
def test_only_what_stood_in_public_leaves_a_word_at_its_address(case):
    down, yes, expected = REMOVED[case]
    decisions = [approved("Phó Mẫu", yes)] if yes else []
    article = make_article("12/11/2024", *decisions, withdrawn("Phó Mẫu", down))

    found = removed_on(article, [PLAN], day("20/11/2024"))

    assert found == (day(expected) if expected else None)


def test_a_text_emptied_when_it_was_taken_down_still_leaves_the_word():
    article = make_article(
        "12/11/2024",
        approved("Phó Mẫu", "12/11/2024", seal="b" * 12),
        withdrawn("Phó Mẫu", "13/11/2024"),
        problems=(Problem("a.md", 1, Message("NR-TEST-001", "Bài chưa có nội dung."), ""),),
    )

    assert removed_on(article, [PLAN], day("20/11/2024")) == day("13/11/2024")


def test_a_finance_article_that_one_person_approved_never_stood_in_public():
    article = make_article(
        "12/11/2024",
        approved("Phó Mẫu", "12/11/2024"),
        withdrawn("Phó Mẫu", "13/11/2024"),
        category="tai-chinh",
    )

    assert removed_on(article, [PLAN], day("20/11/2024")) is None


@pytest.mark.parametrize("slug", ["", "ban-bien-tap", "tin-bai"])
def test_what_never_had_an_address_of_its_own_leaves_nothing_at_that_of_another(slug):
    decisions = make_article(
        "12/11/2024", approved("Phó Mẫu", "12/11/2024"), withdrawn("Phó Mẫu", "13/11/2024")
    ).decisions
    page = StandingPage(path="trang/a.md", slug=slug, title="Trang", decisions=decisions)

    assert removed_on(page, [PLAN], day("20/11/2024")) is None
    assert removed_on(replace(page, slug="a"), [PLAN], day("20/11/2024"))


HEAD_FIRST = make_plan(
    base=PLAN_YAML.replace("tên: Hoạt động}", "tên: Hoạt động, cần duyệt: [tổ trưởng]}").replace(
        "tên: Tổ 2, loại: tổ chuyên môn,", "tên: Tổ 2, loại: tổ chuyên môn, tổ trưởng: Hòa Mẫu,"
    )
)


def of_head_first(*decisions, **fields):
    fields = {"authors": ["Lân Mẫu 2"], "plan": HEAD_FIRST, **fields}
    return judge(make_article("12/11/2024", *decisions, **fields), [HEAD_FIRST], TODAY).reasons


def test_where_a_category_asks_for_it_the_head_of_the_group_looks_first():
    # A6 (S2): “Tùy theo lĩnh vực công tác được Hiệu trưởng phân công”
    board = approved("Phó Mẫu", "12/11/2024")
    (missing,) = of_head_first(board)

    assert (missing.kind, missing.role.name) == (BlockerKind.MISSING_ROLE, "tổ trưởng")
    assert of_head_first(board, approved("Lan Mẫu", "12/11/2024")) == ()
    assert of_head_first(board, approved("Lan Mẫu", "12/11/2024", "Tổ trưởng")) == ()


def test_a_member_whose_title_is_the_name_of_the_right_can_give_it():
    titled = make_plan(
        base=PLAN_YAML.replace("tên: Hoạt động}", "tên: Hoạt động, cần duyệt: [tổ trưởng]}")
        .replace("chức vụ: Phó hiệu trưởng", "chức vụ: Tổ trưởng")
        .replace("tổ trưởng: Lan Mẫu", "tổ trưởng: Phó Mẫu")
    )
    article = make_article(
        "12/11/2024",
        approved("Phó Mẫu", "12/11/2024", "tổ trưởng"),
        approved("Hiệu Trưởng Mẫu", "12/11/2024"),
        plan=titled,
    )

    assert judge(article, [titled], TODAY).reasons == ()


def test_the_head_of_another_group_does_not_count():
    reasons = of_head_first(approved("Phó Mẫu", "12/11/2024"), approved("Hòa Mẫu", "12/11/2024"))

    assert BlockerKind.NOT_ON_BOARD in {reason.kind for reason in reasons}


def test_a_head_does_not_approve_for_the_board():
    kinds = [reason.kind for reason in of_head_first(approved("Lan Mẫu", "12/11/2024"))]

    assert kinds == [BlockerKind.MISSING_ROLE]


def test_the_first_look_is_dropped_where_the_head_is_the_author():
    assert of_head_first(approved("Phó Mẫu", "12/11/2024"), authors=["Lan Mẫu"]) == ()


def test_of_two_groups_either_head_may_look_unless_both_wrote_it():
    board = approved("Phó Mẫu", "12/11/2024")
    both = {"groups": ["to-1", "to-2"]}

    assert (
        of_head_first(board, approved("Hòa Mẫu", "12/11/2024"), authors=["Lan Mẫu"], **both) == ()
    )
    assert of_head_first(board, authors=["Lan Mẫu", "Hòa Mẫu"], **both) == ()


def test_where_no_category_asks_a_head_is_nobody_special():
    article = make_article("12/11/2024", approved("Lan Mẫu", "12/11/2024"), authors=["Lân Mẫu 2"])

    assert kinds(article) == [BlockerKind.NOT_ON_BOARD, BlockerKind.MISSING_ROLE]
