"""The newer version: fetched, and what it would change beside what the school has changed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...building.errors import BuildRefused
from ...domain.message import Message
from .repository import Repository, named

UPSTREAM = "upstream"
# The school's own: no version of the software writes there.
SCHOOLS_FOLDERS = ("content", "sao-luu", "reports")
SCHOOLS_FILES = (".github/CODEOWNERS", ".gitlab/CODEOWNERS")
# Both write there: the school's lines stay where both changed the same.
SETTINGS = ("pelicanconf.py", "publishconf.py")
# Of these two the software of a commit is told where there is no common history.
_CORE = ("plugins", "theme")
_VERSION = re.compile(r'^version = "([^"]+)"', re.MULTILINE)


def is_schools(path: str) -> bool:
    return path.partition("/")[0] in SCHOOLS_FOLDERS or path in SCHOOLS_FILES


@dataclass(frozen=True, kw_only=True)
class NewerVersion:
    """A version of the software beside the one that the school has.

    `base` is the last commit that both have; where the school's copy has a history of its own
    (a template, a zip) it is the one whose software the school began with, and `is_joined` False.
    `theirs` and `ours` are the paths of the software that changed since.
    """

    commit: str
    base: str
    is_joined: bool
    theirs: tuple[str, ...]
    ours: tuple[str, ...]
    versions: tuple[str, str]
    news: tuple[str, ...]

    @property
    def is_new(self) -> bool:
        return bool(self.theirs)

    @property
    def met(self) -> tuple[str, ...]:
        """The files that both have changed."""
        return tuple(path for path in self.ours if path in set(self.theirs))


def fetched(repository: Repository, source: str, reference: str) -> NewerVersion:
    """The version that a remote has now. Raises BuildRefused, with nothing changed."""
    remotes = repository.told("remote").split()
    if not source and UPSTREAM not in remotes:
        raise BuildRefused(
            Message(
                "NR-UPDATE-001",
                "Chưa biết lấy bản mới của phần mềm ở đâu.\n    → Gõ một lần:  git remote add"
                f" {UPSTREAM} ĐỊA-CHỈ-KHO-PHẦN-MỀM  rồi chạy lại; hoặc thêm  --source ĐỊA-CHỈ",
            )
        )
    source = source or UPSTREAM
    made = repository.run("fetch", "--quiet", "--no-tags", "--", source, reference or "HEAD")
    if made.returncode:
        said = [line for line in made.stderr.splitlines() if line.strip()]
        raise BuildRefused(
            Message(
                "NR-UPDATE-002",
                f"Không lấy được bản mới từ {source}: {said[-1] if said else '?'}. Chưa đổi gì."
                "\n    → Kiểm tra mạng và địa chỉ (git remote -v) rồi chạy lại.",
            )
        )
    theirs = repository.told("rev-parse", "--verify", "FETCH_HEAD^{commit}")
    common = repository.run("merge-base", "HEAD", theirs).stdout.strip()
    base = common or _beginning(repository, theirs)
    return NewerVersion(
        commit=theirs,
        base=base,
        is_joined=bool(common),
        theirs=tuple(p for p in repository.changed(base, theirs) if not is_schools(p)),
        ours=tuple(p for p in repository.changed(base, "HEAD") if not is_schools(p)),
        versions=(_version(repository, "HEAD"), _version(repository, theirs)),
        news=tuple(_news(repository, base, theirs)),
    )


def _beginning(repository: Repository, theirs: str) -> str:
    """The commit of theirs whose software is that of our first commit. Raises BuildRefused.

    A copy made from a template, or from a zip file, has a history of its own.
    """
    firsts = repository.told("rev-list", "--max-parents=0", "HEAD").split()
    commits = repository.told("rev-list", theirs).split()
    asked = [*firsts, *commits]
    named_trees = "".join(f"{commit}:{name}\n" for commit in asked for name in _CORE)
    answers = repository.run("cat-file", "--batch-check=%(objectname)", given=named_trees).stdout
    lines = answers.splitlines()
    trees = {
        commit: tuple(lines[n * len(_CORE) : (n + 1) * len(_CORE)])
        for n, commit in enumerate(asked)
    }
    wanted = {trees[first] for first in firsts if "missing" not in " ".join(trees[first])}
    found = next((commit for commit in commits if trees[commit] in wanted), None)
    if found is None:
        raise BuildRefused(
            Message(
                "NR-UPDATE-003",
                "Kho của trường và kho phần mềm không có lịch sử chung, và không bản nào của phần"
                " mềm giống bản trường bắt đầu, nên máy không ghép được. Chưa đổi gì."
                "\n    → Cách làm bằng tệp zip: docs/huong-dan/cap-nhat.md",
            )
        )
    return found


def _version(repository: Repository, commit: str) -> str:
    found = _VERSION.search(repository.file_in(commit, "pyproject.toml"))
    return found[1] if found else "?"


def _news(repository: Repository, base: str, theirs: str) -> Iterator[str]:
    """The entries of the changelog that are new, each as one line."""
    old = set(_entries(repository.file_in(base, "CHANGELOG.md")))
    yield from (e for e in _entries(repository.file_in(theirs, "CHANGELOG.md")) if e not in old)


def _entries(changelog: str) -> list[str]:
    found = re.findall(r"^- (.*(?:\n  .*)*)", changelog, re.MULTILINE)
    return [" ".join(entry.split()) for entry in found]


_MOST_NEWS = 12


def version_in_words(version: NewerVersion) -> Iterator[str]:
    """Lines on what the version brings, and on what the school has changed in the software."""
    if not version.is_new:
        yield "Đang dùng bản mới nhất của phần mềm."
        return
    before, after = version.versions
    yield (
        f"Có bản mới: {before} → {after} ({version.commit[:10]}); {len(version.theirs)} tệp của"
        " phần mềm sẽ đổi. Bài, kế hoạch, ảnh trong content/ không đổi."
    )
    for entry in version.news[:_MOST_NEWS]:
        yield f"  - {entry}"
    if len(version.news) > _MOST_NEWS:
        yield f"  … và {len(version.news) - _MOST_NEWS} mục nữa trong CHANGELOG.md."
    yield f"Sẽ đổi: {_by_folder(version.theirs)}."
    if version.ours:
        yield f"Trường đã sửa {len(version.ours)} tệp của phần mềm: {named(version.ours)}."
    if version.met:
        yield f"Trong đó bản mới cũng đổi: {named(version.met)}. Không ghép được thì máy thôi."


def _by_folder(paths: Sequence[str]) -> str:
    counts: dict[str, int] = {}
    for path in paths:
        top, sign, _ = path.partition("/")
        counts[top + sign] = counts.get(top + sign, 0) + 1
    return ", ".join(f"{name} {n}" if name.endswith("/") else name for name, n in counts.items())
