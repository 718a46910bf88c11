"""An article on the site of a unit (đơn vị), as the office above it counts it."""

from dataclasses import dataclass
from datetime import date

from ..plan.category import Genre


@dataclass(frozen=True, kw_only=True)
class UnitPublication:
    """An article that a unit published on its own site. Requirement Q4 (S3).

    `group` and `category` are codes of the plan; the category is empty where none was written.
    `link` leads to the article: the number stands on what everybody may open.
    """

    group: str
    on: date
    title: str
    link: str
    category: str = ""
    genre: Genre = Genre.ARTICLE
