"""The office whose page a link leads to, however it is dressed."""

import pytest

from newsroom.domain.plan.portal import as_link, is_too_broad, leads_to, place_of

PORTALS = ("https://so.example", "https://cổng.example/trang-chu", "https://le.example:8443/")


@pytest.mark.parametrize(
    "link",
    [
        "https://so.example",
        "https://so.example/tin/1?x=1#y",
        "http://so.example/tin",
        "https://SO.Example/tin",
        "https://so.example./tin",
        "https://so.example:443/tin",
        "http://so.example:80/tin",
        "https://tin.so.example/1",
        "https://a.b.so.example/1",
        "https://so.example/?u=@evil.example",
        "https://cổng.example/tin",
        "https://xn--cng-qmz.example/tin",
        "https://CỔNG.example/tin",
        "https://le.example/tin",
        "https://le.example:8443/tin",
    ],
)
def test_a_link_to_the_offices_own_pages(link):
    assert leads_to(link, PORTALS)


@pytest.mark.parametrize(
    "link",
    [
        "",
        "so.example/tin",
        "//so.example/tin",
        "ftp://so.example/tin",
        "javascript:alert(1)//https://so.example",
        "https://evil.example/",
        "https://evil.example/https://so.example/",
        "https://evil-so.example/",
        "https://evilso.example/",
        "https://so.example.evil.example/",
        "https://example/",
        "https://so.example@evil.example/",
        "https://so.example:443@evil.example/",
        "https://evil.example@so.example/",
        "https://evil.example\\@so.example/",
        "https://so.example\\@evil.example/",
        "https://so.example\\.evil.example/",
        "https:\\\\so.example/",
        "https:///so.example/",
        "https://so.example:8080/",
        "https://so.example:0/",
        "https://so.example:99999/",
        "https://so.example:x/",
        "https://so.example%2eevil.example/",
        "https://so.example%00.evil.example/",
        "https://so.example;.evil.example/",
        "https://so..example/",
        "https://.so.example/",
        "https://so.example../",
        "https://so.example /tin",
        "https://so.example/tin bài",
        "https://so.example/\u00a0tin",
        "https://so.example\t.evil.example/",
        "https://evil\u200b.example/",
        # Cyrillic, full width, and letters that two standards spell in two ways.
        "https://s\u043e.example/",
        "https://ｓｏ.example/",
        "https://so。example/",
        "https://ſo.example/",
        "https://evil.example／so.example/",
        "https://evil.example？.so.example/",
        "https://[::1]/",
        "https://[so.example/",
        "https://" + "a" * 70 + "\u1ea1.so.example/",
    ],
)
def test_a_link_to_anywhere_else_however_it_is_dressed(link):
    assert not leads_to(link, PORTALS)


def test_letters_that_two_standards_spell_in_two_ways_are_nobodys():
    assert place_of("https://stra\u00dfe.example/") is None
    assert not leads_to("https://stra\u00dfe.example/", ["https://strasse.example"])


def test_no_link_leads_to_an_office_without_pages_or_to_a_broken_portal():
    assert not leads_to("https://so.example/", [])
    assert not leads_to("https://so.example/", ["so.example", "https://x@so.example", ""])


@pytest.mark.parametrize(
    ("portal", "expected"),
    [
        *(("https://edu.vn", True), ("https://gov.vn/", True), ("https://vn", True)),
        *(("https://minhhoa.gov.vn", False), ("https://so.example", False)),
        *(("http://127.0.0.1:8000", False), ("https://bao.vn", False)),
        *(("https://edu.example", False), ("https://edu.vn.example", False)),
        *(("https://so.edu.vn", False), ("không phải địa chỉ", False)),
    ],
)
def test_an_ending_that_many_have_is_no_portal(portal, expected):
    assert is_too_broad(portal) is expected


@pytest.mark.parametrize(
    ("link", "place"),
    [
        ("https://so.example/tin", ("so.example", 443, True)),
        ("http://so.example/tin", ("so.example", 80, True)),
        ("https://so.example:443", ("so.example", 443, True)),
        ("https://so.example:80", ("so.example", 80, False)),
        ("https://so.example:8443", ("so.example", 8443, False)),
        ("https://so.example:0", None),
        ("https://so.example/a\\b", None),
        ("https://so.example/a\u200bb", None),
        ("https://so.example/a b", None),
        ("https://so..example/", None),
        ("https://-so.example/", None),
        ("https://s/", ("s", 443, True)),
        ("https:///tin", None),
        ("ftp://so.example/", None),
    ],
)
def test_a_place_is_a_host_and_a_port_or_nothing(link, place):
    assert place_of(link) == place


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("https://so.example/Tin", "https://so.example/Tin"),
        ("HTTPS://So.example", "https://So.example"),
        ("http://so.example", "http://so.example"),
        ("https:so.example", ""),
        ("https", ""),
        ("//so.example", ""),
        ("ftp://so.example", ""),
        ("", ""),
    ],
)
def test_a_link_begins_as_a_web_address_does(text, link):
    assert as_link(text) == link
