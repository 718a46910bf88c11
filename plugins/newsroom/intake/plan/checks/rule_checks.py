"""Checks that the deadlines, topics, points and retention of a plan make sense."""

from collections.abc import Iterable, Iterator

from ....domain.content.document import DocumentType
from ....domain.message import Message
from ....domain.plan.deadline import deadlines_of
from ....domain.plan.due import DueRule
from ....domain.plan.measure import Narrowing, declaration_of
from ....domain.plan.plan import Plan
from ....domain.plan.points import PointRule
from ....domain.plan.quota import Quota
from ....domain.plan.topic import Topic
from ....vocabulary import things
from ....vocabulary.content import DOCUMENT_TYPES
from ....vocabulary.measures import narrowed_in_words, words_of_unit
from ....vocabulary.words import shown

# Where in the plan's file, what is wrong, and the remedy.
OTHER_CODE = "Đặt mã khác."
Finding = tuple[tuple[str | int, ...], Message, str]


def check_rules(plan: Plan) -> Iterator[Finding]:
    """Every problem of the rules that count nothing themselves."""
    yield from _deadlines(plan)
    yield from _codes(plan.topics, "topics", things.TOPIC)
    yield from _points(plan)
    yield from _retention(plan)


def _codes(entries: Iterable[DueRule | Topic], key: str, what: str) -> Iterator[Finding]:
    seen: set[str] = set()
    for n, entry in enumerate(entries):
        if entry.code in seen:
            yield (
                (key, n),
                Message("NR-PLAN-020", f"Mã của {what} “{entry.name}” dùng hai lần."),
                OTHER_CODE,
            )
        seen.add(entry.code)


def _deadlines(plan: Plan) -> Iterator[Finding]:
    yield from _codes(plan.deadlines, "deadlines", things.DEADLINE)
    for n, rule in enumerate(plan.deadlines):
        days = [deadline.on for deadline in deadlines_of(rule, plan)]
        for quota in plan.quotas:
            if quota.code in rule.quotas and any(
                sum(map(period.contains, days)) > 1 for period in plan.periods(quota.per)
            ):
                yield (
                    ("deadlines", n, "quotas"),
                    Message(
                        "NR-PLAN-022",
                        f"Hạn “{rule.name}” tới nhiều lần trong một kỳ tính của chỉ tiêu"
                        f" “{quota.code}”.",
                    ),
                    "Chỉ tiêu mỗi tháng thì dùng hạn hằng tháng; chỉ tiêu mỗi học kỳ, mỗi năm thì"
                    " dùng hạn cuối học kỳ, cuối năm học hoặc một ngày.",
                )


def _points(plan: Plan) -> Iterator[Finding]:
    for n, rule in enumerate(plan.points):
        for key, message in unanswerable(rule):
            yield ("points", n, key), message, "Sửa khóa “tính theo”, hoặc bỏ khóa đó."
        if rule.is_punctual is not None and not declaration_of(rule.measure).can_be_late:
            yield (
                ("points", n, "punctual"),
                Message("NR-PLAN-024", "Đúng hạn hay trễ hạn chỉ xét theo ngày nộp."),
                "Bỏ khóa “tính theo”, hoặc ghi  tính theo: nộp.",
            )


def unanswerable(rule: Quota | PointRule) -> Iterator[tuple[str, Message]]:
    """The keys of a quota or a rule of points that ask for what its measure has not, and why.

    What they ask for could never be counted.
    """
    declared = declaration_of(rule.measure)
    asked = {
        Narrowing.GENRE: rule.genres,
        Narrowing.CATEGORY: rule.categories,
        Narrowing.DESTINATION: rule.destinations,
    }
    unknown = {n for n, values in asked.items() if values and n not in declared.narrowed_by}
    if unknown - {Narrowing.DESTINATION}:
        unit = words_of_unit(declared.unit).noun
        yield (
            "measure",
            Message("NR-PLAN-025", f"{unit.capitalize()} không có thể loại hay chuyên mục."),
        )
    if Narrowing.DESTINATION in unknown:
        measures = narrowed_in_words(Narrowing.DESTINATION)
        yield (
            "destinations",
            Message("NR-PLAN-026", f"“nơi” chỉ dùng khi tính theo {measures}."),
        )


def _retention(plan: Plan) -> Iterator[Finding]:
    seen: set[object] = set()
    for n, rule in enumerate(plan.retention):
        if not rule.types and not rule.holds_for_articles:
            yield (
                ("retention", n),
                Message("NR-PLAN-027", f"Dòng lưu trữ “{rule.name}” chưa nói về loại nào."),
                "Thêm  loại văn bản: [kế hoạch, quyết định]  hoặc  tin bài: có.",
            )
        holds_for = {*rule.types, *([things.ARTICLES] if rule.holds_for_articles else [])}
        for what in sorted(_retained(what) for what in holds_for & seen):
            yield (
                ("retention", n),
                Message("NR-PLAN-028", f"“{what}” có ở hai dòng lưu trữ."),
                "Mỗi loại chỉ ghi một thời hạn: bỏ ở một dòng.",
            )
        seen |= holds_for


def _retained(what: object) -> str:
    return shown(DOCUMENT_TYPES, what) if isinstance(what, DocumentType) else str(what)
