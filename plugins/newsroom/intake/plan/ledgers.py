"""The ledgers of things received: packages of photos, and articles on the sites of units."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated

from ...domain.content.photo_package import (
    PackageSending,
    PhotoPackage,
    semester_of_package,
)
from ...domain.content.unit_publication import UnitPublication
from ...domain.message import Message
from ...domain.names.register import Register
from ...domain.plan.calendar import Period
from ...domain.plan.category import Genre
from ...domain.plan.group import Group
from ...domain.plan.plan import Plan, plan_on
from ...domain.plan.portal import as_link, leads_to
from ...domain.plan.school import ParentOffice
from ...domain.problem import Problem
from ...domain.text.address import fault_of_address
from ...domain.text.dates import NotADate, in_numbers, parse_date
from ...domain.text.vietnamese import fold_key
from ...vocabulary.genres import GENRES
from ...vocabulary.words import asked_in_words
from .forms.form_types import ALONE, Date, Name, Number, one_of
from .forms.yaml_file import YamlFile, YamlForm

_NUMERALS = {"1": 1, "i": 1, "2": 2, "ii": 2, "3": 3, "iii": 3}
# As `fold_key` leaves it: no marks, no spaces.
_NUMERAL = re.compile(r"(?:hocky|hocki|hk|ky|ki)?([123]|i{1,3})")
_YEAR = re.compile(r"\d{4}(?:\s*[-–]\s*\d{4})?")


class PhotoPackageEntry(YamlForm):
    group: str
    on: Date
    pictures: Number = 0
    semester: str = ""
    sent: Annotated[tuple[str, ...], ALONE] = ()


class UnitPublicationEntry(YamlForm):
    group: Name
    on: Date
    title: Name
    link: Name
    category: str = ""
    genre: Annotated[Genre, one_of(GENRES)] = Genre.ARTICLE


def read_photo_packages(
    path: str, text: str, plans: Sequence[Plan], offices: Sequence[ParentOffice]
) -> tuple[tuple[PhotoPackage, ...], list[Problem]]:
    """The packages that groups handed in; each group by a name of the plan it was meant for.

    That is the plan of the semester that the package is for, else of the day on which it came.
    """
    file, packages = YamlFile(path, text), []
    for n, entry in file.read_numbered_list(PhotoPackageEntry):
        before = len(file.problems)
        semester = _semester(file, n, entry, plans)
        plan = plan_on(plans, semester.last if semester else entry.on)
        group = _group(file, n, entry.group, plan, entry.on)
        sendings = tuple(_sendings(file, n, entry, Register(offices)))
        if group and len(file.problems) == before:
            packages.append(
                PhotoPackage(
                    group=group.code,
                    on=entry.on,
                    pictures=entry.pictures,
                    semester=semester,
                    sendings=sendings,
                )
            )
    return tuple(packages), file.problems


def read_unit_publications(
    path: str, text: str, plans: Sequence[Plan]
) -> tuple[tuple[UnitPublication, ...], list[Problem]]:
    """The articles on the sites of units, each by the names of the plan of its day."""
    file = YamlFile(path, text)
    found: dict[str, UnitPublication] = {}
    for n, entry in file.read_numbered_list(UnitPublicationEntry):
        before = len(file.problems)
        plan = plan_on(plans, entry.on)
        group = _group(file, n, entry.group, plan, entry.on)
        category = _category(file, n, entry.category, plan)
        link = as_link(entry.link)
        if group:
            _check_link(file, n, link or entry.link, group)
        page = _page_of(link)
        if page in found:
            file.problem(
                file.line(n, "link"),
                Message("NR-SCHOOL-023", "Bài này đã ghi ở một mục phía trên."),
                "Mỗi bài ghi một lần: bỏ mục này, hoặc sửa liên kết.",
            )
        if group and len(file.problems) == before:
            found[page] = UnitPublication(
                group=group.code,
                on=entry.on,
                title=entry.title,
                link=link,
                category=category,
                genre=entry.genre,
            )
    return tuple(found.values()), file.problems


def _group(file: YamlFile, n: int, name: str, plan: Plan | None, on: date) -> Group | None:
    """The group of that name, where two bore it the one of that day."""
    register = plan.group_register if plan else Register[Group](())
    found = register.find(name)
    groups = [group for group in found if group.exists_on(on)] or found
    if len(groups) == 1:
        return groups[0]
    if groups:
        codes = " hoặc ".join(group.code for group in groups)
        file.problem(
            file.line(n),
            Message("NR-SCHOOL-016", f"Có nhiều tổ tên “{name}”."),
            f"Ghi mã: {codes}.",
        )
        return None
    like = register.nearest(name)
    file.problem(
        file.line(n),
        Message("NR-SCHOOL-012", f"Không có tổ “{name}” trong kế hoạch của ngày đó."),
        f"Có phải là “{like}”?" if like else "Sửa tên tổ hoặc ngày.",
    )
    return None


def _page_of(link: str) -> str:
    """The page that a link opens: the same with http, a place on the page or a slash at the end."""
    host, slash, path = link.partition("#")[0].partition("://")[2].partition("/")
    return f"{host.lower().removeprefix('www.')}{slash}{path}".rstrip("/")


def _category(file: YamlFile, n: int, name: str, plan: Plan | None) -> str:
    if not name or plan is None:
        return ""
    found = plan.category_register.find(name)
    if not found:
        file.problem(
            file.line(n, "category"),
            Message("NR-SCHOOL-017", f"Không có chuyên mục “{name}” trong kế hoạch của ngày đó."),
            asked_in_words(plan.category_register.near(name)) or "Sửa tên chuyên mục.",
        )
    return found[0].code if found else ""


def _check_link(file: YamlFile, n: int, link: str, group: Group) -> None:
    fault = fault_of_address(link)
    if fault or not as_link(link):
        file.problem(
            file.line(n, "link"),
            Message("NR-SCHOOL-018", f"“{link}” không phải là địa chỉ của một bài."),
            f"Chép nguyên địa chỉ trang bài trên trang của {group.name}, bắt đầu bằng https:// .",
        )
    elif group.sites and not leads_to(link, group.sites):
        file.problem(
            file.line(n, "link"),
            Message(
                "NR-SCHOOL-019",
                f"“{link}” không dẫn tới trang của {group.name} ({', '.join(group.sites)}).",
            ),
            f"Sửa liên kết; đúng là trang của nơi ấy thì thêm vào dòng “trang web” của {group.name}"
            " trong kế hoạch.",
        )


def _semester(
    file: YamlFile, n: int, entry: PhotoPackageEntry, plans: Sequence[Plan]
) -> Period | None:
    """The semester that an entry names, else the one whose end is near."""
    every = [(plan, number, s) for plan in plans for number, s in enumerate(plan.semesters, 1)]
    if not entry.semester:
        return semester_of_package(entry.on, (semester for _, _, semester in every))
    year = _YEAR.search(entry.semester)
    rest = fold_key(_YEAR.sub("", entry.semester).replace("năm học", ""))
    numeral = _NUMERAL.fullmatch(rest)
    meant = [
        semester
        for plan, number, semester in every
        if (number == (_NUMERALS[numeral[1]] if numeral else 0) or fold_key(semester.name) == rest)
        and (year is None or "".join(year[0].split()).replace("–", "-") == plan.code)
    ]
    # Of the same semester of several years the last that had begun: it is handed in afterwards.
    begun = [semester for semester in meant if semester.first <= entry.on]
    found = max(begun, key=lambda s: s.first, default=meant[0] if meant else None)
    if found is None:
        names = list(dict.fromkeys(semester.name for _, _, semester in every))
        file.problem(
            file.line(n, "semester"),
            Message("NR-SCHOOL-020", f"Không có học kỳ “{entry.semester}” trong kế hoạch nào."),
            f"Ghi một trong: {', '.join(names)}; năm khác thì ghi thêm năm học."
            if names
            else "Kế hoạch chưa ghi học kỳ nào: bỏ dòng này.",
        )
    return found


def _sendings(
    file: YamlFile, n: int, entry: PhotoPackageEntry, offices: Register[ParentOffice]
) -> Iterator[PackageSending]:
    """The days on which a package was sent on: `20/01/2026`, or `Phòng, 20/01/2026`."""
    for written in entry.sent:
        name, _, day = written.rpartition(",")
        try:
            on = parse_date(day)
        except NotADate:
            file.problem(
                file.line(n, "sent"),
                Message("NR-SCHOOL-021", f"“{written}” chưa có ngày gửi."),
                "Ghi:  gửi: Phòng, 20/01/2027  (nơi nhận, rồi ngày).",
            )
            continue
        if on < entry.on:
            file.problem(
                file.line(n, "sent"),
                Message(
                    "NR-SCHOOL-024",
                    f"Gói ghi đã gửi đi ngày {in_numbers(on)}, trước ngày nhận"
                    f" {in_numbers(entry.on)}.",
                ),
                "Sửa ngày gửi, hoặc ngày nhận ở dòng “ngày”.",
            )
            continue
        if not (name := name.strip()):
            yield PackageSending(on=on)
            continue
        found = [office for office in offices.find(name) if office.exists_on(on)]
        if len(found) == 1:
            yield PackageSending(on=on, office=found[0].code)
            continue
        what = "Có nhiều cơ quan tên" if found else "Không có cơ quan nào tên"
        codes = " hoặc ".join(office.code for office in found)
        file.problem(
            file.line(n, "sent"),
            Message("NR-SCHOOL-022", f"{what} “{name}” vào ngày {in_numbers(on)}."),
            f"Ghi mã: {codes}."
            if found
            else asked_in_words(offices.near(name)) or "Ghi tên một nơi ở mục “cấp trên”.",
        )
