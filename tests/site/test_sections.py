"""The sections of the site: what its pages make is what no standing page may take."""

import pytest
from sample import PLAN_YAML, SCHOOL_YAML, article_text, day, document_text, pdf, write_file

from newsroom.buildtools.cache.build_cache import BuildCache
from newsroom.domain.section import RESERVED_SLUGS, Linkable, Section
from newsroom.domain.site.publication import evaluate_site
from newsroom.intake.folder.content_folder import ContentFolder
from newsroom.intake.folder.loader import load
from newsroom.intake.folder.scan import Scan
from newsroom.pages.article.renditions import Renditions
from newsroom.pages.build.edition import pages_of
from newsroom.pages.build.site import Site
from newsroom.pages.lists.search_months import MonthlyIndexes

TOPICS = "chủ đề:\n  - {mã: khai-giang, tên: Khai giảng, tháng: [9]}\n"
CALENDAR = "- {ngày: 20/11/2024, việc: Ngày Nhà giáo}\n"
PAGE = "---\ntiêu đề: Giới thiệu\nduyệt: Phó Mẫu, 12/11/2024\n---\nLời trang.\n"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8"
    "cfc000000301010018dd8db00000000049454e44ae426082"
)
FILES_OF_ALL_KINDS = {
    "truong.yaml": SCHOOL_YAML,
    "ke-hoach/2024-2025.yaml": PLAN_YAML + TOPICS,
    "lich.yaml": CALENDAR,
    "trang/gioi-thieu.md": PAGE,
    "tin-bai/bai.md": article_text("Lời bài.\n\n[tệp](tep.pdf)", thư_viện="bo-anh/"),
    "tin-bai/cho.md": article_text(duyet=None),
    "tin-bai/tep.pdf": pdf(),
    "tin-bai/bo-anh/a.png": PIXEL,
    "van-ban/ke-hoach.md": document_text(công_khai="Thu chi"),
    "van-ban/tep.pdf": pdf("y"),
}


@pytest.fixture(scope="module")
def addresses(tmp_path_factory):
    """The addresses of all pages of both editions of a site that has something of everything."""
    root = tmp_path_factory.mktemp("sections")
    for name, text in FILES_OF_ALL_KINDS.items():
        write_file(root / "content", name, text)
    scan, today = Scan(root / "content"), day("30/11/2024")
    newsroom = load(ContentFolder(scan), today)
    assert newsroom.all_problems == ()
    found = evaluate_site(newsroom, today)
    renditions = Renditions(scan, root / ".cache")
    cache = BuildCache(None, "")
    return {
        is_desk: {
            page.save_as
            for page in pages_of(
                Site(found, renditions, MonthlyIndexes(cache), is_desk=is_desk), found
            )
        }
        for is_desk in (False, True)
    }


def first_parts(addresses):
    return {address.partition("/")[0] for address in addresses if "/" in address}


@pytest.mark.parametrize("is_desk", [False, True])
def test_each_page_lies_in_a_section_or_is_a_standing_page(addresses, is_desk):
    assert first_parts(addresses[is_desk]) - RESERVED_SLUGS == {"gioi-thieu"}


def test_each_section_is_made_by_some_page(addresses):
    made = first_parts(addresses[True] | addresses[False])

    # The files of the theme are made with its style sheets, by the engine.
    # Rules for old addresses that a query tells are looked at by tests/addresses/.
    assert RESERVED_SLUGS - made == {Section.THEME, Section.REDIRECTS}


def test_the_public_edition_has_no_section_of_the_desk(addresses):
    of_the_desk = {section for section in Section if section.is_of_the_desk}

    assert first_parts(addresses[False]) & of_the_desk == set()
    assert first_parts(addresses[True]) >= of_the_desk


@pytest.mark.parametrize("section", [one for one in Section if one.linked is not Linkable.NONE])
def test_a_section_that_a_text_may_link_to_has_a_first_page_or_pages_below(addresses, section):
    assert any(address.startswith(section.front) for address in addresses[False])
