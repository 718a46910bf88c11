"""Whatever git says is parsed whole or not understood: never half."""

from contextlib import suppress
from datetime import date

import pytest

hypothesis = pytest.importorskip("hypothesis", reason="hypothesis: requirements-dev.txt")

from hypothesis import example, given, settings  # noqa: E402
from hypothesis import strategies as st  # noqa: E402

from newsroom.provenance.answers import (  # noqa: E402
    Change,
    FileState,
    NotUnderstood,
    TreeEntry,
    attribute_values,
    file_states,
    logged_commits,
    tree_changes,
    tree_entries,
    unwatched_files,
)
from newsroom.provenance.differences import path_below  # noqa: E402

quick = settings(max_examples=80, deadline=None, derandomize=True, database=None)

CODES = st.integers(0, 16**40 - 1).map(lambda n: f"{n:040x}")
MODES = st.sampled_from(["000000", "100644", "100755", "120000", "160000"])
# Whatever a name may be: no NUL, and not empty.
NAMES = st.one_of(
    st.binary(min_size=1, max_size=20).filter(lambda name: b"\0" not in name),
    st.sampled_from([b"\n", b":100644", b"\t", b" -> ", "tin-bai/Ng\u00e0y.md".encode(), b"\xff"]),
)
EMAILS = st.text(max_size=20).filter(lambda text: not set("\0\n") & set(text))
READERS = [logged_commits, tree_entries, tree_changes, file_states, unwatched_files]
READERS += [attribute_values]


@quick
@given(st.lists(st.tuples(CODES, st.lists(CODES, max_size=3), CODES, EMAILS), max_size=4))
def test_a_log_is_read_as_it_was_written(rows):
    answer = b"".join(
        f"{code}\n{' '.join(parents)}\n{tree}\n1731999600\n1732035600\n{email}".encode() + b"\0"
        for code, parents, tree, email in rows
    )

    found = [(c.code, list(c.parents), c.tree, c.email) for c in logged_commits(answer)]

    assert found == [tuple(row) for row in rows]


@pytest.mark.parametrize(
    ("seconds", "day"),
    [
        # 19/11/2024 23:59:59 and 20/11/2024 0:00 in Hanoi.
        *(("1732035599", date(2024, 11, 19)), ("1732035600", date(2024, 11, 20))),
        *(("0", date(1970, 1, 1)), ("-90000", date(1969, 12, 31))),
        *(("", date.max), ("99999999999999999", date.max), ("-99999999999999", date.max)),
        *(("9" * 400, date.max), ("x", date.max), ("1e5", date.max)),
    ],
)
def test_a_day_is_that_of_hanoi_and_what_no_calendar_has_is_the_last(seconds, day):
    code = "a" * 40
    answer = f"{code}\n\n{code}\n{seconds}\n{seconds}\nx@y\0".encode()

    (commit,) = logged_commits(answer)

    assert (commit.authored, commit.committed) == (day, day)


@quick
@given(st.lists(st.tuples(MODES, CODES, NAMES), max_size=5))
def test_a_tree_is_read_as_it_was_written(rows):
    answer = b"".join(f"{mode} blob {code}\t".encode() + name + b"\0" for mode, code, name in rows)

    assert list(tree_entries(answer)) == [TreeEntry(*row) for row in rows]


CHANGES = st.builds(Change, MODES, MODES, CODES, st.sampled_from("AMDTR"), NAMES, NAMES).map(
    lambda change: change if change.status == "R" else change._replace(target=change.name)
)


@quick
@given(st.lists(st.lists(CHANGES, max_size=3), max_size=4), CODES)
@example([[]], "0" * 40)
def test_differences_are_read_as_they_were_written_whatever_the_names(pairs, code):
    answer = b""
    for changes in pairs:
        answer += f"{code} {code}\n".encode()
        for one in changes:
            score = "087" if one.status == "R" else ""
            facts = f":{one.mode_before} {one.mode_after} {one.code_before} {code} "
            answer += f"{facts}{one.status}{score}".encode() + b"\0" + one.name + b"\0"
            answer += one.target + b"\0" if one.status == "R" else b""

    assert tree_changes(answer) == pairs


@quick
@given(st.lists(st.tuples(st.sampled_from([" M", "D ", "??", "!!", "UU"]), NAMES), max_size=5))
def test_states_are_read_as_they_were_written(rows):
    answer = b"".join(state.encode() + b" " + name + b"\0" for state, name in rows)

    assert list(file_states(answer)) == [FileState(*row) for row in rows]


def test_the_former_name_of_a_moved_file_is_no_state():
    moved = b"R  tin-bai/b.md\0tin-bai/a.md\0?? c.md\0"

    assert [state.name for state in file_states(moved)] == [b"tin-bai/b.md", b"c.md"]


@quick
@given(st.lists(st.tuples(st.sampled_from("HShC?"), NAMES), max_size=5))
def test_files_that_git_does_not_watch_are_told_by_their_sign(rows):
    answer = b"".join(f"{sign} ".encode() + name + b"\0" for sign, name in rows)

    assert list(unwatched_files(answer)) == [name for sign, name in rows if sign in "Sh"]


PIECES = st.sampled_from(
    [b"\0", b"\n", b" ", b"\t", b":", b"a" * 40, b"100644", b"M", b"R100", b"blob", b"x", b"\xff"]
)


@pytest.mark.parametrize("reader", READERS)
@quick
@given(st.one_of(st.binary(max_size=60), st.lists(PIECES, max_size=14).map(b"".join)))
def test_no_answer_raises_anything_but_that_it_is_not_understood(reader, answer):
    with suppress(NotUnderstood):
        list(reader(answer))


@pytest.mark.parametrize("reader", READERS)
def test_an_answer_that_was_cut_off_is_not_understood(reader):
    code = b"a" * 40
    whole = {
        logged_commits: code + b"\n\n" + code + b"\n1\n1\nx@y\0",
        tree_entries: b"100644 blob " + code + b"\tx\0",
        tree_changes: code + b" " + code + b"\n:100644 100644 " + code + b" " + code + b" M\0x\0",
        file_states: b"?? x\0",
        unwatched_files: b"H x\0",
        attribute_values: b"x\0filter\0unset\0",
    }[reader]
    list(reader(whole))

    for length in range(1, len(whole)):
        if reader is tree_changes and whole[:length].endswith(b"\n"):
            # A pair without a difference.
            continue
        with pytest.raises(NotUnderstood):
            list(reader(whole[:length]))


@quick
@given(st.binary(max_size=20), st.sampled_from(["", "Tr\u01b0\u1eddng/content/", "\udcff/"]))
def test_a_name_is_a_path_as_a_scan_has_it_or_none(name, prefix):
    path = path_below(prefix, prefix.encode("utf-8", "surrogateescape") + name)

    assert path is None or path.isprintable()
