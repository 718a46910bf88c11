"""The front matter of a text file: YAML, TOML or JSON between marks, or Pelican's lines."""

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import yaml

from ....domain.text.vietnamese import clean
from ..moments import moment_in, vietnamese_time

_YAML = re.compile(r"---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TOML = re.compile(r"\+\+\+[ \t]*\n(.*?)\n\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)
_LINE = re.compile(r"([A-Za-z][\w -]{0,40}):[ \t]*(.*)")
_CONTINUED = re.compile(r"[ \t]{2,}(\S.*)")
_LONGEST = 100_000


class UnreadableFrontMatter(ValueError):
    """Front matter that is there, and is not of its kind; the text says why, in English."""


@dataclass(frozen=True, kw_only=True)
class FrontMatter:
    """The head of a text, by keys in small letters, and the text below it."""

    facts: Mapping[str, Any] = field(default_factory=dict)
    body: str = ""

    def word(self, *keys: str) -> str:
        """The first of these that says something, on one line."""
        for key in keys:
            value = self._at(key)
            is_word = isinstance(value, str | int | float) and not isinstance(value, bool)
            if is_word and (plain := " ".join(clean(str(value)).split())):
                return plain
        return ""

    def words(self, *keys: str) -> tuple[str, ...]:
        """The list that the first of these holds; one value is a list of one, commas part it."""
        for key in keys:
            value = self._at(key)
            if isinstance(value, str):
                value = re.split(r"[,;]", value)
            if isinstance(value, list):
                found = (_name_in(one) for one in value)
                return tuple(dict.fromkeys(one for one in found if one))
        return ()

    def moment(self, *keys: str) -> datetime | None:
        for key in keys:
            value = self._at(key)
            found = None
            if isinstance(value, date):
                found = vietnamese_time(value)
            elif isinstance(value, str):
                found = moment_in(value)
            if found:
                return found
        return None

    def is_true(self, key: str) -> bool:
        value = self._at(key)
        return value is True or (isinstance(value, str) and value.lower() in ("true", "yes"))

    def _at(self, key: str) -> Any:
        """The value of a key; `cover.image` is one within another."""
        value: Any = self.facts
        for part in key.split("."):
            value = value.get(part) if isinstance(value, Mapping) else None
        return value


def _name_in(value: Any) -> str:
    if isinstance(value, Mapping):
        value = value.get("name", value.get("title", ""))
    return " ".join(clean(str(value)).split()) if isinstance(value, str | int | float) else ""


def read_front_matter(text: str) -> FrontMatter:
    """The front matter of YAML, TOML or JSON; none where the text begins at once.

    Raises UnreadableFrontMatter.
    """
    text = text.lstrip("\ufeff \n")
    try:
        if found := _YAML.match(text):
            return _of(_yaml(found[1]), text[found.end() :])
        if found := _TOML.match(text):
            return _of(tomllib.loads(found[1]), text[found.end() :])
        if text.startswith("{"):
            facts, end = json.JSONDecoder().raw_decode(text)
            return _of(facts, text[end:])
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise UnreadableFrontMatter(str(error)) from error
    return FrontMatter(body=text)


def read_pelican_head(text: str) -> FrontMatter:
    """The head of a text of Pelican: `Key: value` lines up to a blank one, or YAML."""
    text = text.lstrip("\ufeff \n")
    if _YAML.match(text):
        return read_front_matter(text)
    facts: dict[str, str] = {}
    key, place = "", 0
    lines = text.split("\n")
    for place, line in enumerate(lines):  # noqa: B007
        found, more = _LINE.match(line), _CONTINUED.match(line)
        if found and not more:
            key = found[1].strip().lower()
            facts[key] = found[2].strip()
        elif more and key:
            facts[key] = f"{facts[key]} {more[1].strip()}".strip()
        else:
            break
    else:
        place = len(lines)
    return FrontMatter(facts=facts, body="\n".join(lines[place:]))


def _of(facts: Any, body: str) -> FrontMatter:
    if not isinstance(facts, dict):
        raise UnreadableFrontMatter("not a table of keys and values")
    return FrontMatter(facts={str(key).lower(): one for key, one in facts.items()}, body=body)


def _yaml(text: str) -> Any:
    if len(text) > _LONGEST:
        raise UnreadableFrontMatter("longer than any")
    if any(isinstance(event, yaml.events.AliasEvent) for event in yaml.parse(text)):
        raise UnreadableFrontMatter("aliases")
    return yaml.safe_load(text) or {}
