"""Files of the folder that are not as the last commit has them: another machine builds without."""

from enum import Enum

from ..intake.folder.content_folder import is_linkable
from ..intake.folder.scan import ITEMS, PLAN_ENDINGS, TEXT_ENDINGS
from .answers import FileState, NotUnderstood, file_states, unwatched_files
from .differences import path_below
from .git import FAILED, Git, NoHistory


class Uncommitted(Enum):
    """The ways in which a file of the disk differs from the last commit."""

    IGNORED = "ignored"
    NEW = "new"
    CHANGED = "changed"
    DELETED = "deleted"
    UNWATCHED = "unwatched"
    REPOSITORY = "repository"


# Those of which the disk has words of its own.
ON_THE_DISK = frozenset(Uncommitted) - {Uncommitted.DELETED, Uncommitted.REPOSITORY}


def uncommitted(git: Git) -> dict[str, Uncommitted]:
    """The differences, by path below the folder, of all that a build reads. Raises NoHistory."""
    status = ("status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all")
    try:
        states = [*file_states(git.tell(*status, "--ignored=traditional", "--", git.place))]
        unwatched = [*unwatched_files(git.tell("ls-files", "-v", "-z", "--", git.place))]
    except NotUnderstood as error:
        raise NoHistory(FAILED.format(word="status", said=error)) from error
    found = {
        **dict.fromkeys(unwatched, Uncommitted.UNWATCHED),
        **{state.name: _kind_of(state) for state in states},
    }
    named = ((path_below(git.prefix, name), kind) for name, kind in found.items())
    return {
        path.rstrip("/"): kind
        for path, kind in named
        if path and (_is_read(path) or kind is Uncommitted.REPOSITORY)
    }


def _kind_of(file: FileState) -> Uncommitted:
    if file.name.endswith(b"/"):
        return Uncommitted.REPOSITORY
    match file.state:
        case "!!":
            return Uncommitted.IGNORED
        case "??":
            return Uncommitted.NEW
        case state if "D" in state:
            return Uncommitted.DELETED
    return Uncommitted.CHANGED


def _is_read(path: str) -> bool:
    """True where a build reads such a file: a text, a YAML file, a picture or an attachment."""
    folders = tuple(f"{folder}/" for folder in ITEMS)
    is_text = path.startswith(folders) and path.lower().endswith(TEXT_ENDINGS)
    return is_text or path.lower().endswith(PLAN_ENDINGS) or is_linkable(path)
