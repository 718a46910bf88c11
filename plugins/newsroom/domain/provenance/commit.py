"""Commits by author, and the lines of a header that decide or count."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import NamedTuple, assert_never

from ..content.decisions import Approval, DecisionKind, Decisions
from ..content.import_decision import ImportList
from ..plan.board import Role
from ..text.vietnamese import fold


@dataclass(frozen=True, kw_only=True)
class Commit:
    """One commit. `number` is its place in the history, `email` its author's.

    `authored` is the day of which its author's clock spoke (None: that of `on`), `on` the earliest
    on which it can have been made as it stands: neither before that, nor before its committer's
    day, nor before its parents. A trusted one stood already where the comparison begins: what it
    did is rightful.
    """

    code: str
    number: int
    email: str
    on: date
    authored: date | None = None
    is_trusted: bool = False

    @property
    def days(self) -> frozenset[date]:
        """The days on which its author must have had the right: no clock alone gives it."""
        return frozenset({self.authored or self.on, self.on})


class SignedLineKind(Enum):
    """The act that a line names. ANSWERED: an approval stands below a return of its
    day."""

    APPROVED = "approved"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"
    CORRECTED = "corrected"
    SELECTED = "selected"
    ANSWERED = "answered"
    SENT = "sent"
    CARRIED = "carried"
    IMPORTED = "imported"

    @property
    def nature(self) -> "LineNature":
        """The nature of its lines, from which follows who may write them."""
        match self:
            case SignedLineKind.APPROVED | SignedLineKind.CORRECTED | SignedLineKind.SELECTED:
                return LineNature.SIGNED
            case SignedLineKind.RETURNED | SignedLineKind.WITHDRAWN:
                return LineNature.CLOSING
            case SignedLineKind.ANSWERED:
                return LineNature.MOVED
            case SignedLineKind.SENT | SignedLineKind.CARRIED:
                return LineNature.LEDGER
            case SignedLineKind.IMPORTED:
                return LineNature.IMPORT
            case _:
                assert_never(self)


class LineNature(Enum):
    """The nature of a line of a header that somebody answers for."""

    SIGNED = "written in one's own name, and by nobody for another"
    CLOSING = "takes an item from the public"
    MOVED = "undoes a return by standing below it"
    LEDGER = "tells of an article beyond the site: it counts, and may be shown"
    IMPORT = "approves all that an import brought: of a file of its own, not of a header"


SIGNED = frozenset(kind for kind in SignedLineKind if kind.nature is LineNature.SIGNED)
LEDGER = frozenset(kind for kind in SignedLineKind if kind.nature is LineNature.LEDGER)


def _line_of_decision(kind: DecisionKind) -> SignedLineKind:
    match kind:
        case DecisionKind.RETURNED:
            return SignedLineKind.RETURNED
        case DecisionKind.WITHDRAWN:
            return SignedLineKind.WITHDRAWN
        case DecisionKind.CORRECTED:
            return SignedLineKind.CORRECTED
        case DecisionKind.SELECTED:
            return SignedLineKind.SELECTED
        case _:
            assert_never(kind)


@dataclass(frozen=True, kw_only=True)
class SignedLine:
    """A decision in a header, or a line of its ledger (gửi, được đăng).

    Two are the same wherever they stand and however they are spaced. `role` is the one that an
    approval names.
    """

    kind: SignedLineKind
    who: str
    on: date | None
    rest: str = ""
    by: str = field(default="", compare=False)
    line: int = field(default=1, compare=False)
    role: Role | None = field(default=None, compare=False)


class Content(NamedTuple):
    """A file without its marks: where it stands, and digests of what it says.

    `words` are title, summary and text; `pictures` the bytes of pictures and attachments;
    `facts` all else in its header.
    """

    path: str
    words: str
    facts: str = ""
    pictures: str = ""


@dataclass(frozen=True, kw_only=True)
class Version:
    """A file as one commit has it. Without content: there is no such file.

    `writers` are the names of its authors, folded.
    """

    content: Content | None = None
    marks: frozenset[SignedLine] = frozenset()
    writers: frozenset[str] = field(default=frozenset(), compare=False)


ABSENT = Version()


def signed_lines_of(decisions: Decisions) -> Iterator[SignedLine]:
    """Everything decided about an item, as marks."""
    for approval in decisions.approvals:
        yield signed_line_of(approval)
    for other in decisions.others:
        kind = _line_of_decision(other.kind)
        yield SignedLine(
            kind=kind,
            who=fold(other.by),
            on=other.on,
            rest=fold(other.reason),
            by=other.by,
            line=other.line,
        )
    # Of two decisions of a day the lower one counts: to move a line is to decide.
    for given in decisions.of(DecisionKind.RETURNED):
        for approval in decisions.approvals:
            if approval.on == given.on and approval.order > given.order:
                yield SignedLine(
                    kind=SignedLineKind.ANSWERED,
                    who=fold(approval.by),
                    on=approval.on,
                    rest=f"{fold(given.by)} {fold(given.reason)}",
                    by=approval.by,
                    line=approval.line,
                )


def signed_line_of(approval: Approval) -> SignedLine:
    role = approval.role.code if approval.role else ""
    return SignedLine(
        kind=SignedLineKind.APPROVED,
        who=fold(approval.by),
        on=approval.on,
        rest=f"{role} {approval.seal}",
        by=approval.by,
        line=approval.line,
        role=approval.role,
    )


def ledger_mark(kind: SignedLineKind, text: str, name: str, line: int) -> SignedLine:
    """The mark of a line that says to whom it was sent, or who carried it; `text` is its value."""
    words = " ".join(text.split())
    return SignedLine(kind=kind, who=fold(name), on=None, rest=words, by=name, line=line)


def import_mark(one: ImportList) -> SignedLine | None:
    """The mark of a decision over an import, and of each article on its list; None while it waits.

    Its seal is over the whole list: any other list is another decision.
    """
    decision = one.decision
    if not decision.by:
        return None
    return SignedLine(
        kind=SignedLineKind.IMPORTED,
        who=fold(decision.by),
        on=decision.on,
        rest=f"{decision.path} {decision.seal}",
        by=decision.by,
        line=one.line,
    )
