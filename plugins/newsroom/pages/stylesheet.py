"""The theme's style sheets, joined into the one file that pages ask for."""

import hashlib
from pathlib import Path

from .page import Page

ORDER = ("tokens", "base", "layout", "components", "utilities", "print")


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
    return Page(url=f"theme/site.{digest}.css", text=text)
