"""A standing page: about, contact, rules."""

from ...domain.content.content_item import RESERVED_SLUGS, StandingPage
from .item_file import ItemFile


def standing_page_of(file: ItemFile) -> StandingPage:
    """The page in a file, with its problems."""
    entry = file.header.first("order")
    order = entry.value if entry else ""
    is_number = order.isdecimal() and len(order) <= 4
    if order and not is_number:
        file.problem(entry, f"Thứ tự “{order}” không phải là số.", "Ghi:  thứ tự: 10")
    if file.slug in RESERVED_SLUGS:
        file.problem(
            file.header.first("slug"),
            f"Địa chỉ /{file.slug}/ dành riêng cho phần khác của trang.",
            f"Đổi tên tệp, ví dụ trang-{file.slug}.md.",
        )
    return StandingPage(
        path=file.path,
        slug=file.slug,
        title=file.header.text("title"),
        summary=file.header.text("summary"),
        body=file.body,
        decisions=file.decisions,
        fingerprint=file.fingerprint,
        problems=tuple(file.problems),
        order=int(order) if is_number else 100,
    )
