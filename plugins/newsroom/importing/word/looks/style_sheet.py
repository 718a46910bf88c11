"""The styles of a Word file: what each is called, what it is for, and how its text looks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from ....domain.text.vietnamese import clean
from ..xml_names import Element, W, child, number, switch, value


class StyleRole(Enum):
    """The part that a style plays in an article."""

    BODY = "body"
    TITLE = "title"
    SUBTITLE = "subtitle"
    HEADING = "heading"
    CAPTION = "caption"
    QUOTE = "quote"
    CONTENTS = "contents"


# By name: Word keeps the English ones whatever its language, LibreOffice, WPS and people their own.
_ROLES = (
    (re.compile(r"title|tiêu đề|tựa đề|nhan đề|tên bài|tít|tiêu đề bài( viết)?"), StyleRole.TITLE),
    (re.compile(r"subtitle|tiêu đề phụ|phụ đề|tiêu đề con"), StyleRole.SUBTITLE),
    (
        re.compile(
            r"caption|chú thích( (ảnh|hình( ảnh)?|bảng))?|figure|illustration|drawing|image caption"
            r"|hình|ảnh|lời ảnh|đầu đề ảnh|phụ chú ảnh"
        ),
        StyleRole.CAPTION,
    ),
    (
        re.compile(r"(intense )?quote|block ?text|quotations?|trích dẫn( đậm| mạnh)?|lời trích"),
        StyleRole.QUOTE,
    ),
    (re.compile(r"toc ?\d|toc heading|contents \d|mục lục( \d)?|đầu mục lục"), StyleRole.CONTENTS),
)
_HEADING = re.compile(r"(?:heading|đầu đề|đề mục|tiêu đề|mục|đầu mục|title|h)[ _]?(\d)")
# Outline levels are counted from 0; the ninth is body text.
_BODY_LEVEL = 9
DEEPEST = 6


@dataclass(frozen=True, kw_only=True)
class WordStyle:
    """A style of paragraphs or of words, as the file describes it."""

    name: str
    based_on: str
    is_of_words: bool
    of_runs: Element | None
    of_paragraphs: Element | None


class StyleSheet:
    """The styles of a file, with what stands behind all of them."""

    def __init__(self, styles: Element | None, theme: Element | None = None) -> None:
        self._styles: dict[str, WordStyle] = {}
        self._defaults = child(styles, "docDefaults", "rPrDefault", "rPr")
        self._default_paragraphs = child(styles, "docDefaults", "pPrDefault", "pPr")
        self.usual = ""
        for style in () if styles is None else styles.iter(f"{W}style"):
            id = style.get(f"{W}styleId", "")
            kind = style.get(f"{W}type", "paragraph")
            self._styles[id] = WordStyle(
                name=value(style, "name") or id,
                based_on=value(style, "basedOn") or "",
                is_of_words=kind == "character",
                of_runs=child(style, "rPr"),
                of_paragraphs=child(style, "pPr"),
            )
            if kind == "paragraph" and style.get(f"{W}default") in ("1", "true"):
                self.usual = id
        self._theme = dict(_fonts_of(theme))
        self._roles: dict[str, tuple[StyleRole, int]] = {}

    def name(self, id: str) -> str:
        """The name of a style; its id where the file does not describe it."""
        style = self._styles.get(id)
        return style.name if style else id

    def role(self, id: str) -> tuple[StyleRole, int]:
        """The part that a style plays, with its level if it is a heading."""
        if id not in self._roles:
            self._roles[id] = self._role(id)
        return self._roles[id]

    def _role(self, id: str) -> tuple[StyleRole, int]:
        chain = [*self._chain(id)]
        names = [style.name for style in reversed(chain)] or [id]
        for name in names:
            role = role_of_name(name)
            if role[0] is not StyleRole.BODY:
                return role
        # The id of a style that nobody described: `Heading2`, `Caption`.
        role = role_of_name(re.sub(r"(?<=[a-z])(?=[A-Z\d])", " ", id))
        if role[0] is not StyleRole.BODY and not chain:
            return role
        for style in reversed(chain):
            level = number(value(style.of_paragraphs, "outlineLvl"))
            if level is not None:
                return heading_of(level)
        return StyleRole.BODY, 0

    def _chain(self, id: str) -> Iterator[WordStyle]:
        """A style and those that it stands on, the lowest first."""
        chain, seen = [], set[str]()
        while id in self._styles and id not in seen:
            seen.add(id)
            chain.append(self._styles[id])
            id = self._styles[id].based_on
        yield from reversed(chain)

    def switch(self, id: str, name: str) -> bool | None:
        """A property of words that a style turns on or off."""
        given = [switch(style.of_runs, name) for style in self._chain(id)]
        return next((one for one in reversed(given) if one is not None), None)

    def default_switch(self, name: str) -> bool | None:
        return switch(self._defaults, name)

    def run_value(self, id: str, *names: str, of: str = "val") -> str | None:
        """An attribute of the words of a style, its own or inherited."""
        given = [value(style.of_runs, *names, of=of) for style in self._chain(id)]
        return next((one for one in reversed(given) if one is not None), None)

    def paragraph_value(self, id: str, *names: str, of: str = "val") -> str | None:
        """The same of its paragraphs."""
        given = [value(style.of_paragraphs, *names, of=of) for style in self._chain(id)]
        found = next((one for one in reversed(given) if one is not None), None)
        return value(self._default_paragraphs, *names, of=of) if found is None else found

    def font(self, properties: Element | None, words: str, paragraphs: str) -> str:
        """The name of the font in which words are set; empty where the file says nothing."""
        fonts = child(properties, "rFonts")
        places = [None if fonts is None else fonts]
        for id in (words, paragraphs):
            chain = reversed([*self._chain(id)])
            places += [child(style.of_runs, "rFonts") for style in chain]
        places.append(child(self._defaults, "rFonts"))
        for place in places:
            if place is not None and (name := self._font_in(place)):
                return name
        return ""

    def _font_in(self, fonts: Element) -> str:
        # The signs of old fonts are of the upper half, which `hAnsi` is for.
        for one in ("hAnsi", "ascii", "cs"):
            if theme := fonts.get(f"{W}{one}Theme"):
                if name := self._theme.get(theme[:5], ""):
                    return name
            elif name := fonts.get(f"{W}{one}"):
                return str(name)
        return ""


def role_of_name(name: str) -> tuple[StyleRole, int]:
    """The part that a style of this name plays.

    >>> role_of_name("heading 2"), role_of_name("Đầu đề 1")
    ((<StyleRole.HEADING: 'heading'>, 2), (<StyleRole.HEADING: 'heading'>, 1))
    >>> role_of_name("Chú thích ảnh")[0], role_of_name("footnote text")[0]
    (<StyleRole.CAPTION: 'caption'>, <StyleRole.BODY: 'body'>)
    """
    plain = _plain(name)
    if found := _HEADING.fullmatch(plain):
        return StyleRole.HEADING, max(1, min(int(found[1]), DEEPEST))
    for pattern, role in _ROLES:
        if pattern.fullmatch(plain):
            return role, 0
    return StyleRole.BODY, 0


def _plain(name: str) -> str:
    return clean(name).strip().casefold()


def heading_of(outline: int) -> tuple[StyleRole, int]:
    """The role of what stands at that level of the outline, counted from 0."""
    if 0 <= outline < _BODY_LEVEL:
        return StyleRole.HEADING, min(outline + 1, DEEPEST)
    return StyleRole.BODY, 0


def _fonts_of(theme: Element | None) -> Iterator[tuple[str, str]]:
    """The fonts of a theme: `major` and `minor`."""
    if theme is None:
        return
    for kind in ("major", "minor"):
        scheme = theme.find(f".//{{*}}{kind}Font/{{*}}latin")
        if scheme is not None:
            yield kind, scheme.get("typeface", "")
