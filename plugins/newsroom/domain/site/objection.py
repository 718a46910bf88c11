"""The rule that going back to an earlier edition brings nothing back that somebody decided on."""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from ..approval.blocker import ReasonKind
from .publication import Review

# Families are asked, not the publisher.
_DECIDED = (ReasonKind.WITHDRAWN, ReasonKind.RETURNED, ReasonKind.NO_CONSENT)


class Objection(NamedTuple):
    """Something in an edition that is not public today: its address there, the manuscript it comes
    from (empty where there is none any more), and the gravest reason."""

    address: str
    path: str
    why: ReasonKind | None

    @property
    def is_decided(self) -> bool:
        """Whether somebody said no. All else may be a mishap, which going back would mend."""
        return self.why in _DECIDED


def objections(addresses: Collection[str], review: Review) -> Iterator[Objection]:
    """What an edition shows at these addresses and today's content does not."""
    public = {docket.url for docket in review.publication.manuscripts}
    held = {one.docket.url: one.docket for one in review.withheld}
    for address in sorted({*addresses} - public):
        docket = held.get(address)
        kinds = {reason.kind for reason in docket.why()} if docket else set()
        why = next((kind for kind in (*_DECIDED, *ReasonKind) if kind in kinds), None)
        yield Objection(address, docket.path if docket else "", why)


def decided_only(found: Iterable[Objection]) -> list[Objection]:
    return [one for one in found if one.is_decided]
