"""The naming of a thing that has a page: what a list needs of it, and no more."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Ref:
    """A reference to a group, a person, a category, an issuer, an office or a disclosure item.

    `code` tells it from all others of its kind, `name` is for readers, `url` the address of its
    page from the root of the site; empty where it has none.
    """

    code: str
    name: str
    url: str = ""
