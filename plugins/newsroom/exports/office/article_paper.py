"""One article on paper: as a Word document with its pictures, and as plain text."""

import io
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from ...domain.site.article_record import ArticleRecord
from ...domain.text.dates import in_numbers
from ...vocabulary.genres import GENRES
from ...vocabulary.words import shown
from .article_blocks import Block, PaperTable, Shown, Text
from .paper import new_paper, paragraph, saved, table

if TYPE_CHECKING:
    from docx.document import Document

_PICTURE_WIDTH_CM = 13


def article_paper(
    article: ArticleRecord,
    blocks: Sequence[Block],
    pictures: Mapping[str, tuple[str, bytes]],
    site: str,
    today: date,
) -> bytes:
    """The article as a document. `pictures` have the file name and content of each, by path."""
    paper = new_paper(article.title, today)
    paragraph(paper, article.title, align="center", size=16, is_bold=True)
    paragraph(paper, by_line(article), align="center", is_italic=True)
    if article.summary:
        paragraph(paper, article.summary, is_bold=True)
    left = dict(pictures)
    if article.cover in left and not _is_in_text(article.cover, blocks):
        _picture(paper, *left.pop(article.cover), "")
    for block in blocks:
        match block:
            case Text(kind, pieces):
                line = paragraph(paper, "• " if kind == "item" else "")
                line.paragraph_format.keep_with_next = kind == "heading" or None
                for piece in pieces:
                    run = line.add_run(piece.words)
                    run.bold = piece.is_bold or kind == "heading"
                    run.italic = piece.is_italic or kind == "caption"
            case Shown(path, alt) if path in left:
                _picture(paper, *left.pop(path), alt)
            case PaperTable(rows):
                widest = max(map(len, rows))
                filled = [(*row, *("" for _ in range(widest - len(row)))) for row in rows]
                table(paper, filled[0], filled[1:], [16.5 / widest] * widest)
    paragraph(paper, f"Nguồn: {site}/{article.url}", align="left", size=12, is_italic=True)
    return saved(paper, today)


def _picture(paper: "Document", name: str, content: bytes, alt: str) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm

    line = paper.add_paragraph()
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    line.add_run().add_picture(io.BytesIO(content), width=Cm(_PICTURE_WIDTH_CM))
    words = f"[{name}] {alt}".strip()
    paragraph(paper, words, align="center", size=12, is_italic=True)


def article_text(
    article: ArticleRecord, blocks: Sequence[Block], names: Mapping[str, str], site: str
) -> str:
    """The article as plain text, for whoever pastes it elsewhere. `names` are those of pictures."""
    parts = [article.title.upper(), by_line(article), article.summary]
    if article.cover in names and not _is_in_text(article.cover, blocks):
        parts.append(f"[Ảnh: {names[article.cover]}]")
    for block in blocks:
        match block:
            case Text(kind, _):
                parts.append(f"- {block.words.strip()}" if kind == "item" else block.words.strip())
            case Shown(path, alt) if path in names:
                parts.append(f"[Ảnh: {names[path]}] {alt}".strip())
            case PaperTable(rows):
                parts.append("\n".join(" | ".join(row) for row in rows))
    parts.append(f"Nguồn: {site}/{article.url}")
    # Notepad on an old Windows ends its lines so.
    return "\ufeff" + "\n\n".join(filter(None, parts)).replace("\n", "\r\n") + "\r\n"


def _is_in_text(picture: str, blocks: Sequence[Block]) -> bool:
    return any(isinstance(block, Shown) and block.path == picture for block in blocks)


def by_line(article: ArticleRecord) -> str:
    """The by-line: who wrote it, for which group, what it is and when it came out."""
    names = ", ".join(ref.name for ref in article.authors)
    groups = ", ".join(ref.name for ref in article.groups)
    genre = shown(GENRES, article.genre).capitalize()
    return " – ".join(filter(None, (names, groups, genre, in_numbers(article.on))))
