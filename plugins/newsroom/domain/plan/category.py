"""The category and the genre of an article: what it is about, and of what kind it is."""

from dataclasses import dataclass
from enum import Enum
from typing import assert_never

from ..section import Section
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

    @property
    def is_told_in_words(self) -> bool:
        """True where a text of a few words is a doubt, and not the words below pictures."""
        match self:
            case Genre.NEWS | Genre.ARTICLE | Genre.REPORTAGE | Genre.INTERVIEW:
                return True
            case Genre.PHOTOS | Genre.VIDEO:
                return False
            case _:
                assert_never(self)

    @property
    def is_plain(self) -> bool:
        """True for the genres of any subject, whose category may say better what to write."""
        match self:
            case Genre.NEWS | Genre.ARTICLE:
                return True
            case Genre.REPORTAGE | Genre.INTERVIEW | Genre.PHOTOS | Genre.VIDEO:
                return False
            case _:
                assert_never(self)


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
        return f"{Section.CATEGORIES}/{slug(self.code)}/"


# Of what an import brought and no category of a plan takes: it is there without a plan's line.
OLD_ARTICLES = Category(code="bai-cu", name="Bài cũ")
NO_CATEGORY = Category(code="", name="(chưa rõ chuyên mục)")
