"""The kinds of value that plan and school files hold, with what is said when they are wrong."""

import re
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from ....domain.message import Message
from ....domain.names.register import nearest
from ....domain.text.dates import NotADate, parse_date
from ....vocabulary.words import YES_NO, Words, all_words, lookup, shown
from ...header.lines import split_list

DAY_OF_YEAR = re.compile(
    r"(?<!\d)(\d{1,2})\s*(?:[/.\-]|\s*tháng)\s*(\d{1,2})(?!\s*[/.\-]?\d)", re.IGNORECASE
)
TURNED = Message("NR-PLAN-007", "Ngày kết thúc đứng trước ngày bắt đầu.")
TURNED_REMEDY = "Sửa dòng “từ” hoặc “đến”."
EMPTY = Message("NR-FORM-004", "Chỗ này còn để trống.")
_AND = re.compile(r"[,;]|\bvà\b", re.IGNORECASE)


def wrong(message: Message, hint: str) -> PydanticCustomError:
    """An error whose words reach the writer of the file."""
    return PydanticCustomError("newsroom", "{message}", {"message": message, "hint": hint})


def as_typed(value: Any) -> str:
    """A value as its writer typed it: [Tổ 1, Tổ 2]; what a mapping holds is not told."""
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(as_typed, value))}]"
    return "{…}" if isinstance(value, dict) else str(value)


def _date(value: Any) -> date:
    text = as_typed(value)
    try:
        if isinstance(value, (list, dict)):
            raise NotADate(text)
        return parse_date(text)
    except NotADate:
        raise wrong(
            Message("NR-FORM-001", f"“{text}” không phải là một ngày có thật."),
            "Ghi ngày trước: 20/11/2026.",
        ) from None


def _due_day(value: Any) -> date | tuple[int, int]:
    """A day of the calendar, or a day of every year: 30/6, ngày 30 tháng 6 hằng năm."""
    text = as_typed(value)
    found = DAY_OF_YEAR.search(text)
    try:
        return parse_date(text)
    except NotADate:
        day = parse_date(f"{found[1]}/{found[2]}/2024") if found and has_day(found) else None
    if day is None:
        raise wrong(
            Message("NR-FORM-002", f"“{text}” không phải là một ngày trong năm."),
            "Ghi ngày và tháng, ví dụ  hạn: 30/6  (mỗi năm học một lần), hoặc một ngày đủ năm.",
        )
    return day.month, day.day


def has_day(found: re.Match[str]) -> bool:
    """True where what DAY_OF_YEAR found is a day of some year; 2024 is a leap year."""
    try:
        date(2024, int(found[2]), int(found[1]))
    except ValueError:
        return False
    return True


def _list(value: Any) -> Any:
    return split_list(value) if isinstance(value, str) else value


def _number(value: Any) -> int:
    text = as_typed(value)
    found = re.fullmatch(r"(?:tháng\s*)?(\d{1,5})", text.strip(), re.IGNORECASE)
    if not found:
        raise wrong(
            Message("NR-FORM-003", f"“{text}” không phải là một số."), "Ghi bằng chữ số, ví dụ 2."
        )
    return int(found[1])


def _name(value: Any) -> Any:
    if value == "":
        raise wrong(EMPTY, "Ghi tên vào, hoặc bỏ cả mục.")
    return value


def _months(value: Any) -> tuple[int, ...]:
    """[9, 10, 11], "tháng 9 và 10" or "từ tháng 9 đến tháng 5"."""
    numbers = [
        int(n)
        for item in ([value] if isinstance(value, str) else value)
        for n in re.findall(r"\d+", str(item))
    ]
    if not numbers or not all(1 <= n <= 12 for n in numbers):
        raise wrong(
            Message("NR-FORM-005", f"“{as_typed(value)}” không phải là các tháng."),
            "Ghi: tháng 9, hoặc từ tháng 9 đến tháng 5.",
        )
    if isinstance(value, str) and len(numbers) == 2 and not _AND.search(value):
        first, last = numbers
        return tuple((first - 1 + n) % 12 + 1 for n in range((last - first) % 12 + 1))
    return tuple(numbers)


def one_of(words: Words[Any]) -> BeforeValidator:
    """A word of the vocabulary, read as its meaning."""

    def read(value: Any) -> Any:
        meaning = lookup(words, value) if isinstance(value, str) else value
        if meaning is None or isinstance(meaning, (list, dict)):
            typed = as_typed(value)
            like = lookup(words, nearest(typed, all_words(words)) or "")
            raise wrong(
                Message("NR-FORM-006", f"Không hiểu “{typed}”."),
                f"Có phải là “{shown(words, like)}”?"
                if like is not None
                else f"Chọn một trong: {', '.join(shown(words, w) for w in words)}.",
            )
        return meaning

    return BeforeValidator(read)


def named(value: Any) -> Any:
    """A bare name in the place of a mapping with a name."""
    return {"name": value} if isinstance(value, str) else value


Name = Annotated[str, BeforeValidator(_name)]
SPLIT = BeforeValidator(_list)
ALONE = BeforeValidator(lambda value: [value] if isinstance(value, str) else value)
Date = Annotated[date, BeforeValidator(_date)]
DueDay = Annotated[date | tuple[int, int], BeforeValidator(_due_day)]
Texts = Annotated[tuple[str, ...], SPLIT]
# Names that may hold commas: one alone, or a list.
Items = Annotated[tuple[str, ...], ALONE]
Number = Annotated[int, BeforeValidator(_number)]
Months = Annotated[tuple[int, ...], BeforeValidator(_months)]
YesNo = Annotated[bool, one_of(YES_NO)]
