"""The content plan: topics to tell, month by month, and those told. Requirement N10 (S1, II.4)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from ..plan.calendar import Month
from ..plan.plan import Plan
from ..plan.topic import Topic
from ..site.article_record import ArticleRecord, age
from ..site.publication import Evaluation
from .queue import Stage, stage_of


class TopicState(Enum):
    """The state of a topic in one of its months."""

    TOLD = "told"
    WAITING = "waiting"
    OPEN = "open"
    MISSED = "missed"


@dataclass(frozen=True, kw_only=True)
class PlannedTopic:
    """A topic in one of the months planned for it, with its articles, the oldest first.

    `told` are public, `waiting` are withheld and may still become so.
    """

    topic: Topic
    month: Month
    told: tuple[ArticleRecord, ...] = ()
    waiting: tuple[ArticleRecord, ...] = ()

    def state(self, today: date) -> TopicState:
        """A topic may be told late: then it is told all the same."""
        if self.told:
            return TopicState.TOLD
        if self.waiting:
            return TopicState.WAITING
        return TopicState.MISSED if self.month.last < today else TopicState.OPEN


def content_plan(plan: Plan, evaluation: Evaluation) -> tuple[PlannedTopic, ...]:
    """Every topic in each of its months, by month and then in the plan's order.

    An article does the last month that had begun when it came out; one that is ahead of all of
    them does the first. One that was taken down does nothing.
    """
    published = [record for record in evaluation.publication.articles if record.topics]
    withheld = [
        held.record
        for held in evaluation.withheld
        if held.record.topics and stage_of(held.record) is not Stage.WITHDRAWN
    ]
    return tuple(
        sorted(
            (
                PlannedTopic(
                    topic=topic,
                    month=month,
                    told=_doing(topic, month, plan, published),
                    waiting=_doing(topic, month, plan, withheld),
                )
                for topic in plan.topics
                for month in plan.months_of(topic)
            ),
            key=lambda planned: planned.month,
        )
    )


def topics_in(month: Month, groups: Iterable[str], plan: Plan) -> Iterator[Topic]:
    """The topics that groups (codes) are to write about in a month."""
    codes = frozenset(groups)
    return (t for t in plan.topics if t.is_for(codes) and month in plan.months_of(t))


def _doing(
    topic: Topic, month: Month, plan: Plan, articles: Iterable[ArticleRecord]
) -> tuple[ArticleRecord, ...]:
    found = (
        record
        for record in articles
        if topic.code in record.topics
        and plan.term.contains(record.on)
        and _month_done(record, plan.months_of(topic)) == month
    )
    return tuple(sorted(found, key=age))


def _month_done(record: ArticleRecord, months: tuple[Month, ...]) -> Month:
    begun = [month for month in months if month <= Month.of(record.on)]
    return begun[-1] if begun else months[0]
