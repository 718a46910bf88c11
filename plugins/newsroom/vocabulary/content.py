"""Genres, types of document, retention, validity, consent: what the lines of a header say."""

import re

from ..domain.content.document import DocumentType, Retention, RetentionKind, Validity
from ..domain.content.photo_package import Consent
from ..domain.plan.category import Genre
from .words import Words, lookup, shown

GENRES: Words[Genre] = {
    Genre.NEWS: ("tin", "tin ngắn"),
    Genre.ARTICLE: ("bài", "bài viết"),
    Genre.REPORTAGE: ("phóng sự",),
    Genre.INTERVIEW: ("phỏng vấn",),
    Genre.PHOTOS: ("ảnh", "phóng sự ảnh", "chùm ảnh"),
    Genre.VIDEO: ("video", "clip"),
}

DOCUMENT_TYPES: Words[DocumentType] = {
    DocumentType.PLAN: ("kế hoạch", "KH"),
    DocumentType.DECISION: ("quyết định", "QĐ"),
    DocumentType.STATUTE: ("quy chế", "QC"),
    DocumentType.RULES: ("quy định", "nội quy"),
    DocumentType.LETTER: ("công văn", "CV"),
    DocumentType.NOTICE: ("thông báo", "TB"),
    DocumentType.REPORT: ("báo cáo", "BC"),
    DocumentType.GUIDE: ("hướng dẫn", "HD"),
    DocumentType.FORM: ("biểu mẫu", "mẫu", "mẫu đơn"),
    DocumentType.OTHER: ("khác", "văn bản khác"),
}

RETENTIONS: Words[RetentionKind] = {
    RetentionKind.PERMANENT: ("vĩnh viễn", "lâu dài"),
    RetentionKind.END_OF_YEAR: (
        *("hủy cuối năm", "hủy khi kết thúc năm", "hết năm", "hết năm học", "cuối năm"),
        "đến hết năm học",
    ),
}

VALIDITIES = {
    Validity.AHEAD: "chưa có hiệu lực",
    Validity.IN_FORCE: "còn hiệu lực",
    Validity.ENDED: "hết hiệu lực",
    Validity.REPLACED: "đã được thay thế",
}

FILE_TYPES = {
    "pdf": "PDF",
    "doc": "Word",
    "docx": "Word",
    "xls": "Excel",
    "xlsx": "Excel",
    "ppt": "PowerPoint",
    "pptx": "PowerPoint",
    "zip": "ZIP",
    "mp3": "MP3",
    "mp4": "MP4",
    "webm": "WebM",
}

CONSENTS: Words[Consent] = {
    Consent.GIVEN: ("có", "đã đồng ý", "đồng ý", "rồi", "yes", "true"),
    Consent.NO_CHILDREN: ("không có trẻ em", "không có học sinh"),
    Consent.REFUSED: ("không", "không đồng ý", "rút đồng ý", "chưa", "ko", "no", "false"),
}


def consent_named(text: str) -> Consent | None:
    """The families' consent; None where the words are not understood. Brackets are remarks."""
    return lookup(CONSENTS, re.sub(r"\(.*\)", "", text))


def retention_in_words(retention: Retention) -> str:
    """vĩnh viễn, 5 năm, hủy cuối năm."""
    if retention.kind is RetentionKind.YEARS:
        return f"{retention.years} năm"
    return shown(RETENTIONS, retention.kind)
