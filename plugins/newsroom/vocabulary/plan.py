"""The words of plans and school files: periods, deadlines, offices, home page."""

from typing import NamedTuple, assert_never

from ..domain.plan.calendar import PeriodKind
from ..domain.plan.due import DueKind
from ..domain.plan.school import HomePart, OfficeLevel
from .words import Words

PERIODS: Words[PeriodKind] = {
    PeriodKind.MONTH: ("tháng", "mỗi tháng", "hằng tháng", "hàng tháng"),
    PeriodKind.SEMESTER: ("học kỳ", "mỗi học kỳ", "học kì", "kỳ"),
    PeriodKind.YEAR: ("năm", "mỗi năm", "năm học"),
    PeriodKind.TERM: ("cả kỳ", "kỳ kế hoạch", "giai đoạn"),
}


class DueWords(NamedTuple):
    """The words of a kind of deadline: an `example` of it, and its `names` where it has any.

    The others are typed as a day.
    """

    example: str
    names: tuple[str, ...] = ()


def words_of_due(kind: DueKind) -> DueWords:
    """The words of a kind of deadline, as a plan writes them behind `khi`."""
    match kind:
        case DueKind.DAY_OF_MONTH:
            return DueWords(example="ngày 25 hằng tháng")
        case DueKind.END_OF_MONTH:
            return DueWords(example="cuối tháng", names=("cuối tháng", "hết tháng"))
        case DueKind.END_OF_SEMESTER:
            names = ("cuối học kỳ", "hết học kỳ", "cuối học kì", "cuối kỳ")
            return DueWords(example="cuối học kỳ", names=names)
        case DueKind.END_OF_YEAR:
            names = ("cuối năm học", "cuối năm", "hết năm học", "hết năm")
            return DueWords(example="cuối năm học", names=names)
        case DueKind.END_OF_TERM:
            names = ("cuối giai đoạn", "hết giai đoạn", "cuối kỳ kế hoạch", "hết kế hoạch")
            return DueWords(example="cuối giai đoạn", names=names)
        case DueKind.DAY_OF_YEAR:
            return DueWords(example="31/5")
        case DueKind.ONCE:
            return DueWords(example="trước ngày 31/05/2027")
        case _:
            assert_never(kind)


# When a deadline falls due, where it hangs on the end of something.
DUE_ENDS: Words[DueKind] = {
    kind: words_of_due(kind).names for kind in DueKind if words_of_due(kind).names
}

DUE_EXAMPLES = tuple(words_of_due(kind).example for kind in DueKind)

# Left out of these: “cuối mỗi học kỳ” is “cuối học kỳ”.
EVERY_TIME = ("mỗi", "hằng", "hàng", "các", "từng", "vào")

PUNCTUAL: Words[bool] = {
    True: ("đúng hạn", "kịp hạn", "trong hạn"),
    False: ("trễ hạn", "quá hạn", "muộn", "chậm"),
}

LEVELS: Words[OfficeLevel] = {
    OfficeLevel.COMMUNE: ("xã", "phường"),
    OfficeLevel.DISTRICT: ("phòng", "huyện", "quận"),
    OfficeLevel.PROVINCE: ("sở", "tỉnh", "thành phố"),
    OfficeLevel.MINISTRY: ("bộ",),
    OfficeLevel.PRESS: ("báo", "đài"),
    OfficeLevel.OTHER: ("khác",),
}

HOME_PARTS: Words[HomePart] = {
    HomePart.LATEST: ("tin mới",),
    HomePart.EVENTS: ("lịch", "lịch sắp tới"),
    HomePart.DOCUMENTS: ("văn bản", "văn bản mới"),
    HomePart.PICTURES: ("ảnh", "dải ảnh"),
    HomePart.CATEGORIES: ("chuyên mục", "các chuyên mục"),
    HomePart.YEARS: ("năm học", "các năm học"),
    HomePart.PARENT_OFFICES: ("cấp trên", "liên kết"),
}

PLAN_KINDS: Words[str] = {
    "school year": ("năm học",),
    "calendar year": ("năm", "năm dương lịch"),
    "several years": ("giai đoạn", "nhiều năm"),
}

EVERY = ("mỗi", "các", "từng", "mọi")

ANY_GROUP = ("tổ", "nhóm", "đơn vị", "tổ chức")

ANY_PARENT_OFFICE = ("cấp trên", "ngành", "các cấp", "mọi cấp trên")
