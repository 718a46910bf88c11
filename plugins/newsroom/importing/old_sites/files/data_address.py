"""A picture that stands whole in its address: data:image/png;base64,…"""

import base64
import binascii
import re
from urllib.parse import unquote_to_bytes

_DATA = re.compile(r"data:(?:image/[\w.+-]+)?(?:;[\w=-]+)*?(;base64)?,(.*)", re.DOTALL | re.I)
# In letters: some 15 MB of picture.
_LONGEST = 20_000_000


def content_of_data(address: str) -> bytes | None:
    """The bytes in such an address; None for what is none, or too long.

    >>> content_of_data("data:image/gif;base64,R0lGODlh")
    b'GIF89a'
    """
    found = _DATA.fullmatch(address.strip()) if len(address) <= _LONGEST else None
    if not found:
        return None
    if not found[1]:
        return unquote_to_bytes(found[2])
    try:
        return base64.b64decode(re.sub(r"\s", "", unquote_to_bytes(found[2]).decode("ascii")))
    except (binascii.Error, ValueError):
        return None
