"""Putting one line into the header of a file, with every other byte left as it is."""

import re

from ...domain.content.content_item import ContentKind
from ...domain.text.vietnamese import clean
from ...vocabulary.fields.declaration import HeaderField
from ..text.text_file import decode
from .header import Header, key_of, read_header

_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_LINE_END = re.compile(rb"(?:\r\n|\r|\n)\Z")
# How a writer sets off each key: indented, behind bullets, or not at all.
_LEAD = re.compile(rb"[ \t]*(?:(?:[-*+]|\xe2\x80\x93|\xe2\x80\x94|\xe2\x80\xa2)[ \t]+)?")


class CannotInsert(Exception):
    """No line can be put in so that the rest still reads as before."""


def with_fact(
    content: bytes, field: HeaderField, value: str, kind: ContentKind = ContentKind.ARTICLE
) -> bytes:
    """The file with `key: value` behind the last fact of its header, in the style of the others.

    Exactly one line is added; line ends, marks and encoding of the rest stay. Raises
    UnreadableText, and CannotInsert where the new file would not be read as the old one and that
    line.
    """
    before = read_header(decode(content), "", kind)
    lines = _LINE.findall(content)
    place = before.end_line - 1
    fact = f"{key_of(field, kind)}: {clean(value)}".encode()
    line = _lead(before, lines) + fact
    ending = _ending(lines, place)
    if place and place <= len(lines) and not _LINE_END.search(lines[place - 1]):
        # The last line of a file that ends without a line end gets none now either.
        line, ending = ending + line, b""
    after = b"".join([*lines[:place], line + ending, *lines[place:]])
    if not _says_as_before(before, read_header(decode(after), "", kind), field, clean(value)):
        raise CannotInsert(fact.decode())
    return after


def _lead(header: Header, lines: list[bytes]) -> bytes:
    """The bytes that stand before the first key of the header."""
    if not header.entries:
        return b""
    found = _LEAD.match(lines[header.entries[0].line - 1].removeprefix(b"\xef\xbb\xbf"))
    return found[0] if found else b""


def _ending(lines: list[bytes], place: int) -> bytes:
    """The line end that the neighbours have."""
    near = (*reversed(lines[:place]), *lines[place:])
    found = (_LINE_END.search(line) for line in near)
    return next((end[0] for end in found if end), b"\n")


def _says_as_before(before: Header, after: Header, field: str, value: str) -> bool:
    old = [(entry.field, entry.value) for entry in before.entries]
    new = [(entry.field, entry.value) for entry in after.entries]
    return (
        new == [*old, (field, value)]
        and after.body == before.body
        and after.body_line == before.body_line + 1
        and [p.message for p in after.problems] == [p.message for p in before.problems]
    )
