"""The nouns of each kind of publisher: a Sở is no nhà trường, and its groups are no tổ.

Every page, paper, workbook, message and figure that names the publisher or its groups asks here.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ..domain.plan.board import HEAD, Role
from ..domain.plan.school import PublisherKind, School
from ..domain.text.vietnamese import clean, fold_key
from .words import Words

KINDS: Words[PublisherKind] = {
    PublisherKind.SCHOOL: ("trường", "nhà trường", "trường học", "cơ sở giáo dục"),
    PublisherKind.DIVISION: ("phòng", "phòng giáo dục", "phòng GD&ĐT"),
    PublisherKind.DEPARTMENT: ("sở", "sở giáo dục", "sở GD&ĐT"),
    PublisherKind.UNIT: ("đơn vị", "cơ quan", "trung tâm", "khác"),
}


@dataclass(frozen=True, kw_only=True)
class PublisherNouns:
    """The nouns for a publisher of one kind, its groups and their heads.

    `noun` stands behind a word (bài của trường), `itself` acts (nhà trường duyệt), `whole` is all
    of it (toàn trường). `group` is one of its groups, `groups` the heading over them, `head`
    whoever leads one. `colleagues` are addressed in a message to everybody, `everybody` thanked.
    """

    noun: str
    itself: str
    whole: str
    group: str
    groups: str
    head: str
    colleagues: str
    everybody: str

    @property
    def heading(self) -> str:
        """The publisher at the beginning of a sentence: Nhà trường."""
        return _capital(self.itself)

    @property
    def whole_heading(self) -> str:
        """All of it at the beginning of a sentence or in a cell: Toàn trường."""
        return _capital(self.whole)

    @property
    def group_heading(self) -> str:
        """The head of a column of groups: Tổ."""
        return _capital(self.group)


NOUNS: Mapping[PublisherKind, PublisherNouns] = {
    PublisherKind.SCHOOL: PublisherNouns(
        noun="trường",
        itself="nhà trường",
        whole="toàn trường",
        group="tổ",
        groups="Tổ, đoàn thể",
        head=HEAD.name,
        colleagues="thầy cô",
        everybody="các tổ, các đoàn thể và từng thầy cô",
    ),
    PublisherKind.DIVISION: PublisherNouns(
        noun="Phòng",
        itself="Phòng",
        whole="toàn Phòng",
        group="đơn vị",
        groups="Đơn vị",
        head="trưởng đơn vị",
        colleagues="anh chị",
        everybody="các đơn vị và từng anh chị",
    ),
    PublisherKind.DEPARTMENT: PublisherNouns(
        noun="Sở",
        itself="Sở",
        whole="toàn Sở",
        group="đơn vị",
        groups="Đơn vị",
        head="trưởng đơn vị",
        colleagues="anh chị",
        everybody="các đơn vị và từng anh chị",
    ),
    PublisherKind.UNIT: PublisherNouns(
        noun="đơn vị",
        itself="đơn vị",
        whole="toàn đơn vị",
        group="bộ phận",
        groups="Bộ phận",
        head="trưởng bộ phận",
        colleagues="anh chị",
        everybody="các bộ phận và từng anh chị",
    ),
}

# The kinds of publisher for which `start` has a beginning, by the folder of each.
BEGINNINGS: Words[str] = {
    "tieu-hoc": ("tiểu học", "trường tiểu học", "TH", "cấp 1"),
    "mam-non": ("mầm non", "trường mầm non", "MN", "mẫu giáo", "nhà trẻ"),
    "thcs": ("THCS", "trường THCS", "trung học cơ sở", "cấp 2"),
    "thpt": ("THPT", "trường THPT", "trung học phổ thông", "cấp 3"),
    "phong": ("phòng", "phòng giáo dục", "phòng văn hóa - xã hội"),
    "so": ("sở", "sở giáo dục", "sở giáo dục và đào tạo"),
}

# What a document may call whoever issued it, whatever kind of publisher it is.
OURSELVES = ("nhà trường", "đơn vị")

# What a plan may call the publisher as a whole, whatever kind it is.
_WHOLE = (
    *(nouns.whole for nouns in NOUNS.values()),
    *("nhà trường", "cả trường", "cả phòng", "cả sở", "cả đơn vị", "toàn ngành", "toàn cơ quan"),
)
# The words with which the names of each kind begin.
_BEGINNINGS: Words[PublisherKind] = {
    PublisherKind.SCHOOL: (
        *("trường", "tiểu học", "th", "thcs", "thpt"),
        *("trung học", "mầm non", "mn", "mẫu giáo", "mg", "nhà trẻ", "ptdt", "ptdtbt", "ptdtnt"),
        *("phổ thông", "liên cấp", "học viện", "đại học", "cao đẳng", "trung cấp"),
    ),
    PublisherKind.DIVISION: ("phòng", "pgd", "pgd&đt", "pgdđt", "phong gd", "phong giao duc"),
    PublisherKind.DEPARTMENT: ("sở", "sgd", "sgd&đt", "sgdđt", "so gd", "so giao duc"),
    PublisherKind.UNIT: (
        *("trung tâm", "ủy ban", "ubnd", "văn phòng", "cơ quan", "đơn vị", "cụm", "liên đội"),
        *("công đoàn", "liên đoàn", "đoàn", "hội", "ban", "viện", "cục", "chi cục", "bộ", "quỹ"),
        *("đảng ủy", "đảng bộ", "nhóm trẻ", "lớp mẫu giáo", "nhóm, lớp", "cơ sở", "thư viện"),
    ),
}
# What may stand in front of the publisher's own name in that of its site.
_SITE = re.compile(
    r"^(?:(?:cổng|trang)\s+(?:thông\s+tin|tin|web|ttđt)(?:\s+điện\s+tử)?|cổng\s+ttđt|website)"
    r"(?:\s+của)?\s+"
)


def nouns_of(school: School) -> PublisherNouns:
    return NOUNS[school.kind]


def role_in_words(role: Role, nouns: PublisherNouns) -> str:
    """The role as this publisher calls it: the head of a group has another name at an office."""
    return nouns.head if role == HEAD else role.name


def is_whole(text: str) -> bool:
    """True where a plan names the publisher as a whole, and no group of it."""
    return fold_key(text) in _WHOLE_KEYS


def kind_told_by(name: str) -> PublisherKind | None:
    """The kind that a publisher's name begins with; None where it tells none.

    >>> kind_told_by("Trường Tiểu học Sở Dầu"), kind_told_by("Sở GD&ĐT Mẫu").value
    (<PublisherKind.SCHOOL: 'school'>, 'department')
    >>> kind_told_by("Hải Phòng Mẫu") is None
    True
    """
    words = " ".join(_WORD.findall(_SITE.sub("", clean(name).casefold().strip())))
    begins = ((kind, form) for kind, forms in _FOLDED.items() for form in forms)
    return next((kind for kind, form in begins if f"{words} ".startswith(form)), None)


_WORD = re.compile(r"[^\W_]+")
_WHOLE_KEYS = frozenset(map(fold_key, _WHOLE))
_FOLDED = {
    kind: tuple(f"{' '.join(_WORD.findall(form))} " for form in forms)
    for kind, forms in _BEGINNINGS.items()
}


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
