"""The public edition is inspected before it takes the place of the last one."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..buildtools.cache.build_cache import BuildCache
from ..buildtools.cache.cache_forms import CachedTable
from ..buildtools.version import OURS
from ..domain.message import Message
from ..domain.problem import Level, Problem
from ..intake.folder.scan import PLANS, SCHOOL_FILE, Scan
from ..pages.build.theme import template_folders
from ..pages.lists.feeds import UNLISTED
from ..verification.edition import MANIFEST, Edition, names_of_this_machine
from ..verification.inspector import SAID, Inspector, lost_places
from ..verification.leak_patterns import KEPT_PATTERNS, LeakPatterns
from .approved_files import Approved
from .composition import Composition
from .errors import BuildRefused

if TYPE_CHECKING:
    from ..domain.plan.group import Person
    from ..domain.plan.plan import Plan
    from ..domain.site.article_record import ArticleRecord
    from ..domain.site.publication import Evaluation
    from ..pages.article.renditions import Renditions
    from ..pages.build.page import Page
    from ..pages.build.writer import ChangeSet
    from ..verification.edition import InspectionVerdict

# For each withheld item a digest of what lists would show of it, by its path.
_SOUGHT = CachedTable[str]("sought", str)
_CLOSING = Message(
    "NR-BUILD-011",
    "Trang đã dựng nhưng không qua được bước soát, nên chưa đăng gì; trang cũ vẫn giữ nguyên.",
)
_REST = "Sửa những chỗ trên rồi chạy lại."
_LINKS = (
    " Nếu phải đăng gấp (ví dụ để gỡ một bài), chạy lại với --keep-going: liên kết hỏng và"
    " tệp quá nặng thì bỏ qua."
)


class Inspection:
    """The inspection of one build, with what is remembered of earlier ones."""

    def __init__(
        self,
        settings: Mapping[str, Any],
        evaluation: "Evaluation",
        scan: Scan,
        build_cache: BuildCache,
        renditions: "Renditions",
        pages: Iterable["Page"],
        target: Path,
        of_guests: Sequence[str] = (),
        redirects: frozenset[str] = frozenset(),
    ) -> None:
        self._target, self._keep_going = target, bool(settings.get("NEWSROOM_KEEP_GOING"))
        self._sought = build_cache.cached_rows(_SOUGHT.of(str(target)))
        self.leak_patterns = LeakPatterns(
            evaluation, build_cache.cached_rows(KEPT_PATTERNS), scan.digest_of_large, renditions
        )
        self._lost_lists = partial(_lost_lists, evaluation, pages)
        self.inspector = Inspector(
            _edition(settings, evaluation, scan, renditions, pages, target, of_guests, redirects),
            self.leak_patterns,
            build_cache.cached_rows(SAID),
        )

    @classmethod
    def of(cls, edition: Composition, target: Path, of_guests: Sequence[str] = ()) -> "Inspection":
        """The inspection of an edition that is about to stand in `target`.

        `of_guests` are files that it holds besides, of plugins of others or of Pelican itself.
        """
        return cls(
            edition.settings,
            edition.evaluation,
            edition.scan,
            edition.build_cache,
            edition.renditions,
            edition.pages,
            target,
            of_guests,
            edition.redirect_pages,
        )

    def judge(self, changes: "ChangeSet", staging: Path, unchanged: list[str]) -> str:
        """The words on a change that may go out. Raises BuildRefused where it may not."""
        target = self._target

        def read(path: str) -> bytes:
            place = staging / path
            return (place if place.is_file() else target / path).read_bytes()

        gone = [*changes.gone]
        # Only a page that stands unchanged can lead to a place that is no more.
        may_lead = any(path.endswith(".html") for path in unchanged)
        for path in changes.made if may_lead else ():
            if path.endswith(".html") and (target / path).is_file():
                lost = lost_places((target / path).read_bytes(), read(path))
                gone += [f"{path}#{place}" for place in sorted(lost)]
        newly = [path for path, key in self._keys() if self._sought.get(path) != key]
        again = self.inspector.look_again(unchanged, read, gone, newly)
        verdict = self.inspector.judge([*changes.reports, *again], read)
        remarks = (*self._lost_lists(), *verdict.remarks)
        return said_of(verdict._replace(remarks=remarks), self._keep_going)

    def audit(self, folder: Path) -> str:
        """The same of a whole folder."""
        verdict = self.inspector.audit(folder)
        return said_of(verdict, self._keep_going)

    def remember(self) -> None:
        """The edition was delivered: nothing of what is withheld now stands in it."""
        keys = dict(self._keys())
        for path in [path for path in self._sought if path not in keys]:
            del self._sought[path]
        for path, key in keys.items():
            if self._sought.get(path) != key:
                self._sought[path] = key

    def _keys(self) -> Iterator[tuple[str, str]]:
        """The digest of what lists and cards would show of each withheld item, by its path."""
        for path in self.leak_patterns.of:
            told = sorted(self.leak_patterns.telling(path))
            yield path, hashlib.sha256(repr(told).encode()).hexdigest()[:16]


def _lost_lists(evaluation: "Evaluation", pages: Iterable["Page"]) -> Iterator[Problem]:
    """A warning for each link of a public text to a list that there is not, or not yet."""
    linking = [record for record in evaluation.publication.content_items if record.listings]
    there = {f"/{page.url}" for page in pages} if linking else set[str]()
    for record in linking:
        for link in record.listings:
            if link.target not in there:
                yield Problem(
                    evaluation.newsroom.label(record.path),
                    link.line,
                    Message(
                        "NR-LINK-001", f"Liên kết tới {link.target} bỏ đi, vì chưa có trang ấy."
                    ),
                    "Chữ vẫn giữ; xem lại địa chỉ, hoặc bỏ liên kết.",
                    Level.WARNING,
                )


def said_of(verdict: "InspectionVerdict", keep_going: bool) -> str:
    from ..exports.findings.terminal import problem_lines

    wrong = (*verdict.grave, *verdict.slight)
    if verdict.grave or (verdict.slight and not keep_going):
        links = "" if verdict.grave else _LINKS
        said = problem_lines((*wrong, *verdict.remarks), _REST)
        raise BuildRefused(said, _CLOSING.reworded(f"{_CLOSING}{links}"))
    return problem_lines((*verdict.slight, *verdict.remarks), _REST if verdict.slight else "")


def _edition(
    settings: Mapping[str, Any],
    evaluation: "Evaluation",
    scan: Scan,
    renditions: "Renditions",
    pages: Iterable["Page"],
    target: Path,
    of_guests: Sequence[str],
    redirects: frozenset[str],
) -> Edition:
    public, school = evaluation.publication, evaluation.publication.school
    pages = list(pages)
    texts: dict[str, ArticleRecord] = {}

    def text_of(path: str) -> "ArticleRecord | None":
        """The item that a page shows. Asked only where something is amiss."""
        if not texts:
            texts.update((f"{record.url}index.html", record) for record in public.content_items)
        return texts.get(path)

    def source_of(path: str) -> str:
        record = text_of(path)
        return evaluation.newsroom.label(record.path) if record else ""

    def typed_link(path: str, target: str) -> tuple[str, int] | None:
        record, address = text_of(path), f"/{target.removesuffix('index.html')}"
        lines = [to.line for to in record.listings if to.target == address] if record else []
        return (source_of(path), min(lines)) if lines else None

    return Edition(
        name=target.name,
        site_url=school.site_url,
        base_path=school.base_path,
        files=frozenset([*(page.save_as for page in pages), MANIFEST, *of_guests]),
        listed=lambda: frozenset(
            page.save_as for page in pages if page.template and page.template not in _NOT_LISTED
        ),
        offered=Approved(evaluation, scan, renditions.files, Path(settings["CACHE_PATH"])),
        content_items=cache(lambda: {scan.digest(path).hex(): path for path in scan.texts}),
        machine=names_of_this_machine(Path(settings["PATH"]).parent.resolve(), Path.home()),
        sources=_sources(settings, evaluation, scan, pages),
        individuals_public=any(plan.individuals_public for plan in public.plans),
        source_of=source_of,
        typed_link=typed_link,
        has_guests=bool(of_guests),
        redirects=redirects,
    )


_NOT_LISTED = UNLISTED | {"feed.xml"}


def _people(plan: "Plan") -> Iterator["Person"]:
    """Those whom public pages name, whether they wrote anything or not."""
    for group in plan.groups:
        yield from (*group.members, *((group.head,) if group.head else ()))
    yield from (seat.person for seat in plan.board)


def _addresses_of_lists(evaluation: "Evaluation", pages: Iterable["Page"]) -> Iterator[str]:
    """Addresses that come from plans and from what is public: an author's, a category's.

    Whatever a withheld text would have made is not among them.
    """
    withheld = tuple(held.record.url for held in evaluation.withheld)
    for page in pages:
        if page.template and not page.url.startswith(withheld):
            yield page.url


def _sources(
    settings: Mapping[str, Any], evaluation: "Evaluation", scan: Scan, pages: Sequence["Page"]
) -> Callable[[], Iterator[tuple[str, bytes]]]:
    """The sources of what may be said in public, by their names."""

    def sources() -> Iterator[tuple[str, bytes]]:
        public = evaluation.publication
        names = [record.slug for record in public.content_items]
        names += [
            path for record in public.content_items for path in (*record.pictures, *record.files)
        ]
        names += _addresses_of_lists(evaluation, pages)
        people = [p.name for plan in public.plans for p in _people(plan)]
        names += people
        yield "names", " ".join([*names, *map(repr, public.events)]).encode()
        for path in scan.files:
            if path == SCHOOL_FILE or path.startswith(f"{PLANS}/"):
                yield path, scan.read(path)
        for record in public.content_items:
            yield record.path, scan.read(record.path)
        for record in public.content_items:
            # As readers see it: letters may be spelt by number, or be typed in parts (NFD).
            parts = evaluation.newsroom.text(record.path).parts
            shown = "".join(part for part in parts if isinstance(part, str))
            told = f"{record.title}\n{record.summary}\n{unescape(shown)}"
            yield f"{record.path} (HTML)", told.encode("utf-8", "replace")
        for folder in (*template_folders(settings), OURS):
            for place in sorted(folder.rglob("*")):
                if place.suffix in (".py", ".html", ".xml"):
                    yield str(place), place.read_bytes()

    return sources
