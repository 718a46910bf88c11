"""The rule that going back to an earlier edition brings nothing back that somebody decided on."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from ..approval.blocker import BlockerKind
from .publication import Evaluation

# Families are asked, not the publisher.
_DECIDED = (BlockerKind.WITHDRAWN, BlockerKind.RETURNED, BlockerKind.NO_CONSENT)


class Objection(NamedTuple):
    """Something in an edition that is not public today: its address there, the item it comes
    from (empty where there is none any more), and the gravest reason."""

    address: str
    path: str
    why: BlockerKind | None

    @property
    def is_decided(self) -> bool:
        """True where somebody said no. All else may be a mishap, which going back would mend."""
        return self.why in _DECIDED


def objections(addresses: Collection[str], evaluation: Evaluation) -> Iterator[Objection]:
    """The objections to what an edition shows at these addresses and today's content does not."""
    public = {record.url for record in evaluation.publication.content_items}
    held = {one.record.url: one.record for one in evaluation.withheld}
    for address in sorted({*addresses} - public):
        record = held.get(address)
        kinds = {reason.kind for reason in record.reasons} if record else set()
        why = next((kind for kind in (*_DECIDED, *BlockerKind) if kind in kinds), None)
        yield Objection(address, record.path if record else "", why)
