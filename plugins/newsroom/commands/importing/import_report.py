"""The report of an import: in the terminal in a screen, in reports/ with every name."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ...building.errors import BuildRefused
from ...domain.message import Message
from ...importing.old_sites.left_out import LeftKind, LeftLog
from ...importing.old_sites.names.old_names import OldNames
from ...importing.old_sites.names.table_file import TABLE_FILE
from ...importing.old_sites.names.table_rows import OpenRow
from ...importing.old_sites.old_site import OldSite
from ...importing.old_sites.plan_of_files import PlannedFiles
from ..deciding.import_decisions import RecordedImport
from .left_words import LEFT_WORDS
from .request import ImportRequest

# Of the names that need a row, and of what was left.
_ROWS_SHOWN, _LEFT_SHOWN, _WAITING_SHOWN = 8, 3, 5


@dataclass(kw_only=True)
class ImportReport:
    """The findings of an import: what it wrote, and what it left."""

    request: ImportRequest
    site: OldSite
    planned: PlannedFiles
    left: LeftLog
    rows: Mapping[str, Sequence[OpenRow]]
    names: OldNames
    resumed: int = 0
    pictures: int = 0
    attachments: int = 0
    written: int = 0
    recorded: RecordedImport | None = None
    file: Path | None = field(default=None)

    @property
    def open_rows(self) -> int:
        return sum(map(len, self.rows.values()))


def in_terminal(report: ImportReport) -> Iterator[str]:
    """The report in a screen."""
    yield from _counts(report)
    yield from _names(report, _ROWS_SHOWN)
    yield from _left(report.left, _LEFT_SHOWN, with_remedy=False)
    yield from _next_step(report)
    if report.file:
        yield f"Bản đầy đủ: {report.file.parent.name}/{report.file.name}"


def write_report(report: ImportReport, reports: Path, today: date) -> Path:
    """Write the whole report into reports/. Raises BuildRefused."""
    place = reports / f"nhap-{report.request.kind}-{today:%Y-%m-%d}.md"
    lines = [
        f"# Nhập bài cũ từ {report.site.name}: {report.site.source}",
        "",
        *_counts(report),
        "",
        *_names(report, None),
        "",
        *_left(report.left, None, with_remedy=True),
        "",
        *_next_step(report),
        "",
    ]
    try:
        reports.mkdir(parents=True, exist_ok=True)
        place.write_text("\n".join(lines), encoding="utf-8", newline="\n")
    except OSError as error:
        raise BuildRefused(
            Message("NR-IMPORT-001", f"Không ghi được {place}: {error.strerror or error}.")
        ) from error
    return place


def _counts(report: ImportReport) -> Iterator[str]:
    planned = report.planned
    yield f"{report.site.name}, {report.site.source}: {planned.entries} mục."
    if report.request.is_dry:
        yield (
            f"Nhập được {len(planned.files)} bài, {_with(report)}. Đây là bản xem thử: chưa ghi gì."
        )
    elif report.written or not len(planned.files):
        yield f"Đã ghi {report.written} bài, {_with(report)}."
    else:
        yield f"Nhập được {len(planned.files)} bài; chưa nhập bài nào."
    if planned.already:
        yield f"Đã có từ trước: {planned.already} bài, giữ nguyên."
    if report.resumed:
        yield f"Nhập tiếp lần dở: {report.resumed} bài của lần trước được kể vào danh sách."
    if planned.years:
        first, last = min(planned.years), max(planned.years)
        yield f"Năm {first}" + (f" đến {last}." if last > first else ".")
    yield f"Chuyên mục cũ: {len(planned.categories)}. Tác giả cũ: {len(planned.authors)}."


def _with(report: ImportReport) -> str:
    files = f", {report.attachments} tệp đính kèm" if report.attachments else ""
    return f"{report.pictures} ảnh{files}"


def _names(report: ImportReport, most: int | None) -> Iterator[str]:
    names, planned = report.names, report.planned
    for heading, counted, meaning in (
        ("Chuyên mục", planned.categories, _category),
        ("Tác giả", planned.authors, _author),
    ):
        told = [
            f"  {old} → {meant} ({number} bài)"
            for old, number in counted.most_common()
            if (meant := meaning(names, old))
        ]
        if told:
            yield f"{heading} đã khớp:"
            yield from _cut(told, most)
    for section, heading in (("categories", "Chuyên mục"), ("authors", "Tác giả")):
        if rows := report.rows[section]:
            yield f"{heading} cần một dòng trong content/{TABLE_FILE}:"
            yield from _cut([_row(row) for row in rows], most)


def _category(names: OldNames, old: str) -> str:
    meant = names.category(old)
    return (meant.name or "(không nhập)") if meant else ""


def _author(names: OldNames, old: str) -> str:
    meant = names.author(old)
    if meant is None:
        return ""
    return ", ".join((*meant.authors, *meant.groups)) or "(không ghi ai)"


def _row(row: OpenRow) -> str:
    return f"  {row.old} ({row.articles} bài)" + (f"; có phải “{row.like}”?" if row.like else "")


def _cut(lines: Sequence[str], most: int | None) -> Iterator[str]:
    yield from lines[:most]
    if most is not None and len(lines) > most:
        yield f"  … và {len(lines) - most} tên nữa"


def _left(left: LeftLog, most: int | None, *, with_remedy: bool) -> Iterator[str]:
    if not left.counts:
        return
    yield "Để lại hoặc cần xem:"
    for kind in LeftKind:
        if not (count := left.counts[kind]):
            continue
        words, remedy = LEFT_WORDS[kind]
        yield f"- {count} {words}"
        if with_remedy:
            yield f"  → {remedy}"
        named = left.named(kind)
        for one in named[:most]:
            yield f"    {one.entry}{': ' if one.entry and one.detail else ''}{one.detail}"
        if len(named) < count and not most:
            yield f"    … và {count - len(named)} nữa"


def _next_step(report: ImportReport) -> Iterator[str]:
    request = report.request
    if request.is_dry:
        if report.open_rows:
            yield (
                f"→ {report.open_rows} tên chưa rõ: gõ lại không có --dry-run thì máy ghi bảng"
                f" content/{TABLE_FILE} để điền; thêm --yes thì các bài ấy vào “Bài cũ”."
            )
        return
    if report.open_rows and not request.accepts_all:
        yield (
            f"→ Điền {report.open_rows} dòng trong content/{TABLE_FILE}, lưu lại, rồi gõ lại"
            f"  {request.command}"
        )
        yield "  Không muốn điền thì thêm --yes: các bài ấy vào chuyên mục “Bài cũ”, giữ tên cũ."
        return
    if report.recorded is None:
        yield "Không có bài mới để nhập."
        if request.by and report.planned.already:
            yield (
                "→ Bài nhập lần trước còn chờ thì duyệt bằng lệnh"
                f'  python3 tasks.py approve --import content/nhap/….yaml --by "{request.by}"'
            )
        return
    recorded = report.recorded
    if recorded.approved:
        yield f"Đã duyệt {len(recorded.approved)} bài bằng {recorded.label}; publish thì lên trang."
    if recorded.waiting and recorded.approved:
        yield f"{len(recorded.waiting)} bài có lỗi nên còn chờ; gõ  python3 tasks.py check  để xem:"
        yield from (f"  content/{path}" for path in recorded.waiting[:_WAITING_SHOWN])
    elif recorded.waiting:
        yield (
            f"→ {len(recorded.waiting)} bài chờ duyệt: người có lời duyệt cuối xem rồi gõ"
            f'  python3 tasks.py approve --import {recorded.label} --by "Họ và tên"'
        )
