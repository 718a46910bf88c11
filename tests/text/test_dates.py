from datetime import date, datetime, time

import pytest

from newsroom.domain.text.dates import (
    NotADate,
    in_words,
    moment_in_numbers,
    moment_of,
    parse_date,
    parse_moment,
    unread_part,
)

THE_DAY = date(2024, 11, 20)


@pytest.mark.parametrize(
    "text",
    [
        "20/11/2024",
        "20-11-2024",
        "20.11.2024",
        "2024-11-20",
        "2024/11/20",
        "ngày 20 tháng 11 năm 2024",
        "Ngày 20 tháng 11, 2024",
        "Thứ Tư, 20/11/2024",
        "20 / 11 / 2024",
        "20/11/24",
        "20 Tháng Mười Một 2024",
        "ngày 20 tháng mười một năm 2024",
        "20 tháng Mười một, 2024",
    ],
)
def test_a_date_is_read_day_first_in_every_usual_form(text):
    assert parse_moment(text) == (THE_DAY, None)


@pytest.mark.parametrize(
    "text",
    [
        "20/11/2024 7:30",
        "20/11/2024 7h30",
        "20/11/2024, 7 giờ 30 phút",
        "7h30 ngày 20/11/2024",
        "2024-11-20 07:30:00",
        "2024-11-20T07:30:00+07:00",
        "2024-11-20T00:30:00Z",
        "20/11/2024 7 h 30",
        "20/11/2024 7g30",
        "20/11/2024 07.30",
        "20/11/2024 7 giờ rưỡi",
        "20/11/2024, 7h rưỡi sáng",
        "7:30 SA 20/11/2024",
        "20/11/2024 7:30 AM",
        "Thứ 4, 20/11/2024, 7:30",
        "Sáng 20/11/2024, lúc 7 giờ 30",
    ],
)
def test_a_time_of_day_is_read_in_vietnam(text):
    assert parse_moment(text) == (THE_DAY, time(7, 30))


def test_the_fifth_of_november_is_not_the_eleventh_of_may():
    assert parse_moment("05/11/2024")[0] == date(2024, 11, 5)


def test_every_month_is_read_in_words():
    names = ("một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười hai")
    months = [parse_moment(f"5 tháng {name} 2024")[0].month for name in names]

    assert months == [*range(1, 11), 12]


def test_a_time_from_elsewhere_may_fall_in_another_month():
    assert parse_moment("2024-11-30T23:30:00Z")[0] == date(2024, 12, 1)


@pytest.mark.parametrize("text", ["31/02/2025", "11/2024", "20/11", "hôm nay", "", "20/13/2024"])
def test_what_is_no_day_is_refused(text):
    with pytest.raises(NotADate):
        parse_moment(text)


def test_a_date_in_words():
    assert in_words(THE_DAY) == "Thứ Tư, ngày 20 tháng 11 năm 2024"


@pytest.mark.parametrize(
    ("said", "hour"),
    [
        *(
            ("8 giờ tối", 20),
            ("8h tối", 20),
            ("2 giờ chiều", 14),
            ("5h chiều", 17),
            ("7:00 CH", 19),
        ),
        *(("7:00 PM", 19), ("11 giờ đêm", 23), ("1 giờ đêm", 1), ("12 giờ trưa", 12)),
        *(("1 giờ trưa", 13), ("11 giờ trưa", 11), ("12:00 PM", 12), ("12:00 AM", 0)),
        *(("6 giờ sáng", 6), ("19 giờ tối", 19), ("14:00 chiều", 14), ("0:00", 0), ("23:00", 23)),
    ],
)
def test_hours_counted_to_twelve_are_read_by_the_part_of_the_day(said, hour):
    for text in (f"20/11/2024 {said}", f"{said}, ngày 20/11/2024"):
        assert parse_moment(text) == (THE_DAY, time(hour))


@pytest.mark.parametrize("said", ["24:00", "24 giờ", "12 giờ đêm", "24h00", "12 giờ tối"])
def test_midnight_begins_the_next_day_and_is_the_end_of_a_day_that_is_due(said):
    assert parse_moment(f"20/11/2024 {said}") == (date(2024, 11, 21), time(0))
    assert parse_moment(f"31/12/2024 {said}") == (date(2025, 1, 1), time(0))
    assert parse_date(f"trước {said} ngày 20/11/2024") == THE_DAY


@pytest.mark.parametrize("text", ["20/11/2024 25:00", "20/11/2024 24:30", "20/11/2024 7:75"])
def test_an_hour_that_does_not_exist_is_none(text):
    with pytest.raises(NotADate):
        parse_moment(text)


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        *(("20/11/2024", ""), ("20/11/2024 7:30", ""), ("Thứ 4, 20/11/2024, 7h30", "")),
        *(
            ("2024-11-20T07:30:00.000+07:00", ""),
            ("20/11/2024 (tối)", ""),
        ),
        *(("20/11/2024 lúc 23", "lúc 23"), ("20/11/2024 2330", "2330")),
        *(("20/11/2024 - 22/11/2024", "- 22/11/2024"), ("20/11/2024 8 giờ kém 15", "kém 15")),
    ],
)
def test_numbers_that_are_neither_day_nor_time_are_told(text, unread):
    assert unread_part(text) == unread


def test_a_day_is_its_first_minute_and_a_moment_itself():
    moment = datetime(2024, 11, 20, 23, 30)

    assert moment_of(THE_DAY) == datetime(2024, 11, 20)
    assert moment_of(moment) is moment
    assert moment_in_numbers(THE_DAY, time(23, 30)) == "23:30 ngày 20/11/2024"
    assert moment_in_numbers(THE_DAY, None) == "ngày 20/11/2024"
