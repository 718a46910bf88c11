"""The text of an XML export in pieces, without what would stop a parser at once.

One control character, one `&nbsp;` or one bare `&` that a plug-in wrote makes a whole export
unreadable to any parser; here they are taken out or spelt as XML has it, and counted.
"""

import codecs
import re
from collections.abc import Iterator
from html.entities import html5
from pathlib import Path

from ....domain.message import Message
from ..left_out import LeftKind, LeftLog
from ..old_site import OldSiteRefused

_PIECE = 1 << 18
_OPEN, _CLOSE = "<![CDATA[", "]]>"
# Nothing that is cut in two by the end of a piece is longer.
_HELD_BACK = 64
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_AMPERSAND = re.compile(r"&(?:#(\d{1,7}|[xX][0-9a-fA-F]{1,6});|([A-Za-z][A-Za-z0-9]{1,31});)?")
_OWN = frozenset({"amp", "lt", "gt", "quot", "apos"})
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']""")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_DTD = re.compile(r"<!\s*(?:DOCTYPE|ENTITY|ELEMENT)", re.IGNORECASE)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def mended_text(place: Path, left: LeftLog) -> Iterator[str]:
    """The text in pieces. Raises OldSiteRefused where it declares a DTD, or is no UTF-8."""
    state = _State(left)
    for piece in _decoded(place, state):
        yield state.mended(piece, is_last=False)
    yield state.mended("", is_last=True)
    state.tell(place)


class _State:
    def __init__(self, left: LeftLog) -> None:
        self.left = left
        self.replaced = self.beyond_ascii = self.controls = self.signs = 0
        self._held = ""
        self._is_inside = False

    def mended(self, piece: str, *, is_last: bool) -> str:
        text = self._held + piece
        cut = len(text) if is_last else max(len(text) - _HELD_BACK, 0)
        # An entity, a mark or a DTD that begins before the cut ends behind it.
        sign = max(text.rfind("&", 0, cut), text.rfind("<!", 0, cut), text.rfind("]]", 0, cut))
        if not is_last and cut - sign < _HELD_BACK and sign >= 0:
            cut = sign
        text, self._held = text[:cut], text[cut:]
        made: list[str] = []
        while text:
            mark = _CLOSE if self._is_inside else _OPEN
            end = text.find(mark)
            part = text if end < 0 else text[: end + len(mark)]
            made.append(self._inside(part) if self._is_inside else self._outside(part))
            if end < 0:
                break
            text = text[end + len(mark) :]
            self._is_inside = not self._is_inside
        return "".join(made)

    def _inside(self, text: str) -> str:
        found, number = _CONTROL.subn("", text)
        self.controls += number
        return found

    def _outside(self, text: str) -> str:
        if _DTD.search(text):
            raise OldSiteRefused(
                Message(
                    "NR-IMPORT-025",
                    "Tệp có khai báo DOCTYPE hoặc ENTITY; tệp xuất thật không có, và khai báo ấy có"
                    " thể làm treo máy."
                    "\n    → Xuất lại từ trang cũ; đừng dùng tệp người khác gửi mà không rõ gốc.",
                )
            )
        return _AMPERSAND.sub(self._sign, self._inside(text))

    def _sign(self, found: re.Match[str]) -> str:
        number, name = found[1], found[2]
        if name in _OWN:
            return found[0]
        if number:
            code = int(number[1:], 16) if number[0] in "xX" else int(number)
            if code in (9, 10, 13) or (32 <= code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF):
                return found[0]
            self.controls += 1
            return ""
        self.signs += 1
        meant = html5.get(f"{name};") if name else None
        if meant:
            return "".join(f"&#{ord(letter)};" for letter in meant)
        return f"&amp;{found[0][1:]}"

    def tell(self, place: Path) -> None:
        if self.replaced > 20 and 50 * self.replaced > self.beyond_ascii:
            raise OldSiteRefused(
                Message(
                    "NR-IMPORT-026",
                    f"Chữ trong {place.name} không phải mã UTF-8 (có thể là Latin-1,"
                    " windows-1258…), nên tiếng Việt sẽ hỏng."
                    "\n    → Xuất lại từ trang cũ và đừng mở bằng Notepad hay Excel trước khi"
                    " nhập; hoặc mở bằng VS Code, “Reopen with Encoding”, rồi “Save with Encoding”"
                    " UTF-8.",
                )
            )
        for number, what in (
            (self.replaced, "U+FFFD"),
            (self.controls, "U+0000–U+001F"),
            (self.signs, "&nbsp;"),
        ):
            if number:
                self.left.leave(LeftKind.CHARACTERS, "", what, number)


def _decoded(place: Path, state: _State) -> Iterator[str]:
    with place.open("rb") as file:
        head = file.read(_PIECE)
        decoder = codecs.getincrementaldecoder(_encoding_of(head))(errors="replace")
        piece, is_first = head, True
        while piece:
            text = decoder.decode(piece)
            if is_first:
                # What it says of its encoding is no longer so.
                text, is_first = _DECLARATION.sub("", text.lstrip("\ufeff \t\r\n")), False
            if not text.isascii():
                state.replaced += text.count("\ufffd")
                state.beyond_ascii += len(text) - len(text.encode("ascii", "ignore"))
            yield text.replace("\r\n", "\n")
            piece = file.read(_PIECE)
        yield decoder.decode(b"", final=True)


def _encoding_of(head: bytes) -> str:
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    if found := _DECLARED.match(head[:400]):
        try:
            name = codecs.lookup(found[1].decode("ascii")).name
        except LookupError:
            return "utf-8"
        # Programs declare Latin-1 and write UTF-8.
        if name not in ("utf-8", "ascii") and not _is_utf8(head):
            return name if not name.startswith(("utf-16", "utf-32")) else "utf-8"
    return "utf-8"


def _is_utf8(head: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return True
