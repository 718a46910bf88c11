"""The list of a photo package as a workbook, and its contact sheet with all pictures small."""

from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from html import escape
from itertools import groupby
from typing import NamedTuple

from ...domain.content.content_item import Article
from ...domain.content.photo_package import Consent
from ...domain.content.ref import Ref
from ...domain.plan.school import School
from ...domain.records.photo_archive import Shot
from ...domain.site.article_record import ArticleRecord
from ...domain.site.publication import Newsroom
from ...domain.text.dates import in_numbers
from ...vocabulary import labels
from ...vocabulary.content import CONSENTS
from ...vocabulary.publisher import nouns_of
from ...vocabulary.words import shown
from ..office.captions import ImageWords, words_of_pictures
from ..office.workbook import Book, Value, linked

_WIDTHS = (6, 44, 12, 40, 24, 24, 36, 36, 44, 44, 18, 14)


class PhotoEntry(NamedTuple):
    """A picture of the package with all that is known of it."""

    shot: Shot
    words: ImageWords
    consent: str


def entries(shots: Sequence[Shot], newsroom: Newsroom) -> list[PhotoEntry]:
    """The entries of the list for these pictures; each article is read once."""
    read = {shot.article.path: shot.article for shot in shots}
    words = {path: words_of_pictures(newsroom.text(path)) for path in read}
    consents = {path: _consent(newsroom, path) for path in read}
    return [
        PhotoEntry(
            shot,
            words[shot.article.path].get(shot.path, ImageWords()),
            consents[shot.article.path],
        )
        for shot in shots
    ]


def _consent(newsroom: Newsroom, path: str) -> str:
    article = newsroom.read(path)
    given = article.consent if isinstance(article, Article) else Consent.UNSTATED
    return shown(CONSENTS, given) if given in CONSENTS else "chưa ghi"


def photo_list(title: str, rows: Sequence[PhotoEntry], school: School, today: date) -> bytes:
    """A row for each picture, in the order of the package. Text is never a formula."""
    book = Book(title, today)
    sheet = book.sheet("Danh sách ảnh", _WIDTHS)
    sheet.head(title, f"Lập ngày {in_numbers(today)}; {len(rows)} ảnh.")
    head = (
        *(
            "STT",
            "Tên tệp ảnh",
            labels.DAY,
            "Sự kiện",
            nouns_of(school).group_heading,
            labels.AUTHOR,
        ),
        *("Chú thích", "Mô tả", labels.ARTICLE, "Địa chỉ bài", "Đồng ý hình ảnh", "Tình trạng bài"),
    )
    sheet.table(
        head,
        [_row(number, row, school.site_url) for number, row in enumerate(rows, start=1)],
        is_filtered=True,
    )
    return book.finished()


def _row(number: int, row: PhotoEntry, site_url: str) -> tuple[Value, ...]:
    article = row.shot.article
    return (
        number,
        row.shot.file,
        article.on if article.is_dated else "",
        article.title,
        _names(article.groups),
        _names(article.authors),
        row.words.caption,
        row.words.description,
        article.path,
        linked(f"{site_url}/{article.url}" if article.is_public else ""),
        row.consent,
        "đã đăng" if article.is_public else "chưa đăng",
    )


def _names(refs: Sequence[Ref]) -> str:
    return ", ".join(ref.name for ref in refs)


_STYLE = """\
@page { size: A4; margin: 12mm; }
* { box-sizing: border-box; }
body { font: 11pt/1.35 "Times New Roman", serif; margin: 0 auto; padding: 4mm; max-width: 190mm; }
h1 { font-size: 16pt; margin: 0; }
h2 { font-size: 14pt; margin: 6mm 0 0; border-bottom: 1px solid #000; }
h3 { font-size: 12pt; margin: 4mm 0 2mm; }
h1, h2, h3 { break-after: avoid; }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 3mm;
  grid-template-columns: repeat(4, minmax(0, 1fr)); }
li { break-inside: avoid; font-size: 8.5pt; overflow-wrap: anywhere; }
img { display: block; width: 100%; height: 30mm; object-fit: contain; background: #eee; }
@media print { body { padding: 0; } }
"""


def contact_sheet(
    title: str, rows: Sequence[PhotoEntry], small: Callable[[Shot], bytes], today: date
) -> bytes:
    """All pictures small on pages of A4, by group and event: one file that any browser prints."""
    return "".join(_sheet(title, rows, small, today)).encode()


def _sheet(
    title: str, rows: Sequence[PhotoEntry], small: Callable[[Shot], bytes], today: date
) -> Iterator[str]:
    yield '<!doctype html>\n<html lang="vi">\n<meta charset="utf-8">\n'
    yield f"<title>{escape(title)}</title>\n"
    yield f"<style>\n{_STYLE}</style>\n<h1>{escape(title)}</h1>\n"
    yield f"<p>Lập ngày {in_numbers(today)}; {len(rows)} ảnh.</p>\n"
    for group, of_group in groupby(rows, key=lambda row: row.shot.group):
        yield f"<h2>{escape(group.name)}</h2>\n"
        for article, of_article in groupby(of_group, key=lambda row: row.shot.article):
            yield f"<h3>{escape(_heading(article))}</h3>\n<ul>\n"
            for row in of_article:
                yield _item(row, small(row.shot))
            yield "</ul>\n"


def _heading(article: ArticleRecord) -> str:
    day = f"{in_numbers(article.on)}: " if article.is_dated else ""
    return f"{day}{article.title}"


def _item(row: PhotoEntry, small: bytes) -> str:
    picture = b64encode(small).decode()
    words = f"<br>{escape(row.words.caption)}" if row.words.caption else ""
    return (
        f'<li><img src="data:image/jpeg;base64,{picture}" alt="{escape(row.words.description)}">'
        f"{escape(row.shot.file)}{words}</li>\n"
    )
