"""Well-formed Markdown of before the rules of typed text keeps its HTML, byte for byte."""

import os
import re
from collections import Counter
from pathlib import Path

import pytest
from demo_content import DEMO
from markdown_texts import SNIPPETS
from stock_markdown import INPUTS, examples, stock_html
from typed_html import to_html

from newsroom.domain.text.vietnamese import clean
from newsroom.intake.folder.scan import kind_of
from newsroom.intake.header.header import read_header
from newsroom.intake.text.markdown_text import BrokenMarkdown

ROOT = Path(__file__).resolve().parents[2]
DEMO_ARTICLES = sorted(DEMO.rglob("*.md"))
CHANGED = Path(__file__).with_name("changed_examples.tsv")
DECISION = ROOT / "docs/decisions/0020-a-text-as-people-type-it.md"
_MAIL = re.compile(r'<a href="mailto:[^"]*">([^<]*)</a>')


@pytest.mark.parametrize("file", DEMO_ARTICLES, ids=lambda file: file.stem)
def test_the_demo_reads_as_before_but_for_its_mail_addresses(file):
    label = file.relative_to(DEMO).as_posix()
    text = clean(read_header(file.read_text("utf-8"), label, kind_of(label)).body)

    assert _MAIL.sub(r"\1", to_html(text)) == _MAIL.sub(r"\1", stock_html(text))


WELL_FORMED = (
    "Một đoạn.\n\nHai đoạn **đậm** *nghiêng* ***cả hai*** __đậm__ _nghiêng_.",
    "# Một\n\n## Hai ##\n\n###### Sáu",
    "- một\n- hai\n    - con\n    - cháu\n- ba",
    "- một\n\n- hai\n\n- ba",
    "- một\n\n    đoạn trong mục\n\n- hai",
    "1. một\n2. hai\n\n    đoạn\n\n3. ba",
    "3. ba\n4. bốn",
    "1. một\n    - con\n2. hai",
    "* một\n* hai",
    "> trích\n> tiếp theo\n>\n> > sâu\n>\n> - mục",
    "| A | B |\n|---|:-:|\n| 1 | `a|b` |",
    "A | B\n-|-\n1 | 2",
    "![a](anh.jpg \"Chú thích\")\n\n![b](<anh 1.jpg> 'Tên')",
    '[a](b.md "Tên"), [c][1], [d][], [d]\n\n[1]: e.md\n[d]: f.md "Tên"',
    "<https://vi-du.example> và <a@b.example>",
    "`mã` và ``mã ` nữa`` \\*không\\*",
    "Ngắt  \ndòng",
    "<div>\n  khối *HTML*\n\n  vẫn trong khối\n</div>\n\nĐoạn <b>thẻ</b> &amp; &nbsp;",
    "<table>\n\n  <tr>\n\n    <td>Ô</td>\n\n  </tr>\n\n</table>",
    "Tốt\n===\n\n***\n\n* * *\n\n---",
    "Một câu dài bị ngắt\nở giữa, rồi lại ngắt\nở đây nữa.",
    "## Đề mục {#fn-x .lop}\n\n*nhấn*{: .lop}\n\nĐoạn\n{: .lop title=x}",
)


@pytest.mark.parametrize("text", WELL_FORMED)
def test_well_formed_markdown_keeps_its_html(text):
    assert to_html(text) == stock_html(text)


def test_most_snippets_of_every_construct_keep_theirs():
    kept = sum(to_html(text) == stock_html(text) for text in SNIPPETS)

    assert kept > 75


def recorded():
    lines = CHANGED.read_text("utf-8").splitlines()
    return dict(line.split("\t") for line in lines if line and not line.startswith("#"))


def test_the_decision_counts_the_examples_that_change_rule_by_rule():
    counts = Counter(
        (name.split()[0], rule) for name, rules in recorded().items() for rule in rules.split(",")
    )
    table = DECISION.read_text("utf-8")

    for (source, rule), count in counts.items():
        row = next(line for line in table.splitlines() if line.startswith(f"| {rule} |"))
        column = ("CommonMark", "Python-Markdown").index(source) + 2
        assert row.split("|")[column].strip() == str(count), (source, rule)


@pytest.mark.skipif(not INPUTS, reason="NEWSROOM_MARKDOWN_INPUTS: xem stock_markdown.py")
def test_no_example_changes_but_those_recorded():
    changed = set()
    for name, text in examples():
        try:
            is_kept = to_html(text) == stock_html(text)
        except BrokenMarkdown:
            is_kept = False
        if not is_kept:
            changed.add(name)

    assert changed == set(recorded()), os.linesep.join(sorted(changed ^ set(recorded())))
