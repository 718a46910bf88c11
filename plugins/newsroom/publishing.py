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
        settings = read_settings(
            str(settings_file), override={**extra, "OUTPUT_PATH": str(workshop)}
        )
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


@contextmanager
def _workshop(target: Path) -> Iterator[Path]:
    """A fresh folder on the same file system as the target, gone afterwards."""
    target.parent.mkdir(parents=True, exist_ok=True)
    for leftover in target.parent.glob(f".{target.name}-*"):
        # A build that was killed could not tidy up; one that runs is younger.
        if time.time() - leftover.stat().st_mtime > ABANDONED_AFTER:
            shutil.rmtree(leftover, ignore_errors=True)
    workshop = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    # mkdtemp keeps others out; a web server has to read the site.
    workshop.chmod(0o755)
    try:
        yield workshop
    finally:
        shutil.rmtree(workshop, ignore_errors=True)


def _swap(workshop: Path, target: Path) -> None:
    old = workshop.with_name(f"{workshop.name}-old")
    if target.exists():
        os.replace(target, old)
    try:
        os.replace(workshop, target)
    except OSError:
        if old.exists():
            os.replace(old, target)
        raise
    shutil.rmtree(old, ignore_errors=True)


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
