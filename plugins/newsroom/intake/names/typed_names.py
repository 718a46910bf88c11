"""The names in one line of a header, each with whatever of the plan bears it."""

import re
from collections.abc import Callable, Sequence

from ...domain.names.numbered_names import same_number
from ...domain.names.register import Register, T
from ...domain.plan.group import Group
from ..header.lines import split_names

# As between other names, and dashes between blanks: Tổ 1 - Công đoàn.
_BETWEEN_BODIES = re.compile(r"(\s*[,;，&+]\s*|\s+và\s+|\s+/\s+|\s+[-–—]\s+)", re.IGNORECASE)
_DIGITS = re.compile(r"^\d+$")

Reading = Callable[[str, Register[T]], list[tuple[str, tuple[T, ...]]]]


def names_in(value: str, register: Register[T]) -> list[tuple[str, tuple[T, ...]]]:
    """The names of a line, each with whatever bears it."""
    names = split_names(value, lambda name: bool(register.find(name)))
    return [(name, register.find(name)) for name in names]


def whole_names_in(value: str, register: Register[T]) -> list[tuple[str, tuple[T, ...]]]:
    """The same where names hold commas: only semicolons and lines part them."""
    names = filter(None, map(str.strip, re.split("[\n;]", value)))
    return [(name, register.find(name)) for name in names]


def groups_in(value: str, groups: Register[Group]) -> list[tuple[str, tuple[Group, ...]]]:
    """The groups that a line names, each as typed with whom that finds.

    `Khối 4,5` is one group where the plan has `Khối 4-5`.
    """
    return [(name, group_named(name, groups)) for name in _bodies(value, groups)]


def group_named(name: str, groups: Register[Group]) -> tuple[Group, ...]:
    """Every group of that name, whatever the signs between its numbers."""
    if found := groups.find(name):
        return found
    forms = [(group, form) for group in groups for form in (group.name, *group.aliases)]
    even = {forms[n][0].code: forms[n][0] for n in same_number(name, [form for _, form in forms])}
    return tuple(even.values())


def _bodies(value: str, groups: Register[Group]) -> Sequence[str]:
    names: list[str] = []
    for name in split_names(value, lambda n: bool(group_named(n, groups)), _BETWEEN_BODIES):
        if names and _DIGITS.match(name) and not groups.find(name):
            # A number alone goes on with the one before it.
            names[-1] += f", {name}"
        else:
            names.append(name)
    return names
