"""--fetch: from the open web only, by the number that was judged, within its limits."""

import http.server
import socket
import threading
from typing import ClassVar

import pytest
from old_school import jpeg
from wordpress_export import export, item

from newsroom.importing.old_sites.files import fetching
from newsroom.importing.old_sites.files.fetching import Fetcher, NotFetched, is_public

PUBLIC = "93.184.216.34"


class Server(http.server.BaseHTTPRequestHandler):
    answers: ClassVar[dict[str, tuple[int, dict[str, str], bytes]]] = {}
    asked: ClassVar[list[str]] = []

    def do_GET(self):
        self.asked.append(f"{self.headers['Host']}{self.path}")
        status, headers, content = self.answers.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        pass


@pytest.fixture
def web():
    """A web of which every public number is one server of ours."""
    Server.answers, Server.asked = {}, []
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield Server, server.server_port
    server.shutdown()
    server.server_close()


def fetcher(port, numbers=None, host="truongcu.example"):
    connected = []

    def connect(number, _, seconds):
        connected.append(number)
        return socket.create_connection(("127.0.0.1", port), timeout=seconds)

    named = {"truongcu.example": [PUBLIC], "anh.example": [PUBLIC], **(numbers or {})}
    made = Fetcher(host=host, resolve=lambda name, _: named.get(name, []), connect=connect)
    return made, connected


PICTURE = {"Content-Type": "image/jpeg"}


def test_a_picture_comes_from_the_number_that_was_judged(web):
    server, port = web
    server.answers["/a%20b.jpg?x=1"] = (200, PICTURE, jpeg("a"))
    fetch, connected = fetcher(port)

    assert fetch("http://truongcu.example/a b.jpg?x=1") == jpeg("a")
    assert connected == [PUBLIC]
    assert server.asked == ["truongcu.example/a%20b.jpg?x=1"]


@pytest.mark.parametrize(
    "number",
    [
        *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0"),
        *("100.64.0.1", "224.0.0.1", "255.255.255.255", "198.18.0.1", "::1", "fe80::1", "fc00::1"),
        *("::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "::", "ff02::1", "x"),
    ],
)
def test_no_machine_of_the_house_is_asked_whatever_its_name(web, number):
    _server, port = web
    fetch, connected = fetcher(port, {"truongcu.example": [PUBLIC, number]})

    assert not is_public(number)
    assert fetch("http://truongcu.example/a.jpg") is None
    assert connected == []


def test_a_redirect_is_judged_as_the_first_address_was(web):
    server, port = web
    server.answers["/a.jpg"] = (302, {"Location": "http://trong.example/b.jpg"}, b"")
    server.answers["/b.jpg"] = (200, PICTURE, jpeg("b"))
    inside, connected = fetcher(port, {"trong.example": ["192.168.1.1"]})
    outside, _ = fetcher(port, {"trong.example": [PUBLIC]})

    assert inside("http://truongcu.example/a.jpg") is None
    assert connected == [PUBLIC]
    assert outside("http://truongcu.example/a.jpg") == jpeg("b")


@pytest.mark.parametrize(
    "address",
    [
        *("file:///etc/passwd", "ftp://truongcu.example/a.jpg", "http://truongcu.example:8080/a"),
        *("http://localhost/a", "http://127.1/a", "http://2130706433/a", "http://[::1]/a"),
        *("http://a:b@truongcu.example/a", "gopher://truongcu.example", "http://router.lan/a"),
        *("data:text/plain,x", "http://", "", "http://truongcu.example:99999/"),
    ],
)
def test_only_the_open_web_is_asked(web, address):
    fetch, connected = fetcher(web[1], {"router.lan": [PUBLIC], "localhost": [PUBLIC]})

    assert fetch(address) is None
    assert connected == []


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ((404, PICTURE, b""), "status 404"),
        ((200, {"Content-Type": "text/html"}, b"<html>"), "type text/html"),
        ((200, PICTURE, b"x" * 2_000), "too large"),
        ((200, {**PICTURE, "Content-Length": "900"}, b"x"), "cut short"),
        ((302, {"Location": "/a.jpg"}, b""), "too many redirects"),
        ((302, {"Location": "file:///etc/passwd"}, b""), "only http"),
    ],
)
def test_what_is_not_the_file_does_not_come(web, monkeypatch, answer, why):
    monkeypatch.setattr(fetching, "LARGEST", 1_000)
    server, port = web
    server.answers["/a.jpg"] = answer
    fetch, _ = fetcher(port)

    with pytest.raises(NotFetched, match=why):
        fetch.fetched("http://truongcu.example/a.jpg")


def test_a_slow_server_is_left(web, monkeypatch):
    monkeypatch.setattr(fetching, "SECONDS_EACH", -1.0)
    fetch, connected = fetcher(web[1])

    assert fetch("http://truongcu.example/a.jpg") is None
    assert connected == []


def test_a_host_that_does_not_answer_is_asked_no_more():
    tried = []

    def connect(number, port, seconds):
        tried.append(number)
        raise TimeoutError

    fetch = Fetcher(resolve=lambda host, port: [PUBLIC], connect=connect)
    for n in range(9):
        assert fetch(f"http://anh.example/{n}.jpg") is None

    assert len(tried) == 3


def test_nothing_is_asked_without_the_option_and_everything_with_it(school, web, monkeypatch):
    server, port = web
    server.answers["/wp-content/uploads/co.jpg"] = (200, PICTURE, jpeg("co"))
    text = export(
        item(1, title="A", name="a", body='Chữ <img src="/wp-content/uploads/co-300x200.jpg">')
    )
    fetch, _ = fetcher(port)
    monkeypatch.setattr(fetching, "resolved", fetch.resolve)
    monkeypatch.setattr(fetching, "connected", fetch.connect)

    school.run(text, is_dry=True)
    assert server.asked == []
    assert "1 ảnh không tìm thấy" in school.words

    school.run(text, may_fetch=True)
    assert (school.content / "tin-bai/2019-09/a/co.jpg").read_bytes() == jpeg("co")
