"""The places of Vietnamese in the code: words in the vocabulary, messages at their rules.

Keys, labels, nouns and units are words: each stands once, in `vocabulary/`. What is said is a
sentence and stands where its rule is: with an id (`Message`), or beside one as its remedy. What
reads the language (patterns, syllables, names) and what is a form of its own (a paper, the help of
a task) is named below. See decision 29.
"""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "plugins/newsroom"
VIETNAMESE = re.compile(r"[\u00c0-\u00c3\u00c8-\u00ca\u00cc\u00cd\u00d2-\u00d5\u00d9\u00da\u00dd"
                        r"\u00e0-\u00e3\u00e8-\u00ea\u00ec\u00ed\u00f2-\u00f5\u00f9\u00fa\u00fd"
                        r"\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0"
                        r"\u1ea0-\u1ef9]")  # fmt: skip
# A label is short and does not end as a sentence does.
LONGEST_LABEL = 4
ENDS = re.compile(r"[.!?:…;”]$")
PATTERNS = {"compile", "sub", "search", "match", "fullmatch", "split", "fold_key"}

PACKAGES = {
    "vocabulary": "the words",
    "domain/text": "reads the language: syllables, encodings, dates, what is private",
    "domain/names": "reads names: titles, common names, kinds of bodies",
    "intake/typed_text": "reads what fingers type",
    "exports/office": "a paper is a form, as a template of the theme is",
    "exports/packages": "the same",
    "exports/reports": "the same",
    "tasks": "the help of tasks and their options",
    "office_files": "stands below and knows no vocabulary",
    "verification": "looks at the edition without the vocabulary that made it",
}
# Of these packages a word may stand elsewhere too: they ask nobody.
SPEAKS_FOR_ITSELF = {
    *("vocabulary", "domain/text", "domain/names"),
    *("office_files", "verification", "tasks"),
}
MODULES = {
    "buildtools/operating_system.py": "the words of an error of the system",
    "buildtools/progress.py": "the words of progress; stands below and knows no vocabulary",
    "commands/checking/links.py": "clauses of one message",
    "commands/checking/told_by_files.py": "clauses of one message",
    "commands/deciding/approve_interactively.py": "answers to one question",
    "commands/deciding/decision_words.py": "the one declaration of each decision's words",
    "commands/starting/beginning.py": "keys of the beginning's files",
    "commands/importing/import_report.py": "headings of one report",
    "commands/importing/left_words.py": "each kind with its remedy",
    "commands/upkeep/audit.py": "clauses of one message",
    "commands/upkeep/back.py": "a word that may be typed before a number",
    "deploy/command.py": "clauses of one line",
    "deploy/settings.py": "a pattern of keys",
    "domain/plan/audit/approval_lock.py": "clauses of its findings; the domain asks no vocabulary",
    "domain/plan/audit/bodies.py": "the same",
    "domain/plan/audit/periods.py": "the same",
    "domain/plan/audit/school_facts.py": "the same",
    "domain/plan/board.py": "the names of the two roles that every plan has",
    "domain/plan/category.py": "the name of what has none",
    "domain/plan/plan.py": "parts of the names of half-years",
    "domain/records/photo_archive.py": "the name of what has none",
    "domain/site/site_path.py": "clauses of messages about a path",
    "domain/unfilled.py": "patterns of a mark",
    "exports/findings/file_traces.py": "keyed by kinds of the package below the vocabulary",
    "importing/old_sites/kind_of_export.py": "clauses of one message",
    "intake/content/advice/about_people.py": "each kind with its remedy",
    "intake/content/document_file.py": "a word that is looked for",
    "intake/content/faults/attached_faults.py": "keyed by kinds of the package below",
    "intake/content/standing_page_file.py": "a line to type",
    "intake/header/decisions/decision_line.py": "a pattern of weekdays",
    "intake/header/slips.py": "words that are looked for",
    "intake/plan/calendar_file.py": "a word that is looked for",
    "intake/text/checks/typing_faults.py": "clauses of one message",
    "intake/text/everyday_markdown.py": "a pattern of letters",
}


class Literal(NamedTuple):
    """A Vietnamese text that stands by itself, neither part of another nor within a message."""

    path: str
    line: int
    text: str

    @property
    def is_label(self) -> bool:
        """Short, no sentence, and no joint between two others (“ hoặc ”)."""
        plain = self.text.strip()
        is_joint = plain != self.text
        return not is_joint and not ENDS.search(plain) and len(plain.split()) <= LONGEST_LABEL


def literals() -> Iterator[Literal]:
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).as_posix()
        text = path.read_text(encoding="utf-8")
        if VIETNAMESE.search(text):
            tree = ast.parse(text)
            yield from (Literal(name, n.lineno, n.value) for n in _alone(tree, is_message=False))


def _alone(node: ast.AST, *, is_message: bool) -> Iterator[ast.Constant]:
    """The constants below a node that are no docstring, no message and no part of a longer text."""
    match node:
        case ast.Constant(value=str(text)) if VIETNAMESE.search(text) and not is_message:
            yield node
        case ast.Call(func=ast.Name(id=called)) | ast.Call(func=ast.Attribute(attr=called)):
            is_message = is_message or called == "Message" or called in PATTERNS
    for child in ast.iter_child_nodes(node):
        is_part = isinstance(node, ast.JoinedStr | ast.Expr) and isinstance(child, ast.Constant)
        if not is_part:
            yield from _alone(child, is_message=is_message)


LITERALS = list(literals())


def _is_declared(path: str) -> bool:
    return path in MODULES or any(path.startswith(f"{package}/") for package in PACKAGES)


def test_a_label_stands_in_the_vocabulary():
    strays = [one for one in LITERALS if one.is_label and not _is_declared(one.path)]

    assert [f"{one.path}:{one.line}: {one.text}" for one in strays] == []


def test_no_two_modules_say_the_same():
    places = defaultdict(set)
    for one in LITERALS:
        if not one.path.startswith(tuple(f"{name}/" for name in SPEAKS_FOR_ITSELF)):
            places[one.text.strip()].add(one.path)

    assert {
        text: sorted(paths)
        for text, paths in places.items()
        if len(paths) > 1 and len(text.split()) > 1
    } == {}


@pytest.mark.parametrize("place", [*MODULES, *PACKAGES])
def test_what_is_declared_holds_such_words(place):
    assert any(one.path == place or one.path.startswith(f"{place}/") for one in LITERALS)


@pytest.mark.parametrize(
    ("source", "labels"),
    [
        ('HEAD = "Chuyên mục"', ["Chuyên mục"]),
        ('row(x, "Tác giả", link)', ["Tác giả"]),
        ('Message("NR-NAME-001", "Chưa rõ")', []),
        ('problem(1, Message("NR-NAME-001", f"Không có {x}"), "Kiểm tra họ tên.")', []),
        ('f"Tệp {name} rỗng"', []),
        ('" hoặc ".join(names)', []),
        ('re.compile(r"tháng (một|hai)")', []),
        ('def f():\n    """Kế hoạch."""', []),
        ('what = "tổ" if x else "Đội"', ["tổ", "Đội"]),
    ],
)
def test_a_stray_label_is_found_and_nothing_else(source, labels):
    found = [
        Literal("a.py", n.lineno, n.value) for n in _alone(ast.parse(source), is_message=False)
    ]

    assert [one.text for one in found if one.is_label] == labels


def _refusing() -> set[str]:
    """The names of the errors whose words reach people, and of the function that prints them."""
    from newsroom.domain.message import UserFacingError

    defined = (
        node
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    )
    ours = {n.name for n in defined if UserFacingError.__name__ in map(ast.unparse, n.bases)}
    return {*ours, "BuildRefused", "stop"}


def test_whoever_refuses_says_so_under_an_id():
    refusing, bare = _refusing(), []
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in refusing:
                said = [
                    ast.unparse(n) for n in node.args if isinstance(n, ast.Constant | ast.JoinedStr)
                ]
                bare += [f"{path.name}: {one}" for one in said if VIETNAMESE.search(one)]

    assert len(refusing) > 8
    assert [one for one in bare if "→" not in one] == []
