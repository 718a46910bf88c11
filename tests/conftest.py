"""Small whole sites, built as a user would build them, and a real browser to look at them."""

import compileall
import functools
import http.server
import os
import runpy
import shutil
import subprocess
import sys
import threading
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from ready_process import ReadyProcess
from sample import write_file, write_site

from newsroom.tasks.registry import Project

pytest_plugins = ["rule_tests"]
REPOSITORY = Path(__file__).resolve().parents[1]
# What `tasks.py TASK` does once it is inside the environment, where the tests are already.
TASKS = "import sys, tasks; tasks.main(sys.argv[1:])"


@dataclass
class SmallSite(Project):
    """A repository of its own: settings, plugin, theme and a small content folder."""

    today: str = "2024-11-30"
    ready: ReadyProcess | None = None

    def write(self, name: str, text: str | bytes) -> None:
        write_file(self.content, name, text)

    def pelican(self, *arguments: str, conf: str = "publishconf.py", **environment: str):
        """Bare Pelican, as anybody may run it."""
        return self.run("-m", "pelican", "-s", conf, *arguments, **environment)

    def publish(self, *arguments: str, **environment: str):
        """Does what `tasks.py publish` does, inside the environment."""
        return self.invoke("publish", *arguments, **environment)

    def invoke(self, *arguments: str, **environment: str):
        """A task, as `tasks.py TASK` runs it."""
        if self.ready and (self.root / "plugins").is_symlink():
            return self.ready.run(list(arguments), self.root, self._with(environment))
        return self.invoke_alone(*arguments, **environment)

    def invoke_alone(self, *arguments: str, **environment: str):
        """The same in a process of its own, which takes a quarter of a second longer."""
        return self.run("-c", TASKS, *arguments, **environment)

    def run(self, *arguments: str, **environment: str):
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=self.root,
            env=self._with(environment),
            capture_output=True,
            text=True,
            check=False,
        )

    def _with(self, environment: dict[str, str]) -> dict[str, str]:
        return {**os.environ, "NEWSROOM_TODAY": self.today, "PYTHONUTF8": "1", **environment}

    def copied(self, folder: Path) -> "SmallSite":
        """The same site once more, with what was built, for a test to change at will."""
        root = shutil.copytree(self.root, folder / self.root.name, symlinks=True)
        return replace(self, root=root)

    def takes_its_own_plugin(self) -> None:
        """From now on a test may edit the plugin, which all sites share otherwise."""
        plugins = self.root / "plugins"
        shared = plugins.resolve()
        plugins.unlink()
        shutil.copytree(shared, plugins, ignore=shutil.ignore_patterns("__pycache__"))

    def files(self, folder: Path | None = None) -> dict[str, bytes]:
        """Every file of the output by its path."""
        folder = folder or self.output
        return {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }


@pytest.fixture(scope="session")
def software(tmp_path_factory):
    """The software with the sample school, its modules and templates compiled beforehand.

    Nothing else is known of an earlier build.
    """
    root = tmp_path_factory.mktemp("software")
    for name in ("pelicanconf.py", "publishconf.py", "tasks.py"):
        shutil.copyfile(REPOSITORY / name, root / name)
    compileall.compile_dir(REPOSITORY / "plugins", quiet=1)
    for name in ("plugins", "theme"):
        shutil.copytree(REPOSITORY / name, root / name)
    compile_templates(root)
    write_site(root)
    before = modules_in(root)
    yield root
    assert modules_in(root) == before, "a test changed the plugin of all sites: give it its own"


def modules_in(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in (root / "plugins").rglob("*.py")}


def compile_templates(root: Path) -> None:
    """Imports what would take a third of every first build of a small site."""
    from newsroom.pages.build.renderer import environment_of

    settings = {**runpy.run_path(str(REPOSITORY / "pelicanconf.py")), "THEME": root / "theme"}
    environment = environment_of(settings)
    for name in environment.list_templates():
        environment.get_template(name)


@pytest.fixture(scope="session")
def site_at(software):
    """Makes a site to change at will, but for the plugin, which is the same for all of them."""
    ready = ReadyProcess(software) if hasattr(os, "fork") else None
    apart = shutil.ignore_patterns("plugins", "__pycache__")

    def make(root: Path) -> SmallSite:
        shutil.copytree(software, root, ignore=apart, copy_function=shutil.copyfile)
        (root / "plugins").symlink_to(software / "plugins", target_is_directory=True)
        return SmallSite(root, ready=ready)

    yield make
    if ready:
        ready.close()


@pytest.fixture
def site(site_at, tmp_path):
    """The software with the sample school and no article yet."""
    return site_at(tmp_path / "Trang của trường")


@pytest.fixture(scope="module")
def module_site(site_at, tmp_path_factory):
    """The same, for all tests of a module: built once, and then only looked at or copied."""
    return site_at(tmp_path_factory.mktemp("module") / "Trang của trường")


CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
DRIVER = shutil.which("chromedriver")
HOW = "cần Chromium và chromedriver: apt-get install chromium chromium-driver"


@pytest.fixture(scope="session")
def chromium():
    """Chromium without a window; where there is none the test is skipped, and says why."""
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium: requirements-dev.txt")
    if not (CHROMIUM and DRIVER):
        pytest.skip(HOW)
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    # It has no screen, and is to ask nothing of its maker.
    for argument in ("headless=new", "no-sandbox", "disable-dev-shm-usage", "disable-gpu",
                     "no-first-run", "disable-background-networking", "disable-component-update",
                     "disable-sync"):  # fmt: skip
        options.add_argument(f"--{argument}")
    # What the console says and what is fetched; nothing but this machine can be reached.
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    options.add_argument("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1")
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
    driver.set_page_load_timeout(30)
    yield driver
    driver.quit()


class Quiet(http.server.SimpleHTTPRequestHandler):
    def parse_request(self):
        from newsroom.commands.serving.local_requests import LocalRequest, is_allowed

        if not super().parse_request():
            return False
        asked = LocalRequest.of(self.command, self.path, self.headers.get_all)
        if is_allowed(asked, self.server.server_port):
            return True
        self.send_error(403)
        return False

    def log_message(self, *arguments):
        """Nobody reads along."""


@pytest.fixture(scope="session")
def serving():
    """Serves a folder on this machine; gives the address of its root."""

    @contextmanager
    def serve(folder):
        handler = functools.partial(Quiet, directory=str(folder))
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            yield f"http://127.0.0.1:{server.server_port}/"
            server.shutdown()

    return serve


@pytest.fixture
def served(serving):
    return serving
