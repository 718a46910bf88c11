"""A standing page: about, contact, rules."""

from ...domain.content.content_item import StandingPage
from ...domain.message import Message
from ...domain.section import RESERVED_SLUGS
from ...vocabulary.fields.article_fields import ArticleField
from ...vocabulary.fields.shared_fields import SharedField
from .item_file import ItemFile


def standing_page_of(file: ItemFile) -> StandingPage:
    """The page in a file, with its problems."""
    entry = file.header.first(ArticleField.ORDER)
    order = entry.value if entry else ""
    is_number = order.isdecimal() and len(order) <= 4
    if order and not is_number:
        file.problem(
            entry,
            Message("NR-HEADER-007", f"Thứ tự “{order}” không phải là số."),
            "Ghi:  thứ tự: 10",
        )
    if file.slug in RESERVED_SLUGS:
        file.problem(
            file.header.first(SharedField.SLUG),
            Message("NR-HEADER-008", f"Địa chỉ /{file.slug}/ dành riêng cho phần khác của trang."),
            f"Đổi tên tệp, ví dụ trang-{file.slug}.md.",
        )
    return StandingPage(
        path=file.path,
        slug=file.slug,
        title=file.header.text(SharedField.TITLE),
        summary=file.header.text(ArticleField.SUMMARY),
        body=file.body,
        decisions=file.decisions,
        former_addresses=file.former_addresses,
        problems=tuple(file.problems),
        order=int(order) if is_number else 100,
    )
