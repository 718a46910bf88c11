"""Lines of the header that say who, when and what."""

import pytest

from newsroom.intake.header.decisions.decision_line import (
    UnreadableSeal,
    read_approval,
    read_submission,
)


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


@pytest.mark.parametrize(
    ("text", "rest", "seal"),
    [
        ("Sở, 20/11/2024", "", ""),
        ("Sở, 20/11/2024 dấu 0123456789ab", "", "0123456789ab"),
        ("Sở, 20/11/2024, dấu 0123456789AB", "", "0123456789ab"),
        ("Sở, 20/11/2024, https://so.example/dau dấu 0123456789ab", "https://so.example/dau",
         "0123456789ab"),
        ("Sở, 20/11/2024, công văn có dấu đỏ", "công văn có dấu đỏ", ""),
        ("Sở, 20/11/2024, đã đóng dấu", "đã đóng dấu", ""),
        ("Sở, 20/11/2024, https://so.example/seal/0123456789ab",
         "https://so.example/seal/0123456789ab", ""),
    ],
)  # fmt: skip
def test_a_line_of_the_ledger_may_bear_a_seal_and_a_note_may_speak_of_one(text, rest, seal):
    read = read_submission(text)

    assert (read.name, read.rest, read.seal) == ("Sở", rest, seal)


@pytest.mark.parametrize("seal", ["0123456", "0123456789abc"])
def test_a_seal_of_the_ledger_that_was_copied_in_part_is_told(seal):
    with pytest.raises(UnreadableSeal):
        read_submission(f"Sở, 20/11/2024 dấu {seal}")
