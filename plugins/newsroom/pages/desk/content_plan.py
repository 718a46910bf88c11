"""The content plan at the desk: month by month what was to be told, and what was.

Requirement N10 (S1, II.4). Never public: it names withheld articles, and who owes what.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ...domain.desk.content_plan import PlannedTopic, TopicState, content_plan
from ...domain.desk.queue import stage_of
from ...domain.plan.plan import Plan
from ...domain.section import Section
from ...domain.site.publication import Evaluation
from ...domain.text.dates import in_numbers
from ...vocabulary import labels
from ...vocabulary.desk import STAGES, TOPIC_STATES
from ..article.views import UNTITLED, when
from ..build.link import Link
from ..build.page import Page, ready
from ..build.site import Site
from .queue import preview_url

_KINDS = {
    TopicState.TOLD: "met",
    TopicState.WAITING: "running",
    TopicState.OPEN: "ahead",
    TopicState.MISSED: "short",
}


@dataclass(frozen=True, kw_only=True)
class TopicView:
    """A topic in one month, in words. Each article comes with its day or what it waits for."""

    name: str
    facts: tuple[tuple[str, str], ...]
    kind: str
    state: str
    articles: tuple[tuple[Link, str], ...]


@dataclass(frozen=True, kw_only=True)
class MonthView:
    """A month of the content plan; `told` of its topics have an article."""

    name: str
    told: int
    topics: tuple[TopicView, ...]


def content_plan_pages(site: Site, evaluation: Evaluation) -> Iterator[Page]:
    """One page for each plan that has topics."""
    plans = [plan for plan in site.plans if plan.topics]
    for plan in plans:
        others = [Link(p.term.name, "" if p is plan else content_plan_url(p)) for p in plans]
        months = tuple(_months(plan, site, evaluation))
        yield ready(
            content_plan_url(plan),
            "content_plan",
            {
                "term": plan.term.name,
                "title": plan.title,
                "as_of": in_numbers(site.figures.last_counted(plan.term.last)),
                "told": sum(month.told for month in months),
                "planned": sum(len(month.topics) for month in months),
                "months": months,
                "others": others[::-1] if len(others) > 1 else [],
            },
        )


def content_plan_url(plan: Plan) -> str:
    return f"{Section.CONTENT_PLAN}/{plan.code}/"


def _months(plan: Plan, site: Site, evaluation: Evaluation) -> Iterator[MonthView]:
    for month, planned in groupby(content_plan(plan, evaluation), key=lambda p: p.month):
        views = tuple(_view(one, plan, site) for one in planned)
        yield MonthView(
            name=month.name,
            told=sum(view.kind == _KINDS[TopicState.TOLD] for view in views),
            topics=views,
        )


def _view(planned: PlannedTopic, plan: Plan, site: Site) -> TopicView:
    topic, state = planned.topic, planned.state(site.publication.today)
    categories = (c.name for c in plan.categories if c.code in topic.categories)
    facts = (
        (
            labels.WRITTEN_BY,
            ", ".join(plan.group(code).name for code in topic.groups) or site.nouns.whole,
        ),
        (labels.ABOUT, topic.audience),
        (labels.FORM, topic.form),
        (labels.CATEGORIES, "; ".join(categories)),
        (labels.BASIS, topic.source),
    )
    return TopicView(
        name=topic.name,
        facts=tuple((what, words) for what, words in facts if words),
        kind=_KINDS[state],
        state=TOPIC_STATES[state],
        articles=(
            *((Link(a.title or UNTITLED, a.url), when(a.on)) for a in planned.told),
            *(
                (Link(a.title or UNTITLED, preview_url(a)), STAGES[stage_of(a)].lower())
                for a in planned.waiting
            ),
        ),
    )
