"""A header to copy, for a file that has none, in the name of whoever brought the file."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ...domain.problem import Problem
from ...intake.header.fact_reader import ABSENT

if TYPE_CHECKING:
    from ...domain.site.publication import Evaluation


def with_writers(
    problems: Sequence[Problem], evaluation: "Evaluation", content: Path
) -> Iterator[Problem]:
    """The problems; where a header is missing, git is asked whose the file is.

    Only then, for asking takes a hundredth of a second.
    """
    for problem in problems:
        if problem.message in ABSENT.values():
            yield replace(problem, hint=_hint(problem, evaluation, content))
        else:
            yield problem


def _hint(problem: Problem, evaluation: "Evaluation", content: Path) -> str:
    from ...intake.header.draft import draft_of
    from ...intake.text.text_file import UnreadableText, decode

    newsroom = evaluation.newsroom
    path = problem.path.removeprefix(f"{newsroom.folder}/")
    try:
        text = decode(Path(newsroom.place(path)).read_bytes())
    except UnreadableText:
        return problem.hint
    return draft_of(path, text, newsroom.plans, _email(content, path))


def _email(content: Path, path: str) -> str:
    """That of whoever brought the file into git; of a new file, of who sits at this machine."""
    from ...provenance.git import Git, NoHistory

    try:
        git = Git(content)
    except NoHistory:
        return ""
    place = str(content / path)
    brought = git.ask("log", "--diff-filter=A", "--format=%ae", "-1", "--", place)
    return (brought or git.ask("config", "user.email")).decode("utf-8", "replace").strip()
