"""The words that somebody typed behind `tasks.py`, as Invoke wants them."""

from collections.abc import Callable, Iterator, Sequence
from inspect import signature
from itertools import chain
from typing import Any


def as_options(words: Sequence[str], task: Callable[..., Any]) -> list[str]:
    """`check A B --format json` with `--path` before A and B: Invoke knows no list of bare words.

    `words` begins with the task's name. Only a task that has paths, or an edition, is changed.
    """
    parameters = signature(task).parameters
    bare = next((name for name in ("path", "edition") if name in parameters), "")
    if not bare:
        return list(words)
    return [words[0], *chain.from_iterable(_parts(list(words[1:]), _takers(task), bare))]


def _parts(words: list[str], takers: set[str], bare: str) -> Iterator[list[str]]:
    while words:
        word = words.pop(0)
        if not word.startswith("-"):
            yield [f"--{bare}", word]
        elif word in takers and words:
            yield [word, words.pop(0)]
        else:
            yield [word]


def _takers(task: Callable[..., Any]) -> set[str]:
    """The options behind which a value stands: all but the switches."""
    return {
        f"--{name.strip('_').replace('_', '-')}"
        for name, parameter in signature(task).parameters.items()
        if not isinstance(parameter.default, bool)
    }
