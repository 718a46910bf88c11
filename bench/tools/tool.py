"""The interface of a generator, as the driver asks it."""

import json
import re
import shutil
import subprocess
import sys
from abc import ABC, abstractmethod
from pathlib import Path

from corpus import ROOT, Piece

INSTALLED = ROOT / ".cache/bench"
SITES = Path(__file__).resolve().parents[1] / "sites"


class Tool(ABC):
    """One generator: how it is installed, how its site is written and how it is built."""

    name: str
    template: str
    """The template of an article, from the root of the site."""
    build_cache: tuple[str, ...] = (".cache",)
    """What it keeps from one build for the next, beside the output."""

    @abstractmethod
    def set_up(self) -> None:
        """Install what is missing under .cache/bench; for a peer, only when it was asked for."""

    @abstractmethod
    def version(self) -> str: ...

    @abstractmethod
    def command(self) -> tuple[str, ...]: ...

    @abstractmethod
    def lay_out(self, root: Path) -> None:
        """Everything of the site but its articles."""

    @abstractmethod
    def article_path(self, root: Path, piece: Piece) -> Path: ...

    @abstractmethod
    def article_text(self, piece: Piece) -> str: ...

    @abstractmethod
    def withdrawn_text(self, piece: Piece) -> str:
        """The article as it stands when it may not be published."""

    def toggle_approval(self, root: Path, piece: Piece) -> bool:
        """Take the article off the site, or put it back; true when it is on it now."""
        path, text = self.article_path(root, piece), self.article_text(piece)
        published = path.read_text(encoding="utf-8") == text
        put(path, self.withdrawn_text(piece) if published else text)
        return not published

    def write(self, root: Path, piece: Piece) -> Path:
        return put(self.article_path(root, piece), self.article_text(piece))

    def article_page(self, piece: Piece) -> str:
        """The page of an article, from the output; all tools have the same addresses."""
        return f"tin-bai/{piece.on:%Y/%m}/{piece.slug}/index.html"

    def month_page(self, piece: Piece) -> str:
        """The page that lists the articles of its month."""
        return f"thang/{piece.on:%Y/%m}/index.html"

    def forget(self, root: Path) -> None:
        """Delete the output and every record, so that the next build is the first."""
        for name in ("output", *self.build_cache):
            shutil.rmtree(root / name, ignore_errors=True)


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def copy_site(name: str, root: Path, static: str) -> None:
    """A peer's templates and settings, and the logo and styles that our theme has."""
    shutil.copytree(SITES / name, root, dirs_exist_ok=True,
                    ignore=shutil.ignore_patterns("__pycache__"))  # fmt: skip
    styles = sorted((ROOT / "theme/styles").rglob("*.css"))
    put(root / static / "site.css", "\n".join(path.read_text("utf-8") for path in styles))
    shutil.copy(ROOT / "theme/static/logo.svg", root / static)


def front_matter(piece: Piece) -> str:
    """The header that Hugo and Eleventy read."""
    fields = {
        "title": piece.title,
        "date": piece.on.isoformat(),
        "summary": piece.summary,
        "categories": [piece.category],
        "groups": [piece.group],
        "authors": [piece.author],
        "months": [f"{piece.on:%Y-%m}"],
        "years": [piece.school_year],
    }
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in fields.items())
    return f"---\n{''.join(lines)}---\n"


def said_by(*command: str) -> str:
    """The version number in what a command prints."""
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = re.search(r"\d+\.\d+[\w.]*", said)
    return found[0] if found else said.strip()


def install(*command: str) -> None:
    """Run an installer; what it says is shown only when it fails."""
    try:
        subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE,
                       stderr=subprocess.STDOUT)  # fmt: skip
    except FileNotFoundError:
        sys.exit(f"Không tìm thấy lệnh “{command[0]}”: hãy cài rồi chạy lại.")
    except subprocess.CalledProcessError as error:
        sys.exit(f"Không cài được: {' '.join(command)}\n{error.stdout}")
