"""A backup of NukeViet's database (Công cụ web › Sao lưu CSDL): the news of NukeViet 3 and 4."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

from ....domain.message import Message
from ....domain.text.encodings.likeness import by_likeness
from ...old_article import OldArticle, OldCategory, OldKind, OldState
from ..left_out import LeftKind, LeftLog, NotImported
from ..old_site import OldSiteRefused
from .addresses import NukeVietAddresses
from .backup_file import refuse_no_backup
from .kept_tables import Facts, KeptTables
from .row_facts import (
    SHOWN,
    category_numbers,
    entry_name,
    full_name,
    moment_at,
    number_in,
    reason_to_leave,
    uploaded_file,
    words_in,
)
from .tables import TableRole

_BETWEEN_NAMES = re.compile(r"\s*[,;]\s*")
_HOSTS = frozenset({"my_domains", "site_domain", "site_url"})
_FILES = re.compile(r"\s*,\s*")


class NukeVietSite:
    """The reader of a backup. It is read once, into a file on disk, and then as often as asked."""

    name = "NukeViet"

    def __init__(self, place: Path) -> None:
        self.place = place
        refuse_no_backup(place)

    @property
    def source(self) -> str:
        host = min(self.hosts, default="")
        return f"{host} ({self.place.name})" if host else self.place.name

    @cached_property
    def _tables(self) -> KeptTables:
        tables = KeptTables(self.place)
        if tables.replaced > 20 and 50 * tables.replaced > tables.beyond_ascii:
            raise OldSiteRefused(
                Message(
                    "NR-IMPORT-034",
                    f"Chữ trong {self.place.name} không phải mã UTF-8 (có thể là Latin-1), nên"
                    " tiếng Việt sẽ hỏng.\n    → Sao lưu lại, chọn bộ mã utf8 hoặc utf8mb4"
                    " (mysqldump --default-character-set=utf8mb4); đừng mở tệp bằng Notepad rồi"
                    " lưu lại.",
                )
            )
        if not tables.modules():
            raise OldSiteRefused(_no_news(self.place, tables.tables))
        return tables

    @cached_property
    def _settings(self) -> Mapping[str, str]:
        """The settings of the whole site by name."""
        return {
            facts["config_name"]: facts.get("config_value", "")
            for facts in self._tables.settings()
            if facts.get("module", "global") in ("global", "site") and "config_name" in facts
        }

    @cached_property
    def hosts(self) -> frozenset[str]:
        named = (self._settings.get(name, "") for name in sorted(_HOSTS))
        return frozenset(filter(None, (_host(one) for each in named for one in each.split(","))))

    def entries(self, left: LeftLog) -> Iterator[OldArticle]:
        tables = self._tables
        if tables.comments:
            left.leave(LeftKind.COMMENT, count=tables.comments)
        if tables.replaced:
            left.leave(LeftKind.CHARACTERS, detail="U+FFFD", count=tables.replaced)
        for number in tables.twice:
            left.leave(LeftKind.TWICE, f"bài số {number}")
        for module in tables.modules():
            yield from self._articles(module, left)
        for role, kind in _OTHER_KINDS.items():
            for module, number, facts in tables.rows(role):
                yield self._other(kind, module, number, facts)

    def _articles(self, module: str, left: LeftLog) -> Iterator[OldArticle]:
        categories = {
            number: facts for _, number, facts in self._tables.rows(TableRole.CATEGORIES, module)
        }
        addresses = NukeVietAddresses(
            module=module,
            settings=self._settings,
            aliases={number: facts["alias"] for number, facts in categories.items()
                     if "alias" in facts},
        )  # fmt: skip
        names = {
            number: OldCategory(code=facts.get("alias", ""), name=words_in(facts.get("title", "")))
            for number, facts in categories.items()
        }
        for _, number, row in self._tables.rows(TableRole.ROWS, module):
            if state := reason_to_leave(row):
                left.leave(state, entry_name(module, number), words_in(row.get("title", "")))
            else:
                yield self._article(module, number, row, addresses, names)

    def _article(
        self,
        module: str,
        number: int,
        row: Facts,
        addresses: NukeVietAddresses,
        names: Mapping[int, OldCategory],
    ) -> OldArticle:
        tables = self._tables
        body = tables.of_number(TableRole.BODIES, module, number)
        source = tables.of_number(TableRole.SOURCES, module, number_in(row.get("sourceid", "")))
        where = category_numbers(row)
        text, summary, title = (
            by_likeness(words)
            for words in (
                body.get("bodyhtml", ""),
                row.get("hometext", ""),
                unescape(row.get("title", "")),
            )
        )
        encodings = sorted({one.encoding for one in (text, summary, title)} - {""})
        return OldArticle(
            entry=entry_name(module, number),
            title=title.text,
            published=moment_at(row.get("publtime", "")) or moment_at(row.get("addtime", "")),
            updated=moment_at(row.get("edittime", "")),
            body=text.text,
            addresses=addresses.of_article(where, row.get("alias", ""), number),
            summary=summary.text,
            authors=self._authors(module, number, row),
            categories=tuple(names[one] for one in where if one in names),
            tags=tuple(
                words_in(tag["keyword"])
                for tag in tables.many(TableRole.TAGS, module, number)
                if tag.get("keyword")
            ),
            cover=uploaded_file(module, row.get("homeimgfile", "")),
            cover_caption=words_in(row.get("homeimgalt", "")),
            source=words_in(source.get("title", "") or body.get("sourcetext", "")),
            files=tuple(
                uploaded_file(module, name)
                for name in _FILES.split(body.get("files", "").strip())
                if name
            ),
            left=tuple(NotImported(kind=LeftKind.ENCODING, detail=name) for name in encodings),
        )

    def _authors(self, module: str, number: int, row: Facts) -> tuple[str, ...]:
        """The author as typed, else the pen names, else whoever put the article in."""
        if typed := words_in(row.get("author", "")):
            return tuple(filter(None, _BETWEEN_NAMES.split(typed)))
        pen_names = self._tables.many(TableRole.PEN_NAMES, module, number)
        if pen_names:
            return tuple(words_in(one["pseudonym"]) for one in pen_names if "pseudonym" in one)
        user = self._users.get(number_in(row.get("admin_id", "")))
        return (user,) if user else ()

    @cached_property
    def _users(self) -> dict[int, str]:
        return {number: full_name(facts) for _, number, facts in self._tables.rows(TableRole.USERS)}

    def _other(self, kind: OldKind, module: str, number: int, facts: Facts) -> OldArticle:
        return OldArticle(
            entry=entry_name(module, number),
            title=words_in(facts.get("title", "")),
            published=None,
            body=facts.get("bodytext", ""),
            kind=kind,
            state=OldState.PUBLIC if facts.get("status", SHOWN) == SHOWN else OldState.HIDDEN,
        )


_OTHER_KINDS = {TableRole.PAGES: OldKind.PAGE, TableRole.DOCUMENTS: OldKind.DOCUMENT}


def _host(address: str) -> str:
    address = address.strip()
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.").lower() if "." in host else ""


def _no_news(place: Path, tables: set[str]) -> Message:
    found = ", ".join(sorted(tables)[:6])
    seen = f" Các bảng có dữ liệu: {found}…" if found else ""
    return Message(
        "NR-IMPORT-035",
        f"{place.name} không có bảng tin nào của NukeViet (…_news_rows).{seen}"
        "\n    → Sao lưu lại từ trang cũ, chọn tất cả các bảng, cả cấu trúc và dữ liệu.",
    )
