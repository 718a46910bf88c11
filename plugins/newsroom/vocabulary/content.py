"""Types of document, retention, validity, consent: what the lines of a header say."""

import re
from typing import assert_never

from ..domain.content.document import DocumentType, Retention, RetentionKind, Validity
from ..domain.content.import_decision import ImportList
from ..domain.content.photo_package import Consent
from .words import Words, lookup, shown


def _names_of_type(kind: DocumentType) -> tuple[str, ...]:
    """The names of a type of document, as people type it: the first is the one we show."""
    match kind:
        case DocumentType.PLAN:
            return ("kế hoạch", "KH")
        case DocumentType.DECISION:
            return ("quyết định", "QĐ")
        case DocumentType.STATUTE:
            return ("quy chế", "QC")
        case DocumentType.RULES:
            return ("quy định", "nội quy")
        case DocumentType.LETTER:
            return ("công văn", "CV")
        case DocumentType.NOTICE:
            return ("thông báo", "TB")
        case DocumentType.REPORT:
            return ("báo cáo", "BC")
        case DocumentType.GUIDE:
            return ("hướng dẫn", "HD")
        case DocumentType.FORM:
            return ("biểu mẫu", "mẫu", "mẫu đơn")
        case DocumentType.OTHER:
            return ("khác", "văn bản khác")
        case _:
            assert_never(kind)


DOCUMENT_TYPES: Words[DocumentType] = {kind: _names_of_type(kind) for kind in DocumentType}

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

# Of pictures that an import brought, whose families nobody has asked: are they shown?
OLD_PICTURES: Words[bool] = {
    False: ("giữ lại", "không đăng", "không"),
    True: ("đăng", "hiện", "có"),
}

# The remarks at the head of the file in which an import is decided.
IMPORT_HEAD = (
    "# Một lần nhập bài từ trang cũ; máy ghi tệp này. Xem docs/huong-dan/nhap-bai-cu.md.",
    "# Mỗi dòng là một bài và dấu của bài lúc được duyệt; bài sửa sau đó thì phải duyệt riêng.",
)
IMPORT_IS_OPEN = (
    "# Chưa ai duyệt: cả danh sách chờ. Xem lại hai dòng dưới, rồi người có lời duyệt cuối gõ:",
    '#   python3 tasks.py approve --import {label} --by "Họ và tên"',
)


# Values in the table of old names, beside names of a plan: the articles stay away, or the old name
# stands as it was.
LEAVE_OUT = ("bỏ", "bỏ qua", "không nhập")
KEEP_NAME = ("giữ nguyên", "giữ", "giữ tên cũ")

NAME_TABLE_HEAD = (
    "# Tên ở trang cũ đổi thành tên gì của kế hoạch: lệnh import đọc bảng này. Điền bên phải dấu",
    "# hai chấm, lưu lại, rồi gõ lại lệnh. Xem docs/huong-dan/nhap-bai-cu.md.",
)
NAME_TABLE_NOTES = {
    "categories": (
        "# Ghi tên một chuyên mục của kế hoạch, hoặc Bài cũ; “bỏ” thì không nhập các bài ấy.",
    ),
    "authors": (
        "# Ghi tên người (hoặc tổ) trong kế hoạch; “giữ nguyên” thì giữ tên cũ,"
        " “bỏ” thì không ghi ai.",
    ),
}


def import_in_words(one: ImportList, *, is_void: bool) -> str:
    """120 bài, từ truongmau.edu.vn; ảnh cũ giữ lại. In the audit, behind its seal."""
    decision = one.decision
    approved = sum(map(bool, one.files.values()))
    waiting = len(one.files) - approved
    return "; ".join(
        filter(
            None,
            (
                f"{approved} bài" + (f", từ {decision.source}" if decision.source else ""),
                f"{waiting} bài trong danh sách còn chờ" if waiting else "",
                f"ảnh cũ {shown(OLD_PICTURES, decision.shows_pictures)}",
                "tính chỉ tiêu" if decision.counts else "",
                "chưa có hiệu lực" if is_void else "",
            ),
        )
    )


def consent_named(text: str) -> Consent | None:
    """The families' consent; None where the words are not understood. Brackets are remarks."""
    return lookup(CONSENTS, re.sub(r"\(.*\)", "", text))


def retention_in_words(retention: Retention) -> str:
    """vĩnh viễn, 5 năm, hủy cuối năm."""
    if retention.kind is RetentionKind.YEARS:
        return f"{retention.years} năm"
    return shown(RETENTIONS, retention.kind)
