"""Looking after the repository and the software itself."""

import os
import sys
from pathlib import Path

from ..domain.message import Message
from ..environment import install_command
from .registry import call, here, install_extra, stop, task


@task()
def doctor() -> None:
    """Nói máy, kho và cài đặt còn thiếu gì, kèm dòng để gõ."""
    from ..building.settings import settings_in
    from ..commands.upkeep.doctor import said, signs

    seen = list(signs(here.root, settings_in(here.root / "publishconf.py")))
    print(said(seen))
    if any(sign.is_grave for sign in seen):
        stop("")


@task(
    iterable=["path"],
    help={"path": "tệp hoặc thư mục để ghi vào; bỏ trống thì vào sao-luu/, tên theo ngày"},
)
def backup(path: list[str]) -> None:
    """Sao lưu bài, ảnh, kế hoạch, cài đặt và lịch sử git vào một tệp zip (không kèm mật khẩu)."""
    from ..building.errors import today_or_refused
    from ..commands.upkeep.backup import back_up

    if len(path) > 1:
        stop(Message("NR-TASK-017", "Mỗi lần chỉ ghi một bản sao lưu."), code=2)
    for line in back_up(here.root, path[0] if path else "", today_or_refused()):
        print(line)


@task()
def codeowners() -> None:
    """Ghi CODEOWNERS theo ban biên tập hôm nay, để GitHub, GitLab biết hỏi ai."""
    from ..commands.upkeep.codeowners import write_codeowners

    for line in write_codeowners(here.root, here.content, here.cache):
        print(line)


@task(
    help={
        "name": "tên đầy đủ của trường, phòng hoặc sở",
        "level": "tiểu học, mầm non, THCS, THPT, phòng hoặc sở",
        "year": "năm học của kế hoạch, ví dụ 2026-2027",
        "address": "địa chỉ trang trên mạng; bỏ trống thì điền sau",
        "head": "họ tên người đứng đầu, cũng là người duyệt bài; bỏ trống thì điền sau",
        "yes": "không hỏi gì: thiếu mục nào thì báo rồi thôi",
    }
)
def start(
    name: str = "",
    level: str = "",
    year: str = "",
    address: str = "",
    head: str = "",
    yes: bool = False,
) -> None:
    """Lập trang của trường mình: cất trang mẫu, đặt hồ sơ, kế hoạch và bài đầu tiên."""
    from ..commands.starting.answers import StartOptions
    from ..commands.starting.start import begin
    from ..commands.writing.asking import in_the_terminal

    options = StartOptions(name, level, year, address, head)
    may_ask = sys.stdin.isatty() and not yes
    if code := begin(here.root, options, in_the_terminal(), may_ask=may_ask):
        stop("", code)


@task(
    help={
        "check": "chỉ xem có bản mới không và sẽ đổi gì",
        "source": "kho phần mềm; bỏ trống là remote tên upstream",
        "version": "nhánh hoặc thẻ của kho ấy; bỏ trống là nhánh chính",
        "undo": "trở về bản trước lần cập nhật cuối",
    }
)
def update(check: bool = False, source: str = "", version: str = "", undo: bool = False) -> None:
    """Lấy bản mới của phần mềm; bài, kế hoạch và cài đặt của trường giữ nguyên."""
    from ..commands.updating import update as updating

    if undo:
        updating.undo(here.root, print)
    elif check:
        updating.look(here.root, source, version, print)
    elif code := updating.update(here.root, source, version, print):
        stop("", code)


@task(
    name="new-year",
    help={"year": "từ kế hoạch nào, ví dụ 2026-2027; bỏ trống là kế hoạch đang chạy"},
)
def new_year(year: str = "") -> None:
    """Soạn kế hoạch năm sau từ kế hoạch năm nay, giữ ghi chú; nói cần xem lại gì."""
    from ..commands.writing.new_year import begin_new_year

    for line in begin_new_year(here.content, here.cache, year):
        print(line)


@task(
    help={
        "args": "tham số thêm cho pytest",
        "rules": "chỉ các bài kiểm thử của quy tắc (domain/), trong hai giây",
        "coverage": "đo phần mã mà kiểm thử đơn vị chạy qua; dưới mức ở pyproject.toml thì hỏng",
    }
)
def test(args: str = "", rules: bool = False, coverage: bool = False) -> None:
    """Chạy mọi bài kiểm thử của phần mềm."""
    if rules:
        stop("", _test_rules(args.split()))
    # The Word files among the tests; where there is no network they are skipped and say so.
    install_extra("word", "mammoth", is_needed=False)
    pytest = ["pytest", "--numprocesses=auto", "--dist=loadgroup", *args.split()]
    if coverage:
        _install_what_developers_need()
        # Whole sites are built in processes of their own, which nobody counts.
        apart = (f"--ignore=tests/{name}" for name in ("browser", "deploy", "site"))
        pytest += [*apart, "-m", "not exhaustive", "--cov", "--cov-report=term:skip-covered"]
    if code := call(sys.executable, "-m", *pytest):
        stop("", code)


def _test_rules(words: list[str]) -> int:
    """The tests of domain/ alone, here and now: a process of their own would take a tenth more."""
    import pytest

    os.chdir(here.root)
    # Tests compiled anew would take a fifth of it.
    sys.dont_write_bytecode = False
    # Plugins of pytest that happen to be installed take longer to import than domain/ does.
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    unused = ("logging", "unraisableexception", "threadexception", "warnings", "cacheprovider")
    without = (word for name in unused for word in ("-p", f"no:{name}"))
    return int(pytest.main(["--rules", *without, *words]))


@task(
    help={
        "sizes": "số bài, ví dụ 1000,10000",
        "peers": "so với: hugo,eleventy,pelican",
        "runs": "số lần đo",
        "scenarios": "chỉ đo: cold,none,edit,new,revoked,theme",
    }
)
def bench(sizes: str = "1000", peers: str = "", runs: int = 3, scenarios: str = "") -> None:
    """Đo thời gian dựng trang, một mình hay bên cạnh các công cụ khác."""
    given = {"--sizes": sizes, "--peers": peers, "--runs": str(runs), "--scenarios": scenarios}
    options = (part for name, value in given.items() if value for part in (name, value))
    if code := call(sys.executable, str(here.root / "bench/run.py"), *options):
        stop("", code)


@task()
def lint() -> None:
    """Soi mã nguồn: ruff, mypy, actionlint (cài thêm từ requirements-dev.txt)."""
    _install_what_developers_need()
    beside = Path(sys.executable).parent
    workflows = sorted((here.root / ".github/workflows").glob("*.yml"))
    for command in (
        [sys.executable, "-m", "ruff", "check", "."],
        [sys.executable, "-m", "ruff", "format", "--check", "."],
        [sys.executable, "-m", "mypy"],
        [str(beside / "actionlint"), *map(str, workflows)],
    ):
        if code := call(*command):
            stop("", code)


def _install_what_developers_need() -> None:
    if code := call(*install_command(), "-r", str(here.root / "requirements-dev.txt")):
        stop("", code)


@task()
def audit() -> None:
    """Hỏi xem thư viện nào đang dùng có lỗ hổng đã biết (cần mạng)."""
    from ..commands.upkeep.audit import audit

    if code := call(*install_command(), "-r", str(here.root / "requirements-audit.txt")):
        stop("", code)
    print(found := audit(here.root))
    if found.holes:
        stop("")
