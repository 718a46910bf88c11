"""A real browser for what only a browser can show; skipped, and said, where there is none."""

import functools
import http.server
import shutil
import threading
from contextlib import contextmanager

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
DRIVER = shutil.which("chromedriver")
HOW = "cần Chromium và chromedriver: apt-get install chromium chromium-driver"


@pytest.fixture(scope="session")
def chromium():
    """Chromium without a window, on a desktop's screen."""
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium: requirements-dev.txt")
    if not (CHROMIUM and DRIVER):
        pytest.skip(HOW)
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage"):
        options.add_argument(argument)
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
    driver.set_page_load_timeout(30)
    yield driver
    driver.quit()


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        """Nobody reads along."""


@pytest.fixture
def served():
    """Serves a folder on this machine; gives the address of its root."""

    @contextmanager
    def serve(folder):
        handler = functools.partial(Quiet, directory=str(folder))
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            yield f"http://127.0.0.1:{server.server_port}/"
            server.shutdown()

    return serve
