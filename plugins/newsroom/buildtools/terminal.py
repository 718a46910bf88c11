"""The text that may reach a terminal or a forge's log: letters, and nothing that acts on either.

A file name, a title or a name of git's is whatever somebody typed. An escape character in it would
clear the screen or write over what was said, a line break would begin a line of its own, a mark of
direction or one without width would show other words than there are.
"""

import re
from functools import cache
from typing import Any, TextIO

# Controls, marks of direction, spaces without width, variation tags, halves of characters.
_ACTING = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u180e\u200b\u200c\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff"
)
# Between two emoji a joiner makes one of them; anywhere else it is one more space without width.
_LOOSE_JOINER = "\u200d(?![\u2190-\U0001faff])|(?<![\u2190-\U0001faff])\u200d"
# What Python takes for printable, and yet shows nothing.
_BLANKS = "\u115f\u1160\u3164\uffa0"
_SHORT = {"\t": "\\t", "\n": "\\n", "\r": "\\r"}


def printed(text: str) -> str:
    r"""The text on one line, with what would act on a terminal in its JSON form.

    >>> printed("a\x1b[2Jb\n::error::x.md")
    'a\\u001b[2Jb\\n::error::x.md'
    """
    return text if _is_plain(text) else _acting("\t\n").sub(_shown, text)


def harmless(text: str) -> str:
    """The same of a text that may have several lines. In JSON its strings stay what they were."""
    return text if _is_plain(text.replace("\n", "")) else _acting("").sub(_shown, text)


def printed_briefly(claim: object, most: int = 80) -> str:
    """The same of whatever somebody else told, cut after so many characters."""
    text = claim if isinstance(claim, str) else repr(claim)
    return f"{printed(text[:most])}…" if len(text) > most else printed(text)


def _is_plain(text: str) -> bool:
    """Nearly every text is, and then nothing need be looked for."""
    return text.isprintable() and not any(blank in text for blank in _BLANKS)


@cache
def _acting(more: str) -> re.Pattern[str]:
    return re.compile(f"[{_ACTING}{more}]|{_LOOSE_JOINER}")


@cache
def _command() -> re.Pattern[str]:
    """The signs that GitHub's runner reads in a log: a line that begins so, and ##[ anywhere."""
    return re.compile(r"^([^\S\n]*):(?=:)|#(?=#\[)", re.MULTILINE)


def _shown(found: re.Match[str]) -> str:
    sign = found[0]
    if sign in _SHORT:
        return _SHORT[sign]
    code = ord(sign)
    if code < 0x10000:
        return f"\\u{code:04x}"
    high, low = divmod(code - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"


class Terminal:
    """A stream of text for people, through which nothing acting passes, whoever wrote it.

    The last check only: whoever prints a name has called `printed`. `is_log_of_commands` tells that
    GitHub's runner reads along; only `annotate` may then write what it obeys.
    """

    def __init__(self, stream: TextIO, *, is_log_of_commands: bool = False) -> None:
        self._stream, self._is_log_of_commands = stream, is_log_of_commands

    def write(self, text: str) -> int:
        # Progress begins its line anew.
        start = text.startswith("\r")
        safe = harmless(text[start:])
        if self._is_log_of_commands:
            safe = _command().sub(lambda found: f"{found[1] or ''}\\u{ord(found[0][-1]):04x}", safe)
        self._stream.write("\r" * start + safe)
        return len(text)

    def annotate(self, text: str) -> None:
        """Write lines for the forge, and one that ends them."""
        self._stream.write(f"{harmless(text)}\n")

    def writelines(self, lines: Any) -> None:
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)
