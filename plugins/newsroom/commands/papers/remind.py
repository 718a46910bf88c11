"""`remind`: says kindly which groups still owe what, in words to paste into Zalo."""

from pathlib import Path

from ...building.errors import BuildRefused
from ...domain.message import Message
from ...domain.site.publication import Evaluation
from ...exports.reports.periods import month_asked
from ...exports.reports.reminder import reminders, reminders_in_one


def remind(evaluation: Evaluation, month: str, reports: Path) -> tuple[str, Path]:
    """The messages of a month (2026-11; this one where none is given), and where they lie too.

    Raises NoSuchPeriod, and BuildRefused where the file cannot be written.
    """
    text = reminders_in_one(reminders(evaluation, wanted := month_asked(evaluation, month)))
    file = reports / f"nhac-viec-{wanted.code}.txt"
    try:
        reports.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{text}\n", encoding="utf-8", newline="\n")
    except OSError as error:
        raise BuildRefused(
            Message("NR-PAPER-005", f"Không ghi được {file}: {error.strerror or error}.")
        ) from None
    return text, file
