"""Lines of the header that say who, when and what."""

import pytest

from newsroom.intake.header.decisions.decision_line import read_approval


@pytest.mark.parametrize(
    "name",
    ["ha-to-2-3", "Nguyễn Thứ Lễ", "Nguyễn Thị Lan (A)", "ThS. An (tổ 2-3)", "Nguyễn, Mẫu"],
)
@pytest.mark.parametrize("day", ["21/11/2026", "2026-11-21", "thứ Bảy, 21/11/2026"])
def test_a_name_is_read_whole(name, day):
    read = read_approval(f"{name}, {day}, tài chính dấu 0123456789ab")

    assert (read.name, read.on.isoformat(), read.rest) == (name, "2026-11-21", "tài chính")


@pytest.mark.parametrize(
    "text", ["An (ngày 21/11/2026)", "An, vào thứ Bảy, 21/11/26 - 5", "An, chủ nhật, 21-11-2026"]
)
def test_what_stands_around_a_name_and_a_day_is_none_of_it(text):
    assert (read_approval(text).name, read_approval(text).on.day) == ("An", 21)
