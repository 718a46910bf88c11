"""Rules of a site: what may come back, what a path may be, how many files there are."""

from dataclasses import replace

import pytest
from sample import PLAN, approved, day, make_article, make_evaluation, returned, withdrawn

from newsroom.domain.approval.blocker import BlockerKind
from newsroom.domain.content.content_item import Body, Reference, ReferenceKind
from newsroom.domain.problem import Problem
from newsroom.domain.site.host_limits import estimated_files
from newsroom.domain.site.indexing import record_of
from newsroom.domain.site.objection import objections
from newsroom.domain.site.site_path import folders_of, path_fault

TODAY = "30/11/2024"
YES = approved("Phó Mẫu", "12/11/2024")
ADDRESS = "tin-bai/2024/11/a/"


def article(*decisions, **fields):
    return replace(make_article("12/11/2024", *(decisions or (YES,)), **fields), slug="a")


# Going back


@pytest.mark.parametrize(
    ("item", "why", "is_decided"),
    [
        (article(YES, withdrawn("Phó Mẫu", "13/11/2024")), BlockerKind.WITHDRAWN, True),
        (article(YES, returned("Phó Mẫu", "13/11/2024")), BlockerKind.RETURNED, True),
        (article(cover="anh/a.jpg"), BlockerKind.NO_CONSENT, True),
        # Of several reasons a decision goes first, though an error is as grave at the desk.
        (article(cover="anh/a.jpg", problems=(Problem("a.md", 1, "Sai."),)),
         BlockerKind.NO_CONSENT, True),
        (article(problems=(Problem("a.md", 1, "Sai."),)), BlockerKind.BROKEN, False),
        (article(approved("Ai Đó", "12/11/2024")), BlockerKind.NOT_ON_BOARD, False),
        (None, None, False),
    ],
)  # fmt: skip
def test_what_an_earlier_edition_would_bring_back_is_told_with_the_gravest_reason(
    item, why, is_decided
):
    plan = replace(PLAN, consent_required=True)
    evaluation = make_evaluation([item] if item else [], TODAY, [plan])

    (found,) = objections([ADDRESS, ADDRESS], evaluation)

    assert (found.address, found.why, found.is_decided) == (ADDRESS, why, is_decided)
    assert found.path == (item.path if item else "")


def test_what_is_public_today_may_stand_in_an_earlier_edition():
    assert list(objections([ADDRESS], make_evaluation([article()], TODAY))) == []


def test_objections_come_by_address():
    found = objections(["b/", "a/"], make_evaluation([], TODAY))

    assert [one.address for one in found] == ["a/", "b/"]


# Paths


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        "tin-bai/2024/11/a/index.html",
        ".well-known/x",
        "Ảnh/đẹp.jpg",
        "a b.jpg",
        "a" * 255,
        "/".join(["a" * 250, *["a" * 249] * 3]),
    ],
)
def test_a_path_names_a_file_below_the_site(path):
    assert path_fault(path) == ""


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        (7, "chữ"),
        (None, "chữ"),
        ("", "trống"),
        ("a\nb", "ký tự"),
        ("a\u200bb", "ký tự"),
        ("a" * 256, "quá dài"),
        ("tin/" + "a" * 256, "quá dài"),
        ("ă" * 128, "quá dài"),
        ("/".join([*["a" * 250] * 2, *["a" * 249] * 2]), "quá dài"),
        ("a\\b", "chéo ngược"),
        ("C:/a", "hai chấm"),
        ("a.html:x", "hai chấm"),
        ("/a", "tuyệt đối"),
        ("../a", "ra ngoài"),
        ("a/../b", "ra ngoài"),
        ("a/..", "ra ngoài"),
        ("a//b", "tên của một tệp"),
        ("a/", "tên của một tệp"),
        ("./a", "tên của một tệp"),
        ("a./b", "kết thúc"),
        ("a /b", "kết thúc"),
        ("a/ b", "bắt đầu"),
    ],
)
def test_what_leads_elsewhere_or_is_not_the_same_on_every_system_names_none(path, fault):
    assert fault in path_fault(path)


@pytest.mark.parametrize(
    ("path", "folders"),
    [("a.html", ()), ("a/b.html", ("a",)), ("a/b/c.html", ("a", "a/b"))],
)
def test_a_file_lies_in_its_folders(path, folders):
    assert folders_of(path) == folders


# How many files


def test_a_site_has_a_page_an_item_three_sizes_a_picture_and_each_file_once():
    def shown(kind, target):
        return Reference(kind=kind, target=target)

    picture = shown(ReferenceKind.PICTURE, "anh/a.jpg")
    both = (picture, shown(ReferenceKind.PICTURE, "anh/b.jpg"))
    paper = shown(ReferenceKind.FILE, "tep/a.pdf")
    items = [
        make_article("12/11/2024", body=Body(both)),
        make_article("12/11/2024", body=Body((picture, paper))),
        make_article("12/11/2024", body=Body((paper,))),
    ]

    found = estimated_files(record_of(item, [PLAN], day(TODAY)) for item in items)

    # Three pages, two pictures in three sizes, two of them to be shared, one file.
    assert found == 3 + 6 + 2 + 1
