"""An edition that takes nearly everything down is not an everyday one."""

from dataclasses import replace

import pytest
from sample import PLAN, approved, day, make_article, make_evaluation, returned, waiting, withdrawn

from newsroom.domain.approval.blocker import BlockerKind
from newsroom.domain.message import Message
from newsroom.domain.problem import Problem
from newsroom.domain.site.takedown import ShownEdition, addresses_among, are_too_many, takedown

TODAY = "30/11/2024"
EMPTY_BOARD = replace(PLAN, board=())


def articles(count):
    return [make_article("12/11/2024") for _ in range(count)]


def edition_of(some, on=TODAY):
    return ShownEdition(on=on and day(on), addresses=frozenset(article.url for article in some))


def decided(article, *decisions):
    return replace(
        article,
        decisions=replace(article.decisions, others=decisions),
    )


@pytest.mark.parametrize(
    ("gone", "shown", "is_too_many"),
    [(0, 0, False), (4, 4, False), (5, 5, True), (5, 49, True), (5, 50, False), (6, 50, True),
     (10, 100, False), (11, 100, True)],
)  # fmt: skip
def test_more_than_a_tenth_and_at_least_five_are_too_many(gone, shown, is_too_many):
    addresses = [f"tin-bai/2024/11/bai-{n}/" for n in range(shown)]

    assert are_too_many(addresses[:gone], addresses) is is_too_many


def test_documents_do_not_hide_that_a_tenth_of_the_articles_goes():
    some = [f"tin-bai/2024/11/bai-{n}/" for n in range(20)]
    documents = [f"van-ban/2024/so-{n}/" for n in range(200)]

    assert are_too_many(some[:5], [*some, *documents])


@pytest.mark.parametrize(
    ("last", "is_everyday"),
    [("29/11/2024", True), (TODAY, True), ("01/12/2024", False), (None, True)],
)
def test_today_does_not_lie_before_the_day_of_the_last_edition(last, is_everyday):
    some = articles(3)

    found = takedown(edition_of(some, last), make_evaluation(some, TODAY))

    assert found.is_everyday is is_everyday
    assert bool(found.last_on) is not is_everyday


def test_articles_that_vanish_are_counted_with_their_reasons():
    some = articles(20)
    edited = [replace(waiting(article), fingerprint="b" * 12) for article in some[:3]]

    found = takedown(edition_of(some), make_evaluation([*edited, *some[6:]], TODAY))

    assert not found.is_everyday
    assert [one.address for one in found.gone] == sorted(article.url for article in some[:6])
    assert sorted(str(one.why) for one in found.gone) == ["BlockerKind.WAITING"] * 3 + ["None"] * 3
    assert found.shown == 20


def test_decisions_take_down_as_many_as_they_say():
    some = articles(20)
    taken = [decided(article, withdrawn("Phó Mẫu", "20/11/2024")) for article in some[:15]]
    given_back = [decided(article, returned("Phó Mẫu", "20/11/2024")) for article in some[15:]]

    found = takedown(edition_of(some), make_evaluation([*taken, *given_back], TODAY))

    assert found.is_everyday
    assert set(found.decided) == {article.url for article in some}


def test_errors_were_asked_about_already():
    some = articles(10)
    broken = [
        replace(a, problems=(Problem("a.md", 1, Message("NR-TEST-001", "Hỏng."), "…"),))
        for a in some
    ]

    assert takedown(edition_of(some), make_evaluation(broken, TODAY)).is_everyday


def test_an_article_with_another_day_has_only_moved_and_one_with_another_name_has_gone():
    some = articles(10)
    moved = [replace(article, on=day("13/10/2024")) for article in some]
    renamed = [replace(article, slug=f"ten-moi-{n}") for n, article in enumerate(some)]

    assert takedown(edition_of(some), make_evaluation(moved, TODAY)).is_everyday
    assert len(takedown(edition_of(some), make_evaluation(renamed, TODAY)).gone) == 10


def test_of_two_articles_of_one_name_one_does_not_stand_for_the_other():
    some = [replace(a, slug="tin", on=day(f"12/{n:02}/2024")) for n, a in enumerate(articles(8), 1)]
    left = replace(some[0], on=day("13/11/2024"))

    assert len(takedown(edition_of(some[:7]), make_evaluation([left], TODAY)).gone) == 6


@pytest.mark.parametrize(
    ("article", "today", "plan", "counted"),
    [
        (make_article("12/11/2024"), "01/01/2020", PLAN, 1),
        (make_article("12/11/2024"), TODAY, EMPTY_BOARD, 1),
        (make_article("12/11/2024", approved("Lan Mẫu", "12/11/2024")), TODAY, PLAN, 1),
        (waiting(make_article("12/11/2024")), TODAY, PLAN, 0),
        (decided(make_article("12/11/2024"), withdrawn("Phó Mẫu", "13/11/2024")), TODAY, PLAN, 0),
        (decided(make_article("12/11/2024"), returned("Phó Mẫu", "13/11/2024")), TODAY, PLAN, 0),
        # Approved, and waits for its day: so a new site may begin.
        (make_article("12/12/2024", approved("Phó Mẫu", "12/11/2024")), TODAY, PLAN, 0),
        # Edited since, or approved by the accountant alone: not yet approved.
        (make_article("12/11/2024", approved("Phó Mẫu", "12/11/2024", seal="b" * 12)),
         TODAY, PLAN, 0),
        (make_article("12/11/2024", approved("Kế Toán Mẫu", "12/11/2024"), category="tai-chinh"),
         TODAY, PLAN, 0),
    ],
)  # fmt: skip
def test_an_edition_is_not_empty_while_articles_are_approved(article, today, plan, counted):
    found = takedown(None, make_evaluation([article], today, [plan]))

    assert found.approved == counted
    assert found.is_everyday is (not counted)


def test_a_first_edition_is_asked_only_whether_it_is_empty():
    assert takedown(None, make_evaluation(articles(1), TODAY)).is_everyday
    assert takedown(None, make_evaluation([], TODAY)).is_everyday


def test_lists_and_files_are_no_items():
    paths = ["index.html", "404.html", "tin-bai/2024/11/a/index.html", "van-ban/2024/b/index.html",
             "gioi-thieu/index.html", "van-ban/index.html", "van-ban/2024/index.html",
             "van-ban/co-quan/so/index.html", "lich/index.html", "thang/2024/11/index.html",
             "anh/a-1.webp", "tep/a.pdf", "to/to-1/index.html", "manifest.json"]  # fmt: skip

    assert addresses_among(paths) == {"tin-bai/2024/11/a/", "van-ban/2024/b/", "gioi-thieu/"}


def test_every_reason_has_a_word():
    from newsroom.vocabulary.approval import WHY_GONE

    assert {*WHY_GONE} == {*BlockerKind, None}
