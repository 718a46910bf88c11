"""Building an edition so that its folder holds the old site or the new one, never a mixture."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any

from jinja2 import TemplateError, TemplateSyntaxError
from pelican import Pelican
from pelican.log import console
from pelican.settings import read_settings

from .domain.problem import Problem
from .exports.terminal import problem_lines
from .plugin import Refused

__all__ = ["Refused", "build_edition"]


def build_edition(settings_file: Path, target: Path, **extra: Any) -> None:
    """Build the edition of a settings file into `target`, replacing what was there.

    The build happens in a folder beside it and is moved there only when whole. Raises Refused,
    with `target` untouched, when the content or the theme does not allow it.
    """
    with _workshop(target) as workshop:
        settings = read_settings(
            str(settings_file), override={**extra, "OUTPUT_PATH": str(workshop)}
        )
        try:
            # Pelican's closing line counts only its own objects; ours has been said.
            console.quiet = True
            Pelican(settings).run()
        except TemplateError as error:
            raise Refused(_theme_error(error, Path(settings["THEME"]))) from error
        if not (workshop / "index.html").is_file():
            raise Refused("Trang dựng ra không có trang chủ, nên giữ nguyên bản cũ.")
        _swap(workshop, target)


@contextmanager
def _workshop(target: Path) -> Iterator[Path]:
    """A fresh folder on the same file system as the target, gone afterwards."""
    target.parent.mkdir(parents=True, exist_ok=True)
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


def _theme_error(error: TemplateError, theme: Path) -> str:
    """The error as a problem in a template file, with its line."""
    if isinstance(error, TemplateSyntaxError):
        name, line = error.filename or "theme", error.lineno
    else:
        name, line = _last_place_in(error.__traceback__, theme)
    path = Path(name).relative_to(theme.parent) if Path(name).is_absolute() else Path(name)
    problem = Problem(
        path.as_posix(),
        line,
        f"Giao diện có lỗi: {error.message}.",
        "Sửa mẫu trang này, hoặc lấy lại bản cũ của thư mục theme.",
    )
    return f"{problem_lines([problem])}\nChưa đăng gì cả."


def _last_place_in(trace: TracebackType | None, theme: Path) -> tuple[str, int]:
    place = ("theme", 1)
    while trace:
        name = trace.tb_frame.f_code.co_filename
        if name.startswith(str(theme)):
            place = (name, trace.tb_lineno)
        trace = trace.tb_next
    return place
