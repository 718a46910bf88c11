"""Words that a reader would stumble over: rules for advice, not for the gate."""

import re

from .vietnamese import clean, fold_key, strip_marks

# The letters of one spoken Vietnamese syllable, without marks: tells ĐẸP from TNTP.
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?"
)
_ROMAN = frozenset({"II", "III", "IV", "VII", "VIII", "IX", "XII"})
_WORD = re.compile(r"[^\W\d_]+")

_NO_DESCRIPTIONS = frozenset(
    {
        *("anh", "hinh", "hinhanh", "tamanh", "image", "img", "photo", "picture", "pic", "alt"),
        *("anhminhhoa", "hinhminhhoa", "anhbai", "anhbaiviet", "mota", "motaanh", "chuthich"),
    }
)
_CAMERA_NAME = re.compile(
    r"(?:img|dsc[nf]?|dcim|pxl|p|mvimg|image|photo|anh|hinh|screenshot|capture|zalo)[\W_]*\d[\d\W_]*"
    r"|z\d{5,}\w*"
)
_PICTURE_NAME = re.compile(r"\S+\.(?:jpe?g|png|webp|gif|hei[cf]|hif|avif|bmp|tiff?)", re.IGNORECASE)

_UNFINISHED = (
    # A line of dots alone; behind words they are prose, between brackets they mark a cut.
    re.compile(r"^\s{0,9}(?:[-*+>]\s{1,3})?(\.{3,}|…+)\s*$"),
    re.compile(r"\b(TODO|FIXME|TBD)\b"),
    re.compile(r"(?i:^\s*(?:[-*+>]\s+)?(todo|fixme|tbd)\s*:)"),
    re.compile(r"(?<![\w/.])(x{3,})(?![\w/])"),
    re.compile(r"(?<![\w/.])(?<!thứ )(?<!khóa )(?<!kỳ )(?<!kì )(?<!kỷ )(?<!lần )(X{3,})(?![\w/])"),
    re.compile(
        r"(?i:([(\[]\s?(?:cần |sẽ |chờ |còn )?(?:bổ sung|cập nhật|viết tiếp|viết thêm|điền)"
        r"(?: (?:sau|thêm|tên|số|số liệu|ngày|giờ|ảnh|vào|vào đây|nội dung))*\s?[)\]])(?!\())"
    ),
    re.compile(r"(?i:(\[(?:điền|bổ sung|ghi (?:tên|số|ngày|rõ)) ?[^\]\n]{0,40}\])(?!\())"),
    re.compile(r"(?:^|(?<=[\s(]))(\?{3,})(?=$|[\s.,;:)])"),
    re.compile(r"(?i:\b(lorem ipsum)\b)"),
    # A day left open: …/…/2026
    re.compile(r"(?<![.…])((?:\.{3,9}|…)\s?/\s?(?:\.{3,9}|…)(?:\s?/\s?(?:\d{1,4}|\.{3,9}|…))?)"),
)


def is_shouted(title: str) -> bool:
    """True where a title is typed in capitals. Abbreviations (TNTP, GD&ĐT) do not count.

    >>> is_shouted("HỘI THI VIẾT CHỮ ĐẸP"), is_shouted("Đội TNTP và Phòng GD&ĐT")
    (True, False)
    """
    letters = [letter for letter in title if letter.isalpha()]
    loud = sum(letter.isupper() for letter in letters)
    shouted = sum(_is_shouted_word(word) for word in _WORD.findall(clean(title)))
    return shouted >= (2 if loud == len(letters) else 3) and loud > 0.7 * len(letters)


def in_sentence_case(title: str) -> str:
    """The title with only its first letter, and its abbreviations, in capitals.

    >>> in_sentence_case("ĐỘI TNTP THI VIẾT CHỮ ĐẸP")
    'Đội TNTP thi viết chữ đẹp'
    """
    quiet = _WORD.sub(
        lambda word: word[0].lower() if _is_shouted_word(word[0]) else word[0], clean(title)
    )
    first = next((n for n, letter in enumerate(quiet) if letter.isalpha()), 0)
    return quiet[:first] + quiet[first : first + 1].upper() + quiet[first + 1 :]


def _is_shouted_word(word: str) -> bool:
    if not word.isupper() or word in _ROMAN:
        return False
    return bool(_SYLLABLE.fullmatch(strip_marks(word).lower())) and (
        len(word) > 1 or not word.isascii()
    )


def is_description(words: str) -> bool:
    """True where the words under a picture's address say what is to be seen on it.

    >>> is_description("Cô trò bên giàn mướp"), is_description("IMG_1234"), is_description("Ảnh 2")
    (True, False, False)
    """
    plain = strip_marks(words).strip(" .:()[]").casefold()
    return not (
        not any(letter.isalpha() for letter in plain)
        or fold_key(plain) in _NO_DESCRIPTIONS
        or _CAMERA_NAME.fullmatch(plain)
        or _PICTURE_NAME.fullmatch(plain)
    )


def unfinished_mark(line: str) -> str:
    """The sign by which a writer left something for later; empty where there is none."""
    return next((found[1] for mark in _UNFINISHED if (found := mark.search(line))), "")
