"""The findings of `check` in content that a host would not take."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ...deploy.limits import ELSEWHERE, in_thousands
from ...domain.message import Message
from ...domain.problem import Level, Problem
from ...domain.site.host_limits import (
    ALL,
    OWN_SERVERS,
    SERVICES,
    estimated_files,
    possible_limits,
    ways_of,
)
from ...intake.content.advice.heavy_files import advise_on_heavy_files, heavy_files
from ...intake.folder.scan import SCHOOL_FILE

if TYPE_CHECKING:
    from ...domain.site.publication import Evaluation


def advice_on_hosts(evaluation: "Evaluation", root: Path) -> Iterator[Problem]:
    """Advice on files that are too large, and on more files than a host takes.

    The settings, which say where the site goes, are only read where there is something to say.
    """
    newsroom = evaluation.newsroom
    yield from _advice_on_queries(evaluation, root)
    heavy, files = heavy_files(newsroom), estimated_files(evaluation.publication.content_items)
    if not heavy and not any(limit.takes_fewer_than(files) for limit in ALL):
        return
    limits = possible_limits(_ways(root))
    yield from advise_on_heavy_files(newsroom, heavy, limits)
    for limit in limits:
        if limit.takes_fewer_than(files):
            yield Problem(
                newsroom.label(SCHOOL_FILE),
                1,
                Message(
                    "NR-DEPLOY-001",
                    f"Trang có khoảng {in_thousands(files)} tệp; {limit.service} nhận nhiều nhất"
                    f" {in_thousands(limit.most_files or 0)} tệp.",
                ),
                ELSEWHERE,
                Level.ADVICE,
            )


def _advice_on_queries(evaluation: "Evaluation", root: Path) -> Iterator[Problem]:
    """Advice where old addresses are told by a query, and the host can only read files."""
    asked = [
        former.address
        for record in evaluation.publication.content_items
        for former in (record.former or ())
        if "?" in former.address
    ]
    if not asked:
        return
    ways = _ways(root)
    if ways and all(way in OWN_SERVERS for way, _ in ways):
        return
    services = {service or way for way, service in ways}
    named = " và ".join(limit.service for name, limit in SERVICES.items() if name in services)
    yield Problem(
        evaluation.newsroom.label(SCHOOL_FILE),
        1,
        Message(
            "NR-ADDRESS-010",
            f"{in_thousands(len(asked))} địa chỉ cũ có dấu hỏi, như {asked[0]}:"
            f" {named or 'máy chủ chỉ đọc tệp (GitHub Pages, Cloudflare Pages, Netlify)'} không"
            " trả lời được, chỉ Apache, LiteSpeed và nginx trả lời được.",
        ),
        "Không phải sửa bài; chọn máy chủ: xem docs/huong-dan/may-chu/dia-chi-cu.md.",
        Level.ADVICE,
    )


def _ways(root: Path) -> list[tuple[str, str]]:
    """The ways to deploy that the settings know, each with the service that it names."""
    from ...building.settings import settings_in

    place = root / "publishconf.py"
    if not place.is_file():
        return []
    try:
        return ways_of(settings_in(place).get("DEPLOY"))
    except (Exception, SystemExit):
        # What is wrong with the settings is told by whoever needs them.
        return []
