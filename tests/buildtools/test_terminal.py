"""The words that reach a terminal or a forge's log: letters, and nothing that acts on either."""

import io
import json
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.buildtools.terminal import Terminal, harmless, printed

NASTY = "a\x1b[2Jb\n::error::x.md"


def test_a_name_that_would_act_is_shown_and_stays_on_its_line():
    assert printed(NASTY) == "a\\u001b[2Jb\\n::error::x.md"
    assert printed("bài‮gpj.exe") == "bài\\u202egpj.exe"
    assert printed("\ud800\udcff") == "\\ud800\\udcff"
    assert printed("\U000e0041") == "\\udb40\\udc41"


@pytest.mark.parametrize(
    "name",
    ["Hội thi viết chữ đẹp.md", "nghỉ lễ (bản 2).pdf", "👩‍👩‍👧 vui", "Đ\u0323\u0302", "©®™ 🎉️"],
)
def test_an_ordinary_name_is_shown_as_it_is(name):
    assert printed(name) == name


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=30))
def test_nothing_printed_can_act(text):
    shown = printed(text)

    assert "\n" not in shown
    assert not [c for c in shown if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")]
    assert not {*shown} & {*"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\ufeff"}


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=30))
def test_json_that_is_made_harmless_says_the_same(text):
    assert json.loads(harmless(json.dumps([text], ensure_ascii=False))) == [text]


def written(text, **how):
    out = io.StringIO()
    Terminal(out, **how).write(text)
    return out.getvalue()


def test_the_last_net_lets_lines_through_and_nothing_else_that_acts():
    assert written("một\nhai\t\x1b[2J\x9b2J\r\n") == "một\nhai\t\\u001b[2J\\u009b2J\\r\n"
    # How progress begins its line anew.
    assert written("\rLàm ảnh: 3/9") == "\rLàm ảnh: 3/9"


@pytest.mark.parametrize("line", ["::error::x", "  ::set-env name=A::b", "x\n::add-mask::y"])
def test_a_line_of_text_is_no_command_to_github(line):
    assert written(line) == line
    assert "::error" not in written(line, is_log_of_commands=True)
    assert not any(
        part.lstrip().startswith("::")
        for part in written(line, is_log_of_commands=True).split("\n")
    )


def test_nor_is_the_older_form():
    assert "##[" not in written("bài ##[group]x", is_log_of_commands=True)


def test_what_is_meant_for_github_reaches_it():
    out = io.StringIO()
    terminal = Terminal(out, is_log_of_commands=True)

    terminal.annotate("::error file=a.md,line=1::Bài\u202e chưa có tổ.")

    assert out.getvalue() == "::error file=a.md,line=1::Bài\\u202e chưa có tổ.\n"
