"""What every page shows around its content."""

from collections.abc import Iterator, Mapping
from typing import Any

from .link import Link
from .site import Site


def chrome(site: Site) -> Mapping[str, Any]:
    """Menu, footer and the school, for all pages alike. Nothing in it changes with the day."""
    plan = site.current_plan
    today = site.publication.today
    people = Link("Thống kê cá nhân", f"ca-nhan/{plan.code}/")
    return {
        "school": site.school,
        "is_desk": site.is_desk,
        "menu": [
            Link("Trang chủ", site.home_url),
            *(site.link_to(category) for category in plan.categories),
        ],
        "pages_menu": [
            *(Link(page.title, page.url) for page in site.publication.pages),
            *_lists(site),
            Link("Ban biên tập", "ban-bien-tap/"),
            Link("Chỉ tiêu tin bài", plan.url),
            Link("Liên kết cấp trên", "lien-ket/"),
            *([people] if plan.individuals_public else []),
        ],
        "groups_menu": [site.link_to(group) for group in plan.groups],
        "portals": [
            (superior.short_name, superior.portal)
            for superior in site.school.superiors
            if superior.portal and superior.exists_on(today)
        ],
        "home_url": site.home_url,
        "desk_menu": [
            Link("Việc cần làm", ""),
            Link("Quyết định", "ban-bien-tap/"),
            people,
            Link("Quy chế", "quy-che/"),
        ],
    }


def _lists(site: Site) -> Iterator[Link]:
    """The lists that a school may have or not: a menu does not lead to an empty page."""
    public = site.publication
    if public.documents:
        yield Link("Văn bản", "van-ban/")
    if any(docket.document.disclosed_under for docket in public.documents):
        yield Link("Công khai", "cong-khai/")
    if public.events:
        yield Link("Lịch", "lich/")
