"""A text that would be read for minutes is refused at once; no usual one is."""

import time

import pytest
from sample import article_text, write_site

from newsroom.buildtools.time_limit import no_longer_than
from newsroom.intake.content import item_reader as manuscript_reader
from newsroom.intake.content.item_reader import read_item
from newsroom.intake.folder.content_folder import ContentFolder
from newsroom.intake.text.body import read_body
from newsroom.intake.text.checks.text_bounds import too_much

HOSTILE = {
    "<a": "<a " * 100_000,
    "<a x": "<a x " * 100_000,
    "quotes": "<a href='\"" * 40_000,
    "addresses": "<http://a" * 50_000,
    "tags": "<b>x</b>\n" * 60_000,
    "notes": "a[^1]\n\n" * 30_000 + "[^1]: b",
    "headings": "# a_b\n" * 40_000,
    "underlined": "a_b\n===\n" * 40_000,
    "ruled": "***\n" * 40_000,
    "brackets": "[" * 990 + "x " * 100_000,
    "parentheses": "[a](" * 990 + "x " * 100_000,
    "definitions": "a\n" + ": a\n" * 100_000,
    "addresses of mail": "a@b.vn " * 80_000,
    "backslashes": "\\" * 400_000,
    "numbers": "".join(f"{n}. a\n" for n in range(60_000)),
    "cells": "|a" * 1000 + "\n" + "|-" * 1000 + "\n" + "|a\n" * 20_000,
}
LONG = {
    "links": "[chữ](https://a.example/x) và chữ_khác\n\n" * 3000,
    "lines": "Một dòng thơ dài hơn một chút, có dấu phẩy\n" * 5000,
    "table": "| a | b | c |\n|---|---|---|\n" + "| một | hai | ba |\n" * 1500,
    "list": "- [chữ](https://a.example/x) _nghiêng_\n" * 900,
    "numbered": "".join(f"{n}. [chữ](https://a.example/x) _nghiêng_\n" for n in range(900)),
    "definitions": "Từ\n: Nghĩa của từ ấy\n" * 2000,
    "bold in one paragraph": "**Nguyễn Thị Mẫu An**, a@b.example, " * 3000,
    "headings": "## Mục\n\nLời.\n\n" * 2000,
    "footnotes": "".join(f"Chữ[^{n}].\n\n[^{n}]: Chú thích.\n\n" for n in range(300)),
    "html": '<p align="center">x</p>\n\n' * 2000,
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    site = {"tin-bai/a.md": "x", "tin-bai/b.md": article_text("a_b\n\n" * 40_000)}
    return ContentFolder(write_site(tmp_path_factory.mktemp("bounds"), site))


@pytest.mark.parametrize("name", HOSTILE)
def test_too_many_signs_are_refused_with_their_count_within_a_second(name, folder):
    with no_longer_than(1):
        body, problems = read_body(f"Lời đầu.\n\n{HOSTILE[name]}", "tin-bai/a.md", 10, folder)

    assert body.parts == ()
    assert [problem.line for problem in problems] == [12]
    assert "nhiều quá" in problems[0].message


@pytest.mark.parametrize("name", LONG)
def test_a_long_text_of_the_usual_kind_is_read(name, folder):
    assert too_much(LONG[name]) is None


# The alarm may ring in a callback of the collector, which prints it; it rings again.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_what_no_bound_foresaw_is_stopped_by_the_clock(folder, monkeypatch):
    monkeypatch.setattr(manuscript_reader, "LONGEST", 0.05)
    started = time.process_time()

    file = read_item("tin-bai/b.md", folder)

    assert time.process_time() - started < 1
    assert not file.is_readable
    assert "quá 0.05 giây" in file.problems[0].message


@pytest.mark.parametrize(
    "signs",
    [
        "\uffff" * 60_000,
        "\uffff\n" * 60_000,
        "".join(chr(0xE100 + n % 6000) for n in range(60_000)),
        "a\u200b" * 60_000,
        "\u200d👧" * 30_000,
        "１：２" * 30_000,
        "<a=“" * 30_000,
        "“](a “" * 10_000,
    ],
    ids=lambda signs: ascii(signs[:6]),
)
def test_characters_by_the_thousand_are_told_within_a_second(signs, tmp_path):
    folder = ContentFolder(write_site(tmp_path, {"tin-bai/a.md": article_text(signs)}))

    with no_longer_than(1):
        file = read_item("tin-bai/a.md", folder)

    assert len(file.problems) <= 6
