"""The consent of the families to showing the pictures of an article.

Law on the protection of personal data 91/2025/QH15, article 24; Decree 56/2017/NĐ-CP, article 33.
"""

from collections.abc import Sequence
from datetime import date

from ..content.content_item import Article, ReferenceKind
from ..content.photo_package import Consent
from ..plan.plan import Plan, plan_on
from .import_approval import stands_by_import


def has_pictures(article: Article) -> bool:
    """True where the article would show any pictures, still or moving."""
    return bool(article.cover or article.gallery or article.video) or any(
        reference.kind is ReferenceKind.PICTURE for reference in article.body.references
    )


def may_show_pictures(article: Article, plans: Sequence[Plan], today: date) -> bool:
    """True where pictures and video may stand on pages; the words stay without them.

    A refused consent takes them off. Of an imported article so does its silence: nobody asked the
    families of then. Only the decision over its import may say otherwise, and only for the article
    as that decision saw it.
    """
    if article.imported is None or article.consent is not Consent.UNSTATED:
        return article.shows_pictures
    return article.imported.decision.shows_pictures and stands_by_import(article, plans, today)


def lacks_consent(article: Article, plans: Sequence[Plan]) -> bool:
    """True where it has pictures, says nothing of consent, and its day's plan wants it said.

    An imported article never waits for it: it is shown without its pictures.
    """
    plan = plan_on(plans, article.on) if article.imported is None else None
    return (
        article.consent is Consent.UNSTATED
        and plan is not None
        and plan.consent_required
        and has_pictures(article)
    )
