"""Content items that people hand in: articles and standing pages. Documents are in `document`."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import Enum
from typing import ClassVar

from ..addresses.former_address import FormerAddress
from ..plan.category import NO_CATEGORY, Category, Genre
from ..plan.group import Group, Person
from ..problem import Problem
from ..section import Section
from .decisions import Decisions
from .import_decision import Imported
from .photo_package import Consent
from .submission import Selection, Submission
from .video import Video

# The date of an article that has none: so far ahead that its day never comes.
NO_DATE = date.max


class ContentKind(Enum):
    """The kind of a content item. The value is the folder of the content in which the item lies."""

    ARTICLE = "tin-bai"
    PAGE = "trang"
    DOCUMENT = "van-ban"


class ReferenceKind(Enum):
    """The kind of thing inside the content folder that a text points to."""

    PICTURE = "picture"
    ARTICLE = "article"
    FILE = "file"
    LISTING = "listing"


@dataclass(frozen=True, kw_only=True)
class Reference:
    """A place in a text that points to something of ours.

    `target` is a path in the content folder (`tin-bai/2024-11/a.md`, `anh/b.jpg`) or, for an
    article, its address on the site (`/tin-bai/2024/11/a/`). `line` is where it stands. Whether
    the place becomes a link or picture is decided when the page is made: the target may be
    withheld. `attribute` is the one it stands in: a picture can be shown (src) or linked (href).
    """

    kind: ReferenceKind
    target: str
    attribute: str = "href"
    fragment: str = ""
    line: int = 1


@dataclass(frozen=True)
class Body:
    """A text in HTML, cut open where it points to something of ours."""

    parts: tuple[str | Reference, ...] = ()

    @property
    def references(self) -> Iterator[Reference]:
        return (part for part in self.parts if isinstance(part, Reference))


@dataclass(frozen=True, kw_only=True)
class ContentItem:
    """A content item: the common part of articles, standing pages and documents.

    `path` is that of the source in the content folder. `fingerprint` is the seal that it
    would bear now, `former_fingerprint` the one of the first version, which covers title, summary,
    text, pictures, attachments and video. Of an imported article the seal covers names as they
    are typed, and `coded_fingerprint` is the one over their codes. `former_addresses` are those
    that it had before. An error among `problems` keeps it from the public.
    """

    content_kind: ClassVar[ContentKind]

    path: str
    slug: str
    title: str
    summary: str = ""
    body: Body = field(default_factory=Body)
    decisions: Decisions = field(default_factory=Decisions)
    fingerprint: str = ""
    former_fingerprint: str = ""
    coded_fingerprint: str = ""
    former_addresses: tuple[FormerAddress, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def url(self) -> str:
        """Relative to the root of the site, without a leading slash."""
        raise NotImplementedError

    @property
    def appears(self) -> date:
        """The first day on which it can be public: that of its date, where it has one."""
        return date.min

    @property
    def seals(self) -> frozenset[str]:
        """The seals that hold over it as it stands: of each version."""
        each = {self.fingerprint, self.former_fingerprint, self.coded_fingerprint}
        return frozenset(each - {""})

    @property
    def hour(self) -> time | None:
        """The hour of that day before which it is not public; None for its first minute."""
        return None

    @property
    def appears_at(self) -> datetime:
        """The moment from which it can be public."""
        return datetime.combine(self.appears, self.hour or time.min)

    @property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.is_error)


@dataclass(frozen=True, kw_only=True)
class Article(ContentItem):
    """A piece of news (tin, bài) by one or more groups.

    `pinned_until` is the last day on which it stands above all other news (ghim): an official
    statement, for one (requirement C1). `gallery` are the pictures shown at its end (thư viện),
    `topics` the codes of what the plan wanted told.
    `is_submission_dated` tells that its header says when it was handed in (nộp); else `submitted`
    is its date.
    `imported` tells of the import that brought it from an old site; None for all others.
    `has_text` is False where nothing but prompts was written, or nothing could be read.
    A broken article has stand-ins for what could not be read (`NO_DATE`, `NO_CATEGORY`, no
    groups) and an error for each.
    """

    on: date = NO_DATE
    at: time | None = None
    groups: tuple[Group, ...] = ()
    authors: tuple[Person, ...] = ()
    category: Category = NO_CATEGORY
    genre: Genre = Genre.ARTICLE
    cover: str = ""
    gallery: tuple[str, ...] = ()
    video: Video | None = None
    tags: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    submitted: date = NO_DATE
    has_text: bool = True
    is_submission_dated: bool = False
    submissions: tuple[Submission, ...] = ()
    selections: tuple[Selection, ...] = ()
    pinned_until: date | None = None
    consent: Consent = Consent.UNSTATED
    imported: Imported | None = None

    content_kind: ClassVar = ContentKind.ARTICLE

    @property
    def url(self) -> str:
        return f"{Section.ARTICLES}/{self.on:%Y}/{self.on:%m}/{self.slug}/"

    @property
    def appears(self) -> date:
        return self.on

    @property
    def hour(self) -> time | None:
        return self.at

    @property
    def shows_pictures(self) -> bool:
        """False where the families refused: pictures and video leave every page, the words stay.

        Of an imported article more is asked, by `approval.consent`.
        """
        return self.consent is not Consent.REFUSED


@dataclass(frozen=True, kw_only=True)
class StandingPage(ContentItem):
    """A page that stays (trang): about, contact, rules. Approved by the board like an article."""

    order: int = 100

    content_kind: ClassVar = ContentKind.PAGE

    @property
    def url(self) -> str:
        return f"{self.slug}/"
