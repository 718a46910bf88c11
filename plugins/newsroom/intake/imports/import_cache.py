"""The lists of imports, from the records while their files are what they were."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from ...buildtools.cache.build_cache import BuildCache
from ...buildtools.cache.cache_forms import CachedValue
from ...domain.content.import_decision import ImportDecision, ImportList
from ...domain.message import Message
from ...domain.problem import Level, Problem
from ..folder.content_folder import ContentFolder
from ..folder.scan import IMPORTS, PLAN_ENDINGS
from ..text.text_file import UnreadableText, read_plain

# Of an import that is on its way, or was interrupted: a path a line, as `import` begins it.
JOURNAL = ".dang-nhap"
Found = tuple[tuple[ImportList, ...], tuple[Problem, ...]]
# Under the digest of their files.
IMPORT_LISTS = CachedValue[tuple[str, Found]]("import_lists", tuple[str, Found])


def import_digest(folder: ContentFolder) -> str:
    """The digest of the files of imports: their paths and their content; empty for none."""
    paths = folder.below(IMPORTS, *PLAN_ENDINGS)
    lists = [f"{path}={folder.scan.digest(path).hex()}" for path in paths]
    return " ".join([*lists, *_begun(folder)])


def read_imports(folder: ContentFolder, build_cache: BuildCache) -> Found:
    """The list of each import in the order in which they count, and what is wrong with the files.

    What somebody decided on goes before what waits, the older before the newer.
    """
    basis = import_digest(folder)
    if not basis:
        return (), ()
    kept = build_cache.fact(IMPORT_LISTS)
    if kept is None or kept[0] != basis:
        kept = (basis, _read(folder))
        build_cache.set_fact(IMPORT_LISTS, kept)
    return kept[1]


def _read(folder: ContentFolder) -> Found:
    lists, problems = [], list[Problem]()
    for path in folder.below(IMPORTS, *PLAN_ENDINGS):
        one, found = read_list(path, folder.label(path), folder.read(path))
        lists.append(one)
        problems += found
    for one, problem in _unfinished(folder):
        lists.append(one)
        problems.insert(0, problem)
    return in_order(lists), tuple(problems)


def begun_paths(content: Path) -> tuple[str, ...]:
    """The articles of an import that was interrupted, by its journal; mostly none."""
    try:
        text = (content / IMPORTS / JOURNAL).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ()
    # A line without its end was being written.
    return tuple(dict.fromkeys(filter(None, text.split("\n")[:-1])))


def _begun(folder: ContentFolder) -> list[str]:
    """Those of them that are there; of the others nobody has to hear."""
    return [path for path in begun_paths(folder.scan.root) if path in folder.files]


def _unfinished(folder: ContentFolder) -> Iterator[tuple[ImportList, Problem]]:
    """The articles that an interrupted import has written: they wait for the rest and its list."""
    if paths := _begun(folder):
        journal = f"{IMPORTS}/{JOURNAL}"
        decision = ImportDecision(path=journal, is_readable=False)
        yield (
            ImportList(decision=decision, files=dict.fromkeys(paths, "")),
            Problem(
                folder.label(journal),
                1,
                Message(
                    "NR-ARCHIVE-025",
                    f"Lần nhập bài cũ chưa xong: {len(paths)} bài đã ghi đang chờ, chưa có danh"
                    " sách để duyệt.",
                ),
                "Gõ lại lệnh  python3 tasks.py import …  như lần trước: máy nhập tiếp phần còn"
                " lại rồi ghi danh sách.",
                Level.WARNING,
            ),
        )


def in_order(lists: Iterable[ImportList]) -> tuple[ImportList, ...]:
    """The lists in the order in which they count."""
    return tuple(sorted(lists, key=_rank))


def _rank(one: ImportList) -> tuple[bool, date, str]:
    decision = one.decision
    return not decision.is_sealed, decision.on or date.max, decision.path


def read_list(path: str, label: str, content: bytes) -> tuple[ImportList, list[Problem]]:
    """The list in these bytes, with what is wrong with them. `label` is the path in messages."""
    # The readers of YAML and its forms take a tenth of a second to import.
    from .import_file import LARGEST_LIST, read_import, told_by_guess

    problems: list[Problem] = []
    try:
        text = read_plain(content, label, problems, LARGEST_LIST)
    except UnreadableText as error:
        problem = Problem(label, error.line, error.reason, error.hint)
        return told_by_guess(path, error.guess), [*problems, problem]
    found, of_form = read_import(path, label, text)
    if any(problem.is_error for problem in problems):
        found = replace(found, decision=replace(found.decision, is_sealed=False))
    return found, [*problems, *of_form]
