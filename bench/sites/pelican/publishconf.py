"""Stock Pelican: the same kinds of pages, and no plugin but the links to the neighbours."""

SITENAME = "Trường Mẫu"
SITEURL = "https://truong.example"
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
THEME_STATIC_DIR = "theme"
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["neighbours"]
TIMEZONE = "Asia/Ho_Chi_Minh"
DEFAULT_LANG = "vi"
READERS = {"rst": None, "html": None}
# The default looks for translations of each article, and there are none.
ARTICLE_TRANSLATION_ID = None
# A summary is a plain sentence, here as with the others.
FORMATTED_FIELDS: list[str] = []
ARTICLE_URL = "tin-bai/{date:%Y}/{date:%m}/{slug}/"
ARTICLE_SAVE_AS = f"{ARTICLE_URL}index.html"
CATEGORY_URL = "chuyen-muc/{slug}/"
CATEGORY_SAVE_AS = f"{CATEGORY_URL}index.html"
TAG_URL = "to/{slug}/"
TAG_SAVE_AS = f"{TAG_URL}index.html"
AUTHOR_URL = "tac-gia/{slug}/"
AUTHOR_SAVE_AS = f"{AUTHOR_URL}index.html"
YEAR_ARCHIVE_SAVE_AS = "nam/{date:%Y}/index.html"
MONTH_ARCHIVE_SAVE_AS = "thang/{date:%Y}/{date:%m}/index.html"
FEED_ALL_ATOM = "feeds/all.atom.xml"
CATEGORY_FEED_ATOM = "feeds/{slug}.atom.xml"
FEED_MAX_ITEMS = 30
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
DIRECT_TEMPLATES = ["index", "sitemap"]
SITEMAP_SAVE_AS = "sitemap.xml"
