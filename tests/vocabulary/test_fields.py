"""The declarations of the header's fields: each whole, none against another."""

from collections import Counter

import pytest

from newsroom.domain.content.content_item import ContentKind
from newsroom.domain.content.decisions import DecisionKind
from newsroom.domain.content.submission import SubmissionKind
from newsroom.domain.site.article_record import ArticleRecord
from newsroom.domain.text.vietnamese import fold_key
from newsroom.vocabulary.fields.board_fields import BoardField
from newsroom.vocabulary.fields.declaration import Need
from newsroom.vocabulary.header import FIELDS, HEADERS, header_field, sealed_fields

DECLARED = [
    pytest.param(kind, field, id=f"{kind.value}-{field}")
    for kind, fields in FIELDS.items()
    for field in fields
]


@pytest.mark.parametrize("kind", ContentKind)
def test_no_two_fields_of_a_kind_stand_in_one_place(kind):
    places = Counter(declaration.place for declaration in FIELDS[kind].values())

    assert max(places.values()) == 1


@pytest.mark.parametrize("kind", ContentKind)
def test_no_two_fields_of_a_kind_share_a_key(kind):
    keys = Counter(fold_key(key) for words in HEADERS[kind].values() for key in {*words})

    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize(("kind", "field"), DECLARED)
def test_each_key_of_a_field_means_it(kind, field):
    assert {header_field(key, kind) for key in field.declared(kind).keys} == {field}


@pytest.mark.parametrize(("kind", "field"), DECLARED)
def test_a_field_tells_whoever_fills_it_in_what_to_write(kind, field):
    declaration = field.declared(kind)

    assert declaration.hint
    assert not declaration.hint.endswith(".")
    assert declaration.example
    assert declaration.heading[0].isupper()
    assert not (declaration.need is Need.REQUIRED and declaration.if_empty)


@pytest.mark.parametrize(("kind", "field"), DECLARED)
def test_what_is_kept_of_a_field_is_in_the_record(kind, field):
    assert set(field.declared(kind).record) <= set(ArticleRecord.__annotations__)


@pytest.mark.parametrize("kind", ContentKind)
def test_a_seal_covers_each_field_once_and_newer_ones_more(kind):
    first, second = sealed_fields(kind, 1), sealed_fields(kind, 2)

    assert second[: len(first)] == first
    assert len(set(second)) == len(second)


@pytest.mark.parametrize("act", [*DecisionKind, *SubmissionKind])
def test_each_act_of_the_board_is_written_in_one_field(act):
    assert len([field for field in BoardField if field.act is act]) == 1
