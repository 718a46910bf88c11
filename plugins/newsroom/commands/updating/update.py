"""`update`: the new version is merged beside the working tree, and put there as one commit."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ...building.errors import BuildRefused
from ...buildtools.operating_system import is_windows
from ...domain.message import Message
from .newer_version import SETTINGS, NewerVersion, fetched, is_schools, version_in_words
from .repository import Repository, named, refuse_what_is_not_committed

# The line of a commit that says which commit stood before the update.
_TRAILER = "Newsroom-Update"
UNDO = "python3 tasks.py update --undo"
_SPARSE = ("-c", "core.sparseCheckout=true", "-c", "core.sparseCheckoutCone=false")
Say = Callable[[str], None]


def look(root: Path, source: str, reference: str, say: Say) -> None:
    """Say whether there is a newer version, and what it would change; nothing is changed."""
    version = fetched(Repository(root), source, reference)
    for line in version_in_words(version):
        say(line)
    if version.is_new:
        say("Cập nhật:  python3 tasks.py update")


def update(root: Path, source: str, reference: str, say: Say) -> int:
    """Have the software updated; the exit code of `check` afterwards. Raises BuildRefused."""
    repository = Repository(root)
    refuse_what_is_not_committed(repository)
    if repository.run("var", "GIT_COMMITTER_IDENT").returncode:
        raise BuildRefused(
            Message(
                "NR-UPDATE-009",
                "Git chưa biết ai đang làm, nên chưa lưu được. Chưa đổi gì.\n    → Gõ  git config"
                ' user.name "Họ và tên"  và  git config user.email ten@truong.edu.vn',
            )
        )
    _refuse_after_a_revert(repository)
    version = fetched(repository, source, reference)
    for line in version_in_words(version):
        say(line)
    if not version.is_new:
        return 0
    before = repository.head
    with _beside(repository) as place:
        kept = _merged(repository, version, place, before)
        made = repository.run("rev-parse", "HEAD", place=place).stdout.strip()
    forward = repository.run("merge", "--ff-only", "--quiet", made)
    if forward.returncode:
        # Files that git does not watch stand where the new version has some.
        raise repository.failed("merge", forward)
    say(f"Đã cập nhật ({made[:10]}). Trở về bản cũ:  {UNDO}")
    if kept:
        say(
            f"Cài đặt của trường giữ nguyên ở {named(kept)}; bản mới có đổi chỗ ấy, xem bằng:"
            f"  git diff {version.base[:10]} {version.commit[:10]} -- {' '.join(kept)}"
        )
    return _checked(root, "requirements.txt" in version.theirs, say)


def _refuse_after_a_revert(repository: Repository) -> None:
    """Raises BuildRefused: git takes a version that was reverted for one that is there."""
    asked = ("log", "-1", "--first-parent", f"--grep=^{_TRAILER}: ", "--format=%H")
    commit = repository.told(*asked)
    undone = ""
    while commit:
        reverted = ("log", "-1", "-F", f"--grep=This reverts commit {commit}", "--format=%H")
        commit = repository.told(*reverted, f"{commit}..HEAD")
        if commit:
            # A revert of a revert brings the version back.
            undone = "" if undone else commit
    if undone:
        raise BuildRefused(
            Message(
                "NR-UPDATE-012",
                "Lần cập nhật trước đã được trả về, nên phải lấy lại nó rồi mới lấy bản mới hơn."
                f" Chưa đổi gì.\n    → Gõ  git revert --no-edit {undone[:10]}  rồi chạy lại"
                " update.",
            )
        )


@contextmanager
def _beside(repository: Repository) -> Iterator[Path]:
    """A second working tree of the same commit, without the content; gone afterwards.

    Whatever happens there, the school's own folder is what it was.
    """
    repository.run("worktree", "prune")
    folder = Path(tempfile.mkdtemp(prefix="newsroom-update-"))
    place = folder / "ban-moi"
    try:
        made = repository.run(
            "worktree", "add", "--quiet", "--no-checkout", "--detach", str(place), "HEAD"
        )
        if made.returncode:
            raise repository.failed("worktree", made)
        asked = repository.run("rev-parse", "--git-path", "info/sparse-checkout", place=place)
        sparse = place / asked.stdout.strip()
        sparse.parent.mkdir(parents=True, exist_ok=True)
        sparse.write_text("/*\n!/content/\n", encoding="ascii")
        laid = repository.run(*_SPARSE, "checkout", "--quiet", "--detach", "HEAD", place=place)
        if laid.returncode:
            raise repository.failed("checkout", laid)
        yield place
    finally:
        repository.run("worktree", "remove", "--force", str(place))
        shutil.rmtree(folder, ignore_errors=True)
        repository.run("worktree", "prune")


def _merged(
    repository: Repository, version: NewerVersion, place: Path, before: str
) -> tuple[str, ...]:
    """Commit the merge in `place`; the settings files of which the school's lines were kept.

    Raises BuildRefused where both changed the same lines of the software.
    """

    def git(*words: str) -> "subprocess.CompletedProcess[str]":
        return repository.run(*_SPARSE, *words, place=place)

    def done(*words: str) -> None:
        made = git(*words)
        if made.returncode:
            raise repository.failed(words[0], made)

    if not version.is_joined:
        joined = ("-s", "ours", "--allow-unrelated-histories", "-m", "Lịch sử của phần mềm")
        done("merge", "--quiet", "--no-verify", *joined, version.base)
    git("merge", "--quiet", "--no-commit", "--no-ff", version.commit)
    if git("rev-parse", "--quiet", "--verify", "MERGE_HEAD").returncode:
        raise repository.failed("merge", git("status", "--short"))
    # The index is what is committed: there the school's own stays as it was.
    staged = repository.run("diff", "--cached", "--name-only", "--no-renames", "-z", place=place)
    own = [path for path in staged.stdout.split("\0") if path and is_schools(path)]
    kept: list[str] = []
    for path, has_ours in _unmerged(repository, place).items():
        if is_schools(path) or path in SETTINGS:
            own.append(path)
            kept += [path] if path in SETTINGS else []
        elif not has_ours:
            # The school does without this file.
            done("rm", "--quiet", "--cached", "--ignore-unmatch", "--", path)
    for start in range(0, len(own), 100):
        done("reset", "--quiet", "HEAD", "--", *own[start : start + 100])
    if conflicts := list(_unmerged(repository, place)):
        raise _both_changed(conflicts, version)
    words = f"Cập nhật phần mềm lên {version.versions[1]} ({version.commit[:10]})"
    done("commit", "--quiet", "--no-verify", "-m", words, "-m", f"{_TRAILER}: {before}")
    return tuple(kept)


def _unmerged(repository: Repository, place: Path) -> dict[str, bool]:
    """The paths in conflict, and whether the school has the file at all."""
    listed = repository.run("ls-files", "--unmerged", "-z", place=place).stdout
    found: dict[str, bool] = {}
    for line in filter(None, listed.split("\0")):
        facts, _, path = line.partition("\t")
        found[path] = found.get(path, False) or facts.split()[2] == "2"
    return found


def _both_changed(conflicts: list[str], version: NewerVersion) -> BuildRefused:
    files = " ".join(f'"{path}"' for path in conflicts)
    base = version.base[:10]
    return BuildRefused(
        Message(
            "NR-UPDATE-010",
            f"Trường đã sửa {len(conflicts)} tệp của phần mềm đúng chỗ bản mới cũng sửa:"
            f" {named(conflicts)}. Chưa đổi gì, phần sửa của trường còn nguyên."
            "\n    → Cất phần sửa ra một tệp, trả các tệp ấy về bản gốc, rồi cập nhật lại:"
            f"\n      git diff {base} HEAD -- {files} > sua-rieng.patch"
            f"\n      git checkout {base} -- {files}"
            '\n      git commit -m "Trả về bản gốc"'
            "\n      python3 tasks.py update",
        )
    )


def _checked(root: Path, has_new_libraries: bool, say: Say) -> int:
    """Run `check` of the new software; its exit code."""
    if has_new_libraries and is_windows():
        # There, nobody can replace the libraries of a program that runs.
        say("Bây giờ gõ  py tasks.py check  : lần đầu máy cài thư viện mới.")
        return 0
    say("Kiểm tra bằng bản mới:")
    python = getattr(sys, "_base_executable", "") or sys.executable
    code = subprocess.call([python, str(root / "tasks.py"), "check"], cwd=root)
    if code:
        say(f"Bản mới báo lỗi như trên: sửa rồi chạy lại check, hoặc trở về bản cũ:  {UNDO}")
    return code


def undo(root: Path, say: Say) -> None:
    """Take the last update back. Raises BuildRefused, with nothing changed."""
    repository = Repository(root)
    refuse_what_is_not_committed(repository)
    asked = ("log", "-1", "--first-parent", f"--grep=^{_TRAILER}: ", "--format=%H %(trailers:only)")
    commit, _, trailer = repository.told(*asked).partition(" ")
    before = trailer.rpartition(f"{_TRAILER}: ")[2].strip()
    if not commit or repository.git.commit(before) is None:
        raise BuildRefused(
            Message("NR-UPDATE-011", "Kho này chưa có lần cập nhật nào để trở về. Không đổi gì.")
        )
    if commit == repository.head:
        made = repository.run("reset", "--keep", "--quiet", before)
    else:
        made = repository.run("revert", "--no-edit", "-m", "1", commit)
        if made.returncode:
            repository.run("revert", "--abort")
    if made.returncode:
        raise repository.failed("revert", made)
    say(f"Đã trở về bản trước lần cập nhật ({before[:10]}). Bài và kế hoạch không đổi.")
    if commit != repository.head and repository.git.commit("HEAD") != before:
        say(f"Muốn lấy lại bản mới:  git revert {repository.head[:10]}")
