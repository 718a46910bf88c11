"""The words of the tally: verdicts, counts, points."""

from decimal import Decimal

from ..domain.plan.measure import Measure, declaration_of
from ..domain.tally.cell import Cell
from ..domain.tally.contributions import Contribution
from ..domain.tally.tally import QuotaRow
from ..domain.tally.verdict import Verdict, VerdictKind
from .measures import words_of_unit
from .plan import PERIODS
from .publisher import PublisherNouns
from .words import shown

VERDICTS = {
    VerdictKind.MET: "đạt",
    VerdictKind.SHORT: "thiếu {}",
    VerdictKind.OVER: "vượt {}",
    VerdictKind.RUNNING: "đang tính",
    VerdictKind.AHEAD: "chưa tới",
    VerdictKind.REACHED: "đạt",
    VerdictKind.NOT_REACHED: "chưa đạt",
    VerdictKind.NO_TARGET: "khuyến khích",
}

# The heading over counts such as 2/1.
COUNT_OF_TARGET = "Thực hiện/chỉ tiêu"


def who(row: QuotaRow, nouns: PublisherNouns) -> str:
    """The owner of a row: a group, or the publisher as a whole."""
    return row.group.name if row.group else nouns.whole_heading


def verdict_in_words(verdict: Verdict) -> str:
    """đạt, thiếu 2, vượt 1, đang tính, chưa tới; of an aim đạt, chưa đạt (contract, "Tally")."""
    return VERDICTS[verdict.kind].format(verdict.by)


def result_in_words(cell: Cell) -> str:
    """thiếu 1; and where more is striven for than is owed:  đạt; phấn đấu 2: chưa đạt."""
    said = [verdict_in_words(cell.verdict), aim_in_words(cell)]
    return "; ".join(filter(None, said))


def aim_in_words(cell: Cell) -> str:
    """phấn đấu 2: chưa đạt. Empty where the cell has no aim beside what is owed."""
    of_aim = cell.verdicts.of_aim
    if cell.target is None or of_aim is None:
        return ""
    return f"phấn đấu {cell.aim}: {verdict_in_words(of_aim)}"


def thing_in_words(event: Contribution, measure: Measure) -> str:
    """The title of what counts, or what it is where it has none: (gói ảnh)."""
    told = event.article or event.elsewhere
    return told.title if told else words_of_unit(declaration_of(measure).unit).untitled


def shared_in_words(number: int, nouns: PublisherNouns) -> str:
    """Why the groups add up to more than the whole; empty where they do not."""
    if not number:
        return ""
    return (
        f"{number} bài của nhiều {nouns.group} được tính cho từng {nouns.group};"
        f" {nouns.whole} chỉ tính một lần, nên các dòng cộng lại có thể lớn hơn."
    )


def count_in_words(cell: Cell) -> str:
    """1/1, or 3 where there is neither a target nor an aim."""
    of = cell.aim if cell.target is None else cell.target
    return str(cell.count) if of is None else f"{cell.count}/{of}"


def periods_met_in_words(cell: Cell) -> str:
    """đạt 4/5 tháng: why a total may be short although its count is not. Empty for no total."""
    found = cell.periods_met
    if found is None or cell.verdict.kind is VerdictKind.AHEAD:
        return ""
    return f"đạt {found.met}/{found.of} {shown(PERIODS, found.per)}"


def points_in_words(points: Decimal) -> str:
    """45, 30,5 or -1: a comma before the fraction, and no zeros behind it.

    >>> points_in_words(Decimal("45.0")), points_in_words(Decimal("30.50"))
    ('45', '30,5')
    """
    text = f"{points:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")
