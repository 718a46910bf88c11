"""Which articles show an event in pictures. Requirement H1 (S0)."""

from ..site.article_record import Docket

# Fewer pictures go with a text; this many tell of the event themselves.
ENOUGH = 3


def is_photo_event(docket: Docket) -> bool:
    """Whether it stands in the galleries: it has a gallery of its own, or enough pictures.

    One whose pictures may not be shown has none in its docket.
    """
    return docket.is_article and (bool(docket.gallery) or len(docket.pictures) >= ENOUGH)
