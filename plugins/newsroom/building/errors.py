"""The errors that stop a build, and what is said of them."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..buildtools.cache import BuildCache
    from ..domain.site.publication import Review
    from ..intake.folder.scan import Scan
    from ..pages.article.renditions import Renditions

EDITIONS = ("public", "desk")
_THROUGH_PELICAN = "pelican -s publishconf.py -e NEWSROOM_ALLOW_REMOVALS=true"
_MUST_BE_EMPTY = ("ARTICLE_PATHS", "PAGE_PATHS", "STATIC_PATHS", "TEMPLATE_PAGES", "OUTPUT_SOURCES")


class BuildRefused(SystemExit):
    """The build stops before a byte is written; the message says why, in Vietnamese.

    A SystemExit, because Pelican turns other exceptions into tracebacks.
    """


def today_or_refused() -> date:
    from ..intake.clock import today

    try:
        return today()
    except ValueError as error:
        raise BuildRefused(str(error)) from None


def reviewed(
    settings: Mapping[str, Any],
    scan: "Scan",
    today: date,
    build_cache: "BuildCache",
    renditions: "Renditions",
) -> tuple["Review", str]:
    """The content held against the gate, its pictures made, and what is to be said of it.

    Raises BuildRefused where going on would publish something wrong. A picture that proves broken
    when it is made is a problem of its articles like any other, so all is looked at once more.
    """
    from ..intake.folder.loader import forget_readers

    is_desk = settings["NEWSROOM_EDITION"] == "desk"
    while True:
        found, said = _reviewed(settings, scan, today, build_cache)
        held = [one.record for one in found.withheld] if is_desk else []
        renditions.files.are_cleaned = found.publication.cleans_files
        broken = renditions.render([*found.publication.content_items, *held])
        if not broken:
            return found, said
        forget_readers(build_cache, broken)


def _reviewed(
    settings: Mapping[str, Any], scan: "Scan", today: date, build_cache: "BuildCache"
) -> tuple["Review", str]:
    from ..domain.problem import Level, gathered
    from ..exports.findings.check import all_problems
    from ..exports.findings.terminal import counts_in_words, problem_lines
    from .offered_words import load_and_review

    found = load_and_review(scan, today, build_cache, Path(settings["CACHE_PATH"]))
    is_public = settings["NEWSROOM_EDITION"] == "public"
    of_the_desk = (p for p in all_problems(found) if p.level is not Level.ADVICE)
    problems = (*found.blocking_errors, *found.lost_links) if is_public else tuple(of_the_desk)
    said = problem_lines(gathered(problems))
    why = ""
    if found.newsroom.config_problems:
        why = (
            "Không dựng được trang khi truong.yaml hoặc kế hoạch còn lỗi; trang cũ vẫn giữ nguyên."
            " Sửa các dòng trên, hoặc lấy lại bản trước của tệp đó, rồi chạy lại."
        )
    elif is_public and found.blocking_errors and not settings.get("NEWSROOM_KEEP_GOING"):
        why = (
            "Chưa đăng gì cả: hãy sửa các lỗi trên. Nếu phải đăng gấp (ví dụ để gỡ một bài),"
            " chạy lại với --keep-going: bài có lỗi được giữ lại, phần còn lại vẫn đăng."
        )
    if why:
        # What was read stays known: the next build reads only what was mended.
        build_cache.save()
        raise BuildRefused(f"{said}\n{why}")
    return found, "\n".join(filter(None, (said, counts_in_words(found))))


def refuse_takedown(settings: Mapping[str, Any], review: "Review", target: Path) -> None:
    """Refuse an edition that would take nearly everything down, unless somebody means it."""
    if settings["NEWSROOM_EDITION"] != "public" or settings.get("NEWSROOM_ALLOW_REMOVALS"):
        return
    from ..domain.site.takedown import takedown
    from ..exports.findings.takedown import takedown_in_words
    from ..verification.manifest import last_edition

    found = takedown(last_edition(target), review)
    if not found.is_everyday:
        command = settings.get("NEWSROOM_COMMAND") or _THROUGH_PELICAN
        raise BuildRefused(takedown_in_words(found, command))


def refuse_open_doors(settings: Mapping[str, Any]) -> None:
    """Refuse settings by which Pelican would publish past the gate or keep what was withdrawn."""
    if open_doors := [name for name in _MUST_BE_EMPTY if settings.get(name)]:
        raise BuildRefused(
            f"Cài đặt {', '.join(open_doors)} phải để trống: mọi thứ chỉ được đăng qua cổng duyệt."
        )
    if settings.get("NEWSROOM_EDITION") not in EDITIONS:
        raise BuildRefused("NEWSROOM_EDITION phải là “public” hoặc “desk”.")
    if not settings["JINJA_ENVIRONMENT"].get("autoescape"):
        raise BuildRefused("JINJA_ENVIRONMENT phải bật autoescape.")
    if not settings["DELETE_OUTPUT_DIRECTORY"]:
        raise BuildRefused("DELETE_OUTPUT_DIRECTORY phải là True: trang đã gỡ không được ở lại.")
    if any(".." in Path(p).parts or Path(p).is_absolute() for p in settings["THEME_STATIC_PATHS"]):
        raise BuildRefused("THEME_STATIC_PATHS chỉ được trỏ vào trong thư mục theme.")
