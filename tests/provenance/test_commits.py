"""Rights, followed through small histories."""

from dataclasses import replace

import pytest
from sample import PLAN, PLAN_YAML, approved, day, make_article, make_plan, returned, withdrawn

from newsroom.domain.content.decisions import Decisions
from newsroom.domain.provenance.checks import (
    FindingKind,
    item_findings,
    plan_findings,
    plan_version,
)
from newsroom.domain.provenance.commit import (
    ABSENT,
    Commit,
    Content,
    SignedLineKind,
    Version,
    signed_line_of,
    signed_lines_of,
)
from newsroom.domain.provenance.file_history import FileHistory, begun, merged, stepped
from newsroom.domain.provenance.history_walker import followed
from newsroom.domain.provenance.permissions import Subject
from newsroom.domain.provenance.rights import BoardRights, WholeFileRights

CHIEF, VICE, LAN = "ht@mau.example", "pho@mau.example", "lan@mau.example"


def with_emails(base=PLAN_YAML):
    for name, email in (("Hiệu Trưởng Mẫu", CHIEF), ("Phó Mẫu", VICE)):
        base = base.replace(f"{{tên: {name}, chức", f"{{tên: {name}, thư điện tử: {email}, chức")
    return base


WITH_EMAILS = make_plan(base=with_emails())
RIGHTS = BoardRights(plans=[WITH_EMAILS])
YES = approved("Phó Mẫu", "12/11/2024")
TEXT, OTHER = Content("a.md", "một"), Content("a.md", "hai")


def by(email, number=1, on="20/11/2024", **options):
    return Commit(code=f"{number:040}", number=number, email=email, on=day(on), **options)


def version(*decisions, content=TEXT):
    given = make_article("12/11/2024", *decisions).decisions if decisions else Decisions()
    return Version(content=content, marks=frozenset(signed_lines_of(given)))


def after(*steps, start=None):
    """The trail behind these steps: who, and what they left."""
    trail = begun(start) if start else FileHistory()
    for number, (email, made) in enumerate(steps, start=1):
        trail = stepped(trail, made, by(email, number), RIGHTS)
    return trail


def kinds(trail, *decisions, **fields):
    article = make_article("12/11/2024", *(decisions or (YES,)), plan=WITH_EMAILS, **fields)
    found = item_findings("a.md", trail, lambda: article, [WITH_EMAILS])
    return [finding.kind for finding in found]


def test_an_approval_is_its_givers_and_a_return_any_members():
    mark = signed_line_of(YES)
    back = next(iter(version(returned("Phó Mẫu", "12/11/2024")).marks))

    assert [RIGHTS.may_add(mark, by(email)) for email in (VICE, CHIEF, LAN)] == [True, False, False]
    assert [RIGHTS.may_add(back, by(email)) for email in (VICE, CHIEF, LAN)] == [True, True, False]


def test_a_commit_without_an_address_is_nobodys():
    assert not BoardRights(plans=[PLAN]).may_edit(by(""))
    assert not BoardRights(plans=[PLAN]).may_add(signed_line_of(YES), by(""))


def test_whoever_left_the_board_may_no_longer_change_what_is_approved():
    left = with_emails().replace("bí danh: [cô Phó]}", "bí danh: [cô Phó], đến: 31/10/2024}")
    rights = BoardRights(plans=[make_plan(base=left)])

    assert rights.may_edit(by(VICE, on="31/10/2024"))
    assert not rights.may_edit(by(VICE, on="01/11/2024"))


LEFT = with_emails().replace("bí danh: [cô Phó]}", "bí danh: [cô Phó], đến: 31/10/2024}")


@pytest.mark.parametrize(
    ("claimed", "authored", "made", "expected"),
    [
        *(("31/10/2024", "31/10/2024", "31/10/2024", True),),
        *(("31/10/2024", "01/11/2024", "01/11/2024", False),),
        *(("20/10/2024", "20/11/2024", "20/11/2024", False),),
        # Whatever the author's clock says, and whatever was made of the commit later.
        *(("20/10/2024", "20/10/2024", "20/11/2024", False),),
        *(("20/10/2024", "01/01/2010", "20/10/2024", True),),
        # Nothing that counted then: the gate turns it away.
        *(("05/11/2024", "20/11/2024", "20/11/2024", True),),
    ],
)
def test_an_approval_needs_the_right_on_the_day_it_claims_and_on_those_of_its_commit(
    claimed, authored, made, expected
):
    rights = BoardRights(plans=[make_plan(base=LEFT)])
    commit = by(VICE, on=made, authored=day(authored))

    assert rights.may_add(signed_line_of(approved("Phó Mẫu", claimed)), commit) is expected


def test_what_one_had_the_right_to_edit_one_has_it_on_each_day_of_the_commit():
    rights = BoardRights(plans=[make_plan(base=LEFT)])

    assert rights.may_edit(by(VICE, on="31/10/2024"))
    assert not rights.may_edit(by(VICE, on="20/11/2024", authored=day("20/10/2024")))
    plans = [make_plan(base=LEFT)]
    assert not WholeFileRights(plans=plans, subject=Subject.PLAN).may_edit(
        by(VICE, on="20/10/2024")
    )


def test_the_right_to_approve_is_the_role_not_a_seat_on_the_board():
    base = with_emails().replace("Kế Toán Mẫu, chức", "Kế Toán Mẫu, thư điện tử: kt@x, chức")
    later = base.replace("quyền: [tài chính]", "quyền: [x]").replace(
        "quyền: [kiểm định]", "quyền: [kiểm định, tài chính]"
    )
    for year in (2025, 2024):
        later = later.replace(str(year), str(year + 1))
    rights = BoardRights(plans=[make_plan(base=base), make_plan(base=later, code="2025-2026")])
    commit = by("kt@x", on="20/11/2025")

    for role in ("tài chính", ""):
        assert not rights.may_add(
            signed_line_of(approved("Kế Toán Mẫu", "20/05/2025", role)), commit
        )
    assert rights.may_add(signed_line_of(approved("Kế Toán Mẫu", "20/11/2025", "x")), commit)


def test_over_the_years_a_code_is_one_person_and_so_are_a_name_and_an_address():
    def rights(this_year):
        later = this_year
        for year in (2025, 2024):
            later = later.replace(str(year), str(year + 1))
        plans = [make_plan(base=with_emails()), make_plan(base=later, code="2025-2026")]
        return BoardRights(plans=plans)

    late = by(VICE, on="20/11/2025"), signed_line_of(approved("Phó Mẫu", "20/05/2025"))
    vice = "tên: Phó Mẫu, thư điện tử: pho@mau.example, chức"
    renamed = with_emails().replace("Hiệu Trưởng Mẫu, Phó Mẫu]", "Hiệu Trưởng Mẫu]")
    renamed = renamed.replace(", bí danh: [cô Phó]", "")

    def may(new):
        return rights(renamed.replace(vice, new)).may_add(late[1], late[0])

    assert may("tên: Phó Mẫu, mã: khac, thư điện tử: pho@mau.example, chức")
    assert may("tên: Phó Mẫu, mã: pho-mau, thư điện tử: moi@mau.example, chức")
    assert not may("tên: Phó Mẫu, mã: khac, thư điện tử: moi@mau.example, chức")
    assert not may("tên: Ai Mẫu, thư điện tử: pho@mau.example, chức")


def test_a_heads_first_look_is_judged_by_the_group_of_that_day():
    base = with_emails().replace(
        "thành viên: [Lan Mẫu,", f"thành viên: [{{tên: Lan Mẫu, thư điện tử: {LAN}}},"
    )
    base = base.replace("tổ trưởng: Lan Mẫu", f"tổ trưởng: {{tên: Lan Mẫu, thư điện tử: {LAN}}}")
    rights = BoardRights(plans=[make_plan(base=base)])
    look = signed_line_of(approved("Lan Mẫu", "12/11/2024", "tổ trưởng"))

    assert rights.may_add(look, by(LAN, on="20/11/2024"))
    ended = base.replace("mã: to-1,", "mã: to-1, đến: 15/11/2024,")
    assert not BoardRights(plans=[make_plan(base=ended)]).may_add(look, by(LAN, on="20/11/2024"))


def test_behind_the_last_plan_its_board_still_stands():
    assert RIGHTS.may_edit(by(VICE, on="20/11/2030"))


def test_a_plan_is_the_editor_in_chiefs():
    rights = WholeFileRights(plans=[WITH_EMAILS], subject=Subject.PLAN)

    assert [rights.may_edit(by(email)) for email in (CHIEF, VICE, LAN)] == [True, False, False]


def test_a_decision_is_the_same_wherever_it_stands():
    assert signed_line_of(YES) == signed_line_of(replace(YES, line=99, by="phó  mẫu"))
    assert signed_line_of(YES) != signed_line_of(replace(YES, seal="0" * 12))
    assert signed_line_of(YES) != signed_line_of(replace(YES, on=day("13/11/2024")))


def test_below_a_return_of_its_day_an_approval_says_something_else():
    back = returned("Phó Mẫu", "12/11/2024", line=20)

    def answered(line):
        marks = version(replace(YES, line=line), back).marks
        return SignedLineKind.ANSWERED in {mark.kind for mark in marks}

    assert (answered(10), answered(30)) == (False, True)


def test_what_stood_at_the_beginning_is_rightful_whoever_wrote_it():
    assert kinds(after(start=version(YES))) == []


def test_an_approval_in_a_strangers_commit_is_found_with_the_commit():
    trail = after((LAN, version(YES)))

    (finding,) = item_findings("a.md", trail, lambda: None, [WITH_EMAILS])

    assert (finding.kind, finding.commit.email) == (FindingKind.WRITTEN, LAN)


def test_a_forged_approval_is_not_cured_by_a_members_edit_but_by_writing_it_anew():
    forged = [(LAN, version(YES)), (VICE, version(YES, content=OTHER))]

    assert kinds(after(*forged)) == [FindingKind.WRITTEN]
    assert kinds(after(*forged, (VICE, version()), (VICE, version(YES)))) == []


def test_an_edit_is_seen_by_an_approval_of_the_same_commit_or_later():
    edited, again = version(YES, content=OTHER), approved("Phó Mẫu", "14/11/2024")
    anew = version(YES, again, content=OTHER)

    assert kinds(after((LAN, edited), start=version(YES))) == [FindingKind.EDITED]
    assert kinds(after((LAN, edited), (VICE, anew), start=version(YES)), YES, again) == []
    assert kinds(after((VICE, anew), start=version(YES)), YES, again) == []


def test_an_edit_behind_the_new_approval_is_not_seen_by_it():
    again = approved("Phó Mẫu", "14/11/2024")
    steps = [(VICE, version(YES, again)), (LAN, version(YES, again, content=OTHER))]

    assert kinds(after(*steps, start=version(YES)), YES, again) == [FindingKind.EDITED]


def test_a_members_edit_on_top_of_a_strangers_does_not_cover_for_it():
    third = Content("a.md", "ba")
    steps = [(LAN, version(YES, content=OTHER)), (CHIEF, version(YES, content=third))]

    assert kinds(after(*steps, start=version(YES))) == [FindingKind.EDITED]


def test_an_edit_taken_back_leaves_nothing():
    steps = [(LAN, version(YES, content=OTHER)), (LAN, version(YES))]

    assert kinds(after(*steps, start=version(YES))) == []


def test_what_the_board_corrected_is_not_put_back():
    steps = [(CHIEF, version(YES, content=OTHER)), (LAN, version(YES))]

    assert kinds(after(*steps, start=version(YES))) == [FindingKind.EDITED]


def test_an_approval_that_does_not_count_needs_not_be_given_again():
    sealed = replace(YES, seal="b" * 12)
    trail = after((LAN, version(sealed, content=OTHER)), start=version(sealed))

    assert kinds(trail, sealed) == []
    assert kinds(trail, sealed, fingerprint="") == [FindingKind.EDITED]


def test_an_edit_while_withdrawn_is_a_reminder():
    gone = withdrawn("Phó Mẫu", "13/11/2024")
    trail = after((LAN, version(YES, gone, content=OTHER)), start=version(YES, gone))

    assert kinds(trail, YES, gone) == [FindingKind.EDITED_WHILE_WITHDRAWN]


def test_an_approval_whose_day_has_not_come_is_guarded_too():
    ahead = approved("Phó Mẫu", "30/06/2025")
    trail = after((LAN, version(ahead, content=OTHER)), start=version(ahead))

    assert kinds(trail, ahead) == [FindingKind.EDITED]


@pytest.mark.parametrize(("email", "expected"), [(LAN, [FindingKind.DELETED]), (CHIEF, [])])
def test_an_approved_article_is_deleted_by_the_board_alone(email, expected):
    assert kinds(after((email, ABSENT), start=version(YES))) == expected


def test_what_came_and_went_meanwhile_is_not_deleted():
    assert kinds(after((VICE, version(YES)), (LAN, ABSENT))) == []


def joined(one, other, made, email=LAN, known=()):
    return merged([one, other], [*known, one, other], made, by(email, 9), RIGHTS)


def test_a_merge_that_takes_the_newer_side_does_nothing_itself():
    start = begun(version())
    newer = stepped(start, version(YES), by(VICE), RIGHTS)

    assert joined(start, newer, version(YES)) == newer
    assert joined(newer, start, version(YES)) == newer


def test_a_merge_that_takes_the_older_side_undoes_the_newer():
    start = begun(version(YES))
    back = version(YES, returned("Phó Mẫu", "13/11/2024"))
    newer = stepped(start, back, by(VICE), RIGHTS)

    assert kinds(joined(start, newer, version(YES))) == [FindingKind.REMOVED]
    assert kinds(joined(start, newer, version(YES), CHIEF)) == []


def test_two_sides_that_changed_different_things_join_without_a_culprit():
    start = begun(version(YES))
    again = approved("Hiệu Trưởng Mẫu", "14/11/2024")
    one = stepped(start, version(YES, again), by(CHIEF, 1), RIGHTS)
    other = stepped(start, version(YES, content=OTHER), by(VICE, 2), RIGHTS)

    trail = joined(one, other, version(YES, again, content=OTHER), known=[start])

    assert kinds(trail, YES, again) == []


def test_what_one_side_rightly_took_out_a_merge_takes_out():
    start = begun(version(YES))
    one = stepped(start, version(), by(VICE, 1), RIGHTS)
    other = stepped(start, version(YES, content=OTHER), by(CHIEF, 2), RIGHTS)

    assert kinds(joined(one, other, version(content=OTHER), known=[start])) == []
    again = joined(one, other, version(YES, content=OTHER), known=[start])
    assert kinds(again) == [FindingKind.WRITTEN]


def test_an_approval_on_one_side_has_not_seen_a_strangers_edit_on_the_other():
    start = begun(version())
    one = stepped(start, version(YES), by(VICE, 1), RIGHTS)
    other = stepped(start, version(content=OTHER), by(LAN, 2), RIGHTS)

    trail = joined(one, other, version(YES, content=OTHER), known=[start])

    assert kinds(trail) == [FindingKind.EDITED]


def test_a_text_that_neither_side_of_a_merge_had_is_the_mergers():
    start = begun(version(YES))
    one = stepped(start, version(YES, content=OTHER), by(VICE, 1), RIGHTS)
    other = stepped(start, version(YES, content=Content("a.md", "ba")), by(CHIEF, 2), RIGHTS)
    made = version(YES, content=Content("a.md", "hai và ba"))

    assert kinds(joined(one, other, made, known=[start])) == [FindingKind.EDITED]
    assert kinds(joined(one, other, made, VICE, known=[start])) == []


class SmallPast:
    """A straight history of one file that is renamed on the way."""

    def __init__(self, *steps):
        self.commits = [by(email, n) for n, (email, _, _) in enumerate(steps)]
        self.files = {
            c.code: (path, made) for c, (_, path, made) in zip(self.commits, steps, strict=True)
        }

    nothing = ABSENT

    def parents(self, commit):
        number = int(commit)
        return [f"{number - 1:040}"] if number else []

    def version(self, commit, path):
        name, made = self.files[commit]
        return made if path == name else ABSENT

    def source(self, commit, parent, path):
        return self.files[parent][0] if path == self.files[commit][0] else path

    def has_left(self, commit, path):
        parents = self.parents(commit)
        was = self.files[parents[0]][0] if parents else path
        return was == path != self.files[commit][0]


def test_a_renamed_file_takes_its_trail_along():
    moved = version(YES, content=TEXT._replace(path="b.md"))
    past = SmallPast((VICE, "a.md", version(YES)), (LAN, "b.md", moved))

    trails = followed(past, ["a.md", "b.md"], RIGHTS)

    assert kinds(trails["b.md"]) == [FindingKind.EDITED]
    assert kinds(trails["a.md"]) == []


def test_every_commit_that_changed_a_plan_without_the_right_is_named():
    rights = WholeFileRights(plans=[WITH_EMAILS], subject=Subject.PLAN)
    trail = begun(plan_version(TEXT))
    for number, (email, words) in enumerate([(LAN, "b"), (CHIEF, "c"), (VICE, "d")]):
        trail = stepped(trail, plan_version(Content("p", words)), by(email, number), rights)

    assert [found.commit.email for found in plan_findings("p", trail)] == [LAN, VICE]
