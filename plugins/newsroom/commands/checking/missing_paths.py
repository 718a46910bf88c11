"""The paths that somebody typed and that lead to nothing."""

from collections.abc import Sequence

from ...buildtools.terminal import printed
from ...domain.message import Message


def nothing_at(missing: Sequence[str]) -> Message:
    """The message that names them."""
    names = ", ".join(map(printed, missing))
    return Message("NR-TASK-004", f"Không có tệp hay thư mục {names}.")
