"""The list of what stands on a host. It lies there, where others can write: it is a claim."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Any

from ..buildtools.strict_json import read_strict_json
from ..buildtools.terminal import printed_briefly
from ..domain.site.site_path import path_fault
from ..verification.manifest import DIGEST
from .hosts.host import Host, HostFileTooLarge

# Apache and LiteSpeed show no file of such a name.
ON_HOST = ".ht-newsroom.json"
SCHEMA = 1
# In bytes: some four hundred thousand files.
LARGEST = 64_000_000


class ListState(Enum):
    """The state of a host's list: could it be read? Without one the sending begins anew."""

    READ = "read"
    ABSENT = "absent"
    BROKEN = "broken"


@dataclass(frozen=True, kw_only=True)
class HostList:
    """The list of the files that are said to stand on a host, each part in its type.

    `files` are the SHA-256 of what was sent, by path; `pending` the same of what may stand there
    because a sending broke (empty where no digest is known); `folders` those that sendings made.
    `on` is the day of the edition, None where it is not told, and `removed` are the files of it
    that only say that something was taken down.
    `rejected` says of each entry that is none, in Vietnamese, why nobody acts on it.
    """

    state: ListState = ListState.READ
    files: Mapping[str, str] = field(default_factory=dict)
    pending: Mapping[str, str] = field(default_factory=dict)
    folders: frozenset[str] = frozenset()
    rejected: tuple[str, ...] = ()
    on: date | None = None
    removed: frozenset[str] = frozenset()

    @property
    def is_fresh_start(self) -> bool:
        """True where nothing is known of what stands there."""
        return self.state is not ListState.READ

    @property
    def is_sound(self) -> bool:
        """True where the list can stay as it is while nothing is sent."""
        return self.state is ListState.READ and not self.rejected and not self.pending


def there_on(host: Host) -> HostList:
    """Reads a host's own list. Raises CannotDeploy or OSError where it cannot be asked."""
    try:
        return parse_host_list(host.get(ON_HOST, LARGEST))
    except HostFileTooLarge:
        return HostList(state=ListState.BROKEN)


def parse_host_list(content: bytes | None) -> HostList:
    """Broken where it is no list of ours at all; else what of its entries is one, and what not."""
    if content is None:
        return HostList(state=ListState.ABSENT)
    try:
        told = read_strict_json(content, LARGEST)
        if not isinstance(told, dict) or told.get("schema", SCHEMA) != SCHEMA:
            raise ValueError("no list of ours")
        files, pending, folders = told["files"], told.get("pending", {}), told.get("folders", [])
        if not (
            isinstance(files, dict) and isinstance(pending, dict) and isinstance(folders, list)
        ):
            raise ValueError("no list of ours")
    except (ValueError, KeyError):
        return HostList(state=ListState.BROKEN)
    entries = [*_entries(files, may_lack=False), *_entries(pending, may_lack=True)]
    rejected = [f"“{printed_briefly(path)}” {fault}" for path, _, fault in entries if fault]
    rejected += [f"“{printed_briefly(path)}” {f}" for path in folders if (f := path_fault(path))]
    refused = {path for path, _, fault in entries if fault}
    return HostList(
        files={path: digest for path, digest in files.items() if path not in refused},
        pending={path: digest for path, digest in pending.items() if path not in refused},
        folders=frozenset(path for path in folders if not path_fault(path)),
        rejected=tuple(dict.fromkeys(rejected)),
        on=_day(told.get("date")),
        removed=_removed(told.get("removed")),
    )


def _day(told: object) -> date | None:
    """Lists of earlier versions tell no day."""
    try:
        return date.fromisoformat(told) if isinstance(told, str) else None
    except ValueError:
        return None


def _removed(told: object) -> frozenset[str]:
    """Only compared with paths, and so never acted on."""
    return (
        frozenset(path for path in told if isinstance(path, str))
        if isinstance(told, list)
        else frozenset()
    )


def _entries(told: Mapping[str, Any], *, may_lack: bool) -> Iterator[tuple[str, object, str]]:
    """Each path with its digest and what is wrong with either."""
    for path, digest in told.items():
        fault = path_fault(path)
        if not fault and path == ON_HOST:
            fault = "là chính danh sách này"
        is_digest = isinstance(digest, str) and DIGEST.fullmatch(digest)
        if not fault and not is_digest and not (may_lack and digest == ""):
            fault = "không có mã SHA-256 đúng dạng"
        yield path, digest, fault


def noted(
    files: Mapping[str, str],
    pending: Mapping[str, str],
    folders: Iterable[str],
    on: date | None = None,
    removed: Iterable[str] = (),
) -> bytes:
    """The list as it is kept on a host: the same for the same state, one entry a line."""
    told = {
        "schema": SCHEMA,
        "date": on.isoformat() if on else "",
        "removed": sorted(removed),
        "files": dict(sorted(files.items())),
        "pending": dict(sorted(pending.items())),
        "folders": sorted(folders),
    }
    return json.dumps(told, indent=0, ensure_ascii=False).encode()
