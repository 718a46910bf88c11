"""The one place that asks what time it is."""

import os
from datetime import datetime, time

from ..domain.message import Message
from ..domain.text.dates import VIETNAM, NotADate, parse_moment, unread_part


def now() -> datetime:
    """The minute as of which the site is built: NEWSROOM_TODAY, or the clock in Vietnam.

    A day without an hour is its first minute (00:00). As everywhere, the hour is Vietnam's.
    Raises ValueError when NEWSROOM_TODAY is set to something that is neither.
    """
    fixed = os.environ.get("NEWSROOM_TODAY", "").strip()
    if not fixed:
        return datetime.now(VIETNAM).replace(second=0, microsecond=0, tzinfo=None)
    try:
        day, at = parse_moment(fixed)
        if unread_part(fixed):
            # T18 or T1800: an hour that somebody meant, and the first minute of the day is another.
            raise NotADate(fixed)
    except NotADate:
        raise ValueError(
            Message(
                "NR-TASK-005",
                f"NEWSROOM_TODAY={fixed} không phải là một ngày (2026-11-21) hay một giờ của một"
                " ngày (2026-11-21T18:00).",
            ).with_id
        ) from None
    return datetime.combine(day, at or time.min)
