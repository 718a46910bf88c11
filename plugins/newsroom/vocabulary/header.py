"""The keys of an article's and a document's header."""

from collections.abc import Mapping

from ..domain.content.content_item import ContentKind
from ..domain.content.decisions import DecisionKind
from ..domain.text.vietnamese import fold_key
from .words import Words

# The header of an article: field -> keys.
HEADER: Words[str] = {
    "title": ("tiêu đề", "tựa đề", "title"),
    "date": ("ngày", "ngày đăng", "date"),
    "groups": ("tổ", "nhóm", "đơn vị", "group", "groups"),
    "authors": ("tác giả", "người viết", "author", "authors"),
    "category": ("chuyên mục", "category"),
    "genre": ("thể loại", "genre"),
    "summary": ("tóm tắt", "summary", "description"),
    "cover": ("ảnh", "ảnh bìa", "ảnh đại diện", "cover", "image"),
    "gallery": ("thư viện", "thư viện ảnh", "bộ ảnh", "gallery"),
    "video": ("video", "video clip", "clip", "phim"),
    "tags": ("từ khóa", "thẻ", "tags", "keywords"),
    "topics": ("chủ đề", "topic", "topics"),
    "slug": ("slug",),
    "pinned": ("ghim", "ghim đến", "pinned"),
    "submitted": ("nộp", "ngày nộp", "submitted"),
    "approved": ("duyệt", "người duyệt", "approved"),
    "returned": ("trả lại", "returned"),
    "withdrawn": ("gỡ", "gỡ bài", "withdrawn"),
    "corrected": ("đính chính", "corrected"),
    "selected": ("chọn gửi", "selected"),
    "sent": ("gửi", "sent"),
    "carried": ("được đăng", "đăng lại", "carried"),
    "consent": ("đồng ý hình ảnh", "đồng ý", "consent"),
    "order": ("thứ tự", "order"),
}

# The header of a document. Its title is its abstract; what it shares has the same field names.
DOCUMENT_HEADER: Words[str] = {
    "title": ("trích yếu", "tiêu đề", "abstract", "title"),
    "number": ("số ký hiệu", "số", "ký hiệu", "số hiệu", "number"),
    "type": ("loại", "loại văn bản", "type"),
    "issuer": ("cơ quan ban hành", "nơi ban hành", "issuer"),
    "date": ("ngày", "ngày ban hành", "date"),
    "field": ("lĩnh vực", "field"),
    "signer": ("người ký", "signer"),
    "files": ("tệp", "tệp văn bản", "tệp đính kèm", "file", "files"),
    "retention": ("lưu", "thời hạn lưu", "thời hạn bảo quản", "retention"),
    "valid": ("hiệu lực", "có hiệu lực", "valid"),
    "ended": ("hết hiệu lực", "ended"),
    "replaces": ("thay thế", "thay cho", "replaces"),
    "disclosure": ("công khai", "mục công khai", "disclosure"),
    "due": ("hạn công khai", "due"),
    "groups": HEADER["groups"],
    "slug": HEADER["slug"],
    "approved": HEADER["approved"],
    "returned": HEADER["returned"],
    "withdrawn": HEADER["withdrawn"],
    "corrected": HEADER["corrected"],
}

HEADERS: Mapping[ContentKind, Words[str]] = {
    ContentKind.ARTICLE: HEADER,
    ContentKind.PAGE: HEADER,
    ContentKind.DOCUMENT: DOCUMENT_HEADER,
}

# Fields that may stand on several lines.
REPEATABLE = frozenset(
    {"approved", "returned", "withdrawn", "corrected", "selected", "sent", "carried"}
)

# Fields whose one line may name several things.
LISTS = frozenset({"groups", "authors", "tags", "topics", "files", "replaces", "disclosure"})

DECISIONS = frozenset({"approved", "returned", "withdrawn", "corrected", "selected", "consent"})

DECISION_FIELDS = {
    "returned": DecisionKind.RETURNED,
    "withdrawn": DecisionKind.WITHDRAWN,
    "corrected": DecisionKind.CORRECTED,
    "selected": DecisionKind.SELECTED,
}

_FIELDS = {
    kind: {fold_key(form): name for name, forms in words.items() for form in forms}
    for kind, words in HEADERS.items()
}


def header_field(key: str, kind: ContentKind = ContentKind.ARTICLE) -> str | None:
    """The field of the header that a key means: `lookup` in HEADERS, which every line asks."""
    return _FIELDS[kind].get(fold_key(key))
