"""The pages that only the desk edition has. It opens on what has to be done."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ...domain.plan.calendar import Month
from ...domain.plan.deadline import Deadline, coming_deadlines
from ...domain.plan.plan import Plan
from ...domain.records.agenda import called
from ...domain.site.publication import Evaluation
from ...domain.tally.owing import owed_periods
from ...domain.tally.quota_deadlines import due_day, next_deadlines
from ...domain.tally.tally import Tally
from ...domain.text.dates import in_numbers
from ...vocabulary import labels
from ...vocabulary.fields.board_fields import BoardField
from ...vocabulary.header import HEADER
from ...vocabulary.publisher import PublisherNouns
from ...vocabulary.tally import who
from ...vocabulary.words import shown
from ..build.link import Link
from ..build.page import Page, ready
from ..build.site import Site
from ..documents.disclosures import owed
from ..lists.article_lists import article_list_pages, list_url_on
from ..lists.people import people_pages
from ..plan.rules import rules_page
from ..plan.tally_views import CellView, cell_view, month_url
from .audit_log import audit_pages
from .content_plan import content_plan_pages
from .queue import preview_page, queue_sections


@dataclass(frozen=True, kw_only=True)
class Glance:
    """One quota in the period that runs: whoever still owes, and whoever does not."""

    name: str
    period: str
    owing: tuple[tuple[str, CellView], ...]
    met: tuple[tuple[str, CellView], ...]


@dataclass(frozen=True, kw_only=True)
class Due:
    """A day by which something has to be there, and how much of it is lacking.

    `owing` is None where nothing is counted.
    """

    when: str
    days_left: str
    what: str
    who: str
    owing: int | None


def desk_pages(site: Site, evaluation: Evaluation) -> Iterator[Page]:
    """The desk itself, previews, counts of individuals, decisions, content plan and rules."""
    yield desk_page(site, evaluation)
    for held in evaluation.withheld:
        yield preview_page(held, site, evaluation)
    yield from people_pages(site)
    yield from audit_pages(site, evaluation)
    yield from content_plan_pages(site, evaluation)
    yield from article_list_pages(site)
    yield rules_page(site)


def desk_page(site: Site, evaluation: Evaluation) -> Page:
    """The queue; below it this month's quotas and the next deadlines. Requirement A5 (S2)."""
    today, plan = evaluation.publication.today, site.current_plan
    tally, month = site.figures.tally(plan), Month.of(today)
    deadlines = next_deadlines(plan, today)
    return ready(
        "",
        "desk",
        {
            "as_of": in_numbers(today),
            "sections": queue_sections(evaluation),
            "to_send": [
                (
                    Link(article.title, article.url),
                    [ref.name for ref in article.to_send],
                    [
                        f"{shown(HEADER, BoardField.SENT)}: {office.name}, {in_numbers(today)}"
                        for office in article.to_send
                    ],
                )
                for article in site.articles
                if article.to_send
            ],
            "glances": list(_glances(tally, site.nouns)),
            "deadlines": [_due(due, tally) for due in _soon(plan, deadlines, today)],
            "disclosures": owed(site, only_open=True),
            "quiet_categories": _quiet_categories(site, plan, month),
            "month": Link(month.name, month_url(month)) if month in plan.months else None,
            "plan": plan,
            "list_url": list_url_on(today, plan),
        },
    )


def _soon(plan: Plan, of_quotas: Iterable[Deadline], today: date) -> list[Deadline]:
    """The plan's own deadlines of the next month, and those of the quotas that none of them is.

    What is over and still owed comes first.
    """
    own = coming_deadlines(plan, today)
    own_days = {(due.on, due.rule) for due in own}
    others = (due for due in of_quotas if (due.on, due.rule) not in own_days)
    return sorted((*own, *others), key=lambda due: due.on)


def _due(due: Deadline, tally: Tally) -> Due:
    days = due.days_left(tally.today)
    groups = due.rule.groups if due.rule else ()
    owed = [
        cell
        for row in tally.rows
        if row.quota in due.quotas
        and (cell := row.cells.get(due.period.code))
        and cell.target is not None
    ]
    return Due(
        when=in_numbers(due.on),
        days_left=f"còn {days} ngày"
        if days > 0
        else f"đã qua {-days} ngày"
        if days
        else labels.TODAY,
        what=called(due) if due.rule else f"Hết {called(due).removeprefix('Chỉ tiêu ')}",
        who=", ".join(tally.plan.group(code).name for code in groups),
        owing=sum(cell.is_owing for cell in owed) if owed else None,
    )


def _glances(tally: Tally, nouns: PublisherNouns) -> Iterator[Glance]:
    """Every quota in the period that runs, those to be met first at the front."""
    running = [
        (due_day(tally.plan, quota, period), n, quota, period)
        for n, quota in enumerate(tally.plan.quotas)
        for period in owed_periods(tally.plan, quota)
        if period.contains(tally.today)
    ]
    for _, _, quota, period in sorted(running, key=lambda found: found[:2]):
        views = [
            (cell.is_owing, (who(row, nouns), cell_view(row, period, tally)))
            for row in tally.rows
            if row.quota is quota and (cell := row.cells.get(period.code))
        ]
        yield Glance(
            name=quota.name,
            period=period.name,
            owing=tuple(view for is_owing, view in views if is_owing),
            met=tuple(view for is_owing, view in views if not is_owing),
        )


def _quiet_categories(site: Site, plan: Plan, month: Month) -> list[Link]:
    """Categories of which nothing was published this month: the gaps in what we tell."""
    told = {article.category.code for article in site.articles if article.month == month.code}
    return [site.link_to(category) for category in plan.categories if category.code not in told]
