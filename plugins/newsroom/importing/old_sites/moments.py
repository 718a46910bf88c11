"""Moments as exports write them, as Vietnamese time without a zone."""

import re
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime

from ...domain.text.dates import VIETNAM, NotADate, parse_moment

# 0000-00-00 as PHP writes it for mail: the reader of mail would make 2000 of it.
_NO_YEAR = re.compile(r"\s-?0{3}\d\b")


def vietnamese_time(moment: date | datetime) -> datetime | None:
    """The moment on a Vietnamese clock; one without a zone is one already. None before 1900."""
    if not isinstance(moment, datetime):
        moment = datetime(moment.year, moment.month, moment.day)
    if moment.tzinfo:
        try:
            moment = moment.astimezone(VIETNAM).replace(tzinfo=None)
        except OverflowError:
            return None
    return moment if moment.year > 1900 else None


def moment_in(text: str, later: timedelta = timedelta()) -> datetime | None:
    """The moment that a text says; None for 0000-00-00 00:00:00 and what is none.

    ISO 8601, as mail writes it, or as people do (20/11/2019). `later` is added to what has no zone
    (a time in GMT).

    >>> str(moment_in("2019-09-05T01:30:00Z")), moment_in("0000-00-00 00:00:00")
    ('2019-09-05 08:30:00', None)
    >>> moment_in("Mon, 30 Nov -0001 00:00:00 +0000")
    """
    plain = text.strip()
    if not plain:
        return None
    try:
        moment = datetime.fromisoformat(plain)
        return vietnamese_time(moment if moment.tzinfo else moment + later)
    except (ValueError, OverflowError):
        pass
    if _NO_YEAR.search(plain):
        return None
    try:
        return vietnamese_time(parsedate_to_datetime(plain))
    except (TypeError, ValueError, IndexError, OverflowError):
        pass
    try:
        day, at = parse_moment(plain)
    except NotADate:
        return None
    moment = datetime(day.year, day.month, day.day, at.hour if at else 0, at.minute if at else 0)
    return vietnamese_time(moment)
