"""The fields in which the board, and whoever sends articles upward, write what was decided."""

from ...domain.content.content_item import ContentKind
from ...domain.content.decisions import DecisionKind
from ...domain.content.submission import SubmissionKind
from .declaration import (
    COUNTED_ON_PAGE,
    LISTED,
    ON_PAGE,
    FieldDeclaration,
    HeaderField,
    ValueKind,
    WrittenBy,
)

_EVERY = frozenset(ContentKind)
_ARTICLE = frozenset({ContentKind.ARTICLE})


class BoardField(HeaderField):
    """A field that no author writes: decisions, and the ledger of what was sent and carried."""

    APPROVED = (
        "approved",
        FieldDeclaration(
            keys=("duyệt", "người duyệt", "approved"),
            place=200,
            kind=ValueKind.DECISION,
            hint="Họ tên và ngày của người duyệt; lệnh approve ghi cả dấu",
            example="Nguyễn Thị Mẫu An, 20/11/2026",
            see="duyet-va-dang.md",
            written_by=WrittenBy.BOARD,
            is_repeatable=True,
            record=("approved", "submitted", "reasons", "open_roles"),
            shown_in=LISTED,
        ),
        _EVERY,
    )
    RETURNED = (
        "returned",
        FieldDeclaration(
            keys=("trả lại", "returned"),
            place=210,
            kind=ValueKind.DECISION,
            hint="Ai trả lại để sửa, ngày nào, vì sao",
            example="Trần Văn Mẫu Bình, 17/11/2026, Bài cần thêm số liệu",
            see="duyet-va-dang.md",
            written_by=WrittenBy.BOARD,
            act=DecisionKind.RETURNED,
            is_repeatable=True,
            record=("approved", "reasons", "open_roles"),
            shown_in=LISTED,
        ),
        _EVERY,
    )
    WITHDRAWN = (
        "withdrawn",
        FieldDeclaration(
            keys=("gỡ", "gỡ bài", "withdrawn"),
            place=220,
            kind=ValueKind.DECISION,
            hint="Ai gỡ bài, ngày nào, vì sao",
            example="Nguyễn Thị Mẫu An, 20/03/2026, Gia đình học sinh đề nghị gỡ bài",
            see="duyet-va-dang.md",
            written_by=WrittenBy.BOARD,
            act=DecisionKind.WITHDRAWN,
            is_repeatable=True,
            record=("approved", "reasons", "removed", "open_roles"),
            shown_in=LISTED,
        ),
        _EVERY,
    )
    CORRECTED = (
        "corrected",
        FieldDeclaration(
            keys=("đính chính", "corrected"),
            place=230,
            kind=ValueKind.DECISION,
            hint="Ai đính chính, ngày nào, và lời đính chính cho người đọc",
            example="Lê Thị Mẫu Chi, 30/09/2025, Số sách được tặng là 215 cuốn",
            see="duyet-va-dang.md",
            written_by=WrittenBy.BOARD,
            act=DecisionKind.CORRECTED,
            is_repeatable=True,
            record=("corrections", "has_unshown"),
            shown_in=ON_PAGE,
        ),
        _EVERY,
    )
    PINNED = (
        "pinned",
        FieldDeclaration(
            keys=("ghim", "ghim đến", "pinned"),
            place=170,
            kind=ValueKind.DAY,
            hint="Ngày cuối cùng bài đứng đầu trang chủ",
            example="30/11/2026",
            label="Ghim đến ngày",
            see="duyet-va-dang.md",
            written_by=WrittenBy.BOARD,
            record=("pinned",),
        ),
        _ARTICLE,
    )
    SELECTED = (
        "selected",
        FieldDeclaration(
            keys=("chọn gửi", "selected"),
            place=240,
            kind=ValueKind.DECISION,
            hint="Ai chọn bài gửi lên, ngày nào, gửi cho những nơi nào",
            example="Nguyễn Thị Mẫu An, 21/11/2026, Sở",
            see="duyet-va-dang.md",
            written_by=WrittenBy.BOARD,
            act=DecisionKind.SELECTED,
            is_repeatable=True,
            record=("to_send",),
        ),
        _ARTICLE,
    )
    SENT = (
        "sent",
        FieldDeclaration(
            keys=("gửi", "sent"),
            place=250,
            kind=ValueKind.SUBMISSION,
            written_by=WrittenBy.SENDER,
            hint="Nơi nhận, ngày gửi, có thể thêm ghi chú (không hiện trên trang);"
            " mỗi lần một dòng",
            example="Sở, 21/11/2026, công văn số 12",
            act=SubmissionKind.SENT,
            is_repeatable=True,
            record=("submissions", "has_unshown"),
            shown_in=COUNTED_ON_PAGE,
        ),
        _ARTICLE,
    )
    CARRIED = (
        "carried",
        FieldDeclaration(
            keys=("được đăng", "đăng lại", "carried"),
            place=260,
            kind=ValueKind.SUBMISSION,
            written_by=WrittenBy.SENDER,
            hint="Nơi đăng lại, ngày, liên kết; mỗi lần một dòng",
            example="Sở, 25/11/2026, https://…",
            act=SubmissionKind.CARRIED,
            is_repeatable=True,
            record=("submissions", "has_unshown"),
            shown_in=COUNTED_ON_PAGE,
        ),
        _ARTICLE,
    )
