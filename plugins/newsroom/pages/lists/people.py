"""Counts for each person, without target. Requirement Q10; public only if the plan says so."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from ...domain.plan.measure import Measure, measures_by_author
from ...domain.plan.plan import Plan
from ...domain.section import Section
from ...domain.text.dates import in_numbers
from ...vocabulary.measures import MEASURES
from ...vocabulary.words import shown
from ..build.page import Page, key_of
from ..build.site import Site


def people_pages(site: Site) -> Iterator[Page]:
    """One page a plan."""
    for plan in site.plans:
        people = [site.link_to(person).url for person in plan.people]
        yield Page(
            people_url(plan),
            key_of(site.figures.key(plan), people),
            partial(_people, plan, site),
            "people",
        )


def people_url(plan: Plan) -> str:
    return f"{Section.PEOPLE}/{plan.code}/"


def _people(plan: Plan, site: Site) -> Mapping[str, Any]:
    counts, measures = site.figures.people(plan), measures_by_author()
    return {
        "plan": plan,
        "as_of": in_numbers(site.figures.last_counted(plan.term.last)),
        "measures": [shown(MEASURES, measure) for measure in measures],
        "people": [
            (site.link_to(count.person), [count.counts[measure] for measure in measures])
            # They come by given name, and those with as many stay so.
            for count in sorted(counts, key=lambda c: -c.counts[Measure.SUBMITTED])
        ],
    }
