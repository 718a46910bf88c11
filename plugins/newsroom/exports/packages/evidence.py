"""The evidence sheet of a group (minh chứng): each article with its day, address and picture."""

import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ...domain.content.submission import SubmissionKind
from ...domain.site.article_record import ArticleRecord
from ...domain.text.dates import in_numbers
from ..office.paper import set_in, table
from ..reports.article_list import list_rows

if TYPE_CHECKING:
    from docx.document import Document

_WIDTHS = (1.4, 3.4, 6.5, 5.2)
THUMBNAIL_CM, THUMBNAIL_PIXELS = 3.0, 320


def evidence(
    paper: "Document", articles: Sequence[ArticleRecord], small: Mapping[str, bytes], site: str
) -> None:
    """Its table, at the end of a document. `small` are thumbnails by the path of the picture."""
    from docx.shared import Cm

    rows = [
        (row[0], "", f"{row[1]}\n{row[2]} – {row[4]} – {row[5]}", _where(article, site))
        for row, article in zip(list_rows(articles), articles, strict=True)
    ]
    made = table(paper, ("STT", "Ảnh", "Bài, người viết", "Ngày đăng, địa chỉ"), rows, _WIDTHS)
    for row, article in zip(made.rows[1:], articles, strict=True):
        picture = small.get(first_picture(article))
        line = row.cells[1].paragraphs[0]
        if picture:
            line.add_run().add_picture(io.BytesIO(picture), width=Cm(THUMBNAIL_CM))
        else:
            set_in(line, "(không có ảnh)", size=11, is_italic=True)


def first_picture(article: ArticleRecord) -> str:
    return article.cover or next(iter(article.pictures), "")


def _where(article: ArticleRecord, site: str) -> str:
    carried = (
        f"Được {sent.office.name} đăng ngày {in_numbers(sent.on)}: {sent.link}"
        for sent in article.sent(SubmissionKind.CARRIED)
    )
    return "\n".join((in_numbers(article.on), f"{site}/{article.url}", *carried))
