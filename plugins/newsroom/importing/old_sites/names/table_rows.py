"""Rows added to the table of old names, with every line that somebody wrote left as it is."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import yaml

from ....domain.text.vietnamese import fold
from ....vocabulary.content import NAME_TABLE_HEAD, NAME_TABLE_NOTES
from ....vocabulary.plan_files import NAME_TABLE
from ....vocabulary.words import lookup, shown

# What YAML takes for nothing but words.
_PLAIN = re.compile(r"[^\W\d_](?:[\w./()–-]| (?!#))*[\w)]|[^\W\d_]")
_INDENT = "  "
_NO_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})


@dataclass(frozen=True, kw_only=True)
class OpenRow:
    """A row to be filled in: the old name, how many articles have it, and what it may mean."""

    old: str
    articles: int
    like: str = ""


def with_rows(text: str, rows: Mapping[str, Sequence[OpenRow]]) -> str:
    """The table with these rows at the end of their sections, in the order given.

    `rows` are by section; those that the text has already must not be among them.
    """
    lines = text.rstrip("\n").split("\n") if text.strip() else [*NAME_TABLE_HEAD]
    ends = _section_ends(text)
    # From the last one up, so that the numbers of the lines above stay right.
    for section in sorted(ends, key=lambda one: ends[one].line, reverse=True):
        end = ends[section]
        lines[end.line : end.line] = [_typed(row, end.indent) for row in rows.get(section, ())]
    for section in NAME_TABLE:
        if section not in ends and rows.get(section):
            typed = [_typed(row, _INDENT) for row in rows[section]]
            lines += ["", f"{shown(NAME_TABLE, section)}:", *_notes(section), *typed]
    return "\n".join([*lines, ""])


class _End(NamedTuple):
    """The end of a section: the number of the line behind its last row, and how rows begin."""

    line: int
    indent: str


def _notes(section: str) -> list[str]:
    return [f"  {line}" for line in NAME_TABLE_NOTES[section]]


def _section_ends(text: str) -> dict[str, _End]:
    root = yaml.compose(text, yaml.SafeLoader) if text.strip() else None
    ends: dict[str, _End] = {}
    if isinstance(root, yaml.MappingNode):
        for key, value in root.value:
            section = lookup(NAME_TABLE, str(key.value))
            if section:
                rows = value.value if isinstance(value, yaml.MappingNode) else []
                indent = " " * int(rows[0][0].start_mark.column) if rows else _INDENT
                ends[section] = _End(_last_line(key, value), indent)
    return ends


def _last_line(key: yaml.Node, value: yaml.Node) -> int:
    if isinstance(value, yaml.MappingNode) and value.value:
        return max(_last_line(*pair) for pair in value.value)
    if isinstance(value, yaml.SequenceNode) and value.value:
        return max(int(item.end_mark.line) for item in value.value) + 1
    return max(int(key.end_mark.line), int(value.end_mark.line if value.value else 0)) + 1


def _typed(row: OpenRow, indent: str) -> str:
    is_plain = _PLAIN.fullmatch(row.old) and fold(row.old) not in _NO_WORDS
    key = row.old if is_plain else json.dumps(row.old, ensure_ascii=False)
    like = f"; có phải “{row.like}”?" if row.like else ""
    return f"{indent}{key}:  # {row.articles} bài{like}"
