"""Words for the editions that are kept, and for what must not come back with one of them."""

from collections.abc import Iterable

from ...domain.site.objection import Objection
from ...vocabulary.approval import WHY_GONE

SHOWN = 10


def objections_in_words(found: Iterable[Objection], folder: str = "content") -> list[str]:
    """A line for each item, or for each address of which no item is left."""
    by_source = {one.path or one.address: one for one in reversed([*found])}
    lines = sorted(
        f"- /{one.address}"
        + (f" ({folder}/{one.path})" if one.path else "")
        + f": {WHY_GONE[one.why]}"
        for one in by_source.values()
    )
    if len(lines) > SHOWN:
        return [*lines[:SHOWN], f"- và {len(lines) - SHOWN} bài, trang, văn bản nữa"]
    return lines
