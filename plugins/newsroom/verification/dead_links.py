"""Links of an edition that lead to nothing: a fault of the site, or only a slip of a writer."""

from collections.abc import Callable, Iterable, Iterator

from ..domain.message import Message
from ..domain.problem import Level, Problem
from .edition import Edition, FileReport
from .page_check import Guide, has_place, tags_of

Read = Callable[[str], bytes]


def dead_links(
    reports: Iterable[FileReport], edition: Edition, guide: Guide, read: Read
) -> tuple[list[Problem], list[Problem]]:
    """The dead links that must not go out, and those only remarked: a page opens, but at its top.

    `read` gives any file of the edition.
    """
    wrong, remarks = [], []
    for report in reports:
        wrong += [_dead(edition, report.path, target) for target in report.dead]
        for target, place in _missing_places(report, edition, guide, read):
            typed = edition.typed_link(report.path, target)
            if typed is None:
                wrong.append(_dead(edition, report.path, f"{target}#{place}"))
            else:
                remarks.append(_missed(typed, target.removesuffix("index.html"), place))
    return wrong, remarks


def _dead(edition: Edition, path: str, target: str) -> Problem:
    return edition.problem(
        path, Message("NR-LINK-030", f"Liên kết tới “{target}” không dẫn tới đâu.")
    )


def _missed(typed: tuple[str, int], page: str, place: str) -> Problem:
    return Problem(
        *typed,
        Message(
            "NR-LINK-031",
            f"Trang /{page} không có chỗ nào tên “#{place}”; liên kết vẫn mở đầu trang ấy.",
        ),
        f"Ghi:  /{page}",
        Level.WARNING,
    )


def _missing_places(
    report: FileReport, edition: Edition, guide: Guide, read: Read
) -> Iterator[tuple[str, str]]:
    """Pages, and the places in them that a file leads to and that are not there."""
    missing = [
        (target, place)
        for target, place in report.places
        if target in edition.files
        and target.endswith(".html")
        and not has_place(read(target).decode("utf-8", "replace"), place)
    ]
    if missing and report.path.endswith(".html"):
        # An article about web pages has addresses among its words.
        tags = tags_of(read(report.path).decode("utf-8", "replace"))
        meant = guide.leads(report.path, tags).places
        missing = [pair for pair in missing if pair in meant]
    yield from missing
