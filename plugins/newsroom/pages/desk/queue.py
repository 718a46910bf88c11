"""The queue of withheld items, and a preview of each."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from pathlib import PurePosixPath

from ...domain.content.content_item import NO_DATE, ContentKind
from ...domain.desk.queue import Act, NextStep, Stage, next_steps, stage_of
from ...domain.plan.plan import Plan
from ...domain.section import Section
from ...domain.site.article_record import ArticleRecord
from ...domain.site.publication import Evaluation, Withheld
from ...domain.text.dates import in_numbers
from ...vocabulary import labels
from ...vocabulary.approval import (
    approval_in_words,
    command_to_approve_import,
    reason_in_words,
    way_to_approve,
)
from ...vocabulary.desk import ACTS, STAGES, STAND_IN, lacks_in_words
from ...vocabulary.fields.board_fields import BoardField
from ...vocabulary.header import HEADER
from ...vocabulary.publisher import PublisherNouns, nouns_of, role_in_words
from ...vocabulary.words import shown
from ..article.articles import article_page
from ..article.views import NO_DAY, UNTITLED, when
from ..build.link import Link
from ..build.page import Page
from ..build.site import Site
from ..documents.documents import document_page
from ..lists.home import standing_page

# Of an import more would be a list of the old site.
_LINKED = 500


@dataclass(frozen=True, kw_only=True)
class DecisionOption:
    """One way to act: the line that goes into the header, and the command that writes it."""

    line: str
    command: str


@dataclass(frozen=True, kw_only=True)
class Step:
    """The next step, in words, and the way to take it: one of `decisions`, or `instead` of them."""

    words: str
    decisions: tuple[DecisionOption, ...]
    instead: DecisionOption


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """One line of the queue: an item, or all that one import brought and that waits with it.

    Of an import `command` is what approves it, and `articles` lead to previews.
    """

    title: str
    path: str
    preview: str
    who: str
    when: str
    age: str
    reasons: tuple[str, ...]
    steps: tuple[Step, ...]
    seal: str
    command: str = ""
    articles: tuple[Link, ...] = ()


@dataclass(frozen=True, kw_only=True)
class QueueSection:
    """All that stand at one stage, the oldest first; `code` names it in an address."""

    code: str
    heading: str
    items: tuple[Waiting, ...]


def _oldest_first(held: Withheld) -> tuple[date, str]:
    return _submitted(held.record), held.record.path


def queue_sections(evaluation: Evaluation) -> tuple[QueueSection, ...]:
    """Everything withheld, by stage: what the board has to act on, the writers, and nobody."""
    oldest_first = sorted(evaluation.withheld, key=_oldest_first)
    by_stage = {
        stage: [held for held in oldest_first if stage_of(held.record) is stage] for stage in Stage
    }
    return tuple(
        QueueSection(
            code=stage.value.replace(" ", "-"),
            heading=STAGES[stage],
            items=tuple(
                _imports(standing, evaluation)
                if stage is Stage.IMPORT
                else (_waiting(held, evaluation) for held in standing)
            ),
        )
        for stage, standing in by_stage.items()
        if standing
    )


def _imports(standing: Sequence[Withheld], evaluation: Evaluation) -> Iterator[Waiting]:
    """A line for each import that waits: one decision, however many articles it brought."""
    sources = {one.decision.path: one.decision.source for one in evaluation.newsroom.imports}
    by_file: dict[str, list[Withheld]] = defaultdict(list)
    for held in standing:
        by_file[held.record.import_file].append(held)
    for path, every in sorted(by_file.items()):
        label, first = evaluation.newsroom.label(path), every[0]
        who = next_steps(first.record, evaluation.publication.plans, evaluation.publication.today)
        name = next((names for step in who for names in step.who), "")
        articles = (Link(one.record.title or UNTITLED, preview_url(one.record)) for one in every)
        yield replace(
            _waiting(first, evaluation),
            title=f"{sources.get(path) or label}: {len(every)} bài",
            path=label,
            who="",
            when="",
            age="",
            seal="",
            command=command_to_approve_import(label, name),
            articles=tuple(islice(articles, _LINKED)),
        )


def preview_url(item: ArticleRecord) -> str:
    """Unique whatever is wrong with the item: no date, a slug that another one has."""
    digest = hashlib.sha256(item.path.encode()).hexdigest()[:8]
    return f"{Section.PREVIEWS}/{item.slug or PurePosixPath(item.path).stem}-{digest}/"


_MAKERS: Mapping[ContentKind, Callable[..., Page]] = {
    ContentKind.ARTICLE: article_page,
    ContentKind.PAGE: standing_page,
    ContentKind.DOCUMENT: document_page,
}


def preview_page(held: Withheld, site: Site, evaluation: Evaluation) -> Page:
    """The page as it would be published, under a banner that says why it is not."""
    record = held.record
    make = _MAKERS[record.kind]
    said = (
        *_reasons(held, site.nouns),
        *(step.words for step in _steps(record, evaluation)),
    )
    page = make(record, site, url=preview_url(record), reasons=said)
    people = site.links(record.authors, are_people=True)
    return page._replace(key=f"{page.key} {people} {said}", updated=None)


def _submitted(record: ArticleRecord) -> date:
    return record.submitted if record.is_article and record.submitted else NO_DATE


def _waiting(held: Withheld, evaluation: Evaluation) -> Waiting:
    record = held.record
    return Waiting(
        title=record.title or UNTITLED,
        path=evaluation.newsroom.label(record.path),
        preview=preview_url(record),
        who=_whose(record),
        when=when(record.on) if record.is_dated else NO_DAY,
        age=_age(_submitted(record), evaluation.publication.today),
        reasons=_reasons(held, nouns_of(evaluation.publication.school)),
        steps=_steps(record, evaluation),
        seal=record.fingerprint,
    )


def _whose(record: ArticleRecord) -> str:
    match record.kind:
        case ContentKind.PAGE:
            return "Trang"
        case ContentKind.DOCUMENT:
            return f"Văn bản {record.document.number}".rstrip()
        case ContentKind.ARTICLE:
            return ", ".join(ref.name for ref in record.groups)


def _age(submitted: date, today: date) -> str:
    days = (today - submitted).days
    return "" if days < 0 else f"nộp {days} ngày trước" if days else labels.SUBMITTED_TODAY


def _reasons(held: Withheld, nouns: PublisherNouns) -> tuple[str, ...]:
    said = dict.fromkeys(str(reason_in_words(reason, nouns)) for reason in held.reasons)
    # What an import brought was handed in years ago, if ever.
    lacks = held.record.lacks if held.record.is_counted else ()
    return tuple(filter(None, (*said, lacks_in_words(lacks))))


def _steps(record: ArticleRecord, evaluation: Evaluation) -> tuple[Step, ...]:
    plans: Sequence[Plan] = evaluation.publication.plans
    label, nouns = evaluation.newsroom.label(record.path), nouns_of(evaluation.publication.school)
    return tuple(
        Step(
            words=_in_words(step, record, evaluation, nouns),
            decisions=tuple(_decisions(step, label, nouns)),
            instead=_giving_back(label, evaluation.publication.today),
        )
        for step in next_steps(record, plans, evaluation.publication.today)
    )


def _in_words(
    step: NextStep, record: ArticleRecord, evaluation: Evaluation, nouns: PublisherNouns
) -> str:
    role = f" “{role_in_words(step.role, nouns)}”" if step.act is Act.APPROVE and step.role else ""
    who = ", ".join(step.who[:-1]) + (" hoặc " if step.who[1:] else "") + "".join(step.who[-1:])
    stand_in = f" ({STAND_IN})" if step.is_stand_in and who else ""
    words = f"{ACTS[step.act]}{role}: {who or 'chưa có ai trong kế hoạch'}{stand_in}"
    return f"{words}. {_way_to_approve(record, evaluation)}" if step.act is Act.HAND_IN else words


def _way_to_approve(record: ArticleRecord, evaluation: Evaluation) -> str:
    first, today = record.approvable_from, evaluation.publication.today
    is_handed_in = record.submitted == first
    return way_to_approve(first, today, is_handed_in=is_handed_in) if first else ""


def _giving_back(label: str, today: date) -> DecisionOption:
    return DecisionOption(
        line=f"{shown(HEADER, BoardField.RETURNED)}: Họ và tên, {in_numbers(today)}, lý do",
        command=f'python3 tasks.py return {_typed(label)} --by "Họ và tên" --why "lý do"',
    )


def _decisions(step: NextStep, label: str, nouns: PublisherNouns) -> list[DecisionOption]:
    return [
        DecisionOption(
            line=f"{shown(HEADER, BoardField.APPROVED)}: {approval_in_words(approval, nouns)}",
            command=f'python3 tasks.py approve {_typed(label)} --by "{approval.by}"'
            + (f' --as "{role_in_words(approval.role, nouns)}"' if approval.role else ""),
        )
        for approval in step.approvals
    ]


def _typed(label: str) -> str:
    """A path as it is typed behind a command: names of files may hold blanks."""
    return label if re.fullmatch(r"[\w./-]+", label) else f'"{label}"'
