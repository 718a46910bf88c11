"""The topics of a plan file: what is to be told, when, by whom, to whom and how."""

from typing import Annotated

from ...domain.plan.topic import Topic
from ...domain.text.vietnamese import slug
from ...vocabulary import things
from .forms.form_types import ALONE, Months, Name, Texts
from .forms.yaml_file import YamlForm
from .plan_names import PlanNames


class TopicEntry(YamlForm):
    name: Name
    months: Months
    code: str = ""
    who: Texts = ()
    audience: str = ""
    form: str = ""
    categories: Annotated[tuple[str, ...], ALONE] = ()
    source: str = ""


def read_topic(entry: TopicEntry, n: int, names: PlanNames) -> Topic:
    """The topic of the n-th entry."""
    place, called = ("topics", n), things.TOPIC_ENTRY
    categories = names.categories(entry.categories, (*place, "categories"), called)
    return Topic(
        code=slug(entry.code or entry.name),
        name=entry.name,
        months=tuple(dict.fromkeys(entry.months)),
        groups=names.groups(entry.who, (*place, "who"), called),
        audience=entry.audience,
        form=entry.form,
        categories=tuple(sorted(categories)),
        source=entry.source,
    )
