"""The lines on which an item names the files that it offers."""

from pathlib import Path

from ...domain.site.article_record import ArticleRecord
from ...domain.site.publication import Newsroom
from ...vocabulary.fields.document_fields import DocumentField
from ..header.header import read_header
from ..text.text_file import UnreadableText, decode


def lines_of_files(newsroom: Newsroom, record: ArticleRecord) -> dict[str, int]:
    """The line on which an item names each of its files: in its text, else in its header."""
    item = newsroom.read(record.path)
    lines = {r.target: r.line for r in reversed(list(item.body.references))}
    try:
        text = decode(Path(newsroom.place(record.path)).read_bytes())
    except UnreadableText:
        return lines
    header = read_header(text, "", item.content_kind)
    for path in record.files:
        lines.setdefault(path, header.line(DocumentField.FILES))
    return lines
