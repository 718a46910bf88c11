"""Versions that each commit made of an item, read as it is read from the disk."""

import hashlib
import html
import posixpath
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from urllib.parse import unquote

from ..domain.content.content_item import ContentItem
from ..domain.plan.plan import Plan
from ..domain.plan.school import School
from ..domain.provenance.commit import (
    ABSENT,
    Content,
    SignedLine,
    SignedLineKind,
    Version,
    ledger_mark,
    signed_lines_of,
)
from ..domain.text.vietnamese import clean_whole, fold
from ..intake.content.item_file import ItemFile
from ..intake.content.item_kinds import item_of
from ..intake.content.item_reader import read_item, read_words
from ..intake.folder.scan import ITEMS, TEXT_ENDINGS, Scan
from ..intake.header.decisions.decision_line import UnreadableLine, read_decision
from ..intake.names.typed_people import writers_typed
from ..vocabulary.fields.article_fields import ArticleField
from ..vocabulary.fields.board_fields import BoardField
from ..vocabulary.fields.shared_fields import SharedField
from ..vocabulary.header import header_field
from .git_history import History
from .past_folder import PastFolder, name_of
from .past_imports import PastImports

# Lines that say what was done with an article, not what is in it.
_NO_CONTENT: frozenset[str] = frozenset(
    {BoardField.APPROVED, *(field for field in BoardField if field.act)}
)

_LEDGER = {
    SignedLineKind.SENT: BoardField.SENT,
    SignedLineKind.CARRIED: BoardField.CARRIED,
}
_POINTER = b"version https://git-lfs"


def is_item(path: str) -> bool:
    folders = tuple(f"{folder}/" for folder in ITEMS)
    return path.startswith(folders) and path.lower().endswith(TEXT_ENDINGS)


class ItemVersions:
    """Every version of every item in a history; each text is parsed once.

    A picture that comes, goes or changes makes another version of the articles that show it.
    """

    def __init__(self, history: History, scan: Scan, site_url: str) -> None:
        self._history, self._scan, self.site_url = history, scan, site_url
        self.imports = PastImports(history)
        self._asked: dict[tuple[str, str], frozenset[str]] = {}
        self._read: dict[object, Version] = {}

    def at(self, commit: str, path: str) -> Version:
        version, mark = self._of_file(commit, path), self.imports.mark(commit, path)
        if mark is None or version.content is None:
            return version
        return replace(version, marks=version.marks | {mark})

    def _of_file(self, commit: str, path: str) -> Version:
        code = self._history.code(commit, path)
        if code is None:
            return ABSENT
        if (path, code) not in self._asked:
            return self._parsed(commit, path, code)
        key = self._key(commit, path, code)
        if key not in self._read:
            return self._parsed(commit, path, code)
        return self._read[key]

    def item(
        self, commit: str, path: str, plans: Sequence[Plan], school: School | None
    ) -> ContentItem | None:
        """The item as a commit has it, with all that the gate asks."""
        if self._history.code(commit, path) is None:
            return None
        file = read_item(path, self._folder(commit), self.site_url)
        codes = filter(None, (self._history.code(commit, other) for other in file.shown))
        if any(self._history.git.blob(code).startswith(_POINTER) for code in codes):
            # Git LFS has the picture, and git cannot tell whether the seal holds.
            file.fingerprint = ""
        return item_of(file, plans, school, imported=self.imports.imported(commit, path))

    def showing(self, changed: Collection[str]) -> Iterator[str]:
        """The items of today that name one of these pictures or attachments.

        Looks for the names in every text, however they may be written in a link.
        """
        names = {name_of(path) for path in changed}
        # A gallery is named by its folder.
        folders = {posixpath.basename(posixpath.dirname(path)).casefold() for path in changed}
        for path in filter(is_item, self._history.now if names else ()):
            text = self._history.git.blob(self._history.now[path]).decode("utf-8", "replace")
            plain = unquote(html.unescape(clean_whole(text).replace("\\", ""))).casefold()
            if any(name in plain for name in names) or any(
                name in line for line in _gallery_lines(plain) for name in folders
            ):
                yield path

    def _folder(self, commit: str) -> PastFolder:
        return PastFolder(self._history, commit, self._scan)

    def _parsed(self, commit: str, path: str, code: str) -> Version:
        folder = self._folder(commit)
        file = read_words(path, folder, self.site_url)
        self._asked[path, code] = frozenset(folder.asked)
        version = Version(
            content=_content(file, folder, code),
            marks=frozenset((*signed_lines_of(file.decisions), *_ledger_of(file))),
            writers=frozenset(
                fold(name)
                for entry in file.header.all(ArticleField.AUTHORS)
                for name in writers_typed(entry.value)
            ),
        )
        self._read[self._key(commit, path, code)] = version
        return version

    def _key(self, commit: str, path: str, code: str) -> object:
        """The text, and each file of the names it asks for that some commit touched."""
        asked = sorted(self._asked[path, code] & self._moving.keys())
        files = (file for name in asked for file in self._moving[name])
        return (path, code, *((file, self._history.code(commit, file)) for file in files))

    @cached_property
    def _moving(self) -> Mapping[str, Sequence[str]]:
        """The files besides texts that some commit touched, by name."""
        found: dict[str, list[str]] = defaultdict(list)
        for path in sorted(self._history.touched):
            if not is_item(path):
                found[name_of(path)].append(path)
        return found


def _ledger_of(file: ItemFile) -> Iterator[SignedLine]:
    """Yields its header's lines on sending and carrying, also where nothing else reads them."""
    for kind, field in _LEDGER.items():
        for entry in file.header.all(field):
            try:
                name = read_decision(entry.value).name
            except UnreadableLine:
                name = entry.value
            yield ledger_mark(kind, entry.value, name, entry.line)


def _gallery_lines(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        key, colon, value = line.replace("：", ":").partition(":")
        if colon and len(key) < 30 and header_field(key.strip(" \t-–—•*+")) == ArticleField.GALLERY:
            yield value


def _content(file: ItemFile, folder: PastFolder, code: str) -> Content:
    if not file.is_readable:
        return Content(path=file.path, words=code)
    header = file.header
    words = (
        header.text(SharedField.TITLE),
        header.text(ArticleField.SUMMARY),
        clean_whole(header.body).strip(),
    )
    facts = [
        (entry.field, entry.value)
        for entry in header.entries
        if entry.field not in {*_NO_CONTENT, SharedField.TITLE, ArticleField.SUMMARY}
    ]
    # Of two lines of one field the first counts, wherever the others stand.
    facts.sort(key=lambda fact: fact[0])
    return Content(
        path=posixpath.normpath(file.path),
        words=_digest(words),
        facts=_digest(facts),
        pictures=_digest([folder.code(shown) for shown in file.shown]),
    )


def _digest(value: object) -> str:
    return hashlib.sha256(repr(value).encode()).hexdigest()
