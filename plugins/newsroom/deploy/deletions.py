"""The files of a host that may be deleted. See docs/decisions/0017.

The host's list is a claim. A file goes only where its content is what the list says we sent, where
this machine remembers having sent it, or where the content has a withheld text of that address and
the file bears the mark of our pages. Everything else is somebody's, and stays.
"""

import re
import unicodedata
from collections.abc import Collection, Mapping
from typing import NamedTuple

from ..domain.site.site_path import folders_of
from .host_list import HostList
from .hosts.host import Host, Kind, sha256
from .knowledge import Knowledge

# In bytes: larger files are of nobody's site, and are not fetched to be compared.
LARGEST_COMPARED = 500_000_000
# Our pages load a style sheet named by its digest; other files of ours have names like no other's.
_OUR_PAGE = re.compile(rb'theme/site\.[0-9a-f]{12}\.css"')
# What answers at an old address, in a page or in the words of a host.
_OF_REDIRECTS = re.compile(rb'^# newsroom redirect$|content="newsroom redirect"', re.MULTILINE)
_OUR_NAME = re.compile(
    r"anh/[0-9a-f]{16}-[\w-]+\.\w+|tep/[0-9a-f]{12}/[^/]+|tim-kiem/bai/\d{4}-\d\d/\d+\.json"
    r"|feeds/(?:chuyen-muc|tac-gia|to)/[\w-]+\.atom\.xml",
    re.ASCII,
)


class Deletions(NamedTuple):
    """The files to delete; those kept because a link leads there (by path); those of others."""

    delete: tuple[str, ...] = ()
    blocked: Mapping[str, str] = {}
    kept: tuple[str, ...] = ()


def deletions(
    host: Host, wanted: Collection[str], there: HostList, knowledge: Knowledge
) -> Deletions:
    """Judge everything that the host's list, or this site, says of files that are not wanted."""
    claimed = _without({*there.files, *there.pending}, wanted)
    own = _without({*knowledge.record.files, *knowledge.record.pending}, wanted)
    asked = set(claimed)
    if there.is_fresh_start:
        # Nothing is known of what stands there but what this site itself knows.
        asked |= own | _without(knowledge.addresses, wanted)
    if not asked:
        return Deletions()
    kinds = host.kinds(sorted(asked))
    blocked = {p: link for p in claimed | own if (link := link_to(p, kinds or {}))}
    certain, doubtful, kept = set[str](), set[str](), set[str]()
    for path in asked - blocked.keys():
        # Where nobody tells what stands there, asking for the file itself does.
        kind = Kind.FILE if kinds is None else kinds.get(path)
        if path in own and kind in (Kind.FILE, Kind.LINK):
            certain.add(path)
        elif kind is Kind.FILE:
            doubtful.add(path)
        elif kind and path in claimed:
            kept.add(path)
    for path, content in host.contents(sorted(doubtful), LARGEST_COMPARED):
        digests = {there.files.get(path), there.pending.get(path)}
        if sha256(content) in digests or (
            path in knowledge.addresses and bears_our_mark(path, content)
        ):
            certain.add(path)
        elif path in claimed:
            kept.add(path)
    return Deletions(tuple(sorted(certain)), blocked, tuple(sorted(kept)))


def bears_our_mark(path: str, content: bytes) -> bool:
    """True where a file at an address of this site was made by this software."""
    if _OUR_NAME.fullmatch(path) or _OF_REDIRECTS.search(content):
        return True
    return path.endswith(".html") and bool(_OUR_PAGE.search(content))


def link_to(path: str, kinds: Mapping[str, Kind]) -> str:
    """The link that stands in the place of a folder on the way to a path; empty if none."""
    return next((f for f in folders_of(path) if kinds.get(f) is Kind.LINK), "")


def _without(paths: Collection[str], wanted: Collection[str]) -> set[str]:
    """Those that are not wanted, under whatever spelling: some hosts know no case."""
    token = {_alike(path) for path in wanted}
    return {path for path in paths if _alike(path) not in token}


def _alike(path: str) -> str:
    return path if path.isascii() and path.islower() else _folded(path)


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
