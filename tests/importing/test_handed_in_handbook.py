"""The page of the handbook on --from: its sample is what the command does, word for word."""

import re
from pathlib import Path

import pytest
from handed_sources import TODAY, hand_in, write_school

PAGE = Path(__file__).resolve().parents[2] / "docs/huong-dan/tu-word-va-zalo.md"


@pytest.fixture
def sample(monkeypatch, tmp_path):
    monkeypatch.setenv("NEWSROOM_TODAY", TODAY)
    blocks = dict(re.findall(r"``` (\w+)\n(.*?)\n```", PAGE.read_text("utf-8"), re.DOTALL))
    found = hand_in(write_school(tmp_path), blocks["gửi"].encode(), options="--category=Chuyên môn")
    return blocks, found


def test_what_the_handbook_shows_is_what_the_command_says(sample):
    blocks, found = sample

    assert found.said.startswith(f"{blocks['máy']}\n")


def test_what_the_handbook_shows_is_the_file_that_is_written(sample):
    blocks, found = sample

    assert found.article == f"{blocks['bài']}\n"
