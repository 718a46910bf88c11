"""Findings by table: what stands, what is gone, what was changed behind an approval, by whom."""

from dataclasses import replace

import pytest
from sample import approved, day, make_article, returned
from test_rights_by_table import CHIEF, CLERK, LAN, THIS, VICE, with_emails

from newsroom.domain.content.content_item import StandingPage
from newsroom.domain.content.decisions import Approval, Decision, DecisionKind, Decisions
from newsroom.domain.content.import_decision import ImportDecision, Imported, ImportList
from newsroom.domain.problem import Problem
from newsroom.domain.provenance.checks import (
    FindingKind,
    import_findings,
    is_approved,
    item_findings,
    plan_version,
)
from newsroom.domain.provenance.commit import (
    ABSENT,
    Commit,
    Content,
    SignedLineKind,
    Version,
    import_mark,
    ledger_mark,
    signed_lines_of,
)
from newsroom.domain.provenance.file_history import FileHistory, begun, stepped
from newsroom.domain.provenance.permissions import Subject
from newsroom.domain.provenance.rights import BoardRights, WholeFileRights

RIGHTS = BoardRights(plans=[THIS])
YES = approved("Phó Mẫu", "12/11/2024")
LATER = approved("Phó Mẫu", "14/11/2024")
OF_CHIEF = approved("Hiệu Trưởng Mẫu", "12/11/2024")
FINANCE = approved("Kế Toán Mẫu", "12/11/2024", "tài chính")
# Whoever does not hold the role is the gate's to turn away: the line may stand, and fills nothing.
VOID = approved("Kế Toán Mẫu", "12/11/2024", "ban biên tập")
BACK = returned("Phó Mẫu", "12/11/2024", line=20)
BELOW = replace(YES, line=30)
FIXED = Decision(
    kind=DecisionKind.CORRECTED, by="Phó Mẫu", on=day("13/11/2024"), reason="x", line=40
)
SENT = ledger_mark(SignedLineKind.SENT, "Sở, 12/11/2024", "Sở", 9)
SENT_LATER = ledger_mark(SignedLineKind.SENT, "Sở, 13/11/2024", "Sở", 9)
TEXT, OTHER, THIRD = (Content("a.md", words) for words in ("một", "hai", "ba"))
LINES = (Approval, Decision)
K = FindingKind


def commit(email, number=1, **options):
    on = day("20/11/2024")
    return Commit(code=f"{number:040}", number=number, email=email, on=on, **options)


def version(*lines, content=TEXT, writers=()):
    """A version with these lines: decisions, or marks as they are."""
    decisions = Decisions(
        approvals=tuple(line for line in lines if isinstance(line, Approval)),
        others=tuple(line for line in lines if isinstance(line, Decision)),
    )
    marks = {line for line in lines if not isinstance(line, LINES)}
    return Version(
        content=content,
        marks=frozenset({*signed_lines_of(decisions), *marks}),
        writers=frozenset(writers),
    )


def after(*steps, start=None, rights=RIGHTS):
    trail = begun(start) if start else FileHistory()
    for number, (email, made) in enumerate(steps, start=1):
        trail = stepped(trail, made, commit(email, number), rights)
    return trail


def found(trail, *decisions, rights=None, **fields):
    article = make_article("12/11/2024", *(decisions or (YES,)), plan=THIS, **fields)
    return [*item_findings("a.md", trail, lambda: article, [THIS], rights)]


def kinds(trail, *decisions, **fields):
    return sorted((one.kind for one in found(trail, *decisions, **fields)), key=str)


def unread():
    raise AssertionError("nothing depends on the gate")


@pytest.mark.parametrize(
    ("start", "steps", "expected"),
    [
        # A draft's ledger is read by whoever approves it.
        (version(), [(LAN, version(SENT))], []),
        (version(SENT), [(LAN, version())], []),
        (version(YES), [(VICE, version(YES, SENT))], []),
        (version(YES), [(LAN, version(YES, SENT))], [K.LEDGER]),
        (version(YES, BACK), [(LAN, version(YES, BACK, SENT))], [K.LEDGER]),
        (version(YES, SENT), [(LAN, version(YES))], [K.REMOVED]),
        (version(YES, SENT), [(LAN, version(YES, SENT_LATER))], [K.LEDGER]),
        # No approval that is sound: the ledger is not public either.
        (version(), [(LAN, version(YES, SENT))], [K.WRITTEN]),
        # Read again by a new approval, and by nothing else.
        (version(YES), [(LAN, version(YES, SENT)), (VICE, version(YES, LATER, SENT))], []),
        (version(YES, SENT), [(LAN, version(YES)), (VICE, version(YES, LATER))], []),
        (version(YES), [(LAN, version(YES, SENT)), (VICE, version(YES, SENT, FIXED))], [K.LEDGER]),
        (version(YES), [(LAN, version(YES, OF_CHIEF, SENT))], [K.LEDGER, K.WRITTEN]),
        (
            version(YES),
            [(LAN, version(YES, OF_CHIEF)), (VICE, version(YES, OF_CHIEF, LATER))],
            [K.WRITTEN],
        ),
    ],
)
def test_the_ledger_is_the_boards_where_an_article_is_out(start, steps, expected):
    assert kinds(after(*steps, start=start), YES, LATER) == expected


@pytest.mark.parametrize(
    ("start", "steps", "expected"),
    [
        (version(YES, BACK), [(LAN, version(BELOW, BACK))], [K.MOVED]),
        (version(YES, BACK), [(CHIEF, version(BELOW, BACK))], []),
        # Back above the return: nothing is public by that.
        (version(BELOW, BACK), [(LAN, version(YES, BACK))], []),
        # A forged approval is told once, wherever it stands.
        (version(BACK), [(LAN, version(BELOW, BACK))], [K.WRITTEN]),
        (version(BACK), [(LAN, version(BELOW, BACK, FIXED))], [K.WRITTEN, K.WRITTEN]),
        (version(), [(LAN, version(BACK))], [K.CLOSED]),
        (version(), [(CHIEF, version(BACK))], []),
        (version(BACK), [(LAN, version(returned("Phó Mẫu", "13/11/2024")))], [K.REMOVED, K.CLOSED]),
    ],
)
def test_a_return_is_made_and_undone_by_the_board(start, steps, expected):
    assert kinds(after(*steps, start=start)) == sorted(expected, key=str)


@pytest.mark.parametrize(
    ("start", "steps", "expected"),
    [
        (version(OF_CHIEF, YES), [(LAN, version(YES))], [K.REMOVED]),
        (version(OF_CHIEF, YES), [(VICE, version(YES))], []),
        # Approved anew, by somebody who saw it as it stands.
        (version(OF_CHIEF, FIXED), [(LAN, version(FIXED)), (VICE, version(FIXED, YES))], []),
        (version(OF_CHIEF), [(LAN, version()), (VICE, version(FIXED))], [K.REMOVED]),
        (
            version(OF_CHIEF),
            [(LAN, version()), (VICE, version(YES)), (LAN, version(YES, content=OTHER))],
            [K.EDITED, K.REMOVED],
        ),
        # An approval answers for approvals, not for corrections.
        (version(FIXED), [(LAN, version()), (VICE, version(YES))], [K.REMOVED]),
        # Written differently in one commit: told once. In two, or another's line: twice.
        (version(YES), [(LAN, version(LATER))], [K.WRITTEN]),
        (version(YES), [(LAN, version()), (LAN, version(LATER))], [K.REMOVED, K.WRITTEN]),
        (version(OF_CHIEF), [(LAN, version(YES))], [K.REMOVED, K.WRITTEN]),
        (version(FIXED), [(LAN, version(YES))], [K.REMOVED, K.WRITTEN]),
        # Taken out by its giver and put back by another.
        (version(YES), [(VICE, version()), (LAN, version(YES))], [K.WRITTEN]),
    ],
)
def test_a_decision_taken_out_is_found_unless_it_was_answered(start, steps, expected):
    assert kinds(after(*steps, start=start)) == expected


def test_a_finding_names_the_commit_that_did_it_and_not_the_last_one():
    removed = after(
        (LAN, version(YES)),
        (CHIEF, version(YES, content=OTHER)),
        start=version(OF_CHIEF, YES),
    )

    (finding,) = found(removed)

    assert (finding.kind, finding.commit.number) == (K.REMOVED, 1)


def test_a_forged_line_is_told_with_the_commit_that_wrote_it():
    steps = [(LAN, version(YES)), (CHIEF, version(YES, content=OTHER))]

    (finding,) = found(after(*steps))

    assert (finding.kind, finding.commit.number) == (K.WRITTEN, 1)


@pytest.mark.parametrize(
    ("on", "email", "expected"),
    [
        ("16/11/2024", VICE, [K.LAPSED]),
        ("17/11/2024", VICE, []),
        ("16/11/2024", LAN, [K.WRITTEN]),
        ("16/11/2024", CHIEF, [K.WRITTEN]),
    ],
)
def test_what_ones_right_has_lapsed_for_is_not_called_forged(on, email, expected):
    rights = BoardRights(plans=[with_emails(last=day("16/11/2024"))])
    trail = after((email, version(approved("Phó Mẫu", on))), rights=rights)

    assert kinds(trail, rights=rights) == expected
    # Where nobody can be asked, an act without the right to it is just that.
    assert kinds(trail) == [K.WRITTEN for _ in expected]


@pytest.mark.parametrize(
    ("start", "steps"),
    [
        (version(SENT), [(LAN, version(SENT, content=OTHER)), (VICE, version(SENT, YES))]),
        (version(YES), [(LAN, version(YES, OF_CHIEF))]),
        (version(SENT), [(LAN, version(SENT, content=OTHER))]),
    ],
)
def test_an_item_is_read_only_where_an_approval_did_not_see_it(start, steps):
    assert all(
        one.kind is K.WRITTEN
        for one in item_findings("a.md", after(*steps, start=start), unread, [THIS])
    )


@pytest.mark.parametrize(
    ("start", "steps", "decisions", "expected"),
    [
        # Of two approvals that it asks for, one did not see the text.
        (
            version(YES),
            [(LAN, version(YES, content=OTHER)), (CLERK, version(YES, FINANCE, content=OTHER))],
            (YES, FINANCE),
            [K.EDITED],
        ),
        (version(YES, FINANCE), [(LAN, version(YES, FINANCE))], (YES, FINANCE), []),
        # What was forged fills no role, whether it saw the text or not.
        (
            version(FINANCE),
            [(LAN, version(FINANCE, YES, content=OTHER))],
            (FINANCE, YES),
            [K.EDITED, K.WRITTEN],
        ),
    ],
)
def test_each_approval_that_is_asked_for_must_have_seen_the_text(start, steps, decisions, expected):
    trail = after(*steps, start=start)

    assert kinds(trail, *decisions, category="tai-chinh") == expected


@pytest.mark.parametrize(
    ("second", "mark", "changed"),
    [
        ((CHIEF, OF_CHIEF), "Hiệu Trưởng Mẫu", ("facts", "pictures")),
        # What counts for nothing is not what it is compared with.
        ((CLERK, VOID), "Phó Mẫu", ("words", "facts", "pictures")),
    ],
)
def test_an_edit_is_compared_with_what_the_last_good_approval_saw(second, mark, changed):
    email, given = second
    last = OTHER._replace(facts="x", pictures="y")
    trail = after(
        (LAN, version(YES, content=OTHER)),
        (email, version(YES, given, content=OTHER)),
        (LAN, version(YES, given, content=last)),
        (CHIEF, version(YES, given, content=last._replace(pictures="z"))),
        start=version(YES),
    )

    (finding,) = found(trail, YES, given)

    assert (finding.mark.by, finding.changed, finding.commit.number) == (mark, changed, 3)


@pytest.mark.parametrize(
    ("start", "email", "decisions", "expected"),
    [
        (version(YES), LAN, (YES,), [K.DELETED]),
        (version(YES), VICE, (YES,), []),
        # Not public before: a return, a sending, no approval.
        (version(YES, BACK), LAN, (YES, BACK), []),
        (version(SENT, BACK), LAN, (YES,), []),
        (version(), LAN, (YES,), []),
    ],
)
def test_what_was_public_is_deleted_by_the_board_alone(start, email, decisions, expected):
    assert kinds(after((email, ABSENT), start=start), *decisions) == expected


def test_what_cannot_be_read_as_it_stood_counts_as_public():
    trail = after((LAN, ABSENT), (CHIEF, version(content=OTHER)), (LAN, ABSENT), start=version(YES))

    (finding,) = item_findings("a.md", trail, lambda: None, [THIS])

    assert (finding.kind, finding.commit.number) == (K.DELETED, 1)


@pytest.mark.parametrize(
    ("decisions", "fields", "expected"),
    [
        ((YES,), {}, True),
        ((YES,), {"problems": (Problem("a.md", 1, "Sai."),)}, True),
        ((YES, BACK), {}, False),
        ((VOID,), {}, False),
        ((approved("Phó Mẫu", "30/06/2025"),), {}, True),
    ],
)
def test_only_a_mistake_to_mend_or_a_day_to_come_leaves_it_approved(decisions, fields, expected):
    article = make_article("12/11/2024", *decisions, plan=THIS, **fields)

    assert is_approved(article, [THIS]) is expected


# --- An import: one approval for a list, in a file of its own.


def import_by(name, seal="a" * 12):
    decision = ImportDecision(
        path="nhap/a.yaml", by=name, on=day("15/11/2024"), seal=seal, is_sealed=True
    )
    return decision, import_mark(ImportList(decision=decision))


DECIDED, SIGNED = import_by("Hiệu Trưởng Mẫu")
_, SIGNED_AGAIN = import_by("Hiệu Trưởng Mẫu", "b" * 12)
_, OF_VICE = import_by("Phó Mẫu")


def listed(*marks, words="danh sách"):
    made = plan_version(Content("nhap/a.yaml", words))
    return replace(made, marks=made.marks | set(marks))


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([(CHIEF, listed(SIGNED, words="x"))], []),
        ([(LAN, listed(words="x"))], [(K.IMPORT_LIST, 1)]),
        ([(VICE, listed(words="x"))], []),
        # Whoever signs answers for the list as it stands there, and for nothing behind it.
        ([(LAN, listed(words="x")), (CHIEF, listed(SIGNED, words="y"))], []),
        ([(CHIEF, listed(SIGNED)), (LAN, listed(SIGNED, words="x"))], [(K.IMPORT_LIST, 2)]),
        ([(CHIEF, listed(SIGNED)), (VICE, listed(SIGNED, words="x"))], []),
        # Signed by somebody else: told once, with the list or without it.
        ([(LAN, listed(SIGNED))], [(K.WRITTEN, 1)]),
        ([(VICE, listed(SIGNED))], [(K.WRITTEN, 1)]),
        ([(LAN, listed(SIGNED, words="x"))], [(K.WRITTEN, 1)]),
        ([(VICE, listed(OF_VICE))], [(K.LAPSED, 1)]),
        ([(LAN, listed(SIGNED)), (CHIEF, listed()), (CHIEF, listed(SIGNED))], []),
        # Taken out: by the board, or not.
        ([(CHIEF, listed(SIGNED)), (VICE, listed())], []),
        ([(CHIEF, listed(SIGNED)), (LAN, listed())], [(K.REMOVED, 2)]),
        ([(CHIEF, listed(SIGNED)), (LAN, listed(words="x"))], [(K.REMOVED, 2)]),
        ([(LAN, listed(SIGNED_AGAIN, SIGNED))], [(K.WRITTEN, 1), (K.WRITTEN, 1)]),
        (
            [(CHIEF, listed(SIGNED_AGAIN, SIGNED)), (LAN, listed())],
            [(K.REMOVED, 2), (K.REMOVED, 2)],
        ),
    ],
)
def test_an_import_is_signed_by_the_last_word_and_its_list_kept_by_the_board(steps, expected):
    rights = WholeFileRights(plans=[THIS], subject=Subject.IMPORT_LIST)
    trail = after(*steps, start=listed(), rights=rights)

    findings = [*import_findings("nhap/a.yaml", trail, RIGHTS)]

    assert [(one.kind, one.commit.number) for one in findings] == expected
    rests = [one.mark.rest for one in findings if one.mark]
    assert rests == sorted(rests)


def imported(seal="c" * 12):
    return Imported(decision=DECIDED, seal=seal)


@pytest.mark.parametrize(
    ("steps", "fields", "expected"),
    [
        ([(LAN, version(SIGNED, content=OTHER))], {}, [K.EDITED]),
        ([(CHIEF, version(SIGNED, content=OTHER))], {}, []),
        # Signed again behind the edit.
        (
            [
                (LAN, version(SIGNED, content=OTHER)),
                (CHIEF, version(SIGNED_AGAIN, content=OTHER)),
            ],
            {},
            [],
        ),
        # A line of the ledger is no approval, whoever wrote it behind the edit.
        (
            [(LAN, version(SIGNED, content=OTHER)), (VICE, version(SIGNED, SENT, content=OTHER))],
            {},
            [K.EDITED],
        ),
        # Where nobody can tell its seal, it is followed as if the import's held.
        ([(LAN, version(SIGNED, content=OTHER))], {"fingerprint": ""}, [K.EDITED]),
        # Its import lets it out no longer: it was edited, and the gate says so.
        ([(LAN, version(SIGNED, content=OTHER))], {"fingerprint": "d" * 12}, []),
    ],
)
def test_an_imported_article_is_followed_from_the_yes_of_its_import(steps, fields, expected):
    fields = {"fingerprint": "c" * 12, **fields}
    trail = after(*steps, start=version(SIGNED))
    article = replace(
        make_article("12/11/2024", plan=THIS, imported=imported(), **fields), decisions=Decisions()
    )

    assert [one.kind for one in item_findings("a.md", trail, lambda: article, [THIS])] == expected


def test_an_imported_article_of_its_own_approval_needs_no_sound_import():
    """The forged signature is told of the import's own file; here the stale approval counts."""
    trail = after((LAN, version(YES, SIGNED, content=OTHER)), start=version(YES))

    assert kinds(trail, imported=imported("a" * 12)) == [K.EDITED]


@pytest.mark.parametrize(("email", "expected"), [(LAN, [K.DELETED]), (VICE, [])])
def test_an_imported_article_is_deleted_by_the_board_alone(email, expected):
    article = make_article("12/11/2024", plan=THIS, imported=imported(), fingerprint="c" * 12)
    article = replace(article, decisions=Decisions())
    trail = after((email, ABSENT), start=version(SIGNED))

    assert [one.kind for one in item_findings("a.md", trail, lambda: article, [THIS])] == expected


def test_a_standing_page_is_followed_from_its_own_approval():
    decisions = Decisions(approvals=(YES,))
    page = StandingPage(path="a.md", slug="a", title="A", fingerprint="a" * 12, decisions=decisions)
    trail = after((LAN, version(YES, content=OTHER)), start=version(YES))

    (finding,) = item_findings("a.md", trail, lambda: page, [THIS])

    assert finding.kind is K.EDITED
