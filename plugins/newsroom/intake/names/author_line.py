"""The authors whom a line of the header names."""

from ...domain.message import Message
from ...domain.plan.group import Person
from ...domain.plan.plan import Plan
from .typed_names import names_in


def read_authors(
    value: str, key: str, plan: Plan
) -> tuple[tuple[Person, ...], list[tuple[Message, str]]]:
    """The authors of a line, each once; for what is none a message and its remedy."""
    names = names_in(value, plan.people)
    if names and all(len(found) == 1 for _, found in names):
        return tuple({found[0].code: found[0] for _, found in names}.values()), []
    # Their rules are needed where somebody typed more than names.
    from .author_doubts import doubts_about
    from .typed_people import people_in

    pieces = people_in(value, plan.people, plan.group_register)
    # What two bear is neither's.
    alone = (piece.found[0] for piece in pieces if len(piece.found) == 1)
    found = {person.code: person for person in alone}
    doubts = list(doubts_about(pieces, key, plan))
    if not found and not doubts:
        doubts = [
            (
                Message("NR-NAME-006", f"Dòng {key} chưa ghi tên ai."),
                "Ghi họ tên người viết, như trong kế hoạch.",
            )
        ]
    return tuple(found.values()), doubts
