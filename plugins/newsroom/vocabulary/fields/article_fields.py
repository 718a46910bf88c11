"""The fields that only articles and standing pages carry."""

from ...domain.content.content_item import ContentKind
from .declaration import (
    COUNTED,
    LISTED,
    ON_PAGE,
    FieldDeclaration,
    HeaderField,
    InNew,
    Need,
    Sealed,
    ValueKind,
)

_ARTICLE = frozenset({ContentKind.ARTICLE})
_PAGE = frozenset({ContentKind.PAGE})


class ArticleField(HeaderField):
    """A field of articles or standing pages, and of no document."""

    AUTHORS = (
        "authors",
        FieldDeclaration(
            keys=("tác giả", "người viết", "author", "authors"),
            place=40,
            kind=ValueKind.PERSON,
            hint="Một hay nhiều người có tên trong kế hoạch",
            example="Bùi Thị Mẫu Hà",
            need=Need.REQUIRED,
            is_list=True,
            in_new=InNew.ASKED,
            option="author",
            sealed=Sealed(version=2, place=8),
            record=("authors",),
            shown_in=LISTED,
        ),
        _ARTICLE,
    )
    CATEGORY = (
        "category",
        FieldDeclaration(
            keys=("chuyên mục", "category"),
            place=50,
            kind=ValueKind.CATEGORY,
            hint="Đúng một chuyên mục của kế hoạch",
            example="Chuyên môn",
            need=Need.REQUIRED,
            in_new=InNew.ASKED,
            option="category",
            sealed=Sealed(version=2, place=10),
            record=("category",),
            shown_in=LISTED,
        ),
        _ARTICLE,
    )
    GENRE = (
        "genre",
        FieldDeclaration(
            keys=("thể loại", "genre"),
            place=60,
            kind=ValueKind.GENRE,
            hint="Chỉ tiêu có khi chỉ đếm một thể loại",
            example="tin",
            if_empty="bài",
            in_new=InNew.ASKED,
            option="genre",
            sealed=Sealed(version=2, place=11),
            record=("genre",),
            shown_in=LISTED,
        ),
        _ARTICLE,
    )
    TOPICS = (
        "topics",
        FieldDeclaration(
            keys=("chủ đề", "topic", "topics"),
            place=70,
            kind=ValueKind.TOPIC,
            hint="Mã (hoặc tên) một hay nhiều chủ đề của kế hoạch; không hiện trên trang",
            example="khai-giang",
            see="truong-va-ke-hoach.md#kế-hoạch-nội-dung",
            is_list=True,
            in_new=InNew.ASKED_IF_ANY,
            option="topic",
            record=("topics",),
        ),
        _ARTICLE,
    )
    SUMMARY = (
        "summary",
        FieldDeclaration(
            keys=("tóm tắt", "summary", "description"),
            place=80,
            kind=ValueKind.TEXT,
            hint="Một hai câu, hiện dưới tiêu đề và ở trang chủ",
            example="Sáng thứ hai, các em lớp 1 đọc sách dưới gốc bàng.",
            need=Need.ADVISED,
            in_new=InNew.LEFT_OPEN,
            option="summary",
            sealed=Sealed(version=1, place=2),
            record=("summary",),
            shown_in=LISTED,
        ),
        _ARTICLE | _PAGE,
    )
    COVER = (
        "cover",
        FieldDeclaration(
            keys=("ảnh", "ảnh bìa", "ảnh đại diện", "cover", "image"),
            place=90,
            kind=ValueKind.IMAGE,
            hint="Ảnh bìa, hiện ở đầu bài; đừng chèn lại ảnh ấy trong bài",
            example="thu-vien.jpg",
            label="Ảnh bìa",
            in_new=InNew.LEFT_OPEN,
            sealed=Sealed(version=1, place=3),
            record=("cover", "pictures", "refused"),
            shown_in=LISTED,
        ),
        _ARTICLE,
    )
    GALLERY = (
        "gallery",
        FieldDeclaration(
            keys=("thư viện", "thư viện ảnh", "bộ ảnh", "gallery"),
            place=100,
            kind=ValueKind.FOLDER,
            hint="Một thư mục ảnh, hiện ở cuối bài",
            example="khai-giang/",
            label="Thư viện ảnh",
            sealed=Sealed(version=1, place=4),
            record=("gallery", "pictures", "refused"),
            shown_in=ON_PAGE,
        ),
        _ARTICLE,
    )
    VIDEO = (
        "video",
        FieldDeclaration(
            keys=("video", "video clip", "clip", "phim"),
            place=110,
            kind=ValueKind.VIDEO,
            hint="Địa chỉ video, hoặc tên tệp `.mp4`, `.webm`",
            example="https://youtu.be/…",
            see="#video",
            sealed=Sealed(version=1, place=7),
            record=("video", "files"),
            shown_in=LISTED,
        ),
        _ARTICLE,
    )
    TAGS = (
        "tags",
        FieldDeclaration(
            keys=("từ khóa", "thẻ", "tags", "keywords"),
            place=120,
            kind=ValueKind.LINE,
            hint="Ngăn bằng dấu phẩy (hiện mới lưu lại, chưa hiện trên trang)",
            example="đọc sách, lớp 1",
            is_list=True,
            record=("tags",),
            shown_in=ON_PAGE,
        ),
        _ARTICLE,
    )
    SUBMITTED = (
        "submitted",
        FieldDeclaration(
            keys=("nộp", "ngày nộp", "submitted"),
            place=180,
            kind=ValueKind.DAY,
            hint="Ngày nộp bài, để tính chỉ tiêu",
            example="18/11/2026",
            label="Ngày nộp",
            if_empty="ngày đăng",
            in_new=InNew.LEFT_OPEN,
            record=("submitted", "approvable_from"),
            shown_in=COUNTED,
        ),
        _ARTICLE,
    )
    CONSENT = (
        "consent",
        FieldDeclaration(
            keys=("đồng ý hình ảnh", "đồng ý", "consent"),
            place=270,
            kind=ValueKind.CONSENT,
            hint="Gia đình các em rõ mặt trong ảnh đã đồng ý chưa; `không` thì ảnh không hiện",
            example="có",
            see="#sự-đồng-ý-của-gia-đình",
            need=Need.WITH_IMAGES,
            in_new=InNew.LEFT_OPEN,
            record=("reasons", "cover", "video", "pictures", "gallery", "files", "refused"),
            shown_in=LISTED,
        ),
        _ARTICLE,
    )
    ORDER = (
        "order",
        FieldDeclaration(
            keys=("thứ tự", "order"),
            place=280,
            kind=ValueKind.NUMBER,
            hint="Thứ tự của trang trong danh sách ở chân trang",
            example="10",
            if_empty="sau mọi trang có số",
            record=("order",),
            shown_in=LISTED,
        ),
        _PAGE,
    )
