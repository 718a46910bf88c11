"""The answer of an FTP server to LIST: lines that each server writes in its own way."""

import re

from .host import Kind

# -rw-r--r--   1 truong   truong       1234 Nov 20 10:15 index.html
_UNIX = re.compile(
    r"([-dlbcps])[-rwxsStTlL]{9}[+.@]?\s+(?:\S+\s+){1,3}?\d+\s+"
    r"(?:\S{3,5}\s+\d{1,2}|\d{1,2}\.?\s+\S{3,5}|\d{4}-\d\d-\d\d)\s+(?:\d{1,2}:\d\d|\d{4}) (.+)"
)
# 11-20-26  10:15AM       <DIR>          tin-bai
_DOS = re.compile(r"\d\d-\d\d-\d\d(?:\d\d)?\s+\d\d:\d\d(?:[AP]M)?\s+(<[A-Z]+>|[\d,.]+)\s+(.+)")
_TOTAL = re.compile(r"total \d+")
_UNIX_KINDS = {"-": Kind.FILE, "d": Kind.FOLDER, "l": Kind.LINK}


def parse_listing(answer: bytes) -> dict[str, Kind] | None:
    """The kind of each entry of a folder, by name. None for an answer of no known form."""
    lines = [line.rstrip("\r") for line in answer.decode("utf-8", "surrogateescape").split("\n")]
    lines = [line for line in lines if line.strip() and not _TOTAL.fullmatch(line)]
    found: dict[str, Kind] = {}
    for line in lines:
        if unix := _UNIX.fullmatch(line):
            kind = _UNIX_KINDS.get(unix[1], Kind.OTHER)
            # A name may hold the arrow too: taken as a link, it is only left alone.
            name = unix[2].partition(" -> ")[0] if kind is Kind.LINK else unix[2]
        elif dos := _DOS.fullmatch(line):
            kind = _of_dos(dos[1])
            name = dos[2].partition(" [")[0] if kind is Kind.LINK else dos[2]
        else:
            continue
        found[name] = kind
    return None if lines and not found else found


def _of_dos(mark: str) -> Kind:
    if mark[0] != "<":
        return Kind.FILE
    return Kind.FOLDER if mark == "<DIR>" else Kind.LINK
