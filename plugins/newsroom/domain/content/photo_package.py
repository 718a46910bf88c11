"""Pictures handed in for the archive."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from ..plan.calendar import Period


class Consent(Enum):
    """The article's statement on the consent to its pictures (đồng ý hình ảnh)."""

    GIVEN = "given"
    NO_CHILDREN = "no children"
    REFUSED = "refused"
    UNSTATED = "unstated"


@dataclass(frozen=True, kw_only=True)
class PackageSending:
    """A package of photos on its way up: the day, and the code of the parent office.

    The code is empty where nobody wrote to whom it went.
    """

    on: date
    office: str = ""


@dataclass(frozen=True, kw_only=True)
class PhotoPackage:
    """A package of photos that a group handed in (gói ảnh tư liệu). Requirements H1, H2, T3 (S0).

    `on` is the day on which it came, `semester` the one that it is for (None where none is near).
    """

    group: str
    on: date
    pictures: int
    semester: Period | None = None
    sendings: tuple[PackageSending, ...] = ()

    @property
    def counts_on(self) -> date:
        """The day on which it counts: that on which it came, or the nearest of its semester.

        What came three days after the end is late, and still that semester's (decision 10).
        """
        if self.semester is None:
            return self.on
        return min(max(self.on, self.semester.first), self.semester.last)


# So many days around the end of a semester a package is taken to be for it.
DAYS_AROUND_THE_END = 30


def semester_of_package(on: date, semesters: Iterable[Period]) -> Period | None:
    """The semester for which a package is that says none: the nearest end, else its own day's."""
    every = sorted(semesters, key=lambda semester: (abs(semester.last - on), semester.last))
    near = (s for s in every if abs((s.last - on).days) <= DAYS_AROUND_THE_END)
    return next(near, None) or next((s for s in every if s.contains(on)), None)
