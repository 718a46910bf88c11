"""The sections of the site: the first parts of the addresses that its own pages have."""

from enum import Enum, StrEnum


class Linkable(Enum):
    """The pages of a section that a text may link to: those always exist in some form."""

    ANY = "any page"
    FRONT = "its first page; what is below it comes and goes"
    NONE = "none, or by name only"


class Section(StrEnum):
    """The first part of an address that the site makes; no standing page may take it.

    A page takes its address from here, so that what pages make and what is reserved are one list.
    `linked` says what a text may link to; what `is_of_the_desk` is in no public edition.
    """

    linked: Linkable
    is_of_the_desk: bool

    def __new__(
        cls, name: str, linked: Linkable = Linkable.NONE, is_of_the_desk: bool = False
    ) -> "Section":
        section = str.__new__(cls, name)
        section._value_ = name
        section.linked, section.is_of_the_desk = linked, is_of_the_desk
        return section

    ARTICLES = "tin-bai"
    SCHOOL_YEARS = "nam-hoc", Linkable.ANY
    MONTHS = "thang", Linkable.ANY
    CATEGORIES = "chuyen-muc", Linkable.ANY
    GROUPS = "to", Linkable.ANY
    AUTHORS = "tac-gia"
    DOCUMENTS = "van-ban", Linkable.FRONT
    DISCLOSURE = "cong-khai", Linkable.FRONT
    GALLERIES = "thu-vien-anh", Linkable.FRONT
    BACKLINKS = "lien-ket", Linkable.ANY
    QUOTAS = "chi-tieu", Linkable.ANY
    CALENDAR = "lich", Linkable.FRONT
    SEARCH = "tim-kiem"
    SITE_MAP = "so-do-trang"
    FEEDS = "feeds"
    TALLIES = "thong-ke"
    BOARD = "ban-bien-tap", Linkable.ANY
    PEOPLE = "ca-nhan"
    THEME = "theme"
    IMAGES = "anh"
    FILES = "tep"
    REDIRECTS = "chuyen-huong"
    PREVIEWS = "cho-duyet", Linkable.NONE, True
    PUBLIC_HOME = "trang-chu", Linkable.NONE, True
    RULES = "quy-che", Linkable.NONE, True
    ARTICLE_LISTS = "danh-muc", Linkable.NONE, True
    CONTENT_PLAN = "noi-dung", Linkable.NONE, True

    @property
    def front(self) -> str:
        """The address of its first page, relative to the root of the site."""
        return f"{self}/"


# Compared with the slugs of standing pages, and with the first parts of links in texts.
RESERVED_SLUGS: frozenset[str] = frozenset(Section)
LISTINGS = frozenset(str(one) for one in Section if one.linked is Linkable.ANY)
FRONT_LISTINGS = frozenset(str(one) for one in Section if one.linked is Linkable.FRONT)
