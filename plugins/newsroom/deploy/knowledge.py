"""The site's own record of what it sent to a host, whatever the host tells."""

import hashlib
import json
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from .host_list import HostList, parse_host_list


@dataclass(frozen=True)
class Knowledge:
    """The memory of this machine, and the addresses of what the content withholds.

    `place` is where the list of the last sending to that host is kept, None for nowhere. `ask`
    costs a reading of the whole content: it is called where the host's list does not suffice.
    """

    place: Path | None = None
    ask: Callable[[], frozenset[str]] = field(default=frozenset)

    @cached_property
    def record(self) -> HostList:
        """The list as this machine last left it. A broken one is none."""
        content = None
        with suppress(OSError):
            content = self.place.read_bytes() if self.place else None
        return parse_host_list(content)

    @cached_property
    def addresses(self) -> frozenset[str]:
        """The addresses at which withheld items would stand now, and may once have stood."""
        return self.ask()

    def remember(self, content: bytes) -> None:
        """Keep the list of a sending. A disk that takes nothing stops no sending."""
        if self.place is None:
            return
        unfinished = self.place.with_name(f"{self.place.name}.{os.getpid()}.part")
        with suppress(OSError):
            self.place.parent.mkdir(parents=True, exist_ok=True)
            unfinished.write_bytes(content)
            os.replace(unfinished, self.place)


NOTHING_KNOWN = Knowledge()


def record_place(cache: Path, way: str, block: Mapping[str, Any]) -> Path:
    """The path at which the record of a target is kept: a file of its own for each."""
    # Neither a key nor a port makes another target.
    where = {key: str(block[key]) for key in ("host", "folder", "path", "target") if key in block}
    digest = hashlib.sha256(json.dumps([way, where], sort_keys=True).encode()).hexdigest()
    return cache / "deployed" / f"{way}-{digest[:16]}.json"
