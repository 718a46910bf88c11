"""Where the newsroom meets Pelican: every signal, in the order of the build.

| signal                        | what happens                                                    |
|-------------------------------|-----------------------------------------------------------------|
| initialized                   | settings that would open a way past the gate are refused        |
| get_generators                | content is read and held against the gate; stops on errors;     |
|                               | the one generator that writes is added (again at each rebuild)  |
| article_generator_pretaxonomy | other plugins are shown the published articles                  |
"""

import sys
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.generators import ArticlesGenerator

from .domain.newsroom import Review, review
from .exports.check import all_problems
from .exports.terminal import counts_in_words, problem_lines
from .intake.content_folder import ContentFolder
from .intake.loader import load, today
from .pages.generator import NewsroomGenerator
from .pages.pelican_articles import pelican_articles

EDITIONS = ("public", "desk")


class Refused(SystemExit):
    """The build stops before a byte is written; the message says why, in Vietnamese.

    A SystemExit, because Pelican turns other exceptions into tracebacks.
    """


def register() -> None:
    signals.initialized.connect(refuse_open_doors)
    signals.get_generators.connect(open_newsroom)
    signals.article_generator_pretaxonomy.connect(show_articles)


def open_newsroom(pelican: Pelican) -> type[NewsroomGenerator]:
    """Read the content and refuse to go on where that would publish something wrong."""
    settings = pelican.settings
    folder = ContentFolder(Path(settings["PATH"]))
    try:
        day = today()
    except ValueError as error:
        raise Refused(str(error)) from None
    found = review(load(folder, day), day)
    is_public = settings["NEWSROOM_EDITION"] == "public"
    problems = (*found.stoppers, *found.lost_links) if is_public else all_problems(found)
    if problems:
        print(problem_lines(problems), file=sys.stderr)
    if found.newsroom.foundation_problems:
        raise Refused(
            "Không dựng được trang khi hồ sơ trường hoặc kế hoạch còn lỗi; trang cũ vẫn giữ nguyên."
            " Sửa các dòng trên, hoặc lấy lại bản trước của tệp đó, rồi chạy lại."
        )
    if is_public and found.stoppers and not settings.get("NEWSROOM_KEEP_GOING"):
        raise Refused(
            "Chưa đăng gì cả: hãy sửa các lỗi trên. Nếu phải đăng gấp (ví dụ để gỡ một bài),"
            " chạy lại với --keep-going: bài có lỗi được giữ lại, phần còn lại vẫn đăng."
        )
    print(counts_in_words(found), file=sys.stderr)
    settings["NEWSROOM_REVIEW"] = found
    settings["NEWSROOM_READ"] = folder.read
    return NewsroomGenerator


def show_articles(generator: ArticlesGenerator) -> None:
    """Give Pelican, and so other plugins, the articles of the edition's public part.

    Pelican's own pages are switched off in the settings, so it lists them and writes nothing.
    Where no other plugin is enabled nobody looks, and making them costs a seventh of a build.
    """
    if len(generator.settings["PLUGINS"]) < 2:
        return
    found: Review = generator.settings["NEWSROOM_REVIEW"]
    generator.context["SITENAME"] = found.newsroom.school.name
    generator.articles = pelican_articles(found.publication, generator)


def refuse_open_doors(pelican: Pelican) -> None:
    """Refuse settings by which Pelican would publish past the gate or keep what was withdrawn."""
    settings: dict[str, Any] = pelican.settings
    open_doors = [
        name
        for name in (
            "ARTICLE_PATHS",
            "PAGE_PATHS",
            "STATIC_PATHS",
            "TEMPLATE_PAGES",
            "OUTPUT_SOURCES",
        )
        if settings.get(name)
    ]
    if open_doors:
        raise Refused(
            f"Cài đặt {', '.join(open_doors)} phải để trống: mọi thứ chỉ được đăng qua cổng duyệt."
        )
    if settings.get("NEWSROOM_EDITION") not in EDITIONS:
        raise Refused("NEWSROOM_EDITION phải là “public” hoặc “desk”.")
    if not settings["JINJA_ENVIRONMENT"].get("autoescape"):
        raise Refused("JINJA_ENVIRONMENT phải bật autoescape.")
    if not settings["DELETE_OUTPUT_DIRECTORY"]:
        raise Refused("DELETE_OUTPUT_DIRECTORY phải là True: trang đã gỡ không được ở lại.")
    if any(".." in Path(p).parts or Path(p).is_absolute() for p in settings["THEME_STATIC_PATHS"]):
        raise Refused("THEME_STATIC_PATHS chỉ được trỏ vào trong thư mục theme.")
