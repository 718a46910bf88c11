"""The files with which a site begins: school, plan and a first article, what is known filled in."""

import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from ...domain.message import Message
from ...domain.plan.plan import Plan
from ...domain.plan.school import ParentOffice
from ...domain.text.dates import in_numbers
from ...intake.folder.scan import ARTICLES, PLANS, SCHOOL_FILE
from ...intake.plan.plan_file import read_plan
from ...intake.plan.school_file import read_school
from ...intake.writing.next_plan import with_years
from .answers import StartAnswers

BEGINNINGS_AT = Path("docs/ke-hoach-mau/bat-dau")
# The plans of all beginnings are of this school year.
_YEAR = 2026
_PLAN = f"{_YEAR}-{_YEAR + 1}.yaml"
_PLAIN = re.compile(r"[^\W\d_][\w \-–&(),./]*")
_ARTICLE = "bai-dau-tien.md"
_GROUPS = ("thuong-truc", "van-phong")


def files_of(root: Path, answers: StartAnswers, today: date) -> dict[str, str]:
    """The text of each file by its path in `content/`. Raises OSError."""
    place = root / BEGINNINGS_AT / answers.beginning
    school = _with_answers((place / SCHOOL_FILE).read_text(encoding="utf-8"), _of_school(answers))
    plan = (place / PLANS / _PLAN).read_text(encoding="utf-8")
    plan = with_years(plan, range(_YEAR, _YEAR + 2), answers.first_year - _YEAR)
    if answers.head:
        board, sign, rest = plan.partition("\n    chức vụ:")
        before, key, _ = board.rpartition("tên: ")
        plan = f"{before}{key}{_yaml(answers.head)}{sign}{rest}"
    name = f"{PLANS}/{answers.year}.yaml"
    read = read_plan(name, plan, _offices(school))[0]
    files = {SCHOOL_FILE: school, name: plan}
    return {**files, **(_first_article(root, answers, read, today) if read else {})}


def _offices(school: str) -> tuple[ParentOffice, ...]:
    read = read_school(SCHOOL_FILE, school)[0]
    return read.offices if read else ()


def _of_school(answers: StartAnswers) -> Mapping[str, str]:
    """The values that the answers tell, by the keys of the school file."""
    words = answers.name.split()
    is_school = words[0].casefold() == "trường" and len(words) > 2
    return {
        "tên": answers.name,
        "tên ngắn": " ".join(words[1:]) if is_school else answers.name,
        "địa chỉ trang": answers.address,
    }


def _with_answers(text: str, values: Mapping[str, str]) -> str:
    for key, value in values.items():
        if value:
            before, after = re.split(rf"^{key}: .*$", text, maxsplit=1, flags=re.MULTILINE)
            text = f"{before}{key}: {_yaml(value)}{after}"
    return text


def _yaml(value: str) -> str:
    """The value as it stands behind a colon; JSON's strings are YAML's too."""
    is_plain = _PLAIN.fullmatch(value) and value == value.strip()
    is_address = re.fullmatch(r"https?://[^\s#]+", value)
    return value if is_plain or is_address else json.dumps(value, ensure_ascii=False)


def _first_article(root: Path, answers: StartAnswers, plan: Plan, today: date) -> dict[str, str]:
    """An article that says that there is a site now. It waits for the board as any other does."""
    on = min(plan.term.last, max(plan.term.first, today))
    group = next(group for group in plan.groups if group.code in _GROUPS)
    text = (root / BEGINNINGS_AT / _ARTICLE).read_text(encoding="utf-8")
    values = {"tên": answers.name, "ngày": in_numbers(on), "tổ": group.name}
    for key, value in values.items():
        text = text.replace(f"{{{key}}}", value)
    return {f"{ARTICLES}/{on:%Y-%m}/co-trang-tin-rieng.md": text}


NOT_THERE = Message(
    "NR-START-009",
    "Không đọc được mẫu ban đầu ở docs/ke-hoach-mau/bat-dau ({reason}). Lấy lại thư mục docs của"
    " phần mềm rồi chạy lại; chưa đổi gì.",
)
