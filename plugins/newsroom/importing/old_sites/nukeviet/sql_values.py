"""The values of a row in a database's backup, as MySQL writes them."""

import re

Value = bytes | None
_ESCAPED = re.compile(rb"\\(.)|''|\"\"", re.DOTALL)
_MEANT = {b"0": b"\0", b"b": b"\b", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"Z": b"\x1a"}


def meant_by(value: bytes) -> Value:
    """The bytes that a value stands for."""
    if value[:1] in (b"'", b'"'):
        inside = value[1:-1]
        if b"\\" in inside or value[:1] * 2 in inside:
            return _ESCAPED.sub(_sign, inside)
        return inside
    if value[:2].lower() in (b"0x", b"x'"):
        digits = value[2:].rstrip(b"'")
        return bytes.fromhex((digits if len(digits) % 2 == 0 else b"0" + digits).decode("ascii"))
    plain = value.strip()
    return None if plain.upper() == b"NULL" else plain


def _sign(found: re.Match[bytes]) -> bytes:
    if found[1] is None:
        return found[0][:1]
    return _MEANT.get(found[1], found[1])
