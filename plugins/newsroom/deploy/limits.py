"""What is said of an edition that a host would not take."""

from collections.abc import Collection, Mapping

from ..domain.host_limits import HostLimit, excesses
from ..domain.vietnamese import size_in_words

# As many as a screen has room for.
_NAMED = 8


def said_of_limits(sizes: Mapping[str, int], limits: Collection[HostLimit]) -> list[str]:
    """A line for each file or number of files that is too much, with what to do."""
    found = list(excesses(sizes, limits))
    said = []
    for one in found[:_NAMED]:
        service = one.limit.service
        if one.path:
            said.append(
                f"{one.path} nặng {size_in_words(one.size)}; {service} không nhận tệp trên"
                f" {one.limit.said}. Nén nhỏ lại, chia ra, hoặc để ở nơi khác rồi ghi liên kết."
            )
        else:
            said.append(
                f"Trang có {one.files:_} tệp; {service} nhận nhiều nhất"
                f" {one.limit.most_files:_} tệp. Đăng ở máy chủ khác, hoặc bớt ảnh cũ.".replace(
                    "_", "."
                )
            )
    if len(found) > _NAMED:
        said.append(f"… và {len(found) - _NAMED} tệp quá nặng nữa.")
    return said
