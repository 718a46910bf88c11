"""Python-Markdown as it read texts before the rules of typed text, and what it is compared on."""

import ast
import json
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from textwrap import dedent

import markdown
from markdown.extensions import Extension

from newsroom.intake.text import python_markdown

# A folder with the unpacked sources of both, got by ordinary means:
#   pip download --no-deps --no-binary :all: markdown==3.11.3 markdown-it-py==4.3.0
INPUTS = os.environ.get("NEWSROOM_MARKDOWN_INPUTS", "")


class OfTheNewsroom(Extension):
    """Figures and headings, which are no part of the reading."""

    def extendMarkdown(self, md):  # noqa: N802
        md.treeprocessors.register(python_markdown._Figures(md), "figures", 5)
        md.treeprocessors.register(python_markdown._Headings(md), "headings", 5)


@cache
def _stock():
    return markdown.Markdown(
        extensions=["tables", "sane_lists", "footnotes", "attr_list", OfTheNewsroom()],
        output_format="html",
    )


def stock_html(text: str) -> str:
    """The text as HTML, read by Python-Markdown and its own extensions alone."""
    return _stock().reset().convert(text)


def examples() -> Iterator[tuple[str, str]]:
    """Names and texts: the examples of CommonMark, and the inputs of Python-Markdown's tests."""
    root = Path(INPUTS)
    [commonmark] = root.glob("markdown_it_py-*/tests/test_cmark_spec/commonmark.json")
    for example in json.loads(commonmark.read_text("utf-8")):
        yield f"CommonMark {example['example']}", example["markdown"]
    [tests] = root.glob("markdown-*/tests")
    for file in sorted(tests.rglob("*.txt")):
        yield f"Python-Markdown {file.relative_to(tests).as_posix()}", file.read_text("utf-8")
    for file in sorted(tests.rglob("*.py")):
        where = f"Python-Markdown {file.relative_to(tests).as_posix()}"
        for test, number, text in _inputs(ast.parse(file.read_text("utf-8"))):
            yield f"{where} {test} {number}", text


def _inputs(module: ast.Module) -> Iterator[tuple[str, int, str]]:
    for test in (node for node in ast.walk(module) if isinstance(node, ast.FunctionDef)):
        number = 0
        for call in (node for node in ast.walk(test) if isinstance(node, ast.Call)):
            is_input = getattr(call.func, "attr", "") in ("assertMarkdownRenders", "convert")
            text = _text(call.args[0]) if is_input and call.args else None
            if text is not None:
                yield test.name, number, text
                number += 1


def _text(node: ast.expr) -> str | None:
    if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "dedent":
        node = node.args[0]
    try:
        text = ast.literal_eval(node)
    except ValueError:
        return None
    return dedent(text) if isinstance(text, str) else None
