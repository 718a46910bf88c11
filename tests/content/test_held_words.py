"""The words of a withheld item in a file, beside words that both only share."""

from dataclasses import replace

import pytest
from sample import PLAN, approved, day, make_article, waiting

from newsroom.domain.content.content_item import NO_DATE, Body
from newsroom.domain.site.held_words import found_in, held_words, may_quote, squeezed
from newsroom.domain.site.indexing import record_of

SENTENCES = [
    "Sáng nay các bạn lớp Bốn cùng cô trồng mười hai cây bưởi trong vườn.",
    "Mỗi tổ chăm một cây và ghi nhật ký từng tuần cho tới hết năm học.",
    "Bác bảo vệ chỉ cho các bạn cách đắp gốc để cây đứng vững khi có gió.",
    "Cuối buổi cả lớp ngồi nghỉ, uống nước và kể chuyện về khu vườn cũ.",
]
TITLE = "Ngày hội trồng cây đầu năm học"


def record(article, today="30/11/2024"):
    return record_of(article, [PLAN], day(today))


def held(on="12/11/2024", **fields):
    return replace(record(waiting(make_article(on, **fields))), title=TITLE)


WORDS = held_words(held(), Body((f"<p>{' '.join(SENTENCES)}</p>",)))


@pytest.mark.parametrize(
    ("said", "is_leak"),
    [
        ([], False),
        ([TITLE], False),
        ([SENTENCES[0]], False),
        (SENTENCES[:2], True),
        (SENTENCES, True),
        ([TITLE, SENTENCES[3]], True),
        ([SENTENCES[0].upper().replace(" ", "\n")], False),
        ([s.replace(",", "").replace(" ", "-\n") for s in SENTENCES[:2]], True),
    ],
)
def test_half_of_it_or_the_title_with_a_sentence_is_the_manuscript(said, is_leak):
    assert found_in(squeezed(" ".join(said)), WORDS).is_leak is is_leak


def test_short_sentences_are_nobodys_own():
    words = held_words(held(), Body(("<p>Các em rất vui. Buổi lễ kết thúc.</p>",)))

    assert words.sentences == ()
    assert not found_in(squeezed("Các em rất vui. Buổi lễ kết thúc."), words).is_leak


@pytest.mark.parametrize(
    ("on", "approved_on", "may"),
    [
        ("11/11/2024", "12/11/2024", False),
        ("12/11/2024", "12/11/2024", False),
        ("13/11/2024", "12/11/2024", True),
    ],
)
def test_what_was_written_after_the_file_was_approved_may_repeat_it(on, approved_on, may):
    offering = record(make_article("01/11/2024", approved("Phó Mẫu", approved_on)))

    assert may_quote(held(on), [offering]) is may


def test_an_article_that_waits_for_its_day_is_as_old_as_it_was_handed_in():
    offering = record(make_article("12/11/2024"))

    assert not may_quote(held("20/12/2024", submitted="10/11/2024"), [offering])


def test_a_manuscript_without_a_day_may_not():
    offering = record(make_article("12/11/2024"))

    assert not may_quote(replace(held(), on=NO_DATE, submitted=None, approved=None), [offering])
