"""The elements of an XML export, one at a time: the memory holds one of them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, ParseError, XMLPullParser

from ....domain.message import Message
from ..left_out import LeftLog
from ..old_site import OldSiteRefused
from .mended_text import mended_text

# A real export has eight.
_DEEPEST = 100
# In letters: nothing of an article is longer, and what is fills the memory.
_LONGEST_ELEMENT = 64_000_000


def elements(place: Path, depth: int, left: LeftLog) -> Iterator[tuple[Element, Element]]:
    """Each element at that depth (the root has 1) when it is whole, with the root.

    It is emptied when the next one is asked for. Raises OldSiteRefused where the XML is broken,
    breaks off, or is nothing that anybody exported.
    """
    parser: XMLPullParser[Any] = XMLPullParser(("start", "end"))
    stack: list[Element] = []
    since = 0
    has_ended = False
    try:
        for piece in mended_text(place, left):
            parser.feed(piece)
            since += len(piece)
            events: Any = parser.read_events()
            for event, element in events:
                if event == "start":
                    stack.append(element)
                    if len(stack) > _DEEPEST:
                        raise _refused_nesting(place)
                    continue
                stack.pop()
                if len(stack) == depth - 1:
                    since = 0
                    yield element, (stack[0] if stack else element)
                    element.clear()
                    if stack:
                        del stack[-1][:]
                has_ended = not stack
            if since > _LONGEST_ELEMENT:
                raise _refused_nesting(place)
        parser.close()
    except ParseError as error:
        raise _broken(place, error, is_cut=not has_ended and _is_cut(error)) from None
    except RecursionError:
        raise _refused_nesting(place) from None


# pyexpat's codes: no element found, unclosed token, unclosed CDATA section, junk at the end.
_CUT = frozenset({3, 5, 6, 20})


def _is_cut(error: ParseError) -> bool:
    return error.code in _CUT


def _broken(place: Path, error: ParseError, *, is_cut: bool) -> OldSiteRefused:
    line = error.position[0]
    if is_cut:
        return OldSiteRefused(
            Message(
                "NR-IMPORT-022",
                f"{place.name} dừng giữa chừng ở dòng {line}: tải về chưa hết, hoặc trang cũ hết"
                " giờ khi xuất."
                "\n    → Xuất và tải lại; trang lớn thì xuất từng năm rồi nhập lần lượt từng tệp.",
            )
        )
    return OldSiteRefused(
        Message(
            "NR-IMPORT-023",
            f"{place.name}:{line}: XML hỏng ở dòng này, máy không đọc tiếp được."
            "\n    → Xuất lại từ trang cũ; tệp đã mở ra sửa thì lấy lại bản chưa sửa.",
        )
    )


def _refused_nesting(place: Path) -> OldSiteRefused:
    return OldSiteRefused(
        Message(
            "NR-IMPORT-024",
            f"{place.name} lồng nhau quá sâu hoặc có một mục dài bất thường: không phải tệp xuất"
            " của một trang tin.\n    → Xuất lại từ trang cũ.",
        )
    )


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def text_in(element: Element | None) -> str:
    """The words directly in an element, without blanks around them."""
    return (element.text or "").strip() if element is not None else ""
