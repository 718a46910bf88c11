"""The one loader: content folder in, Newsroom out, with every problem found on the way."""

import os
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from ..domain.dates import VIETNAM, NotADate, parse_date
from ..domain.newsroom import Newsroom
from ..domain.photo import PhotoPackage
from ..domain.plan import Plan
from ..domain.problem import Level, Problem
from ..domain.school import School
from .article_file import article_of
from .content_folder import (
    ARTICLES,
    PAGES,
    PHOTO_LEDGER,
    PLANS,
    SCHOOL_FILE,
    TEXT_ENDINGS,
    ContentFolder,
)
from .cross_checks import check_addresses, tell_apart
from .manuscript_file import read_manuscript
from .plan_checks import check_namesakes, check_overlaps
from .plan_file import read_plan
from .school_file import read_photo_packages, read_school
from .standing_page_file import standing_page_of
from .text_file import UnreadableText, decode

NO_SCHOOL = School(name="(chưa có tên trường)", short_name="", site_url="https://example.invalid")


def today() -> date:
    """The day on which the site is built: NEWSROOM_TODAY, or the clock in Vietnam.

    Raises ValueError when NEWSROOM_TODAY is set to something that is no date.
    """
    fixed = os.environ.get("NEWSROOM_TODAY", "")
    try:
        return parse_date(fixed) if fixed else datetime.now(VIETNAM).date()
    except NotADate:
        raise ValueError(f"NEWSROOM_TODAY={fixed} không phải là một ngày (2026-11-21).") from None


def load(folder: ContentFolder, today: date) -> Newsroom:
    """Read everything in the folder once.

    `today` is needed because, of two articles with one address, the public one keeps it.
    """
    problems: list[Problem] = []
    school = _school(folder, problems)
    plans = _plans(folder, school, problems)
    # Behind a broken plan every article would seem unknown: that is no news of theirs.
    articles = [
        article_of(
            read_manuscript(path, folder, school.site_url if school else ""),
            plans,
            school,
            plans_are_sound=not problems,
        )
        for path in folder.below(ARTICLES, *TEXT_ENDINGS)
    ]
    pages = [
        standing_page_of(read_manuscript(path, folder, school.site_url if school else ""))
        for path in folder.below(PAGES, *TEXT_ENDINGS)
    ]
    packages, ledger_problems = _photo_packages(folder, plans) if not problems else ((), [])
    articles = list(tell_apart(articles, plans, today, folder.label))
    pages = list(tell_apart(pages, plans, today, folder.label))
    addresses = {f"/{manuscript.url}" for manuscript in (*articles, *pages)}
    for plan in plans:
        addresses |= {f"/{group.url}" for group in plan.groups}
        addresses |= {f"/{category.url}" for category in plan.categories}
    return Newsroom(
        school=school or NO_SCHOOL,
        plans=plans,
        articles=tuple(check_addresses(articles, addresses, folder.label)),
        pages=tuple(check_addresses(pages, addresses, folder.label)),
        photo_packages=packages,
        foundation_problems=tuple(problems),
        ledger_problems=(*ledger_problems, *_misnamed(folder)),
        folder=folder.name,
    )


def _misnamed(folder: ContentFolder) -> Iterator[Problem]:
    for name in folder.misnamed:
        shown = name.encode("utf-8", "replace").decode()
        yield Problem(
            folder.label(shown),
            1,
            "Không đọc tệp này: tên tệp có ký tự hỏng, hoặc trùng tên một tệp khác.",
            "Đổi tên tệp: chữ không dấu, không ký tự lạ.",
            Level.WARNING,
        )


def _text(folder: ContentFolder, path: str, problems: list[Problem]) -> str | None:
    try:
        return decode(folder.read(path))
    except UnreadableText as error:
        problems.append(Problem(folder.label(path), 1, error.reason, error.hint))
        return None


def _school(folder: ContentFolder, problems: list[Problem]) -> School | None:
    if SCHOOL_FILE not in folder.files:
        problems.append(
            Problem(
                folder.label(SCHOOL_FILE),
                1,
                "Chưa có hồ sơ trường.",
                "Tạo tệp này theo mẫu trong docs/huong-dan/truong-va-ke-hoach.md.",
            )
        )
        return None
    text = _text(folder, SCHOOL_FILE, problems)
    if text is None:
        return None
    school, found = read_school(folder.label(SCHOOL_FILE), text)
    problems += found
    return school


def _plans(
    folder: ContentFolder, school: School | None, problems: list[Problem]
) -> tuple[Plan, ...]:
    plans = []
    for path in folder.below(PLANS, ".yaml", ".yml"):
        text = _text(folder, path, problems)
        if text is None:
            continue
        plan, found = read_plan(folder.label(path), text, school.superiors if school else ())
        problems += found
        if plan:
            plans.append(plan)
    problems += check_overlaps(plans)
    problems += check_namesakes(plans)
    if not plans and not problems:
        problems.append(
            Problem(
                folder.label(PLANS),
                1,
                "Chưa có kế hoạch truyền thông nào.",
                "Thêm tệp như ke-hoach/2026-2027.yaml; mẫu ở docs/huong-dan/truong-va-ke-hoach.md.",
            )
        )
    return tuple(sorted(plans, key=lambda plan: plan.term.first))


def _photo_packages(
    folder: ContentFolder, plans: Sequence[Plan]
) -> tuple[tuple[PhotoPackage, ...], list[Problem]]:
    problems: list[Problem] = []
    text = _text(folder, PHOTO_LEDGER, problems) if PHOTO_LEDGER in folder.files else None
    if text is None:
        return (), problems
    return read_photo_packages(folder.label(PHOTO_LEDGER), text, plans)
