"""dispatch: what the board selected goes upward. carried: what was carried there comes back."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from ...building.errors import BuildRefused
from ...domain.approval.ledger import sound_submissions
from ...domain.content.content_item import Article
from ...domain.content.submission import Submission, SubmissionKind
from ...domain.message import Message
from ...domain.plan.portal import as_link, leads_to
from ...domain.plan.school import ParentOffice
from ...domain.site.article_record import ArticleRecord
from ...domain.text.dates import NotADate, in_numbers, parse_date
from ...exports.findings.unshown_links import SCHOOL_FILE, link_advice
from ...exports.packages.submission_package import package
from ...exports.packages.zip_archive import zipped
from ...exports.reports.periods import month_asked
from ...vocabulary import things
from ...vocabulary.approval import submission_in_words
from ...vocabulary.fields.board_fields import BoardField
from ...vocabulary.header import HEADER
from ...vocabulary.words import shown
from ..deciding.decide import Desk
from ..deciding.item_files import write_fact
from ..deciding.several import each_in_turn
from .parent_offices import name_to_write, office_named
from .report import write_files

CARRIED = SubmissionKind.CARRIED


def dispatch(desk: Desk, reports: Path, to: str, month: str, paths: Iterable[str]) -> Path:
    """Pack the selected articles for a parent office, then write that they were sent; the folder.

    The package is whole on the disk before the first header is touched. Raises BuildRefused, and
    NoSuchPeriod where `month` (2026-11; every month where none is given) is no month.
    """
    wanted = month_asked(desk.evaluation, month).code if month else ""
    newsroom, today = desk.evaluation.newsroom, desk.today
    office = office_named(to, newsroom.school, today, "--to")
    articles = _chosen(desk, office, wanted, list(paths))

    def read(path: str) -> bytes:
        return Path(newsroom.place(path)).read_bytes()

    files = package(newsroom, office, articles, read, today)
    folder = _free(reports / "gui" / f"{today.isoformat()}-{office.code}")
    write_files(folder, files)
    write_files(folder.parent, {f"{folder.name}.zip": zipped(files)})
    desk.say(f"Đã soạn {len(articles)} bài gửi {office.name}: {folder} và {folder.name}.zip")
    name = name_to_write(office, newsroom.school, today)
    sending = Submission(kind=SubmissionKind.SENT, office=office, on=today)

    def note(article: ArticleRecord) -> None:
        words = _sealed(sending, article, name)
        write_fact(newsroom, article, BoardField.SENT, words)
        desk.say(f"Đã ghi {desk.label(article)}\n    {shown(HEADER, BoardField.SENT)}: {words}")

    unsealed = submission_in_words(sending, name)
    undone = f"Gói đã soạn xong, nhưng chưa ghi dòng “{unsealed}” vào"
    each_in_turn(articles, note, desk.label, undone)
    desk.say(
        "Gửi tệp .zip kèm lời trong thu-dien-tu.txt hoặc zalo.txt. Khi bài được đăng, gõ:"
        ' python3 tasks.py carried TỆP --by "…" --link https://…'
    )
    return folder


def _chosen(
    desk: Desk, office: ParentOffice, month: str, paths: Sequence[str]
) -> list[ArticleRecord]:
    """The articles that are to go, oldest first."""
    selected = [
        article
        for article in reversed(desk.evaluation.publication.articles)
        if office.code in (ref.code for ref in article.to_send)
    ]
    if paths:
        asked = list(dict.fromkeys(map(desk.record, paths)))
        for record in asked:
            if record not in selected:
                raise BuildRefused(_why_not(desk, record, office))
        selected = [article for article in selected if article in asked]
    found = [article for article in selected if month in ("", article.month)]
    if not found:
        raise BuildRefused(
            Message(
                "NR-SEND-001",
                "Chưa có bài nào được chọn gửi"
                f" {office.name}{f' trong tháng {month}' * bool(month)}.\n    → Ban biên tập chọn"
                f" bài đã đăng:  {_select(office, things.A_FILE)}",
            )
        )
    return found


def _why_not(desk: Desk, record: ArticleRecord, office: ParentOffice) -> Message:
    label = desk.label(record)
    gone = record.sent(SubmissionKind.SENT)
    sent = [one.on for one in gone if one.office.code == office.code]
    if not record.is_article:
        return Message("NR-SEND-002", f"{label}: chỉ tin, bài mới gửi cấp trên được.")
    if not record.is_public:
        return Message("NR-SEND-003", f"{label}: bài chưa được đăng nên chưa gửi được.")
    if sent:
        when = in_numbers(sent[0])
        return Message(
            "NR-SEND-004",
            f"{label}: đã gửi {office.name} ngày {when}. Muốn gửi lại thì xóa dòng gửi ấy.",
        )
    return Message(
        "NR-SEND-005",
        f"{label}: ban biên tập chưa chọn gửi bài này cho {office.name}."
        f"\n    → Gõ:  {_select(office, label)}",
    )


def _select(office: ParentOffice, path: str) -> str:
    return f'python3 tasks.py select {path} --by "Họ và tên" --to "{office.short_name}"'


def _free(folder: Path) -> Path:
    """The folder, or the next of that name that is not there yet: what went out stays as it was."""
    numbers = range(2, 1000)
    others = (folder.with_name(f"{folder.name}-{n}") for n in numbers)
    return next(place for place in (folder, *others) if not place.exists())


def carried(desk: Desk, paths: Sequence[str], by: str, link: str, on: str) -> None:
    """Write that a parent office carried an article, when and where. Raises BuildRefused."""
    newsroom, today = desk.evaluation.newsroom, desk.today
    day = _day(on, today)
    office = office_named(by, newsroom.school, day, "--by")
    typed, link = link, as_link(link.strip())
    if not link or not _has_host(link) or any(map(str.isspace, link)):
        raise BuildRefused(
            Message(
                "NR-SEND-006",
                f"“{typed}” không phải là một đường liên kết."
                "\n    → Ghi  --link https://… (chép cả dòng địa chỉ của trang đã đăng).",
            )
        )
    if len(paths) != 1:
        raise BuildRefused(
            Message("NR-SEND-007", "Mỗi lần ghi một bài, vì mỗi bài có một liên kết riêng.")
        )
    record = desk.record(paths[0])
    if not record.is_article or not record.is_public:
        raise BuildRefused(
            Message("NR-SEND-008", f"{desk.label(record)}: chỉ ghi được cho tin, bài đã đăng.")
        )
    item = newsroom.read(record.path)
    known = sound_submissions(item, newsroom.plans, today) if isinstance(item, Article) else ()
    if any((one.kind, one.office, one.link) == (CARRIED, office, link) for one in known):
        desk.say(f"{desk.label(record)}: đã ghi liên kết này rồi, không ghi thêm.")
        return
    carrying = Submission(kind=CARRIED, office=office, on=day, link=link)
    words = _sealed(carrying, record, name_to_write(office, newsroom.school, day))
    write_fact(newsroom, record, BoardField.CARRIED, words)
    desk.say(f"Đã ghi {desk.label(record)}\n    {shown(HEADER, BoardField.CARRIED)}: {words}")
    if office.code not in (sent.office.code for sent in record.sent(SubmissionKind.SENT)):
        desk.say(f"    Bài chưa có dòng gửi {office.name}; nếu đã gửi thì ghi thêm dòng ấy.")
    if not leads_to(link, office.portals):
        message, hint = link_advice(link, office, newsroom.label(SCHOOL_FILE))
        desk.say(f"    {message.with_id}\n    → {hint}")


def _sealed(line: Submission, article: ArticleRecord, name: str) -> str:
    """The words of the line, with the seal that binds what it says to this article."""
    return submission_in_words(replace(line, seal=line.seal_for(article.slug)), name)


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
        raise BuildRefused(
            Message("NR-SEND-009", f"“{text}” không phải là một ngày; ghi như 20/11/2026.")
        ) from None
    if day > today:
        raise BuildRefused(Message("NR-SEND-010", f"Ngày {in_numbers(day)} chưa tới."))
    return day
