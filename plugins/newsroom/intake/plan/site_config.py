"""The configuration that all else needs: the school, its plans, the ledger of photo packages."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from ...buildtools.cache.build_cache import BuildCache
from ...buildtools.cache.cache_forms import CachedValue
from ...domain.content.photo_package import PhotoPackage
from ...domain.content.unit_publication import UnitPublication
from ...domain.message import Message
from ...domain.plan.audit.succession import in_succession
from ...domain.plan.plan import Plan
from ...domain.plan.school import ParentOffice, School
from ...domain.problem import Problem
from ...vocabulary import things
from ..folder.content_folder import ContentFolder
from ..folder.scan import PHOTO_LEDGER, PLAN_ENDINGS, PLANS, SCHOOL_FILE, UNIT_LEDGER
from ..text.text_file import UnreadableText, read_plain

NO_SCHOOL = School(name=things.UNNAMED, short_name="", site_url="https://example.invalid")


@dataclass(frozen=True, kw_only=True)
class SiteConfig:
    """The school file, the plans and the ledgers, with what is wrong with them.

    `problems` are those of school and plans; behind them nothing else can be told.
    `ledger_problems` are those of the ledgers, and doubts that stop nothing. `plan_keys` has a
    digest of each plan, by its code.
    """

    school: School | None
    plans: tuple[Plan, ...]
    packages: tuple[PhotoPackage, ...]
    unit_publications: tuple[UnitPublication, ...]
    problems: tuple[Problem, ...]
    ledger_problems: tuple[Problem, ...]
    plan_keys: dict[str, str]


# Under its basis.
SITE_CONFIG = CachedValue[tuple[str, SiteConfig]]("site_config", tuple[str, SiteConfig])


def config_digest(folder: ContentFolder) -> str:
    """The digest of what the configuration is read from: its files and their content."""
    paths = [path for path in (SCHOOL_FILE, PHOTO_LEDGER, UNIT_LEDGER) if path in folder.files]
    paths += folder.below(PLANS, *PLAN_ENDINGS)
    return " ".join(f"{path}={folder.scan.digest(path).hex()}" for path in paths)


def read_site_config(folder: ContentFolder, build_cache: BuildCache) -> SiteConfig:
    """The site configuration, from the records while its files are what they were."""
    kept = build_cache.fact(SITE_CONFIG)
    basis = config_digest(folder)
    if kept and kept[0] == basis:
        return kept[1]
    found = _read(folder)
    build_cache.set_fact(SITE_CONFIG, (basis, found))
    return found


def _read(folder: ContentFolder) -> SiteConfig:
    # The readers of YAML and its forms take a tenth of a second to import.
    from .checks.plan_checks import check_namesakes, check_overlaps
    from .checks.school_checks import check_categories, check_kind
    from .plan_file import read_plan
    from .school_file import read_school

    problems: list[Problem] = []
    doubts: list[Problem] = []
    school: School | None = None
    if SCHOOL_FILE not in folder.files:
        problems.append(
            Problem(
                folder.label(SCHOOL_FILE),
                1,
                Message("NR-SCHOOL-013", "Chưa có hồ sơ của trường hoặc cơ quan."),
                "Tạo tệp này theo mẫu trong docs/huong-dan/truong-va-ke-hoach.md.",
            )
        )
    elif (text := _text(folder, SCHOOL_FILE, problems)) is not None:
        school, found = read_school(folder.label(SCHOOL_FILE), text)
        problems += found
    plans, plan_keys = [], {}
    offices = school.offices if school else ()
    for path in folder.below(PLANS, *PLAN_ENDINGS):
        text = _text(folder, path, problems)
        if text is None:
            continue
        # Behind a broken school file every office would seem unknown: that is no news of theirs.
        plan, found = read_plan(folder.label(path), text, school.offices if school else None)
        problems += found
        if plan:
            plans.append(plan)
            # Not of the plan's repr: that of a set is another one in each process.
            plan_keys[plan.code] = sha256(f"{offices!r}{text}".encode()).hexdigest()
    in_order = in_succession(plans)
    plan_keys |= {
        plan.code: f"{plan_keys[plan.code]} {plan.month_of_another.code}"
        for plan in in_order
        if plan.month_of_another
    }
    problems += check_overlaps(in_order)
    problems += check_namesakes(plans)
    # A sign that nobody sees was taken off: what is read is as it was meant.
    doubts += [problem for problem in problems if not problem.is_error]
    problems = [problem for problem in problems if problem.is_error]
    if not plans and not problems:
        problems.append(
            Problem(
                folder.label(PLANS),
                1,
                Message("NR-PLAN-043", "Chưa có kế hoạch truyền thông nào."),
                "Thêm tệp như ke-hoach/2026-2027.yaml; mẫu ở docs/huong-dan/truong-va-ke-hoach.md.",
            )
        )
    if school and not problems:
        label = folder.label(SCHOOL_FILE)
        written = _text(folder, SCHOOL_FILE, []) or ""
        problems += check_categories(label, written, plans)
        doubts += check_kind(label, written)
    ledgers = _read_ledgers(folder, in_order, offices) if not problems else ((), (), [])
    packages, unit_publications, ledger_problems = ledgers
    return SiteConfig(
        school=school,
        plans=in_order,
        packages=packages,
        unit_publications=unit_publications,
        problems=tuple(problems),
        ledger_problems=(*doubts, *ledger_problems),
        plan_keys=plan_keys,
    )


_Ledgers = tuple[tuple[PhotoPackage, ...], tuple[UnitPublication, ...], list[Problem]]


def _read_ledgers(
    folder: ContentFolder, plans: Sequence[Plan], offices: Sequence[ParentOffice]
) -> _Ledgers:
    """Photo packages and the articles on sites of units, with the problems of both."""
    packages: tuple[PhotoPackage, ...] = ()
    publications: tuple[UnitPublication, ...] = ()
    problems: list[Problem] = []
    if (text := _ledger(folder, PHOTO_LEDGER, problems)) is not None:
        from .ledgers import read_photo_packages

        packages, found = read_photo_packages(folder.label(PHOTO_LEDGER), text, plans, offices)
        problems += found
    if (text := _ledger(folder, UNIT_LEDGER, problems)) is not None:
        from .ledgers import read_unit_publications

        publications, found = read_unit_publications(folder.label(UNIT_LEDGER), text, plans)
        problems += found
    return packages, publications, problems


def _ledger(folder: ContentFolder, path: str, problems: list[Problem]) -> str | None:
    return _text(folder, path, problems) if path in folder.files else None


def _text(folder: ContentFolder, path: str, problems: list[Problem]) -> str | None:
    try:
        return read_plain(folder.read(path), folder.label(path), problems)
    except UnreadableText as error:
        problems.append(Problem(folder.label(path), error.line, error.reason, error.hint))
        return None
