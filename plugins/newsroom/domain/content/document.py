"""The school's papers: what they are, how long they hold and how long they are kept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import Enum
from typing import ClassVar, assert_never

from ..plan.group import Group
from ..section import Section
from ..text.vietnamese import fold_key, slug
from .content_item import NO_DATE, ContentItem, ContentKind
from .ref import Ref


class DocumentType(Enum):
    """The type of a document (loại văn bản)."""

    PLAN = "plan"
    DECISION = "decision"
    STATUTE = "statute"
    RULES = "rules"
    LETTER = "letter"
    NOTICE = "notice"
    REPORT = "report"
    GUIDE = "guide"
    FORM = "form"
    OTHER = "other"

    @property
    def place_in_dossier(self) -> "DossierPlace":
        """The years into whose dossier a document of this type belongs."""
        match self:
            case DocumentType.DECISION | DocumentType.STATUTE | DocumentType.RULES:
                return DossierPlace.WHILE_IN_FORCE
            case DocumentType.PLAN | DocumentType.REPORT:
                return DossierPlace.YEAR_OF_ISSUE
            case (
                DocumentType.LETTER
                | DocumentType.NOTICE
                | DocumentType.GUIDE
                | DocumentType.FORM
                | DocumentType.OTHER
            ):
                return DossierPlace.NOWHERE
            case _:
                assert_never(self)


class DossierPlace(Enum):
    """The dossiers (hồ sơ) that a document goes into."""

    WHILE_IN_FORCE = "every year in which it is in force"
    YEAR_OF_ISSUE = "the year that issued it"
    NOWHERE = "none"


class RetentionKind(Enum):
    """The kind of time for which a document is kept (lưu). Requirements L1, L2 (S4)."""

    PERMANENT = "permanent"
    YEARS = "years"
    END_OF_YEAR = "end of year"


@dataclass(frozen=True, kw_only=True)
class Retention:
    """The time a document is kept: for ever, some `years`, or to the end of its school year."""

    kind: RetentionKind
    years: int = 0


@dataclass(frozen=True, kw_only=True)
class RetentionRule:
    """A sentence of the plan on how long things are kept (lưu trữ hồ sơ). Requirements L1, L2.

    It holds for documents of these `types`, and for the articles of the site where
    `holds_for_articles`. `name` is the sentence, `source` its paragraph on paper.
    """

    name: str
    retention: Retention
    types: frozenset[DocumentType] = frozenset()
    holds_for_articles: bool = False
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class Issuer:
    """The issuer of a document (cơ quan ban hành): the school, an office above it, or another.

    Two spellings that make one address are one issuer.
    """

    name: str

    @property
    def code(self) -> str:
        return slug(self.name)

    @property
    def url(self) -> str:
        return f"{Section.DOCUMENTS}/co-quan/{self.code}/"


@dataclass(frozen=True, kw_only=True)
class DisclosureItem:
    """A thing that the school has to disclose (mục công khai), by its plan or in words of its own.

    `due_day` is the last day of each year as month and day, `due_on` one day of the calendar;
    where neither is given it has no date. `owners` are names, as the plan writes them.
    """

    code: str
    name: str
    aliases: tuple[str, ...] = ()
    due_day: tuple[int, int] | None = None
    due_on: date | None = None
    owners: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Document(ContentItem):
    """A document (văn bản) with its number (số, ký hiệu). Requirement N7 (S4).

    Its title is the abstract (trích yếu). `files` are the paths of what it consists of, the first
    being the document itself. It is in force from `valid_from` (None: since it was issued) to the
    day before `ends` (None: until further notice). `replaces` are numbers of older ones.
    `disclosed_under` are the items of the disclosure (công khai) that it answers, `due` the day by
    which it had to be disclosed, where its own header says one.
    """

    number: str = ""
    type: DocumentType = DocumentType.OTHER
    issuer: Issuer = Issuer(name="")
    on: date = NO_DATE
    at: time | None = None
    field: str = ""
    signer: str = ""
    groups: tuple[Group, ...] = ()
    files: tuple[str, ...] = ()
    retention: Retention | None = None
    valid_from: date | None = None
    ends: date | None = None
    replaces: tuple[str, ...] = ()
    disclosed_under: tuple[DisclosureItem, ...] = ()
    due: date | None = None

    content_kind: ClassVar = ContentKind.DOCUMENT

    @property
    def url(self) -> str:
        return f"{Section.DOCUMENTS}/{self.on:%Y}/{self.slug}/"

    @property
    def appears(self) -> date:
        return self.on

    @property
    def hour(self) -> time | None:
        return self.at


@dataclass(frozen=True, kw_only=True, slots=True)
class Paper:
    """The part of a record that only a document has.

    `valid_from` and `ends` are the days from which and before which it is in force, `due` the one
    by which it had to be disclosed; None as in `Document`.
    """

    number: str
    type: DocumentType
    issuer: Ref
    field: str
    signer: str
    retention: Retention | None
    valid_from: date | None
    ends: date | None
    replaces: tuple[str, ...]
    disclosed_under: tuple[Ref, ...]
    due: date | None
    files: tuple[str, ...]

    @property
    def key(self) -> tuple[str, str]:
        """The number and the issuer, which tell it from every other document."""
        return number_key(self.number), self.issuer.code


def paper_of(document: Document) -> Paper:
    issuer = document.issuer
    return Paper(
        number=document.number,
        type=document.type,
        issuer=Ref(code=issuer.code, name=issuer.name, url=issuer.url),
        field=document.field,
        signer=document.signer,
        retention=document.retention,
        valid_from=document.valid_from,
        ends=document.ends,
        replaces=document.replaces,
        disclosed_under=tuple(
            Ref(code=item.code, name=item.name) for item in document.disclosed_under
        ),
        due=document.due,
        files=document.files,
    )


def number_key(number: str) -> str:
    """The form in which two numbers are compared: `52/KH-THSM` and `52 / kh-thsm` are one."""
    return fold_key(number)


class Validity(Enum):
    """The validity of a document (hiệu lực) on one day."""

    AHEAD = "ahead"
    IN_FORCE = "in force"
    ENDED = "ended"
    REPLACED = "replaced"


def validity(paper: Paper, today: date, *, is_replaced: bool) -> Validity:
    """The document's validity today; one that a public document replaced does not hold."""
    if is_replaced:
        return Validity.REPLACED
    if paper.ends and paper.ends <= today:
        return Validity.ENDED
    is_ahead = paper.valid_from and paper.valid_from > today
    return Validity.AHEAD if is_ahead else Validity.IN_FORCE


def by_number(papers: Mapping[str, Paper]) -> Mapping[str, tuple[str, ...]]:
    """The paths of documents by their number, whoever issued them."""
    found: dict[str, tuple[str, ...]] = {}
    for path, paper in papers.items():
        key = number_key(paper.number)
        found[key] = (*found.get(key, ()), path)
    return found


def replacements(papers: Mapping[str, Paper]) -> Mapping[str, tuple[str, ...]]:
    """For each document the paths of those that it replaces, as far as they are among these.

    A number alone can be anybody's: meant is that of the same issuer, else the only one there is.
    """
    numbered = by_number(papers)

    def meant(number: str, by: str) -> Iterable[str]:
        paths = [path for path in numbered.get(number_key(number), ()) if path != by]
        own = [path for path in paths if papers[path].issuer.code == papers[by].issuer.code]
        return own or (paths if len(paths) == 1 else ())

    return {
        path: tuple(dict.fromkeys(old for number in paper.replaces for old in meant(number, path)))
        for path, paper in papers.items()
        if paper.replaces
    }
