"""The messages of the code, and the page of the handbook that lists them.

`python tests/message_list.py` numbers new ones (`NR-GATE-???` becomes the next number of its
subject that was never used) and writes the page's table anew: ids and words are taken from the
code; the level and how to mend it stay as they stand, and are `?` for a new one, to be filled in.
"""

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "plugins/newsroom"
PAGE = ROOT / "docs/huong-dan/ma-loi-nhan.md"
ID = re.compile(r"NR-[A-Z]+-\d{3}")
NEW = re.compile(r"NR-([A-Z]+)-\?\?\?")
_ROW = re.compile(r"^\| `(NR-[A-Z]+-\d{3})` \| (.*?) \| (.*) \| (.*?) \|$", re.MULTILINE)
_PLACE = re.compile(r"\{[^{}]*\}")
RETIRED = "không còn dùng"


@dataclass(frozen=True, kw_only=True)
class MessageInCode:
    """One `Message(id, words)` of the code: its file and line, its words with … for what varies."""

    path: str
    line: int
    id: str
    words: str


@dataclass(frozen=True, kw_only=True)
class MessageRow:
    """A row of the page: the id, its level or levels, its words and how to mend it."""

    id: str
    level: str
    words: str
    remedy: str


def messages_in_code() -> Iterator[MessageInCode]:
    """Every message of the code, in the order of files and lines."""
    for path in sorted(PACKAGE.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if "Message(" not in text:
            continue
        calls = (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call))
        for node in sorted(calls, key=lambda node: node.lineno):
            match node:
                case ast.Call(
                    func=ast.Name(id="Message"), args=[ast.Constant(value=str(id)), words]
                ) if id:
                    yield MessageInCode(
                        path=path.relative_to(PACKAGE).as_posix(),
                        line=node.lineno,
                        id=id,
                        words=" ".join(_first_line(words).replace("|", "\\|").split()),
                    )


def _first_line(words: ast.expr) -> str:
    return _pattern(words).partition("\n")[0]


def _pattern(words: ast.expr) -> str:
    match words:
        case ast.Constant(value=str(text)):
            return _PLACE.sub("…", text).replace("{{", "{").replace("}}", "}")
        case ast.JoinedStr(values=parts):
            return "".join(p.value if isinstance(p, ast.Constant) else "…" for p in parts)
        case ast.BinOp(left=left, right=right):
            return _pattern(left) + _pattern(right)
    return "…"


def rows_of_the_page() -> dict[str, MessageRow]:
    """The rows of the page by their ids, those given up too."""
    found = _ROW.findall(PAGE.read_text(encoding="utf-8")) if PAGE.is_file() else []
    return {
        id: MessageRow(id=id, level=level, words=words, remedy=remedy)
        for id, level, words, remedy in found
    }


def main() -> None:
    in_code = {message.id for message in messages_in_code()}
    known = {id for id in {*rows_of_the_page(), *in_code} if ID.fullmatch(id)}
    for path in sorted(PACKAGE.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        while found := NEW.search(text):
            numbers = [int(id[-3:]) for id in known if id.startswith(f"NR-{found[1]}-")]
            id = f"NR-{found[1]}-{max(numbers, default=0) + 1:03}"
            known.add(id)
            text = f"{text[: found.start()]}{id}{text[found.end() :]}"
            path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
