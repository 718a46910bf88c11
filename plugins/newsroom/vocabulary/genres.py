"""The words of genres: how they are typed and shown, counted, and asked of whoever writes one."""

from functools import cache
from typing import NamedTuple, assert_never

from ..domain.plan.category import Genre
from .words import Words


class GenreWords(NamedTuple):
    """The words of a genre: `names` as people type it, the first of which we show.

    `unit` is what one of them is called where only they count, `prompts` what a new article of
    that genre asks of its writer (requirement C5).
    """

    names: tuple[str, ...]
    unit: str
    prompts: tuple[str, ...]


@cache
def words_of_genre(genre: Genre) -> GenreWords:
    """The words of a genre."""
    match genre:
        case Genre.NEWS:
            return GenreWords(
                names=("tin", "tin ngắn"),
                unit="tin",
                prompts=(
                    "Ai, làm việc gì, khi nào, ở đâu? Một hai câu mở đầu là đủ.",
                    "Việc diễn ra thế nào? Bao nhiêu người, con số nào đáng nhớ?",
                    "Một câu nói thật của người trong cuộc, được người ấy cho phép ghi.",
                    "Kết quả ra sao, sắp tới còn gì?",
                ),
            )
        case Genre.ARTICLE:
            return GenreWords(
                names=("bài", "bài viết"),
                unit="bài",
                prompts=(
                    "Mở đầu bằng một cảnh, một câu nói hay một con số khiến người đọc muốn"
                    " đọc tiếp.",
                    "Chuyện gì đã xảy ra? Kể theo thứ tự, có người thật, việc thật, ngày và nơi.",
                    "Vì sao chuyện ấy đáng kể với học sinh, cha mẹ, thầy cô?",
                    "Kết bài: điều đọng lại, hoặc việc làm tiếp.",
                ),
            )
        case Genre.REPORTAGE:
            return GenreWords(
                names=("phóng sự",),
                unit="phóng sự",
                prompts=(
                    "Người viết đang đứng ở đâu, thấy gì, nghe gì? Mở bằng một cảnh.",
                    "Nhân vật chính là ai, đang làm việc gì?",
                    "Việc này bắt đầu từ khi nào, khó ở chỗ nào? Ghi số liệu và nơi lấy số liệu.",
                    "Ít nhất hai người nói, mỗi người một ý khác nhau.",
                    "Trở lại cảnh đầu: có gì đã đổi?",
                ),
            )
        case Genre.INTERVIEW:
            return GenreWords(
                names=("phỏng vấn",),
                unit="bài phỏng vấn",
                prompts=(
                    "Người trả lời là ai, vì sao hỏi người ấy, hỏi khi nào, ở đâu?",
                    "Câu hỏi thứ nhất: viết thành một đoạn, in đậm bằng hai dấu sao ở mỗi đầu.",
                    "Câu trả lời: viết thành đoạn riêng, giữ lời người nói.",
                    "Các câu tiếp theo. Hỏi ngắn, mỗi câu một ý; nên có một câu về việc sắp tới.",
                    "Người trả lời đã đọc lại bài và đồng ý chưa?",
                ),
            )
        case Genre.PHOTOS:
            return GenreWords(
                names=("ảnh", "phóng sự ảnh", "chùm ảnh"),
                unit="chùm ảnh",
                prompts=(
                    "Hai ba câu: chùm ảnh chụp việc gì, ngày nào, ở đâu, ai chụp?",
                    "Mỗi ảnh một dòng riêng, có mô tả cho người không nhìn thấy ảnh và một câu"
                    " chú thích. Cách ghi ở docs/huong-dan/viet-bai.md, mục “Ảnh và liên kết”.",
                    "Gia đình các em trong ảnh đã đồng ý chưa? Ghi ở dòng “đồng ý hình ảnh”"
                    " phía trên.",
                ),
            )
        case Genre.VIDEO:
            return GenreWords(
                names=("video", "clip"),
                unit="video",
                prompts=(
                    "Hai ba câu: trong video có gì, quay ngày nào, ở đâu, ai quay?",
                    "Thêm vào đầu bài một dòng  video:  rồi ghi địa chỉ video trên kênh chính thức,"
                    " hoặc tên tệp .mp4 đặt cạnh bài (mã nhúng không dùng được).",
                    "Ghi lại những câu chính trong video bằng chữ, cho người không xem được.",
                ),
            )
        case _:
            assert_never(genre)


GENRES: Words[Genre] = {genre: words_of_genre(genre).names for genre in Genre}
