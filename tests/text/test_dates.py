from datetime import date, time

import pytest

from newsroom.domain.text.dates import NotADate, in_words, parse_moment

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
