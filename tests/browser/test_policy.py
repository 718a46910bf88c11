"""The pages' own policy closes what cleaning might have let through, and nothing that we need."""

import re
import shutil
import socket
import subprocess
import sys
import time
from urllib.request import urlopen

import pytest


@pytest.fixture
def injected(demo, tmp_path):
    """The front page of the demo, with what an attacker would like to put into it."""
    shutil.copytree(demo.folders["public"], tmp_path / "site")
    page = tmp_path / "site/index.html"
    evil = (
        "<script>document.title = 'ran'</script>"
        "<style>body { color: rgb(1, 2, 3) }</style>"
        "<img id=spy src='http://elsewhere.example/x.png' onerror=\"document.title = 'ran'\">"
        "<iframe src='http://elsewhere.example/'></iframe>"
    )
    page.write_text(page.read_text("utf-8").replace("</main>", f"{evil}</main>"), "utf-8")
    return tmp_path / "site"


def test_what_is_written_into_a_page_neither_runs_nor_calls_home(visitor, served, injected):
    with served(injected) as address:
        visitor.goes_to(address)

        assert visitor.asks("document.title") != "ran"
        assert visitor.asks("getComputedStyle(document.body).color") != "rgb(1, 2, 3)"
        assert not [found for found, size in visitor.fetched() if size and "elsewhere" in found]
        assert len([said for said in visitor.heard() if "Content Security Policy" in said]) >= 4


def test_the_test_above_fails_without_the_policy(visitor, served, injected):
    page = injected / "index.html"
    open_door = re.sub(r"<meta http-equiv=[^>]+>", "", page.read_text("utf-8"))
    page.write_text(open_door, "utf-8")
    with served(injected) as address:
        visitor.goes_to(address)

        assert visitor.asks("document.title") == "ran"
    visitor.heard()


def test_serve_reloads_the_browser_under_the_policy(visitor, site):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "invoke", "serve", "--port", str(port)]
    with subprocess.Popen(
        command, cwd=site.root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as serving:
        try:
            for _ in range(100):
                try:
                    urlopen(f"http://127.0.0.1:{port}/").close()
                    break
                except OSError:
                    time.sleep(0.1)
            visitor.goes_to(f"http://127.0.0.1:{port}/")

            assert visitor.asks("typeof window.LiveReload") == "object"
            for _ in range(100):
                if visitor.asks("LiveReload.connector.socket?.readyState") == 1:
                    break
                time.sleep(0.1)
            assert visitor.asks("LiveReload.connector.protocolParser.protocol") == 7
            assert visitor.heard() == []
        finally:
            serving.terminate()
