"""The facts in a row of a news module: numbers, moments, names, files."""

import re
from datetime import UTC, datetime, timedelta
from html import unescape

from ....domain.text.encodings.likeness import by_likeness
from ..left_out import LeftKind
from .addresses import module_of
from .kept_tables import Facts

_VIETNAM = timedelta(hours=7)
# Of a row: 1 is shown; the others as NukeViet's news module numbers them.
SHOWN = "1"
_STATES = {"2": LeftKind.FUTURE, "3": LeftKind.PRIVATE}
_WEB = re.compile(r"(?:https?:)?//", re.IGNORECASE)


def reason_to_leave(row: Facts) -> LeftKind | None:
    """The reason for which readers did not see a row; None where they did."""
    status = row.get("status", SHOWN)
    return None if status == SHOWN else _STATES.get(status, LeftKind.DRAFT)


def entry_name(module: str, number: int) -> str:
    """The name of an article in messages: nv4_vi_news 12."""
    return f"{module} {number}"


def category_numbers(row: Facts) -> list[int]:
    """The numbers of its categories, the main one first."""
    listed = [row.get("catid", ""), *row.get("listcatid", "").split(",")]
    return list(dict.fromkeys(filter(None, map(number_in, listed))))


def number_in(text: str) -> int:
    """The number that is written there; 0 for anything else."""
    return int(text) if text.strip().isascii() and text.strip().isdigit() else 0


def moment_at(seconds: str) -> datetime | None:
    """Vietnamese time of Unix seconds; None for none, and for a year that no site has."""
    moment = number_in(seconds)
    if not 0 < moment < 4_102_444_800:
        return None
    return (datetime.fromtimestamp(moment, UTC) + _VIETNAM).replace(tzinfo=None)


def words_in(text: str) -> str:
    """The words on one line, entities and old encodings as letters."""
    return " ".join(by_likeness(unescape(text)).text.split())


def full_name(facts: Facts) -> str:
    """The name of a user in the Vietnamese order, else the name to sign in with."""
    name = facts.get("full_name") or " ".join(
        filter(None, (facts.get("last_name"), facts.get("first_name")))
    )
    return words_in(name or facts.get("username", ""))


def uploaded_file(module: str, name: str) -> str:
    """The address of a file that a row names below its module's folder of uploads."""
    name = name.strip()
    if not name or _WEB.match(name) or name.startswith("/"):
        return name
    if name.startswith(("uploads/", "assets/", "themes/")):
        return f"/{name}"
    return f"/uploads/{module_of(module).name}/{name}"
