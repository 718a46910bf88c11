"""The record of each item: the facts that everything but its own page needs of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from ..addresses.former_address import FormerAddress
from ..approval.blocker import Blocker, BlockerKind
from ..content.content_item import NO_DATE, ContentKind
from ..content.document import Paper
from ..content.handing_in import Lack
from ..content.ref import Ref
from ..content.submission import ForwardingFault, SubmissionKind
from ..content.video import Video
from ..plan.board import Role
from ..plan.category import Genre
from ..problem import Problem
from .record_keys import Counted, CountedOnPage, Listed, OnPage, Unkeyed


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownSubmission:
    """An entry of an article's ledger of sending, as readers may see it.

    `link` is empty where it does not lead to the office's own pages. One with a fault counts
    nowhere.
    """

    kind: SubmissionKind
    office: Ref
    on: date
    link: str = ""
    fault: ForwardingFault | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownCorrection:
    """A correction (đính chính) that readers may see: its day, and what was corrected."""

    on: date
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class TextLink:
    """A link in a text to an article or a list: what it points to, and the line it stands in."""

    target: str
    line: int


@dataclass(frozen=True, kw_only=True, slots=True)
class ArticleRecord:
    """All that lists, tallies, links and the queue need of an item (phiếu bài).

    A site has thousands and each build looks at all of them, so a record is kept between builds
    as it is; a change of its types forgets what was kept. It holds from the moment `since` until
    just before `until`; at another time, under other plans or over another text it is made anew by
    `indexing.record_of`.

    `on` is the day on which it appears, and `at` the hour; `NO_DATE` where its text should say one
    and does not, `date.min` for a standing page.

    `former` are its old addresses, which lead to it while it is public.
    `paper` is what only a document has; `topics` the codes of those of its plan. `video` is the
    video that may be shown; its file is among `files`.
    `reasons` empty means public. `dispatches` and `corrections` are those that may be shown,
    `pinned` the last day on top of the front page, `to_send` the parent offices for whom the board
    selected it and to whom nobody sent it yet. `has_unshown` tells that its header has a
    correction, a dispatch or a link that may not be shown.
    With `lacks` it is not handed in, and counts nowhere.
    `approved` is the day of the last approval it needs, None while one is missing. `links` and
    `listings` are the references of its text to articles and to lists, with their lines;
    `pictures` and `files` the paths it shows, `gallery` those of the pictures at its end, `refused`
    those that it would show if the families agreed. `removed` is the day on which it was taken
    down, if it had stood in public. `months` are those (2024-11) in which any of its days count.
    `approvable_from` is the first day on which it can be approved, None where any day will do.
    `open_roles` are those in which somebody still has to approve it, `approved_by` the codes of
    those who fill the others, `stand_ins` the roles that a second member of the board fills.
    `import_file` is the file of the import that brought it, empty for none; `is_counted` is False
    where such an article counts nowhere.
    `list_key`, `tally_key` and `page_key` change when what a list, a
    tally or its own page shows of it changes: each field says with its type which of them it moves.
    """

    path: Listed[str]
    kind: Listed[ContentKind]
    slug: Listed[str]
    url: Listed[str]
    former: Unkeyed[tuple[FormerAddress, ...]]
    title: Listed[str]
    summary: Listed[str]
    on: Listed[date]
    at: Listed[time | None]
    genre: Listed[Genre]
    category: Listed[Ref]
    groups: Listed[tuple[Ref, ...]]
    authors: Listed[tuple[Ref, ...]]
    tags: OnPage[tuple[str, ...]]
    topics: Unkeyed[tuple[str, ...]]
    cover: Listed[str]
    video: Listed[Video | None]
    order: Listed[int]
    paper: Listed[Paper | None]
    submitted: Counted[date | None]
    lacks: Counted[tuple[Lack, ...]]
    approved: Listed[date | None]
    submissions: CountedOnPage[tuple[ShownSubmission, ...]]
    pinned: Unkeyed[date | None]
    to_send: Unkeyed[tuple[Ref, ...]]
    corrections: OnPage[tuple[ShownCorrection, ...]]
    links: OnPage[tuple[TextLink, ...]]
    listings: OnPage[tuple[TextLink, ...]]
    pictures: OnPage[tuple[str, ...]]
    gallery: OnPage[tuple[str, ...]]
    refused: Unkeyed[tuple[str, ...]]
    files: OnPage[tuple[str, ...]]
    approvable_from: Unkeyed[date | None]
    fingerprint: Unkeyed[str]
    import_file: Counted[str]
    is_counted: Counted[bool]
    removed: Unkeyed[date | None]
    has_unshown: Unkeyed[bool]
    reasons: CountedOnPage[tuple[Blocker, ...]]
    open_roles: Unkeyed[tuple[Role, ...]]
    approved_by: Unkeyed[tuple[str, ...]]
    stand_ins: Unkeyed[tuple[Role, ...]]
    problems: Unkeyed[tuple[Problem, ...]]
    months: Unkeyed[tuple[str, ...]]
    since: Unkeyed[datetime]
    until: Unkeyed[datetime]
    list_key: Unkeyed[str]
    tally_key: Unkeyed[str]
    page_key: Unkeyed[str]

    @property
    def is_public(self) -> bool:
        return not self.reasons

    @property
    def is_due_by_the_hour(self) -> bool:
        """True where nothing but its hour keeps it from the public."""
        waits = all(reason.kind is BlockerKind.SCHEDULED for reason in self.reasons)
        return bool(self.reasons) and waits and self.at is not None

    @property
    def is_article(self) -> bool:
        return self.kind is ContentKind.ARTICLE

    @property
    def shared(self) -> str:
        """The picture that goes along where an article is shared."""
        return self.pictures[0] if self.is_article and self.pictures else ""

    @property
    def document(self) -> Paper:
        """The fields of a document. The record must be of one."""
        assert self.paper is not None
        return self.paper

    @property
    def is_dated(self) -> bool:
        """True where its text says its day; a standing page has none."""
        return date.min < self.on < NO_DATE

    @property
    def month(self) -> str:
        """2024-11."""
        return f"{self.on.year}-{self.on.month:02}"

    def sent(self, kind: SubmissionKind) -> tuple[ShownSubmission, ...]:
        """The entries of that kind that count."""
        return tuple(s for s in self.submissions if s.kind is kind and s.fault is None)


def age(record: ArticleRecord) -> tuple[date, time, bool, str]:
    """The order of records, oldest first; of one day those without an hour first. Total."""
    return record.on, record.at or time.min, record.at is not None, record.path


def newest_first(records: Iterable[ArticleRecord]) -> tuple[ArticleRecord, ...]:
    """Newest first, and total: two articles never change places between builds."""
    return tuple(sorted(records, key=age, reverse=True))
