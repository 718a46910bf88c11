"""The text of an import's file, as `import` and `approve` write it."""

import json
import re
from collections.abc import Iterator, Mapping

from ...domain.content.import_decision import ImportDecision
from ...domain.text.dates import in_numbers
from ...vocabulary.content import IMPORT_HEAD, IMPORT_IS_OPEN, OLD_PICTURES
from ...vocabulary.plan_files import PLAN_FILES
from ...vocabulary.words import YES_NO, shown

_KEYS = PLAN_FILES["ImportFile"]
# What YAML takes for nothing but words.
_PLAIN = re.compile(r"[^\W_](?:[\w./-]| (?!#))*[\w.]|[^\W_]")


def import_as_text(decision: ImportDecision, files: Mapping[str, str], label: str) -> str:
    """The whole file: the decision, then each article with its seal, in the order of paths.

    `label` is the path of the file as somebody types it.
    """
    return "\n".join([*_lines(decision, files, label), ""])


def _lines(decision: ImportDecision, files: Mapping[str, str], label: str) -> Iterator[str]:
    yield from IMPORT_HEAD
    if not decision.by:
        yield from (line.format(label=label) for line in IMPORT_IS_OPEN)
    facts = {
        "by": decision.by,
        "on": in_numbers(decision.on) if decision.on else "",
        "source": decision.source,
        "shows_pictures": shown(OLD_PICTURES, decision.shows_pictures),
        "counts": shown(YES_NO, decision.counts),
        "seal": decision.seal,
    }
    yield from (f"{shown(_KEYS, key)}: {_typed(value)}" for key, value in facts.items() if value)
    yield f"{shown(_KEYS, 'files')}:" + ("" if files else " []")
    yield from (f"  - {_typed(f'{path} {seal}'.strip())}" for path, seal in sorted(files.items()))


def _typed(words: str) -> str:
    """The words as a value of YAML: between quotes where they hold a sign that means something."""
    return words if _PLAIN.fullmatch(words) else json.dumps(words, ensure_ascii=False)
