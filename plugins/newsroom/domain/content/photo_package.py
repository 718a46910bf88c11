"""Pictures handed in for the archive."""

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Consent(Enum):
    """The article's statement on the consent to its pictures (đồng ý hình ảnh)."""

    GIVEN = "given"
    NO_CHILDREN = "no children"
    REFUSED = "refused"
    UNSTATED = "unstated"


@dataclass(frozen=True, kw_only=True)
class PhotoPackage:
    """A package of photos that a group handed in (gói ảnh tư liệu). Requirements H1, H2 (S0)."""

    group: str
    on: date
    pictures: int
