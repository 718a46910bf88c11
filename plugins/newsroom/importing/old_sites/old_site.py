"""A reader of an old site: what the frame asks of it, whatever that site was made with."""

from collections.abc import Iterator
from typing import Protocol

from ...domain.message import UserFacingError
from ..old_article import OldArticle
from .left_out import LeftLog


class OldSiteRefused(UserFacingError):
    """An export that cannot be taken: what is wrong with it, and what to do. Nothing is written.

    A reader may raise it before its first entry, or on the way, where the file breaks off.
    """


class OldSite(Protocol):
    """An export, read as a stream as often as somebody asks for it."""

    @property
    def name(self) -> str:
        """The program that made the site, as people call it: WordPress."""
        ...

    @property
    def source(self) -> str:
        """The site and its export in a few words: truongcu.example (xuat-ra.xml)."""
        ...

    @property
    def hosts(self) -> frozenset[str]:
        """The hosts of the old site, without `www.`: links to them are links within it."""
        ...

    def entries(self, left: LeftLog) -> Iterator[OldArticle]:
        """Each entry in the order of the export, the same each time.

        What the reader itself leaves (comments, entries of no use) goes into `left`; an entry that
        readers did not see it gives as hidden, or leaves with the reason. Hosts and source are
        known at the latest when the last entry was read. Raises OldSiteRefused.
        """
        ...
