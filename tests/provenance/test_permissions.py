"""One table of who may change what: printed in the rules, asked by `--against`."""

import pytest
from sample import PLAN_YAML, approved, day, make_plan, returned
from test_commits import CHIEF, LAN, RIGHTS, VICE, WITH_EMAILS, by, version

from newsroom.domain.content.import_decision import ImportDecision, ImportList
from newsroom.domain.provenance import rights as rights_module
from newsroom.domain.provenance.commit import (
    SignedLineKind,
    import_mark,
    ledger_mark,
    signed_line_of,
)
from newsroom.domain.provenance.permissions import PERMISSIONS, Holder, Subject, subject_of
from newsroom.domain.provenance.rights import WholeFileRights
from newsroom.domain.text.vietnamese import fold
from newsroom.vocabulary.approval import WHO_MAY_CHANGE

STRANGER = "la@mau.example"
YES = signed_line_of(approved("Phó Mẫu", "12/11/2024"))
BACK = next(iter(version(returned("Phó Mẫu", "12/11/2024")).marks))
SENT = ledger_mark(SignedLineKind.SENT, "Sở, 12/11/2024", "Sở", 9)

IMPORT = import_mark(
    ImportList(
        decision=ImportDecision(path="nhap/a.yaml", by="Hiệu Trưởng Mẫu", on=day("12/11/2024"))
    )
)


def may(subject, email):
    """The answer that `--against` gets about one commit by that address."""
    commit = by(email)
    match subject:
        case Subject.SIGNED_LINE:
            return RIGHTS.may_add(YES, commit)
        case Subject.CLOSING_LINE:
            return RIGHTS.may_add(BACK, commit)
        case Subject.LEDGER_LINE:
            return RIGHTS.may_add(SENT, commit)
        case Subject.IMPORT:
            return RIGHTS.may_add(IMPORT, commit)
        case Subject.REMOVED_LINE:
            return RIGHTS.may_edit(commit)
        case Subject.APPROVED_ITEM:
            return RIGHTS.may_change(commit, frozenset({fold("Phó Mẫu")}))
    return WholeFileRights(plans=[WITH_EMAILS], subject=subject).may_edit(commit)


# The chief, the vice-principal (who gave the approval, and wrote the article), a teacher.
EXPECTED = {
    Subject.SIGNED_LINE: (False, True, False),
    Subject.CLOSING_LINE: (True, True, False),
    Subject.REMOVED_LINE: (True, True, False),
    Subject.APPROVED_ITEM: (True, False, False),
    Subject.LEDGER_LINE: (True, True, False),
    Subject.REGISTER: (True, True, False),
    Subject.IMPORT_LIST: (True, True, False),
    Subject.IMPORT: (True, False, False),
    Subject.PLAN: (True, False, False),
    Subject.SCHOOL: (True, False, False),
}


@pytest.mark.parametrize("subject", [s for s in Subject if s is not Subject.DRAFT])
def test_each_row_is_asked(subject, monkeypatch):
    assert tuple(may(subject, email) for email in (CHIEF, VICE, LAN)) == EXPECTED[subject]
    assert not may(subject, STRANGER)

    monkeypatch.setattr(rights_module, "PERMISSIONS", {**PERMISSIONS, subject: Holder.ANYBODY})

    assert may(subject, STRANGER)


def test_every_row_is_printed_in_the_order_of_the_table():
    assert len(WHO_MAY_CHANGE) == len(PERMISSIONS) == len(Subject)
    assert len({what for what, _ in WHO_MAY_CHANGE}) == len(Subject)


def test_an_approval_moved_below_a_return_is_a_decision_undone():
    marks = version(returned("Phó Mẫu", "12/11/2024", line=5), approved("Phó Mẫu", "12/11/2024"))
    moved = [m for m in marks.marks if m.kind is SignedLineKind.ANSWERED]

    assert [subject_of(mark) for mark in moved] == [Subject.REMOVED_LINE]


def test_a_stand_ins_approval_is_held_against_the_boards_right():
    base = PLAN_YAML.replace("{tên: Phó Mẫu, chức", f"{{tên: Phó Mẫu, thư điện tử: {VICE}, chức")
    left = base.replace("bí danh: [cô Phó]}", "bí danh: [cô Phó], đến: 15/11/2024}")
    mark = signed_line_of(approved("Phó Mẫu", "12/11/2024", "tài chính"))

    for plan, expected in ((make_plan(base=base), True), (make_plan(base=left), False)):
        rights = rights_module.BoardRights(plans=[plan])
        assert rights.may_add(mark, by(VICE, on="20/11/2024")) is expected
