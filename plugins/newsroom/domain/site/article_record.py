"""The record of each item: the facts that everything but its own page needs of it."""

from collections.abc import Iterable
from datetime import date
from operator import attrgetter
from typing import NamedTuple

from ..approval.blocker import Blocker, BlockerKind
from ..content.content_item import NO_DATE, ContentKind
from ..content.document import Paper
from ..content.submission import SubmissionKind
from ..content.video import Video
from ..plan.board import Role
from ..problem import Level, Problem

# Code, name and address of a group, a person or a category.
Label = tuple[str, str, str]
# Kind, the parent office's code and name, day, link.
Sent = tuple[str, str, str, str, str]
UNDATED = NO_DATE.isoformat()


class ArticleRecord(NamedTuple):
    """All that lists, tallies, links and the queue need of an item (phiếu bài).

    A site has thousands and each build looks at all of them, so a record holds nothing but text,
    numbers and tuples of these: it is kept between builds as it is. Days are ISO texts, which
    compare as the days do. It holds for the days from `since` to the day before `until`; on
    another day, under other plans or over another text it is made anew by `indexing.record_of`.

    `kind` is that of the item, `paper` what only a document has, `video` what `film` gives:
    file, link and code; `topics` the codes of those of its plan.
    `reasons` empty means public. `dispatches` and `corrections` are those that may be shown,
    `pinned` the last day on top of the front page, `to_send` the parent offices for whom the board
    selected it and to whom nobody sent it yet. `has_unshown` tells that its header has a
    correction, a dispatch or a link that may not be shown.
    `approved` is the day of the last approval it needs, empty while one is missing. `links` and
    `listings` are the references of its text to articles and to lists, with their lines;
    `pictures` and `files` the paths it shows, `gallery` those of the pictures at its end, `refused`
    those that it would show if the families agreed. `removed` is the day on which it was taken
    down, if it had stood in public. `months` are those (2024-11) in which any of its days count.
    `list_key`, `tally_key` and `page_key` change when what a list, a tally or its own page shows
    of it changes.
    """

    path: str
    kind: str
    slug: str
    url: str
    title: str
    summary: str
    on: str
    at: str
    genre: str
    category: Label
    groups: tuple[Label, ...]
    authors: tuple[Label, ...]
    tags: tuple[str, ...]
    topics: tuple[str, ...]
    cover: str
    video: tuple[str, str, str] | None
    order: int
    paper: Paper | None
    submitted: str
    approved: str
    submissions: tuple[Sent, ...]
    pinned: str
    to_send: tuple[Label, ...]
    corrections: tuple[tuple[str, str], ...]
    links: tuple[tuple[str, int], ...]
    listings: tuple[tuple[str, int], ...]
    pictures: tuple[str, ...]
    gallery: tuple[str, ...]
    refused: tuple[str, ...]
    files: tuple[str, ...]
    fingerprint: str
    removed: str
    has_unshown: bool
    reasons: tuple[tuple[str, str, str, str, str], ...]
    problems: tuple[tuple[str, int, str, str, str], ...]
    months: tuple[str, ...]
    since: str
    until: str
    list_key: str
    tally_key: str
    page_key: str

    @property
    def is_public(self) -> bool:
        return not self.reasons

    @property
    def is_article(self) -> bool:
        return self.kind == ContentKind.ARTICLE.value

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
    def film(self) -> Video | None:
        """The film that goes with it and may be shown; its file is among `files`."""
        file, link, youtube = self.video or ("", "", "")
        return Video(file=file, link=link, youtube=youtube) if self.video else None

    @property
    def day(self) -> date:
        return date.fromisoformat(self.on)

    @property
    def month(self) -> str:
        """2024-11."""
        return self.on[:7]

    def sent(self, kind: SubmissionKind) -> tuple[Sent, ...]:
        return tuple(sent for sent in self.submissions if sent[0] == kind.value)

    def why(self) -> tuple[Blocker, ...]:
        """The reasons that keep it from the public."""
        return tuple(
            Blocker(
                kind=BlockerKind(kind),
                who=who,
                role=Role(role) if role else None,
                on=date.fromisoformat(on) if on else None,
                text=text,
            )
            for kind, who, role, on, text in self.reasons
        )

    def problems_found(self) -> tuple[Problem, ...]:
        return tuple(
            Problem(path, line, message, hint, Level(level))
            for path, line, message, hint, level in self.problems
        )


_AGE = attrgetter("on", "at", "path")


def newest_first(records: Iterable[ArticleRecord]) -> tuple[ArticleRecord, ...]:
    """Newest first, and total: two articles never change places between builds."""
    return tuple(sorted(records, key=_AGE, reverse=True))
