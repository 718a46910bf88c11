"""The time of an approval: nobody approves what does not exist yet. Decision 31."""

from datetime import date, timedelta

from ..content.content_item import NO_DATE, Article, ContentItem

# Articles are approved ahead of the day on which they appear, but not a season ahead.
DAYS_AHEAD = 30


def approvable_from(item: ContentItem) -> date | None:
    """The first day on which it can have been approved; None where any day will do.

    That is the day on which it was handed in, where its header says so, else thirty days before
    its own. Standing pages and documents have no such day: a document is often older than its
    place on the site. The decision over an import is no approval of one article: it holds for
    what is older than itself (`import_approval`).
    """
    if not isinstance(item, Article):
        return None
    if item.is_submission_dated:
        return item.submitted
    return None if item.on == NO_DATE else item.on - timedelta(days=DAYS_AHEAD)


def is_too_early(day: date, item: ContentItem) -> bool:
    """True for an approval of that day."""
    first = approvable_from(item)
    return first is not None and day < first
