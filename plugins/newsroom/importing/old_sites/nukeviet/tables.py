"""The tables of NukeViet 3 and 4 that tell of its news, told by their names and their columns."""

import re
from dataclasses import dataclass
from enum import Enum


class TableRole(Enum):
    """The part that a table plays."""

    ROWS = "rows"
    BODIES = "bodies"
    CATEGORIES = "categories"
    SOURCES = "sources"
    TAGS = "tags"
    PEN_NAMES = "pen names"
    USERS = "users"
    SETTINGS = "settings"
    PAGES = "pages"
    DOCUMENTS = "documents"
    COMMENTS = "comments"


@dataclass(frozen=True, kw_only=True)
class KnownTable:
    """A table by the end of its name: the columns that it must have, and those used if there."""

    role: TableRole
    ending: re.Pattern[str]
    needed: tuple[str, ...]
    used: tuple[str, ...] = ()


def _table(role: TableRole, ending: str, needed: str, used: str = "") -> KnownTable:
    return KnownTable(
        role=role,
        ending=re.compile(rf"^(.*?){ending}$"),
        needed=tuple(needed.split()),
        used=tuple(used.split()),
    )


# The first column needed is the number by which a row is kept.
TABLES = (
    _table(
        TableRole.ROWS,
        "_rows",
        "id title alias hometext publtime status",
        "catid listcatid admin_id author sourceid addtime edittime exptime homeimgfile homeimgalt",
    ),
    _table(TableRole.BODIES, r"_(?:detail|bodyhtml_\d+)", "id bodyhtml", "sourcetext files"),
    _table(TableRole.CATEGORIES, "_cat", "catid title alias", "parentid"),
    _table(TableRole.SOURCES, "_sources", "sourceid title", "link"),
    _table(TableRole.TAGS, "_tags_id", "id keyword"),
    _table(TableRole.PEN_NAMES, "_authorlist", "id pseudonym"),
    _table(TableRole.USERS, "_users", "userid username", "first_name last_name full_name"),
    _table(TableRole.SETTINGS, "_config", "config_name config_value", "lang module"),
    _table(TableRole.PAGES, "_(?:page|about|siteterms)", "id title alias bodytext", "status"),
    _table(TableRole.DOCUMENTS, "_laws?_rows?", "id title"),
    _table(TableRole.COMMENTS, "_comments?", "cid", ""),
)


def known_table(name: str, columns: tuple[str, ...]) -> tuple[KnownTable, str] | None:
    """The part that a table plays, and its module: `nv4_vi_news`; None for any other table."""
    for table in TABLES:
        found = table.ending.match(name)
        if found and set(table.needed) <= set(columns):
            return table, found[1]
    return None
