"""Signs within a line: which of them are markup, and which are only what was typed."""

import re
from xml.etree.ElementTree import Element

from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.inlinepatterns import Delimiter, InlineProcessor
from markdown.util import AtomicString

from . import addresses

# Paths of Windows, names of files (*.jpg), faces, and the mark of a note below: (*).
VERBATIM = (
    r"</?[a-zA-Z][^<>]*>|(?P<sign>"
    r"(?<![\w\\])[A-Za-z]:\\(?=[\w.*_-])[^\s<>\"|?`]*"
    r"|(?<![\w\\])\\\\(?=\w)[^\s<>\"|?*`]*\\[^\s<>\"|?*`]*"
    # Places to fill in: __/__/____, Lớp:____
    r"|(?<![\w_])_+(?:[ ]?[/.:–-][ ]?_+)+(?![\w])|(?<=[^\w\s])_{4,}(?!_)"
    r"|(?<=\()\*+(?=\))|(?<![\w*])\*\.(?:\*|[A-Za-z0-9]{1,5})(?![\w*])"
    r"|(?<!\S)(?:\^_+\^|-_+-|\*_+\*|>_+<|=_+=|¯\\_\(ツ\)_/¯)(?![\w*]))"
)
STRUCK = r"(?<![~\d])(~~)(?![\s~])((?:(?!~~).)++)(?<!\s)~~(?!~)"
# As CommonMark has it: a name of ASCII letters, then attributes. “<họ tên>” is what people type.
_ATTRIBUTE = r"\s+[a-zA-Z_:@][\w:.-]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'=<>`]++))?+"
TAG = (
    rf"(?a:(<(?:[a-zA-Z][a-zA-Z0-9:-]*+(?:{_ATTRIBUTE})*+\s*+/?|/[a-zA-Z][a-zA-Z0-9:-]*+\s*+|"
    r"!--(?:(?!<!--|-->).)*--|[?](?:(?!<[?]|[?]>).)*[?]|!\[CDATA\[(?:(?!<!\[CDATA\[|\]\]>).)*\]\]"
    r")>))"
)
# A star that multiplies, 2*3 and 2*a, and one behind a number or a word, 5* and “Họ tên*:”.
_MULTIPLIES = r"(?:(?<=\d)\*{1,2}(?!\*)(?=\d|[a-zA-Z]\b)|(?<=[\s(=][a-zA-Z])\*(?=\d))"
_OPENS_NOTHING = r"(?:(?<=\w)\*(?=[^\w\s*])|(?<=\d)\*\*(?=[^\w\s*]))"
_STARS = re.compile(
    rf"(?!{_MULTIPLIES})(?:"
    rf"(?P<ambiguous>(?<!^)(?<![\s*])(?!{_OPENS_NOTHING})\*+(?![\s*])(?!$))"
    r"|(?P<end>(?<!^)(?<![\s*])\*+)"
    rf"|(?P<start>(?<!\*)(?!{_OPENS_NOTHING})\*+(?![\s*])(?!$)))"
)


def read_stars_as_typed(stars: Delimiter) -> None:
    """Lets Python-Markdown's reader of emphasis see only the stars that emphasise."""
    stars.boundary = _STARS


class Verbatim(InlineProcessor):
    """Text in which no sign means anything."""

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[str | None, int | None, int | None]:
        if m["sign"] is None:
            return None, None, None
        return m["sign"], m.start(), m.end()


class BareAddress(InlineProcessor):
    """A link of an address that was typed as it is."""

    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        address = addresses.address_in(m)
        if address is None:
            return None, None, None
        link = Element("a", href=address.target)
        link.text = AtomicString(address.words)
        return link, m.start(), m.start() + len(address.words)


class Attributes(AttrListTreeprocessor):
    """Braces hold attributes only if they look it: {.lop}, {#id}, {a=b}, {: a}."""

    # The types have these as final.
    BASE_RE = r"\{(?=:|[ ]*[.#][\w-]|[ ]*[^\s}=]+=)\:?[ ]*([^\}\n ][^\n]*)\}"  # type: ignore[misc]
    HEADER_RE = re.compile(rf"[ ]+{BASE_RE}[ ]*$")  # type: ignore[misc]
    BLOCK_RE = re.compile(rf"\n[ ]*{BASE_RE}[ ]*$")  # type: ignore[misc]
    INLINE_RE = re.compile(rf"^{BASE_RE}")  # type: ignore[misc]
