"""The texts that people read in the terminal."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import time

from ...buildtools.terminal import printed
from ...domain.approval.blocker import BlockerKind
from ...domain.problem import CheckFindings, Level, Problem
from ...domain.site.publication import Evaluation
from ...domain.tally.contributions import EventLog
from ...domain.tally.tally import tally
from ...domain.text.dates import in_numbers, moment_in_numbers
from ...vocabulary import labels
from ...vocabulary.publisher import nouns_of
from ...vocabulary.tally import count_in_words, result_in_words, who
from ...vocabulary.things import LEVEL_NAMES
from ..reports.periods import span_asked

# Two screens, most problems taking two lines.
SHOWN = 40
# Of those that are withheld because they are broken.
_NAMED = 20
SEE_ALL = "Xem tất cả:  python3 tasks.py check --format json"
_GRAVEST_FIRST = (Level.ERROR, Level.WARNING, Level.ADVICE)


def problem_lines(problems: Iterable[Problem], rest: str = SEE_ALL) -> str:
    """Each problem as `path:line: level: message`, the remedy below it; of many the gravest.

    Nobody reads more than two screens. Of the others their number is told, and `rest`: how to
    see them.
    """
    every = list(problems)
    gravest = sorted(range(len(every)), key=lambda n: _GRAVEST_FIRST.index(every[n].level))
    shown, left = sorted(gravest[:SHOWN]), [every[n] for n in gravest[SHOWN:]]
    lines = [_in_lines(every[n]) for n in shown]
    if left:
        files = len({problem.path for problem in left})
        lines.append(f"… và {_counted(left)} nữa ở {_grouped(files)} tệp. {rest}")
    return "\n".join(lines)


def _in_lines(p: Problem) -> str:
    said = f"{printed(p.path)}:{p.line}: {LEVEL_NAMES[p.level]}: {printed(p.message)} [{p.id}]"
    # A whole header is copied as lines.
    lines = p.hint.split("\n") if "\n---\n" in p.hint else [p.hint]
    hint = "\n      ".join(map(printed, lines))
    return f"{said}\n    → {hint}" if hint else said


def _counted(problems: Iterable[Problem]) -> str:
    """6.133 lỗi, 20 cảnh báo."""
    counts = Counter(problem.level for problem in problems)
    return ", ".join(
        f"{_grouped(counts[level])} {LEVEL_NAMES[level]}"
        for level in _GRAVEST_FIRST
        if counts[level]
    )


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def findings_in_words(findings: CheckFindings) -> str:
    """Every problem, and below them how many there are of each level."""
    lines = (problem_lines(findings.problems), findings_counted(findings))
    return "\n".join(filter(None, lines))


def findings_counted(findings: CheckFindings) -> str:
    """Đã kiểm tra 73 bài: 0 lỗi, 2 cảnh báo, 5 gợi ý."""
    counts = ", ".join(f"{findings.count(level)} {name}" for level, name in LEVEL_NAMES.items())
    quiet = f" (tắt {findings.silenced} gợi ý)" if findings.silenced else ""
    return f"Đã kiểm tra {findings.checked} bài: {counts}{quiet}."


def counts_in_words(evaluation: Evaluation) -> str:
    """The counts of what goes out and stays, in one line; below it what has errors."""
    public = evaluation.publication
    counted = (
        f"Đăng {len(public.articles)} bài, {len(public.pages)} trang"
        + (f", {len(public.documents)} văn bản;" if public.documents else ";")
        + f" giữ lại {len(evaluation.withheld)}."
    )
    return "\n".join([counted, *_next_hour_in_lines(evaluation), *_broken_in_lines(evaluation)])


def _next_hour_in_lines(evaluation: Evaluation) -> Iterator[str]:
    """The next moment at which something that waits for its hour will be public."""
    waiting = (held.record for held in evaluation.withheld)
    hours = [(record.on, record.at) for record in waiting if record.is_due_by_the_hour]
    if hours:
        next_one = moment_in_numbers(*min(hours, key=lambda one: (one[0], one[1] or time.min)))
        yield f"Bài hẹn giờ gần nhất: {next_one}; chạy lại từ giờ ấy thì bài hiện."


def _broken_in_lines(evaluation: Evaluation) -> Iterator[str]:
    """Each item that cannot go out before somebody mends it, with its first error.

    Those that wait for the board, were given back or taken down are no news.
    """
    settled = {BlockerKind.RETURNED, BlockerKind.WITHDRAWN}
    broken = [
        (held.record, next(r for r in held.reasons if r.kind is BlockerKind.BROKEN))
        for held in evaluation.withheld
        if (kinds := {reason.kind for reason in held.reasons}) >= {BlockerKind.BROKEN}
        and settled.isdisjoint(kinds)
    ]
    if broken:
        yield f"Trong đó {len(broken)} bài giữ lại vì có lỗi hoặc không đọc được:"
    for record, reason in broken[:_NAMED]:
        yield f"  {printed(evaluation.newsroom.label(record.path))}: {printed(reason.text)}"
    if len(broken) > _NAMED:
        yield f"  … và {len(broken) - _NAMED} bài nữa. Xem tất cả:  python3 tasks.py check"


def quota_table(evaluation: Evaluation, month: str = "", semester: str = "", year: str = "") -> str:
    """The tally of one month, one semester or a plan's whole term, this month by default.

    `month` is 2026-11, `semester` counts from 1, `year` is a plan's code. Raises NoSuchPeriod.
    """
    today = evaluation.publication.today
    span = span_asked(evaluation, month, semester, year)
    plan, period, nouns = span.plan, span.period, nouns_of(evaluation.newsroom.school)
    result = tally(plan, EventLog.of(evaluation))
    lines = [f"{plan.title} – {period.name}, tính đến ngày {in_numbers(today)}"]
    for quota in plan.quotas:
        cells = [
            (who(row, nouns), cell)
            for row in result.rows
            if row.quota is quota and (cell := row.over(period))
        ]
        if cells:
            lines += ["", quota.name]
            lines += [
                f"  {_padded(name, 28)} {_padded(count_in_words(cell), 7)} {result_in_words(cell)}"
                for name, cell in cells
            ]
    if len(lines) == 1:
        lines.append(labels.NO_QUOTAS)
    return "\n".join(map(printed, lines))


def _padded(text: str, width: int) -> str:
    """The text filled up to a width in the terminal, where marks take no width."""
    shown = sum(not unicodedata.combining(letter) for letter in text)
    return text + " " * (width - shown)
