"""Checks that a plan hangs together: every rule yields what it finds."""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, pairwise

from ....domain.message import Message
from ....domain.names.register import Named
from ....domain.plan.audit.succession import LONGEST_YEAR, overlap_findings
from ....domain.plan.plan import Plan
from ....domain.plan.portal import is_too_broad, place_of
from ....domain.plan.quota import Quota
from ....domain.problem import Problem
from ....domain.site.file_names import fault_of
from ....domain.text.address import fault_of_address
from ....domain.text.dates import in_numbers
from ....domain.text.vietnamese import fold, slug
from ....vocabulary import things
from ..forms.form_types import TURNED, TURNED_REMEDY
from .rule_checks import OTHER_CODE, Finding, check_rules, unanswerable

Line = Callable[..., int]


def check_plan(plan: Plan, line: Line) -> Iterator[Problem]:
    """Every problem within one plan. `line(place…)` tells where a value stands in its file."""
    # What lies in no year of ours is not reckoned with at all: the calendar ends in 9999.
    for place, message, hint in tuple(_years(plan)) or (
        *_term(plan),
        *_turned(plan),
        *_names(plan.groups, "groups", things.GROUP),
        *_names(plan.categories, "categories", things.CATEGORY),
        *_names(plan.disclosures, "disclosures", things.DISCLOSURE),
        *_unholdable(plan),
        *_owners(plan),
        *_sites(plan),
        *_quota_codes(plan),
        *check_rules(plan),
    ):
        yield Problem(plan.path, line(*place), message, hint)


def check_overlaps(plans: Sequence[Plan]) -> Iterator[Problem]:
    """Two plans must not share a day, a counted month or an address: each has its own pages."""
    for plan, found in overlap_findings(plans):
        yield Problem(plan.path, plan.line(*found.place), found.message, found.hint)


def check_namesakes(plans: Sequence[Plan]) -> Iterator[Problem]:
    """Two people, groups or categories of different years that would share one page.

    One that was renamed has a code of its own, or its old name among its aliases.
    """
    for earlier, later in combinations(plans, 2):
        for what, ones, others in (
            (things.PERSON, earlier.people, later.people),
            (things.GROUP, earlier.groups, later.groups),
            (things.CATEGORY, earlier.categories, later.categories),
        ):
            before: dict[str, Named] = {o.code: o for o in ones if o.code == slug(o.name)}
            for other in others:
                one = before.get(other.code)
                if one and other.code == slug(other.name) and not _names_of(one) & _names_of(other):
                    yield Problem(
                        later.path,
                        1,
                        Message(
                            "NR-PLAN-005",
                            f"“{other.name}” và “{one.name}” ({earlier.path}) trùng địa chỉ"
                            f" “{other.code}”.",
                        ),
                        f"Nếu là hai {what} khác nhau, thêm mã cho “{other.name}”; nếu là một,"
                        f" thêm  bí danh: [{one.name}].",
                    )


def _years(plan: Plan) -> Iterator[Finding]:
    if not (plan.term.first.year >= 1990 and plan.term.last.year <= 2100):
        yield (
            ("first",),
            Message("NR-PLAN-006", "Năm của kế hoạch phải từ 1990 đến 2100."),
            "Sửa dòng “từ”, “đến”.",
        )


def _term(plan: Plan) -> Iterator[Finding]:
    if plan.replaced and plan.replaced <= plan.term.first:
        first = in_numbers(plan.term.first)
        yield (
            ("replaced",),
            Message(
                "NR-PLAN-045",
                f"Ngày kế hoạch được thay ({in_numbers(plan.replaced)}) không đứng sau ngày nó bắt"
                f" đầu ({first}).",
            ),
            "Sửa dòng “được thay từ”: ghi ngày kế hoạch mới bắt đầu.",
        )
    elif plan.term.last < plan.term.first:
        yield ("last",), TURNED, TURNED_REMEDY
    if (plan.term.last - plan.term.first).days > LONGEST_YEAR and not plan.has_several_years:
        yield (
            ("last",),
            Message("NR-PLAN-008", "Kế hoạch dài hơn mười lăm tháng."),
            "Nếu là kế hoạch nhiều năm, thêm dòng  kỳ: giai đoạn; nếu không, sửa “từ”, “đến”.",
        )
    for n, semester in enumerate(plan.semesters):
        if semester.last < semester.first:
            yield (
                ("semesters", n),
                Message("NR-PLAN-009", f"{semester.name} kết thúc trước khi bắt đầu."),
                "Sửa ngày.",
            )
        elif semester.first < plan.term.first or (
            semester.last > plan.term.last and plan.replaced is None
        ):
            yield (
                ("semesters", n),
                Message("NR-PLAN-010", f"{semester.name} nằm ngoài thời gian của kế hoạch."),
                "Sửa ngày.",
            )
    for n, (one, two) in enumerate(pairwise(plan.semesters), start=1):
        if one.overlap(two):
            yield (
                ("semesters", n),
                Message("NR-PLAN-011", f"{two.name} trùng ngày với {one.name}."),
                "Sửa ngày.",
            )


def _turned(plan: Plan) -> Iterator[Finding]:
    """People, groups and quotas that end before they begin."""
    days = {
        "board": [(member.first, member.last) for member in plan.board],
        "groups": [(group.first, group.last) for group in plan.groups],
        "quotas": [(quota.first, quota.last) for quota in plan.quotas],
    }
    for key, entries in days.items():
        for n, (first, last) in enumerate(entries):
            if first and last and last < first:
                yield (key, n, "last"), TURNED, TURNED_REMEDY


def _names(entries: Sequence[Named], key: str, what: str) -> Iterator[Finding]:
    for (_, one), (n, two) in combinations(enumerate(entries), 2):
        shared = _forms(one) & _forms(two)
        if slug(one.code) == slug(two.code):
            yield (
                (key, n),
                Message(
                    "NR-PLAN-012",
                    f"{what.capitalize()} “{two.name}” và “{one.name}” trùng địa chỉ"
                    f" “{slug(two.code)}”.",
                ),
                f"Thêm cho “{two.name}” một mã riêng:  mã: {slug(two.name)}-2",
            )
        elif shared:
            yield (
                (key, n),
                Message(
                    "NR-PLAN-013",
                    f"{what.capitalize()} “{two.name}” và “{one.name}” có chung một tên hoặc bí"
                    " danh.",
                ),
                "Mỗi tên chỉ được chỉ một nơi: bỏ tên trùng ở một bên.",
            )


def _unholdable(plan: Plan) -> Iterator[Finding]:
    """Codes of which Windows can make no folder, though each has one on the site."""
    named: list[tuple[tuple[str | int, ...], Named]] = [
        *((("groups", n), group) for n, group in enumerate(plan.groups)),
        *((("categories", n), category) for n, category in enumerate(plan.categories)),
    ]
    places: dict[str, tuple[str | int, ...]] = {
        member.code: ("groups", n)
        for n, group in enumerate(plan.groups)
        for member in group.members
    }
    named += [(places.get(person.code, ("board",)), person) for person in plan.people]
    for place, entry in named:
        if fault_of(slug(entry.code)):
            yield (
                place,
                Message(
                    "NR-PLAN-014",
                    f"“{entry.name}” có địa chỉ “{slug(entry.code)}”, tên mà Windows không giữ"
                    " được.",
                ),
                f"Thêm một mã khác:  mã: {slug(entry.code)}-1",
            )


def _forms(entry: Named) -> set[str]:
    return {fold(name) for name in (entry.code, entry.name, *entry.aliases)}


def _names_of(entry: Named) -> set[str]:
    return {fold(name) for name in (entry.name, *entry.aliases)}


def _owners(plan: Plan) -> Iterator[Finding]:
    for n, category in enumerate(plan.categories):
        for owner in category.owners:
            if not plan.group_register.find(owner):
                like = plan.group_register.nearest(owner)
                yield (
                    ("categories", n, "owners"),
                    Message(
                        "NR-PLAN-015",
                        f"Chuyên mục “{category.name}” giao cho “{owner}”, nhưng không có tổ tên"
                        " đó.",
                    ),
                    f"Có phải là “{like}”?" if like else "Sửa tên tổ.",
                )


def _sites(plan: Plan) -> Iterator[Finding]:
    """Addresses of units' sites that are none, or that many others share."""
    for n, group in enumerate(plan.groups):
        for site in group.sites:
            if place_of(site) is None or is_too_broad(site) or fault_of_address(site):
                yield (
                    ("groups", n, "sites"),
                    Message(
                        "NR-PLAN-044",
                        f"“{site}” không phải là địa chỉ trang của riêng {group.name}.",
                    ),
                    "Ghi đủ địa chỉ, ví dụ  trang web: https://mnhoamau.example .",
                )


def _sense_of(quota: Quota, n: int) -> Iterator[Finding]:
    """Yields what a quota asks that can never be counted."""
    for key, message in unanswerable(quota):
        yield ("quotas", n, key), message, "Bỏ khóa đó khỏi chỉ tiêu, hoặc đổi “tính theo”."


def _quota_codes(plan: Plan) -> Iterator[Finding]:
    seen: set[str] = set()
    for n, quota in enumerate(plan.quotas):
        yield from _sense_of(quota, n)
        if slug(quota.code) in seen:
            yield (
                ("quotas", n),
                Message("NR-PLAN-018", f"Mã chỉ tiêu “{quota.code}” dùng hai lần."),
                OTHER_CODE,
            )
        seen.add(slug(quota.code))
