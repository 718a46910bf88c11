"""One `<entry>` of a backup of Blogger, old or new, as plain facts."""

from dataclasses import dataclass
from datetime import datetime
from xml.etree.ElementTree import Element

from ..moments import moment_in
from ..xml_export.elements import local, text_in

_KIND = "http://schemas.google.com/g/2005#kind"
_LABEL = "http://www.blogger.com/atom/ns#"


@dataclass(frozen=True, kw_only=True)
class BloggerEntry:
    """An entry: `kind` is post, page, comment or whatever else a backup holds.

    `is_hidden` for a draft and what was thrown away; `address` whole, or from the root.
    """

    number: str
    kind: str
    title: str
    body: str
    address: str
    author: str
    labels: tuple[str, ...]
    published: datetime | None
    updated: datetime | None
    is_hidden: bool
    is_text: bool


def read_entry(element: Element) -> BloggerEntry:
    facts: dict[str, str] = {}
    labels: list[str] = []
    kind, address, author = "", "", ""
    is_hidden = is_text = False
    for one in element:
        match local(one):
            case "category":
                term = one.get("term", "")
                if one.get("scheme") == _KIND:
                    kind = term.rpartition("#")[2]
                elif one.get("scheme", _LABEL) == _LABEL and term:
                    labels.append(term)
            case "link":
                if one.get("rel") == "alternate" and one.get("href"):
                    address = one.get("href", "")
            case "author":
                names = (text_in(part) for part in one if local(part) == "name")
                author = next(names, "")
            case "control":
                is_hidden |= any(text_in(part) == "yes" for part in one)
            case "in-reply-to":
                kind = "comment"
            case "content":
                facts["content"] = text_in(one) or "".join(one.itertext())
                is_text = one.get("type") == "text"
            case name:
                facts.setdefault(name, text_in(one))
    kind = kind or facts.get("type", "").lower()
    status = facts.get("status", "").upper()
    return BloggerEntry(
        number=facts.get("id", "").rpartition("-")[2],
        kind=kind,
        title=facts.get("title", ""),
        body=facts.get("content") or facts.get("summary", ""),
        address=address or facts.get("filename", ""),
        author=author,
        labels=tuple(dict.fromkeys(labels)),
        published=moment_in(facts.get("published", "")),
        updated=moment_in(facts.get("updated", "")),
        is_hidden=is_hidden or status in ("DRAFT", "SOFT_TRASHED", "SCHEDULED"),
        is_text=is_text,
    )
