"""The rights of commits by table: who, on which day, in which role, and under whose name."""

from dataclasses import replace

import pytest
from sample import PLAN_YAML, approved, day, make_article, make_plan, returned

from newsroom.domain.content.decisions import Decision, DecisionKind
from newsroom.domain.plan.board import BOARD, Role
from newsroom.domain.provenance.commit import (
    Commit,
    SignedLineKind,
    ledger_mark,
    signed_line_of,
    signed_lines_of,
)
from newsroom.domain.provenance.permissions import Holder
from newsroom.domain.provenance.rights import BoardRights, plans_for, serving
from newsroom.domain.text.vietnamese import fold

CHIEF, VICE, CLERK, LAN = (f"{name}@mau.example" for name in ("ht", "pho", "kt", "lan"))
EMAILS = {"Hiệu Trưởng Mẫu": CHIEF, "Phó Mẫu": VICE, "Kế Toán Mẫu": CLERK}
FINANCE = Role("tài chính")


def with_emails(**bounds):
    """The sample plan, its board with addresses; the vice-principal serves for a time."""
    base = PLAN_YAML
    for name, email in EMAILS.items():
        base = base.replace(f"{{tên: {name}, chức", f"{{tên: {name}, thư điện tử: {email}, chức")
    plan = make_plan(base=base)
    board = (replace(m, **bounds) if m.person.name == "Phó Mẫu" else m for m in plan.board)
    return replace(plan, board=tuple(board))


THIS = with_emails()
NEXT = replace(
    THIS,
    code="2025-2026",
    term=replace(THIS.term, first=day("01/09/2025"), last=day("31/05/2026")),
    board=THIS.board[:1],
)
RIGHTS = BoardRights(plans=[THIS])


def commit(email, on="20/11/2024", authored=None):
    return Commit(
        code="0" * 40, number=1, email=email, on=day(on), authored=authored and day(authored)
    )


@pytest.mark.parametrize(
    ("on", "codes"),
    [
        # Before all plans, and between two, the latest ones stand in.
        ("31/07/2024", ["2025-2026"]),
        ("01/08/2024", ["2024-2025"]),
        ("31/07/2025", ["2024-2025"]),
        ("01/08/2025", ["2025-2026"]),
        ("31/08/2025", ["2025-2026"]),
        ("01/09/2025", ["2025-2026"]),
        ("31/05/2026", ["2025-2026"]),
        ("01/06/2026", ["2025-2026"]),
    ],
)
@pytest.mark.parametrize("in_order", [1, -1])
def test_a_day_has_the_plans_in_force_else_the_latest(on, codes, in_order):
    plans = [THIS, NEXT][::in_order]

    assert [plan.code for plan in plans_for(plans, day(on))] == codes


def test_without_a_plan_there_is_no_board():
    assert plans_for([], day("20/11/2024")) == ()
    assert list(serving([], day("20/11/2024"))) == []


@pytest.mark.parametrize(
    ("holder", "email", "expected"),
    [
        (Holder.ANYBODY, "", True),
        (Holder.BOARD, CHIEF, True),
        (Holder.BOARD, CLERK, True),
        (Holder.BOARD, LAN, False),
        (Holder.BOARD, "", False),
        (Holder.EDITOR_IN_CHIEF, CHIEF, True),
        (Holder.EDITOR_IN_CHIEF, VICE, False),
        (Holder.BOARD_BUT_AUTHORS, VICE, True),
        (Holder.BOARD_BUT_AUTHORS, LAN, False),
        # No line names anybody.
        (Holder.SIGNER, VICE, False),
    ],
)
def test_each_holder_of_a_permission_is_known_by_an_address(holder, email, expected):
    assert RIGHTS.holds(holder, commit(email)) is expected


@pytest.mark.parametrize(
    ("writers", "expected"),
    [
        (set(), True),
        ({"lan mẫu"}, True),
        ({"phó mẫu"}, False),
        ({"cô phó"}, False),
        ({"lan mẫu", "cô phó"}, False),
        ({"hiệu trưởng mẫu"}, True),
    ],
)
def test_a_member_does_not_change_what_they_wrote_under_any_name(writers, expected):
    assert RIGHTS.may_change(commit(VICE), frozenset(map(fold, writers))) is expected


@pytest.mark.parametrize(
    ("authored", "on", "expected"),
    [
        ("09/11/2024", "20/11/2024", False),
        ("10/11/2024", "20/11/2024", True),
        ("20/11/2024", "20/11/2024", True),
        ("20/11/2024", "21/11/2024", False),
        ("21/11/2024", "21/11/2024", False),
        (None, "09/11/2024", False),
        (None, "10/11/2024", True),
    ],
)
@pytest.mark.parametrize("kind", ["edit", "approve"])
def test_the_right_is_there_on_every_day_of_the_commit(authored, on, expected, kind):
    bounds = {"first": day("10/11/2024"), "last": day("20/11/2024")}
    rights = BoardRights(plans=[with_emails(**bounds)])
    made = commit(VICE, on, authored)
    mark = signed_line_of(approved("Phó Mẫu", "15/11/2024"))

    found = rights.may_edit(made) if kind == "edit" else rights.may_add(mark, made)

    assert found is expected


@pytest.mark.parametrize(
    ("by", "role", "email", "expected"),
    [
        ("Phó Mẫu", "", VICE, True),
        ("cô Phó", "", VICE, True),
        ("Phó Mẫu", "", CHIEF, False),
        ("Ai Đó", "", VICE, False),
        ("Kế Toán Mẫu", "", CLERK, True),
        ("Kế Toán Mẫu", "tài chính", CLERK, True),
        # Whoever never had the role is the gate's to turn away.
        ("Kế Toán Mẫu", "ban biên tập", CLERK, True),
    ],
)
def test_an_approval_is_brought_by_its_giver(by, role, email, expected):
    mark = signed_line_of(approved(by, "15/11/2024", role))

    assert RIGHTS.may_add(mark, commit(email)) is expected
    assert RIGHTS.is_own(mark, email) is (expected or by == "Kế Toán Mẫu")


@pytest.mark.parametrize(
    ("roles", "role", "expected"),
    [
        # The accountant of the day of the line had finance; what they hold when they commit it.
        ((FINANCE,), "tài chính", True),
        ((FINANCE,), "", True),
        ((BOARD,), "tài chính", False),
        ((BOARD,), "", False),
        ((), "", False),
    ],
)
def test_a_role_that_was_claimed_is_held_on_the_day_of_the_commit_too(roles, role, expected):
    board = tuple(
        replace(member, roles=roles) if member.person.name == "Kế Toán Mẫu" else member
        for member in THIS.board
    )
    later = replace(NEXT, board=board)
    rights = BoardRights(plans=[THIS, later])
    mark = signed_line_of(approved("Kế Toán Mẫu", "15/11/2024", role))

    assert rights.may_sign_on(mark, day("20/10/2025")) is expected
    assert rights.may_add(mark, commit(CLERK, "20/10/2025")) is expected


@pytest.mark.parametrize(
    ("kind", "by", "email", "expected"),
    [
        (DecisionKind.CORRECTED, "Phó Mẫu", VICE, True),
        (DecisionKind.CORRECTED, "Kế Toán Mẫu", CLERK, True),
        (DecisionKind.CORRECTED, "Phó Mẫu", CHIEF, False),
        (DecisionKind.SELECTED, "Phó Mẫu", VICE, True),
        (DecisionKind.RETURNED, "Phó Mẫu", CHIEF, True),
        (DecisionKind.WITHDRAWN, "Phó Mẫu", LAN, False),
    ],
)
def test_corrections_are_their_signers_and_returns_any_members(kind, by, email, expected):
    decision = Decision(kind=kind, by=by, on=day("15/11/2024"), reason="x", line=9)
    (mark,) = signed_lines_of(make_article("12/11/2024", decision).decisions)

    assert RIGHTS.may_add(mark, commit(email)) is expected
    assert mark.line == 9


def test_a_line_whose_day_cannot_be_read_is_nobodys():
    decision = Decision(kind=DecisionKind.CORRECTED, by="Phó Mẫu", on=None, reason="x")
    (mark,) = signed_lines_of(make_article("12/11/2024", decision).decisions)

    assert not RIGHTS.is_own(mark, VICE)
    assert not RIGHTS.may_add(mark, commit(VICE))


@pytest.mark.parametrize(
    ("on", "line", "is_told"),
    [
        ("12/11/2024", 8, False),
        ("13/11/2024", 8, False),
        ("13/11/2024", 10, True),
        ("14/11/2024", 10, False),
    ],
)
def test_an_approval_below_a_return_of_its_day_says_something_of_its_own(on, line, is_told):
    article = make_article(
        "12/11/2024",
        approved("Phó Mẫu", on, line=line),
        returned("Hiệu Trưởng Mẫu", "13/11/2024", line=9),
    )

    told = [m for m in signed_lines_of(article.decisions) if m.kind is SignedLineKind.ANSWERED]

    assert [(m.by, m.line) for m in told] == ([("Phó Mẫu", 10)] if is_told else [])


@pytest.mark.parametrize(
    ("text", "is_same"),
    [("Sở, 20/11/2024", True), ("  Sở,   20/11/2024 ", True), ("Sở, 21/11/2024", False)],
)
def test_a_line_of_the_ledger_is_the_same_however_it_is_spaced(text, is_same):
    one = ledger_mark(SignedLineKind.SENT, "Sở, 20/11/2024", "Sở", 4)
    other = ledger_mark(SignedLineKind.SENT, text, "sở", 9)

    assert (one == other) is is_same
    assert other.line == 9
    assert ledger_mark(SignedLineKind.CARRIED, "Sở, 20/11/2024", "Sở", 4) != one


def test_the_days_of_a_commit_are_its_authors_and_its_own():
    assert commit(VICE).days == {day("20/11/2024")}
    assert commit(VICE, authored="01/11/2024").days == {day("01/11/2024"), day("20/11/2024")}
