"""The desk edition: everything, with the queue and previews, for the board. Never deployed.

The school's own names, address and parent offices stand in content/truong.yaml; its plans in
content/ke-hoach/. Here stand only paths and the way Pelican works.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT / "plugins"))

from newsroom import plugin as newsroom  # noqa: E402

# The module itself, not its name: a plugin that cannot be imported must stop the build.
PLUGINS = [newsroom]

NEWSROOM_EDITION = "desk"

PATH = str(ROOT / "content")
OUTPUT_PATH = str(ROOT / "desk")
THEME = str(ROOT / "theme")
CACHE_PATH = str(ROOT / ".cache")

DELETE_OUTPUT_DIRECTORY = True
TIMEZONE = "Asia/Ho_Chi_Minh"

# Closed by construction: Pelican finds nothing by itself. The newsroom hands it what is approved.
# It also sets what follows from that (addresses, Pelican's own pages and feeds, the time zone), and
# refuses what it would pass over: see docs/decisions/0037-pelican-and-our-engine.md.
ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS = ["static"]
# The newsroom makes its own.
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None

# What people wrote is never markup. What a template does not know is an error: see plugin.py.
JINJA_ENVIRONMENT = {
    "autoescape": True,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "auto_reload": False,
}
