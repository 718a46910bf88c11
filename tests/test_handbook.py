"""The promises of the handbook: its links lead somewhere, and its samples are sound articles."""

import os
import re
import shutil
from pathlib import Path

import pytest
from demo_content import DEMO

from newsroom.buildtools.cache.build_cache import BuildCache
from newsroom.domain.content.content_item import ContentKind
from newsroom.intake.content.article_file import article_of
from newsroom.intake.content.item_reader import read_item
from newsroom.intake.folder.content_folder import ContentFolder
from newsroom.intake.plan.site_config import read_site_config
from newsroom.vocabulary.approval import WHO_MAY_CHANGE
from newsroom.vocabulary.fields.table import table_of

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted((ROOT / "docs/huong-dan").glob("*.md"))
_LINK = re.compile(r"\]\(((?:[\w-]+\.md)?(?:#[^)\s]+)?)\)")
_SAMPLE = re.compile(r"```\n(---\ntiêu đề:.*?)```", re.DOTALL)


def prose(page):
    """The page without its samples, whose links are somebody else's."""
    return re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)


def anchors(page):
    """The headings of a page as the hosts make addresses of them."""
    headings = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_between_the_pages_leads_somewhere(page):
    for link in _LINK.findall(prose(page)):
        name, _, anchor = link.partition("#")
        target = page.with_name(name) if name else page
        assert target.is_file(), link
        assert not anchor or anchor in anchors(target), link


def test_every_page_is_named_in_the_table_of_readers():
    table = (ROOT / "docs/huong-dan/README.md").read_text(encoding="utf-8")

    assert [
        page.name for page in PAGES if page.name != "README.md" and page.name not in table
    ] == []


def test_who_may_change_what_is_said_in_the_handbook_as_on_the_desk():
    page = (ROOT / "docs/huong-dan/duyet-va-dang.md").read_text(encoding="utf-8")

    rows = "\n".join(f"| {what} | {who} |" for what, who in WHO_MAY_CHANGE)

    assert f"| Việc | Ai được làm |\n|---|---|\n{rows}\n\n" in page


FIELD_TABLES = {
    ContentKind.ARTICLE: "viet-bai.md",
    ContentKind.PAGE: "viet-bai.md",
    ContentKind.DOCUMENT: "van-ban-cong-khai-lich.md",
}
_TABLE = re.compile(r"^\| Khóa \| Cách ghi \| Ví dụ \| .*?\n(?=\n)", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("kind", ContentKind)
def test_the_table_of_the_lines_of_a_header_is_that_of_the_declarations(kind):
    page = ROOT / "docs/huong-dan" / FIELD_TABLES[kind]
    text, table = page.read_text(encoding="utf-8"), table_of(kind)
    place = [other for other, name in FIELD_TABLES.items() if name == page.name].index(kind)
    found = [match.group() for match in _TABLE.finditer(text)][place]
    if os.environ.get("NEWSROOM_REWRITE"):
        page.write_text(text.replace(found, table), encoding="utf-8")

    # NEWSROOM_REWRITE=1 pytest tests/test_handbook.py writes the tables anew.
    assert found == table or os.environ.get("NEWSROOM_REWRITE")


def test_the_sample_to_paste_on_the_web_is_a_whole_article(tmp_path):
    content = tmp_path / "content"
    shutil.copytree(DEMO / "ke-hoach", content / "ke-hoach")
    shutil.copy(DEMO / "truong.yaml", content)
    month = content / "tin-bai/2026-11"
    month.mkdir(parents=True)
    shutil.copy(DEMO / "anh/thu-vien.jpg", month / "IMG_2031.jpg")
    page = ROOT / "docs/huong-dan/viet-tren-web.md"
    [sample] = _SAMPLE.findall(page.read_text(encoding="utf-8"))
    (month / "doc-sach-duoi-goc-bang.md").write_text(sample, encoding="utf-8")

    folder = ContentFolder(content)
    file = read_item("tin-bai/2026-11/doc-sach-duoi-goc-bang.md", folder)
    article = article_of(file, read_site_config(folder, BuildCache(None, "")).plans, None)

    assert article.problems == ()
    assert article.shows_pictures
