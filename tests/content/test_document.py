"""Documents: whether they hold, and which of them replaces which."""

from dataclasses import replace

import pytest
from sample import day

from newsroom.domain.content.document import (
    Document,
    Issuer,
    Validity,
    paper_of,
    replacements,
    validity,
)

SCHOOL, OFFICE = Issuer(name="Trường Mẫu"), Issuer(name="Phòng Mẫu")


def document(number, issuer=SCHOOL, **facts):
    return Document(path=number, slug="a", title="A", number=number, issuer=issuer, **facts)


def found(*documents):
    return replacements({one.path: paper_of(one) for one in documents})


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, Validity.IN_FORCE),
        ({"valid_from": day("12/11/2024")}, Validity.IN_FORCE),
        ({"valid_from": day("13/11/2024")}, Validity.AHEAD),
        ({"ends": day("13/11/2024")}, Validity.IN_FORCE),
        ({"ends": day("12/11/2024")}, Validity.ENDED),
    ],
)
def test_a_document_holds_from_its_first_day_to_the_day_before_it_ends(facts, expected):
    paper = paper_of(document("1/QĐ", **facts))

    assert validity(paper, day("12/11/2024"), is_replaced=False) is expected


def test_what_was_replaced_no_longer_holds_whatever_its_dates_say():
    paper = paper_of(document("1/QĐ", valid_from=day("01/01/2024")))

    assert validity(paper, day("12/11/2024"), is_replaced=True) is Validity.REPLACED


def test_a_replaced_number_means_the_document_of_the_same_issuer():
    old = document("1/QĐ")
    namesake = replace(document("1/QĐ", OFFICE), path="khác")
    new = document("2/QĐ", replaces=("1 / qđ",))

    assert found(old, namesake, new) == {"2/QĐ": ("1/QĐ",)}


def test_a_number_of_another_issuer_is_meant_where_there_is_only_one():
    old, new = document("1/QĐ", OFFICE), document("2/QĐ", replaces=("1/QĐ", "99/QĐ"))

    assert found(old, new) == {"2/QĐ": ("1/QĐ",)}


def test_a_document_never_replaces_itself():
    assert found(document("1/QĐ", replaces=("1/QĐ",))) == {"1/QĐ": ()}


def test_two_spellings_of_an_issuer_share_one_address():
    assert Issuer(name="TRƯỜNG MẪU").url == SCHOOL.url == "van-ban/co-quan/truong-mau/"
