"""Trails by table: what a commit makes rightful, and what a merge makes of its sides."""

from dataclasses import replace

import pytest
from test_findings_by_table import (
    BACK,
    OF_CHIEF,
    OTHER,
    RIGHTS,
    SENT,
    TEXT,
    THIRD,
    YES,
    after,
    commit,
    kinds,
    version,
)
from test_findings_by_table import K as Kinds
from test_rights_by_table import CHIEF, LAN, VICE

from newsroom.domain.provenance.commit import ABSENT, signed_line_of
from newsroom.domain.provenance.file_history import FileHistory, begun, merged, stepped
from newsroom.domain.provenance.history_walker import followed
from newsroom.domain.text.vietnamese import fold

MARK = signed_line_of(YES)
OF_VICE, OF_LAN = fold("Phó Mẫu"), fold("Lan Mẫu")


@pytest.mark.parametrize(
    ("trail", "expected"),
    [
        (begun(version(YES)), True),
        (begun(version()), False),
        # A line that ought to be there, and that nobody is known to have given.
        (replace(FileHistory(), rightful=frozenset({MARK})), False),
        # Taken out by its giver, put back by another.
        (after((VICE, version()), (LAN, version(YES)), start=version(YES)), False),
        (after((LAN, version(YES, content=OTHER)), start=version(YES)), False),
        (after((CHIEF, version(YES, content=OTHER)), start=version(YES)), True),
    ],
)
def test_an_approval_vouches_for_what_its_giver_saw(trail, expected):
    assert trail.vouches_for(MARK) is expected


def test_what_stood_where_the_comparison_begins_is_rightful_as_it_was_left():
    first = stepped(FileHistory(), version(content=OTHER), commit(LAN, 1), RIGHTS)
    trusted = commit(LAN, 2, is_trusted=True)

    trail = stepped(first, version(YES), trusted, RIGHTS)

    assert kinds(trail) == []
    assert trail.changes == {commit(LAN, 1), trusted}


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ((), (), []),
        ((OF_LAN,), (OF_LAN,), []),
        ((OF_VICE,), (OF_VICE,), [Kinds.EDITED]),
        # Whoever takes their name off, or sets it, in the same commit.
        ((OF_VICE,), (OF_LAN,), [Kinds.EDITED]),
        ((OF_LAN,), (OF_VICE,), [Kinds.EDITED]),
        ((OF_LAN,), (OF_LAN, OF_VICE), [Kinds.EDITED]),
    ],
)
def test_a_member_does_not_edit_what_they_wrote_before_or_after(before, now, expected):
    start = version(OF_CHIEF, writers=before)

    trail = after((VICE, version(OF_CHIEF, content=OTHER, writers=now)), start=start)

    assert kinds(trail, OF_CHIEF) == expected


def joined(one, other, made, email=LAN, known=()):
    return merged([one, other], [*known, one, other], made, commit(email, 9), RIGHTS)


START = begun(version(YES))


def step(email, number, made, start=START):
    return stepped(start, made, commit(email, number), RIGHTS)


BOTH_WAYS = pytest.mark.parametrize("way", [1, -1])


@BOTH_WAYS
@pytest.mark.parametrize(
    ("email", "made", "expected"),
    [
        (LAN, OTHER, []),
        # The older text, behind the board's back or by the board.
        (LAN, TEXT, [Kinds.EDITED]),
        (CHIEF, TEXT, []),
        (LAN, THIRD, [Kinds.EDITED]),
    ],
)
def test_a_merge_that_leaves_out_the_edit_of_one_side_edits(email, made, expected, way):
    sides = step(VICE, 1, version(YES, content=OTHER)), step(CHIEF, 2, version(YES, OF_CHIEF))
    whole = version(YES, OF_CHIEF, content=made)

    assert kinds(joined(*sides[::way], whole, email, [START])) == expected


@BOTH_WAYS
@pytest.mark.parametrize(
    ("made", "expected"),
    [
        # The board's side, the stranger's, one of both: whoever merges, the stranger's stays in.
        (THIRD, []),
        (OTHER, [Kinds.EDITED]),
        (TEXT._replace(words="hai và ba"), [Kinds.EDITED]),
    ],
)
@pytest.mark.parametrize("email", [VICE, LAN])
def test_a_merge_does_not_cover_for_the_strangers_side(made, expected, email, way):
    sides = step(LAN, 1, version(YES, content=OTHER)), step(CHIEF, 2, version(YES, content=THIRD))

    assert kinds(joined(*sides[::way], version(YES, content=made), email, [START])) == expected


@BOTH_WAYS
def test_an_approval_knows_the_text_that_one_side_gave_it(way):
    """The other side changed something, and took it back."""
    there = step(LAN, 2, version(YES, content=THIRD))
    back = step(LAN, 3, version(YES), there)
    sides = step(CHIEF, 1, version(YES, content=OTHER)), back

    assert kinds(joined(*sides[::way], version(YES, content=OTHER), known=[START, there])) == []


@BOTH_WAYS
@pytest.mark.parametrize("made", [OTHER, THIRD])
def test_of_two_texts_of_the_board_a_merge_takes_either(made, way):
    sides = step(VICE, 1, version(YES, content=OTHER)), step(CHIEF, 2, version(YES, content=THIRD))

    assert kinds(joined(*sides[::way], version(YES, content=made), known=[START])) == []


@BOTH_WAYS
@pytest.mark.parametrize("email", [CHIEF, LAN])
def test_of_a_deletion_and_an_edit_the_deletion_joins(email, way):
    sides = step(LAN, 1, ABSENT), step(LAN, 2, version(YES, content=OTHER))

    trail = joined(*sides[::way], version(YES, content=OTHER), email, [START])

    assert kinds(trail) == [Kinds.EDITED]
    assert (commit(email, 9) in trail.edits) is (email == LAN)


@BOTH_WAYS
def test_a_merge_has_the_writers_of_both_sides(way):
    start = begun(version(OF_CHIEF))
    one = step(LAN, 1, version(OF_CHIEF, BACK, writers=[OF_VICE]), start)
    other = step(CHIEF, 2, version(OF_CHIEF, SENT, content=OTHER, writers=[OF_LAN]), start)
    sides = [one, other][::way]
    made = version(OF_CHIEF, BACK, SENT, content=THIRD, writers=[OF_LAN])

    assert Kinds.EDITED in kinds(joined(*sides, made, VICE, [start]), OF_CHIEF)


@BOTH_WAYS
def test_sides_are_compared_with_where_they_parted_last(way):
    """Of two earlier trails the later one: what it had, the chief took out."""
    before = begun(version())
    parted = step(VICE, 1, version(YES), before)
    sides = (
        step(CHIEF, 2, version(), parted),
        step(VICE, 3, version(YES, content=OTHER), parted),
    )

    trail = joined(*sides[::way], version(content=OTHER), known=[before, parted][::way])

    assert kinds(trail) == []
    assert MARK not in trail.rightful


def test_two_histories_without_a_common_beginning_are_joined_whole():
    one = step(VICE, 1, version(YES), FileHistory())
    other = step(CHIEF, 2, version(OF_CHIEF), FileHistory())

    trail = merged([one, other], [], version(YES, OF_CHIEF), commit(LAN, 9), RIGHTS)

    assert kinds(trail) == []
    assert MARK in trail.rightful


class Graph:
    """A history of one file: each commit has its number, its author, its parents and its file."""

    nothing = ABSENT

    def __init__(self, *rows, old=()):
        self.commits = [commit(email, number) for number, email, _, _ in rows]
        codes = {number: commit("", number).code for number in range(20)}
        self._parents = {codes[n]: [codes[p] for p in parents] for n, _, parents, _ in rows}
        self._files = {codes[n]: made for n, _, _, made in rows} | {codes[0]: version(*old)}

    def parents(self, code):
        return self._parents[code]

    def version(self, code, path):
        return self._files[code]

    def source(self, code, parent, path):
        return path

    def has_left(self, code, path):
        return False


@pytest.mark.parametrize(
    ("rows", "old", "expected"),
    [
        ([(1, LAN, [], version(YES))], (), [Kinds.WRITTEN]),
        # Behind a parent that was never looked at, all that it had is trusted.
        ([(1, LAN, [0], version(YES, content=OTHER))], (YES,), [Kinds.EDITED]),
        ([(1, LAN, [0], version(YES))], (), [Kinds.WRITTEN]),
        # What was forged stays so, whoever commits next.
        (
            [(1, LAN, [], version(YES)), (2, VICE, [1], version(YES, content=OTHER))],
            (),
            [Kinds.WRITTEN],
        ),
        # Two sides: the chief's that took it out, and another's edit.
        (
            [
                (1, VICE, [], version(YES)),
                (2, CHIEF, [1], version()),
                (3, CHIEF, [1], version(YES, content=OTHER)),
                (4, LAN, [2, 3], version(content=OTHER)),
            ],
            (),
            [],
        ),
        # The second side's approval is as good as the first's.
        (
            [
                (1, LAN, [], version()),
                (2, LAN, [1], version(SENT)),
                (3, VICE, [1], version(YES)),
                (4, LAN, [2, 3], version(YES, SENT)),
            ],
            (),
            [Kinds.LEDGER],
        ),
        # Both sides begin at an old commit.
        (
            [
                (1, CHIEF, [0], version()),
                (2, CHIEF, [0], version(YES, content=OTHER)),
                (3, LAN, [1, 2], version(content=OTHER)),
            ],
            (YES,),
            [],
        ),
    ],
)
def test_a_file_is_followed_through_every_commit_and_both_sides_of_a_merge(rows, old, expected):
    trail = followed(Graph(*rows, old=old), ["a.md"], RIGHTS)["a.md"]

    assert kinds(trail) == expected


def test_without_a_commit_there_is_nothing_to_follow():
    assert followed(Graph(), ["a.md"], RIGHTS) == {}
