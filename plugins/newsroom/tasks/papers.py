"""Figures, papers and what goes upward."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .registry import given, here, sound_desk, stop, task, valid_evaluation


@task(
    help={
        "month": "một tháng, ví dụ 2026-11",
        "semester": "học kỳ 1 hoặc 2 của năm",
        "year": "kế hoạch của năm, ví dụ 2026-2027",
    }
)
def quota(month: str = "", semester: str = "", year: str = "") -> None:
    """In bảng chỉ tiêu: đã nộp bao nhiêu, ai đạt, ai thiếu."""
    from ..exports.findings.terminal import quota_table

    evaluation = valid_evaluation()
    with _asked_for():
        print(quota_table(evaluation, month, semester, year))


@task(
    help={
        "month": "một tháng, ví dụ 2026-11; mặc định là tháng này",
        "semester": "sơ kết học kỳ 1 hoặc 2 của năm",
        "year": "tổng kết kế hoạch của năm, ví dụ 2026-2027",
        "template": "chép mẫu báo cáo ra content/mau/bao-cao.docx để sửa cho hợp nơi mình",
    }
)
def report(month: str = "", semester: str = "", year: str = "", template: bool = False) -> None:
    """Làm báo cáo, danh mục tin bài, thống kê, phiếu họp vào reports/."""
    from ..commands.papers.report import write_reports, write_template
    from ..exports.reports.periods import span_asked

    if template:
        _tell([write_template(here.content)])
        return
    evaluation = valid_evaluation()
    with _asked_for():
        span = span_asked(evaluation, month, semester, year)
    _tell(write_reports(evaluation, span, here.content, here.reports))


@task(
    help={
        "month": "chỉ một tháng, ví dụ 2026-11",
        "semester": "học kỳ 1 hoặc 2 của năm; mặc định là học kỳ này",
        "year": "cả năm, ví dụ 2026-2027; ghi cùng --semester thì chỉ học kỳ ấy",
        "group": "chỉ ảnh của một tổ, ví dụ to-1",
        "size": "mỗi tệp .zip nặng nhất bao nhiêu MB, mặc định 18 (hộp thư nhận 25 MB)",
        "all": "lấy cả ảnh của bài chưa đăng",
    }
)
def photos(
    month: str = "",
    semester: str = "",
    year: str = "",
    group: str = "",
    size: str = "",
    all_: bool = False,
) -> None:
    """Đóng gói ảnh tư liệu cỡ gốc của học kỳ vào reports/, kèm danh sách và tờ ảnh thu nhỏ."""
    from ..commands.papers.photos import span_of, write_package

    evaluation = valid_evaluation()
    with _asked_for():
        span = span_of(evaluation, month, semester, year)
    made = write_package(
        evaluation, span, here.reports, print, group=group, size=size, with_withheld=all_
    )
    _tell(made)


@task(help={"year": "kế hoạch của năm, ví dụ 2026-2027; mặc định là năm nay"})
def dossier(year: str = "") -> None:
    """Lập hồ sơ của năm vào reports/: bìa, văn bản, danh mục, báo cáo, minh chứng, tệp zip."""
    from ..commands.papers.dossier import write_dossier
    from ..exports.reports.periods import span_asked, year_of_today

    evaluation = valid_evaluation()
    with _asked_for():
        span = span_asked(evaluation, year=year or year_of_today(evaluation))
    _tell(write_dossier(evaluation, span, here.content, here.reports))


@task(help={"month": "tháng cần nhắc, ví dụ 2026-11; bỏ trống là tháng này"})
def remind(month: str = "") -> None:
    """Soạn lời nhắc để dán vào Zalo: tổ nào còn thiếu gì, hạn ngày nào."""
    from ..commands.papers.remind import remind

    evaluation = valid_evaluation()
    with _asked_for():
        text, file = remind(evaluation, month, here.reports)
    print(text)
    print(f"\nĐã ghi vào {file.relative_to(here.root)}.", file=sys.stderr)


@task(
    iterable=["path"],
    help={
        "path": "chỉ gửi những bài này; bỏ trống thì gửi mọi bài đã chọn mà chưa gửi",
        "to": "gửi cho cơ quan nào",
        "month": "chỉ gửi bài đăng trong tháng này, ví dụ 2026-11",
    },
)
def dispatch(path: list[str], to: str = "", month: str = "") -> None:
    """Soạn gói bài đã chọn để gửi cấp trên vào reports/gui/, rồi ghi dòng gửi vào từng bài."""
    from ..commands.papers.dispatch import dispatch

    with _asked_for():
        dispatch(sound_desk(), here.reports, to, month, path)


@task(
    iterable=["path"],
    help={
        "path": "tệp bài",
        "by": "nơi đã đăng bài",
        "link": "địa chỉ của bài ở nơi ấy",
        "date": "ngày nơi ấy đăng, mặc định là hôm nay",
    },
)
def carried(path: list[str], by: str = "", link: str = "", date: str = "") -> None:
    """Ghi bài đã được cấp trên đăng: ngày nào, ở địa chỉ nào."""
    from ..commands.papers.dispatch import carried

    carried(sound_desk(), given(path), by, link, date)


@contextmanager
def _asked_for() -> Iterator[None]:
    """Somebody asked for a month, a semester or a year; that there is no such one is answered."""
    from ..exports.reports.periods import NoSuchPeriod

    try:
        yield
    except NoSuchPeriod as error:
        stop(str(error), code=2)


def _tell(files: list[Path]) -> None:
    for file in files:
        print(f"Đã ghi {file.relative_to(here.root).as_posix()}")
