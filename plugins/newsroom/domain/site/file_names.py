"""Names that no Windows machine can hold: the rule for what is read, written and made.

Source: Microsoft, Naming Files, Paths, and Namespaces.
"""

import re
from collections.abc import Iterable, Iterator
from enum import Enum

from ..text.vietnamese import slug

# Whatever the ending; “Con” is also the word for child.
_DEVICES = r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])"
_DEVICE = re.compile(rf"{_DEVICES} *(?:\..*)?", re.IGNORECASE | re.DOTALL)
_SIGN = re.compile(r'[<>:"|?*\\\x00-\x1f]')
_DEVICE_SOMEWHERE = re.compile(rf"[/\n]{_DEVICES} *[./\n]")
_NO_SIGN = re.compile(r'[^<>:"|?*\\\x00-\x09\x0b-\x1f]*+')
_ENDINGS = ("./", " /", ".\n", " \n")
# In letters. Windows counts 260 from the drive on: what is left below a folder of somebody's
# documents, and below the output with the way to an article in front and index.html behind.
LONGEST_PATH, LONGEST_ADDRESS_PART = 190, 150


class NameFault(Enum):
    """The reason why Windows cannot hold a file or folder of that name."""

    DEVICE = "device"
    SIGN = "sign"
    ENDING = "ending"


def fault_of(name: str) -> NameFault | None:
    """The fault in the name of one file or folder; None for a good one.

    >>> [fault_of(name) for name in ("con.md", "bai-con.md", "a?.md", "2026.", "Aux")]
    [<NameFault.DEVICE: 'device'>, None, <NameFault.SIGN: 'sign'>, <NameFault.ENDING: 'ending'>, \
<NameFault.DEVICE: 'device'>]
    """
    if _DEVICE.fullmatch(name):
        return NameFault.DEVICE
    if _SIGN.search(name):
        return NameFault.SIGN
    return NameFault.ENDING if name.endswith((".", " ")) else None


def faults_in(paths: Iterable[str]) -> Iterator[tuple[str, str, NameFault]]:
    """The first path below each file or folder that cannot be, with its name and the fault.

    Thousands of paths without one are told quickly.
    """
    paths = list(paths)
    if not _may_have_fault("\n".join(("", *paths, ""))):
        return
    told: set[str] = set()
    for path in paths:
        place = ""
        for name in path.split("/"):
            place = f"{place}/{name}" if place else name
            fault = fault_of(name)
            if fault and place not in told:
                told.add(place)
                yield path, name, fault


def _may_have_fault(lines: str) -> bool:
    return (
        not _NO_SIGN.fullmatch(lines)
        or any(ending in lines for ending in _ENDINGS)
        or bool(_DEVICE_SOMEWHERE.search(lines.lower()))
    )


def alike_but_for_case(paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each path that Windows and Macs take for an earlier one, with that one."""
    paths = list(paths)
    if len({path.casefold() for path in paths}) == len(paths):
        return
    first: dict[str, str] = {}
    for path in sorted(paths):
        earlier = first.setdefault(path.casefold(), path)
        if earlier != path:
            yield path, earlier


def file_slug(text: str, otherwise: str) -> str:
    """A short ASCII name for a file that we make, which every machine can hold.

    >>> file_slug("Con", "tep"), file_slug("✨", "tep"), file_slug("Đơn xin học", "tep")
    ('tep-con', 'tep', 'don-xin-hoc')
    """
    made = slug(text)[:LONGEST_ADDRESS_PART].strip("-")
    if not made:
        return otherwise
    return f"{otherwise}-{made}" if fault_of(made) else made
