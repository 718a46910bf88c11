"""`--fetch`: pictures and files asked from the old site itself, never from a machine of the house.

A name is resolved once, every number that it gives is judged, and the connection goes to one that
was judged: a name that gives another number the second time leads nowhere. So with each redirect.
"""

import socket
import ssl
import time
from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPResponse
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import quote, urljoin, urlsplit

from ....domain.text.address import fault_of_address

# In bytes, of one file; in seconds, of one file with all its redirects, and between two letters.
LARGEST, SECONDS_EACH, SECONDS_STILL = 50_000_000, 60.0, 15.0
_MOST_REDIRECTS, _PIECE = 5, 1 << 16
# A host that failed so often in a row is not asked again.
_MOST_FAILURES = 3
_PORTS = {"http": 80, "https": 443}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
# Numbers within which another number stands.
_WRAPPING = tuple(map(ip_network, ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32")))
_TYPES = ("image/", "video/", "audio/", "application/")

Resolve = Callable[[str, int], Collection[str]]
Connect = Callable[[str, int, float], socket.socket]


class NotFetched(OSError):
    """A file that does not come; the text says why, in English."""


def resolved(host: str, port: int) -> list[str]:
    """The numbers of a host, as the machine's own resolver gives them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(one[4][0]) for one in found))


def connected(number: str, port: int, seconds: float) -> socket.socket:
    return socket.create_connection((number, port), timeout=seconds)


@dataclass(kw_only=True)
class Fetcher:
    """Asks for files of an old site; `host` is where addresses from its root lead."""

    host: str = ""
    resolve: Resolve = resolved
    connect: Connect = connected
    failures: Counter[str] = field(default_factory=Counter)

    def __call__(self, address: str) -> bytes | None:
        """The bytes at an address; None where it does not come."""
        if address.startswith("//"):
            address = f"https:{address}"
        elif address.startswith("/") and self.host:
            address = f"https://{self.host}{address}"
        asked = [address]
        if address.startswith("https://") and self._is_of_the_site(address):
            # Many an old site never had a certificate, or has an old one.
            asked.append(f"http{address.removeprefix('https')}")
        for one in asked:
            try:
                return self.fetched(one)
            except NotFetched:
                continue
        return None

    def _is_of_the_site(self, address: str) -> bool:
        return bool(self.host) and urlsplit(address).hostname in (self.host, f"www.{self.host}")

    def fetched(self, address: str) -> bytes:
        """The bytes at a whole address. Raises NotFetched."""
        end = time.monotonic() + SECONDS_EACH
        for _ in range(_MOST_REDIRECTS + 1):
            found = self._asked(address, end)
            if isinstance(found, bytes):
                return found
            address = found
        raise NotFetched("too many redirects")

    def _asked(self, address: str, end: float) -> bytes | str:
        """The bytes, or the address that the answer leads on to."""
        try:
            parts = urlsplit(address)
            port = parts.port or _PORTS.get(parts.scheme, 0)
        except ValueError as error:
            raise NotFetched(str(error)) from error
        host = parts.hostname or ""
        if parts.scheme not in _PORTS or port != _PORTS[parts.scheme] or parts.username:
            raise NotFetched("only http and https, at their own ports")
        fault = fault_of_address(address)
        if fault and not fault.is_read:
            raise NotFetched("no address of the open web")
        if self.failures[host] >= _MOST_FAILURES:
            raise NotFetched("this host does not answer")
        try:
            found = self._answer(parts.scheme, host, port, _way_of(address), end)
        except (OSError, HTTPException, ValueError) as error:
            if not isinstance(error, NotFetched):
                self.failures[host] += 1
            raise error if isinstance(error, NotFetched) else NotFetched(str(error)) from error
        self.failures[host] = 0
        return urljoin(address, found) if isinstance(found, str) else found

    def _answer(self, scheme: str, host: str, port: int, way: str, end: float) -> bytes | str:
        numbers = self.resolve(host, port)
        if not numbers or not all(map(is_public, numbers)):
            raise NotFetched("a machine of the house")
        link = self.connect(next(iter(numbers)), port, min(SECONDS_STILL, _left(end)))
        if scheme == "https":
            link = ssl.create_default_context().wrap_socket(link, server_hostname=host)
        connection = HTTPConnection(host, port)
        connection.sock = link
        try:
            connection.request("GET", way, headers={"User-Agent": "newsroom-import/1"})
            answer = connection.getresponse()
            if answer.status in _REDIRECTS and (to := answer.getheader("Location")):
                return to
            return _content_of(answer, end)
        finally:
            connection.close()


def _content_of(answer: HTTPResponse, end: float) -> bytes:
    if answer.status != 200:
        raise NotFetched(f"status {answer.status}")
    kind = (answer.getheader("Content-Type") or "application/").lower()
    if not kind.startswith(_TYPES):
        raise NotFetched(f"type {kind}")
    pieces: list[bytes] = []
    size = 0
    while piece := answer.read1(_PIECE):
        size += len(piece)
        if size > LARGEST:
            raise NotFetched("too large")
        _left(end)
        pieces.append(piece)
    told = answer.getheader("Content-Length")
    if told and told.isdigit() and size < int(told):
        raise NotFetched("cut short")
    return b"".join(pieces)


def _left(end: float) -> float:
    left = end - time.monotonic()
    if left <= 0:
        raise NotFetched("too slow")
    return left


def _way_of(address: str) -> str:
    parts = urlsplit(address)
    way = quote(parts.path or "/", safe="%/:=&~+!$,;'@()*[]")
    return f"{way}?{quote(parts.query, safe='%/:=&?~+!$,;@()*[]')}" if parts.query else way


def is_public(number: str) -> bool:
    """True for a number of the open internet: no machine of this house, and none behind another.

    >>> [is_public(one) for one in ("93.184.216.34", "10.0.0.1", "::1", "::ffff:127.0.0.1")]
    [True, False, False, False]
    """
    try:
        address: IPv4Address | IPv6Address = ip_address(number.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            address = address.ipv4_mapped
        elif any(address in network for network in _WRAPPING):
            return False
    is_special = address.is_multicast or address.is_reserved or address.is_unspecified
    return address.is_global and not is_special and not address.is_private
