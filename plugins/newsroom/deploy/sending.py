"""What has to go to a host, in which order, and how a sending that broke goes on."""

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple, Protocol

from ..verification.manifest import Entry, Manifest

# What stands on the host, as we left it. Apache and LiteSpeed show no file of such a name.
ON_HOST = ".ht-newsroom.json"
# After so many files the host is told what has come, so that the next try goes on from there.
NOTED_EVERY = 40
_ALONE = ("anh/", "tep/", "theme/")
_LEAVES = ("tin-bai/", "van-ban/2", "van-ban/1")
_LAST = ("feeds/", "sitemap.xml", "tim-kiem/")


class CannotDeploy(Exception):
    """Nothing can be sent, or not all was; the message says why and what to do, in Vietnamese."""


class Host(Protocol):
    """A place that takes files. Paths have `/`; folders are made as they are needed.

    `put` never leaves half a file under its name. `get` gives None where there is no such file.
    All raise CannotDeploy, or OSError where a connection broke.
    """

    def get(self, path: str) -> bytes | None: ...
    def put(self, path: str, content: bytes) -> None: ...
    def delete(self, path: str) -> None: ...
    def close(self) -> None: ...


class Steps(NamedTuple):
    """What has to be done: files to send, in this order, then files to delete."""

    send: tuple[str, ...]
    delete: tuple[str, ...]


def steps(wanted: Mapping[str, Entry], there: Mapping[str, str]) -> Steps:
    """From what stands on the host (SHA-256 by path) to what is wanted.

    Pictures and files go before the pages that show them, new pages before those that lead to
    them, what search engines and feed readers ask for last. What the host has and we did not put
    there is never deleted: it is not in `there`.
    """
    changed = [path for path, entry in wanted.items() if there.get(path) != entry.sha256]
    gone = sorted(path for path in there if path not in wanted)
    return Steps(tuple(sorted(changed, key=lambda p: (rank(p), p in there, p))), tuple(gone))


def rank(path: str) -> int:
    if path.startswith(_ALONE):
        return 0
    if path.startswith(_LEAVES):
        return 1
    return 3 if path.startswith(_LAST) or path == "index.html" else 2


def there_on(host: Host) -> dict[str, str]:
    """What we left on a host; nothing where we never were, or where the list is broken."""
    content = host.get(ON_HOST)
    if content is None:
        return {}
    try:
        told = json.loads(content)
        return {str(path): str(digest) for path, digest in told["files"].items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}


def noted(there: Mapping[str, str]) -> bytes:
    """The list of what stands on a host, as it is kept there."""
    files = dict(sorted(there.items()))
    return json.dumps({"schema": 1, "files": files}, indent=0, ensure_ascii=False).encode()


def send(
    host: Host, folder: Path, told: Manifest, say: Callable[[str], None] = lambda line: None
) -> Steps:
    """Bring a host up to date. Where it breaks off, the next sending goes on from there."""
    there = there_on(host)
    todo = steps(told.files, there)
    unsaid = 0
    try:
        for path in todo.send:
            host.put(path, (folder / path).read_bytes())
            there[path] = told.files[path].sha256
            say(f"gửi {path}")
            unsaid += 1
            if unsaid >= NOTED_EVERY:
                host.put(ON_HOST, noted(there))
                unsaid = 0
        for path in todo.delete:
            host.delete(path)
            del there[path]
            say(f"xóa {path}")
    finally:
        if todo.send or todo.delete:
            host.put(ON_HOST, noted(there))
    return todo


def lines_of(todo: Steps) -> Iterable[str]:
    """What a dry run says."""
    yield from (f"gửi {path}" for path in todo.send)
    yield from (f"xóa {path}" for path in todo.delete)
