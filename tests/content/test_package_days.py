"""Photo packages: the semester for which one is, and the day on which it counts."""

from dataclasses import replace

import pytest
from sample import PLAN, day, make_evaluation

from newsroom.domain.content.photo_package import PhotoPackage, semester_of_package
from newsroom.domain.plan.measure import Measure
from newsroom.domain.tally.contributions import EventLog

FIRST, SECOND = PLAN.semesters  # 05/09/2024 to 17/01/2025, 20/01 to 30/05/2025


@pytest.mark.parametrize(
    ("on", "semester"),
    [
        ("05/08/2024", None),
        ("04/09/2024", None),
        ("05/09/2024", FIRST),
        ("16/12/2024", FIRST),
        ("17/01/2025", FIRST),
        # Thirty days behind its end it is for it, though another has begun.
        ("16/02/2025", FIRST),
        ("17/02/2025", SECOND),
        ("30/05/2025", SECOND),
        ("29/06/2025", SECOND),
        ("30/06/2025", None),
    ],
)
def test_a_package_is_for_the_nearest_end_of_thirty_days_else_for_its_own_day(on, semester):
    assert semester_of_package(day(on), PLAN.semesters) == semester
    assert semester_of_package(day(on), PLAN.semesters[::-1]) == semester


@pytest.mark.parametrize(
    ("on", "counts_on"),
    [
        ("04/09/2024", "05/09/2024"),
        ("05/09/2024", "05/09/2024"),
        ("17/01/2025", "17/01/2025"),
        ("18/01/2025", "17/01/2025"),
    ],
)
def test_a_package_counts_within_its_semester(on, counts_on):
    package = PhotoPackage(group="to-1", on=day(on), pictures=3, semester=FIRST)

    assert package.counts_on == day(counts_on)
    assert replace(package, semester=None).counts_on == day(on)


@pytest.mark.parametrize(
    ("on", "today", "counts"),
    [
        # Came before its semester: not before that has begun.
        ("03/09/2024", "04/09/2024", 0),
        ("03/09/2024", "05/09/2024", 1),
        # Came behind it: not before it came.
        ("20/01/2025", "19/01/2025", 0),
        ("20/01/2025", "20/01/2025", 1),
    ],
)
def test_a_package_counts_from_the_later_of_its_days_on(on, today, counts):
    package = PhotoPackage(group="to-1", on=day(on), pictures=3, semester=FIRST)
    ledger = EventLog.of(make_evaluation([], today, packages=[package]))

    assert len(ledger.within(Measure.PHOTOS, FIRST)) == counts
