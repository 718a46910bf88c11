"""approve --import, and the end of `import`: one decision over all that an import brought."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ...building.errors import BuildRefused
from ...buildtools.cache.build_cache import BuildCache
from ...buildtools.terminal import printed
from ...domain.approval.deciding import name_to_write
from ...domain.approval.import_approval import import_fault, right_to_import
from ...domain.content.import_decision import ImportDecision, ImportList
from ...domain.message import Message
from ...domain.plan.plan import plan_on
from ...domain.problem import Problem
from ...domain.text.vietnamese import clean
from ...exports.findings.terminal import problem_lines
from ...intake.folder.content_folder import ContentFolder
from ...intake.folder.scan import IMPORTS, PLAN_ENDINGS, Scan
from ...intake.imports.article_look import ArticleLook, looked_at
from ...intake.imports.import_cache import read_list
from ...intake.imports.import_checks import approvers_in_words
from ...intake.imports.import_file import is_listable
from ...intake.imports.import_text import import_as_text
from ...intake.plan.site_config import SiteConfig, read_site_config
from .import_words import (
    NAMED,
    done,
    edited_since,
    nothing_new,
    refusal,
    still_waiting,
    told_of_children,
)


@dataclass(frozen=True, kw_only=True)
class RecordedImport:
    """The file that was written over an import, and what it holds.

    `label` is its path as somebody types it (content/nhap/2026-12-01.yaml), `approved` and
    `waiting` the articles by their paths in the content folder: whatever has an error waits.
    """

    label: str
    approved: tuple[str, ...]
    waiting: tuple[str, ...]


def approver_of_imports(content: Path, by: str, today: date) -> str:
    """The name under which somebody approves an import today; asked before anything is written.

    Raises BuildRefused where they may not.
    """
    return _approver(by, _config_of(ContentFolder(Scan(content))), today)


def record_import(
    content: Path,
    paths: Iterable[str],
    *,
    source: str,
    today: date,
    by: str = "",
    shows_pictures: bool = False,
    counts: bool = False,
    say: Callable[[str], None] = print,
) -> RecordedImport:
    """Write the decision file over what an import has just written, all of it or nothing.

    `paths` are those of the articles in the content folder (`tin-bai/2019-11/khai-giang.md`; pages
    and documents are approved one by one), `source` says in a line where they come from. Without
    `by` all of them wait for `approve --import`. Raises BuildRefused, and ValueError for a path
    that is no article's.
    """
    folder = ContentFolder(Scan(content))
    config = _config_of(folder)
    files = dict.fromkeys(sorted(paths), "")
    if outside := [one for one in files if not is_listable(one)]:
        raise ValueError(f"not below tin-bai/: {outside[0]}")
    path = _free_name(folder, today)
    decision = ImportDecision(
        path=path,
        source=" ".join(clean(source).split()),
        shows_pictures=shows_pictures,
        counts=counts,
    )
    if by:
        decision = replace(decision, by=_approver(by, config, today), on=today)
        looks = {
            one: looked_at(one, decision, folder, config.plans, config.school)
            for one in files
            if one in folder.files
        }
        files |= {one: look.seal for one, look in looks.items()}
        _tell_of_children(looks, say)
    _write(content, _sealed(decision, files), files)
    return _recorded(content, path, files)


def approve_import(
    content: Path, typed: str, by: str, today: date, say: Callable[[str], None] = print
) -> RecordedImport:
    """Approve everything in the list of an import that has no seal yet. Raises BuildRefused.

    A seal that stands there stays, also where its article is another by now: what was edited since
    has to be approved by itself. What has an error waits.
    """
    folder = ContentFolder(Scan(content))
    path = _path_of(typed, content, folder)
    config = _config_of(folder)
    label = folder.label(path)
    found, problems = read_list(path, label, folder.read(path))
    before = found.files
    fault = import_fault(found.decision, config.plans, today)
    _refuse_unsound(label, problems, found)
    decision = replace(found.decision, by=_approver(by, config, today), on=today)
    looks = {
        one: looked_at(one, decision, folder, config.plans, config.school)
        for one in before
        if one in folder.files
    }
    new = {one: look for one, look in looks.items() if not before[one]}
    files = {**before, **{one: look.seal for one, look in new.items()}}
    if fault is None and files == before:
        say(nothing_new(label, found))
    else:
        _tell_of_children(new, say)
        _write(content, _sealed(decision, files), files)
        say(done(label, decision, files))
    if errors := [error for look in new.values() for error in look.errors]:
        say(problem_lines(errors))
    if edited := [one for one, look in looks.items() if before[one] not in ("", look.seal)]:
        say(edited_since(edited))
    if waiting := [one for one, look in new.items() if not look.seal]:
        say(still_waiting(label, waiting, config.plans, today))
    return _recorded(content, path, files)


def _tell_of_children(looks: Mapping[str, ArticleLook], say: Callable[[str], None]) -> None:
    """Says it before the yes, to the one who approves."""
    if told := [one for one, look in looks.items() if look.seal and look.tells_of_children]:
        say(told_of_children(told))


def _config_of(folder: ContentFolder) -> SiteConfig:
    config = read_site_config(folder, BuildCache(None, ""))
    if config.problems:
        raise BuildRefused(
            problem_lines(config.problems),
            Message(
                "NR-ARCHIVE-001",
                "Kế hoạch hoặc truong.yaml còn lỗi nên chưa biết ai được duyệt. Sửa các dòng trên"
                " rồi gõ lại lệnh; chưa ghi gì.",
            ),
        )
    return config


def _approver(by: str, config: SiteConfig, today: date) -> str:
    """The name to write. Raises BuildRefused for whoever may not approve an import today."""
    plans = config.plans
    may = approvers_in_words(plans, today)
    hint = f"\n    → Người duyệt được hôm nay: {may}." if may else ""
    if not by.strip():
        raise BuildRefused(
            Message("NR-ARCHIVE-002", f'Thiếu tên người duyệt: thêm  --by "Họ và tên".{hint}')
        )
    if fault := right_to_import(by, plans, today):
        raise BuildRefused(refusal(fault, by, plans, today, hint))
    plan = plan_on(plans, today)
    member = plan.member(by, today) if plan else None
    assert member is not None
    return name_to_write(member.person, plans, today)


def _sealed(decision: ImportDecision, files: Mapping[str, str]) -> ImportDecision:
    return replace(decision, seal=decision.seal_over(files) if decision.by else "")


def _free_name(folder: ContentFolder, today: date) -> str:
    day = f"{today:%Y-%m-%d}"
    taken = {path.lower() for path in folder.below(IMPORTS)}
    names = (f"{IMPORTS}/{day}{f'-{n}' if n > 1 else ''}.yaml" for n in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)


def _path_of(typed: str, content: Path, folder: ContentFolder) -> str:
    known = folder.below(IMPORTS, *PLAN_ENDINGS)
    for start in (Path.cwd(), content.parent, content):
        place = Path(os.path.normpath(start / typed))
        if place.is_relative_to(content) and (
            (path := clean(place.relative_to(content).as_posix())) in known
        ):
            return path
    listed = "".join(f"\n      {folder.label(path)}" for path in known[:NAMED])
    raise BuildRefused(
        Message(
            "NR-ARCHIVE-003",
            f"“{printed(typed)}” không phải là tệp của một lần nhập."
            + (
                f"\n    → Có:{listed}"
                if listed
                else f"\n    → {content.name}/{IMPORTS} chưa có"
                " tệp nào: lệnh import ghi tệp ấy khi nhập xong."
            ),
        )
    )


def _refuse_unsound(label: str, problems: Sequence[Problem], found: ImportList) -> None:
    """Raises BuildRefused where the file cannot be read, or somebody changed what was sealed.

    What lacks a line of its signature is mended by signing it.
    """
    if not found.decision.is_readable or (found.decision.seal and problems):
        raise BuildRefused(
            problem_lines(problems),
            Message("NR-ARCHIVE-004", f"{label}: sửa các dòng trên rồi duyệt. Chưa ghi gì."),
        )


def _write(content: Path, decision: ImportDecision, files: Mapping[str, str]) -> None:
    """Put the file in its place, all of it or nothing. Raises BuildRefused."""
    place, label = content / decision.path, f"{content.name}/{decision.path}"
    in_background = place.with_name(f".{place.name}.moi")
    try:
        place.parent.mkdir(exist_ok=True)
        in_background.write_text(
            import_as_text(decision, files, label), encoding="utf-8", newline="\n"
        )
        os.replace(in_background, place)
    except OSError as error:
        with suppress(OSError):
            in_background.unlink(missing_ok=True)
        raise BuildRefused(
            Message("NR-ARCHIVE-005", f"Không ghi được {label}: {error}. Chưa duyệt gì.")
        ) from error


def _recorded(content: Path, path: str, files: Mapping[str, str]) -> RecordedImport:
    return RecordedImport(
        label=f"{content.name}/{path}",
        approved=tuple(one for one, seal in files.items() if seal),
        waiting=tuple(one for one, seal in files.items() if not seal),
    )
