"""The version of all that is kept between builds: what it depends on besides the content."""

import hashlib
import os
import sys
from functools import cache
from pathlib import Path

OURS = Path(__file__).resolve().parents[1]


@cache
def version() -> str:
    """A digest of our code and of the libraries that are installed."""
    digest = hashlib.sha256(libraries().encode())
    for folder, folders, names in os.walk(OURS):
        folders.sort()
        for name in sorted(names):
            if name.endswith(".py"):
                with open(os.path.join(folder, name), "rb") as file:
                    digest.update(
                        f"{os.path.relpath(folder, OURS)}/{name}\n".encode() + file.read()
                    )
    return digest.hexdigest()


@cache
def libraries() -> str:
    """A digest of Python and the libraries that are installed.

    Libraries are told by the names of their folders (`markdown-3.9.dist-info`): asking for each
    one's version would take longer than a whole build without change.
    """
    digest = hashlib.sha256(sys.version.encode())
    for place in filter(os.path.isdir, sys.path):
        installed = sorted(name for name in os.listdir(place) if name.endswith(".dist-info"))
        digest.update(" ".join(installed).encode())
    return digest.hexdigest()
