"""The commands: `python3 tasks.py TASK` on any machine with Python 3.11, `invoke TASK` inside.

The first run makes .venv from the hash-locked requirements.txt; a changed lock is installed again.
"""

import hashlib
import io
import os
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.txt"
STAMP = VENV / ".installed"


def enter_environment() -> None:
    """Go on inside .venv, making it first where it is missing or the lock has changed."""
    if sys.version_info < (3, 11):
        sys.exit(f"Cần Python 3.11 trở lên; đây là Python {sys.version.split()[0]}.")
    python = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    wanted = hashlib.sha256(LOCK.read_bytes() + sys.version.encode()).hexdigest()
    if not STAMP.exists() or STAMP.read_text() != wanted:
        print("Chuẩn bị môi trường lần đầu (khoảng nửa phút)…", file=sys.stderr)
        try:
            venv.create(VENV, clear=True, with_pip=True)
        except (OSError, subprocess.CalledProcessError):
            sys.exit(
                "Không tạo được .venv: hãy cài gói python3-venv (Debian, Ubuntu) rồi chạy lại."
            )
        pip = [python, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
        if subprocess.call([*pip, "--require-hashes", "-r", LOCK]):
            sys.exit("Không cài được thư viện: hãy kiểm tra mạng rồi chạy lại lệnh này.")
        STAMP.write_text(wanted)
    if Path(sys.prefix).resolve() != VENV.resolve():
        command = [str(python), str(ROOT / "tasks.py"), *sys.argv[1:]]
        sys.exit(subprocess.call(command, env={**os.environ, "PYTHONUTF8": "1"}))


if __name__ == "__main__":
    enter_environment()

sys.path.insert(0, str(ROOT / "plugins"))
for stream in (sys.stdout, sys.stderr):
    # Windows would choke on Vietnamese in a pipe.
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="replace")

if TYPE_CHECKING:
    from newsroom.domain.newsroom import Review

from invoke import Collection, Context, Exit, Program, task  # noqa: E402

CONTENT, OUTPUT, DESK = ROOT / "content", ROOT / "output", ROOT / "desk"
CACHE = ROOT / ".cache"


@task
def build(c: Context) -> None:
    """Dựng bản của ban biên tập vào desk/ (có bài chờ duyệt; không đăng lên mạng)."""
    from newsroom.publishing import build_edition

    _or_exit(lambda: build_edition(ROOT / "pelicanconf.py", DESK))


@task(help={"keep-going": "giữ lại bài có lỗi và đăng phần còn lại"})
def publish(c: Context, keep_going: bool = False) -> None:
    """Kiểm tra rồi dựng trang công khai vào output/."""
    from newsroom.publishing import build_edition

    _or_exit(lambda: build_edition(ROOT / "publishconf.py", OUTPUT, keep_going=keep_going))
    print(f"Trang đã dựng xong: {OUTPUT / 'index.html'}")


@task(iterable=["path"], help={"path": "chỉ xem tệp hay thư mục này (ghi được nhiều lần)"})
def check(c: Context, path: list[str]) -> None:
    """Kiểm tra mọi bài và kế hoạch; nói lỗi ở tệp nào, dòng nào, sửa thế nào."""
    from newsroom.exports.check import all_problems
    from newsroom.exports.terminal import count_of, problem_lines

    wanted = [Path(p).resolve() for p in path] or [CONTENT]
    if missing := [str(p) for p in wanted if not p.exists()]:
        raise Exit(f"Không có tệp hay thư mục {', '.join(missing)}.", code=2)
    review = _review()
    problems = [
        problem
        for problem in all_problems(review)
        if any((ROOT / problem.path).is_relative_to(p) for p in wanted)
    ]
    if problems:
        print(problem_lines(problems))
    print(f"Đã kiểm tra {len(review.newsroom.articles)} bài: {count_of(problems)}.")
    if any(problem.is_error for problem in problems):
        raise Exit(code=1)


@task(
    help={
        "month": "một tháng, ví dụ 2026-11",
        "semester": "học kỳ 1 hoặc 2 của năm",
        "year": "kế hoạch của năm, ví dụ 2026-2027",
    }
)
def quota(c: Context, month: str = "", semester: str = "", year: str = "") -> None:
    """In bảng chỉ tiêu: đã nộp bao nhiêu, ai đạt, ai thiếu."""
    from newsroom.exports.terminal import NoSuchPeriod, quota_table

    try:
        print(quota_table(_review(), month, semester, year))
    except NoSuchPeriod as error:
        raise Exit(str(error), code=2) from None


@task(help={"port": "cổng, mặc định 8000"})
def serve(c: Context, port: int = 8000) -> None:
    """Mở bản của ban biên tập ở http://127.0.0.1:8000; tự dựng lại khi lưu tệp."""
    from livereload import Server

    from newsroom.publishing import Refused, build_edition

    def rebuild() -> None:
        try:
            build_edition(ROOT / "pelicanconf.py", DESK)
        except Refused as error:
            print(error, file=sys.stderr)

    rebuild()
    server = Server()
    server.watch(str(CONTENT), rebuild)
    server.watch(str(ROOT / "theme"), rebuild)
    try:
        server.serve(root=str(DESK), port=port, host="127.0.0.1")
    except OSError as error:
        raise Exit(f"Không mở được cổng {port}: {error}. Thử --port 8001.", code=1) from None


@task
def clean(c: Context) -> None:
    """Xóa những gì đã dựng: output/, desk/, reports/ và bộ nhớ đệm."""
    import shutil

    for folder in (OUTPUT, DESK, ROOT / "reports", ROOT / ".cache"):
        shutil.rmtree(folder, ignore_errors=True)


@task(help={"args": "tham số thêm cho pytest"})
def test(c: Context, args: str = "") -> None:
    """Chạy mọi bài kiểm thử của phần mềm."""
    if code := subprocess.call([sys.executable, "-m", "pytest", *args.split()], cwd=ROOT):
        raise Exit(code=code)


@task(
    help={
        "sizes": "số bài, ví dụ 1000,10000",
        "peers": "so với: hugo,eleventy,pelican",
        "runs": "số lần đo",
    }
)
def bench(c: Context, sizes: str = "1000", peers: str = "", runs: int = 3) -> None:
    """Đo thời gian dựng trang, một mình hay bên cạnh các công cụ khác."""
    command = [sys.executable, str(ROOT / "bench/run.py"), "--sizes", sizes, "--runs", str(runs)]
    if code := subprocess.call([*command, "--peers", peers], cwd=ROOT):
        raise Exit(code=code)


@task
def lint(c: Context) -> None:
    """Soi mã nguồn: ruff và mypy (cài thêm từ requirements-dev.txt)."""
    pip = [sys.executable, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    for command in (
        [*pip, "--require-hashes", "-r", str(ROOT / "requirements-dev.txt")],
        [sys.executable, "-m", "ruff", "check", "."],
        [sys.executable, "-m", "ruff", "format", "--check", "."],
        [sys.executable, "-m", "mypy"],
    ):
        if code := subprocess.call(command, cwd=ROOT):
            raise Exit(code=code)


def _review() -> "Review":
    """The content as it stands today, held against the gate."""
    from newsroom.publishing import Refused, review_content

    try:
        return review_content(CONTENT, CACHE)
    except Refused as error:
        raise Exit(str(error), code=2) from None


def _or_exit(build: Callable[[], None]) -> None:
    from newsroom.publishing import Refused

    try:
        build()
    except Refused as error:
        raise Exit(str(error), code=1) from None


def as_options(words: list[str]) -> list[str]:
    """`check A B` as Invoke wants it: it knows no list of bare words."""
    if words[:1] != ["check"] or "--path" in words:
        return words
    bare = [word for word in words[1:] if not word.startswith("-")]
    return [
        "check",
        *(part for word in bare for part in ("--path", word)),
        *(word for word in words[1:] if word.startswith("-")),
    ]


if __name__ == "__main__":
    namespace = Collection.from_module(sys.modules[__name__])
    words = as_options(sys.argv[1:]) or ["--list"]
    Program(name="tasks.py", namespace=namespace).run(["tasks.py", *words])
