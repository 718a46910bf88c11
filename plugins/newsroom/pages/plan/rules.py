"""The rules of the site (quy chế hoạt động), drawn from the plan. Requirement C8 (S4, III.1)."""

from ...domain.text.dates import in_numbers
from ...vocabulary.approval import WHO_MAY_CHANGE
from ..build.page import Page, ready
from ..build.site import Site
from ..lists.home import board_context


def rules_page(site: Site) -> Page:
    """A draft to print, complete and sign: who does what, who approves what, how it goes."""
    plan = site.current_plan
    return ready(
        "quy-che/",
        "rules",
        {
            **board_context(site),
            "groups": [
                (group.name, group.kind, group.head.name if group.head else "")
                for group in plan.groups
            ],
            "owners": [
                (category.name, [plan.group(code).name for code in category.owners])
                for category in plan.categories
                if category.owners
            ],
            "quotas": [(quota.name, quota.source) for quota in plan.quotas],
            "changes": WHO_MAY_CHANGE,
            "issued": in_numbers(plan.issued) if plan.issued else "",
        },
    )
