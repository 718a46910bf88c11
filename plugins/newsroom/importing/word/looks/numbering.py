"""The numbers and bullets that Word counts itself (ECMA-376, 17.9), worked out."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..xml_names import Element, W, child, number, switch, value
from .style_sheet import StyleSheet

_DEEPEST = 9
# The small Roman figures of a deeper level: a list of the web counts these in figures.
_SMALL = "lowerRoman"
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


@dataclass(frozen=True, kw_only=True)
class Counted:
    """The sign that Word sets before a paragraph.

    `label` is what readers saw (`2.1.`, `a)`), empty for a bullet, whose sign is of its font;
    `place` is the number in its list, and `is_plain` true where the label says nothing but that.
    """

    list_id: str
    depth: int
    label: str
    place: int
    is_plain: bool

    @property
    def is_bullet(self) -> bool:
        return not self.label


@dataclass(frozen=True, kw_only=True)
class _Level:
    start: int
    form: str
    text: str
    restarts: int | None
    is_legal: bool = False


class Numbering:
    """The lists of a file while its paragraphs are read from the first to the last."""

    def __init__(self, numbering: Element | None, styles: StyleSheet) -> None:
        self._styles = styles
        self._abstract = {
            one.get(f"{W}abstractNumId", ""): one
            for one in (() if numbering is None else numbering.iter(f"{W}abstractNum"))
        }
        self._numbers = {
            one.get(f"{W}numId", ""): one
            for one in (() if numbering is None else numbering.iter(f"{W}num"))
        }
        self._levels: dict[str, dict[int, _Level]] = {}
        # Numbers that stand on one abstract list go on counting where another stopped.
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()

    def counted(self, paragraph: Element, style: str) -> Counted | None:
        """The sign of a paragraph; None where it has none. To be asked of each, once, in order."""
        id = value(paragraph, "pPr", "numPr", "numId")
        depth = number(value(paragraph, "pPr", "numPr", "ilvl"))
        if id is None:
            id = self._styles.paragraph_value(style, "numPr", "numId")
        if id is None or id not in self._numbers:
            return None
        if depth is None:
            depth = number(self._styles.paragraph_value(style, "numPr", "ilvl"))
        if depth is None:
            depth = self._depth_of_style(id, style)
        depth = max(0, min(depth, _DEEPEST - 1))
        level = self._level(id, depth)
        return None if level is None else self._next(id, depth, level)

    def _next(self, id: str, depth: int, level: _Level) -> Counted | None:
        counts = self._counts.setdefault(self._family(id), {})
        if id not in self._begun:
            self._begun.add(id)
            for at in self._overridden(id):
                counts.pop(at, None)
        for above in range(depth):
            upper = self._level(id, above)
            counts.setdefault(above, upper.start if upper else 1)
        counts[depth] = counts[depth] + 1 if depth in counts else level.start
        for below in [at for at in counts if at > depth]:
            restarts = self._level(id, below)
            if restarts is None or restarts.restarts != 0:
                del counts[below]
        if level.form == "none" and not level.text.strip():
            return None
        label = "" if level.form == "bullet" else self._label(id, depth, level, counts)
        if not label and level.form != "bullet":
            return None
        return Counted(
            list_id=id,
            depth=depth,
            label=label,
            place=counts[depth],
            is_plain=label.strip("().:/ ") in (str(counts[depth]), in_form(counts[depth], _SMALL)),
        )

    def _label(self, id: str, depth: int, level: _Level, counts: dict[int, int]) -> str:
        label = level.text
        for at in range(_DEEPEST):
            if f"%{at + 1}" in label:
                of = self._level(id, at)
                form = of.form if of and (at == depth or not level.is_legal) else "decimal"
                shown = in_form(counts.get(at, 1), form)
                label = label.replace(f"%{at + 1}", shown)
        return label.strip()

    def _family(self, id: str) -> str:
        return value(self._numbers[id], "abstractNumId") or id

    def _overridden(self, id: str) -> Iterator[int]:
        """The levels that this list counts anew."""
        for one in self._numbers[id].iter(f"{W}lvlOverride"):
            if child(one, "startOverride") is not None or child(one, "lvl") is not None:
                yield number(one.get(f"{W}ilvl")) or 0

    def _level(self, id: str, depth: int) -> _Level | None:
        if id not in self._levels:
            self._levels[id] = dict(self._levels_of(id))
        return self._levels[id].get(depth)

    def _levels_of(self, id: str) -> Iterator[tuple[int, _Level]]:
        abstract = self._described(self._family(id))
        for one in () if abstract is None else abstract.findall(f"{W}lvl"):
            yield number(one.get(f"{W}ilvl")) or 0, _level_in(one)
        for one in self._numbers[id].findall(f"{W}lvlOverride"):
            at = number(one.get(f"{W}ilvl")) or 0
            own = child(one, "lvl")
            if own is None and abstract is not None:
                own = next(
                    (x for x in abstract.findall(f"{W}lvl") if x.get(f"{W}ilvl") == str(at)), None
                )
            if own is not None:
                start = number(value(one, "startOverride"))
                level = _level_in(own)
                yield (
                    at,
                    level
                    if start is None
                    else _Level(
                        start=start, form=level.form, text=level.text, restarts=level.restarts
                    ),
                )

    def _described(self, abstract: str) -> Element | None:
        """The description of a list; where it is that of a style, the one that style has."""
        one = self._abstract.get(abstract)
        link = value(one, "numStyleLink") if one is not None else None
        if link is None:
            return one
        return next(
            (other for other in self._abstract.values() if value(other, "styleLink") == link), one
        )

    def _depth_of_style(self, id: str, style: str) -> int:
        abstract = self._described(self._family(id))
        for level in () if abstract is None else abstract.findall(f"{W}lvl"):
            if value(level, "pStyle") == style:
                return number(level.get(f"{W}ilvl")) or 0
        return 0


def _level_in(level: Element) -> _Level:
    return _Level(
        start=_or_one(number(value(level, "start"))),
        form=value(level, "numFmt") or "decimal",
        text=value(level, "lvlText") or "",
        restarts=number(value(level, "lvlRestart")),
        is_legal=bool(switch(level, "isLgl")),
    )


def _or_one(start: int | None) -> int:
    return 1 if start is None else start


def in_form(count: int, form: str) -> str:
    """A number as a list writes it.

    >>> in_form(4, "lowerRoman"), in_form(28, "lowerLetter"), in_form(3, "decimalZero")
    ('iv', 'bb', '03')
    """
    if form in ("lowerRoman", "upperRoman"):
        roman, left = "", count
        for worth, sign in _ROMAN:
            roman += sign * (left // worth)
            left %= worth
        return roman.upper() if form == "upperRoman" else roman
    if form in ("lowerLetter", "upperLetter") and count > 0:
        # After z comes aa, then bb.
        letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letters.upper() if form == "upperLetter" else letters
    if form == "decimalZero":
        return f"{count:02}"
    return "" if form == "none" else str(count)
