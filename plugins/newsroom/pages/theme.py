"""What the theme gives to a site: one style sheet, scripts, static files, and its mistakes."""

import hashlib
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from .page import Page, text_file

ORDER = ("tokens", "base", "layout", "components", "utilities", "print")


class ThemeError(Exception):
    """A mistake in the theme: the file, from the folder the theme lies in, the line, the reason."""

    def __init__(self, path: str, line: int, reason: str) -> None:
        super().__init__(path, line, reason)
        self.path, self.line, self.reason = path, line, reason


def stylesheet(theme: Path) -> Page:
    """styles/ of the theme in the order of its layers; named by content, to be cached for ever."""
    styles = theme / "styles"
    files = [
        file
        for layer in ORDER
        for file in (
            sorted((styles / layer).glob("*.css"))
            if (styles / layer).is_dir()
            else [styles / f"{layer}.css"]
        )
    ]
    text = f"@layer {', '.join(ORDER)};\n" + "".join(
        file.read_text(encoding="utf-8") for file in files
    )
    digest = hashlib.sha256(text.encode()).hexdigest()[:12]
    return text_file(f"theme/site.{digest}.css", text)


def scripts(theme: Path) -> dict[str, Page]:
    """The scripts of scripts/ by their name without .js; named by content like the style sheet."""
    found: dict[str, Page] = {}
    for file in sorted((theme / "scripts").glob("*.js")):
        text = file.read_text(encoding="utf-8")
        digest = hashlib.sha256(text.encode()).hexdigest()[:12]
        found[file.stem] = text_file(f"theme/{file.stem}.{digest}.js", text)
    return found


def static_files(settings: Mapping[str, Any]) -> Iterator[Page]:
    """The files that Pelican would copy into theme/."""
    theme = Path(settings["THEME"])
    for start in settings["THEME_STATIC_PATHS"]:
        for path in sorted((theme / start).rglob("*")):
            if path.is_file():
                content = path.read_bytes()
                url = f"theme/{path.relative_to(theme / start).as_posix()}"
                digest = hashlib.sha256(content).hexdigest()
                yield Page(url, digest, partial(_given, content))


def _given(content: bytes) -> bytes:
    return content


def template_folders(settings: Mapping[str, Any]) -> list[Path]:
    """Where templates are looked for, in this order."""
    overrides = map(Path, settings.get("THEME_TEMPLATES_OVERRIDES", ()))
    return [*overrides, Path(settings["THEME"], "templates")]


def key_of_templates(settings: Mapping[str, Any]) -> str:
    """A digest of every template: a change in one makes every page anew."""
    return _key_of(template_folders(settings))


def key_of_theme(settings: Mapping[str, Any]) -> str:
    """A digest of the whole theme."""
    return _key_of([*template_folders(settings), Path(settings["THEME"])])


def _key_of(folders: list[Path]) -> str:
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                digest.update(f"{path.relative_to(folder)}\n".encode() + path.read_bytes())
    return digest.hexdigest()


def blamed(error: Exception, theme: Path) -> ThemeError | None:
    """The mistake of the theme behind an error; None where the theme is innocent."""
    from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

    name, line = "", 1
    if isinstance(error, ThemeError):
        return error
    if isinstance(error, TemplateSyntaxError):
        name, line = error.filename or str(theme), error.lineno
    elif isinstance(error, TemplateNotFound):
        name = str(theme / "templates" / str(error.name))
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
    if not name:
        return None
    path = Path(name)
    shown = path.relative_to(theme.parent) if path.is_relative_to(theme.parent) else path
    return ThemeError(shown.as_posix(), line, str(error))
