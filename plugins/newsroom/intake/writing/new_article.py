"""The file of an article that somebody is about to write."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from pathlib import Path

from ...domain.content.content_item import ContentKind
from ...domain.names.register import Register, T
from ...domain.plan.category import Category, Genre
from ...domain.plan.group import Group, Person
from ...domain.plan.plan import Plan
from ...domain.plan.topic import Topic
from ...domain.site.file_names import fault_of
from ...domain.text.dates import as_typed, in_numbers
from ...domain.text.vietnamese import clean, slug
from ...vocabulary.fields.article_fields import ArticleField
from ...vocabulary.fields.declaration import FieldDeclaration, HeaderField, InNew
from ...vocabulary.fields.shared_fields import SharedField
from ...vocabulary.genres import GENRES
from ...vocabulary.header import FIELDS
from ...vocabulary.words import shown
from ..folder.scan import ARTICLES
from ..header.lines import split_names
from ..header.values import quoted_if_needed, unquoted
from .skeletons import skeleton

_SLUG_LENGTH = 60


@dataclass(frozen=True, kw_only=True)
class NewArticle:
    """The facts that are known of an article before it is written.

    Those that nobody knows yet are empty: their lines stay open. `others` are the values of more
    fields, `text` is what was written already; without it the file asks for one.
    """

    title: str
    on: date
    groups: tuple[Group, ...]
    authors: tuple[Person, ...]
    category: Category | None
    genre: Genre
    submitted: date
    at: time | None = None
    summary: str = ""
    topics: tuple[Topic, ...] = ()
    others: Mapping[HeaderField, str] = field(default_factory=dict)
    text: str = ""


def one_line(text: str) -> str:
    """The words that somebody typed, as they can stand in a header."""
    return " ".join(clean(text).split())


def slug_of(title: str) -> str:
    """The last part of the address: whole words of the title, about sixty letters; maybe empty.

    >>> slug_of("Con")
    'bai-con'
    """
    whole = slug(title)
    words = whole[: _SLUG_LENGTH + 1].rpartition("-")[0] if len(whole) > _SLUG_LENGTH else whole
    short = words or whole[:_SLUG_LENGTH]
    return f"bai-{short}" if fault_of(short) else short


def text_of(article: NewArticle, plan: Plan | None) -> str:
    """The whole file: a complete header, and the text, or prompts in its place."""
    plan_names = _names_in(article, plan) if plan else {}
    answers: dict[HeaderField, str] = {
        SharedField.TITLE: quoted_if_needed(article.title),
        SharedField.DATE: as_typed(article.on, article.at),
        **plan_names,
        ArticleField.GENRE: shown(GENRES, article.genre),
        ArticleField.TOPICS: ", ".join(topic.code for topic in article.topics),
        ArticleField.SUMMARY: quoted_if_needed(article.summary),
        ArticleField.SUBMITTED: in_numbers(article.submitted),
        **article.others,
    }
    lines = [
        f"{declaration.key}: {answers.get(field, '')}".rstrip()
        for field, declaration in FIELDS[ContentKind.ARTICLE].items()
        if _is_written(declaration, answers.get(field, ""))
    ]
    header = "\n".join(lines)
    text = article.text or skeleton(article.genre, article.category)
    return f"---\n{header}\n---\n\n{text}"


def _names_in(article: NewArticle, plan: Plan) -> dict[HeaderField, str]:
    """The lines that name what the plan has."""
    categories = (article.category,) if article.category else ()
    return {
        SharedField.GROUPS: _names(article.groups, plan.group_register),
        ArticleField.AUTHORS: _names(article.authors, plan.people),
        ArticleField.CATEGORY: _names(categories, plan.category_register),
    }


def _is_written(declaration: FieldDeclaration, answer: str) -> bool:
    match declaration.in_new:
        case InNew.ABSENT | InNew.ASKED_IF_ANY:
            return bool(answer)
        case InNew.ASKED | InNew.LEFT_OPEN:
            return True


def write_new(content: Path, article: NewArticle, plan: Plan, taken: Iterable[str]) -> Path:
    """Write the file into the folder of its month, under a name that nobody has yet.

    `taken` are the addresses of the articles there are. Never writes over a file. Raises OSError,
    leaving nothing behind.
    """
    folder = content / ARTICLES / f"{article.on:%Y-%m}"
    addresses, number = set(taken), 1
    text = text_of(article, plan).encode()
    folder.mkdir(parents=True, exist_ok=True)
    while True:
        name = slug_of(article.title) + (f"-{number}" if number > 1 else "")
        number += 1
        if f"{ARTICLES}/{article.on:%Y/%m}/{name}/" in addresses:
            continue
        try:
            return _written(folder / f"{name}.md", text)
        except FileExistsError:
            continue


def _written(path: Path, text: bytes) -> Path:
    with path.open("xb") as file:
        try:
            file.write(text)
            file.flush()
        except BaseException:
            file.close()
            path.unlink()
            raise
    return path


def _names(named: Sequence[T], register: Register[T]) -> str:
    """The line that names exactly these: by their names, or by their codes where names mislead."""
    by_name = [e.name if register.find(e.name) == (e,) else e.code for e in named]
    line = quoted_if_needed(", ".join(by_name))
    return line if _read(line, register) == tuple(named) else ", ".join(e.code for e in named)


def _read(line: str, register: Register[T]) -> tuple[T, ...]:
    is_known: Callable[[str], bool] = lambda name: bool(register.find(name))  # noqa: E731
    return tuple(e for name in split_names(unquoted(line), is_known) for e in register.find(name))
