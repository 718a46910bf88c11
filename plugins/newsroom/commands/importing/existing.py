"""The articles that are in content/ already: their old addresses, and the names they hold."""

from pathlib import Path
from typing import TYPE_CHECKING

from ...domain.text.vietnamese import clean, fold
from ...importing.old_sites.article_writer import ImportJournal
from ...importing.old_sites.plan_of_files import ExistingFiles, Known
from ...intake.folder.content_folder import ContentFolder
from ...intake.folder.scan import ARTICLES

if TYPE_CHECKING:
    from ...domain.site.publication import Newsroom


def existing_files(
    content: Path, folder: ContentFolder, newsroom: "Newsroom", journal: ImportJournal
) -> ExistingFiles:
    """The files that an import must not write again, nor over."""
    begun = journal.paths()
    records = [record for record in newsroom.content_items if record.former]
    by_address = {former.key: record.path for record in records for former in record.former}
    taken = set(folder.files)
    for place in (content / ARTICLES).glob("*/*"):
        # Also a folder that waits for an article of its name, maybe an empty one; and for
        # Windows, what differs in case alone is the same.
        name = clean(place.name).casefold()
        taken.add(f"{ARTICLES}/{place.parent.name}/{name.removesuffix('.md')}.md")
    taken |= {_path_of(record.url) for record in newsroom.articles}
    taken -= {path for path in begun if path not in folder.files}
    known = {record.path: Known(title=fold(record.title), on=record.on) for record in records}
    listed = frozenset(path for one in newsroom.imports for path in one.files)
    return ExistingFiles(
        by_address=by_address, known=known, taken=frozenset(taken), listed=listed, unfinished=begun
    )


def _path_of(url: str) -> str:
    """The path that a new article at that address would have: tin-bai/2019-09/khai-giang.md."""
    parts = url.strip("/").split("/")
    return f"{ARTICLES}/{parts[1]}-{parts[2]}/{parts[3]}.md" if len(parts) == 4 else ""
