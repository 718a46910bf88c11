"""Invented school news of any size: the same articles for the same size, every time."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FIRST_YEAR, YEARS = 2016, 10
GROUPS = tuple(f"Tổ {n}" for n in range(1, 13))
AUTHORS = tuple(f"Giáo viên Mẫu {n:02}" for n in range(1, 61))
CATEGORIES = (
    "Gương người tốt, việc tốt",
    "Chuyên môn",
    "Hoạt động nhà trường",
    "Thi đua, khen thưởng",
    "Thông báo",
)


@dataclass(frozen=True, kw_only=True)
class Piece:
    """One article of the corpus, 300 to 600 words long."""

    slug: str
    title: str
    on: date
    group: str
    author: str
    category: str
    summary: str
    body: str

    @property
    def school_year(self) -> str:
        start = self.on.year if self.on.month >= 8 else self.on.year - 1
        return f"{start}-{start + 1}"


def pieces(size: int) -> Iterator[Piece]:
    """That many articles, spread over ten school years, twelve groups and sixty authors."""
    chance = random.Random(2026)
    sentences = _sentences()
    days = [
        day
        for day in (date(FIRST_YEAR, 9, 1) + timedelta(days=n) for n in range(YEARS * 365))
        if day.month not in (6, 7, 8)
    ]
    for n in range(size):
        author = chance.randrange(len(AUTHORS))
        title = " ".join(chance.choice(sentences).split()[:12]).rstrip(".,:;")
        yield Piece(
            slug=f"bai-{n:05}",
            title=f"{title} ({n})",
            on=chance.choice(days),
            group=GROUPS[author % len(GROUPS)],
            author=AUTHORS[author],
            category=chance.choice(CATEGORIES),
            summary=chance.choice(sentences),
            body=_body(chance, sentences),
        )


def _body(chance: random.Random, sentences: list[str]) -> str:
    wanted, words, parts = chance.randint(300, 600), 0, []
    while words < wanted:
        paragraph = " ".join(chance.choice(sentences) for _ in range(chance.randint(3, 6)))
        words += len(paragraph.split())
        parts.append(paragraph)
        kind = chance.random()
        if kind < 0.08:
            parts.append(f"## {chance.choice(sentences).rstrip('.')}")
        elif kind < 0.16:
            parts.append("\n".join(f"- {chance.choice(sentences)}" for _ in range(4)))
        elif kind < 0.24:
            parts.append(f"> **{chance.choice(sentences)}** *{chance.choice(sentences)}*")
        elif kind < 0.30:
            parts.append(f"[{chance.choice(sentences)}](https://vi-du.example/tin/{words})")
    return "\n\n".join(parts)


def _sentences() -> list[str]:
    """The sentences of the demo's articles, without their markup."""
    found: set[str] = set()
    for path in sorted((ROOT / "tests/demo/tin-bai").rglob("*.md")):
        body = path.read_text(encoding="utf-8").split("---", 2)[2]
        plain = re.sub(r"!?\[[^\]]*\]\([^)]*\)|[*_#>|`\[\]-]", " ", body)
        found.update(
            " ".join(sentence.split())
            for sentence in re.findall(r"[^.!?\n]{40,200}\.", plain)
            if ":" not in sentence
        )
    return sorted(found)
