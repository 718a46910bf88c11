"""photos: the pictures of a semester as the plan asks for them, into reports/.

Requirements H1, H2 (S0).
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from ...building.atomic_output import replace_output, staging_folder_for, tidy_up
from ...building.errors import BuildRefused
from ...domain.message import Message
from ...domain.records.photo_archive import shots
from ...domain.site.article_record import ArticleRecord
from ...domain.site.publication import Evaluation, Newsroom
from ...domain.tally.reporting import Span, published_in
from ...domain.text.dates import in_numbers
from ...domain.text.vietnamese import slug
from ...exports.reports.periods import span_asked
from ...vocabulary.publisher import PublisherNouns, nouns_of
from .photo_package import Made, PackageDraft, read_picture

# Mail grows by a third what it carries, and most boxes take 25 MB.
DEFAULT_SIZE = 18
_MB = 1_000_000


def span_of(evaluation: Evaluation, month: str = "", semester: str = "", year: str = "") -> Span:
    """The span asked for; without a word the semester we are in. Raises NoSuchPeriod."""
    if not (month or semester or year):
        plan, today = span_asked(evaluation).plan, evaluation.publication.today
        begun = [n for n, one in enumerate(plan.semesters, start=1) if one.first <= today]
        semester = str(begun[-1]) if begun else ""
    return span_asked(evaluation, month, semester, year)


class Chosen(NamedTuple):
    """The articles a package is made from, and how many had to be left out."""

    articles: tuple[ArticleRecord, ...]
    refused: tuple[ArticleRecord, ...]
    withheld: int


def write_package(
    evaluation: Evaluation,
    span: Span,
    reports: Path,
    say: Callable[[str], None],
    *,
    group: str = "",
    size: str = "",
    with_withheld: bool = False,
) -> list[Path]:
    """Make the package of a span, of all groups or one; the files. May refuse.

    What stood there before is replaced whole: a picture whose consent was withdrawn since is in
    none of its files any more.
    """
    most = _bytes_of(size)
    newsroom, nouns = evaluation.newsroom, nouns_of(evaluation.newsroom.school)
    code = _group_asked(span, group, nouns) if group else ""
    chosen = _chosen(evaluation, span, code, with_withheld)
    digest = cache(partial(_digest, newsroom))
    forbidden = {digest(path) for record in chosen.refused for path in record.refused}
    found = shots(chosen.articles, digest, code, forbidden)
    if not found:
        raise BuildRefused(*_nothing(span, chosen, code))
    name = "_".join(filter(None, ("anh", code and slug(code), slug(span.period.code))))
    target = reports / name
    tidy_up(target)
    with staging_folder_for(target) as staging:
        try:
            made = PackageDraft(evaluation, span, found, staging, name, code).write(most)
            replace_output(staging, target)
        except OSError as error:
            raise BuildRefused(
                Message(
                    "NR-PAPER-001",
                    f"Không ghi được vào {target}: {error}."
                    "\n    → Đóng các tệp trong thư mục ấy nếu đang mở, xem ổ đĩa còn chỗ không,"
                    " rồi chạy lại.",
                )
            ) from error
    for line in _closing(chosen, made, span, evaluation.publication.today, nouns):
        say(line)
    return [target / file for file in made.files]


def _digest(newsroom: Newsroom, path: str) -> str:
    return hashlib.sha256(read_picture(newsroom, path)).hexdigest()


def _bytes_of(size: str) -> int:
    try:
        number = float((size or str(DEFAULT_SIZE)).replace(",", "."))
    except ValueError:
        number = 0
    if not 1 <= number <= 100_000:
        raise BuildRefused(
            Message("NR-PAPER-002", f"“{size}” không phải là cỡ tệp; ghi số MB, ví dụ --size 20.")
        )
    return int(number * _MB)


def _group_asked(span: Span, name: str, nouns: PublisherNouns) -> str:
    found = span.plan.group_register.find(name)
    if len(found) != 1:
        have = ", ".join(group.code for group in span.plan.groups)
        raise BuildRefused(
            Message(
                "NR-PAPER-003",
                f"Không có {nouns.group} “{name}” trong kế hoạch {span.plan.code}. Đang có:"
                f" {have}.",
            )
        )
    return found[0].code


def _chosen(evaluation: Evaluation, span: Span, group: str, with_withheld: bool) -> Chosen:
    """The articles of the span and group, what is kept back only where it is asked for."""

    def is_asked(record: ArticleRecord) -> bool:
        groups = [ref.code for ref in record.groups]
        return record.is_article and (not group or group in groups)

    held = [one.record for one in evaluation.withheld if one.record.is_article]
    inside = [record for record in held if is_asked(record) and span.contains(record.on)]
    public = [record for record in published_in(span, evaluation.publication) if is_asked(record)]
    return Chosen(
        articles=tuple([*public, *inside] if with_withheld else public),
        # Whoever refused did so for every place where the picture stands.
        refused=tuple(record for record in evaluation.newsroom.articles if record.refused),
        withheld=0 if with_withheld else sum(bool(record.pictures) for record in inside),
    )


def _closing(
    chosen: Chosen, made: Made, span: Span, today: date, nouns: PublisherNouns
) -> Iterator[str]:
    events = {(shot.group, shot.article.path) for shot in made.shots}
    yield f"Gói ảnh {span.period.name}: {len(made.shots)} ảnh của {len(events)} sự kiện."
    yield from _left_out(chosen, span)
    for path in made.broken:
        yield f"Bỏ ảnh không mở được: {path}. Chạy check để biết vì sao."
    zips = [name for name in made.files if name.endswith(".zip")]
    if len(zips) > 1:
        yield f"Gói chia thành {len(zips)} tệp .zip, mở riêng từng tệp được: gửi mỗi thư một tệp."
    yield (
        f"Nơi nhận gói ghi vào content/anh/goi-anh.yaml, để chỉ tiêu “ảnh” tính cho {nouns.group}:"
    )
    counts = Counter(shot.group for shot in made.shots)
    # Whoever receives it late still writes the day on which it came.
    semester = f"\n  học kỳ: {span.period.name}" if span.period in span.plan.semesters else ""
    for owner, count in counts.items():
        came = in_numbers(today)
        yield f"- {nouns.group}: {owner.name}\n  ngày: {came}\n  số ảnh: {count}{semester}"


def _left_out(chosen: Chosen, span: Span) -> Iterator[str]:
    refused = [record for record in chosen.refused if span.contains(record.on)]
    if refused:
        count = sum(len(record.refused) for record in refused)
        yield f"Bỏ {count} ảnh của {len(refused)} bài vì gia đình không đồng ý."
    if chosen.withheld:
        yield f"Bỏ ảnh của {chosen.withheld} bài chưa đăng (muốn lấy cả thì thêm --all)."


def _nothing(span: Span, chosen: Chosen, group: str) -> list[str]:
    who = f" của {group}" if group else ""
    said = Message(
        "NR-PAPER-004", f"Không có ảnh nào{who} trong {span.period.name} ({span.plan.code})."
    )
    return [said, *_left_out(chosen, span)]
