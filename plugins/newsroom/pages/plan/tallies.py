"""The quota pages: who has delivered, who is short, what went to the offices above."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from ...domain.content.submission import SubmissionKind
from ...domain.plan.calendar import Month, PeriodKind, months_between
from ...domain.plan.measure import Measure
from ...domain.plan.plan import Plan
from ...domain.section import Section
from ...domain.site.article_record import newest_first
from ...domain.tally.verdict import VerdictKind
from ...domain.text.dates import in_numbers
from ...vocabulary.measures import MEASURES
from ...vocabulary.plan import PERIODS
from ...vocabulary.tally import verdict_in_words, who
from ...vocabulary.words import shown
from ..article.views import when
from ..build.link import Link
from ..build.page import Page, key_of
from ..build.site import Site
from .chart import bar_chart
from .tally_views import (
    Delivery,
    columns,
    delivery,
    has_page,
    month_url,
    periods_of_matrix,
    quota_views,
)


@dataclass(frozen=True, kw_only=True)
class LedgerLine:
    """One article on its way up, in the month's ledger."""

    article: Link
    office: str
    when: str
    link: str


@dataclass(frozen=True, kw_only=True)
class RowDetail:
    """The deliveries behind one row of the matrix, period by period."""

    code: str
    heading: str
    periods: list[tuple[str, Delivery]]


def tally_pages(site: Site) -> Iterator[Page]:
    """For each plan a year page, a page for each month begun, and the figures as JSON."""
    for plan in site.plans:
        school = (site.school.name, site.school.site_url, site.nouns.whole)
        key = key_of(site.figures.key(plan), _other_plans(site, plan), school)
        updated = site.figures.last_counted(plan.term.last)
        yield Page(plan.url, key, partial(_year, site, plan), "tally_year", updated)
        for month in plan.months:
            if month.first <= site.publication.today:
                yield _month_page(site, plan, month)
        # Dated, so that it is made where the year's page is, from the same tally.
        yield Page(
            f"{Section.TALLIES}/{plan.code}.json", key, partial(as_json, site, plan), "", updated
        )


def _other_plans(site: Site, plan: Plan) -> list[Link]:
    return [
        Link(other.term.name, other.url if other is not plan else "")
        for other in reversed(site.plans)
    ]


def _year(site: Site, plan: Plan) -> Mapping[str, Any]:
    """The matrix: rows are quotas and groups, columns the months, semesters and the year."""
    tally = site.figures.tally(plan)
    return {
        "plan": plan,
        "as_of": in_numbers(site.figures.last_counted(plan.term.last)),
        "is_over": plan.term.last < tally.today,
        "columns": columns(plan, tally),
        # No quota is asked of these; what was sent and carried in them still has its page.
        "other_months": [
            Link(month.name, month_url(month))
            for month in plan.months
            if month.code in _months_of_sending(site, plan)
            and not any(month.code in row.cells for row in tally.rows)
        ],
        "quotas": quota_views(tally, site.nouns),
        "chart": bar_chart(_published_by_month(site, plan)),
        "details": [
            RowDetail(
                code=row.code,
                heading=f"{row.quota.name} – {who(row, site.nouns)}",
                periods=[
                    (period.name, found)
                    for period in periods_of_matrix(tally)
                    if period.code in row.cells
                    and (found := delivery(row, period, tally, site.nouns))
                    and (found.articles or found.elsewhere or found.unseen)
                ],
            )
            for row in tally.rows
        ],
        "other_plans": _other_plans(site, plan),
        "json_url": f"{Section.TALLIES}/{plan.code}.json",
    }


def _published_by_month(site: Site, plan: Plan) -> list[tuple[str, int]]:
    """The number of articles that came out in each month of the plan that has begun."""
    ledger = site.figures.ledger(plan)
    return [
        (
            f"{month.number}/{month.year % 100:02}",
            len({e.article.path for e in events if e.article and e.article.is_public}),
        )
        for month in months_between(plan.term.first, plan.term.last)
        if month.first <= ledger.today
        for events in [ledger.within(Measure.PUBLISHED, month.period)]
    ]


def _months_of_sending(site: Site, plan: Plan) -> set[str]:
    """The months, up to today, in whose ledger a public article stands."""
    return {
        Month.of(sent.on).code
        for article in site.figures.ledger(plan).articles
        if article.is_public
        for kind in SubmissionKind
        for sent in article.sent(kind)
    }


def _month_page(site: Site, plan: Plan, month: Month) -> Page:
    place = plan.months.index(month)
    newer = plan.months[place + 1] if place + 1 < len(plan.months) else None
    has_newer = newer is not None and newer.first <= site.publication.today
    return Page(
        month_url(month),
        key_of(site.figures.month_key(plan, month), has_newer),
        partial(_month, site, plan, month),
        "tally_month",
        site.figures.last_counted(month.last),
    )


def _month(site: Site, plan: Plan, month: Month) -> Mapping[str, Any]:
    """The values of a month's page: who delivered what, who is short, what was sent and carried."""
    tally = site.figures.tally(plan)
    monthly = [quota for quota in plan.quotas if quota.per is PeriodKind.MONTH]
    sections = [
        (
            quota,
            [
                found
                for row in tally.rows
                if row.quota is quota and (found := delivery(row, month.period, tally, site.nouns))
            ],
        )
        for quota in monthly
    ]
    owed = [row for row in tally.rows if month.code in row.cells]
    place = plan.months.index(month)
    newer = plan.months[place + 1] if place + 1 < len(plan.months) else None
    older = plan.months[place - 1] if place else None
    return {
        "plan": plan,
        "heading": month.name,
        "as_of": in_numbers(site.figures.last_counted(month.last)),
        "is_over": month.last < tally.today,
        "short": [
            f"{who(row, site.nouns)}: {verdict_in_words(cell.verdict)} ({row.quota.name})"
            for row in owed
            if (cell := row.cells[month.code]).verdict.kind is VerdictKind.SHORT
        ],
        "is_all_met": month.last < tally.today
        and any(row.cells[month.code].target for row in owed),
        "sections": [(quota, found) for quota, found in sections if found],
        "sent": _ledger(site, plan, month, SubmissionKind.SENT),
        "carried": _ledger(site, plan, month, SubmissionKind.CARRIED),
        "older": Link(older.name, month_url(older)) if older else None,
        "newer": Link(newer.name, month_url(newer)) if newer and has_page(newer, tally) else None,
    }


def _ledger(site: Site, plan: Plan, month: Month, kind: SubmissionKind) -> list[LedgerLine]:
    return [
        LedgerLine(
            article=Link(article.title, article.url),
            office=sent.office.name,
            when=when(sent.on),
            link=sent.link,
        )
        for article in newest_first(site.figures.ledger(plan).articles)
        if article.is_public and article.submissions
        for sent in article.sent(kind)
        if Month.of(sent.on) == month
    ]


def as_json(site: Site, plan: Plan) -> str:
    """The tally for other programs (docs/dinh-dang/thong-ke.md). Groups only, no person."""
    tally = site.figures.tally(plan)
    periods = periods_of_matrix(tally)
    text = json.dumps(
        {
            "schema": 1,
            "school": {"name": site.school.name, "url": site.school.site_url},
            "school_year": plan.code,
            "as_of": site.figures.last_counted(plan.term.last).isoformat(),
            "quotas": [
                {
                    "id": row.quota.code,
                    "who": who(row, site.nouns),
                    "group": row.group.code if row.group else None,
                    "measure": shown(MEASURES, row.quota.measure),
                    "per": shown(PERIODS, row.quota.per),
                    "at_least": row.quota.at_least,
                    **({"aim": row.quota.aim} if row.quota.aim is not None else {}),
                    "cells": [
                        {
                            "period": period.code,
                            "count": cell.count,
                            "verdict": verdict_in_words(cell.verdict),
                            **(
                                {"aim": verdict_in_words(of_aim)}
                                if (of_aim := cell.verdicts.of_aim)
                                else {}
                            ),
                            "articles": [
                                *(f"/{article.url}" for article in cell.articles),
                                *(found.link for found in cell.elsewhere),
                            ],
                        }
                        for period in periods
                        if (cell := row.cells.get(period.code))
                    ],
                }
                for row in tally.rows
            ],
        },
        ensure_ascii=False,
    )
    # No markup even where a host calls it HTML.
    return text.replace("<", r"\u003c")
