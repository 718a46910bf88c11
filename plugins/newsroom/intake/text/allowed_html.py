"""The elements and attributes of HTML that may stand in a text; all others are taken out."""

from collections.abc import Mapping

import nh3

ALLOWED_TAGS = nh3.ALLOWED_TAGS - {"map", "area"} | {"figure", "figcaption", "mark"}
ALLOWED_ATTRIBUTES: Mapping[str, set[str]] = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title"},
    "ol": {"start"},
    "ul": {"class"},
    "li": {"value"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan", "scope"},
    "*": {"lang", "id"},
}
