"""The rule that every server of ours holds to: it answers this machine's own pages, nobody else.

A page of another site can make a browser ask 127.0.0.1, and under a name of its own (DNS
rebinding) it could even read the answer. So the name that was asked for counts, not the address.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

NAMES = ("127.0.0.1", "localhost", "[::1]")
# What only reads. Nothing of ours acts: a server that does will have to ask for a token here.
_READING = ("GET", "HEAD")
# The browser's word for who asks: the page itself, or the person (address bar, bookmark).
_OURS = ("same-origin", "none")

# Sent with every answer, whoever asked.
HEADERS = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Frame-Options": "SAMEORIGIN",
    "Content-Security-Policy": "frame-ancestors 'self'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    # What is withheld is not to stay in a browser.
    "Cache-Control": "no-store",
}


@dataclass(frozen=True, kw_only=True)
class LocalRequest:
    """The parts of an HTTP request that tell who asks: every value of these headers, as sent."""

    method: str
    target: str
    hosts: tuple[str, ...]
    origins: tuple[str, ...] = ()
    referers: tuple[str, ...] = ()
    fetch_sites: tuple[str, ...] = ()
    fetch_modes: tuple[str, ...] = ()
    fetch_destinations: tuple[str, ...] = ()
    opens_socket: bool = False

    @classmethod
    def of(
        cls, method: str, target: str, all_of: Callable[[str], Sequence[str] | None]
    ) -> "LocalRequest":
        """The request whose header of a name has the values that `all_of` gives."""

        def values(name: str) -> tuple[str, ...]:
            return tuple(all_of(name) or ())

        return cls(
            method=method,
            target=target,
            hosts=values("Host"),
            origins=values("Origin") + values("Sec-WebSocket-Origin"),
            referers=values("Referer"),
            fetch_sites=values("Sec-Fetch-Site"),
            fetch_modes=values("Sec-Fetch-Mode"),
            fetch_destinations=values("Sec-Fetch-Dest"),
            opens_socket=bool(values("Upgrade")),
        )


def is_allowed(request: LocalRequest, port: int) -> bool:
    """The verdict over a request to our server on that port of this machine."""
    if request.method not in _READING or not request.target.startswith("/"):
        return False
    if len(request.hosts) != 1 or request.hosts[0].lower() not in _hosts(port):
        return False
    if (request.origins or request.opens_socket) and not _is_own_page(request, port):
        return False
    return _is_visit(request) or _comes_from_us(request, port)


def _hosts(port: int) -> Iterable[str]:
    yield from (f"{name}:{port}" for name in NAMES)
    if port == 80:
        yield from NAMES


def _is_own_page(request: LocalRequest, port: int) -> bool:
    """The page that asks lies under the very name that it asks."""
    return request.origins == (f"http://{request.hosts[0].lower()}",)


def _is_visit(request: LocalRequest) -> bool:
    """Somebody followed a link to us: the page that had it sees nothing of the answer."""
    return request.fetch_modes == ("navigate",) and request.fetch_destinations == ("document",)


def _comes_from_us(request: LocalRequest, port: int) -> bool:
    if request.fetch_sites:
        return len(request.fetch_sites) == 1 and request.fetch_sites[0] in _OURS
    # A browser too old to say who asks.
    own = {f"http://{host}" for host in _hosts(port)}
    return all(_origin_of(referer) in own for referer in request.referers)


def _origin_of(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}".lower()
