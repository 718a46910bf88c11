"""The articles that are in content/ already: their old addresses, and the names they hold."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...domain.text.vietnamese import fold_key
from ...importing.old_sites.article_writer import ImportJournal
from ...importing.old_sites.former_addresses import address_key
from ...importing.old_sites.plan_of_files import ExistingFiles
from ...intake.folder.content_folder import ContentFolder
from ...intake.folder.scan import ARTICLES
from ...intake.header.lines import KEY
from ...vocabulary.fields.shared_fields import SharedField
from ...vocabulary.header import HEADER

if TYPE_CHECKING:
    from ...domain.site.publication import Newsroom

_KEYS = frozenset(map(fold_key, HEADER[SharedField.FORMER_ADDRESSES]))


def existing_files(folder: ContentFolder, newsroom: "Newsroom", journal: ImportJournal) -> ExistingFiles:
    """What an import must not write again, nor over."""
    begun = journal.paths()
    by_address = {
        address_key(address): path
        for path in folder.below(ARTICLES, ".md")
        for address in _addresses_in(folder.read(path))
    }
    taken = {path for path in folder.files}
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


def _addresses_in(content: bytes) -> Iterator[str]:
    """The old addresses in the head of a file, however broken the rest is."""
    for line in content[:16_384].decode("utf-8", "replace").split("\n"):
        parts = KEY.match(line.strip())
        if parts and fold_key(parts[1].strip()) in _KEYS:
            yield parts[2].strip().strip("\"'")
