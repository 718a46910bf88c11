"""`new --from`: what somebody handed in becomes an article, and every step of it is told."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ...building.errors import today_or_refused
from ...domain.plan.plan import Plan, plan_on
from ...domain.text.dates import NotADate, parse_date
from ...domain.text.vietnamese import slug
from ...importing.article_facts.article_text import markdown_of, plain_paragraphs
from ...importing.article_facts.brought_header import (
    cover_brought,
    date_brought,
    facts_brought,
    not_copied,
    others_brought,
)
from ...importing.article_facts.plan_facts import (
    PlanFacts,
    facts_of,
    group_of,
    names_in_headlines,
    names_known,
)
from ...importing.article_facts.same_text import same_text
from ...importing.article_facts.title_case import Retold, retold
from ...importing.handed_in.opening import LONGEST_SUMMARY
from ...importing.handed_in.taken_off import Tells
from ...importing.handed_in.understanding import Understood, understand, with_credit
from ...importing.sources.handed_source import HandedSource, SourceRefused
from ...importing.sources.opened_source import open_source
from ...importing.sources.picture_places import (
    shown_in,
    with_addresses,
    with_credits,
    with_places,
)
from ...importing.sources.pictures import KeptPictures, kept_pictures, placed
from ...importing.sources.reading import ReadSource, read_handed_file
from ...intake.folder.scan import ARTICLES
from ...intake.names.typed_names import names_in
from ...intake.writing.new_article import NewArticle, one_line, slug_of, text_of
from ...intake.writing.staged_article import Composed, write_staged
from ...vocabulary.fields.article_fields import ArticleField
from ...vocabulary.genres import GENRES
from ...vocabulary.publisher import nouns_of
from ...vocabulary.words import shown
from ..valid_plans import valid_evaluation
from . import told_of_source as told
from .answer_memory import recalled
from .asking import Talk
from .new import IMPOSSIBLE, INCOMPLETE, LEFT, STOPPED
from .questions import Given, Questions

if TYPE_CHECKING:
    from ...domain.site.publication import Evaluation

_UNTITLED = "bai-gui"


@dataclass(frozen=True, kw_only=True)
class FromSource:
    """A source as it was typed, what stood on standard input, and a folder of photos."""

    source: str
    typed: bytes = b""
    photos: str = ""


def write_from_source(
    content: Path, cache: Path, given: Given, source: FromSource, talk: Talk, *, may_ask: bool
) -> int:
    """Have the article's file written, its pictures beside it; the exit code.

    Where nobody may be asked, what cannot be known is left open. Raises BuildRefused where no plan
    can be relied upon.
    """
    try:
        opened = open_source(source.source, source.typed, source.photos)
        read = read_handed_file(opened.text)
    except SourceRefused as error:
        talk.say(f"{error}\nChưa ghi gì.")
        return IMPOSSIBLE
    try:
        handing = _Handing(content, cache, given, opened, read, talk, may_ask)
        return handing.run()
    except (EOFError, KeyboardInterrupt):
        talk.say(LEFT)
        return STOPPED


class _Handing:
    def __init__(
        self,
        content: Path,
        cache: Path,
        given: Given,
        opened: HandedSource,
        read: ReadSource,
        talk: Talk,
        may_ask: bool,
    ) -> None:
        self.content, self.cache, self.given = content, cache, given
        self.opened, self.read, self.talk, self.may_ask = opened, read, talk, may_ask
        self.today = today_or_refused()
        self.evaluation: Evaluation = valid_evaluation(content, cache)
        if not given.date and (day := date_brought(read.header)):
            self.given = given._replace(date=day)
        self.plan = self._likely_plan()

    def run(self) -> int:
        understood, names = self._understood()
        if not any(block.text.strip() for block in understood.blocks):
            self.talk.say(told.NO_WORDS.with_id)
            return IMPOSSIBLE
        if twin := same_text(plain_paragraphs(understood.blocks), self._articles()):
            self.talk.say(told.same_as(twin).with_id)
            return IMPOSSIBLE
        facts = facts_of(understood, self.plan, self.today)
        title = self._title(understood)
        kept = kept_pictures(
            self.read.text.pictures, self.opened.pictures, names, shown_in(self.read.text.blocks)
        )
        if understood.credit and not kept.in_text:
            understood = with_credit(understood)
        for line in self._told(understood, facts, title, kept):
            self.talk.say(line)
        answered = self._asked(facts, title, understood)
        if isinstance(answered, int):
            return answered
        return self._written(answered, understood, facts, kept)

    def _likely_plan(self) -> Plan | None:
        plans = self.evaluation.newsroom.plans
        try:
            day = parse_date(self.given.date) if self.given.date else self.today
        except NotADate:
            day = self.today
        return plan_on(plans, day)

    def _understood(self) -> tuple[Understood, list[str]]:
        """The article, and the names of the pictures that its text shows."""
        known = names_known(self.plan, self.evaluation.newsroom.school)
        pictures = [one.name for one in (*self.read.text.pictures, *self.opened.pictures)]
        blocks = with_places(self.read.text.blocks, pictures)
        around = (*facts_brought(self.read.header), *self.read.around, *self.opened.around)
        if self.read.header:
            understood = Understood(blocks=blocks, taken=around)
        else:
            understood = understand(blocks, known, around)
        return understood, shown_in(understood.blocks)

    def _title(self, understood: Understood) -> Retold:
        names = names_in_headlines(self.plan, self.evaluation.newsroom.school)
        return retold(one_line(understood.first(Tells.TITLE)), understood.words, names)

    def _articles(self) -> Iterator[tuple[str, bytes]]:
        newsroom = self.evaluation.newsroom
        for record in newsroom.articles:
            try:
                yield newsroom.label(record.path), Path(newsroom.place(record.path)).read_bytes()
            except OSError:
                continue

    def _told(
        self, understood: Understood, facts: PlanFacts, title: Retold, kept: KeptPictures
    ) -> Iterator[str]:
        yield from told.understood_in_lines(self.opened.text.name, facts, title, self.given)
        yield from told.removed_in_lines(understood, not_copied(self.read.header))
        notes = (*self.read.notes, *self.read.text.left, *self.opened.left, *kept.notes)
        yield from told.notes_in_lines(notes, kept, len(self.opened.films))

    def _asked(
        self, facts: PlanFacts, title: Retold, understood: Understood
    ) -> tuple[NewArticle, Plan | None] | int:
        newsroom = self.evaluation.newsroom
        given, likely = _with_facts(self.given, facts, title, understood), ""
        if not given.group and given.author and self.plan:
            people = [one for _, some in names_in(given.author, self.plan.people) for one in some]
            groups = group_of(people, self.plan, self.today)
            given = given._replace(group=", ".join(group.code for group in groups))
        if self.may_ask and title.doubtful and not self.given.title:
            given, likely = given._replace(title=""), title.title
        last = recalled(self.cache) if self.may_ask else {}
        questions = Questions(
            given,
            self.talk,
            newsroom.plans,
            self.today,
            last,
            self.may_ask,
            nouns_of(newsroom.school),
            likely_title=likely,
            may_leave_open=not self.may_ask,
        )
        answered = questions.all()
        if answered is None:
            self.talk.say("Chưa ghi gì. Xin ghi đúng các mục sau:")
            for complaint in questions.complaints:
                self.talk.say(f"  {complaint}")
            return INCOMPLETE
        article, plan = answered
        return replace(article, submitted=facts.submitted or self.today), plan

    def _written(
        self,
        answered: tuple[NewArticle, Plan | None],
        understood: Understood,
        facts: PlanFacts,
        kept: KeptPictures,
    ) -> int:
        article, plan = answered
        prompts = list(told.prompts_in_text(facts, article))
        compose = partial(self._composed, article, plan, understood, kept, prompts)
        stem = slug_of(article.title) or slug(Path(self.opened.text.name).stem) or _UNTITLED
        taken = (record.url for record in self.evaluation.newsroom.articles)
        try:
            path = write_staged(self.content, article.on, stem, taken, compose)
        except OSError as error:
            self.talk.say(told.not_written(error))
            return IMPOSSIBLE
        label = path.relative_to(self.content.parent).as_posix()
        for line in told.written_in_lines(label, article, self._checked(path)):
            self.talk.say(line)
        return 0

    def _composed(
        self,
        article: NewArticle,
        plan: Plan | None,
        understood: Understood,
        kept: KeptPictures,
        prompts: Sequence[str],
        stem: str,
    ) -> Composed:
        """The file's text and what lies beside it, under the name that is free."""
        places = placed(kept, stem, cover_brought(self.read.header), self._beside(article.on))
        files = dict(places.files)
        others = dict(others_brought(self.read.header))
        if self.opened.films and ArticleField.VIDEO not in others:
            film = self.opened.films[0]
            name = f"{stem}{Path(film.name).suffix.lower()}"
            files[f"{stem}/{name}"] = film.content
            others[ArticleField.VIDEO] = name
        if places.cover:
            others[ArticleField.COVER] = places.cover
        if places.gallery:
            others[ArticleField.GALLERY] = places.gallery
        text = markdown_of(understood.blocks, places.addresses, with_addresses)
        text = with_credits(text, understood.credit)
        text = "\n\n".join([*prompts, text])
        return text_of(replace(article, text=text, others=others), plan), files

    def _beside(self, on: date) -> frozenset[str]:
        """The names of the files that lie in the folder of that month already."""
        folder = self.content / ARTICLES / f"{on:%Y-%m}"
        return frozenset(os.listdir(folder)) if folder.is_dir() else frozenset()

    def _checked(self, path: Path) -> str:
        """The words of `check` on the new file."""
        from ...exports.findings.terminal import findings_in_words
        from ..checking.check import findings_of

        return findings_in_words(findings_of(self.content, self.cache, [str(path)]))


def _with_facts(given: Given, facts: PlanFacts, title: Retold, understood: Understood) -> Given:
    """The options, and in place of each that was not given what the text tells."""
    summary = one_line(understood.first(Tells.SUMMARY))
    return given._replace(
        title=given.title or title.title,
        group=given.group or ", ".join(group.code for group in facts.groups),
        author=given.author or ", ".join(author.code for author in facts.authors),
        category=given.category or (facts.category.code if facts.category else ""),
        genre=given.genre or (shown(GENRES, facts.genre) if facts.genre else ""),
        summary=given.summary or (summary if len(summary) <= LONGEST_SUMMARY else ""),
    )
