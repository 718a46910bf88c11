"""The changes between two builds, each with the sign that the next build saw it."""

import re
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from corpus import Piece
from tools import Tool

TODAY = date(2026, 5, 31)
NEW_ON = date(2026, 5, 20)
ARTICLE_TAG = re.compile(r'<article class="article"(?: data-edit="\d+")?>')


@dataclass(frozen=True, kw_only=True)
class Sight:
    """The words that a page of the output has to show, or may no longer show, after a build."""

    page: str
    text: str
    shown: bool = True

    def is_there(self, output: Path) -> bool:
        """A page that is not there shows nothing."""
        page = output / self.page
        text = page.read_text(encoding="utf-8") if page.exists() else ""
        return (self.text in text) is self.shown


@dataclass(frozen=True, kw_only=True)
class Scenario:
    """One kind of change; it can be made any number of times, one after the other."""

    name: str
    change: Callable[[Tool, Path, list[Piece]], Sight]


def cold(tool: Tool, root: Path, corpus: list[Piece]) -> Sight:
    tool.forget(root)
    return no_change(tool, root, corpus)


def no_change(tool: Tool, root: Path, corpus: list[Piece]) -> Sight:
    return Sight(page=tool.month_page(corpus[0]), text=corpus[0].slug)


def one_edit(tool: Tool, root: Path, corpus: list[Piece]) -> Sight:
    piece, mark = corpus[len(corpus) // 2], f"Sửa lúc {time.time_ns()}."
    tool.write(root, replace(piece, body=f"{piece.body}\n\n{mark}"))
    return Sight(page=tool.article_page(piece), text=mark)


def one_new(tool: Tool, root: Path, corpus: list[Piece]) -> Sight:
    moment = time.time_ns()
    new = replace(corpus[0], slug=f"moi-{moment}", title=f"Bài mới ({moment})", on=NEW_ON)
    tool.write(root, new)
    return Sight(page=tool.month_page(new), text=new.slug)


def approval_revoked(tool: Tool, root: Path, corpus: list[Piece]) -> Sight:
    """Of an article in the fullest month; every second time it is given back."""
    (month, _), *_ = Counter(f"{piece.on:%Y-%m}" for piece in corpus).most_common(1)
    piece = next(piece for piece in reversed(corpus) if f"{piece.on:%Y-%m}" == month)
    is_published = tool.toggle_approval(root, piece)
    return Sight(page=tool.month_page(piece), text=piece.slug, shown=is_published)


def theme_edit(tool: Tool, root: Path, corpus: list[Piece]) -> Sight:
    """Another attribute on every article's page."""
    template, tag = root / tool.template, f'<article class="article" data-edit="{time.time_ns()}">'
    text, found = ARTICLE_TAG.subn(tag, template.read_text(encoding="utf-8"))
    if found != 1:
        raise ValueError(f"{template} has {found} times the tag of an article, not once")
    template.write_text(text, encoding="utf-8")
    return Sight(page=tool.article_page(corpus[0]), text=tag)


SCENARIOS = {
    "cold": Scenario(name="cold", change=cold),
    "none": Scenario(name="no change", change=no_change),
    "edit": Scenario(name="one edit", change=one_edit),
    "new": Scenario(name="one new article", change=one_new),
    "revoked": Scenario(name="one approval revoked", change=approval_revoked),
    "theme": Scenario(name="theme edit", change=theme_edit),
}
