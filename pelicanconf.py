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

SITENAME = "Bàn biên tập"
SITEURL = ""
TIMEZONE = "Asia/Ho_Chi_Minh"
DEFAULT_LANG = "vi"
# Links are relative to each page, so the site works from any folder of any host.
RELATIVE_URLS = True
DELETE_OUTPUT_DIRECTORY = True

# Closed by construction: Pelican finds nothing by itself. The newsroom hands it what is approved.
ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
ARTICLE_SAVE_AS = DRAFT_SAVE_AS = PAGE_SAVE_AS = DRAFT_PAGE_SAVE_AS = ""
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
ARTICLE_URL = "tin-bai/{date:%Y}/{date:%m}/{slug}/"
DIRECT_TEMPLATES: list[str] = []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
ARTICLE_TRANSLATION_ID = PAGE_TRANSLATION_ID = None
ARTICLE_ORDER_BY = "reversed-date"
READERS = {"rst": None, "html": None}
THEME_STATIC_PATHS = ["static"]

# What people wrote is never markup. What a template does not know is an error: see plugin.py.
JINJA_ENVIRONMENT = {
    "autoescape": True,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "auto_reload": False,
}
