"""The lines of a header that say where an item stood before."""

from ...domain.addresses.former_address import FormerAddress
from ...domain.addresses.typed_former_address import read_former_address
from ...domain.problem import Level
from ...vocabulary.fields.shared_fields import SharedField
from ..content.item_file import ItemFile


def read_former_addresses(file: ItemFile, site_url: str) -> tuple[FormerAddress, ...]:
    """The old addresses that a header tells, each once, and a warning for what is none.

    The item is sound without: only whoever has the old link misses it.
    """
    found: dict[str, FormerAddress] = {}
    for entry in file.header.all(SharedField.FORMER_ADDRESSES):
        if not entry.value:
            continue
        read = read_former_address(entry.value, site_url)
        if isinstance(read, str):
            former = FormerAddress(address=read, line=entry.line)
            found.setdefault(former.key, former)
        else:
            file.problem(entry, read.message, read.remedy, Level.WARNING)
    return tuple(found.values())
