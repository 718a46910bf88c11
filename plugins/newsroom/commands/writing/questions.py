"""The questions whose answers make an article."""

from collections.abc import Callable, Sequence
from datetime import date, time
from functools import partial
from typing import NamedTuple, TypeVar

from ...domain.content.content_item import ContentKind
from ...domain.message import Message
from ...domain.plan.category import Genre
from ...domain.plan.group import Group
from ...domain.plan.plan import Plan, plan_on
from ...domain.plan.topic import Topic
from ...domain.text.dates import NotADate, in_numbers, parse_date, parse_moment
from ...intake.writing.new_article import NewArticle, one_line, slug_of
from ...vocabulary import things
from ...vocabulary.fields.article_fields import ArticleField
from ...vocabulary.fields.declaration import HeaderField
from ...vocabulary.fields.shared_fields import SharedField
from ...vocabulary.genres import GENRES
from ...vocabulary.header import FIELDS
from ...vocabulary.publisher import PublisherNouns
from ...vocabulary.words import shown
from .asking import Menu, Misread, Talk, readable
from .choices import NO_TOPIC, categories_of, genres, groups_on, members, people_of, topics_for

V = TypeVar("V")
_ASKED = FIELDS[ContentKind.ARTICLE]


class Given(NamedTuple):
    """The options that were given; empty where they were not.

    Each is the `option` of a field's declaration.
    """

    title: str = ""
    group: str = ""
    author: str = ""
    category: str = ""
    genre: str = ""
    date: str = ""
    summary: str = ""
    topic: str = ""


class Questions:
    """One article's questions, in order; each answered by its option where one was given."""

    def __init__(
        self,
        given: Given,
        talk: Talk,
        plans: Sequence[Plan],
        today: date,
        last: dict[str, tuple[str, ...]],
        may_ask: bool,
        nouns: PublisherNouns,
        *,
        likely_title: str = "",
        may_leave_open: bool = False,
    ) -> None:
        self.given, self.talk, self.plans, self.today = given, talk, plans, today
        self.last, self.may_ask, self.nouns = last, may_ask, nouns
        # A title to be offered; and True where what nobody knows is left open instead of missed.
        self.likely_title, self.may_leave_open = likely_title, may_leave_open
        self.complaints: list[str] = []

    def all(self) -> tuple[NewArticle, Plan | None] | None:
        """The article and the plan of its day; None, with complaints, where something lacks.

        There is a plan unless things may be left open.
        """
        if self.may_ask:
            self.talk.say(
                "Viết bài mới. Enter: lấy câu trả lời trong ngoặc vuông. Ctrl-C: dừng, không ghi."
            )
        title = self._one(
            SharedField.TITLE,
            lambda text: self._title(text or self.likely_title),
            self.likely_title,
        )
        if title and title.isupper() and " " in title:
            self.talk.say("  Tiêu đề viết toàn chữ hoa: vẫn giữ, nhưng chữ thường dễ đọc hơn.")
        default = in_numbers(self.today) if plan_on(self.plans, self.today) else ""
        moment = self._one(
            SharedField.DATE,
            partial(self._date, default),
            default or things.DAY_MONTH_YEAR,
            unasked=default,
        )
        on, at = moment or (None, None)
        plan = plan_on(self.plans, on) if on else None
        if on is None or plan is None:
            # Without its plan nothing else can be looked up, only missed.
            for field in (SharedField.GROUPS, ArticleField.AUTHORS, ArticleField.CATEGORY):
                self._miss(field)
            return self._left_open(title, on or self.today, at)
        groups = self._choose(SharedField.GROUPS, groups_on(plan, on, self.nouns))
        authors = self._choose(
            ArticleField.AUTHORS, people_of(plan, groups), self._likely(plan, groups)
        )
        category = self._choose(ArticleField.CATEGORY, categories_of(plan))
        genre = self._choose(
            ArticleField.GENRE,
            genres(),
            otherwise=(Genre.ARTICLE.value,),
            unasked=shown(GENRES, Genre.ARTICLE),
        )
        topics = self._topics(plan, groups, on)
        if self.complaints or (title is None and not self.may_leave_open):
            return None
        article = NewArticle(
            title=title or "",
            on=on,
            at=at,
            groups=groups,
            authors=authors,
            category=category[0] if category else None,
            genre=genre[0],
            submitted=self.today,
            summary=one_line(self.given.summary),
            topics=topics,
        )
        return article, plan

    def _left_open(
        self, title: str | None, on: date, at: time | None
    ) -> tuple[NewArticle, None] | None:
        """The article of a day that no plan holds, where things may be left open."""
        if self.complaints or not self.may_leave_open:
            return None
        article = NewArticle(
            title=title or "",
            on=on,
            at=at,
            groups=(),
            authors=(),
            category=None,
            genre=Genre.ARTICLE,
            submitted=self.today,
            summary=one_line(self.given.summary),
        )
        return article, None

    def _topics(self, plan: Plan, groups: Sequence[Group], on: date) -> tuple[Topic, ...]:
        """Topics of the content plan that it tells; asked only where these groups are to tell some.

        None or one: whoever wants more writes them into the line.
        """
        menu = topics_for(plan, groups, on)
        if not (self.given.topic or (self.may_ask and menu.choices[1:])):
            return ()
        chosen = self._choose(ArticleField.TOPICS, menu, otherwise=(NO_TOPIC.code,))
        return tuple(topic for topic in chosen if topic != NO_TOPIC)

    def _given(self, field: HeaderField, unasked: str = "") -> str:
        """The option that answers a field; where nobody may be asked, else what is usual."""
        given: str = getattr(self.given, _ASKED[field].option)
        return given or ("" if self.may_ask else unasked)

    def _heading(self, field: HeaderField) -> str:
        return self.nouns.group_heading if field is SharedField.GROUPS else _ASKED[field].heading

    def _one(
        self, field: HeaderField, read: Callable[[str], V], default: str = "", *, unasked: str = ""
    ) -> V | None:
        """The answer to a free question; None, with a complaint, where nobody may be asked."""
        if text := self._given(field, unasked):
            try:
                return read(readable(text))
            except Misread as error:
                self._complain(field, str(error))
        elif not self.may_ask:
            self._miss(field)
        if not self.may_ask:
            return None
        question = self._heading(field) + (f" [{default}]" if default else "")
        return self.talk.until_right(f"{question}: ", read)

    def _complain(self, field: HeaderField, message: str) -> None:
        option = f"--{_ASKED[field].option}"
        if self.may_ask:
            self.talk.say(f"  {option}: {message}")
        else:
            self.complaints.append(f"{option}: {message}")

    def _title(self, text: str) -> str:
        if not text:
            raise Misread(Message("NR-NEW-006", "Bài cần một tiêu đề."))
        if not slug_of(text):
            raise Misread(
                Message(
                    "NR-NEW-007", "Tiêu đề cần ít nhất một chữ cái hoặc chữ số, để đặt tên tệp."
                )
            )
        return text

    def _date(self, default: str, text: str) -> tuple[date, time | None]:
        try:
            day, at = parse_moment(text or default)
        except NotADate:
            day, at = self._day_of_this_year(text), None
        if plan_on(self.plans, day) is None:
            terms = "; ".join(
                f"{plan.code} ({in_numbers(plan.term.first)}–{in_numbers(plan.term.last)})"
                for plan in self.plans
            )
            raise Misread(
                Message(
                    "NR-NEW-008",
                    f"Chưa có kế hoạch nào cho ngày {in_numbers(day)}. Đang có: {terms}.",
                )
            )
        return day, at

    def _day_of_this_year(self, text: str) -> date:
        wrong = Misread(
            Message(
                "NR-NEW-009", f"“{text}” không phải là một ngày có thật. Xin ghi như 20/11/2026."
            )
        )
        try:
            day = parse_date(f"{text}/{self.today.year}")
        except NotADate:
            raise wrong from None
        if self.may_ask and self.talk.agrees(f"Có phải là ngày {in_numbers(day)}?"):
            return day
        raise wrong

    def _choose(
        self,
        field: HeaderField,
        menu: Menu[V],
        usual: tuple[str, ...] | None = None,
        otherwise: tuple[str, ...] = (),
        unasked: str = "",
    ) -> tuple[V, ...]:
        """The values chosen from a menu; empty, with a complaint, where nobody may be asked.

        `usual` are the codes to be offered in place of the last answer; `otherwise` those where
        these are gone.
        """
        if text := self._given(field, unasked):
            try:
                return menu.from_options(readable(text))
            except Misread as error:
                self._complain(field, str(error))
        elif not self.may_ask:
            self._miss(field)
        if not self.may_ask:
            return ()
        last = self.last.get(field, ()) if usual is None else usual
        default = _still_there(last, menu) or _still_there(otherwise, menu)
        self.talk.say(f"{self._heading(field)}:")
        for line in menu.lines():
            self.talk.say(line)
        names = ", ".join(c.name for value in default for c in menu.choices if c.value == value)
        how = (
            "Số hoặc tên, nhiều thì ngăn bằng dấu phẩy"
            if menu.takes_several
            else things.NUMBER_OR_NAME
        )

        def read(answer: str) -> tuple[V, ...]:
            return default if not answer and default else menu.from_answer(answer, self.talk.agrees)

        return self.talk.until_right(f"{how}{f' [{names}]' if default else ''}: ", read)

    def _likely(self, plan: Plan, groups: Sequence[Group]) -> tuple[str, ...]:
        """The likely authors: those of last time if for these groups, or their only member."""
        if tuple(group.code for group in groups) == self.last.get(SharedField.GROUPS):
            return self.last.get(ArticleField.AUTHORS, ())
        own = members(plan, groups)
        return (own[0].code,) if len(own) == 1 else ()

    def _miss(self, field: HeaderField) -> None:
        if not self._given(field) and not self.may_leave_open:
            self._complain(field, f"chưa có {self._heading(field).lower()}.")


def _still_there(codes: tuple[str, ...], menu: Menu[V]) -> tuple[V, ...]:
    """The choices of these codes; none if even one of them is gone."""
    by_code = {menu.code(choice.value): choice.value for choice in menu.choices}
    return tuple(by_code[c] for c in codes) if all(c in by_code for c in codes) else ()
