"""The places in a typed text that name a picture: Markdown, file names, (Ảnh 2: …)."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from ...domain.text.vietnamese import fold, slug
from ..block import Block, BlockKind

_MARKDOWN = re.compile(r"(!\[[^\]]*\]\()\s*<?([^)\s>\"]+(?: [^)\s>\"]+)*)>?(\s+\"[^\"]*\")?\s*\)")
_IN_HTML = re.compile(r"<img\b[^>]*?\bsrc=\"([^\"]*)\"", re.IGNORECASE)
_ENDING = r"\.(?:jpe?g|jfif|png|webp|gif|hei[cf]|hif|bmp|tiff?|avif)"
_NAME = re.compile(
    rf"[\[(<“\"]*\s*(?:chèn |xem )?(?:ảnh|hình)?\s*:?\s*(?P<name>[^\[\]<>|:]{{1,120}}{_ENDING})"
    r"\s*[\])>”\"]*\s*(?:[:–-]\s*(?P<caption>.{3,200}))?",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"[\[(]\s*(?:chèn |xem )?(?:ảnh|hình)\s*(?:số\s*)?(?P<number>\d{1,2})"
    r"\s*(?:[:.–-]\s*(?P<caption>.{3,200}?))?\s*[\])]\.?",
    re.IGNORECASE,
)
_CREDIT = re.compile(r"(?:ảnh|hình)(?: chụp| tư liệu)?\s*:", re.IGNORECASE)


def with_places(blocks: Sequence[Block], names: Sequence[str]) -> tuple[Block, ...]:
    """The typed blocks with each line that stands for a picture as Markdown that shows it.

    `names` are those of the pictures that were handed in.
    """
    return tuple(_with_places(block, names) if not block.html else block for block in blocks)


def _with_places(block: Block, names: Sequence[str]) -> Block:
    lines = [_placed(line, names) for line in block.text.split("\n")]
    text = "\n".join(lines)
    is_picture = len(lines) == 1 and text != block.text
    return replace(block, text=text, kind=BlockKind.PICTURE if is_picture else block.kind)


def _placed(line: str, names: Sequence[str]) -> str:
    typed = line.strip()
    if found := _MARKDOWN.search(typed):
        meant = picture_named(found[2], names)
        return typed if meant is None else _MARKDOWN.sub(_target(names), line)
    named = _NAME.fullmatch(typed)
    numbered = _NUMBER.fullmatch(typed)
    meant = picture_named(named["name"], names) if named else None
    if numbered:
        meant = _numbered(int(numbered["number"]), names)
    if meant is None:
        return line
    told = numbered or named
    caption = (told["caption"] or "").strip(" ])") if told else ""
    return markdown_picture(meant, caption)


def _target(names: Sequence[str]) -> Callable[[re.Match[str]], str]:
    def replaced(found: re.Match[str]) -> str:
        meant = picture_named(found[2], names)
        return f"{found[1]}{_key(meant)}{found[3] or ''})" if meant else found[0]

    return replaced


def markdown_picture(name: str, caption: str, description: str = "") -> str:
    """A picture of the text, still under the name that it was handed in by."""
    quoted = caption.replace('"', "”")
    title = f' "{quoted}"' if quoted else ""
    return f"![{description}]({_key(name)}{title})"


def _key(name: str | None) -> str:
    """The name in a form that no sign of Markdown can stand in."""
    return "handed:" + (name or "").encode().hex()


def shown_in(blocks: Sequence[Block]) -> list[str]:
    """The names of the pictures that the blocks show, in order."""
    names: list[str] = []
    for block in blocks:
        if block.html:
            names += _IN_HTML.findall(block.html)
        else:
            keys = re.findall(r"\(handed:([0-9a-f]+)", block.text)
            names += [bytes.fromhex(key).decode() for key in keys]
    return list(dict.fromkeys(names))


def with_addresses(text: str, addresses: Mapping[str, str]) -> str:
    """The Markdown with the pictures under their new addresses; without those that are left."""

    def replaced(found: re.Match[str]) -> str:
        return f"({addresses.get(bytes.fromhex(found[1]).decode(), '')}"

    text = re.sub(r"\(handed:([0-9a-f]+)", replaced, text)
    return re.sub(r"^!\[[^\]]*\]\((?:\s+\"[^\"\n]*\")?\)\n?", "", text, flags=re.MULTILINE)


def picture_named(typed: str, names: Sequence[str]) -> str | None:
    """The picture that a text names: by its whole name, its file name, or without its ending."""
    whole, own = fold(typed.strip()), _own(typed)
    ways = (
        [name for name in names if fold(name) == whole],
        [name for name in names if fold(_own(name)) == fold(own)],
        [name for name in names if slug(_own(name)) == slug(own)],
    )
    return next((found[0] for found in ways if len(found) == 1), None)


def _own(path: str) -> str:
    return path.strip().rpartition("/")[2]


def _numbered(number: int, names: Sequence[str]) -> str | None:
    """The picture of that number: anh-2.jpg, 2.png, Hình 2.JPG; only where one alone has it."""
    found = [
        name
        for name in names
        if re.fullmatch(
            rf"(?:anh|hinh|photo|image|img)?-?0*{number}",
            slug(re.sub(r"\.[^.]*$", "", name.rpartition("/")[2])),
        )
    ]
    return found[0] if len(found) == 1 else None


def with_credits(text: str, credit: str) -> str:
    """The Markdown with the photographer behind each caption that names none."""
    if not credit:
        return text

    def credited(found: re.Match[str]) -> str:
        caption = (found[3] or "").strip()[1:-1]
        if _CREDIT.search(caption):
            return found[0]
        said = f"{caption} (Ảnh: {credit})" if caption else f"Ảnh: {credit}"
        quoted = said.replace('"', "”")
        return f'{found[1]}{found[2]} "{quoted}")'

    return _MARKDOWN.sub(credited, text)
