"""Films of the web that Word shows as a picture: their address is what an article needs."""

import re
from collections.abc import Mapping

from ..xml_names import WP, A, Element, R, local

_ADDRESS = re.compile(r"https?://[^\s\"'<>&]+")
_EMBEDDED = re.compile(r"https?://(?:www\.)?youtube(?:-nocookie)?\.com/embed/([\w-]+).*")


def film_address(holder: Element, relations: Mapping[str, tuple[str, str]]) -> str:
    """The address of the film that a drawing plays; empty for any other drawing."""
    film = next((one for one in holder.iter() if local(one) == "webVideoPr"), None)
    if film is None:
        return ""
    for link in holder.iterfind(f".//{WP}docPr/{A}hlinkClick"):
        _, target = relations.get(link.get(f"{R}id", ""), ("", ""))
        if _ADDRESS.fullmatch(target):
            return target
    found = _ADDRESS.search(film.get("embeddedHtml", ""))
    return _EMBEDDED.sub(r"https://www.youtube.com/watch?v=\1", found[0]) if found else ""
