"""`new-year`: begins the next plan from this one, and says what to look over."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ...building.errors import BuildRefused, today_or_refused
from ...domain.message import Message
from ...domain.plan.audit.audit import audited
from ...domain.plan.deadline import deadlines
from ...domain.plan.plan import Plan
from ...domain.plan.school import School
from ...domain.problem import Problem
from ...domain.site.publication import Newsroom
from ...domain.text.dates import WEEKDAYS, in_numbers
from ...exports.findings.terminal import problem_lines
from ...intake.folder.scan import PLANS
from ...intake.plan.checks.plan_checks import check_namesakes, check_overlaps
from ...intake.plan.plan_file import read_plan
from ...intake.text.text_file import decode
from ...intake.writing.next_plan import NextPlan, next_plan
from ...vocabulary.publisher import nouns_of
from ..valid_plans import valid_evaluation


def begin_new_year(content: Path, cache: Path, year: str = "") -> Iterator[str]:
    """Write the next plan beside the old one, which stays as it is; what is to be said of it.

    `year` is the code of the plan to begin from, that of today where none is given (the newest
    where there is none today). Raises BuildRefused, with nothing written, where one is in the way.
    """
    newsroom = valid_evaluation(content, cache).newsroom
    plan = _plan(newsroom, year, today_or_refused())
    old = content.parent / plan.path
    made = next_plan(plan.path, decode(old.read_bytes()), plan)
    _refuse_a_plan_in_the_way(newsroom, plan, made)
    new = old.with_name(made.name)
    label = newsroom.label(f"{PLANS}/{made.name}")
    try:
        with new.open("x", encoding="utf-8", newline="\n") as file:
            file.write(made.text)
    except FileExistsError:
        raise BuildRefused(
            Message("NR-YEAR-001", f"{label} đã có, nên không ghi đè. Chưa ghi gì.")
        ) from None
    except OSError as error:
        raise BuildRefused(
            Message("NR-YEAR-002", f"Không ghi được {label}: {error.strerror or error}.")
        ) from None
    yield (
        f"Đã soạn {label} từ {plan.path}: từ {in_numbers(made.first)} đến {in_numbers(made.last)}."
        " Tệp cũ còn nguyên."
    )
    yield ""
    yield "Xin xem lại trong tệp mới:"
    written, problems = _read(label, made, newsroom)
    for remark in _remarks(plan, made, written, newsroom.school):
        yield f"- {remark}"
    yield ""
    if written and not problems:
        # As it is on the first day of the new plan: what locks somebody out then is an error now.
        plans = sorted((*newsroom.plans, written), key=lambda plan: plan.term.first)
        audit = audited(plans, newsroom.school, written.term.first)
        problems = [found for found in audit if found.path != plan.path]
    if problems:
        yield "Còn phải sửa:" if any(p.is_error for p in problems) else "Soát tệp mới thấy:"
        yield problem_lines(problems)
        yield ""
    yield "Xong thì chạy  python3 tasks.py check. Xem thêm docs/huong-dan/dau-nam-hoc.md."


def _plan(newsroom: Newsroom, year: str, today: date) -> Plan:
    plans = newsroom.plans
    if not year:
        # Plans there are: without one the content is not sound.
        return newsroom.plan_on(today) or plans[-1]
    found = next((plan for plan in plans if plan.code == year), None)
    if found is None:
        have = ", ".join(plan.code for plan in plans)
        raise BuildRefused(
            Message("NR-YEAR-003", f"Không có kế hoạch {year}. Đang có: {have}. Chưa ghi gì.")
        )
    return found


def _refuse_a_plan_in_the_way(newsroom: Newsroom, plan: Plan, made: NextPlan) -> None:
    for other in newsroom.plans:
        if other is not plan and other.term.first <= made.last and made.first <= other.term.last:
            raise BuildRefused(
                Message(
                    "NR-YEAR-004",
                    f"{other.path} đã là kế hoạch cho thời gian ấy (từ"
                    f" {in_numbers(other.term.first)} đến {in_numbers(other.term.last)})."
                    " Chưa ghi gì.",
                )
            )


def _read(label: str, made: NextPlan, newsroom: Newsroom) -> tuple[Plan | None, list[Problem]]:
    written, problems = read_plan(label, made.text, newsroom.school.offices)
    if written:
        plans = (*newsroom.plans, written)
        problems = [*check_overlaps(plans), *check_namesakes(plans)]
    return written, problems


def _remarks(old: Plan, made: NextPlan, new: Plan | None, school: School) -> Iterator[str]:
    nouns = nouns_of(school)
    yield "Tên kế hoạch; số và ngày ban hành (dòng bắt đầu bằng # là của năm trước)."
    if old.semesters:
        yield "Ngày học kỳ, theo khung thời gian năm học của Sở: máy chỉ dời đúng một năm."
    if new:
        yield from _rest_days(new)
    for member in old.board:
        if member.last and member.last < made.first:
            yield (
                f"Ban biên tập: {member.person.name} thôi nhiệm vụ ngày {in_numbers(member.last)},"
                " bỏ tên khỏi kế hoạch mới."
            )
    yield "Ban biên tập: ai mới, ai thôi; đúng một Tổng biên tập, ít nhất hai người quyền duyệt."
    for group in old.groups:
        if group.last and group.last < made.first:
            day = in_numbers(group.last)
            gone = f"{group.name} thôi hoạt động ngày {day}, bỏ khỏi danh sách."
            yield f"{nouns.group_heading}: {gone}"
    who = f"{nouns.head[:1].upper()}{nouns.head[1:]}, thành viên từng {nouns.group}"
    yield f"{who}. Giữ nguyên mã của {nouns.group}, người, chuyên mục."
    yield "Chỉ tiêu, hạn, điểm, căn cứ: theo từng mục của kế hoạch mới trên giấy."
    if made.still_old:
        numbers = ", ".join(map(str, made.still_old))
        yield f"Dòng {numbers} còn nhắc tới năm cũ: sửa hay để lại tùy ý nghĩa của dòng."


def _rest_days(plan: Plan) -> Iterator[str]:
    """Days that fell on a Saturday or Sunday by moving on."""
    named = [(f"{s.name} bắt đầu", s.first) for s in plan.semesters]
    named += [(f"{s.name} kết thúc", s.last) for s in plan.semesters]
    named += [
        (f"Hạn “{deadline.rule.name}”", deadline.on)
        for deadline in deadlines(plan)
        if deadline.rule and deadline.rule.when.on
    ]
    for what, day in named:
        if day.weekday() >= 5:
            yield f"{what} ngày {in_numbers(day)} là {WEEKDAYS[day.weekday()]}."
