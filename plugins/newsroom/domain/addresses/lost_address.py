"""Public addresses at which nothing would answer: where their items went, or why they are kept."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from ..approval.blocker import BlockerKind
from ..site.article_record import ArticleRecord
from ..site.publication import Evaluation
from ..site.takedown import ShownEdition, held_back, kind_of

# Asked only where an address is lost and no item of that name is new: old address -> path.
Renamed = Callable[[Collection[str], Collection[str]], Mapping[str, str]]


@dataclass(frozen=True, kw_only=True)
class LostAddress:
    """An address that readers know, and that an edition would answer no more.

    `moved_to` is the path of the item that stood there and stands elsewhere now; `why` the reason
    for which it is withheld where it is. With neither, nothing is known of it.
    """

    address: str
    moved_to: str = ""
    why: BlockerKind | None = None


def lost_addresses(
    last: ShownEdition, evaluation: Evaluation, renamed: Renamed
) -> tuple[LostAddress, ...]:
    """The addresses of the last edition that are lost, but for what somebody decided on.

    A date that was corrected leaves the name, so the one new item of that name has moved; for the
    others `renamed` is asked, with the addresses and the paths of new items.
    """
    public = evaluation.publication
    lost = last.addresses - {record.url for record in public.content_items}
    if not lost:
        return ()
    held = held_back(evaluation)
    lost -= held.decided | held.answered | {gone.url for gone in public.removed}
    if not lost:
        return ()
    new = [
        record
        for record in evaluation.newsroom.content_items
        if record.url not in last.addresses and record.url not in held.decided
    ]
    moved = _of_one_name(lost - held.why.keys(), new)
    unknown = lost - held.why.keys() - moved.keys()
    if unknown and new:
        free = [record.path for record in new if record.path not in {*moved.values()}]
        moved = {**moved, **renamed(unknown, free)}
    return tuple(
        LostAddress(address=address, moved_to=moved.get(address, ""), why=held.why.get(address))
        for address in sorted(lost)
    )


def line_to_add(address: str) -> str:
    """The old address as it is typed: `/tin-bai/2026/10/a/`."""
    return f"/{address}"


def _of_one_name(lost: Iterable[str], new: Iterable[ArticleRecord]) -> dict[str, str]:
    """The new items that alone have the name of a lost address, and that no other address has."""
    items: dict[tuple[str, str], list[str]] = {}
    for record in new:
        items.setdefault((kind_of(record.url), record.slug), []).append(record.path)
    names: dict[tuple[str, str], list[str]] = {}
    for address in lost:
        name = address.rstrip("/").rpartition("/")[2]
        names.setdefault((kind_of(address), name), []).append(address)
    return {
        addresses[0]: items[name][0]
        for name, addresses in names.items()
        if len(addresses) == len(items.get(name, ())) == 1
    }
