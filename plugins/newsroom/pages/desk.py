"""What only the desk edition has: the queue, previews, and what each person did."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePosixPath

from ..domain.article import NO_DATE, Article, Manuscript, StandingPage
from ..domain.counting import Ledger
from ..domain.dates import in_numbers
from ..domain.gate import ReasonKind
from ..domain.newsroom import Review, Withheld
from ..domain.quota import Measure
from ..domain.tally import tally_of_people
from ..vocabulary import MEASURES, reason_in_words, shown
from .articles import article_page
from .home import standing_page
from .page import Page
from .site import Site
from .views import UNDATED, UNTITLED


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
    yield from people_pages(site, review)


def preview_url(manuscript: Manuscript) -> str:
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
    return Page(
        url="cho-duyet/",
        template="queue",
        context={"sections": sections, "as_of": in_numbers(today)},
    )


def _done_with(held: Withheld) -> ReasonKind | None:
    """The first reason, where nobody has to act on it."""
    first = held.reasons[0].kind
    return first if first in (ReasonKind.SCHEDULED, ReasonKind.WITHDRAWN) else None


def _queue_order(held: Withheld) -> tuple[int, date, str]:
    first = list(ReasonKind).index(held.reasons[0].kind)
    return (first, _submitted(held.manuscript), held.manuscript.path)


def _submitted(manuscript: Manuscript) -> date:
    return manuscript.submitted if isinstance(manuscript, Article) else NO_DATE


def _waiting(held: Withheld, today: date) -> Waiting:
    manuscript, submitted = held.manuscript, _submitted(held.manuscript)
    article = manuscript if isinstance(manuscript, Article) else None
    return Waiting(
        title=manuscript.title or UNTITLED,
        path=manuscript.path,
        preview=preview_url(manuscript),
        who=", ".join(group.name for group in article.groups) if article else "Trang",
        when=in_numbers(article.on) if article and article.on != NO_DATE else UNDATED,
        waiting_days=(today - submitted).days if submitted <= today else None,
        reasons=tuple(dict.fromkeys(reason_in_words(reason) for reason in held.reasons)),
        seal=manuscript.fingerprint,
    )


def preview_page(held: Withheld, site: Site) -> Page:
    """The page as it would be published, under a banner that says why it is not."""
    manuscript, url = held.manuscript, preview_url(held.manuscript)
    if isinstance(manuscript, StandingPage):
        page = standing_page(manuscript, site, url=url)
    elif isinstance(manuscript, Article):
        page = article_page(manuscript, site, url=url)
    else:
        raise TypeError(f"no preview for {type(manuscript)}")
    reasons = tuple(dict.fromkeys(reason_in_words(reason) for reason in held.reasons))
    return replace(page, context={**page.context, "reasons": reasons}, updated=None)


SHOWN = (Measure.SUBMITTED, Measure.APPROVED, Measure.PUBLISHED, Measure.SENT, Measure.CARRIED)


def people_pages(site: Site, review: Review) -> Iterator[Page]:
    """What each person did, without target. Requirement Q10; public only if the plan says so."""
    ledger = Ledger(review)
    for plan in site.plans:
        counts = tally_of_people(plan, ledger)
        yield Page(
            url=f"ca-nhan/{plan.code}/",
            template="people",
            context={
                "plan": plan,
                "as_of": in_numbers(review.publication.today),
                "measures": [shown(MEASURES, measure) for measure in SHOWN],
                "people": [
                    (site.link_to(count.person), [count.counts[measure] for measure in SHOWN])
                    for count in sorted(
                        counts, key=lambda c: (-c.counts[Measure.SUBMITTED], c.person.name)
                    )
                ],
            },
        )
