"""Values that YAML reads only between quotes, as somebody wrote them without."""

import re

# A value that holds a colon and no quotes that YAML would read (’ apart from ').
_COLON_IN_VALUE = re.compile(
    r"(?P<key>(?:- )?[^\W\d_][^:#\"'{}\[\]]*:)\s+(?P<value>[^\"'{\[&*!|>%@`#][^'#]*:\s[^'#]*)"
)


def with_quotes(text: str, number: int) -> str:
    """The line as it should be where its value holds a colon without quotes; else empty."""
    lines = text.splitlines()
    found = _COLON_IN_VALUE.fullmatch(lines[number].strip()) if number < len(lines) else None
    if found is None:
        return ""
    value = found["value"].strip()
    return f"{found['key']} " + (f"'{value}'" if '"' in value else f'"{value}"')
