"""An article: its header held against the plan of its day."""

from collections.abc import Sequence

from ...domain.content.content_item import NO_DATE, Article
from ...domain.content.import_decision import Imported
from ...domain.content.photo_package import Consent
from ...domain.message import Message
from ...domain.names.register import Register
from ...domain.plan.category import NO_CATEGORY, Category, Genre
from ...domain.plan.group import Group, Person
from ...domain.plan.plan import Plan
from ...domain.plan.school import ParentOffice, School
from ...domain.plan.topic import Topic
from ...domain.problem import Level
from ...domain.text.dates import in_numbers
from ...vocabulary import things
from ...vocabulary.content import CONSENTS
from ...vocabulary.fields.article_fields import ArticleField
from ...vocabulary.fields.board_fields import BoardField
from ...vocabulary.fields.shared_fields import SharedField
from ...vocabulary.genres import GENRES
from ..header.decisions.submission_lines import read_selections, read_submissions
from ..header.fact_reader import FactReader
from ..header.lines import split_list
from ..names.author_line import read_authors
from ..names.imported_names import (
    imported_authors,
    imported_category,
    imported_groups,
    plans_asked,
)
from ..names.typed_names import whole_names_in
from .item_file import ItemFile


def article_of(
    file: ItemFile,
    plans: Sequence[Plan],
    school: School | None,
    *,
    plans_are_sound: bool = True,
    imported: Imported | None = None,
) -> Article:
    """The article in a file, with stand-ins and a problem for whatever is missing or unknown.

    Where a plan could not be read, names are not held against the plans at all; where the school
    file could not, no office is held against it. An imported article is of years that may have
    no plan: its names need none.
    """
    offices = school.office_register if school else None
    if imported:
        return _ImportedReader(file, plans, offices, imported).read()
    return _ArticleReader(file, plans, offices, plans_are_sound).read()


class _ArticleReader(FactReader):
    imported: Imported | None = None

    def __init__(
        self,
        file: ItemFile,
        plans: Sequence[Plan],
        offices: Register[ParentOffice] | None,
        plans_are_sound: bool,
    ) -> None:
        super().__init__(file, plans)
        self.offices = offices
        if self.plan is None and self.on != NO_DATE and plans_are_sound:
            self.problem(
                self.header.first(SharedField.DATE),
                Message("NR-HEADER-001", f"Chưa có kế hoạch nào cho ngày {in_numbers(self.on)}."),
                "Sửa ngày của bài, hoặc thêm tệp kế hoạch của năm đó vào thư mục ke-hoach.",
            )

    def read(self) -> Article:
        header = self.header
        groups, handed_in = (
            self.groups(),
            self.day(ArticleField.SUBMITTED, things.DAY_OF_SUBMISSION),
        )
        return Article(
            path=self.file.path,
            slug=self.file.slug,
            title=header.text(SharedField.TITLE),
            summary=header.text(ArticleField.SUMMARY),
            body=self.file.body,
            decisions=self.file.decisions,
            former_addresses=self.file.former_addresses,
            on=self.on,
            at=self.at,
            groups=groups,
            authors=self._authors(groups),
            category=self._category(),
            genre=self._genre(),
            cover=self.file.cover,
            gallery=self.file.gallery,
            video=self.file.video,
            tags=tuple(split_list(header.text(ArticleField.TAGS))),
            topics=self._topics(),
            submitted=handed_in or self.on,
            is_submission_dated=handed_in is not None,
            has_text=self.file.has_text and self.file.is_readable,
            submissions=tuple(read_submissions(self.file, self.offices, self.on)),
            selections=tuple(read_selections(self.file, self.offices, self.on)),
            pinned_until=self.day(BoardField.PINNED, things.DAY_OF_PIN),
            consent=self._consent(),
            imported=self.imported,
            # Last: reading the fields above is what finds the problems.
            problems=tuple(self.file.problems),
        )

    def _authors(self, groups: Sequence[Group]) -> tuple[Person, ...]:
        entry = self.header.first(ArticleField.AUTHORS)
        if entry is None or not entry.value:
            self.missing(ArticleField.AUTHORS, self._writer_of(groups))
            return ()
        if self.plan is None:
            return ()
        found, doubts = read_authors(entry.value, self.key_of(ArticleField.AUTHORS), self.plan)
        for message, hint in doubts:
            self.problem(entry, message, hint)
        return found

    def _writer_of(self, groups: Sequence[Group]) -> str:
        """Somebody of these groups, for an example; else somebody of the plan."""
        plan = self.plan or self.likely_plan
        every = (*groups, *(plan.groups if plan else ()))
        members = (one for group in every for one in (group.head, *group.members) if one)
        return next((person.name for person in (*members, *(plan.people if plan else ()))), "…")

    def _category(self) -> Category:
        register = self.plan.category_register if self.plan else Register[Category](())
        return next(
            self.named(ArticleField.CATEGORY, register, things.CATEGORY, read=whole_names_in),
            NO_CATEGORY,
        )

    def _topics(self) -> tuple[str, ...]:
        if not self.header.text(ArticleField.TOPICS):
            return ()
        register = self.plan.topic_register if self.plan else Register[Topic](())
        # The article is sound without: only the content plan misses it.
        found = self.named(ArticleField.TOPICS, register, things.TOPIC, level=Level.WARNING)
        return tuple(topic.code for topic in found)

    def _genre(self) -> Genre:
        return (
            self.word(
                ArticleField.GENRE, GENRES, Message("NR-HEADER-002", "Không có thể loại “{}”.")
            )
            or Genre.ARTICLE
        )

    def _consent(self) -> Consent:
        meant = self.word(
            ArticleField.CONSENT,
            CONSENTS,
            Message("NR-HEADER-003", "Không hiểu “{}” ở dòng đồng ý hình ảnh."),
        )
        is_stated = bool(self.header.text(ArticleField.CONSENT))
        # What could not be read may have been a no.
        return meant or (Consent.REFUSED if is_stated else Consent.UNSTATED)


class _ImportedReader(_ArticleReader):
    """The reader of what an import brought: whatever no plan knows is taken as it is written."""

    def __init__(
        self,
        file: ItemFile,
        plans: Sequence[Plan],
        offices: Register[ParentOffice] | None,
        imported: Imported,
    ) -> None:
        super().__init__(file, plans, offices, plans_are_sound=False)
        self.imported = imported
        self._asked = plans_asked(plans, self.on)

    def groups(self) -> tuple[Group, ...]:
        return imported_groups(self.header.text(SharedField.GROUPS), self._asked)

    def _authors(self, groups: Sequence[Group]) -> tuple[Person, ...]:
        return imported_authors(self.header.text(ArticleField.AUTHORS), self._asked)

    def _category(self) -> Category:
        return imported_category(self.header.text(ArticleField.CATEGORY), self._asked)

    def _topics(self) -> tuple[str, ...]:
        return super()._topics() if self.plan else ()
