"""`serve` as it is on the wire: it answers this machine, and its pages reload."""

import asyncio
import json
import socket
import threading

import pytest
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import websocket_connect

from newsroom.commands.serving.livereload import DeskServer, handlers, listen
from newsroom.commands.serving.local_requests import HEADERS


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A folder being served; the port."""
    folder = tmp_path_factory.mktemp("served")
    (folder / "secret.txt").write_text("outside")
    root = folder / "desk"
    (root / "bai").mkdir(parents=True)
    (root / "index.html").write_text("<head></head>Bài chờ duyệt", "utf-8")
    (root / "bai/index.html").write_text("<head></head>Bài", "utf-8")
    loop = asyncio.new_event_loop()
    handlers.LiveReloadHandler.watcher = DeskServer().watcher

    async def start():
        return listen(root, 0)

    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    yield asyncio.run_coroutine_threadsafe(start(), loop).result(30)
    loop.call_soon_threadsafe(loop.stop)
    thread.join(30)


def sent(port, *lines):
    """The whole answer to a request written by hand."""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as line:
        line.sendall("\r\n".join([*lines, "Connection: close", "", ""]).encode())
        return b"".join(iter(lambda: line.recv(65536), b"")).decode()


def test_the_desk_is_shown_to_this_machine_with_its_headers(desk):
    answer = sent(desk, "GET / HTTP/1.1", f"Host: 127.0.0.1:{desk}")

    head, _, page = answer.partition("\r\n\r\n")
    assert head.startswith("HTTP/1.1 200")
    assert "Bài chờ duyệt" in page
    assert f'src="/livereload.js?port={desk}"' in page
    for name, value in HEADERS.items():
        assert f"{name}: {value}" in head
    assert "Access-Control" not in head


@pytest.mark.parametrize(
    "lines",
    [
        ["Host: evil.example"],
        ["Host: evil.example:{port}"],
        ["Host: 127.0.0.1.evil.example:{port}"],
        ["Host: localhost.:{port}"],
        ["Host: 127.0.0.1"],
        ["Host: evil.example:{port}", "X-Forwarded-Host: 127.0.0.1:{port}"],
        ["Host: evil.example:{port}", "Forwarded: host=127.0.0.1:{port}"],
        ["Host: 127.0.0.1:{port}", "Host: evil.example"],
        ["Host: 127.0.0.1:{port}", "Origin: http://evil.example"],
        ["Host: 127.0.0.1:{port}", "Referer: http://evil.example/"],
        ["Host: 127.0.0.1:{port}", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Dest: script"],
        [],
    ],
)
@pytest.mark.parametrize("version", ["1.0", "1.1"])
@pytest.mark.parametrize("path", ["/", "/bai/", "/livereload.js", "/livereload", "/khong-co"])
def test_whoever_asks_under_another_name_or_from_another_page_gets_nothing(
    desk, path, version, lines
):
    given = [line.format(port=desk) for line in lines]

    answer = sent(desk, f"GET {path} HTTP/{version}", *given)

    assert answer.split()[1] in ("400", "403")
    assert "Bài" not in answer
    assert "LiveReload" not in answer


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/bai/../../secret.txt",
        "//secret.txt",
        "/..%5csecret.txt",
        "/%00",
    ],
)
def test_nothing_outside_of_the_desk_is_read(desk, path):
    answer = sent(desk, f"GET {path} HTTP/1.1", f"Host: localhost:{desk}")

    assert answer.split()[1] in ("400", "403", "404")
    assert "outside" not in answer


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_no_page_can_make_it_act(desk, method):
    answer = sent(
        desk, f"{method} /forcereload HTTP/1.1", f"Host: 127.0.0.1:{desk}", "Content-Length: 0"
    )

    assert answer.split()[1] in ("403", "404")


async def opened(port, **headers):
    request = HTTPRequest(f"ws://127.0.0.1:{port}/livereload", headers=headers, connect_timeout=30)
    return await websocket_connect(request)


def test_the_page_says_hello_and_is_told_to_reload(desk):
    async def talk():
        line = await opened(desk, Origin=f"http://127.0.0.1:{desk}")
        await line.write_message('{"command": "hello"}')
        hello = json.loads(await line.read_message())
        await line.write_message('{"command": "info", "url": "x\\u001b[2J"}')
        while not handlers.LiveReloadHandler.waiters:
            await asyncio.sleep(0.01)
        (waiter,) = handlers.LiveReloadHandler.waiters
        waiter.write_message({"command": "reload", "path": "*"})
        told = json.loads(await line.read_message())
        line.close()
        return hello["command"], told["command"]

    assert asyncio.run(asyncio.wait_for(talk(), 60)) == ("hello", "reload")


@pytest.mark.parametrize("said", ["no json", "[]", "7", '{"command": "run"}', "[" * 100_000])
def test_what_the_socket_does_not_know_closes_it(desk, said):
    async def talk():
        line = await opened(desk, Origin=f"http://127.0.0.1:{desk}")
        await line.write_message(said)
        return await line.read_message()

    assert asyncio.run(asyncio.wait_for(talk(), 60)) is None


@pytest.mark.parametrize("headers", [{}, {"Origin": "http://evil.example"}, {"Origin": "null"}])
def test_the_socket_stays_shut_for_other_pages(desk, headers):
    with pytest.raises(HTTPClientError) as refused:
        asyncio.run(asyncio.wait_for(opened(desk, **headers), 60))

    assert refused.value.code == 403


def test_the_pages_are_made_anew_and_reloaded_when_an_hour_has_come(monkeypatch):
    server, done, due = DeskServer(), [], iter([False, True, False])
    monkeypatch.setattr(handlers.LiveReloadHandler, "reload_waiters", lambda: done.append("reload"))
    server.rebuild_on_time(lambda: next(due), lambda: done.append("rebuild"))

    told = []
    for _ in range(3):
        server.look_at_the_clock()
        told.append(list(done))

    assert told == [[], ["rebuild", "reload"], ["rebuild", "reload"]]
