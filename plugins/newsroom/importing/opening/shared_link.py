"""A link in place of a file: to Google Docs, OneDrive or another place where papers are shared."""

import re
from enum import Enum
from urllib.parse import urlsplit

_LINK = re.compile(r"https?://[^\s\"'<>]+", re.IGNORECASE)
_GOOGLE = re.compile(r"(?:^|\.)(?:docs|drive)\.google\.com$")
_MICROSOFT = re.compile(
    r"(?:^|\.)(?:1drv\.ms|onedrive\.live\.com|sharepoint\.com|officeapps\.live\.com|office\.com)$"
)


class SharingPlace(Enum):
    """The sorts of places to which such links lead."""

    GOOGLE = "google"
    MICROSOFT = "microsoft"
    OTHER = "other"


def link_in(content: bytes) -> str:
    """The first web address in a small file; empty where there is none."""
    found = _LINK.search(content[:8_000].decode("utf-8", "replace"))
    return found[0] if found else ""


def place_of(link: str) -> SharingPlace | None:
    """The place to which a typed address leads; None for what is no address of the web."""
    typed = link.strip().strip("<>\"'")
    if re.match(r"(?:docs|drive)\.google\.com/|1drv\.ms/", typed, re.IGNORECASE):
        typed = f"https://{typed}"
    if not re.match(r"https?:/", typed, re.IGNORECASE):
        return None
    try:
        # Some shells and programs take one of two slashes away.
        host = (
            urlsplit(re.sub(r"^(https?):/+", r"\1://", typed, flags=re.I)).hostname or ""
        ).lower()
    except ValueError:
        return SharingPlace.OTHER
    if _GOOGLE.search(host):
        return SharingPlace.GOOGLE
    return SharingPlace.MICROSOFT if _MICROSOFT.search(host) else SharingPlace.OTHER
