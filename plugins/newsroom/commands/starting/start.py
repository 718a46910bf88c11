"""`start`: the demo goes, a school's own site takes its place in one step."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from ...building.atomic_output import build_lock, replace_output, staging_folder_for, tidy_up
from ...building.errors import BuildRefused, today_or_refused
from ...building.kept_editions import folder_of
from ...buildtools.cache.build_cache import BuildCache
from ...domain.message import Message
from ...domain.unfilled import advice_to_fill
from ...exports.findings.terminal import problem_lines
from ...intake.folder.content_folder import ContentFolder
from ...intake.plan.site_config import SiteConfig, read_site_config
from ...verification.edition import MANIFEST
from ...vocabulary import things
from ..upkeep.backup import back_up
from ..writing.asking import Talk
from .answers import StartAnswers, StartOptions, answers_asked, answers_from
from .beginning import NOT_THERE, files_of
from .demo_content import ContentState, git_that_holds, refuse_what_is_not_the_demo, state_of

STOPPED, INCOMPLETE = 130, 2
_MADE = ("desk", "reports")


def begin(root: Path, options: StartOptions, talk: Talk, *, may_ask: bool) -> int:
    """Have the site begun; the exit code. Raises BuildRefused, with nothing changed."""
    content, today = root / "content", today_or_refused()
    with build_lock(root / ".cache"):
        # Whatever a start that was killed left.
        tidy_up(content)
    state, _, others = state_of(content)
    if state is ContentState.MIXED:
        refuse_what_is_not_the_demo(others)
    if state is ContentState.OWN:
        talk.say(_done_already(content))
        return 0
    try:
        found, complaints = answers_from(options)
        if found is None and may_ask:
            found = answers_asked(options, talk, today)
    except (EOFError, KeyboardInterrupt):
        talk.say("\nĐã dừng, chưa đổi gì.")
        return STOPPED
    if found is None:
        talk.say("Chưa đổi gì. Xin ghi đủ và đúng các mục sau:")
        for complaint in complaints:
            talk.say(f"  {complaint}")
        return INCOMPLETE
    way_back = _way_back(root, state, talk.say)
    try:
        files = files_of(root, found, today)
    except OSError as error:
        raise BuildRefused(NOT_THERE.format(reason=error.strerror or error)) from None
    config = _begun(root, files)
    for line in _told(found, files, config, way_back):
        talk.say(line)
    return 0


def _done_already(content: Path) -> str:
    config = read_site_config(ContentFolder(content), BuildCache(None, ""))
    whose = config.school.name if config.school else things.UNNAMED
    left = len(config.school.unfilled) if config.school else 0
    left += sum(len(plan.unfilled) for plan in config.plans)
    rest = f" Còn {left} chỗ phải điền:  python3 tasks.py check" if left else ""
    return (
        f"Đã làm xong từ trước: content/ là trang của {whose}, không còn trang mẫu. Không đổi gì."
        f"{rest}"
    )


def _way_back(root: Path, state: ContentState, say: Callable[[str], None]) -> str:
    """The line to type that brings the demo back. Without git it goes into a file first."""
    if state is ContentState.EMPTY:
        return ""
    git = git_that_holds(root / "content")
    if git is not None:
        commit = git.commit("HEAD") or "HEAD"
        return f"Trang mẫu còn trong git:  git checkout {commit[:12]} -- content"
    say("Thư mục này không có git giữ trang mẫu, nên sao lưu tất cả vào một tệp trước.")
    for line in back_up(root, "", today_or_refused()):
        say(line)
    return "Trang mẫu còn trong tệp sao lưu vừa ghi ở thư mục sao-luu/."


def _begun(root: Path, files: Mapping[str, str]) -> SiteConfig:
    """The new content, in place as a whole. Raises BuildRefused, with the old one untouched."""
    content = root / "content"
    try:
        with build_lock(root / ".cache"), staging_folder_for(content) as staging:
            for name, text in files.items():
                place = staging / name
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_text(text, encoding="utf-8", newline="\n")
            config = read_site_config(ContentFolder(staging), BuildCache(None, ""))
            if config.problems:
                # Of names that our own files cannot hold.
                raise BuildRefused(problem_lines(config.problems))
            _put_away_what_was_made(root)
            replace_output(staging, content)
        shutil.rmtree(root / ".cache", ignore_errors=True)
    except OSError as error:
        raise BuildRefused(
            Message(
                "NR-START-012",
                f"Chưa đổi được: {error.strerror or error} ({error.filename or content.name}). Xem"
                " đĩa còn chỗ không, đóng các chương trình đang mở thư mục content rồi chạy lại;"
                " trang mẫu còn nguyên.",
            )
        ) from None
    return config


def _put_away_what_was_made(root: Path) -> None:
    """Remove what was built from the demo, so that nothing of it can be sent or put back."""
    output = root / "output"
    for name in _MADE:
        shutil.rmtree(root / name, ignore_errors=True)
    target = output.resolve()
    shutil.rmtree(folder_of(target), ignore_errors=True)
    if (target / MANIFEST).is_file():
        # Its manifest goes first: without one nothing is ever sent.
        (target / MANIFEST).unlink()
        for place in target.iterdir():
            if place.is_dir() and not place.is_symlink():
                shutil.rmtree(place)
            else:
                place.unlink()
    if output.is_dir() and not output.is_symlink() and not any(output.iterdir()):
        output.rmdir()


def _told(
    answers: StartAnswers, files: Mapping[str, str], config: SiteConfig, way_back: str
) -> list[str]:
    school = config.school.unfilled if config.school else ()
    places = (*school, *(place for plan in config.plans for place in plan.unfilled))
    article = next(name for name in files if name.endswith(".md"))
    lines = [
        f"Đã lập trang của {answers.name}, năm học {answers.year}. Đã ghi:",
        *(f"  content/{name}" for name in files),
        "Đã dọn những gì dựng từ trang mẫu: output/, desk/, reports/, .cache/.",
    ]
    if way_back:
        lines.append(way_back)
    first = next(iter(advice_to_fill(places)), None)
    lines += ["", "Bây giờ xin làm:"]
    if first:
        lines.append(
            f"1. Điền {len(places)} chỗ còn đánh dấu “…(điền …)” trong truong.yaml và kế hoạch;"
            " python3 tasks.py check  kể từng chỗ. Ít nhất điền tên ban biên tập thì mới duyệt bài"
            " được."
        )
    lines += [
        "2. Xem thử:  python3 tasks.py serve  ; viết bài:  python3 tasks.py new",
        f'3. Duyệt bài đầu tiên:  python3 tasks.py approve content/{article} --by "Họ và tên"',
        '4. Lưu lại:  git add -A  rồi  git commit -m "Trang của trường"',
        "Từng bước có ở docs/huong-dan/bat-dau.md.",
    ]
    return lines
