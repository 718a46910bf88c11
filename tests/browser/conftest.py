"""The demo school as its readers and its board get it: both editions, built once a session."""

import os
import shutil
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from demo_content import DEMO

from browser.visitor import DESKTOP, Visitor

REPOSITORY = Path(__file__).resolve().parents[2]
TODAY = "2026-11-21"


def pytest_collection_modifyitems(items):
    """One worker has the browser and the demo, the others all the rest."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("browser"))


@dataclass(frozen=True, kw_only=True)
class Demo:
    """The built editions by name, and in each the addresses of the pages of each template."""

    folders: Mapping[str, Path]
    pages: Mapping[str, Mapping[str, list[str]]]


@contextmanager
def on_the_day_of_the_demo() -> Iterator[None]:
    before = os.environ.get("NEWSROOM_TODAY")
    os.environ["NEWSROOM_TODAY"] = TODAY
    try:
        yield
    finally:
        os.environ.pop("NEWSROOM_TODAY")
        if before:
            os.environ["NEWSROOM_TODAY"] = before


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    """The demo, built apart from whatever lies in the repository."""
    from newsroom.building.publishing import build_edition

    root = tmp_path_factory.mktemp("demo")
    for name in ("pelicanconf.py", "publishconf.py"):
        shutil.copy(REPOSITORY / name, root)
    shutil.copytree(DEMO, root / "content")
    shutil.copytree(REPOSITORY / "theme", root / "theme")
    folders = {"public": root / "output", "desk": root / "desk"}
    with on_the_day_of_the_demo():
        build_edition(root / "publishconf.py", folders["public"])
        build_edition(root / "pelicanconf.py", folders["desk"])
        pages = {edition: _pages_by_template(root, edition) for edition in folders}
    return Demo(folders=folders, pages=pages)


def _pages_by_template(root: Path, edition: str) -> dict[str, list[str]]:
    from newsroom.building.publishing import evaluate_content
    from newsroom.buildtools.cache.build_cache import build_cache_in
    from newsroom.intake.folder.scan import FILES, LOOKS, Scan
    from newsroom.pages.article.renditions import Renditions
    from newsroom.pages.build.edition import pages_of
    from newsroom.pages.build.site import Site
    from newsroom.pages.lists.search_months import MonthlyIndexes

    cache = root / ".cache"
    evaluation = evaluate_content(root / "content", cache)
    build_cache = build_cache_in(cache)
    scan = Scan(root / "content", build_cache.cached_rows(FILES), build_cache.cached_rows(LOOKS))
    renditions = Renditions(scan, cache)
    found = defaultdict(list)
    site = Site(evaluation, renditions, MonthlyIndexes(build_cache), is_desk=edition == "desk")
    for page in pages_of(site, evaluation):
        if page.save_as.endswith(".html"):
            found[page.template].append(page.url)
    build_cache.close()
    return found


@pytest.fixture(scope="session")
def demo_desk(demo):
    return demo.folders["desk"]


@pytest.fixture(scope="session")
def addresses(demo, serving):
    """The address of the root of each edition, served while the tests run."""
    with serving(demo.folders["public"]) as public, serving(demo.folders["desk"]) as desk:
        yield {"public": public, "desk": desk}


@pytest.fixture
def visitor(chromium):
    """A visitor with a large screen and no wishes; everything is put back afterwards."""
    visitor = Visitor(chromium)
    # The page of the test before may still be fetching.
    visitor.goes_to("about:blank")
    visitor.sees(DESKTOP, prefers_color_scheme="light")
    visitor.heard()
    visitor.fetched()
    yield visitor
    chromium.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
