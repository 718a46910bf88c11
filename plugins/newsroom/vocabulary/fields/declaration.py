"""The declaration of a header field: everything that is not derived from something else."""

from enum import Enum, StrEnum
from typing import NamedTuple

from ...domain.content.content_item import ContentKind
from ...domain.content.decisions import DecisionKind
from ...domain.content.submission import SubmissionKind


class ValueKind(Enum):
    """The kind of a field's value: how it is read, and which control of a form asks for it."""

    LINE = "a line of words"
    TEXT = "a few sentences"
    MOMENT = "a day, maybe with its hour"
    DAY = "a day"
    NUMBER = "a number"
    NAME = "the name of somebody, whoever it is"
    ADDRESS = "the last part of an address"
    FORMER_ADDRESS = "an address at which the item stood before"
    GROUP = "a group of the plan"
    PERSON = "a person of the plan"
    CATEGORY = "a category of the plan"
    TOPIC = "a topic of the plan"
    DISCLOSURE = "an item that the plan has to disclose"
    GENRE = "a genre"
    CONSENT = "the families' answer"
    DOCUMENT_TYPE = "a type of document"
    ISSUER = "an office, or the school"
    DOCUMENT_NUMBER = "the number of a document"
    RETENTION = "how long a document is kept"
    VALIDITY = "from and to when a document holds"
    IMAGE = "an image"
    FOLDER = "a folder of images"
    VIDEO = "a video: a file, or an address"
    FILE = "a file"
    DECISION = "who, when, and why"
    SUBMISSION = "to whom, when, and where it is to be seen"


class Need(Enum):
    """The need of a field: what a header without it lacks."""

    REQUIRED = "required"
    WITH_IMAGES = "required where there are images"
    ADVISED = "advised"
    OPTIONAL = "optional"


class WrittenBy(Enum):
    """The hand that writes a field: only an author's are asked for in a form or by `new`."""

    AUTHOR = "author"
    BOARD = "board"
    SENDER = "whoever sends articles to parent offices"


class InNew(Enum):
    """The part of a field in `new`: a question, an empty line to fill in, or none."""

    ASKED = "asked"
    ASKED_IF_ANY = "asked where there is something to choose"
    LEFT_OPEN = "left open"
    ABSENT = "absent"


class ShownIn(Enum):
    """The pages that change with a field: its item's own, those that list it, those that count."""

    PAGE = "page"
    LIST = "list"
    TALLY = "tally"


# Tuples with names and no dataclasses: every command imports these, and a dataclass of so many
# attributes takes ten times as long to make.
class Sealed(NamedTuple):
    """The place of a field in the seal: covered since that `version` of it, in order of `place`."""

    version: int
    place: int


class FieldDeclaration(NamedTuple):
    """The facts about one field of the header of a kind of item.

    `keys` are how people type it, the first is the one we show. `place` is its order among the
    fields of the kind, in tens so that one more fits between. `label` is its heading in a form,
    where that is not the key. `hint` is one line for whoever fills it in, `example` a value of it,
    `see` the page of the handbook with more, `if_empty` what is taken where the line is missing.
    `in_new` is its part in `new`, where `option` answers it.
    `is_list` tells that its line may name several things, `is_repeatable` that it may stand on
    several lines. `act` is the act of the board or of whoever sends that a line of it records.
    `record` names the attributes of ArticleRecord that keep it between builds.
    """

    keys: tuple[str, ...]
    place: int
    kind: ValueKind
    hint: str
    example: str = ""
    label: str = ""
    see: str = ""
    need: Need = Need.OPTIONAL
    if_empty: str = ""
    is_list: bool = False
    is_repeatable: bool = False
    written_by: WrittenBy = WrittenBy.AUTHOR
    act: DecisionKind | SubmissionKind | None = None
    in_new: InNew = InNew.ABSENT
    option: str = ""
    sealed: Sealed | None = None
    record: tuple[str, ...] = ()
    shown_in: frozenset[ShownIn] = frozenset()

    @property
    def key(self) -> str:
        return self.keys[0]

    @property
    def heading(self) -> str:
        """Its name at the head of a column or above a control."""
        return self.label or self.key[:1].upper() + self.key[1:]


_NAMING = frozenset(
    {
        *(ValueKind.ADDRESS, ValueKind.GROUP, ValueKind.PERSON, ValueKind.NAME, ValueKind.CATEGORY),
        *(ValueKind.TOPIC, ValueKind.GENRE, ValueKind.ISSUER, ValueKind.DOCUMENT_NUMBER),
        *(ValueKind.IMAGE, ValueKind.FOLDER, ValueKind.VIDEO, ValueKind.FILE),
        *(ValueKind.DECISION, ValueKind.SUBMISSION),
    }
)
ON_PAGE = frozenset({ShownIn.PAGE})
# Whatever is listed stands on the page too, and behind the numbers of a tally.
LISTED = frozenset(ShownIn)
COUNTED = frozenset({ShownIn.TALLY})
COUNTED_ON_PAGE = COUNTED | ON_PAGE


class HeaderField(StrEnum):
    """A field of a header. Its value is the name that the code and the tests use."""

    carried_by: frozenset[ContentKind]
    declarations: dict[ContentKind, FieldDeclaration]

    def __new__(
        cls,
        name: str,
        declaration: FieldDeclaration,
        carried_by: frozenset[ContentKind],
        in_documents: FieldDeclaration | None = None,
    ) -> "HeaderField":
        field = str.__new__(cls, name)
        field._value_ = name
        field.carried_by = carried_by
        field.declarations = dict.fromkeys(carried_by, declaration)
        if in_documents:
            field.declarations[ContentKind.DOCUMENT] = in_documents
        return field

    @property
    def is_list(self) -> bool:
        """True where one line may name several things."""
        return any(one.is_list for one in self.declarations.values())

    @property
    def is_repeatable(self) -> bool:
        """True where it may stand on several lines."""
        return any(one.is_repeatable for one in self.declarations.values())

    @property
    def act(self) -> DecisionKind | SubmissionKind | None:
        """The act, other than an approval, that a line of it records."""
        return next((one.act for one in self.declarations.values() if one.act), None)

    @property
    def names_something(self) -> bool:
        """True where a letter too much names another person, file or place."""
        return any(one.kind in _NAMING for one in self.declarations.values())

    @property
    def is_decision(self) -> bool:
        """True for what binds somebody: never taken from a line that may be prose."""
        binding = (ValueKind.DECISION, ValueKind.CONSENT)
        return any(one.kind in binding for one in self.declarations.values())

    def declared(self, kind: ContentKind) -> FieldDeclaration:
        """The declaration for items of this kind. Raises KeyError where they do not carry it."""
        return self.declarations[kind]
