"""The words for what did not come along: what it is, and what somebody can do about it."""

from ...importing.old_sites.left_out import LeftKind

# Each with what is counted, and the remedy.
LEFT_WORDS: dict[LeftKind, tuple[str, str]] = {
    LeftKind.DRAFT: (
        "bài nháp, bài chưa ai đọc được ở trang cũ",
        "Muốn lấy bài nào thì đăng bài ấy ở trang cũ, xuất lại, rồi gõ lại lệnh.",
    ),
    LeftKind.PRIVATE: ("bài riêng tư ở trang cũ", "Để lại: người đọc trang cũ cũng không thấy."),
    LeftKind.LOCKED: ("bài có mật khẩu ở trang cũ", "Để lại; muốn lấy thì bỏ mật khẩu, xuất lại."),
    LeftKind.FUTURE: ("bài hẹn giờ, chưa lên trang cũ", "Chờ bài lên trang cũ rồi xuất lại."),
    LeftKind.TRASH: ("bài trong thùng rác của trang cũ", "Không phải làm gì."),
    LeftKind.PAGE: (
        "trang đứng riêng (giới thiệu, liên hệ…)",
        "Chép chữ của trang cần giữ vào content/trang, rồi nhờ ban biên tập duyệt từng trang.",
    ),
    LeftKind.DOCUMENT: (
        "văn bản (kế hoạch, quyết định…)",
        "Chép tệp của văn bản cần giữ vào content/van-ban;"
        " xem docs/huong-dan/van-ban-cong-khai-lich.md.",
    ),
    LeftKind.OTHER_TYPE: (
        "mục không phải bài (trình đơn, mẫu, sản phẩm…)",
        "Không phải làm gì, trừ khi trang cũ đăng tin bằng loại mục này.",
    ),
    LeftKind.UNREADABLE: ("mục không đọc được", "Mở mục ấy ở trang cũ xem, sửa rồi xuất lại."),
    LeftKind.NO_DATE: (
        "bài không có ngày dùng được",
        "Ghi ngày đăng cho bài ấy ở trang cũ rồi xuất lại; hoặc viết bằng lệnh new.",
    ),
    LeftKind.NO_TITLE: ("bài không có tiêu đề và cũng không có chữ", "Không phải làm gì."),
    LeftKind.TITLE_MADE: (
        "bài thiếu tiêu đề: lấy câu đầu làm tiêu đề",
        "Xem lại dòng tiêu đề của các bài ấy.",
    ),
    LeftKind.EMPTY: ("bài trống, không chữ không ảnh", "Không phải làm gì."),
    LeftKind.TOO_LONG: ("bài dài quá 900.000 chữ", "Chia bài ấy ra ở trang cũ, hoặc đính kèm PDF."),
    LeftKind.TWICE: ("bài có hai lần trong tệp xuất", "Không phải làm gì: lấy bản đứng trước."),
    LeftKind.BY_TABLE: ("bài bỏ theo bảng content/nhap.yaml", "Đổi dòng “bỏ” nếu muốn lấy."),
    LeftKind.REMOVED_SINCE: (
        "bài đã nhập trước đây rồi có người xóa",
        "Để nguyên. Muốn lấy lại thì xóa dòng của bài trong tệp content/nhap/….yaml chưa duyệt,"
        " hoặc lấy tệp cũ từ git.",
    ),
    LeftKind.COMMENT: ("bình luận của người đọc", "Không nhập: trang này không có bình luận."),
    LeftKind.SHORTCODE: (
        "mã tắt [trong ngoặc vuông] của trang cũ",
        "Mở bài ở trang cũ xem chỗ ấy hiện gì; cần thì viết lại vào bài.",
    ),
    LeftKind.FORM: (
        "biểu mẫu",
        "Trang tĩnh không nhận biểu mẫu: thay bằng liên kết tới một biểu mẫu trên mạng.",
    ),
    LeftKind.EMBEDDED: (
        "khung nhúng, mã chạy trong bài",
        "Cần thì thay bằng một liên kết, hoặc dòng video ở đầu bài.",
    ),
    LeftKind.HIDDEN_TEXT: ("chữ ẩn trong bài", "Không phải làm gì: người đọc cũ không thấy."),
    LeftKind.PICTURE_MISSING: (
        "ảnh không tìm thấy",
        "Chép thư mục ảnh của trang cũ về rồi thêm  --files THƯ-MỤC ; hoặc thêm  --fetch  để tải"
        " từ trang cũ.",
    ),
    LeftKind.PICTURE_REFUSED: (
        "tệp không phải ảnh hoặc ảnh hỏng",
        "Tìm bản gốc, lưu thành .jpg, thay vào thư mục của --files.",
    ),
    LeftKind.FILE_MISSING: (
        "tệp đính kèm không tìm thấy",
        "Chép thư mục tệp của trang cũ về rồi thêm  --files THƯ-MỤC .",
    ),
    LeftKind.FILE_REFUSED: (
        "tệp đính kèm không dùng được",
        "Lưu lại thành .pdf, .docx, .xlsx, đặt cạnh bài rồi ghi liên kết.",
    ),
    LeftKind.LINK_LOST: (
        "liên kết tới trang cũ không còn: giữ chữ, bỏ liên kết",
        "Cần thì ghi lại liên kết tới trang mới.",
    ),
    LeftKind.CHARACTERS: ("ký tự lạ trong tệp xuất: đã bỏ", "Không phải làm gì."),
    LeftKind.ENCODING: (
        "bài có chữ ở bộ mã cũ hoặc mã hóa hai lần (Trưá»ng): đã đổi lại",
        "Đọc lại vài bài xem chữ đã đúng chưa.",
    ),
}
