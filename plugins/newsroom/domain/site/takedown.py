"""The rule that an edition which takes nearly everything down is not an everyday build.

A clock that was set back, a plan that lost its board, a folder that was deleted by mistake: each
empties the site, and each looks to the gate like any other day. Issue 14, point 2.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from ..approval.blocker import BlockerFamily, BlockerKind
from ..section import RESERVED_SLUGS
from .article_record import ArticleRecord
from .publication import Evaluation

# More than one in ten, and at least so many, is more than a day's tidying.
SHARE, AT_LEAST = 10, 5
_OF_THE_SOFTWARE = {f"{name}/" for name in RESERVED_SLUGS}


# The addresses of what somebody wrote and approved: articles, documents, standing pages.
ITEM = r"tin-bai/\d{4}/\d{2}/[^/\"\n]+/|van-ban/\d{4}/[^/\"\n]+/|[^/\"\n]+/"
_ITEM_FILE = re.compile(rf"^({ITEM})index\.html$", re.MULTILINE)


@dataclass(frozen=True, kw_only=True)
class ShownEdition:
    """An edition: its day (None where it is not known), and the addresses of the articles,
    documents and pages that it shows."""

    on: date | None
    addresses: frozenset[str]


class HeldBack(NamedTuple):
    """The items that the content withholds, by address: by a decision, for errors alone, and why
    each does not appear.

    An old address goes by the decision on its item. `answered` are those that lead to public items.
    """

    decided: frozenset[str] = frozenset()
    broken: frozenset[str] = frozenset()
    why: Mapping[str, BlockerKind] = {}
    answered: frozenset[str] = frozenset()


class Gone(NamedTuple):
    """An address that goes without a decision, and why; None where nothing is written for it."""

    address: str
    why: BlockerKind | None


@dataclass(frozen=True, kw_only=True)
class Takedown:
    """The reasons why an edition is not an everyday one; without any it is.

    `on` is its day and `last_on` that of the last edition, where it is a later one; `approved` the
    number of approved articles, where the edition shows none; `gone` is what goes without a
    decision, where that is too much, of `shown` addresses that stood. `decided` are the addresses
    that go by a decision, and wait for the answer.
    """

    on: date
    last_on: date | None
    approved: int
    gone: tuple[Gone, ...]
    shown: int
    decided: tuple[str, ...]

    @property
    def is_everyday(self) -> bool:
        return not (self.last_on or self.approved or self.gone)


def takedown(last: ShownEdition | None, evaluation: Evaluation) -> Takedown:
    """The edition that an evaluation makes, held against the one that stands, if one does."""
    public = evaluation.publication
    addresses = frozenset(record.url for record in public.content_items)
    last = last or ShownEdition(on=None, addresses=frozenset())
    is_empty = not public.articles
    return replace(
        taken_from(last, ShownEdition(on=public.today, addresses=addresses), held_back(evaluation)),
        approved=sum(map(claims_approval, evaluation.newsroom.articles)) if is_empty else 0,
    )


def taken_from(last: ShownEdition, coming: ShownEdition, held: HeldBack) -> Takedown:
    """Hold an edition that is made already against the one that stands, here or on a host."""
    before = last.addresses
    lost = sorted(before - coming.addresses - held.answered)
    explained = held.decided | held.broken
    unexplained = unexplained_among(lost, coming.addresses - before, explained)
    gone = tuple(Gone(address, held.why.get(address)) for address in unexplained)
    is_earlier = bool(last.on and coming.on and coming.on < last.on)
    return Takedown(
        on=coming.on or date.min,
        last_on=last.on if is_earlier else None,
        approved=0,
        gone=gone if are_too_many(unexplained, before) else (),
        shown=len(before),
        decided=tuple(address for address in lost if address in held.decided),
    )


def held_back(evaluation: Evaluation) -> HeldBack:
    withheld = evaluation.withheld
    decided = [held.record for held in withheld if is_decided(held.record)]
    return HeldBack(
        decided=frozenset(record.url for record in decided) | _former(decided),
        # Of errors every publication asks by itself: who goes on was told of these.
        broken=frozenset(held.record.url for held in withheld if held.is_broken_only),
        why={held.record.url: held.record.reasons[0].kind for held in withheld},
        answered=_former(evaluation.publication.content_items),
    )


def _former(records: Iterable[ArticleRecord]) -> frozenset[str]:
    return frozenset(old.as_url for record in records if record.former for old in record.former)


def addresses_among(paths: Iterable[str]) -> frozenset[str]:
    """The addresses of articles, documents and standing pages among the files of an edition."""
    return without_lists(_ITEM_FILE.findall("\n".join(paths)))


def without_lists(addresses: Iterable[str]) -> frozenset[str]:
    """The addresses but those at which the software puts pages of its own."""
    return frozenset(addresses) - _OF_THE_SOFTWARE


def kind_of(address: str) -> str:
    """The first word of an address, which tells an article from a document; empty for a page."""
    first, _, rest = address.partition("/")
    return first if rest else ""


def is_decided(record: ArticleRecord) -> bool:
    """True where somebody withdrew the item, or returned it and nobody approved it since."""
    return any(reason.kind.family is BlockerFamily.DECISION for reason in record.reasons)


def unexplained_among(
    lost: Iterable[str], come: Iterable[str], decided: Collection[str]
) -> tuple[str, ...]:
    """The addresses that go without a decision. What stands at a new day (`come`) only moved."""
    moved = Counter(map(_slug, come))
    found = []
    for address in lost:
        if address in decided:
            continue
        if moved[_slug(address)]:
            moved[_slug(address)] -= 1
        else:
            found.append(address)
    return tuple(found)


def are_too_many(gone: Collection[str], shown: Collection[str]) -> bool:
    """True where these, of all that was shown or of one kind of it, are more than everyday."""
    parts = [(len(gone), len(shown))]
    if len(gone) >= AT_LEAST:
        gone_by, shown_by = Counter(map(kind_of, gone)), Counter(map(kind_of, shown))
        parts += [(lost, shown_by[kind]) for kind, lost in gone_by.items()]
    return any(lost >= AT_LEAST and lost * SHARE > stood for lost, stood in parts)


def claims_approval(record: ArticleRecord) -> bool:
    """True where it has the approvals that it needs, and yet does not count as approved today.

    One that only waits for its date is as it should be.
    """
    kinds = {reason.kind for reason in record.reasons}
    families = {kind.family for kind in kinds}
    is_void = BlockerFamily.VOID_APPROVAL in families
    lacks_one = BlockerKind.MISSING_ROLE in kinds and not is_void
    is_due = families != {BlockerFamily.DATE}
    is_settled = not families.isdisjoint({BlockerFamily.DECISION, BlockerFamily.TEXT})
    return is_due and not is_settled and not lacks_one


def _slug(address: str) -> str:
    return address.rstrip("/").rpartition("/")[2]
