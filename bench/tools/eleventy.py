"""Eleventy, from npm."""

from pathlib import Path

from corpus import Piece

from .tool import INSTALLED, Tool, copy_site, front_matter, install, put, said_by

FOLDER = INSTALLED / "eleventy"
PINNED = "@11ty/eleventy@3.1.2"
PROGRAM = FOLDER / "node_modules/@11ty/eleventy/cmd.cjs"


class Eleventy(Tool):
    name = "Eleventy"
    template = "layouts/tin.njk"

    def set_up(self) -> None:
        if not PROGRAM.exists():
            FOLDER.mkdir(parents=True, exist_ok=True)
            install("npm", "install", "--silent", "--prefix", str(FOLDER), PINNED)

    def version(self) -> str:
        return (
            f"{said_by('node', str(PROGRAM), '--version')} on Node {said_by('node', '--version')}"
        )

    def command(self) -> tuple[str, ...]:
        return ("node", str(PROGRAM), "--quiet")

    def lay_out(self, root: Path) -> None:
        copy_site("eleventy", root, static="static")

    def article_path(self, root: Path, piece: Piece) -> Path:
        return root / f"content/tin-bai/{piece.on:%Y/%m}/{piece.slug}.md"

    def article_text(self, piece: Piece) -> str:
        return f"{front_matter(piece)}{piece.body}\n"

    def withdrawn_text(self, piece: Piece) -> str:
        return ""

    def toggle_approval(self, root: Path, piece: Piece) -> bool:
        """It knows no drafts of its own: the file goes away and comes back."""
        path = self.article_path(root, piece)
        if path.exists():
            path.unlink()
            return False
        put(path, self.article_text(piece))
        return True

    def month_page(self, piece: Piece) -> str:
        return f"thang/{piece.on:%Y-%m}/index.html"
