"""One decision over an import: who may give it, what it gives each article, what undoes it."""

from dataclasses import replace

import pytest
from sample import PLAN, PLAN_YAML, approved, day, make_article, make_plan, returned, withdrawn

from newsroom.domain.approval.blocker import BlockerKind
from newsroom.domain.approval.consent import may_show_pictures
from newsroom.domain.approval.gate import judge, removed_on
from newsroom.domain.approval.import_approval import (
    ImportFault,
    counts,
    import_fault,
    right_to_import,
    who_may_approve_imports,
)
from newsroom.domain.content.decisions import Decisions
from newsroom.domain.content.import_decision import (
    ImportDecision,
    Imported,
    ImportList,
    import_of,
)
from newsroom.domain.content.photo_package import Consent
from newsroom.domain.problem import Problem

TODAY = day("30/11/2024")
ON = day("20/11/2024")
OLD = "05/09/2015"
SEAL = "a" * 12
DECISION = ImportDecision(
    path="nhap/2024-11-20.yaml",
    by="Hiệu Trưởng Mẫu",
    on=ON,
    source="truongcu.example",
    seal="c" * 12,
    is_sealed=True,
)


def imported(*decisions, seal=SEAL, decision=DECISION, on=OLD, **fields):
    article = make_article(on, *decisions, **fields)
    if not decisions:
        article = replace(article, decisions=Decisions())
    return replace(article, imported=Imported(decision=decision, seal=seal))


def kinds(article, plans=(PLAN,), today=TODAY):
    return [reason.kind for reason in judge(article, plans, today).reasons]


def test_an_approved_import_lets_out_what_is_older_than_every_plan():
    judged = judge(imported(), [PLAN], TODAY)

    assert judged.reasons == judged.open_roles == judged.approved_by == ()
    assert judged.approved_on == ON


@pytest.mark.parametrize("category", ["tai-chinh", "kiem-dinh"])
def test_it_stands_for_every_role_of_a_category(category):
    assert kinds(imported(category=category)) == []


def test_it_holds_for_what_its_giver_wrote_long_ago():
    assert kinds(imported(authors=("Hiệu Trưởng Mẫu",))) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({}, None),
        ({"is_readable": False}, ImportFault.UNREADABLE),
        ({"by": "", "seal": "", "on": None, "is_sealed": False}, ImportFault.UNDECIDED),
        ({"is_sealed": False}, ImportFault.UNSEALED),
        ({"on": None}, ImportFault.UNSEALED),
        ({"by": "", "is_sealed": False}, ImportFault.UNSEALED),
        ({"on": day("29/11/2024")}, None),
        ({"on": TODAY}, None),
        ({"on": day("01/12/2024")}, ImportFault.AHEAD),
        ({"on": day("31/07/2024")}, ImportFault.NO_PLAN),
        ({"by": "Người Lạ Mẫu"}, ImportFault.NOT_ON_BOARD),
        ({"by": "Lan Mẫu"}, ImportFault.NOT_ON_BOARD),
        ({"by": "Phó Mẫu"}, ImportFault.NO_RIGHT),
        ({"by": "Kế Toán Mẫu"}, ImportFault.NO_RIGHT),
    ],
)
def test_a_decision_with_a_fault_lets_nothing_out(change, fault):
    decision = replace(DECISION, **change)

    assert import_fault(decision, [PLAN], TODAY) is fault
    assert (kinds(imported(decision=decision)) == []) is (fault is None)


def plan_with(board, **changes):
    start, end = PLAN_YAML.index("ban biên tập:"), PLAN_YAML.index("tổ:\n")
    return replace(make_plan(base=f"{PLAN_YAML[:start]}{board}{PLAN_YAML[end:]}"), **changes)


TWO_HEADS = """\
ban biên tập:
  - {tên: Hiệu Trưởng Mẫu, chức vụ: Hiệu trưởng, quyền: [duyệt]}
  - {tên: Phó Mẫu, chức vụ: Phó hiệu trưởng, nhiệm vụ: Tổng biên tập, quyền: [duyệt]}
  - {tên: Kế Toán Mẫu, chức vụ: Kế toán, quyền: [tài chính]}
"""


@pytest.mark.parametrize(("is_principals", "who"), [(False, "Phó Mẫu"), (True, "Hiệu Trưởng Mẫu")])
def test_the_right_is_of_the_last_word_as_the_plan_gives_it(is_principals, who):
    plan = plan_with(TWO_HEADS, principal_approves_last=is_principals)

    assert [person.name for person in who_may_approve_imports(plan, ON)] == [who]
    other = {"Phó Mẫu": "Hiệu Trưởng Mẫu", "Hiệu Trưởng Mẫu": "Phó Mẫu"}[who]
    assert right_to_import(who, [plan], ON) is None
    assert right_to_import(other, [plan], ON) is ImportFault.NO_RIGHT


def test_an_editor_in_chief_without_the_right_to_approve_has_no_right_to_an_import():
    plan = plan_with(TWO_HEADS.replace("Tổng biên tập, quyền: [duyệt]", "Tổng biên tập, quyền: []"))

    assert who_may_approve_imports(plan, ON) == ()
    assert right_to_import("Phó Mẫu", [plan], ON) is ImportFault.NO_RIGHT


@pytest.mark.parametrize(
    ("last", "fault"),
    [("19/11/2024", ImportFault.NOT_ON_BOARD), ("20/11/2024", None), ("21/11/2024", None)],
)
def test_whoever_left_the_board_decides_until_their_last_day(last, fault):
    leaving = TWO_HEADS.replace("Tổng biên tập,", f"Tổng biên tập, đến: {last},")

    assert right_to_import("Phó Mẫu", [plan_with(leaving)], ON) is fault


def test_two_of_one_name_are_nobody():
    one = "{tên: Trùng Mẫu, mã: trung-1, chức vụ: Tổng biên tập, quyền: [duyệt]}"
    both = f"{TWO_HEADS}  - {one}\n  - {one.replace('trung-1', 'trung-2')}\n"

    assert right_to_import("Trùng Mẫu", [plan_with(both)], ON) is ImportFault.AMBIGUOUS


@pytest.mark.parametrize("seal", ["b" * 12, SEAL[:11], SEAL[:8], SEAL + "0", SEAL.upper()])
def test_another_text_than_the_listed_one_waits_for_a_yes_of_its_own(seal):
    article = imported(seal=seal)

    assert kinds(article) == [BlockerKind.IMPORT_EDITED]
    assert judge(article, [PLAN], TODAY).open_roles
    again = replace(article, decisions=approvals(approved("Phó Mẫu", "25/11/2024", seal=SEAL)))
    assert kinds(again) == []
    assert judge(again, [PLAN], TODAY).approved_on == day("25/11/2024")


def approvals(*given):
    return Decisions(approvals=given)


def test_an_edited_article_of_a_category_with_two_roles_needs_both():
    article = imported(approved("Phó Mẫu", "25/11/2024"), seal="b" * 12, category="tai-chinh")

    assert kinds(article) == [BlockerKind.MISSING_ROLE]


def test_what_the_list_holds_without_a_seal_waits_with_the_import():
    assert kinds(imported(seal="")) == [BlockerKind.IMPORT_WAITING]


@pytest.mark.parametrize(
    ("on", "expected"),
    [("19/11/2024", []), ("20/11/2024", []), ("21/11/2024", [BlockerKind.IMPORT_AHEAD])],
)
def test_no_list_approves_what_comes_after_the_decision(on, expected):
    assert kinds(imported(on=on)) == expected


@pytest.mark.parametrize("on", ["19/11/2024", "20/11/2024", "25/11/2024"])
def test_what_was_returned_needs_a_yes_of_its_own_whatever_the_order(on):
    article = imported(returned("Phó Mẫu", on))

    assert kinds(article) == [BlockerKind.RETURNED]
    answer = replace(article.decisions, approvals=(approved("Phó Mẫu", "26/11/2024"),))
    assert kinds(replace(article, decisions=answer)) == []


def test_a_withdrawal_takes_an_imported_article_down_and_leaves_a_word_there():
    article = imported(withdrawn("Phó Mẫu", "25/11/2024"))

    assert kinds(article) == [BlockerKind.WITHDRAWN]
    assert removed_on(article, [PLAN], TODAY) == day("25/11/2024")


@pytest.mark.parametrize(
    "change",
    [
        {"seal": ""},
        {"decision": replace(DECISION, is_sealed=False)},
        {"decision": replace(DECISION, on=day("26/11/2024"))},
    ],
)
def test_what_no_decision_had_let_out_by_then_leaves_nothing_there(change):
    assert removed_on(imported(withdrawn("Phó Mẫu", "25/11/2024"), **change), [PLAN], TODAY) is None


def test_an_error_keeps_it_from_the_public_all_the_same():
    broken = replace(imported(), problems=(Problem("a.md", 1, "Sai."),))

    assert kinds(broken) == [BlockerKind.BROKEN]


# Pictures

SHOWN = replace(DECISION, shows_pictures=True)


@pytest.mark.parametrize(
    ("decision", "consent", "seal", "shows"),
    [
        (DECISION, Consent.UNSTATED, SEAL, False),
        (DECISION, Consent.GIVEN, SEAL, True),
        (DECISION, Consent.NO_CHILDREN, SEAL, True),
        (DECISION, Consent.REFUSED, SEAL, False),
        (SHOWN, Consent.UNSTATED, SEAL, True),
        (SHOWN, Consent.REFUSED, SEAL, False),
        (SHOWN, Consent.UNSTATED, "b" * 12, False),
        (replace(SHOWN, is_sealed=False), Consent.UNSTATED, SEAL, False),
        (replace(SHOWN, by="Phó Mẫu"), Consent.UNSTATED, SEAL, False),
    ],
)
def test_old_pictures_are_shown_by_consent_or_by_a_decision_over_this_very_text(
    decision, consent, seal, shows
):
    article = imported(decision=decision, consent=consent, seal=seal, cover="anh/a.jpg")

    assert may_show_pictures(article, [PLAN], TODAY) is shows


def test_an_article_never_waits_for_the_consent_to_its_old_pictures():
    strict = replace(PLAN, consent_required=True)

    assert kinds(imported(on="12/11/2024", cover="anh/a.jpg"), [strict]) == []


def test_an_edited_article_is_shown_without_the_pictures_that_nobody_agreed_to():
    again = imported(
        approved("Phó Mẫu", "25/11/2024"), decision=SHOWN, seal="b" * 12, cover="anh/a.jpg"
    )

    assert kinds(again) == []
    assert not may_show_pictures(again, [PLAN], TODAY)


# Quotas


@pytest.mark.parametrize(
    ("decision", "is_counted"),
    [
        (DECISION, False),
        (replace(DECISION, counts=True), True),
        (replace(DECISION, counts=True, is_sealed=False), False),
        (replace(DECISION, counts=True, by="Phó Mẫu"), False),
    ],
)
def test_an_imported_article_counts_where_a_sound_decision_says_so(decision, is_counted):
    assert counts(imported(decision=decision), [PLAN], TODAY) is is_counted
    assert counts(make_article(OLD), [PLAN], TODAY)


# The list

FILES = {"tin-bai/a.md": "a" * 12, "tin-bai/b.md": ""}


@pytest.mark.parametrize(
    ("decision", "files"),
    [
        (replace(DECISION, by="Phó Mẫu"), FILES),
        (replace(DECISION, on=day("21/11/2024")), FILES),
        (replace(DECISION, source="khac.example"), FILES),
        (replace(DECISION, shows_pictures=True), FILES),
        (replace(DECISION, counts=True), FILES),
        (DECISION, {**FILES, "tin-bai/c.md": "c" * 12}),
        (DECISION, {**FILES, "tin-bai/b.md": "b" * 12}),
        (DECISION, {"tin-bai/a.md": "a" * 12}),
        (DECISION, {"tin-bai/a.md a": "a" * 11, "tin-bai/b.md": ""}),
    ],
)
def test_the_seal_covers_all_that_the_file_says(decision, files):
    assert decision.seal_over(files) != DECISION.seal_over(FILES)


def test_the_order_of_a_list_and_the_letters_of_a_path_change_no_seal():
    decomposed = {"tin-bai/hội.md": "a" * 12}

    assert DECISION.seal_over(dict(reversed(FILES.items()))) == DECISION.seal_over(FILES)
    assert DECISION.seal_over(decomposed) == DECISION.seal_over({"tin-bai/hội.md": "a" * 12})


def test_of_two_lists_the_first_tells_where_an_article_comes_from():
    one = ImportList(decision=DECISION, files=FILES)
    other = ImportList(decision=replace(DECISION, path="nhap/b.yaml"), files=FILES)

    assert import_of("tin-bai/a.md", [one, other]) == Imported(decision=DECISION, seal="a" * 12)
    assert import_of("tin-bai/c.md", [one, other]) is None
