"""A whole header for a file that has none, filled with what can be known of it.

So that its writer copies five lines once, and is not asked for each of them.
"""

import posixpath
import re
from collections.abc import Iterator, Sequence
from datetime import date, time

from ...domain.content.content_item import ContentKind
from ...domain.plan.group import Group, Person
from ...domain.plan.plan import Plan, plan_on
from ...domain.text.dates import NotADate, as_typed, in_numbers, parse_moment
from ...domain.text.vietnamese import clean, fold
from ...vocabulary import things
from ...vocabulary.fields.article_fields import ArticleField
from ...vocabulary.fields.declaration import HeaderField
from ...vocabulary.fields.document_fields import DocumentField
from ...vocabulary.fields.shared_fields import SharedField
from ...vocabulary.header import DECISIONS, HEADERS, header_field
from ...vocabulary.words import shown
from ..folder.scan import kind_of
from ..names.author_line import read_authors
from .dates.date_slips import likely_day
from .lines import KEY
from .slips import without_colon
from .values import quoted_if_needed, without_emphasis

_HOW = "Chép mấy dòng này vào đầu tệp, rồi sửa cho đúng:"
_LONGEST_TITLE, _SHORT_TITLE = 120, 12
_ORNAMENT = re.compile(r"^[\s#>*_=+•-]+|[\s*_=#]+$")
_LINES_READ = 12
_TOLD: tuple[HeaderField, ...] = (
    *(SharedField.TITLE, SharedField.DATE, SharedField.GROUPS),
    *(ArticleField.AUTHORS, ArticleField.CATEGORY, ArticleField.GENRE),
)


def draft_of(path: str, text: str, plans: Sequence[Plan], email: str = "") -> str:
    """The remedy: the header between its fences. `email` is that of whoever brought the file."""
    kind = kind_of(path)
    lines = _of_document(path, text, plans) if kind is ContentKind.DOCUMENT else None
    facts = lines or _of_article(path, text, plans, email)
    words = HEADERS[kind]
    header = "\n".join(f"{shown(words, field)}: {value}" for field, value in facts.items())
    return f"{_HOW}\n---\n{header}\n---"


def _of_article(path: str, text: str, plans: Sequence[Plan], email: str) -> dict[HeaderField, str]:
    typed = dict(_typed(text))
    day = likely_day(path, typed.get(SharedField.DATE, "") or text, plans)
    plan = plan_on(plans, day)
    author = _author(typed.get(ArticleField.AUTHORS, ""), text, plan, email) if plan else None
    group = _group(path, typed.get(SharedField.GROUPS, ""), author, plan) if plan else None
    writer = author or (_somebody_of(group, plan) if plan else None)
    category = _category(typed.get(ArticleField.CATEGORY, ""), group, plan) if plan else "…"
    at = _hour_of(day, typed.get(SharedField.DATE, ""))
    return {
        SharedField.TITLE: quoted_if_needed(typed.get(SharedField.TITLE) or _headline(text) or "…"),
        SharedField.DATE: as_typed(day, at),
        SharedField.GROUPS: group.name if group else "…",
        ArticleField.AUTHORS: writer.name if writer else "…",
        ArticleField.CATEGORY: category,
    }


def _hour_of(day: date, typed: str) -> time | None:
    """The hour that somebody typed behind that day."""
    try:
        on, at = parse_moment(typed)
    except NotADate:
        return None
    return at if on == day else None


def _of_document(path: str, text: str, plans: Sequence[Plan]) -> dict[HeaderField, str]:
    day, stem = likely_day(path, text, plans), posixpath.splitext(posixpath.basename(path))[0]
    return {
        SharedField.TITLE: quoted_if_needed(_headline(text) or "…"),
        DocumentField.NUMBER: "12/KH-THVD",
        DocumentField.TYPE: things.PLAN,
        DocumentField.ISSUER: things.A_UNIT,
        SharedField.DATE: in_numbers(day),
        DocumentField.FILES: f"{stem}.pdf",
    }


def _typed(text: str) -> Iterator[tuple[HeaderField, str]]:
    """Facts among the first lines that only lack the shape of a header; never a decision."""
    lines = [line.strip() for line in clean(text).split("\n") if line.strip()][:_LINES_READ]
    for line in reversed(lines):
        plain = line.replace(" = ", ": ", 1)
        parts = KEY.match(plain)
        key, value = without_emphasis(parts[1].strip(), parts[2].strip()) if parts else ("", "")
        field = header_field(key.strip("# "))
        if not field and (found := without_colon(line.strip("# "), ContentKind.ARTICLE)):
            field, value = found
        if field in _TOLD and field not in DECISIONS and value.strip(' "'):
            yield field, value.strip(' "')


def _headline(text: str) -> str:
    """The words of the first line; of a whole paragraph its beginning."""
    lines = (_ORNAMENT.sub("", line) for line in clean(text).split("\n"))
    first = next((line for line in lines if re.search(r"\w", line)), "")
    if len(first) <= _LONGEST_TITLE:
        return first.rstrip(".")
    sentence = re.split(r"(?<=[.!?…])\s", first)[0].rstrip(".")
    return sentence if len(sentence) <= _LONGEST_TITLE else " ".join(first.split()[:_SHORT_TITLE])


def _author(typed: str, text: str, plan: Plan, email: str) -> Person | None:
    """The person named under the text or in a line of its own; else whose e-mail brought it."""
    lines = [line.strip(" *_#") for line in clean(text).split("\n") if line.strip()]
    for line in (typed, *reversed(lines[-4:]), *lines[:3]):
        if line and len(line) <= _LONGEST_TITLE:
            people, doubts = read_authors(line, "", plan)
            if people and not doubts:
                return people[0]
    return next((one for one in plan.people if email and one.has_email(email)), None)


def _group(path: str, typed: str, author: Person | None, plan: Plan) -> Group | None:
    found = plan.group_register.find(typed)
    if len(found) == 1:
        return found[0]
    folders = posixpath.dirname(path).split("/")[1:]
    told = [
        group for folder in folders for group in plan.groups if fold(group.code) == fold(folder)
    ]
    own = [g for g in plan.groups if author and author in (g.head, *g.members)]
    return next(iter((*told, *own, *plan.groups)), None)


def _somebody_of(group: Group | None, plan: Plan) -> Person | None:
    members = ((group.head, *group.members) if group.head else group.members) if group else ()
    return next(iter((*members, *plan.people)), None)


def _category(typed: str, group: Group | None, plan: Plan) -> str:
    found = plan.category_register.find(typed)
    if len(found) == 1:
        return found[0].name
    own = (c for c in plan.categories if group and group.code in c.owners)
    return next((c.name for c in (*own, *plan.categories)), "…")
