"""Messages for a header's line that is no key as it stands, with the line to type."""

from ...domain.content.content_item import ContentKind
from ...domain.message import Message
from ...domain.names.register import nearest
from ...domain.text.dates import NotADate, find_date
from ...domain.text.vietnamese import fold_key
from ...vocabulary import things
from ...vocabulary.fields.board_fields import BoardField
from ...vocabulary.fields.declaration import HeaderField
from ...vocabulary.fields.shared_fields import SharedField
from ...vocabulary.header import DECISIONS, FIELDS, HEADERS, header_field
from ...vocabulary.words import all_words, shown
from .lines import KEY, is_meant
from .values import unquoted

_OTHERS = {
    ContentKind.ARTICLE: (ContentKind.DOCUMENT, "văn bản, trong thư mục van-ban"),
    ContentKind.PAGE: (ContentKind.DOCUMENT, "văn bản, trong thư mục van-ban"),
    ContentKind.DOCUMENT: (ContentKind.ARTICLE, "tin bài, trong thư mục tin-bai"),
}
_CALLED = {
    ContentKind.ARTICLE: things.KIND_ARTICLE,
    ContentKind.PAGE: things.KIND_PAGE,
    ContentKind.DOCUMENT: things.KIND_DOCUMENT,
}
_OF_JSON = frozenset('{}[]"')
# What takes an article from the public: its line may be typed for whoever meant it.
CLOSING: frozenset[HeaderField] = frozenset({BoardField.RETURNED, BoardField.WITHDRAWN})
_LONGEST_KEY, _SHORTEST_NEAR = 4, 6
_OF_A_GROUP = frozenset(map(fold_key, ("tổ", "khối", "nhóm", "đội", "đoàn", "ban", "bộ")))


def instead_of(
    key: str, value: str, like: HeaderField | None, kind: ContentKind, *, is_closed: bool
) -> str:
    """The remedy for a key that this kind of file does not have; `like` is a field near it."""
    words, (other, place) = HEADERS[kind], _OTHERS[kind]
    if header_field(unquoted(key), other):
        return f"Khóa này chỉ dùng cho {place}; xóa dòng này, hoặc chuyển tệp sang đó."
    if like:
        meant = shown(words, like)
        is_safe = value and like not in DECISIONS and not _OF_JSON.intersection(key)
        return f"Có phải là “{meant}:”?" + (f"  Ghi:  {meant}: {value}" if is_safe else "")
    if is_closed:
        return _usable(kind)
    return "Nếu nội dung bài bắt đầu ở đây, thêm một dòng --- ngay phía trên."


def _usable(kind: ContentKind) -> str:
    return f"Các khóa dùng được: {', '.join(one.key for one in FIELDS[kind].values())}."


def without_colon(line: str, kind: ContentKind) -> tuple[HeaderField, str] | None:
    """The field and value of a line that begins with a key and lacks its colon.

    A key of one word begins many a sentence, so what follows has to look like its value.
    """
    words = line.split()
    for count in range(min(_LONGEST_KEY, len(words) - 1), 0, -1):
        field = header_field(" ".join(words[:count]), kind)
        value = " ".join(words[count:])
        if field and (count > 1 or _is_value_of(field, value)):
            return field, value
    return None


def _is_value_of(field: HeaderField, value: str) -> bool:
    if field in DECISIONS:
        return is_meant(field, f"{field}: {value}")
    if field == SharedField.DATE:
        try:
            _, start, end = find_date(value)
        except NotADate:
            return False
        return end - start > len(value) / 2
    return field == SharedField.GROUPS and fold_key(value.split()[0]) in _OF_A_GROUP


def about_no_key(line: str, kind: ContentKind) -> tuple[HeaderField | None, Message, str]:
    """The field that was probably meant, the message and the remedy for a line without a key."""
    if found := without_colon(line, kind):
        field, value = found
        key = shown(HEADERS[kind], field)
        message = Message("NR-HEADER-018", f"Dòng “{short(line)}” thiếu dấu hai chấm sau “{key}”.")
        if field in DECISIONS:
            return field, message, "Người ghi dòng này thêm dấu hai chấm vào."
        return field, message, f"Ghi:  {key}: {value}"
    return (
        None,
        Message("NR-HEADER-019", f"Dòng “{short(line)}” không có dạng “khóa: giá trị”."),
        "Nếu là phần tiếp của dòng trên, lùi vào hai dấu cách;"
        " nếu là nội dung bài, chuyển xuống dưới dòng ---.",
    )


def about_indented(field: HeaderField, line: str) -> tuple[Message, str]:
    """The message and the remedy for a decision whose line is indented."""
    key = shown(HEADERS[ContentKind.ARTICLE], field)
    message = Message("NR-HEADER-020", f"Dòng “{key}:” thụt vào đầu dòng nên không có hiệu lực.")
    if field in CLOSING:
        return message, f"Bỏ khoảng trắng ở đầu dòng.  Ghi:  {line}"
    return (
        message,
        "Người ký dòng này bỏ khoảng trắng ở đầu dòng; không phải là quyết định thì xóa dòng này.",
    )


def about_embedded(
    field: HeaderField, around: HeaderField | None, line: str, kind: ContentKind
) -> tuple[Message, str]:
    """The message and the remedy for a decision among the lines of another field's value."""
    words = HEADERS[kind]
    key = shown(words, field)
    place = f"của “{shown(words, around)}” " if around else ""
    hint = f"  Ghi:  {line}" if field in CLOSING else ""
    return (
        Message("NR-HEADER-021", f"Dòng “{key}:” nằm giữa các dòng {place}nên không có hiệu lực."),
        f"Người ký dòng này chuyển nó ra một dòng riêng, sát lề.{hint}  Nếu là lời văn thì viết"
        " khác đi.",
    )


def about_unused(field: HeaderField, kind: ContentKind) -> tuple[Message, str]:
    """The message and the remedy for a line that a file of this kind need not have."""
    return (
        Message(
            "NR-HEADER-022",
            f"Dòng “{shown(HEADERS[kind], field)}:” không có tác dụng ở {_CALLED[kind]}.",
        ),
        f"Xóa dòng này. {_usable(kind)}",
    )


def is_near_key(line: str, kind: ContentKind) -> bool:
    """True where an indented line begins with a key that is only misspelt, not with prose."""
    parts = KEY.match(line.strip())
    typed = parts[1].strip() if parts else ""
    if len(typed) < _SHORTEST_NEAR:
        return False
    return nearest(typed, all_words(HEADERS[kind]), 0.85) is not None


def short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
