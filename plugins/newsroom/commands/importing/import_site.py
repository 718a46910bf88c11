"""`import`: reads an old site twice, writes its articles, and says what came and what did not."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ...building.errors import today_or_refused
from ...buildtools.progress import teller_of
from ...exports.findings.terminal import problem_lines
from ...importing.old_sites.article_text import OldSiteContext
from ...importing.old_sites.article_writer import ArticleWriter, ImportJournal, forget_stages
from ...importing.old_sites.files.old_files import OldFiles, open_files
from ...importing.old_sites.left_out import LeftLog
from ...importing.old_sites.names.old_names import OldNames
from ...importing.old_sites.old_site import OldSite, OldSiteRefused
from ...importing.old_sites.plan_of_files import plan_files
from ...intake.folder.content_folder import ContentFolder
from ...intake.folder.scan import Scan
from ...vocabulary import labels
from ..deciding.import_decisions import RecordedImport, approver_of_imports, record_import
from ..valid_plans import valid_evaluation
from .existing import existing_files
from .import_report import ImportReport, in_terminal, write_report
from .open_rows import TableOnDisk, open_rows
from .readers import reader_for
from .request import ImportRequest
from .second_reading import SecondReading

if TYPE_CHECKING:
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
        self.table = TableOnDisk(content=content)

    def run(self) -> int:
        table, problems = self.table.read(self.newsroom.plans)
        if problems:
            self.say(problem_lines(problems))
            self.say(f"Chưa nhập gì: xin sửa các dòng trên rồi gõ lại  {self.request.command}")
            return IMPOSSIBLE
        names = OldNames(self.newsroom.plans, table)
        folder, journal = ContentFolder(Scan(self.content)), ImportJournal(self.content)
        existing = existing_files(self.content, folder, self.newsroom, journal)
        planned = plan_files(
            self.site, names, existing, self.left, teller_of(labels.READING_OLD_ARTICLES)
        )
        begun = sorted(path for path in existing.unfinished if path in folder.files)
        report = ImportReport(
            request=self.request,
            site=self.site,
            planned=planned,
            left=self.left,
            rows=open_rows(planned, names),
            names=names,
            resumed=len(begun),
        )
        if planned.broken:
            return self._refused(report, planned.broken)
        if report.open_rows and not (self.request.accepts_all or self.request.is_dry):
            self.table.add(report.rows, table)
            self._reported(report)
            return OPEN
        written = self._write(report, existing.unfinished)
        if self.request.is_dry:
            return self._reported(report)
        self.table.add(report.rows, table)
        if paths := [*begun, *written]:
            report.recorded = self._record(paths)
            journal.finish()
        return self._reported(report)

    def _write(self, report: ImportReport, interrupted: frozenset[str]) -> list[str]:
        """Write every planned article, or only look at what that would be; the paths."""
        is_dry = self.request.is_dry
        if not is_dry:
            forget_stages(self.content)
        context = OldSiteContext(
            names=report.names,
            hosts=self.site.hosts,
            paths=report.planned.paths,
            left=self.left,
        )
        reading = SecondReading(
            site=self.site,
            planned=report.planned,
            context=context,
            found_in=self.files,
            request=self.request,
            writer=None if is_dry else ArticleWriter(self.content, interrupted),
            paths=[],
        )
        reading.run(self.content)
        report.written = len(reading.paths)
        report.pictures, report.attachments = reading.pictures, reading.attachments
        return reading.paths

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
