"""The remarks on an edition that a host would not take."""

from collections.abc import Collection, Iterator, Mapping
from itertools import islice

from ..domain.message import Message
from ..domain.site.host_limits import SMALLER, Excess, HostLimit, excesses
from ..domain.text.vietnamese import size_in_words

# As many as a screen can show.
_NAMED = 8
ELSEWHERE = "Đăng ở máy chủ khác: xem docs/huong-dan/dang-len-may-chu.md."


def said_of_limits(
    sizes: Mapping[str, int], limits: Collection[HostLimit]
) -> Iterator[tuple[Message, str]]:
    """The excess over each limit and its remedy, for each file and for their number."""
    found = excesses(sizes, limits)
    for one in islice(found, _NAMED):
        yield _said(one)
    if more := sum(1 for _ in found):
        yield (
            Message("NR-DEPLOY-027", f"… và {more} tệp nữa quá nặng."),
            "Nén nhỏ lại, hoặc chia thành vài tệp.",
        )


def _said(excess: Excess) -> tuple[Message, str]:
    limit = excess.limit
    if not excess.path:
        return (
            Message(
                "NR-DEPLOY-028",
                f"Trang có {in_thousands(excess.files)} tệp; {limit.service} nhận nhiều nhất"
                f" {in_thousands(limit.most_files or 0)} tệp.",
            ),
            ELSEWHERE,
        )
    return (
        Message(
            "NR-DEPLOY-029",
            f"{excess.path} nặng {size_in_words(excess.size)}; {limit.service} không nhận tệp trên"
            f" {limit.said}.",
        ),
        SMALLER,
    )


def in_thousands(number: int) -> str:
    """The number as it is written in Vietnamese: 20.000."""
    return f"{number:,}".replace(",", ".")
