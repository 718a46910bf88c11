"""Every decision of the board: who, when, what, about which article or which import."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from ...buildtools.csv_file import csv_for_excel
from ...domain.approval.import_approval import import_fault
from ...domain.approval.validity import evaluate
from ...domain.content.content_item import ContentItem
from ...domain.content.decisions import Approval, DecisionKind
from ...domain.content.import_decision import ImportList
from ...domain.plan.plan import Plan
from ...domain.section import Section
from ...domain.site.article_record import ArticleRecord
from ...domain.site.publication import Evaluation
from ...vocabulary import labels
from ...vocabulary.content import import_in_words
from ...vocabulary.fields.board_fields import BoardField
from ...vocabulary.header import FIELD_OF_DECISION, HEADER
from ...vocabulary.publisher import PublisherNouns, role_in_words
from ...vocabulary.words import shown
from ..article.views import UNTITLED, when
from ..build.link import Link
from ..build.page import Page, key_of, key_of_list
from ..build.site import Site
from ..lists.home import board_context
from .queue import preview_url


@dataclass(frozen=True, kw_only=True)
class Decided:
    """One decision about one item. `on` is None where it cannot be read."""

    on: date | None
    who: str
    what: str
    role: str
    seal: str
    reason: str
    article: Link
    path: str

    @property
    def when(self) -> str:
        return when(self.on) if self.on else ""


def audit_pages(site: Site, evaluation: Evaluation) -> Iterator[Page]:
    """For each plan a list of the decisions on its articles, and the same as CSV.

    Items outside every plan, and standing pages, go with the plan of today. The list of
    that plan stands on the page of the board.
    """
    for plan in site.plans:
        is_current = plan is site.current_plan
        records = _of_plan(plan, site, evaluation, with_rest=is_current)
        url = Section.BOARD.front if is_current else f"{Section.BOARD}/{plan.code}/"
        export = f"{Section.BOARD}/{plan.code}.csv"
        imports = _imports_of(plan, site, evaluation, with_rest=is_current)
        read = partial(_decided, records, imports, evaluation, site.nouns)
        context = partial(_context, plan, site, read, export, with_board=is_current)
        board = board_context(site) if is_current else {}
        key = key_of(
            site.nouns.head,
            key_of_list(plan.title, records),
            [(d.page_key, d.stand_ins) for d in records],
            [(one.on, one.who, one.seal, one.reason) for one in imports],
        )
        yield Page(url, f"{key} {key_of(board, _years(plan, site))}", context, "audit")
        yield Page(export, key, partial(_csv, read))


def _of_plan(
    plan: Plan, site: Site, evaluation: Evaluation, *, with_rest: bool
) -> list[ArticleRecord]:
    newsroom = evaluation.newsroom
    terms = [p.term for p in site.plans]

    def belongs(record: ArticleRecord) -> bool:
        if not record.is_dated or not any(term.contains(record.on) for term in terms):
            return with_rest
        return plan.term.contains(record.on)

    return [record for record in newsroom.content_items if belongs(record)]


def _imports_of(
    plan: Plan, site: Site, evaluation: Evaluation, *, with_rest: bool
) -> list[Decided]:
    """The decisions over imports that were made in the plan's term; others go with today's."""
    found = []
    for one in evaluation.newsroom.imports:
        decision, on = one.decision, one.decision.on
        is_in_a_term = on is not None and any(p.term.contains(on) for p in site.plans)
        is_here = plan.term.contains(on) if on and is_in_a_term else with_rest
        if decision.by and is_here:
            found.append(_of_import(one, evaluation))
    return found


def _of_import(one: ImportList, evaluation: Evaluation) -> Decided:
    newsroom, decision = evaluation.newsroom, one.decision
    fault = import_fault(decision, newsroom.plans, evaluation.publication.today)
    return Decided(
        on=decision.on,
        who=decision.by,
        what=labels.IMPORT_APPROVED,
        role="",
        seal=decision.seal,
        reason=import_in_words(one, is_void=fault is not None),
        article=Link(newsroom.label(decision.path), ""),
        path=decision.path,
    )


def _years(shown: Plan, site: Site) -> list[Link]:
    """The other plans' lists; the one shown leads nowhere."""
    urls = {p.code: f"{Section.BOARD}/{p.code}/" for p in site.plans}
    urls |= {site.current_plan.code: Section.BOARD.front, shown.code: ""}
    return [Link(plan.term.name, urls[plan.code]) for plan in reversed(site.plans)]


def _context(
    plan: Plan, site: Site, read: Any, export: str, *, with_board: bool
) -> Mapping[str, Any]:
    return {
        **(board_context(site) if with_board else {"plan": plan}),
        "with_board": with_board,
        "decisions": read(),
        "export": export,
        "years": _years(plan, site),
    }


def _decided(
    records: Sequence[ArticleRecord],
    imports: Sequence[Decided],
    evaluation: Evaluation,
    nouns: PublisherNouns,
) -> list[Decided]:
    """The decisions on these items, and over these imports, the newest first."""
    every = [decided for record in records for decided in _of(record, evaluation, nouns)]
    every += imports
    return sorted(every, key=lambda d: (d.on or date.min, d.path, d.what, d.who), reverse=True)


def _of(record: ArticleRecord, evaluation: Evaluation, nouns: PublisherNouns) -> Iterator[Decided]:
    item = evaluation.newsroom.read(record.path)
    url = record.url if record.is_public else preview_url(record)
    decided = partial(Decided, article=Link(record.title or UNTITLED, url), path=record.path)
    for approval in item.decisions.approvals:
        yield decided(
            on=approval.on,
            who=approval.by,
            what=shown(HEADER, BoardField.APPROVED),
            role=_role(approval, item, evaluation, nouns),
            seal=approval.seal,
            reason="",
        )
    for kind in DecisionKind:
        for decision in item.decisions.of(kind):
            yield decided(
                on=decision.on,
                who=decision.by,
                what=shown(HEADER, FIELD_OF_DECISION[kind]),
                role="",
                seal="",
                reason=decision.reason,
            )


def _role(
    approval: Approval, item: ContentItem, evaluation: Evaluation, nouns: PublisherNouns
) -> str:
    """The role that the line names, and whether its giver stood in for whoever holds it."""
    if approval.role is None:
        return ""
    weighed = evaluate(approval, item, evaluation.newsroom.plans, evaluation.publication.today)
    is_stand_in = any(claim.is_stand_in for claim in weighed.offers)
    return role_in_words(approval.role, nouns) + " (duyệt thay)" * is_stand_in


def _csv(read: Any) -> str:
    head = (
        labels.DAY,
        labels.PERSON,
        labels.DECISION,
        labels.ROLE,
        labels.SEAL,
        labels.REASON,
        labels.ARTICLE,
        labels.FILE,
    )
    rows = (
        (d.when, d.who, d.what, d.role, d.seal, d.reason, d.article.name, d.path) for d in read()
    )
    return csv_for_excel([head, *rows])
