"""The words of the desk: stages, what is to be done, states of a topic."""

from collections.abc import Sequence

from ..domain.content.handing_in import Lack
from ..domain.desk.content_plan import TopicState
from ..domain.desk.queue import Act, Stage

TOPIC_STATES = {
    TopicState.TOLD: "đã có bài",
    TopicState.WAITING: "có bài đang chờ",
    TopicState.OPEN: "chưa có",
    TopicState.MISSED: "quá tháng, chưa có",
}

STAGES = {
    Stage.WAITING: "Chờ duyệt",
    Stage.IMPORT: "Lần nhập chờ duyệt",
    Stage.HALF_APPROVED: "Còn thiếu một lời duyệt",
    Stage.EDITED: "Sửa sau khi duyệt, cần duyệt lại",
    Stage.VOID: "Lời duyệt chưa có hiệu lực",
    Stage.RETURNED: "Đã trả lại, chờ người viết sửa",
    Stage.BROKEN: "Có lỗi phải sửa",
    Stage.NO_CONSENT: "Đã duyệt, chưa ghi sự đồng ý về ảnh",
    Stage.SCHEDULED: "Đã duyệt, hẹn ngày đăng",
    Stage.WITHDRAWN: "Đã gỡ",
}

LACKS = {
    Lack.TEXT: "chưa thấy nội dung bài",
    Lack.AUTHOR: "chưa rõ tác giả",
    Lack.GROUP: "chưa rõ tổ",
    Lack.CATEGORY: "chưa rõ chuyên mục",
}

ACTS = {
    Act.APPROVE: "Cần người duyệt",
    Act.APPROVE_LAST: "Cần người duyệt cuối",
    Act.APPROVE_IMPORT: "Cần người có lời duyệt cuối duyệt cả lần nhập",
    Act.REVISE: "Cần sửa theo lý do trả lại",
    Act.MEND: "Cần sửa lỗi",
    Act.ASK: "Cần hỏi gia đình rồi ghi dòng đồng ý hình ảnh",
    Act.HAND_IN: "Cần ghi ngày nộp, hoặc chờ",
}

# Behind the names of those who fill a role that nobody but authors holds.
STAND_IN = (
    "duyệt thay, vì ngoài tác giả không ai giữ quyền này; phải khác người duyệt cho ban biên tập"
)


def lacks_in_words(lacks: Sequence[Lack]) -> str:
    """Chưa tính là nộp: chưa thấy nội dung bài, chưa rõ tác giả. Empty for nothing lacking."""
    return f"Chưa tính là nộp: {', '.join(LACKS[lack] for lack in lacks)}" if lacks else ""
