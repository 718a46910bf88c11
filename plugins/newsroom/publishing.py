"""Building an edition so that its folder holds the old site or the new one, never a mixture."""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jinja2 import TemplateError, TemplateSyntaxError
from pelican import Pelican
from pelican.generators import PelicanTemplateNotFound
from pelican.log import console
from pelican.settings import read_settings

from .domain.problem import Problem
from .exports.terminal import problem_lines
from .plugin import Refused

ABANDONED_AFTER = 3600.0

__all__ = ["Refused", "build_edition"]


def build_edition(settings_file: Path, target: Path, **extra: Any) -> None:
    """Build the edition of a settings file into `target`, replacing what was there.

    The build happens in a folder beside it and is moved there only when whole. Raises Refused,
    with `target` untouched, when the content or the theme does not allow it.
    """
    # A link to the web server's folder stays a link.
    target = target.resolve()
    with _workshop(target) as workshop:
        settings = _settings(settings_file, {**extra, "OUTPUT_PATH": str(workshop)})
        try:
            # Pelican's closing line counts only its own objects; ours has been said.
            console.quiet = True
            Pelican(settings).run()
        except Exception as error:
            place = _place_in_theme(error, Path(settings["THEME"]))
            if place is None:
                raise
            raise Refused(_theme_problem(error, *place)) from error
        if not (workshop / "index.html").is_file():
            raise Refused("Trang dựng ra không có trang chủ, nên giữ nguyên bản cũ.")
        _swap(workshop, target)


def _settings(settings_file: Path, override: dict[str, Any]) -> dict[str, Any]:
    try:
        return dict(read_settings(str(settings_file), override=override))
    except ValueError as error:
        # Pelican looks for the theme's folder when it reads the settings.
        raise Refused(f"Không tìm thấy thư mục giao diện (theme): {error}.") from error


@contextmanager
def _workshop(target: Path) -> Iterator[Path]:
    """A fresh folder on the same file system as the target, gone afterwards."""
    target.parent.mkdir(parents=True, exist_ok=True)
    _tidy_up(target)
    workshop = Path(tempfile.mkdtemp(prefix=_prefix(target), dir=target.parent))
    # mkdtemp keeps others out; a web server has to read the site.
    workshop.chmod(0o755)
    try:
        yield workshop
    finally:
        shutil.rmtree(workshop, ignore_errors=True)


def _prefix(target: Path) -> str:
    """What only our own folders beside the target begin with."""
    return f".newsroom-{target.name}-"


def _aside(target: Path) -> Path:
    """Where the old site stands for the moment in which the new one takes its place."""
    return target.with_name(f"{_prefix(target)}old")


def _tidy_up(target: Path) -> None:
    """Mend what a build that was killed left: put the old site back, remove half-built ones."""
    if target.is_file():
        raise Refused(f"“{target.name}” là một tệp, không phải thư mục: hãy đổi tên tệp đó.")
    aside = _aside(target)
    if aside.exists() and not target.exists():
        os.replace(aside, target)
    for leftover in target.parent.glob(f"{_prefix(target)}*"):
        # One that is being built now is younger.
        if leftover == aside or time.time() - leftover.stat().st_mtime > ABANDONED_AFTER:
            shutil.rmtree(leftover, ignore_errors=True)


def _swap(workshop: Path, target: Path) -> None:
    aside = _aside(target)
    if target.exists():
        os.replace(target, aside)
    try:
        os.replace(workshop, target)
    except OSError:
        if aside.exists():
            os.replace(aside, target)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def _place_in_theme(error: Exception, theme: Path) -> tuple[str, int] | None:
    """The file of the theme, from the project's folder, and the line where a build failed."""
    name, line = "", 1
    if isinstance(error, TemplateSyntaxError):
        name, line = error.filename or str(theme), error.lineno
    elif isinstance(error, PelicanTemplateNotFound):
        name = str(theme / "templates")
    elif isinstance(error, OSError) and str(error.filename).startswith(str(theme)):
        name = str(error.filename)
    else:
        trace = error.__traceback__
        while trace:
            if trace.tb_frame.f_code.co_filename.startswith(str(theme)):
                name, line = trace.tb_frame.f_code.co_filename, trace.tb_lineno
            trace = trace.tb_next
        if not name and isinstance(error, TemplateError | UnicodeDecodeError):
            name = str(theme)
    return (Path(name).relative_to(theme.parent).as_posix(), line) if name else None


def _theme_problem(error: Exception, path: str, line: int) -> str:
    problem = Problem(
        path,
        line,
        f"Giao diện có lỗi: {error}.",
        "Sửa tệp này, hoặc lấy lại bản cũ của thư mục theme.",
    )
    return f"{problem_lines([problem])}\nChưa đăng gì cả."
