"""Faults of typing: markup that shows as signs, for no end, no bracket, a blank too many."""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from ....domain.message import Message
from ....domain.text.address import AddressFault, fault_of_address

_FENCE = re.compile(r" *(`{3,}|~{3,})([^`]*)$")
_CODE_ON_A_LINE = re.compile(r"(?<!`)(`{1,9})(?!`)(?:(?!\n\s*\n).){1,400}?(?<!`)\1(?!`)", re.DOTALL)
_CODE_IN_HTML = re.compile(r"<(pre|code)\b.*?</\1>", re.DOTALL)
_SHOWN_COMMENT = re.compile(r"&lt;!(?:--|[–—])")
_OPENED = re.compile(r"(?<!\\)<!(?:--|[–—])")
_WORDS = r"(?<![!\\\w])\[(?P<words>[^][\n]{1,200})\]"
_PARTED = re.compile(rf"{_WORDS}[ \t\u00a0]*(?:[ \t\u00a0]|\n)[ \t]*\((?P<address>[^()\s]{{3,}})\)")
_TURNED = re.compile(
    r"(?<!\])\((?P<words>[^()\n]{1,200})\)[ \t]?\[(?P<address>[^][\s]{3,})\](?!\()"
)
_CUT = re.compile(r"(?<!\\)!?\[(?P<words>[^][\n]{0,200})\]\((?=(?P<address>[^\n]{0,300}))")
_ADDRESS = re.compile(
    r"(?:https?|file)[:;]?[/\\]|www\.|mailto:|tel:|[a-z]:\\|[\w-]+@", re.IGNORECASE
)
_FILE = re.compile(
    r"[^\s/]+(?:/[^\s/]+)*\.(?:md|jpe?g|png|webp|gif|pdf|docx?|xlsx?|pptx?|mp4|zip)",
    re.IGNORECASE,
)


class TypingFault(NamedTuple):
    """A fault of typing: where in the text it begins, what is wrong and what to type."""

    place: int
    message: Message
    hint: str


def typing_faults(text: str, html: str) -> Iterator[TypingFault]:
    """Every such fault of a text, given its HTML as Markdown made it."""
    has_fences = "```" in text or "~~~" in text
    if has_fences:
        fault, text = _without_fences(text)
        if fault:
            yield fault
    if "`" in text:
        text = _CODE_ON_A_LINE.sub(_blank, text)
    if "<!" in text:
        comments, text = _without_comments(text)
        yield from _comments(comments, text, html)
    if "](" in html:
        yield from _cut_links(text, html)
    if "]" in text and "(" in text:
        yield from _parted_links(text)


def words_of(text: str) -> str:
    """The text with blanks in the place of code and of remarks: every line stays where it is."""
    text = _without_fences(text)[1] if "```" in text or "~~~" in text else text
    text = _CODE_ON_A_LINE.sub(_blank, text) if "`" in text else text
    return _without_comments(text)[1] if "<!--" in text else text


def comments_of(text: str) -> list[tuple[int, str]]:
    """The whole remarks (<!-- … -->) of a text and where they begin."""
    return _without_comments(text)[0] if "<!--" in text else []


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


def _without_fences(text: str) -> tuple[TypingFault | None, str]:
    """The fault of the fences, and the text with blanks in the place of what they hold."""
    lines, kept = text.split("\n"), []
    fence, start, held = "", 0, 0
    for n, line in enumerate(lines):
        found = _FENCE.match(line)
        if fence:
            is_end = found and found[1].startswith(fence) and not found[2].strip()
            held += bool(line.strip()) and not is_end
            fence = "" if is_end else fence
            kept.append(" " * len(line))
        elif found:
            fence, start = found[1], n
            kept.append(" " * len(line))
        else:
            kept.append(line)
    place = sum(len(line) + 1 for line in lines[:start])
    if fence:
        return TypingFault(
            place,
            Message(
                "NR-TEXT-026",
                f"Dấu {fence} mở ở đây mà không đóng, nên chữ bên dưới không được đọc như lời văn.",
            ),
            f"Xóa dấu {fence} đi; muốn giữ khung chữ máy thì thêm một dòng {fence} ở cuối khung.",
        ), "\n".join(kept)
    if held and not any(map(str.strip, kept)):
        place = len(text) - len(text.lstrip())
        sign = text[place : place + 3]
        return TypingFault(
            place,
            Message(
                "NR-TEXT-027",
                f"Cả bài nằm trong khung mã {sign}, nên lên trang thành chữ máy, không xuống dòng.",
            ),
            f"Xóa hai dòng {sign} ở đầu và cuối bài.",
        ), "\n".join(kept)
    return None, "\n".join(kept)


def _without_comments(text: str) -> tuple[list[tuple[int, str]], str]:
    """The whole comments of a text with their places, and the text with blanks instead."""
    comments: list[tuple[int, str]] = []
    kept: list[str] = []
    end = 0
    while (start := text.find("<!--", end)) >= 0 and (close := text.find("-->", start)) >= 0:
        comment = text[start : close + 3]
        comments.append((start, comment))
        kept += (text[end:start], re.sub(r"[^\n]", " ", comment))
        end = close + 3
    return comments, "".join((*kept, text[end:]))


def _comments(comments: list[tuple[int, str]], rest: str, html: str) -> Iterator[TypingFault]:
    if opened := _OPENED.search(rest):
        yield TypingFault(
            opened.start(),
            Message("NR-TEXT-028", f"Lời nhắc mở bằng {opened[0]} mà không đóng bằng -->."),
            "Thêm  -->  vào cuối lời nhắc (gạch ngắn, gõ hai lần), hoặc xóa lời nhắc đi.",
        )
    elif comments and _SHOWN_COMMENT.search(_CODE_IN_HTML.sub("", html)):
        place, _ = next((c for c in comments if re.search(r"\n\s*\n", c[1])), comments[0])
        yield TypingFault(
            place,
            Message("NR-TEXT-029", "Lời nhắc <!-- … --> nằm giữa dòng chữ nên hiện cả lên trang."),
            "Để lời nhắc thành đoạn riêng, có dòng trống ở trên; hoặc xóa đi.",
        )


def _cut_links(text: str, html: str) -> Iterator[TypingFault]:
    """Links of which Markdown made none."""
    seen = unescape(re.sub(r"<[^>]*>", "", _CODE_IN_HTML.sub("", html)))
    for found in _CUT.finditer(text):
        address, bracket, _ = found["address"].partition(")")
        # Of two backslashes Markdown shows one.
        start = address[:12].partition("\\")[0].partition("*")[0].partition("_")[0]
        if f"]({start}" not in seen:
            continue
        plain = address.strip(" <>")
        is_cut = not bracket or '"' in plain
        if is_cut and _ADDRESS.match(plain):
            plain = plain.split()[0]
        fault = fault_of_address(plain)
        right = fault.right if fault and fault.right else plain
        if fault and not fault.right:
            yield TypingFault(found.start(), fault.message, fault.remedy)
        elif is_cut or re.search(r"[\s()]", right):
            written = f"<{right}>" if re.search(r"[\s()]", right) else right
            yield TypingFault(
                found.start(),
                Message(
                    "NR-LINK-028",
                    f"Liên kết “[{found['words'][:40]}](” gõ chưa trọn, nên hiện cả dấu ngoặc.",
                ),
                f"Ghi:  [{found['words']}]({written})",
            )


def _parted_links(text: str) -> Iterator[TypingFault]:
    for pattern, slip in (
        (_PARTED, "có dấu cách giữa hai ngoặc"),
        (_TURNED, "đặt ngược hai ngoặc"),
    ):
        for found in pattern.finditer(text):
            words, address = found["words"], found["address"]
            if not words.strip() or not (_ADDRESS.match(address) or _FILE.fullmatch(address)):
                continue
            fault: AddressFault | None = fault_of_address(address)
            right = fault.right if fault and fault.right else address
            yield TypingFault(
                found.start(),
                Message("NR-LINK-029", f"Liên kết “{words[:40]}” {slip} nên không thành liên kết."),
                f"Ghi:  [{words}]({right})",
            )
