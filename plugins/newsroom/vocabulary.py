"""Vietnamese words of the edges and English names of the code; the only place where they meet.

For keys and words that people type, the first of each tuple is the word we show; the others are
also understood. All are compared without case, marks and spaces.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TypeVar

from .domain.approval.blocker import Blocker, BlockerKind
from .domain.content.content_item import ContentKind
from .domain.content.decisions import Approval, DecisionKind
from .domain.content.document import DocumentType, Retention, RetentionKind, Validity
from .domain.content.photo_package import Consent
from .domain.desk.content_plan import TopicState
from .domain.desk.queue import Act, Stage
from .domain.plan.board import BOARD, HEAD, Role
from .domain.plan.calendar import PeriodKind
from .domain.plan.category import Genre
from .domain.plan.due import DueKind
from .domain.plan.quota import Measure
from .domain.plan.school import HomePart, OfficeLevel
from .domain.problem import Level
from .domain.tally.tally import Cell, Verdict, VerdictKind
from .domain.text.dates import in_numbers
from .domain.text.vietnamese import clean, fold_key

T = TypeVar("T")
Words = Mapping[T, tuple[str, ...]]

# The header of an article: field -> keys.
HEADER: Words[str] = {
    "title": ("tiêu đề", "tựa đề", "title"),
    "date": ("ngày", "ngày đăng", "date"),
    "groups": ("tổ", "nhóm", "đơn vị", "group", "groups"),
    "authors": ("tác giả", "người viết", "author", "authors"),
    "category": ("chuyên mục", "category"),
    "genre": ("thể loại", "genre"),
    "summary": ("tóm tắt", "summary", "description"),
    "cover": ("ảnh", "ảnh bìa", "ảnh đại diện", "cover", "image"),
    "gallery": ("thư viện", "thư viện ảnh", "bộ ảnh", "gallery"),
    "video": ("video", "video clip", "clip", "phim"),
    "tags": ("từ khóa", "thẻ", "tags", "keywords"),
    "topics": ("chủ đề", "topic", "topics"),
    "slug": ("slug",),
    "pinned": ("ghim", "ghim đến", "pinned"),
    "submitted": ("nộp", "ngày nộp", "submitted"),
    "approved": ("duyệt", "người duyệt", "approved"),
    "returned": ("trả lại", "returned"),
    "withdrawn": ("gỡ", "gỡ bài", "withdrawn"),
    "corrected": ("đính chính", "corrected"),
    "selected": ("chọn gửi", "selected"),
    "sent": ("gửi", "sent"),
    "carried": ("được đăng", "đăng lại", "carried"),
    "consent": ("đồng ý hình ảnh", "đồng ý", "consent"),
    "order": ("thứ tự", "order"),
}
# The header of a document. Its title is its abstract; what it shares has the same field names.
DOCUMENT_HEADER: Words[str] = {
    "title": ("trích yếu", "tiêu đề", "abstract", "title"),
    "number": ("số ký hiệu", "số", "ký hiệu", "số hiệu", "number"),
    "type": ("loại", "loại văn bản", "type"),
    "issuer": ("cơ quan ban hành", "nơi ban hành", "issuer"),
    "date": ("ngày", "ngày ban hành", "date"),
    "field": ("lĩnh vực", "field"),
    "signer": ("người ký", "signer"),
    "files": ("tệp", "tệp văn bản", "tệp đính kèm", "file", "files"),
    "retention": ("lưu", "thời hạn lưu", "thời hạn bảo quản", "retention"),
    "valid": ("hiệu lực", "có hiệu lực", "valid"),
    "ended": ("hết hiệu lực", "ended"),
    "replaces": ("thay thế", "thay cho", "replaces"),
    "disclosure": ("công khai", "mục công khai", "disclosure"),
    "due": ("hạn công khai", "due"),
    "groups": HEADER["groups"],
    "slug": HEADER["slug"],
    "approved": HEADER["approved"],
    "returned": HEADER["returned"],
    "withdrawn": HEADER["withdrawn"],
    "corrected": HEADER["corrected"],
}
HEADERS: Mapping[ContentKind, Words[str]] = {
    ContentKind.ARTICLE: HEADER,
    ContentKind.PAGE: HEADER,
    ContentKind.DOCUMENT: DOCUMENT_HEADER,
}
# Fields that may stand on several lines.
REPEATABLE = frozenset(
    {"approved", "returned", "withdrawn", "corrected", "selected", "sent", "carried"}
)
# Fields whose one line may name several things.
LISTS = frozenset({"groups", "authors", "tags", "topics", "files", "replaces", "disclosure"})

DECISIONS = frozenset({"approved", "returned", "withdrawn", "corrected", "selected", "consent"})
DECISION_FIELDS = {
    "returned": DecisionKind.RETURNED,
    "withdrawn": DecisionKind.WITHDRAWN,
    "corrected": DecisionKind.CORRECTED,
    "selected": DecisionKind.SELECTED,
}

GENRES: Words[Genre] = {
    Genre.NEWS: ("tin", "tin ngắn"),
    Genre.ARTICLE: ("bài", "bài viết"),
    Genre.REPORTAGE: ("phóng sự",),
    Genre.INTERVIEW: ("phỏng vấn",),
    Genre.PHOTOS: ("ảnh", "phóng sự ảnh", "chùm ảnh"),
    Genre.VIDEO: ("video", "clip"),
}

DOCUMENT_TYPES: Words[DocumentType] = {
    DocumentType.PLAN: ("kế hoạch", "KH"),
    DocumentType.DECISION: ("quyết định", "QĐ"),
    DocumentType.STATUTE: ("quy chế", "QC"),
    DocumentType.RULES: ("quy định", "nội quy"),
    DocumentType.LETTER: ("công văn", "CV"),
    DocumentType.NOTICE: ("thông báo", "TB"),
    DocumentType.REPORT: ("báo cáo", "BC"),
    DocumentType.GUIDE: ("hướng dẫn", "HD"),
    DocumentType.FORM: ("biểu mẫu", "mẫu", "mẫu đơn"),
    DocumentType.OTHER: ("khác", "văn bản khác"),
}

RETENTIONS: Words[RetentionKind] = {
    RetentionKind.PERMANENT: ("vĩnh viễn", "lâu dài"),
    RetentionKind.END_OF_YEAR: (
        *("hủy cuối năm", "hủy khi kết thúc năm", "hết năm", "hết năm học", "cuối năm"),
        "đến hết năm học",
    ),
}

VALIDITIES = {
    Validity.AHEAD: "chưa có hiệu lực",
    Validity.IN_FORCE: "còn hiệu lực",
    Validity.ENDED: "hết hiệu lực",
    Validity.REPLACED: "đã được thay thế",
}

FILE_TYPES = {
    "pdf": "PDF",
    "doc": "Word",
    "docx": "Word",
    "xls": "Excel",
    "xlsx": "Excel",
    "ppt": "PowerPoint",
    "pptx": "PowerPoint",
    "zip": "ZIP",
    "mp3": "MP3",
    "mp4": "MP4",
    "webm": "WebM",
}

MEASURES: Words[Measure] = {
    Measure.SUBMITTED: ("nộp",),
    Measure.APPROVED: ("duyệt", "được duyệt"),
    Measure.PUBLISHED: ("đăng",),
    Measure.SENT: ("gửi",),
    Measure.CARRIED: ("được đăng",),
    Measure.PHOTOS: ("ảnh", "gói ảnh"),
}
MEASURE_UNITS = dict.fromkeys(Measure, "bài") | {Measure.PHOTOS: "gói ảnh"}

PERIODS: Words[PeriodKind] = {
    PeriodKind.MONTH: ("tháng", "mỗi tháng", "hằng tháng", "hàng tháng"),
    PeriodKind.SEMESTER: ("học kỳ", "mỗi học kỳ", "học kì", "kỳ"),
    PeriodKind.YEAR: ("năm", "mỗi năm", "năm học"),
    PeriodKind.TERM: ("cả kỳ", "kỳ kế hoạch", "giai đoạn"),
}

# When a deadline falls due, where it hangs on the end of something.
DUE_ENDS: Words[DueKind] = {
    DueKind.END_OF_MONTH: ("cuối tháng", "hết tháng"),
    DueKind.END_OF_SEMESTER: ("cuối học kỳ", "hết học kỳ", "cuối học kì", "cuối kỳ"),
    DueKind.END_OF_YEAR: ("cuối năm học", "cuối năm", "hết năm học", "hết năm"),
    DueKind.END_OF_TERM: ("cuối giai đoạn", "hết giai đoạn", "cuối kỳ kế hoạch", "hết kế hoạch"),
}
# Left out of these: “cuối mỗi học kỳ” is “cuối học kỳ”.
EVERY_TIME = ("mỗi", "hằng", "hàng", "các", "từng", "vào")

PUNCTUAL: Words[bool] = {
    True: ("đúng hạn", "kịp hạn", "trong hạn"),
    False: ("trễ hạn", "quá hạn", "muộn", "chậm"),
}

CONSENTS: Words[Consent] = {
    Consent.GIVEN: ("có", "đã đồng ý", "đồng ý", "rồi", "yes", "true"),
    Consent.NO_CHILDREN: ("không có trẻ em", "không có học sinh"),
    Consent.REFUSED: ("không", "không đồng ý", "rút đồng ý", "chưa", "ko", "no", "false"),
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
    HomePart.SUPERIORS: ("cấp trên", "liên kết"),
}

PLAN_KINDS: Words[str] = {
    "school year": ("năm học",),
    "calendar year": ("năm", "năm dương lịch"),
    "several years": ("giai đoạn", "nhiều năm"),
}

YES_NO: Words[bool] = {
    True: ("có", "bắt buộc", "yes", "true"),
    False: ("không", "không bắt buộc", "no", "false"),
}

WHOLE_SCHOOL = ("toàn trường", "cả trường", "nhà trường", "toàn đơn vị")
EVERY = ("mỗi", "các", "từng", "mọi")
ANY_GROUP = ("tổ", "nhóm", "đơn vị", "tổ chức")
SUPERIORS = ("cấp trên", "ngành", "các cấp", "mọi cấp trên")
# The heading over the groups, where the school file has none.
GROUPS_CALLED = "Tổ, đoàn thể"
# Said behind an approval's date, these name no role.
AGREEMENT = ("đồng ý", "đồng ý đăng", "đã duyệt", "duyệt đăng", "nhất trí", "ok")
# A line of approval that holds one of these is no yes, whatever else it says.
_NO_YES = re.compile(
    r"(?<!\w)(?:không|khong|ko|chưa|chua|đừng|khoan|từ chối|phản đối|trả lại|trả bài|bỏ|hủy|huỷ|chờ"
    r"|tạm|hoãn|sửa|xem lại|cần|nếu|no|not)(?!\w)",
    re.IGNORECASE,
)
HEAD_ROLE = ("tổ trưởng", "trưởng nhóm", "trưởng bộ phận", "trưởng đơn vị", "tổ trưởng duyệt")
BOARD_ROLE = ("duyệt", "ban biên tập", "bbt", "biên tập", "tổng biên tập", "phó tổng biên tập")
EDITOR_IN_CHIEF = ("tổng biên tập", "trưởng ban biên tập")

# The plan and school files: kind of entry -> field -> keys.
PLAN_FILES: Mapping[str, Words[str]] = {
    "PlanFile": {
        "title": ("tên", "tên kế hoạch"),
        "number": ("số", "số ký hiệu"),
        "issued": ("ngày ban hành",),
        "kind": ("kỳ", "loại kỳ"),
        "first": ("từ", "từ ngày"),
        "last": ("đến", "đến ngày"),
        "counted_months": ("tháng tính", "các tháng tính"),
        "semesters": ("học kỳ", "học kì"),
        "board": ("ban biên tập",),
        "groups": ("tổ", "nhóm", "đơn vị"),
        "contributors": ("cộng tác viên",),
        "categories": ("chuyên mục",),
        "quotas": ("chỉ tiêu",),
        "topics": ("chủ đề", "các chủ đề", "kế hoạch nội dung"),
        "disclosures": ("công khai", "danh mục công khai"),
        "deadlines": ("hạn", "thời hạn", "các hạn"),
        "points": ("điểm", "điểm thi đua"),
        "retention": ("lưu trữ", "lưu trữ hồ sơ"),
        "seal_required": ("dấu duyệt",),
        "consent_required": ("đồng ý hình ảnh", "đồng ý"),
        "individuals_public": ("công khai cá nhân",),
        "cleans_files": ("làm sạch tệp", "làm sạch các tệp", "làm sạch tệp đính kèm"),
    },
    "SemesterEntry": {
        "name": ("tên",),
        "first": ("từ", "từ ngày"),
        "last": ("đến", "đến ngày"),
    },
    "PersonEntry": {
        "name": ("tên", "họ tên"),
        "code": ("mã",),
        "aliases": ("bí danh", "tên khác"),
        "emails": ("thư điện tử", "email"),
    },
    "BoardEntry": {
        "name": ("tên", "họ tên"),
        "code": ("mã",),
        "aliases": ("bí danh", "tên khác"),
        "title": ("chức vụ",),
        "duty": ("nhiệm vụ",),
        "roles": ("quyền",),
        "emails": ("thư điện tử", "email"),
        "first": ("từ", "từ ngày"),
        "last": ("đến", "đến ngày"),
    },
    "GroupEntry": {
        "name": ("tên",),
        "code": ("mã",),
        "kind": ("loại",),
        "aliases": ("bí danh", "tên khác"),
        "head": ("tổ trưởng", "trưởng", "phụ trách"),
        "members": ("thành viên",),
        "first": ("từ", "từ ngày"),
        "last": ("đến", "đến ngày"),
    },
    "CategoryEntry": {
        "name": ("tên",),
        "code": ("mã",),
        "aliases": ("bí danh", "tên khác"),
        "description": ("mô tả",),
        "owners": ("phụ trách",),
        "extra_roles": ("cần duyệt", "cần duyệt thêm"),
    },
    "QuotaEntry": {
        "code": ("mã",),
        "name": ("nội dung", "tên"),
        "who": ("ai",),
        "at_least": ("ít nhất", "số lượng"),
        "per": ("mỗi", "theo"),
        "genres": ("thể loại",),
        "categories": ("chuyên mục",),
        "destinations": ("nơi", "gửi đến"),
        "measure": ("tính theo",),
        "source": ("căn cứ",),
    },
    "DisclosureEntry": {
        "code": ("mã",),
        "name": ("nội dung", "tên"),
        "aliases": ("bí danh", "tên khác"),
        "due": ("hạn", "hạn công khai"),
        "owners": ("phụ trách",),
    },
    "DeadlineEntry": {
        "code": ("mã",),
        "name": ("việc", "nội dung", "tên"),
        "when": ("khi", "hạn", "ngày"),
        "who": ("ai", "phụ trách"),
        "destinations": ("nơi", "gửi đến"),
        "quotas": ("chỉ tiêu",),
        "notice_days": ("nhắc trước",),
        "is_public": ("công khai",),
        "source": ("căn cứ",),
    },
    "TopicEntry": {
        "code": ("mã",),
        "name": ("nội dung", "tên"),
        "months": ("khi", "tháng", "thời gian"),
        "who": ("ai", "phụ trách"),
        "audience": ("đối tượng",),
        "form": ("hình thức",),
        "categories": ("chuyên mục",),
        "source": ("căn cứ",),
    },
    "PointEntry": {
        "name": ("nội dung", "tên"),
        "points": ("điểm",),
        "measure": ("tính theo",),
        "genres": ("thể loại",),
        "categories": ("chuyên mục",),
        "destinations": ("nơi", "gửi đến"),
        "punctual": ("nộp",),
        "source": ("căn cứ",),
    },
    "RetentionEntry": {
        "name": ("nội dung", "tên"),
        "keep": ("lưu", "thời hạn lưu", "thời hạn bảo quản"),
        "types": ("loại văn bản",),
        "articles": ("tin bài",),
        "source": ("căn cứ",),
    },
    "CalendarEntry": {
        "on": ("ngày", "từ", "từ ngày"),
        "until": ("đến", "đến ngày"),
        "at": ("giờ", "lúc"),
        "what": ("việc", "nội dung", "sự kiện"),
        "where": ("nơi", "địa điểm"),
        "who": ("ai", "thành phần", "phụ trách"),
        "is_public": ("công khai",),
    },
    "SchoolFile": {
        "name": ("tên", "tên trường"),
        "short_name": ("tên ngắn",),
        "site_url": ("địa chỉ trang", "trang web"),
        "parent": ("cơ quan chủ quản",),
        "place": ("địa danh",),
        "initials": ("viết tắt", "chữ viết tắt"),
        "address": ("địa chỉ",),
        "map_link": ("bản đồ",),
        "phone": ("điện thoại",),
        "email": ("thư điện tử", "email"),
        "description": ("giới thiệu",),
        "year_starts_in": ("năm học bắt đầu",),
        "groups_called": ("gọi các tổ là", "gọi tổ là"),
        "channels": ("kênh",),
        "offices": ("cấp trên", "cơ quan cấp trên"),
        "home": ("trang chủ",),
        "menu": ("thực đơn", "menu"),
    },
    "ChannelEntry": {"name": ("tên",), "link": ("liên kết", "địa chỉ")},
    "OfficeEntry": {
        "name": ("tên",),
        "code": ("mã",),
        "short_name": ("tên ngắn",),
        "aliases": ("bí danh", "tên khác"),
        "level": ("cấp",),
        "portals": ("cổng", "trang web"),
        "first": ("từ", "từ ngày"),
        "last": ("đến", "đến ngày"),
        "successors": ("kế tục",),
    },
    "PhotoPackageEntry": {
        "group": ("tổ", "nhóm", "đơn vị"),
        "on": ("ngày",),
        "pictures": ("số ảnh",),
    },
}

LEVEL_NAMES = {Level.ERROR: "lỗi", Level.WARNING: "cảnh báo", Level.ADVICE: "gợi ý"}

VERDICTS = {
    VerdictKind.MET: "đạt",
    VerdictKind.SHORT: "thiếu {}",
    VerdictKind.OVER: "vượt {}",
    VerdictKind.RUNNING: "đang tính",
    VerdictKind.AHEAD: "chưa tới",
    VerdictKind.NO_TARGET: "khuyến khích",
}

TOPIC_STATES = {
    TopicState.TOLD: "đã có bài",
    TopicState.WAITING: "có bài đang chờ",
    TopicState.OPEN: "chưa có",
    TopicState.MISSED: "quá tháng, chưa có",
}

REASONS = {
    BlockerKind.WITHDRAWN: "Đã gỡ{by}{reason}",
    BlockerKind.BROKEN: "Có lỗi phải sửa: {text}",
    BlockerKind.RETURNED: "{Who} trả lại{on}{reason}",
    BlockerKind.EDITED: "Đã sửa sau khi {who} duyệt{on}: dấu duyệt không còn khớp, cần duyệt lại",
    BlockerKind.SELF_APPROVED: "{Who} là tác giả nên không được tự duyệt",
    BlockerKind.AMBIGUOUS: "Có nhiều người tên {who}: cần ghi mã của người duyệt",
    BlockerKind.NOT_ON_BOARD: "{Who} không có tên trong ban biên tập{at}",
    BlockerKind.NO_RIGHT: "{Who} không có quyền duyệt “{role}”{at}",
    BlockerKind.FUTURE_APPROVAL: "Ngày duyệt của {who}{at} chưa tới",
    BlockerKind.NO_SEAL: "Lần duyệt của {who} chưa có dấu duyệt mà kế hoạch bắt buộc",
    BlockerKind.MISSING_ROLE: "Còn thiếu người duyệt “{role}”",
    BlockerKind.WAITING: "Chờ ban biên tập duyệt",
    BlockerKind.NO_CONSENT: "Bài có ảnh mà chưa ghi sự đồng ý của gia đình các em",
    BlockerKind.SCHEDULED: "Hẹn đăng ngày {on_date}",
}


# In a few words, of what is gone from the public site.
WHY_GONE: dict[BlockerKind | None, str] = {
    None: "tệp bài không còn, hoặc đã đổi tên",
    BlockerKind.WITHDRAWN: "đã gỡ",
    BlockerKind.BROKEN: "có lỗi phải sửa",
    BlockerKind.RETURNED: "đã trả lại",
    BlockerKind.EDITED: "đã sửa sau khi duyệt",
    BlockerKind.SELF_APPROVED: "tác giả tự duyệt",
    BlockerKind.AMBIGUOUS: "tên người duyệt trùng với người khác",
    BlockerKind.NOT_ON_BOARD: "người duyệt không có tên trong ban biên tập",
    BlockerKind.NO_RIGHT: "người duyệt không có quyền ấy",
    BlockerKind.FUTURE_APPROVAL: "ngày duyệt chưa tới",
    BlockerKind.NO_SEAL: "lời duyệt thiếu dấu mà kế hoạch bắt buộc",
    BlockerKind.MISSING_ROLE: "thiếu một lời duyệt",
    BlockerKind.WAITING: "không còn lời duyệt",
    BlockerKind.NO_CONSENT: "gia đình không đồng ý ảnh, hoặc chưa ghi sự đồng ý",
    BlockerKind.SCHEDULED: "ngày đăng chưa tới",
}


STAGES = {
    Stage.WAITING: "Chờ duyệt",
    Stage.HALF_APPROVED: "Còn thiếu một lời duyệt",
    Stage.EDITED: "Sửa sau khi duyệt, cần duyệt lại",
    Stage.VOID: "Lời duyệt chưa có hiệu lực",
    Stage.RETURNED: "Đã trả lại, chờ người viết sửa",
    Stage.BROKEN: "Có lỗi phải sửa",
    Stage.NO_CONSENT: "Đã duyệt, chưa ghi sự đồng ý về ảnh",
    Stage.SCHEDULED: "Đã duyệt, hẹn ngày đăng",
    Stage.WITHDRAWN: "Đã gỡ",
}

ACTS = {
    Act.APPROVE: "Cần người duyệt",
    Act.REVISE: "Cần sửa theo lý do trả lại",
    Act.MEND: "Cần sửa lỗi",
    Act.ASK: "Cần hỏi gia đình rồi ghi dòng đồng ý hình ảnh",
}


_FIELDS = {
    kind: {fold_key(form): name for name, forms in words.items() for form in forms}
    for kind, words in HEADERS.items()
}


def lookup(words: Words[T], text: str) -> T | None:
    """The meaning of the text by one of these word lists; None for an unknown word."""
    key = fold_key(text)
    return next((m for m, forms in words.items() if key in map(fold_key, forms)), None)


def consent_named(text: str) -> Consent | None:
    """The families' consent; None where the words are not understood. Brackets are remarks."""
    return lookup(CONSENTS, re.sub(r"\(.*\)", "", text))


def header_field(key: str, kind: ContentKind = ContentKind.ARTICLE) -> str | None:
    """The field of the header that a key means: `lookup` in HEADERS, which every line asks."""
    return _FIELDS[kind].get(fold_key(key))


def shown(words: Words[T], meaning: T) -> str:
    """The word by which we show a meaning."""
    return words[meaning][0]


def all_words(words: Words[T]) -> Iterable[str]:
    return (form for forms in words.values() for form in forms)


def says_no_yes(text: str) -> bool:
    """True where words behind or before a name refuse, wait or ask for changes."""
    return _NO_YES.search(clean(text)) is not None


NOT_A_YES = (
    "Dòng này chưa phải lời đồng ý: xóa đi thì bài tự chờ; trả bài thì ghi  trả lại: họ tên, ngày,"
    " lý do. Đồng ý thì người duyệt tự ghi lại, chỉ họ tên và ngày."
)


def asked_in_words(names: Sequence[str]) -> str:
    """Có phải là “A” hay “B”? Nothing where no name is near."""
    return f"Có phải là {' hay '.join(f'“{name}”' for name in names)}?" if names else ""


def verdict_in_words(verdict: Verdict) -> str:
    """đạt, thiếu 2, vượt 1, đang tính, chưa tới (contract, "Tally")."""
    return VERDICTS[verdict.kind].format(verdict.by)


def retention_in_words(retention: Retention) -> str:
    """vĩnh viễn, 5 năm, hủy cuối năm."""
    if retention.kind is RetentionKind.YEARS:
        return f"{retention.years} năm"
    return shown(RETENTIONS, retention.kind)


def role_named(name: str) -> Role:
    """The role that a word means: the board's own and the head's have several names."""
    for words, role in ((BOARD_ROLE, BOARD), (HEAD_ROLE, HEAD)):
        if fold_key(name) in map(fold_key, words):
            return role
    return Role(name.strip())


def heads_the_board(office: str) -> bool:
    """True where a title or duty (maybe one of several, behind commas) is the editor-in-chief's."""
    named = map(fold_key, office.replace(";", ",").split(","))
    return not set(named).isdisjoint(map(fold_key, EDITOR_IN_CHIEF))


def count_in_words(cell: Cell) -> str:
    """1/1, or 3 where there is no target."""
    return str(cell.count) if cell.target is None else f"{cell.count}/{cell.target}"


def months_met_in_words(cell: Cell) -> str:
    """đạt 4/5 tháng: why a total may be short although its count is not. Empty for no total."""
    if cell.months_met is None or cell.verdict.kind is VerdictKind.AHEAD:
        return ""
    met, of = cell.months_met
    return f"đạt {met}/{of} {shown(PERIODS, PeriodKind.MONTH)}"


def points_in_words(points: Decimal) -> str:
    """45, 30,5 or -1: a comma before the fraction, and no zeros behind it.

    >>> points_in_words(Decimal("45.0")), points_in_words(Decimal("30.50"))
    ('45', '30,5')
    """
    text = f"{points:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")


def approval_in_words(approval: Approval) -> str:
    """The value of a duyệt line: Tên, 20/11/2026, vai trò dấu 0123456789ab."""
    role = f", {approval.role.name}" if approval.role else ""
    sealed = f" dấu {approval.seal}" if approval.seal else ""
    return f"{approval.by}, {in_numbers(approval.on)}{role}{sealed}"


def reason_in_words(reason: Blocker) -> str:
    """A sentence, without its full stop, that says why an article waits."""
    who = reason.who or "người duyệt"
    when = in_numbers(reason.on) if reason.on else ""
    return REASONS[reason.kind].format(
        who=who,
        Who=who[:1].upper() + who[1:],
        by=f" bởi {reason.who}" + (f" ngày {when}" if when else "") if reason.who else "",
        on=f" ngày {when}" if when else "",
        at=f" vào ngày {when}" if when else "",
        on_date=when,
        role=(reason.role or BOARD).name,
        reason=f": {reason.text}" if reason.text else "",
        text=reason.text,
    )


# Who may change what, as `check --against` holds people to it; the handbook has the same rows.
WHO_MAY_CHANGE = (
    ("Viết, sửa bài chưa duyệt; thêm ảnh, tệp mà bài đã duyệt không dùng", "mọi người"),
    (
        "Ghi dòng “duyệt”, “đính chính”, “chọn gửi”",
        "chính người có tên ở dòng ấy, từ thư điện tử của mình, khi đang giữ quyền ấy: vào ngày ghi"
        " ở dòng và vào ngày ghi vào kho bài (commit)",
    ),
    (
        "Ghi dòng “trả lại”, “gỡ”",
        "một người trong ban biên tập; người khác ghi thì bài vẫn rời trang và người ấy được nêu"
        " tên",
    ),
    ("Bỏ hay đổi một dòng quyết định; xóa bài đã duyệt", "một người trong ban biên tập"),
    (
        "Sửa bài, trang, văn bản đã duyệt, ảnh và tệp của nó",
        "một người trong ban biên tập mà không phải tác giả; người khác sửa thì phải duyệt lại",
    ),
    (
        "Ghi, đổi, bỏ dòng “gửi”, “được đăng” ở bài đã duyệt",
        "một người trong ban biên tập; người khác ghi thì phải duyệt lại",
    ),
    ("Sửa lịch (lich.yaml), sổ nhận gói ảnh (goi-anh.yaml)", "một người trong ban biên tập"),
    ("Sửa kế hoạch (ke-hoach), hồ sơ trường (truong.yaml)", "Tổng biên tập"),
)
