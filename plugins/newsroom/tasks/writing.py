"""Writing and the board's decisions."""

import sys
from typing import TYPE_CHECKING

from ..domain.message import Message
from .registry import desk, given, here, install_extra, show, stop, task, valid_evaluation

if TYPE_CHECKING:
    from ..commands.writing.questions import Given

_PATH = "tệp bài (ghi được nhiều tệp)"
_BY = "họ tên người quyết định, như trong kế hoạch"


@task(
    help={
        "from": "bài đã có: tệp .docx, .txt, .md, .eml, .zip, một thư mục, hoặc - (chữ dán vào)",
        "photos": "thư mục ảnh đi cùng bài của --from",
        "title": "tiêu đề",
        "group": "tổ; nhiều tổ thì ngăn bằng dấu phẩy",
        "author": "tác giả; nhiều người thì ngăn bằng dấu phẩy",
        "category": "chuyên mục",
        "genre": "thể loại, mặc định là bài",
        "date": "ngày đăng, mặc định là hôm nay",
        "summary": "tóm tắt",
        "topic": "chủ đề của kế hoạch nội dung, ghi mã hoặc tên",
        "yes": "không hỏi gì: thiếu mục nào thì báo rồi thôi; với --from thì để trống dòng ấy",
    }
)
def new(
    from_: str = "",
    photos: str = "",
    title: str = "",
    group: str = "",
    author: str = "",
    category: str = "",
    genre: str = "",
    date: str = "",
    summary: str = "",
    topic: str = "",
    yes: bool = False,
) -> None:
    """Hỏi vài câu rồi tạo tệp bài mới với phần đầu bài đủ dòng; hoặc lấy bài đã có (--from)."""
    from ..commands.writing.asking import in_the_terminal
    from ..commands.writing.new import write_article
    from ..commands.writing.questions import Given

    given = Given(title, group, author, category, genre, date, summary, topic)
    may_ask = sys.stdin.isatty() and not yes
    if from_:
        _new_from(given, from_, photos, may_ask=may_ask)
        return
    if photos:
        stop(Message("NR-FROM-017", "Tùy chọn --photos chỉ đi cùng --from."), code=2)
    if code := write_article(here.content, here.cache, given, in_the_terminal(), may_ask=may_ask):
        stop("", code)


def _new_from(given: "Given", source: str, photos: str, *, may_ask: bool) -> None:
    from ..commands.writing.asking import in_the_terminal
    from ..commands.writing.from_source import FromSource, write_from_source
    from ..importing.sources.opened_source import STANDARD_INPUT
    from ..importing.word.extra import needs_mammoth

    if needs_mammoth(source):
        install_extra("word", "mammoth")
    is_typed = source == STANDARD_INPUT
    # Its bytes, for a console of Windows has its own encoding.
    typed = sys.stdin.buffer.read() if is_typed else b""
    code = write_from_source(
        here.content,
        here.cache,
        given,
        FromSource(source=source, typed=typed, photos=photos),
        in_the_terminal(),
        may_ask=may_ask and not is_typed,
    )
    if code:
        stop("", code)


@task(
    iterable=["path"],
    help={
        "path": "chỉ xem tệp hay thư mục này (ghi được nhiều lần)",
        "format": "text, github, gitlab hoặc json",
        "silence": "tắt các gợi ý mang mã này, ví dụ NR-TEXT-013,NR-IMAGE-001 (lỗi thì không tắt)",
        "against": "xem cả ai đã duyệt, ai đã sửa từ commit này, ví dụ origin/main",
        "links": "chỉ hỏi các trang cấp trên và liên kết được đăng còn mở được không (cần mạng)",
        "fix-encoding": "đổi tệp lưu bằng mã cũ (TCVN3, VNI, windows-1258, UTF-16) sang UTF-8;"
        " tệp cũ được giữ cạnh bên",
    },
)
def check(
    path: list[str],
    format: str = "text",
    against: str | None = None,
    silence: str = "",
    links: bool = False,
    fix_encoding: bool = False,
) -> None:
    """Kiểm tra mọi bài và kế hoạch; nói lỗi ở tệp nào, dòng nào, sửa thế nào; gợi ý cho bài mới."""
    from ..commands.checking.check import CannotCheck, findings_of, said

    if links:
        _check_links(format)
        return
    if fix_encoding:
        _fix_encodings(path)
        return
    try:
        findings = findings_of(here.content, here.cache, path, against, silence)
        show(said(findings, format, here.root), format)
    except CannotCheck as error:
        stop(str(error), code=2)
    if findings.has_errors:
        stop("")


def _fix_encodings(paths: list[str]) -> None:
    from ..commands.checking.fix_encoding import fix_encodings

    lines, is_doubted = fix_encodings(here.content, paths)
    show("\n".join(lines), "text")
    if is_doubted:
        stop("")


def _check_links(form: str) -> None:
    from ..commands.checking.check import CannotCheck, said
    from ..commands.checking.links import link_findings, links_in_words

    findings = link_findings(valid_evaluation(), here.content)
    try:
        found = links_in_words(findings) if form == "text" else said(findings, form, here.root)
        show(found, form)
    except CannotCheck as error:
        stop(str(error), code=2)


@task(
    iterable=["path"],
    help={
        "path": _PATH,
        "by": _BY,
        "as": "quyền duyệt, ví dụ “tài chính”; bỏ trống thì máy chọn quyền bài còn thiếu",
        "all-waiting": "xem và duyệt lần lượt mọi bài đang chờ",
        "import": "duyệt cả một lần nhập từ trang cũ: ghi tệp của nó, content/nhap/….yaml",
    },
)
def approve(
    path: list[str], by: str = "", as_: str = "", all_waiting: bool = False, import_: str = ""
) -> None:
    """Duyệt bài: ghi dòng duyệt có dấu vào đầu bài, nói bài còn thiếu gì."""
    from ..commands.deciding.approve_interactively import walk
    from ..commands.deciding.decide import approve

    if import_:
        _approve_import(path, import_, by, as_)
    elif all_waiting:
        walk(desk(), by)
    else:
        approve(desk(), given(path), by, as_)


def _approve_import(path: list[str], import_: str, by: str, as_: str) -> None:
    from ..building.errors import today_or_refused
    from ..commands.deciding.import_decisions import approve_import

    if path or as_:
        stop(
            Message(
                "NR-ARCHIVE-022",
                "Với --import chỉ ghi tệp của lần nhập và --by: cả danh sách được duyệt một lần.",
            ),
            code=2,
        )
    approve_import(here.content, import_, by, today_or_refused())


@task(name="return", iterable=["path"], help={"path": _PATH, "by": _BY, "why": "lý do trả lại"})
def return_(path: list[str], by: str = "", why: str = "") -> None:
    """Trả bài lại để sửa: ghi dòng trả lại và lý do vào đầu bài."""
    _decide("returned", path, by, why)


@task(iterable=["path"], help={"path": _PATH, "by": _BY, "why": "lý do gỡ"})
def withdraw(path: list[str], by: str = "", why: str = "") -> None:
    """Gỡ bài khỏi trang: ghi dòng gỡ và lý do vào đầu bài."""
    _decide("withdrawn", path, by, why)


@task(iterable=["path"], help={"path": _PATH, "by": _BY, "why": "lời đính chính, hiện ở đầu bài"})
def correct(path: list[str], by: str = "", why: str = "") -> None:
    """Đính chính bài đã đăng: ghi dòng đính chính vào đầu bài."""
    _decide("corrected", path, by, why)


@task(
    iterable=["path"],
    help={"path": _PATH, "by": _BY, "to": "gửi cho ai: một hay nhiều cơ quan, ngăn bằng dấu phẩy"},
)
def select(path: list[str], by: str = "", to: str = "") -> None:
    """Chọn bài đã đăng để gửi cấp trên: ghi dòng chọn gửi vào đầu bài."""
    from ..commands.deciding.decide import select

    select(desk(), given(path), by, to)


def _decide(name: str, path: list[str], by: str, why: str) -> None:
    from ..commands.deciding.decide import decide
    from ..domain.content.decisions import DecisionKind

    decide(desk(), DecisionKind(name), given(path), by, why)


@task(
    name="import",
    iterable=["path"],
    help={
        "path": "loại trang cũ (wordpress, blogger, nukeviet, pelican, hugo) rồi tệp xuất của nó",
        "files": "thư mục (hoặc .zip) ảnh và tệp đính kèm chép từ trang cũ về",
        "dry-run": "chỉ xem sẽ nhập được gì, không ghi bài nào",
        "by": "người có lời duyệt cuối: duyệt luôn cả lần nhập; bỏ trống thì mọi bài chờ",
        "yes": "tên chưa có trong bảng content/nhap.yaml thì vào “Bài cũ”, giữ tên cũ",
        "fetch": "tải ảnh, tệp còn thiếu từ trang cũ (cần mạng)",
        "old-pictures": "cùng --by: cho hiện ảnh cũ dù chưa hỏi gia đình các em",
        "count": "cùng --by: tính các bài này vào chỉ tiêu",
    },
)
def import_(
    path: list[str],
    files: str = "",
    dry_run: bool = False,
    by: str = "",
    yes: bool = False,
    fetch: bool = False,
    old_pictures: bool = False,
    count: bool = False,
) -> None:
    """Nhập bài từ trang cũ: WordPress, Blogger, NukeViet, Pelican, Hugo."""
    from ..commands.importing.import_site import import_site
    from ..commands.importing.request import ImportRequest

    kind, source, *rest = [*path, "", ""]
    if not kind or any(rest):
        stop(
            Message(
                "NR-IMPORT-027",
                "Ghi loại trang cũ rồi tệp xuất của nó, ví dụ:  python3 tasks.py import wordpress"
                " xuat-ra.xml --dry-run",
            ),
            code=2,
        )
    request = ImportRequest(
        kind=kind,
        source=source,
        files=files,
        by=by,
        accepts_all=yes,
        is_dry=dry_run,
        may_fetch=fetch,
        shows_pictures=old_pictures,
        counts=count,
    )
    if code := import_site(here.content, here.cache, here.reports, request):
        stop("", code)
