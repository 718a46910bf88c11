"""The errors that stop a build, and what is said of them."""

from datetime import date

from ..domain.message import in_words


class BuildRefused(SystemExit):
    """The build stops before a byte is written; the message says why, in Vietnamese.

    A SystemExit, because Pelican turns other exceptions into tracebacks. `said` are messages, and
    words that have their ids already.
    """

    def __init__(self, *said: str) -> None:
        super().__init__(in_words(*said))


def today_or_refused() -> date:
    from ..intake.clock import today

    try:
        return today()
    except ValueError as error:
        raise BuildRefused(str(error)) from None
