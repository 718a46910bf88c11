"""An article of an import as it stands, for whoever is about to approve the list."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from ...domain.content.content_item import Article
from ...domain.content.import_decision import ImportDecision, Imported
from ...domain.plan.plan import Plan
from ...domain.plan.school import School
from ...domain.problem import Problem
from ..content.advice.about_people import AboutPeople
from ..content.item_kinds import item_of
from ..content.item_reader import read_item
from ..folder.content_folder import ContentFolder


class ArticleLook(NamedTuple):
    """The seal that the list gets for an article, empty where it has to wait, and its errors."""

    seal: str
    errors: tuple[Problem, ...]
    tells_of_children: bool


def looked_at(
    path: str,
    decision: ImportDecision,
    folder: ContentFolder,
    plans: Sequence[Plan],
    school: School | None,
) -> ArticleLook:
    """Reads one article that is there. What has an error, or is still to come, gets no seal."""
    file = read_item(path, folder, school.site_url if school else "")
    item = item_of(file, plans, school, imported=Imported(decision=decision))
    is_of_the_past = isinstance(item, Article) and decision.on and item.on <= decision.on
    seal = item.fingerprint if is_of_the_past and not item.errors else ""
    own = (school.phone, *(channel.link for channel in school.channels)) if school else ()
    about = AboutPeople(decision.on or date.min, own)
    lines = (item.title, item.summary, *file.header.body.split("\n"))
    return ArticleLook(
        seal, item.errors, any(next(about.line(line), None) for line in lines if line)
    )
