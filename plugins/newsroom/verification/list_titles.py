"""Titles of withheld articles that a list of the site has too."""

from collections.abc import Callable, Iterable, Iterator

from ..domain.section import LISTINGS
from .edition import FileReport
from .leak_patterns import LeakPattern
from .reading import as_line, words_in


def named_by_lists(
    reports: Iterable[FileReport], read: Callable[[str], bytes]
) -> Iterator[LeakPattern]:
    """Those that are no secret: months, years and groups gave the list its name, no article.

    `read` gives any file of the edition.
    """
    for report in reports:
        titles = [leak_pattern for leak_pattern in report.suspects if leak_pattern.kind == "title"]
        if titles and report.path.partition("/")[0] in LISTINGS:
            page = read(report.path)
            title = page.partition(b"<title>")[2].partition(b"</title>")[0]
            line = as_line(words_in(title))
            yield from (leak_pattern for leak_pattern in titles if leak_pattern.line in line)
