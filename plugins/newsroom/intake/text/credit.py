"""The credit of a picture: who took it, as newspapers say it at the end of the caption."""

import re

_CREDIT = re.compile(
    r"(.*?)[\s.,;–—-]*[(\[]?((?:ảnh|hình|tranh)(?: chụp| tư liệu)?\s*:\s*[^()\[\]:]+?)[)\]]?\.?",
    re.IGNORECASE | re.DOTALL,
)


def parted(caption: str) -> tuple[str, str]:
    """The caption's words on what is to be seen, and the credit; either may be empty.

    >>> parted("Giờ ra chơi. Ảnh: Lan Mẫu"), parted("Giờ ra chơi (Ảnh tư liệu: Đội)")
    (('Giờ ra chơi', 'Ảnh: Lan Mẫu'), ('Giờ ra chơi', 'Ảnh tư liệu: Đội'))
    >>> parted("Hình: Hòa Mẫu"), parted("Ảnh chụp giờ ra chơi")
    (('', 'Hình: Hòa Mẫu'), ('Ảnh chụp giờ ra chơi', ''))
    """
    if ":" not in caption or not (found := _CREDIT.fullmatch(caption.strip())):
        return caption, ""
    return found[1], found[2]
