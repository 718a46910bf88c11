"""The addresses under which an old site kept a picture larger than its page showed it."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

PICTURE_FILE = re.compile(
    r"\.(?:jpe?g|jfif|png|gif|webp|bmp|heic|heif|avif|tiff?)(?:[?#].*)?$", re.IGNORECASE
)
# WordPress: khai-giang-300x200.jpg, and -scaled for what it made smaller itself.
_SIZED = re.compile(r"-(?:\d{2,4}x\d{2,4}|scaled|rotated)(?=\.\w+(?:[?#].*)?$)")
# Blogger: …/s320/a.jpg, …/w640-h480/a.jpg, …=s320 at the end.
_BLOGGER = re.compile(r"/(?:s\d{2,4}|w\d{2,4}-h\d{2,4})(?:-[a-z0-9-]+)?/(?=[^/]*$)")
_BLOGGER_END = re.compile(r"=(?:s\d{2,4}|w\d{2,4}(?:-h\d{2,4})?)(?:-[a-z0-9-]+)*$")
_JETPACK = re.compile(r"^(?:https?:)?//i\d\.wp\.com/", re.IGNORECASE)
# NukeViet: assets/news/… and thumbs of what lies in uploads/news/…
_NUKEVIET = re.compile(r"/(?:assets|files|thumb)/(?=[\w-]+/)")


def larger_versions(source: str, leads_to: str = "") -> tuple[str, ...]:
    """The addresses to ask for a picture, the largest first, its own last; each once."""
    own = source.strip()
    linked = leads_to.strip() if PICTURE_FILE.search(leads_to) else ""
    return tuple(dict.fromkeys(filter(None, [*_versions(linked), *_versions(own)])))


def _versions(address: str) -> Iterator[str]:
    if _JETPACK.match(address):
        address = "https://" + _JETPACK.sub("", address).partition("?")[0]
    if "timthumb" in address or "resize" in address:
        asked = parse_qs(urlsplit(address).query).get("src", [""])[0]
        if asked:
            yield from _versions(asked)
    if _SIZED.search(address):
        yield _SIZED.sub("", address)
        yield _SIZED.sub("-scaled", address)
    if _BLOGGER.search(address):
        yield _BLOGGER.sub("/s1600/", address)
    if _BLOGGER_END.search(address):
        yield _BLOGGER_END.sub("=s1600", address)
    if _NUKEVIET.search(address):
        yield _NUKEVIET.sub("/uploads/", address)
    yield address
