"""The look of words, worked out from styles and switches."""

from dataclasses import dataclass

from ..xml_names import Element, child, switch, value
from .style_sheet import StyleSheet

# What one way of looking shows of a letter; a paragraph says the others of itself.
_TOGGLES = ("b", "i", "strike", "dstrike", "caps", "smallCaps", "vanish")


@dataclass(frozen=True, kw_only=True)
class RunLook:
    """The look of words, whichever style or switch says so."""

    bold: bool = False
    italic: bool = False
    struck: bool = False
    capitals: bool = False
    small_capitals: bool = False
    hidden: bool = False
    raised: str = ""
    font: str = ""


def look_of(run: Element, paragraph_style: str, styles: StyleSheet) -> RunLook:
    """The look of a run (ECMA-376, 17.7.3: what two styles switch on is off again)."""
    properties = child(run, "rPr")
    style = value(properties, "rStyle") or ""
    on = {}
    for name in _TOGGLES:
        direct = switch(properties, name)
        if direct is None:
            of_words, of_paragraph = (
                styles.switch(style, name),
                styles.switch(paragraph_style, name),
            )
            if of_paragraph is None:
                of_paragraph = styles.default_switch(name)
            direct = bool(of_words) != bool(of_paragraph)
        on[name] = direct
    raised = value(properties, "vertAlign") or styles.run_value(style, "vertAlign") or ""
    return RunLook(
        bold=on["b"],
        italic=on["i"],
        struck=on["strike"] or on["dstrike"],
        capitals=on["caps"],
        small_capitals=on["smallCaps"],
        hidden=on["vanish"],
        raised=raised if raised in ("superscript", "subscript") else "",
        font=styles.font(properties, style, paragraph_style),
    )
