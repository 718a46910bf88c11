"""The file of an import (nhap/2026-12-01.yaml): the decision over it, and its list of articles."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Annotated

from ...domain.content.import_decision import ImportDecision, ImportList
from ...domain.message import Message
from ...domain.problem import Problem
from ...domain.text.dates import in_numbers
from ...domain.text.vietnamese import clean
from ...vocabulary.approval import command_to_approve_import
from ...vocabulary.content import OLD_PICTURES
from ...vocabulary.plan_files import PLAN_FILES
from ...vocabulary.words import shown
from ..folder.scan import ARTICLES
from ..plan.forms.form_types import ALONE, Date, YesNo, one_of
from ..plan.forms.yaml_file import YamlFile, YamlForm

# In bytes: 100,000 articles.
LARGEST_LIST = 10_000_000
_ENTRY = re.compile(r"(\S(?:.*\S)?\.md)(?:\s+(?:dấu\s+)?(\S+))?", re.IGNORECASE)
_SEAL = re.compile(r"[0-9a-f]{12}")
# What can still be told of a list in a file that is broken: the paths.
_PATH_IN_TEXT = re.compile(rf"^\s*-\s*[\"']?({ARTICLES}/[^\"'\n]*?\.md)\b", re.MULTILINE)
_KEYS = PLAN_FILES["ImportFile"]


class ImportFile(YamlForm):
    by: str = ""
    on: Date | None = None
    source: str = ""
    shows_pictures: Annotated[bool, one_of(OLD_PICTURES)] = False
    counts: YesNo = False
    seal: str = ""
    files: Annotated[tuple[str, ...], ALONE]


def read_import(path: str, label: str, text: str) -> tuple[ImportList, list[Problem]]:
    """The list in a file, with every problem of its writing. `label` is its path in messages.

    Of a file that cannot be read only the paths are told: what it lists waits, and is known for
    what it is.
    """
    file = YamlFile(label, text)
    form = file.read(ImportFile)
    if form is None:
        return told_by_guess(path, text), file.problems
    files: dict[str, str] = {}
    lines: dict[str, int] = {}
    for entry, seal, line in _entries(file, form.files):
        if entry in files:
            file.problem(
                line,
                Message("NR-ARCHIVE-017", f"{entry} đã ghi ở dòng {lines[entry]} rồi."),
                "Xóa dòng này. Tệp đã có dấu thì xóa cả dòng dấu rồi nhờ người duyệt duyệt lại.",
            )
            continue
        files[entry], lines[entry] = seal, line
    decision = ImportDecision(
        path=path,
        by=form.by,
        on=form.on,
        source=form.source,
        shows_pictures=form.shows_pictures,
        counts=form.counts,
        seal=form.seal.casefold(),
    )
    # Also what could not be taken over was on the list that somebody sealed.
    fits = not file.problems and decision.seal == decision.seal_over(files)
    decision = replace(decision, is_sealed=bool(decision.by and decision.on) and fits)
    _check_signature(file, decision)
    found = ImportList(decision=decision, files=files, lines=lines, line=file.line("by"))
    return found, file.problems


def told_by_guess(path: str, text: str) -> ImportList:
    """The list of a file that cannot be read: the articles that can be told, none approved."""
    found = [(clean(one[1]), text.count("\n", 0, one.start(1)) + 1) for one in _paths_in(text)]
    lines = dict(reversed(found))
    decision = ImportDecision(path=path, is_readable=False)
    return ImportList(decision=decision, files=dict.fromkeys(lines, ""), lines=lines)


def _paths_in(text: str) -> Iterator[re.Match[str]]:
    return (one for one in _PATH_IN_TEXT.finditer(text) if is_listable(clean(one[1])))


def _entries(file: YamlFile, entries: Sequence[str]) -> Iterator[tuple[str, str, int]]:
    """The path of each entry, the seal behind it, and its line; a problem for what is none."""
    for n, entry in enumerate(entries):
        line, found = file.line("files", n), _ENTRY.fullmatch(entry)
        seal = (found[2] or "").casefold() if found else ""
        is_sealed = _SEAL.fullmatch(seal) is not None
        if found is None or (seal and not is_sealed):
            file.problem(
                line,
                Message("NR-ARCHIVE-018", f"Không hiểu “{entry[:80]}”."),
                "Mỗi dòng ghi đường dẫn của một bài rồi dấu của bài, 12 chữ số, ví dụ"
                f"  - {ARTICLES}/2019-11/khai-giang.md 0123456789ab",
            )
        if found and not is_listable(found[1]):
            file.problem(
                line,
                Message("NR-ARCHIVE-019", f"“{found[1]}” không phải là một bài trong {ARTICLES}."),
                f"Ghi đường dẫn từ thư mục {ARTICLES}, như máy đã ghi:"
                f"  - {ARTICLES}/2019-11/khai-giang.md 0123456789ab . Trang và văn bản thì duyệt"
                " từng tệp bằng lệnh approve.",
            )
        elif found:
            # Whatever is wrong behind it, the article is known for what it is.
            yield found[1], seal if is_sealed else "", line


def is_listable(path: str) -> bool:
    """True for a path below the folder of articles that leads nowhere else."""
    folder, *names = path.split("/")
    is_plain = all(name and not name.startswith(".") and "\\" not in name for name in names)
    return folder == ARTICLES and bool(names) and is_plain


def _check_signature(file: YamlFile, decision: ImportDecision) -> None:
    """Notes where the decision is signed in part, or its seal is not that of the list."""
    again = f"Nhờ người duyệt xem lại rồi gõ  {command_to_approve_import(file.path)}"
    key = {name: shown(_KEYS, name) for name in _KEYS}
    if not (decision.by or decision.seal):
        # Nobody decided yet.
        return
    missing = [
        key[name]
        for name, value in (("by", decision.by), ("on", decision.on), ("seal", decision.seal))
        if not value
    ]
    if missing:
        file.problem(
            file.line("by" if decision.by else "seal"),
            Message(
                "NR-ARCHIVE-020",
                f"Quyết định nhập thiếu dòng “{'”, “'.join(missing)}”, nên chưa có hiệu lực: cả"
                " danh sách chờ.",
            ),
            f"{again} ; máy ghi đủ các dòng ấy.",
        )
    elif not decision.is_sealed and not file.problems:
        file.problem(
            file.line("seal"),
            Message(
                "NR-ARCHIVE-021",
                "Dấu không khớp với danh sách: tệp bị sửa sau khi"
                f" {decision.by} duyệt{_on(decision)}. Cả danh sách chờ.",
            ),
            f"Trả tệp về bản đã duyệt (git), hoặc xem từng chỗ đã sửa, xóa dòng dấu, rồi: {again}",
        )


def _on(decision: ImportDecision) -> str:
    return f" ngày {in_numbers(decision.on)}" if decision.on else ""
