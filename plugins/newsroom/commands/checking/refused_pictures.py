"""The tasks that a refused or withdrawn consent leaves, once its pictures are off the pages."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from posixpath import basename
from typing import TYPE_CHECKING

from ...domain.content.content_item import Article
from ...domain.content.photo_package import Consent
from ...domain.message import Message
from ...domain.problem import Level, Problem
from ...intake.header.header import read_header
from ...intake.text.text_file import UnreadableText, decode
from ...pages.article.renditions import key_of_picture
from ...vocabulary.content import consent_named
from ...vocabulary.fields.article_fields import ArticleField

if TYPE_CHECKING:
    from ...domain.site.article_record import ArticleRecord
    from ...domain.site.publication import Evaluation, Newsroom


def refused_pictures(evaluation: "Evaluation") -> Iterator[Problem]:
    """For each article without consent: files to delete at the host, places that still show one."""
    newsroom = evaluation.newsroom
    refused = [
        record for record in newsroom.articles if record.refused and _is_a_no(newsroom, record)
    ]
    if not refused:
        return
    shown: dict[str, list[ArticleRecord]] = defaultdict(list)
    for record in evaluation.publication.content_items:
        for path in record.pictures:
            shown[path].append(record)
    for record in refused:
        line = _line_of_a_no(newsroom, record)
        if line is None:
            # What it says is not understood: that is told, and nobody refused anything.
            continue
        label = newsroom.label(record.path)
        gone = [path for path in record.refused if path not in shown]
        if gone:
            names = ", ".join(f"anh/{_key(newsroom, path)}-*" for path in gone)
            yield Problem(
                label,
                line,
                Message(
                    "NR-PEOPLE-001",
                    "Gia đình không đồng ý: ảnh của bài đã rời mọi trang. Nơi lưu trang có thể còn"
                    f" bản cũ: {names}",
                ),
                "Xóa các tệp ấy ở nơi lưu trang (và bộ nhớ đệm, nếu có); rồi bỏ ảnh khỏi bài và"
                " xóa ảnh gốc, máy sẽ thôi nhắc.",
                Level.ADVICE,
            )
        for path in record.refused:
            if others := shown.get(path):
                yield Problem(
                    label,
                    line,
                    Message(
                        "NR-PEOPLE-002",
                        f"Ảnh “{basename(path)}” vẫn hiện ở bài khác:"
                        f" {', '.join(newsroom.label(other.path) for other in others[:5])}.",
                    ),
                    "Nếu gia đình không đồng ý cả ở đó thì ghi  đồng ý hình ảnh: không  vào bài ấy,"
                    " hoặc thay ảnh.",
                    Level.WARNING,
                )


def _is_a_no(newsroom: "Newsroom", record: "ArticleRecord") -> bool:
    """True unless the pictures are only withheld because an import brought them."""
    if not record.import_file:
        return True
    item = newsroom.read(record.path)
    return isinstance(item, Article) and item.consent is Consent.REFUSED


def _key(newsroom: "Newsroom", path: str) -> str:
    return key_of_picture(hashlib.sha256(Path(newsroom.place(path)).read_bytes()).hexdigest())


def _line_of_a_no(newsroom: "Newsroom", record: "ArticleRecord") -> int | None:
    """The line on which the families' no stands; None where the words are not understood."""
    try:
        text = decode(Path(newsroom.place(record.path)).read_bytes())
    except UnreadableText:
        return None
    entry = read_header(text, "").first(ArticleField.CONSENT)
    is_no = entry is not None and consent_named(entry.value) is Consent.REFUSED
    return entry.line if entry and is_no else None
