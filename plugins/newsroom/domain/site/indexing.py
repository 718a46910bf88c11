"""Writing the docket of a manuscript: what the gate says of it, and what may be shown."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import TypeVar, cast

from ..approval.blocker import Reason, ReasonKind
from ..approval.gate import is_of_the_board, judge, removed_on, sound_corrections
from ..content.content_item import Article, Manuscript, Reference, ReferenceKind, StandingPage
from ..content.decisions import DecisionKind
from ..content.document import Document, paper_of
from ..content.submission import Dispatch
from ..plan.category import Category
from ..plan.group import Group, Person
from ..plan.plan import Plan
from .article_record import UNDATED, Docket, Label, Sent

T = TypeVar("T")


def docket_of(
    manuscript: Manuscript,
    plans: Sequence[Plan],
    today: date,
    *,
    content: str = "",
    digests: Mapping[str, str] | None = None,
) -> Docket:
    """Hold a manuscript against the gate of one day and write down what came out.

    `content` is a digest of the file, `digests` has those of what it shows, by path: another
    text or picture makes another page, also where nothing else tells.
    """
    article = manuscript if isinstance(manuscript, Article) else _NO_ARTICLE
    document = manuscript if isinstance(manuscript, Document) else None
    attached = document.files if document else ()
    is_page = isinstance(manuscript, StandingPage)
    judgement = judge(manuscript, plans, today)
    is_due = all(reason.kind is ReasonKind.SCHEDULED for reason in judgement.reasons)
    corrections = sound_corrections(manuscript, plans, today)
    sent = tuple(_plain_sent(d) for d in article.dispatches if d.on <= today)
    references = tuple(manuscript.body.references)
    shows = article.shows_pictures
    cover = article.cover if shows else ""
    gallery = article.gallery if shows else ()
    video = article.video if shows else None
    film = (video.file,) if video and video.file else ()
    named = (article.cover, *_paths(references, ReferenceKind.PICTURE), *article.gallery)
    pictures = tuple(dict.fromkeys(path for path in named if path))
    docket = Docket(
        path=manuscript.path,
        kind=manuscript.manuscript_kind.value,
        slug=manuscript.slug,
        url=manuscript.url,
        title=manuscript.title,
        summary=manuscript.summary,
        on="" if is_page else _iso(manuscript.appears),
        at=_one(article.at.isoformat()) if article.at else "",
        genre=_one(article.genre.value),
        category=_label(article.category),
        groups=_one(tuple(map(_label, (document or article).groups))),
        authors=_one(tuple(map(_label, article.authors))),
        tags=article.tags,
        topics=article.topics,
        cover=cover,
        video=(video.file, video.link, video.youtube) if video else None,
        order=manuscript.order if isinstance(manuscript, StandingPage) else 0,
        paper=paper_of(document) if document else None,
        submitted=_iso(article.submitted)
        if article is not _NO_ARTICLE
        else _last_approval(manuscript),
        approved=_iso(judgement.approved_on) if is_due and not is_page else "",
        dispatches=sent,
        pinned=_iso(article.pinned_until),
        to_send=_to_send(article, plans, today),
        corrections=tuple((c.on.isoformat(), c.reason) for c in corrections if c.on),
        links=tuple((r.target, r.line) for r in references if r.kind is ReferenceKind.ARTICLE),
        listings=tuple((r.target, r.line) for r in references if r.kind is ReferenceKind.LISTING),
        pictures=pictures if shows else (),
        gallery=gallery,
        refused=() if shows else pictures,
        files=tuple(dict.fromkeys((*attached, *film, *_paths(references, ReferenceKind.FILE)))),
        fingerprint=manuscript.fingerprint,
        removed=_iso(removed_on(manuscript, plans, today)) if judgement.reasons else "",
        has_unshown=len(sent) < len(article.dispatches)
        or any(sent.link and not sent.shown_link for sent in article.dispatches)
        or len(corrections) < len(manuscript.decisions.of(DecisionKind.CORRECTED)),
        reasons=tuple(map(_plain_reason, judgement.reasons)),
        problems=tuple(
            (p.path, p.line, p.message, p.hint, p.level.value) for p in manuscript.problems
        ),
        months=(),
        **_window(manuscript, today),
        list_key="",
        tally_key="",
        page_key="",
    )
    return _with_keys(docket, content, digests or {})


# In whose place a standing page stands where only articles have something to say.
_NO_ARTICLE = Article(path="", slug="", title="")


def _with_keys(docket: Docket, content: str, pictures: Mapping[str, str]) -> Docket:
    days = {docket.on, docket.submitted, docket.approved, *(sent[3] for sent in docket.dispatches)}
    listed: tuple[object, ...] = (
        *(docket.path, docket.url, docket.title, docket.summary, docket.on, docket.at),
        *(docket.genre, docket.category, docket.groups, docket.authors, docket.cover),
        *(docket.order, pictures.get(docket.cover), bool(docket.video)),
    )
    seen = [pictures.get(path) for path in (*docket.pictures, *docket.files)]
    if docket.paper:
        # Lists of documents offer the file itself, with its size.
        listed = (*listed, docket.paper, seen, docket.approved)
    counted = (docket.submitted, docket.approved, docket.dispatches, docket.is_public)
    list_key = _key(listed)
    return docket._replace(
        months=_one(tuple(sorted({d[:7] for d in days - {"", UNDATED}})))
        if docket.is_article
        else (),
        list_key=list_key,
        tally_key=_key(list_key, counted),
        page_key=_key(
            *(list_key, content, seen, docket.gallery),
            *(docket.corrections, docket.dispatches, docket.reasons),
        ),
    )


def _one(value: T) -> T:
    """The first of all equal values: thousands of dockets name the same groups and days."""
    return cast(T, _first_of(value))


@lru_cache(maxsize=10_000)
def _first_of(value: object) -> object:
    return value


def _label(thing: Group | Person | Category) -> Label:
    return _one((thing.code, thing.name, thing.url))


def _to_send(article: Article, plans: Sequence[Plan], today: date) -> tuple[Label, ...]:
    """The superiors for whom it was selected and to whom it did not go: code, name, no page."""
    gone = {dispatch.superior.code for dispatch in article.dispatches if dispatch.on <= today}
    chosen = {
        selection.superior.code: (selection.superior.code, selection.superior.name, "")
        for selection in article.selections
        if is_of_the_board(selection.by, selection.on, plans, today)
    }
    return tuple(label for code, label in chosen.items() if code not in gone)


def _iso(day: date | None) -> str:
    return _one(day.isoformat()) if day else ""


def _last_approval(manuscript: Manuscript) -> str:
    days = [approval.on.isoformat() for approval in manuscript.decisions.approvals]
    return max(days, default="")


def _paths(references: Iterable[Reference], kind: ReferenceKind) -> tuple[str, ...]:
    return tuple(dict.fromkeys(r.target for r in references if r.kind is kind))


def _plain_sent(sent: Dispatch) -> Sent:
    superior = sent.superior
    return (sent.kind.value, superior.code, superior.name, sent.on.isoformat(), sent.shown_link)


def _plain_reason(reason: Reason) -> tuple[str, str, str, str, str]:
    return (
        reason.kind.value,
        reason.who,
        reason.role.name if reason.role else "",
        reason.on.isoformat() if reason.on else "",
        reason.text,
    )


def _window(manuscript: Manuscript, today: date) -> dict[str, str]:
    """The days around today between which no date in the manuscript passes."""
    decisions = manuscript.decisions
    turns = {approval.on for approval in decisions.approvals}
    turns |= {decision.on for decision in decisions.others if decision.on}
    turns.add(manuscript.appears)
    if isinstance(manuscript, Article):
        turns |= {dispatch.on for dispatch in manuscript.dispatches}
    return {
        "since": _iso(max((day for day in turns if day <= today), default=date.min)),
        "until": _iso(min((day for day in turns if day > today), default=date.max)),
    }


def _key(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]
