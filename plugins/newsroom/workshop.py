"""The folder beside an edition in which the next one is made."""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .refusal import Refused

ABANDONED_AFTER = 3600.0


@contextmanager
def workshop_for(target: Path) -> Iterator[Path]:
    """A fresh folder on the same file system as the target, gone afterwards."""
    workshop = Path(tempfile.mkdtemp(prefix=_prefix(target), dir=target.parent))
    # mkdtemp keeps others out; a web server has to read the site.
    workshop.chmod(0o755)
    try:
        yield workshop
    finally:
        shutil.rmtree(workshop, ignore_errors=True)


def swap_in(workshop: Path, target: Path) -> None:
    """Put the whole workshop in the place of the target."""
    aside = _aside(target)
    if target.exists():
        os.replace(target, aside)
    try:
        os.replace(workshop, target)
    except OSError:
        if aside.exists():
            os.replace(aside, target)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def tidy_up(target: Path) -> None:
    """Mend what a build that was killed left: put the old site back, remove half-built ones."""
    if target.is_file():
        raise Refused(f"“{target.name}” là một tệp, không phải thư mục: hãy đổi tên tệp đó.")
    target.parent.mkdir(parents=True, exist_ok=True)
    aside = _aside(target)
    if aside.exists() and not target.exists():
        os.replace(aside, target)
    for leftover in target.parent.glob(f"{_prefix(target)}*"):
        # One that is being built now is younger.
        if leftover == aside or time.time() - leftover.stat().st_mtime > ABANDONED_AFTER:
            shutil.rmtree(leftover, ignore_errors=True)


def _prefix(target: Path) -> str:
    """What only our own folders beside the target begin with."""
    return f".newsroom-{target.name}-"


def _aside(target: Path) -> Path:
    """Where the old site stands for the moment in which the new one takes its place."""
    return target.with_name(f"{_prefix(target)}old")
