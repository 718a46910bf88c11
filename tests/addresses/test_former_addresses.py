"""Old addresses as somebody types them, and what is made of each."""

import pytest

from newsroom.domain.addresses.former_address import FormerAddress, address_of, key_of
from newsroom.domain.addresses.typed_former_address import LONGEST, read_former_address
from newsroom.domain.message import message_id
from newsroom.domain.section import Section

SITE = "https://truongmau.example"
BELOW = "https://phong.example/truong-mau"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("/tin-bai/2026/10/bai/", "/tin-bai/2026/10/bai"),
        ("tin-bai/2026/10/bai", "/tin-bai/2026/10/bai"),
        ("/tin-bai/2026/10/bai/index.html", "/tin-bai/2026/10/bai"),
        ("http://truongcu.example/vi/news/Tin-tuc/Bai-12.html", "/vi/news/Tin-tuc/Bai-12.html"),
        ("HTTPS://TruongCu.example/a", "/a"),
        ("truongcu.edu.vn/vi/bai-12.html", "/vi/bai-12.html"),
        ("//truongcu.example/a/", "/a"),
        ("<http://truongcu.example/a>", "/a"),
        ("bai-12.html", "/bai-12.html"),
        ("/?p=123", "/?p=123"),
        ("?p=123", "/?p=123"),
        ("http://truongcu.example/?p=123#binh-luan", "/?p=123"),
        ("/index.php?nv=news&op=view&id=5", "/index.php?id=5&nv=news&op=view"),
        ("/index.php?nv=news&amp;op=view&amp;id=5", "/index.php?id=5&nv=news&op=view"),
        ("/bai?fbclid=abc&utm_source=zalo", "/bai"),
        ("/tin tức/Bài 1.html", "/tin%20t%E1%BB%A9c/B%C3%A0i%201.html"),
        ("/tin%20t%E1%BB%A9c/B%c3%a0i%201.html", "/tin%20t%E1%BB%A9c/B%C3%A0i%201.html"),
        # Letters in parts, as a Mac names files.
        ("/ba\u0300i", "/b%C3%A0i"),
        ("/ba%CC%80i", "/b%C3%A0i"),
        ("//a//b///c".replace("//a", "/a"), "/a/b/c"),
        ("/a/./b/", "/a/b"),
        ("/a:b*c", "/a%3Ab%2Ac"),
        ("/100%", "/100%25"),
        ("/van-ban/ke-hoach.html", "/van-ban/ke-hoach.html"),
        ("/chuyen-muc/tin-tuc/bai.html", "/chuyen-muc/tin-tuc/bai.html"),
        ("/feed/", "/feed"),
    ],
)
def test_an_address_is_read_however_it_was_typed(typed, read):
    assert read_former_address(typed, SITE) == read
    # What was read is read the same again.
    assert read_former_address(read, SITE) == read


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "/../bi-mat",
            "/a/%2e%2e/b",
            "/a/..%2f..%2fb",
            "/a\\b",
            "/a%5Cb",
            "http://[",
            "http:///a",
        ),
        *("/a%0d%0aLocation: /x", "/a\n/b /c 301", "/a\x00b", "/a%00", "/?p=%0a", "/a%ff"),
        *("javascript:alert(1)", "mailto:a@b.example", "ftp://a.example/b", "data:text/html,x"),
        f"/{'a' * (LONGEST + 1)}",
        "/?" + "&".join(f"a{n}=1" for n in range(50)),
    ],
)
def test_what_is_no_address_of_a_page_is_refused_with_its_id(typed):
    fault = read_former_address(typed, SITE)

    assert not isinstance(fault, str)
    assert message_id(fault.message.with_id.rpartition("[")[2].rstrip("]")).startswith("NR-ADDRESS")
    assert "\n" not in fault.message


@pytest.mark.parametrize(
    "typed",
    [
        *("/", "/index.html", "#", "https://truongmau.example", "www.truongcu.edu.vn"),
        *("/feeds/", "/Feeds/all.atom.xml", "/tim-kiem/", "/thong-ke/2024-2025.json", "/tin-bai/"),
        *("/van-ban/", "/to/to-1/", "/theme/site.css", "/anh/a.html", "/ca-nhan/a.html"),
        *("/.htaccess", "/_redirects", "/_headers", "/manifest.json", "/404.html", "/robots.txt"),
        *("/.well-known/security.txt", "/a/.git/config", "/chuyen-huong.nginx.conf"),
        *(f"/{section}/" for section in Section),
        *(f"/{section}/a.html" for section in Section if section.is_of_the_desk),
    ],
)
def test_an_address_of_the_site_itself_is_no_old_one(typed):
    fault = read_former_address(typed, SITE)

    assert not isinstance(fault, str)
    assert "của phần khác của trang này" in fault.message


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("/bai/", "/bai"),
        ("/truong-mau/bai/", "/bai"),
        ("https://phong.example/truong-mau/bai/", "/bai"),
        ("https://www.phong.example/truong-mau/bai/", "/bai"),
        ("http://truongcu.example/bai/", "/bai"),
        ("http://truongcu.example/truong-mau/bai/", "/bai"),
    ],
)
def test_a_site_in_a_folder_of_its_host_counts_from_that_folder(typed, read):
    assert read_former_address(typed, BELOW) == read


def test_an_address_outside_of_the_sites_folder_is_for_whoever_keeps_the_host():
    fault = read_former_address("https://phong.example/cu/bai/", BELOW)

    assert "nằm ngoài thư mục của trang" in fault.message
    assert "https://phong.example/truong-mau/" in fault.remedy


def test_spellings_that_some_host_takes_for_one_have_one_key():
    assert key_of("/Tin/B%C3%80I.html") == key_of("/tin/b%C3%A0i.html")
    assert key_of("/a?P=1") == key_of("/A?p=1")
    assert key_of("/a") != key_of("/b")


def test_an_address_knows_its_path_as_a_server_has_it_and_its_query():
    former = FormerAddress(address="/tin%20t%E1%BB%A9c/a.php?id=5&op=view%2F1")

    assert former.path == "/tin tức/a.php"
    assert former.query == (("id", "5"), ("op", "view/1"))
    assert FormerAddress(address=address_of("tin-bai/2026/11/a/")).as_url == "tin-bai/2026/11/a/"
