"""The steps of a sending to a host, their order, and how a sending that broke goes on."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from ..domain.site.site_path import folders_of
from ..verification.manifest import Manifest, ManifestEntry
from .deletions import deletions, link_to
from .host_list import ON_HOST, HostList, noted, there_on
from .hosts.host import CannotDeploy, Host
from .knowledge import NOTHING_KNOWN, Knowledge

__all__ = ["CannotDeploy", "carry_out", "planned", "send", "steps", "there_on"]

_ALONE = ("anh/", "tep/", "theme/")
_LEAVES = ("tin-bai/", "van-ban/2", "van-ban/1")
_LAST = ("feeds/", "sitemap.xml", "tim-kiem/")

Say = Callable[[str], None]


class Steps(NamedTuple):
    """The steps of a sending: files to send, in this order, then files to delete."""

    send: tuple[str, ...]
    delete: tuple[str, ...]


class Sending(NamedTuple):
    """All that is to be done on a host, and what is left alone there.

    `there` is what its list told. `blocked` has the link that leads to each of these paths:
    nothing is written or deleted through one. `kept` are files that the list calls ours and that
    hold something else.
    """

    steps: Steps
    there: HostList = HostList()
    blocked: Mapping[str, str] = {}
    kept: tuple[str, ...] = ()


def steps(wanted: Mapping[str, ManifestEntry], there: Mapping[str, str]) -> Steps:
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


def planned(
    host: Host, told: Manifest, there: HostList, knowledge: Knowledge = NOTHING_KNOWN
) -> Sending:
    """The plan for bringing a host up to date. Nothing is done yet.

    Of what the list there tells, a file is sent again where a sending of it may have broken, and
    deleted only where it is borne out: see deletions.py.
    """
    certain = {path: digest for path, digest in there.files.items() if path not in there.pending}
    changed = steps(told.files, certain).send
    going = deletions(host, told.files, there, knowledge)
    kinds = host.kinds(sorted({folders_of(path)[-1] for path in changed if "/" in path})) or {}
    links = frozenset(link for path in changed if (link := link_to(path, kinds)))
    # Of what the list tells to stand behind a link, nothing can be known.
    blocked = {path: link for path in told.files for link in links & {*folders_of(path)}}
    free = tuple(path for path in changed if path not in blocked)
    return Sending(Steps(free, going.delete), there, {**blocked, **going.blocked}, going.kept)


def send(
    host: Host,
    folder: Path,
    told: Manifest,
    say: Say = lambda line: None,
    knowledge: Knowledge = NOTHING_KNOWN,
) -> Steps:
    """Bring a host up to date. Where it breaks off, the next sending goes on from there."""
    todo = planned(host, told, there_on(host), knowledge)
    carry_out(host, folder, told, todo, say, knowledge)
    return todo.steps


def carry_out(
    host: Host,
    folder: Path,
    told: Manifest,
    todo: Sending,
    say: Say = lambda line: None,
    knowledge: Knowledge = NOTHING_KNOWN,
) -> None:
    """Do what was planned. The host is told before each batch, and of what has come at the end."""
    now = _Standing(host, told, todo, knowledge)
    try:
        for batch in _batches(todo.steps.send, now.files, host.at_once):
            now.begin(batch)
            for path in host.put_all(folder, batch):
                now.arrived(path)
                say(f"gửi {path}")
        for path in host.delete_all(todo.steps.delete):
            now.gone(path)
            say(f"xóa {path}")
        now.tidy_up(todo.steps.delete)
    finally:
        if any(todo.steps) or not todo.there.is_sound:
            now.note()


class _Standing:
    """The files on the host while a sending goes on, as its list will tell them."""

    def __init__(self, host: Host, told: Manifest, todo: Sending, knowledge: Knowledge) -> None:
        self._host, self._told, self._knowledge = host, told, knowledge
        there, left = todo.there, {*told.files, *todo.steps.delete, *todo.blocked}
        self.files = {path: digest for path, digest in there.files.items() if path in left}
        self.pending = {path: digest for path, digest in there.pending.items() if path in left}
        for path in (*todo.steps.delete, *todo.blocked):
            if path in told.files or path not in self.files:
                # Were we cut off, nobody else would send or delete it.
                self.pending.setdefault(path, "")
        self._made = {*there.folders, *knowledge.record.folders}

    def begin(self, batch: Sequence[str]) -> None:
        self.pending.update((path, self._told.files[path].sha256) for path in batch)
        self.note()

    def arrived(self, path: str) -> None:
        self.files[path] = self._told.files[path].sha256
        self.pending.pop(path, None)

    def gone(self, path: str) -> None:
        self.files.pop(path, None)
        self.pending.pop(path, None)

    def tidy_up(self, deleted: Iterable[str]) -> None:
        """Remove the folders that are empty now, of those that sendings have made."""
        in_use = {folder for path in self.files for folder in folders_of(path)}
        emptied = {folder for path in deleted for folder in folders_of(path)} - in_use
        self._made |= self._host.made_folders
        self._made -= self._host.remove_all_empty(emptied & self._made)
        self._host.made_folders.clear()

    def note(self) -> None:
        folders, told = self._made | self._host.made_folders, self._told
        content = noted(self.files, self.pending, folders, told.date, told.of_no_item)
        self._knowledge.remember(content)
        self._host.put(ON_HOST, content)


def _batches(
    paths: Sequence[str], there: Mapping[str, str], at_once: int
) -> Iterator[Sequence[str]]:
    """The files in the order of steps(): so many at once, or all that may go in any order."""
    if at_once:
        yield from (paths[n : n + at_once] for n in range(0, len(paths), at_once))
    else:
        known = frozenset(there)
        yield from (list(some) for _, some in groupby(paths, lambda p: (rank(p), p in known)))
