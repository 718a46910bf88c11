"""A site with thousands of faults, and with names that would act on whoever reads of them."""

import json
import os
import re
import sys

import pytest
from sample import article_text

from newsroom.commands.checking.check import findings_of, said
from newsroom.domain.message import Message
from newsroom.domain.problem import CheckFindings, Level, Problem
from newsroom.exports.findings.terminal import SHOWN, findings_in_words

NASTY = "a\x1b[2Jb\n::error::x.md"


@pytest.mark.skipif(sys.platform == "win32", reason="no such names there")
@pytest.mark.parametrize("form", ["text", "github", "gitlab", "json"])
def test_a_file_s_name_acts_on_nobody_who_reads_of_it(site, form):
    site.write(f"tin-bai/2024-11/{NASTY}", article_text())
    site.write("tin-bai/2024-11/bai\u202egpj.md", article_text())
    os.makedirs(site.content / "tin-bai/\x1b]0;hay\x07")
    site.write("tin-bai/\x1b]0;hay\x07/b.md", article_text())

    made = site.invoke_alone("check", "--format", form, GITHUB_ACTIONS="true")

    assert made.stderr == ""
    assert re.search(r"a\\u001b\[2Jb\\n(::|%3A%3A)error", made.stdout)
    assert not {*"\x1b\x07\r\u202e"} & {*made.stdout}
    commands = [line for line in made.stdout.split("\n") if line.lstrip().startswith("::")]
    assert all(line.startswith(("::warning file=", "::error file=")) for line in commands)
    assert bool(commands) == (form == "github")


def findings(count, level=Level.ERROR, first=0):
    return [
        Problem(
            f"content/tin-bai/{n // 3:04}.md",
            1 + n,
            Message("NR-TEST-001", "Không tìm thấy."),
            "Sửa.",
            level,
        )
        for n in range(first, first + count)
    ]


def test_the_report_ends_after_two_screens_with_the_number_of_the_rest():
    found = CheckFindings(checked=2000, problems=tuple(findings(6_173)))

    text = findings_in_words(found)

    assert text.count("lỗi: ") == SHOWN
    assert len(text.split("\n")) < 2 * SHOWN + 5
    assert "… và 6.133 lỗi nữa ở 2.045 tệp. Xem tất cả:  python3 tasks.py check --format" in text
    assert "Đã kiểm tra 2000 bài: 6173 lỗi" in text


def test_what_is_grave_is_shown_before_what_is_not():
    advice, errors = findings(300, Level.ADVICE), findings(10, first=900)

    text = findings_in_words(CheckFindings(checked=9, problems=(*advice, *errors)))

    assert text.count("lỗi: ") == 10
    assert "… và 270 gợi ý nữa ở 90 tệp." in text


def test_a_report_that_fits_is_whole():
    text = findings_in_words(CheckFindings(checked=9, problems=tuple(findings(SHOWN))))

    assert text.count("lỗi: ") == SHOWN
    assert "nữa ở" not in text


def test_programs_get_all_of_them(site):
    for n in range(20):
        links = "\n\n".join(f"[x](bai-lạ-{n}-{k}.md)" for k in range(5))
        site.write(f"tin-bai/2024-11/bai-{n}.md", article_text(body=links))

    found = findings_of(site.content, site.cache)

    for form in ("github", "gitlab", "json"):
        assert said(found, form, site.root).count("Không tìm thấy") == 100
    assert json.loads(said(found, "json", site.root))["errors"] == 100
    assert said(found, "text", site.root).count("Không tìm thấy") == SHOWN
