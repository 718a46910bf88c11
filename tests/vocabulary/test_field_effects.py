"""Another value of a field changes what its declaration says, no less and no more.

A field that is declared and read by nobody, sealed by nobody, or kept under another name, is told
here by its name.
"""

from dataclasses import fields as attributes
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PIL import Image
from sample import PLAN_YAML, SCHOOL, article_text, day, document_text, make_plan, pdf, write_file

from newsroom.domain.content.content_item import ContentKind
from newsroom.domain.site.article_record import ArticleRecord
from newsroom.domain.site.indexing import record_of
from newsroom.intake.content.item_kinds import item_of
from newsroom.intake.content.item_reader import read_item
from newsroom.intake.folder.content_folder import ContentFolder
from newsroom.intake.header.facts import Header
from newsroom.vocabulary.fields.declaration import ShownIn
from newsroom.vocabulary.header import FIELDS

ARTICLE, PAGE, DOCUMENT = ContentKind.ARTICLE, ContentKind.PAGE, ContentKind.DOCUMENT
TODAY = day("30/11/2024")
PLAN = make_plan(
    base=f"""{PLAN_YAML}chủ đề:
  - {{mã: khai-giang, tên: Khai giảng, tháng: [9]}}
công khai:
  - {{mã: thu-chi, nội dung: Thu chi, hạn: 30/9}}
  - {{mã: tuyen-sinh, nội dung: Tuyển sinh, hạn: 30/6}}
"""
)
PATHS = {ARTICLE: "tin-bai/2024-11/bai.md", PAGE: "trang/bai.md", DOCUMENT: "van-ban/bai.md"}
WHOLE = {
    ARTICLE: article_text("Lời bài.", ảnh="cu.png"),
    PAGE: "---\ntiêu đề: Trang\nduyệt: Phó Mẫu, 12/11/2024\n---\nLời trang.\n",
    DOCUMENT: document_text(công_khai="Thu chi"),
}
# Another value for each field, where its example is of another school, or changes nothing here.
OTHER = {
    "date": "13/11/2024 7:30",
    "groups": "Tổ 2",
    "authors": "Hòa Mẫu",
    "category": "Gương người tốt, việc tốt",
    "cover": "moi.png",
    "gallery": "bo-anh/",
    "video": "https://www.youtube.com/watch?v=abcdefghijk",
    "topics": "Khai giảng",
    "pinned": "30/11/2024",
    "submitted": "11/11/2024",
    "consent": "không",
    "approved": "Hiệu Trưởng Mẫu, 14/11/2024",
    "returned": "Phó Mẫu, 13/11/2024, thiếu ảnh",
    "withdrawn": "Phó Mẫu, 13/11/2024, gia đình đề nghị",
    "corrected": "Phó Mẫu, 13/11/2024, số đúng là 215",
    "selected": "Phó Mẫu, 13/11/2024, Sở",
    "sent": "Sở, 13/11/2024",
    "carried": "Sở, 13/11/2024, https://so.example/bai",
    "files": "khac.pdf",
    "disclosure": "Tuyển sinh",
}
# Follows from others, or is of the gate and the text alone.
DERIVED = {"list_key", "tally_key", "page_key", "fingerprint", "problems", "months"}
WINDOW = {"since", "until"}
DECLARED = [
    pytest.param(kind, field, id=f"{kind.value}-{field}")
    for kind, fields in FIELDS.items()
    for field in fields
]


@pytest.fixture(scope="module", autouse=True)
def content():
    with TemporaryDirectory() as folder:
        for path in PATHS.values():
            place = Path(path).parent
            for number, name in enumerate(("cu.png", "moi.png", "bo-anh/a.png")):
                write_file(Path(folder), str(place / name), picture(number))
            for name in ("tep.pdf", "khac.pdf"):
                write_file(Path(folder), str(place / name), pdf(name))
        record.cache_clear()
        record.folder = Path(folder)
        yield


def picture(number):
    made = BytesIO()
    Image.new("RGB", (8, 8), (number, 0, 0)).save(made, "PNG")
    return made.getvalue()


@cache
def record(kind, text):
    write_file(record.folder, PATHS[kind], text)
    folder = ContentFolder(record.folder)
    item = item_of(read_item(PATHS[kind], folder), [PLAN], SCHOOL)
    assert item.problems == ()
    digests = {path: path for path in ("moi.png", "cu.png")}
    return record_of(item, [PLAN], TODAY, digests=digests)


def other_text(kind, field):
    """The whole text with another value of the field, or one line of it more."""
    declaration = field.declared(kind)
    head, rest = WHOLE[kind].removeprefix("---\n").split("\n---\n")
    kept = [
        line
        for line in head.split("\n")
        if (declaration.is_repeatable and field != "approved")
        or line.partition(":")[0] not in declaration.keys
    ]
    line = f"{declaration.key}: {OTHER.get(field, declaration.example)}"
    return "\n".join(["---", *kept, line, "---", rest])


def changed(kind, field):
    before, after = record(kind, WHOLE[kind]), record(kind, other_text(kind, field))
    names = (one.name for one in attributes(ArticleRecord))
    return {name for name in names if getattr(before, name) != getattr(after, name)}


@pytest.mark.parametrize(("kind", "field"), DECLARED)
def test_a_field_is_kept_where_its_declaration_says(kind, field):
    declared = set(field.declared(kind).record)

    kept = changed(kind, field) - DERIVED - WINDOW

    assert kept <= declared
    assert bool(kept) is bool(declared)


@pytest.mark.parametrize("field", sorted({field for fields in FIELDS.values() for field in fields}))
def test_pages_lists_and_tallies_are_made_anew_for_the_fields_that_they_show(field):
    shown_in = {place for declared in field.declarations.values() for place in declared.shown_in}

    keys = {name for kind in field.carried_by for name in changed(kind, field)}

    assert keys & {f"{place.value}_key" for place in ShownIn} == {
        f"{place.value}_key" for place in shown_in
    }


@pytest.mark.parametrize(("kind", "field"), DECLARED)
def test_the_seal_covers_the_fields_that_are_declared_so(kind, field):
    is_sealed = field.declared(kind).sealed is not None

    assert ("fingerprint" in changed(kind, field)) is is_sealed


@pytest.mark.parametrize("kind", ContentKind)
def test_each_declared_field_is_asked_for(kind, monkeypatch):
    asked = set()
    for name in ("first", "all", "text"):
        original = getattr(Header, name)
        monkeypatch.setattr(
            Header, name, lambda header, field, ask=original: asked.add(field) or ask(header, field)
        )
    record.cache_clear()

    record(kind, WHOLE[kind])

    assert [field for field in FIELDS[kind] if field not in asked] == []
