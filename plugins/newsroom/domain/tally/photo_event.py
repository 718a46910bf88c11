"""Articles that show an event in pictures. Requirement H1 (S0)."""

from ..site.article_record import ArticleRecord

# Fewer pictures go with a text; this many tell of the event themselves.
ENOUGH = 3


def is_photo_event(record: ArticleRecord) -> bool:
    """True where it stands in the galleries: it has a gallery of its own, or enough pictures.

    One whose pictures may not be shown has none in its record.
    """
    return record.is_article and (bool(record.gallery) or len(record.pictures) >= ENOUGH)
