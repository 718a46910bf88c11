"""Redirects of an edition: each leads to a page that is there, and says nothing of its own."""

import re
from collections.abc import Container, Iterator
from html import unescape
from urllib.parse import unquote

from ..domain.message import Message

# As each kind of host is told; the target is what is caught.
_RULES = {
    ".htaccess": re.compile(
        rb'^(?:Redirect|RedirectMatch) 30[12] "(?:[^"\\]|\\.)*" "([^"]+)"$'
        rb'|^RewriteRule "[^"]*" "([^"?]+)\??" \[R=30[12],L\]$',
        re.MULTILINE,
    ),
    "_redirects": re.compile(rb"^\S+ (\S+) 30[12]$", re.MULTILINE),
    "chuyen-huong.nginx.conf": re.compile(rb'^    "(?:[^"\\]|\\.)+" "(/[^"]*)";$', re.MULTILINE),
}
_REFRESH = re.compile(r'<meta http-equiv="refresh" content="0; url=([^"]*)">')
_LINK = re.compile(r'<a href="([^"]*)">')


def rules_leading_nowhere(
    path: str, content: bytes, base: str, files: Container[str]
) -> Iterator[str]:
    """The targets of a host's rules that are no page of the edition; nothing for other files."""
    rules = _RULES.get(path.rpartition("/")[2])
    targets = (
        {target for found in rules.findall(content) for target in _one(found)} if rules else ()
    )
    for target in sorted(targets):
        plain = unquote(target.decode("utf-8", "replace"))
        way = plain.removeprefix(base).rstrip("/")
        if not plain.startswith(base) or (f"{way}/index.html".lstrip("/") not in files):
            yield plain


def _one(found: bytes | tuple[bytes, ...]) -> tuple[bytes, ...]:
    return (found,) if isinstance(found, bytes) else tuple(filter(None, found))


def faults_of_redirect_page(text: str) -> Iterator[Message]:
    """The faults of a page that is only to lead on; where its link leads is asked of any page."""
    refresh, links = _REFRESH.findall(text), _LINK.findall(text)
    if len(refresh) != 1 or [*map(unescape, links)] != [*map(unescape, refresh)]:
        yield Message("NR-VERIFY-031", "Trang dẫn đường không dẫn tới đúng một địa chỉ.")
    if '<meta name="robots" content="noindex">' not in text:
        yield Message("NR-VERIFY-032", "Trang dẫn đường thiếu dòng noindex.")
