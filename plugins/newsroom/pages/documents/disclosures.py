"""The disclosures of the school, by school year; at the desk also what it owes. Requirement N3."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from ...domain.content.ref import Ref
from ...domain.plan.calendar import SchoolYear
from ...domain.records.disclosure import Obligation, by_year, disclosed_on, obligations
from ...domain.section import Section
from ...domain.site.article_record import ArticleRecord
from ...domain.text.dates import in_numbers
from ...vocabulary import labels
from ..build.link import Link
from ..build.page import Page, ready
from ..build.site import Site
from ..lists.library import last_handed_in
from .documents import DocumentRow, row

URL = Section.DISCLOSURE.front
# As long before its day an item is worth a line on the desk.
SOON = 30


class Disclosed(NamedTuple):
    """One document that answers an item: when it came out, and itself."""

    on: str
    document: DocumentRow


class Owed(NamedTuple):
    """One item of the plan at the desk. `kind` is that of a verdict: met, short or running."""

    name: str
    year: str
    due: str
    owners: str
    state: str
    kind: str
    documents: tuple[Link, ...]


def disclosure_page(site: Site) -> Page:
    """By school year, newest first. Old years stay: nothing leaves this page by itself."""
    documents = [d for d in site.publication.documents if d.document.disclosed_under]
    years = by_year(documents, site.school.year_starts_in)
    return ready(
        URL,
        "disclosures",
        {
            "years": [_year(year, items, site) for year, items in years.items()],
            "owed": owed(site) if site.is_desk else [],
        },
        last_handed_in(documents),
    )


def _year(
    year: SchoolYear, items: Mapping[Ref, tuple[ArticleRecord, ...]], site: Site
) -> dict[str, Any]:
    return {
        "name": year.name,
        "code": year.code,
        "items": [
            (item.name, [_disclosed(record, site) for record in of_item])
            for item, of_item in items.items()
        ],
    }


def _disclosed(record: ArticleRecord, site: Site) -> Disclosed:
    return Disclosed(in_numbers(disclosed_on(record)), row(record, site))


def owed(site: Site, *, only_open: bool = False) -> list[Owed]:
    """The items of today's plan; `only_open` those that are overdue, or due soon."""
    today = site.publication.today
    every = obligations(site.current_plan, site.publication.documents)
    return [
        _owed(one, site)
        for one in every
        if not only_open or ((days := one.days_left(today)) is not None and days <= SOON)
    ]


def _owed(one: Obligation, site: Site) -> Owed:
    days, on = one.days_left(site.publication.today), one.disclosed_on
    register = site.current_plan.group_register
    if on:
        kind, state = "met", f"đã công khai ngày {in_numbers(on)}"
        if one.due and on > one.due:
            kind, state = "over", f"{state}, chậm {(on - one.due).days} ngày"
    elif days is None:
        kind, state = "running", labels.NOT_DISCLOSED
    elif days < 0:
        kind, state = "short", f"quá hạn {-days} ngày"
    else:
        kind, state = "running", f"còn {days} ngày" if days else labels.DUE_TODAY
    found = [(owner, register.find(owner)) for owner in one.item.owners]
    # A name that two groups bear stays as the plan has it.
    names = [groups[0].name if len(groups) == 1 else owner for owner, groups in found]
    return Owed(
        name=one.item.name,
        year=one.year.name,
        due=in_numbers(one.due) if one.due else "",
        owners=", ".join(names),
        state=state,
        kind=kind,
        documents=tuple(Link(answer.document.number, answer.url) for answer in one.answers),
    )
