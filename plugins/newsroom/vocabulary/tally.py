"""The words of the tally: verdicts, counts, points."""

from decimal import Decimal

from ..domain.plan.calendar import PeriodKind
from ..domain.tally.tally import Cell, QuotaRow, Verdict, VerdictKind
from .plan import PERIODS
from .publisher import PublisherNouns
from .words import shown

VERDICTS = {
    VerdictKind.MET: "đạt",
    VerdictKind.SHORT: "thiếu {}",
    VerdictKind.OVER: "vượt {}",
    VerdictKind.RUNNING: "đang tính",
    VerdictKind.AHEAD: "chưa tới",
    VerdictKind.NO_TARGET: "khuyến khích",
}


def who(row: QuotaRow, nouns: PublisherNouns) -> str:
    """Whose row it is: a group's, or that of the publisher as a whole."""
    return row.group.name if row.group else nouns.whole_heading


def verdict_in_words(verdict: Verdict) -> str:
    """đạt, thiếu 2, vượt 1, đang tính, chưa tới (contract, "Tally")."""
    return VERDICTS[verdict.kind].format(verdict.by)


def count_in_words(cell: Cell) -> str:
    """1/1, or 3 where there is no target."""
    return str(cell.count) if cell.target is None else f"{cell.count}/{cell.target}"


def months_met_in_words(cell: Cell) -> str:
    """đạt 4/5 tháng: why a total may be short although its count is not. Empty for no total."""
    if cell.months_met is None or cell.verdict.kind is VerdictKind.AHEAD:
        return ""
    met, of = cell.months_met
    return f"đạt {met}/{of} {shown(PERIODS, PeriodKind.MONTH)}"


def points_in_words(points: Decimal) -> str:
    """45, 30,5 or -1: a comma before the fraction, and no zeros behind it.

    >>> points_in_words(Decimal("45.0")), points_in_words(Decimal("30.50"))
    ('45', '30,5')
    """
    text = f"{points:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")
