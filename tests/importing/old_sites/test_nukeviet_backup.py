"""A backup of NukeViet's database is read as its site showed it, however it was written."""

import gzip
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nukeviet_backup import OPENING_DAY, Backup, quoted, table

from newsroom.importing.old_article import OldKind
from newsroom.importing.old_sites.left_out import LeftKind, LeftLog
from newsroom.importing.old_sites.nukeviet import sql_dump
from newsroom.importing.old_sites.nukeviet.addresses import NukeVietAddresses
from newsroom.importing.old_sites.nukeviet.nukeviet_site import NukeVietSite
from newsroom.importing.old_sites.nukeviet.sql_dump import dumped_rows
from newsroom.importing.old_sites.old_site import OldSiteRefused


def site_of(tmp_path, content, name="sao-luu.sql"):
    place = tmp_path / name
    place.write_bytes(content.encode() if isinstance(content, str) else content)
    return NukeVietSite(place)


def read(tmp_path, content, name="sao-luu.sql"):
    left = LeftLog()
    return list(site_of(tmp_path, content, name).entries(left)), left


def rows_of(tmp_path, sql):
    place = tmp_path / "x.sql"
    place.write_bytes(sql if isinstance(sql, bytes) else sql.encode())
    return [dict(row.values) for row in dumped_rows(place, lambda name, columns: columns)]


def a_school():
    backup = Backup()
    backup.article(
        7,
        "L&ecirc; khai giảng &quot;vui&quot;",
        '<p>Sáng nay\r\nx</p><p><img src="/uploads/news/2019_09/a.jpg" /></p>',
        catid=2,
        listcatid="2,1",
        alias="le-khai-giang",
        hometext="Tóm tắt.",
        homeimgfile="2019_09/a.jpg",
        homeimgalt="Chào cờ",
        author="Lan Mẫu, Hòa Mẫu",
        sourcetext="Báo Mẫu",
        files="ke-hoach.pdf",
    )
    return backup


def test_an_article_is_what_its_tables_say_of_it(tmp_path):
    (article,), left = read(tmp_path, a_school().sql())

    assert article.title == 'Lê khai giảng "vui"'
    assert article.published == datetime(2019, 9, 5, 8, 0)
    assert "Sáng nay\r\nx" in article.body
    assert article.addresses == (
        "/hoat-dong/le-khai-giang-7.html",
        "/news/hoat-dong/le-khai-giang-7.html",
        "/vi/news/hoat-dong/le-khai-giang-7.html",
        "/index.php?language=vi&nv=news&op=hoat-dong/le-khai-giang-7",
        "/tin-tuc/le-khai-giang-7.html",
    )
    assert [one.name for one in article.categories] == ["Hoạt động", "Tin tức"]
    assert article.authors == ("Lan Mẫu", "Hòa Mẫu")
    assert article.cover == "/uploads/news/2019_09/a.jpg"
    assert article.cover_caption == "Chào cờ"
    assert article.summary == "Tóm tắt."
    assert article.source == "Báo Mẫu"
    assert article.files == ("/uploads/news/ke-hoach.pdf",)
    assert not left.counts


@pytest.mark.parametrize(
    ("status", "kind"),
    [(0, LeftKind.DRAFT), (2, LeftKind.FUTURE), (3, LeftKind.PRIVATE), (4, LeftKind.DRAFT)],
)
def test_what_readers_did_not_see_is_left_with_its_reason(tmp_path, status, kind):
    backup = Backup()
    backup.article(1, "Bài", "<p>x</p>", status=status)

    articles, left = read(tmp_path, backup.sql())

    assert articles == []
    assert left.counts == {kind: 1}
    assert left.named(kind)[0].detail == "Bài"


def test_without_an_author_the_one_who_put_it_in_is_told(tmp_path):
    backup = Backup()
    backup.article(1, "Bài", "<p>x</p>", author="")

    (article,), _ = read(tmp_path, backup.sql())

    assert article.authors == ("Quản Trị Mẫu",)


def test_bodies_of_the_third_version_stand_in_tables_of_their_own(tmp_path):
    backup = Backup(module="nv3_vi_news")
    backup.article(1, "Bài", "<p>Thân bài.</p>")

    (article,), _ = read(tmp_path, backup.sql().replace("news_detail", "news_bodyhtml_1"))

    assert article.body == "<p>Thân bài.</p>"


def test_two_modules_of_news_keep_their_own_bodies(tmp_path):
    news, notices = Backup(), Backup(module="nv4_vi_thong_bao")
    news.article(1, "Tin", "<p>của tin</p>")
    notices.article(1, "Thông báo", "<p>của thông báo</p>", catid=2)

    articles, _ = read(tmp_path, news.sql() + notices.sql())

    assert [(one.title, one.body) for one in articles] == [
        ("Tin", "<p>của tin</p>"),
        ("Thông báo", "<p>của thông báo</p>"),
    ]
    assert articles[1].addresses[0] == "/thong-bao/hoat-dong/bai-1-1.html"


def test_pages_documents_and_comments_are_told(tmp_path):
    backup = a_school()
    backup.extra = (
        table("nv4_vi_page", ["id", "title", "alias", "bodytext", "status"],
              [[1, "Giới thiệu", "gioi-thieu", "<p>x</p>", 1]])
        + table("nv4_vi_laws_row", ["id", "title"], [[4, "Kế hoạch"], [5, "Quyết định"]])
        + table("nv4_vi_comment", ["cid", "content"], [[1, "Hay"], [2, "Vui"]])
    )  # fmt: skip

    articles, left = read(tmp_path, backup.sql())

    assert [one.kind for one in articles[1:]] == [OldKind.PAGE, OldKind.DOCUMENT, OldKind.DOCUMENT]
    assert left.counts == {LeftKind.COMMENT: 2}


def test_a_number_that_comes_twice_is_taken_once(tmp_path):
    sql = a_school().sql()

    articles, left = read(tmp_path, sql + sql)

    assert len(articles) == 1
    assert left.counts == {LeftKind.TWICE: 1}


def test_letters_encoded_twice_are_put_right_and_told(tmp_path):
    backup = Backup()
    backup.article(
        1,
        "Trường Tiểu học Mẫu khai giảng".encode().decode("latin-1"),
        "<p>Sáng nay, thầy và trò cùng chào cờ.</p>".encode().decode("latin-1"),
    )

    (article,), _ = read(tmp_path, backup.sql())

    assert article.title == "Trường Tiểu học Mẫu khai giảng"
    assert article.body == "<p>Sáng nay, thầy và trò cùng chào cờ.</p>"
    assert [one.kind for one in article.left] == [LeftKind.ENCODING]


@pytest.mark.parametrize("named", [True, False])
def test_it_may_be_packed_with_gzip_and_name_its_columns(tmp_path, named):
    backup = a_school()
    backup.named = named

    articles, _ = read(tmp_path, gzip.compress(backup.sql().encode()), "sao-luu.sql.gz")

    assert len(articles) == 1


REFUSED = {
    "no news": (table("nv4_users", ["userid", "username"], [[1, "a"]]), "không có bảng tin"),
    "xml": ("<?xml version='1.0'?><rss></rss>", "import wordpress"),
    "prose": ("Kính gửi các thầy cô", "không phải bản sao lưu"),
    "empty": ("  \n", "trống"),
    "open quote": (a_school().sql()[:-40], "bị cắt giữa chừng"),
    "half a row": (a_school().sql().split(",'ke-hoach")[0], "bị cắt giữa chừng"),
    "half a gzip": (gzip.compress(a_school().sql().encode())[:-30], "tệp nén hỏng"),
    "no gzip": (b"\x1f\x8b\x08 nothing", "tệp nén hỏng"),
    "too few values": (
        table("nv4_vi_news_cat", ["catid", "title", "alias"], [[1, "a"]]), "có 2 ô"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_taken_is_refused_with_words(tmp_path, name):
    content, word = REFUSED[name]

    with pytest.raises(OldSiteRefused, match=word) as refused:
        read(tmp_path, content)

    assert "→" in str(refused.value)


def test_a_backup_in_latin_1_is_refused(tmp_path):
    sql = a_school().sql().encode()
    broken = sql.replace("Sáng nay".encode(), b"S\xe1ng \xe0 \xe9 \xea " * 40)

    with pytest.raises(OldSiteRefused, match="không phải mã UTF-8"):
        read(tmp_path, broken)


VALUES = st.lists(
    st.one_of(
        st.none(),
        st.integers(-5, 10**12),
        st.text(alphabet="a'\"\\;,()`\n\r\0-/*#ếN0x", max_size=12),
    ),
    min_size=2,
    max_size=2,
)


@settings(max_examples=60, deadline=None)
@given(rows=st.lists(VALUES, min_size=1, max_size=4), piece=st.integers(1, 40))
def test_every_value_comes_out_as_it_went_in_wherever_a_piece_ends(rows, piece):
    import tempfile
    from pathlib import Path
    from unittest.mock import patch

    sql = table("a", ["x", "y"], rows) + table("b`".replace("`", ""), ["x", "y"], rows, named=True)
    with tempfile.TemporaryDirectory() as folder, patch.object(sql_dump, "_PIECE", piece):
        found = rows_of(Path(folder), sql)

    meant = [{"x": _bytes(x), "y": _bytes(y)} for x, y in rows]
    assert found == meant * 2


def _bytes(value):
    return None if value is None else str(value).encode()


@settings(max_examples=60, deadline=None)
@given(rows=st.lists(VALUES, min_size=1, max_size=4), piece=st.integers(1, 40))
def test_tables_that_nobody_wants_are_passed_wherever_a_piece_ends(rows, piece):
    import tempfile
    from pathlib import Path
    from unittest.mock import patch

    sql = table("a", ["x", "y"], rows) + table("b", ["x"], [[1]])
    with tempfile.TemporaryDirectory() as folder, patch.object(sql_dump, "_PIECE", piece):
        place = Path(folder) / "x.sql"
        place.write_text(sql, encoding="utf-8", newline="")
        wanted = list(dumped_rows(place, lambda name, columns: columns if name == "b" else ()))

    assert [dict(row.values) for row in wanted] == [{"x": b"1"}]


WAYS = {
    "(1,'a''b')": b"a'b",
    '(1,"a""b")': b'a"b',
    "(1,'a\\%b')": b"a%b",
    "(1,_utf8mb4'a')": b"a",
    "(1,N'a')": b"a",
    "( 1 , 0x4d )": b"M",
    "(1,X'4d4d')": b"MM",
    "(1,NULL)": None,
    "(1, null )": None,
    "(1,-1.5e3)": b"-1.5e3",
    "(1,now())": b"now()",
    "(1,'')": b"",
    "(1,'a;\n-- b /* c')": b"a;\n-- b /* c",
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("verb", ["INSERT INTO", "REPLACE INTO", "insert ignore into"])
def test_values_are_read_in_each_way_of_writing_them(tmp_path, way, verb):
    (row,) = rows_of(tmp_path, f"/*!40000 x; */ # y;\n{verb} `d`.`t` (`n`, v) VALUES {way}")

    assert row == {"n": b"1", "v": WAYS[way]}


@pytest.mark.parametrize(
    ("settings_of_site", "first"),
    [
        ({}, "/vi/news/a/b-1.html"),
        ({"rewrite_op_mod": "news"}, "/a/b-1.html"),
        ({"rewrite_op_mod": "page"}, "/news/a/b-1.html"),
        ({"rewrite_op_mod": "page", "rewrite_optional": "0"}, "/vi/news/a/b-1.html"),
        ({"rewrite_enable": "0"}, "/index.php?language=vi&nv=news&op=a/b-1"),
        ({"rewrite_exturl": "/", "rewrite_op_mod": "news"}, "/a/b-1/"),
    ],
)
def test_the_first_address_is_the_one_that_the_site_linked_to(settings_of_site, first):
    addresses = NukeVietAddresses(module="nv4_vi_news", settings=settings_of_site, aliases={1: "a"})

    assert addresses.of_article([1], "b", 1)[0] == first


def test_a_value_of_quotes_has_been_written_by_the_test_as_mysql_does():
    assert quoted("a'\\") == "'a\\'\\\\'"
    assert OPENING_DAY % 86_400 == 3_600
