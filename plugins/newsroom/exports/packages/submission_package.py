"""A package for a parent office: articles as Word and plain text, photos, a list, a letter.

Requirements D2, D5, P6, P1: only what the board selected comes here.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from ...domain.plan.school import ParentOffice, School
from ...domain.site.article_record import ArticleRecord
from ...domain.site.publication import Newsroom
from ...domain.text.dates import in_numbers
from ...vocabulary import labels
from ...vocabulary.publisher import nouns_of
from ..office.article_blocks import blocks_of
from ..office.article_paper import article_paper, article_text, by_line
from ..office.paper import new_paper, paragraph, saved, table
from ..reports.article_list import list_rows
from .clean_image import clean_picture

Read = Callable[[str], bytes]


def package(
    newsroom: Newsroom,
    office: ParentOffice,
    articles: Sequence[ArticleRecord],
    read: Read,
    today: date,
) -> dict[str, bytes]:
    """The files of a package by their paths; articles in the order given, from 01.

    `read` gives the content of a file of the content folder.
    """
    school = newsroom.school
    files: dict[str, bytes] = {}
    for number, article in enumerate(articles, start=1):
        files |= dict(_article_files(newsroom, article, f"{number:02}-{article.slug}", read, today))
    photos = sum(name.endswith(".jpg") for name in files)
    files["danh-sach.docx"] = _list(school, office, articles, today)
    files["thu-dien-tu.txt"] = _for_windows(_email(school, office, articles, photos))
    files["zalo.txt"] = _for_windows(_zalo(school, articles, photos))
    return files


def _article_files(
    newsroom: Newsroom, article: ArticleRecord, name: str, read: Read, today: date
) -> Iterator[tuple[str, bytes]]:
    site, blocks = newsroom.school.site_url, blocks_of(newsroom.text(article.path))
    found = [(path, clean) for path in article.pictures if (clean := clean_picture(read(path)))]
    pictures = {path: (f"anh-{n:02}.jpg", made) for n, (path, made) in enumerate(found, start=1)}
    names = {path: picture for path, (picture, _) in pictures.items()}
    yield f"{name}/{name}.docx", article_paper(article, blocks, pictures, site, today)
    yield f"{name}/{name}.txt", article_text(article, blocks, names, site).encode()
    for picture, made in pictures.values():
        yield f"{name}/{picture}", made


def _list(
    school: School, office: ParentOffice, articles: Sequence[ArticleRecord], today: date
) -> bytes:
    title = "Danh sách tin, bài gửi đăng"
    paper = new_paper(title, today)
    paragraph(paper, school.name.upper(), is_bold=True, is_indented=False)
    paragraph(paper, title.upper(), align="center", is_bold=True, space=0)
    sent = f"Gửi {office.name}, ngày {in_numbers(today)}"
    paragraph(paper, sent, align="center", is_italic=True)
    rows = [
        (*row[:4], row[5], f"{school.site_url}/{article.url}")
        for row, article in zip(list_rows(articles), articles, strict=True)
    ]
    head = (
        "STT",
        labels.TITLE,
        labels.AUTHOR,
        nouns_of(school).group_heading,
        labels.GENRE,
        "Đã đăng tại",
    )
    table(paper, head, rows, (1.3, 5.1, 3.2, 2.4, 1.6, 2.9), size=11)
    return saved(paper, today)


def _email(
    school: School, office: ParentOffice, articles: Sequence[ArticleRecord], photos: int
) -> str:
    nouns = nouns_of(school)
    lines = [
        f"Tiêu đề thư: {school.name} gửi {len(articles)} tin, bài đề nghị đăng",
        "",
        f"Kính gửi: {office.name},",
        "",
        f"{school.name} xin gửi {len(articles)} tin, bài (kèm {photos} ảnh) để xem xét, đăng tải:",
        "",
        *_titles(school, articles),
        "",
        "Trong tệp nén kèm theo, mỗi bài có bản Word, bản chữ và ảnh. Các bài đã được ban biên tập"
        f" của {nouns.itself} duyệt.",
        f"Khi bài được đăng, xin cho {nouns.itself} biết đường liên kết.",
        "",
        "Trân trọng cảm ơn.",
        *filter(None, (school.name, school.phone, school.email)),
    ]
    return "\n".join(lines)


def _zalo(school: School, articles: Sequence[ArticleRecord], photos: int) -> str:
    lines = [
        f"{school.short_name} xin gửi {len(articles)} tin, bài (kèm {photos} ảnh) đề nghị đăng:",
        *_titles(school, articles),
        "Nội dung và ảnh ở tệp nén kèm theo. Xin cảm ơn.",
    ]
    return "\n".join(lines)


def _titles(school: School, articles: Sequence[ArticleRecord]) -> Iterator[str]:
    for number, article in enumerate(articles, start=1):
        yield f"{number}. {article.title} ({by_line(article)})"
        yield f"   {school.site_url}/{article.url}"


def _for_windows(text: str) -> bytes:
    return ("\ufeff" + text.replace("\n", "\r\n") + "\r\n").encode()
