"""The calendar file: what it means, and what is said of slips."""

from datetime import time

import pytest
from sample import day

from newsroom.domain.content.event import CalendarEvent
from newsroom.intake.plan.calendar_file import read_events


def test_an_event_with_everything():
    events, problems = read_events(
        "content/lich.yaml",
        '- {ngày: 20/11/2026, giờ: "7h30 - 9 giờ", việc: Lễ, nơi: Sân, ai: Cả trường,'
        " công khai: không}\n- {ngày: 10/11/2026, đến: 12/11/2026, việc: Tuần lễ}\n",
    )

    assert problems == []
    assert events == [
        CalendarEvent(on=day("10/11/2026"), last=day("12/11/2026"), what="Tuần lễ"),
        CalendarEvent(
            on=day("20/11/2026"),
            last=day("20/11/2026"),
            what="Lễ",
            start=time(7, 30),
            end=time(9),
            where="Sân",
            who="Cả trường",
            is_public=False,
        ),
    ]


@pytest.mark.parametrize(
    ("entry", "message", "hint"),
    [
        ("{ngày: 31/11/2026, việc: A}", "không phải là một ngày", "Ghi ngày trước"),
        ("{ngày: 20/11/2026}", "Thiếu khóa “việc”.", "Thêm dòng  việc: …"),
        ("{ngày: 20/11/2026, việc: A, giờ: sáng}", "không phải là giờ", 'giờ: "7:30 - 9:00"'),
        ("{ngày: 20/11/2026, việc: A, giờ: '25:00'}", "không phải là giờ", "ngoặc kép"),
        (
            "{ngày: 20/11/2026, đến: 19/11/2026, việc: A}",
            "kết thúc (19/11/2026) trước khi bắt đầu",
            "Ghi:  ngày: 19/11/2026  và  đến: 20/11/2026",
        ),
        (
            "{ngày: 20/11/2026, việc: A, giờ: '9:00 - 7:30'}",
            "kết thúc lúc 07:30",
            '"07:30 - 09:00"',
        ),
        ("{ngày: 20/11/2026, việc: A, nơ: B}", "Không có khóa “nơ” ở đây.", "“nơi”"),
    ],
)
def test_a_slip_is_said_and_the_other_events_stay(entry, message, hint):
    events, (problem,) = read_events(
        "content/lich.yaml", f"- {{ngày: 01/11/2026, việc: Còn lại}}\n- {entry}\n"
    )

    assert [event.what for event in events] == ["Còn lại"]
    assert (problem.path, problem.line) == ("content/lich.yaml", 2)
    assert message in problem.message
    assert hint in problem.hint


def test_an_empty_calendar_is_no_slip():
    assert read_events("content/lich.yaml", "# chưa có gì\n") == ([], [])


def test_hours_over_midnight_end_on_the_next_day():
    (event,), problems = read_events(
        "lich.yaml", '- {ngày: 01/12/2026, giờ: "22:00-1:30", việc: A}'
    )

    assert problems == []
    assert (event.on, event.last) == (day("01/12/2026"), day("02/12/2026"))


@pytest.mark.parametrize(
    ("hours", "remedies"),
    [
        ("10:00 - 7:30", ('giờ: "07:30 - 10:00"', "đến: 02/12/2026")),
        ("9:00 - 9:00", ('giờ: "09:00"',)),
    ],
)
def test_hours_that_run_backwards_get_a_remedy_that_makes_no_other_error(hours, remedies):
    _, (problem,) = read_events("l.yaml", f'- {{ngày: 01/12/2026, giờ: "{hours}", việc: A}}')

    for remedy in remedies:
        assert remedy in problem.hint
        lines = f'ngày: 01/12/2026, giờ: "{hours}", {remedy}, việc: A'
        if remedy.startswith("giờ"):
            lines = f"ngày: 01/12/2026, {remedy}, việc: A"
        assert read_events("l.yaml", f"- {{{lines}}}")[1] == []
