"""The rules of the site (quy chế hoạt động), drawn from the plan. Requirement C8 (S4, III.1)."""

from collections.abc import Iterator

from ...domain.approval.timeliness import DAYS_AHEAD
from ...domain.plan.board import HEAD, Role
from ...domain.plan.plan import Plan
from ...domain.section import Section
from ...domain.text.dates import in_numbers
from ...vocabulary.approval import WHO_MAY_CHANGE
from ..build.page import Page, ready
from ..build.site import Site
from ..lists.home import board_context


def rules_page(site: Site) -> Page:
    """A draft to print, complete and sign: who does what, who approves what, how it goes."""
    plan = site.current_plan
    return ready(
        Section.RULES.front,
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
            "asks_for_roles": bool(_roles_of_categories(plan)),
            "asks_for_heads": any(HEAD in c.extra_roles for c in plan.categories),
            "alone": [*_alone_in_their_role(plan)],
            "last_word": [m.person.name for m in plan.principals]
            if plan.principal_approves_last
            else [],
            "days_ahead": DAYS_AHEAD,
            "issued": in_numbers(plan.issued) if plan.issued else "",
        },
    )


def _roles_of_categories(plan: Plan) -> list[Role]:
    """The roles that categories ask for beside the board and the heads, each once."""
    asked = dict.fromkeys(role for c in plan.categories for role in c.extra_roles)
    return [role for role in asked if role != HEAD]


def _alone_in_their_role(plan: Plan) -> Iterator[str]:
    """The people who alone hold a role: what they write themselves another has to approve."""
    for role in _roles_of_categories(plan):
        holders = [member.person.name for member in plan.board if role in member.roles]
        if len(holders) == 1:
            yield f"{holders[0]} (“{role.name}”)"
