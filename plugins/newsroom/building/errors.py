"""The errors that stop a build, and what is said of them."""

from datetime import date, datetime

from ..domain.message import in_words


class BuildRefused(SystemExit):
    """The build stops before a byte is written; the message says why, in Vietnamese.

    A SystemExit, because Pelican turns other exceptions into tracebacks. `said` are messages, and
    words that have their ids already.
    """

    def __init__(self, *said: str) -> None:
        super().__init__(in_words(*said))


def now_or_refused() -> datetime:
    from ..intake.clock import now

    try:
        return now()
    except ValueError as error:
        raise BuildRefused(str(error)) from None


def today_or_refused() -> date:
    return now_or_refused().date()
