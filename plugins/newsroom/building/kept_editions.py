"""The last few public editions, kept beside the output to go back to. See docs/decisions/0016.

An edition is kept when the next one takes its place: its manifest, and of its files those that the
next one replaces or leaves out, each as one more link to the same file, under the SHA-256 of its
content. All others stand in the output still, or are kept with an edition that came later. Files
of an output are never written into, only replaced, so what is kept stays what it was.
"""

import os
import re
import shutil
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from ..domain.text.dates import VIETNAM
from ..verification.edition import MANIFEST
from ..verification.manifest import Manifest, NotVerified, parse_manifest

KEPT = 10
_NUMBER = re.compile(r"[0-9]{6}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
# Nobody but the publisher reads what was withdrawn, also where a web server serves the folder.
_CLOSED = {".gitignore": "*\n", ".htaccess": "Require all denied\n"}


class KeptEdition(NamedTuple):
    """An edition that stood once. `made` is the moment in which its manifest was written."""

    number: int
    manifest: Manifest
    made: datetime


def folder_of(target: Path) -> Path:
    """The folder of the editions that stood in an output."""
    return target.with_name(f".{target.name}-editions")


def keep_before(target: Path, changes: Iterable[str], outputs: Mapping[str, Any] | None) -> None:
    """Keep the edition that stands in the target, before files of these paths are changed there.

    The digests of its files are told by `outputs` (second part), where they are known to be of
    this very edition, else by its manifest. Where nothing can be kept that is said, and no more:
    a withdrawal must not wait for it.
    """
    changes = {*changes} - {MANIFEST}
    if not changes:
        # But for its day the next edition is the same.
        return
    if outputs is not None:
        going = {path: outputs[path][1] for path in changes if path in outputs}
    else:
        standing = manifest_in(target)
        if not standing:
            return
        files = standing.files
        going = {path: files[path].sha256 for path in changes if path in files}
    try:
        keep(target, going)
    except OSError as error:
        words = error.strerror or error
        print(f"Không giữ được bản cũ để về sau quay lại: {words}.", file=sys.stderr)


def paths_to_change(target: Path, staging: Path | None) -> list[str]:
    """The files of the edition in the target which the edition in the new folder changes; all
    where there is none."""
    standing, coming = manifest_in(target), manifest_in(staging) if staging else None
    files = coming.files if coming else {}
    there = standing.files.items() if standing else ()
    return [path for path, entry in there if files.get(path) != entry]


def keep(target: Path, going: Mapping[str, str]) -> None:
    """Keep the edition that stands in the target; `going` are the digests of the files that are
    about to go, by their paths. Raises OSError, and then nothing is kept.
    """
    folder, manifest = folder_of(target), target / MANIFEST
    folder.mkdir(mode=stat.S_IRWXU, exist_ok=True)
    for name, text in _CLOSED.items():
        if not (folder / name).is_file():
            (folder / name).write_text(text)
    for broken_off in folder.glob(".part-*"):
        shutil.rmtree(broken_off, ignore_errors=True)
    numbers = numbers_in(folder)
    # A build that was killed kept it for a change that never came.
    if numbers and _is_same(place_of(folder, numbers[-1]) / MANIFEST, manifest):
        _drop(folder, numbers.pop())
    part = folder / f".part-{os.getpid()}"
    part.mkdir()
    try:
        for path, digest in going.items():
            if not _DIGEST.fullmatch(digest):
                continue
            # Two files may say the same, and one that somebody took away cannot be kept.
            with suppress(FileExistsError, FileNotFoundError):
                link(target / path, part / digest)
        link(manifest, part / MANIFEST)
        os.replace(part, place_of(folder, (numbers[-1] if numbers else 0) + 1))
    except OSError:
        shutil.rmtree(part, ignore_errors=True)
        raise
    for number in numbers[: max(0, len(numbers) + 1 - KEPT)]:
        _drop(folder, number)


def kept_editions(target: Path) -> list[KeptEdition]:
    """The kept editions, newest first; of two that are the same, the newer one."""
    folder = folder_of(target)
    found: dict[bytes, KeptEdition] = {}
    for number in reversed(numbers_in(folder)):
        place = place_of(folder, number) / MANIFEST
        try:
            content = place.read_bytes()
            made = datetime.fromtimestamp(place.stat().st_mtime, VIETNAM)
            found.setdefault(content, KeptEdition(number, parse_manifest(content), made))
        except (OSError, NotVerified):
            continue
    return list(found.values())


def manifest_in(folder: Path) -> Manifest | None:
    """The manifest of an edition; None where there is none that can be read."""
    try:
        return parse_manifest((folder / MANIFEST).read_bytes())
    except (OSError, NotVerified):
        return None


def link(file: Path, place: Path) -> None:
    """Put one more name to a file; where a disk knows no such thing, a copy of it."""
    try:
        os.link(file, place)
    except (FileExistsError, FileNotFoundError):
        raise
    except OSError:
        shutil.copy2(file, place)


def numbers_in(folder: Path) -> list[int]:
    """The numbers under which something is kept, oldest first."""
    return sorted(_numbered(folder))


def _numbered(folder: Path) -> Iterator[int]:
    with suppress(FileNotFoundError), os.scandir(folder) as entries:
        yield from (int(e.name) for e in entries if _NUMBER.fullmatch(e.name) and e.is_dir())


def place_of(folder: Path, number: int) -> Path:
    return folder / f"{number:06}"


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.read_bytes() == other.read_bytes()
    except OSError:
        return False


def _drop(folder: Path, number: int) -> None:
    """Forget an edition, in one step: what a kill leaves of it is cleared away next time."""
    gone = folder / f".part-{number}"
    with suppress(OSError):
        os.replace(place_of(folder, number), gone)
    shutil.rmtree(gone, ignore_errors=True)
