"""report: the papers of a month, a semester or a year, into reports/."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from ...building.errors import BuildRefused
from ...domain.message import Message
from ...domain.plan.calendar import PeriodKind
from ...domain.site.publication import Evaluation
from ...domain.tally.reporting import Span
from ...exports.office.placeholders import UnknownPlace
from ...exports.reports.article_list import list_book, list_paper
from ...exports.reports.meeting import meeting_sheet
from ...exports.reports.points_book import emulation_book
from ...exports.reports.report import TEMPLATES, default_template, report
from ...exports.reports.retention_papers import destruction_minutes, retention_book
from ...exports.reports.tally_book import tally_book, tally_csv

TEMPLATE_FOLDER = "mau"
_NAMES = {
    PeriodKind.MONTH: "bao-cao-thang.docx",
    PeriodKind.SEMESTER: "so-ket.docx",
    PeriodKind.YEAR: "tong-ket.docx",
}


def write_reports(evaluation: Evaluation, span: Span, content: Path, reports: Path) -> list[Path]:
    """Write every paper of the span into a folder of its own; the files. May refuse."""
    return write_files(reports / span.period.code, dict(papers(evaluation, span, content)))


def papers(evaluation: Evaluation, span: Span, content: Path) -> Iterator[tuple[str, bytes]]:
    """The papers by their names, each as bytes. Raises BuildRefused for a broken template."""
    yield _NAMES[span.kind], filled_report(evaluation, span, content)
    yield "danh-muc.docx", list_paper(evaluation, span)
    yield "danh-muc.xlsx", list_book(evaluation, span)
    yield "thong-ke.xlsx", tally_book(evaluation, span)
    yield "thong-ke.csv", tally_csv(evaluation, span).encode()
    if span.kind is PeriodKind.MONTH:
        yield "phieu-hop.docx", meeting_sheet(evaluation, span)
    else:
        yield "thi-dua.xlsx", emulation_book(evaluation, span)
    if span.kind is PeriodKind.YEAR:
        yield "luu-tru.xlsx", retention_book(evaluation)
        yield "bien-ban-huy.docx", destruction_minutes(evaluation)


def filled_report(evaluation: Evaluation, span: Span, content: Path) -> bytes:
    """The report in the school's template, where it has one. Raises BuildRefused."""
    own = content / TEMPLATE_FOLDER
    file = next((own / name for name in TEMPLATES[span.kind] if (own / name).is_file()), None)
    if file is None:
        return report(evaluation, span)
    label = f"{content.name}/{TEMPLATE_FOLDER}/{file.name}"
    try:
        return report(evaluation, span, file.read_bytes())
    except UnknownPlace as error:
        raise BuildRefused(f"{label}: {error}") from error
    except Exception as error:
        # A reader of Word files raises nearly everything on what is none.
        raise BuildRefused(
            Message(
                "NR-PAPER-006",
                f"{label}: không mở được tệp mẫu này ({type(error).__name__})."
                "\n    → Lưu lại thành .docx bằng Word, hoặc xóa tệp để dùng mẫu có sẵn.",
            )
        ) from error


def write_template(content: Path) -> Path:
    """Put our form where the school can change it; never over one that is there. May refuse."""
    file = content / TEMPLATE_FOLDER / "bao-cao.docx"
    if file.exists():
        raise BuildRefused(
            Message(
                "NR-PAPER-007",
                f"{file} đã có, nên không ghi đè.\n    → Đổi tên tệp cũ rồi chạy lại.",
            )
        )
    [written] = write_files(file.parent, {file.name: default_template()})
    return written


def write_files(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Write these files by their paths in the folder. Raises BuildRefused if one is held open."""
    written = []
    for name, made in files.items():
        file = folder / name
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(made)
        except OSError as error:
            raise BuildRefused(
                Message(
                    "NR-PAPER-008",
                    f"Không ghi được {file}: {error}."
                    "\n    → Đóng tệp ấy nếu đang mở trong Word hay Excel, rồi chạy lại.",
                )
            ) from error
        written.append(file)
    return written
