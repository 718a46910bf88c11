"""The seal of a line of the ledger: which line counts, with or without one. Decision 32."""

from dataclasses import replace

import pytest
from sample import PLAN, PLAN_YAML, SCHOOL, day, make_article, make_plan

from newsroom.domain.approval.ledger import LedgerFault, ledger_fault, sound_submissions
from newsroom.domain.content.submission import Submission, SubmissionKind
from newsroom.domain.site.indexing import record_of

TODAY = day("30/11/2024")
SEALED_PLAN = make_plan(base=PLAN_YAML + "dấu duyệt: bắt buộc\n")


def line(kind=SubmissionKind.SENT, office="so", on="20/11/2024", **fields):
    return Submission(kind=kind, office=SCHOOL.office(office), on=day(on), **fields)


CARRIED = line(SubmissionKind.CARRIED, link="https://so.example/1")
OTHERS = {
    "kind": line(SubmissionKind.CARRIED),
    "office": line(office="bo"),
    "day": line(on="21/11/2024"),
    "link": line(link="https://so.example/1"),
    "note": line(note="công văn 12"),
}


@pytest.mark.parametrize("what", OTHERS)
def test_the_seal_covers_what_the_line_says_and_the_article_it_stands_in(what):
    assert OTHERS[what].seal_for("bai") != line().seal_for("bai")
    assert line().seal_for("khac") != line().seal_for("bai")
    assert line(seal="0" * 12).seal_for("bai") == line().seal_for("bai")


@pytest.mark.parametrize(
    ("plan", "seal", "on", "fault"),
    [
        (PLAN, "", "20/11/2024", None),
        (PLAN, "right", "20/11/2024", None),
        (PLAN, "wrong", "20/11/2024", LedgerFault.EDITED),
        (PLAN, "right", "01/12/2024", LedgerFault.AHEAD),
        (PLAN, "wrong", "01/12/2024", LedgerFault.AHEAD),
        (SEALED_PLAN, "", "20/11/2024", LedgerFault.NO_SEAL),
        (SEALED_PLAN, "right", "20/11/2024", None),
        (SEALED_PLAN, "wrong", "20/11/2024", LedgerFault.EDITED),
        # No plan asks for anything on that day.
        (SEALED_PLAN, "", "20/11/2020", None),
        (PLAN, "", "30/11/2024", None),
    ],
)
def test_which_line_counts(plan, seal, on, fault):
    article = make_article("12/11/2024", plan=plan)
    written = line(on=on)
    seals = {"": "", "right": written.seal_for(article.slug), "wrong": "0" * 12}
    article = replace(article, submissions=(replace(written, seal=seals[seal]),))

    assert ledger_fault(article.submissions[0], article, [plan], TODAY) is fault
    assert bool(sound_submissions(article, [plan], TODAY)) is (fault is None)


def test_a_line_that_does_not_count_is_neither_shown_nor_counted_and_is_told():
    article = make_article("12/11/2024")
    good = replace(CARRIED, seal=CARRIED.seal_for(article.slug))
    bad = replace(line(), seal="0" * 12)

    record = record_of(replace(article, submissions=(good, bad)), [PLAN], TODAY)

    assert [sent.kind for sent in record.submissions] == [SubmissionKind.CARRIED]
    assert record.has_unshown


def test_a_line_copied_into_another_article_does_not_count():
    one, other = make_article("12/11/2024"), make_article("12/11/2024")
    copied = replace(line(), seal=line().seal_for(one.slug))

    assert ledger_fault(copied, one, [PLAN], TODAY) is None
    assert ledger_fault(copied, other, [PLAN], TODAY) is LedgerFault.EDITED
