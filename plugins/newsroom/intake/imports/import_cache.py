"""The lists of imports, from the records while their files are what they were."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from ...buildtools.cache.build_cache import BuildCache
from ...buildtools.cache.cache_forms import CachedValue
from ...domain.content.import_decision import ImportList
from ...domain.problem import Problem
from ..folder.content_folder import ContentFolder
from ..folder.scan import IMPORTS, PLAN_ENDINGS
from ..text.text_file import UnreadableText, read_plain

Found = tuple[tuple[ImportList, ...], tuple[Problem, ...]]
# Under the digest of their files.
IMPORT_LISTS = CachedValue[tuple[str, Found]]("import_lists", tuple[str, Found])


def import_digest(folder: ContentFolder) -> str:
    """The digest of the files of imports: their paths and their content; empty for none."""
    paths = folder.below(IMPORTS, *PLAN_ENDINGS)
    return " ".join(f"{path}={folder.scan.digest(path).hex()}" for path in paths)


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
    return in_order(lists), tuple(problems)


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
