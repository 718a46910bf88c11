"""From a file to what it was handed in as: its folder tells."""

from collections.abc import Sequence

from ...domain.content.content_item import ContentItem, ContentKind
from ...domain.plan.plan import Plan
from ...domain.plan.school import School
from .article_file import article_of
from .document_file import document_of
from .item_file import ItemFile
from .standing_page_file import standing_page_of


def item_of(
    file: ItemFile,
    plans: Sequence[Plan],
    school: School | None,
    *,
    plans_are_sound: bool = True,
) -> ContentItem:
    """The article, standing page or document in a file, with its problems.

    Where a plan could not be read, names are not held against the plans.
    """
    match file.kind:
        case ContentKind.PAGE:
            return standing_page_of(file)
        case ContentKind.DOCUMENT:
            return document_of(file, plans, school, plans_are_sound=plans_are_sound)
        case ContentKind.ARTICLE:
            return article_of(file, plans, school, plans_are_sound=plans_are_sound)
