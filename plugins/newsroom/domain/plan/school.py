"""The school, and the offices above it to which articles go."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from ..names.dated_fact import DatedFact, text_on
from ..names.register import Register
from ..problem import line_in
from ..unfilled import UnfilledPlace
from .group import exists_between


class OfficeLevel(Enum):
    """The level at which a parent office stands (cấp). Requirements D1 to D3."""

    COMMUNE = "commune"
    DISTRICT = "district"
    PROVINCE = "province"
    MINISTRY = "ministry"
    PRESS = "press"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class ParentOffice:
    """An office or newspaper that takes our articles (cơ quan cấp trên, báo, đài).

    Offices come and go: the district offices ended on 30/6/2025. `first` and `last` say when,
    `successors` (codes) who took over. They are data of the school file, never code. `portals`
    are the addresses of its own pages (cổng): only there may a link of a header lead.
    """

    code: str
    name: str
    short_name: str
    level: OfficeLevel
    aliases: tuple[str, ...] = ()
    portals: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    successors: tuple[str, ...] = ()

    def exists_on(self, day: date) -> bool:
        return exists_between(self.first, self.last, day, day)

    @property
    def portal(self) -> str:
        """The first of its addresses, which stands for it; empty where none is known."""
        return self.portals[0] if self.portals else ""


@dataclass(frozen=True, kw_only=True)
class Channel:
    """Another way to reach the school (kênh): Zalo, Facebook, hotline. Requirement D6."""

    name: str
    link: str


@dataclass(frozen=True, kw_only=True)
class Signer:
    """The signer of papers (người ký) from `first` to `last`, where the school file says so.

    `title` (chức vụ) may be empty: then the plan of the day knows it.
    """

    name: str
    title: str = ""
    first: date | None = None
    last: date | None = None


class HomePart(Enum):
    """A part of the front page that is no single category."""

    # Numbers, so that where a school is kept none is taken for a category of that name.
    LATEST = 1
    EVENTS = 2
    DOCUMENTS = 3
    PICTURES = 4
    CATEGORIES = 5
    YEARS = 6
    PARENT_OFFICES = 7


class PublisherKind(Enum):
    """The kind of body that publishes the site; people call each by nouns of its own."""

    SCHOOL = "school"
    DIVISION = "division"
    DEPARTMENT = "department"
    UNIT = "unit"


@dataclass(frozen=True, kw_only=True)
class School:
    """The publisher of the site (trường, hoặc phòng, sở): `kind` says which.

    `home` are the parts of the front page in their order: a category by name, or a HomePart, of
    which CATEGORIES is every category that is not named. `menu` names the categories at the top
    of every page; empty for all. `place` is where papers are dated (địa danh), `initials` stands
    behind the slash of their numbers (viết tắt: THSM in 52/BC-THSM). `groups_called` is the
    heading over the groups, which an office calls units (đơn vị). `lines` are those of its file
    (`path`), by the place of each entry (“offices.2.level”). `silenced` are the ids of the advice
    that `check` is not to give, `real_names` the names that look like a sample's and are not,
    `unfilled` the places that are still to be filled in.

    Its names, its address and the office above it change: `facts` are those that have days, and
    the fields themselves are those of one day (`on`).
    """

    name: str
    short_name: str
    site_url: str
    kind: PublisherKind = PublisherKind.SCHOOL
    parent: str = ""
    place: str = ""
    initials: str = ""
    address: str = ""
    map_link: str = ""
    phone: str = ""
    email: str = ""
    description: str = ""
    year_starts_in: int = 8
    groups_called: str = ""
    channels: tuple[Channel, ...] = ()
    offices: tuple[ParentOffice, ...] = ()
    home: tuple[HomePart | str, ...] = tuple(HomePart)
    menu: tuple[str, ...] = ()
    signers: tuple[Signer, ...] = ()
    facts: tuple[DatedFact, ...] = ()
    silenced: tuple[str, ...] = field(default=(), compare=False, repr=False)
    real_names: tuple[str, ...] = field(default=(), compare=False, repr=False)
    path: str = field(default="", compare=False, repr=False)
    lines: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False)
    unfilled: tuple[UnfilledPlace, ...] = field(default=(), compare=False, repr=False)

    def line(self, *place: str | int) -> int:
        """The line of an entry in the file, or of the nearest thing around it."""
        return line_in(self.lines, place)

    def on(self, day: date) -> "School":
        """The school as it was on a day: an old paper is printed with the head it had."""
        of_field: dict[str, list[DatedFact]] = {}
        for fact in self.facts:
            of_field.setdefault(fact.field, []).append(fact)
        changed: dict[str, Any] = {name: text_on(of, day) for name, of in of_field.items()}
        return replace(self, **changed) if changed else self

    @property
    def called(self) -> tuple[str, ...]:
        """Every name that it bears or bore."""
        names = (fact.text for fact in self.facts if fact.field in ("name", "short_name"))
        return tuple(dict.fromkeys((self.name, self.short_name, *names)))

    def signer_on(self, day: date) -> Signer | None:
        """The one who signs on that day, where the file says so."""
        return next((s for s in self.signers if exists_between(s.first, s.last, day, day)), None)

    @property
    def base_path(self) -> str:
        """The path under which the site is served: `/` or `/sub/path/`."""
        return urlsplit(self.site_url).path.rstrip("/") + "/"

    @cached_property
    def office_register(self) -> Register[ParentOffice]:
        return Register(self.offices)

    def office(self, code: str) -> ParentOffice:
        return next(office for office in self.offices if office.code == code)
