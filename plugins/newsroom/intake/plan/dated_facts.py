"""The facts of a school file that may have days: plain, or a list with `từ` and `đến`."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator

from ...domain.message import Message
from ...domain.names.dated_fact import DatedFact, clashes, text_on
from ...domain.plan.school import Signer
from ...domain.problem import Problem
from ...domain.text.dates import in_numbers
from .forms.form_types import EMPTY, TURNED, TURNED_REMEDY, Date, Name, wrong
from .forms.yaml_file import YamlFile, YamlForm


class DatedEntry(YamlForm):
    text: Name
    first: Date | None = None
    last: Date | None = None


class SignerEntry(YamlForm):
    name: Name
    title: str = ""
    first: Date | None = None
    last: Date | None = None


def _entries(key: str) -> BeforeValidator:
    """A text, one entry or a list of either, as a list of entries; `key` is that of a text."""

    def read(value: Any) -> Any:
        if value == "":
            return ()
        items = value if isinstance(value, list) else [value]
        return tuple({key: item} if isinstance(item, str) else item for item in items)

    return BeforeValidator(read)


def _filled(value: Any) -> Any:
    if value in ("", []):
        raise wrong(EMPTY, "Ghi tên vào.")
    return value


Dated = Annotated[tuple[DatedEntry, ...], _entries("text")]
DatedName = Annotated[Dated, BeforeValidator(_filled)]
Signers = Annotated[tuple[SignerEntry, ...], _entries("name")]


def last_of(field: str, entries: Sequence[DatedEntry]) -> str:
    """The text that holds at the end of all days, by which a school is known; empty for none."""
    return text_on(_facts(field, entries), date.max) if entries else ""


def dated_facts(fields: Mapping[str, Sequence[DatedEntry]]) -> tuple[DatedFact, ...]:
    """The facts of those fields that have days."""
    facts = {field: _facts(field, entries) for field, entries in fields.items()}
    dated = (of for of in facts.values() if any(fact.first or fact.last for fact in of))
    return tuple(fact for of in dated for fact in of)


def _facts(field: str, entries: Sequence[DatedEntry]) -> list[DatedFact]:
    return [
        DatedFact(field=field, text=entry.text, first=entry.first, last=entry.last)
        for entry in entries
    ]


def signers_of(entries: Sequence[SignerEntry]) -> tuple[Signer, ...]:
    return tuple(
        Signer(name=entry.name, title=entry.title, first=entry.first, last=entry.last)
        for entry in entries
    )


def check_dated(
    file: YamlFile, fields: Mapping[str, Sequence[DatedEntry | SignerEntry]]
) -> Iterator[Problem]:
    """A problem for each value that ends before it begins, or holds together with another."""
    for field, entries in fields.items():
        facts = [DatedFact(field=field, text="", first=e.first, last=e.last) for e in entries]
        turned = [n for n, fact in enumerate(facts) if fact.ends < fact.begins]
        for n in turned:
            yield Problem(
                file.path,
                file.line(field, n, "last"),
                TURNED,
                TURNED_REMEDY,
            )
        for n, follows in () if turned else clashes(facts):
            yield Problem(
                file.path,
                file.line(field, n),
                Message("NR-FORM-017", "Dòng này và một dòng khác cùng có hiệu lực một ngày."),
                f"Ghi cho dòng sau  từ: {in_numbers(follows)}"
                if follows.year > 1
                else "Ghi “đến” cho dòng trước, “từ” cho dòng sau.",
            )
