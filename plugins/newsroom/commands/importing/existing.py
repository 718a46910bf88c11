"""The articles that are in content/ already: their old addresses, and the names they hold."""

from typing import TYPE_CHECKING

from ...importing.old_sites.article_writer import ImportJournal
from ...importing.old_sites.plan_of_files import ExistingFiles
from ...intake.folder.content_folder import ContentFolder
from ...intake.folder.scan import ARTICLES

if TYPE_CHECKING:
    from ...domain.site.publication import Newsroom


def existing_files(
    folder: ContentFolder, newsroom: "Newsroom", journal: ImportJournal
) -> ExistingFiles:
    """The files that an import must not write again, nor over."""
    begun = journal.paths()
    by_address = {
        former.key: record.path for record in newsroom.content_items for former in record.former
    }
    taken = set(folder.files)
    for path in folder.below(ARTICLES):
        month, _, rest = path.removeprefix(f"{ARTICLES}/").partition("/")
        if "/" in rest:
            # A folder that waits for an article of its name, or belongs to one.
            taken.add(f"{ARTICLES}/{month}/{rest.partition('/')[0]}.md")
    taken |= {_path_of(record.url) for record in newsroom.articles}
    taken -= {path for path in begun if path not in folder.files}
    listed = frozenset(path for one in newsroom.imports for path in one.files)
    return ExistingFiles(
        by_address=by_address, taken=frozenset(taken), listed=listed, unfinished=begun
    )


def _path_of(url: str) -> str:
    """The path that a new article at that address would have: tin-bai/2019-09/khai-giang.md."""
    parts = url.strip("/").split("/")
    return f"{ARTICLES}/{parts[1]}-{parts[2]}/{parts[3]}.md" if len(parts) == 4 else ""
