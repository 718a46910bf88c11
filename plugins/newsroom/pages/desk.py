"""What only the desk edition has: the queue, previews, and what each person did."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import PurePosixPath
from typing import Any

from ..domain.dates import in_numbers
from ..domain.docket import UNDATED, Docket
from ..domain.newsroom import Review, Withheld
from ..domain.plan import Plan
from ..domain.quota import Measure
from ..domain.reason import ReasonKind
from ..vocabulary import MEASURES, reason_in_words, shown
from .articles import article_page
from .home import standing_page
from .page import Page, key_of, ready
from .site import Site
from .views import NO_DAY, UNTITLED, when


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """One line of the queue."""

    title: str
    path: str
    preview: str
    who: str
    when: str
    waiting_days: int | None
    reasons: tuple[str, ...]
    seal: str


def desk_pages(site: Site, review: Review) -> Iterator[Page]:
    yield queue_page(review)
    for held in review.withheld:
        yield preview_page(held, site)
    yield from people_pages(site)


def preview_url(manuscript: Docket) -> str:
    """Unique whatever is wrong with the manuscript: no date, a slug that another one has."""
    digest = hashlib.sha256(manuscript.path.encode()).hexdigest()[:8]
    return f"cho-duyet/{manuscript.slug or PurePosixPath(manuscript.path).stem}-{digest}/"


def queue_page(review: Review) -> Page:
    """Everything withheld and why: what somebody has to act on first, then what just waits."""
    today = review.publication.today
    sections = [
        (heading, [_waiting(held, today) for held in of_kind])
        for heading, wanted in (
            ("Cần xử lý", None),
            ("Đã duyệt, hẹn ngày đăng", ReasonKind.SCHEDULED),
            ("Đã gỡ", ReasonKind.WITHDRAWN),
        )
        if (
            of_kind := [
                held
                for held in sorted(review.withheld, key=_queue_order)
                if _done_with(held) is wanted
            ]
        )
    ]
    return ready("cho-duyet/", "queue", {"sections": sections, "as_of": in_numbers(today)})


def _done_with(held: Withheld) -> ReasonKind | None:
    """The first reason, where nobody has to act on it."""
    first = held.reasons[0].kind
    return first if first in (ReasonKind.SCHEDULED, ReasonKind.WITHDRAWN) else None


def _queue_order(held: Withheld) -> tuple[int, str, str]:
    first = list(ReasonKind).index(held.reasons[0].kind)
    return (first, _submitted(held.docket), held.docket.path)


def _submitted(docket: Docket) -> str:
    return UNDATED if docket.is_page else docket.submitted


def _waiting(held: Withheld, today: date) -> Waiting:
    docket, submitted = held.docket, date.fromisoformat(_submitted(held.docket))
    groups = ", ".join(name for _, name, _ in docket.groups)
    return Waiting(
        title=docket.title or UNTITLED,
        path=docket.path,
        preview=preview_url(docket),
        who="Trang" if docket.is_page else groups,
        when=NO_DAY if docket.is_page else when(docket.on),
        waiting_days=(today - submitted).days if submitted <= today else None,
        reasons=_in_words(held),
        seal=docket.fingerprint,
    )


def _in_words(held: Withheld) -> tuple[str, ...]:
    return tuple(dict.fromkeys(reason_in_words(reason) for reason in held.reasons))


def preview_page(held: Withheld, site: Site) -> Page:
    """The page as it would be published, under a banner that says why it is not."""
    docket, make = held.docket, standing_page if held.docket.is_page else article_page
    page = make(docket, site, url=preview_url(docket), reasons=_in_words(held))
    people = site.links(docket.authors, are_people=True)
    return page._replace(key=f"{page.key} {people}", updated="")


SHOWN = (Measure.SUBMITTED, Measure.APPROVED, Measure.PUBLISHED, Measure.SENT, Measure.CARRIED)


def people_pages(site: Site) -> Iterator[Page]:
    """What each person did, without target. Requirement Q10; public only if the plan says so."""
    for plan in site.plans:
        people = [site.link_to(person).url for person in plan.people]
        yield Page(
            f"ca-nhan/{plan.code}/",
            key_of(site.figures.key(plan), people),
            partial(_people, plan, site),
            "people",
        )


def _people(plan: Plan, site: Site) -> Mapping[str, Any]:
    counts = site.figures.people(plan)
    return {
        "plan": plan,
        "as_of": in_numbers(site.figures.last_counted(plan.term.last)),
        "measures": [shown(MEASURES, measure) for measure in SHOWN],
        "people": [
            (site.link_to(count.person), [count.counts[measure] for measure in SHOWN])
            for count in sorted(counts, key=lambda c: (-c.counts[Measure.SUBMITTED], c.person.name))
        ],
    }
