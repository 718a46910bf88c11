"""Building the site, looking at it, bringing it to its host."""

import sys

from ..domain.message import Message
from .registry import here, stop, task

_ALLOW_REMOVALS = "đăng cả khi phần lớn trang sẽ mất, hoặc hôm nay trước ngày của bản đang đăng"


def _with_removals(*words: str) -> str:
    """The line to type that goes on where nearly everything would be taken down."""
    return " ".join(("python3 tasks.py", *words, "--allow-removals"))


@task()
def build() -> None:
    """Dựng bản của ban biên tập vào desk/ (có bài chờ duyệt; không đăng lên mạng)."""
    from ..building.publishing import build_edition

    build_edition(here.root / "pelicanconf.py", here.desk)


@task(
    help={
        "keep-going": "giữ lại bài có lỗi và đăng phần còn lại",
        "allow-removals": _ALLOW_REMOVALS,
        "verify-all": "soát lại cả những tệp không đổi từ lần trước",
    }
)
def publish(
    keep_going: bool = False, verify_all: bool = False, allow_removals: bool = False
) -> None:
    """Kiểm tra, dựng trang công khai, soát, rồi thay vào output/."""
    from ..building.publishing import audit_edition, build_edition

    build_edition(
        here.root / "publishconf.py",
        here.output,
        keep_going=keep_going,
        allow_removals=allow_removals,
        command=_with_removals("publish", *(["--keep-going"] if keep_going else ())),
    )
    if verify_all:
        audit_edition(here.root / "publishconf.py", here.output)
    print(f"Trang đã dựng xong: {here.output / 'index.html'}")


@task(
    help={
        "to": "folder, rsync, ftp, sftp hoặc github; mỗi cách một khối trong DEPLOY",
        "dry-run": "chỉ nói sẽ gửi gì, xóa gì",
        "allow-removals": _ALLOW_REMOVALS,
        "as-is": "gửi đúng bản đang đứng trong output/, không dựng lại (sau lệnh back)",
    }
)
def deploy(
    to: str,
    dry_run: bool = False,
    allow_removals: bool = False,
    as_is: bool = False,
) -> None:
    """Dựng trang công khai rồi đưa lên máy chủ những gì đã đổi."""
    from ..building.publishing import build_edition
    from ..building.settings import settings_in
    from ..buildtools.terminal import printed
    from ..commands.upkeep.back import refuse_to_send
    from ..deploy.command import deploy
    from ..deploy.hosts.host import CannotDeploy
    from ..deploy.mass_removal import RemovalConsent

    def say(line: str) -> None:
        # Names that lie on a host are anybody's.
        print(printed(line))

    command = _with_removals("deploy", "--to", to, *(["--as-is"] if as_is else ()))
    settings = settings_in(here.root / "publishconf.py")
    if as_is:
        refuse_to_send(settings, here.output)
    else:
        build_edition(
            here.root / "publishconf.py",
            here.output,
            allow_removals=allow_removals,
            command=command,
        )
    try:
        consent = RemovalConsent(allow_removals, as_is, command)
        deploy(here.root, here.output, to, settings, dry_run=dry_run, say=say, consent=consent)
    except CannotDeploy as error:
        stop(str(error))


@task(
    iterable=["edition"],
    help={
        "edition": "số hoặc ngày của bản muốn đặt lại; bỏ trống thì chỉ liệt kê",
        "allow-undecided": "cả khi có bài hôm nay không được đăng mà chưa ai quyết định gì",
    },
)
def back(edition: list[str], allow_undecided: bool = False) -> None:
    """Xem các bản cũ còn giữ; đặt một bản trở lại output/ (deploy --as-is gửi bản ấy đi)."""
    from ..building.settings import settings_in
    from ..commands.upkeep.back import go_back, shown

    if len(edition) > 1:
        stop(Message("NR-TASK-008", "Mỗi lần chỉ đặt lại một bản."), code=2)
    settings = settings_in(here.root / "publishconf.py")
    for line in (
        go_back(settings, here.output, edition[0], allow_undecided=allow_undecided)
        if edition
        else shown(here.output)
    ):
        print(line)


@task(help={"port": "cổng, mặc định 8000"})
def serve(port: int = 8000) -> None:
    """Mở bản của ban biên tập ở http://127.0.0.1:8000; tự dựng lại khi lưu tệp, khi tới giờ hẹn."""
    from ..building.built_state import SpanWatch
    from ..building.publishing import BuildRefused, build_edition
    from ..commands.serving.livereload import DeskServer

    def rebuild() -> None:
        try:
            build_edition(here.root / "pelicanconf.py", here.desk)
        except BuildRefused as error:
            print(error, file=sys.stderr)

    rebuild()
    server = DeskServer()
    server.rebuild_on_time(SpanWatch(here.cache, here.desk).has_ended, rebuild)
    server.watch(str(here.content), rebuild)
    server.watch(str(here.root / "theme"), rebuild)
    try:
        server.serve(root=str(here.desk), port=port, host="127.0.0.1")
    except OSError as error:
        stop(Message("NR-TASK-009", f"Không mở được cổng {port}: {error}. Thử --port 8001."))


@task()
def clean() -> None:
    """Xóa những gì đã dựng: output/, desk/, reports/ và bộ nhớ đệm."""
    import shutil

    from ..building.kept_editions import folder_of

    made = (here.output, here.desk, here.reports, here.cache, folder_of(here.output.resolve()))
    for folder in (*made, *here.root.glob(".newsroom-*")):
        shutil.rmtree(folder, ignore_errors=True)
