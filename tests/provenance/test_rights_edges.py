"""Rights to approve, at the edges: the last day of a chief, two at one address, two of one name."""

from dataclasses import replace

import pytest
from sample import approved, day, make_article
from test_rights_by_table import CHIEF, CLERK, FINANCE, LAN, NEXT, THIS, VICE, commit, with_emails

from newsroom.domain.content.decisions import Decision, DecisionKind
from newsroom.domain.content.import_decision import ImportDecision, ImportList
from newsroom.domain.plan.board import BOARD
from newsroom.domain.plan.group import Person
from newsroom.domain.provenance.commit import import_mark, signed_line_of, signed_lines_of
from newsroom.domain.provenance.permissions import Holder, Subject
from newsroom.domain.provenance.rights import BoardRights, WholeFileRights
from newsroom.domain.text.vietnamese import fold

DAYS = pytest.mark.parametrize(
    ("authored", "on", "expected"),
    [
        ("09/11/2024", "09/11/2024", False),
        ("09/11/2024", "10/11/2024", False),
        ("10/11/2024", "10/11/2024", True),
        ("10/11/2024", "20/11/2024", True),
        ("20/11/2024", "20/11/2024", True),
        ("20/11/2024", "21/11/2024", False),
        ("21/11/2024", "21/11/2024", False),
    ],
)


def member(name, plan=THIS, **changes):
    (found,) = (m for m in plan.board if m.person.name == name)
    return replace(found, **changes)


def with_board(*members, plan=THIS):
    return replace(plan, board=members)


def import_by(name, on="15/11/2024"):
    decision = ImportDecision(path="nhap/a.yaml", by=name, on=day(on), seal="a" * 12)
    return import_mark(ImportList(decision=decision))


def corrected(name, on="15/11/2024"):
    decision = Decision(kind=DecisionKind.CORRECTED, by=name, on=day(on), reason="x", line=9)
    return next(signed_lines_of(make_article("12/11/2024", decision).decisions))


SERVED = {"first": day("10/11/2024"), "last": day("20/11/2024")}


@DAYS
@pytest.mark.parametrize("subject", [Subject.PLAN, Subject.SCHOOL])
def test_the_editor_in_chief_is_so_on_each_day_of_the_commit(authored, on, expected, subject):
    plan = with_board(member("Hiệu Trưởng Mẫu", **SERVED), *THIS.board[1:])
    rights = WholeFileRights(plans=[plan], subject=subject)

    assert rights.may_edit(commit(CHIEF, on, authored)) is expected


@DAYS
def test_an_import_is_signed_with_the_last_word_on_each_day_of_the_commit(authored, on, expected):
    plan = with_board(member("Hiệu Trưởng Mẫu", **SERVED), *THIS.board[1:])
    rights = BoardRights(plans=[plan])
    mark = import_by("Hiệu Trưởng Mẫu")

    assert rights.may_add(mark, commit(CHIEF, on, authored)) is expected
    assert rights.may_sign_on(mark, day(authored)) is (authored[:2] in {"10", "20"})


@pytest.mark.parametrize(
    ("name", "email", "expected"),
    [
        ("Hiệu Trưởng Mẫu", CHIEF, True),
        ("Hiệu Trưởng Mẫu", VICE, False),
        ("Hiệu Trưởng Mẫu", "", False),
        # In one's own name, but not with the last word.
        ("Phó Mẫu", VICE, False),
        # With the last word, but in another's name.
        ("Phó Mẫu", CHIEF, False),
        ("Ai Đó", CHIEF, False),
    ],
)
def test_an_import_is_signed_by_the_last_word_in_their_own_name(name, email, expected):
    mark = import_by(name)
    lists = WholeFileRights(plans=[THIS], subject=Subject.IMPORT_LIST)

    assert BoardRights(plans=[THIS]).may_add(mark, commit(email)) is expected
    assert lists.may_add(mark, commit(email)) is expected
    assert lists.may_add(signed_line_of(approved("Phó Mẫu", "15/11/2024")), commit(VICE))
    assert not lists.may_add(signed_line_of(approved("Phó Mẫu", "15/11/2024")), commit(LAN))


@pytest.mark.parametrize(
    ("code", "name", "email", "expected"),
    [
        ("hieu-truong-mau", "Hiệu Trưởng Mẫu", CHIEF, True),
        ("hieu-truong-mau", "Hiệu Trưởng Mẫu", "moi@mau.example", True),
        ("khac", "Hiệu Trưởng Mẫu", CHIEF, True),
        # The successor bears the same name: what the one before signs today is not theirs.
        ("khac", "Hiệu Trưởng Mẫu", "moi@mau.example", False),
        ("khac", "Ai Mẫu", CHIEF, False),
    ],
)
def test_next_year_the_last_word_is_one_person_by_code_or_by_name_and_address(
    code, name, email, expected
):
    chief = member("Hiệu Trưởng Mẫu", person=Person(code=code, name=name, emails=(email,)))
    later = replace(with_board(chief, plan=NEXT), groups=())
    rights = BoardRights(plans=[THIS, later])
    mark = import_by("Hiệu Trưởng Mẫu")

    assert rights.may_add(mark, commit(CHIEF, "20/10/2025")) is expected


def test_of_two_plans_of_a_day_either_chief_will_do():
    other = member("Phó Mẫu", is_editor_in_chief=True)
    both = [THIS, with_board(other, plan=THIS)]

    def may(plans, email):
        rights = BoardRights(plans=plans)
        return rights.holds(Holder.EDITOR_IN_CHIEF, commit(email))

    assert [may(both, email) for email in (CHIEF, VICE, LAN)] == [True, True, False]
    assert [may(both[:1], email) for email in (CHIEF, VICE)] == [True, False]
    rights = BoardRights(plans=both)
    assert rights.may_add(import_by("Phó Mẫu"), commit(VICE))
    assert rights.may_add(import_by("Hiệu Trưởng Mẫu"), commit(CHIEF))


@pytest.mark.parametrize("holder", [Holder.SIGNER, Holder.LAST_WORD])
def test_without_a_line_nobody_signs(holder):
    assert not BoardRights(plans=[THIS]).holds(holder, commit(CHIEF))


@pytest.mark.parametrize(
    ("writers", "expected"),
    [
        (set(), True),
        ({"kế toán mẫu"}, False),
        ({"phó mẫu"}, False),
        ({"phó mẫu", "kế toán mẫu"}, False),
        ({"lan mẫu"}, True),
    ],
)
def test_of_two_at_one_address_neither_changes_what_the_other_wrote(writers, expected):
    accountant = member("Kế Toán Mẫu")
    shared = replace(accountant.person, emails=(VICE,))
    rights = BoardRights(plans=[with_board(member("Phó Mẫu"), replace(accountant, person=shared))])

    assert rights.may_change(commit(VICE), frozenset(map(fold, writers))) is expected


def test_what_a_member_wrote_as_another_year_calls_them_is_their_own():
    named = replace(member("Phó Mẫu").person, aliases=("cô Hai",))
    later = with_board(member("Phó Mẫu", person=named), plan=NEXT)
    rights = BoardRights(plans=[THIS, later])
    over_the_years = commit(VICE, "01/09/2025", "31/07/2025")

    for writer, expected in (("cô Hai", False), ("cô Phó", False), ("cô Ba", True)):
        assert rights.may_change(over_the_years, frozenset({fold(writer)})) is expected


@pytest.mark.parametrize(
    ("roles", "expected"),
    [((BOARD,), True), ((FINANCE,), True), ((), False)],
)
def test_a_correction_needs_a_role_of_the_board_on_the_day_of_the_commit(roles, expected):
    later = with_board(member("Kế Toán Mẫu", roles=roles), plan=NEXT)
    rights = BoardRights(plans=[THIS, later])

    assert rights.may_add(corrected("Kế Toán Mẫu"), commit(CLERK, "20/10/2025")) is expected


def test_a_correction_by_whoever_never_had_a_role_is_the_gates_to_turn_away():
    """Nor has she one as a head, who only looks first."""
    (lan,) = (replace(person, emails=(LAN,)) for person in THIS.people.find("Lan Mẫu"))
    own = replace(THIS.group("to-1"), head=lan, members=(lan,))
    rights = BoardRights(plans=[replace(THIS, groups=(own,))])

    assert rights.may_add(corrected("Lan Mẫu"), commit(LAN))
    # Where they had one on the day of the line, they need one on that of the commit.
    gone = BoardRights(plans=[with_emails(last=day("16/11/2024"))])
    assert gone.may_add(corrected("Phó Mẫu"), commit(VICE, "16/11/2024"))
    assert not gone.may_add(corrected("Phó Mẫu"), commit(VICE, "17/11/2024"))


def test_two_of_one_name_at_one_address_hold_what_either_holds():
    """Ambiguous: nobody can tell them apart, and it is the gate that asks which one it is."""
    twin = Person(code="pho-mau-2", name="Phó Mẫu", emails=(VICE,))
    board = (*THIS.board, member("Kế Toán Mẫu", person=twin))
    rights = BoardRights(plans=[with_board(*board)])

    for role in ("", "tài chính", "ban biên tập"):
        assert rights.may_add(signed_line_of(approved("Phó Mẫu", "15/11/2024", role)), commit(VICE))
    assert not rights.may_add(signed_line_of(approved("Phó Mẫu", "15/11/2024")), commit(CLERK))
    assert not rights.is_own(signed_line_of(approved("Phó Mẫu", "15/11/2024")), CHIEF)

    # What both could be meant for is gone with the one who held it.
    board = (*with_emails(last=day("16/11/2024")).board, member("Kế Toán Mẫu", person=twin))
    gone, mark = BoardRights(plans=[with_board(*board)]), approved("Phó Mẫu", "15/11/2024")
    assert gone.may_add(signed_line_of(mark), commit(VICE, "16/11/2024"))
    assert not gone.may_add(signed_line_of(mark), commit(VICE, "17/11/2024"))


def test_a_line_without_a_day_claims_nothing():
    decision = Decision(kind=DecisionKind.CORRECTED, by="Phó Mẫu", on=None, reason="x")
    (mark,) = signed_lines_of(make_article("12/11/2024", decision).decisions)
    rights = BoardRights(plans=[THIS])

    assert rights.may_sign_on(mark, day("15/11/2024"))
    assert not rights.is_own(mark, VICE)
