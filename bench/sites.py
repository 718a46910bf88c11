"""The corpus as each generator wants it: the same articles, the same kinds of pages."""

import json
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from corpus import AUTHORS, CATEGORIES, FIRST_YEAR, GROUPS, ROOT, YEARS, Piece

Write = Callable[[Path, Piece], Path]
APPROVER = "Hiệu Trưởng Mẫu"


@dataclass(frozen=True, kw_only=True)
class Bench:
    """One generator: how its site is laid out, how an article is written, how it is built."""

    name: str
    lay_out: Callable[[Path], None]
    write: Write
    command: tuple[str, ...]
    output: str
    template: str


def write_all(bench: Bench, root: Path, corpus: Iterable[Piece]) -> None:
    bench.lay_out(root)
    for piece in corpus:
        bench.write(root, piece)


# Ours


def lay_out_ours(root: Path) -> None:
    for name in ("pelicanconf.py", "publishconf.py", "tasks.py"):
        shutil.copy(ROOT / name, root)
    for name in ("plugins", "theme"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    plans = root / "content/ke-hoach"
    plans.mkdir(parents=True)
    (root / "content/truong.yaml").write_text(
        "tên: Trường Mẫu\nđịa chỉ trang: https://truong.example\n", encoding="utf-8"
    )
    for year in range(FIRST_YEAR, FIRST_YEAR + YEARS):
        (plans / f"{year}-{year + 1}.yaml").write_text(_plan(year), encoding="utf-8")


def _plan(year: int) -> str:
    by_group = {g: [a for n, a in enumerate(AUTHORS) if n % 12 == i] for i, g in enumerate(GROUPS)}
    groups = "".join(
        f"  - {{tên: {group}, loại: tổ chuyên môn, thành viên: [{', '.join(members)}]}}\n"
        for group, members in by_group.items()
    )
    categories = "".join(f"  - tên: {category}\n" for category in CATEGORIES)
    return (
        f"tên: Kế hoạch {year}\ntừ: 01/08/{year}\nđến: 31/07/{year + 1}\n"
        "tháng tính: từ tháng 9 đến tháng 5\n"
        f"ban biên tập:\n  - {{tên: {APPROVER}, chức vụ: Hiệu trưởng, quyền: [duyệt]}}\n"
        f"tổ:\n{groups}chuyên mục:\n{categories}chỉ tiêu:\n"
        "  - {mã: to, nội dung: Mỗi tổ nộp 1 bài, ai: mỗi tổ chuyên môn, ít nhất: 1,"
        " mỗi: tháng, tính theo: nộp}\n"
    )


def write_ours(root: Path, piece: Piece) -> Path:
    day = f"{piece.on:%d/%m/%Y}"
    return _put(
        root / f"content/tin-bai/{piece.on:%Y-%m}/{piece.slug}.md",
        f"---\ntiêu đề: {piece.title}\nngày: {day}\ntổ: {piece.group}\ntác giả: {piece.author}\n"
        f"chuyên mục: {piece.category}\ntóm tắt: {piece.summary}\nduyệt: {APPROVER}, {day}\n---\n"
        f"{piece.body}\n",
    )


# Hugo

HUGO_LIST = (
    "<!doctype html><html lang=vi><title>{{ .Title }}</title><body><nav>"
    '<a href="/">Trang chủ</a></nav><h1>{{ .Title }}</h1><ul>{{ range .Pages }}'
    '<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Date.Format "02/01/2006" }} '
    "{{ .Params.summary }}</li>{{ end }}</ul></body></html>"
)
HUGO_SINGLE = (
    "<!doctype html><html lang=vi><title>{{ .Title }}</title><body><nav>"
    '<a href="/">Trang chủ</a></nav><article><h1>{{ .Title }}</h1><p>{{ .Params.summary }}</p>'
    '<p>{{ delimit .Params.authors ", " }} {{ delimit .Params.groups ", " }} '
    '{{ .Date.Format "02/01/2006" }}</p>{{ .Content }}</article>'
    '{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}'
    '{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</body></html>'
)
HUGO_HOME = HUGO_LIST.replace("range .Pages", "range first 30 .Site.RegularPages")
TAXONOMIES = {"category": "categories", "group": "groups", "author": "authors",
              "month": "months", "year": "years"}  # fmt: skip


def lay_out_hugo(root: Path) -> None:
    _put(
        root / "hugo.json",
        json.dumps(
            {
                "baseURL": "https://truong.example/",
                "languageCode": "vi",
                "taxonomies": TAXONOMIES,
                "outputs": {"home": ["html", "rss"], "section": ["html"],
                            "taxonomy": ["html"], "term": ["html"]},
                "services": {"rss": {"limit": 30}},
            }
        ),
    )  # fmt: skip
    _put(root / "layouts/list.html", HUGO_LIST)
    _put(root / "layouts/single.html", HUGO_SINGLE)
    _put(root / "layouts/index.html", HUGO_HOME)


def write_hugo(root: Path, piece: Piece) -> Path:
    return _put(root / f"content/tin-bai/{piece.slug}.md", _front_matter(piece) + piece.body + "\n")


def _front_matter(piece: Piece) -> str:
    fields = {
        "title": piece.title,
        "date": piece.on.isoformat(),
        "summary": piece.summary,
        "categories": [piece.category],
        "groups": [piece.group],
        "authors": [piece.author],
        "months": [f"{piece.on:%Y-%m}"],
        "years": [piece.school_year],
    }
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in fields.items())
    return f"---\n{''.join(lines)}---\n"


# Eleventy

ELEVENTY_CONFIG = """\
export default function (config) {
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  for (const key of ["categories", "groups", "authors", "months", "years"]) {
    config.addCollection("by_" + key, (api) => {
      const found = {};
      for (const item of api.getFilteredByTag("tin").reverse())
        for (const value of item.data[key]) (found[value] ??= []).push(item);
      return Object.entries(found).map(([name, items]) => ({ name, items }));
    });
  }
  return { dir: { input: "content", output: "output", includes: "../layouts" },
           markdownTemplateEngine: false };
}
"""
ELEVENTY_PAGE = (
    "<!doctype html><html lang=vi><title>{{ title }}</title><body><nav>"
    '<a href="/">Trang chủ</a></nav><article><h1>{{ title }}</h1><p>{{ summary }}</p>'
    "<p>{{ authors[0] }} {{ groups[0] }} {{ page.date | day }}</p>{{ content | safe }}</article>"
    "{% set older = collections.tin | getPreviousCollectionItem(page) %}"
    '{% if older %}<a href="{{ older.url }}">{{ older.data.title }}</a>{% endif %}'
    "{% set newer = collections.tin | getNextCollectionItem(page) %}"
    '{% if newer %}<a href="{{ newer.url }}">{{ newer.data.title }}</a>{% endif %}</body></html>'
)
ELEVENTY_ITEMS = (
    '<ul>{% for item in items %}<li><a href="{{ item.url }}">{{ item.data.title }}</a> '
    "{{ item.date | day }} {{ item.data.summary }}</li>{% endfor %}</ul>"
)
ELEVENTY_HEAD = "<!doctype html><html lang=vi><title>{0}</title><body><h1>{0}</h1>"


def lay_out_eleventy(root: Path) -> None:
    _put(root / "eleventy.config.mjs", ELEVENTY_CONFIG)
    _put(root / "layouts/tin.njk", ELEVENTY_PAGE)
    _put(root / "content/tin-bai/tin-bai.json", json.dumps({"layout": "tin.njk", "tags": "tin"}))
    for key in TAXONOMIES.values():
        _put(
            root / f"content/{key}.njk",
            f"---\npagination: {{data: collections.by_{key}, size: 1, alias: term}}\n"
            f'permalink: "{key}/{{{{ term.name | slugify }}}}/index.html"\n---\n'
            + ELEVENTY_HEAD.format("{{ term.name }}")
            + "{% set items = term.items %}"
            + ELEVENTY_ITEMS,
        )
    _put(
        root / "content/index.njk",
        "---\npermalink: index.html\n---\n" + ELEVENTY_HEAD.format("Trường Mẫu")
        + "{% for item in (collections.tin | reverse) %}{% if loop.index0 < 30 %}"
        '<li><a href="{{ item.url }}">{{ item.data.title }}</a></li>{% endif %}{% endfor %}',
    )  # fmt: skip
    _put(
        root / "content/feed.njk",
        "---\npermalink: feed.xml\n---\n<feed>{% for item in (collections.tin | reverse) %}"
        "{% if loop.index0 < 30 %}<entry><title>{{ item.data.title }}</title>"
        "<id>{{ item.url }}</id></entry>{% endif %}{% endfor %}</feed>",
    )


# Stock Pelican

PELICAN_CONF = """\
SITENAME = "Trường Mẫu"
SITEURL = "https://truong.example"
PATH = "content"
OUTPUT_PATH = "output"
PLUGINS = []
TIMEZONE = "Asia/Ho_Chi_Minh"
DEFAULT_LANG = "en"
READERS = {"rst": None, "html": None}
ARTICLE_TRANSLATION_ID = None
ARTICLE_URL = ARTICLE_SAVE_AS = "tin-bai/{date:%Y}/{date:%m}/{slug}/index.html"
YEAR_ARCHIVE_SAVE_AS = "nam/{date:%Y}/index.html"
MONTH_ARCHIVE_SAVE_AS = "thang/{date:%Y}/{date:%m}/index.html"
FEED_ALL_ATOM = "feeds/all.atom.xml"
FEED_MAX_ITEMS = 30
CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
DIRECT_TEMPLATES = ["index"]
"""


def lay_out_pelican(root: Path) -> None:
    _put(root / "publishconf.py", PELICAN_CONF)


def write_pelican(root: Path, piece: Piece) -> Path:
    return _put(
        root / f"content/{piece.slug}.md",
        f"Title: {piece.title}\nDate: {piece.on.isoformat()}\nSlug: {piece.slug}\n"
        f"Category: {piece.category}\nTags: {piece.group}\nAuthors: {piece.author}\n"
        f"Summary: {piece.summary}\n\n{piece.body}\n",
    )


def _put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
