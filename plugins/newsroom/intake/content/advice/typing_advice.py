"""Advice on how a text was typed: slips, pictures that are only named, prompts that were left."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from ....domain.message import Message
from ....domain.text.address import fault_of_address
from ....domain.text.typing_doubts import Doubt, typing_doubts
from ....domain.text.vietnamese import clean
from ....vocabulary import things
from ...text.checks.typing_faults import comments_of, words_of
from ...writing.skeletons import all_prompts

_PLACED = re.compile(
    r"!?\[[^][\n]*\]\([^)\n]{0,500}\)|<[^<>\n]{0,500}>|^\[[^]\n]*\]:.*$|https?://\S+", re.M
)
_NAMED = re.compile(
    r"[(\[“\"](?P<inner>[^()\[\]“”\"\n]{1,80}?\.(?:jpe?g|png|webp|heic|gif))[)\]”\"]"
    r"|(?<![\w./-])(?P<bare>[\w()%+-]{1,80}\.(?:jpe?g|png|webp|heic|gif))(?!\w)",
    re.IGNORECASE,
)
_MISTYPED = re.compile(
    r"(?<![\w/.])(?:h+t+p+s*|ttps?)\s?[:;]?\s?[/\\]{1,3}\s?[\w-]+(?:\.[\w-]+)+[^\s<>\"“”]*",
    re.IGNORECASE,
)
_A_PLACE = re.compile(
    r"^[ \t]*(?P<place>[(\[][ \t]*(?:chèn |đặt |thêm |xem )?(?:ảnh|hình)"
    r"(?: ?(?:số )?\d{1,2})?[ \t]*[)\]])"
    r"\.?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)


def typing_advice(text: str, in_background: Path) -> Iterator[Doubt]:
    """Every piece of it for the text of one item, which lies in the folder `beside`."""
    words = words_of(text)
    yield from typing_doubts(words)
    yield from _unplaced(words, in_background)
    yield from _addresses(words)
    yield from _prompts(text)


def _addresses(words: str) -> Iterator[Doubt]:
    """Addresses of the web that were mistyped outside of links, and so are only words."""
    seen = _PLACED.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), words)
    for found in _MISTYPED.finditer(seen):
        typed = found[0].rstrip(".,;:!?…)”")
        fault = fault_of_address(typed)
        if fault and fault.right:
            yield Doubt(
                seen.count("\n", 0, found.start()),
                Message("NR-LINK-022", f"Địa chỉ “{typed}” gõ sai ở đầu nên không thành liên kết."),
                f"Ghi:  {fault.right}",
            )


def _unplaced(words: str, in_background: Path) -> Iterator[Doubt]:
    seen = _PLACED.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), words)
    named = list(_NAMED.finditer(seen))
    names = sorted(clean(file.name) for file in in_background.iterdir()) if named else []
    for found in named:
        typed = (found["inner"] or found["bare"]).strip()
        name = next((n for n in names if n.casefold() == typed.casefold()), "")
        written = f"<{name}>" if name and re.search(r"[\s()]", name) else name
        yield Doubt(
            seen.count("\n", 0, found.start()),
            Message("NR-IMAGE-003", f"Ảnh “{typed}” chỉ được nhắc tên, không hiện trên trang."),
            f"Thay bằng một dòng riêng:  ![Tả người và việc trong ảnh]({written})"
            if name
            else "Chép ảnh vào cạnh bài, rồi ghi một dòng riêng:"
            f"  ![Tả người và việc trong ảnh](<{typed}>)",
        )
    for found in _A_PLACE.finditer(seen):
        yield Doubt(
            seen.count("\n", 0, found.start("place")),
            Message("NR-IMAGE-004", f"Chỗ “{found['place']}” chưa có ảnh."),
            "Chép ảnh vào cạnh bài, rồi thay bằng dòng:  ![Tả việc trong ảnh](ten-anh.jpg)",
        )


def _prompts(text: str) -> Iterator[Doubt]:
    """One for all prompts of `new` that are left; of a text that is nothing else no word."""
    left = [place for place, comment in comments_of(text) if _said(comment) in _known_prompts()]
    if left and words_of(text).strip():
        count = f"{len(left)} lời nhắc" if len(left) > 1 else things.PROMPT
        yield Doubt(
            text.count("\n", 0, left[0]),
            Message(
                "NR-TEXT-015",
                f"Còn {count} của mẫu bài (<!-- … -->); không lên trang nhưng làm rối tệp.",
            ),
            "Viết xong thì xóa các dòng từ <!-- đến -->.",
        )


def _said(comment: str) -> str:
    return " ".join(comment.removeprefix("<!--").removesuffix("-->").split())


@cache
def _known_prompts() -> frozenset[str]:
    return frozenset(" ".join(prompt.split()) for prompt in all_prompts())
