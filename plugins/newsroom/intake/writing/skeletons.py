"""Skeletons of a new article's file: what it asks of its writer, by genre (requirement C5).

Each prompt becomes an HTML comment: plain to see in any editor, and nothing of it on the page, so
that a forgotten prompt embarrasses nobody and a file of prompts alone counts as empty.
"""

from collections.abc import Iterator

from ...domain.plan.category import Category, Genre
from ...domain.text.vietnamese import fold_key
from ...vocabulary.genres import words_of_genre

_HOW = "Lời nhắc nằm giữa hai dấu như thế này không lên trang. Viết bài ở ngoài, xong thì xóa đi."

_GOOD_DEED = (
    "Người ấy là ai, ở đâu? Hỏi người ấy trước: có đồng ý nêu tên và đăng ảnh không?",
    "Việc tử tế nào, vào ngày nào? Kể một việc cụ thể, đừng khen chung chung.",
    "Người được giúp, hoặc người chứng kiến, nói gì?",
    "Vì sao người ấy làm việc đó? Để người ấy tự nói bằng lời của mình.",
    "Việc ấy đã lan sang ai, làm thay đổi điều gì?",
)
# The category of S1 and S3 (gương người tốt, việc tốt), whatever else the plan writes around it.
_GOOD_DEED_SIGN = fold_key("người tốt việc tốt")


def skeleton(genre: Genre, category: Category | None) -> str:
    """The text with which an article begins: prompts, each a comment of its own."""
    is_good_deed = genre.is_plain and category is not None and _is_of_good_deeds(category)
    prompts = _GOOD_DEED if is_good_deed else words_of_genre(genre).prompts
    return "\n\n".join(f"<!-- {prompt} -->" for prompt in (_HOW, *prompts)) + "\n"


def all_prompts() -> Iterator[str]:
    """Every prompt that a new article's file may have."""
    for prompts in ((_HOW,), _GOOD_DEED, *(words_of_genre(genre).prompts for genre in Genre)):
        yield from prompts


def _is_of_good_deeds(category: Category) -> bool:
    names = (category.code, category.name, *category.aliases)
    return any(_GOOD_DEED_SIGN in fold_key(name.replace(",", "")) for name in names)
