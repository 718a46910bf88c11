"""Pictures, charts and objects, each brought into the one form that is read later."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..left import Left, LeftThing
from ..xml_names import PIC, WP, A, Element, M, O, R, V, W, found, local, number, remove
from .films import film_address

GRAPHIC_HOLDERS = tuple(f"{W}{name}" for name in ("drawing", "pict", "object"))
_EQUATIONS = re.compile(r"Equation|MathType", re.IGNORECASE)
_PICTURES = ("PBrush", "Paint.Picture", "Photo", "StaticDib")
_RASTER = re.compile(r"\.(jpe?g|jfif|png|gif|webp|heic|bmp|tiff?)$", re.IGNORECASE)
# In thousandths of a percent: less is the play of a mouse.
_LEAST_CROP = 500
_FULL = 100_000


@dataclass(frozen=True, kw_only=True)
class PlacedPicture:
    """A picture where it stands in the text: its part, and how the document shows it.

    `crop` are the shares cut off left, above, right and below; `turns` quarters to the right.
    """

    part: str
    description: str = ""
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    turns: int = 0


def short_words(words: str) -> str:
    """The beginning of some words, by which a message calls a thing."""
    return words if len(words) <= 40 else words[:39].rstrip() + "…"


def place_pictures(
    root: Element, relations: Mapping[str, tuple[str, str]], placed: list[PlacedPicture], left: Left
) -> None:
    """Put one plain picture element for each picture; append to `placed` what it shows."""
    for holder in found(root, *GRAPHIC_HOLDERS):
        if film := film_address(holder, relations):
            _put_words(holder, film)
            remove(holder)
            continue
        pictures = [*_pictures_in(holder, relations, left)]
        for art in holder.iter(f"{V}textpath"):
            if words := art.get("string", "").strip():
                _put_words(holder, words)
        at, parent = holder.getparent().index(holder), holder.getparent()
        parent.remove(holder)
        for picture in pictures:
            placed.append(picture)
            parent.insert(at, _plain_picture(parent, len(placed), picture.description))
            at += 1


def _put_words(holder: Element, words: str) -> None:
    text = holder.makeelement(f"{W}t", {})
    text.text = words
    holder.addprevious(text)


def _pictures_in(
    holder: Element, relations: Mapping[str, tuple[str, str]], left: Left
) -> Iterator[PlacedPicture]:
    kept: list[PlacedPicture] = []
    for blip in holder.iter(f"{A}blip", f"{V}imagedata"):
        kind, part = relations.get(blip.get(f"{R}embed") or blip.get(f"{R}id") or "", ("", ""))
        if kind == "image" and not re.match(r"[a-z]+://", part, re.IGNORECASE):
            kept.append(
                PlacedPicture(
                    part=part, description=_description(blip), crop=_crop(blip), turns=_turns(blip)
                )
            )
        elif kind or blip.get(f"{R}link") or blip.get(f"{R}href") or blip.get(f"{O}href"):
            outside = relations.get(blip.get(f"{R}link") or blip.get(f"{R}href") or "", ("", ""))
            name = outside[1] or part or blip.get(f"{O}href", "")
            left.add(LeftThing.OUTSIDE_PICTURE, re.split(r"[\\/?#]", name.rstrip("/"))[-1])
    if local(holder) == "object":
        yield from _object(holder, kept, relations, left)
        return
    for data in holder.iter():
        match local(data):
            case "chart":
                left.add(LeftThing.CHART)
            case "relIds":
                left.add(LeftThing.DIAGRAM)
            case "webVideoPr" | "videoFile":
                left.add(LeftThing.FILM)
    yield from kept


def _object(
    holder: Element,
    pictures: list[PlacedPicture],
    relations: Mapping[str, tuple[str, str]],
    left: Left,
) -> Iterator[PlacedPicture]:
    """An embedded file is named; a picture that Word packed so is a picture."""
    ole = next(holder.iter(f"{O}OLEObject"), None)
    program = "" if ole is None else ole.get("ProgID", "")
    shown = [one for one in pictures if _RASTER.search(one.part)]
    if _EQUATIONS.search(program):
        left.add(LeftThing.EQUATION)
    elif program.startswith(_PICTURES) and shown:
        yield from shown
    else:
        _, part = relations.get("" if ole is None else ole.get(f"{R}id", ""), ("", ""))
        left.add(LeftThing.OBJECT, re.split(r"[\\/]", part)[-1] or program)
        # What readers saw of it, unless that was the sign of its program.
        if ole is not None and ole.get("DrawAspect", "Content") != "Icon":
            yield from shown


def _description(blip: Element) -> str:
    """The words for those who do not see a picture, of the nearest element that has any."""
    for around in blip.iterancestors():
        for name in (f"{PIC}nvPicPr/{PIC}cNvPr", f"{WP}docPr"):
            told = around.find(name)
            if told is not None and (words := told.get("descr", "").strip()):
                return str(words)
        if around.tag.startswith(V) and (words := around.get("alt", "").strip()):
            return str(words)
        if around.tag in GRAPHIC_HOLDERS:
            break
    return ""


def _crop(blip: Element) -> tuple[float, float, float, float]:
    """The shares of a picture that its document does not show."""
    if blip.tag == f"{V}imagedata":
        sides = [_share(blip.get(f"crop{side}", "")) for side in ("left", "top", "right", "bottom")]
    else:
        shown = blip.getparent().find(f"{A}srcRect")
        if shown is None:
            return 0.0, 0.0, 0.0, 0.0
        given = [number(shown.get(side)) or 0 for side in "ltrb"]
        sides = [one / _FULL if one > _LEAST_CROP else 0.0 for one in given]
    if sides[0] + sides[2] >= 1 or sides[1] + sides[3] >= 1:
        return 0.0, 0.0, 0.0, 0.0
    return sides[0], sides[1], sides[2], sides[3]


def _share(given: str) -> float:
    """A share as VML writes it: `0.25`, or `16384f` in parts of 65536."""
    try:
        share = int(given[:-1]) / 65536 if given.endswith("f") else float(given or 0)
    except ValueError:
        return 0.0
    return share if 0.005 < share < 1 else 0.0


def _turns(blip: Element) -> int:
    """The quarters by which a picture is turned, as near as there is one."""
    for around in blip.iterancestors(f"{PIC}pic"):
        form = around.find(f"{PIC}spPr/{A}xfrm")
        turned = None if form is None else number(form.get("rot"))
        # In sixty-thousandths of a degree.
        return round((turned or 0) / 5_400_000) % 4
    return 0


def _plain_picture(parent: Element, count: int, description: str) -> Element:
    drawing = parent.makeelement(f"{W}drawing", {})
    place = drawing
    for name, attributes in (
        (f"{WP}inline", {}),
        (f"{A}graphic", {}),
        (f"{A}graphicData", {}),
        (f"{PIC}pic", {}),
        (f"{PIC}blipFill", {}),
        (f"{A}blip", {f"{R}embed": f"picture{count}"}),
    ):
        inner = place.makeelement(name, attributes)
        if name == f"{WP}inline" and description:
            inner.append(inner.makeelement(f"{WP}docPr", {"descr": description}))
        place.append(inner)
        place = inner
    return drawing


def put_equations_as_words(root: Element, left: Left) -> None:
    """The letters and figures of equations stay, as they stand in a line."""
    for equation in found(root, f"{M}oMath"):
        words = "".join(text.text or "" for text in equation.iter(f"{M}t"))
        left.add(LeftThing.EQUATION, short_words(words.strip()))
        run = equation.makeelement(f"{W}r", {})
        text = run.makeelement(f"{W}t", {})
        text.text = words
        run.append(text)
        equation.getparent().replace(equation, run)
    for line in found(root, f"{M}oMathPara"):
        parent, at = line.getparent(), line.getparent().index(line)
        runs = [one for one in line if one.tag == f"{W}r"]
        parent.remove(line)
        if local(parent) == "p":
            parent[at:at] = runs
        else:
            paragraph = parent.makeelement(f"{W}p", {})
            paragraph.extend(runs)
            parent.insert(at, paragraph)
