"""An item file as it is kept between builds: what its types say, and nothing by hand."""

from dataclasses import replace

from ...buildtools.cache.cache_forms import CacheForm
from ...domain.content.content_item import Body
from .item_file import ItemFile

# Each with the digest of the file that it was read from.
HEAD = CacheForm[tuple[bytes, ItemFile]](tuple[bytes, ItemFile])
BODY = CacheForm[tuple[bytes, Body]](tuple[bytes, Body])


def head_of(file: ItemFile) -> ItemFile:
    """All of it but the words of its text: its body holds references only."""
    header = replace(file.header, body="")
    return replace(file, header=header, body=Body(tuple(file.body.references)))
