"""The fields that items of several kinds carry."""

from ...domain.content.content_item import ContentKind
from .declaration import LISTED, FieldDeclaration, HeaderField, InNew, Need, Sealed, ValueKind

EVERY = frozenset(ContentKind)
DATED = EVERY - {ContentKind.PAGE}


class SharedField(HeaderField):
    """A field of articles and documents, or of all items."""

    TITLE = (
        "title",
        FieldDeclaration(
            keys=("tiêu đề", "tựa đề", "title"),
            place=10,
            kind=ValueKind.LINE,
            hint="Một dòng, dấu gì cũng được",
            example='Cô Mai: người "gieo chữ"',
            need=Need.REQUIRED,
            in_new=InNew.ASKED,
            option="title",
            sealed=Sealed(version=1, place=1),
            record=("title",),
            shown_in=LISTED,
        ),
        EVERY,
        FieldDeclaration(
            keys=("trích yếu", "tiêu đề", "abstract", "title"),
            place=10,
            kind=ValueKind.LINE,
            hint="Cũng là tiêu đề trên trang",
            example="Quy chế phát ngôn và cung cấp thông tin cho báo chí",
            need=Need.REQUIRED,
            sealed=Sealed(version=1, place=1),
            record=("title",),
            shown_in=LISTED,
        ),
    )
    DATE = (
        "date",
        FieldDeclaration(
            keys=("ngày", "ngày đăng", "date"),
            place=20,
            kind=ValueKind.MOMENT,
            hint="Ngày đăng, ngày đứng trước tháng; thêm giờ thì bài chờ tới giờ ấy",
            example="20/11/2026",
            label="Ngày đăng",
            need=Need.REQUIRED,
            in_new=InNew.ASKED,
            option="date",
            sealed=Sealed(version=2, place=12),
            record=("on", "at", "submitted", "approvable_from"),
            shown_in=LISTED,
        ),
        DATED,
        FieldDeclaration(
            keys=("ngày", "ngày ban hành", "date"),
            place=50,
            kind=ValueKind.DAY,
            hint="Ngày ban hành. Văn bản ghi ngày chưa tới thì đợi đến ngày mới lên trang",
            example="15/09/2026",
            label="Ngày ban hành",
            need=Need.REQUIRED,
            sealed=Sealed(version=1, place=5),
            record=("on", "at"),
            shown_in=LISTED,
        ),
    )
    GROUPS = (
        "groups",
        FieldDeclaration(
            keys=("tổ", "nhóm", "đơn vị", "bộ phận", "group", "groups"),
            place=30,
            kind=ValueKind.GROUP,
            hint="Một hay nhiều tổ, đoàn thể có trong kế hoạch; tên, bí danh hoặc mã",
            example="Tổ 1, Công đoàn",
            need=Need.REQUIRED,
            is_list=True,
            in_new=InNew.ASKED,
            option="group",
            sealed=Sealed(version=2, place=9),
            record=("groups",),
            shown_in=LISTED,
        ),
        DATED,
        FieldDeclaration(
            keys=("tổ", "nhóm", "đơn vị", "bộ phận", "group", "groups"),
            place=150,
            kind=ValueKind.GROUP,
            hint="Tổ soạn văn bản, có trong kế hoạch",
            example="Tổ 1",
            is_list=True,
            sealed=Sealed(version=2, place=9),
            record=("groups",),
            shown_in=LISTED,
        ),
    )
    SLUG = (
        "slug",
        FieldDeclaration(
            keys=("slug",),
            place=160,
            kind=ValueKind.ADDRESS,
            hint="Phần cuối của địa chỉ, nếu không muốn lấy từ tên tệp",
            example="doc-sach",
            label="Địa chỉ",
            if_empty="tên tệp",
            sealed=Sealed(version=2, place=13),
            record=("slug", "url"),
            shown_in=LISTED,
        ),
        EVERY,
    )
    FORMER_ADDRESSES = (
        "former_addresses",
        FieldDeclaration(
            keys=("địa chỉ cũ", "former address", "aliases", "redirect_from"),
            place=165,
            kind=ValueKind.FORMER_ADDRESS,
            hint="Địa chỉ trước đây của bài, ở trang này hay trang cũ; mỗi địa chỉ một dòng",
            example="/tin-bai/2026/10/doc-sach/",
            see="#địa-chỉ-cũ",
            is_repeatable=True,
            record=("former",),
        ),
        EVERY,
        FieldDeclaration(
            keys=("địa chỉ cũ", "former address", "aliases", "redirect_from"),
            place=165,
            kind=ValueKind.FORMER_ADDRESS,
            hint="Địa chỉ trước đây của văn bản, ở trang này hay trang cũ; mỗi địa chỉ một dòng",
            example="/van-ban/2026/doc-sach/",
            see="viet-bai.md#địa-chỉ-cũ",
            is_repeatable=True,
            record=("former",),
        ),
    )
