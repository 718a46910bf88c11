"""The commands: `python3 tasks.py TASK` on any machine with Python 3.11, `invoke TASK` inside.

The first run makes .venv from the hash-locked requirements.txt; a changed lock is installed again.
"""

import gc
import io
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT / "plugins"))

from newsroom.environment import enter_environment, install_command

if __name__ == "__main__":
    enter_environment(ROOT)

# Compiling our own modules anew would take longer than a small build, whatever the shell says.
sys.dont_write_bytecode = False
for stream in (sys.stdout, sys.stderr):
    # Windows would choke on Vietnamese in a pipe.
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="replace")

if TYPE_CHECKING:
    from newsroom.commands.decide import Desk
    from newsroom.domain.newsroom import Review

Task = Callable[..., None]
TASKS: dict[str, tuple[Task, dict[str, Any]]] = {}


def task(**options: Any) -> Callable[[Task], Task]:
    """A command. `options` are those of Invoke's own @task."""

    def added(function: Task) -> Task:
        TASKS[options.get("name", function.__name__)] = (function, options)
        return function

    return added


def __getattr__(name: str) -> Any:
    """What Invoke looks for: the collection of our tasks, made when it asks.

    Importing Invoke takes a third of a build without change, so a plain `publish` does without.
    """
    if name != "namespace":
        raise AttributeError(name)
    import invoke

    made = (invoke.task(function, **options) for function, options in TASKS.values())
    return invoke.Collection(*made)


def call(*command: str) -> int:
    """Run a program in the project's folder; its exit code."""
    import subprocess

    return subprocess.call(command, cwd=ROOT)


def stop(message: str, code: int = 1) -> None:
    if message:
        print(message, file=sys.stderr)
    raise SystemExit(code)


CONTENT, OUTPUT, DESK = ROOT / "content", ROOT / "output", ROOT / "desk"
CACHE, REPORTS = ROOT / ".cache", ROOT / "reports"


@task()
def build(c: object) -> None:
    """Dựng bản của ban biên tập vào desk/ (có bài chờ duyệt; không đăng lên mạng)."""
    from newsroom.publishing import build_edition

    build_edition(ROOT / "pelicanconf.py", DESK)


@task(
    help={
        "keep-going": "giữ lại bài có lỗi và đăng phần còn lại",
        "verify-all": "soát lại cả những tệp không đổi từ lần trước",
    }
)
def publish(c: object, keep_going: bool = False, verify_all: bool = False) -> None:
    """Kiểm tra, dựng trang công khai, soát, rồi thay vào output/."""
    from newsroom.publishing import audit_edition, build_edition

    build_edition(ROOT / "publishconf.py", OUTPUT, keep_going=keep_going)
    if verify_all:
        audit_edition(ROOT / "publishconf.py", OUTPUT)
    print(f"Trang đã dựng xong: {OUTPUT / 'index.html'}")


@task(
    help={
        "to": "folder, rsync, ftp, sftp hoặc github; mỗi cách một khối trong DEPLOY",
        "dry-run": "chỉ nói sẽ gửi gì, xóa gì",
    }
)
def deploy(c: object, to: str, dry_run: bool = False) -> None:
    """Dựng trang công khai rồi đưa lên máy chủ những gì đã đổi."""
    from newsroom.deploy.command import deploy
    from newsroom.deploy.sending import CannotDeploy
    from newsroom.publishing import build_edition, settings_in

    build_edition(ROOT / "publishconf.py", OUTPUT)
    try:
        settings = settings_in(ROOT / "publishconf.py")
        deploy(ROOT, OUTPUT, to, settings, dry_run=dry_run, say=print)
    except CannotDeploy as error:
        stop(str(error))


@task()
def doctor(c: object) -> None:
    """Nói máy, kho và cài đặt còn thiếu gì, kèm dòng để gõ."""
    from newsroom.commands.doctor import said, signs
    from newsroom.publishing import settings_in

    seen = list(signs(ROOT, settings_in(ROOT / "publishconf.py")))
    print(said(seen))
    if any(sign.is_grave for sign in seen):
        stop("")


@task(
    iterable=["path"],
    help={
        "path": "chỉ xem tệp hay thư mục này (ghi được nhiều lần)",
        "format": "text, github, gitlab hoặc json",
        "against": "xem cả ai đã duyệt, ai đã sửa từ commit này, ví dụ origin/main",
        "links": "chỉ hỏi các trang cấp trên và liên kết được đăng còn mở được không (cần mạng)",
    },
)
def check(
    c: object,
    path: list[str],
    format: str = "text",
    against: str | None = None,
    links: bool = False,
) -> None:
    """Kiểm tra mọi bài và kế hoạch; nói lỗi ở tệp nào, dòng nào, sửa thế nào; gợi ý cho bài mới."""
    from newsroom.commands.check import CannotCheck, findings_of, said

    if links:
        _check_links(format)
        return
    try:
        findings = findings_of(CONTENT, CACHE, path, against)
        print(said(findings, format, ROOT))
    except CannotCheck as error:
        stop(str(error), code=2)
    if findings.has_errors:
        stop("")


def _check_links(form: str) -> None:
    from newsroom.commands.check import CannotCheck, said
    from newsroom.commands.links import link_findings, links_in_words

    findings = link_findings(_sound_review(), CONTENT)
    try:
        print(links_in_words(findings) if form == "text" else said(findings, form, ROOT))
    except CannotCheck as error:
        stop(str(error), code=2)


_PATH = "tệp bài (ghi được nhiều tệp)"
_BY = "họ tên người quyết định, như trong kế hoạch"


@task(
    iterable=["path"],
    help={
        "path": _PATH,
        "by": _BY,
        "as": "quyền duyệt, ví dụ “tài chính”; bỏ trống thì máy chọn quyền bài còn thiếu",
        "all-waiting": "xem và duyệt lần lượt mọi bài đang chờ",
    },
)
def approve(
    c: object, path: list[str], by: str = "", as_: str = "", all_waiting: bool = False
) -> None:
    """Duyệt bài: ghi dòng duyệt có dấu vào đầu bài, nói bài còn thiếu gì."""
    from newsroom.commands.decide import approve
    from newsroom.commands.walk import walk

    if all_waiting:
        walk(_desk(), by)
    else:
        approve(_desk(), _given(path), by, as_)


@task(name="return", iterable=["path"], help={"path": _PATH, "by": _BY, "why": "lý do trả lại"})
def return_(c: object, path: list[str], by: str = "", why: str = "") -> None:
    """Trả bài lại để sửa: ghi dòng trả lại và lý do vào đầu bài."""
    _decide("returned", path, by, why)


@task(iterable=["path"], help={"path": _PATH, "by": _BY, "why": "lý do gỡ"})
def withdraw(c: object, path: list[str], by: str = "", why: str = "") -> None:
    """Gỡ bài khỏi trang: ghi dòng gỡ và lý do vào đầu bài."""
    _decide("withdrawn", path, by, why)


@task(iterable=["path"], help={"path": _PATH, "by": _BY, "why": "lời đính chính, hiện ở đầu bài"})
def correct(c: object, path: list[str], by: str = "", why: str = "") -> None:
    """Đính chính bài đã đăng: ghi dòng đính chính vào đầu bài."""
    _decide("corrected", path, by, why)


@task(
    iterable=["path"],
    help={"path": _PATH, "by": _BY, "to": "gửi cho ai: một hay nhiều cơ quan, ngăn bằng dấu phẩy"},
)
def select(c: object, path: list[str], by: str = "", to: str = "") -> None:
    """Chọn bài đã đăng để gửi cấp trên: ghi dòng chọn gửi vào đầu bài."""
    from newsroom.commands.decide import select

    select(_desk(), _given(path), by, to)


@task(
    iterable=["path"],
    help={
        "path": "chỉ gửi những bài này; bỏ trống thì gửi mọi bài đã chọn mà chưa gửi",
        "to": "gửi cho cơ quan nào",
        "month": "chỉ gửi bài đăng trong tháng này, ví dụ 2026-11",
    },
)
def dispatch(c: object, path: list[str], to: str = "", month: str = "") -> None:
    """Soạn gói bài đã chọn để gửi cấp trên vào reports/gui/, rồi ghi dòng gửi vào từng bài."""
    from newsroom.commands.dispatch import dispatch
    from newsroom.exports.periods import NoSuchPeriod

    try:
        dispatch(_sound_desk(), REPORTS, to, month, path)
    except NoSuchPeriod as error:
        stop(str(error), code=2)


@task(
    iterable=["path"],
    help={
        "path": "tệp bài",
        "by": "nơi đã đăng bài",
        "link": "địa chỉ của bài ở nơi ấy",
        "date": "ngày nơi ấy đăng, mặc định là hôm nay",
    },
)
def carried(c: object, path: list[str], by: str = "", link: str = "", date: str = "") -> None:
    """Ghi bài đã được cấp trên đăng: ngày nào, ở địa chỉ nào."""
    from newsroom.commands.dispatch import carried

    carried(_sound_desk(), _given(path), by, link, date)


@task(
    help={
        "title": "tiêu đề",
        "group": "tổ; nhiều tổ thì ngăn bằng dấu phẩy",
        "author": "tác giả; nhiều người thì ngăn bằng dấu phẩy",
        "category": "chuyên mục",
        "genre": "thể loại, mặc định là bài",
        "date": "ngày đăng, mặc định là hôm nay",
        "summary": "tóm tắt",
        "topic": "chủ đề của kế hoạch nội dung, ghi mã hoặc tên",
        "yes": "không hỏi gì: thiếu mục nào thì báo rồi thôi",
    }
)
def new(
    c: object,
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
    """Hỏi vài câu rồi tạo tệp bài mới với phần đầu bài đủ dòng."""
    from newsroom.commands.asking import in_the_terminal
    from newsroom.commands.new import write_article
    from newsroom.commands.questions import Given

    given = Given(title, group, author, category, genre, date, summary, topic)
    may_ask = sys.stdin.isatty() and not yes
    if code := write_article(CONTENT, CACHE, given, in_the_terminal(), may_ask=may_ask):
        stop("", code)


@task(
    help={
        "month": "một tháng, ví dụ 2026-11",
        "semester": "học kỳ 1 hoặc 2 của năm",
        "year": "kế hoạch của năm, ví dụ 2026-2027",
    }
)
def quota(c: object, month: str = "", semester: str = "", year: str = "") -> None:
    """In bảng chỉ tiêu: đã nộp bao nhiêu, ai đạt, ai thiếu."""
    from newsroom.exports.periods import NoSuchPeriod
    from newsroom.exports.terminal import quota_table

    try:
        print(quota_table(_review(), month, semester, year))
    except NoSuchPeriod as error:
        stop(str(error), code=2)


@task(
    help={
        "month": "một tháng, ví dụ 2026-11; mặc định là tháng này",
        "semester": "sơ kết học kỳ 1 hoặc 2 của năm",
        "year": "tổng kết kế hoạch của năm, ví dụ 2026-2027",
        "template": "chép mẫu báo cáo ra content/mau/bao-cao.docx để trường sửa",
    }
)
def report(
    c: object, month: str = "", semester: str = "", year: str = "", template: bool = False
) -> None:
    """Làm báo cáo, danh mục tin bài, thống kê, phiếu họp vào reports/."""
    from newsroom.commands.report import write_reports, write_template
    from newsroom.exports.periods import NoSuchPeriod, span_asked

    if template:
        _tell([write_template(CONTENT)])
        return
    review = _sound_review()
    try:
        span = span_asked(review, month, semester, year)
    except NoSuchPeriod as error:
        stop(str(error), code=2)
    _tell(write_reports(review, span, CONTENT, REPORTS))


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
    c: object,
    month: str = "",
    semester: str = "",
    year: str = "",
    group: str = "",
    size: str = "",
    all_: bool = False,
) -> None:
    """Đóng gói ảnh tư liệu cỡ gốc của học kỳ vào reports/, kèm danh sách và tờ ảnh thu nhỏ."""
    from newsroom.commands.photos import span_of, write_package
    from newsroom.exports.periods import NoSuchPeriod

    review = _sound_review()
    try:
        span = span_of(review, month, semester, year)
    except NoSuchPeriod as error:
        stop(str(error), code=2)
    options = {"group": group, "size": size, "with_withheld": all_}
    _tell(write_package(review, span, REPORTS, print, **options))


@task(help={"year": "kế hoạch của năm, ví dụ 2026-2027; mặc định là năm nay"})
def dossier(c: object, year: str = "") -> None:
    """Lập hồ sơ của năm vào reports/: bìa, văn bản, danh mục, báo cáo, minh chứng, tệp zip."""
    from newsroom.commands.dossier import write_dossier
    from newsroom.exports.periods import NoSuchPeriod, span_asked, year_of_today

    review = _sound_review()
    try:
        span = span_asked(review, year=year or year_of_today(review))
    except NoSuchPeriod as error:
        stop(str(error), code=2)
    _tell(write_dossier(review, span, CONTENT, REPORTS))


@task(help={"month": "tháng cần nhắc, ví dụ 2026-11; bỏ trống là tháng này"})
def remind(c: object, month: str = "") -> None:
    """Soạn lời nhắc để dán vào Zalo: tổ nào còn thiếu gì, hạn ngày nào."""
    from newsroom.commands.remind import remind
    from newsroom.exports.periods import NoSuchPeriod

    try:
        text, file = remind(_review(), month, REPORTS)
    except NoSuchPeriod as error:
        stop(str(error), code=2)
    print(text)
    print(f"\nĐã ghi vào {file.relative_to(ROOT)}.", file=sys.stderr)


@task(
    name="new-year",
    help={"year": "từ kế hoạch nào, ví dụ 2026-2027; bỏ trống là kế hoạch đang chạy"},
)
def new_year(c: object, year: str = "") -> None:
    """Soạn kế hoạch năm sau từ kế hoạch năm nay, giữ ghi chú; nói cần xem lại gì."""
    from newsroom.commands.new_year import begin_new_year

    for line in begin_new_year(CONTENT, CACHE, year):
        print(line)


@task()
def codeowners(c: object) -> None:
    """Ghi CODEOWNERS theo ban biên tập hôm nay, để GitHub, GitLab biết hỏi ai."""
    from newsroom.commands.codeowners import write_codeowners

    for line in write_codeowners(ROOT, CONTENT, CACHE):
        print(line)


@task(help={"port": "cổng, mặc định 8000"})
def serve(c: object, port: int = 8000) -> None:
    """Mở bản của ban biên tập ở http://127.0.0.1:8000; tự dựng lại khi lưu tệp."""
    from livereload import Server

    from newsroom.commands.live import reload_by_address
    from newsroom.publishing import Refused, build_edition

    def rebuild() -> None:
        try:
            build_edition(ROOT / "pelicanconf.py", DESK)
        except Refused as error:
            print(error, file=sys.stderr)

    rebuild()
    reload_by_address()
    server = Server()
    server.watch(str(CONTENT), rebuild)
    server.watch(str(ROOT / "theme"), rebuild)
    try:
        server.serve(root=str(DESK), port=port, host="127.0.0.1")
    except OSError as error:
        stop(f"Không mở được cổng {port}: {error}. Thử --port 8001.")


@task()
def clean(c: object) -> None:
    """Xóa những gì đã dựng: output/, desk/, reports/ và bộ nhớ đệm."""
    import shutil

    for folder in (OUTPUT, DESK, REPORTS, CACHE, *ROOT.glob(".newsroom-*")):
        shutil.rmtree(folder, ignore_errors=True)


@task(help={"args": "tham số thêm cho pytest"})
def test(c: object, args: str = "") -> None:
    """Chạy mọi bài kiểm thử của phần mềm."""
    parallel = ("--numprocesses=auto", "--dist=loadgroup")
    if code := call(sys.executable, "-m", "pytest", *parallel, *args.split()):
        stop("", code)


@task(
    help={
        "sizes": "số bài, ví dụ 1000,10000",
        "peers": "so với: hugo,eleventy,pelican",
        "runs": "số lần đo",
        "scenarios": "chỉ đo: cold,none,edit,new,revoked,theme",
    }
)
def bench(
    c: object, sizes: str = "1000", peers: str = "", runs: int = 3, scenarios: str = ""
) -> None:
    """Đo thời gian dựng trang, một mình hay bên cạnh các công cụ khác."""
    given = {"--sizes": sizes, "--peers": peers, "--runs": str(runs), "--scenarios": scenarios}
    options = (part for name, value in given.items() if value for part in (name, value))
    if code := call(sys.executable, str(ROOT / "bench/run.py"), *options):
        stop("", code)


@task()
def lint(c: object) -> None:
    """Soi mã nguồn: ruff và mypy (cài thêm từ requirements-dev.txt)."""
    for command in (
        [*install_command(), "-r", str(ROOT / "requirements-dev.txt")],
        [sys.executable, "-m", "ruff", "check", "."],
        [sys.executable, "-m", "ruff", "format", "--check", "."],
        [sys.executable, "-m", "mypy"],
    ):
        if code := call(*command):
            stop("", code)


@task()
def audit(c: object) -> None:
    """Hỏi xem thư viện nào đang dùng có lỗ hổng đã biết (cần mạng)."""
    from newsroom.commands.audit import audit

    if code := call(*install_command(), "-r", str(ROOT / "requirements-audit.txt")):
        stop("", code)
    print(found := audit(ROOT))
    if found.holes:
        stop("")


def _desk() -> "Desk":
    from newsroom.commands.decide import Desk

    return Desk(CONTENT, _review())


def _sound_review() -> "Review":
    """The same; it refuses where a plan is broken, on which every paper stands."""
    from newsroom.commands.sound_plans import sound_review

    return sound_review(CONTENT, CACHE)


def _sound_desk() -> "Desk":
    from newsroom.commands.decide import Desk

    return Desk(CONTENT, _sound_review())


def _tell(files: list[Path]) -> None:
    for file in files:
        print(f"Đã ghi {file.relative_to(ROOT).as_posix()}")


def _given(path: list[str]) -> list[str]:
    if not path:
        stop("Thiếu tên tệp bài, ví dụ: content/tin-bai/2026-11/doc-sach.md", code=2)
    return path


def _decide(field: str, path: list[str], by: str, why: str) -> None:
    from newsroom.commands.decide import decide

    decide(_desk(), field, _given(path), by, why)


def _review() -> "Review":
    """The content as it stands today, held against the gate."""
    from newsroom.publishing import review_content

    return review_content(CONTENT, CACHE)


def main(words: list[str]) -> None:
    """Run what somebody typed."""
    if words[:1] != ["serve"]:
        # What is garbage goes with the process: looking for it takes a tenth of a build.
        gc.disable()
    if len(words) > 1 and words[0] in TASKS:
        from newsroom.commands.words import as_options

        words = as_options(words, TASKS[words[0]][0])
    if len(words) == 1 and words[0] in TASKS:
        # A command without options needs nobody to read them.
        function, options = TASKS[words[0]]
        function(None, **{name: [] for name in options.get("iterable", ())})
        sys.stdout.flush()
        sys.stderr.flush()
        # Taking thousands of values apart one by one would be a tenth of a build.
        os._exit(0)
    from invoke import Program

    program = Program(name="tasks.py", namespace=__getattr__("namespace"))
    program.run(["tasks.py", *words])


if __name__ == "__main__":
    try:
        main(sys.argv[1:] or ["--list"])
    except KeyboardInterrupt:
        stop("Đã dừng.", 130)
    except BrokenPipeError:
        # Whoever read along has seen enough.
        os._exit(141)
