"""Advice that would make an article better, for its writer before it is public. Stops nothing.

Reads the file again, for only the file knows on which line a thing stands; so it is asked of the
few items that somebody is still writing, never of the archive.
"""

import os
import posixpath
from collections.abc import Iterator
from datetime import date
from functools import cached_property, partial
from itertools import islice
from pathlib import Path

from ....domain.approval.consent import may_show_pictures
from ....domain.content.content_item import Article, ContentItem, ReferenceKind, StandingPage
from ....domain.content.document import Document
from ....domain.content.photo_package import Consent
from ....domain.content.video import video_alone
from ....domain.message import Message
from ....domain.problem import Level, Problem
from ....domain.site.publication import Newsroom
from ....domain.text.vietnamese import clean
from ....domain.text.wording import in_sentence_case, is_description, is_shouted, unfinished_mark
from ....images.image_file import look
from ....vocabulary import things
from ....vocabulary.content import CONSENTS
from ....vocabulary.fields.article_fields import ArticleField
from ....vocabulary.fields.document_fields import DocumentField
from ....vocabulary.fields.shared_fields import SharedField
from ....vocabulary.words import shown
from ...header.header import Header, key_of, read_header
from ...text.rendered_text import RenderedText, rendered_text
from ...text.text_file import UnreadableText, read_text
from ..faults.image_faults import SMALLER
from .about_people import AboutPeople, Told
from .typing_advice import typing_advice

LONGEST_SUMMARY = 300
SHORTEST_ARTICLE, LONGEST_PARAGRAPH = 40, 150
# Phones make pictures of 4 MB: these are what the archive wants. More only burdens it.
LARGEST_PICTURE, WIDEST_PICTURE = 12_000_000, 12_000


def advise(
    path: str, newsroom: Newsroom, today: date, kept: Told | None = None
) -> Iterator[Problem]:
    """Every piece of advice for one item. Nothing for a file that cannot be read."""
    try:
        text = read_text(Path(newsroom.place(path)).read_bytes(), path).text
    except UnreadableText:
        return
    yield from _Adviser(path, text, newsroom, today, kept).advice()


def advise_on_children(path: str, newsroom: Newsroom, today: date) -> Iterator[Problem]:
    """The part of the advice that is about children: what a text and its files tell of them."""
    try:
        text = read_text(Path(newsroom.place(path)).read_bytes(), path).text
    except UnreadableText:
        return
    adviser = _Adviser(path, text, newsroom, today)
    if not isinstance(adviser.item, StandingPage):
        yield from adviser.of_children()


class _Adviser:
    def __init__(
        self, path: str, text: str, newsroom: Newsroom, today: date, kept: Told | None = None
    ) -> None:
        self.path, self.newsroom, self.today = path, newsroom, today
        self._kept = {} if kept is None else kept
        self.label = newsroom.label(path)
        self.item: ContentItem = newsroom.read(path)
        self.key_of = partial(key_of, kind=self.item.content_kind)
        self.header: Header = read_header(text, self.label, self.item.content_kind)

    def advice(self) -> Iterator[Problem]:
        yield from self._of_the_title()
        if isinstance(self.item, Article):
            yield from self._of_the_summary()
        if not isinstance(self.item, StandingPage):
            yield from self.of_children()
        if isinstance(self.item, Article):
            yield from self._of_length(self.item)
            yield from self._of_a_video()
        yield from self._of_typing()
        yield from self._of_unfinished_places()
        yield from self._of_paragraphs()
        if not isinstance(self.item, Article) or may_show_pictures(
            self.item, self.newsroom.plans, self.today
        ):
            yield from self._of_pictures()

    def _advice(self, line: int, message: Message, hint: str) -> Problem:
        return Problem(self.label, line, message, hint, Level.ADVICE)

    @cached_property
    def _text(self) -> RenderedText:
        return rendered_text(self.newsroom.text(self.path))

    @cached_property
    def _lines(self) -> list[tuple[int, str]]:
        """The lines that readers see as words: title, summary and text, each with its number."""
        head = [
            e
            for e in (self.header.first(SharedField.TITLE), self.header.first(ArticleField.SUMMARY))
            if e
        ]
        body = enumerate(clean(self.header.body).split("\n"), self.header.body_line)
        return [*((e.line, e.value) for e in head), *((n, line) for n, line in body if line)]

    @property
    def _first_line(self) -> int:
        """The line on which the text begins."""
        below = (n for n, line in self._lines if n >= self.header.body_line and line.strip())
        return next(below, 1)

    def _of_typing(self) -> Iterator[Problem]:
        in_background = Path(self.newsroom.place(self.path)).parent
        for line, message, hint in islice(
            typing_advice(clean(self.header.body), in_background), 30
        ):
            yield self._advice(self.header.body_line + line, message, hint)

    def _of_the_title(self) -> Iterator[Problem]:
        entry = self.header.first(SharedField.TITLE)
        if entry and is_shouted(entry.value):
            yield self._advice(
                entry.line,
                Message("NR-TEXT-009", "Tiêu đề viết toàn chữ hoa nên khó đọc."),
                f"Ghi:  {self.key_of(SharedField.TITLE)}: {in_sentence_case(entry.value)}"
                "  (rồi viết hoa lại tên riêng)",
            )

    def _of_the_summary(self) -> Iterator[Problem]:
        summary = self.header.text(ArticleField.SUMMARY)
        if not summary and (self.header.nearly(ArticleField.SUMMARY) or self.header.is_absent):
            return
        if not summary:
            entry = self.header.first(ArticleField.SUMMARY) or self.header.first(SharedField.TITLE)
            yield self._advice(
                entry.line if entry else 1,
                Message("NR-TEXT-010", "Bài chưa có tóm tắt."),
                f"Thêm dòng  {key_of(ArticleField.SUMMARY)}: …  (một hai câu, hiện dưới tiêu đề và"
                " ở trang chủ)",
            )
        elif len(summary) > LONGEST_SUMMARY:
            yield self._advice(
                self.header.line(ArticleField.SUMMARY),
                Message("NR-TEXT-011", f"Tóm tắt dài {len(summary)} ký tự nên trang chủ khó đọc."),
                f"Rút còn một hai câu, dưới {LONGEST_SUMMARY} ký tự.",
            )

    def of_children(self) -> Iterator[Problem]:
        """Yields what the text and the files that it offers had better not say of children."""
        school = self.newsroom.school
        own = (school.phone, *(c.link for c in school.channels))
        about = AboutPeople(self.today, own, self._kept)
        for number, line in self._lines:
            yield from (self._advice(number, *said) for said in about.line(line))
        for table in self._text.tables:
            for row, message, hint in about.table(table):
                yield self._advice(self._line_of(table[row]), message, hint)
        for path, named_on in self._offered():
            place = Path(self.newsroom.place(path))
            yield from (self._advice(named_on, *said) for said in about.file(path, place))

    def _line_of(self, cells: tuple[str, ...]) -> int:
        """The line on which a row of a table stands: the first that holds all of its cells."""
        below = ((n, line) for n, line in self._lines if n >= self.header.body_line)
        return next(
            (n for n, line in below if all(cell in line for cell in cells)), self._first_line
        )

    def _offered(self) -> Iterator[tuple[str, int]]:
        """The files that it offers, each once, with the line that names it."""
        lines = {r.target: r.line for r in reversed([*self.item.body.references])}
        files = {r.target for r in self.item.body.references if r.kind is ReferenceKind.FILE}
        attached = self.item.files if isinstance(self.item, Document) else ()
        for path in sorted({*files, *attached}):
            yield path, lines.get(path) or self.header.line(DocumentField.FILES)

    def _of_unfinished_places(self) -> Iterator[Problem]:
        for number, line in self._lines:
            if mark := unfinished_mark(line):
                yield self._advice(
                    number,
                    Message("NR-TEXT-012", f"Còn chỗ viết dở: “{mark}”."),
                    "Viết tiếp cho đủ, hoặc xóa chỗ ấy đi.",
                )

    def _of_length(self, article: Article) -> Iterator[Problem]:
        words = self._text.words
        if article.genre.is_told_in_words and 0 < words < SHORTEST_ARTICLE:
            yield self._advice(
                self._first_line,
                Message("NR-TEXT-013", f"Bài rất ngắn: chỉ có {words} chữ."),
                "Viết thêm: ai, việc gì, ở đâu, khi nào, kết quả ra sao.",
            )

    def _of_a_video(self) -> Iterator[Problem]:
        if self.header.first(ArticleField.VIDEO):
            return
        body = (line for line in self._lines if line[0] >= self.header.body_line)
        videos = ((number, video) for number, line in body if (video := video_alone(line)))
        for number, video in islice(videos, 1):
            yield self._advice(
                number,
                Message(
                    "NR-VIDEO-001", "Địa chỉ video đứng riêng một dòng chỉ hiện thành một liên kết."
                ),
                f"Thêm vào đầu bài dòng  {key_of(ArticleField.VIDEO)}: {video.link}  rồi xóa dòng"
                " này: trang sẽ hiện video.",
            )

    def _of_paragraphs(self) -> Iterator[Problem]:
        blocks = self._text.blocks
        if len(blocks) == 1 and len(blocks[0].split()) > LONGEST_PARAGRAPH:
            yield self._advice(
                self._first_line,
                Message("NR-TEXT-014", f"Cả bài {self._text.words} chữ liền một đoạn nên khó đọc."),
                "Để một dòng trống giữa hai đoạn, ba bốn câu một đoạn.",
            )

    def _of_pictures(self) -> Iterator[Problem]:
        pictures = self._text.pictures
        for words, picture in pictures:
            if not is_description(words):
                name = posixpath.basename(picture.target)
                yield self._advice(
                    picture.line,
                    Message(
                        "NR-IMAGE-001", f"Ảnh “{name}” chưa có mô tả cho người không nhìn thấy ảnh."
                    ),
                    f"Tả người và việc trong ảnh, ví dụ:  ![Cô giáo giảng bài bên bảng]({name})",
                )
        cover = self.item.cover if isinstance(self.item, Article) else ""
        lines = {picture.target: picture.line for _, picture in reversed(pictures)}
        if cover:
            lines = {**lines, cover: self.header.line(ArticleField.COVER)}
        gallery = self.item.gallery if isinstance(self.item, Article) else ()
        lines = {**dict.fromkeys(gallery, self.header.line(ArticleField.GALLERY)), **lines}
        for target, line in lines.items():
            yield from self._of_size(target, line)
        has_video = isinstance(self.item, Article) and self.item.video is not None
        places = [*lines.values(), *([self.header.line(ArticleField.VIDEO)] if has_video else [])]
        if places and _is_silent_on_consent(self.item):
            choices = "  hoặc  ".join(
                f"{key_of(ArticleField.CONSENT)}: {shown(CONSENTS, consent)}"
                for consent in (Consent.GIVEN, Consent.NO_CHILDREN)
            )
            yield self._advice(
                min(places),
                Message(
                    "NR-PEOPLE-007",
                    f"Bài có {things.IMAGE if lines else things.VIDEO} nhưng chưa ghi gia đình các"
                    " em đã đồng ý hay chưa.",
                ),
                f"Hỏi gia đình rồi thêm vào đầu bài dòng  {choices}",
            )

    def _of_size(self, target: str, line: int) -> Iterator[Problem]:
        place = self.newsroom.place(target)
        place = self.newsroom.place(target)
        size, wide = os.path.getsize(place), _points(place)
        if size > LARGEST_PICTURE or wide > WIDEST_PICTURE:
            yield self._advice(
                line,
                Message(
                    "NR-IMAGE-002",
                    f"Ảnh “{posixpath.basename(target)}” nặng {_megabytes(size)} MB, rộng {wide}"
                    " điểm: kho bài phình to, mà trang chỉ hiện 1600 điểm.",
                ),
                SMALLER,
            )


def _is_silent_on_consent(item: ContentItem) -> bool:
    return isinstance(item, Article) and item.consent is Consent.UNSTATED


def _points(place: str) -> int:
    """The longer side of a picture; 0 where it cannot be told, which is an error already."""
    return max(look(Path(place).read_bytes())[:2])


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f}".replace(".", ",")
