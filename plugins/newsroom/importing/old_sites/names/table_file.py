"""The table of old names (content/nhap.yaml): what somebody filled in, and what is wrong in it."""

from collections.abc import Iterator, Sequence

import yaml

from ....domain.message import Message
from ....domain.plan.category import OLD_ARTICLES
from ....domain.plan.plan import Plan
from ....domain.problem import Problem
from ....domain.text.vietnamese import clean, fold, fold_key
from ....intake.header.lines import split_list
from ....intake.plan.forms.yaml_file import YamlFile
from ....intake.text.text_file import UnreadableText, read_plain
from ....vocabulary.content import KEEP_NAME, LEAVE_OUT
from ....vocabulary.plan_files import NAME_TABLE
from ....vocabulary.words import lookup, shown
from .old_names import MeantAuthor, MeantCategory, NameTable, OldNames

TABLE_FILE = "nhap.yaml"
LARGEST_TABLE = 2_000_000
Row = tuple[str, str, int]


def read_name_table(
    content: bytes, label: str, plans: Sequence[Plan]
) -> tuple[NameTable, list[Problem]]:
    """The table in these bytes, with every problem of it. `label` is its path in messages."""
    problems: list[Problem] = []
    if not content.strip():
        return NameTable(), problems
    try:
        text = read_plain(content, label, problems, LARGEST_TABLE)
    except UnreadableText as error:
        return NameTable(), [Problem(label, error.line, error.reason, error.hint)]
    file = YamlFile(label, text)
    reader = _TableReader(file, OldNames(plans, NameTable()))
    table = reader.read()
    return table, [*problems, *file.problems]


class _TableReader:
    def __init__(self, file: YamlFile, names: OldNames) -> None:
        self.file, self.names = file, names
        self.categories: dict[str, MeantCategory] = {}
        self.authors: dict[str, MeantAuthor] = {}
        self.known: set[tuple[str, str]] = set()

    def read(self) -> NameTable:
        for section, node in self._sections():
            for old, new, line in self._rows(section, node):
                if section == "categories":
                    self._take_category(old, new, line)
                else:
                    self._take_author(old, new, line)
        return NameTable(
            categories=self.categories, authors=self.authors, known=frozenset(self.known)
        )

    def _sections(self) -> Iterator[tuple[str, yaml.Node]]:
        root = self.file.root
        if root is None:
            return
        if not isinstance(root, yaml.MappingNode) or root.flow_style:
            self.file.problem(root.start_mark.line + 1, *_NO_TABLE)
            return
        for key, value in root.value:
            typed = key.value if isinstance(key.value, str) else "?"
            if section := lookup(NAME_TABLE, typed):
                yield section, value
            else:
                self.file.problem(
                    key.start_mark.line + 1,
                    Message("NR-IMPORT-015", f"Bảng nhập không có phần “{clean(typed)[:40]}”."),
                    f"Các phần dùng được: {', '.join(shown(NAME_TABLE, s) for s in NAME_TABLE)}.",
                )

    def _rows(self, section: str, node: yaml.Node) -> Iterator[Row]:
        """Each old name of a section with what stands beside it, and its line."""
        if isinstance(node, yaml.ScalarNode) and not node.value.strip():
            return
        if not isinstance(node, yaml.MappingNode) or node.flow_style:
            self.file.problem(node.start_mark.line + 1, *_NO_TABLE)
            return
        lines: dict[str, int] = {}
        for key, value in node.value:
            line, old = key.start_mark.line + 1, _plain(key)
            new = _plain(value)
            if not old or new is None:
                self.file.problem(line, *_NO_TABLE)
            elif fold(old) in lines:
                self.file.problem(
                    line,
                    Message(
                        "NR-IMPORT-016",
                        f"“{old}” đã có ở dòng {lines[fold(old)]}.",
                    ),
                    "Giữ lại một dòng cho mỗi tên cũ.",
                )
            else:
                lines[fold(old)] = line
                self.known.add((section, fold(old)))
                if new:
                    yield old, new, line

    def _take_category(self, old: str, new: str, line: int) -> None:
        if _is_one_of(new, LEAVE_OUT):
            self.categories[fold(old)] = MeantCategory(name="")
        elif meant := self.names.known_category(new):
            self.categories[fold(old)] = meant
        else:
            like = self.names.near_category(new)
            choices = ", ".join((*self.names.every_category, OLD_ARTICLES.name, LEAVE_OUT[0]))
            self.file.problem(
                line,
                Message("NR-IMPORT-017", f"Kế hoạch không có chuyên mục “{new}”."),
                f"Có phải là “{like}”?" if like else f"Chọn một trong: {choices}.",
            )

    def _take_author(self, old: str, new: str, line: int) -> None:
        if _is_one_of(new, LEAVE_OUT):
            self.authors[fold(old)] = MeantAuthor()
            return
        if _is_one_of(new, KEEP_NAME):
            self.authors[fold(old)] = MeantAuthor(authors=(old,))
            return
        whole = self.names.known_author(new)
        meant = [whole] if whole else []
        for name in [] if whole else split_list(new):
            if found := self.names.known_author(name):
                meant.append(found)
                continue
            like = self.names.near_author(name)
            self.file.problem(
                line,
                Message("NR-IMPORT-018", f"Kế hoạch không có ai, không có tổ nào tên “{name}”."),
                (f"Có phải là “{like}”? " if like else "")
                + f"Người không có trong kế hoạch thì ghi  {KEEP_NAME[0]} .",
            )
        authors = tuple(name for one in meant for name in one.authors)
        # Groups that somebody named go before those that people are in.
        own = tuple(name for one in meant if not one.authors for name in one.groups)
        groups = own or tuple(name for one in meant for name in one.groups)
        self.authors[fold(old)] = MeantAuthor(
            authors=tuple(dict.fromkeys(authors)), groups=tuple(dict.fromkeys(groups))
        )


_NO_TABLE = (
    Message("NR-IMPORT-019", "Chỗ này phải là các dòng  tên cũ: tên mới ."),
    "Mỗi tên cũ một dòng, lùi vào hai dấu cách; xem docs/huong-dan/nhap-bai-cu.md.",
)


def _plain(node: yaml.Node) -> str | None:
    """The words of a value or a list of values; None for what is neither."""
    if isinstance(node, yaml.ScalarNode):
        is_nothing = node.value in ("~", "null") and not node.style
        return "" if is_nothing else " ".join(clean(node.value).split())
    if isinstance(node, yaml.SequenceNode):
        words = [_plain(item) for item in node.value]
        return None if None in words else ", ".join(word for word in words if word)
    return None


def _is_one_of(typed: str, words: Sequence[str]) -> bool:
    return fold_key(typed) in map(fold_key, words)
