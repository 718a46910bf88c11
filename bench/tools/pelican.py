"""Stock Pelican: the one of our own .venv."""

import sys
from pathlib import Path

from corpus import Piece

from .tool import Tool, copy_site, said_by


class Pelican(Tool):
    name = "Pelican"
    template = "theme/templates/article.html"
    build_cache = (".cache", "cache")

    def set_up(self) -> None:
        """It is there: we stand on it."""

    def version(self) -> str:
        return said_by(sys.executable, "-m", "pelican", "--version")

    def command(self) -> tuple[str, ...]:
        return (sys.executable, "-m", "pelican", "-s", "publishconf.py")

    def lay_out(self, root: Path) -> None:
        copy_site("pelican", root, static="theme/static")

    def article_path(self, root: Path, piece: Piece) -> Path:
        return root / f"content/{piece.on:%Y/%m}/{piece.slug}.md"

    def article_text(self, piece: Piece) -> str:
        return (
            f"Title: {piece.title}\nDate: {piece.on.isoformat()}\nSlug: {piece.slug}\n"
            f"Category: {piece.category}\nTags: {piece.group}\nAuthors: {piece.author}\n"
            f"Summary: {piece.summary}\n\n{piece.body}\n"
        )

    def withdrawn_text(self, piece: Piece) -> str:
        return f"Status: draft\n{self.article_text(piece)}"
