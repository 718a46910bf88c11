"""The second reading of an old site: each planned article is written, or only looked at."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ...buildtools.progress import teller_of
from ...importing.old_sites.article_text import OldSiteContext, file_text
from ...importing.old_sites.article_writer import ArticleWriter
from ...importing.old_sites.files.article_files import ArticleFiles, Fetch, never
from ...importing.old_sites.files.old_files import OldFiles
from ...importing.old_sites.left_out import LeftKind, LeftLog
from ...importing.old_sites.old_encoding import as_unicode
from ...importing.old_sites.old_site import OldSite
from ...importing.old_sites.plan_of_files import PlannedFiles, day_of, normal
from ...vocabulary import labels
from .refusals import not_written, stopped
from .request import ImportRequest


@dataclass(kw_only=True)
class SecondReading:
    """Reads the site again and writes; `writer` is None where nothing is to be written.

    `paths` are those of the articles written so far, `pictures` and `attachments` how many files
    lie beside them.
    """

    site: OldSite
    planned: PlannedFiles
    context: OldSiteContext
    found_in: OldFiles
    request: ImportRequest
    writer: ArticleWriter | None
    paths: list[str]
    pictures: int = 0
    attachments: int = 0

    def run(self, content: Path) -> None:
        """Raises BuildRefused where somebody stopped it, or the disk takes no more."""
        fetch, tell = self._fetch(), teller_of(labels.IMPORTING_ARTICLES, len(self.planned.files))
        try:
            for number, entry in enumerate(self.site.entries(LeftLog())):
                if path := self.planned.files.get(number):
                    files = ArticleFiles(
                        stem=path.rpartition("/")[2].removesuffix(".md"),
                        entry=entry.entry,
                        found_in=self.found_in,
                        left=self.context.left,
                        fetch=fetch,
                    )
                    article = normal(as_unicode(entry)[0], self.site.hosts)
                    on = day_of(article)
                    assert on is not None
                    self._take(path, partial(file_text, article, path, on, self.context), files)
                    tell(len(self.paths))
        except KeyboardInterrupt:
            raise stopped(len(self.paths), self.request.command) from None
        except OSError as error:
            raise not_written(error, content) from error

    def _take(
        self, path: str, text_with: Callable[[ArticleFiles], str], files: ArticleFiles
    ) -> None:
        def compose(stage: Path) -> str:
            files.stage = stage
            return text_with(files)

        try:
            if self.writer:
                self.writer.write(path, compose)
            else:
                text_with(files)
        except (RecursionError, ValueError) as error:
            # One article that nobody can read keeps none of the others back.
            self.context.left.leave(LeftKind.UNREADABLE, files.entry, str(error)[:80])
            return
        self.paths.append(path)
        self.pictures += files.pictures
        self.attachments += files.attachments

    def _fetch(self) -> Fetch:
        if not self.request.may_fetch:
            return never
        from ...importing.old_sites.files import fetching

        host = min(self.site.hosts, key=len, default="")
        return fetching.Fetcher(host=host, resolve=fetching.resolved, connect=fetching.connected)
