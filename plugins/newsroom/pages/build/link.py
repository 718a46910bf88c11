"""A link: a name and where it leads."""

from typing import NamedTuple


class Link(NamedTuple):
    """A name and where it leads; `url` is relative to the root of the site, empty for nowhere."""

    name: str
    url: str
