"""The address of an item, from the text of its file alone."""

from ...domain.content.content_item import Article, ContentKind, StandingPage
from ...domain.content.document import Document
from ...domain.text.dates import NotADate, parse_moment
from ...vocabulary.fields.shared_fields import SharedField
from ..folder.scan import kind_of
from ..header.header import read_header
from ..text.text_file import UnreadableText, read_text
from .item_file import ItemFile


def address_in(path: str, content: bytes) -> str:
    """The address at which a file of that path and content stands; empty where it says no day."""
    try:
        text, *_ = read_text(content, path)
    except UnreadableText as error:
        text = error.guess
    kind = kind_of(path)
    file = ItemFile(path=path, label=path, header=read_header(text, path, kind))
    if kind is ContentKind.PAGE:
        return StandingPage(path=path, slug=file.slug, title="").url
    try:
        on, _ = parse_moment(file.header.text(SharedField.DATE))
    except NotADate:
        return ""
    made = Article if kind is ContentKind.ARTICLE else Document
    return made(path=path, slug=file.slug, title="", on=on).url
