"""A date in a form that is not read is answered with the day that it says, where it says one."""

from types import SimpleNamespace

import pytest
from sample import day

from newsroom.domain.plan.calendar import Period
from newsroom.intake.header.dates.date_slips import explain_date

YEAR = Period(code="2026-2027", name="", first=day("01/08/2026"), last=day("31/07/2027"))
PLANS = [SimpleNamespace(term=YEAR)]


@pytest.mark.parametrize(
    "text",
    [
        *("20-Nov-2026", "Nov 20, 2026", "November 20th, 2026", "20 November 2026", "20/XI/2026"),
        *(r"20\11\2026", "20,11,2026"),
        *("20112026", "20261120", "20 11 2026", "20_11_2026", "11/20/2026"),
        "46346",
    ],
)
def test_the_day_is_written_as_we_read_it(text):
    message, hint = explain_date(text, "ngày", "tin-bai/2026-11/a.md", PLANS)

    assert "không phải là một ngày có thật" in message
    assert hint.endswith("Ghi:  ngày: 20/11/2026")


@pytest.mark.parametrize("text", ["hôm nay", "20/11/2569", "45616", "tháng 11", "xx/11/2026", "0"])
def test_where_no_day_is_likely_the_example_is_one_of_the_plan(text):
    _, hint = explain_date(text, "ngày", "tin-bai/2026-12/a.md", PLANS)

    assert hint == "Ghi ngày trước, đủ ngày tháng năm, ví dụ  ngày: 20/12/2026"
