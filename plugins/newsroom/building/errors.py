"""The errors that stop a build, and what is said of them."""

from datetime import date


class BuildRefused(SystemExit):
    """The build stops before a byte is written; the message says why, in Vietnamese.

    A SystemExit, because Pelican turns other exceptions into tracebacks.
    """


def today_or_refused() -> date:
    from ..intake.clock import today

    try:
        return today()
    except ValueError as error:
        raise BuildRefused(str(error)) from None
