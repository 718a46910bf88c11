"""Redirects: where each former address of what is public leads today, and how it is answered.

Every redirect leads to the present address of an item, so that none leads to another one: a chain
of moves is a list of lines in one file. See docs/decisions/0042-every-old-address-keeps-working.md.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from ..site.article_record import ArticleRecord
from ..site.file_names import LONGEST_ADDRESS_PART, LONGEST_PATH, fault_of
from ..site.site_path import folders_of, path_fault
from .former_address import FormerAddress, address_of, key_of

_FRONT = "index.html"
_PAGES = (".html", ".htm")
# As nearly all are. What may be a name of Windows' own is looked at more closely.
_PLAIN = re.compile(r"(?:[A-Za-z0-9_-]{1,150}/)*(?:[A-Za-z0-9_-]{1,140}(?:\.html?)?|\.htaccess)")
_DEVICE = re.compile(r"(?:^|/)(?:con|prn|aux|nul|com|lpt)", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Redirect:
    """A redirect (chuyển hướng) from a former address to an item's own.

    `to` is relative to the root of the site. `page` is the file of the small page that answers
    where the host has no rules; empty where no file can have that address. `folder` is the one in
    which the address lies, where it can be one; else the root (empty). `is_like_living` tells
    that a page of ours differs from it in nothing but case, and `is_folder` that pages of ours lie
    below it: then only a rule for just this address may answer.
    """

    former: FormerAddress
    to: str
    page: str = ""
    folder: str = ""
    is_like_living: bool = False
    is_folder: bool = False


def redirects(
    records: Iterable[ArticleRecord], files: Collection[str] = ()
) -> tuple[Redirect, ...]:
    """The redirects of these items, which are public, in their order.

    `files` are the paths of all other files of the edition: what stands there is never hidden.
    """
    claims = _claims(records)
    if not claims:
        return ()
    places = _Places(files, [former for former, _ in claims.values()])
    made = (places.redirect(former, to, key) for key, (former, to) in claims.items())
    return tuple(redirect for redirect in made if redirect)


class _Places:
    """The places at which something stands: files of the edition, and of the small pages."""

    def __init__(self, files: Collection[str], formers: Iterable[FormerAddress]) -> None:
        self._living = {address_of(path.removesuffix(_FRONT)) for path in files}
        self._like_living = {key_of(address) for address in self._living}
        self._files = {path.casefold() for path in files}
        self._folders = _all_folders(files)
        wanted = {_file_of(former) for former in formers if former.address not in self._living}
        self._holding = self._folders | _all_folders(wanted)
        self._pages = {page.casefold() for page in wanted - self._holding}
        # Thousands of addresses lie in a few folders.
        self._known: dict[str, bool] = {"": True}

    def redirect(self, former: FormerAddress, to: str, key: str) -> Redirect | None:
        """The redirect of one address; None where a page of ours stands at it."""
        if former.address in self._living:
            return None
        path = former.path[1:]
        page, folder = _file_of(former), path.rpartition("/")[0]
        if page in self._holding:
            page = f"{page}/{_FRONT}"
        is_like = key in self._like_living
        is_free = page and not is_like and page.casefold() not in self._files
        can_hold = self._is_open(folder) and folder.casefold() not in self._pages
        return Redirect(
            former=former,
            to=to,
            page=page if is_free and self._is_open(_folder_of(page)) and can_be(page) else "",
            folder=folder if can_hold and can_be(f"{folder}/.htaccess") else "",
            is_like_living=is_like,
            is_folder=path in self._folders and not former.query,
        )

    def _is_open(self, folder: str) -> bool:
        """True where no file stands in the place of a folder, or of one above it."""
        found = self._known.get(folder)
        if found is None:
            found = folder.casefold() not in self._files and self._is_open(_folder_of(folder))
            self._known[folder] = found
        return found


def _folder_of(path: str) -> str:
    return path.rpartition("/")[0]


def _all_folders(paths: Iterable[str]) -> set[str]:
    direct = {_folder_of(path) for path in paths}
    return direct.union(*map(folders_of, direct)) - {""}


def claimants(records: Iterable[ArticleRecord]) -> Iterator[tuple[str, ArticleRecord, int]]:
    """Each former address (as its key) with the item that claims it and the line of the claim."""
    for record in records:
        for former in record.former:
            yield former.key, record, former.line


def _claims(records: Iterable[ArticleRecord]) -> dict[str, tuple[FormerAddress, str]]:
    """The item that holds each former address, by key: of two that claim one, the first by path."""
    found: dict[str, tuple[FormerAddress, str]] = {}
    holders: dict[str, str] = {}
    for record in records:
        for former in record.former if record.former else ():
            key = former.key
            holder = holders.get(key)
            if former.address != address_of(record.url) and (
                holder is None or record.path < holder
            ):
                found[key], holders[key] = (former, record.url), record.path
    return found


def _file_of(former: FormerAddress) -> str:
    """The file that answers an address on any host; empty where a query tells what is meant."""
    if "?" in former.address:
        return ""
    path = former.path[1:]
    return path if path.lower().endswith(_PAGES) else f"{path}/{_FRONT}"


def can_be(path: str) -> bool:
    """True where every machine and every host can hold a file of that path."""
    if len(path) > LONGEST_PATH:
        return False
    if _PLAIN.fullmatch(path) and not _DEVICE.search(path):
        return True
    names = path.split("/")
    return not path_fault(path) and all(
        len(name) <= LONGEST_ADDRESS_PART and not fault_of(name) for name in names
    )
