"""Order of decisions is order of days: every short sequence against a reference of ten lines."""

from dataclasses import replace
from itertools import permutations, product

import pytest
from sample import PLAN, approved, day, make_article, returned, withdrawn

from newsroom.domain.approval.gate import judge
from newsroom.domain.content.decisions import Decisions

TODAY = day("30/11/2024")
ACTS = ("approve", "return", "withdraw", "edit")
# Every order of three days, and those with two acts or all of one day.
DAYS = sorted({*permutations((1, 2, 3)), *product((1, 2), repeat=3)})
SEQUENCES = [acts for count in (1, 2, 3) for acts in product(ACTS, repeat=count)]
FIRST_LINE = 10


def is_public(acts, days):
    """The rule, as decision 4 says it. An approval is sealed over the edits made before it."""
    if "withdraw" in acts:
        return False
    ordered = sorted(range(len(acts)), key=lambda n: (days[n], n))
    standing = None
    for n in ordered:
        if acts[n] == "approve":
            standing = acts[:n].count("edit")
        elif acts[n] == "return":
            standing = None
    return standing == acts.count("edit")


def article_of(acts, days):
    """The article whose header has these decisions, a line each, after these edits."""
    made = []
    for n, (act, on) in enumerate(zip(acts, days, strict=False)):
        when, line = f"{10 + on}/11/2024", FIRST_LINE + n
        if act == "approve":
            seal = f"{acts[:n].count('edit'):012}"
            made.append(approved("Phó Mẫu", when, seal=seal, line=line))
        elif act == "return":
            made.append(returned("Hiệu Trưởng Mẫu", when, line=line))
        elif act == "withdraw":
            made.append(replace(withdrawn("Hiệu Trưởng Mẫu", when), line=line))
    article = make_article("12/11/2024", *made, fingerprint=f"{acts.count('edit'):012}")
    return article if made else replace(article, decisions=Decisions())


def test_every_sequence_of_decisions_on_any_days_is_public_as_the_reference_says():
    cases = [(acts, days) for acts in SEQUENCES for days in DAYS]
    wrong = [
        (acts, days)
        for acts, days in cases
        if is_public(acts, days) != (not judge(article_of(acts, days), [PLAN], TODAY).reasons)
    ]

    assert wrong == []
    assert len({(acts, days[: len(acts)]) for acts, days in cases}) >= 200
    assert sum(is_public(*case) for case in cases) >= 100


@pytest.mark.exhaustive
def test_longer_sequences_with_re_approvals_are_public_as_the_reference_says():
    acts_of = [acts for acts in product(ACTS, repeat=5) if acts.count("approve") >= 2][::7]
    days_of = [(1, 2, 3, 4, 5), (5, 4, 3, 2, 1), (2, 2, 1, 3, 3), (1, 1, 1, 1, 1), (3, 1, 2, 2, 1)]
    wrong = [
        (acts, days)
        for acts, days in product(acts_of, days_of)
        if is_public(acts, days) != (not judge(article_of(acts, days), [PLAN], TODAY).reasons)
    ]

    assert wrong == []


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # The kinds and days, from the top; the pairs of lines that disagree.
        ([("return", 20), ("approve", 6)], [(11, 10)]),
        ([("approve", 20), ("return", 6)], [(10, 11)]),
        ([("approve", 6), ("return", 20)], []),
        ([("return", 6), ("approve", 20)], []),
        ([("return", 6), ("approve", 6)], []),
        ([("approve", 6), ("return", 6)], []),
        ([("approve", 6)], []),
        ([("return", 6)], []),
        # Of two returns the nearest line is named.
        ([("return", 21), ("return", 20), ("approve", 6)], [(12, 11)]),
        ([("approve", 6), ("return", 20), ("approve", 7), ("approve", 21)], [(12, 11)]),
    ],
)
def test_where_days_and_lines_disagree_the_pair_of_lines_is_told(lines, expected):
    made = [
        approved("Phó Mẫu", f"{on:02}/11/2024", line=line)
        if act == "approve"
        else returned("Hiệu Trưởng Mẫu", f"{on:02}/11/2024", line=line)
        for line, (act, on) in enumerate(lines, FIRST_LINE)
    ]
    decisions = make_article("12/11/2024", *made).decisions

    assert [(a.line, back.line) for a, back in decisions.out_of_order] == expected
