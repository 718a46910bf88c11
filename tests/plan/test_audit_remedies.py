"""The audit by table: the one, the two and the many that a finding names, and the line to type."""

from dataclasses import replace

import pytest
from sample import PLAN_YAML, SCHOOL, day, make_plan

from newsroom.domain.content.document import DisclosureItem
from newsroom.domain.names.dated_fact import DatedFact
from newsroom.domain.plan.audit.approvability import approval_findings
from newsroom.domain.plan.audit.bodies import body_findings
from newsroom.domain.plan.audit.destinations import destination_findings
from newsroom.domain.plan.audit.periods import period_findings
from newsroom.domain.plan.audit.quotas import quota_findings
from newsroom.domain.plan.audit.school_facts import school_findings
from newsroom.domain.plan.audit.succession import gap_findings, in_succession, overlap_findings
from newsroom.domain.plan.board import BOARD, HEAD, Role
from newsroom.domain.plan.calendar import Month
from newsroom.domain.plan.group import Person
from newsroom.domain.plan.school import OfficeLevel
from newsroom.domain.unfilled import UnfilledPlace

QUOTA = "  - {mã: q, nội dung: Q, ai: mỗi tổ chuyên môn, ít nhất: 1, mỗi: tháng, tính theo: nộp}\n"
HALF_YEARLY = QUOTA.replace("q, nội dung: Q", "r, nội dung: R").replace("tháng", "học kỳ")
PLAN = replace(make_plan(QUOTA), issued=day("01/08/2024"))


def days(**bounds):
    return {name: day(on) for name, on in bounds.items() if on}


def said(findings):
    return [(one.message.id, one.place) for one in findings]


def hints(findings, message_id):
    return [one.hint for one in findings if one.message.id == message_id]


# --- The board

CHIEF, VICE, CLERK, INSPECTOR = PLAN.board
ALONE = replace(
    PLAN,
    board=(CLERK, INSPECTOR, CHIEF),
    groups=tuple(
        replace(g, members=(CHIEF.person,)) if g.code == "bgh" else g for g in PLAN.groups
    ),
)


def of_own_group(plan, **changes):
    """The plan with its group of the board changed, and at the end of the list."""
    (own,) = (replace(g, **changes) for g in plan.groups if g.code == "bgh")
    return replace(plan, groups=(*(g for g in plan.groups if g.code != "bgh"), own))


@pytest.mark.parametrize(
    ("last", "locked"),
    [(None, "31/07/2025"), ("31/12/2024", "31/12/2024"), ("31/07/2024", None)],
)
def test_a_group_is_locked_out_while_it_exists(last, locked):
    found = [*approval_findings(of_own_group(ALONE, **days(last=last)))]

    assert [one.locked.last for one in found] == ([day(locked)] if locked else [])


@pytest.mark.parametrize("other", [Person(code="ba-mau", name="Ba Mẫu"), CLERK.person])
def test_an_author_without_an_approver_is_told_at_their_own_line_of_the_board(other):
    """Each is asked for themselves, whether the others of the group are on the board or not."""
    plan = of_own_group(ALONE, members=(other, CHIEF.person))

    (finding,) = approval_findings(replace(plan, categories=plan.categories[1:2]))

    assert finding.place == ("board", 2)
    assert finding.locked is None


# --- Bodies


@pytest.mark.parametrize(("gone", "there"), [((), "bgh"), (("bgh",), "doi")])
def test_a_quota_without_a_group_is_shown_one_that_is_there(gone, there):
    ended = {"to-1", "to-2", *gone}
    groups = tuple(
        replace(g, last=day("31/08/2024")) if g.code in ended else g for g in PLAN.groups
    )

    (hint,) = hints(body_findings(replace(PLAN, groups=groups)), "NR-AUDIT-003")

    assert hint.endswith(f"ai: {there}")


def test_where_no_group_is_left_the_whole_school_is():
    groups = tuple(replace(g, last=day("31/08/2024")) for g in PLAN.groups)

    (hint,) = hints(body_findings(replace(PLAN, groups=groups)), "NR-AUDIT-003")

    assert hint.endswith("ai: toàn đơn vị")


@pytest.mark.parametrize(
    ("last", "span"),
    [
        ("30/04/2025", "tháng 5/2025."),
        ("31/03/2025", "tháng 4/2025 đến tháng 5/2025."),
        ("28/02/2025", "tháng 3/2025 đến tháng 5/2025."),
    ],
)
def test_the_periods_without_a_group_are_named_from_the_first_to_the_last(last, span):
    groups = tuple(replace(g, last=day(last)) for g in PLAN.groups)

    (message,) = (
        one.message
        for one in body_findings(replace(PLAN, groups=groups))
        if one.message.id == "NR-AUDIT-003"
    )

    assert message.endswith(f"trong {span}")


def with_roles(*roles, plan=PLAN):
    """The plan with these roles of the accountant and the inspector."""
    given = (replace(m, roles=held) for m, held in zip(plan.board[2:], roles, strict=True))
    return replace(plan, board=(*plan.board[:2], *given))


def asking(plan, **categories):
    """The plan, whose categories of these codes ask for these roles."""
    changed = (
        replace(c, extra_roles=categories[code])
        if (code := c.code.replace("-", "_")) in categories
        else c
        for c in plan.categories
    )
    return replace(plan, categories=tuple(changed))


def test_a_right_that_no_category_asks_for_is_told_once():
    spare = Role("đối ngoại")

    found = said(
        body_findings(
            with_roles((BOARD, spare), (spare,), plan=asking(PLAN, tai_chinh=(), kiem_dinh=()))
        )
    )

    assert found == [("NR-AUDIT-006", ("board", 2, "roles"))]


@pytest.mark.parametrize(("has_head", "is_told"), [(True, False), (False, True)])
def test_a_first_look_needs_a_group_with_a_head(has_head, is_told):
    plan = asking(PLAN, hoat_dong=(HEAD,))
    groups = plan.groups if has_head else tuple(replace(g, head=None) for g in plan.groups)

    found = said(body_findings(replace(plan, groups=groups)))

    assert (("NR-PLAN-016", ("categories", 1, "extra_roles")) in found) is is_told


@pytest.mark.parametrize(
    ("place", "told"),
    [
        (None, [0, 1]),
        # Who heads a group is still to be filled in; or who has the right.
        ("groups.1.head", [0]),
        ("board.2.person", [1]),
    ],
)
def test_what_is_still_to_be_filled_in_is_not_missed_yet(place, told):
    open_places = [UnfilledPlace(path="p", line=1, place=place, asked="x")] if place else []
    plan = asking(PLAN, guong=(Role("đối ngoại"),), hoat_dong=(HEAD,))
    plan = replace(plan, groups=tuple(replace(g, head=None) for g in plan.groups))

    found = said(body_findings(replace(plan, unfilled=tuple(open_places))))

    assert [where[1] for name, where in found if name == "NR-PLAN-016"] == told


def test_of_two_slips_of_one_right_the_board_is_told_of_one_and_the_category_of_the_other():
    plan = asking(PLAN, tai_chinh=(Role("tài chánh"),), kiem_dinh=(Role("tài chín"),))

    found = said(body_findings(with_roles((Role("tài chính"),), (BOARD,), plan=plan)))

    assert [message_id for message_id, _ in found] == ["NR-AUDIT-006", "NR-PLAN-016"]


# --- Destinations

SENT = (
    "  - {mã: g, nội dung: G, ai: toàn trường, ít nhất: 1, mỗi: tháng, tính theo: gửi,"
    " nơi: [bao]}\n"
)
SENDING = replace(make_plan(SENT), issued=day("01/08/2024"))


def school(**changes):
    """The sample school, whose offices of these codes are so."""
    offices = (replace(o, **changes.get(o.code, {})) for o in SCHOOL.offices)
    return replace(SCHOOL, offices=tuple(offices))


def of_destinations(codes, **changes):
    (quota,) = SENDING.quotas
    plan = replace(SENDING, quotas=(replace(quota, destinations=frozenset(codes)),))
    return [
        (one.message.id, one.message.partition(" không có nơi nào nhận")[2], one.hint)
        for one in destination_findings(plan, school(**changes))
    ]


ENDED = days(last="31/08/2024")


@pytest.mark.parametrize(
    ("changes", "when", "hint"),
    [
        ({"bao": days(last="30/04/2025")}, " trong tháng 5/2025: ", "nơi: [phong]"),
        (
            {"bao": days(last="31/03/2025")},
            " trong tháng 4/2025 đến tháng 5/2025: ",
            "nơi: [phong]",
        ),
        ({"bao": days(first="01/12/2024")}, " trong tháng 9/2024 đến tháng 11/2024: ", "[phong]"),
        ({"bao": ENDED}, ": Báo Mẫu đã thôi từ 31/08/2024.", "nơi: [phong]"),
        ({"bao": days(first="01/06/2025", last="31/12/2025")}, ": Báo Mẫu đến 01/06/2025 mới", "["),
        # The first that is open: not one that ended, nor one that is still to come.
        ({"bao": ENDED, "phong": ENDED}, ": Báo", "nơi: [so]"),
        ({"bao": ENDED, "phong": ENDED, "so": ENDED, "bo": ENDED}, ": Báo", "mục “cấp trên”"),
    ],
)
def test_a_quota_whose_only_office_is_gone_is_shown_one_that_is_open(changes, when, hint):
    ((message_id, text, remedy),) = of_destinations(["bao"], **changes)

    assert message_id == "NR-AUDIT-007"
    assert text.startswith(when)
    assert hint in remedy


def test_of_two_offices_with_a_month_between_them_both_are_told():
    told = of_destinations(["bao", "so"], bao=days(last="31/12/2024"), so=days(first="01/02/2025"))

    ((_, text, _),) = told
    assert text == (
        " trong tháng 1/2025: Sở GD&ĐT Mẫu đến 01/02/2025 mới có, Báo Mẫu đã thôi từ 31/12/2024."
    )


@pytest.mark.parametrize(
    ("bounds", "is_told"),
    [
        # Another takes what comes before it is there, and while it is away.
        (days(first="01/10/2024"), False),
        (days(first="01/10/2024", last="31/12/2025"), False),
        (days(first="01/10/2024", last="01/05/2025"), False),
        (days(last="01/05/2025"), False),
        (days(last="30/04/2025"), True),
        (days(first="01/10/2024", last="30/04/2025"), True),
    ],
)
def test_one_of_two_offices_is_told_where_it_ended(bounds, is_told):
    told = of_destinations(["bao", "so"], bao=bounds)

    assert [one[0] for one in told] == ["NR-AUDIT-008"] * is_told


@pytest.mark.parametrize(
    ("heir", "codes", "hint"),
    [
        ({}, ["bao", "bo", "so"], None),
        (days(first="01/05/2025"), ["bao", "bo", "so"], None),
        (days(first="01/05/2025"), ["bao", "bo"], "Ghi:  nơi: [bo, so]"),
        (days(first="01/06/2025"), ["bao", "bo"], "Ghi:  nơi: [bo]"),
    ],
)
def test_an_heir_is_one_that_is_there_at_the_end(heir, codes, hint):
    ended = {**days(last="28/02/2025"), "successors": ("so",)}

    told = of_destinations(codes, bao=ended, so=heir)

    assert [one[2] for one in told] == ([hint] if hint else [])


@pytest.mark.parametrize(
    ("successors", "hint"),
    [
        # An office that nobody knows, one that goes round in a circle, two ways to one heir.
        (("la",), "[bo]"),
        (("phong",), "[bo]"),
        (("phong", "so"), "[bo, so]"),
        (("so", "so"), "[bo, so]"),
    ],
)
def test_heirs_of_heirs_are_followed_once(successors, hint):
    ended = {**days(last="28/02/2025"), "successors": successors}
    back = {**ended, "successors": ("bao",)}

    ((message_id, _, remedy),) = of_destinations(["bao", "bo"], bao=ended, phong=back)

    assert (message_id, remedy) == ("NR-AUDIT-008", f"Ghi:  nơi: {hint}")


# --- Days of the plan


def periods_of(plan, **changes):
    return [
        (one.message.id, one.message, one.hint) for one in period_findings(replace(plan, **changes))
    ]


@pytest.mark.parametrize(("quotas_from", "is_told"), [(None, True), (day("01/09/2024"), False)])
def test_whoever_says_from_when_quotas_count_needs_no_day_of_issue(quotas_from, is_told):
    told = periods_of(PLAN, issued=None, quotas_from=quotas_from)

    assert [one[0] for one in told] == ["NR-AUDIT-009"] * is_told


def monthly(number, issued):
    base = f"{PLAN_YAML}hạn:\n  - {{việc: Nộp bài, khi: ngày {number} hằng tháng}}\n"
    return replace(make_plan(QUOTA, base=base), issued=day(issued))


@pytest.mark.parametrize(
    ("issued", "early"),
    [
        ("25/09/2024", None),
        ("26/09/2024", "tháng 9/2024,"),
        ("20/10/2024", "tháng 9/2024,"),
        ("25/10/2024", "tháng 9/2024,"),
        ("26/10/2024", "tháng 9/2024, tháng 10/2024,"),
    ],
)
def test_the_month_of_issue_is_over_where_its_own_deadline_is(issued, early):
    told = [text for name, text, _ in periods_of(monthly(25, issued)) if name == "NR-AUDIT-011"]

    assert [text.startswith(f"Kế hoạch tính {early} nhưng") for text in told] == [True] * bool(
        early
    )


@pytest.mark.parametrize(
    ("counted", "issued", "hint"),
    [
        ((9, 10, 11, 12), "01/10/2024", "Ghi:  tháng tính: từ tháng 10 đến tháng 12"),
        ((9, 12, 1), "01/10/2024", "Ghi:  tháng tính: từ tháng 12 đến tháng 1"),
        ((9, 10, 11, 1), "01/10/2024", "Ghi:  tháng tính: [10, 11, 1]"),
        ((9, 10, 12), "01/10/2024", "Ghi:  tháng tính: [10, 12]"),
        ((9, 5), "01/10/2024", "Ghi:  tháng tính: [5]"),
    ],
)
def test_the_months_that_are_left_are_written_as_they_follow(counted, issued, hint):
    told = periods_of(PLAN, issued=day(issued), counted_months=frozenset(counted))

    assert [one[2] for one in told if one[0] == "NR-AUDIT-011"] == [hint]


def test_a_month_that_comes_again_next_year_is_kept_in_the_list():
    years = replace(PLAN.term, last=day("31/07/2026"))

    told = periods_of(PLAN, issued=day("01/11/2024"), term=years, has_several_years=True)

    (hint,) = (one[2] for one in told if one[0] == "NR-AUDIT-011")
    assert hint == "Thêm dòng  chỉ tiêu từ: 01/11/2024"


@pytest.mark.parametrize(
    ("when", "issued", "hint"),
    [
        ("01/08/2023", "01/08/2024", "khi: 01/08/2024"),
        ("31/07/2024", "01/08/2024", "Ghi:  khi: 31/07/2025"),
        ("31/07/2026", "01/08/2024", "Ghi:  khi: 31/07/2025"),
        # The day before it counts: that one has to be of the plan.
        ("trước ngày 02/08/2023", "01/08/2024", "khi: trước ngày 02/08/2024"),
        ("trước ngày 01/08/2023", "01/08/2024", "Ghi một ngày từ 01/08/2024 đến 31/07/2025"),
        ("01/09/2023", "02/09/2024", "Ghi một ngày từ 02/09/2024 đến 31/07/2025"),
        ("01/09/2023", None, "khi: 01/09/2024"),
    ],
)
def test_a_deadline_outside_the_plan_is_shown_the_same_day_within_it(when, issued, hint):
    base = f"{PLAN_YAML}hạn:\n  - {{việc: Báo cáo, khi: {when}}}\n"
    plan = replace(make_plan(base=base), issued=issued and day(issued))

    (remedy,) = (one[2] for one in periods_of(plan) if one[0] in {"NR-PLAN-021", "NR-AUDIT-013"})

    assert hint in remedy


@pytest.mark.parametrize(
    ("due", "is_told"),
    [
        ({}, False),
        ({"due_day": (9, 1)}, False),
        ({"due_day": (8, 31)}, True),
        ({"due_day": (5, 31)}, False),
        ({"due_day": (6, 1)}, True),
        ({"due_on": day("31/05/2025")}, False),
        ({"due_on": day("01/06/2025")}, True),
    ],
)
def test_a_disclosure_with_a_day_has_it_within_the_plan(due, is_told):
    item = DisclosureItem(code="thu", name="Thu", **due)
    term = replace(PLAN.term, first=day("01/09/2024"), last=day("31/05/2025"))

    told = said(period_findings(replace(PLAN, term=term, disclosures=(item,))))

    assert (("NR-PLAN-019", ("disclosures", 0, "due")) in told) is is_told


def test_of_several_years_one_with_the_day_is_enough():
    """A term of twenty months: 15 June comes once."""
    item = DisclosureItem(code="thu", name="Thu", due_day=(6, 15))
    term = replace(PLAN.term, first=day("01/09/2024"), last=day("31/05/2026"))
    plan = replace(PLAN, term=term, has_several_years=True, disclosures=(item,))

    assert len(plan.years) == 2
    assert "NR-PLAN-019" not in [name for name, _ in said(period_findings(plan))]


# --- Quotas


@pytest.mark.parametrize(
    ("own", "of_plan", "told"),
    [
        ({}, None, []),
        ({}, "31/05/2025", []),
        ({}, "01/06/2025", [("quotas_from", "chỉ tiêu từ: 01/09/2024")]),
        # A day of its own counts before the plan's.
        ({"first": "01/09/2024"}, "01/06/2025", []),
        ({"last": "31/12/2024"}, None, []),
        ({"last": "31/12/2024"}, "31/12/2024", []),
        ({"last": "31/12/2024"}, "01/01/2025", [("last", "đến: 31/05/2025")]),
        ({"last": "31/12/2024"}, "31/05/2025", [("last", "đến: 31/05/2025")]),
        # Whatever its last day were, the plan's line leaves it none.
        ({"last": "31/12/2024"}, "01/06/2025", [("quotas_from", "chỉ tiêu từ: 01/09/2024")]),
        (
            {"last": "31/08/2024"},
            "01/06/2025",
            [("last", "đến: 31/05/2025"), ("quotas_from", "chỉ tiêu từ: 01/09/2024")],
        ),
        (
            {"first": "01/06/2025", "last": "31/08/2024"},
            None,
            [("first", "đến: 31/05/2025  và  từ: 01/09/2024")],
        ),
        ({"first": "31/05/2025", "last": "31/08/2024"}, None, [("last", "đến: 31/05/2025")]),
        ({"first": "01/11/2024", "last": "01/09/2024"}, None, [("first", "từ: 01/09/2024")]),
        ({"first": "01/12/2024", "last": "31/10/2024"}, None, [("first", "từ: 01/09/2024")]),
    ],
)
def test_a_quota_without_a_period_is_shown_the_day_to_change(own, of_plan, told):
    quota = replace(PLAN.quotas[0], **days(**own))
    plan = replace(PLAN, quotas=(quota,), quotas_from=of_plan and day(of_plan))

    found = [(one.place[-1], one.hint.removeprefix("Ghi:  ")) for one in quota_findings(plan)]

    assert found == told


def test_of_two_quotas_of_one_line_the_whole_stretch_is_told():
    plan = replace(make_plan(QUOTA + HALF_YEARLY), quotas_from=day("01/07/2025"))

    (finding,) = quota_findings(plan)

    assert "“Q”, “R”" in finding.message
    assert "(từ 01/09/2024 đến 31/05/2025)" in finding.message
    assert finding.hint == "Ghi:  chỉ tiêu từ: 01/09/2024"


def test_a_quota_of_semesters_that_the_plan_has_not_is_told_elsewhere():
    plan = make_plan(HALF_YEARLY)
    quota = replace(plan.quotas[0], first=day("01/09/2024"))

    assert [*quota_findings(replace(plan, semesters=(), quotas=(quota,)))] == []


# --- The school


@pytest.mark.parametrize(
    ("last", "is_told"),
    [(None, True), ("29/06/2025", False), ("30/06/2025", False), ("01/07/2025", True)],
)
def test_an_office_of_a_district_has_an_end(last, is_told):
    offices = school(phong={"last": last and day(last)})

    told = said(school_findings(offices, day("01/07/2025")))

    assert told == [("NR-AUDIT-014", ("offices", 0))] * is_told
    assert said(school_findings(offices, day("30/06/2025"))) == []


@pytest.mark.parametrize(
    ("successors", "levels", "heirs"),
    [
        (("so",), {}, "so"),
        ((), {}, "xa, so"),
        ((), {"xa": OfficeLevel.PRESS}, "so"),
        ((), {"xa": OfficeLevel.PRESS, "so": OfficeLevel.PRESS}, "…"),
    ],
)
def test_its_heirs_are_those_it_names_or_those_there_are(successors, levels, heirs):
    changes = {code: {"level": level} for code, level in levels.items()}
    changes["phong"] = {"last": None, "successors": successors}

    (hint,) = hints(school_findings(school(**changes), day("01/07/2025")), "NR-AUDIT-014")

    assert hint.endswith(f"kế tục: [{heirs}]")


@pytest.mark.parametrize(
    ("today", "is_told"), [("30/12/2024", False), ("31/12/2024", False), ("01/01/2025", True)]
)
def test_a_name_that_ended_is_told_from_the_day_after(today, is_told):
    facts = (
        DatedFact(field="name", text="Trường Cũ", last=day("31/08/2024")),
        DatedFact(field="name", text="Trường Mẫu", first=day("01/09/2024"), last=day("31/12/2024")),
    )

    told = said(school_findings(replace(SCHOOL, facts=facts), day(today)))

    assert told == [("NR-AUDIT-020", ("name", 1))] * is_told


# --- Plans beside one another


def plan_of(first, last, code="sau", **changes):
    """The sample plan with that term, and a year's months in the count."""
    term = replace(PLAN.term, first=day(first), last=day(last))
    return replace(PLAN, code=code, path=f"ke-hoach/{code}.yaml", term=term, **changes)


@pytest.mark.parametrize(
    ("replaced", "counts", "given_up"),
    [
        # Early enough to ask its month, the new plan counts it; late, the old one does.
        ("10/11/2024", True, False),
        ("20/11/2024", True, True),
        (None, True, False),
        ("21/11/2024", True, False),
        ("20/11/2024", False, False),
    ],
)
def test_the_month_of_a_change_of_plans_is_one_plans(replaced, counts, given_up):
    begins = "10/11/2024" if replaced == "10/11/2024" else "20/11/2024"
    months = frozenset({11, 12} if counts else {12})
    old = plan_of("01/08/2024", "31/07/2025", "cu", counted_months=months)
    term = replace(old.term, last=day(begins).replace(day=day(begins).day - 1))
    old = replace(old, term=term, replaced=replaced and day(replaced))
    new = plan_of(begins, "31/07/2025", "moi")
    third = plan_of("01/08/2025", "31/07/2026", "ba")

    found = in_succession([third, new, old])

    assert [plan.code for plan in found] == ["cu", "moi", "ba"]
    month = Month.of(day(begins)) if given_up else None
    assert [plan.month_of_another for plan in found] == [None, month, None]


@pytest.mark.parametrize(
    ("first", "hint"),
    [
        ("02/08/2024", "được thay từ: 02/08/2024"),
        ("01/08/2024", "Sửa dòng “từ”, “đến” để hai kế hoạch nối nhau, ví dụ  từ: 01/08/2025"),
    ],
)
def test_of_two_plans_of_one_time_the_later_is_told_how_to_begin(first, hint):
    other = plan_of(first, "31/08/2025")

    ((plan, finding),) = overlap_findings([PLAN, other])

    assert plan is other
    assert hint in finding.hint


@pytest.mark.parametrize(
    ("last", "hint"),
    # 460 days from 1 August 2025: a plan of one year that only begins late.
    [
        ("03/11/2026", "Ghi:  từ: 01/08/2025"),
        ("04/11/2026", "Ghi:  từ: 01/08/2025"),
        ("05/11/2026", "Thêm vào ke-hoach/ tệp kế hoạch của thời gian ấy."),
    ],
)
def test_a_gap_is_filled_by_the_later_plan_where_that_stays_a_year(last, hint):
    ((_, finding),) = gap_findings([PLAN, plan_of("01/09/2025", last)])

    assert finding.hint == hint
