"""No page reads a field of a record that its key does not hold: else the old page would stay."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import fields, replace

import pytest
from record_samples import OTHERS
from sample import PLAN_YAML, article_text, document_text, pdf, write_site
from test_incremental import DEADLINES, ITEMS, QUOTAS, STANDING, TOPICS, picture

from newsroom.buildtools.cache.build_cache import BuildCache
from newsroom.domain.content.content_item import ContentKind
from newsroom.domain.site.article_record import ArticleRecord
from newsroom.domain.site.indexing import with_keys
from newsroom.domain.site.publication import evaluate_site
from newsroom.domain.text.dates import parse_date
from newsroom.intake.folder.content_folder import ContentFolder
from newsroom.intake.folder.loader import load
from newsroom.pages.article.renditions import Renditions
from newsroom.pages.build.edition import pages_of
from newsroom.pages.build.site import Site
from newsroom.pages.lists.search_months import MonthlyIndexes

TODAY = parse_date("30/11/2024")
FIELDS = [field.name for field in fields(ArticleRecord)]
TEXTS = {
    f"tin-bai/2024-11/bai-{n}.md": article_text(
        f"Bài số {n}. [Bài một](bai-1.md) và [tổ](/to/to-1/).\n\n![Ảnh](a.jpg)",
        title=f"Bài số {n}",
        ngày=f"{10 + n}/11/2024",
        duyet="Phó Mẫu, 29/11/2024",
        ảnh="a.jpg",
        thư_viện="bo-anh",
        từ_khóa="mẫu",
        gửi="Sở, 29/11/2024",
        được_đăng="Sở, 30/11/2024, https://so.example/1",
        đính_chính="Phó Mẫu, 30/11/2024, số đúng là 2",
    )
    for n in range(1, 6)
}


# The path and the field of whatever was read since it was cleared.
READ = set()
# With another of these it would be another item.
OF_ANOTHER_ITEM = {"path", "kind", "slug", "url", "list_key", "tally_key", "page_key"}


class Spied(ArticleRecord):
    """A record that notes which of its fields are read."""

    __slots__ = ()

    def __getattribute__(self, name):
        if name in OTHERS:
            READ.add((object.__getattribute__(self, "path"), name))
        return object.__getattribute__(self, name)


def spied(record):
    made = object.__new__(Spied)
    for name in FIELDS:
        object.__setattr__(made, name, object.__getattribute__(record, name))
    return made


class Desk:
    """A newsroom from which sites can be made, each with one record changed."""

    def __init__(self, content, cache):
        folder = ContentFolder(content)
        self.newsroom = load(folder, TODAY)
        self.pictures = Renditions(folder.scan, cache)
        self.digests = {path: folder.scan.digest(path).hex() for path in folder.files}

    def pages(self, changed=None, *, is_desk):
        """Every page by its address; `changed` takes the place of the record of its path."""

        def those(records):
            found = (changed if changed and changed.path == r.path else r for r in records)
            return tuple(spied(with_keys(r, "0", self.digests)) for r in found)

        room = self.newsroom
        room = replace(
            room,
            articles=those(room.articles),
            pages=those(room.pages),
            documents=those(room.documents),
        )
        known = MonthlyIndexes(BuildCache(None, ""))
        seen = evaluate_site(room, TODAY)
        return {
            page.url: page
            for page in pages_of(Site(seen, self.pictures, known, is_desk=is_desk), seen)
        }


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    root = tmp_path_factory.mktemp("keys")
    content = write_site(
        root,
        {
            **TEXTS,
            "ke-hoach/2024-2025.yaml": PLAN_YAML + QUOTAS + ITEMS + DEADLINES + TOPICS,
            **{
                f"tin-bai/2024-11/{name}.jpg": picture(shade)
                for name, shade in (("a", 1), ("b", 2))
            },
            **{f"tin-bai/2024-11/bo-anh/{n}.jpg": picture(90 + n) for n in range(3)},
            "tin-bai/2024-11/cho.md": article_text("Chờ.", title="Bài chờ", duyet=None),
            "van-ban/tep.pdf": pdf(),
            "van-ban/mot.md": document_text(công_khai="Các khoản thu", tổ="Tổ 1"),
            "trang/gioi-thieu.md": STANDING,
        },
    )
    return Desk(content, root / "cache")


def records_in(value):
    """The records that stand in what a template is given, where it could read any field."""
    if isinstance(value, ArticleRecord):
        yield value
    elif isinstance(value, Mapping):
        yield from (found for one in value.values() for found in records_in(one))
    elif isinstance(value, list | tuple | set | frozenset):
        yield from (found for one in value for found in records_in(one))
    elif hasattr(value, "__dataclass_fields__"):
        for field in fields(value):
            yield from records_in(getattr(value, field.name))


def other(name, record):
    """Another value for a field of that record, with paths that lead somewhere."""
    place = "tin-bai/2024-11/"
    paths = {
        "cover": f"{place}b.jpg",
        "pictures": (f"{place}b.jpg",),
        "gallery": (f"{place}b.jpg",),
        "files": ("van-ban/tep.pdf",) if not record.paper else (),
    }
    return {**OTHERS, **paths}[name]


@pytest.mark.parametrize("is_desk", [False, True], ids=["public", "desk"])
@pytest.mark.parametrize("kind", ContentKind)
def test_what_a_page_says_of_a_record_moves_the_key_of_the_page(desk, kind, is_desk):
    by_path = {record.path: record for record in desk.newsroom.content_items}
    before, made, read_by = desk.pages(is_desk=is_desk), {}, defaultdict(set)
    for url, page in before.items():
        READ.clear()
        made[url] = page.make()
        assert not list(records_in(made[url])), url
        for path, name in READ:
            if by_path[path].kind is kind:
                read_by[path, name].add(url)
    assert read_by

    stale = defaultdict(set)
    for (path, name), urls in read_by.items():
        record = by_path[path]
        if name in OF_ANOTHER_ITEM:
            continue
        after = desk.pages(replace(record, **{name: other(name, record)}), is_desk=is_desk)
        for url in urls & after.keys():
            if after[url].key == before[url].key and after[url].make() != made[url]:
                stale[name].add(url)

    assert dict(stale) == {}
