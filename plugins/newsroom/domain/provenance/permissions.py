"""The one table of who may change what: the rules of the site print it, `--against` asks it."""

from collections.abc import Mapping
from enum import Enum

from .commit import LineNature, SignedLine


class Subject(Enum):
    """A thing that a commit can write or change."""

    DRAFT = "an article that is not approved, and files that nothing approved shows"
    SIGNED_LINE = "an approval, a correction, a selection"
    CLOSING_LINE = "a return, a withdrawal"
    REMOVED_LINE = "a decision taken out or changed, an approved item deleted"
    APPROVED_ITEM = "an approved article, page or document, its images and files"
    LEDGER_LINE = "a sending or a carrying of an approved article"
    REGISTER = "the calendar and the registers"
    IMPORT_LIST = "the list of an import"
    IMPORT = "the approval of an import"
    PLAN = "a plan"
    SCHOOL = "the school file"


class Holder(Enum):
    """Those who hold a permission."""

    ANYBODY = "anybody"
    SIGNER = "whoever the line names"
    BOARD = "any member of the board"
    BOARD_BUT_AUTHORS = "any member of the board who did not write it"
    EDITOR_IN_CHIEF = "the editor-in-chief"
    LAST_WORD = "whoever the line names, with the last word over what appears"


PERMISSIONS: Mapping[Subject, Holder] = {
    Subject.DRAFT: Holder.ANYBODY,
    Subject.SIGNED_LINE: Holder.SIGNER,
    Subject.CLOSING_LINE: Holder.BOARD,
    Subject.REMOVED_LINE: Holder.BOARD,
    Subject.APPROVED_ITEM: Holder.BOARD_BUT_AUTHORS,
    Subject.LEDGER_LINE: Holder.BOARD,
    Subject.REGISTER: Holder.BOARD,
    Subject.IMPORT_LIST: Holder.BOARD,
    Subject.IMPORT: Holder.LAST_WORD,
    Subject.PLAN: Holder.EDITOR_IN_CHIEF,
    Subject.SCHOOL: Holder.EDITOR_IN_CHIEF,
}


def subject_of(line: SignedLine) -> Subject:
    """The subject that a line of a header is, where somebody adds it."""
    match line.kind.nature:
        case LineNature.SIGNED:
            return Subject.SIGNED_LINE
        case LineNature.CLOSING:
            return Subject.CLOSING_LINE
        case LineNature.MOVED:
            # To move an approval below a return is to undo the return.
            return Subject.REMOVED_LINE
        case LineNature.LEDGER:
            return Subject.LEDGER_LINE
        case LineNature.IMPORT:
            return Subject.IMPORT
