"""`check`: everything there is to say about the content, in the form somebody asked for."""

import unicodedata
from collections.abc import Collection, Iterator, MutableMapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ...building.composition import lost_since
from ...building.publishing import evaluate_content
from ...deploy.settings import secrets_in
from ...domain.approval.blocker import BlockerKind
from ...domain.message import Message, UserFacingError, about_no_id, message_id
from ...domain.problem import CheckFindings, Problem, gathered, silenced
from ...domain.unfilled import advice_to_fill
from ...exports.findings.check import all_problems, late_first_looks, returned_articles
from ...exports.findings.uncounted_submissions import uncounted_submissions
from ...exports.findings.unshown_links import unshown_links
from .host_limits import advice_on_hosts
from .missing_paths import nothing_at
from .whose_file import with_writers

if TYPE_CHECKING:
    from ...domain.site.publication import Evaluation, Withheld

FORMATS = ("text", "github", "gitlab", "json")


class CannotCheck(UserFacingError):
    """Something was asked for that there is not; the message says what."""


def findings_of(
    content: Path,
    cache: Path,
    paths: Sequence[str] = (),
    against: str | None = None,
    silence: str = "",
) -> CheckFindings:
    """The findings in the content today, or in these files and folders in it.

    Advice is given on what is still being written, and on each item that `paths` names
    itself: an approved article is not to be touched for a missing summary. `against` is a commit
    of git: what was done since by somebody without the right is found too. `silence` names the
    advice that is not wanted, by its ids, besides what the school file does. Raises CannotCheck.
    """
    wanted = [Path(unicodedata.normalize("NFC", str(Path(p).resolve()))) for p in paths]
    if missing := [p for p in paths if not Path(p).exists()]:
        raise CannotCheck(nothing_at(missing))
    quiet = _ids_in(silence)
    evaluation = evaluate_content(content, cache)
    newsroom, root = evaluation.newsroom, content.parent

    def is_wanted(label: str) -> bool:
        return not wanted or any((root / label).is_relative_to(place) for place in wanted)

    # Whoever names a page or document wants to hear that it was looked at.
    every = newsroom.content_items if wanted else newsroom.articles
    labels = {newsroom.label(record.path): record.path for record in every}
    named = [path for label, path in labels.items() if root / label in wanted] if wanted else []
    found = {
        *with_writers(all_problems(evaluation), evaluation, content),
        *_advice(evaluation, named, cache),
        *advice_on_hosts(evaluation, root),
        *_told_by_files(evaluation, cache),
        *_wrongs_since(against, content, evaluation.publication.today),
        *secrets_in(root),
        *_removals(evaluation, content),
    }
    asked_for = sorted((p for p in found if is_wanted(p.path)), key=lambda p: p.place)
    shown = silenced(asked_for, {*quiet, *newsroom.school.silenced})
    return CheckFindings(
        checked=sum(map(is_wanted, labels)),
        problems=gathered(shown),
        silenced=len(asked_for) - len(shown),
    )


def _ids_in(typed: str) -> frozenset[str]:
    """The ids of a list with commas or blanks between them. Raises CannotCheck."""
    words = typed.replace(",", " ").split()
    for word in words:
        if not message_id(word):
            message, hint = about_no_id(word)
            raise CannotCheck(message.reworded(f"{message}\n    → {hint}"))
    return frozenset(map(message_id, words))


def said(findings: CheckFindings, form: str, root: Path) -> str:
    """The findings in one of FORMATS. Raises CannotCheck for another.

    `root` is the school's folder; forges name files from the root of the repository around it.
    """
    from ...exports.findings.findings_json import findings_as_json
    from ...exports.findings.forges import github_annotations, gitlab_code_quality
    from ...exports.findings.terminal import findings_in_words

    match form:
        case "text":
            return findings_in_words(findings)
        case "github":
            return github_annotations(findings, _below_repository(root))
        case "gitlab":
            return gitlab_code_quality(findings, _below_repository(root))
        case "json":
            return findings_as_json(findings)
    raise CannotCheck(
        Message("NR-TASK-001", f"Không có dạng “{form}”. Ghi một trong: {', '.join(FORMATS)}.")
    )


def _wrongs_since(ref: str | None, content: Path, today: date) -> tuple[Problem, ...]:
    if ref is None:
        return ()
    if not ref.strip():
        # A variable of the forge that is not set must not make the check pass.
        raise CannotCheck(
            Message(
                "NR-TASK-002", "Sau --against phải có tên nhánh hay commit, ví dụ  origin/main ."
            )
        )
    from .against import NoHistory, problems_against

    try:
        return problems_against(content, ref, today)
    except NoHistory as error:
        raise CannotCheck(str(error)) from error


def _removals(evaluation: "Evaluation", content: Path) -> Iterator[Problem]:
    """The questions of `publish` before it takes down the edition that stands: decision 16.

    And the public addresses that would be lost, with the line that keeps each: decision 42.
    """
    from ...verification.manifest import last_edition

    output = content.parent / "output"
    last = last_edition(output)
    if last is None or evaluation.newsroom.config_problems:
        return
    from ...domain.site.takedown import takedown
    from ...exports.findings.takedown import takedown_problems

    found = takedown(last, evaluation)
    yield from takedown_problems(found, "output/manifest.json")
    if lost := lost_since(last, evaluation, content, output):
        from ...exports.findings.lost_addresses import lost_problem, moved_problems

        yield from moved_problems(lost, evaluation.newsroom)
        if not found.gone:
            yield from lost_problem(lost, "output/manifest.json")


def _told_by_files(evaluation: "Evaluation", cache: Path) -> Iterator[Problem]:
    if any(record.files for record in evaluation.newsroom.content_items):
        from .told_by_files import told_by_files

        yield from told_by_files(evaluation, cache)


def _advice(evaluation: "Evaluation", named: Sequence[str], cache: Path) -> Iterator[Problem]:
    if evaluation.newsroom.config_problems:
        # Behind a broken plan nothing can be said of any article.
        return
    yield from evaluation.audit
    yield from advice_to_fill(evaluation.newsroom.unfilled)
    from ...intake.content.advice.advice import advise
    from ...intake.content.advice.hours import advise_on_hours

    waiting = (held.record.path for held in evaluation.withheld if _is_being_written(held))
    paths = dict.fromkeys((*waiting, *named))
    with _told_of_people(evaluation, paths, cache) as kept:
        for path in paths:
            yield from advise(path, evaluation.newsroom, evaluation.publication.today, kept)
    yield from returned_articles(evaluation)
    yield from advise_on_hours(evaluation.newsroom)
    yield from late_first_looks(evaluation)
    yield from unshown_links(evaluation)
    yield from uncounted_submissions(evaluation)
    if any(record.refused for record in evaluation.newsroom.articles):
        from .refused_pictures import refused_pictures

        yield from refused_pictures(evaluation)
    if evaluation.newsroom.imports:
        from ...exports.findings.imported_articles import waiting_imports, withheld_old_pictures

        yield from waiting_imports(evaluation)
        yield from withheld_old_pictures(evaluation)


@contextmanager
def _told_of_people(
    evaluation: "Evaluation", paths: Collection[str], cache: Path
) -> Iterator[MutableMapping[str, tuple[str, ...]]]:
    """The facts that the files of these items told of people, remembered from check to check."""
    if not any(
        record.files for record in evaluation.newsroom.content_items if record.path in paths
    ):
        yield {}
        return
    from ...buildtools.cache.build_cache import build_cache_in
    from ...intake.content.advice.about_people import TOLD_OF_PEOPLE

    build_cache = build_cache_in(cache)
    try:
        cached_rows = build_cache.cached_rows(TOLD_OF_PEOPLE)
        asked = {**cached_rows}
        yield asked
        if new := {key: told for key, told in asked.items() if key not in cached_rows}:
            cached_rows.update(new)
            build_cache.save()
    finally:
        build_cache.close()


def _is_being_written(held: "Withheld") -> bool:
    """Neither taken down, nor approved and only waiting for its day."""
    kinds = {reason.kind for reason in held.reasons}
    # What an import brought is nobody's draft.
    settled = {BlockerKind.WITHDRAWN, BlockerKind.IMPORT_WAITING, BlockerKind.IMPORT_VOID}
    return settled.isdisjoint(kinds) and kinds != {BlockerKind.SCHEDULED}


def _below_repository(root: Path) -> str:
    """The way from the root of the git repository to the school's folder: `truong/` or nothing."""
    root = root.resolve()
    top = next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), root)
    way = root.relative_to(top).as_posix()
    return "" if way == "." else f"{way}/"
