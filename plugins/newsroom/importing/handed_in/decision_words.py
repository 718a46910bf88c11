"""Lines of a text that sound like a decision of the board: they stay text, whoever typed them."""

import re

from ...intake.header.lines import decision_lines
from .plain_words import plain

_APPROVING = re.compile(
    r"(?:[\w. ]{0,30}\b)?(?:da )?(?:duyet|phe duyet|dong y dang)(?: dang| bai| cho dang)?"
    r" ?[:：].*\S"
    r"|(?:(?:bgh|ban giam hieu|hieu truong|pho hieu truong|ban bien tap|to truong) )?"
    r"da (?:duyet|dong y(?: dang)?|ky duyet)(?: dang| bai)?[.! ]*"
)
_LONGEST = 160


def sounds_like_decision(line: str) -> bool:
    """True where the line gives, or tells of, an approval or another decision.

    >>> sounds_like_decision("BGH duyệt: Nguyễn Thị Mẫu An"), sounds_like_decision("Đã duyệt")
    (True, True)
    >>> sounds_like_decision("Duyệt của BGH"), sounds_like_decision("Trả lại: em nhặt được ví.")
    (False, False)
    """
    if len(line) > _LONGEST:
        return False
    return _APPROVING.fullmatch(plain(line)) is not None or any(decision_lines(line, 1))
