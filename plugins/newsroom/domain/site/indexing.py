"""Writing the record of an item: what the gate says of it, and what may be shown."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from typing import TypeVar, cast

from ..approval.blocker import BlockerKind
from ..approval.consent import may_show_pictures
from ..approval.forwarding import forwarding_fault
from ..approval.gate import is_of_the_board, judge, removed_on, sound_corrections
from ..approval.import_approval import counts
from ..approval.ledger import sound_submissions
from ..approval.timeliness import approvable_from
from ..content.content_item import (
    NO_DATE,
    Article,
    ContentItem,
    Reference,
    ReferenceKind,
    StandingPage,
)
from ..content.decisions import DecisionKind
from ..content.document import Document, paper_of
from ..content.handing_in import lacks_of
from ..content.ref import Ref
from ..content.submission import ForwardingFault, Submission
from ..plan.calendar import Month
from ..plan.category import Category
from ..plan.group import Group, Person
from ..plan.plan import Plan
from ..plan.school import ParentOffice
from ..text.dates import moment_of
from .article_record import ArticleRecord, ShownCorrection, ShownSubmission, TextLink
from .record_keys import RecordKey, values_for

T = TypeVar("T")


def record_of(
    item: ContentItem,
    plans: Sequence[Plan],
    now: date,
    *,
    content: str = "",
    digests: Mapping[str, str] | None = None,
) -> ArticleRecord:
    """Hold an item against the gate and write down what came out.

    `now` is a moment, or a day as of its first minute. `content` is a digest of the file,
    `digests` has those of what it shows, by path: another text or picture makes another page, also
    where nothing else tells.
    """
    article = item if isinstance(item, Article) else _NO_ARTICLE
    document = item if isinstance(item, Document) else None
    attached = document.files if document else ()
    is_page = isinstance(item, StandingPage)
    today = moment_of(now).date()
    judgement = judge(item, plans, now)
    is_due = all(reason.kind is BlockerKind.SCHEDULED for reason in judgement.reasons)
    corrections = sound_corrections(item, plans, today)
    submissions = sound_submissions(article, plans, today)
    faults = [
        forwarding_fault(s, article, judgement.approved_on, plans, today) for s in submissions
    ]
    sent = tuple(map(_shown, submissions, faults))
    references = tuple(item.body.references)
    shows = may_show_pictures(article, plans, today)
    cover = article.cover if shows else ""
    gallery = article.gallery if shows else ()
    video = article.video if shows else None
    own = (video.file,) if video and video.file else ()
    named = (article.cover, *_paths(references, ReferenceKind.PICTURE), *article.gallery)
    pictures = tuple(dict.fromkeys(path for path in named if path))
    record = ArticleRecord(
        path=item.path,
        kind=item.content_kind,
        slug=item.slug,
        url=item.url,
        former=item.former_addresses,
        title=item.title,
        summary=item.summary,
        on=_one(item.appears),
        at=_one(item.hour),
        genre=article.genre,
        category=_ref(article.category),
        groups=_one(tuple(map(_ref, (document or article).groups))),
        authors=_one(tuple(map(_ref, article.authors))),
        tags=article.tags,
        topics=article.topics,
        cover=cover,
        video=video,
        order=item.order if isinstance(item, StandingPage) else 0,
        paper=paper_of(document) if document else None,
        submitted=_one(article.submitted) if article is not _NO_ARTICLE else _last_approval(item),
        lacks=lacks_of(article) if article is not _NO_ARTICLE else (),
        approved=_one(judgement.approved_on) if is_due and not is_page else None,
        submissions=sent,
        pinned=article.pinned_until,
        to_send=_to_send(article, sent, plans, today),
        corrections=tuple(ShownCorrection(on=c.on, reason=c.reason) for c in corrections if c.on),
        links=_links(references, ReferenceKind.ARTICLE),
        listings=_links(references, ReferenceKind.LISTING),
        pictures=pictures if shows else (),
        gallery=gallery,
        refused=() if shows else pictures,
        files=tuple(dict.fromkeys((*attached, *own, *_paths(references, ReferenceKind.FILE)))),
        approvable_from=_one(approvable_from(item)),
        fingerprint=item.fingerprint,
        import_file=article.imported.decision.path if article.imported else "",
        is_counted=counts(article, plans, today),
        removed=removed_on(item, plans, today) if judgement.reasons else None,
        has_unshown=len(sent) < len(article.submissions)
        or any(sent.link and not sent.shown_link for sent in article.submissions)
        or len(corrections) < len(item.decisions.of(DecisionKind.CORRECTED)),
        reasons=judgement.reasons,
        open_roles=judgement.open_roles,
        stand_ins=judgement.stand_ins,
        approved_by=judgement.approved_by if judgement.open_roles else (),
        problems=tuple(item.problems),
        months=(),
        **_window(item, moment_of(now)),
        list_key="",
        tally_key="",
        page_key="",
    )
    return with_keys(record, content, digests or {})


# In whose place a standing page stands where only articles have something to say.
_NO_ARTICLE = Article(path="", slug="", title="")


_LISTED, _COUNTED, _ON_PAGE = (values_for(ArticleRecord, key) for key in RecordKey)


def with_keys(record: ArticleRecord, content: str, digests: Mapping[str, str]) -> ArticleRecord:
    """The record with its keys, and the months that follow from its days.

    Beside its own fields the keys hold the bytes that pages show: its text, and its files.
    """
    seen = [digests.get(path) for path in (*record.pictures, *record.files)]
    # Lists of documents offer the file itself, with its size.
    in_lists = seen if record.paper else digests.get(record.cover)
    list_key = _key(_LISTED(record), in_lists)
    return replace(
        record,
        months=_months(record),
        list_key=list_key,
        tally_key=_key(list_key, _COUNTED(record)),
        page_key=_key(list_key, _ON_PAGE(record), content, seen),
    )


def _months(record: ArticleRecord) -> tuple[str, ...]:
    """The months in which one of its days may count."""
    if not record.is_article:
        return ()
    sent = (sent.on for sent in record.submissions)
    days = {record.on, record.submitted, record.approved, *sent} - {None, NO_DATE}
    return _one(tuple(sorted({Month.of(day).code for day in days if day})))


def _one(value: T) -> T:
    """The first of all equal values: thousands of records name the same groups and days."""
    return cast(T, _first_of(value))


@lru_cache(maxsize=10_000)
def _first_of(value: object) -> object:
    return value


def _ref(thing: Group | Person | Category) -> Ref:
    return _one(Ref(code=thing.code, name=thing.name, url=thing.url))


def _to_send(
    article: Article, sent: Iterable[ShownSubmission], plans: Sequence[Plan], today: date
) -> tuple[Ref, ...]:
    """The parent offices it was selected for and did not go to yet, by the lines that count."""
    gone = {one.office.code for one in sent if one.fault is None}
    chosen = {
        selection.office.code: _office(selection.office)
        for selection in article.selections
        if is_of_the_board(selection.by, selection.on, plans, today)
    }
    return tuple(office for code, office in chosen.items() if code not in gone)


def _office(office: ParentOffice) -> Ref:
    return _one(Ref(code=office.code, name=office.name))


def _last_approval(item: ContentItem) -> date | None:
    return max((approval.on for approval in item.decisions.approvals), default=None)


def _paths(references: Iterable[Reference], kind: ReferenceKind) -> tuple[str, ...]:
    return tuple(dict.fromkeys(r.target for r in references if r.kind is kind))


def _links(references: Iterable[Reference], kind: ReferenceKind) -> tuple[TextLink, ...]:
    return tuple(TextLink(target=r.target, line=r.line) for r in references if r.kind is kind)


def _shown(sent: Submission, fault: ForwardingFault | None) -> ShownSubmission:
    office = _office(sent.office)
    return ShownSubmission(
        kind=sent.kind, office=office, on=sent.on, link=sent.shown_link, fault=fault
    )


def _window(item: ContentItem, now: datetime) -> dict[str, datetime]:
    """The moments around this one between which no date or hour in the item passes."""
    decisions = item.decisions
    turns = {approval.on for approval in decisions.approvals}
    turns |= {decision.on for decision in decisions.others if decision.on}
    if isinstance(item, Article):
        turns |= {dispatch.on for dispatch in item.submissions}
        if item.imported and item.imported.decision.on:
            turns.add(item.imported.decision.on)
    moments = {item.appears_at, *map(moment_of, turns)}
    return {
        "since": max((turn for turn in moments if turn <= now), default=datetime.min),
        "until": min((turn for turn in moments if turn > now), default=datetime.max),
    }


def _key(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]
