"""`new`: asks what an article needs, and writes its file with a complete header."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ...building.errors import today_or_refused
from ...domain.approval.approvers import approvers
from ...domain.plan.board import BOARD
from ...domain.plan.plan import plan_on
from ...intake.writing.new_article import NewArticle, write_new
from ...vocabulary import things
from ...vocabulary.fields.article_fields import ArticleField
from ...vocabulary.fields.shared_fields import SharedField
from ...vocabulary.publisher import nouns_of, role_in_words
from ..valid_plans import valid_evaluation
from .answer_memory import recalled, remember
from .asking import Talk
from .questions import Given, Questions

if TYPE_CHECKING:
    from ...domain.site.publication import Evaluation

STOPPED, INCOMPLETE, IMPOSSIBLE = 130, 2, 1
LEFT = "\nĐã dừng, chưa ghi gì."


def write_article(content: Path, cache: Path, given: Given, talk: Talk, *, may_ask: bool) -> int:
    """Have the article's file written; the exit code.

    Where nobody may be asked, everything that is missing or unknown is said at once. Raises
    BuildRefused where no plan can be relied upon.
    """
    try:
        return _write(content, cache, given, talk, may_ask)
    except (EOFError, KeyboardInterrupt):
        talk.say(LEFT)
        return STOPPED


def _write(content: Path, cache: Path, given: Given, talk: Talk, may_ask: bool) -> int:
    today = today_or_refused()
    evaluation = valid_evaluation(content, cache)
    plans = evaluation.newsroom.plans
    last, nouns = recalled(cache) if may_ask else {}, nouns_of(evaluation.newsroom.school)
    questions = Questions(given, talk, plans, today, last, may_ask, nouns)
    answered = questions.all()
    if answered is None:
        talk.say("Chưa ghi gì. Xin ghi đủ và đúng các mục sau:")
        for complaint in questions.complaints:
            talk.say(f"  {complaint}")
        return INCOMPLETE
    article, plan = answered
    assert plan is not None
    taken = (record.url for record in evaluation.newsroom.articles)
    try:
        path = write_new(content, article, plan, taken)
    except OSError as error:
        talk.say(f"Không ghi được tệp bài: {error.strerror or error}. Xin xem lại thư mục và đĩa.")
        return IMPOSSIBLE
    remember(
        cache,
        {
            SharedField.GROUPS: tuple(group.code for group in article.groups),
            ArticleField.AUTHORS: tuple(author.code for author in article.authors),
            ArticleField.CATEGORY: (article.category.code,) if article.category else (),
            ArticleField.GENRE: (article.genre.value,),
        },
    )
    for line in _next_steps(
        path.relative_to(content.parent).as_posix(), article, evaluation, today
    ):
        talk.say(line)
    return 0


def _next_steps(path: str, article: NewArticle, evaluation: "Evaluation", today: date) -> list[str]:
    nouns = nouns_of(evaluation.newsroom.school)
    plan = plan_on(evaluation.newsroom.plans, today) or plan_on(
        evaluation.newsroom.plans, article.on
    )
    assert plan is not None
    day = today if plan.term.contains(today) else article.on
    lines = [
        f"Đã ghi {path}",
        "",
        "Việc tiếp theo:",
        "1. Mở tệp ấy, viết bài dưới dòng --- thứ hai và ghi dòng “tóm tắt”.",
        f"2. Đặt ảnh cạnh bài, trong {path.rpartition('/')[0]}/;"
        " ghi ảnh bìa ở dòng “ảnh”, và trả lời dòng “đồng ý hình ảnh”.",
        f"3. Xem máy nói gì: python3 tasks.py check {path}",
        "4. Nộp bài: lưu tệp, gửi thay đổi lên kho bài (commit), rồi nhắn người duyệt.",
    ]
    assert article.category is not None
    for role, people in approvers(
        article.category, article.authors, [group.code for group in article.groups], plan, day
    ).items():
        names = ", ".join(person.name for person in people) or "chưa có ai: hỏi Tổng biên tập"
        whose = (
            things.APPROVER
            if role == BOARD
            else f"Chuyên mục này cần thêm “{role_in_words(role, nouns)}”"
        )
        lines.append(f"   {whose}: {names}.")
    return lines
