"""The category and the genre of an article: what it is about, and of what kind it is."""

from dataclasses import dataclass
from enum import Enum

from ..text.vietnamese import slug
from .board import BOARD, Role


class Genre(Enum):
    """The form of an article (thể loại). Requirement K1 (S3, II)."""

    NEWS = "news"
    ARTICLE = "article"
    REPORTAGE = "reportage"
    INTERVIEW = "interview"
    PHOTOS = "photos"
    VIDEO = "video"


@dataclass(frozen=True, kw_only=True)
class Category:
    """A subject of the plan (chuyên mục), with the approvals that it asks for beside the board's.

    `owners` are the codes of the groups whose task it is (phụ trách).
    """

    code: str
    name: str
    aliases: tuple[str, ...] = ()
    description: str = ""
    owners: tuple[str, ...] = ()
    extra_roles: tuple[Role, ...] = ()

    @property
    def required_roles(self) -> tuple[Role, ...]:
        return (BOARD, *self.extra_roles)

    @property
    def url(self) -> str:
        return f"chuyen-muc/{slug(self.code)}/"


NO_CATEGORY = Category(code="", name="(chưa rõ chuyên mục)")
