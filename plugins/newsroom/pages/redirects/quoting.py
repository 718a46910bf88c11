"""Words as the files of servers take them: between quotes, or as a pattern for just that text."""

import re

# By this `deploy` knows a file of ours.
MARK = "# newsroom redirect\n"
_OTHER = re.compile(rb"[^A-Za-z0-9/_-]")


def quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def pattern(text: str) -> str:
    """A pattern for just this text, in letters that no server's file takes for signs of its own.

    >>> pattern("/a.b")
    '/a\\\\x2eb'
    """
    return _OTHER.sub(lambda sign: b"\\x%02x" % sign[0][0], text.encode()).decode()
