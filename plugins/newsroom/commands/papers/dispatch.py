"""dispatch: what the board selected goes upward. carried: what was carried there comes back."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from ...building.errors import Refused
from ...domain.content.submission import DispatchKind
from ...domain.plan.portal import as_link, leads_to
from ...domain.plan.school import Superior
from ...domain.site.article_record import Docket
from ...domain.text.dates import NotADate, in_numbers, parse_date
from ...exports.findings.unshown_links import SCHOOL_FILE, link_advice
from ...exports.packages.submission_package import package
from ...exports.packages.zip_archive import zipped
from ...exports.reports.periods import month_asked
from ...vocabulary import HEADER, shown
from ..deciding.decide import Desk
from ..deciding.item_files import write_fact
from ..deciding.several import each_in_turn
from .parent_offices import name_to_write, superior_named
from .report import write_files

CARRIED = DispatchKind.CARRIED


def dispatch(desk: Desk, reports: Path, to: str, month: str, paths: Iterable[str]) -> Path:
    """Pack the selected articles for a superior, then write that they were sent; the folder.

    The package is whole on the disk before the first header is touched. Raises Refused, and
    NoSuchPeriod where `month` (2026-11; every month where none is given) is no month.
    """
    wanted = month_asked(desk.review, month).code if month else ""
    newsroom, today = desk.review.newsroom, desk.today
    superior = superior_named(to, newsroom.school, today, "--to")
    articles = _chosen(desk, superior, wanted, list(paths))

    def read(path: str) -> bytes:
        return Path(newsroom.place(path)).read_bytes()

    files = package(newsroom, superior, articles, read, today)
    folder = _free(reports / "gui" / f"{today.isoformat()}-{superior.code}")
    write_files(folder, files)
    write_files(folder.parent, {f"{folder.name}.zip": zipped(files)})
    desk.say(f"Đã soạn {len(articles)} bài gửi {superior.name}: {folder} và {folder.name}.zip")
    words = f"{name_to_write(superior, newsroom.school, today)}, {in_numbers(today)}"

    def note(article: Docket) -> None:
        write_fact(newsroom, article, "sent", words)
        desk.say(f"Đã ghi {desk.label(article)}\n    {shown(HEADER, 'sent')}: {words}")

    each_in_turn(articles, note, desk.label, f"Gói đã soạn xong, nhưng chưa ghi dòng “{words}” vào")
    desk.say(
        "Gửi tệp .zip kèm lời trong thu-dien-tu.txt hoặc zalo.txt. Khi bài được đăng, gõ:"
        ' python3 tasks.py carried TỆP --by "…" --link https://…'
    )
    return folder


def _chosen(desk: Desk, superior: Superior, month: str, paths: Sequence[str]) -> list[Docket]:
    """The articles that are to go, oldest first."""
    selected = [
        article
        for article in reversed(desk.review.publication.articles)
        if superior.code in (code for code, _, _ in article.to_send)
    ]
    if paths:
        asked = list(dict.fromkeys(map(desk.docket, paths)))
        for docket in asked:
            if docket not in selected:
                raise Refused(_why_not(desk, docket, superior))
        selected = [article for article in selected if article in asked]
    found = [article for article in selected if month in ("", article.month)]
    if not found:
        raise Refused(
            f"Chưa có bài nào được chọn gửi {superior.name}{f' trong tháng {month}' * bool(month)}."
            f"\n    → Ban biên tập chọn bài đã đăng:  {_select(superior, 'TỆP')}"
        )
    return found


def _why_not(desk: Desk, docket: Docket, superior: Superior) -> str:
    label = desk.label(docket)
    sent = [on for _, code, _, on, _ in docket.sent(DispatchKind.SENT) if code == superior.code]
    if not docket.is_article:
        return f"{label}: chỉ tin, bài mới gửi cấp trên được."
    if not docket.is_public:
        return f"{label}: bài chưa được đăng nên chưa gửi được."
    if sent:
        when = in_numbers(date.fromisoformat(sent[0]))
        return f"{label}: đã gửi {superior.name} ngày {when}. Muốn gửi lại thì xóa dòng gửi ấy."
    return (
        f"{label}: ban biên tập chưa chọn gửi bài này cho {superior.name}."
        f"\n    → Gõ:  {_select(superior, label)}"
    )


def _select(superior: Superior, path: str) -> str:
    return f'python3 tasks.py select {path} --by "Họ và tên" --to "{superior.short_name}"'


def _free(folder: Path) -> Path:
    """The folder, or the next of that name that is not there yet: what went out stays as it was."""
    numbers = range(2, 1000)
    others = (folder.with_name(f"{folder.name}-{n}") for n in numbers)
    return next(place for place in (folder, *others) if not place.exists())


def carried(desk: Desk, paths: Sequence[str], by: str, link: str, on: str) -> None:
    """Write that a superior carried an article, when and where. Raises Refused."""
    newsroom = desk.review.newsroom
    day = _day(on, desk.today)
    superior = superior_named(by, newsroom.school, day, "--by")
    typed, link = link, as_link(link.strip())
    if not link or not _has_host(link) or any(map(str.isspace, link)):
        raise Refused(
            f"“{typed}” không phải là một đường liên kết."
            "\n    → Ghi  --link https://… (chép cả dòng địa chỉ của trang đã đăng)."
        )
    if len(paths) != 1:
        raise Refused("Mỗi lần ghi một bài, vì mỗi bài có một liên kết riêng.")
    docket = desk.docket(paths[0])
    if not docket.is_article or not docket.is_public:
        raise Refused(f"{desk.label(docket)}: chỉ ghi được cho tin, bài đã đăng.")
    known = getattr(newsroom.read(docket.path), "dispatches", ())
    if any((one.kind, one.superior, one.link) == (CARRIED, superior, link) for one in known):
        desk.say(f"{desk.label(docket)}: đã ghi liên kết này rồi, không ghi thêm.")
        return
    words = f"{name_to_write(superior, newsroom.school, day)}, {in_numbers(day)}, {link}"
    write_fact(newsroom, docket, "carried", words)
    desk.say(f"Đã ghi {desk.label(docket)}\n    {shown(HEADER, 'carried')}: {words}")
    if superior.code not in (code for _, code, _, _, _ in docket.sent(DispatchKind.SENT)):
        desk.say(f"    Bài chưa có dòng gửi {superior.name}; nếu đã gửi thì ghi thêm dòng ấy.")
    if not leads_to(link, superior.portals):
        message, hint = link_advice(link, superior, newsroom.label(SCHOOL_FILE))
        desk.say(f"    {message}\n    → {hint}")


def _has_host(link: str) -> bool:
    try:
        return bool(urlsplit(link).hostname)
    except ValueError:
        return False


def _day(text: str, today: date) -> date:
    if not text:
        return today
    try:
        day = parse_date(text)
    except NotADate:
        raise Refused(f"“{text}” không phải là một ngày; ghi như 20/11/2026.") from None
    if day > today:
        raise Refused(f"Ngày {in_numbers(day)} chưa tới.")
    return day
