"""The composition of an edition: from content and theme to the list of its pages.

Both entry points use it, our engine and Pelican's plugin. See docs/decisions/0005 and 0037.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..buildtools.cache.build_cache import BuildCache
from ..domain.message import Message
from ..intake.folder.scan import FILES, LOOKS, Scan
from .errors import BuildRefused
from .through_pelican.accepted_settings import is_newsroom_theme
from .through_pelican.defaults import DEFAULTS

if TYPE_CHECKING:
    from ..domain.addresses.lost_address import LostAddress
    from ..domain.site.host_limits import RedirectLimit
    from ..domain.site.publication import Evaluation
    from ..domain.site.takedown import ShownEdition
    from ..pages.article.renditions import Renditions
    from ..pages.build.page import Page
    from ..pages.build.site import Site

# Files without a template that belong to our pages.
_OF_OUR_PAGES = ("tim-kiem/", "sitemap.xml", "robots.txt")
_LISTS_OF_PELICAN = ("chuyen-muc/", "tac-gia/")
_THROUGH_PELICAN = "pelican -s publishconf.py -e NEWSROOM_ALLOW_REMOVALS=true"


def scan_of(settings: Mapping[str, Any], build_cache: BuildCache) -> Scan:
    """The files of the content folder, with what is remembered of them."""
    known = build_cache.cached_rows(FILES), build_cache.cached_rows(LOOKS)
    return Scan(Path(settings["PATH"]), *known)


@dataclass(frozen=True, kw_only=True)
class Composition:
    """One edition at one moment: what it is made from, and `said`, what its maker is to be told.

    `lost` tells of public addresses that it does not answer any more, and is told once.
    """

    settings: Mapping[str, Any]
    build_cache: BuildCache
    scan: Scan
    renditions: "Renditions"
    evaluation: "Evaluation"
    said: str
    lost: str = ""

    @property
    def is_desk(self) -> bool:
        return is_desk(self.settings)

    @property
    def has_own_theme(self) -> bool:
        """True for a theme of newsrooms; in one of Pelican's kind Pelican writes the pages."""
        return is_newsroom_theme(self.settings)

    @cached_property
    def site(self) -> "Site":
        from ..pages.build.site import Site
        from ..pages.lists.search_months import MonthlyIndexes

        indexes = MonthlyIndexes(self.build_cache)
        return Site(
            self.evaluation,
            self.renditions,
            indexes,
            is_desk=self.is_desk,
            own_redirects=own_redirects_in(self.settings),
        )

    @cached_property
    def pages(self) -> "list[Page]":
        """Every file of the edition, none of them made yet."""
        from ..pages.build.edition import pages_of
        from ..pages.build.theme import static_files

        static = static_files(self.settings)
        if self.has_own_theme:
            return [*pages_of(self.site, self.evaluation), *self._theme[0], *static]
        pages = [
            page
            for page in pages_of(self.site, self.evaluation)
            if not page.template and not page.url.startswith(_OF_OUR_PAGES)
        ]
        # Pelican writes these lists; a text that leads to another one keeps its words.
        written = (url for url in self.site.lists if url.startswith(_LISTS_OF_PELICAN))
        self.site.lists = frozenset({"", *written})
        return [*pages, *static]

    @property
    def redirect_pages(self) -> frozenset[str]:
        """The files that only lead on from an old address."""
        assert self.pages
        return self.site.redirect_pages

    @cached_property
    def shared(self) -> Mapping[str, Any]:
        """The context that all pages share."""
        from ..pages.build.site_frame import site_frame

        return {**self.of_the_school, **site_frame(self.site), **self._theme[1]}

    @property
    def of_the_school(self) -> dict[str, str]:
        """Pelican's names for what the school file tells; a name in the settings goes before."""
        school, named = self.site.school, self.settings["SITENAME"]
        return {
            "SITENAME": school.name if named == DEFAULTS["SITENAME"] else named,
            "SITEURL": school.site_url,
            "FEED_DOMAIN": school.site_url,
        }

    @cached_property
    def _theme(self) -> "tuple[list[Page], Mapping[str, Any]]":
        from ..pages.build.theme import made_files

        if not self.has_own_theme:
            return [], {}
        made, named = made_files(Path(self.settings["THEME"]))
        return list(made), named


def own_redirects_in(settings: Mapping[str, Any]) -> "RedirectLimit | None":
    """The redirects that all hosts take to which these settings deploy; None where one may not."""
    from ..domain.site.host_limits import own_redirects, ways_of

    return own_redirects(ways_of(settings.get("DEPLOY")))


def is_desk(settings: Mapping[str, Any]) -> bool:
    return bool(settings["NEWSROOM_EDITION"] == "desk")


def compose(
    settings: Mapping[str, Any], scan: Scan, now: datetime, build_cache: BuildCache, target: Path
) -> Composition:
    """The content held against the gate, and its pictures made. `target` holds the last edition.

    Raises BuildRefused where going on would publish something wrong. A picture that proves broken
    when it is made is a problem of its articles like any other, so all is looked at once more.
    """
    from ..intake.folder.loader import forget_readers
    from ..pages.article.renditions import Renditions

    renditions = Renditions(scan, Path(settings["CACHE_PATH"]))
    while True:
        evaluation, said = _evaluated(settings, scan, now, build_cache)
        held = [one.record for one in evaluation.withheld] if is_desk(settings) else []
        renditions.files.are_cleaned = evaluation.publication.cleans_files
        broken = renditions.render([*evaluation.publication.content_items, *held])
        if not broken:
            break
        forget_readers(build_cache, broken)
    try:
        lost = _held_against_the_last(settings, evaluation, target)
    except BuildRefused:
        # What was read stays known, as with any other error that stops a build.
        build_cache.save()
        raise
    return Composition(
        settings=settings,
        build_cache=build_cache,
        scan=scan,
        renditions=renditions,
        evaluation=evaluation,
        said=said,
        lost=lost,
    )


def _evaluated(
    settings: Mapping[str, Any], scan: Scan, now: datetime, build_cache: BuildCache
) -> tuple["Evaluation", str]:
    from ..domain.problem import Level, gathered
    from ..exports.findings.check import all_problems
    from ..exports.findings.terminal import counts_in_words, problem_lines
    from .offered_words import load_and_evaluate

    found = load_and_evaluate(scan, now, build_cache, Path(settings["CACHE_PATH"]))
    is_public = not is_desk(settings)
    of_the_desk = (p for p in all_problems(found) if p.level is not Level.ADVICE)
    problems = (*found.blocking_errors, *found.lost_links) if is_public else tuple(of_the_desk)
    said = problem_lines(gathered(problems))
    why: Message | None = None
    if found.newsroom.config_problems:
        why = Message(
            "NR-BUILD-004",
            "Không dựng được trang khi truong.yaml hoặc kế hoạch còn lỗi; trang cũ vẫn giữ nguyên."
            " Sửa các dòng trên, hoặc lấy lại bản trước của tệp đó, rồi chạy lại.",
        )
    elif is_public and found.newsroom.sample_problems:
        why = Message(
            "NR-BUILD-025",
            "Chưa đăng gì cả: tên, địa chỉ hoặc tệp của trang mẫu còn lẫn trong trang thật. Sửa các"
            " dòng trên rồi chạy lại; trang cũ vẫn giữ nguyên.",
        )
    elif is_public and found.blocking_errors and not settings.get("NEWSROOM_KEEP_GOING"):
        why = Message(
            "NR-BUILD-005",
            "Chưa đăng gì cả: hãy sửa các lỗi trên. Nếu phải đăng gấp (ví dụ để gỡ một bài),"
            " chạy lại với --keep-going: bài có lỗi được giữ lại, phần còn lại vẫn đăng.",
        )
    if why:
        # What was read stays known: the next build reads only what was mended.
        build_cache.save()
        raise BuildRefused(said, why)
    return found, "\n".join(filter(None, (said, counts_in_words(found))))


def _held_against_the_last(
    settings: Mapping[str, Any], evaluation: "Evaluation", target: Path
) -> str:
    """The public addresses that are lost, in words.

    Raises BuildRefused for an edition that would take nearly everything down, unless somebody
    means it.
    """
    if is_desk(settings):
        return ""
    from ..verification.manifest import last_edition

    last = last_edition(target)
    if not settings.get("NEWSROOM_ALLOW_REMOVALS"):
        _refuse_takedown(settings, evaluation, last)
    found = lost_since(last, evaluation, Path(settings["PATH"]), target)
    if not found:
        return ""
    from ..exports.findings.lost_addresses import lost_in_words

    return lost_in_words(found, evaluation.newsroom)


def lost_since(
    last: "ShownEdition | None", evaluation: "Evaluation", content: Path, target: Path
) -> "tuple[LostAddress, ...]":
    """The addresses of the edition in `target` that the coming one would answer no more."""
    if last is None:
        return ()
    from ..domain.addresses.lost_address import lost_addresses

    def renamed(lost: Collection[str], new: Collection[str]) -> Mapping[str, str]:
        from ..provenance.moved_items import moved_items
        from ..verification.edition import MANIFEST
        from .kept_editions import manifest_in

        manifest = manifest_in(target)
        if manifest is None:
            return {}
        made = (target / MANIFEST).stat().st_mtime
        return moved_items(content, manifest.commit, made, lost, new)

    return lost_addresses(last, evaluation, renamed)


def _refuse_takedown(
    settings: Mapping[str, Any], evaluation: "Evaluation", last: "ShownEdition | None"
) -> None:
    from ..domain.site.takedown import takedown
    from ..exports.findings.takedown import takedown_in_words

    found = takedown(last, evaluation)
    if not found.is_everyday:
        command = settings.get("NEWSROOM_COMMAND") or _THROUGH_PELICAN
        raise BuildRefused(takedown_in_words(found, command))
