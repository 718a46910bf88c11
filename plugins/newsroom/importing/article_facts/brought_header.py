"""The header that a Markdown file brings along: its facts, and the lines that nobody takes over."""

from collections.abc import Iterator

from ...domain.text.dates import NotADate, parse_moment
from ...intake.header.facts import Header
from ...intake.writing.new_article import one_line
from ...vocabulary.fields.article_fields import ArticleField
from ...vocabulary.fields.declaration import HeaderField
from ...vocabulary.fields.shared_fields import SharedField
from ...vocabulary.header import HEADER, field_named
from ...vocabulary.words import shown
from ..handed_in.taken_off import TakenOff, Tells

_TELLS: dict[HeaderField, Tells] = {
    SharedField.TITLE: Tells.TITLE,
    SharedField.GROUPS: Tells.GROUP,
    ArticleField.AUTHORS: Tells.AUTHOR,
    ArticleField.CATEGORY: Tells.CATEGORY,
    ArticleField.GENRE: Tells.GENRE,
    ArticleField.SUMMARY: Tells.SUMMARY,
    ArticleField.SUBMITTED: Tells.DAY,
}
# The families' answer is given by whoever asked them: the writer.
_COPIED: tuple[HeaderField, ...] = (
    *(ArticleField.TAGS, ArticleField.VIDEO, ArticleField.CONSENT, ArticleField.TOPICS),
    SharedField.SLUG,
)
_USED = (*_TELLS, *_COPIED, SharedField.DATE, ArticleField.COVER)


def facts_brought(header: Header | None) -> Iterator[TakenOff]:
    """The facts of the header, to be held against the plan like all others."""
    for field, tells in _TELLS.items():
        if value := _value(header, field):
            yield TakenOff(words="", tells=tells, value=value)


def others_brought(header: Header | None) -> Iterator[tuple[HeaderField, str]]:
    """The lines that are copied as they are."""
    for field in _COPIED:
        if value := _value(header, field):
            yield field, value


def date_brought(header: Header | None) -> str:
    """The day that it gives, if that is one."""
    value = _value(header, SharedField.DATE)
    try:
        parse_moment(value)
    except NotADate:
        return ""
    return value


def cover_brought(header: Header | None) -> str:
    """The name of the picture that it has for its cover."""
    return _value(header, ArticleField.COVER)


def not_copied(header: Header | None) -> list[str]:
    """The lines that nobody but the board writes, and those that are not understood."""
    lines = []
    for entry in header.entries if header else ():
        field = field_named(entry.field)
        if field is None:
            lines.append(" ".join(entry.value.split()))
        elif field not in _USED:
            lines.append(f"{shown(HEADER, field)}: {one_line(entry.value)}")
    return [line for line in lines if line]


def _value(header: Header | None, field: HeaderField) -> str:
    return ", ".join(map(one_line, header.text(field).split("\n"))) if header else ""
