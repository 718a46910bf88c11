"""The connection of the newsroom to Pelican: every signal, in the order of the build.

| signal                        | what happens                                                    |
|-------------------------------|-----------------------------------------------------------------|
| initialized                   | settings that would open a way past the gate are refused        |
| get_generators                | content is read and held against the gate; stops on errors;     |
|                               | the one generator that writes is added (again at each rebuild)  |
| article_generator_pretaxonomy | other plugins are shown the published articles                  |

Settings files import this module, also where a build never comes to Pelican: everything heavy is
imported by the function that needs it.
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from .building.errors import refuse_open_doors, refuse_takedown, reviewed, today_or_refused

if TYPE_CHECKING:
    from pelican import Pelican
    from pelican.generators import ArticlesGenerator

    from .domain.site.publication import Review
    from .pages.build.generator import NewsroomGenerator


def register() -> None:
    from pelican import signals

    signals.initialized.connect(check_settings)
    signals.get_generators.connect(open_newsroom)
    signals.article_generator_pretaxonomy.connect(show_articles)


def check_settings(pelican: "Pelican") -> None:
    """Refuse settings that publish past the gate; make what a template does not know an error."""
    from jinja2 import StrictUndefined

    refuse_open_doors(pelican.settings)
    pelican.settings["JINJA_ENVIRONMENT"].setdefault("undefined", StrictUndefined)


def open_newsroom(pelican: "Pelican") -> "type[NewsroomGenerator]":
    """Read the content and refuse to go on where that would publish something wrong."""
    from .buildtools.cache import build_cache_in
    from .intake.folder.scan import FILES, LOOKS, Scan
    from .pages.article.renditions import Renditions
    from .pages.build.generator import NewsroomGenerator
    from .pages.build.site import Site
    from .pages.lists.search_months import MonthlyIndexes

    settings = pelican.settings
    cache, day = Path(settings["CACHE_PATH"]), today_or_refused()
    build_cache = build_cache_in(cache)
    is_desk = settings["NEWSROOM_EDITION"] == "desk"

    def read() -> "tuple[Review, str, Site]":
        scan = Scan(
            Path(settings["PATH"]), build_cache.cached_rows(FILES), build_cache.cached_rows(LOOKS)
        )
        renditions = Renditions(scan, cache)
        found, said = reviewed(settings, scan, day, build_cache, renditions)
        return found, said, Site(found, renditions, MonthlyIndexes(build_cache), is_desk=is_desk)

    found, said, site = build_cache.whole(read)
    target = Path(settings.get("NEWSROOM_TARGET") or settings["OUTPUT_PATH"])
    refuse_takedown(settings, found, target)
    if not is_desk and "NEWSROOM_TARGET" not in settings:
        from .building.kept_editions import keep_before, paths_to_change

        # Pelican is about to empty the folder.
        keep_before(target, paths_to_change(target, None), None)
    print(said, file=sys.stderr)
    settings["NEWSROOM_REVIEW"] = found
    settings["NEWSROOM_SITE"] = site
    settings["NEWSROOM_RECORDS"] = build_cache
    return NewsroomGenerator


def show_articles(generator: "ArticlesGenerator") -> None:
    """Give Pelican, and so other plugins, the articles of the edition's public part.

    Pelican's own pages are switched off in the settings, so it lists them and writes nothing.
    Where no other plugin is enabled nobody looks, and making them costs a seventh of a build.
    """
    if len(generator.settings["PLUGINS"]) < 2:
        return
    from .pages.build.pelican_articles import pelican_articles

    site = generator.settings["NEWSROOM_SITE"]
    generator.context["SITENAME"] = site.school.name
    generator.articles = pelican_articles(site, generator)
