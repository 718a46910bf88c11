"""Handed in (nộp): what a manuscript must have before it counts anywhere."""

from enum import Enum

from ..plan.category import NO_CATEGORY
from .content_item import Article


class Lack(Enum):
    """A thing without which a manuscript is not handed in, in the order in which they are said."""

    TEXT = "text"
    AUTHOR = "author"
    GROUP = "group"
    CATEGORY = "category"


def lacks_of(article: Article) -> tuple[Lack, ...]:
    """The parts that an article lacks to count as handed in; empty where it does.

    A text of nothing but prompts is none. Known is whom the plan names: also a contributor from
    outside. Other errors are slips, and take nobody's work away.
    """
    there = {
        Lack.TEXT: article.has_text,
        Lack.AUTHOR: bool(article.authors),
        Lack.GROUP: bool(article.groups),
        Lack.CATEGORY: article.category != NO_CATEGORY,
    }
    return tuple(lack for lack in Lack if not there[lack])
