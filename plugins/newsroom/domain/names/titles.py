"""Words that people write around a name: titles, posts, credits; and who is not of the school.

`Cô Bùi Thị Mẫu Hà - GV lớp 1A`, `Bài và ảnh: ThS. Lê Mẫu`, `Đ/c An`; but `Em Lê Mẫu, lớp 5A` is a
pupil and `Theo Báo Mẫu` a source, whatever name follows.
"""

import re

from ..text.vietnamese import clean

_CLASS = r"(?:lớp|khối|tổ)\s*\d+(?:\s*[/.]?\s*[A-Za-z]?\d{0,2})?"
_SUBJECT = r"(?:tiếng\s+anh|anh\s+văn|âm\s+nhạc|mỹ\s+thuật|mĩ\s+thuật|tin\s+học|thể\s+dục)"
_POST = (
    r"(?:gvcn|gvbm|gvmn|gv|giáo\s+viên(?:\s+chủ\s+nhiệm)?|chủ\s+nhiệm|nhà\s+giáo|cbql|cbgv"
    r"|phó\s+hiệu\s+trưởng|hiệu\s+trưởng|hiệu\s+phó|pht|ht|p\.\s*ht"
    r"|tổ\s+trưởng(?:\s+chuyên\s+môn)?|tổ\s+phó|ttcm|khối\s+trưởng|trưởng\s+ban|phó\s+ban"
    r"|tổng\s+phụ\s+trách(?:\s+đội)?|tpt(?:\s+đội)?|bí\s+thư(?:\s+(?:chi\s+)?đoàn|\s+chi\s+bộ)?"
    r"|chủ\s+tịch\s+công\s+đoàn|ct\s*cđ|thư\s+ký(?:\s+hội\s+đồng)?|kế\s+toán|văn\s+thư|thủ\s+quỹ"
    r"|nhân\s+viên|nv|y\s+tế|thư\s+viện|cộng\s+tác\s+viên|ctv|tác\s+giả|người\s+viết)"
)
_DEGREE = r"(?:gs|pgs|tskh|ts|ths|thạc\s+sĩ|thạc\s+sỹ|tiến\s+sĩ|tiến\s+sỹ|cn|cử\s+nhân|ngưt|ngnd)"
_ADDRESS = (
    r"(?:cô\s+giáo|thầy\s+giáo|cô|thầy|co(?=\s)|thay(?=\s)|đ\s*/\s*c|đc|đồng\s+chí|ông|bà|anh|chị"
    r"|mr|mrs|ms|miss)"
)
_TITLE = re.compile(
    rf"^(?:(?:{_POST}(?:\s+(?:{_CLASS}|{_SUBJECT}))*|{_DEGREE}|{_ADDRESS})\s*(?:[.:,]|[-–—](?=\s))?"
    r"(?=[\s.:,]|(?<=[.:,])))\s*",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"(?:\s*[-–—,;]\s*|\s+|\s*\()(?:(?:là|sưu\s+tầm|st|tổng\s+hợp|biên\s+soạn|thực\s+hiện|{_POST})"
    r"(?![\w]).*)$",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*$")
_REMARK = re.compile(
    rf"^(?:{_POST}|{_DEGREE}|sưu\s+tầm|st|tổng\s+hợp|biên\s+soạn|thực\s+hiện|bài|ảnh|bài\s+và\s+ảnh"
    r"|trường)(?![\w])",
    re.IGNORECASE,
)
_KIND = r"(?:tin|bài\s+viết|bài|ảnh|hình|video|clip|nội\s+dung)"
CREDIT = re.compile(
    rf"(?:^|(?<=[\s,;/+|–—-]))(?:{_KIND}(?:\s*(?:,|và|&|/|\+|-)\s*{_KIND})*"
    r"|người\s+viết|người\s+thực\s+hiện|thực\s+hiện|tác\s+giả|viết\s+bài|chụp\s+ảnh|biên\s+soạn"
    r"|sưu\s+tầm|tổng\s+hợp)\s*[:：]\s*",
    re.IGNORECASE,
)
_OUTSIDER = re.compile(
    r"^(?:em(?=\s+\w)|bé|cháu|con|các\s+em|các\s+con|các\s+cháu|các\s+bạn|hs|học\s+sinh|tập\s+thể|lớp|nhóm"
    r"|phụ\s+huynh|ph|phhs|cmhs|cha\s+mẹ|mẹ|bố|gia\s+đình|theo|nguồn|báo|tạp\s+chí|đài|internet"
    r"|sưu\s+tầm|st|nhiều\s+tác\s+giả|khuyết\s+danh|pv|phóng\s+viên)(?![\w])",
    re.IGNORECASE,
)
_OF_A_CLASS = re.compile(
    r"(?<!\w)(?:học\s+sinh|hs|phụ\s+huynh|phhs|cmhs|cha|mẹ|bố)(?!\w)|[(,]\s*lớp\s*\d",
    re.IGNORECASE,
)
_COMRADE = re.compile(r"(?<!\w)đ\s*/\s*c(?!\w)\.?", re.IGNORECASE)
_FEMALE = re.compile(r"(?<!\w)(?:cô|^co|bà|chị|mrs|ms|miss)(?!\w)", re.IGNORECASE)
_MALE = re.compile(r"(?<!\w)(?:thầy|^thay|ông|anh|mr)(?!\w)", re.IGNORECASE)


def without_titles(text: str, fewest: int = 2) -> str:
    """The name alone, without titles in front, posts and remarks behind.

    What is behind stays where fewer words than `fewest` would be left.

    >>> without_titles("Cô Bùi Thị Mẫu Hà - GV lớp 1A"), without_titles("ThS. Lê Mẫu (sưu tầm)")
    ('Bùi Thị Mẫu Hà', 'Lê Mẫu')
    """
    name = CREDIT.sub(" ", clean(text)).strip(" \t.,;:-–—")
    while (bracket := _BRACKETS.search(name)) and is_remark(bracket[1]):
        name = name[: bracket.start()]
    name = _without_front(name)
    shorter = _BEHIND.sub("", name).strip(" \t.,;:-–—")
    return shorter if len(shorter.split()) >= fewest else name


def _without_front(name: str) -> str:
    while (shorter := _TITLE.sub("", name, count=1)) != name and shorter.strip(" .,:"):
        name = shorter.lstrip(" .,:-–—")
    return name


def is_remark(text: str) -> bool:
    """True where the words tell a post, a school or what somebody did, and nobody's name."""
    return bool(_REMARK.match(text.strip()))


def is_outsider(text: str) -> bool:
    """True where the words name a pupil, a family, a source: nobody whom a plan names as staff."""
    text = clean(text).strip()
    return bool(_OUTSIDER.match(text)) or bool(_OF_A_CLASS.search(text))


def without_comrade(text: str) -> str:
    """The text without `Đ/c`, whose slash parts no names."""
    return _COMRADE.sub("", text)


def gender_told(text: str) -> str:
    """`nữ` or `nam`, as a form of address or a middle name tells; empty where neither does."""
    if _FEMALE.search(text):
        return "nữ"
    return "nam" if _MALE.search(text) else ""
