"""The one loader: content folder in, Newsroom out, with every problem found on the way.

What was read before is taken from the records; only what changed is read again.
"""

import posixpath
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import chain
from typing import NamedTuple

from ...buildtools.cache.build_cache import BuildCache
from ...buildtools.cache.cache_forms import CachedValue
from ...buildtools.cache.cached_rows import CachedRows
from ...buildtools.parallel import map_chunks
from ...domain.content.content_item import Body, ContentItem
from ...domain.content.import_decision import import_of
from ...domain.problem import Problem
from ...domain.records.agenda import agenda
from ...domain.sample_names import is_sample_site
from ...domain.site.article_record import ArticleRecord
from ...domain.site.indexing import record_of
from ...domain.site.publication import Newsroom
from ...domain.text.dates import moment_of
from ..content.faults.cross_checks import problems_between
from ..content.item_file import ItemFile
from ..content.item_kinds import item_of
from ..content.item_reader import read_item
from ..imports.import_cache import import_digest, read_imports
from ..plan.calendar_cache import read_calendar
from ..plan.site_config import NO_SCHOOL, SiteConfig, config_digest, read_site_config
from .cached_parses import CachedParses, parse_of
from .cached_records import KEPT_RECORDS, Kept, UsedFile
from .content_folder import ContentFolder
from .demo_files import is_demo_digest
from .dependency_recorder import DependencyRecorder
from .name_checks import name_problems
from .scan import ITEMS, PLAN_ENDINGS, TEXT_ENDINGS
from .strays import misnamed_files, unread_documents

# Reading fewer is quicker than starting a second process.
WORTH_SHARING = 200
# The site's address, and the basis of the site configuration, by which all records were made.
BASIS = CachedValue[tuple[str, str]]("basis", tuple[str, str])
# The digest of the files of imports by which all records were made.
IMPORT_BASIS = CachedValue[str]("import_basis", str)
# The files that are no items.
NAMES = CachedValue[tuple[str, ...]]("names", tuple[str, ...])


def load(folder: ContentFolder, now: date, build_cache: BuildCache | None = None) -> Newsroom:
    """Read the folder as of a moment, or the first minute of a day.

    What was read is put into the records, unsaved. Raises Damaged where the records prove so.
    """
    return _Loader(folder, moment_of(now), build_cache or BuildCache(None, "")).newsroom()


def forget_readers(build_cache: BuildCache, pictures: Collection[str]) -> None:
    """Have the items that show one of these pictures read again."""
    records = build_cache.cached_rows(KEPT_RECORDS)
    readers = [p for p, kept in records.items() if any(file.path in pictures for file in kept.used)]
    for path in readers:
        del records[path]


class _Task(NamedTuple):
    """An item to be read, or (with its head) only to be held against the gate again."""

    path: str
    digest: bytes
    kept: Kept | None = None
    head: ItemFile | None = None


# The path, what is to be kept, and (where the file was read) head and body, packed: thousands of
# them come from another process.
_Done = tuple[str, Kept, tuple[bytes, bytes] | None]


class _Loader:
    def __init__(self, folder: ContentFolder, now: datetime, build_cache: BuildCache) -> None:
        self.folder, self.now, self.build_cache = folder, now, build_cache
        self.site_config: SiteConfig = read_site_config(folder, build_cache)
        self.kept = build_cache.cached_rows(KEPT_RECORDS)
        self.imports, self.import_problems = read_imports(folder, build_cache)
        school = self.site_config.school
        self.site_url = school.site_url if school else ""
        self._sheets = CachedParses(build_cache, folder, self.site_url)

    def newsroom(self) -> Newsroom:
        places = [self.folder.below(place, *TEXT_ENDINGS) for place in ITEMS]
        paths = dict.fromkeys(chain(*places))
        kept = self.kept
        for path, found, sheet in self._done(self._tasks(paths, kept)):
            kept[path] = found
            if sheet:
                self.build_cache.store_parse(path, sheet)
            for used, digest in found.used:
                # The other process's discovery, for the next build to find.
                self.folder.scan.known[used] = (self.folder.scan.marks(used), digest)
        for path in [path for path in kept if path not in paths]:
            del kept[path]
            self.build_cache.store_parse(path, None)
        known = self.folder.scan.known
        for path in [path for path in known if path not in self.folder.files]:
            del known[path]
        looks, present = self.folder.scan.looks, {digest for _, digest in known.values()}
        for digest in [digest for digest in looks if digest not in present]:
            del looks[digest]
        self.build_cache.set_fact(BASIS, self._basis())
        self.build_cache.set_fact(IMPORT_BASIS, import_digest(self.folder))
        articles, pages, documents = self._cross_checked(
            *([kept[path].record for path in place] for place in places)
        )
        events, calendar_problems = read_calendar(self.folder, self.build_cache)
        return Newsroom(
            school=(self.site_config.school or NO_SCHOOL).on(self.now.date()),
            plans=self.site_config.plans,
            articles=articles,
            pages=pages,
            documents=documents,
            photo_packages=self.site_config.packages,
            unit_publications=self.site_config.unit_publications,
            events=tuple(
                sorted((*events, *agenda(self.site_config.plans)), key=lambda event: event.order)
            ),
            config_problems=self.site_config.problems,
            ledger_problems=(
                *self.site_config.ledger_problems,
                *calendar_problems,
                *self._problems_of_imports(),
                *misnamed_files(self.folder),
                *name_problems(self.folder),
                *unread_documents(self.folder, (*articles, *pages)),
            ),
            imports=self.imports,
            plan_keys=self.site_config.plan_keys,
            demo_files=tuple(self._demo_files()),
            folder=self.folder.name,
            read=self._item,
            text=self._text,
            place=self.folder.files.__getitem__,
        )

    def _problems_of_imports(self) -> Iterator[Problem]:
        yield from self.import_problems
        # Behind a broken plan every giver would seem to be a stranger.
        if self.imports and not self.site_config.problems:
            from ..imports.import_checks import import_problems

            plans, today = self.site_config.plans, self.now.date()
            yield from import_problems(self.imports, self.folder, plans, today)

    def _demo_files(self) -> Iterator[str]:
        """The files of the demo that have stayed behind on a site of somebody's own."""
        school = self.site_config.school
        if school is None or is_sample_site(school):
            return
        for path, kept in self.kept.items():
            if is_demo_digest(kept.digest):
                yield path
        shown = {used: digest for kept in self.kept.values() for used, digest in kept.used}
        yield from (path for path, digest in shown.items() if is_demo_digest(bytes.fromhex(digest)))
        others = (path for path in self.folder.files if path.endswith(PLAN_ENDINGS))
        yield from (path for path in others if is_demo_digest(self.folder.scan.digest(path)))

    def _basis(self) -> tuple[str, str]:
        return (self.site_url, config_digest(self.folder))

    def _tasks(self, paths: Mapping[str, None], kept: CachedRows[Kept]) -> Iterator[_Task]:
        """The tasks that have to be done, as few as can be."""
        site_url, basis = self.build_cache.fact(BASIS) or ("", "")
        same_site = site_url == self.site_url
        same_plans = basis == config_digest(self.folder)
        same_imports = (self.build_cache.fact(IMPORT_BASIS) or "") == import_digest(self.folder)
        listed = set() if same_imports else {path for one in self.imports for path in one.files}
        news = self._names_that_came_or_went(paths, kept)
        digest_of, large = self.folder.scan.digest, self.folder.scan.digest_of_large
        for path in paths:
            digest, found = digest_of(path), kept.get(path)
            if found is None or found.digest != digest or not same_site:
                yield _Task(path, digest)
                continue
            if (news and (found.missed or not news.isdisjoint(found.asked))) or (
                found.used and any(large(file) != was for file, was in found.used)
            ):
                yield _Task(path, digest)
            elif (
                not same_plans
                or not found.record.since <= self.now < found.record.until
                or (not same_imports and (found.record.import_file or path in listed))
            ):
                yield _Task(path, digest, found, self._sheets.head(path, digest))

    def _names_that_came_or_went(
        self, paths: Mapping[str, None], kept: CachedRows[Kept]
    ) -> set[str]:
        """Names, in lower case, under which a file is there now and was not, or the reverse.

        And with a slash behind it the folder of each.
        """
        # The items of last time are known; the rest of the names is kept beside them.
        others = tuple(self.folder.files.keys() - paths.keys())
        known = self.build_cache.fact(NAMES)
        were = frozenset(known or ())
        changed = (kept.keys() ^ paths.keys()) | (were ^ frozenset(others))
        if changed:
            self.build_cache.set_fact(NAMES, tuple(sorted(others)))
        places = {f"{posixpath.dirname(path)}/".casefold() for path in changed}
        return places | {posixpath.basename(path).casefold() for path in changed}

    def _done(self, tasks: Iterator[_Task]) -> Iterator[_Done]:
        todo = list(tasks)
        for part in map_chunks(self._do_all, todo, WORTH_SHARING) if todo else ():
            yield from part

    def _do_all(self, tasks: Sequence[_Task]) -> list[_Done]:
        return [self._do(task) for task in tasks]

    def _do(self, task: _Task) -> _Done:
        if task.kept and task.head:
            record = self._record(self._item_in(task.head), task.digest, dict(task.kept.used))
            return task.path, replace(task.kept, record=record), None
        recorder = DependencyRecorder(self.folder, task.path)
        file = read_item(task.path, recorder, self.site_url)
        # Before it is held against the plans, which notes what they lack among its problems.
        parse = parse_of(file, task.digest)
        record = self._record(self._item_in(file), task.digest, recorder.used)
        kept = Kept(
            digest=task.digest,
            asked=tuple(sorted(recorder.asked)),
            missed=recorder.missed,
            used=tuple(UsedFile(*used) for used in sorted(recorder.used.items())),
            record=record,
        )
        return task.path, kept, parse

    def _record(self, item: ContentItem, digest: bytes, used: Mapping[str, str]) -> ArticleRecord:
        return record_of(
            item,
            self.site_config.plans,
            self.now,
            content=digest.hex(),
            digests=used,
        )

    def _item_in(self, file: ItemFile) -> ContentItem:
        # Behind a broken plan every article would seem unknown: that is no news of theirs.
        return item_of(
            file,
            self.site_config.plans,
            self.site_config.school,
            plans_are_sound=not self.site_config.problems,
            imported=import_of(file.path, self.imports) if self.imports else None,
        )

    def _item(self, path: str) -> ContentItem:
        return self._item_in(self._sheets.head(path, self.kept[path].digest))

    def _text(self, path: str) -> Body:
        return self._sheets.text(path, self.kept[path].digest)

    def _cross_checked(
        self,
        articles: list[ArticleRecord],
        pages: list[ArticleRecord],
        documents: list[ArticleRecord],
    ) -> tuple[tuple[ArticleRecord, ...], ...]:
        """The records with what only shows when all are seen together."""
        found = problems_between(
            articles, pages, documents, self.site_config.plans, self.folder.label
        )

        def checked(record: ArticleRecord) -> ArticleRecord:
            if record.path not in found:
                return record
            item = self._item(record.path)
            worse = replace(item, problems=(*item.problems, *found[record.path]))
            kept = self.kept[record.path]
            return self._record(worse, kept.digest, dict(kept.used))

        return tuple(tuple(map(checked, kind)) for kind in (articles, pages, documents))
