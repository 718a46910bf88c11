"""The calendar: the page, and the file that phones subscribe to."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar
from sample import PLAN_YAML, document_text, pdf
from test_pages import page, words

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
LONG = "Thi viết chữ đẹp, vẽ tranh; kể chuyện theo sách và đố vui về biển đảo quê hương \\ năm nay"
EVENTS = f"""\
- {{ngày: 20/11/2024, giờ: "7:30 - 9:00", việc: Lễ 20/11, nơi: "Sân, nhà B", ai: Cả trường}}
- {{ngày: 02/12/2024, đến: 06/12/2024, việc: Tuần lễ đọc sách}}
- {{ngày: 10/12/2024, giờ: 14 giờ, việc: '{LONG}'}}
- {{ngày: 03/12/2024, việc: Họp zqxkin, nơi: zqxkin, công khai: không}}
- {{ngày: 01/05/2024, việc: Năm học trước}}
"""


@pytest.fixture(scope="module")
def built_school(module_site):
    site = module_site
    site.write("lich.yaml", EVENTS)
    made = site.publish()
    assert made.returncode == 0, made.stderr
    return site


@pytest.fixture
def school(built_school, tmp_path):
    """The same, for a test to change at will."""
    return built_school.copied(tmp_path)


def entries(site):
    calendar = Calendar.from_ical(site.files()["lich/lich.ics"])
    return {str(entry["summary"]): entry for entry in calendar.walk("VEVENT")}


def test_the_page_has_coming_events_by_month_and_then_those_of_this_year_that_are_over(school):
    said = words(page(school, "lich/"))

    assert "Sắp tới Tháng 12/2024 Thứ Hai, 02/12/2024 đến 06/12/2024 Tuần lễ đọc sách" in said
    assert said.index("Đã qua trong năm học này") < said.index("Lễ 20/11")
    assert "7:30 – 9:00" in said
    assert "Năm học trước" not in said


def test_an_event_that_runs_today_is_still_to_come(school):
    school.today = "2024-12-06"
    school.publish()

    said = words(page(school, "lich/"))
    assert said.index("Tuần lễ đọc sách") < said.index("Đã qua")


def test_the_file_is_read_again_as_it_was_meant(school):
    found = entries(school)

    feast = found["Lễ 20/11"]
    assert feast.decoded("dtstart") == datetime(2024, 11, 20, 7, 30, tzinfo=HANOI)
    assert feast.decoded("dtend") == datetime(2024, 11, 20, 9, 0, tzinfo=HANOI)
    assert feast["dtstart"].params["TZID"] == "Asia/Ho_Chi_Minh"
    assert str(feast["location"]) == "Sân, nhà B"
    week = found["Tuần lễ đọc sách"]
    assert week.decoded("dtstart") == date(2024, 12, 2)
    assert week.decoded("dtend") == date(2024, 12, 7)
    assert feast.decoded("dtstamp") == datetime(2024, 8, 1, tzinfo=UTC)
    assert LONG in found


def test_its_lines_are_folded_and_end_as_the_standard_asks(school):
    content = school.files()["lich/lich.ics"]

    lines = content.split(b"\r\n")
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert max(map(len, lines)) <= 75
    for line in lines:
        # No letter is cut in two.
        line.decode("utf-8")
    assert any(line.startswith(b" ") for line in lines)


def test_the_file_depends_on_the_calendar_alone_and_not_on_the_clock(school):
    before = school.files()["lich/lich.ics"]

    school.today = "2025-03-01"
    school.publish()

    assert school.files()["lich/lich.ics"] == before


def test_an_event_that_is_moved_keeps_its_name_for_phones(school):
    before = entries(school)["Lễ 20/11"]["uid"]

    school.write("lich.yaml", EVENTS.replace("20/11/2024", "21/11/2024").replace("7:30", "8:00"))
    school.publish()

    assert entries(school)["Lễ 20/11"]["uid"] == before


def test_an_internal_event_is_seen_at_the_desk_and_nowhere_else(school):
    school.invoke("build")

    assert "Họp zqxkin nội bộ" in words(page(school, "lich/", school.desk))
    for name, content in school.files().items():
        assert b"zqx" not in content, name
    assert b"zqx" not in school.files(school.desk)["lich/lich.ics"]


DEADLINES = """\
hạn:
  - {việc: Gửi báo cáo năm, khi: 31/5, ai: Tổ 1, nhắc trước: 7, công khai: có}
  - {việc: Họp zqxhan, khi: ngày 25 hằng tháng}
"""


def test_a_deadline_of_the_plan_reaches_the_phone_with_a_reminder(school):
    school.write("ke-hoach/2024-2025.yaml", PLAN_YAML + DEADLINES)
    school.publish()

    due = entries(school)["Hạn: Gửi báo cáo năm"]
    assert due.decoded("dtstart") == date(2025, 5, 31)
    assert str(due["description"]) == "Tổ 1"
    (alarm,) = due.walk("VALARM")
    assert str(alarm["action"]) == "DISPLAY"
    # Seven in the morning of the day a week before.
    assert alarm.decoded("trigger") == timedelta(days=-7, hours=7)
    assert str(alarm["description"]) == "Hạn: Gửi báo cáo năm"
    assert not entries(school)["Lễ 20/11"].walk("VALARM")
    assert "Hạn: Gửi báo cáo năm" in words(page(school, "lich/"))


def test_a_deadline_that_is_not_public_is_for_the_desk_and_its_own_file(school):
    school.write("ke-hoach/2024-2025.yaml", PLAN_YAML + DEADLINES)
    school.publish()
    school.invoke("build")

    for name, content in school.files().items():
        assert b"zqx" not in content, name
    desk = school.files(school.desk)
    assert b"zqx" not in desk["lich/lich.ics"]
    inner = Calendar.from_ical(desk["lich/noi-bo.ics"]).walk("VEVENT")
    monthly = [e for e in inner if "zqxhan" in e["summary"]]
    assert len({str(e["uid"]) for e in monthly}) == len(monthly) == 9
    assert "Hạn: Họp zqxhan (tháng 12/2024) nội bộ" in words(page(school, "lich/", school.desk))
    assert "25/12/2024 Họp zqxhan (tháng 12/2024), còn 25 ngày" in words(
        page(school, "", school.desk)
    )


def test_a_slip_in_the_calendar_is_said_and_stops_the_publication(school):
    school.write("lich.yaml", "- {ngày: 31/11/2024, việc: Lễ}\n")

    made = school.publish()

    assert made.returncode == 1
    assert "content/lich.yaml:1: lỗi:" in made.stderr


def test_the_front_page_has_what_is_to_come_and_the_newest_documents(school):
    school.write("van-ban/tep.pdf", pdf("chữ"))
    school.write("van-ban/moi.md", document_text())

    school.publish()
    school.invoke("build")

    for html in (page(school, ""), (school.desk / "trang-chu/index.html").read_text("utf-8")):
        said = words(html)
        assert (
            said.index("Lịch sắp tới") < said.index("Tuần lễ đọc sách") < said.index("Văn bản mới")
        )
        assert "Kế hoạch mẫu Kế hoạch số 12/KH-TM · 10/11/2024" in said
        assert "Lễ 20/11" not in said
        assert "zqxkin" not in said
