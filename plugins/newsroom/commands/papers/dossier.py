"""dossier: everything of a year in one folder and one zip."""

from collections.abc import Iterator
from pathlib import Path

from ...domain.plan.calendar import PeriodKind
from ...domain.site.publication import Evaluation
from ...domain.tally.reporting import Span
from ...exports.packages.dossier import BOUND, dossier
from ...exports.packages.zip_archive import zipped
from .report import filled_report, write_files


def write_dossier(evaluation: Evaluation, span: Span, content: Path, reports: Path) -> list[Path]:
    """Write the dossier of a year; what to open. May refuse."""
    newsroom = evaluation.newsroom
    files = dossier(
        evaluation,
        span,
        dict(_reports(evaluation, span, content)),
        lambda path: Path(newsroom.place(path)).read_bytes(),
    )
    folder = reports / f"ho-so-{span.period.code}"
    # What somebody put there, a signed scan, stays; the zip holds what was made now.
    write_files(folder, files)
    [archive] = write_files(reports, {f"{folder.name}.zip": zipped(files)})
    return [folder / BOUND, archive]


def _reports(evaluation: Evaluation, span: Span, content: Path) -> Iterator[tuple[str, bytes]]:
    """The report of each semester that has begun, and that of the year."""
    for number, semester in enumerate(span.plan.semesters, start=1):
        has_begun = semester.first <= evaluation.publication.today
        if has_begun and span.period.contains(semester.first):
            part = Span(plan=span.plan, period=semester, kind=PeriodKind.SEMESTER)
            yield f"so-ket-{number}.docx", filled_report(evaluation, part, content)
    yield "tong-ket.docx", filled_report(evaluation, span, content)
