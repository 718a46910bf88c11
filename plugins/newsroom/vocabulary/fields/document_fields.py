"""The fields that only documents carry."""

from ...domain.content.content_item import ContentKind
from .declaration import LISTED, FieldDeclaration, HeaderField, Need, Sealed, ValueKind

_DOCUMENT = frozenset({ContentKind.DOCUMENT})


class DocumentField(HeaderField):
    """A field of documents only. What they share with articles has the same field."""

    NUMBER = (
        "number",
        FieldDeclaration(
            keys=("số ký hiệu", "số", "ký hiệu", "số hiệu", "number"),
            place=20,
            kind=ValueKind.DOCUMENT_NUMBER,
            hint="Cả số lẫn ký hiệu, đúng như trên giấy. Hai văn bản cùng số của cùng một cơ quan"
            " thì máy báo, nêu tên cả hai tệp",
            example="52/QC-THVD",
            need=Need.REQUIRED,
            sealed=Sealed(version=1, place=2),
            record=("paper",),
            shown_in=LISTED,
        ),
        _DOCUMENT,
    )
    TYPE = (
        "type",
        FieldDeclaration(
            keys=("loại", "loại văn bản", "type"),
            place=30,
            kind=ValueKind.DOCUMENT_TYPE,
            hint="Ở trang văn bản, bấm vào loại để chỉ xem loại ấy",
            example="quy chế",
            label="Loại văn bản",
            need=Need.REQUIRED,
            sealed=Sealed(version=1, place=3),
            record=("paper",),
            shown_in=LISTED,
        ),
        _DOCUMENT,
    )
    ISSUER = (
        "issuer",
        FieldDeclaration(
            keys=("cơ quan ban hành", "nơi ban hành", "issuer"),
            place=40,
            kind=ValueKind.ISSUER,
            hint="Tên cơ quan. Tên gọi tắt trong `truong.yaml` (Phòng, Sở) cũng được, máy ghi ra"
            " tên đầy đủ của ngày ấy",
            example="Trường Tiểu học Ví Dụ",
            need=Need.REQUIRED,
            sealed=Sealed(version=1, place=4),
            record=("paper",),
            shown_in=LISTED,
        ),
        _DOCUMENT,
    )
    FIELD = (
        "field",
        FieldDeclaration(
            keys=("lĩnh vực", "field"),
            place=60,
            kind=ValueKind.LINE,
            hint="Ghi nếu có",
            example="Truyền thông",
            record=("paper",),
            shown_in=LISTED,
        ),
        _DOCUMENT,
    )
    SIGNER = (
        "signer",
        FieldDeclaration(
            keys=("người ký", "signer"),
            place=70,
            kind=ValueKind.NAME,
            hint="Ghi nếu có",
            example="Nguyễn Thị Mẫu An",
            sealed=Sealed(version=1, place=6),
            record=("paper",),
            shown_in=LISTED,
        ),
        _DOCUMENT,
    )
    FILES = (
        "files",
        FieldDeclaration(
            keys=("tệp", "tệp văn bản", "tệp đính kèm", "file", "files"),
            place=80,
            kind=ValueKind.FILE,
            hint="Một hay nhiều tệp, ngăn bằng dấu phẩy hoặc mỗi tệp một dòng `- …`. Được: pdf,"
            " doc, docx, xls, xlsx, ppt, pptx, zip, mp3, mp4. Ảnh chụp văn bản thì lưu thành PDF"
            " đã",
            example="quy-che-phat-ngon.pdf",
            need=Need.REQUIRED,
            is_list=True,
            sealed=Sealed(version=1, place=7),
            record=("paper", "files"),
            shown_in=LISTED,
        ),
        _DOCUMENT,
    )
    RETENTION = (
        "retention",
        FieldDeclaration(
            keys=("lưu", "thời hạn lưu", "thời hạn bảo quản", "retention"),
            place=90,
            kind=ValueKind.RETENTION,
            hint="Hoặc số năm, ví dụ `10 năm`",
            example="vĩnh viễn",
            label="Thời hạn lưu",
            record=("paper",),
            shown_in=LISTED,
        ),
        _DOCUMENT,
    )
    VALID = (
        "valid",
        FieldDeclaration(
            keys=("hiệu lực", "có hiệu lực", "valid"),
            place=100,
            kind=ValueKind.VALIDITY,
            hint="`từ 20/09/2026`, `đến 31/07/2027`, hoặc cả hai",
            example="từ 20/09/2026",
            record=("paper",),
            shown_in=LISTED,
        ),
        _DOCUMENT,
    )
    ENDED = (
        "ended",
        FieldDeclaration(
            keys=("hết hiệu lực", "ended"),
            place=110,
            kind=ValueKind.DAY,
            hint="Ngày đầu tiên không còn hiệu lực",
            example="01/01/2027",
            record=("paper",),
            shown_in=LISTED,
        ),
        _DOCUMENT,
    )
    REPLACES = (
        "replaces",
        FieldDeclaration(
            keys=("thay thế", "thay cho", "replaces"),
            place=120,
            kind=ValueKind.DOCUMENT_NUMBER,
            hint="Số của văn bản cũ. Hai trang tự dẫn sang nhau, và trang cũ ghi rõ đã được"
            " thay thế",
            example="31/QC-THVD",
            is_list=True,
            record=("paper",),
            shown_in=LISTED,
        ),
        _DOCUMENT,
    )
    DISCLOSURE = (
        "disclosure",
        FieldDeclaration(
            keys=("công khai", "mục công khai", "disclosure"),
            place=130,
            kind=ValueKind.DISCLOSURE,
            hint="Mục phải công khai của kế hoạch mà văn bản này đáp ứng",
            example="Quy chế phát ngôn",
            see="#công-khai-theo-năm-học",
            is_list=True,
            record=("paper",),
            shown_in=LISTED,
        ),
        _DOCUMENT,
    )
    DUE = (
        "due",
        FieldDeclaration(
            keys=("hạn công khai", "due"),
            place=140,
            kind=ValueKind.DAY,
            hint="Ngày chậm nhất phải công khai",
            example="30/09/2026",
            see="#công-khai-theo-năm-học",
            record=("paper",),
            shown_in=LISTED,
        ),
        _DOCUMENT,
    )
