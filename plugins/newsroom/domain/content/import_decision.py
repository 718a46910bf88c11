"""An import of an old site: the list of what it brought, and the one decision over it. No. 41."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from .seal import seal_of_list


@dataclass(frozen=True, kw_only=True)
class ImportDecision:
    """The board's one yes to everything that an import brought (duyệt nhập), as its file says it.

    `path` is that of the file in the content folder. Nobody has decided while `by` is empty.
    `shows_pictures` lets the old pictures be shown although no family was asked, `counts` lets the
    articles count in quotas. `is_sealed` tells that its seal is that of its list; `is_readable` is
    False where only the paths of the list could be told.
    """

    path: str
    by: str = ""
    on: date | None = None
    source: str = ""
    shows_pictures: bool = False
    counts: bool = False
    seal: str = ""
    is_sealed: bool = False
    is_readable: bool = True

    def seal_over(self, files: Mapping[str, str]) -> str:
        """The seal that it has to bear over a list: paths, each with the seal of its article.

        The order of the list and another way of writing a path's letters break nothing.
        """
        facts = (
            ("by", self.by),
            ("date", self.on.isoformat() if self.on else ""),
            ("source", self.source),
            ("pictures", "shown" if self.shows_pictures else "withheld"),
            ("quotas", "counted" if self.counts else "left out"),
        )
        return seal_of_list(facts, (f"{path} {seal}" for path, seal in files.items()))


@dataclass(frozen=True, kw_only=True)
class Imported:
    """The import that brought an article, and the seal for it in the list; empty for no yes yet."""

    decision: ImportDecision
    seal: str = ""


@dataclass(frozen=True, kw_only=True)
class ImportList:
    """A decision with its list: the seal of each article by its path, and the line of each.

    An article without a seal is of the import, and waits. `line` is that of the giver's name.
    """

    decision: ImportDecision
    files: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    line: int = 1


def import_of(path: str, lists: Iterable[ImportList]) -> Imported | None:
    """The import that brought the article of that path; None where none did.

    Lists are in the order in which they count: of two that name it, the first.
    """
    for one in lists:
        seal = one.files.get(path)
        if seal is not None:
            return Imported(decision=one.decision, seal=seal)
    return None
