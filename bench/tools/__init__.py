"""The generators that are measured, by the name that chooses them."""

from .eleventy import Eleventy
from .hugo import Hugo
from .ours import Ours
from .pelican import Pelican
from .tool import Tool

PEERS: dict[str, type[Tool]] = {"hugo": Hugo, "eleventy": Eleventy, "pelican": Pelican}

__all__ = ["PEERS", "Ours", "Tool"]
