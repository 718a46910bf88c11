"""The way of an article to the offices above."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from ..plan.portal import leads_to
from ..plan.school import ParentOffice
from .seal import seal_of_line


class SubmissionKind(Enum):
    """Sent to a parent office (gửi), or carried on its pages (được đăng)."""

    SENT = "sent"
    CARRIED = "carried"


class ForwardingFault(Enum):
    """Why an entry of an article's ledger of sending does not count."""

    NOT_APPROVED = "not approved"
    BEFORE_APPROVAL = "before the last approval"
    NOT_SELECTED = "not selected"


@dataclass(frozen=True, kw_only=True)
class Submission:
    """One entry of an article's ledger of sending. Requirement D2 (S1).

    `link` is where it was carried, as somebody wrote it; `note` whatever else was written, such
    as a number. `seal` binds what the line says, as `dispatch` and `carried` wrote it. `line` is
    that of the header, where one was read.
    """

    kind: SubmissionKind
    office: ParentOffice
    on: date
    link: str = ""
    note: str = ""
    seal: str = ""
    line: int = 0

    def seal_for(self, article: str) -> str:
        """The seal that the line would bear in the article of that slug."""
        facts = (
            *(("kind", self.kind.value), ("office", self.office.code)),
            *(("date", self.on.isoformat()), ("link", self.link), ("note", self.note)),
        )
        return seal_of_line(article, facts)

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
