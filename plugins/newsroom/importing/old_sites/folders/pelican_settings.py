"""The settings of a Pelican site that are written plainly; nothing of them is run."""

import ast
from collections.abc import Mapping
from pathlib import Path

from .text_folder import setting_in

_FILES = ("publishconf.py", "pelicanconf.py")


def plain_settings(root: Path) -> Mapping[str, str]:
    """Every setting that is a word or a number, publishconf.py before pelicanconf.py."""
    found: dict[str, str] = {}
    for folder in (root, root.parent):
        for name in _FILES:
            if place := setting_in(folder, (name,)):
                found = {**_constants(place), **found}
    return found


def _constants(place: Path) -> dict[str, str]:
    try:
        tree = ast.parse(place.read_text(encoding="utf-8", errors="replace"))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return {}
    return {
        target.id: str(node.value.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name) and isinstance(node.value.value, str | int)
    }
