"""The photo package of a semester: its pictures, their names, and its parts.

Requirements H1, H2 (S0).
"""

import posixpath
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from ..content.ref import Ref
from ..site.article_record import ArticleRecord, newest_first
from ..site.file_names import file_slug
from ..text.alphabet import alphabetical
from ..text.vietnamese import slug

# Folders of pictures that are named for what they hold and not for the event.
_NO_EVENTS = frozenset({"anh", "hinh", "hinh-anh", "images", "photos", "thu-vien"})
# Windows opens no path longer than 260 signs, and the name stands in it twice.
_LONGEST_EVENT = 40
NO_GROUP = Ref(code="chua-ro-to", name="(chưa rõ nơi gửi)")


class Shot(NamedTuple):
    """A picture of the package: where it lies, its article, its group, its name in the package.

    `path` is that in the content folder. `name` is like
    `to-1/2026-11-20_khai-giang/to-1_2026-11-20_khai-giang_01.jpg`.
    """

    path: str
    article: ArticleRecord
    group: Ref
    name: str

    @property
    def file(self) -> str:
        """Its name without the folders."""
        return posixpath.basename(self.name)


def shots(
    articles: Iterable[ArticleRecord],
    digest_of: Callable[[str], str],
    group: str = "",
    without: Collection[str] = (),
) -> tuple[Shot, ...]:
    """The pictures that these articles show, sorted by group, day and event.

    A picture that lies there twice comes once, with the oldest of its articles; which pictures
    are the same, `digest_of` tells by their paths. `without` are digests of pictures that nobody
    may have. Of an article by several groups the first counts, or the one asked for by its code.
    """
    taken = set(without)
    events: dict[tuple[str, date, str], list[tuple[str, ArticleRecord, Ref]]] = defaultdict(list)
    for article in reversed(newest_first(articles)):
        owner = _group_of(article, group)
        for path in article.pictures if owner else ():
            digest = digest_of(path)
            if owner and digest not in taken:
                taken.add(digest)
                events[(slug(owner.code), article.on, event_of(article))].append(
                    (path, article, owner)
                )
    names = {event: found[0][2].name for event, found in events.items()}
    in_order = sorted(events, key=lambda event: (alphabetical(names[event]), event))
    return tuple(shot for event in in_order for shot in _named(event, events[event]))


def _group_of(article: ArticleRecord, asked: str) -> Ref | None:
    if not asked:
        return article.groups[0] if article.groups else NO_GROUP
    return next((group for group in article.groups if group.code == asked), None)


def event_of(article: ArticleRecord) -> str:
    """The name of the event for files: that of its gallery's folder, else of the article."""
    folder = posixpath.dirname(article.gallery[0]) if article.gallery else ""
    name = slug(posixpath.basename(folder))
    if name in _NO_EVENTS:
        name = ""
    return file_slug((name or slug(article.slug))[:_LONGEST_EVENT].strip("-"), "su-kien")


def _named(
    event: tuple[str, date, str], found: Sequence[tuple[str, ArticleRecord, Ref]]
) -> Iterator[Shot]:
    group, day, name = event
    digits = max(2, len(str(len(found))))
    stem = f"{group}_{day}_{name}"
    for number, (path, article, owner) in enumerate(found, start=1):
        file = f"{group}/{day}_{name}/{stem}_{number:0{digits}}.jpg"
        yield Shot(path, article, owner, file)


def parts(sizes: Sequence[int], most: int) -> list[range]:
    """Things of these sizes, in their order, cut so that no part is larger than `most`.

    What is larger by itself is alone.

    >>> parts([4, 4, 4, 12, 1], most=10)
    [range(0, 2), range(2, 3), range(3, 4), range(4, 5)]
    """
    cut: list[range] = []
    start, full = 0, 0
    for n, size in enumerate(sizes):
        if n > start and full + size > most:
            cut.append(range(start, n))
            start, full = n, 0
        full += size
    return [*cut, range(start, len(sizes))] if sizes else []
