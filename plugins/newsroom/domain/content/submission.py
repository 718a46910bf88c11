"""The way of an article to the offices above."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from ..plan.portal import leads_to
from ..plan.school import ParentOffice


class SubmissionKind(Enum):
    """Sent to a parent office (gửi), or carried on its pages (được đăng)."""

    SENT = "sent"
    CARRIED = "carried"


@dataclass(frozen=True, kw_only=True)
class Submission:
    """One entry of an article's ledger of sending. Requirement D2 (S1).

    `link` is where it was carried, as somebody wrote it; `note` whatever else was written, such
    as a number. `line` is that of the header, where one was read.
    """

    kind: SubmissionKind
    office: ParentOffice
    on: date
    link: str = ""
    note: str = ""
    line: int = 0

    @property
    def shown_link(self) -> str:
        """The link where it leads to the parent office's own pages, else nothing.

        Anybody who may save a file can add such a line to an article that is approved.
        """
        return self.link if leads_to(self.link, self.office.portals) else ""


@dataclass(frozen=True, kw_only=True)
class Selection:
    """The board's choice of an approved article for a parent office (chọn gửi), before it is sent.

    Requirements P1 (S0) and P6 (S4): the board selects what goes upward.
    """

    office: ParentOffice
    by: str
    on: date
