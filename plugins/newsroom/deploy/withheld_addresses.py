"""The addresses of what the content withholds: what may once have stood in public, and must not."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any


def addresses_of_withheld(settings: Mapping[str, Any]) -> frozenset[str]:
    """Every file that the site would have, were nothing of its content withheld.

    Known from the content alone, so also on a machine that never deployed before (a fresh clone of
    the repository). None where the settings name no content. What the edition has is among them.
    """
    if not {"PATH", "CACHE_PATH", "THEME"} <= settings.keys():
        return frozenset()
    from ..building.errors import now_or_refused
    from ..buildtools.cache.build_cache import build_cache_in
    from ..domain.site.article_record import newest_first
    from ..domain.site.publication import evaluate_site
    from ..intake.folder.content_folder import ContentFolder
    from ..intake.folder.loader import load
    from ..intake.folder.scan import FILES, LOOKS, Scan
    from ..pages.article.renditions import Renditions
    from ..pages.build.edition import pages_of
    from ..pages.build.site import Site
    from ..pages.lists.search_months import MonthlyIndexes

    cache, now = Path(settings["CACHE_PATH"]), now_or_refused()
    build_cache = build_cache_in(cache)

    def addresses() -> frozenset[str]:
        scan = Scan(
            Path(settings["PATH"]), build_cache.cached_rows(FILES), build_cache.cached_rows(LOOKS)
        )
        newsroom = load(ContentFolder(scan), now, build_cache)
        dated = [m for m in newsroom.articles if m.slug and m.is_dated]
        papers = [m for m in newsroom.documents if m.slug and m.is_dated]
        # A picture was shown while the families agreed, and may be there still.
        shown = [
            replace(m, pictures=(*m.pictures, *m.refused), cover=m.cover or "".join(m.refused[:1]))
            for m in dated
        ]
        found = evaluate_site(newsroom, now)
        everything = replace(
            found.publication,
            articles=newest_first(shown),
            documents=newest_first(papers),
            pages=tuple(page for page in newsroom.pages if page.slug),
            removed=(),
        )
        found = replace(found, publication=everything)
        renditions = Renditions(scan, cache)
        site = Site(found, renditions, MonthlyIndexes(build_cache), is_desk=False)
        offered = {path for m in everything.content_items for path in m.files if path in scan.files}
        # Whether a file went out as it is or as a copy, the cache may have forgotten.
        files = (url for path in offered for url in renditions.files.every_url(path))
        return frozenset([*(page.save_as for page in pages_of(site, found)), *files])

    try:
        return build_cache.whole(addresses)
    finally:
        build_cache.close()
