"""The quota pages: who has delivered, who is short, what went to the offices above."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from ..domain.calendar import Month, PeriodKind
from ..domain.dates import in_numbers
from ..domain.dispatch import DispatchKind
from ..domain.plan import Plan
from ..domain.tally import Tally, VerdictKind
from ..vocabulary import MEASURES, PERIODS, shown, verdict_in_words
from .page import Page
from .site import Link, Site
from .tally_views import (
    Delivery,
    columns,
    delivery,
    has_page,
    month_url,
    periods_of_matrix,
    quota_views,
    who,
)


@dataclass(frozen=True, kw_only=True)
class LedgerLine:
    """One article on its way up, in the month's ledger."""

    article: Link
    superior: str
    when: str
    link: str


@dataclass(frozen=True, kw_only=True)
class RowDetail:
    """What stands behind one row of the matrix, period by period."""

    code: str
    heading: str
    periods: list[tuple[str, Delivery]]


def tally_pages(site: Site) -> Iterator[Page]:
    """For each plan a year page, a page for each month begun, and the figures as JSON."""
    for plan in site.plans:
        tally = site.tallies[plan.code]
        yield year_page(site, plan, tally)
        for month in plan.months:
            if has_page(month, tally):
                yield month_page(site, plan, tally, month)
        yield Page(url=f"thong-ke/{plan.code}.json", text=as_json(site, plan, tally))


def year_page(site: Site, plan: Plan, tally: Tally) -> Page:
    """The matrix: rows are quotas and groups, columns the months, semesters and the year."""
    return Page(
        url=plan.url,
        template="tally_year",
        updated=min(tally.today, plan.term.last),
        context={
            "plan": plan,
            "as_of": in_numbers(tally.today),
            "columns": columns(plan, tally),
            "quotas": quota_views(tally),
            "details": [
                RowDetail(
                    code=row.code,
                    heading=f"{row.quota.name} – {who(row)}",
                    periods=[
                        (period.name, found)
                        for period in periods_of_matrix(plan)
                        if period.code in row.cells
                        and (found := delivery(row, period, tally))
                        and (found.articles or found.unseen)
                    ],
                )
                for row in tally.rows
            ],
            "other_plans": [
                Link(other.term.name, other.url if other is not plan else "")
                for other in reversed(site.plans)
            ],
            "json_url": f"thong-ke/{plan.code}.json",
        },
    )


def month_page(site: Site, plan: Plan, tally: Tally, month: Month) -> Page:
    """Who delivered what in a month, who is short, what was sent and carried."""
    monthly = [quota for quota in plan.quotas if quota.per is PeriodKind.MONTH]
    sections = [
        (
            quota,
            [
                found
                for row in tally.rows
                if row.quota is quota and (found := delivery(row, month.period, tally))
            ],
        )
        for quota in monthly
    ]
    place = plan.months.index(month)
    newer = plan.months[place + 1] if place + 1 < len(plan.months) else None
    older = plan.months[place - 1] if place else None
    return Page(
        url=month_url(month),
        template="tally_month",
        updated=min(tally.today, month.last),
        context={
            "plan": plan,
            "heading": month.name,
            "as_of": in_numbers(tally.today),
            "is_over": month.last < tally.today,
            "short": [
                f"{who(row)}: {verdict_in_words(cell.verdict)} ({row.quota.name})"
                for row in tally.rows
                if (cell := row.cells.get(month.code)) and cell.verdict.kind is VerdictKind.SHORT
            ],
            "sections": sections,
            "sent": _ledger(site, month, DispatchKind.SENT),
            "carried": _ledger(site, month, DispatchKind.CARRIED),
            "older": Link(older.name, month_url(older)) if older else None,
            "newer": Link(newer.name, month_url(newer))
            if newer and has_page(newer, tally)
            else None,
        },
    )


def _ledger(site: Site, month: Month, kind: DispatchKind) -> list[LedgerLine]:
    return [
        LedgerLine(
            article=Link(article.title, article.url),
            superior=dispatch.superior.name,
            when=in_numbers(dispatch.on),
            link=dispatch.link,
        )
        for article in site.articles
        for dispatch in article.sent(kind)
        if month.period.contains(dispatch.on)
    ]


def as_json(site: Site, plan: Plan, tally: Tally) -> str:
    """The tally for other programs (docs/dinh-dang/thong-ke.md). Groups only, no person."""
    periods = periods_of_matrix(plan)
    return json.dumps(
        {
            "schema": 1,
            "school": {"name": site.school.name, "url": site.school.site_url},
            "school_year": plan.code,
            "as_of": tally.today.isoformat(),
            "quotas": [
                {
                    "id": row.quota.code,
                    "who": who(row),
                    "group": row.group.code if row.group else None,
                    "measure": shown(MEASURES, row.quota.measure),
                    "per": shown(PERIODS, row.quota.per),
                    "at_least": row.quota.at_least,
                    "cells": [
                        {
                            "period": period.code,
                            "count": cell.count,
                            "verdict": verdict_in_words(cell.verdict),
                            "articles": [f"/{article.url}" for article in cell.articles],
                        }
                        for period in periods
                        if (cell := row.cells.get(period.code))
                    ],
                }
                for row in tally.rows
            ],
        },
        ensure_ascii=False,
        indent=1,
    )
