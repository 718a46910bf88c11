"""The files of the theme (one style sheet, scripts, static files), and its mistakes."""

import hashlib
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from ...domain.section import Section
from .page import Page, text_file

ORDER = ("fonts", "tokens", "base", "layout", "components", "utilities", "print")


class ThemeError(Exception):
    """A mistake in the theme: the file, from the folder the theme lies in, the line, the reason."""

    def __init__(self, path: str, line: int, reason: str) -> None:
        super().__init__(path, line, reason)
        self.path, self.line, self.reason = path, line, reason


def made_files(theme: Path) -> tuple[Sequence[Page], Mapping[str, Any]]:
    """Files made of the theme's parts, named by content, and what templates know of its files."""
    style, scripts = _stylesheet(theme), _scripts(theme)
    named = {
        "stylesheet": style.url,
        "scripts": {name: script.url for name, script in scripts.items()},
        "fonts": _font_files(theme),
    }
    return [style, *scripts.values()], named


def _stylesheet(theme: Path) -> Page:
    """styles/ of the theme in the order of its layers."""
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
    return _cached_for_ever("site", "css", text)


def _font_files(theme: Path) -> list[str]:
    """Addresses of the typeface's files, which pages ask for before the style sheet names them."""
    static = theme / "static"
    return [
        f"{Section.THEME}/{file.relative_to(static).as_posix()}"
        for file in sorted((static / "fonts").glob("*.woff2"))
    ]


def _scripts(theme: Path) -> dict[str, Page]:
    """The scripts of scripts/ by their name without .js."""
    return {
        file.stem: _cached_for_ever(file.stem, "js", file.read_text(encoding="utf-8"))
        for file in sorted((theme / "scripts").glob("*.js"))
    }


def _cached_for_ever(name: str, ending: str, text: str) -> Page:
    digest = hashlib.sha256(text.encode()).hexdigest()[:12]
    return text_file(f"{Section.THEME}/{name}.{digest}.{ending}", text)


def static_files(settings: Mapping[str, Any]) -> Iterator[Page]:
    """The files that Pelican would copy into theme/."""
    theme = Path(settings["THEME"])
    for start in settings["THEME_STATIC_PATHS"]:
        for path in sorted((theme / start).rglob("*")):
            if path.is_file():
                content = path.read_bytes()
                url = f"{Section.THEME}/{path.relative_to(theme / start).as_posix()}"
                digest = hashlib.sha256(content).hexdigest()
                yield Page(url, digest, partial(_given, content))


def _given(content: bytes) -> bytes:
    return content


def template_folders(settings: Mapping[str, Any]) -> list[Path]:
    """The folders in which templates are looked for, in this order."""
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


def is_unreadable(error: Exception) -> bool:
    """A template is not there, or is none: whatever was to be put in, it would not be made."""
    from jinja2 import TemplateNotFound, TemplateSyntaxError

    return isinstance(error.__cause__ or error, TemplateNotFound | TemplateSyntaxError)


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


# Where it is sent, and what somebody allowed, changes nothing of what is made.
_OF_THE_COMMAND = {"DEPLOY", "NEWSROOM_ALLOW_REMOVALS", "NEWSROOM_COMMAND", "NEWSROOM_TARGET"}
_ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")


def plain_settings(settings: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The settings, to be compared from build to build.

    Of a filter or another object, which is new each time, the file counts in which it is written.
    """
    return [
        (name, _ADDRESS.sub("", repr(value)) + "".join(sorted(_sources(value))))
        for name, value in sorted(settings.items())
        if name not in _OF_THE_COMMAND
    ]


def _sources(value: object) -> Iterator[str]:
    """Digests of the files in which the objects of a setting are written."""
    if " at 0x" not in repr(value):
        return
    if isinstance(value, Mapping | list | tuple | set):
        for one in value.values() if isinstance(value, Mapping) else value:
            yield from _sources(one)
        return
    code = getattr(getattr(value, "func", value), "__code__", None)
    module = sys.modules.get(type(value).__module__)
    file = Path(code.co_filename if code else getattr(module, "__file__", None) or "")
    if file.is_file():
        yield hashlib.sha256(file.read_bytes()).hexdigest()
