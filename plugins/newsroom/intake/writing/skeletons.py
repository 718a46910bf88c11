"""Skeletons of a new article's file: what it asks of its writer, by genre (requirement C5).

Each prompt becomes an HTML comment: plain to see in any editor, and nothing of it on the page, so
that a forgotten prompt embarrasses nobody and a file of prompts alone counts as empty.
"""

from collections.abc import Iterator

from ...domain.plan.category import Category, Genre
from ...domain.text.vietnamese import fold_key

_HOW = "Lời nhắc nằm giữa hai dấu như thế này không lên trang. Viết bài ở ngoài, xong thì xóa đi."

_PROMPTS = {
    Genre.NEWS: (
        "Ai, làm việc gì, khi nào, ở đâu? Một hai câu mở đầu là đủ.",
        "Việc diễn ra thế nào? Bao nhiêu người, con số nào đáng nhớ?",
        "Một câu nói thật của người trong cuộc, được người ấy cho phép ghi.",
        "Kết quả ra sao, sắp tới còn gì?",
    ),
    Genre.ARTICLE: (
        "Mở đầu bằng một cảnh, một câu nói hay một con số khiến người đọc muốn đọc tiếp.",
        "Chuyện gì đã xảy ra? Kể theo thứ tự, có người thật, việc thật, ngày và nơi.",
        "Vì sao chuyện ấy đáng kể với học sinh, cha mẹ, thầy cô?",
        "Kết bài: điều đọng lại, hoặc việc làm tiếp.",
    ),
    Genre.REPORTAGE: (
        "Người viết đang đứng ở đâu, thấy gì, nghe gì? Mở bằng một cảnh.",
        "Nhân vật chính là ai, đang làm việc gì?",
        "Việc này bắt đầu từ khi nào, khó ở chỗ nào? Ghi số liệu và nơi lấy số liệu.",
        "Ít nhất hai người nói, mỗi người một ý khác nhau.",
        "Trở lại cảnh đầu: có gì đã đổi?",
    ),
    Genre.INTERVIEW: (
        "Người trả lời là ai, vì sao hỏi người ấy, hỏi khi nào, ở đâu?",
        "Câu hỏi thứ nhất: viết thành một đoạn, in đậm bằng hai dấu sao ở mỗi đầu.",
        "Câu trả lời: viết thành đoạn riêng, giữ lời người nói.",
        "Các câu tiếp theo. Hỏi ngắn, mỗi câu một ý; nên có một câu về việc sắp tới.",
        "Người trả lời đã đọc lại bài và đồng ý chưa?",
    ),
    Genre.PHOTOS: (
        "Hai ba câu: chùm ảnh chụp việc gì, ngày nào, ở đâu, ai chụp?",
        "Mỗi ảnh một dòng riêng, có mô tả cho người không nhìn thấy ảnh và một câu chú thích."
        " Cách ghi ở docs/huong-dan/viet-bai.md, mục “Ảnh và liên kết”.",
        "Gia đình các em trong ảnh đã đồng ý chưa? Ghi ở dòng “đồng ý hình ảnh” phía trên.",
    ),
    Genre.VIDEO: (
        "Hai ba câu: trong video có gì, quay ngày nào, ở đâu, ai quay?",
        "Thêm vào đầu bài một dòng  video:  rồi ghi địa chỉ video trên kênh chính thức, hoặc tên"
        " tệp .mp4 đặt cạnh bài (mã nhúng không dùng được).",
        "Ghi lại những câu chính trong video bằng chữ, cho người không xem được.",
    ),
}
_GOOD_DEED = (
    "Người ấy là ai, ở đâu? Hỏi người ấy trước: có đồng ý nêu tên và đăng ảnh không?",
    "Việc tử tế nào, vào ngày nào? Kể một việc cụ thể, đừng khen chung chung.",
    "Người được giúp, hoặc người chứng kiến, nói gì?",
    "Vì sao người ấy làm việc đó? Để người ấy tự nói bằng lời của mình.",
    "Việc ấy đã lan sang ai, làm thay đổi điều gì?",
)
# The category of S1 and S3 (gương người tốt, việc tốt), whatever else the plan writes around it.
_GOOD_DEED_SIGN = fold_key("người tốt việc tốt")


def skeleton(genre: Genre, category: Category) -> str:
    """The text with which an article begins: prompts, each a comment of its own."""
    is_plain = genre in (Genre.NEWS, Genre.ARTICLE)
    prompts = _GOOD_DEED if is_plain and _is_of_good_deeds(category) else _PROMPTS[genre]
    return "\n\n".join(f"<!-- {prompt} -->" for prompt in (_HOW, *prompts)) + "\n"


def all_prompts() -> Iterator[str]:
    """Every prompt that a new article's file may have."""
    for prompts in ((_HOW,), _GOOD_DEED, *_PROMPTS.values()):
        yield from prompts


def _is_of_good_deeds(category: Category) -> bool:
    names = (category.code, category.name, *category.aliases)
    return any(_GOOD_DEED_SIGN in fold_key(name.replace(",", "")) for name in names)
