"""The five answers with which a school's own site begins, asked or given as options."""

import re
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from urllib.parse import urlsplit

from ...domain.message import Message
from ...domain.plan.calendar import SchoolYear
from ...domain.sample_names import is_sample_address, is_sample_body, is_sample_person
from ...domain.text.address import fault_of_address, normal
from ...domain.text.vietnamese import fold_key
from ...vocabulary.publisher import BEGINNINGS
from ...vocabulary.words import lookup, shown
from ..writing.asking import Misread, Talk, readable

_YEAR = re.compile(r"(?:năm học\s*)?(20\d\d)\s*[-–/]\s*(20\d\d)", re.IGNORECASE)
# The month in which a school year begins, where no school file says it yet.
_STARTS_IN = 8


class StartOptions(NamedTuple):
    """The options as they were typed; empty where they were not."""

    name: str = ""
    level: str = ""
    year: str = ""
    address: str = ""
    head: str = ""


@dataclass(frozen=True, kw_only=True)
class StartAnswers:
    """The facts that are known of the school: the rest is marked for it to fill in.

    `beginning` is the folder of its kind, `first_year` that in which the school year begins.
    `address` and `head`, whoever leads the school, may be empty.
    """

    name: str
    beginning: str
    first_year: int
    address: str = ""
    head: str = ""

    @property
    def year(self) -> str:
        return f"{self.first_year}-{self.first_year + 1}"


def answers_from(options: StartOptions) -> tuple[StartAnswers | None, list[str]]:
    """The answers that the options give, or everything missing or wrong in them, a line each."""
    complaints: list[str] = []
    found: dict[str, object] = {}
    for option, key, read in _READERS:
        typed: str = getattr(options, option)
        try:
            found[key] = read(readable(typed))
        except Misread as error:
            complaints.append(f"--{option}: {error}")
    return (None if complaints else StartAnswers(**found)), complaints  # type: ignore[arg-type]


def answers_asked(options: StartOptions, talk: Talk, today: date) -> StartAnswers:
    """The same, asked for what the options leave out. Raises EOFError or KeyboardInterrupt."""
    talk.say(
        "Lập trang của trường: năm câu hỏi. Enter: lấy câu trả lời trong ngoặc vuông."
        " Ctrl-C: dừng, không đổi gì."
    )
    name = options.name or talk.until_right("1. Tên đầy đủ của trường (phòng, sở): ", _name)
    guess = beginning_told_by(name)
    kinds = ", ".join(shown(BEGINNINGS, one) for one in BEGINNINGS)
    default = shown(BEGINNINGS, guess) if guess else ""
    level = options.level or talk.until_right(
        f"2. Là loại nào ({kinds})" + (f" [{default}]" if default else "") + ": ",
        lambda typed: shown(BEGINNINGS, _beginning(typed or default)),
    )
    this_year = SchoolYear.of(today, _STARTS_IN).code
    year = options.year or talk.until_right(
        f"3. Năm học của kế hoạch [{this_year}]: ", lambda typed: _year_code(typed or this_year)
    )
    address = options.address or talk.until_right(
        "4. Địa chỉ trang trên mạng, ví dụ https://… [điền sau]: ", _address
    )
    head = options.head or talk.until_right(
        "5. Họ tên người đứng đầu, cũng là người duyệt bài [điền sau]: ", _head
    )
    while True:
        found, complaints = answers_from(StartOptions(name, level, year, address, head))
        if found:
            return found
        for complaint in complaints:
            talk.say(f"  {complaint}")
        raise EOFError


def beginning_told_by(name: str) -> str:
    """The kind of school that a name tells; empty where it tells none, or several."""
    key = f" {_spaced(name)} "
    told = {
        kind
        for kind, forms in BEGINNINGS.items()
        if any(f" {_spaced(form)} " in key for form in forms if len(form) > 2)
    }
    for office in ("phong", "so"):
        if key.startswith(f" {_spaced(shown(BEGINNINGS, office))} "):
            return office
    return next(iter(told)) if len(told) == 1 else ""


def _spaced(text: str) -> str:
    return " ".join(map(fold_key, text.replace("-", " ").split()))


def _name(typed: str) -> str:
    if len(typed.split()) < 2 or not any(letter.isalpha() for letter in typed):
        raise Misread(
            Message("NR-START-003", "Xin ghi tên đầy đủ, ví dụ  Trường Tiểu học Hoa Mai .")
        )
    if is_sample_body(typed):
        raise Misread(Message("NR-START-013", f"“{typed}” là tên của trang mẫu: ghi tên thật."))
    return typed


def _beginning(typed: str) -> str:
    found = lookup(BEGINNINGS, typed) or (typed if typed in BEGINNINGS else None)
    if found is None:
        kinds = ", ".join(shown(BEGINNINGS, one) for one in BEGINNINGS)
        raise Misread(Message("NR-START-004", f"Xin chọn một trong: {kinds}."))
    return found


def _year(typed: str) -> int:
    found = _YEAR.fullmatch(typed)
    if not found or int(found[2]) != int(found[1]) + 1:
        raise Misread(Message("NR-START-005", "Xin ghi năm học như  2026-2027 ."))
    return int(found[1])


def _year_code(typed: str) -> str:
    first = _year(typed)
    return f"{first}-{first + 1}"


def _address(typed: str) -> str:
    if not typed:
        return ""
    whole = normal(typed if "://" in typed else f"https://{typed}").rstrip("/")
    host = urlsplit(whole).hostname or ""
    is_web = whole.startswith(("http://", "https://")) and not set("?#") & set(whole)
    if not is_web or "." not in host or fault_of_address(whole):
        raise Misread(
            Message("NR-START-006", f"“{typed}” không phải là một địa chỉ trang, hãy để trống.")
        )
    if is_sample_address(whole):
        raise Misread(
            Message("NR-START-007", f"“{host}” là địa chỉ mẫu, không ở đâu trên mạng: để trống.")
        )
    return whole


def _head(typed: str) -> str:
    if typed and len(typed.split()) < 2:
        raise Misread(Message("NR-START-008", "Xin ghi đủ họ và tên, hoặc để trống để điền sau."))
    if is_sample_person(typed):
        message = Message("NR-START-014", f"“{typed}” là tên mẫu: ghi tên thật, hoặc để trống.")
        raise Misread(message)
    return typed


_READERS = (
    ("name", "name", _name),
    ("level", "beginning", _beginning),
    ("year", "first_year", _year),
    ("address", "address", _address),
    ("head", "head", _head),
)
