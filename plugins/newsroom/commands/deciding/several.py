"""One decision over several files: all are looked at first, and what was not done is named."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from ...building.errors import BuildRefused
from ...domain.message import Message

T = TypeVar("T")
S = TypeVar("S")


def each_or_none(
    things: Iterable[T], look: Callable[[T], S], name: Callable[[T], str], undone: str
) -> list[S]:
    """The results of `look` for each of them.

    Where it refuses some, raises BuildRefused with all its words, and (of several things) with the
    names of all of them below `undone`: nothing was done to any.
    """
    found: list[S] = []
    # One fault of several files is said once, behind all their names.
    refusals: dict[str, list[str]] = {}
    things = list(things)
    for thing in things:
        try:
            found.append(look(thing))
        except BuildRefused as refused:
            label, colon, words = str(refused).partition(": ")
            is_named = bool(colon) and label == name(thing)
            names = refusals.setdefault(words if is_named else str(refused), [])
            names += [label] if is_named else []
    if not refusals:
        return found
    said = [
        f"{', '.join(dict.fromkeys(names))}: {words}" if names else words
        for words, names in refusals.items()
    ]
    if len(things) > 1:
        said.append(
            Message(
                "NR-DECIDE-017",
                f"{undone} bài nào trong {len(things)} bài:{_listed(map(name, things))}",
            )
        )
    raise BuildRefused(*said)


def each_in_turn(
    things: Sequence[T], act: Callable[[T], None], name: Callable[[T], str], undone: str
) -> None:
    """Do it to each of them, the rest also where one fails.

    Raises BuildRefused at the end: why those failed, and (of several things) which they are.
    """
    failed: dict[str, str] = {}
    for thing in things:
        try:
            act(thing)
        except BuildRefused as refused:
            failed[name(thing)] = str(refused)
    if not failed:
        return
    words = [*failed.values()]
    if len(things) > 1:
        words.append(
            Message(
                "NR-DECIDE-018", f"{undone} {len(failed)} trong {len(things)} bài:{_listed(failed)}"
            )
        )
        done = [name(thing) for thing in things if name(thing) not in failed]
        words += [f"Đã xong:{_listed(done)}"] if done else []
    raise BuildRefused(*words)


def _listed(names: Iterable[str]) -> str:
    return "".join(f"\n      {name}" for name in names)
