"""The quotas of a plan file: whose, of what, sent where."""

from typing import Any

from ...domain.message import Message
from ...domain.plan.quota import Quota
from ...vocabulary import things
from .plan_names import PlanNames


def read_quota(entry: Any, n: int, names: PlanNames) -> Quota | None:
    """The quota of the n-th entry (a QuotaEntry); None when a name in it is unknown."""
    file, called = names.file, things.QUOTA_ENTRY
    before = len(file.problems)
    if not entry.who:
        file.problem(
            file.line("quotas", n, "who"),
            Message("NR-PLAN-037", "Chỉ tiêu chưa ghi giao cho ai."),
            "Ghi  ai: toàn đơn vị  (tất cả), hoặc  ai: mỗi tổ chuyên môn.",
        )
    destinations = names.destinations(entry.destinations, ("quotas", n, "destinations"), called)
    quota = Quota(
        code=entry.code,
        name=entry.name,
        per=entry.per,
        measure=entry.measure,
        at_least=entry.at_least,
        aim=entry.aim,
        groups=names.groups(entry.who, ("quotas", n, "who"), called),
        genres=frozenset(entry.genres),
        categories=names.categories(entry.categories, ("quotas", n, "categories"), called),
        destinations=destinations,
        destination_lifetimes=names.lifetimes(destinations),
        first=entry.first,
        last=entry.last,
        source=entry.source,
    )
    return quota if len(file.problems) == before else None
