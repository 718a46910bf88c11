"""What only shows when all manuscripts are seen together."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from ..domain.article import Manuscript, Reference, ReferenceKind
from ..domain.gate import reasons_to_withhold
from ..domain.matching import nearest
from ..domain.plan import Plan
from ..domain.problem import Problem

M = TypeVar("M", bound=Manuscript)


def tell_apart(
    manuscripts: Sequence[M], plans: Sequence[Plan], today: date, label: Callable[[str], str]
) -> Iterator[M]:
    """The manuscripts, with a problem for each whose address another one holds.

    The public one holds it, so that a newcomer's file name takes no page off the site; of two
    alike, the first by path.
    """
    by_address: dict[str, list[M]] = defaultdict(list)
    for manuscript in manuscripts:
        by_address[manuscript.url].append(manuscript)
    for manuscript in manuscripts:
        rivals = by_address[manuscript.url]
        holder = (
            manuscript
            if len(rivals) == 1
            else min(rivals, key=lambda m: (bool(reasons_to_withhold(m, plans, today)), m.path))
        )
        if holder is manuscript or not manuscript.slug:
            yield manuscript
        else:
            problem = Problem(
                label(manuscript.path),
                1,
                f"Trùng địa chỉ /{manuscript.url} với {label(holder.path)}.",
                "Đổi tên tệp này, ví dụ thêm -2 vào cuối tên.",
            )
            yield replace(manuscript, problems=(*manuscript.problems, problem))


def check_addresses(
    manuscripts: Sequence[M], addresses: Collection[str], label: Callable[[str], str]
) -> Iterator[M]:
    """The manuscripts, with a problem for each link to an address where nothing of ours is."""
    for manuscript in manuscripts:
        problems = tuple(
            Problem(
                label(manuscript.path),
                reference.line,
                f"Không có bài nào ở địa chỉ {reference.target}.",
                f"Có phải là {like}?"
                if (like := nearest(reference.target, addresses))
                else "Kiểm tra lại đường liên kết.",
            )
            for reference in manuscript.body.references
            if _can_be_missed(reference) and reference.target not in addresses
        )
        problems = manuscript.problems + problems
        yield replace(manuscript, problems=problems)


def _can_be_missed(reference: Reference) -> bool:
    """Whether the reference is an address that is known before pages are made."""
    if reference.kind is ReferenceKind.LISTING:
        return reference.target.startswith(("/chuyen-muc/", "/to/")) and (
            reference.target.count("/") == 3
        )
    return reference.kind is ReferenceKind.ARTICLE and reference.target.startswith("/")
