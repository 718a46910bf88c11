"""Things that may be public, by table: half of the sentences, a day before, one of many reasons."""

from dataclasses import replace

import pytest
from sample import PLAN, SCHOOL, approved, day, make_article, make_evaluation, waiting, withdrawn
from test_held_words import held, record

from newsroom.domain.approval.blocker import Blocker, BlockerKind
from newsroom.domain.content.content_item import NO_DATE, Body
from newsroom.domain.message import Message
from newsroom.domain.problem import Level, Problem
from newsroom.domain.site.held_words import Found, found_in, held_words, may_quote, squeezed
from newsroom.domain.site.publication import Newsroom, Withheld, evaluate_site
from newsroom.domain.site.search_index import _parted
from newsroom.domain.site.takedown import (
    HeldBack,
    ShownEdition,
    claims_approval,
    is_decided,
    taken_from,
)

TODAY = day("30/11/2024")

# --- Words of a manuscript


@pytest.mark.parametrize(
    ("count", "of", "has_title", "is_leak"),
    [
        (0, 0, False, False),
        (0, 4, True, False),
        (1, 4, True, True),
        (1, 1, False, True),
        (1, 2, False, True),
        (1, 3, False, False),
        (2, 4, False, True),
        (2, 5, False, False),
        (3, 6, False, True),
        (3, 7, False, False),
    ],
)
def test_half_of_the_sentences_or_one_with_the_title_are_a_leak(count, of, has_title, is_leak):
    found = Found(of=of, sentences=tuple(map(str, range(count))), has_title=has_title)

    assert found.is_leak is is_leak


def test_an_example_is_the_beginning_of_the_first_sentence():
    found = Found(of=2, sentences=("a" * 79 + "bc", "d"), has_title=False)

    assert found.example == "a" * 79 + "b"


def test_what_somebody_says_in_public_is_no_longer_counted():
    found = Found(of=3, sentences=("a", "b", "c"), has_title=True)

    assert found.without({"b"}) == Found(of=3, sentences=("a", "c"), has_title=True)
    assert not found.without({"a", "b", "c"}).is_leak


@pytest.mark.parametrize(
    ("sentence", "is_own"),
    [
        ("Các em lớp Bốn ra vườn trồng ba cây hoa", False),
        ("Các em lớp Bốn ra vườn trồng ba cây hoa.", True),
        ("Congnghethongtin truyenthong giaoduc daotao.", False),
        ("Congnghethongtin truyen thong giaoduc daotao.", False),
        ("Congnghethongtin truyen thong giao duc daotao.", True),
    ],
)
def test_a_sentence_of_forty_signs_and_six_words_is_somebodys_own(sentence, is_own):
    words = held_words(held(), Body((f"<p>{sentence}</p>",)))

    assert [plain for plain, _ in words.sentences] == [sentence] * is_own


@pytest.mark.parametrize(
    ("title", "is_own"),
    [
        ("Ngày hội trồng", False),
        ("Ngày hội ở đây", False),
        ("Ngày hội ở đây.", True),
        ("Ngàyhội trồngcây ởđây", False),
    ],
)
def test_a_title_of_fifteen_signs_and_four_words_is_somebodys_own(title, is_own):
    words = held_words(replace(held(), title=title), Body(()))

    assert bool(words.title) is is_own


def test_a_short_title_stands_in_every_file_and_tells_nothing():
    sentences = [f"Câu thứ {n} kể về một buổi sáng ở khu vườn sau trường." for n in "1234"]
    words = held_words(replace(held(), title="Tin"), Body((f"<p>{' '.join(sentences)}</p>",)))

    found = found_in(squeezed(f"Tin. {sentences[0]}"), words)

    assert (found.has_title, found.is_leak) == (False, False)


def test_a_title_without_any_sentence_is_not_the_manuscript():
    words = held_words(held(), Body(()))

    assert not found_in(words.title, words).has_title


@pytest.mark.parametrize(
    ("offered", "may"),
    [
        ([], False),
        (["12/11/2024"], False),
        (["11/11/2024"], True),
        # Of two that offer the file one was earlier.
        (["14/11/2024", "11/11/2024"], True),
        (["14/11/2024", "12/11/2024"], False),
    ],
)
@pytest.mark.parametrize("is_approved", [True, False])
def test_a_file_is_as_old_as_the_first_that_offers_it(offered, may, is_approved):
    offering = [record(make_article(on, approved("Phó Mẫu", on))) for on in offered]
    if not is_approved:
        offering = [replace(one, approved=None, submitted=one.approved) for one in offering]

    assert may_quote(held("12/11/2024"), offering) is may


def test_a_file_without_a_day_is_not_earlier():
    offering = replace(record(make_article("12/11/2024")), approved=None, submitted=None)

    assert not may_quote(held("12/11/2024"), [offering])
    assert not may_quote(replace(held(), on=NO_DATE, submitted=None, approved=None), [offering])


# --- What is let through


def problem(path, line, level=Level.ERROR):
    return Problem(path, line, Message("NR-TEST-001", "Hỏng."), "…", level)


BROKEN = (problem("b.md", 2), problem("a.md", 9, Level.WARNING), problem("b.md", 1))


def test_problems_come_by_file_and_line():
    broken = record(make_article("12/11/2024", problems=BROKEN))
    newsroom = Newsroom(
        school=SCHOOL,
        articles=(record(make_article("12/11/2024")), broken),
        config_problems=(problem("a.md", 1),),
    )

    assert [(one.path, one.line) for one in newsroom.all_problems] == [
        ("a.md", 1),
        ("a.md", 9),
        ("b.md", 1),
        ("b.md", 2),
    ]


@pytest.mark.parametrize(
    ("decisions", "stopped"),
    [
        # Approved but for its errors; not approved at all; taken down.
        ((approved("Phó Mẫu", "12/11/2024"),), [1, 2]),
        ((approved("Lan Mẫu", "12/11/2024"),), []),
        ((approved("Phó Mẫu", "12/11/2024"), withdrawn("Phó Mẫu", "13/11/2024")), []),
    ],
)
def test_only_errors_of_what_would_be_public_stop_a_publication(decisions, stopped):
    evaluation = make_evaluation(
        [make_article("12/11/2024", *decisions, problems=BROKEN)], "30/11/2024"
    )

    assert [one.line for one in evaluation.blocking_errors] == stopped


KINDS = {
    "public": (),
    "waiting": (Blocker(kind=BlockerKind.WAITING),),
    "broken": (Blocker(kind=BlockerKind.BROKEN),),
}


@pytest.mark.parametrize("part", ["articles", "pages", "documents"])
def test_of_each_kind_only_what_has_no_reason_against_it_is_published(part):
    records = tuple(
        replace(record(make_article("12/11/2024")), slug=name, reasons=reasons)
        for name, reasons in KINDS.items()
    )

    evaluation = evaluate_site(Newsroom(school=SCHOOL, plans=(PLAN,), **{part: records}), TODAY)

    assert [one.slug for one in getattr(evaluation.publication, part)] == ["public"]
    assert [one.record.slug for one in evaluation.withheld] == ["waiting", "broken"]
    assert [one.is_broken_only for one in evaluation.withheld] == [False, True]


def test_what_stood_in_public_leaves_its_address_unless_another_has_it():
    public = record(make_article("12/11/2024"))
    gone = replace(record(waiting(make_article("13/11/2024"))), removed=day("20/11/2024"))
    again = replace(gone, url=public.url)
    never = replace(record(waiting(make_article("14/11/2024"))), removed=None)
    newsroom = Newsroom(school=SCHOOL, plans=(PLAN,), articles=(public, gone, again, never))

    removed = evaluate_site(newsroom, TODAY).publication.removed

    assert removed == ((gone.url, day("20/11/2024")),)


@pytest.mark.parametrize(
    ("on", "code"), [("31/07/2024", None), ("01/08/2024", "2024-2025"), ("01/08/2025", None)]
)
def test_a_newsroom_knows_the_plan_of_a_day(on, code):
    found = Newsroom(school=SCHOOL, plans=(PLAN,)).plan_on(day(on))

    assert (found and found.code) == code


@pytest.mark.parametrize(
    ("today", "cleans"), [("31/07/2024", False), ("01/08/2024", True), ("01/08/2025", True)]
)
def test_files_are_cleaned_as_the_plan_of_the_day_says(today, cleans):
    plan = replace(PLAN, cleans_files=True)

    assert make_evaluation([], today, [plan]).publication.cleans_files is cleans


# --- What goes


def edition(*addresses, on="30/11/2024"):
    return ShownEdition(on=on and day(on), addresses=frozenset(addresses))


@pytest.mark.parametrize(
    ("last", "coming", "told"),
    [
        ("29/11/2024", "30/11/2024", None),
        ("30/11/2024", "30/11/2024", None),
        ("01/12/2024", "30/11/2024", "01/12/2024"),
        # A day that nobody knows is before none.
        (None, "30/11/2024", None),
        ("01/12/2024", None, None),
        (None, None, None),
    ],
)
def test_an_edition_is_earlier_only_where_both_days_are_known(last, coming, told):
    found = taken_from(edition(on=last), edition(on=coming), HeldBack())

    assert found.last_on == (told and day(told))
    assert found.on.year == (2024 if coming else 1)


def test_only_what_goes_by_a_decision_waits_for_the_answer():
    held_back = HeldBack(
        decided=frozenset({"tin-bai/2024/11/a/", "tin-bai/2024/11/la/"}),
        broken=frozenset({"tin-bai/2024/11/b/"}),
    )
    last = edition(*(f"tin-bai/2024/11/{name}/" for name in "abc"))

    found = taken_from(last, edition(), held_back)

    assert found.decided == ("tin-bai/2024/11/a/",)
    assert (found.gone, found.shown) == ((), 3)


@pytest.mark.parametrize(
    ("last", "approved_ones", "is_everyday"),
    [(None, 0, True), (None, 1, False), ("01/12/2024", 0, False), ("01/12/2024", 1, False)],
)
def test_each_reason_alone_makes_an_edition_no_everyday_one(last, approved_ones, is_everyday):
    found = taken_from(edition(on=last), edition(), HeldBack())

    assert replace(found, approved=approved_ones).is_everyday is is_everyday


def with_reasons(*kinds):
    one = record(make_article("12/11/2024"))
    return replace(one, reasons=tuple(Blocker(kind=kind) for kind in kinds))


B = BlockerKind


@pytest.mark.parametrize(
    ("kinds", "decided", "claims"),
    [
        ((), False, True),
        ((B.WITHDRAWN,), True, False),
        ((B.RETURNED, B.MISSING_ROLE), True, False),
        ((B.BROKEN, B.WITHDRAWN), True, False),
        ((B.WAITING,), False, False),
        ((B.MISSING_ROLE,), False, False),
        # One that counts for nothing, and so another is missing.
        ((B.NOT_ON_BOARD, B.MISSING_ROLE), False, True),
        ((B.NOT_ON_BOARD,), False, True),
        ((B.SCHEDULED,), False, False),
        ((B.SCHEDULED, B.MISSING_ROLE), False, False),
    ],
)
def test_each_reason_tells_a_decision_from_an_approval_that_lapsed(kinds, decided, claims):
    one = with_reasons(*kinds)

    assert is_decided(one) is decided
    assert claims_approval(one) is claims
    assert Withheld(record=one).is_broken_only is (kinds == (B.BROKEN,))


@pytest.mark.parametrize(
    ("letter", "toneless", "has_tone"),
    [("a", "a", False), ("á", "a", True), ("ấ", "â", True), ("đ", "đ", False), ("ợ", "ơ", True)],
)
def test_a_letter_is_parted_from_its_tone(letter, toneless, has_tone):
    base, tone = _parted(letter)

    assert (base, len(tone)) == (toneless, int(has_tone))
