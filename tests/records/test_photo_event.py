"""The articles that show an event in pictures, and what their folders are called."""

from dataclasses import replace

import pytest
from sample import PLAN, day, make_article

from newsroom.domain.content.content_item import (
    Body,
    ContentKind,
    Reference,
    ReferenceKind,
)
from newsroom.domain.content.photo_package import Consent
from newsroom.domain.records.photo_archive import event_of, parts, shots
from newsroom.domain.site.indexing import record_of
from newsroom.domain.tally.photo_event import is_photo_event


def record(on="20/11/2024", *, pictures=(), **fields):
    shown = (Reference(kind=ReferenceKind.PICTURE, target=p, attribute="src") for p in pictures)
    article = make_article(on, body=Body(tuple(shown)), **fields)
    return record_of(article, [PLAN], day("30/11/2024"))


@pytest.mark.parametrize(
    ("pictures", "gallery", "expected"),
    [
        (0, (), False),
        (2, (), False),
        (3, (), True),
        (4, (), True),
        (0, ("anh/a.jpg",), True),
    ],
)
def test_three_pictures_or_a_gallery_tell_of_an_event(pictures, gallery, expected):
    made = record(pictures=[f"anh/{n}.jpg" for n in range(pictures)], gallery=gallery)

    assert is_photo_event(made) is expected


def test_a_document_with_pictures_tells_of_no_event():
    document = replace(record(pictures=["a.jpg", "b.jpg", "c.jpg"]), kind=ContentKind.DOCUMENT)

    assert not is_photo_event(document)


def test_pictures_that_may_not_be_shown_tell_of_nothing():
    made = record(
        pictures=[f"anh/{n}.jpg" for n in range(5)],
        gallery=("anh/a.jpg",),
        consent=Consent.REFUSED,
    )

    assert not is_photo_event(made)


@pytest.mark.parametrize(
    ("folder", "slug", "name"),
    [
        ("anh/Khai giảng", "bai", "khai-giang"),
        ("tin-bai/Hình ảnh", "bai", "bai"),
        ("anh", "bai", "bai"),
        ("tin-bai/photos", "bai", "bai"),
        ("", "bai", "bai"),
        # What no machine can hold, or what is nothing.
        ("", "con", "su-kien-con"),
        ("anh/" + "a" * 41, "bai", "a" * 40),
        ("anh/" + "a" * 39 + "-bc", "bai", "a" * 39),
    ],
)
def test_an_event_is_called_by_its_folder_else_by_its_article(folder, slug, name):
    gallery = (f"{folder}/1.jpg",) if folder else ()

    article = replace(make_article("20/11/2024", gallery=gallery), slug=slug)

    assert event_of(record_of(article, [PLAN], day("30/11/2024"))) == name


def test_an_article_without_a_group_goes_under_nobodys_folder():
    (shot,) = shots([record(pictures=["a.jpg"], groups=())], str)

    assert shot.name.startswith("chua-ro-to/")
    assert shots([record(pictures=["a.jpg"], groups=())], str, group="to-1") == ()


def test_pictures_come_by_group_day_and_event_each_numbered_for_itself():
    late = record("21/11/2024", gallery=("anh/b/1.jpg",))
    early = record("20/11/2024", gallery=("anh/b/2.jpg", "anh/b/3.jpg"))
    other = record("22/11/2024", gallery=("anh/a/4.jpg",), groups=("doi",))

    found = shots([early, late, other], str)

    assert [shot.file for shot in found] == [
        "doi_2024-11-22_a_01.jpg",
        "to-1_2024-11-20_b_01.jpg",
        "to-1_2024-11-20_b_02.jpg",
        "to-1_2024-11-21_b_01.jpg",
    ]


def test_groups_come_in_the_order_of_their_names():
    by_code = {"to-1": "Đội", "to-2": "Ban", "doi": "Ăn"}
    events = [
        record(
            "20/11/2024",
            gallery=(f"anh/{code}/1.jpg",),
            groups=(code,),
        )
        for code in by_code
    ]
    renamed = [
        replace(event, groups=(replace(event.groups[0], name=by_code[event.groups[0].code]),))
        for event in events
    ]

    found = [shot.group.name for shot in shots(renamed, str)]

    assert found == ["Ăn", "Ban", "Đội"]


@pytest.mark.parametrize(("count", "last"), [(99, "_99.jpg"), (100, "_100.jpg")])
def test_the_numbers_of_an_event_have_two_digits_or_as_many_as_it_needs(count, last):
    found = shots([record(gallery=tuple(f"anh/b/{n}.jpg" for n in range(count)))], str)

    assert found[-1].name.endswith(last)
    assert found[0].name.endswith("_01.jpg" if count < 100 else "_001.jpg")


@pytest.mark.parametrize(
    ("sizes", "most", "cut"),
    [
        ([], 10, []),
        ([10], 10, [[10]]),
        ([11], 10, [[11]]),
        ([5, 5], 10, [[5, 5]]),
        ([5, 6], 10, [[5], [6]]),
        ([11, 1], 10, [[11], [1]]),
        ([1, 11, 1], 10, [[1], [11], [1]]),
        ([0, 0, 10], 10, [[0, 0, 10]]),
        ([4, 4, 2, 1, 9], 10, [[4, 4, 2], [1, 9]]),
    ],
)
def test_a_part_is_as_large_as_may_be_and_no_larger(sizes, most, cut):
    assert [[sizes[n] for n in part] for part in parts(sizes, most)] == cut
