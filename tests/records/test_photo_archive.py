"""The names of the pictures in a package, and the package cut for the mail."""

from sample import PLAN, day, make_article

from newsroom.domain.content.content_item import Body, Reference, ReferenceKind
from newsroom.domain.records.photo_archive import parts, shots
from newsroom.domain.site.indexing import record_of


def record(on="20/11/2024", *, pictures=(), **fields):
    shown = (Reference(kind=ReferenceKind.PICTURE, target=p, attribute="src") for p in pictures)
    article = make_article(on, body=Body(tuple(shown)), **fields)
    return record_of(article, (PLAN,), day("30/11/2024"))


def names(*records, digest_of=str, **asked):
    return [shot.name for shot in shots(records, digest_of, **asked)]


def test_a_picture_is_named_for_its_group_day_and_event():
    event = record(gallery=("anh/khai-giang/Ảnh 1.jpg", "anh/khai-giang/IMG #2.HEIC"))

    folder = "to-1/2024-11-20_khai-giang"
    assert names(event) == [
        f"{folder}/to-1_2024-11-20_khai-giang_01.jpg",
        f"{folder}/to-1_2024-11-20_khai-giang_02.jpg",
    ]


def test_an_event_is_named_for_its_article_where_no_folder_tells():
    text = record(pictures=["tin-bai/a.jpg"])
    folder = record(gallery=("tin-bai/Ảnh/b.jpg",))

    assert {name.split("/")[1] for name in names(text, folder)} == {
        f"2024-11-20_{text.slug}",
        f"2024-11-20_{folder.slug}",
    }


def test_two_articles_of_one_event_are_numbered_through():
    one = record(gallery=("anh/hoi/1.jpg",))
    two = record(gallery=("anh/hoi/2.jpg",))

    assert [name[-6:] for name in names(one, two)] == ["01.jpg", "02.jpg"]


def test_more_than_ninety_nine_pictures_keep_their_order_by_name():
    found = names(record(gallery=tuple(f"anh/hoi/{n}.jpg" for n in range(120))))

    assert found[0].endswith("_001.jpg")
    assert found == sorted(found)
    assert len(set(found)) == 120


def test_a_picture_comes_once_with_the_oldest_article():
    old = record("10/11/2024", pictures=["anh/chung.jpg"])
    new = record("20/11/2024", pictures=["anh/chung.jpg", "anh/moi.jpg"])

    assert [shot.article for shot in shots([new, old], str)] == [old, new]
    assert names(old, new, digest_of=lambda path: "one for all") == names(old)


def test_what_nobody_may_have_is_left_out_wherever_it_stands():
    event = record(pictures=["anh/a.jpg", "anh/b.jpg"])

    assert [shot.path for shot in shots([event], str, without={"anh/a.jpg"})] == ["anh/b.jpg"]


def test_an_article_of_two_groups_goes_with_the_first_or_the_one_asked_for():
    both = record(pictures=["anh/a.jpg"], groups=("to-2", "to-1"))

    assert names(both)[0].startswith("to-2/")
    assert names(both, group="to-1")[0].startswith("to-1/")
    assert names(both, group="doi") == []


def test_refused_pictures_never_come():
    from newsroom.domain.content.photo_package import Consent

    assert names(record(pictures=["anh/a.jpg"], consent=Consent.REFUSED)) == []


def test_no_part_is_larger_than_asked_and_nothing_is_lost():
    sizes = [3, 9, 2, 2, 2, 8, 30, 1]

    cut = parts(sizes, most=10)

    assert [n for part in cut for n in part] == list(range(len(sizes)))
    assert all(sum(sizes[n] for n in part) <= 10 or len(part) == 1 for part in cut)
    assert len(cut) == 6
    assert parts([], most=10) == []
