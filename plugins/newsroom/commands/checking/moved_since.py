"""Public addresses that moved between two commits, told where no edition stands."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from ...domain.addresses.former_address import address_of
from ...domain.approval.blocker import BlockerFamily
from ...domain.approval.gate import judge
from ...domain.content.content_item import ContentItem
from ...domain.plan.plan import Plan
from ...domain.problem import Problem
from ...exports.findings.lost_addresses import moved_problem
from ...provenance.git_history import History
from ...provenance.past_versions import is_item


def moved_since(
    history: History,
    item_at: Callable[[str, str], ContentItem | None],
    plans: Sequence[Plan],
    now: datetime,
    label: Callable[[str], str],
) -> Iterator[Problem]:
    """A piece of advice for each item that was public and does not tell its old address.

    `item_at` gives the item at a commit and a path. What somebody decided to take down is meant.
    """
    for path in sorted(filter(is_item, history.touched & history.was.keys())):
        before = item_at(history.start, path)
        if before is None or judge(before, plans, now).reasons:
            continue
        after = item_at(history.head, history.path_now(path))
        if after is None or after.url == before.url:
            continue
        why = {reason.kind.family for reason in judge(after, plans, now).reasons}
        told = {former.address for former in after.former_addresses}
        if BlockerFamily.DECISION not in why and address_of(before.url) not in told:
            yield moved_problem(label(after.path), before.url)
