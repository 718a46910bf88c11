"""The table of the handbook that tells which lines a header may have, and how to write them."""

from collections.abc import Iterator
from typing import assert_never

from ...domain.content.content_item import ContentKind
from ..header import FIELDS
from .choices import fixed_words
from .declaration import FieldDeclaration, Need, WrittenBy

_HEAD = ("Khóa", "Cách ghi", "Ví dụ", "Bắt buộc?")


def table_of(kind: ContentKind) -> str:
    """The table for items of one kind, in Markdown."""
    rows = [_HEAD, ("---",) * len(_HEAD), *map(_row, FIELDS[kind].values())]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows).replace("| --- ", "|---") + "\n"


def _row(field: FieldDeclaration) -> tuple[str, ...]:
    return (f"`{field.key}`", ". ".join(_hints(field)), f"`{field.example}`", need_in_words(field))


def _hints(field: FieldDeclaration) -> Iterator[str]:
    if words := fixed_words(field.kind):
        yield ", ".join(f"`{word}`" for word in words)
    yield field.hint
    if field.see:
        yield f"[Xem thêm]({field.see})"


def need_in_words(field: FieldDeclaration) -> str:
    """The need of a line, and what is taken where it is missing."""
    match field.need:
        case Need.REQUIRED:
            return "**có**"
        case Need.WITH_IMAGES:
            return "**có**, nếu bài có ảnh"
        case Need.ADVISED:
            return "không, nhưng nên có"
        case Need.OPTIONAL:
            if field.written_by is WrittenBy.BOARD:
                return "người viết không ghi"
            return f"không; bỏ trống là *{field.if_empty}*" if field.if_empty else "không"
        case _:
            assert_never(field.need)
