"""The verdicts by table: a count, what is owed, what is striven for, and the day."""

import pytest
from sample import day

from newsroom.domain.plan.calendar import Period
from newsroom.domain.tally.verdict import (
    Verdict,
    VerdictKind,
    Verdicts,
    verdicts_on,
    verdicts_on_sum,
)

NOVEMBER = Period(code="n", name="N", first=day("01/11/2024"), last=day("30/11/2024"))
MET, RUNNING, AHEAD = (
    Verdict(k) for k in (VerdictKind.MET, VerdictKind.RUNNING, VerdictKind.AHEAD)
)
REACHED, NOT_REACHED = Verdict(VerdictKind.REACHED), Verdict(VerdictKind.NOT_REACHED)


def short(by):
    return Verdict(VerdictKind.SHORT, by)


def over(by):
    return Verdict(VerdictKind.OVER, by)


@pytest.mark.parametrize(
    ("count", "today", "verdict"),
    [
        (0, "31/10/2024", AHEAD),
        (2, "31/10/2024", AHEAD),
        (3, "31/10/2024", over(1)),
        (1, "01/11/2024", RUNNING),
        (2, "01/11/2024", MET),
        (1, "30/11/2024", RUNNING),
        (2, "30/11/2024", MET),
        (3, "30/11/2024", over(1)),
        (0, "01/12/2024", short(2)),
        (1, "01/12/2024", short(1)),
        (2, "01/12/2024", MET),
        (4, "01/12/2024", over(2)),
    ],
)
def test_short_is_said_behind_the_last_day_alone(count, today, verdict):
    found = verdicts_on(count, 2, None, NOVEMBER, day(today))

    assert (found.of_target, found.of_aim, found.first) == (verdict, None, verdict)


@pytest.mark.parametrize(
    ("count", "today", "verdict"),
    [
        (1, "31/10/2024", AHEAD),
        (2, "31/10/2024", REACHED),
        (1, "01/11/2024", NOT_REACHED),
        (2, "01/11/2024", REACHED),
        (3, "01/11/2024", REACHED),
        (1, "01/12/2024", NOT_REACHED),
        (2, "01/12/2024", REACHED),
    ],
)
def test_an_aim_is_reached_or_not_yet(count, today, verdict):
    found = verdicts_on(count, None, 2, NOVEMBER, day(today))

    assert (found.of_target, found.of_aim, found.first) == (None, verdict, verdict)


def test_without_a_number_there_is_nothing_to_judge():
    assert verdicts_on(3, None, None, NOVEMBER, day("01/12/2024")) == Verdicts()
    assert Verdicts().first == Verdict(VerdictKind.NO_TARGET)


@pytest.mark.parametrize(
    ("parts", "count", "target", "verdict"),
    [
        ([MET, MET], 2, 2, MET),
        ([MET, over(1)], 3, 2, over(1)),
        # A rich month does not make up for an empty one.
        ([over(3), short(1)], 4, 2, short(1)),
        ([short(1), short(2)], 0, 3, short(3)),
        ([short(1), RUNNING], 0, 2, short(1)),
        ([MET, RUNNING], 1, 2, RUNNING),
        ([over(2), RUNNING], 3, 2, RUNNING),
        ([MET, AHEAD], 1, 2, RUNNING),
        ([AHEAD, AHEAD], 0, 2, AHEAD),
        ([RUNNING, AHEAD], 0, 2, RUNNING),
        ([MET], 1, None, None),
        ([], 0, 2, None),
    ],
)
def test_a_sum_is_short_by_its_short_parts_and_open_while_one_is_open(
    parts, count, target, verdict
):
    found = verdicts_on_sum([Verdicts(of_target=part) for part in parts], count, target)

    assert (found.of_target, found.of_aim) == (verdict, None)


@pytest.mark.parametrize(
    ("parts", "verdict"),
    [
        ([REACHED, REACHED], REACHED),
        ([REACHED, NOT_REACHED], NOT_REACHED),
        ([AHEAD, AHEAD], AHEAD),
        ([REACHED, AHEAD], NOT_REACHED),
    ],
)
def test_the_aims_of_a_sum_are_reached_when_each_is(parts, verdict):
    found = verdicts_on_sum([Verdicts(of_aim=part) for part in parts], 1, None)

    assert (found.of_target, found.of_aim) == (None, verdict)


def test_parts_without_a_target_do_not_count_in_the_sum_of_those_with_one():
    found = verdicts_on_sum([Verdicts(of_target=MET), Verdicts()], 1, 1)

    assert found.of_target == MET
