"""The messages of the code, and the page of the handbook that lists them.

`python tests/message_list.py` numbers new ones (`NR-GATE-???` becomes the next number of its
subject that was never used) and writes the tables of the page anew: ids and words come from the
code; the level and how to mend it stay as they stand in the page. For a new one the remedy beside
it is taken, and `?` where there is none: it is filled in by hand. What the code has no more stays
listed as retired.
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
# Packages that know no Message write the id behind their sentence.
_WRITTEN_OUT = re.compile(r"(.+) \[(NR-[A-Z]+-(?:\d{3}|\?{3}))\]")
RETIRED = "không còn dùng"
LEVELS = ("lỗi", "cảnh báo", "gợi ý", "từ chối", "chờ", "lưu ý", RETIRED)
SUBJECTS = {
    "HEADER": "Phần đầu bài",
    "DATE": "Ngày tháng",
    "NAME": "Tên người",
    "TEXT": "Lời văn",
    "LINK": "Liên kết và địa chỉ",
    "ADDRESS": "Địa chỉ cũ, địa chỉ đã dời",
    "IMAGE": "Ảnh",
    "VIDEO": "Video và âm thanh",
    "FILE": "Tệp và tên tệp",
    "ENCODING": "Mã chữ của tệp",
    "PEOPLE": "Thông tin về người, về trẻ em",
    "DOCUMENT": "Văn bản, công khai",
    "GATE": "Lời duyệt",
    "SEND": "Chọn gửi, gửi, được đăng",
    "PLAN": "Kế hoạch",
    "AUDIT": "Kế hoạch có làm được không",
    "SCHOOL": "Hồ sơ trường",
    "CALENDAR": "Lịch",
    "FORM": "Cách viết tệp YAML (kế hoạch, hồ sơ trường, lịch)",
    "GIT": "Ai đã viết, đã sửa (check --against)",
    "REMOVAL": "Trang sắp mất nhiều bài",
    "BUILD": "Dựng trang",
    "VERIFY": "Soát trang đã dựng",
    "DEPLOY": "Đưa trang lên máy chủ",
    "BACK": "Đặt lại bản cũ (back)",
    "BACKUP": "Sao lưu (backup)",
    "DECIDE": "Lệnh duyệt, trả lại, gỡ, đính chính, chọn gửi",
    "ARCHIVE": "Bài nhập từ trang cũ: quyết định về một lần nhập",
    "IMPORT": "Lệnh import: nhập bài từ trang cũ",
    "NEW": "Lệnh new",
    "FROM": "Bài đã có thành bài của trang (new --from)",
    "OPEN": "Mở tệp người khác đưa: loại tệp, tệp hỏng, tệp không an toàn",
    "WORD": "Đọc tệp Word",
    "YEAR": "Lệnh new-year",
    "START": "Bắt đầu trang của trường (start), chỗ phải điền",
    "PAPER": "Báo cáo, gói ảnh, lời nhắc",
    "OWNERS": "Lệnh codeowners",
    "DOCTOR": "Lệnh doctor",
    "UPDATE": "Lệnh update",
    "SAMPLE": "Tên, địa chỉ, tệp của trang mẫu còn sót",
    "TASK": "Cách gõ lệnh",
}
_HEAD = "| Mã | Mức | Lời nhắn | Cách sửa |\n|---|---|---|---|"
_ROW = re.compile(r"^\| `(NR-[A-Z]+-\d{3})` \| (.*?) \| (.*?) \| (.*?) \|$", re.MULTILINE)
_PLACE = re.compile(r"\{[^{}]*\}")
_SIGNS = re.compile(r"([\\`*\[\]<>|_])")
_LEVEL_IN_CODE = re.compile(r"Level\.(ERROR|WARNING|ADVICE)\b")
_NAMES = {"ERROR": "lỗi", "WARNING": "cảnh báo", "ADVICE": "gợi ý"}


@dataclass(frozen=True, kw_only=True)
class MessageInCode:
    """One `Message(id, words)` of the code.

    `words` are its first line with … for what varies, `level` and `remedy` what stands beside it
    in the same call or tuple; empty where there is nothing.
    """

    path: str
    line: int
    id: str
    words: str
    level: str
    remedy: str


@dataclass(frozen=True, kw_only=True)
class MessageRow:
    """A row of the page: the id, its level or levels, its words and how to mend it."""

    level: str
    words: str
    remedy: str


def messages_in_code() -> Iterator[MessageInCode]:
    """Every message of the code, in the order of files and lines."""
    for path in sorted(PACKAGE.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if "NR-" not in text:
            continue
        tree = ast.parse(text)
        around = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
        exprs = (node for node in ast.walk(tree) if isinstance(node, ast.expr))
        for node in sorted(exprs, key=lambda node: (node.lineno, node.col_offset)):
            match node:
                case ast.Constant(value=str()) | ast.JoinedStr() if not isinstance(
                    around[node], ast.Expr | ast.JoinedStr
                ) and (written := _WRITTEN_OUT.fullmatch(_pattern(node))):
                    yield MessageInCode(
                        path=path.relative_to(PACKAGE).as_posix(),
                        line=node.lineno,
                        id=written[2],
                        words=in_a_cell(written[1]),
                        level="",
                        remedy="",
                    )
                case ast.Call(
                    func=ast.Name(id="Message"), args=[ast.Constant(value=str(id)), words]
                ) if id:
                    beside = around[node]
                    yield MessageInCode(
                        path=path.relative_to(PACKAGE).as_posix(),
                        line=node.lineno,
                        id=id,
                        words=in_a_cell(_pattern(words)),
                        level=_level_beside(beside),
                        remedy=in_a_cell(_remedy_beside(node, beside)),
                    )


def in_a_cell(text: str) -> str:
    """The first line of a text as it stands in a table of Markdown: its signs are signs."""
    return _SIGNS.sub(r"\\\1", " ".join(text.partition("\n")[0].split()))


def _pattern(words: ast.expr) -> str:
    match words:
        case ast.Constant(value=str(text)):
            return _PLACE.sub("…", text).replace("{{", "{").replace("}}", "}")
        case ast.JoinedStr(values=parts):
            return "".join(p.value if isinstance(p, ast.Constant) else "…" for p in parts)
        case ast.BinOp(left=left, right=right):
            return _pattern(left) + _pattern(right)
    return "…"


def _level_beside(beside: ast.AST) -> str:
    found = _LEVEL_IN_CODE.findall(ast.unparse(beside)) if isinstance(beside, ast.Call) else []
    return _NAMES[found[0]] if len(set(found)) == 1 else ""


def _remedy_beside(node: ast.expr, beside: ast.AST) -> str:
    match beside:
        case ast.Call(args=parts) | ast.Tuple(elts=parts):
            following = [*parts[parts.index(node) + 1 :]] if node in parts else []
            return _pattern(following[0]).strip("…") and _pattern(following[0]) if following else ""
    return ""


def rows_of_the_page() -> dict[str, MessageRow]:
    """The rows of the page by their ids, those given up too."""
    return {
        id: MessageRow(level=level, words=words, remedy=remedy)
        for id, level, words, remedy in _ROW.findall(PAGE.read_text(encoding="utf-8"))
    }


def number_new_ones() -> None:
    """Give each `NR-SUBJECT-???` of the code the next number of its subject."""
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


def rows_to_be() -> dict[str, MessageRow]:
    """The rows that the page ought to have."""
    before = rows_of_the_page()
    rows = {
        id: MessageRow(level=RETIRED, words=row.words, remedy="–") for id, row in before.items()
    }
    for message in messages_in_code():
        known = before.get(message.id)
        kept = known if known and known.level != RETIRED else None
        rows[message.id] = MessageRow(
            level=kept.level if kept else message.level or "?",
            words=message.words,
            remedy=kept.remedy if kept else message.remedy or "?",
        )
    return rows


def tables() -> str:
    """The part of the page below its introduction: a table a subject."""
    rows, parts = rows_to_be(), []
    for subject, title in SUBJECTS.items():
        lines = [
            f"| `{id}` | {row.level} | {row.words} | {row.remedy} |"
            for id, row in sorted(rows.items())
            if id.split("-")[1] == subject
        ]
        if lines:
            parts.append("\n".join((f"## NR-{subject}: {title}\n", _HEAD, *lines)))
    return "\n\n".join(parts) + "\n"


def main() -> None:
    number_new_ones()
    introduction = PAGE.read_text(encoding="utf-8").partition("\n## NR-")[0]
    PAGE.write_text(f"{introduction}\n{tables()}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
