"""Items whose files were renamed or whose headers give another address, as git remembers them."""

from collections.abc import Collection, Mapping
from contextlib import closing
from pathlib import Path

from ..intake.content.item_address import address_in
from .answers import NotUnderstood, tree_entries
from .differences import ELSEWHERE, path_below
from .git import Git, NoHistory
from .past_versions import is_item

# The share of lines that two texts have in common, from which on one is the other.
ALIKE = 0.5
# Reading more would take seconds, and nobody renames so many by a slip.
MOST_READ = 5_000


def moved_items(
    content: Path, commit: str, made: float, lost: Collection[str], new: Collection[str]
) -> Mapping[str, str]:
    """The path of the item that each lost address has become; nothing where git cannot tell.

    `commit` is that of the content when the addresses were public; where it is empty, the last one
    before `made` (seconds since 1970). `new` are the items that may stand for them now.
    """
    top = content.resolve()
    if not any((place / ".git").exists() for place in (top, *top.parents)):
        return {}
    try:
        git = Git(top)
    except NoHistory:
        return {}
    with closing(git):
        try:
            return _moved(git, content, git.commit(commit or _before(git, made)), lost, {*new})
        except (NoHistory, NotUnderstood, OSError):
            return {}


def _before(git: Git, made: float) -> str:
    found = git.ask("rev-list", "-1", f"--before={int(made)}", "HEAD")
    return found.decode().strip() or "HEAD"


def _moved(
    git: Git, content: Path, commit: str | None, lost: Collection[str], new: Collection[str]
) -> dict[str, str]:
    if commit is None:
        return {}
    listed = git.tell("ls-tree", "-r", "-z", "--full-tree", commit, "--", git.place)
    were = {
        path: entry.code
        for entry in tree_entries(listed)
        if entry.mode not in ELSEWHERE and (path := path_below(git.prefix, entry.name))
        if is_item(path) and (path in new or not (content / path).exists())
    }
    if len(were) > MOST_READ:
        return {}
    texts = {path: git.blob(code) for path, code in were.items()}
    stood = {address_in(path, text): path for path, text in texts.items()}
    here = {path: _lines((content / path).read_bytes()) for path in new if path not in were}
    moved = {}
    for address in sorted(lost):
        path = stood.get(address, "")
        if path in new:
            moved[address] = path
        elif path and (found := _likest(_lines(texts[path]), here)):
            moved[address] = found
            del here[found]
    return moved


def _likest(lines: frozenset[bytes], texts: Mapping[str, frozenset[bytes]]) -> str:
    """The path of the text that has most lines in common; empty where none has enough."""
    shares = {
        path: len(lines & other) / max(1, len(lines | other)) for path, other in texts.items()
    }
    best = max(shares, key=lambda path: shares[path], default="")
    return best if best and shares[best] >= ALIKE else ""


def _lines(content: bytes) -> frozenset[bytes]:
    return frozenset(filter(None, map(bytes.strip, content.split(b"\n"))))
