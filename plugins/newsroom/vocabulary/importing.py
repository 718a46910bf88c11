"""The words of `import`: the table of old names (nhap.yaml), and what may stand in it."""

from .words import Words

# The keys of the table.
NAME_TABLE: Words[str] = {
    "categories": ("chuyên mục", "category", "categories"),
    "authors": ("tác giả", "người viết", "author", "authors"),
}
# Values beside names of the plan: the articles stay away, or the old name stands as it was.
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
