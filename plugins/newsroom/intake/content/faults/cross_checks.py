"""Checks of what only shows when all items are seen together."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, count

from ....domain.message import Message
from ....domain.names.similar_names import SimilarNames
from ....domain.plan.category import OLD_ARTICLES
from ....domain.plan.plan import Plan
from ....domain.problem import Problem
from ....domain.site.article_record import ArticleRecord
from .former_faults import former_faults

Label = Callable[[str], str]


def problems_between(
    articles: Sequence[ArticleRecord],
    pages: Sequence[ArticleRecord],
    documents: Sequence[ArticleRecord],
    plans: Iterable[Plan],
    label: Label,
) -> dict[str, tuple[Problem, ...]]:
    """The problems that two items make for each other, by the path of the one to mend.

    No two of a kind can have one address, no two documents of an issuer one number, no text
    may link to an address where nothing is, and an old address leads to one item alone. `label`
    names a path in messages.
    """
    found: dict[str, list[Problem]] = defaultdict(list)
    for path, problem in chain(
        *(_sharing_an_address(records, label) for records in (articles, pages, documents)),
        _sharing_a_number(documents, label),
        _missed((*articles, *pages, *documents), plans, label),
        former_faults((*articles, *pages, *documents), label),
    ):
        found[path].append(problem)
    return {path: tuple(problems) for path, problems in found.items()}


def _sharing_an_address(
    records: Sequence[ArticleRecord], label: Label
) -> Iterator[tuple[str, Problem]]:
    """A problem for each item whose address another one holds.

    The public one holds it, so that a newcomer's file name takes no page off the site; of two
    alike, the first by path.
    """
    counts = Counter(record.url for record in records)
    if len(counts) == len(records):
        return
    rivals: dict[str, list[ArticleRecord]] = defaultdict(list)
    for record in records:
        if counts[record.url] > 1 and record.slug:
            rivals[record.url].append(record)
    taken = set(counts)
    for url, all_of_one in rivals.items():
        holder = min(all_of_one, key=_claim)
        for record in all_of_one:
            if record is not holder:
                yield (
                    record.path,
                    Problem(
                        label(record.path),
                        1,
                        Message("NR-LINK-023", f"Trùng địa chỉ /{url} với {label(holder.path)}."),
                        # Another file name would change nothing where a slug line decides.
                        f"Ghi:  slug: {_free_slug(record, taken)}",
                    ),
                )


def _free_slug(record: ArticleRecord, taken: set[str]) -> str:
    """The slug with the first number that makes an address nobody has; taken from now on."""
    before = record.url.removesuffix(f"{record.slug}/")
    for number in count(2):
        slug = f"{record.slug}-{number}"
        if (url := f"{before}{slug}/") not in taken:
            taken.add(url)
            return slug
    raise AssertionError


def _sharing_a_number(
    records: Sequence[ArticleRecord], label: Label
) -> Iterator[tuple[str, Problem]]:
    """A problem for each document whose number another one of the same issuer holds."""
    rivals: dict[object, list[ArticleRecord]] = defaultdict(list)
    for record in records:
        if record.document.number:
            rivals[record.document.key].append(record)
    for all_of_one in rivals.values():
        holder = min(all_of_one, key=_claim)
        for record in all_of_one:
            if record is not holder:
                paper = record.document
                yield (
                    record.path,
                    Problem(
                        label(record.path),
                        1,
                        Message(
                            "NR-LINK-024",
                            f"Trùng số {paper.number} của {paper.issuer.name}"
                            f" với {label(holder.path)}.",
                        ),
                        "Xem lại bản giấy rồi sửa số ở một trong hai tệp; nếu là một văn bản thì"
                        " xóa tệp này.",
                    ),
                )


def _claim(record: ArticleRecord) -> tuple[bool, str]:
    """The public one holds what two want; of two alike, the first by path."""
    return (not record.is_public, record.path)


def _missed(
    records: Sequence[ArticleRecord], plans: Iterable[Plan], label: Label
) -> Iterator[tuple[str, Problem]]:
    """A problem for each link to an address where nothing of ours is."""
    linking = [
        (record, targets)
        for record in records
        if (record.links or record.listings) and (targets := list(_addresses(record)))
    ]
    if not linking:
        return
    there = {f"/{record.url}" for record in records}
    for plan in plans:
        there |= {f"/{group.url}" for group in plan.groups}
        there |= {f"/{category.url}" for category in plan.categories}
    if any(record.category.code == OLD_ARTICLES.code for record in records):
        there.add(f"/{OLD_ARTICLES.url}")
    similar: SimilarNames | None = None
    for record, targets in linking:
        for target, line in targets:
            if target not in there:
                similar = similar or SimilarNames(there)
                like = similar.nearest(target)
                yield (
                    record.path,
                    Problem(
                        label(record.path),
                        line,
                        Message("NR-LINK-025", f"Không có bài nào ở địa chỉ {target}."),
                        f"Có phải là {like}?" if like else "Kiểm tra lại đường liên kết.",
                    ),
                )


def _addresses(record: ArticleRecord) -> Iterator[tuple[str, int]]:
    """The links by address of which it is known, before pages are made, what they must hit."""
    yield from ((to.target, to.line) for to in record.links if to.target.startswith("/"))
    yield from (
        (to.target, to.line)
        for to in record.listings
        if to.target.startswith(("/chuyen-muc/", "/to/")) and to.target.count("/") == 3
    )
