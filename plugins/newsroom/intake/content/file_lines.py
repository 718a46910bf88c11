"""Where a manuscript names the files that it offers."""

from pathlib import Path

from ...domain.site.article_record import Docket
from ...domain.site.publication import Newsroom
from ..header.header import read_header
from ..text.text_file import UnreadableText, decode


def lines_of_files(newsroom: Newsroom, docket: Docket) -> dict[str, int]:
    """The line on which a manuscript names each of its files: in its text, else in its header."""
    manuscript = newsroom.read(docket.path)
    lines = {r.target: r.line for r in reversed(list(manuscript.body.references))}
    try:
        text = decode(Path(newsroom.place(docket.path)).read_bytes())
    except UnreadableText:
        return lines
    header = read_header(text, "", manuscript.manuscript_kind)
    for path in docket.files:
        lines.setdefault(path, header.line("files"))
    return lines
