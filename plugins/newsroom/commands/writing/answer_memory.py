"""The answers for the last article, to be offered again. Never its title."""

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from ...vocabulary.fields.article_fields import ArticleField
from ...vocabulary.fields.shared_fields import SharedField

_FILE = "last-answers.json"
FIELDS = (SharedField.GROUPS, ArticleField.AUTHORS, ArticleField.CATEGORY, ArticleField.GENRE)


def recalled(cache: Path) -> dict[str, tuple[str, ...]]:
    """The codes given last, by field; what is missing or damaged is not there."""
    try:
        kept = json.loads((cache / _FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(kept, dict):
        return {}
    return {field: tuple(kept[field]) for field in FIELDS if _are_codes(kept.get(field))}


def remember(cache: Path, answers: Mapping[str, tuple[str, ...]]) -> None:
    """Keep the answers. They are a comfort: where they cannot be kept, nothing is said."""
    with suppress(OSError):
        cache.mkdir(parents=True, exist_ok=True)
        text = json.dumps({field: answers[field] for field in FIELDS}, ensure_ascii=False)
        (cache / _FILE).write_text(text + "\n", encoding="utf-8")


def _are_codes(kept: object) -> bool:
    return isinstance(kept, list) and all(isinstance(code, str) for code in kept)
