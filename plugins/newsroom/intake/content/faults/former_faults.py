"""Old addresses that two items claim, or at which an item stands."""

from collections.abc import Callable, Iterator, Sequence

from ....domain.addresses.former_address import address_of, key_of
from ....domain.message import Message
from ....domain.problem import Level, Problem
from ....domain.site.article_record import ArticleRecord


def former_faults(
    records: Sequence[ArticleRecord], label: Callable[[str], str]
) -> Iterator[tuple[str, Problem]]:
    """A warning, with the path of its item, for each line that leads nobody to that item.

    The public one holds what two claim; of two alike, the first by path.
    """
    claiming = [record for record in records if record.former]
    if not claiming:
        return
    every = [former.key for record in claiming for former in record.former]
    claims = {*every}
    standing: dict[str, ArticleRecord] = {}
    for record in records:
        key = key_of(address_of(record.url))
        if key in claims and (record.is_public or record.removed):
            standing[key] = record
    if not standing and len(claims) == len(every):
        return
    holders: dict[str, ArticleRecord] = {}
    for record in sorted(claiming, key=lambda one: (not one.is_public, one.path)):
        for former in record.former:
            there = standing.get(former.key)
            holder = holders.setdefault(former.key, record)
            if there is record or (there and address_of(there.url) != former.address):
                # Its own address, as after a name that was taken back; or another to most hosts.
                continue
            if there:
                fault = _standing(former.address, label(there.path))
            elif holder is not record:
                fault = _claimed(former.address, label(holder.path))
            else:
                continue
            yield record.path, Problem(label(record.path), former.line, *fault, Level.WARNING)


def _standing(address: str, other: str) -> tuple[Message, str]:
    return (
        Message("NR-ADDRESS-005", f"Địa chỉ cũ {address} nay là địa chỉ của {other}."),
        "Bỏ dòng này: người mở địa chỉ ấy đang đọc bài kia.",
    )


def _claimed(address: str, other: str) -> tuple[Message, str]:
    return (
        Message("NR-ADDRESS-006", f"Địa chỉ cũ {address} đã ghi ở {other}."),
        "Bỏ dòng này, hoặc bỏ dòng ở tệp kia nếu địa chỉ ấy là của bài này.",
    )
