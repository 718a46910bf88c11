"""`import`: reads an old site twice, writes its articles, and says what came and what did not."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ...building.errors import BuildRefused, today_or_refused
from ...buildtools.progress import teller_of
from ...domain.message import Message
from ...domain.problem import Problem
from ...exports.findings.terminal import problem_lines
from ...importing.old_sites.article_text import OldSiteContext, file_text
from ...importing.old_sites.article_writer import ArticleWriter, forget_stages
from ...importing.old_sites.files.article_files import ArticleFiles, Fetch, never
from ...importing.old_sites.files.old_files import OldFiles, open_files
from ...importing.old_sites.left_out import LeftLog
from ...importing.old_sites.names.old_names import NameTable, OldNames
from ...importing.old_sites.names.table_file import TABLE_FILE, read_name_table
from ...importing.old_sites.names.table_rows import OpenRow, with_rows
from ...importing.old_sites.old_encoding import as_unicode
from ...importing.old_sites.old_site import OldSite, OldSiteRefused
from ...importing.old_sites.plan_of_files import PlannedFiles, day_of, normal, plan_files
from ...intake.folder.content_folder import ContentFolder
from ...intake.folder.scan import Scan
from ...vocabulary import labels
from ..deciding.import_decisions import RecordedImport, approver_of_imports, record_import
from ..valid_plans import valid_evaluation
from .existing import existing_files
from .import_report import ImportReport, in_terminal, write_report
from .readers import reader_for
from .request import ImportRequest

if TYPE_CHECKING:
    from ...domain.plan.plan import Plan
    from ...domain.site.publication import Newsroom

STOPPED, OPEN, IMPOSSIBLE = 130, 2, 1
Say = Callable[[str], None]


def import_site(
    content: Path, cache: Path, reports: Path, request: ImportRequest, say: Say = print
) -> int:
    """Have the articles of an old site written; the exit code.

    0 where all is done, 1 where the export or the table is broken, 2 where names wait to be
    filled in. Raises BuildRefused where no plan can be relied upon, or nobody of that name may
    approve.
    """
    try:
        return _Import(content, cache, reports, request, say).run()
    except OldSiteRefused as error:
        say(f"{error}\nChưa ghi gì.")
        return IMPOSSIBLE


class _Import:
    def __init__(
        self, content: Path, cache: Path, reports: Path, request: ImportRequest, say: Say
    ) -> None:
        self.content, self.reports = content, reports
        self.request, self.say = request, say
        self.today = today_or_refused()
        self.site: OldSite = reader_for(request.kind, request.source)
        self.newsroom: Newsroom = valid_evaluation(content, cache).newsroom
        if request.by:
            # Before anything is read: whoever may not approve hears of it at once.
            approver_of_imports(content, request.by, self.today)
        # A folder of texts holds its pictures too.
        beside = request.source if Path(request.source).is_dir() else ""
        self.files: OldFiles = open_files(request.files, beside)
        self.left = LeftLog()
        self.writer = ArticleWriter(content)

    def run(self) -> int:
        table, problems = self._table(self.newsroom.plans)
        if problems:
            self.say(problem_lines(problems))
            self.say(f"Chưa nhập gì: xin sửa các dòng trên rồi gõ lại  {self.request.command}")
            return IMPOSSIBLE
        names = OldNames(self.newsroom.plans, table)
        folder = ContentFolder(Scan(self.content))
        existing = existing_files(folder, self.newsroom, self.writer.journal)
        planned = plan_files(
            self.site, names, existing, self.left, teller_of(labels.READING_OLD_ARTICLES)
        )
        begun = sorted(path for path in existing.unfinished if path in folder.files)
        report = ImportReport(
            request=self.request,
            site=self.site,
            planned=planned,
            left=self.left,
            rows=self._rows(planned, names, table),
            names=names,
            resumed=len(begun),
        )
        if planned.broken:
            return self._refused(report, planned.broken)
        if self.request.is_dry:
            self._write_all(planned, names, report)
            return self._reported(report)
        if any(report.rows.values()) and not self.request.accepts_all:
            self._add_rows(report)
            self._reported(report)
            return OPEN
        forget_stages(self.content)
        written = self._write_all(planned, names, report)
        if self.request.accepts_all:
            self._add_rows(report)
        return self._finished(report, [*begun, *written])

    def _table(self, plans: Sequence["Plan"]) -> tuple[NameTable, list[Problem]]:
        label = f"{self.content.name}/{TABLE_FILE}"
        return read_name_table(self._table_text(), label, plans)

    def _table_text(self) -> bytes:
        try:
            return (self.content / TABLE_FILE).read_bytes()
        except FileNotFoundError:
            return b""

    def _rows(
        self, planned: PlannedFiles, names: OldNames, table: NameTable
    ) -> dict[str, list[OpenRow]]:
        """The old names that nobody knows yet, the most frequent first."""
        return {
            "categories": [
                OpenRow(old=old, articles=number, like=names.near_category(old))
                for old, number in planned.categories.most_common()
                if names.category(old) is None
            ],
            "authors": [
                OpenRow(old=old, articles=number, like=names.near_author(old))
                for old, number in planned.authors.most_common()
                if names.author(old) is None
            ],
        }

    def _add_rows(self, report: ImportReport) -> None:
        """Write the rows that are missing into the table; every line there stays."""
        known = report.names.table.known
        from ...domain.text.vietnamese import fold

        fresh = {
            section: [row for row in rows if (section, fold(row.old)) not in known]
            for section, rows in report.rows.items()
        }
        if not any(fresh.values()):
            return
        place = self.content / TABLE_FILE
        before = self._table_text().decode("utf-8-sig")
        part = place.with_name(f".{TABLE_FILE}.moi")
        try:
            part.write_text(with_rows(before, fresh), encoding="utf-8", newline="\n")
            part.replace(place)
        except OSError as error:
            part.unlink(missing_ok=True)
            raise _not_written(error, place) from error

    def _write_all(self, planned: PlannedFiles, names: OldNames, report: ImportReport) -> list[str]:
        """Write every planned article, or only look at what that would be; the paths."""
        context = OldSiteContext(
            names=names, hosts=self.site.hosts, paths=planned.paths, left=self.left
        )
        fetch = self._fetch()
        written: list[str] = []
        tell = teller_of(labels.IMPORTING_ARTICLES, len(planned.files))
        writer = ArticleWriter(self.content, self.writer.journal.paths())
        try:
            for number, entry in enumerate(self.site.entries(LeftLog())):
                path = planned.files.get(number)
                if path is None:
                    continue
                article = normal(as_unicode(entry)[0], self.site.hosts)
                on = day_of(article)
                assert on is not None
                files = ArticleFiles(
                    stem=path.rpartition("/")[2].removesuffix(".md"),
                    entry=article.entry,
                    found_in=self.files,
                    left=self.left,
                    fetch=fetch,
                )
                if self.request.is_dry:
                    file_text(article, path, on, context, files)
                else:
                    writer.write(path, partial(_composed, article, path, on, context, files))
                written.append(path)
                report.pictures += files.pictures
                report.attachments += files.attachments
                tell(len(written))
        except KeyboardInterrupt:
            raise BuildRefused(_stopped(len(written), self.request.command)) from None
        except OSError as error:
            raise _not_written(error, self.content) from error
        report.written = len(written)
        return written

    def _fetch(self) -> Fetch:
        if not self.request.may_fetch:
            return never
        from ...importing.old_sites.files import fetching

        host = min(self.site.hosts, key=len, default="")
        return fetching.Fetcher(host=host, resolve=fetching.resolved, connect=fetching.connected)

    def _refused(self, report: ImportReport, error: OldSiteRefused) -> int:
        self.say(f"{error}")
        if report.planned.entries:
            self.say(
                f"Đọc được {report.planned.entries} mục tới chỗ ấy, trong đó"
                f" {len(report.planned.files)} bài nhập được."
            )
        self.say("Chưa ghi gì.")
        return IMPOSSIBLE

    def _reported(self, report: ImportReport) -> int:
        report.file = write_report(report, self.reports, self.today)
        for line in in_terminal(report):
            self.say(line)
        return 0

    def _finished(self, report: ImportReport, paths: list[str]) -> int:
        if paths:
            report.recorded = self._record(paths)
            self.writer.journal.finish()
        return self._reported(report)

    def _record(self, paths: list[str]) -> RecordedImport:
        return record_import(
            self.content,
            paths,
            source=f"{self.site.name}, {self.site.source}",
            today=self.today,
            by=self.request.by,
            shows_pictures=self.request.shows_pictures,
            counts=self.request.counts,
        )


def _composed(article, path, on, context, files: ArticleFiles, stage: Path) -> str:  # type: ignore[no-untyped-def]
    files.stage = stage
    return file_text(article, path, on, context, files)


def _stopped(written: int, command: str) -> Message:
    return Message(
        "NR-IMPORT-002",
        f"Đã dừng giữa chừng: {written} bài đã ghi trọn, không bài nào ghi dở."
        f"\n    → Gõ lại để nhập tiếp:  {command}",
    )


def _not_written(error: OSError, place: Path) -> BuildRefused:
    return BuildRefused(
        Message(
            "NR-IMPORT-003",
            f"Không ghi được: {error.strerror or error} ({error.filename or place})."
            "\n    → Xem đĩa còn chỗ không và thư mục có cho ghi không, rồi gõ lại lệnh: bài đã"
            " nhập trọn được giữ, máy nhập tiếp phần còn lại.",
        )
    )
