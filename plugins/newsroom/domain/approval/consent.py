"""The consent of the families to showing the pictures of an article.

Law on the protection of personal data 91/2025/QH15, article 24; Decree 56/2017/NĐ-CP, article 33.
"""

from collections.abc import Sequence

from ..content.content_item import Article, ReferenceKind
from ..content.photo_package import Consent
from ..plan.plan import Plan, plan_on


def has_pictures(article: Article) -> bool:
    """True where the article would show any pictures, still or moving."""
    return bool(article.cover or article.gallery or article.video) or any(
        reference.kind is ReferenceKind.PICTURE for reference in article.body.references
    )


def lacks_consent(article: Article, plans: Sequence[Plan]) -> bool:
    """True where it has pictures, says nothing of consent, and its day's plan wants it said."""
    plan = plan_on(plans, article.on)
    return (
        article.consent is Consent.UNSTATED
        and plan is not None
        and plan.consent_required
        and has_pictures(article)
    )
