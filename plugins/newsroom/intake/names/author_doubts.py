"""Doubts about a line of authors, and the whole line to type instead, losing nobody."""

from collections.abc import Iterator, Sequence

from ...domain.message import Message
from ...domain.names.register import Register
from ...domain.plan.group import Person
from ...domain.plan.plan import Plan
from ...vocabulary.words import asked_in_words
from .typed_people import Meant, NamePiece

Doubt = tuple[Message, str]
_NOBODY = Message("NR-NAME-001", "Không có người “{text}” trong {path}.")


def doubts_about(pieces: Sequence[NamePiece], key: str, plan: Plan) -> Iterator[Doubt]:
    """A message with its remedy for each piece of a line of authors that names nobody for sure."""
    line = _corrected(pieces, key, plan.people)
    names_nobody = all(piece.meant is Meant.REMARK for piece in pieces)
    for piece in pieces:
        text = piece.text
        match piece.meant:
            case Meant.SEVERAL:
                codes = " hoặc ".join(one.code for one in piece.found)
                yield Message("NR-NAME-002", f"Có nhiều người tên “{text}”."), f"Ghi mã: {codes}."
            case Meant.UNKNOWN:
                yield (
                    _NOBODY.format(text=text, path=plan.path),
                    _of_stranger(text, line, plan),
                )
            case Meant.REMARK if names_nobody:
                yield (
                    _NOBODY.format(text=text, path=plan.path),
                    _of_stranger(text, "", plan),
                )
            case Meant.GROUP:
                yield (
                    Message("NR-NAME-003", f"“{text}” là tổ, không phải tên người viết."),
                    f"Ghi họ tên người viết ở dòng này; tổ thì ghi ở dòng  tổ: {text}",
                )
            case Meant.CLASS:
                yield (
                    Message("NR-NAME-004", f"“{text}” ở dòng {key} không phải là tên người."),
                    line.strip(),
                )
            case Meant.OUTSIDER:
                yield (
                    Message("NR-NAME-005", f"“{text}” không có tên trong {plan.path}."),
                    f"{line.strip()}  rồi ghi “{text}” ở cuối bài; hoặc thêm vào mục “cộng tác"
                    f" viên” của {plan.path}."
                    if line
                    else f"Ghi người trong kế hoạch đã gửi bài ở dòng này, “{text}” thì ghi ở"
                    f" cuối bài; hoặc thêm vào mục “cộng tác viên” của {plan.path}.",
                )


def _of_stranger(text: str, line: str, plan: Plan) -> str:
    if asked := asked_in_words(plan.people.near(text)):
        return f"{asked}{line}"
    return f"Kiểm tra họ tên, hoặc thêm người này vào {plan.path}."


def _corrected(pieces: Sequence[NamePiece], key: str, people: Register[Person]) -> str:
    """`  Ghi:  tác giả: …` with everybody; nothing where somebody is not known for certain."""
    names: list[str] = []
    for piece in pieces:
        if piece.meant is Meant.PERSON:
            names.append(_name_of(piece.found[0], people))
        elif piece.meant in (Meant.UNKNOWN, Meant.SEVERAL, Meant.GROUP):
            near = people.near(piece.text)
            if len(near) != 1:
                return ""
            names.append(near[0])
    return f"  Ghi:  {key}: {', '.join(dict.fromkeys(names))}" if names else ""


def _name_of(person: Person, people: Register[Person]) -> str:
    is_plain = people.find(person.name) == (person,) and "," not in person.name
    return person.name if is_plain else person.code
