"""The board at its desk: the content of one day, and who may decide about it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from ...building.errors import BuildRefused
from ...domain.approval.approvers import near_approvers
from ...domain.approval.blocker import Blocker, BlockerKind
from ...domain.approval.deciding import member_or_reason, name_to_write
from ...domain.approval.timeliness import approvable_from
from ...domain.content.content_item import Article, ContentItem
from ...domain.message import Message
from ...domain.plan.board import BoardMember
from ...domain.plan.plan import Plan
from ...domain.site.article_record import ArticleRecord
from ...domain.site.publication import Evaluation
from ...domain.text.dates import in_numbers
from ...domain.text.vietnamese import fold
from ...exports.findings.remedies import still_to_fill
from ...exports.findings.terminal import problem_lines
from ...intake.header.decisions.decision_line import read_decision
from ...vocabulary.approval import reason_in_words, way_to_approve
from ...vocabulary.publisher import PublisherNouns, nouns_of
from ...vocabulary.words import asked_in_words
from .item_files import record_at
from .several import each_or_none


@dataclass(frozen=True)
class Desk:
    """The content on one day, and how decisions about it are made known."""

    content: Path
    evaluation: Evaluation
    say: Callable[[str], None] = print

    @property
    def now(self) -> datetime:
        return self.evaluation.publication.now

    @property
    def nouns(self) -> PublisherNouns:
        return nouns_of(self.evaluation.newsroom.school)

    @property
    def today(self) -> date:
        return self.evaluation.publication.today

    def record(self, typed: str) -> ArticleRecord:
        return record_at(typed, self.evaluation.newsroom, self.content)

    def records(self, typed: Iterable[str], undone: str) -> list[ArticleRecord]:
        """Each of these items once. Raises BuildRefused, naming every path that is none."""
        found = each_or_none(typed, self.record, str, undone)
        return list(dict.fromkeys(found))

    def label(self, record: ArticleRecord) -> str:
        return self.evaluation.newsroom.label(record.path)

    def named(self, name: str) -> str:
        """The name, if one is given. Raises BuildRefused."""
        if not name.strip():
            raise BuildRefused(
                Message(
                    "NR-DECIDE-002",
                    f'Thiếu tên người quyết định: thêm  --by "Họ và tên".{self._who()}',
                )
            )
        return name

    def member(self, name: str) -> BoardMember:
        """The board member who decides. Raises BuildRefused."""
        self.named(name)
        found = member_or_reason(self.evaluation.newsroom.plans, name, self.today)
        if isinstance(found, Blocker):
            raise BuildRefused(self.refusal(found))
        return found

    def refusal(self, reason: Blocker, item: ContentItem | None = None) -> Message:
        """Why somebody may not decide, and who may: approve that item, if one is given."""
        plan, broken = (
            self.evaluation.newsroom.plan_on(self.today),
            self.evaluation.newsroom.config_problems,
        )
        if plan is None and broken:
            return Message(
                "NR-DECIDE-020",
                "Kế hoạch hoặc truong.yaml còn lỗi nên chưa biết ai được quyết định. Sửa các dòng"
                f" này rồi gõ lại lệnh:\n{problem_lines(broken)}",
            )
        if plan is None:
            return Message(
                "NR-DECIDE-003",
                f"Chưa có kế hoạch nào cho ngày {in_numbers(self.today)}, nên chưa ai được duyệt."
                "\n    → Thêm tệp kế hoạch của năm vào thư mục ke-hoach.",
            )
        hint = self._who()
        if reason.kind is BlockerKind.AMBIGUOUS:
            codes = " hoặc ".join(person.code for person in plan.people.find(reason.who))
            hint = f"\n    → Ghi mã thay cho tên: {codes}."
        elif reason.kind is BlockerKind.NOT_ON_BOARD and (
            asked := asked_in_words(self._near(reason, plan, item))
        ):
            hint = f"\n    → {asked}"
        elif reason.kind is BlockerKind.NOT_ON_BOARD and plan.waits_for("board"):
            hint = f"\n    → {still_to_fill(plan)}"
        elif reason.kind is BlockerKind.TOO_EARLY and isinstance(item, Article):
            first = approvable_from(item) or self.today
            dated = item.is_submission_dated
            hint = f"\n    → {way_to_approve(first, self.today, is_handed_in=dated)}"
        said = reason_in_words(reason, self.nouns)
        return said.reworded(f"{said}.{hint}")

    def _near(self, reason: Blocker, plan: Plan, item: ContentItem | None) -> Sequence[str]:
        """The names near the one given, if all of them have the right that it lacks."""
        if item:
            return near_approvers(reason.who, item, plan, self.today, reason.role)
        names = plan.people.near(reason.who)
        return names if all(plan.member(name, self.today) for name in names) else ()

    def _who(self) -> str:
        plan = self.evaluation.newsroom.plan_on(self.today)
        serving = [m for m in plan.board if m.serves_on(self.today)] if plan else []
        if plan and plan.waits_for("board") and not serving:
            return f"\n    → {still_to_fill(plan)}"
        return "\n    → Trong ban biên tập hôm nay có:" + "".join(
            f"\n      {member.person.name}: {', '.join(role.name for role in member.roles)}"
            for member in serving
        )

    def name(self, member: BoardMember) -> str:
        """The name of the member, as a line gives it. Raises BuildRefused."""
        return self.sure_of(
            name_to_write(member.person, self.evaluation.newsroom.plans, self.today)
        )

    def sure_of(self, name: str) -> str:
        """The name, if a line that bears it will be read as it is meant. Raises BuildRefused."""
        read = read_decision(f"{name}, {in_numbers(self.today)}").name
        if fold(read) != fold(name):
            raise BuildRefused(
                Message(
                    "NR-DECIDE-004",
                    f"Chưa ghi gì: trong một dòng quyết định, tên “{name}” bị đọc thành “{read}”."
                    "\n    → Nhờ Tổng biên tập ghi tên ấy khác đi trong kế hoạch.",
                )
            )
        return name
