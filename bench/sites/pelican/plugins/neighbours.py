"""The work of the plugin pelican-neighbors: each article knows the older and the newer one."""

from itertools import pairwise

# It runs inside Pelican, far from the ground floor of the newsroom.
from pelican import signals  # noqa: TID251
from pelican.generators import ArticlesGenerator  # noqa: TID251


def _introduce(generator: ArticlesGenerator) -> None:
    for newer, older in pairwise(generator.articles):
        newer.older, older.newer = older, newer


def register() -> None:
    signals.article_generator_finalized.connect(_introduce)
