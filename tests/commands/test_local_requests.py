"""The rule of who may ask a server of ours: this machine's own pages and the person at it."""

import dataclasses

import pytest

from newsroom.commands.serving.local_requests import LocalRequest, is_allowed

PORT = 8000
TYPED = LocalRequest(method="GET", target="/", hosts=("127.0.0.1:8000",))


def asked(**changes):
    return is_allowed(dataclasses.replace(TYPED, **changes), PORT)


@pytest.mark.parametrize(
    "host", ["127.0.0.1:8000", "localhost:8000", "LocalHost:8000", "[::1]:8000"]
)
def test_this_machine_is_answered_under_its_own_names(host):
    assert asked(hosts=(host,))


@pytest.mark.parametrize(
    "hosts",
    [
        *((host,) for host in (
            "evil.example", "evil.example:8000", "127.0.0.1", "localhost", "127.0.0.1:80",
            "127.0.0.1.evil.example:8000", "localhost.:8000", "localhost.evil.example:8000",
            "evil.example:8000@127.0.0.1:8000", "127.0.0.1:8000@evil.example", "0.0.0.0:8000",
            "127.1:8000", "2130706433:8000", "127.0.0.2:8000", "::1:8000", "[::]:8000", "",
            "127.0.0.1:08000", "127.0.0.1:8000,evil.example", " 127.0.0.1:8000", "127.0.0.1:8000\n",
        )),
        (),
        ("127.0.0.1:8000", "evil.example"),
        ("127.0.0.1:8000", "127.0.0.1:8000"),
    ],
)  # fmt: skip
def test_no_other_name_is_answered(hosts):
    assert not asked(hosts=hosts)


def test_the_port_of_the_web_needs_no_number():
    typed = dataclasses.replace(TYPED, hosts=("localhost",))

    assert is_allowed(typed, 80)
    assert not is_allowed(typed, 8000)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "CONNECT", "get", ""])
def test_nothing_but_reading_is_answered(method):
    assert not asked(method=method)


@pytest.mark.parametrize("target", ["http://evil.example/", "*", "", "evil.example:443"])
def test_only_a_path_is_answered(target):
    assert not asked(target=target)


FOREIGN = ["http://evil.example", "null", "http://127.0.0.1", "https://127.0.0.1:8000",
           "http://localhost:8000", "http://127.0.0.1:8000.evil.example", ""]  # fmt: skip


@pytest.mark.parametrize("origin", FOREIGN)
@pytest.mark.parametrize("opens_socket", [False, True])
def test_a_page_of_another_origin_is_refused(origin, opens_socket):
    assert not asked(origins=(origin,), opens_socket=opens_socket)


def test_the_reloading_socket_opens_to_our_own_page_alone():
    own = "http://127.0.0.1:8000"

    assert asked(origins=(own,), opens_socket=True)
    assert not asked(opens_socket=True)
    assert not asked(origins=(own, "http://evil.example"), opens_socket=True)
    assert not asked(origins=(own,), fetch_sites=("cross-site",), opens_socket=True)


@pytest.mark.parametrize("site", ["cross-site", "same-site", "", "new-word"])
@pytest.mark.parametrize("destination", ["script", "iframe", "image", "style", "empty", "object"])
def test_what_another_page_wants_to_embed_is_refused(site, destination):
    mode = "navigate" if destination == "iframe" else "no-cors"

    assert not asked(fetch_sites=(site,), fetch_modes=(mode,), fetch_destinations=(destination,))


def test_a_link_may_be_followed_and_our_own_pages_load_their_parts():
    assert asked(
        fetch_sites=("cross-site",), fetch_modes=("navigate",), fetch_destinations=("document",)
    )
    assert asked(
        fetch_sites=("same-origin",), fetch_modes=("no-cors",), fetch_destinations=("script",)
    )
    assert asked(fetch_sites=("none",), fetch_modes=("navigate",), fetch_destinations=("document",))


def test_an_old_browser_is_judged_by_the_page_that_it_names():
    assert asked(referers=("http://localhost:8000/tin-bai/",))
    assert not asked(referers=("http://evil.example/",))
    assert not asked(referers=("http://127.0.0.1:8000@evil.example/",))
    assert not asked(referers=("http://[broken",))
