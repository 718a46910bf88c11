"""The words for each file that is not read: its kind, and how to save it as .docx instead."""

from ...domain.message import Message, UserFacingError
from .handed_format import HandedFormat
from .shared_link import SharingPlace, place_of

_WORD = (
    "\n    Máy tính: mở bằng Word hay WPS, chọn Tệp › Lưu thành (Save As), ô kiểu tệp chọn"
    " “Word Document (*.docx)”.\n    Điện thoại: mở bằng ứng dụng Google Tài liệu, bấm ⋮ › Chia sẻ"
    " và xuất › Lưu dưới dạng Word (.docx); hay mở bằng ứng dụng Word, bấm ⋮ › Lưu dưới dạng."
)
_GOOGLE = (
    "\n    Máy tính: mở bài, chọn Tệp › Tải xuống › Microsoft Word (.docx).\n    Điện thoại: mở bài"
    " bằng ứng dụng Google Tài liệu, bấm ⋮ › Chia sẻ và xuất › Gửi bản sao › Word (.docx)."
)
_COPY = "\n    Chép chữ của bài sang một tệp Word mới, lưu kiểu .docx"


class FileNotTaken(UserFacingError):
    """A file is not read; the message says what it is and what to do. Nothing was written."""


def refused_format(
    form: HandedFormat, name: str, place: SharingPlace | None = None
) -> FileNotTaken:
    """The error for a file of a format that is not read; `place` is where a link leads."""
    if form is HandedFormat.LINK:
        return refused_place(place or SharingPlace.OTHER, name)
    return FileNotTaken(_REFUSED.get(form, _REFUSED[HandedFormat.UNKNOWN]).format(name=name))


def refused_place(place: SharingPlace, name: str) -> FileNotTaken:
    """The error for a link in place of a file."""
    return FileNotTaken(_PLACES[place].format(name=name))


def refused_link(typed: str) -> FileNotTaken | None:
    """The error for an address of the web in place of a file; None for what is no address."""
    place = place_of(typed)
    return refused_place(place, typed) if place else None


_PLACES = {
    SharingPlace.GOOGLE: Message(
        "NR-OPEN-007",
        "“{name}” chỉ là đường dẫn tới Google Tài liệu, không phải bài; máy không tải gì từ mạng."
        + _GOOGLE,
    ),
    SharingPlace.MICROSOFT: Message(
        "NR-OPEN-008",
        "“{name}” chỉ là đường dẫn tới OneDrive, không phải bài; máy không tải gì từ mạng."
        "\n    Máy tính: mở bài, chọn Tệp › Lưu dưới dạng (Save As) › Tải xuống bản sao (Download a"
        " copy).\n    Điện thoại: mở bằng ứng dụng Word, bấm ⋮ › Lưu dưới dạng, chọn điện thoại.",
    ),
    SharingPlace.OTHER: Message(
        "NR-OPEN-009",
        "“{name}” chỉ là một đường dẫn, không phải bài; máy không tải gì từ mạng. Mở đường dẫn ấy"
        " bằng trình duyệt, tải tệp về rồi đưa tệp; bài là trang web thì chép chữ sang Word.",
    ),
}
_REFUSED = {
    HandedFormat.DOC: Message(
        "NR-OPEN-010", "“{name}” là tệp Word đời cũ (.doc), máy không đọc được." + _WORD
    ),
    HandedFormat.WPS: Message(
        "NR-OPEN-011", "“{name}” là tệp .wps của WPS hay Works, máy không đọc được." + _WORD
    ),
    HandedFormat.RTF: Message("NR-OPEN-012", "“{name}” là tệp RTF, máy không đọc được." + _WORD),
    HandedFormat.ODT: Message(
        "NR-OPEN-013",
        "“{name}” là tệp OpenDocument (.odt), máy không đọc được."
        "\n    Máy tính: mở bằng LibreOffice, chọn Tệp › Lưu thành (Save As), kiểu “Word 2007-365"
        " (.docx)”.\n    Điện thoại: tải lên Google Drive, mở bằng Google Tài liệu, bấm ⋮ › Chia sẻ"
        " và xuất › Lưu dưới dạng Word (.docx).",
    ),
    HandedFormat.WORD_XML: Message(
        "NR-OPEN-014", "“{name}” là tài liệu Word lưu kiểu XML, máy không đọc được." + _WORD
    ),
    HandedFormat.DOCM: Message(
        "NR-OPEN-015",
        "“{name}” có macro (chương trình nhúng trong tài liệu), nên máy không mở." + _WORD
        + "\n    Word hỏi có lưu mà không kèm macro thì chọn Có (Yes).",
    ),
    HandedFormat.DOTX: Message(
        "NR-OPEN-016", "“{name}” là tệp mẫu (template) của Word, không phải bài viết." + _WORD
    ),
    HandedFormat.PDF: Message(
        "NR-OPEN-017",
        "“{name}” là tệp PDF, máy không đọc được: hãy xin tác giả bản Word gốc."
        "\n    Không còn bản gốc, trên máy tính: mở PDF bằng Word (Tệp › Mở), rồi Tệp › Lưu thành,"
        " kiểu .docx, và đọc lại.\n    Trên điện thoại: tải lên Google Drive, mở bằng Google Tài"
        " liệu, bấm ⋮ › Chia sẻ và xuất › Lưu dưới dạng Word. Bản chụp, bản quét thì phải gõ lại.",
    ),
    HandedFormat.PAGES: Message(
        "NR-OPEN-018",
        "“{name}” là tệp Pages của máy Apple, máy không đọc được."
        "\n    Máy Mac: mở bằng Pages, chọn Tệp › Xuất sang › Word, định dạng .docx."
        "\n    iPhone, iPad: mở bằng Pages, bấm ⋯ › Xuất › Word. Không có máy Apple: vào"
        " icloud.com/pages, tải tệp lên, chọn Tải xuống bản sao › Word.",
    ),
    HandedFormat.EPUB: Message(
        "NR-OPEN-019", "“{name}” là sách điện tử (EPUB), máy không đọc được." + _COPY + "."
    ),
    HandedFormat.WEB_PAGE: Message(
        "NR-OPEN-020",
        "“{name}” là trang web (HTML), máy không đọc được."
        "\n    Máy tính: mở bằng Word (Tệp › Mở), rồi Tệp › Lưu thành, kiểu “Word Document"
        " (*.docx)”.\n    Điện thoại: chép chữ của bài sang Google Tài liệu, bấm ⋮ › Chia sẻ và"
        " xuất › Lưu dưới dạng Word (.docx).",
    ),
    HandedFormat.SHEET: Message(
        "NR-OPEN-021",
        "“{name}” là bảng tính, không phải bài viết." + _COPY
        + "; bảng thì bôi đen trong Excel rồi dán sang. Muốn người đọc tải bảng tính thì đặt tệp"
        " cạnh bài và thêm liên kết.",
    ),
    HandedFormat.SLIDES: Message(
        "NR-OPEN-022",
        "“{name}” là bản trình chiếu, không phải bài viết." + _COPY
        + "; ảnh thì bấm phải chuột › Lưu dưới dạng ảnh.",
    ),
    HandedFormat.PICTURE: Message(
        "NR-OPEN-023",
        "“{name}” là ảnh, không phải bài viết. Để bài (.docx hoặc .txt) và các ảnh vào một thư mục"
        " rồi đưa thư mục ấy. Ảnh chụp trang giấy thì phải gõ lại chữ.",
    ),
    HandedFormat.VIDEO: Message(
        "NR-OPEN-024",
        "“{name}” là video hay âm thanh, không phải bài viết. Để bài (.docx hoặc .txt) và video vào"
        " một thư mục rồi đưa thư mục ấy.",
    ),
    HandedFormat.ZIP: Message(
        "NR-OPEN-025",
        "“{name}” là tệp nén, không phải tài liệu Word. Giải nén ra một thư mục rồi đưa thư mục ấy,"
        " hoặc đổi đuôi tệp thành .zip.",
    ),
    HandedFormat.OTHER_ARCHIVE: Message(
        "NR-OPEN-026",
        "“{name}” là tệp nén loại khác .zip (RAR, 7z…), máy không mở. Giải nén ra một thư mục (bấm"
        " phải chuột › Extract, hoặc Giải nén), rồi đưa thư mục ấy.",
    ),
    HandedFormat.LOCKED: Message(
        "NR-OPEN-027",
        "“{name}” có mật khẩu, máy không mở được. Mở bằng Word, chọn Tệp › Thông tin › Bảo vệ tài"
        " liệu › Mã hóa bằng mật khẩu, xóa trắng ô mật khẩu, lưu lại rồi đưa tệp ấy.",
    ),
    HandedFormat.BROKEN: Message(
        "NR-OPEN-028",
        "“{name}” bị hỏng hoặc chép chưa hết. Xin tác giả gửi lại; tệp còn mở được bằng Word thì"
        " chọn Tệp › Lưu thành, kiểu “Word Document (*.docx)”, rồi đưa tệp mới.",
    ),
    HandedFormat.EMPTY: Message(
        "NR-OPEN-029",
        "“{name}” không có gì bên trong (có khi chép chưa xong). Xin chép hoặc gửi lại.",
    ),
    HandedFormat.UNKNOWN: Message(
        "NR-OPEN-030",
        "Máy không biết “{name}” là loại tệp gì. Máy đọc tệp Word (.docx), tệp chữ (.txt, .md),"
        " tệp .zip hoặc thư mục có bài và ảnh." + _WORD,
    ),
}  # fmt: skip
