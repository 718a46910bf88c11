"""Titles of withheld articles that a list of the site has too."""

from collections.abc import Callable, Iterable, Iterator

from ..domain.content.content_item import LISTINGS
from .edition import Sight
from .needles import Needle
from .reading import as_line, words_in


def named_by_lists(sights: Iterable[Sight], read: Callable[[str], bytes]) -> Iterator[Needle]:
    """Those that are no secret: months, years and groups gave the list its name, no article.

    `read` gives any file of the edition.
    """
    for sight in sights:
        titles = [needle for needle in sight.suspects if needle.kind == "title"]
        if titles and sight.path.partition("/")[0] in LISTINGS:
            page = read(sight.path)
            title = page.partition(b"<title>")[2].partition(b"</title>")[0]
            line = as_line(words_in(title))
            yield from (needle for needle in titles if needle.line in line)
