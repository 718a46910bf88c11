"""Telling a link into an office's own pages from a link to anywhere else."""

import re
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import urlsplit

# In front of a country's ending these are everybody's: gov.vn, edu.vn.
_SHARED = frozenset({"ac", "biz", "com", "edu", "gov", "health", "id", "info", "int", "io", "name"})
_SHARED |= {"co", "mil", "net", "org", "pro"}
_DEFAULT_PORTS = {"http": 80, "https": 443}
# As a host is written once it is spelled for the wire: what else stands there is no host's name.
_HOST = re.compile(r"[a-z0-9]([a-z0-9._-]*[a-z0-9])?")


class HostAndPort(NamedTuple):
    """The place on the web an address leads to: the host as the wire spells it, and the port."""

    host: str
    port: int
    is_default_port: bool


def place_of(link: str) -> HostAndPort | None:
    """The place of a whole http or https address, or None.

    None also where two programs could read two hosts out of it: with a name before the host
    (https://so.example@evil.example), a backslash, a space, or a host in another spelling than
    its own. What a browser makes of those is its affair, and may be somebody else's page.
    """
    if "\\" in link or not link.isprintable() or any(sign.isspace() for sign in link):
        return None
    try:
        parts = urlsplit(link)
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in _DEFAULT_PORTS or "@" in parts.netloc:
        return None
    host = _on_the_wire((parts.hostname or "").removesuffix("."))
    default = _DEFAULT_PORTS[parts.scheme]
    return (
        HostAndPort(host, port or default, port in (None, default)) if host and port != 0 else None
    )


def as_link(text: str) -> str:
    """A text that begins as an http or https address does, with that beginning in small letters.

    Empty where it is something else.
    """
    scheme, colon, rest = text.partition(":")
    is_link = scheme.lower() in _DEFAULT_PORTS and rest.startswith("//")
    return f"{scheme.lower()}{colon}{rest}" if is_link else ""


def _on_the_wire(host: str) -> str:
    """The host in ASCII (`xn--…`); empty where that is another name than was written."""
    if not host.isascii():
        try:
            token = host.encode("idna")
            # “ß” would become “ss” here, and be a host of its own in a browser.
            host = token.decode() if token.decode("idna") == host else ""
        except UnicodeError:
            return ""
    return host if _HOST.fullmatch(host) and ".." not in host else ""


def is_too_broad(portal: str) -> bool:
    """True where a portal is an ending that many others have too, such as https://edu.vn."""
    place = place_of(portal)
    labels = place.host.split(".") if place else []
    return len(labels) == 1 or (len(labels) == 2 and labels[0] in _SHARED and len(labels[1]) == 2)


def leads_to(link: str, portals: Iterable[str]) -> bool:
    """True where a link leads to one of these portals: to its host or a sub-domain of it.

    By http or https alike, on the usual port or the one that the portal has.
    """
    place = place_of(link)
    return place is not None and any(
        (place.host == own.host or place.host.endswith(f".{own.host}"))
        and (place.is_default_port or place.port == own.port)
        for own in map(place_of, portals)
        if own
    )
