"""The files of the demo school, told by their content: whatever a clone of any version has got.

A file is the demo's as long as nobody wrote into it. What an editor or git did to the ends of its
lines is no writing. `tests/demo_content.py` adds the files of a new version; none is taken off.
"""

import hashlib
from functools import cache
from pathlib import Path

LIST = Path(__file__).with_name("demo_files.txt")
_TEXTS = (".md", ".yaml", ".yml", ".txt")
# In hexadecimal digits: enough to tell files apart. Nobody gains by one that looks like the demo's.
_LENGTH = 24


def is_demo_file(name: str, content: bytes) -> bool:
    """True for a file of the demo as some version of the software brought it."""
    return any(is_demo_digest(bytes.fromhex(one)) for one in digests_of(name, content))


def is_demo_digest(digest: bytes) -> bool:
    """True for the SHA-256 of such a file as it lies on the disk, or for the beginning of it."""
    return digest[: _LENGTH // 2] in _known()


@cache
def _known() -> frozenset[bytes]:
    lines = LIST.read_text(encoding="ascii").splitlines()
    return frozenset(bytes.fromhex(line) for line in lines if not line.startswith("#"))


def digests_of(name: str, content: bytes) -> tuple[str, ...]:
    """The digests by which a file is known: of a text with either end of lines."""
    forms = [content]
    if name.lower().endswith(_TEXTS):
        unix = content.replace(b"\r\n", b"\n")
        forms = [unix, unix.replace(b"\n", b"\r\n")]
    return tuple(hashlib.sha256(form).hexdigest()[:_LENGTH] for form in forms)
