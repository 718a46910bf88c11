"""The things of a Word file that no article can hold: counted, and said to whoever handed it in."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from ...domain.message import Message


class LeftThing(Enum):
    """A kind of thing that is left out."""

    COMMENT = "comment"
    TEXT_BOX = "text box"
    HEADER = "header"
    TABLE_OF_CONTENTS = "table of contents"
    EQUATION = "equation"
    CHART = "chart"
    DIAGRAM = "diagram"
    OBJECT = "object"
    DRAWING = "drawing"
    OUTSIDE_PICTURE = "outside picture"
    LOST_PICTURE = "lost picture"
    PLACE_ON_A_COMPUTER = "place on a computer"
    HIDDEN = "hidden"
    CHUNK = "chunk"
    FILM = "film"
    SYMBOL = "symbol"
    OLD_FONT = "old font"
    UNSURE_LETTERS = "unsure letters"


@dataclass
class Left:
    """The count of what was left out, and the names that some of it has."""

    counts: Counter[LeftThing] = field(default_factory=Counter)
    names: dict[LeftThing, list[str]] = field(default_factory=dict)

    def add(self, thing: LeftThing, name: str = "") -> None:
        self.counts[thing] += 1
        if name and name not in self.names.setdefault(thing, []):
            self.names[thing].append(name)

    def sentences(self) -> Iterator[Message]:
        """Sentences on what was left out, one a kind."""
        for thing in LeftThing:
            if count := self.counts[thing]:
                names = self.names.get(thing, [])
                shown = ", ".join(f"“{name}”" for name in names[:_MOST_NAMES])
                more = "…" if len(names) > _MOST_NAMES else ""
                said = f": {shown}{more}" if shown else ""
                yield _WORDS[thing].format(n=count, names=said)


_MOST_NAMES = 5
_WORDS = {
    LeftThing.COMMENT: Message("NR-WORD-001", "{n} lời bình luận bên lề: không đưa vào bài."),
    LeftThing.TEXT_BOX: Message(
        "NR-WORD-002",
        "{n} khung chữ: chữ trong khung được đưa vào cạnh đoạn có khung{names}; xem lại chỗ đứng.",
    ),
    LeftThing.HEADER: Message("NR-WORD-003", "Đầu trang, chân trang: không đưa vào bài{names}."),
    LeftThing.TABLE_OF_CONTENTS: Message(
        "NR-WORD-004", "Mục lục: không đưa vào bài (trang web không có số trang)."
    ),
    LeftThing.EQUATION: Message(
        "NR-WORD-005",
        "{n} công thức: chỉ còn các chữ, số của nó{names}; viết lại, hoặc chụp thành ảnh.",
    ),
    LeftThing.CHART: Message(
        "NR-WORD-006", "{n} biểu đồ: không đưa vào bài được; chụp thành ảnh rồi chèn ảnh{names}."
    ),
    LeftThing.DIAGRAM: Message(
        "NR-WORD-007", "{n} sơ đồ SmartArt: không đưa vào bài được; chụp thành ảnh rồi chèn ảnh."
    ),
    LeftThing.OBJECT: Message(
        "NR-WORD-008", "{n} tệp nhúng trong bài: không đưa vào{names}; cần thì gửi riêng tệp ấy."
    ),
    LeftThing.DRAWING: Message(
        "NR-WORD-009",
        "{n} hình vẽ không phải là ảnh (EMF, WMF): không hiện trên trang web{names}; chụp thành"
        " ảnh JPG hoặc PNG rồi chèn lại.",
    ),
    LeftThing.OUTSIDE_PICTURE: Message(
        "NR-WORD-010",
        "{n} ảnh không nằm trong tệp mà ở nơi khác{names}: máy không tải về; gửi kèm tệp ảnh.",
    ),
    LeftThing.LOST_PICTURE: Message(
        "NR-WORD-011", "{n} ảnh có chỗ trong bài mà tệp không có{names}; gửi kèm tệp ảnh."
    ),
    LeftThing.PLACE_ON_A_COMPUTER: Message(
        "NR-WORD-012",
        "{n} liên kết trỏ vào tệp trong máy người viết: chữ được giữ, liên kết bỏ{names}.",
    ),
    LeftThing.HIDDEN: Message("NR-WORD-013", "{n} đoạn chữ ẩn: không đưa vào bài."),
    LeftThing.CHUNK: Message(
        "NR-WORD-014",
        "{n} phần ghép từ tệp khác: máy không đọc được; mở bằng Word, lưu lại rồi gửi.",
    ),
    LeftThing.FILM: Message(
        "NR-WORD-015", "{n} video: không đưa vào bài được; gửi riêng tệp video{names}."
    ),
    LeftThing.SYMBOL: Message(
        "NR-WORD-016", "{n} ký hiệu của phông chữ riêng không rõ là gì nên bỏ{names}."
    ),
    LeftThing.OLD_FONT: Message(
        "NR-WORD-022", "Chữ gõ bằng bảng mã cũ{names}: đã đổi sang Unicode; đọc lại một lượt."
    ),
    LeftThing.UNSURE_LETTERS: Message(
        "NR-WORD-023",
        "Có chỗ chữ như gõ bằng bảng mã cũ{names} mà đổi ra không thành tiếng Việt: đọc kỹ và gõ"
        " lại các chỗ ấy.",
    ),
}
