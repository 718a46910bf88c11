"""The cover of each version of the seal: every line of a header, changed. Decision 32."""

import pytest
from sample import PLAN, PLAN_YAML, SCHOOL, article_text, document_text, make_plan, pdf, write_site

from newsroom.domain.content.content_item import ContentKind
from newsroom.domain.content.seal import seal_with_facts
from newsroom.domain.content.sealed_facts import sealed_facts
from newsroom.intake.content.item_kinds import item_of
from newsroom.intake.content.item_reader import read_item
from newsroom.intake.folder.content_folder import ContentFolder
from newsroom.vocabulary.fields.declaration import ValueKind
from newsroom.vocabulary.header import sealed_fields

ARTICLE, PAGE, DOCUMENT = "tin-bai/bai.md", "trang/bai.md", "van-ban/bai.md"
OLD_AND_NEW, NEW_ONLY, NEITHER = (False, False), (True, False), (True, True)


@pytest.fixture
def item(tmp_path):
    """Reads one text as the file of that path, under the sample plan or another."""
    content = write_site(tmp_path, {"van-ban/tep.pdf": pdf(), "van-ban/khac.pdf": pdf("y")})

    def read(text, path=ARTICLE, plan=PLAN):
        (content / path).parent.mkdir(exist_ok=True)
        (content / path).write_text(text, encoding="utf-8")
        return item_of(read_item(path, ContentFolder(content)), [plan], SCHOOL)

    return read


def held(before, after):
    """Tells whether the one's seals of both versions still hold over the other."""
    return (
        before.former_fingerprint in after.seals,
        before.fingerprint in after.seals,
    )


ARTICLE_EDITS = {
    "title": ({"title": "Khác"}, OLD_AND_NEW),
    "summary": ({"tóm_tắt": "Khác"}, OLD_AND_NEW),
    "text": ({"body": "Nội dung khác."}, OLD_AND_NEW),
    "a caption": ({"body": "Nội dung bài viết.\n\nẢnh: Hòa Mẫu."}, OLD_AND_NEW),
    "author": ({"tác_giả": "Lân Mẫu 2"}, NEW_ONLY),
    "another author": ({"tác_giả": "Lan Mẫu, Lân Mẫu 2"}, NEW_ONLY),
    "group": ({"tổ": "Tổ 2"}, NEW_ONLY),
    "category": ({"chuyên_mục": "Tài chính"}, NEW_ONLY),
    "genre": ({"thể_loại": "tin"}, NEW_ONLY),
    "date": ({"ngày": "13/11/2024"}, NEW_ONLY),
    "hour": ({"ngày": "12/11/2024 7:30"}, NEW_ONLY),
    "slug": ({"slug": "khac"}, NEW_ONLY),
    "another way to write the group": ({"tổ": "to-1"}, NEITHER),
    "another way to write the date": ({"ngày": "2024-11-12"}, NEITHER),
    "another way to write the author": ({"tác_giả": "LAN MẪU"}, NEITHER),
    "the genre that is meant without a word": ({"thể_loại": "bài"}, NEITHER),
    "day handed in": ({"nộp": "11/11/2024"}, NEITHER),
    "tags": ({"từ_khóa": "khác"}, NEITHER),
    "consent": ({"đồng_ý_hình_ảnh": "có"}, NEITHER),
    "pinned": ({"ghim": "30/11/2024"}, NEITHER),
    "an approval": ({"duyet": "Hiệu Trưởng Mẫu, 12/11/2024"}, NEITHER),
    "a return": ({"trả_lại": "Phó Mẫu, 13/11/2024, x"}, NEITHER),
    "a correction": ({"đính_chính": "Phó Mẫu, 13/11/2024, x"}, NEITHER),
    "a sending": ({"gửi": "Sở, 13/11/2024"}, NEITHER),
    "a carrying": ({"được_đăng": "Sở, 13/11/2024, https://so.example/1"}, NEITHER),
}


@pytest.mark.parametrize("edit", ARTICLE_EDITS)
def test_of_an_article_each_version_covers_what_it_says(item, edit):
    changes, expected = ARTICLE_EDITS[edit]

    assert held(item(article_text()), item(article_text(**changes))) == expected


DOCUMENT_EDITS = {
    "abstract": ({"trích_yếu": "Khác"}, OLD_AND_NEW),
    "number": ({"số_ký_hiệu": "13/KH-TM"}, OLD_AND_NEW),
    "date": ({"ngày": "11/11/2024"}, OLD_AND_NEW),
    "file": ({"tệp": "khac.pdf"}, OLD_AND_NEW),
    "group": ({"tổ": "Tổ 1"}, NEW_ONLY),
    "slug": ({"slug": "khac"}, NEW_ONLY),
    "replaced": ({"hết_hiệu_lực": "12/12/2024"}, NEITHER),
    "kept": ({"lưu": "10 năm"}, NEITHER),
}


@pytest.mark.parametrize("edit", DOCUMENT_EDITS)
def test_of_a_document_each_version_covers_what_it_says(item, edit):
    changes, expected = DOCUMENT_EDITS[edit]
    before = item(document_text(), DOCUMENT)

    assert held(before, item(document_text(**changes), DOCUMENT)) == expected


def test_of_a_page_the_new_version_covers_its_address(item):
    text = "---\ntiêu đề: Giới thiệu\n{}duyệt: Phó Mẫu, 12/11/2024\n---\nTrường Mẫu.\n"
    before = item(text.format(""), PAGE)

    assert held(before, item(text.format("thứ tự: 2\n"), PAGE)) == NEITHER
    assert held(before, item(text.format("slug: khac\n"), PAGE)) == NEW_ONLY


def test_a_new_name_of_a_group_or_category_in_the_plan_breaks_no_seal(item):
    renamed = make_plan(
        base=PLAN_YAML.replace("tên: Tổ 1,", "tên: Tổ Một, bí danh: [Tổ 1],").replace(
            "{mã: hoat-dong, tên: Hoạt động}", "{mã: hoat-dong, tên: Việc, bí danh: [Hoạt động]}"
        )
    )

    assert held(item(article_text()), item(article_text(), plan=renamed)) == NEITHER


@pytest.mark.parametrize("path", [ARTICLE, PAGE, DOCUMENT])
def test_the_facts_are_those_that_the_declaration_seals(item, path):
    text = document_text() if path == DOCUMENT else article_text()
    made = item(text, path)
    kind = ContentKind(path.partition("/")[0])

    declared = set(sealed_fields(kind, 2)) - set(sealed_fields(kind, 1))
    as_words = {f for f in declared if f.declared(kind).kind in (ValueKind.LINE, ValueKind.TEXT)}
    assert set(sealed_facts(made)) == declared - as_words


def test_the_second_version_is_twelve_digits_over_the_first_and_the_facts():
    facts = [("authors", "lan-mau"), ("slug", "bai")]

    # Any other program comes to the same: docs/dinh-dang/dau-duyet.md.
    assert seal_with_facts("85dfe7743f7a", facts) == "a37185301572"
    assert seal_with_facts("85dfe7743f7a", [*facts, ("date", "")]) != seal_with_facts(
        "85dfe7743f7a", facts
    )
    assert seal_with_facts("", facts) == ""


def test_what_cannot_be_read_bears_no_seal(item):
    broken = item("```\n" + article_text() + "```\n")

    assert broken.seals == frozenset()
