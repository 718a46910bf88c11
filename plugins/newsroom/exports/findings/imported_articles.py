"""Advice on what imports brought: lists that wait for a yes, and pictures that nobody shows."""

from collections import Counter
from collections.abc import Iterator

from ...domain.approval.blocker import BlockerKind
from ...domain.approval.import_approval import who_may_approve_imports
from ...domain.content.content_item import Article
from ...domain.content.photo_package import Consent
from ...domain.message import Message
from ...domain.problem import Level, Problem
from ...domain.site.publication import Evaluation
from ...vocabulary.approval import command_to_approve_import
from ...vocabulary.content import CONSENTS, OLD_PICTURES
from ...vocabulary.fields.article_fields import ArticleField
from ...vocabulary.header import HEADER
from ...vocabulary.plan_files import PLAN_FILES
from ...vocabulary.words import shown


def waiting_imports(evaluation: Evaluation) -> Iterator[Problem]:
    """A piece of advice for each list of which articles wait, with the command that lets them out.

    Those with an error are told by themselves.
    """
    newsroom, today = evaluation.newsroom, evaluation.publication.today
    waiting = Counter(
        held.record.import_file
        for held in evaluation.withheld
        if held.reasons[0].kind is BlockerKind.IMPORT_WAITING
    )
    plan = newsroom.plan_on(today)
    people = who_may_approve_imports(plan, today) if plan else ()
    for path, number in sorted(waiting.items()):
        label = newsroom.label(path)
        yield Problem(
            label,
            1,
            Message("NR-ARCHIVE-024", f"{number} bài của lần nhập này chờ duyệt."),
            f"Người có lời duyệt cuối xem lại rồi gõ"
            f"  {command_to_approve_import(label, people[0].name if people else '')}",
            Level.ADVICE,
        )


def withheld_old_pictures(evaluation: Evaluation) -> Iterator[Problem]:
    """A piece of advice for each import: of how many public articles the pictures are withheld."""
    newsroom = evaluation.newsroom
    found = Counter[str]()
    for record in evaluation.publication.articles:
        if record.import_file and record.refused:
            item = newsroom.read(record.path)
            found[record.import_file] += (
                isinstance(item, Article) and item.consent is Consent.UNSTATED
            )
    keys = PLAN_FILES["ImportFile"]
    of_article = f"{shown(HEADER, ArticleField.CONSENT)}: {shown(CONSENTS, Consent.GIVEN)}"
    of_list = f"{shown(keys, 'shows_pictures')}: {shown(OLD_PICTURES, True)}"
    for path, number in sorted(found.items()):
        if number:
            yield Problem(
                newsroom.label(path),
                1,
                Message(
                    "NR-ARCHIVE-023",
                    f"Ảnh cũ của {number} bài chưa hiện, vì chưa ai hỏi gia đình các em; bài vẫn"
                    " lên trang.",
                ),
                f"Bài nào đã hỏi thì ghi ở bài ấy:  {of_article}  . Muốn hiện cả lần nhập thì ghi ở"
                f" đây  {of_list}  , xóa dòng {shown(keys, 'seal')} rồi nhờ người có lời duyệt"
                " cuối gõ lại lệnh approve --import.",
                Level.ADVICE,
            )
