"""The one loader: content folder in, Newsroom out, with every problem found on the way.

What was read before is taken from the records; only what changed is read again.
"""

import posixpath
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import NamedTuple

from ...buildtools.cache import Records
from ...buildtools.cache_forms import CachedValue
from ...buildtools.cached_rows import Shelf
from ...buildtools.parallel import in_parts
from ...domain.content.content_item import Body, Manuscript
from ...domain.records.agenda import agenda
from ...domain.site.article_record import Docket
from ...domain.site.indexing import docket_of
from ...domain.site.publication import Newsroom
from ..content.cross_checks import problems_between
from ..content.item_cache import KeptHead, file_from
from ..content.item_file import ManuscriptFile
from ..content.item_kinds import manuscript_of
from ..content.item_reader import read_manuscript
from ..plan.calendar_cache import read_calendar
from ..plan.site_config import NO_SCHOOL, Foundation, basis_of, read_foundation
from .cached_parses import KeptSheets, sheet_of
from .cached_records import DOCKETS, Kept
from .content_folder import ContentFolder
from .dependency_recorder import Witness
from .name_checks import name_problems
from .scan import MANUSCRIPTS, TEXT_ENDINGS
from .strays import misnamed_files, unread_documents

# Reading fewer is quicker than starting a second process.
WORTH_SHARING = 200
# The site's address, and the foundation's basis, by which all dockets were made.
BASIS = CachedValue[tuple[str, str]]("basis", tuple[str, str])
# The files that are no manuscripts.
NAMES = CachedValue[tuple[str, ...]]("names", tuple[str, ...])


def load(folder: ContentFolder, today: date, records: Records | None = None) -> Newsroom:
    """Read the folder as it stands on that day. What was read is put into the records, unsaved.

    Raises Damaged where the records prove so.
    """
    return _Loader(folder, today, records or Records(None, "")).newsroom()


def forget_readers(records: Records, pictures: Collection[str]) -> None:
    """Have the manuscripts that show one of these pictures read again."""
    dockets = records.shelf(DOCKETS)
    readers = [p for p, kept in dockets.items() if any(f in pictures for f, _ in kept.used)]
    for path in readers:
        del dockets[path]


class _Task(NamedTuple):
    """A manuscript to be read, or (with its head) only to be held against the gate again."""

    path: str
    digest: bytes
    kept: Kept | None = None
    head: KeptHead | None = None


# The path, what is to be kept, and (where the file was read) head and body, packed: thousands of
# them come from another process.
_Done = tuple[str, Kept, tuple[bytes, bytes] | None]


class _Loader:
    def __init__(self, folder: ContentFolder, today: date, records: Records) -> None:
        self.folder, self.today, self.records = folder, today, records
        self.foundation: Foundation = read_foundation(folder, records)
        self.kept = records.shelf(DOCKETS)
        school = self.foundation.school
        self.site_url = school.site_url if school else ""
        self._sheets = KeptSheets(records, folder, self.site_url)

    def newsroom(self) -> Newsroom:
        places = [self.folder.below(place, *TEXT_ENDINGS) for place in MANUSCRIPTS]
        paths = dict.fromkeys(chain(*places))
        kept = self.kept
        for path, found, sheet in self._done(self._tasks(paths, kept)):
            kept[path] = found
            if sheet:
                self.records.put_sheet(path, sheet)
            for used, digest in found.used:
                # The other process's discovery, for the next build to find.
                self.folder.scan.known[used] = (self.folder.scan.marks(used), digest)
        for path in [path for path in kept if path not in paths]:
            del kept[path]
            self.records.put_sheet(path, None)
        known = self.folder.scan.known
        for path in [path for path in known if path not in self.folder.files]:
            del known[path]
        looks, present = self.folder.scan.looks, {digest for _, digest in known.values()}
        for digest in [digest for digest in looks if digest not in present]:
            del looks[digest]
        self.records.set_fact(BASIS, self._basis())
        articles, pages, documents = self._cross_checked(
            *([kept[path].docket for path in place] for place in places)
        )
        events, calendar_problems = read_calendar(self.folder, self.records)
        return Newsroom(
            school=self.foundation.school or NO_SCHOOL,
            plans=self.foundation.plans,
            articles=articles,
            pages=pages,
            documents=documents,
            photo_packages=self.foundation.packages,
            events=tuple(
                sorted((*events, *agenda(self.foundation.plans)), key=lambda event: event.order)
            ),
            foundation_problems=self.foundation.problems,
            ledger_problems=(
                *self.foundation.ledger_problems,
                *calendar_problems,
                *misnamed_files(self.folder),
                *name_problems(self.folder),
                *unread_documents(self.folder, (*articles, *pages)),
            ),
            plan_keys=self.foundation.plan_keys,
            folder=self.folder.name,
            read=self._manuscript,
            text=self._text,
            place=self.folder.files.__getitem__,
        )

    def _basis(self) -> tuple[str, str]:
        return (self.site_url, basis_of(self.folder))

    def _tasks(self, paths: Mapping[str, None], kept: Shelf[Kept]) -> Iterator[_Task]:
        """What has to be done, as little as can be."""
        site_url, basis = self.records.fact(BASIS) or ("", "")
        same_site = site_url == self.site_url
        same_plans = basis == basis_of(self.folder)
        day = self.today.isoformat()
        news = self._names_that_came_or_went(paths, kept)
        digest_of, large = self.folder.scan.digest, self.folder.scan.digest_of_large
        for path in paths:
            digest, found = digest_of(path), kept.get(path)
            if found is None or found[0] != digest or not same_site:
                yield _Task(path, digest)
                continue
            _, asked, missed, used, docket = found
            if (news and (missed or not news.isdisjoint(asked))) or (
                used and any(large(file) != was for file, was in used)
            ):
                yield _Task(path, digest)
            elif not same_plans or not docket.since <= day < docket.until:
                yield _Task(path, digest, found, self._sheets.head(path, digest))

    def _names_that_came_or_went(self, paths: Mapping[str, None], kept: Shelf[Kept]) -> set[str]:
        """Names, in lower case, under which a file is there now and was not, or the reverse.

        And with a slash behind it the folder of each.
        """
        # The manuscripts of last time are known; the rest of the names is kept beside them.
        others = tuple(self.folder.files.keys() - paths.keys())
        known = self.records.fact(NAMES)
        were = frozenset(known or ())
        changed = (kept.keys() ^ paths.keys()) | (were ^ frozenset(others))
        if changed:
            self.records.set_fact(NAMES, tuple(sorted(others)))
        places = {f"{posixpath.dirname(path)}/".casefold() for path in changed}
        return places | {posixpath.basename(path).casefold() for path in changed}

    def _done(self, tasks: Iterator[_Task]) -> Iterator[_Done]:
        todo = list(tasks)
        for part in in_parts(self._do_all, todo, WORTH_SHARING) if todo else ():
            yield from part

    def _do_all(self, tasks: Sequence[_Task]) -> list[_Done]:
        return [self._do(task) for task in tasks]

    def _do(self, task: _Task) -> _Done:
        if task.kept and task.head:
            file = file_from(task.path, self.folder.label(task.path), task.head)
            docket = self._docket(self._manuscript_in(file), task.digest, dict(task.kept.used))
            return task.path, task.kept._replace(docket=docket), None
        witness = Witness(self.folder, task.path)
        file = read_manuscript(task.path, witness, self.site_url)
        docket = self._docket(self._manuscript_in(file), task.digest, witness.used)
        kept = Kept(
            digest=task.digest,
            asked=tuple(sorted(witness.asked)),
            missed=witness.missed,
            used=tuple(sorted(witness.used.items())),
            docket=docket,
        )
        return task.path, kept, sheet_of(file, task.digest)

    def _docket(self, manuscript: Manuscript, digest: bytes, used: Mapping[str, str]) -> Docket:
        return docket_of(
            manuscript,
            self.foundation.plans,
            self.today,
            content=digest.hex(),
            digests=used,
        )

    def _manuscript_in(self, file: ManuscriptFile) -> Manuscript:
        # Behind a broken plan every article would seem unknown: that is no news of theirs.
        return manuscript_of(
            file,
            self.foundation.plans,
            self.foundation.school,
            plans_are_sound=not self.foundation.problems,
        )

    def _manuscript(self, path: str) -> Manuscript:
        head = self._sheets.head(path, self.kept[path].digest)
        return self._manuscript_in(file_from(path, self.folder.label(path), head))

    def _text(self, path: str) -> Body:
        return self._sheets.text(path, self.kept[path].digest)

    def _cross_checked(
        self, articles: list[Docket], pages: list[Docket], documents: list[Docket]
    ) -> tuple[tuple[Docket, ...], ...]:
        """The dockets with what only shows when all are seen together."""
        found = problems_between(
            articles, pages, documents, self.foundation.plans, self.folder.label
        )

        def checked(docket: Docket) -> Docket:
            if docket.path not in found:
                return docket
            manuscript = self._manuscript(docket.path)
            worse = replace(manuscript, problems=(*manuscript.problems, *found[docket.path]))
            kept = self.kept[docket.path]
            return self._docket(worse, kept.digest, dict(kept.used))

        return tuple(tuple(map(checked, kind)) for kind in (articles, pages, documents))
