"""The calendar's names for events, by which phones know them again."""

from dataclasses import replace
from datetime import time

from sample import day

from newsroom.domain.content.event import CalendarEvent, codes_of

FAIR = CalendarEvent(on=day("20/11/2026"), last=day("20/11/2026"), what="Hội chợ")


def code(event):
    return codes_of([event], 8)[event]


def test_an_event_put_off_or_moved_keeps_its_code():
    moved = replace(
        FAIR, on=day("27/11/2026"), last=day("28/11/2026"), start=time(8), where="Sân trường"
    )

    assert code(moved) == code(FAIR) == code(replace(FAIR, what="hội  chợ"))


def test_the_same_event_of_another_school_year_is_another():
    assert code(replace(FAIR, on=day("20/11/2027"))) != code(FAIR)


def test_two_alike_in_a_year_are_told_apart():
    again = replace(FAIR, on=day("20/12/2026"), last=day("20/12/2026"))

    assert len(set(codes_of([FAIR, again], 8).values())) == 2
