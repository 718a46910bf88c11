"""The facts of a header that readers are told, as the second version of the seal covers them."""

from collections.abc import Iterable, Mapping

from ..plan.group import Group, Person
from .content_item import Article, ContentItem
from .document import Document


def sealed_facts(item: ContentItem) -> Mapping[str, str]:
    """Each fact under the name of its field: codes, days, words of the code; several on lines.

    A caption stands in the text, which the first version covers.
    """
    facts = {"slug": item.slug}
    if isinstance(item, Article):
        hour = f" {item.at:%H:%M}" if item.at else ""
        facts |= {
            "authors": _codes(item.authors),
            "groups": _codes(item.groups),
            "category": item.category.code,
            "genre": item.genre.value,
            "date": f"{item.on.isoformat()}{hour}",
        }
    elif isinstance(item, Document):
        facts |= {"groups": _codes(item.groups)}
    return facts


def _codes(named: Iterable[Group | Person]) -> str:
    return "\n".join(one.code for one in named)
