"""The words of `new --from`: what was understood, what was taken off, what is still open."""

from collections.abc import Iterable, Iterator, Sequence

from ...buildtools.terminal import printed
from ...domain.message import Message
from ...domain.text.dates import in_numbers
from ...importing.article_facts.article_text import prompt
from ...importing.article_facts.plan_facts import PlanFacts
from ...importing.article_facts.title_case import Retold
from ...importing.handed_in.taken_off import Tells
from ...importing.handed_in.understanding import Understood
from ...importing.sources.pictures import KeptPictures
from ...intake.writing.new_article import NewArticle
from ...vocabulary.fields.article_fields import ArticleField
from ...vocabulary.fields.declaration import HeaderField
from ...vocabulary.fields.shared_fields import SharedField
from ...vocabulary.genres import GENRES
from ...vocabulary.header import HEADER
from ...vocabulary.words import shown
from .questions import Given

NO_WORDS = Message("NR-FROM-001", "Không thấy chữ nào của bài. Chưa ghi gì.")


def same_as(label: str) -> Message:
    """The refusal of a text that is an article already."""
    return Message(
        "NR-FROM-002",
        f"Bài này trùng chữ với {label}, nên không tạo thêm. Chưa ghi gì. Muốn sửa thì mở tệp ấy;"
        " muốn làm lại từ đầu thì xóa tệp ấy rồi chạy lại.",
    )


def understood_in_lines(name: str, facts: PlanFacts, title: Retold, given: Given) -> Iterator[str]:
    """The facts that the text itself tells, a line each, as they will stand in the header."""
    found: dict[HeaderField, str] = {
        SharedField.TITLE: title.title,
        SharedField.GROUPS: ", ".join(group.name for group in facts.groups),
        ArticleField.AUTHORS: ", ".join(person.name for person in facts.authors),
        ArticleField.CATEGORY: facts.category.name if facts.category else "",
        ArticleField.GENRE: shown(GENRES, facts.genre) if facts.genre else "",
        ArticleField.SUBMITTED: in_numbers(facts.submitted) if facts.submitted else "",
    }
    told = {field: value for field, value in found.items() if value}
    of = f" trong {printed(name)}" if name else ""
    if told:
        yield f"Máy hiểu{of}:"
    for field, value in told.items():
        yield f"  {shown(HEADER, field)}: {printed(value)}"
    if title.doubtful:
        yield (
            "  (Tiêu đề viết toàn chữ hoa, đã đổi sang chữ thường. Xin xem lại chữ hoa của tên"
            f" riêng: {', '.join(title.doubtful[:6])}.)"
        )
    if given.title and title.title and given.title != title.title:
        yield f"  (Tiêu đề lấy theo --title: {printed(given.title)})"
    for field, doubts in facts.doubts.items():
        for message, hint in doubts:
            yield f"  Chưa rõ {shown(HEADER, field)}: {printed(message)}"
            if hint:
                yield f"    → {printed(hint.strip())}"


def removed_in_lines(understood: Understood, of_header: Sequence[str]) -> Iterator[str]:
    """Everything that was taken off; nothing of a text may go unsaid."""
    title = understood.first(Tells.TITLE)
    for words in (one for one in understood.removed if one != title):
        yield f"Đã bỏ khỏi bài: “{printed(words)}”"
    for line in of_header:
        yield (
            f"Không chép vào đầu bài: “{printed(line)}”. Lời duyệt và dòng của ban biên tập chỉ do"
            " lệnh của máy ghi."
        )
    for line in understood.decisions:
        yield (
            f"Giữ nguyên trong bài: “{printed(line)}”. Dòng này không phải là lời duyệt; ban biên"
            " tập duyệt bằng lệnh approve."
        )


def notes_in_lines(notes: Iterable[str], kept: KeptPictures, films: int) -> Iterator[str]:
    """The pictures that come along, and what was met on the way."""
    in_text, beside = len(kept.in_text), len(kept.beside)
    if in_text or beside:
        yield f"Ảnh: {in_text} trong bài, {beside} kèm theo."
    if films > 1:
        yield f"Có {films} video; mỗi bài một video: lấy tệp đầu, các tệp khác để lại."
    for note in notes:
        yield f"Lưu ý: {printed(note)}"


def prompts_in_text(facts: PlanFacts, article: NewArticle) -> Iterator[str]:
    """A remark in the text for each line that stays open although the source told something."""
    is_open = {
        SharedField.GROUPS: not article.groups,
        ArticleField.AUTHORS: not article.authors,
        ArticleField.CATEGORY: article.category is None,
    }
    for field, doubts in facts.doubts.items():
        if is_open.get(field):
            said = " ".join(f"{message} {hint}".strip() for message, hint in doubts)
            yield prompt(f"Dòng {shown(HEADER, field)} còn trống: {said}")


def not_written(error: OSError) -> str:
    return (
        f"Không ghi được tệp bài: {error.strerror or error}. Xin xem lại thư mục và đĩa."
        " Chưa ghi gì."
    )


def written_in_lines(label: str, article: NewArticle, checked: str) -> Iterator[str]:
    """The file that was written, what it still lacks, and what `check` says of it."""
    yield f"Đã ghi {label}"
    missing = [
        shown(HEADER, field)
        for field, is_missing in (
            (SharedField.TITLE, not article.title),
            (SharedField.GROUPS, not article.groups),
            (ArticleField.AUTHORS, not article.authors),
            (ArticleField.CATEGORY, article.category is None),
            (ArticleField.SUMMARY, not article.summary),
        )
        if is_missing
    ]
    if missing:
        yield f"Còn trống, xin ghi vào đầu bài: {', '.join(missing)}."
    yield ""
    yield checked
    yield ""
    yield "Việc tiếp theo: đọc lại bài, ghi các dòng còn trống, trả lời dòng “đồng ý hình ảnh” nếu"
    yield f"có ảnh, rồi gõ  python3 tasks.py check {label}"
