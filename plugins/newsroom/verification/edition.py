"""The edition as the inspector is told of it, and the verdict on it."""

import os
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..domain.message import Message
from ..domain.problem import Problem
from ..domain.site.held_words import HeldWords

if TYPE_CHECKING:
    from .leak_patterns import LeakPattern

MANIFEST, SITE_MAP = "manifest.json", "sitemap.xml"


class FileReport(NamedTuple):
    """The report on a file: its faults, and what has to be compared with the other files.

    `faults` are said of it whatever the others are, `weighs` if it is too heavy; `dead` are files
    that it leads to and that are not there, `places` those inside other files; `suspects` are
    leak patterns found.
    """

    path: str
    faults: tuple[Message, ...] = ()
    weighs: str = ""
    dead: tuple[str, ...] = ()
    places: tuple[tuple[str, str], ...] = ()
    suspects: "tuple[LeakPattern, ...]" = ()


class InspectionVerdict(NamedTuple):
    """The problems that never go out, those that may if they must (--keep-going), and remarks."""

    grave: tuple[Problem, ...] = ()
    slight: tuple[Problem, ...] = ()
    remarks: tuple[Problem, ...] = ()


def _from_nothing(path: str) -> str:
    return ""


def _typed_nowhere(path: str, target: str) -> tuple[str, int] | None:
    return None


class Offered(NamedTuple):
    """An attachment that was approved: who offers it, and what it must not hold.

    `by` are items as messages name them, `held` what withheld ones say, likewise by name.
    `words` reads a file, squeezed; `said_in_public` knows sentences that are no secret.
    """

    by: tuple[str, ...]
    held: tuple[tuple[str, HeldWords], ...]
    words: Callable[[bytes], str]
    said_in_public: Callable[[Collection[str]], set[str]]


class Edition(NamedTuple):
    """The edition as the inspector is told of it.

    `files` are the paths of all its files, `listed` gives those of the pages that the site map has
    to name. `offered` knows the attachments that were approved, by their paths in the edition and
    the SHA-256 of what goes out; `items` gives the text that has such a digest, by its path.
    `machine` are folders of this machine that no file may name, `sources` yields what may be said
    in public: a name for each source and its bytes. `source_of` names the text that a page shows,
    if it shows one, `typed_link` the text and the line of it that lead to another page.
    `has_guests` tells that plugins of others put files into it, `redirects` are the files that only
    lead on from an old address.
    """

    name: str
    site_url: str
    base_path: str
    files: frozenset[str]
    listed: Callable[[], frozenset[str]]
    offered: "Callable[[str, str], Offered | None]"
    content_items: Callable[[], Mapping[str, str]]
    machine: tuple[str, ...]
    sources: Callable[[], Iterable[tuple[str, bytes]]]
    individuals_public: bool = False
    source_of: Callable[[str], str] = _from_nothing
    typed_link: Callable[[str, str], tuple[str, int] | None] = _typed_nowhere
    has_guests: bool = False
    redirects: frozenset[str] = frozenset()

    def problem(self, path: str, message: Message) -> Problem:
        """A fault of one file, with the text that made it where there is one."""
        source = self.source_of(path)
        hint = f"Trang ấy dựng từ {source}: xem lại tệp này trước." if source else ""
        return Problem(f"{self.name}/{path}", 1, message, hint)


def files_in(folder: Path) -> list[str]:
    """The path of every file below a folder, with `/`. Links count as files."""
    found = []
    for place, folders, names in os.walk(folder):
        inside = Path(place).relative_to(folder).as_posix()
        start = "" if inside == "." else f"{inside}/"
        links = [name for name in folders if os.path.islink(os.path.join(place, name))]
        found += [f"{start}{name}" for name in (*names, *links)]
    return sorted(found)


def names_of_this_machine(*folders: str | Path) -> tuple[str, ...]:
    """Those of the folders that nobody would write by chance."""
    return tuple(
        dict.fromkeys(str(folder) for folder in folders if len(Path(folder).parts) > 2 and folder)
    )
