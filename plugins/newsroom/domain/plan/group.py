"""The people who write, and the groups they belong to."""

from dataclasses import dataclass, field
from datetime import date

from ..section import Section
from ..text.vietnamese import fold, slug


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody the plan names: a teacher, a board member, a contributor.

    `code` tells two people of one name apart and is the same over the years. `emails` are those
    under which they commit: their own, and the one their host gives them. Whoever no plan
    knows (`is_of_plan` False: an author of an imported article) is a name, and has no page.
    """

    code: str
    name: str
    aliases: tuple[str, ...] = ()
    emails: tuple[str, ...] = field(default=(), compare=False)
    is_of_plan: bool = True

    def has_email(self, email: str) -> bool:
        return email.casefold() in {own.casefold() for own in self.emails}

    @property
    def url(self) -> str:
        return f"{Section.AUTHORS}/{slug(self.code)}/" if self.is_of_plan else ""

    def shares_a_name_with(self, other: "Person") -> bool:
        return not {fold(name) for name in (self.name, *self.aliases)}.isdisjoint(
            fold(name) for name in (other.name, *other.aliases)
        )


@dataclass(frozen=True, kw_only=True)
class Group:
    """A body that owes articles (tổ, đoàn thể, bộ phận; for an office: its units).

    `kind` is the plan's own word ("tổ chuyên môn"), by which quotas name many groups at once.
    `first` and `last` bound the days on which it exists; None means without bound. `sites` are the
    addresses of a unit's own pages. One that no plan knows is a name, and has no page.
    """

    code: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    head: Person | None = None
    members: tuple[Person, ...] = ()
    sites: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    is_of_plan: bool = True

    @property
    def url(self) -> str:
        return f"{Section.GROUPS}/{slug(self.code)}/" if self.is_of_plan else ""

    def exists_on(self, day: date) -> bool:
        return exists_between(self.first, self.last, day, day)

    def exists_between(self, first: date, last: date) -> bool:
        """True where it exists on at least one of these days."""
        return exists_between(self.first, self.last, first, last)


def exists_between(first: date | None, last: date | None, start: date, end: date) -> bool:
    """True where what exists from `first` to `last` (None: unbounded) meets days start to end."""
    return (first is None or first <= end) and (last is None or start <= last)
