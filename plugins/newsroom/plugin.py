"""The connection of the newsroom to Pelican: every signal, in the order of the build.

| signal                        | what happens                                                    |
|-------------------------------|-----------------------------------------------------------------|
| initialized                   | settings that would open a way past the gate, or that nobody    |
|                               | would read, are refused; around `run` the content is read and   |
|                               | held against the gate, and behind it, when every plugin has had |
|                               | its word, the edition is verified and put in place whole        |
| get_generators                | the one generator that writes is added                          |
| article_generator_pretaxonomy | other plugins, and themes of Pelican's kind, are shown the      |
| page_generator_init           | published articles, pages and documents                         |

Settings files import this module, also where a build never comes to Pelican: everything heavy is
imported by the function that needs it. See docs/decisions/0037-pelican-and-our-engine.md.
"""

from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pelican import Pelican
    from pelican.generators import ArticlesGenerator, PagesGenerator

    from .building.through_pelican.generator import NewsroomGenerator

_BUILD = "NEWSROOM_BUILD"


def register() -> None:
    from pelican import signals

    signals.initialized.connect(check_settings)
    signals.get_generators.connect(add_generator)
    signals.article_generator_pretaxonomy.connect(show_articles)
    signals.page_generator_init.connect(show_pages)


def check_settings(pelican: "Pelican") -> None:
    """Refuse settings that publish past the gate; make what our templates do not know an error."""
    from jinja2 import StrictUndefined

    from .building.through_pelican.accepted_settings import accept, is_newsroom_theme

    accept(pelican.settings)
    if is_newsroom_theme(pelican.settings):
        pelican.settings["JINJA_ENVIRONMENT"].setdefault("undefined", StrictUndefined)
    # Other plugins write at `finalized`, in no order: only behind them all is the edition whole.
    pelican.run = partial(_run_and_deliver, pelican)


def _run_and_deliver(pelican: Any) -> None:
    import sys
    from pathlib import Path

    from .building.errors import BuildRefused, not_written, theme_refused
    from .pages.build.theme import blamed

    try:
        _deliver(pelican)
    except BuildRefused as refused:
        # `pelican -r` asks again at the next save; it would end with us.
        if sys._getframe(1).f_code.co_name != "autoreload":
            raise
        print(refused, file=sys.stderr)
    except Exception as error:
        if mistake := blamed(error, Path(pelican.settings["THEME"])):
            raise theme_refused(mistake) from error
        if isinstance(error, OSError) and not isinstance(error, FileNotFoundError):
            raise not_written(error, Path(pelican.settings["OUTPUT_PATH"])) from error
        raise


def _deliver(pelican: Any) -> None:
    from .building.through_pelican.pelican_build import pelican_build

    settings = pelican.settings
    with pelican_build(settings) as build:
        # Plugins ask for either; `pelican --listen` asks again when all is done.
        target, pelican.output_path = settings["OUTPUT_PATH"], str(build.staging)
        settings.update({_BUILD: build, "OUTPUT_PATH": str(build.staging)})
        try:
            type(pelican).run(pelican)
        finally:
            settings["OUTPUT_PATH"] = pelican.output_path = target
        build.deliver()


def add_generator(pelican: "Pelican") -> "type[NewsroomGenerator]":
    """The one generator that writes."""
    from .building.through_pelican.generator import NewsroomGenerator

    return NewsroomGenerator


def show_articles(generator: "ArticlesGenerator") -> None:
    """Give Pelican, and so other plugins, the articles of the edition's public part.

    Where no other plugin is enabled nobody looks, and making them costs a seventh of a build.
    """
    build = generator.settings[_BUILD]
    if build.has_guests:
        from .building.through_pelican.pelican_objects import published_articles

        for known in (generator.context, generator.settings):
            known.update(build.edition.of_the_school)
        generator.articles = published_articles(build.edition.site, generator)


def show_pages(generator: "PagesGenerator") -> None:
    """Give Pelican the standing pages and documents: its own reading has nothing to read."""
    if generator.settings[_BUILD].has_guests:
        generator.generate_context = partial(_fill_with_pages, generator)


def _fill_with_pages(generator: Any) -> None:
    from pelican import signals

    from .building.through_pelican.pelican_objects import published_pages

    generator.pages = published_pages(generator.settings[_BUILD].edition.site, generator)
    generator._update_context(("pages", "hidden_pages", "draft_pages"))
    signals.page_generator_finalized.send(generator)
