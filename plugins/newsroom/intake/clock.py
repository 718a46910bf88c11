"""The one place that asks what day it is."""

import os
from datetime import date, datetime

from ..domain.message import Message
from ..domain.text.dates import VIETNAM, NotADate, parse_date


def today() -> date:
    """The day on which the site is built: NEWSROOM_TODAY, or the clock in Vietnam.

    Raises ValueError when NEWSROOM_TODAY is set to something that is no date.
    """
    fixed = os.environ.get("NEWSROOM_TODAY", "")
    try:
        return parse_date(fixed) if fixed else datetime.now(VIETNAM).date()
    except NotADate:
        raise ValueError(
            Message(
                "NR-TASK-005", f"NEWSROOM_TODAY={fixed} không phải là một ngày (2026-11-21)."
            ).with_id
        ) from None
